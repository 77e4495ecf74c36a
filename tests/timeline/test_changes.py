"""What differs between two moments of a story."""

import datetime as dt
from dataclasses import replace

import pytest

from dateline import Article, Change, ChangeKind, changes_of, timeline_of

MARCH_5 = dt.date(2021, 3, 5)  # a Friday
MARCH_8 = dt.date(2021, 3, 8)
PLAN = Article(
    "plan", "President Ilona Varga will open the Gressow dairy on March 9, her office said.", MARCH_5, "Aar Wire"
)
OLD = Article("old", "The Skarn ferry sank in May 1987 and nine people drowned.", MARCH_5, "Aar Wire")


def later(text: str, source: str = "Gressow Echo", day: dt.date = MARCH_8) -> Article:
    return Article("later", text, day, source)


def changes(*articles: Article) -> list[Change]:
    return list(changes_of(articles, MARCH_5).changes)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("President Ilona Varga opened the Gressow dairy on March 9.", ChangeKind.CONFIRMED),
        ("Ilona Varga will open the Gressow dairy on March 9, its manager said.", ChangeKind.CONFIRMED),
        ("The opening of the Gressow dairy by Ilona Varga on March 9 has been cancelled.", ChangeKind.CANCELLED),
        ("The opening of the Gressow dairy by Ilona Varga on March 9 was postponed.", ChangeKind.POSTPONED),
        ("The manager denied that Ilona Varga would open the Gressow dairy on March 9.", ChangeKind.DENIED),
    ],
)
def test_what_becomes_of_a_plan(text: str, kind: ChangeKind) -> None:
    (change,) = changes(PLAN, later(text, day=dt.date(2021, 3, 10)))
    assert change.kind is kind
    assert change.before is not None
    assert [evidence.article for evidence in change.before.evidence] == ["plan"]
    assert [evidence.article for evidence in change.evidence] == ["later"]


def test_what_was_not_told_before_is_new() -> None:
    (change,) = changes(PLAN, later("Two horses won the Lindow race on Sunday."))
    assert (change.kind, change.date.value, change.before) == (ChangeKind.NEW, "2021-03-07", None)


def test_background_that_another_outlet_retells_confirms_nothing() -> None:
    assert changes(OLD, later("Nine people drowned when the Skarn ferry sank in May 1987.")) == []


def test_another_figure_is_a_revision() -> None:
    first = Article("first", "Nine people were killed when the Skarn ferry sank on March 3.", MARCH_5, "Aar Wire")
    (change,) = changes(first, later("At least 15 people were killed when the Skarn ferry sank on March 3."))
    assert change.kind is ChangeKind.REVISED


def test_a_copy_changes_nothing() -> None:
    text = (
        f"{PLAN.text} The dairy is the oldest in the valley. It was built by farmers of the upper river, who own the "
        "cheese and the cellars to this day. A brass band is to play in the yard, and the cows of the town are to be "
        "led past the president in the order of their age, the oldest of them first."
    )
    assert changes(replace(PLAN, text=text), later(text)) == []


def test_the_same_article_again_changes_nothing() -> None:
    assert changes(PLAN, PLAN) == []


def test_a_corrected_article() -> None:
    corrected = replace(
        PLAN, text=PLAN.text.replace("March 9", "March 10"), updated=dt.datetime(2021, 3, 8, 9, tzinfo=dt.UTC)
    )
    (change,) = changes(PLAN, corrected)
    assert change.kind is ChangeKind.CORRECTED
    assert change.before is not None
    assert change.before.date.value == "2021-03-09"
    assert change.date.value == "2021-03-10"


def test_a_correction_elsewhere_in_the_article_leaves_an_entry_what_it_is() -> None:
    corrected = replace(
        PLAN, text=f"(Corrects the name of the town)\n\n{PLAN.text}", updated=dt.datetime(2021, 3, 8, 9, tzinfo=dt.UTC)
    )
    assert changes(PLAN, corrected) == []
    assert [e.id for e in timeline_of([PLAN]).entries] == [e.id for e in timeline_of([corrected]).entries]


def test_what_no_article_tells_any_more_is_gone() -> None:
    withdrawn = replace(
        PLAN, text="This report was withdrawn by Aar Wire.", updated=dt.datetime(2021, 3, 8, tzinfo=dt.UTC)
    )
    (change,) = changes(PLAN, withdrawn)
    assert (change.kind, change.after) == (ChangeKind.GONE, None)
