"""Pages that were fetched in, a folder of them out, with an index that a later fetch asks by.

A page is written as UTF-8 with its address in a comment above it, as browsers do, so that reading knows it.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from dateline.errors import UnwritableOutput
from dateline.fetching.fetch import Fetched

INDEX = ".fetched.jsonl"
"""The index: address, file, ETag and Last-Modified of each page. Folders hide it from reading."""

_SUFFIXES = {
    "text/html": ".html", "application/xhtml+xml": ".html", "application/json": ".json",
    "application/ld+json": ".jsonld",
    "application/feed+json": ".json", "application/rss+xml": ".xml", "application/atom+xml": ".xml", "text/xml": ".xml",
    "application/xml": ".xml", "application/pdf": ".pdf", "text/plain": ".txt", "text/csv": ".csv",
}  # fmt: skip
_LONGEST = 80


class Folder:
    """A folder of pages."""

    def __init__(self, path: Path) -> None:
        """Raises UnwritableOutput where there can be no such folder."""
        self._path = path
        self._index: dict[str, dict[str, str]] = {}
        try:
            path.mkdir(parents=True, exist_ok=True)
            if (path / INDEX).exists():
                for line in (path / INDEX).read_text("utf-8").splitlines():
                    entry = json.loads(line)
                    self._index[entry["address"]] = entry
        except OSError as error:
            raise UnwritableOutput(str(path), error.strerror or type(error).__name__) from None
        except (ValueError, KeyError, TypeError):
            self._index = {}

    def known(self, address: str) -> Mapping[str, str] | None:
        """What is known of the page at an address, when its file is still there."""
        entry = self._index.get(address)
        return entry if entry and (self._path / entry["file"]).exists() else None

    def keep(self, page: Fetched) -> Path:
        """Write a page and put it in the index; the file. Raises UnwritableOutput where that cannot be done."""
        name = file_name(page)
        entry = {"address": page.address, "final": page.final, "file": name}
        entry |= {key: value for key, value in (("etag", page.etag), ("modified", page.modified)) if value}
        self._index[page.address] = entry
        lines = "".join(json.dumps(self._index[one], ensure_ascii=False) + "\n" for one in sorted(self._index))
        try:
            (self._path / name).write_bytes(content(page))
            (self._path / INDEX).write_text(lines, "utf-8")
        except OSError as error:
            raise UnwritableOutput(str(self._path / name), error.strerror or type(error).__name__) from None
        return self._path / name


def file_name(page: Fetched) -> str:
    """A name for the page's file: of its host and path, and a few figures that tell it from others."""
    parts = urlsplit(page.final)
    words = re.sub(r"[^\w.-]+", "-", f"{parts.hostname or ''}{parts.path}").strip("-.").lower()
    suffix = _SUFFIXES.get(page.type, ".html" if not page.type else ".bin")
    words = re.sub(r"\.(?:html?|xml|json|pdf|txt|csv|aspx?|php)$", "", words)[:_LONGEST].strip("-.")
    return f"{words or 'page'}-{hashlib.sha256(page.final.encode()).hexdigest()[:8]}{suffix}"


def content(page: Fetched) -> bytes:
    """The bytes of the page's file."""
    if _SUFFIXES.get(page.type, ".html" if not page.type else "") != ".html":
        return page.body
    from dateline.readers.web.charset import decoded  # noqa: PLC0415 - for pages alone

    address = page.final.replace("--", "%2D%2D").replace(">", "%3E")
    comment = f"<!-- saved from url=({len(address):04}){address} -->\n"
    return (comment + decoded(page.body, page.charset)).encode("utf-8", "replace")
