from collections.abc import Callable

import pytest

from dateline.request import Request
from dateline.timeline.select.limits import SMALL_STORY, enough_dates, limits_of, room
from dateline.timeline.story import Story

Tell = Callable[..., Story]


def reports(count: int, days: int = 3) -> list[tuple[int, str]]:
    """So many reports, which speak of so many days in turn."""
    return [
        (12, f"Report {n}: the ferry sailed on March {1 + n % days} with {n} people on board.") for n in range(count)
    ]


def test_a_small_story_keeps_every_sentence_and_date(story: Tell) -> None:
    limits = limits_of(story(*reports(SMALL_STORY)), None, None)
    assert (limits.keeps_every_sentence, limits.dates) == (True, None)


def test_a_larger_one_ranks_them(story: Tell) -> None:
    limits = limits_of(story(*reports(SMALL_STORY + 1)), None, None)
    assert not limits.keeps_every_sentence
    assert limits.dates is not None
    assert limits.further_need_another
    assert limits.periods_need_another


def test_what_is_asked_for_is_what_is_shown(story: Tell) -> None:
    limits = limits_of(story(*reports(4)), 7, 2)
    assert (limits.dates, limits.entries_a_day, limits.entries_a_period) == (7, 2, 2)
    assert not limits.keeps_every_sentence
    assert not limits.further_need_another
    assert not limits.periods_need_another


def test_a_day_may_have_more_entries_than_a_month(story: Tell) -> None:
    told = story(
        (12, "The ferry sailed on March 3 with forty on board."), (12, "The dairy closed in February after a fire.")
    )
    limits = limits_of(told, None, None)
    february, march = (passages[0].date for passages in told.dated.values())
    assert limits.entries(march) > limits.entries(february) == 1


@pytest.mark.parametrize(("few", "many"), [(1, 30), (3, 25)])
def test_a_story_that_speaks_of_more_days_shows_more(story: Tell, few: int, many: int) -> None:
    narrow, wide = (enough_dates(story(*reports(400, days))) for days in (few, many))
    assert narrow is not None
    assert wide is not None
    assert narrow < wide <= 60


def test_only_what_was_asked_for_counts_when_something_was(story: Tell) -> None:
    told = [*reports(300, 25), *((12, f"Dockers struck on March 4, paper {n} said, for pay.") for n in range(30))]
    asked = enough_dates(story(*told, request=Request(queries=("dockers",))))
    assert asked is not None
    assert asked < (enough_dates(story(*told)) or 0)


def test_room_grows_with_the_entries() -> None:
    assert room(1) < room(2) < room(3)
    assert room(3) == 81  # three sentences of 27 words
