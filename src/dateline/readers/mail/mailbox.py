"""A mailbox (mbox) of any length in, the articles of its mails out, one mail held at a time."""

import re
from collections.abc import Iterator

from dateline.errors import InputError, UnreadableInput, summary
from dateline.readers.drafts import Draft
from dateline.readers.mail import message
from dateline.readers.sources import Source

_FROM = re.compile(rb"From \S.{0,200}\d{4}(?:[ \t][+-]\d{4})?[ \t]*\r?\n?$")
_ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)

# Bytes of one mail.
_LIMIT = 50_000_000
# Bytes of one line.
_LINE = 1_000_000


def read(source: Source) -> Iterator[Draft | InputError]:
    """The articles of a mailbox; a mail that is broken costs that mail."""
    for number, line, data in _messages(source):
        where = f"{source.name}:{line}"
        try:
            if data is None:
                raise UnreadableInput(where, f"a mail longer than {_LIMIT // 1_000_000} MB", "Leave it out")
            yield from message.articles(data, source, where)
        except InputError as error:
            yield error
        except Exception as fault:
            yield UnreadableInput(where, f"mail {number} is broken ({summary(fault)})", "Leave it out")


def _messages(source: Source) -> Iterator[tuple[int, int, bytes | None]]:
    """Number, line and bytes of each mail; no bytes of one that is too long."""
    parts: list[bytes] = []
    size = 0
    started = number = line_number = 0
    blank = True
    stream = source.stream if source.held is None else source.seekable()
    while line := stream.readline(_LINE):
        line_number += 1
        if blank and _FROM.match(line):
            if number:
                yield number, started, _whole(parts, size)
            parts, size = [], 0
            number += 1
            started = line_number
            blank = False
            continue
        blank = not line.strip()
        size += len(line)
        if size <= _LIMIT:
            parts.append(line)
    if parts or number:
        yield max(number, 1), max(started, 1), _whole(parts, size)


def _whole(parts: list[bytes], size: int) -> bytes | None:
    return _ESCAPED.sub(rb"\1", b"".join(parts)) if size <= _LIMIT else None
