"""Articles made by hand: their day is a day."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from dateline.errors import MalformedArticle
from dateline.model import Article, ArticleReference, Span


@pytest.mark.parametrize("published", ["2019-04-23", 2019, dt.datetime(2019, 4, 23, tzinfo=dt.UTC), False])
def test_a_day_of_publication_of_another_type_is_refused_by_name(published: Any) -> None:
    with pytest.raises(MalformedArticle, match=r'^a1: its "published" is .*, which is not a date\.'):
        Article("a1", "Talks began.", published)


@pytest.mark.parametrize("updated", ["2019-04-23T10:00:00Z", dt.date(2019, 4, 23)])
def test_so_is_a_time_of_update(updated: Any) -> None:
    with pytest.raises(MalformedArticle, match=r'^a1: its "updated" is .*, which is not a datetime'):
        Article("a1", "Talks began.", dt.date(2019, 4, 23), updated=updated)


def test_a_span_is_the_characters_from_its_start_up_to_its_end() -> None:
    assert Span(4, 9).of("The ferry sank.") == "ferry"
    assert Span(4, 9).overlaps(Span(8, 12))
    assert not Span(4, 9).overlaps(Span(9, 12))
    assert Span(4, 9).holds(Span(5, 9))
    assert not Span(4, 9).holds(Span(5, 10))


def test_a_version_can_be_read_from_its_update_on() -> None:
    article = Article("a1", "Talks began.", dt.date(2019, 4, 23))
    assert article.available == dt.date(2019, 4, 23)
    assert replace(article, updated=dt.datetime(2019, 4, 25, 1, tzinfo=dt.UTC)).available == dt.date(2019, 4, 25)
    assert Article("a1", "Talks began.").available is None
    updated = replace(article, updated=dt.datetime(2013, 4, 25, tzinfo=dt.UTC))
    assert updated.available == dt.date(2019, 4, 23)
    assert replace(updated, published=None).available == dt.date(2013, 4, 25)


def test_a_reference_says_of_an_article_what_a_reader_looks_it_up_by() -> None:
    article = Article("a1", "Talks began.", dt.date(2019, 4, 23), "Aar Wire", "Talks", "https://aar.example/1")
    assert ArticleReference.to(article) == ArticleReference(
        "a1", "Aar Wire", "Talks", dt.date(2019, 4, 23), "https://aar.example/1"
    )
