"""An export of Factiva in, as HTML, RTF or text, its articles out.

There are two forms. In the indexed one, each part of an article has a code (HD headline, WC words, PD day, SN outlet,
LP first paragraph, TD the rest). In the other one, the parts stand in a fixed order: the line with the number of words
is looked for; the day follows it, then the hour where there is one, then the outlet, its code, and the rights. An
article ends with `Document` and its number. Hits of the search are marked inside words, which are put together again.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dateline.errors import InputError, MalformedArticle
from dateline.readers import encodings
from dateline.readers.databases import printed
from dateline.readers.drafts import Draft, Fields
from dateline.readers.sources import Source, library

_END = re.compile(r"^[ \t]*Document ([A-Z]{2,10}\d{10}\w{6,})[ \t.]*\r?$", re.MULTILINE)
_NUMBER = re.compile(r"Document\s+([A-Z]{2,10}\d{10}\w{6,})")
_CODES = (
    "CLM", "SE", "HD", "BY", "CR", "WC", "PD", "ET", "SN", "SC", "NGC", "GC", "ED", "PG", "VOL", "LA", "CY", "CX",
    "LP", "TD", "ART", "CT", "RF", "CO", "IN", "NS", "RE", "IPC", "IPD", "PUB", "AN", "DE",
)  # fmt: skip
_CODED = re.compile(rf"^[ \t]*({'|'.join(_CODES)})[ \t\xa0|]*(?:\||\t|\xa0|[ ]{{2,}}|$)[ \t\xa0|]*(.*?)[ \t|]*$")
_RUNNING = re.compile(
    r"\s*(?:Page \d+ of \d+.*|Seite \d+ von \d+.*|©? ?\(?c?\)? ?\d{4} Factiva,? Inc\..*|Factiva\s*|Dow Jones\s*|"
    r"©\s*\d{4}\s*Factiva.*)\s*$",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\s*\d{1,2}[:.h]\d\d(?:\s*[AP]M)?(?:\s*[A-Z]{2,4})?\s*$", re.IGNORECASE)
_RIGHTS = re.compile(r"\s*(?:\(c\)|©|Copyright\b|c\d{4}\b|All rights reserved|Tous droits|Alle Rechte)", re.IGNORECASE)
_CODE_OF_OUTLET = re.compile(r"\s*[A-Z0-9]{2,8}\s*$")
_BY = re.compile(r"\s*(?:By|Von|Par|Por|Di|Da|Door)\s+\S", re.IGNORECASE)
_PAGE = re.compile(r"\s*(?:[A-Z]{0,3}\d{1,4}[A-Z]?|Page \w+)\s*$")
_LANGUAGE_CLASS = re.compile(r"\b([a-z]{2})(?:[A-Z]{2})?Article\b")

# Lines between the day and the story of the form without codes: hour, outlet, code, edition, page, language, rights.
_BELOW_THE_DAY = 12


def read(source: Source) -> Iterator[Draft | InputError]:
    """The articles of an export."""
    if source.kind.endswith("(HTML)"):
        yield from _of_page(source)
        return
    text, note = encodings.decode(source.data(), source.name)
    if note:
        source.notes.append(note)
    yield from of_text(text, source)


def of_text(text: str, source: Source) -> Iterator[Draft | InputError]:
    """The articles of an export that was made text."""
    start = 0
    number = 0
    for end in _END.finditer(text):
        number += 1
        where = f"{source.name}#{number}"
        lines = [line for line in text[start : end.start()].splitlines() if not _RUNNING.match(line)]
        start = end.end()
        try:
            coded = _coded(lines)
            parts = coded if coded else _ordered([line for line in lines if line.strip()])
            yield _article(parts, end[1], where, source, "code" if coded else "its place")
        except InputError as error:
            yield error
    rest = text[start:]
    if any(printed.number_of_words(line) is not None for line in rest.splitlines()):
        yield MalformedArticle(
            f"{source.name}#{number + 1}", "the file breaks off in this article", "Get the export again"
        )


_Parts = Mapping[str, list[str]]


def _coded(lines: Sequence[str]) -> dict[str, list[str]]:
    """The parts of an article of the indexed form, by code; nothing for the other form."""
    parts: dict[str, list[str]] = {}
    current: list[str] | None = None
    for line in lines:
        found = _CODED.match(line)
        if found and (found[1] not in parts):
            current = parts.setdefault(found[1], [])
            if found[2].strip():
                current.append(found[2].strip())
        elif current is not None and line.strip(" |\t\xa0"):
            current.append(line.strip(" |\t\xa0"))
    return parts if {"HD", "PD"} <= parts.keys() else {}


def _ordered(lines: Sequence[str]) -> dict[str, list[str]]:
    """The parts of an article of the form without codes, under the codes of the other."""
    anchor = next((i for i, line in enumerate(lines) if printed.number_of_words(line) is not None), None)
    if anchor is None:
        day = next((i for i, line in enumerate(lines[:_BELOW_THE_DAY]) if printed.dated(line)), None)
        if day is None:
            return {}
        anchor = day - 1
    above = [line.strip() for line in lines[: anchor + 1] if printed.number_of_words(line) is None]
    parts = _above(above)
    if anchor >= 0 and printed.number_of_words(lines[anchor]) is not None:
        parts["WC"] = [lines[anchor].strip()]
    below = list(lines[anchor + 1 :])
    if below and printed.dated(below[0]):
        parts["PD"] = [below.pop(0).strip()]
    if below and _CLOCK.match(below[0]):
        parts["ET"] = [below.pop(0).strip()]
    if below:
        parts["SN"] = [below.pop(0).strip()]
    rights = next((i for i, line in enumerate(below[:_BELOW_THE_DAY]) if _RIGHTS.match(line)), None)
    if rights is not None:
        for line in below[:rights]:
            if printed.language(line):
                parts.setdefault("LA", [line.strip()])
        parts["CY"] = [below[rights].strip()]
        story = below[rights + 1 :]
    else:
        story = below
        while story and (_CODE_OF_OUTLET.match(story[0]) or _PAGE.match(story[0]) or printed.language(story[0])):
            if printed.language(story[0]):
                parts.setdefault("LA", [story[0].strip()])
            story = story[1:]
    parts["TD"] = [line.strip() for line in story]
    return parts


def _above(lines: Sequence[str]) -> dict[str, list[str]]:
    """Section, headline and byline, of which only the headline is always there."""
    lines = list(lines)
    parts: dict[str, list[str]] = {}
    if len(lines) > 1 and (_BY.match(lines[-1]) or (len(lines) > 2 and len(lines[-1]) < 60) or _is_name(lines[-1])):
        parts["BY"] = [lines.pop()]
    if len(lines) > 1 and len(lines[0]) < 45 and len(lines[0]) < len(lines[1]):
        parts["SE"] = [lines.pop(0)]
    parts["HD"] = [" ".join(lines)]
    return parts


def _is_name(line: str) -> bool:
    words = re.split(r"[\s,;&]+", line.strip())
    return 2 <= len(words) <= 5 and all(
        word[:1].isupper() or word in ("and", "und", "et", "de", "van", "von") for word in words
    )


def _article(parts: _Parts, number: str | None, where: str, source: Source, by: str) -> Draft:
    """The article of parts under their codes."""

    def words(code: str) -> str:
        return " ".join(" ".join(parts.get(code, ())).split())

    fields = Fields()
    title = words("HD")
    day = words("PD")
    fields.take("id", number, "Factiva: Document")
    fields.take("title", title, f"Factiva: HD, by {by}")
    fields.take("published", printed.day(printed.without_time(day), where) if day else None, f"Factiva: PD, by {by}")
    fields.take("source", words("SN"), f"Factiva: SN, by {by}")
    fields.take("byline", words("BY"), f"Factiva: BY, by {by}")
    fields.take("section", words("SE"), f"Factiva: SE, by {by}")
    fields.take("language", printed.language(words("LA")) or words("_language") or None, f"Factiva: LA, by {by}")
    story = [" ".join(one.split()) for one in (*parts.get("LP", ()), *parts.get("TD", ()))]
    text = "\n\n".join(one for one in story if one)
    if not text:
        raise MalformedArticle(where, f"the article “{title}” has no text", "Get it again, or leave it out")
    note = printed.missing(printed.number_of_words(words("WC")), text, title, where)
    if note:
        source.notes.append(note)
    return source.draft(text, fields, where)


def _of_page(source: Source) -> Iterator[Draft | InputError]:
    from dateline.readers.web.charset import decoded  # noqa: PLC0415 - for pages alone

    html = library("lxml.html", source)
    tree = html.fromstring(re.sub(r"<\?xml[^>]*\?>", "", decoded(source.data(), source.charset)))
    every = [
        node for node in tree.iter("div") if _LANGUAGE_CLASS.search(node.get("class") or "") and _whole(node, html)
    ]
    nodes = [node for node in every if not any(other in every for other in node.iterdescendants("div"))]
    if not nodes:
        nodes = [node for node in tree.iter("div") if "article" in (node.get("class") or "").split()]
    for number, node in enumerate(nodes, 1):
        where = f"{source.name}#{number}"
        try:
            indexed = _of_table(node)
            parts = indexed or _of_blocks(node)
            language = _LANGUAGE_CLASS.search(node.get("class") or "")
            if language:
                parts["_language"] = [language[1]]
            document = _NUMBER.search(" ".join(node.itertext()))
            ours = node.getparent().get("id") if node.getparent() is not None else None
            identity = document[1] if document else (ours or "").removeprefix("article-") or None
            if document is None and not ours:
                raise MalformedArticle(where, "the file breaks off in this article", "Get the export again")
            yield _article(parts, identity, where, source, "code" if indexed else "its place")
        except InputError as error:
            yield error


def _whole(node: Any, html: Any) -> bool:
    return node.tag == "div" and html is not None


def _words(node: Any) -> str:
    return " ".join("".join(node.itertext()).replace("\xa0", " ").split())


def _of_table(node: Any) -> dict[str, list[str]]:
    """The parts of the indexed form: rows of a code and what it stands for."""
    parts: dict[str, list[str]] = {}
    for row in node.iter("tr"):
        cells = [cell for cell in row if cell.tag == "td"]
        code = _words(cells[0]).strip() if len(cells) > 1 else ""
        if code in _CODES and code not in parts:
            paragraphs = [_words(one) for one in cells[1].iter("p")]
            parts[code] = [one for one in paragraphs if one] or [_words(cells[1])]
    return parts if "HD" in parts else {}


def _of_blocks(node: Any) -> dict[str, list[str]]:
    """The parts of the form without codes: blocks with what is a headline and what a paragraph of the story marked."""
    story: list[str] = []
    headline: list[str] = []
    lines: list[str] = []
    headed = 0
    for block in node.iter("div", "p", "span", "b"):
        classes = block.get("class") or ""
        if "Headline" in classes:
            if not headline:
                headline, headed = [_words(block)], len(lines)
        elif block.tag == "p":
            words = _words(block)
            if (
                "articleParagraph" in classes
                or "Paragraph" in classes
                or (words and not _NUMBER.match(words) and story)
            ):
                story.append(words)
        elif block.tag == "div" and not len(block.xpath(".//div|.//p")) and block.get("id") != "hd":
            words = _words(block)
            if words and not block.xpath(".//*[contains(@class, 'Headline')]"):
                lines.append(words)
    anchor = next((i for i, line in enumerate(lines) if printed.number_of_words(line) is not None), None)
    if anchor is None:
        anchor = next((i for i, line in enumerate(lines) if printed.dated(line)), 0)
    # What stands above the headline is the section, what stands below it the byline.
    section, above = lines[: min(headed, anchor)], lines[headed:anchor]
    parts = _ordered(["—", *lines[anchor:]])
    parts["HD"] = headline or [_words(one) for one in node.xpath(".//*[@id='hd']")][:1]
    parts["TD"] = [one for one in story if not _NUMBER.match(one)]
    if section:
        parts["SE"] = section[-1:]
    if above:
        parts["BY"] = above[:1]
    else:
        parts.pop("BY", None)
    return parts
