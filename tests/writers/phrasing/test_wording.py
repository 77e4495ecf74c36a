import datetime as dt
from dataclasses import replace

import pytest

from dateline import write
from dateline.model import (
    Change,
    ChangeKind,
    Changes,
    Context,
    EntryDate,
    Granularity,
    Level,
    Meaning,
    Status,
    Timeline,
)
from dateline.writers.phrasing.citations import references
from dateline.writers.phrasing.wording import (
    context,
    count,
    counted,
    difference,
    extent,
    figures,
    history,
    meaning,
    section,
    support,
    what_differs,
)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (count(1, "article"), "1 article"),
        (count(0, "article"), "0 articles"),
        (count(1, "entry", "entries"), "1 entry"),
        (count(2, "entry", "entries"), "2 entries"),
    ],
)
def test_a_number_agrees_with_its_noun(words: str, expected: str) -> None:
    assert words == expected


def test_articles_of_one_day_and_of_none(timeline: Timeline) -> None:
    first = timeline.articles[0]
    assert extent(replace(timeline, articles=(first,))) == "3 entries from 1 article, published 27 April 2023"
    assert extent(replace(timeline, articles=(replace(first, published=None),))) == "3 entries from 1 article"


def test_how_widely_an_entry_is_told(timeline: Timeline) -> None:
    articles = references(timeline)
    told = max(timeline.entries, key=lambda entry: len(entry.evidence))
    outlets = len({articles[passage.article].source for passage in told.evidence})
    assert outlets > 1
    assert support(replace(told, sources=outlets), articles) == f"{outlets} independent sources"
    assert support(replace(told, sources=1), articles) == f"{outlets} outlets, 1 origin"
    assert support(replace(told, sources=1, evidence=told.evidence[:1]), articles) is None


def test_what_is_read_beside_a_headline(timeline: Timeline) -> None:
    told = timeline.entries[0]
    assert (meaning(told), context(told)) == (None, None)
    before = Context(told.evidence[0].article, 0, 20, "The envoys met *twice*.", needed=True)
    opened = replace(told, meaning=Meaning("They", "Corran Lines"), context=before)
    assert meaning(opened) == "[They: Corran Lines]"
    assert context(opened, str.upper) == "in context: THE ENVOYS MET *TWICE*."
    assert context(replace(opened, about="Zell talks")) == "in context: Zell talks … The envoys met *twice*."
    assert context(replace(opened, context=replace(before, needed=False))) is None
    long = replace(before, exact=f"{'Nobody swam. ' * 30}The envoys met twice.")
    assert context(replace(opened, context=long)) == f"in context: {'Nobody swam. ' * 16}The envoys met twice."


def test_what_a_headline_does_not_need_is_in_no_format_that_is_read(timeline: Timeline) -> None:
    before = Context(timeline.entries[0].evidence[0].article, 0, 20, "The envoys met twice.", needed=False)
    told = replace(timeline, entries=(replace(timeline.entries[0], context=before),))
    for kind in ("table", "markdown", "html"):
        page = write(told, kind, width=400)
        assert "The envoys met twice." not in page
        assert ">None<" not in page


@pytest.mark.parametrize("kind", ["table", "markdown", "html"])
@pytest.mark.parametrize("level", list(Level))
def test_it_is_in_every_format_that_is_read(timeline: Timeline, kind: str, level: Level) -> None:
    before = Context(timeline.entries[0].evidence[0].article, 0, 20, "The envoys met twice.", needed=True)
    opened = replace(timeline.entries[0], level=level, meaning=Meaning("They", "Corran Lines"), context=before)
    page = write(replace(timeline, entries=(opened,)), kind, width=400).replace("\\", "")
    assert "[They: Corran Lines]" in page
    assert "in context: The envoys met twice." in page


def test_changes_without_a_later_day(changes: Changes) -> None:
    assert difference(replace(changes, until=None)) == "3 changes since 27 April 2023"


def test_a_section_of_a_diary_says_how_much_changed_in_it(changes: Changes) -> None:
    assert section(changes) == "3 changes, in 0 new articles"
    assert section(replace(changes, changes=())) == "0 new articles, nothing new"


def test_whatever_is_another_now_is_said(timeline: Timeline) -> None:
    after = timeline.entries[-1]
    day = dt.date(2023, 5, 3)
    before = replace(after, date=EntryDate("2023-05-03", day, day, Granularity.DAY), headline="It opens on May 3.")
    moved = Change(ChangeKind.MOVED, after.id, after.date, before, after, after.evidence)
    assert list(what_differs(moved)) == ["was dated Wednesday 3 May 2023", "was told as: It opens on May 3."]
    assert list(what_differs(replace(moved, before=None))) == []
    assert list(what_differs(replace(moved, before=after))) == []


def test_who_denies_an_entry_is_no_outlet_that_tells_it(timeline: Timeline) -> None:
    articles = references(timeline)
    told = timeline.entries[0]
    first, second = told.evidence
    denied = replace(told, evidence=(first, replace(second, status=Status.DENIED)), sources=1)
    assert support(denied, articles) is None
    elsewhere = replace(told, evidence=(first, replace(second, date="1988")), sources=1)
    assert support(elsewhere, articles) is None


def test_a_status_that_turned_is_told_by_its_turns(moved: Timeline) -> None:
    articles = references(moved)
    opening = moved.entries[-1]
    called_off = replace(opening, history=opening.history[:2])
    assert history(called_off, articles) == (
        "scheduled (27 April 2023, Coast Wire, according to the port authority), "
        "then postponed (28 April 2023, The Meridian)"
    )
    assert history(replace(opening, history=opening.history[:1]), articles) is None


def test_a_series_says_what_it_counts_and_how_much(counting: Timeline) -> None:
    (visitors,) = counting.series
    assert counted(visitors) == "visitors"
    assert counted(replace(visitors, counts="people killed", unit="people")) == "people killed"
    assert counted(replace(visitors, counts="leak", unit="barrels a day")) == "leak, in barrels a day"
    assert figures(visitors) == ("about 1,200 visitors (Thu 27 Apr 2023), 3,000 to 4,000 visitors (Sat 29 Apr 2023)")


def test_of_a_figure_that_another_entry_brings_up_to_date_only_the_old_telling_is_said(timeline: Timeline) -> None:
    before, after, _ = timeline.entries
    change = Change(ChangeKind.REVISED, after.id, after.date, before, after, after.evidence)
    assert list(what_differs(change)) == [f"was told as: {before.headline}"]
