"""A page that a browser saved as one file (MHTML) in, its article out."""

import email
import email.policy
from collections.abc import Iterator

from dateline.errors import InputError, UnreadableInput
from dateline.readers.drafts import Draft
from dateline.readers.sources import Source
from dateline.readers.web.charset import decoded
from dateline.readers.web.page import of_html


def read(source: Source) -> Iterator[Draft | InputError]:
    """The article of the first page in the file, which is the one that was saved."""
    saved = email.message_from_bytes(source.data().lstrip(b"\r\n"), policy=email.policy.default)
    source.address = saved.get("Snapshot-Content-Location") or None
    for part in saved.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            data = part.get_payload(decode=True)
            if isinstance(data, bytes):
                source.address = source.address or part.get("Content-Location") or None
                yield from of_html(decoded(data, part.get_content_charset()), source)
                return
    raise UnreadableInput(source.name, "the saved page holds no HTML", "Save it again as HTML")
