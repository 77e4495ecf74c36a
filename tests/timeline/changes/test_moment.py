"""What the articles of some days change in a story."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline import Article, Change, ChangeKind, Level, Request, changes_of, timeline_of
from dateline.readers import read

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
        ("President Ilona Varga opened the Gressow dairy on March 9.", ChangeKind.CAME_TRUE),
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


def test_a_plan_that_another_outlet_tells_is_confirmed() -> None:
    (change,) = changes(PLAN, later("Ilona Varga will open the Gressow dairy on March 9, its manager said."))
    assert change.kind is ChangeKind.CONFIRMED


MET = Article("met", "Ilona Varga met the miners of Lindow on March 3.", MARCH_5, "Aar Wire")


@pytest.mark.parametrize(
    "text",
    [
        "Ilona Varga refused to meet the miners of Lindow on March 3.",
        "Ilona Varga's office denied that she had met the miners of Lindow on March 3.",
    ],
)
def test_who_says_the_contrary_confirms_nothing(text: str) -> None:
    (change,) = changes(MET, later(text))
    assert change.kind is ChangeKind.DENIED
    assert change.after is not None
    assert change.after.sources == 1


def test_a_speaker_who_takes_back_what_he_said() -> None:
    said = Article("said", "Minister Jan Oker said the Lindow bridge would be closed on March 15.", MARCH_5, "Aar Wire")
    (change,) = changes(
        said, later("Jan Oker withdrew his statement that the Lindow bridge would be closed on March 15.")
    )
    assert change.kind is ChangeKind.DENIED


def test_another_source_that_tells_it_on_its_own_confirms() -> None:
    (change,) = changes(MET, later("On March 3 Ilona Varga met the Lindow miners, who gave her a lamp."))
    assert change.kind is ChangeKind.CONFIRMED
    assert change.before is not None
    assert change.after is not None
    assert (change.before.sources, change.after.sources) == (1, 2)


@pytest.mark.parametrize(
    "text",
    [
        "Ilona Varga met the miners of Lindow on March 3, Aar Wire reported.",
        "According to Aar Wire, Ilona Varga met the miners of Lindow on March 3.",
    ],
)
def test_another_outlet_that_cites_the_same_source_confirms_nothing(text: str) -> None:
    assert changes(MET, later(text)) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "The opening of the Gressow dairy by Ilona Varga, planned for March 9, was postponed to March 20.",
            "2021-03-20",
        ),
        ("Ilona Varga has put off the opening of the Gressow dairy from March 9 until March 20.", "2021-03-20"),
    ],
)
def test_a_plan_that_is_put_off_to_another_day_is_moved(text: str, value: str) -> None:
    (change,) = changes(PLAN, later(text))
    assert (change.kind, change.date.value) == (ChangeKind.MOVED, value)
    assert change.before is not None
    assert change.after is not None
    assert change.before.date.value == "2021-03-09"
    assert change.entry == change.before.id
    assert [(turn.status.value, turn.date.value) for turn in change.after.history] == [
        ("scheduled", "2021-03-09"),
        ("scheduled", value),
    ]


def test_a_day_that_another_one_takes_the_place_of_is_not_confirmed() -> None:
    told = changes(
        PLAN, later("Ilona Varga will open the Gressow dairy on March 20 instead of March 9, her office said.")
    )
    assert ChangeKind.CONFIRMED not in {change.kind for change in told}
    assert {change.kind for change in told} & {ChangeKind.MOVED, ChangeKind.POSTPONED}


def test_what_was_not_told_before_is_new() -> None:
    (change,) = changes(PLAN, later("Two horses won the Lindow race on Sunday."))
    assert (change.kind, change.date.value, change.before) == (ChangeKind.NEW, "2021-03-07", None)


def test_background_that_another_outlet_retells_confirms_nothing() -> None:
    assert changes(OLD, later("Nine people drowned when the Skarn ferry sank in May 1987.")) == []


@pytest.mark.parametrize("source", ["Aar Wire", "Gressow Echo"])
def test_a_toll_that_rises_is_revised_whoever_raises_it(source: str) -> None:
    first = Article("first", "Nine people were killed when the Skarn ferry sank on March 3.", MARCH_5, "Aar Wire")
    (change,) = changes(first, later("At least 15 people were killed when the Skarn ferry sank on March 3.", source))
    assert change.kind is ChangeKind.REVISED


def test_a_toll_that_is_told_for_another_day_revises_the_one_before() -> None:
    first = Article("first", "Nine people were killed when the Skarn ferry sank off Lindow on March 3.", MARCH_5, "A")
    (change,) = changes(first, later("The death toll of the Skarn ferry that sank off Lindow rose to 15 on Sunday."))
    assert (change.kind, change.date.value) == (ChangeKind.REVISED, "2021-03-07")
    assert change.before is not None
    assert [evidence.article for evidence in change.before.evidence] == ["first"]


def test_figures_that_cannot_both_be_right_are_a_revision() -> None:
    first = Article("first", "The train reached Lindow on March 3 with 11 carriages.", MARCH_5, "Aar Wire")
    (change,) = changes(first, later("The train reached Lindow on March 3 with 15 carriages, a porter said."))
    assert change.kind is ChangeKind.REVISED


def test_a_plan_told_of_a_day_that_is_past_says_nothing_of_what_became_of_it() -> None:
    story = [MET, later("Ilona Varga was to meet the miners of Lindow on March 3, her diary says.")]
    assert [entry.status for entry in timeline_of(story).entries if len(entry.evidence) == 2] in ([], ["happened"])
    assert ChangeKind.CONFIRMED not in {change.kind for change in changes(*story)}


def test_a_copy_changes_nothing() -> None:
    text = (
        f"{PLAN.text} The dairy is the oldest in the valley. It was built by farmers of the upper river, who own the "
        "cheese and the cellars to this day. A brass band is to play in the yard, and the cows of the town are to be "
        "led past the president in the order of their age, the oldest of them first."
    )
    assert changes(replace(PLAN, text=text), later(text)) == []


def test_the_same_article_again_changes_nothing() -> None:
    assert changes(PLAN, PLAN) == []


STORY = read(Path(__file__).parents[3] / "examples" / "storm" / "articles").articles


@pytest.mark.slow
@settings(deadline=None, max_examples=12)
@given(
    copied=st.sets(st.sampled_from(STORY), min_size=1, max_size=3),
    since=st.dates(dt.date(2023, 10, 9), dt.date(2023, 10, 16)),
    outlet=st.sampled_from(["Gressow Echo", "", "SPS"]),
)
def test_copies_change_nothing_whatever_is_copied(copied: set[Article], since: dt.date, outlet: str) -> None:
    by_then = [a for a in STORY if a.published and a.published <= since]
    copies = [
        replace(a, id=f"copy of {a.id}", source=outlet or a.source, published=since + dt.timedelta(days=1))
        for a in copied
        if a in by_then
    ]
    told = changes_of([*by_then, *copies], since, Request(parse=False))
    # A day may have passed since: what was planned for it is not confirmed by a copy.
    assert {change.kind for change in told.changes} <= {ChangeKind.UNCONFIRMED}


@pytest.mark.slow
@settings(deadline=None, max_examples=8)
@given(again=st.lists(st.sampled_from(STORY), max_size=4), since=st.sampled_from([dt.date(2023, 10, 11)]))
def test_articles_read_again_change_nothing(again: list[Article], since: dt.date) -> None:
    once = changes_of(STORY, since, Request(parse=False))
    assert changes_of([*STORY, *again], since, Request(parse=False)) == once


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


def test_background_that_a_new_article_recalls_is_no_change_but_told_of_the_article() -> None:
    told = changes_of([PLAN, later("The Skarn ferry sank in May 1987 and nine people drowned.")], MARCH_5)
    assert told.changes == ()
    assert [(new.article.id, new.recalls) for new in told.articles] == [("later", 1)]


def test_what_an_article_tells_again_is_listed_with_it() -> None:
    told = changes_of([MET, later("Ilona Varga met the miners of Lindow on March 3, Aar Wire reported.")], MARCH_5)
    assert told.changes == ()
    (new,) = told.articles
    assert [repeat.headline for repeat in new.repeats] == [MET.text]


def test_a_plan_whose_day_has_passed_without_a_word_is_unconfirmed() -> None:
    after = later("Two horses won the Lindow race on Wednesday.", day=dt.date(2021, 3, 11))
    unconfirmed, new = sorted(changes(PLAN, after), key=lambda change: change.date.first)
    assert (unconfirmed.kind, unconfirmed.date.value) == (ChangeKind.UNCONFIRMED, "2021-03-09")
    assert [evidence.article for evidence in unconfirmed.evidence] == ["plan"]
    assert new.kind is ChangeKind.NEW


def test_a_plan_is_told_to_be_unconfirmed_once() -> None:
    reports = [later("Two horses won the Lindow race on Wednesday.", day=dt.date(2021, 3, 11))]
    reports.append(replace(reports[0], id="latest", text="A goat won on Friday.", published=dt.date(2021, 3, 13)))
    kinds = [change.kind for change in changes_of([PLAN, *reports], dt.date(2021, 3, 11)).changes]
    assert ChangeKind.UNCONFIRMED not in kinds


def test_a_report_beside_the_story_opens_with_nothing_that_is_shown_first() -> None:
    days = [dt.date(2021, 3, day) for day in range(1, 11)]
    trial = [
        Article(f"t{day.day}", f"Doctor Emil Brandt told the Gressow court of the poison on {day:%A}.", day, "Aar Wire")
        for day in days
    ]
    beside = Article("fair", "Children carved pumpkins at the Lindow fair on Thursday.", dt.date(2021, 3, 11), "Echo")
    nearer = replace(beside, text="Doctor Emil Brandt left the Gressow court on Thursday.")
    levels = [changes_of([*trial, last], days[-1]).changes[0].level for last in (beside, nearer)]
    assert levels == [Level.NORMAL, Level.KEY]


@pytest.mark.parametrize(
    "text",
    [
        "Ilona Varga cut a ribbon at the Gressow dairy on March 9.",
        "Farmers cheered on Tuesday as Ilona Varga opened the dairy in Gressow.",
    ],
)
def test_a_plan_of_which_something_is_told_on_its_day_is_not_unconfirmed(text: str) -> None:
    kinds = {change.kind for change in changes(PLAN, later(text, day=dt.date(2021, 3, 10)))}
    assert ChangeKind.UNCONFIRMED not in kinds


def test_a_toll_that_rises_has_both_figures_and_who_gave_them() -> None:
    first = Article("first", "Nine people were killed when the Skarn ferry sank on March 3.", MARCH_5, "Aar Wire")
    (change,) = changes(first, later("At least 15 people were killed when the Skarn ferry sank on March 3.", "Echo"))
    assert change.figure is not None
    assert (change.figure.before.value, change.figure.before.evidence.article) == (9, "first")
    assert (change.figure.after.value, change.figure.after.evidence.article) == (15, "later")


def test_what_was_told_for_a_month_and_now_for_a_day_is_revised() -> None:
    plan = Article(
        "month", "Engineers from Lindow Works blew up the old Skarn dam in February 2021.", MARCH_5, "Aar Wire"
    )
    (change,) = changes(
        plan, later("Engineers from Lindow Works blew up the old Skarn dam on February 27, the council said.")
    )
    assert (change.kind, change.date.value) == (ChangeKind.REVISED, "2021-02-27")
