from collections.abc import Callable

import pytest

from dateline.request import Request
from dateline.timeline.select.limits import Limits
from dateline.timeline.select.selection import select, shared_out
from dateline.timeline.story import Story

Tell = Callable[..., Story]
REPORTS = (
    (5, "The ferry Marigold sank off Skarn on March 3 with nine people on board. Dockers struck on March 4 for pay."),
    (6, "Nine people were on board the ferry Marigold when it sank on March 3."),
    (7, "The ferry Marigold, which sank off Skarn on March 3, was raised by a crane."),
)


LATE = (20, "A quay at Skarn was closed on March 20 for the night.")


def limits(dates: int | None, *, every: bool, lines: int | None = None) -> Limits:
    return Limits(every, dates, lines, 0.5, 3, 1, further_need_another=False)


def test_a_story_that_keeps_everything_has_each_passage_once(story: Tell) -> None:
    told = story(*REPORTS)
    selection = select(told, limits(None, every=True), Request())
    assert selection.choices is None
    assert sorted(passage.key for passage in selection.passages) == sorted(passage.key for passage in told.passages)


def test_only_the_dates_that_matter_most_are_read(story: Tell) -> None:
    selection = select(story(*REPORTS), limits(1, every=True), Request())
    assert {passage.date.value for passage in selection.passages} == {"2021-03-03"}


@pytest.mark.parametrize("every", [True, False])
def test_what_is_to_be_kept_is_read_whatever_the_room(story: Tell, every: bool) -> None:
    told = story(*REPORTS)
    [strike] = [passage for passage in told.passages if passage.date.value == "2021-03-04"]
    for date in ("2021-03-04", "2021-03"):
        kept = {strike.article.id: [(strike.sentence, date)]}
        selection = select(told, limits(1, every=every), Request(), kept)
        assert strike in selection.always
        assert strike in selection.passages
    assert select(told, limits(1, every=every), Request()).always == []


def test_of_a_large_story_each_date_has_its_best_sentences(story: Tell) -> None:
    selection = select(story(*REPORTS), limits(None, every=False), Request())
    assert selection.choices is not None
    assert [choice.date.value for choice in selection.choices] == ["2021-03-03", "2021-03-04"]
    chosen = {passage.key for choice in selection.choices for passage in (*choice.heads, *choice.further)}
    assert {passage.key for passage in selection.passages} == chosen


def test_lines_are_shared_out_by_what_a_date_is_worth(story: Tell) -> None:
    told = story(*REPORTS)
    worth = {"2021-03-03": 2.0, "2021-03-04": 1.0}
    assert shared_out(told, worth, 2) == {"2021-03-03": 1, "2021-03-04": 1}
    assert shared_out(told, {**worth, "2021-03-03": 9.0}, 3) == {"2021-03-03": 3, "2021-03-04": 1}


def test_no_date_has_more_lines_than_are_told_of_it(story: Tell) -> None:
    assert shared_out(story(*REPORTS), {"2021-03-03": 3.0, "2021-03-04": 1.0}, 90) == {"2021-03-03": 3, "2021-03-04": 1}


def test_the_last_news_is_never_missing(story: Tell) -> None:
    told = story(*REPORTS, LATE)
    assert "2021-03-20" in shared_out(told, {"2021-03-03": 9.0, "2021-03-04": 8.0, "2021-03-20": -9.0}, 2)


def test_the_same_is_chosen_by_several_processes(story: Tell) -> None:
    days = [f"{month} {day}" for month in ("March", "April", "May") for day in range(1, 29)]
    told = story(
        (27, "\n".join(f"The ferry to Skarn ran late on {day} for want of a crew." for day in days)),
        (28, "\n".join(f"Nobody knew on {day} why the ferry to Skarn was late again." for day in days)),
    )
    wanted = limits(None, every=False, lines=100)
    alone, shared = (select(told, wanted, Request(processes=number)).choices for number in (1, 2))
    assert alone == shared
    assert alone is not None
    assert len(alone) > 60
