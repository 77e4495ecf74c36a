"""An export of Nexis Uni (Lexis Advance) in, its articles out: from its paragraphs, whatever document held them.

An article is a headline, the outlet and the day, then labels (`Length:`, `Byline:`), the line `Body`, the story, more
labels, and the line `End of Document`. In Word, it begins at an empty paragraph that holds the end of a bookmark, which
is the surest sign; in RTF and text, the line with the day is looked for, and what stands above it. `Load-Date` is the
day on which the database took the article in, and is never the day of publication. The cover in front counts the
articles (`Documents (50)`); where that does not agree, it is said.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dateline.errors import InputError, MalformedArticle
from dateline.readers import encodings
from dateline.readers.databases import printed
from dateline.readers.drafts import Draft, Fields
from dateline.readers.sources import Source


class Paragraph(NamedTuple):
    """A paragraph or a line of a document."""

    text: str
    begins: bool = False
    """It is an empty one at which an article begins."""
    heading: bool = False
    """It is set as a heading."""
    link: str | None = None


_COVER = re.compile(
    r"\s*(?:User Name|Date and Time|Job Number|Client/Matter|Search Terms|Search Type|Narrowed by|Content Type|"
    r"Sources?|"
    r"Quellen|Timeline|Documents?|Dokumente|Nutzername|Benutzername|Datum und Uhrzeit|Suchbegriffe|Suchtyp|"
    r"Inhaltstyp|Eingegrenzt durch|Nom d'utilisateur|Termes de recherche|Type de recherche|Type de contenu|"
    r"Search Result|Delivery|Total Documents)\b[^\n]{0,4}(?::|\(|$)",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"\s*(?:Documents?|Dokumente?|Documentos|Documenti|Documenten)\s*\(\s*(\d[\d.,]*)\s*\)\s*$", re.IGNORECASE
)
_LISTED = re.compile(r"\s*\d{1,4}\.\s+\S")
_RUNNING = re.compile(
    r"\s*(?:Page \d+ of \d+|Seite \d+ von \d+|About LexisNexis\b.*|\|?\s*(?:Privacy Policy|Terms & Conditions)\b.*|"
    r"©?\s*(?:Copyright )?©? ?\d{4} LexisNexis\b.*|Find full-text .*|Load Date: .*)\s*$",
    re.IGNORECASE,
)
_STORY_FOLLOWS = {"full text", "full text:", "volltext", "texte intégral"}
_RIGHTS = re.compile(r"\s*(?:Copyright|©|\(c\)\s|All rights reserved|Provided by|Distributed by)", re.IGNORECASE)
_ADDRESS = re.compile(r"URL:\s*https?://\S+$", re.IGNORECASE)
# Lines below a label that stands alone at the end of a story (`Notes`).
_FEW_BELOW = 6
_LINK = re.compile(r"https?://\S+|Link to (?:Image|PDF).*", re.IGNORECASE)


def read(source: Source) -> Iterator[Draft | InputError]:
    """The articles of an export as plain text."""
    text, note = encodings.decode(source.data(), source.name)
    if note:
        source.notes.append(note)
    yield from articles([Paragraph(line) for line in text.splitlines()], source)


def is_export(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether paragraphs are those of an export."""
    return any(printed.is_end(paragraph.text) for paragraph in paragraphs) and any(
        printed.heading(paragraph.text) == "body" or _label(paragraph.text) == "length" for paragraph in paragraphs
    )


def is_cover(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether paragraphs are a cover alone, which Nexis delivers as a file of its own beside one file an article."""
    head = [paragraph.text.replace("\xa0", " ") for paragraph in paragraphs[:60] if paragraph.text.strip()]
    return any(map(_COUNT.match, head)) and sum(bool(_COVER.match(line)) for line in head) >= 3


def articles(paragraphs: Sequence[Paragraph], source: Source) -> Iterator[Draft | InputError]:
    """The articles of an export, and an error where they are not as many as its cover says."""
    told = None
    found = 0
    for paragraph in paragraphs[:4_000]:
        if counted := _COUNT.match(paragraph.text.replace("\xa0", " ")):
            told = int(re.sub(r"\D", "", counted[1]))
            break
    segment: list[Paragraph] = []
    for paragraph in paragraphs:
        if printed.is_end(paragraph.text):
            found += 1
            yield _or_error(segment, found, source)
            segment = []
        elif not _RUNNING.match(paragraph.text):
            segment.append(paragraph)
    if any(_label(one.text) == "length" for one in segment):
        found += 1
        yield _or_error(segment, found, source)
        where = f"{source.name}#{found}"
        yield MalformedArticle(where, "the file breaks off in this article", "Get the export again")
    if told is not None and told != found:
        yield MalformedArticle(
            source.name,
            f"its cover says that it holds {told} articles, and {found} are there",
            "Get the export again; the articles that are there are read",
        )


def _or_error(segment: Sequence[Paragraph], number: int, source: Source) -> Draft | InputError:
    try:
        return _article(segment, number == 1, f"{source.name}#{number}", source)
    except InputError as error:
        return error


def _label(line: str) -> str | None:
    found = printed.label(line)
    return found[0] if found else None


def _article(segment: Sequence[Paragraph], first: bool, where: str, source: Source) -> Draft:
    body = next((i for i, one in enumerate(segment) if printed.heading(one.text) == "body"), None)
    labels = [i for i, one in enumerate(segment) if _label(one.text) in _HEAD_LABELS]
    start = _start(segment, first, body if body is not None else labels[0] if labels else len(segment))
    labels = [i for i in labels if i >= start and (body is None or i < body)]
    above = labels[0] if labels else body
    if above is None:
        raise MalformedArticle(where, "there is neither “Body” nor a label of Nexis in it", "Get the export again")
    head = [one for one in segment[start:above] if one.text.strip()]
    fields = Fields()
    at = next((i for i, one in enumerate(head) if i and _is_date(one.text)), None)
    if at is None:
        at = next((i for i, one in enumerate(head) if printed.dated(one.text)), None)
    if at is not None:
        fields.take("published", printed.day(head[at].text, where), "Nexis: the line below the outlet")
        title, outlet = _title_and_outlet([one for one in head[:at] if not _RIGHTS.match(one.text)])
    else:
        title, outlet = _title_and_outlet([one for one in head[:2] if not _RIGHTS.match(one.text)])
    fields.take("title", title, "Nexis: the headline")
    fields.take("source", outlet, "Nexis: the line below the headline")
    fields.take(
        "url", next((one.link for one in head if one.link and "lexis" not in one.link), None), "Nexis: the link"
    )
    count = None
    last = None
    for one in segment[above : body if body is not None else above + 12]:
        found = printed.label(one.text)
        if found is None:
            continue
        meaning, words = found
        last = segment.index(one, above)
        if meaning == "length":
            count = printed.number_of_words(words)
        elif meaning == "byline":
            fields.take(meaning, words, "Nexis: byline")
        elif meaning == "section":
            fields.take(meaning, printed.without_page(words), "Nexis: section")
    story, after = _story(segment[(body if body is not None else last or above) + 1 :])
    for one in after:
        found = printed.label(one.text)
        if found and found[0] == "language":
            fields.take("language", printed.language(found[1]), "Nexis: language")
    fields.take("url", next((one.rpartition(" ")[2] for one in story if _ADDRESS.match(one)), None), "Nexis: URL")
    story = [one for one in story if not _ADDRESS.match(one)]
    text = "\n\n".join(story)
    if not text:
        raise MalformedArticle(where, f"the article “{title}” has no text", "Get it again, or leave it out")
    note = printed.missing(count, text, title, where)
    if note:
        source.notes.append(note)
    return source.draft(text, fields, where)


_HEAD_LABELS = {"section", "length", "byline", "dateline", "highlight", "head"}


def _start(segment: Sequence[Paragraph], first: bool, above: int) -> int:
    """Where the article begins: at its mark, at the last heading, or below the cover."""
    marks = [i for i, one in enumerate(segment[:above]) if one.begins]
    headings = [i for i, one in enumerate(segment[:above]) if one.heading and one.text.strip()]
    if headings:
        return headings[-1] if not marks or headings[-1] > marks[-1] else marks[-1]
    if marks and any(one.text.strip() for one in segment[marks[-1] : above]):
        return marks[-1]
    if not first or not any(_COVER.match(one.text) for one in segment[:above]):
        return 0
    # Below the cover: what it lists, the searches that found it, and the kinds of sources it was narrowed to.
    cover = max(
        i
        for i, one in enumerate(segment[:above])
        if _COVER.match(one.text) or (_LISTED.match(one.text) and not printed.dated(one.text))
    )
    blank = next((i for i in range(cover + 1, above) if not segment[i].text.strip()), cover + 1)
    return blank if any(one.text.strip() for one in segment[blank:above]) else cover + 1


def _is_date(line: str) -> bool:
    """Whether a line is that of the day: `July 2, 2019 Tuesday 9:33 AM GMT`, and not a headline with a date in it."""
    words = line.strip()
    day = printed.dated(words)
    return (
        day is not None
        and len(words) < 100
        and bool(re.match(r"\s*(?:[^\W\d]+\.?,?\s+)?\d{1,2}\b|\s*[^\W\d]+\.? \d|\d", words))
    )


def _title_and_outlet(head: Sequence[Paragraph]) -> tuple[str | None, str | None]:
    """The headline, of one line or several, and the outlet, the last line above the day."""
    lines = [" ".join(one.text.split()) for one in head]
    if len(lines) < 2:
        return (lines[0] if lines else None), None
    return " ".join(lines[:-1]), lines[-1]


def _story(rest: Sequence[Paragraph]) -> tuple[list[str], Sequence[Paragraph]]:
    """The paragraphs of the story, and what stands below them."""
    story: list[str] = []
    for i, one in enumerate(rest):
        words = " ".join(one.text.split())
        if not words or (_LINK.fullmatch(words) and not story):
            continue
        found = printed.label(one.text)
        meaning = found[0] if found else printed.heading(one.text)
        closes = meaning == "perhaps after" and _closes(rest[i + 1 :], alone=found is None)
        if closes or meaning in ("after", "language"):
            return story, rest[i:]
        if words.lower() in _STORY_FOLLOWS:
            story = []
            continue
        if words.upper() in ("ABSTRACT", "ABSTRACT:") and not story:
            continue
        story.append(words)
    return story, []


def _closes(below: Sequence[Paragraph], *, alone: bool) -> bool:
    """Whether a line that may be a label is one: a story has lines such as `Note: …`.

    Nothing or another label stands below it; or it is a label `alone` on its line, with little below it.
    """
    lines = [one.text for one in below if one.text.strip()]
    line = next(iter(lines), "")
    return (
        not line
        or (alone and len(lines) <= _FEW_BELOW)
        or printed.label(line) is not None
        or printed.heading(line) is not None
    )
