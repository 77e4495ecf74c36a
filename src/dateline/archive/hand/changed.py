"""Changes and the timeline with its marks in, the changes as they concern what persons did out.

A change of a marked line comes with its marks; one of a hidden line is left out, unless it contradicts the mark.
What a new article says against a correction is a change, whether Dateline would count it as one or not.
"""

from collections.abc import Iterator
from dataclasses import replace

from dateline.model import Change, ChangeKind, Changes, Contradiction, Diary, Entry, Timeline


def changed(changes: Changes, timeline: Timeline) -> Changes:
    """The changes beside what persons did; `timeline` is the story's at the later moment, with its marks."""
    marked = _Marked(timeline)
    new = {new.article.id for new in changes.articles}
    told: set[tuple[int, str]] = set()
    kept: list[Change] = []
    for change in changes.changes:
        line = marked.line(change.after or change.before)
        if line is None or line.hand is None:
            kept.append(change)
            continue
        against = list(_against(line, new))
        told.update((one.mark, one.evidence.article) for one in against)
        if against or not line.hand.is_hidden:
            hand = replace(line.hand, contradictions=tuple(against))
            kept.append(replace(change, after=change.after and replace(change.after, hand=hand)))
    further = [
        Change(ChangeKind.CONTRADICTED, line.id, line.date, None, line, (one.evidence,), line.level)
        for line in timeline.entries
        for one in _against(line, new)
        if (one.mark, one.evidence.article) not in told
    ]
    return replace(changes, changes=(*further, *kept))


def changed_each(diary: Diary, timeline: Timeline) -> Diary:
    """The same of each day or week of a diary."""
    return replace(diary, periods=tuple(changed(period, timeline) for period in diary.periods))


def _against(line: Entry, new: set[str]) -> Iterator[Contradiction]:
    """What new articles say against the marks of a line."""
    return (one for one in (line.hand.contradictions if line.hand else ()) if one.evidence.article in new)


class _Marked:
    """The lines of a timeline, to be found by an entry of the same events, which may be cut otherwise."""

    def __init__(self, timeline: Timeline) -> None:
        self._by_id = {line.id: line for line in timeline.entries}
        self._by_passage = {(p.article, p.exact): line for line in timeline.entries for p in line.passages}

    def line(self, entry: Entry | None) -> Entry | None:
        if entry is None:
            return None
        own = (self._by_passage.get((passage.article, passage.exact)) for passage in entry.evidence)
        return self._by_id.get(entry.id) or next((line for line in own if line), None)
