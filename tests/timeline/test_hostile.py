"""Stories nobody would write: repeated sentences, no dates, nobody killed, days at the ends of the calendar."""

import datetime as dt

import pytest

from dateline import Article, Period, Request, changes_of, diary_of, timeline_of

UNPARSED = Request(parse=False)


def test_a_toll_of_nobody_is_no_crash() -> None:
    reports = [
        Article("a", "On Monday 0 people were killed in Lindow.", dt.date(2021, 3, 2), "Echo"),
        Article("b", "On Wednesday 3 people were killed in Lindow.", dt.date(2021, 3, 4), "Herald"),
        Article("c", "The death toll in Lindow rose to 0 on Thursday.", dt.date(2021, 3, 5), "Mail"),
    ]
    assert len(timeline_of(reports, UNPARSED).entries) >= 2


@pytest.mark.slow
def test_a_sentence_that_stands_again_and_again_is_one_line_that_one_source_tells() -> None:
    text = " ".join(["Ilona Varga met Jan Oker in Lindow on Monday."] * 500)
    (entry,) = timeline_of([Article("a", text, dt.date(2021, 3, 10), "Echo")], UNPARSED).entries
    assert (entry.headline, entry.sources) == ("Ilona Varga met Jan Oker in Lindow on Monday.", 1)


@pytest.mark.parametrize("day", [dt.date(1, 1, 1), dt.date(9999, 12, 31)])
def test_changes_are_told_at_both_ends_of_the_calendar(day: dt.date) -> None:
    text = "The old king died on 3 January 2001 in the town of Holm."
    reports = [Article("a", text, day, "Echo"), Article("b", f"{text} All mourned.", day, "Herald")]
    assert changes_of(reports, day, UNPARSED).changes == ()


@pytest.mark.parametrize("each", list(Period))
@pytest.mark.parametrize("day", [dt.date(1, 1, 1), dt.date(1, 1, 2), dt.date(9999, 12, 30), dt.date(9999, 12, 31)])
def test_a_diary_is_kept_at_both_ends_of_the_calendar(day: dt.date, each: Period) -> None:
    reports = [
        Article("a", "The old king died on Friday. He will be buried today.", day, "Echo"),
        Article("b", "The old king died yesterday. Ilona Varga will bury him on December 31.", day, "Herald"),
    ]
    (period,) = diary_of(reports, each, UNPARSED).periods
    assert period.since <= day <= (period.until or day)
