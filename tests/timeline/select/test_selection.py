from collections.abc import Callable

from dateline.timeline.select.limits import Limits
from dateline.timeline.select.selection import select
from dateline.timeline.story import Story

Tell = Callable[..., Story]
REPORTS = (
    (5, "The ferry Marigold sank off Skarn on March 3 with nine people on board. Dockers struck on March 4 for pay."),
    (6, "Nine people were on board the ferry Marigold when it sank on March 3."),
    (7, "The ferry Marigold, which sank off Skarn on March 3, was raised by a crane."),
)


def limits(dates: int | None, *, every: bool) -> Limits:
    return Limits(every, dates, 3, 1, further_need_another=False, periods_need_another=False)


def test_a_story_that_keeps_everything_has_each_passage_once(story: Tell) -> None:
    told = story(*REPORTS)
    selection = select(told, limits(None, every=True))
    assert selection.choices is None
    assert sorted(passage.key for passage in selection.passages) == sorted(passage.key for passage in told.passages)


def test_only_the_dates_that_matter_most_are_read(story: Tell) -> None:
    selection = select(story(*REPORTS), limits(1, every=True))
    assert {passage.date.value for passage in selection.passages} == {"2021-03-03"}


def test_of_a_large_story_each_date_has_its_best_sentences(story: Tell) -> None:
    selection = select(story(*REPORTS), limits(None, every=False))
    assert selection.choices is not None
    assert [choice.date.value for choice in selection.choices] == ["2021-03-03", "2021-03-04"]
    chosen = {passage.key for choice in selection.choices for passage in (*choice.heads, *choice.further)}
    assert {passage.key for passage in selection.passages} == chosen
