"""A web archive (WARC 1.0 and 1.1) in, the articles of its pages out, a record at a time.

Of responses, those with a page that was found (status 200) count; of conversions (WET), the plain text; of resources,
pages and texts. A revisit repeats another record and is skipped, and so is what is no page: pictures, scripts, lists of
what a site has. `WARC-Date` is when a page was taken, and never the day of publication.
"""

import gzip
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from dateline.errors import InputError, UnreadableInput, summary
from dateline.readers import kinds
from dateline.readers.drafts import Draft, Fields
from dateline.readers.sources import Source, library
from dateline.readers.web.charset import decoded
from dateline.readers.web.page import of_html

# Bytes of one page.
_LIMIT = 20_000_000

_PAGES = ("text/html", "application/xhtml+xml")
_FEEDS = ("application/rss+xml", "application/atom+xml", "application/xml", "text/xml", "application/feed+json")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w:.-]+)", re.IGNORECASE)


def read(source: Source) -> Iterator[Draft | InputError]:
    """The articles of an archive. What is no article is counted in a note, by what it is."""
    warcio = library("warcio.archiveiterator", source)
    whole = source.kind
    aside: Counter[str] = Counter()
    stream = source.stream if source.held is None else source.seekable()
    whole_stream = _Whole(gzip.GzipFile(fileobj=stream) if source.opening(2) == b"\x1f\x8b" else stream)
    last = 0
    cut = False
    try:
        for record in warcio.ArchiveIterator(whole_stream):
            last += 1
            yield from _record(record, source, aside)
            cut = getattr(record.raw_stream, "limit", 0) > 0
            source.kind = whole
    except InputError as error:
        yield error
    except Exception as fault:
        yield UnreadableInput(
            source.name, f"the archive is broken after record {last} ({summary(fault)})", "Get it again"
        )
    if not cut and not whole_stream.is_complete:
        yield UnreadableInput(source.name, f"the archive breaks off after record {last}", "Get it again")
    if aside:
        listed = ", ".join(f"{count} {what}" for what, count in sorted(aside.items()))
        source.notes.append(f"{source.name}: records left aside ({listed})")


def _record(record: Any, source: Source, aside: Counter[str]) -> Iterator[Draft | InputError]:
    kind = record.rec_type
    if kind not in ("response", "conversion", "resource"):
        if kind == "revisit":
            aside["revisit"] += 1
        return
    address = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
    if not address.startswith(("http://", "https://")):
        return
    where = f"{source.name}: {address}"
    status, type_, charset = 200, (record.rec_headers.get_header("Content-Type") or "").lower(), None
    if kind == "response":
        if record.http_headers is None:
            aside["without an answer of a server"] += 1
            return
        code = record.http_headers.get_statuscode()
        status = int(code) if code and code.isdecimal() else 0
        given = record.http_headers.get_header("Content-Type") or ""
        type_ = given.lower()
        found = _CHARSET.search(given)
        charset = found[1] if found else None
    type_ = type_.partition(";")[0].strip()
    if status != 200:
        aside[f"with status {status}"] += 1
        return
    if type_ and type_ not in (*_PAGES, *_FEEDS, "text/plain"):
        aside[type_] += 1
        return
    data = record.content_stream().read(_LIMIT + 1)
    if len(data) > _LIMIT:
        yield UnreadableInput(where, f"a page longer than {_LIMIT // 1_000_000} MB", "Leave it out")
        return
    if getattr(record.raw_stream, "limit", 0) > 0:
        yield UnreadableInput(where, "the archive breaks off in this page", "Get the archive again")
        return
    if record.rec_headers.get_header("WARC-Truncated"):
        source.notes.append(f"{where}: the page was cut when it was taken")
    source.address, source.charset = address, charset
    try:
        yield from _drafts(data, type_, kind, where, source)
    except InputError as error:
        yield error
    except Exception as fault:
        yield UnreadableInput(where, f"the page is broken ({summary(fault)})", "Leave it out")
    finally:
        source.address = source.charset = None


def _drafts(data: bytes, type_: str, kind: str, where: str, source: Source) -> Iterator[Draft | InputError]:
    if kind == "conversion" or type_ == "text/plain":
        text = decoded(data, "utf-8").strip()
        source.kind = "text of a web archive"
        if text:
            fields = Fields()
            fields.take("url", source.address, "WARC-Target-URI")
            yield source.draft(text, fields, where)
        return
    text = decoded(data, source.charset)
    known = kinds.of_text(text, "")
    if known.module == "web.feed" or (type_ in _FEEDS and known.module not in (None, "web.page")):
        yield from source.member(where.partition(": ")[2], data, address=source.address)
        return
    source.kind = "a page of a web archive"
    yield from of_html(text, source, where)


class _Whole:
    """A stream that knows afterwards whether it ended as an archive does."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self._tail = b""
        self._cut = False

    def read(self, size: int = -1) -> bytes:
        try:
            # One piece: what came before a cut is given before the cut is met.
            data: bytes = self._stream.read1(size)
        except (EOFError, gzip.BadGzipFile):
            self._cut = True
            return b""
        self._tail = (self._tail + data[-4:])[-4:]
        return data

    @property
    def is_complete(self) -> bool:
        """Whether the last record was closed, by two line breaks and the end of what it was packed in."""
        return not self._cut and self._tail.endswith(b"\n")
