import datetime as dt

import pytest
from sqlalchemy import text

from dateline import Filters, OptionError
from dateline.archive.archive import Archive
from dateline.archive.database.connecting import reading
from dateline.archive.searching import words
from dateline.archive.searching.queries import parsed
from dateline.model import Article


def found(archive: Archive, query: str = "", **filters: object) -> set[str]:
    return {hit.article for hit in archive.search(query, filters=Filters(**filters)).articles}  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("query", "articles"),
    [
        ("ferry", {"f1", "f2", "f3"}),
        ("ferry captain", {"f2", "f3"}),
        ('"President Ilva Marek"', {"s1", "s2"}),
        ('"Marek President"', set()),
        ("ferry -captain", {"f1"}),
        ("-ferry", {"s1", "s2", "b1"}),
        ("bake*", {"b1"}),
        ("", {"f1", "f2", "f3", "s1", "s2", "b1"}),
        ("zeppelin", set()),
    ],
)
def test_words_phrases_prefixes_and_without(
    archive: Archive, pile: list[Article], query: str, articles: set[str]
) -> None:
    archive.add(pile)
    assert found(archive, query) == articles


def test_filters(archive: Archive, pile: list[Article]) -> None:
    archive.add(pile)
    assert found(archive, since=dt.date(2023, 10, 17)) == {"s2", "f3"}
    assert found(archive, until=dt.date(2023, 10, 14)) == {"f1", "s1"}
    assert found(archive, told=dt.date(2023, 10, 20)) == {"s1", "s2"}
    assert found(archive, place="port selm") == {"f1", "f2", "f3"}
    assert found(archive, person="Verrin") == {"f2", "f3"}
    assert found(archive, source="the selm courier") == {article.id for article in pile}
    assert found(archive, story=2) == {"s1", "s2"}
    assert found(archive, status="happened") == set()


def test_the_hit_is_marked_in_its_sentence(archive: Archive, pile: list[Article]) -> None:
    archive.add(pile)
    text = {article.id: article.text for article in pile}
    for hit in archive.search("captain rescue*").articles:
        assert text[hit.article][hit.start : hit.end] == hit.exact
        for start, end in hit.marks:
            assert hit.start <= start < end <= hit.end
            assert text[hit.article][start:end].lower().startswith(("captain", "rescue"))


def test_facets_count_all_that_was_found(archive: Archive, pile: list[Article]) -> None:
    archive.add(pile)
    facets = archive.search("ferry", limit=1).facets
    assert facets
    assert [(facet.value, facet.articles) for facet in facets.stories] == [("1", 3)]
    assert ("The Selm Courier", 3) in [(facet.value, facet.articles) for facet in facets.sources]
    assert ("Port Selm", 3) in [(facet.value, facet.articles) for facet in facets.places]


@pytest.mark.parametrize("sort", ["relevance", "newest", "oldest"])
def test_pages_hold_each_hit_once(archive: Archive, pile: list[Article], sort: str) -> None:
    archive.add(pile)
    whole = [hit.article for hit in archive.search("", sort=sort, limit=50).articles]
    paged: list[str] = []
    cursor = None
    while True:
        page = archive.search("", sort=sort, limit=4, cursor=cursor, facets=False)
        paged += [hit.article for hit in page.articles]
        cursor = page.cursor
        if cursor is None:
            break
    assert paged == whole
    assert len(set(paged)) == 6


def test_the_newest_first(archive: Archive, pile: list[Article]) -> None:
    archive.add(pile)
    assert [hit.article for hit in archive.search("ferry", sort="newest").articles] == ["f3", "f2", "f1"]


@pytest.mark.parametrize("options", [{"sort": "price"}, {"limit": 0}, {"cursor": "nonsense"}])
def test_what_cannot_be_asked_is_told(archive: Archive, options: dict[str, object]) -> None:
    with pytest.raises(OptionError):
        archive.search("x", **options)  # type: ignore[arg-type]


@pytest.mark.parametrize("query", ["ferry", "ferry -strike", '"Port Selm"'])
def test_the_index_leads_to_each_article_so_that_none_is_looked_through(archive: Archive, query: str) -> None:
    with reading(archive._engine) as connection:
        if connection.dialect.name != "sqlite":
            pytest.skip("only SQLite says in words how it goes about a query")
        condition = words.condition(connection, parsed(query))
        plan = connection.execute(text(f"EXPLAIN QUERY PLAN SELECT a.id {condition.source}"), condition.parameters)
        steps = [row.detail for row in plan]
    assert [step for step in steps if step.startswith("SCAN") and "VIRTUAL TABLE" not in step] == []


def test_what_is_left_out_is_not_counted(archive: Archive, pile: list[Article]) -> None:
    archive.add(pile)
    assert archive.search("coast -strike").total == archive.search("coast").total == 3
    assert archive.search("coast -prosecutors").total == 2
    assert archive.search("coast -prosecutors -nine").total == 1
    assert archive.search("-coast").total == len(pile) - 3
