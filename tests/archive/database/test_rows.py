import datetime as dt
from dataclasses import replace

import pytest

from dateline.archive.database.rows import article_of, content, digest, row_of
from dateline.model import Article, Dateline, Skip, SkipKind, Span

WHOLE = Article(
    id="a",
    text="Title\nSELM, April 3 (NPA) - The ferry sank.",
    published=dt.date(2019, 4, 3),
    source="Courier",
    title="Title",
    url="https://courier.example/1",
    byline="Ada Quill",
    dateline=Dateline("SELM", "NPA", Span(6, 28)),
    language="en",
    updated=dt.datetime(2019, 4, 3, 12, tzinfo=dt.UTC),
    section="World",
    excerpt=True,
    skipped=(Skip(0, 5, SkipKind.TITLE),),
    read_from="a.txt",
)


@pytest.mark.parametrize("article", [WHOLE, Article(id="b", text="Bare.")])
def test_an_article_comes_back_as_it_was(article: Article) -> None:
    assert article_of(row_of(article)) == article


@pytest.mark.parametrize("field", ["text", "title", "source", "url", "byline"])
def test_a_version_is_told_from_another(field: str) -> None:
    assert digest(replace(WHOLE, **{field: "other"})) != digest(WHOLE)  # type: ignore[arg-type]
    assert digest(replace(WHOLE, read_from="b.txt")) == digest(WHOLE)


def test_an_article_is_known_again_under_another_id() -> None:
    assert content(replace(WHOLE, id="z", url="https://courier.example/2")) == content(WHOLE)
    assert content(replace(WHOLE, text="Other.")) != content(WHOLE)
