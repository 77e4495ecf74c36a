"""What of a merged event tells its happening, and what only names it."""

import datetime as dt

from dateline import Article
from dateline.reading.article import read_article
from dateline.timeline.close.tellings import Telling, close_reading
from dateline.timeline.merge.cores import with_cores
from dateline.timeline.select import passages
from dateline.timeline.select.events import Event

DAY = dt.date(2021, 3, 10)


def telling(text: str, name: str = "a") -> Telling:
    """What the last dated passage of a report of Wednesday 10 March 2021 tells."""
    return close_reading(passages.of(read_article(Article(name, text, DAY))))[-1]


def test_what_only_goes_with_it_is_further() -> None:
    sank = telling("The Lindow ferry Aurora sank off Skarn on Tuesday.", "a")
    again = telling("The Aurora sank on Tuesday in calm water.", "b")
    wept = telling("Families of the Aurora wept at the harbour of Skarn on Tuesday.", "c")
    (event,) = with_cores([Event([sank, again, wept], None)])
    assert event.tellings == [sank, again]
    assert event.further == [wept]


def test_what_is_of_another_day_and_tells_something_else_is_a_line_of_its_own() -> None:
    sank = telling("The Lindow ferry Aurora sank off Skarn on Tuesday.", "a")
    wept = telling("Families of the Aurora wept at the harbour of Skarn on Monday.", "b")
    events = with_cores([Event([sank, wept], None)])
    assert [event.tellings for event in events] == [[sank], [wept]]


def test_what_is_planned_and_what_is_denied_stay_together() -> None:
    planned = telling("A joint statement on the harbour of Skarn may be issued on Thursday.", "a")
    denied = telling("The ministry denied that a statement on the harbour had been prepared for Thursday.", "b")
    (event,) = with_cores([Event([planned, denied], None)])
    assert event.tellings == [planned, denied]


def test_what_happened_in_the_month_to_which_a_plan_was_moved_is_not_the_plan() -> None:
    moved = telling("The election was postponed to September 2021, said the mayor of Lindow.", "a")
    riot = telling("A riot broke out in September 2021, a month before the election.", "b")
    (event,) = with_cores([Event([moved, riot], None)])
    assert event.tellings == [moved]
    assert event.further == [riot]


def test_what_is_like_both_of_two_that_are_kept_apart_does_not_join_them() -> None:
    twelve = telling("Flight 12 to Gressow was cancelled on Tuesday.", "a")
    either = telling("A flight to Gressow was cancelled on Tuesday.", "b")
    fourteen = telling("Flight 14 to Gressow was cancelled on Tuesday.", "c")
    (event,) = with_cores([Event([twelve, either, fourteen], None)])
    assert event.tellings == [twelve, either]
    assert event.further == [fourteen]
