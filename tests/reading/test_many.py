import datetime as dt

import pytest

from dateline.entities import article_names
from dateline.entities.names import FoundName, find_with_country
from dateline.languages import Language
from dateline.model import Article, Span
from dateline.reading import dated
from dateline.reading.article import read_article
from dateline.reading.many import readings


def articles(count: int) -> list[Article]:
    return [
        Article(
            f"a{number:04}",
            f"HEXTON (NPA) - The mill burned on {1 + number % 28} May 2021. “Nobody was hurt,” she said on Friday. 🔥\n"
            f"Photograph: Ann Lee/NPA\nIt was insured until 203{number % 10}, he added.",
            dt.date(2021, 5, 29),
        )
        for number in range(count)
    ]


@pytest.mark.parametrize("count", [0, 1, 450])
def test_several_processes_give_what_one_gives(count: int) -> None:
    several = list(readings(articles(count), processes=2))
    assert several == [read_article(article) for article in articles(count)]
    assert len(several) == count


def test_progress_is_told_article_by_article() -> None:
    told: list[tuple[int, int]] = []
    list(readings(articles(3), processes=1, progress=lambda done, of: told.append((done, of))))
    assert told == [(1, 3), (2, 3), (3, 3)]


def unnamed(language: Language, text: str, span: Span | None = None) -> list[FoundName]:
    """A search for names that has a fault on one day."""
    if "14 May" in text:
        raise ZeroDivisionError("names")
    return find_with_country(language, text, span)


@pytest.mark.parametrize("processes", [1, 2])
def test_a_fault_in_names_is_met_where_they_are_asked_for(processes: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(article_names, "find_with_country", unnamed)
    found = list(readings(articles(450), processes))
    assert len(found) == 450
    assert [len(reading.names.all) for reading in found[:13]] == [len(found[0].names.all)] * 13
    with pytest.raises(ZeroDivisionError, match="names"):
        found[13].names.seek()


@pytest.mark.parametrize("processes", [1, 2])
def test_what_a_story_asks_of_every_article_is_read_where_the_article_is(
    processes: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = list(readings(articles(450), processes))
    monkeypatch.setattr(dated, "dated_figures", None)
    monkeypatch.setattr(dated, "content_words", None)
    assert all(sentence.terms and not sentence.figures for reading in found for sentence in reading.dated)
