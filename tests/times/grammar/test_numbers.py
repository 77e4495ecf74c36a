import pytest

from dateline.languages import named
from dateline.times.finding.meanings import reader
from dateline.times.grammar.numbers import VAGUE, read


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("24", 24),
        ("twenty-four", 24),
        ("two and a half", 2.5),
        ("2 1/2", 2.5),
        ("1,300", 1300),
        ("2.5", 2.5),
        ("a hundred", 100),
        ("three hundred thousand", 300_000),
        ("nineteen ninety-one", 1991),
        ("two thousand nineteen", 2019),
        ("a couple of", 2),
        ("two dozen", 24),
        ("twenty-first", 21),
        ("a", 1),
        ("several", VAGUE),
        ("a few", VAGUE),
    ],
)
def test_numbers_are_read_as_written(words: str, number: float | str) -> None:
    assert read(words.replace("-", " - ").split(), reader(named("en")).grammar.lexicon.values_of) == number
