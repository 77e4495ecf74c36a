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


@pytest.mark.parametrize(
    ("text", "words", "is_inserted"),
    [
        ("Tor Lund is the third to row the strait (his uncles rowed it in 1998).", "1998", True),
        ("The vote – the second round is on Monday – will cost the town a fortune.", "Monday", True),
        ("The pier – which the port says will open in May – is long.", "May", False),
        ("The vote - the second round is on Monday - will cost the town a fortune.", "Monday", True),
        ("The vote on the lock-up, which was built in 1998, will cost the run-down town a fortune.", "1998", False),
        ("(The fair was held in 1998.)", "1998", False),
        ("Tor Lund (a rower) crossed the strait in 1998 (a cold year).", "1998", False),
    ],
)
def test_what_is_put_in_between(text: str, words: str, is_inserted: bool, parsed: Parsed) -> None:
    assert mentioned.is_inserted(parsed(text), *place(text, words)) is is_inserted


@pytest.mark.parametrize(
    ("text", "words", "is_ahead", "is_within"),
    [
        ("Police have questioned nurses who said they met the captain in May.", "May", False, True),
        ("The fire recalled that of the mill, whose burning by farmers in 1991 was filmed.", "1991", False, True),
        ("They won an order allowing them to stay until May.", "May", True, True),
        ("The port is building two locks that are expected to be ready by May.", "May", True, False),
        ("The mayor, who said so in May, won.", "May", False, False),
        ("Police said they met the captain in May.", "May", False, False),
    ],
)
def test_what_a_clause_about_a_noun_leads_to(
    text: str, words: str, is_ahead: bool, is_within: bool, parsed: Parsed
) -> None:
    assert mentioned.is_of_a_clause_within(parsed(text), *place(text, words), is_ahead=is_ahead) is is_within


@pytest.mark.parametrize(
    ("text", "words", "is_since"),
    [
        ("It was the fourth fire at the port since Ada Quill came to power, in 2002.", "2002", True),
        (
            "In the worst drought since Quill came to power in 2002, farmers said on Monday the wells are dry.",
            "2002",
            True,
        ),
        ("Since Ada Quill came to power in 2002, four mills have burnt.", "2002", False),
        ("The port has grown since Quill came to power and it was sold in 2012.", "2012", False),
        ("It was the fourth fire since 2002.", "2002", False),
    ],
)
def test_the_clause_since_which_something_is(text: str, words: str, is_since: bool, parsed: Parsed) -> None:
    assert mentioned.is_since_a_clause(parsed(text), *place(text, words)) is is_since


@pytest.mark.parametrize(
    ("text", "words", "is_of_it"),
    [
        ("The harbour tax signed into law by the mayor this month raises costs across the towns.", "this month", True),
        ("The harbour tax passed by the senate last week hits ferries hard.", "last week", True),
        ("The harbour bill signed by Ada Quill spreads costs this month.", "this month", False),
        ("The bill, signed by Ada Quill, this month costs the towns a fortune.", "this month", False),
    ],
)
def test_what_a_clause_about_the_subject_dates(text: str, words: str, is_of_it: bool, parsed: Parsed) -> None:
    assert mentioned.is_of_its_subject(parsed(text), *place(text, words)) is is_of_it


@pytest.mark.parametrize(
    ("text", "words", "is_torn"),
    [
        ("Ada Quill could not build on last week’ s win in Zell.", "last week", True),
        ("At last week’ s talks in Zell, Ada Quill wept.", "last week", False),
        ("Ada Quill could not build on the pier last week.", "last week", False),
    ],
)
def test_a_possessive_that_is_written_apart(text: str, words: str, is_torn: bool, parsed: Parsed) -> None:
    assert mentioned.is_of_a_torn_possessive(parsed(text), *place(text, words)) is is_torn


@pytest.mark.parametrize(
    ("text", "words", "is_along"),
    [
        ("Ada Quill left the stage in tears, recalling how her mother had come to Zell in 1956.", "1956", True),
        ("Ada Quill said it was over, adding that the dam had burst in 1956.", "1956", False),
        ("Ada Quill recalled how her mother had come to Zell in 1956.", "1956", False),
        ("Ada Quill left the stage in 1956, recalling how her mother had come to Zell.", "1956", False),
    ],
)
def test_what_somebody_tells_beside_what_he_does(text: str, words: str, is_along: bool, parsed: Parsed) -> None:
    assert mentioned.is_told_along(parsed(text), *place(text, words)) is is_along


@pytest.mark.parametrize(
    ("text", "words", "is_beside"),
    [
        ("The Zell Rovers, winners of the Corran Cup in February, held a fair.", "February", True),
        ("The Zell Rovers, winners of the Corran Cup, held a fair in February.", "February", False),
        ("The win in February, her third, made Ada Quill famous.", "February", False),
    ],
)
def test_words_between_commas_about_the_subject(text: str, words: str, is_beside: bool, parsed: Parsed) -> None:
    assert mentioned.is_beside_its_subject(parsed(text), *place(text, words)) is is_beside


@pytest.mark.parametrize(
    ("text", "words", "is_retold"),
    [
        ("The mayor referred again to the fire yesterday.", "yesterday", True),
        ("The mayor made a bitter reference to the port's missed chance in 2005.", "2005", True),
        ("The singer relived her fight with him as they drove home from a fair in May.", "May", True),
        ("The mayor recalled the fire in a talk on Monday.", "Monday", False),
        ("The mayor referred to him as a thief on Monday.", "Monday", False),
        ("The yard recalled nine ferries on Monday.", "Monday", False),
        ("On Monday the mayor recalled the fire.", "Monday", False),
        ("The mayor put out the fire on Monday.", "Monday", False),
    ],
)
def test_what_somebody_only_comes_back_to(text: str, words: str, is_retold: bool, parsed: Parsed) -> None:
    assert mentioned.is_retold(parsed(text), *place(text, words)) is is_retold


@pytest.mark.parametrize(
    ("text", "words", "is_planned"),
    [
        ("The mayor has backed plans for the rowing fair on 8 October.", "8 October", True),
        ("The union delayed its answer until after the vote on 8 October.", "8 October", True),
        ("The mayor called a vote on 8 October.", "8 October", False),
        ("The mayor has promised a vote on 8 October.", "8 October", False),
        ("The quay has shut until 8 October.", "8 October", False),
        ("The mayor set aside a hall for 8 October.", "8 October", False),
        ("The mayor will open the rowing fair on 8 October.", "8 October", False),
        ("The fair opens on 8 October.", "8 October", False),
    ],
)
def test_a_day_to_come_that_hangs_on_what_is_past(text: str, words: str, is_planned: bool, parsed: Parsed) -> None:
    assert mentioned.is_planned_by_the_past(parsed(text), *place(text, words)) is is_planned


@pytest.mark.parametrize(
    ("text", "is_half"),
    [
        ("Because Quill said on Monday that the dam broke.", True),
        ("Although the firemen left Corran on Monday.", True),
        ("Because Quill left Corran on Monday, the firemen slept.", False),
        ("Because of the storm the firemen slept on Monday.", False),
        ("Quill left on Monday because the dam broke.", False),
        ("That the dam broke on Monday surprised Quill.", False),
    ],
)
def test_a_clause_that_hangs_on_another_sentence_is_half_a_sentence(text: str, is_half: bool, parsed: Parsed) -> None:
    assert mentioned.is_half(parsed(text), Span(0, len(text))) is is_half
