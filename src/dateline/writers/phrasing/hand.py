"""A line's marks in, the few words out that say what persons did to it, the same in every format that is read."""

from collections.abc import Iterator

from dateline.model import Change, Contradiction, Correction, Entry, MarkKind
from dateline.writers.phrasing import date_words as labels
from dateline.writers.phrasing.characters import Quoted

_DONE = {
    MarkKind.STAR: "starred by {}",
    MarkKind.HIDE: "hidden by {}",
    MarkKind.JOIN: "joined by {}",
    MarkKind.SPLIT: "split by {}",
}


def by_hand(entry: Entry, quoted: Quoted = str) -> Iterator[str]:
    """What persons did to a line, a phrase each; nothing where nobody did anything.

    `quoted` makes what it is given, text of others, fit for the format.
    """
    hand = entry.hand
    if hand is None:
        return
    if written := hand.written:
        source = f"; source: {quoted(written.values[3])}" if written.values[3] else ""
        yield f"written by {quoted(written.by)}, {labels.day(written.at.date())}{source}"
    for kind, done in _DONE.items():
        if by := dict.fromkeys(mark.by for mark in hand.marks if mark.kind is kind):
            yield done.format(", ".join(map(quoted, by)))
    if hand.tags:
        yield f"tags: {', '.join(map(quoted, hand.tags))}"
    yield from (_corrected(one, quoted) for one in hand.corrections)
    for note in hand.notes:
        yield f"note by {quoted(note.by)}, {labels.day(note.at.date())}: {quoted(note.values[0])}"
    yield from (_against(one, quoted) for one in hand.contradictions)
    marks = {mark.id: mark for mark in hand.marks}
    for number in hand.older:
        yield f"the {marks[number].kind} by {quoted(marks[number].by)} was made on an older version of the article"


def changed(change: Change, quoted: Quoted = str) -> Iterator[str]:
    """What persons did to the line that changed, a phrase each."""
    return by_hand(change.after, quoted) if change.after else iter(())


def _corrected(one: Correction, quoted: Quoted) -> str:
    if one.read is None:
        read = "the article's own voice"
    else:
        read = quoted(labels.stretch(one.read) if one.what is MarkKind.DATE else one.read)
    return f"{one.what} corrected by {quoted(one.by)}; Dateline reads: {read}"


def _against(one: Contradiction, quoted: Quoted) -> str:
    by = quoted(one.evidence.origin or one.evidence.article)
    said, told = (labels.stretch(value) if one.kind is MarkKind.DATE else value for value in (one.said, one.told))
    return f"contradicted ({by}): {quoted(told)}, against {quoted(said)} by {quoted(one.by)} ({one.kind})"
