"""The shipped examples say what a careful reader takes from them."""

import json
from pathlib import Path

import pytest

import facts

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent
FLOORS = json.loads((ROOT / "benchmarks" / "floors.json").read_text(encoding="utf-8"))
STORIES = ["example summit", "example storm"]
BY_THE_SURFACE = ", no parser"


@pytest.fixture(scope="module", params=[(name, parse) for name in STORIES for parse in (True, False)])
def checked(request: pytest.FixtureRequest) -> tuple[str, dict[str, facts.Outcome]]:
    """An example's name and what came of each kind of expectation, kinds named as in the floors."""
    name, parse = request.param
    outcomes = facts.check(facts.load(facts.STORIES[name], parse=parse))
    return name, {what if parse else what + BY_THE_SURFACE: outcome for what, outcome in outcomes.items()}


def test_no_figure_of_an_example_falls_below_what_was_reached(checked: tuple[str, dict[str, facts.Outcome]]) -> None:
    name, outcomes = checked
    floors = FLOORS[f"facts, {name}"]["floors"]
    for what, outcome in outcomes.items():
        assert outcome.met >= floors[what], (what, outcome.missing)


def test_what_is_no_story_is_never_evidence(checked: tuple[str, dict[str, facts.Outcome]]) -> None:
    _, outcomes = checked
    assert _of("not entries", outcomes).missing == []


def test_articles_are_read_with_day_outlet_and_place(checked: tuple[str, dict[str, facts.Outcome]]) -> None:
    _, outcomes = checked
    assert _of("articles", outcomes).missing == []


def _of(what: str, outcomes: dict[str, facts.Outcome]) -> facts.Outcome:
    return outcomes.get(what) or outcomes[what + BY_THE_SURFACE]


def test_the_library_gives_a_timeline_in_three_lines() -> None:
    import dateline

    reading = dateline.read(ROOT / "examples" / "summit" / "articles")
    timeline = dateline.timeline_of(reading.articles)
    page = dateline.write(timeline, "markdown")

    assert reading.problems == ()
    assert "Vladivostok" in page
