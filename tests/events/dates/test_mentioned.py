"""What a sentence only mentions, by the tree above its date."""

import datetime as dt
from collections.abc import Callable

import pytest

from dateline.events.dates import mentioned
from dateline.events.parsing.parse import Parse
from dateline.model import Span
from dateline.times import tag
from placing import place

Parsed = Callable[[str], Parse]


@pytest.mark.parametrize(
    ("text", "words", "is_beside"),
    [
        ("Ada Quill wept after the dam broke on Monday.", "Monday", True),
        ("The port was too sure of itself before the dam broke on Monday.", "Monday", True),
        ("Ada Quill was mayor when the dam broke on Monday.", "Monday", True),
        ("Two people died when the dam broke on Monday.", "Monday", False),
        ("The dam broke on Monday after a storm.", "Monday", False),
    ],
)
def test_what_is_of_a_clause_beside_the_rest(text: str, words: str, is_beside: bool, parsed: Parsed) -> None:
    found = mentioned.is_of_clause_beside(parsed(text), *place(text, words), Span(0, len(text)))
    assert found is is_beside


@pytest.mark.parametrize(
    ("text", "words", "is_beside"),
    [
        ("The captain who fled in May has a new ferry.", "May", True),
        ("The captain was hurt by the tape of a call in May.", "May", True),
        ("In a note sent on Monday, the mayor quit.", "Monday", False),
        ("The captain fled in May.", "May", False),
        ("The call in May hurt the captain.", "May", False),
    ],
)
def test_what_is_told_beside(text: str, words: str, is_beside: bool, parsed: Parsed) -> None:
    assert mentioned.is_told_beside(parsed(text), *place(text, words)) is is_beside


@pytest.mark.parametrize(
    ("text", "first", "is_later"),
    [
        ("The mayor came on Friday to see the ruins of Monday's fire.", "Monday", True),
        ("The mayor saw the ruins on Friday.", "Friday", False),
    ],
)
def test_what_somebody_came_to_see_was_before(text: str, first: str, is_later: bool, parsed: Parsed) -> None:
    timexes = tag(text, dt.date(2022, 9, 18), "en")
    own = next(timex for timex in timexes if timex.text == first)
    assert mentioned.is_done_later(parsed(text), own, timexes) is is_later


@pytest.mark.parametrize(
    ("text", "words", "is_since"),
    [
        ("Support has weakened since the killing of a boy in May.", "May", True),
        ("Support has weakened since May.", "May", False),
        ("Support weakened in May.", "May", False),
    ],
)
def test_what_something_is_so_since(text: str, words: str, is_since: bool, parsed: Parsed) -> None:
    assert mentioned.is_since_another(parsed(text), *place(text, words)) is is_since


@pytest.mark.parametrize(
    ("text", "words", "is_behind"),
    [
        ("The ferry sold fewer tickets than the five hundred announced on Monday.", "Monday", True),
        ("The ferry sold five hundred tickets on Monday.", "Monday", False),
    ],
)
def test_what_something_is_measured_against(text: str, words: str, is_behind: bool, parsed: Parsed) -> None:
    assert mentioned.is_behind_than(parsed(text), *place(text, words)) is is_behind


@pytest.mark.parametrize(
    ("text", "words", "is_count"),
    [("The toll had risen to nine as of 30 May.", "30 May", True), ("The toll rose on 30 May.", "30 May", False)],
)
def test_the_date_of_a_count(text: str, words: str, is_count: bool, parsed: Parsed) -> None:
    assert mentioned.is_as_of(parsed(text), *place(text, words)) is is_count


@pytest.mark.parametrize(
    ("text", "words", "is_named"),
    [
        ("The council cast doubt on reports that the captain fled in May.", "May", False),
        ("The captain was held on charges that he set the fire in May.", "May", True),
        ("The captain fled in May.", "May", False),
    ],
)
def test_a_claim_that_something_else_is_about(text: str, words: str, is_named: bool, parsed: Parsed) -> None:
    assert mentioned.is_only_named(parsed(text), *place(text, words)) is is_named


@pytest.mark.parametrize(
    ("text", "words", "joined"),
    [
        ("The ferry sailed on 3 May and 5 May.", "5 May", True),
        ("The mayor spoke of squalls that ruined fairs in 2019 and 2020.", "2020", False),
        ("The envoy arrived on 3 May and the day after left.", "3 May", False),
    ],
)
def test_what_a_date_is_joined_to(text: str, words: str, joined: bool, parsed: Parsed) -> None:
    timexes = tag(text, dt.date(2022, 9, 18), "en")
    assert mentioned.is_joined(parsed(text), *place(text, words), timexes) is joined
