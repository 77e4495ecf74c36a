"""Figures of a sentence with the days for which it tells them; `0` is the first time expression, and so on."""

import datetime as dt

import pytest

from dateline.model import Article
from dateline.reading.article import ArticleReading, read_article
from dateline.reading.figures.dated import figures_of, is_of_date, plain_figures

DAY = dt.date(2021, 3, 12)


def reading(text: str, published: dt.date | None = DAY) -> ArticleReading:
    return read_article(Article("a", text, published, "Lindow Echo"))


def dated(text: str, published: dt.date | None = DAY) -> list[tuple[int, float, str]]:
    """Number of the time expression, value and day of each figure of a sentence."""
    (sentence,) = reading(text, published).dated
    numbers = {timex.start: number for number, timex in enumerate(sentence.timexes)}
    return sorted(
        (numbers[start], one.figure.value, one.date.value) for start, those in sentence.figures.items() for one in those
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nine people were killed on March 10.", [(0, 9, "2021-03-10")]),
        (
            "On March 9, nine people were killed in the fire, and on March 10, twelve people died.",
            [(0, 9, "2021-03-09"), (1, 12, "2021-03-10")],
        ),
        (
            "Five people were missing on March 11, down from twelve on March 9.",
            [(0, 5, "2021-03-11"), (0, 12, "2021-03-09")],
        ),
        ("The toll rose from 12 people to 15 people killed on March 10.", [(0, 15, "2021-03-10")]),
        ("The number of people killed since March 1 reached 15.", [(0, 15, "2021-03-12")]),
        ("By January 5 the number of people missing had reached 15.", []),
        ("Nine people were killed on January 2.", []),
        ("Two of the people killed on March 10 were guards.", []),
        ("Three of the nine workers hurt on March 10 went home.", []),
        ("Nine people will be moved on March 20.", []),
        ("The mayor spoke of the dead on March 10.", []),
        ("The ferry that sank on March 3, 2021 killed people.", []),
    ],
)
def test_each_figure_goes_with_the_time_nearest_to_it(text: str, expected: list[tuple[int, float, str]]) -> None:
    assert dated(text) == expected


def test_without_a_day_of_publication_no_figure_has_one() -> None:
    assert dated("Nine people were killed on 10 March 2021.", None) == []


def test_a_table_is_no_sentence() -> None:
    rows = ", ".join(f"{number} people were killed in town {number}" for number in range(1, 40))
    assert dated(f"On March 10, {rows}.") == []


def test_what_looks_like_a_figure_may_be_of_a_date() -> None:
    (sentence,) = reading("The ferry that sank on March 3 killed nine people.").dated
    ((nine,),) = sentence.figures.values()
    assert not is_of_date(nine.figure, sentence.timexes, sentence.span.start)
    assert is_of_date(nine.figure, sentence.timexes, sentence.timexes[0].start - nine.figure.start)


def test_figures_can_be_kept() -> None:
    (sentence,) = reading("Five people were missing on March 11, down from twelve people on March 9.").dated
    kept = plain_figures(sentence.timexes, sentence.figures)
    assert figures_of(sentence.text, sentence.timexes, kept) == sentence.figures
