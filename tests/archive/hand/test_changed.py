import datetime as dt
from dataclasses import replace

from dateline import ChangeKind, Request, changes_of, timeline_of
from dateline.archive.hand.applying import apply
from dateline.archive.hand.changed import changed, changed_each
from dateline.archive.hand.marking import marked_line
from dateline.model import Changes, Contradiction, Diary, Entry, Mark, MarkKind, Period, Timeline
from sample_stories import FERRY, article

NOW = dt.datetime(2024, 1, 2, tzinfo=dt.UTC)
ARTICLES = tuple(article(*told) for told in FERRY)

SURFACE = Request(parse=False)


def _story() -> tuple[Changes, Timeline]:
    """What the last article of the ferry changed, and the timeline now."""
    since = article(*FERRY[1]).published
    assert since
    return changes_of(ARTICLES, since, SURFACE), timeline_of(ARTICLES, SURFACE)


def _questioned(timeline: Timeline) -> Entry:
    return next(entry for entry in timeline.entries if "questioned" in entry.headline)


def _marked(kind: MarkKind, *values: str) -> tuple[Changes, Timeline]:
    """The same with a mark on the captain's line."""
    changes, timeline = _story()
    mark = Mark(1, kind, "ada", NOW, 1, values, (marked_line(_questioned(timeline)),), revision=3)
    return changes, apply(timeline, [mark], {one.id: one.text for one in ARTICLES}, {})


def test_without_marks_nothing_is_other() -> None:
    changes, timeline = _story()
    assert changed(changes, timeline) == changes


def test_a_change_of_a_marked_line_comes_with_its_marks() -> None:
    changes, timeline = _marked(MarkKind.STAR)
    hands = [change.after.hand for change in changed(changes, timeline).changes if change.after and change.after.hand]
    assert [hand.is_starred for hand in hands] == [True]


def test_changes_of_hidden_lines_are_left_out() -> None:
    changes, timeline = _marked(MarkKind.HIDE)
    hidden = _questioned(timeline).id
    assert hidden in {change.entry for change in changes.changes}
    assert hidden not in {change.entry for change in changed(changes, timeline).changes}


def test_what_contradicts_a_mark_is_told_once() -> None:
    changes, timeline = _marked(MarkKind.STATUS, "denied")
    line = _questioned(timeline)
    assert line.hand
    one = Contradiction(1, MarkKind.STATUS, "ada", "denied", "happened", line.evidence[0])
    against = replace(line.hand, contradictions=(one,))
    timeline = replace(timeline, entries=tuple(replace(e, hand=against) if e is line else e for e in timeline.entries))
    without = replace(changes, changes=tuple(one for one in changes.changes if one.entry != line.id))
    told = [one for one in changed(changes, timeline).changes if one.entry == line.id]
    assert [one.kind for one in told] == [ChangeKind.NEW]
    told = [one for one in changed(without, timeline).changes if one.entry == line.id]
    assert [one.kind for one in told] == [ChangeKind.CONTRADICTED]
    diary = changed_each(Diary("x", Period.DAY, (without,)), timeline)
    assert [one.kind for one in diary.periods[0].changes if one.entry == line.id] == [ChangeKind.CONTRADICTED]
