import datetime as dt

from dateline.model import ArticleReference, Entry, EntryDate, Granularity, Status
from dateline.web.pages.band import HALF, Step, band, drills, spark

DAY = dt.date(2023, 10, 14)


def told(*days: dt.date) -> list[Entry]:
    return [
        Entry(
            str(number),
            EntryDate(day.isoformat(), day, day, Granularity.DAY),
            Status.HAPPENED,
            "x",
            (),
            (),
            (),
            1,
            (),
            0.5,
        )
        for number, day in enumerate(days)
    ]


def out(*days: dt.date) -> list[ArticleReference]:
    return [ArticleReference(str(number), "Meridian", None, day, None) for number, day in enumerate(days)]


def after(days: int) -> dt.date:
    return DAY + dt.timedelta(days=days)


def test_articles_and_lines_by_day_with_what_is_ahead() -> None:
    drawn = band(out(DAY, DAY, after(2)), told(DAY, after(1), after(5)))
    assert drawn
    assert [(one.first, one.articles, one.lines) for one in drawn.buckets] == [
        (DAY, 2, 1), (after(1), 0, 1), (after(2), 1, 0), (after(5), 0, 1)
    ]  # fmt: skip
    assert drawn.buckets[0].above == HALF
    assert drawn.buckets[2].above == HALF / 2
    assert drawn.ahead == drawn.buckets[2].x + 160
    assert drawn.buckets[0].label == "Sat 14 October 2023"


def test_lines_far_from_the_articles_are_counted_and_not_drawn() -> None:
    drawn = band(out(DAY, after(3)), told(dt.date(1991, 1, 1), DAY, dt.date(2050, 1, 1)))
    assert drawn
    assert (drawn.earlier, drawn.later) == (1, 1)
    assert (drawn.first, drawn.last) == (DAY, after(3))


def test_a_longer_story_has_longer_steps() -> None:
    drawn = [band(out(DAY, after(days)), told(DAY)) for days in (100, 900, 3_000, 12_000)]
    assert [one and one.step for one in drawn] == [Step.DAY, Step.WEEK, Step.MONTH, Step.YEAR]


def test_the_ends_of_the_calendar() -> None:
    assert band(out(dt.date.min, dt.date.max), told(dt.date.min, dt.date.max))
    assert band([], told(dt.date.max))
    assert band([], []) is None


def test_a_drill_goes_from_years_to_months_to_days() -> None:
    lines = told(dt.date(2022, 5, 1), DAY, after(1), dt.date(2023, 11, 2))
    assert [(one.label, one.lines) for one in drills(lines, None, None)] == [("2022", 1), ("2023", 3)]
    year = drills(lines, dt.date(2023, 1, 1), dt.date(2023, 12, 31))
    assert [(one.label, one.lines) for one in year] == [("October", 2), ("November", 1)]
    month = drills(lines, dt.date(2023, 10, 1), dt.date(2023, 10, 31))
    assert [one.label for one in month] == ["14 October", "15 October"]


def test_a_sparkline_is_told_in_words() -> None:
    drawn = spark([(DAY, 2), (after(9), 1)])
    assert drawn.words == "3 articles on 2 days"
    assert [height for _, _, height in drawn.bars] == [20, 10]
    assert spark([]).bars == []
