"""Plain text in, drafts of articles out: one, or several with a line of `---`, `===`, `***` or `###` between them.

The text of an article is its stretch of the file, unchanged; what its head says is taken and marked to be skipped.
"""

from collections.abc import Iterator
from typing import Any

from dateline.errors import InputError
from dateline.readers import encodings
from dateline.readers.drafts import Draft
from dateline.readers.headers import dateline_of
from dateline.readers.heads import SEPARATOR, Head, is_title, read_head
from dateline.readers.lines import LineCounter
from dateline.readers.native import ARTICLE_LIMIT, too_long
from dateline.readers.sources import Source

# A text without any of these has no dividing line, which is quicker to tell than by looking at each line.
_SIGNS = ("---", "===", "***", "###")

_Piece = tuple[int, int, Head]


def read(source: Source) -> Iterator[Draft | InputError]:
    """The articles of a text file."""
    text, note = encodings.decode(source.data(), source.name)
    if note:
        source.notes.append(note)
    yield from read_text(text, source.name, source.notes, base_id=source.base)


def read_text(
    text: str, name: str, notes: list[str], *, base_id: str, kind: str = "plain text"
) -> Iterator[Draft | InputError]:
    """The articles of a text, in order. `base_id` is the name their ids are made from."""
    pieces = _pieces(text)
    if len(pieces) > 1 and _are_sections(text, pieces):
        notes.append(f"{name}: read as one article with sections, because no header stands below its dividing lines")
        pieces = [(0, len(text), read_head(text))]
    elif len(pieces) == 1:
        pieces = [(0, len(text), read_head(text))]
    line_of = LineCounter(text)
    several = len(pieces) > 1
    for number, (start, end, head) in enumerate(pieces, 1):
        given: dict[str, Any] = dict(head.fields)
        stretch = text[start:end]
        first = line_of(start + len(stretch) - len(stretch.lstrip()))
        where = f"{name}:{first}" if several else name
        if len(stretch) > ARTICLE_LIMIT:
            yield too_long(where)
            continue
        yield Draft(
            text=stretch,
            file=name,
            read_from=where,
            fallback_id=f"{base_id}#{number}" if several else base_id,
            dated_at=f"{name}:{line_of(start + head.date_at)}",
            skipped=tuple(head.skipped),
            body=head.body,
            kind=kind,
            **given,
        )


def _pieces(text: str) -> list[_Piece]:
    """Start, end and head of each stretch between dividing lines.

    A stretch that holds a head and no text belongs with the next: the line below it underlines a title or closes a
    block of labels.
    """
    pieces: list[_Piece] = []
    start = 0
    lines = SEPARATOR.finditer(text) if any(signs in text for signs in _SIGNS) else ()
    for line in (*lines, None):
        end = line.start() if line else len(text)
        stretch = text[start:end]
        if stretch.strip():
            head = read_head(stretch)
            if line and (not stretch[head.body :].strip() or _is_underlined(stretch)):
                continue
            pieces.append((start, end, head))
        start = line.end() if line else end
    return pieces


def _is_underlined(stretch: str) -> bool:
    """Whether the dividing line below stands right under the stretch's only line, and that line reads as a title."""
    title = stretch.strip()
    return (
        "\n" not in title
        and "\r" not in title
        and not stretch.rstrip(" \t").endswith(("\n\n", "\r\n\r\n", "\r\r"))
        and is_title(title)
    )


def _are_sections(text: str, pieces: list[_Piece]) -> bool:
    """Whether the stretches are sections of one article: the first has a head, and none of the others has such a one.

    Below a dated head, an article has a date of its own; below another head, any head, or a dateline.
    """
    first = pieces[0][2].fields
    if "published" in first:
        return not any("published" in head.fields for _, _, head in pieces[1:])
    return bool(first) and not any(
        head.fields or dateline_of(text[start:end], head.body) for start, end, head in pieces[1:]
    )
