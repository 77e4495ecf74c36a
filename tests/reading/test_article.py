"""What is read from one article alone can be kept, and depends on nothing but the article."""

import dataclasses
import datetime as dt
import pickle
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.entities.article_names import KeptNames
from dateline.errors import MalformedArticle, MissingLanguage, OutdatedReading
from dateline.model import Article, Dateline, Skip, SkipKind, Span
from dateline.readers import read
from dateline.reading import article as reading_article
from dateline.reading.article import ArticleReading, of_plain, read_article, to_plain, unpack

EXAMPLES = Path(__file__).parents[2] / "examples"
ARTICLES = [article for story in ("summit", "storm") for article in read(EXAMPLES / story / "articles").articles]

NEWS = (
    "HEXTON, May 3 (NPA) - The Varnian president, Otto Lindqvist, met Mayor Jane Oyelaran of Khasan, Russia, on "
    "Monday. “Nobody was hurt,” Oyelaran said. The Norden Press Agency (NPA) reported that the mill, built in 1931, "
    "burned twice in March 2019. Lindqvist left for Moscow every Friday at 10:30 p.m. The North Korean leader did "
    "not. 🔥\n"
    "Photograph: Ann Lee/NPA"
)
WORDS = st.sampled_from([*NEWS.split(" "), "04/05/2019", "1066", "the North", "\n", "tomorrow", "\u00a0"])


ENGLISH = "The ferry ran aground off Carsby on Monday and nine people were hurt, the coastguard said."
SPANISH = "El transbordador encalló el lunes frente a Carsby y nueve personas resultaron heridas, según la policía."


@pytest.mark.parametrize("language", [None, "en", "en-GB"])
def test_an_article_is_read_in_its_language_given_or_told_by_its_words(language: str | None) -> None:
    article = Article("a", ENGLISH, dt.date(2019, 4, 23), language=language)
    for reading in (read_article(article), unpack(article, read_article(article).pack())):
        assert reading.language.tag == "en"
        assert [timex.text for timex in reading.timexes] == ["Monday"]


def test_a_text_too_short_to_tell_is_read_as_english() -> None:
    article = Article("a", "Talks began on Monday.", dt.date(2019, 4, 23))
    assert [timex.text for timex in read_article(article).timexes] == ["Monday"]


@pytest.mark.parametrize(("text", "language"), [(SPANISH, None), (ENGLISH, "es"), (ENGLISH, "tlh")])
def test_in_a_language_that_is_not_there_nothing_is_read(text: str, language: str | None) -> None:
    with pytest.raises(MissingLanguage, match=r"Dateline reads English \(en\)"):
        read_article(Article("a", text, dt.date(2019, 4, 23), language=language))


@pytest.mark.parametrize("field", ["text", "title", "source"])
def test_half_a_character_in_an_article_made_by_hand_costs_that_article(field: str) -> None:
    halved = dataclasses.replace(Article("a", ENGLISH), **{field: "Talks \ud83d began."})  # type: ignore[arg-type]
    with pytest.raises(MalformedArticle, match=rf'^a: its "{field}" holds half a character \(\\ud83d at character 7\)'):
        read_article(halved)


def same(one: ArticleReading, other: ArticleReading) -> None:
    """Assert that two readings tell the same, part by part."""
    assert one == other
    assert one.names.found == other.names.found
    assert {form: list(kinds) for form, kinds in one.names.votes.items()} == dict(other.names.votes)
    assert one.names.surnames == other.names.surnames
    assert one.names.acronyms == other.names.acronyms
    assert one.names.offices == other.names.offices
    assert one.names.toponyms.regions_behind == other.names.toponyms.regions_behind
    assert one.signature == other.signature


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.id)
def test_a_reading_taken_up_again_tells_the_same(article: Article) -> None:
    reading = read_article(article)
    again = unpack(article, reading.pack())
    same(reading, again)
    assert again.pack() == reading.pack()
    assert isinstance(again.names, KeptNames)
    for timex in again.timexes:
        assert timex.text == article.text[timex.start : timex.end]


@given(st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=80))
def test_so_does_that_of_any_text(text: str) -> None:
    article = Article("a", text, dt.date(2019, 5, 6), "Norden Herald")
    same(read_article(article), unpack(article, read_article(article).pack()))


def test_the_parts_are_all_there() -> None:
    article = Article("a", NEWS, dt.date(2019, 5, 6))
    reading = unpack(article, read_article(article).pack())
    assert [timex.value for timex in reading.timexes][:2] == ["2019-05-03", "2019-05-06"]
    assert reading.names.surnames["Oyelaran"] == "Jane Oyelaran"
    assert reading.names.acronyms == {"NPA": "Norden Press Agency"}
    assert [office.role for office in reading.names.offices] == ["leader"]
    assert reading.names.toponyms.regions_behind["Khasan"] == ("RU", None)
    assert [skip.why for skip in reading.skipped] == [SkipKind.DATELINE, SkipKind.CREDIT]
    assert reading.signature.chains


def test_what_is_kept_is_much_smaller_than_the_text() -> None:
    long = [article for article in ARTICLES if len(article.text) > 1_000]
    kept = sum(len(read_article(article).pack()) for article in long)
    assert long
    assert kept < 0.65 * sum(len(article.text.encode()) for article in long)


def test_a_reading_can_be_sent_to_another_process() -> None:
    reading = read_article(ARTICLES[0])
    same(pickle.loads(pickle.dumps(reading)), reading)


def others(article: Article) -> Iterator[Article]:
    yield dataclasses.replace(article, text=article.text + " ")
    yield dataclasses.replace(article, published=dt.date(2019, 5, 7))
    yield dataclasses.replace(article, source="Boston Herald")
    yield dataclasses.replace(article, url="https://herald.example.com.au/1")
    yield dataclasses.replace(article, dateline=Dateline("HEXTON", "NPA", Span(0, 20)))
    yield dataclasses.replace(article, skipped=(Skip(0, 6, SkipKind.TITLE),))


@pytest.mark.parametrize("number", range(6))
def test_a_reading_is_taken_up_for_its_own_article_only(number: int) -> None:
    article = Article("a", NEWS, dt.date(2019, 5, 6))
    packed = read_article(article).pack()
    with pytest.raises(OutdatedReading, match="another text or another day"):
        unpack(list(others(article))[number], packed)


def test_another_name_for_the_article_changes_nothing() -> None:
    article = Article("a", NEWS, dt.date(2019, 5, 6))
    again = dataclasses.replace(article, id="b", title="Fire", read_from="folder/b.txt")
    assert unpack(again, read_article(article).pack()).timexes == read_article(article).timexes


def test_another_version_of_the_analysis_is_told_from_this_one(monkeypatch: pytest.MonkeyPatch) -> None:
    packed = read_article(ARTICLES[0]).pack()
    monkeypatch.setattr(reading_article, "version", lambda language: b"another version of the analysis")
    with pytest.raises(OutdatedReading, match="another version"):
        unpack(ARTICLES[0], packed)


def test_a_reading_depends_on_its_article_alone() -> None:
    alone = [read_article(article).pack() for article in ARTICLES]
    assert [read_article(article).pack() for article in reversed(ARTICLES)] == alone[::-1]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda article: read_article(article).pack(), ARTICLES * 4)) == alone * 4


def test_plain_values_are_without_the_article() -> None:
    reading = read_article(ARTICLES[0])
    same(of_plain(ARTICLES[0], to_plain(reading)), reading)
    assert ARTICLES[0].text not in repr(to_plain(reading))
