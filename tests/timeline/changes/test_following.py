"""A story that grows by portions of articles."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from dateline import Article, ChangeKind, Period, Request, changes_of, diary_of, read

STORY = read(Path(__file__).parents[3] / "examples" / "storm" / "articles").articles
FAST = Request(parse=False)


def test_a_section_of_a_diary_is_what_changed_in_its_days() -> None:
    diary = diary_of(STORY, Period.DAY, FAST)
    assert [section.until for section in diary.periods] == sorted({a.available for a in STORY if a.available})
    for section in diary.periods[1:]:
        assert section == changes_of(STORY, section.since, replace(FAST, as_of=section.until))


def test_a_week_is_from_monday_to_sunday() -> None:
    first, second = diary_of(STORY, Period.WEEK, FAST).periods
    assert (first.since, first.until) == (dt.date(2023, 10, 8), dt.date(2023, 10, 15))
    assert second.since == dt.date(2023, 10, 15)


def test_every_new_article_is_told_of() -> None:
    told = changes_of(STORY, dt.date(2023, 10, 11), FAST)
    assert {new.article.id for new in told.articles} == {
        a.id for a in STORY if a.available and a.available > dt.date(2023, 10, 11)
    }


OUTLETS = ("Aar Wire", "Gressow Echo", "Lindow Post", "Skarn Herald", "Valley Times")
DIARIES = {
    "a plan that comes true": [
        ("President Ilona Varga will open the Gressow dairy on March 9, her office said.", {ChangeKind.NEW}),
        ("It rains.", set()),
        ("Ilona Varga will open the Gressow dairy on March 9, its manager said.", {ChangeKind.CONFIRMED}),
        ("President Ilona Varga opened the Gressow dairy on March 9.", {ChangeKind.CAME_TRUE}),
        ("It was President Ilona Varga who opened the Gressow dairy on March 9, the Skarn Herald reported.", set()),
    ],
    "a plan that is moved twice": [
        ("President Ilona Varga will open the Gressow dairy on March 19.", {ChangeKind.NEW}),
        (
            "The opening of the Gressow dairy by Ilona Varga, planned for March 19, was postponed to March 25.",
            {ChangeKind.MOVED},
        ),
        ("The milk of Gressow is sour.", set()),
        ("The opening of the Gressow dairy by Ilona Varga was postponed from March 25 to April 2.", {ChangeKind.MOVED}),
        ("Ilona Varga will open the Gressow dairy on April 2, its manager said.", {ChangeKind.CONFIRMED}),
    ],
    "a plan that is called off": [
        ("The Lindow horse race will be held on March 20, the mayor said.", {ChangeKind.NEW}),
        ("Nobody knows how many horses there are.", set()),
        ("The Lindow horse race planned for March 20 has been cancelled, the mayor said.", {ChangeKind.CANCELLED}),
        ("The Lindow horse race on March 20 has been cancelled, the Lindow Post said.", set()),
        ("It rained in Lindow on Monday.", {ChangeKind.NEW}),
    ],
    "a plan that is denied and then confirmed": [
        ("The Lindow dam will be closed on April 7, the water board said.", {ChangeKind.NEW}),
        ("Mayor Josef Brandl denied that the Lindow dam will be closed on April 7.", {ChangeKind.DENIED}),
        ("Fishermen mend their nets.", set()),
        ("The Lindow dam will be closed on April 7, Mayor Josef Brandl confirmed.", {ChangeKind.CONFIRMED}),
        ("The Lindow dam will be closed on April 7, the Skarn Herald reported.", set()),
    ],
    "a toll": [
        ("Nine people were killed when the Skarn ferry sank on March 5.", {ChangeKind.NEW}),
        ("Twelve people were killed when the Skarn ferry sank on March 5.", {ChangeKind.REVISED}),
        ("Divers rest.", set()),
        ("The death toll of the Skarn ferry rose to 15 on Tuesday.", {ChangeKind.REVISED}),
        ("The Skarn ferry sank on March 5, killing 15 people, the Skarn Herald reported.", {ChangeKind.CONFIRMED}),
    ],
}


@pytest.mark.parametrize("name", DIARIES)
def test_a_diary_kept_by_hand(name: str) -> None:
    reports = DIARIES[name]
    first = dt.date(2021, 3, 6)
    articles = [Article(str(n), text, first + dt.timedelta(days=n), OUTLETS[n]) for n, (text, _) in enumerate(reports)]
    sections = diary_of(articles, Period.DAY, FAST).periods
    assert [{change.kind for change in section.changes} for section in sections] == [kinds for _, kinds in reports]


def test_a_diary_of_a_copy_a_correction_and_a_report_of_another_outlet() -> None:
    text = (
        "The Skarn ferry Aurora ran aground off Lindow on March 5, the harbour said. The pilot had gone below for tea "
        "and the tide had turned, and so she sat on the sand with 40 people and two cows until the evening. Nobody was "
        "hurt. Fishermen brought bread and blankets, and the cows were milked where they stood."
    )
    day = dt.date(2021, 3, 6)
    first = Article("0", text, day, "Aar Wire")
    articles = [
        first,
        Article("1", text, day + dt.timedelta(days=1), "Gressow Echo"),
        replace(first, text=text.replace("March 5", "March 4"), updated=dt.datetime(2021, 3, 8, 9, tzinfo=dt.UTC)),
        Article("3", "The Aurora is a ship of iron.", day + dt.timedelta(days=3), "Skarn Herald"),
        Article(
            "4",
            "The Skarn ferry Aurora ran aground off Lindow on March 4, its captain told this paper.",
            day + dt.timedelta(days=4),
            "Valley Times",
        ),
    ]
    sections = diary_of(articles, Period.DAY, FAST).periods
    assert [{change.kind for change in section.changes} for section in sections] == [
        {ChangeKind.NEW},
        set(),
        {ChangeKind.CORRECTED},
        set(),
        {ChangeKind.REVISED},
    ]
