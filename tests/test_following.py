"""A story that is followed in memory, portion by portion."""

import datetime as dt
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline import Article, Request, Story, read, timeline_of
from dateline.errors import OptionError

STORY = read(Path(__file__).parents[1] / "examples" / "storm" / "articles").articles
FAST = Request(parse=False)


def followed(*portions: list[Article]) -> Story:
    story = Story(FAST)
    for portion in portions:
        story.add(portion)
    return story


@pytest.mark.slow
@settings(deadline=None, max_examples=6)
@given(cuts=st.sets(st.integers(1, len(STORY) - 1), max_size=4), order=st.randoms(use_true_random=False))
def test_the_portions_do_not_matter(cuts: set[int], order: Random) -> None:
    bounds = [0, *sorted(cuts), len(STORY)]
    portions = [list(STORY[a:b]) for a, b in pairwise(bounds)]
    for portion in portions:
        order.shuffle(portion)
    last = portions.pop()
    assert followed(*portions).add(last) == followed([article for one in portions for article in one]).add(last)


def test_what_came_late_stands_where_it_came_out() -> None:
    late, *rest = STORY
    story = followed(list(rest))
    told = story.add([late])
    assert [new.article.id for new in told.articles] == [late.id]
    assert story.diary() == followed(list(STORY)).diary()


def test_a_portion_that_is_known_changes_nothing() -> None:
    story = followed(list(STORY))
    again = story.add(STORY[:3])
    assert (again.changes, again.articles) == ((), ())


def test_the_timeline_is_that_of_all_its_articles() -> None:
    assert followed(list(STORY[:4]), list(STORY[4:])).timeline() == timeline_of(STORY, FAST)


def test_a_story_that_goes_on_has_no_last_day() -> None:
    with pytest.raises(OptionError, match="as_of"):
        Story(Request(as_of=dt.date(2023, 10, 11)))
