from collections.abc import Callable

from dateline.request import Depth, Request
from dateline.timeline.select.limits import HANDFUL, limits_of, room
from dateline.timeline.story import Story

Tell = Callable[..., Story]


def reports(count: int, days: int = 3) -> list[tuple[int, str]]:
    """So many reports, which speak of so many days in turn."""
    return [
        (12, f"Report {n}: the ferry sailed on March {1 + n % days} with {n} people on board.") for n in range(count)
    ]


def lines(told: Story) -> int:
    found = limits_of(told, Request()).lines
    assert found is not None
    return found


def test_a_handful_keeps_every_sentence_and_date(story: Tell) -> None:
    limits = limits_of(story(*reports(HANDFUL)), Request())
    assert (limits.keeps_every_sentence, limits.dates, limits.lines) == (True, None, None)


def test_everything_is_kept_where_it_is_asked_for(story: Tell) -> None:
    assert limits_of(story(*reports(HANDFUL + 9)), Request(level=Depth.ALL)).keeps_every_sentence


def test_what_is_asked_for_is_what_is_shown(story: Tell) -> None:
    limits = limits_of(story(*reports(4)), Request(dates=7, sentences=2))
    assert (limits.dates, limits.entries_a_day, limits.entries_a_period) == (7, 2, 2)
    assert not limits.keeps_every_sentence
    assert not limits.further_need_another


def test_one_article_more_takes_nothing_away(story: Tell) -> None:
    assert lines(story(*reports(HANDFUL + 1))) >= HANDFUL


def test_the_lines_grow_with_the_pile_and_slower_than_it(story: Tell) -> None:
    grown = [lines(story(*reports(count))) for count in (21, 40, 80, 160)]
    assert grown == sorted(grown)
    assert grown[0] < grown[-1] < 2 * grown[0]


def test_only_what_was_asked_for_counts_when_something_was(story: Tell) -> None:
    told = [*reports(100, 25), *((12, f"Dockers struck on March 4, paper {n} said, for pay.") for n in range(5))]
    assert lines(story(*told, request=Request(queries=("dockers",)))) == 5


def test_a_day_may_have_more_that_one_article_alone_tells_the_more_is_shown_of_all(story: Tell) -> None:
    told = story(*reports(400))
    day = next(iter(told.dated.values()))[0].date
    few = limits_of(told, Request()).quota(day, 10, 40)
    many = limits_of(story(*reports(HANDFUL + 1)), Request()).quota(day, 10, 40)
    assert 1 <= few.alone < many.alone
    assert few.words < many.words


def test_what_is_told_by_the_month_needs_another_article_in_a_large_pile(story: Tell) -> None:
    told = story(*reports(400), (12, "The dairy closed in February after a fire."))
    month = next(those[0].date for those in told.dated.values() if not those[0].date.is_day)
    assert limits_of(told, Request()).quota(month, 1, 1).alone == 0


def test_room_grows_with_the_entries() -> None:
    assert room(1) < room(2) < room(3)
    assert room(3) == 81  # three sentences of 27 words
