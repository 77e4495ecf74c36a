"""Dates that only tell who somebody is or was."""

import datetime as dt
from collections.abc import Callable

import pytest

from dateline.events.dates.biography import tells_who
from dateline.events.parsing.parse import Parse
from dateline.times import tag

PUBLISHED = dt.date(2022, 9, 15)  # a Thursday


@pytest.mark.parametrize(
    ("text", "words", "is_who"),
    [
        ("Ada Quill, who was a star reporter in the 1980s, fled to Zell.", "1980s", True),
        ("Ada Quill, who until last year was the harbour's manager, fled to Zell.", "last year", True),
        ("Ada Quill, who was the first mayor to fly in 1981, fled to Zell.", "1981", False),
        ("Ada Quill, who was the first mayor in 1981, fled to Zell.", "1981", False),
        ("Ada Quill, who was a victim of the attack in 2015, fled to Zell.", "2015", False),
        ("Ada Quill, who was in Zell in 2015, fled to Norland.", "2015", False),
        ("Ada Quill, who was a guest of the mayor on Monday, fled to Zell.", "Monday", False),
        ("Tor Lund, who has represented Norland since 1973, fled to Zell.", "1973", True),
        ("Tor Lund, who has been in jail since 2019, fled to Zell.", "2019", False),
        ("Tor Lund, who had led the fair since 1973, fled to Zell.", "1973", False),
        ("His father, Jos Lund, who raced in Zell from 1994 to 2003, fled.", "1994", True),
        ("His father, Jos Lund, who raced in Zell from 1994 to 2003, fled.", "2003", True),
        ("His father, Jos Lund, who raced in Zell in 1994, fled.", "1994", False),
        ("Ada Quill was assistant harbour secretary from 1977 to 1981.", "1977", True),
        ("Ada Quill served in the guard from 1977 to 1981.", "1981", True),
        ("Ada Quill was assistant harbour secretary in 1977.", "1977", False),
        ("Ada Quill fought the guard from 1977 to 1981.", "1977", False),
        ("Norland fought the islands from 1977 to 1981.", "1977", False),
        ("The bridge was a ruin from 1977 to 1981.", "1977", False),
        ("Ada Quill was jailed from 1977 to 1981.", "1977", False),
        ("Monday's winner Tor Lund fell ill as well.", "Monday", True),
        ("The mayor spoke for an hour with the 2016 candidate of the farmers.", "2016", True),
        ("Monday's fire hurt nine.", "Monday", False),
        ("On Monday winners of the race met the mayor.", "Monday", False),
        ("Monday's men's race was won by Tor Lund.", "Monday", False),
        ("The mayor sent her deputy, Tor Lund, and nine farmers to Norland last year, and left.", "last year", False),
        ("The rain has hurt Tor Lund, winner of the cup last year, and the fair.", "last year", True),
        ("The winner of the cup last year, Tor Lund, came second.", "last year", True),
        ("Rand, the leader of the farmers, fled on Monday, and Quill stayed.", "Monday", False),
        ("The mayor met Rand, the leader of the farmers, last year, and left.", "last year", False),
        ("The mayor last year, in a long letter, called the fair off.", "last year", False),
    ],
)
def test_what_somebody_was_or_has_long_been(
    text: str, words: str, is_who: bool, parsed: Callable[[str], Parse]
) -> None:
    timexes = tag(text, PUBLISHED, "en")
    timex = next(timex for timex in timexes if words in timex.text)
    assert tells_who(parsed(text), timex, timexes) is is_who
