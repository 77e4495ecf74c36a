import datetime as dt
from collections.abc import Callable

import pytest

from dateline import Article, Entry, timeline_of
from dateline.languages import named
from dateline.timeline.changes.continuation import continued

ENGLISH = named("en")
OPENING = "President Ilona Varga will open the Gressow dairy on March 9, her office said."
PUT_OFF = "The opening of the Gressow dairy by Ilona Varga, planned for March 9, was postponed to March 20."
FERRY = "The ferry Marigold sank off Skarn on March 3 with nine people on board."


@pytest.fixture
def entries() -> Callable[..., tuple[Entry, ...]]:
    """Gives the entries of articles by name, published from 4 March on."""

    def of(**texts: str) -> tuple[Entry, ...]:
        days = iter(range(4, 30))
        return timeline_of(
            [Article(name, text, dt.date(2021, 3, next(days)), name) for name, text in texts.items()]
        ).entries

    return of


def test_an_entry_goes_on_from_the_one_whose_passages_it_has(entries: Callable[..., tuple[Entry, ...]]) -> None:
    before, after = entries(wire=OPENING), entries(wire=OPENING, post=PUT_OFF)
    (earlier,) = before
    (later,) = after
    assert later.date != earlier.date
    assert continued(ENGLISH, before, after, set()) == {later.id: earlier}


def test_an_entry_on_something_else_goes_on_from_none(entries: Callable[..., tuple[Entry, ...]]) -> None:
    before, after = entries(wire=OPENING), entries(wire=OPENING, post=FERRY)
    assert [entry.headline for entry in after if entry.id not in continued(ENGLISH, before, after, set())] == [FERRY]


def test_each_earlier_entry_is_continued_once(entries: Callable[..., tuple[Entry, ...]]) -> None:
    before = entries(wire=OPENING)
    (one,) = before
    twice = (one, one)
    assert len(continued(ENGLISH, before, twice, set())) == 1


def test_the_words_of_a_corrected_article_are_known_again(entries: Callable[..., tuple[Entry, ...]]) -> None:
    before = entries(wire=FERRY)
    after = entries(wire="The ferry Marigold sank off Skarn on March 2 with eleven people on board.")
    (earlier,), (later,) = before, after
    assert continued(ENGLISH, before, after, {"wire"}) == {later.id: earlier}
    assert continued(ENGLISH, before, after, set()) == {}


def test_other_words_of_a_corrected_article_are_something_else(entries: Callable[..., tuple[Entry, ...]]) -> None:
    before, after = entries(wire=FERRY), entries(wire=OPENING)
    assert continued(ENGLISH, before, after, {"wire"}) == {}
