from collections.abc import Sequence
from itertools import pairwise

from dateline.languages import named
from dateline.times.finding.meanings import Meaning, reader
from dateline.times.grammar.word_classes import token_pattern

ENGLISH = named("en")


def read(words: str) -> Sequence[Meaning]:
    symbols = "".join(map(reader(ENGLISH).grammar.lexicon.symbol, token_pattern(ENGLISH).findall(words)))
    return reader(ENGLISH).read(words, 0, len(words), len(words), symbols)


def test_what_an_expression_says_is_remembered_by_its_words() -> None:
    (first,) = read("on April 23")
    assert (first.rule, first.kind, dict(first.fields)) == ("month-day", "date", {"month": 4, "day": 23})
    assert [first] in [by_words.get("on April 23") for by_words in reader(ENGLISH).known.values() if by_words]


def test_figures_that_may_count_something_are_told_apart_each_time() -> None:
    (found,) = read("May 3, 2250")
    assert found.figures == len("May 3, ")
    assert not any("May 3, 2250" in by_words for by_words in reader(ENGLISH).known.values() if by_words)


def test_modifiers_belong_to_the_expression() -> None:
    (found,) = read("by the end of May")
    assert ((found.start, found.end), found.mod) == ((3, 17), "END")
    (found,) = read("more than two years")
    assert ((found.start, found.end), found.mod) == ((0, 19), "MORE_THAN")


def test_parts_of_a_range_share_what_only_one_of_them_says() -> None:
    assert [dict(part.fields) for part in read("April 23-25, 2019")] == [
        {"month": 4, "day": 23, "year": 2019},
        {"month": 4, "day": 25, "year": 2019},
    ]


def test_a_rule_that_reads_on_goes_before_one_that_needs_the_word_in_front() -> None:
    assert [found.rule for found in read("in March 2019")] == ["month-year"]
    assert [found.rule for found in read("in March")] == ["month-after"]


def test_what_is_no_time_is_passed_over() -> None:
    assert not read("three - quarters of the")
    assert [found.rule for found in read("a half or two years")] == ["length"]


def test_a_stretch_longer_than_any_expression_is_read_in_pieces() -> None:
    found = read("May 5, 2019, " * 100)
    assert len(found) >= 90
    assert all(a.end <= b.start for a, b in pairwise(found))
