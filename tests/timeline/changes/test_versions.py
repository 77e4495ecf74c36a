import datetime as dt

import pytest

from dateline import Article
from dateline.timeline.changes.versions import readable

UTC = dt.UTC


def article(name: str, text: str, day: int, updated: dt.datetime | None = None, source: str = "Aar Wire") -> Article:
    return Article(name, text, dt.date(2021, 3, day), source, updated=updated)


FIRST = article("ferry", "Nine drowned.", 3)
SECOND = article("ferry", "Eleven drowned.", 3, dt.datetime(2021, 3, 5, 8, tzinfo=UTC))
THIRD = article("ferry", "Twelve drowned.", 3, dt.datetime(2021, 3, 5, 18, tzinfo=UTC))


@pytest.mark.parametrize(
    ("day", "text"),
    [(3, "Nine drowned."), (4, "Nine drowned."), (5, "Twelve drowned."), (9, "Twelve drowned.")],
)
def test_of_each_article_the_newest_version_of_that_day_counts(day: int, text: str) -> None:
    for versions in ([FIRST, SECOND, THIRD], [THIRD, FIRST, SECOND]):
        assert [found.text for found in readable(versions, dt.date(2021, 3, day))] == [text]


def test_the_day_itself_counts_and_what_came_later_does_not() -> None:
    later = article("bridge", "The bridge opened.", 4)
    assert [found.id for found in readable([later, FIRST], dt.date(2021, 3, 3))] == ["ferry"]
    assert [found.id for found in readable([later, FIRST], dt.date(2021, 3, 4))] == ["ferry", "bridge"]


def test_an_article_without_a_day_counts_only_when_none_is_asked_for() -> None:
    undated = Article("note", "The port was rebuilt in 1987.")
    assert [found.id for found in readable([undated, FIRST])] == ["ferry", "note"]
    assert [found.id for found in readable([undated, FIRST], dt.date(2021, 3, 9))] == ["ferry"]


def test_they_stand_in_order_of_publication_then_outlet_then_id() -> None:
    shuffled = [
        article("z", "Z.", 3, source="Aar Wire"),
        article("b", "B.", 3, source="Skarn Post"),
        article("a", "A.", 3, source="Skarn Post"),
        article("y", "Y.", 2, source="Skarn Post"),
    ]
    assert [found.id for found in readable(shuffled)] == ["y", "z", "a", "b"]
