"""A PDF with a text layer in, its articles out: lines put together to paragraphs, running heads left out.

A hyphen at the end of a line is taken away where the word goes on in small letters. A line that stands at the top or
the foot of most pages, but for its figures, is a running head. A paragraph ends where its last line is clearly shorter
than the others and closed as a sentence is.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from dateline.errors import InputError, UnreadableInput
from dateline.readers.databases.nexis_uni import Paragraph
from dateline.readers.documents.parts import drafts
from dateline.readers.drafts import Draft
from dateline.readers.sources import Source, library

# Lines at the top and the foot of a page that may be running heads, and the share of pages that must have them.
_EDGE, _MOST = 3, 0.5
# Characters of a page that has a text layer worth the name.
_FEW = 20
# Pages that are read.
_PAGES = 5_000
# A line shorter than this share of the usual one ends a paragraph when it is closed as a sentence is, and one shorter
# than the second share in any case.
_SHORT, _ALONE = 0.85, 0.6

_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u00ad\ufffe\x02]$")
_CLOSED = re.compile(r"[.!?:…][\"”’')\]]*$")


def read(source: Source) -> Iterator[Draft | InputError]:
    """The articles of a document."""
    pages = list(_pages(source))
    if (sum(map(len, pages)) and not any(len("".join(page)) > _FEW for page in pages)) or not any(map(len, pages)):
        raise UnreadableInput(
            source.name, "it is a PDF of pictures, a scan without a text layer", "Run it through text recognition (OCR)"
        )
    heads = _running_heads(pages)
    lines = [line for page in pages for line in _without(page, heads)]
    yield from drafts([Paragraph(one) for one in paragraphs(lines)], source)


def _pages(source: Source) -> Iterator[list[str]]:
    """The lines of each page."""
    pdfium: Any = library("pypdfium2", source)
    try:
        document = pdfium.PdfDocument(source.data())
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise UnreadableInput(source.name, "it is a PDF under a password", "Save it without one") from None
        raise UnreadableInput(source.name, "it is a PDF that is damaged or breaks off", "Get it again") from None
    try:
        for number in range(min(len(document), _PAGES)):
            page = document[number]
            text = page.get_textpage()
            yield [" ".join(line.split()) for line in text.get_text_range().splitlines()]
            text.close()
            page.close()
    finally:
        document.close()


def _shape(line: str) -> str:
    """A line without its figures: the number of a page changes."""
    return re.sub(r"\d+", "0", line).strip().lower()


def _running_heads(pages: Sequence[Sequence[str]]) -> set[str]:
    if len(pages) < 3:
        # Of two pages, only what is the number of one and nothing else can be told.
        return {"0", "- 0 -", "page 0", "page 0 of 0", "0 / 0", "0/0"}
    counts = Counter(
        shape
        for page in pages
        for shape in {_shape(line) for line in [*_filled(page)[:_EDGE], *_filled(page)[-_EDGE:]]}
    )
    return {shape for shape, count in counts.items() if shape and count >= max(2, _MOST * len(pages))} | {
        "0", "- 0 -", "page 0", "page 0 of 0",
    }  # fmt: skip


def _filled(page: Sequence[str]) -> list[str]:
    return [line for line in page if line.strip()]


def _without(page: Sequence[str], heads: set[str]) -> list[str]:
    """The lines of a page without running heads at its edges."""
    filled = [i for i, line in enumerate(page) if line.strip()]
    edges = {*filled[:_EDGE], *filled[-_EDGE:]}
    return [line for i, line in enumerate(page) if not (i in edges and _shape(line) in heads)]


def paragraphs(lines: Sequence[str]) -> list[str]:
    """Lines as they were printed, put together to paragraphs."""
    lengths = sorted(len(line) for line in lines if len(line) > 30)
    usual = lengths[int(0.7 * len(lengths))] if lengths else 0
    found: list[str] = []
    text = ""
    last = ""
    for line in lines:
        words = line.strip()
        short = bool(last) and len(last) < _SHORT * usual and bool(_CLOSED.search(last))
        # A title, a byline, a date: a line far from the edge that the next one does not go on from.
        alone = bool(last) and len(last) < _ALONE * usual and not words[:1].islower() and not _HYPHEN.search(last)
        ends = not words or short or alone
        if ends and text:
            found.append(text)
            text = ""
        if words:
            if _HYPHEN.search(text) and words[0].islower():
                text = _HYPHEN.sub("", text) + words
            elif text:
                text = f"{text.rstrip()} {words}"
            else:
                text = words
        last = words
    return [*found, text] if text else found
