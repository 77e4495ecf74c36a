"""An export of the old LexisNexis or Nexis UK in, as text or HTML, its articles out.

Each article opens with its number (`3 of 74 DOCUMENTS`), the outlet, the day and the headline, then labels (`BYLINE:`,
`LENGTH: 355 words`), the story, more labels and the rights. `LOAD-DATE` is no day of publication. In text, lines are
wrapped at 79 columns and paragraphs parted by a blank line; in HTML they are blocks in the same order. How many
articles there are, the cover or the numbers say.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dateline.errors import InputError, MalformedArticle
from dateline.readers import encodings
from dateline.readers.databases import printed
from dateline.readers.drafts import Draft, Fields
from dateline.readers.sources import Source

_NUMBER = re.compile(
    r"^[ \t]*(?:(\d+) (?:of|von|de|di|van) (\d+) (?:DOCUMENTS?|DOKUMENTEN?|DOCUMENTOS?|DOCUMENTI)"
    r"|(?:Dokument|Document|Documento) (\d+) (?:of|von|de|di|van) (\d+))[ \t]*\r?$",
    re.MULTILINE | re.IGNORECASE,
)
_RIGHTS = re.compile(r"(?:Copyright\b|©|\(c\) ?\d{4}|All Rights Reserved)", re.IGNORECASE)
_ITEMS = re.compile(r"(?:Items?|Dokumente|Documents?)\s*:\s*(\d[\d,\s-]*)")
_DOC = re.compile(r"<DOC\s+NUMBER=", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_CENTRED = re.compile(r"[ \t]{6,}\S")
_INDENT = re.compile(r"[ \t]{2,}\S")

# Blocks above the headline in which the day is looked for.
_HEAD = 8


class _Block(NamedTuple):
    """A paragraph."""

    text: str
    centred: bool = False


def read(source: Source) -> Iterator[Draft | InputError]:
    """The articles of an export."""
    if source.kind.endswith("(HTML)"):
        yield from _checked(_of_pages(source), source)
        return
    text, note = encodings.decode(source.data(), source.name)
    if note:
        source.notes.append(note)
    yield from of_text(text, source)


def of_text(text: str, source: Source) -> Iterator[Draft | InputError]:
    """The articles of an export that was made text."""
    cover = text[: next((found.start() for found in _NUMBER.finditer(text)), 0)]
    yield from _checked(_of_text(text), source, _asked_for(cover))


def _asked_for(cover: str) -> int | None:
    """How many articles the cover says were asked for: `Selected Items: 1-10, 12`."""
    found = _ITEMS.search(cover)
    if found is None:
        return None
    ranges = re.findall(r"(\d+)(?:\s*-\s*(\d+))?", found[1])
    return sum(int(last or first) - int(first) + 1 for first, last in ranges)


def _of_text(text: str) -> Iterator[tuple[int, int, list[_Block]]]:
    """Number, how many there are by the file, and the blocks of each article."""
    marks = list(_NUMBER.finditer(text))
    for mark, following in zip(marks, (*marks[1:], None), strict=True):
        number, of = (int(part) for part in mark.groups() if part)
        yield number, of, _blocks(text[mark.end() : following.start() if following else len(text)])


def _blocks(text: str) -> list[_Block]:
    """The paragraphs of a text whose lines were wrapped."""
    blocks: list[_Block] = []
    lines: list[str] = []
    for line in (*text.expandtabs().splitlines(), ""):
        if line.strip() and line.strip() != "\f":
            if lines and (_CENTRED.match(line) is None) != (_CENTRED.match(lines[-1]) is None) and not blocks:
                blocks.append(_Block(printed.joined(lines), bool(_CENTRED.match(lines[0]))))
                lines = []
            lines.append(line)
        elif lines:
            blocks.append(_Block(printed.joined(lines), all(map(_CENTRED.match, lines))))
            lines = []
    return blocks


def _of_pages(source: Source) -> Iterator[tuple[int, int, list[_Block]]]:
    from dateline.readers.web.blocks import blocks  # noqa: PLC0415
    from dateline.readers.web.charset import decoded  # noqa: PLC0415 - for pages alone

    text = _COMMENT.sub("", decoded(source.data(), source.charset).replace("<!-- Hide XML section from browser", ""))
    starts = [found.start() for found in _DOC.finditer(text)]
    parts = [text[start:end] for start, end in zip(starts, (*starts[1:], len(text)), strict=True)] or [text]
    for place, part in enumerate(parts, 1):
        found = blocks(re.sub(r"^<DOC[^>]*>\s*(?:<DOCFULL>)?\s*(?:-->)?", "", part, flags=re.IGNORECASE))
        mark = next((m for m in (_NUMBER.match(block) for block in found[:4]) if m), None)
        number, of = (int(one) for one in mark.groups() if one) if mark else (place, 0)
        at = next((i for i, block in enumerate(found[:4]) if _NUMBER.match(block)), -1)
        yield number, of, [_Block(block) for block in found[at + 1 :] if not re.fullmatch(r"(?:-->|<!--)\s*", block)]


def _checked(
    parts: Iterator[tuple[int, int, list[_Block]]], source: Source, asked_for: int | None = None
) -> Iterator[Draft | InputError]:
    """The articles, and an error where they are not as many as the cover, or else their numbers, say."""
    numbers: list[int] = []
    totals: set[int] = set()
    for number, of, blocks in parts:
        numbers.append(number)
        totals.add(of)
        where = f"{source.name}#{number}"
        try:
            yield _article(blocks, where, source)
        except InputError as error:
            yield error
    said = asked_for or (max(totals) if len(totals) == 1 else 0)
    if said > len(numbers):
        first = min(numbers, default=1)
        gone = sorted({*range(first, first + said)} - {*numbers})
        listed = ", ".join(map(str, gone[:10])) + (" and others" if len(gone) > 10 else "")
        yield MalformedArticle(
            source.name,
            f"it says that there are {said} articles, and {len(numbers)} are there (missing: {listed})",
            "Get the export again; the articles that are there are read",
        )


def _article(blocks: Sequence[_Block], where: str, source: Source) -> Draft:
    fields = Fields()
    at = next((i for i, block in enumerate(blocks[:_HEAD]) if _is_date(block.text)), None)
    if at is None:
        at = next(
            (
                i
                for i, block in enumerate(blocks[:_HEAD])
                if printed.dated(block.text) and not printed.label(block.text)
            ),
            None,
        )
    if at is None:
        rest = list(blocks[1:])
        fields.take("source", blocks[0].text if blocks else None, "LexisNexis: the first line")
    else:
        fields.take("published", printed.day(blocks[at].text, where), "LexisNexis: the line below the outlet")
        above = [block.text for block in blocks[:at] if not _RIGHTS.match(block.text)]
        fields.take("source", above[0] if above else None, "LexisNexis: the first line")
        rest = list(blocks[at + 1 :])
    title: list[str] = []
    story: list[str] = []
    count: int | None = None
    ended = False
    in_head = True
    for i, block in enumerate(rest):
        found = printed.label(block.text)
        meaning, words = found if found else (None, "")
        if meaning == "language":
            fields.take("language", printed.language(words), "LexisNexis: LANGUAGE")
        if meaning == "url":
            fields.take("url", words if words.startswith("http") else None, "LexisNexis: URL")
        if ended:
            continue
        if in_head:
            if meaning in ("byline", "section"):
                words = printed.without_page(words) if meaning == "section" else words
                fields.take(meaning, words, f"LexisNexis: {meaning.upper()}")
            elif meaning == "length":
                count = printed.number_of_words(words)
            elif meaning in ("dateline", "highlight", "head", "url"):
                pass
            elif meaning == "body":
                in_head = False
                if words:
                    story.append(words)
            elif meaning in ("after", "perhaps after", "language") and not title:
                continue
            elif not title and count is None and not block.centred:
                title.append(block.text)
            elif not any(_is_head_label(one) for one in rest[i:][:_HEAD]) or (title and count is not None):
                in_head = False
                story.append(block.text)
            elif count is None and not block.centred and not fields.values.get("byline"):
                title.append(block.text)
            continue
        if (meaning in ("after", "perhaps after", "language", "url") and _is_shouted(block.text)) or _is_rights(
            block, rest[i:]
        ):
            ended = True
            continue
        story.append(block.text)
    fields.take("title", " ".join(title), "LexisNexis: the headline")
    text = "\n\n".join(story)
    if not text:
        raise MalformedArticle(where, f"the article “{fields.values.get('title')}” has no text", "Get it again")
    note = printed.missing(count, text, fields.values.get("title"), where)
    if note:
        source.notes.append(note)
    return source.draft(text, fields, where)


def _is_date(line: str) -> bool:
    """Whether a line is that of the day, and not an outlet or a headline with a date in it."""
    return printed.dated(line) is not None and printed.label(line) is None and not _RIGHTS.match(line)


def _is_head_label(block: _Block) -> bool:
    found = printed.label(block.text)
    return (
        found is not None
        and found[0] in {"length", "byline", "section", "dateline", "highlight", "body"}
        and _is_shouted(block.text)
    )


def _is_shouted(line: str) -> bool:
    """Whether a label is written in capitals, as LexisNexis writes its own."""
    label = line.partition(":")[0]
    return label == label.upper()


def _is_rights(block: _Block, rest: Sequence[_Block]) -> bool:
    """Whether a block is the note of rights, below which nothing of the story stands."""
    return bool(_RIGHTS.match(block.text)) and len(block.text) < 300 and len(rest) <= 4
