"""What the tree above a date tells."""

from collections.abc import Callable

import pytest

from dateline.events.dates import parsed as tree
from dateline.events.parsing.parse import Parse
from dateline.model import Span
from placing import place

Parsed = Callable[[str], Parse]


@pytest.mark.parametrize(
    ("text", "words", "is_direct"),
    [
        ("The dam at Ash broke on Monday.", "Monday", True),
        ("The mayor said the dam would close on Monday.", "Monday", True),
        ("The harvest fair runs 7-9 February.", "7", True),
        ("Nine people died when the ferry sank on Monday.", "Monday", True),
        ("At a hearing in May a judge freed the captain.", "May", True),
        ("A bomb went off in the square, killing two people on Monday.", "Monday", True),
        ("The captain, who was freed in May, said nothing.", "May", False),
        ("The council met after the dam broke on Monday.", "Monday", False),
    ],
)
def test_what_hangs_on_the_verb_of_the_sentence(text: str, words: str, is_direct: bool, parsed: Parsed) -> None:
    assert tree.is_direct(parsed(text), *place(text, words)) is is_direct


@pytest.mark.parametrize(
    ("text", "words", "passing"),
    [
        ("The envoy arrived in Ash before Sunday's election.", "Sunday", True),
        ("The envoy spoke in Ash ahead of the vote on Sunday.", "Sunday", True),
        ("The club has sold ten boats since its launch in 2014.", "2014", True),
        ("The envoy left Ash before the council votes on Sunday.", "Sunday", True),
        ("The envoy reached Ash following Sunday's earthquake.", "Sunday", True),
        ("The council agreed on the plan at talks on Sunday.", "Sunday", False),
        ("The vote on Sunday was won by the mayor.", "Sunday", False),
        ("The council voted on Sunday.", "Sunday", False),
    ],
)
def test_what_only_names_what_it_dates(text: str, words: str, passing: bool, parsed: Parsed) -> None:
    found = tree.is_in_passing(parsed(text), *place(text, words), Span(0, len(text)), None)
    assert found is passing


@pytest.mark.parametrize(
    ("text", "words", "is_past"),
    [
        ("The council voted on Friday.", "Friday", True),
        ("The council votes on Friday.", "Friday", False),
        ("The council called a vote for Friday.", "Friday", False),
        ("She was shot in the early hours of that morning.", "that morning", True),
    ],
)
def test_what_is_told_as_past(text: str, words: str, is_past: bool, parsed: Parsed) -> None:
    assert tree.is_told_as_past(parsed(text), *place(text, words)) is is_past


@pytest.mark.parametrize(
    ("text", "words", "is_direct"),
    [
        ("The mayor, shown here in February, resigned.", "February", True),
        ("The following day it was a mile long.", "The following day", True),
        ("His arrest in February shocked the town.", "February", True),
        ("Her visit in February is to be short.", "February", False),
        ("An audit in February found a hole.", "February", True),
        ("They called a strike in February.", "February", False),
        ("A court granted them an injunction in February.", "February", False),
        ("The bridge will close in February.", "February", False),
    ],
)
def test_what_a_past_form_is_right_above(text: str, words: str, is_direct: bool, parsed: Parsed) -> None:
    assert tree.is_told_directly(parsed(text), *place(text, words)) is is_direct


def test_what_is_still_to_be_has_no_day_before(parsed: Parsed) -> None:
    text = "She will rule on what happened at the mill on Monday."
    assert tree.is_of_the_future(parsed("She will rule on Monday."), 17, 23)
    assert not tree.is_of_the_future(parsed("She would rule on Monday."), 18, 24)
    assert not tree.is_of_the_future(parsed(text), *place(text, "Monday"))
    text = "She will rule on the shots just after 3 am on Monday."
    assert tree.is_of_the_future(parsed(text), *place(text, "Monday"))


@pytest.mark.parametrize(
    ("text", "words", "is_appended"),
    [
        ("History: Dam bursts and drowns a valley — April 26, 1986", "April 26, 1986", True),
        ("Photo of the dam — April 26, 1986", "April 26, 1986", False),
        ("The dam burst on April 26, 1986, and drowned a valley.", "April 26, 1986", False),
        ("The dam burst — April 26, 1986, was a Saturday.", "April 26, 1986", False),
    ],
)
def test_a_date_behind_a_dash_dates_what_stands_before_it(
    text: str, words: str, is_appended: bool, parsed: Parsed
) -> None:
    assert tree.is_appended(parsed(text), *place(text, words)) is is_appended


@pytest.mark.parametrize(
    ("text", "words", "is_of_another"),
    [
        ("The port is asking for the funds promised by the towns, among them Zell, at a summit in May.", "May", True),
        ("Rebels kill nine at talks in Zell in January.", "January", False),
        ("The mayor has apologised for the fire at the mill on Sunday evening.", "Sunday evening", True),
        ("The mayor apologised for the fire at the mill on Sunday evening.", "Sunday evening", False),
        ("The mayor has been in Zell on Sunday.", "Sunday", False),
    ],
)
def test_what_is_or_has_been_by_now_has_no_day_that_is_past(
    text: str, words: str, is_of_another: bool, parsed: Parsed
) -> None:
    assert tree.is_of_another_time(parsed(text), *place(text, words)) is is_of_another
