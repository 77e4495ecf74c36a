"""One thing that happens once, told for two days by different sources."""

import datetime as dt

from dateline import Article, Conflict, timeline_of


def conflicts(*texts: str) -> list[Conflict]:
    """The conflicts in a story of one article a text, each from its own outlet and a day after the last."""
    story = [
        Article(str(number), text, dt.date(2021, 3, 5 + number), f"Outlet {number}")
        for number, text in enumerate(texts)
    ]
    return [conflict for entry in timeline_of(story).entries for conflict in entry.conflicts]


def test_one_departure_on_two_days() -> None:
    found = conflicts(
        "President Ilona Varga left Gressow by train on March 3, a railwayman said.",
        "President Ilona Varga left Gressow by train on March 4, a diplomat said.",
    )
    assert {conflict.kind for conflict in found} == {"date"}
    assert [claim.value for claim in found[0].claims] == ["2021-03-03", "2021-03-04"]
    assert found[0] == found[1]  # both entries show it


def test_what_may_happen_every_day_has_no_wrong_day() -> None:
    assert (
        conflicts(
            "Dockers marched through Gressow on March 3 against the new harbour law.",
            "Dockers marched through Gressow on March 4 against the new harbour law.",
        )
        == []
    )


def test_leaving_two_places_is_two_departures() -> None:
    assert (
        conflicts(
            "President Ilona Varga left Gressow by train on March 3, a railwayman said.",
            "President Ilona Varga left Lindow by train on March 4, a diplomat said.",
        )
        == []
    )


def test_one_departure_a_week_apart_is_two() -> None:
    assert (
        conflicts(
            "President Ilona Varga left Gressow by train on March 1, a railwayman said.",
            "President Ilona Varga left Gressow by train on March 5, a diplomat said.",
        )
        == []
    )


def test_what_one_source_tells_of_two_days_is_no_conflict() -> None:
    assert (
        conflicts(
            "President Ilona Varga left Gressow by train on March 3, the Aar Wire reported.",
            "President Ilona Varga left Gressow by train on March 4, the Aar Wire reported.",
        )
        == []
    )
