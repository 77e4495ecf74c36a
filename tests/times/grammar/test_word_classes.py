import pytest

from dateline.languages import named
from dateline.times.finding.meanings import reader
from dateline.times.grammar.word_classes import OTHER, SAME, token_pattern

ENGLISH = named("en")
LEXICON = reader(ENGLISH).grammar.lexicon


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("on April 23that he", ["on ", "April ", "23", "that ", "he"]),
        ("the 1990s, 12th", ["the ", "1990s", ", ", "12th"]),
        ("at 10:30 a.m.", ["at ", "10:30 ", "a", ".", "m", "."]),
        ("23.04.2019 04/05/19", ["23.04.2019 ", "04/05/19"]),
        ("$1,990 a 2.5", ["$1,990 ", "a ", "2.5"]),
        ("2 1/2 mid-\nMay", ["2 ", "1/2 ", "mid", "-\n", "May"]),
    ],
)
def test_figures_that_belong_together_are_one_token(text: str, tokens: list[str]) -> None:
    assert token_pattern(ENGLISH).findall(text) == tokens


@pytest.mark.parametrize("text", ["", "  ", "İ 1991\u2028x", "a\u0301 🜨", "12345" * 50])
def test_tokens_hold_every_character(text: str) -> None:
    assert "".join(token_pattern(ENGLISH).findall(text)) == text


def test_words_of_the_same_classes_share_a_symbol() -> None:
    assert LEXICON.symbol("Tuesday ") == LEXICON.symbol("THURSDAY") != LEXICON.symbol("April")
    assert LEXICON.symbol("1991") == LEXICON.symbol("1992") != LEXICON.symbol("31")


def test_a_word_that_no_rule_knows_has_the_symbol_of_all_others() -> None:
    assert LEXICON.symbol("bridge ") == LEXICON.symbol("thursday") == OTHER


@pytest.mark.parametrize(
    "text",
    ["fell on Tuesday, the 23rd", "a.m. on\nMay\u00a03", "  $ 1,990 a  year", "İ 3½ \u2028 May", "", " ", "1/2$ 3 "],
)
def test_each_character_has_the_symbol_of_its_token(text: str) -> None:
    told, position = LEXICON.symbols(text), 0
    for token in token_pattern(ENGLISH).findall(text):
        symbol = LEXICON.symbol(token)
        here = told[position : position + len(token)]
        assert {*here} <= {OTHER, SAME} if symbol == OTHER else here == symbol + SAME * (len(token) - 1)
        position += len(token)


@pytest.mark.parametrize(
    ("word", "name", "value"),
    [
        ("1991", "YEAR", 1991),
        ("31", "DAY", 31),
        ("23rd", "NTHDAY", 23),
        ("1990s", "DECADE", 1990),
        ("60s", "DECADE2", 60),
        ("10:30", "CLOCK", "10:30"),
        ("3pm", "HOURPM", 3),
        ("0600", "MILITARY", "0600"),
        ("23/04/2019", "NUMDATE", "23/04/2019"),
        ("5/6", "DAYPAIR", 5),
        ("–", '"-"', "-"),
    ],
)
def test_figures_and_signs_are_known_by_their_shape(word: str, name: str, value: int | str) -> None:
    assert LEXICON.values_of(word)[name] == value


@pytest.mark.parametrize("word", ["32/33/34", "25:99", "1991st", "9" * 40])
def test_figures_of_no_time_are_no_date(word: str) -> None:
    assert not LEXICON.values_of(word).keys() & {"NUMDATE", "CLOCK", "NTHDAY", "YEAR", "DAY"}
