"""Plain text: one article, or several with a line of `---`, `===`, `***` or `###` between them.

The text of an article is its stretch of the file, unchanged; what its head says is taken and marked to be skipped.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from dateline.errors import InputError, UndatedArticle
from dateline.model import Skip
from dateline.readers import dates
from dateline.readers.drafts import Draft
from dateline.readers.native import ARTICLE_LIMIT, too_long
from dateline.text import datelines

_SEPARATOR = re.compile(r"(?:^|(?<=\r))[ \t]*(?:-{3,}|={3,}|\*{3,}|\#{3,})[ \t]*(?=[\r\n]|\Z)", re.MULTILINE)
_SIGNS = ("---", "===", "***", "###")
_LINE = re.compile(r"[^\r\n]*")
_LABEL = re.compile(r"[ \t]*([A-Za-z]+(?: [A-Za-z]+)?)[ \t]*:(?!//)[ \t]*(.*?)[ \t]*$")
# ` date 2019-04-23 By Ann Lee SEOUL (Reuters) - …`: date, byline and story may share one line.
_DATE_LINE = re.compile(r"[ \t]*date:?[ \t]+(\d{4}-\d{1,2}-\d{1,2})(?:T[\d:.+Z-]*)?(?![\w-])[ \t]*", re.IGNORECASE)
_BYLINE = re.compile(r"[ \t]*by[ \t]+([^\W\d_].{1,120}?)[ \t]*$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")

# A head has at most so many lines: twice the labels there are.
_HEAD_LINES = 16
# Characters of a title: of the 1,149 in the development corpora, one is longer.
_TITLE_LENGTH = 200
# Words of a byline: four names with what joins them.
_BYLINE_WORDS = 12


def read_text(text: str, name: str, notes: list[str], *, base_id: str) -> Iterator[Draft | InputError]:
    """The articles of a text file, in order. `base_id` is the name its ids are made from."""
    pieces = _pieces(text)
    if len(pieces) > 1 and _are_sections(text, pieces):
        notes.append(f"{name}: its dividing lines are taken for sections of one article, having no header below them")
        pieces = pieces[:0]
    if len(pieces) == 1 or (not pieces and text.strip()):
        pieces = [(0, len(text), _head(text))]
    several = len(pieces) > 1
    for number, (start, end, head) in enumerate(pieces, 1):
        first = _first_line(text, start, end)
        where = f"{name}:{first}" if several else name
        if end - start > ARTICLE_LIMIT:
            yield too_long(where)
            continue
        yield Draft(
            text=text[start:end],
            file=name,
            origin=where,
            fallback_id=f"{base_id}#{number}" if several else base_id,
            id=head.fields.get("id"),
            published=head.fields.get("published"),
            published_origin=f"{name}:{_line_number(text, start + head.date_at)}",
            updated=head.fields.get("updated"),
            source=head.fields.get("source"),
            title=head.fields.get("title"),
            url=head.fields.get("url"),
            byline=head.fields.get("byline"),
            language=head.fields.get("language"),
            skipped=tuple(sorted(head.skipped, key=lambda skip: skip.start)),
            body=head.body,
        )


@dataclass(slots=True)
class _Head:
    """What the head of one article says; offsets count from the article's start."""

    fields: dict[str, str] = field(default_factory=dict)
    skipped: list[Skip] = field(default_factory=list)
    body: int = 0
    date_at: int = 0


def _pieces(text: str) -> list[tuple[int, int, _Head]]:
    """Start, end and head of each stretch between dividing lines.

    A stretch that holds a head and no text belongs with the next: the line below it underlines a title or closes a
    block of labels.
    """
    pieces: list[tuple[int, int, _Head]] = []
    start = 0
    lines = _SEPARATOR.finditer(text) if any(signs in text for signs in _SIGNS) else ()
    for line in (*lines, None):
        end = line.start() if line else len(text)
        if text[start:end].strip():
            head = _head(text[start:end])
            if line and (not text[start + head.body : end].strip() or _is_underlined(text, start, end)):
                continue
            pieces.append((start, end, head))
        start = line.end() if line else end
    return pieces


def _is_underlined(text: str, start: int, end: int) -> bool:
    """Whether the dividing line at `end` stands right below the stretch's only line, and that line reads as a title."""
    lines = text[start:end].splitlines(keepends=True)
    words = [line for line in lines if line.strip()]
    return len(words) == 1 and words[0] == lines[-1] and _title_like(words[0])


def _are_sections(text: str, pieces: list[tuple[int, int, _Head]]) -> bool:
    """Whether the stretches are sections of one article: the first has a head, and no later one has its like.

    Below a dated head, an article has a date of its own; below another head, any head, or a dateline.
    """
    first, *others = (head for _, _, head in pieces)
    if "published" in first.fields:
        return not any("published" in head.fields for head in others)
    return bool(first.fields) and not any(
        head.fields or datelines.find(text[start:end], head.body) for start, end, head in pieces[1:]
    )


def _head(text: str) -> _Head:
    """Read the labels, the title, the byline and the date above the story."""
    head = _Head()
    position = 0
    pending: tuple[int, int] | None = None  # an unlabelled line that is the title, if a blank or a label follows it
    for _ in range(_HEAD_LINES):
        line = _next_line(text, position)
        if line is None:
            break
        start, end, after_blank = line
        words = text[start:end]
        dated = _DATE_LINE.match(words)
        if dated and not _only_date_words(re.sub(r"[\d:.+-]+", " ", words[dated.end() :])):
            _accept_title(head, text, pending)
            _date_and_more(head, text, start, dated)
            return head
        if not (_labelled(head, words, start) or _dated(head, words, start) or _bylined(head, words, start)):
            if _SEPARATOR.match(words):
                head.skipped.append(Skip(start, end, "header"))
            elif pending is None and "title" not in head.fields and _title_like(words):
                pending = (start, end)
                position = end
                continue
            else:
                if pending and after_blank:
                    _accept_title(head, text, pending)
                    pending = None
                break
        _accept_title(head, text, pending)
        pending = None
        position = end
        head.body = end
    return head


def _next_line(text: str, position: int) -> tuple[int, int, bool] | None:
    """The next line that is not blank: start, end, and whether a blank line stands before it."""
    breaks = 0
    while position < len(text):
        found = _LINE.match(text, position)
        end = found.end() if found else position
        if end > position and not text[position:end].isspace():
            return position, end, breaks > 1
        position = end + (2 if text.startswith("\r\n", end) else 1)
        breaks += 1
    return None


def _labelled(head: _Head, words: str, start: int) -> bool:
    """Take `Label: value` when the label is known."""
    found = _LABEL.match(words) if len(words) < 1_000 else None
    key = _labels().get(found[1].lower()) if found else None
    if found is None or key is None:
        return False
    if found[2] and key not in head.fields:
        head.fields[key] = found[2]
        if key == "published":
            head.date_at = start
    why = key if key in ("title", "byline") else "header"
    head.skipped.append(Skip(*_trimmed(words, start), why))
    return True


def _dated(head: _Head, words: str, start: int) -> bool:
    """Take a line that holds a date and nothing else."""
    if len(words) > 100:
        return False
    try:
        found = dates.find(words, "")
    except InputError as error:
        # A line that is only a date, but an impossible one, is still the date line: it is refused when it is read.
        if isinstance(error, UndatedArticle) or not _only_date_words(re.sub(r"[\d/.-]+", " ", words)):
            return False
        found = None
        key = "published"
    else:
        if found is None:
            return False
        rest = words[: found[1].start()] + " " + words[found[1].end() :]
        if not _only_date_words(rest):
            return False
        updated = set(dates.language_data()["beside"]["updated"])
        key = "updated" if updated & set(_WORD.findall(rest.lower())) else "published"
    if key == "published" and key not in head.fields:
        head.date_at = start
    head.fields.setdefault(key, words.strip())
    head.skipped.append(Skip(*_trimmed(words, start), "header"))
    return True


def _only_date_words(words: str) -> bool:
    data = dates.language_data()
    known = {*data["beside"]["words"], *data["months"]}
    return all(word in known for word in _WORD.findall(words.lower()))


def _bylined(head: _Head, words: str, start: int) -> bool:
    """Take a line such as `By Ann Lee and Omar Haddad`."""
    found = _BYLINE.match(words) if len(words) < 140 else None
    if found is None or not _names_people(found[1]):
        return False
    head.fields.setdefault("byline", found[1])
    head.skipped.append(Skip(*_trimmed(words, start), "byline"))
    return True


def _names_people(words: str) -> bool:
    """Whether `By …` goes on with names: capitals but for joining words, and no sentence."""
    parts = words.split()
    small = {"and", "of", "for", "in", "the", "de", "van", "der", "von", "al", "bin", "staff", "with", "at"}
    return (
        len(parts) <= _BYLINE_WORDS
        and parts[0][:1].isupper()
        and not words.endswith((".", "?", "!", ":", ";"))
        and all(part[:1].isupper() or part.lower().strip(",") in small or not part[:1].isalpha() for part in parts)
    )


def _date_and_more(head: _Head, text: str, start: int, dated: re.Match[str]) -> None:
    """Take the line `date 2019-04-23 …`, on which a byline, a dateline and the story may follow."""
    head.fields.setdefault("published", dated[1])
    head.date_at = start
    at = start + dated.end()
    head.skipped.append(Skip(*_trimmed(dated[0], start), "header"))
    found = _LINE.match(text, at)
    end = found.end() if found else at
    rest = text[at:end]
    if rest[:3].lower() == "by ":
        opening = datelines.find(rest, 0)
        stop = opening.span.start if opening and opening.span else len(rest)
        name = rest[3:stop].strip()
        if name and _names_people(name):
            head.fields.setdefault("byline", name)
            head.skipped.append(Skip(at, at + len(rest[:stop].rstrip()), "byline"))
            at += stop
    head.body = at


def _accept_title(head: _Head, text: str, pending: tuple[int, int] | None) -> None:
    if pending:
        start, end = pending
        head.fields["title"] = text[start:end].strip()
        head.skipped.append(Skip(*_trimmed(text[start:end], start), "title"))
        head.body = max(head.body, end)


def _title_like(words: str) -> bool:
    """Whether a line on its own reads as a title: short, not closed as a sentence is, and no dateline."""
    stripped = words.strip()
    return (
        len(stripped) <= _TITLE_LENGTH
        and not stripped.endswith((".", ":", ";", ",", ".”", '."'))
        and (datelines.find(stripped, 0) is None)
    )


def _trimmed(words: str, start: int) -> tuple[int, int]:
    """Start and end of the words without the white space around them."""
    return start + len(words) - len(words.lstrip()), start + len(words.rstrip())


def _line_number(text: str, position: int) -> int:
    return (text.count("\n", 0, position) or text.count("\r", 0, position)) + 1


def _first_line(text: str, start: int, end: int) -> int:
    stretch = text[start:end]
    return _line_number(text, start + len(stretch) - len(stretch.lstrip()))


@cache
def _labels() -> dict[str, str]:
    """Label → the field it fills."""
    return {label: key for key, labels in dates.language_data()["labels"].items() for label in labels}
