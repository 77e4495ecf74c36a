"""The shipped examples say what a careful reader takes from them."""

import json
from pathlib import Path

import pytest

import facts

ROOT = Path(__file__).parent.parent
FLOORS = json.loads((ROOT / "benchmarks" / "floors.json").read_text(encoding="utf-8"))
STORIES = ["example summit", "example storm"]


@pytest.fixture(scope="module", params=STORIES)
def checked(request: pytest.FixtureRequest) -> tuple[str, dict[str, facts.Outcome]]:
    return request.param, facts.check(facts.load(facts.STORIES[request.param]))


def test_no_figure_of_an_example_falls_below_what_was_reached(checked: tuple[str, dict[str, facts.Outcome]]) -> None:
    name, outcomes = checked
    for what, floor in FLOORS[f"facts, {name}"]["floors"].items():
        assert outcomes[what].met >= floor, (what, outcomes[what].missing)


def test_what_is_no_story_is_never_evidence(checked: tuple[str, dict[str, facts.Outcome]]) -> None:
    _, outcomes = checked
    assert outcomes["not entries"].missing == []


def test_articles_are_read_with_day_outlet_and_place(checked: tuple[str, dict[str, facts.Outcome]]) -> None:
    _, outcomes = checked
    assert outcomes["articles"].missing == []


def test_the_library_gives_a_timeline_in_three_lines() -> None:
    import dateline

    reading = dateline.read(ROOT / "examples" / "summit" / "articles")
    timeline = dateline.timeline_of(reading.articles)
    page = dateline.write(timeline, "markdown")

    assert reading.problems == ()
    assert "Vladivostok" in page
