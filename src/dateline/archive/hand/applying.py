"""A timeline and the marks of its story in, the same timeline as persons have it out: a pure step, and the only one.

Lines are written, joined and split first, in the order in which persons did so; then each mark goes to the line that
rests on its passage. What Dateline reads stays beside what a person put in its place, and what an article that came
after a mark says against it is named. Without marks the timeline is what it was.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter

from dateline.archive.hand.finding import Lines, Texts, located
from dateline.model import (
    ArticleReference,
    Basis,
    Conflict,
    Contradiction,
    Correction,
    Entry,
    EntryDate,
    Evidence,
    Hand,
    Level,
    Mark,
    MarkKind,
    Series,
    Span,
    Status,
    Timeline,
    Turn,
)
from dateline.model.hand import CORRECTIONS, OF_STORIES
from dateline.timeline.describe.entries import independent_sources
from dateline.timeline.select.passages import Kept
from dateline.times.values import days, granularity

Added = Mapping[str, int]
"""By the id of an article, the revision of the archive at which the version that is read was added."""

_STRUCTURE = (MarkKind.WRITE, MarkKind.JOIN, MarkKind.SPLIT)
# Marks that rest on how Dateline read the line: where it reads otherwise by an article that came later, that is told.
_OF_A_READING = (MarkKind.HIDE, MarkKind.HEADLINE)


def apply(timeline: Timeline, marks: Iterable[Mark], texts: Texts, added: Added) -> Timeline:
    """The timeline with marks that are in force.

    `texts` are those of its articles in the versions it was made of. Marks that find no line are in `resting`.
    """
    wanted = [mark for mark in marks if mark.kind not in OF_STORIES and mark.undone_at is None]
    if not wanted:
        return timeline
    published = {article.id: article for article in timeline.articles}
    lines = list(timeline.entries)
    gone: dict[str, str] = {}
    found: dict[int, list[str]] = {}
    for mark in wanted:
        if mark.kind in _STRUCTURE:
            lines, found[mark.id] = _rebuilt(lines, mark, texts, published, gone)
    known = Lines(lines, texts)
    of_line: dict[str, list[Mark]] = defaultdict(list)
    resting = []
    for mark in wanted:
        if mark.kind in _STRUCTURE:
            on = [_last(identity, gone) for identity in found[mark.id]]
        else:
            number = known.number(mark.lines[0])
            on = [] if number is None else [lines[number].id]
        for identity in dict.fromkeys(on):
            of_line[identity].append(mark)
        if not on:
            resting.append(mark)
    made = [_marked(line, of_line[line.id], texts, added) if line.id in of_line else line for line in lines]
    return replace(
        timeline,
        entries=tuple(sorted(made, key=attrgetter("place"))),
        series=tuple(_series(series, gone) for series in timeline.series),
        resting=tuple(resting) or None,
    )


def kept(marks: Iterable[Mark], texts: Texts) -> Kept:
    """Where the passages stand, by article, of which the lines are shown whatever the room: those that are marked."""
    places: dict[str, list[tuple[Span, str | None]]] = defaultdict(list)
    for mark in marks:
        for line in mark.lines if mark.kind is not MarkKind.WRITE else ():
            for passage in line.passages[: None if mark.kind is MarkKind.SPLIT else 1]:
                if span := located(passage, texts):
                    places[passage.article].append((span, passage.date))
    return places


def shows(timeline: Timeline, places: Kept) -> bool:
    """Whether the lines of a timeline rest on every one of some passages."""
    told: dict[str, list[Evidence]] = defaultdict(list)
    for entry in timeline.entries:
        for passage in entry.passages:
            told[passage.article].append(passage)
    return all(
        any(span.overlaps(one.span) and date == one.date for one in told[article])
        for article, wanted in places.items()
        for span, date in wanted
    )


def given_date(value: str) -> EntryDate | None:
    """The date of a TIMEX3 value that a person gives; None where it names no calendar day."""
    covered, grain = days(value), granularity(value)
    return EntryDate(value, *covered, grain, Basis.GIVEN) if covered and grain else None


def _last(identity: str, gone: Mapping[str, str]) -> str:
    """The id of the line that a line went into."""
    while identity in gone:
        identity = gone[identity]
    return identity


def _rebuilt(
    lines: list[Entry], mark: Mark, texts: Texts, published: Mapping[str, ArticleReference], gone: dict[str, str]
) -> tuple[list[Entry], list[str]]:
    """The lines after one was written, joined or split, and the ids of those that this concerns."""
    if mark.kind is MarkKind.WRITE:
        written = _written(mark, texts)
        return [*lines, written], [written.id]
    known = Lines(lines, texts)
    numbers = [known.number(line) for line in mark.lines]
    if mark.kind is MarkKind.JOIN:
        those = list(dict.fromkeys(number for number in numbers if number is not None))
        if len(those) < 2:
            return lines, [lines[number].id for number in those]
        joined = _joined([lines[number] for number in those])
        gone.update((lines[number].id, joined.id) for number in those[1:])
        kept = [joined if number == those[0] else line for number, line in enumerate(lines)]
        return [line for number, line in enumerate(kept) if number not in those[1:]], [joined.id]
    number = numbers[1]
    if number is None:
        return lines, []
    parts = _split(lines[number], mark, texts, published)
    return [*lines[:number], *parts, *lines[number + 1 :]], [part.id for part in parts]


def _written(mark: Mark, texts: Texts) -> Entry:
    """A line of a person's own."""
    headline, date, status = mark.values[:3]
    line = mark.lines[0]
    evidence = tuple(
        replace(passage, start=span.start, end=span.end, exact=span.of(texts[passage.article]))
        for passage in line.passages
        if (span := located(passage, texts))
    )
    given = given_date(date)
    assert given is not None
    return Entry(
        id=line.entry,
        date=given,
        status=Status(status),
        headline=headline,
        evidence=evidence,
        participants=(),
        places=(),
        sources=len({passage.origin for passage in evidence}),
        conflicts=(),
        importance=0.0,
        level=Level.KEY,
    )


def _joined(lines: Sequence[Entry]) -> Entry:
    """Lines as one, under the id of the first; it stands as the line that was told last does."""
    turns = sorted((turn for line in lines for turn in line.history), key=_since)
    last = max(lines, key=lambda line: (max(map(_since, line.history), default=""), -lines.index(line)))
    evidence = tuple(dict.fromkeys(passage for line in (last, *lines) for passage in line.evidence))
    history: list[Turn] = []
    for turn in [*(turn for turn in turns if turn not in last.history[-1:]), *last.history[-1:]]:
        if not history or (history[-1].status, history[-1].date) != (turn.status, turn.date):
            history.append(turn)
    return replace(
        last,
        id=lines[0].id,
        evidence=evidence,
        further=tuple(dict.fromkeys(p for line in lines for p in line.further if p not in evidence)),
        participants=tuple(dict.fromkeys(name for line in (last, *lines) for name in line.participants)),
        places=tuple({place.name: place for line in (*lines, last) for place in line.places}.values()),
        sources=independent_sources(evidence, last.status, last.date),
        conflicts=tuple(dict.fromkeys(conflict for line in lines for conflict in line.conflicts)),
        importance=max(line.importance for line in lines),
        history=tuple(history),
        level=min((line.level for line in lines), key=list(Level).index),
    )


def _since(turn: Turn) -> str:
    return turn.since.isoformat() if turn.since else ""


def _split(entry: Entry, mark: Mark, texts: Texts, published: Mapping[str, ArticleReference]) -> list[Entry]:
    """A line without the passages that a person parts from it, and a line of these; the line where nothing would stay.

    A passage that came later stays with the line it was put to.
    """
    places = [(passage, span) for passage in mark.lines[1].passages if (span := located(passage, texts))]

    def leaves(own: Evidence) -> bool:
        return any(own.article == passage.article and own.span.overlaps(span) for passage, span in places)

    parting = [passage for passage in entry.passages if leaves(passage)]
    staying = [passage for passage in entry.evidence if not leaves(passage)]
    if not parting or not staying:
        return [entry]
    stays = _part(entry, entry.id, staying, [p for p in entry.further if not leaves(p)], published)
    return [stays, _part(entry, mark.lines[1].entry, parting, [], published)]


def _part(
    entry: Entry,
    identity: str,
    passages: Sequence[Evidence],
    further: Sequence[Evidence],
    published: Mapping[str, ArticleReference],
) -> Entry:
    """What a line is by some of its passages."""
    head = passages[0]
    if entry.evidence[0] not in passages:
        days_of = {one.article: published.get(one.article) for one in passages}
        head = max(passages, key=lambda one: str((reference := days_of[one.article]) and reference.published))
    is_whole = head is entry.evidence[0]
    status = entry.status if any(one.status is entry.status for one in passages) else head.status
    own = _date(head, entry)
    date = entry.date if any(_date(one, entry) == entry.date for one in passages) else own
    words = " ".join(one.exact for one in passages)
    order = (head, *(one for one in passages if one is not head))
    return replace(
        entry,
        id=identity,
        date=date,
        status=status,
        headline=entry.headline if is_whole else " ".join(head.exact.split()),
        meaning=entry.meaning if is_whole else None,
        context=entry.context if is_whole else None,
        about=entry.about if is_whole else None,
        evidence=order,
        further=tuple(further),
        participants=tuple(name for name in entry.participants if name in words),
        places=tuple(place for place in entry.places if place.name in words),
        sources=independent_sources(order, status, date),
        conflicts=tuple(conflict for conflict in entry.conflicts if _is_within(conflict, passages)),
        history=tuple(turn for turn in entry.history if any(turn.article == one.article for one in passages)),
    )


def _date(passage: Evidence, entry: Entry) -> EntryDate:
    """The date that a passage gives; the line's where it gives none."""
    if passage.date is None or passage.date == entry.date.value:
        return entry.date
    covered, grain = days(passage.date), granularity(passage.date)
    return EntryDate(passage.date, *covered, grain, Basis.STATED) if covered and grain else entry.date


def _is_within(conflict: Conflict, passages: Sequence[Evidence]) -> bool:
    there = {(one.article, one.exact) for one in passages}
    return all((claim.evidence.article, claim.evidence.exact) in there for claim in conflict.claims)


def _marked(line: Entry, marks: Sequence[Mark], texts: Texts, added: Added) -> Entry:
    """A line with its marks: corrected, with what Dateline reads beside it."""
    corrected = line
    corrections: dict[tuple[MarkKind, str], Correction] = {}
    for mark in marks:
        if mark.kind in CORRECTIONS:
            corrected, read = _corrected(corrected, mark, texts)
            key = (mark.kind, mark.lines[0].passages[0].exact if mark.kind is MarkKind.SPEAKER else "")
            first = corrections[key].read if key in corrections else read
            corrections[key] = Correction(mark.kind, mark.id, mark.by, first)
    in_force = {correction.mark for correction in corrections.values()}
    against = [
        _contradiction(mark, line, added) for mark in marks if mark.kind not in CORRECTIONS or mark.id in in_force
    ]
    return replace(
        corrected,
        hand=Hand(
            marks=tuple(marks),
            corrections=tuple(corrections.values()),
            contradictions=tuple(one for one in against if one),
            older=tuple(mark.id for mark in marks if _is_older(mark, texts)),
        ),
    )


def _corrected(line: Entry, mark: Mark, texts: Texts) -> tuple[Entry, str | None]:
    """A line with one value in the place of what is read, and what is read."""
    value = mark.values[0]
    match mark.kind:
        case MarkKind.DATE:
            given = given_date(value)
            assert given is not None
            return replace(line, date=given), line.date.value
        case MarkKind.STATUS:
            return replace(line, status=Status(value)), line.status.value
        case MarkKind.HEADLINE:
            return replace(line, headline=value, meaning=None, context=None), line.headline
    of = _spoken(mark, line, texts)
    read = next((passage.said_by for passage in line.passages if passage in of), None)

    def said(passage: Evidence) -> Evidence:
        return replace(passage, said_by=value or None) if passage in of else passage

    return replace(line, evidence=tuple(map(said, line.evidence)), further=tuple(map(said, line.further))), read


def _spoken(mark: Mark, line: Entry, texts: Texts) -> list[Evidence]:
    """The passages of a line whose speaker a mark corrects: those in the place of the first it was made on."""
    if not mark.lines[0].passages:
        return []
    first = mark.lines[0].passages[0]
    span = located(first, texts)
    return [p for p in line.passages if span and p.article == first.article and p.span.overlaps(span)]


def _contradiction(mark: Mark, line: Entry, added: Added) -> Contradiction | None:
    """What an article that came after a mark says against it, the first; `line` is as Dateline reads it."""
    if not mark.lines or mark.kind is MarkKind.WRITE:
        return None
    then = mark.lines[0]
    # The same words again, in a copy or a newer version, are what the person had before him.
    known = {" ".join(passage.exact.casefold().split()) for passage in then.passages}
    later = [
        passage
        for passage in line.evidence
        if added.get(passage.article, 0) > mark.revision and " ".join(passage.exact.casefold().split()) not in known
    ]
    for passage in later:
        said = told = ""
        if mark.kind is MarkKind.DATE and (covered := days(passage.date or "")):
            given = given_date(mark.values[0])
            if given and not (covered[0] <= given.last and given.first <= covered[1]):
                said, told = given.value, str(passage.date)
        elif mark.kind is MarkKind.STATUS and passage.status is not Status(mark.values[0]):
            said, told = mark.values[0], passage.status.value
        elif mark.kind in _OF_A_READING and passage.status is line.status:
            read, reads = f"{then.status} {then.date}", f"{line.status} {line.date.value}"
            said, told = (read, reads) if read != reads else ("", "")
        if said:
            return Contradiction(mark.id, mark.kind, mark.by, said, told, passage)
    return None


def _is_older(mark: Mark, texts: Texts) -> bool:
    """Whether the passage a mark was made on stands in no newest version any more."""
    passages = [line.passages[0] for line in mark.lines if line.passages]
    return any(passage.article in texts and located(passage, texts) is None for passage in passages)


def _series(series: Series, gone: Mapping[str, str]) -> Series:
    """A series whose points name the lines that are there."""
    if not any(point.entry in gone for point in series.points):
        return series
    return replace(
        series,
        points=tuple(
            replace(point, entry=_last(point.entry, gone)) if point.entry is not None else point
            for point in series.points
        ),
    )
