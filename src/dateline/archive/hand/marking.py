"""What a person says of lines in, the lines and values that a mark keeps out; what cannot be meant is told.

A line keeps what Dateline reads of it and the passages it rests on, the first being that which the mark is on.
"""

import hashlib
from collections.abc import Callable, Sequence

from dateline.archive.hand.applying import given_date
from dateline.archive.hand.finding import located
from dateline.errors import OptionError
from dateline.model import Article, Entry, Evidence, MarkedLine, MarkKind, Status, Timeline
from dateline.model.hand import OF_STORIES
from dateline.request import Depth, Request

# Passages that a line is found again by: the one it was marked on, and some more for when that one is gone.
_PASSAGES = 8
# Code points of what a person writes, at most.
_LONGEST = 10_000
_NO_VALUE = (MarkKind.STAR, MarkKind.HIDE)

Part = str | Evidence
"""A passage of a line: itself, or its number in the line as it is shown, from 1."""


def kind_of(kind: MarkKind | str) -> MarkKind:
    """A kind of mark on lines by its name. Raises OptionError for another."""
    known = [one for one in MarkKind if one not in OF_STORIES and one is not MarkKind.WRITE]
    if kind not in known:
        raise OptionError(f"a line is not marked by {str(kind)!r}. Use one of {', '.join(known)}")
    return MarkKind(kind)


def said(
    kind: MarkKind, entry: Entry, others: Sequence[Entry], values: Sequence[Entry | Evidence | str]
) -> tuple[tuple[MarkedLine, ...], tuple[str, ...]]:
    """The lines that a mark of a kind on a line keeps, and what it says; `others` are those that it joins.

    Raises OptionError for what cannot be meant.
    """
    if kind is MarkKind.JOIN:
        joined = tuple(map(marked_line, dict.fromkeys([entry, *others])))
        if len(joined) < 2:
            raise OptionError("a line is joined to another one, and none is named")
        return joined, ()
    if kind is MarkKind.SPLIT:
        return parted(entry, [value for value in values if not isinstance(value, Entry)]), ()
    return (marked_line(entry, kind),), values_of(kind, [str(value) for value in values])


def named(given: Sequence[Entry | Evidence | str], timeline: Callable[[Request], Timeline], story: int) -> list[Entry]:
    """The lines of a story that are meant by their ids, or as much of them as no other begins with.

    An entry is itself. An id is sought among the lines shown, then among all there are. Raises OptionError where it is
    none's.
    """
    names = [one for one in given if isinstance(one, str)]
    found: dict[str, Entry] = {}
    for request in (Request(), Request(level=Depth.ALL)):
        missing = [name for name in names if name not in found]
        if not missing:
            break
        entries = timeline(request).entries
        for name in missing:
            those = [entry for entry in entries if entry.id.startswith(name)]
            if len(those) > 1:
                raise OptionError(f"more than one line begins with {name!r}. Write more of its id")
            found.update((name, entry) for entry in those)
    for name in names:
        if name not in found:
            raise OptionError(f"story {story} has no line {name!r}. `dateline timeline --story {story}` has them")
    return [found[one] if isinstance(one, str) else one for one in given if not isinstance(one, Evidence)]


def values_of(kind: MarkKind, values: Sequence[str]) -> tuple[str, ...]:
    """What is said by a mark of one line, as it is kept. Raises OptionError for what cannot be meant."""
    wanted = 0 if kind in _NO_VALUE else 1
    if len(values) != wanted:
        raise OptionError(f"{kind} takes {'one value' if wanted else 'no value'}, and {len(values)} are given")
    told = [" ".join(value.split()) if kind is not MarkKind.NOTE else value.strip() for value in values]
    for value in told:
        _check(kind, value)
    return tuple(told)


def _check(kind: MarkKind, value: str) -> None:
    if not value and kind is not MarkKind.SPEAKER:
        raise OptionError(f"the {kind} is empty")
    if len(value) > _LONGEST:
        raise OptionError(f"the {kind} is longer than {_LONGEST:,} characters")
    if kind is MarkKind.DATE and given_date(value) is None:
        raise OptionError(f"{value!r} is not a date. Use 2019-04-25, 2019-04, 2019-W17, 2019-Q2 or 2019")
    if kind is MarkKind.STATUS and value not in list(Status):
        raise OptionError(f"there is no status {value!r}. Use one of {', '.join(Status)}")


def marked_line(entry: Entry, kind: MarkKind | None = None) -> MarkedLine:
    """A line as a mark keeps it. Raises OptionError for a speaker where nobody's words are there."""
    if kind is MarkKind.SPEAKER and not entry.evidence:
        raise OptionError("a line that rests on no passage has no speaker")
    return MarkedLine(entry.id, *_read(entry), entry.evidence[:_PASSAGES])


def parted(entry: Entry, parts: Sequence[Part]) -> tuple[MarkedLine, MarkedLine]:
    """A line as it stays, and the passages that are to leave it. OptionError where nothing would stay or leave."""
    leaving = tuple(dict.fromkeys(_passage(entry, part) for part in parts))
    staying = tuple(passage for passage in entry.evidence if passage not in leaving)
    if not leaving or not staying:
        raise OptionError("a line is split into some of its passages and the others: name some, and not all of them")
    words = "\0".join(f"{passage.article}\0{passage.exact}" for passage in leaving)
    new = hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    read = _read(entry)
    return MarkedLine(entry.id, *read, staying[:_PASSAGES]), MarkedLine(new, *read, leaving)


def _passage(entry: Entry, part: Part) -> Evidence:
    if isinstance(part, Evidence):
        found = [p for p in entry.passages if (p.article, p.start, p.end) == (part.article, part.start, part.end)]
    else:
        number = int(part) if part.isdecimal() else 0
        found = [*entry.passages[number - 1 : number]] if number else []
    if not found:
        name = part.exact if isinstance(part, Evidence) else part
        raise OptionError(
            f"the line has no passage {name!r}. Its passages are numbered from 1 to {len(entry.passages)}"
        )
    return found[0]


def _read(entry: Entry) -> tuple[str, str, str]:
    """Date, status and headline of a line as Dateline reads it."""
    corrected = {one.what: one.read or "" for one in entry.hand.corrections} if entry.hand else {}
    return (
        corrected.get(MarkKind.DATE, entry.date.value),
        corrected.get(MarkKind.STATUS, entry.status.value),
        corrected.get(MarkKind.HEADLINE, entry.headline),
    )


def written_line(
    headline: str, date: str, status: str, source: str, article: Article | None, exact: str, made: str
) -> tuple[MarkedLine, tuple[str, ...]]:
    """A line of a person's own, and what it says; `made` tells it from all others.

    Raises OptionError for what is no date or status, and for words that the article does not have.
    """
    [headline], [date], [status] = (
        values_of(kind, [value])
        for kind, value in ((MarkKind.HEADLINE, headline), (MarkKind.DATE, date), (MarkKind.STATUS, status))
    )
    passages: tuple[Evidence, ...] = ()
    if article is not None:
        wanted = Evidence(article.id, 0, 0, exact, Status(status), None, date, article.source)
        span = located(wanted, {article.id: article.text}) if exact.strip() else None
        if span is None:
            raise OptionError(f"article {article.id} does not hold {exact!r}. Give words that stand in it")
        passages = (Evidence(article.id, *span, span.of(article.text), Status(status), None, date, article.source),)
    identity = hashlib.sha256(f"{made}\0{headline}\0{date}".encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return MarkedLine(identity, date, status, headline, passages), (headline, date, status, source.strip())
