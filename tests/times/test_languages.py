"""The tagger in the language of the text: told from it, asked for by name, or of one's own making."""

import datetime as dt
from pathlib import Path

import pytest

from dateline.errors import MissingLanguage
from dateline.languages import Language
from dateline.languages.language import EMPTY, shipped
from dateline.times import tag, time_expressions

THURSDAY = dt.date(2019, 4, 25)
SPANISH = (
    "El presidente dijo el martes que la reunión con los ministros de la región será en la capital, pero no habló de "
    "los planes para el mes de mayo."
)


def test_a_text_is_read_in_the_language_it_is_in() -> None:
    (timex,) = tag("The mayor said that the old bridge would be closed to traffic on Tuesday.", THURSDAY)
    assert timex.value == "2019-04-30"


def test_a_language_that_is_not_there_is_named_and_never_read_as_english() -> None:
    with pytest.raises(MissingLanguage, match="Spanish"):
        tag(SPANISH, THURSDAY)
    with pytest.raises(MissingLanguage, match="German"):
        tag("On Tuesday.", THURSDAY, "de")


def test_a_text_too_short_to_tell_is_taken_for_english() -> None:
    assert [timex.value for timex in tag("Tuesday", THURSDAY)] == ["2019-04-23"]
    assert tag("", THURSDAY) == []


def test_a_language_that_says_nothing_finds_nothing() -> None:
    empty = Language("xx", shipped(EMPTY))
    assert time_expressions(empty, "On Tuesday at 10 p.m. in May 2019, 23.04.2019.", THURSDAY) == []


@pytest.fixture
def toy(tmp_path: Path) -> Language:
    """A language of half a dozen words and four rules."""
    folder = tmp_path / "times"
    folder.mkdir()
    (folder / "words.toml").write_text(
        """
        WEEKDAY = { case = "any", trigger = true, words = { lundo = 1, mardo = 2 } }
        MONTH = { case = "any", trigger = true, words = { marto = 3, aprilo = 4 } }
        DEICTIC = { case = "any", trigger = true, words = { hodiau = 0, morgau = 1 } }
        """,
        encoding="utf-8",
    )
    (folder / "tense.toml").write_text('ahead = ["okazos"]\nback = ["okazis"]\n', encoding="utf-8")
    (folder / "dates.rules").write_text(
        """
        # name :: pattern :: meaning :: example => value
        day-month-year :: la DAY de MONTH YEAR :: date :: la 3 de marto 2019 => 2019-03-03
        weekday        :: WEEKDAY              :: date :: okazis mardo => 2019-04-23
        deictic        :: DEICTIC              :: date :: okazos morgau => 2019-04-26
        year           :: YEAR                 :: date :: en 1991 => 1991
        """,
        encoding="utf-8",
    )
    return Language("toy", tmp_path)


def test_a_language_may_begin_with_a_few_words_and_rules(toy: Language) -> None:
    text = "La festo okazis mardo. La kunveno okazos lundo. Ili venos morgau, kiel en la 3 de marto 1991."
    assert [(timex.text, timex.value) for timex in time_expressions(toy, text, THURSDAY)] == [
        ("mardo", "2019-04-23"),
        ("lundo", "2019-04-29"),
        ("morgau", "2019-04-26"),
        ("la 3 de marto 1991", "1991-03-03"),
    ]
