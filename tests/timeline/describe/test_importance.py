from collections.abc import Callable
from dataclasses import replace

from dateline.request import Request
from dateline.text.copies import Copies
from dateline.timeline.close.tellings import Telling
from dateline.timeline.describe.importance import importance
from dateline.timeline.select.events import Event
from dateline.timeline.story import Story

SANK = "The ferry Marigold sank off Skarn on March 3 with nine people on board."
STRIKE = "Dockers in Gressow went on strike on March 3 over a new harbour law."


def weigh(story: Story, *groups: list[Telling], copies: Copies | None = None) -> list[float]:
    story = replace(story, copies=copies or story.copies)
    return importance([Event(group, None) for group in groups], story)


def test_the_event_that_more_articles_tell_matters_most(
    tell: Callable[..., list[Telling]], story: Callable[..., Story]
) -> None:
    reports = ((4, SANK), (5, SANK.replace("sank", "went down")), (4, STRIKE))
    sank, down, strike = tell(*reports)
    assert weigh(story(*reports), [sank, down], [strike]) == [1.0, 0.5]


def test_a_copy_adds_nothing(tell: Callable[..., list[Telling]], story: Callable[..., Story]) -> None:
    reports = ((4, SANK), (5, SANK), (4, STRIKE))
    sank, again, strike = tell(*reports)
    assert weigh(story(*reports), [sank, again], [strike], copies=Copies({"a1": "a0"})) == [1.0, 1.0]


def test_the_end_of_an_article_weighs_less_than_its_beginning(
    tell: Callable[..., list[Telling]], story: Callable[..., Story]
) -> None:
    reports = ((4, f"{SANK} Rain fell on the town. {STRIKE}"),)
    sank, strike = tell(*reports)
    assert weigh(story(*reports), [sank], [strike]) == [1.0, 0.5]


def test_what_was_asked_for_matters_more(tell: Callable[..., list[Telling]], story: Callable[..., Story]) -> None:
    reports = ((4, SANK), (4, STRIKE))
    sank, strike = tell(*reports)
    asked = story(*reports, request=Request(queries=("dockers",)))
    assert weigh(asked, [sank], [strike])[0] < weigh(asked, [sank], [strike])[1] == 1.0


def test_nothing_shown_has_no_importance(story: Callable[..., Story]) -> None:
    assert weigh(story((4, SANK))) == []
