"""The language of an article: as it is given, else as its words tell; one that is not analysed costs the article."""

from pathlib import Path

import pytest

from dateline.errors import UnknownLanguage
from dateline.readers import read

ENGLISH = "The ferry ran aground off Carsby on Monday and nine people were hurt, the coastguard said."
SPANISH = (
    "El transbordador encalló el lunes frente a Carsby y nueve personas resultaron heridas, según los guardacostas."
)


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(name: str, text: str, language: str | None = None) -> None:
    label = f"Language: {language}\n" if language else ""
    Path(name).write_text(f"Date: 2019-04-23\n{label}\n{text}", encoding="utf-8")


@pytest.mark.parametrize("given", ["en", "en-GB", "EN_us", "English", "eng"])
def test_a_language_that_is_given_goes_by_its_tag_alone(given: str) -> None:
    write("a.txt", ENGLISH, given)
    reading = read("a.txt")
    assert [article.language for article in reading.articles] == ["en"]
    assert reading.notes == ()


def test_else_it_is_told_from_the_words_and_one_note_says_of_how_many() -> None:
    write("a.txt", ENGLISH)
    write("b.txt", f"{ENGLISH} The captain is to be heard by the police.")
    reading = read(".")
    assert [article.language for article in reading.articles] == ["en", "en"]
    assert reading.notes == ("language not given: 2 articles are in English (en), by their words",)


def test_a_text_too_short_to_tell_is_taken_to_be_in_english() -> None:
    write("a.txt", "Talks began.")
    reading = read("a.txt")
    assert reading.articles[0].language == "en"
    (note,) = reading.notes
    assert note.endswith("1 article is taken to be in English (en)")


def test_an_article_in_a_language_that_is_not_analysed_is_refused_by_name_and_the_rest_goes_on() -> None:
    write("a.txt", ENGLISH)
    write("x.txt", SPANISH)
    reading = read(".")
    assert len(reading.articles) == 1
    (problem,) = reading.problems
    assert isinstance(problem, UnknownLanguage)
    assert str(problem).startswith(
        "./x.txt: it is in Spanish (es). Dateline reads English (en), so the article is left"
    )


def test_so_is_one_that_says_so_itself_whatever_its_words_tell() -> None:
    write("a.txt", ENGLISH, "es-MX")
    write("b.txt", SPANISH, "en")
    reading = read(".")
    assert [article.read_from for article in reading.articles] == ["./b.txt"]
    assert "Spanish (es)" in reading.problems[0].problem


def test_its_language_is_told_before_its_date_is_missed() -> None:
    Path("x.txt").write_text(f"Fecha: 23 de abril de 2019\n\n{SPANISH}", encoding="utf-8")
    (problem,) = read("x.txt").problems
    assert isinstance(problem, UnknownLanguage)


def test_it_is_kept_on_request() -> None:
    write("x.txt", SPANISH)
    reading = read("x.txt", other_languages=True)
    assert [article.language for article in reading.articles] == ["es"]
    assert reading.problems == ()
    assert reading.notes == ("language not given: 1 article is in Spanish (es), by their words",)
