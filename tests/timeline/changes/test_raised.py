"""Figures that new articles bring up to date."""

import datetime as dt

import pytest

from dateline import Article, Request, changes_of

MARCH_5, MARCH_8 = dt.date(2021, 3, 5), dt.date(2021, 3, 8)
FIRST = Article("first", "Nine people were killed when the Skarn ferry sank on March 3.", MARCH_5, "Aar Wire")


@pytest.mark.parametrize(
    ("text", "raised"),
    [
        ("At least 15 people were killed when the Skarn ferry sank on March 3.", (9, 15)),
        ("Nine people were killed when the Skarn ferry sank on March 3, divers said.", None),
        ("Fifteen horses won the Lindow race on March 3.", None),
        ("Twelve people were killed when a mine fell in at Lindow on March 6.", None),
    ],
)
def test_a_figure_is_raised_by_what_counts_the_same(text: str, raised: tuple[int, int] | None) -> None:
    told = changes_of([FIRST, Article("later", text, MARCH_8, "Echo")], MARCH_5, Request(parse=False))
    figures = [(c.figure.before.value, c.figure.after.value) for c in told.changes if c.figure]
    assert figures == ([raised] if raised else [])
