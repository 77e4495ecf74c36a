from collections.abc import Callable

import pytest

from dateline.events.parsing.parse import Parse
from dateline.events.status.decision import Statuses

Parsed = Callable[[str], Parse]


def status(parse: Parse, word: str) -> str:
    return Statuses(parse).of(parse.words.index(word)).value


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The two leaders met in Vienna.", "met", "happened"),
        ("The two leaders did not meet in Vienna.", "meet", "denied"),
        ("The two leaders will meet in Vienna.", "meet", "expected"),
        ("The two leaders may meet in Vienna.", "meet", "uncertain"),
        ("The two leaders are meeting in Vienna.", "meeting", "ongoing"),
        ("The minister failed to reach an agreement.", "reach", "denied"),
        ("The minister failed to reach an agreement.", "agreement", "denied"),
        ("The minister managed to reach an agreement.", "reach", "happened"),
        ("The minister did not manage to reach an agreement.", "reach", "denied"),
        ("The minister hopes to visit Oslo.", "visit", "expected"),
        ("The visit was scheduled for May.", "visit", "scheduled"),
        ("Neither Feld, Oker nor Quill will be there.", "be", "denied"),
        ("She is the third senator to speak for the bill.", "speak", "happened"),
        ("She hopes to become the third senator to speak for the bill.", "speak", "expected"),
        ("She will be the first to speak for the bill.", "speak", "expected"),
        ("There are ten senators to speak for the bill.", "speak", "expected"),
        ("The visit was called off.", "visit", "cancelled"),
        ("The visit was postponed.", "visit", "postponed"),
        ("The general threatened to attack the town.", "attack", "proposed"),
        ("The court ordered the ministry to pay.", "pay", "proposed"),
        ("They are on track to meet by the end of April.", "meet", "expected"),
        ("There was no agreement.", "agreement", "denied"),
        ("No agreements were expected from the meeting.", "expected", "denied"),
        ("The agency raised the possibility of a third summit.", "summit", "uncertain"),
        ("Plans for a new summit were published.", "summit", "expected"),
        ("The police prevented an attack.", "attack", "denied"),
        ("A bid to oust the chairman failed by one vote.", "oust", "denied"),
        ("An attempt to raise the wreck was foiled by fog.", "raise", "denied"),
        ("Efforts to raise the wreck succeeded.", "raise", "happened"),
        ("An attempt to raise the wreck will fail.", "raise", "uncertain"),
        ("The leaders signed an agreement.", "agreement", "happened"),
        ("The ministry denied that the plant leaked.", "leaked", "denied"),
        ("The ministry would neither confirm nor deny that the plant leaked.", "leaked", "uncertain"),
        ("If the talks fail, the strike will go on.", "fail", "uncertain"),
        ("The road has yet to reopen.", "reopen", "denied"),
        ("The planned visit drew protests.", "visit", "expected"),
        ("The minister left without signing the treaty.", "signing", "denied"),
        ("It is time for the rebels to make peace.", "make", "proposed"),
        ("The opening would be delayed until May.", "opening", "expected"),
        ("The opening could be delayed until May.", "opening", "uncertain"),
        ("The opening would be delayed by a strike.", "opening", "uncertain"),
        (
            "The deal reached this week between three states, Zell and Norland seems like a fair deal.",
            "deal",
            "happened",
        ),
        ("Their hope lies in denying her the votes to win, forcing her into a second round.", "forcing", "happened"),
        ("Ada Quill offered her view on Monday: “I think it is fair, and I know they agree.”", "offered", "happened"),
    ],
)
def test_the_words_around_an_event_tell_its_status(parsed: Parsed, text: str, word: str, expected: str) -> None:
    assert status(parsed(text), word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("She ruled out calling in the army.", "calling", "denied"),
        ("The governor stopped short of declaring an emergency.", "declaring", "denied"),
        ("He refused to meet the union.", "meet", "denied"),
        ("It was not until Saturday that the trains resumed.", "resumed", "happened"),
        ("The ferry did not sail until Saturday.", "sail", "happened"),
        ("The ferry will not sail until Saturday.", "sail", "expected"),
        ("No sailings will run before Sunday.", "run", "denied"),
        ("No one was hurt.", "hurt", "denied"),
        ("Few expected a deal.", "expected", "denied"),
        ("Hardly anyone voted.", "voted", "denied"),
        ("Neither side approved the plan.", "approved", "denied"),
        ("Both sides pledged not to attack.", "attack", "denied"),
        ("The court acquitted him of stealing the money.", "stealing", "denied"),
        ("The prosecution failed to prove that he lied.", "lied", "uncertain"),
        ("Regulators rejected an offer to settle.", "offer", "happened"),
        ("The mayor dismissed reports that he had resigned.", "resigned", "denied"),
        ("Without the loan, the yard would have closed.", "loan", "happened"),
        ("The mayor did not mention the attack.", "attack", "happened"),
        ("Rather than bomb the camp, the army left it alone.", "bomb", "denied"),
        ("The town narrowly avoided being bombed by the army.", "bombed", "denied"),
        ("The town reported being bombed by the army.", "bombed", "happened"),
    ],
)
def test_denials_reach_what_they_deny_and_no_more(parsed: Parsed, text: str, word: str, expected: str) -> None:
    assert status(parsed(text), word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The two were to have met in Oslo.", "met", "denied"),
        ("He had been due to speak.", "speak", "denied"),
        ("He was supposed to speak.", "speak", "denied"),
        ("A rally planned for Sunday did not take place.", "rally", "denied"),
        ("The strike was averted.", "strike", "denied"),
        ("A strike averted at the last minute cost nothing.", "strike", "denied"),
        ("The firm scrapped plans to build a plant.", "plans", "cancelled"),
        ("Prosecutors dropped the charges.", "charges", "cancelled"),
        ("Talks about the bridge are on hold.", "Talks", "postponed"),
    ],
)
def test_plans_that_came_to_nothing(parsed: Parsed, text: str, word: str, expected: str) -> None:
    assert status(parsed(text), word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The company agreed to sell its stake.", "sell", "expected"),
        ("Norland offered to mediate.", "mediate", "proposed"),
        ("The bank is considering selling the unit.", "selling", "uncertain"),
        ("The firm is in talks to buy a rival.", "talks", "ongoing"),
        ("The firm is in talks to buy a rival.", "buy", "uncertain"),
        ("The court is set to rule.", "rule", "scheduled"),
        ("The team is poised to win.", "win", "expected"),
        ("The owner must pay the fine.", "pay", "expected"),
        ("The owner had to pay the fine.", "pay", "happened"),
        ("The merger would create a giant.", "merger", "expected"),
        ("If the vote fails, the mayor will resign.", "resign", "uncertain"),
        ("The ship will wait while it is repaired.", "repaired", "expected"),
        ("Several men are believed to be held there.", "held", "uncertain"),
        ("They have yet to decide whether to appeal.", "appeal", "uncertain"),
        ("Did the firm know?", "know", "uncertain"),
        ("Leave the building now.", "Leave", "proposed"),
        ("Officials fear landslides.", "landslides", "uncertain"),
        ("The mayor suggested that the council will meet.", "meet", "expected"),
        ("They watched the ship sink.", "sink", "happened"),
        ("The well has been leaking for weeks.", "leaking", "ongoing"),
    ],
)
def test_what_is_open_or_goes_on(parsed: Parsed, text: str, word: str, expected: str) -> None:
    assert status(parsed(text), word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Parliament approves budget", "approves", "happened"),
        ("Minister quits over leak", "quits", "happened"),
        ("Thousands remain without power", "remain", "ongoing"),
        ("Steelmaker to shut furnaces", "shut", "expected"),
        ("Rocket launch put off because of wind", "launch", "postponed"),
        ("The council approves such plans every year.", "approves", "ongoing"),
    ],
)
def test_headlines_tell_in_the_present_what_happened(parsed: Parsed, text: str, word: str, expected: str) -> None:
    assert status(parsed(text), word) == expected


def test_a_negated_refusal_affirms(parsed: Parsed) -> None:
    assert status(parsed("She did not fail to appear."), "appear") == "happened"


def test_what_is_said_keeps_its_own_tense(parsed: Parsed) -> None:
    parse = parsed("Officials said that the ship would sail and that the port had reopened.")
    assert (status(parse, "said"), status(parse, "sail"), status(parse, "reopened")) == (
        "happened",
        "expected",
        "happened",
    )


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The tram nearly derailed in Corran.", "derailed", "denied"),
        ("The two trams almost collided.", "collided", "denied"),
        ("The fares nearly doubled in a year.", "doubled", "happened"),
        ("The tide almost reached 9 metres.", "reached", "happened"),
        ("The swimmers came close to drowning.", "drowning", "denied"),
        ("The mayor thought better of resigning.", "resigning", "denied"),
        ("Instead of resigning, the mayor gave a speech.", "resigning", "denied"),
        ("The valley was spared a flood.", "flood", "denied"),
    ],
)
def test_what_came_near_did_not_come_about(parsed: Parsed, text: str, word: str, expected: str) -> None:
    assert status(parsed(text), word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("If the gate had held, the meadow would have stayed dry.", "held", "denied"),
        ("If the gate had held, the meadow would have stayed dry.", "stayed", "denied"),
        ("If the gate had not failed, the meadow would have stayed dry.", "failed", "happened"),
        ("The meadow would not have flooded if the gate had held.", "flooded", "happened"),
        ("Had the driver braked later, the train might have hit a bridge.", "braked", "denied"),
        ("Had the driver braked later, the train might have hit a bridge.", "hit", "denied"),
        ("The gate could have failed.", "failed", "uncertain"),
    ],
)
def test_a_condition_that_was_not_met_tells_what_was_not_so(
    parsed: Parsed, text: str, word: str, expected: str
) -> None:
    assert status(parsed(text), word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("It is not true that the ferry sank.", "sank", "denied"),
        ("It is true that the ferry sank.", "sank", "happened"),
        ("The rumour that the mayor resigned turned out to be false.", "resigned", "denied"),
        ("The claim that the mayor resigned is not false.", "resigned", "uncertain"),
        ("Claims that the mayor resigned are baseless, the council said.", "resigned", "denied"),
        ("The port dismissed as false a report that the ferry sank.", "sank", "denied"),
        ("The ferry was wrongly reported to have sunk.", "sunk", "denied"),
        ("Doubts remain over whether the ferry sank.", "sank", "uncertain"),
    ],
)
def test_what_is_called_untrue_was_not_so(parsed: Parsed, text: str, word: str, expected: str) -> None:
    assert status(parsed(text), word) == expected
