import datetime as dt

import pytest

from dateline import Article, Request, Timeline, timeline_of

TEXT = (
    "President Ilona Varga opened the Gressow dairy on March 3. It was built in March by Norden Steel. "
    "Ilona Varga met dockers in Skarn on March 2. The harbour law will be voted on in 2022."
)


@pytest.fixture(scope="module")
def timeline() -> Timeline:
    return timeline_of([Article("a", TEXT, dt.date(2021, 3, 5), "Aar Wire")])


def test_entries_stand_in_order_of_date_the_month_before_its_days(timeline: Timeline) -> None:
    assert [entry.date.value for entry in timeline.entries] == ["2021-03", "2021-03-02", "2021-03-03", "2022"]


def test_the_title_is_given_or_asked_for_or_whom_most_entries_name(timeline: Timeline) -> None:
    article = Article("a", TEXT, dt.date(2021, 3, 5), "Aar Wire")
    assert timeline.title.startswith("Ilona Varga")
    assert timeline_of([article], Request(title="The dairy")).title == "The dairy"
    assert timeline_of([article], Request(queries=("dockers", "volcano"))).title == "dockers"


def test_a_story_that_names_nobody_has_a_title_all_the_same() -> None:
    told = timeline_of([Article("a", "The bridge was rebuilt in 1987.", dt.date(2021, 3, 5))])
    assert told.title == "Timeline"


def test_articles_and_who_is_named_stand_beside_the_entries(timeline: Timeline) -> None:
    assert [article.id for article in timeline.articles] == ["a"]
    assert "Ilona Varga" in {entity.name for entity in timeline.entities}
