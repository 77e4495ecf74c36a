"""A table's column names in, the field of an article that each fills out.

People call a column what their tool calls it: the names are those of Media Cloud, NewsAPI, GDELT, scrapers and
databases, and of people's own spreadsheets.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dateline.errors import InputError, MalformedArticle, UnreadableInput
from dateline.readers import stamps
from dateline.readers.drafts import Draft, Fields
from dateline.readers.sources import Source

# Field → names of columns, the surest first; compared by their letters and figures alone.
NAMES: Mapping[str, tuple[str, ...]] = {
    "text": (
        "text", "fulltext", "body", "articlebody", "articletext", "bodytext", "maintext", "content", "articlecontent",
        "contenttext", "plaintext", "cleantext", "rawtext", "story", "storytext", "article", "fullarticle", "newstext",
        "texte", "textkorper", "texto",
    ),
    "title": ("title", "headline", "articletitle", "storytitle", "head", "hed", "titre", "titel", "titulo"),
    "published": (
        "published", "publisheddate", "publishdate", "pubdate", "publishedat", "publicationdate", "datepublished",
        "datepublish", "publishedon", "publicationday", "publishingdate", "articledate", "date", "day", "datetime",
        "timestamp", "pubtime", "publishtime", "time", "datum", "fecha",
    ),
    "source": (
        "source", "sourcename", "outlet", "medianame", "mediasource", "publication", "publicationtitle", "publisher",
        "newspaper", "media", "sitename", "journal", "outletname", "newssource", "newsoutlet", "sourcedomain", "domain",
        "quelle", "fuente",
    ),
    "url": ("url", "link", "articleurl", "permalink", "address", "weburl", "canonicalurl", "storyurl", "sourceurl"),
    "byline": ("byline", "author", "authors", "creator", "writer", "journalist", "reporter"),
    "language": ("language", "lang", "articlelanguage"),
    "section": ("section", "category", "newsdesk", "desk"),
    "updated": ("updated", "updatedat", "modified", "datemodified", "datemodify", "lastmodified", "lastupdated"),
    "id": ("id", "articleid", "storiesid", "storyid", "guid", "docid", "documentid", "uuid", "uid", "accessionno"),
}  # fmt: skip

_FIELD_OF = {name: field for field, names in NAMES.items() for name in names}

# Rows above the names of the columns, in spreadsheets with a title of their own.
_ROWS_ABOVE = 15

_NAME_ONE = "Name the columns: --columns text=Body,published=Day"


def known(name: str) -> str | None:
    """The field that a column of this name fills, if any."""
    return _FIELD_OF.get(_plain(name))


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", "", name.casefold())


def chosen(names: Sequence[str], source: Source) -> dict[str, int]:
    """The column of each field. Raises UnreadableInput where the text, or one that was asked for, has none."""
    asked = source.wanted.columns
    plain = [_plain(name) for name in names]
    columns: dict[str, int] = {}
    for field, name in asked.items():
        wanted = _plain(name)
        place = names.index(name) if name in names else plain.index(wanted) if wanted in plain else None
        if place is None:
            raise UnreadableInput(source.name, f"it has no column “{name}”, but {_listed(names)}", _NAME_ONE)
        columns[field] = place
    taken = set(columns.values())
    for field, spellings in NAMES.items():
        if field in columns:
            continue
        place = next((plain.index(s) for s in spellings if s in plain and plain.index(s) not in taken), None)
        if place is not None:
            columns[field] = place
            taken.add(place)
    if "text" not in columns:
        if "url" in columns:
            raise UnreadableInput(
                source.name,
                f"it has no column of text, but {_listed(names)}: a list of addresses, as Media Cloud gives",
                "Fetch the pages with dateline fetch, or name the column: --columns text=Body",
            )
        raise UnreadableInput(source.name, f"it has no column of text, but {_listed(names)}", _NAME_ONE)
    return columns


def header(rows: Sequence[Sequence[Any]], source: Source) -> int:
    """Which of the first rows names the columns: the one with most names that are known, or that were asked for."""
    asked = {_plain(name) for name in source.wanted.columns.values()}

    def names(row: Sequence[Any]) -> int:
        return sum(isinstance(cell, str) and (known(cell) is not None or _plain(cell) in asked) for cell in row)

    counts = [names(row) for row in rows[:_ROWS_ABOVE]]
    best = max(counts, default=0)
    return counts.index(best) if best > 1 or (best and counts.index(best) == 0) else 0


def drafts(
    names: Sequence[str], rows: Iterator[tuple[int, Sequence[Any]]], source: Source
) -> Iterator[Draft | InputError]:
    """An article a row. `rows` come with the number by which a person finds them in the table."""
    columns = chosen(names, source)
    # All at once where there are days: in which order they give day and month, they tell together.
    held = list(rows) if "published" in columns else None
    first = stamps.day_is_first(_cell(row, columns["published"]) for _, row in held) if held else None
    for number, row in rows if held is None else held:
        if not any(cell is not None and str(cell).strip() for cell in row):
            continue
        where = f"{source.name}:{number}"
        try:
            yield _draft(names, columns, row, where, source, first)
        except InputError as error:
            yield error


def _draft(
    names: Sequence[str],
    columns: Mapping[str, int],
    row: Sequence[Any],
    where: str,
    source: Source,
    day_first: bool | None,
) -> Draft:
    from dateline.readers.records.makers import without_count  # noqa: PLC0415 - for cells alone
    from dateline.readers.web.blocks import plain_text  # noqa: PLC0415

    fields = Fields()
    for field, place in columns.items():
        cell = _cell(row, place)
        by = f"column {names[place]}"
        if field in ("published", "updated"):
            fields.take(field, stamps.iso(cell, where, day_first=day_first) if _says(cell) else None, by)
        elif field == "language":
            fields.take(field, _language(cell), by)
        elif _says(cell):
            fields.take(field, _words(cell), by)
    text, cut = without_count(plain_text(fields.values.pop("text", "")))
    if not text.strip():
        raise MalformedArticle(where, f"its cell “{names[columns['text']]}” is empty", "Fill it, or leave the row out")
    from dateline.readers.native import opening_title  # noqa: PLC0415 - native imports what this module belongs to

    skipped, body = opening_title(text, fields.values.get("title"))
    return source.draft(text, fields, where, excerpt=cut, skipped=skipped, body=body)


def _cell(row: Sequence[Any], place: int) -> Any:
    return row[place] if place < len(row) else None


def _says(cell: Any) -> bool:
    """Whether a cell holds anything: tables write nothing in several ways."""
    return cell is not None and str(cell).strip().casefold() not in {"", "nan", "none", "null", "n/a", "na", "nat", "-"}


def _words(cell: Any) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, list | tuple):
        return ", ".join(map(str, cell))
    return str(cell).strip().replace("\r\n", "\n").replace("\r", "\n")


def _language(cell: Any) -> str | None:
    """A language that is named; a tag of nothing is none."""
    words = str(cell).strip() if _says(cell) else ""
    return words if words and words.casefold() not in {"und", "unknown"} else None


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(f"“{name}”" for name in names[:12] if str(name).strip())
    return (shown or "none at all") + (" and others" if len(names) > 12 else "")
