"""An export of ProQuest in, as text, HTML or mail, its articles out: labels with values, one being the full text.

`Last updated` is when the database touched the record, and never the day of publication.
"""

import re
from collections.abc import Iterator, Mapping

from dateline.errors import InputError, MalformedArticle
from dateline.readers import encodings
from dateline.readers.databases import printed
from dateline.readers.drafts import Draft, Fields
from dateline.readers.sources import Source, library
from dateline.readers.web.blocks import blocks
from dateline.readers.web.charset import decoded

_LABELS = (
    "Title", "Author", "Authors", "Publication info", "Abstract", "Abstract (summary)", "Links", "Full text",
    "Full Text", "Subject", "Location", "People", "Company / organization", "Classification", "Publication title",
    "Publication date", "Publication year", "Pages", "First page", "Number of pages", "Section", "Publisher",
    "Place of publication", "Country of publication", "Publication subject", "ISSN", "Source type",
    "Language of publication", "Document type", "ProQuest document ID", "Document URL", "Copyright",
    "Last updated", "Database", "Dateline", "Column", "Edition", "Volume", "Issue", "Publication frequency",
    "Credit", "Identifier / keyword", "Document feature", "Accession number", "Tag", "Word count", "e-ISSN",
    "EISSN", "CODEN", "Journal subject", "ProQuest document link", "Correspondence author", "Illustration",
    "Caption", "CAPTION", "Notes",
)  # fmt: skip
_LABEL = re.compile(rf"^[ \t]*({'|'.join(map(re.escape, sorted(_LABELS, key=len, reverse=True)))}):[ \t\xa0]*(.*)$")
# What stands before a headline in a list: `1. `, `Document 1 of 10`.
_NUMBERED = re.compile(r"^(?:Document \d+ of \d+\s*|\d+\.\s+)")
_RULE = re.compile(r"^[ \t]*_{20,}[ \t]*\r?$", re.MULTILINE)
_INFO = re.compile(
    r"^(.*?)(?:\s*;\s*[^\[\];]+)?\s*(?:\[[^\]]*\])?\s*(\d{1,2} \w+ \d{4}|\w+ \d{1,2}, \d{4})(?::\s*.*)?$"
)
_LINK = re.compile(
    r"^\s*(?:ProQuest document link|https?://\S*proquest\.\S+|UC-eLinks|Check for full text.*)\s*$", re.IGNORECASE
)
_AFTER_TEXT = {
    "Subject", "Location", "People", "Company / organization", "Classification", "Publication title", "Title", "Credit",
    "Illustration", "Caption", "CAPTION", "Identifier / keyword", "Publication date", "Publication year", "Word count",
    "Document feature", "Copyright", "Correspondence author",
}  # fmt: skip


def read(source: Source) -> Iterator[Draft | InputError]:
    """The articles of an export."""
    if source.kind.endswith("(HTML)"):
        yield from of_html(decoded(source.data(), source.charset), source)
        return
    text, note = encodings.decode(source.data(), source.name)
    if note:
        source.notes.append(note)
    yield from of_text(text, source)


def of_text(text: str, source: Source) -> Iterator[Draft | InputError]:
    """The articles of an export that was made text: a line of underscores stands between two."""
    parts = [part for part in _RULE.split(text) if _is_record(part)]
    for number, part in enumerate(parts, 1):
        yield from _one(part.splitlines(), f"{source.name}#{number}" if len(parts) > 1 else source.name, source)


def of_html(text: str, source: Source) -> Iterator[Draft | InputError]:
    """The articles of an export in HTML: a block each, which opens with an anchor that names the record."""
    html = library("lxml.html", source)
    tree = html.fromstring(f"<div>{re.sub(r'<[?]xml[^>]*[?]>', '', text)}</div>")
    anchors = [one for one in tree.iter("a") if (one.get("name") or "").startswith("DocID_")]
    holders = list(dict.fromkeys(one.getparent() for one in anchors))
    if len(holders) < len(anchors) or not holders:
        starts = [found.start() for found in re.finditer(r'<a[^>]*name="DocID_', text)]
        pieces = [text[a:b] for a, b in zip(starts, (*starts[1:], len(text)), strict=True)] or [text]
    else:
        pieces = [html.tostring(holder, encoding="unicode", with_tail=False) for holder in holders]
    if not anchors:
        whole = re.split(r"<hr\b[^>]*>", text)
        pieces = [piece for piece in whole if "<strong" in piece and _is_record("\n".join(blocks(piece)))] or [text]
    for number, piece in enumerate(pieces, 1):
        where = f"{source.name}#{number}" if len(pieces) > 1 else source.name
        title = re.search(r"<p[^>]*font-weight:\s*bold[^>]*>(.*?)</p>", piece, re.DOTALL)
        # The document's own title element within the text is empty and stands for nothing.
        lines = blocks(re.sub(r"<title>\s*</title>|<meta\b[^>]*>", "", piece))
        heading = " ".join(blocks(title[1])) if title else None
        yield from _one(lines, where, source, heading)


def _is_record(text: str) -> bool:
    return len({found[1] for line in text.splitlines() if (found := _LABEL.match(line))}) >= 3


def _one(lines: list[str], where: str, source: Source, heading: str | None = None) -> Iterator[Draft | InputError]:
    try:
        yield _article(_labelled(lines, heading), where, source)
    except InputError as error:
        yield error


def _labelled(lines: list[str], heading: str | None) -> dict[str, list[str]]:
    """The paragraphs under each label; what stands above the first one is the headline."""
    parts: dict[str, list[str]] = {"": []}
    current = ""
    for line in lines:
        words = line.strip()
        found = _LABEL.match(words)
        label = found[1] if found else None
        in_text = current in ("Full text", "Full Text")
        if label and not (in_text and label not in _AFTER_TEXT) and (label not in parts or not in_text):
            # A record gives some of its labels twice: above the text, and in the list below it.
            current = label if label not in parts else f"{label} again"
            parts.setdefault(current, [])
            words = found[2].strip() if found else ""
        if words and (label or not _LINK.match(words)):
            parts[current].append(words)
    if heading:
        parts[""] = [heading]
    return parts


def _article(parts: Mapping[str, list[str]], where: str, source: Source) -> Draft:
    def words(*labels: str) -> str:
        return next((" ".join(parts[label]) for label in labels if parts.get(label)), "")

    fields = Fields()
    title = words("Title") or _NUMBERED.sub("", words(""))
    fields.take("title", title, "ProQuest: Title")
    info = words("Publication info")
    told = re.search(r"\d{1,2} [A-Z]\w+ \d{4}|[A-Z]\w+ \d{1,2}, \d{4}", info)
    for label, given in (
        ("Publication date", words("Publication date")),
        ("Publication info", told[0] if told else ""),
    ):
        fields.take("published", printed.day(given, where) if given else None, f"ProQuest: {label}")
    outlet = words("Publication title")
    fields.take("source", re.sub(r"\s*;\s*[^;]+$", "", outlet), "ProQuest: Publication title")
    fields.take("source", re.split(r"\s*;|\s*\[", info)[0], "ProQuest: Publication info")
    fields.take("byline", words("Author", "Authors"), "ProQuest: Author")
    fields.take("section", words("Section"), "ProQuest: Section")
    fields.take("url", words("Document URL").split("?")[0], "ProQuest: Document URL")
    fields.take("id", words("ProQuest document ID"), "ProQuest: ProQuest document ID")
    fields.take("language", printed.language(words("Language of publication")), "ProQuest: Language of publication")
    story = [one for one in (*parts.get("Full text", ()), *parts.get("Full Text", ())) if one not in ("--", "-")]
    abstract = [one for label in ("Abstract", "Abstract (summary)") for one in parts.get(label, ())]
    if story and story[0].lower().startswith("full text"):
        story = story[1:]
    text = "\n\n".join(story or abstract)
    if not text or (not story and text.lower().startswith("none available")):
        raise MalformedArticle(where, f"the record “{title}” has no full text", "Get it with its text, or leave it out")
    return source.draft(text, fields, where, excerpt=not story)
