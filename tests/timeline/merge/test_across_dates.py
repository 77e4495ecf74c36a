"""What is one event though dated differently: plans that are moved, slips of a day, weeks; and what is not."""

import datetime as dt

import pytest

from dateline import Article, Entry, Status, timeline_of
from dateline.reading.article import read_article
from dateline.timeline.close.tellings import close_reading
from dateline.timeline.merge.across_dates import may_be_reported
from dateline.timeline.select import passages


def march(day: int) -> dt.date:
    return dt.date(2021, 3, day)


def entries(*told: tuple[int, str]) -> list[Entry]:
    """The entries of a story: each text is published in March by an outlet of its own."""
    articles = [Article(f"a{number}", text, march(day), f"Outlet {number}") for number, (day, text) in enumerate(told)]
    return list(timeline_of(articles).entries)


def dates_of(entry: Entry) -> set[str | None]:
    """The days that the passages of an entry tell."""
    return {evidence.date for evidence in entry.evidence}


@pytest.mark.parametrize(
    ("plan", "move", "old", "new"),
    [
        (
            "The trial of Marta Lindqvist is to open in Gressow on 12 March.",
            "The trial of Marta Lindqvist has been postponed from 12 to 15 March, the court said.",
            "2021-03-12",
            "2021-03-15",
        ),
        (
            "The Marigold ferry will be launched on March 15.",
            "The launch of the Marigold ferry was brought forward from March 15 to March 12.",
            "2021-03-15",
            "2021-03-12",
        ),
        (
            "The council will vote on the harbour on Sunday, March 7.",
            "The vote on the harbour was put off until next Tuesday.",
            "2021-03-07",
            "2021-03-09",
        ),
        (
            "Varga will meet Brandl in Gressow on March 8.",
            "The talks between Varga and Brandl, planned for March 8, have been rescheduled for March 10.",
            "2021-03-08",
            "2021-03-10",
        ),
    ],
)
def test_a_plan_that_is_moved_is_one_entry_at_the_new_day(plan: str, move: str, old: str, new: str) -> None:
    (entry,) = entries((1, plan), (5, move))
    assert (entry.date.value, entry.status) == (new, Status.SCHEDULED)
    assert dates_of(entry) == {old, new}


def test_what_was_moved_and_came_about_is_still_one_entry() -> None:
    (entry,) = entries(
        (1, "The Marigold ferry will be launched on March 15."),
        (5, "The launch of the Marigold ferry was brought forward from March 15 to March 12."),
        (13, "The Marigold ferry was launched in Skarn on March 12."),
    )
    assert (entry.date.value, entry.status) == ("2021-03-12", Status.HAPPENED)


def test_where_either_of_two_plans_may_have_been_moved_neither_is() -> None:
    found = entries(
        (1, "The council will vote on the harbour on Sunday, March 7."),
        (1, "The council will vote on the harbour on March 14."),
        (5, "The vote on the harbour was put off until next Thursday."),
    )
    assert [entry.date.value for entry in found] == ["2021-03-07", "2021-03-11", "2021-03-14"]


def test_a_visit_planned_for_a_day_is_not_moved_to_it() -> None:
    (entry,) = entries(
        (1, "Varga is to travel to the island of Skarn on March 9."),
        (5, "Varga postponed the trip to Skarn that she had planned for March 9."),
    )
    assert (entry.date.value, entry.status) == ("2021-03-09", Status.POSTPONED)


def test_one_happening_dated_a_day_apart_is_one_entry_at_the_day_that_more_tell() -> None:
    (entry,) = entries(
        (3, "A storm tore the roof off the market hall of Ardale on Monday and injured 12 people."),
        (3, "A storm tore the roof off the market hall in Ardale on Tuesday, injuring 12 people."),
        (4, "The storm that tore the roof off the market hall of Ardale on Monday injured 12 people."),
    )
    assert entry.date.value == "2021-03-01"
    assert dates_of(entry) == {"2021-03-01", "2021-03-02"}
    assert "date" in {conflict.kind for conflict in entry.conflicts}


@pytest.mark.parametrize(
    ("monday", "tuesday"),
    [
        (
            "A bomb went off at a market in Ardale on Monday and killed nine people.",
            "A bomb went off at a market in Ardale on Tuesday and killed four people.",
        ),
        (
            "“The harbour is not for sale,” Varga said on Monday.",
            "“The harbour is not for sale at any price,” Varga said on Tuesday.",
        ),
        (
            "Varga left Lindow by train on Monday.",
            "Varga left Gressow by train on Tuesday.",
        ),
        (
            "Varga met Brandl in Gressow on Monday. Varga met Brandl in Gressow again on Tuesday.",
            "Varga and Brandl met in Gressow on Tuesday.",
        ),
        (
            "A storm tore the roof off the market hall of Ardale on Monday and injured 12 people.",
            "A storm tore the roof off the market hall in Ardale on Tuesday, injuring 12 people. The storm that tore "
            "the roof off the market hall of Ardale on Monday injured 12 people.",
        ),
    ],
)
def test_two_days_of_one_kind_stay_apart(monday: str, tuesday: str) -> None:
    assert [entry.date.value for entry in entries((4, monday), (4, tuesday))] == ["2021-03-01", "2021-03-02"]


def test_what_comes_every_year_stays_apart() -> None:
    found = entries(
        (1, "Varga opened the harbour fair in Lindow in 2019."),
        (1, "Varga opened the harbour fair in Lindow in 2020."),
    )
    assert [entry.date.value for entry in found] == ["2019", "2020"]


def test_an_event_told_by_the_week_joins_its_day() -> None:
    (entry,) = entries(
        (5, "The Marigold ferry sank off Skarn on Wednesday and nine people drowned."),
        (5, "Nine people drowned when the Marigold ferry sank off Skarn earlier this week."),
    )
    assert (entry.date.value, entry.sources) == ("2021-03-03", 2)


def test_who_tells_of_a_day_and_of_its_month_tells_nothing_of_the_day_by_the_month() -> None:
    raid = "The raid of rebels on the port of Zell on Tuesday was revenge for strikes by Norland on Zell in March"
    other = "Rebels called the raid on the port of Zell revenge for strikes by Norland on Zell in March"
    made = entries((11, f"{raid}."), (12, f"{other}."))
    assert not any({"2021-03-09", "2021-03"} <= dates_of(entry) for entry in made)


def test_a_sentence_that_tells_of_a_day_and_of_its_year_tells_two_things() -> None:
    found = entries(
        (5, "The harbour board announced on Wednesday that it would replace its oldest crane later this year.")
    )
    assert [entry.date.value for entry in found] == ["2021", "2021-03-03"]


def test_a_denial_is_evidence_with_a_status_of_its_own_and_no_support() -> None:
    (entry,) = entries(
        (5, "Varga met Brandl in Gressow on Thursday."),
        (5, "No meeting between Varga and Brandl took place in Gressow on Thursday, an aide to Brandl said."),
    )
    assert {evidence.status for evidence in entry.evidence} == {Status.HAPPENED, Status.DENIED}
    assert entry.sources == 1


@pytest.mark.parametrize(
    ("earlier", "report", "within"),
    [
        # Days up to which a report may open with what was told of an earlier day; 0 where it may not at all.
        (
            "Rosa Feld has dropped the plan for a bridge over the harbour on Tuesday.",
            "Rosa Feld has dropped the bridge on Tuesday.",
            3,
        ),
        (
            "Rosa Feld has dropped the plan for a bridge over the harbour on Tuesday.",
            "The plan of Rosa Feld for a bridge over the harbour was dropped on Tuesday.",
            14,
        ),
        # What somebody has said days later is another thing.
        (
            "Rosa Feld said on Tuesday the old harbour at Gressow would be let to a shipping line.",
            "Rosa Feld has said on Tuesday the old harbour at Gressow could be closed to any shipping line.",
            1,
        ),
        # Others do the like.
        (
            "Jan Oker has dropped the plan for a bridge over the harbour on Tuesday.",
            "Rosa Feld has dropped her plan for a bridge over the harbour on Tuesday.",
            0,
        ),
    ],
)
def test_of_which_day_a_report_tells_that_gives_none(earlier: str, report: str, within: int) -> None:
    one, other = (
        close_reading(passages.of(read_article(Article(name, text, march(10)))))
        for name, text in (("a", earlier), ("b", report))
    )
    assert [days for days in range(1, 15) if may_be_reported(one, other, days)] == list(range(1, within + 1))
