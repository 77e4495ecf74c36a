"""How an act was done, and what it is about."""

from collections.abc import Callable

import pytest

from dateline.coding.reading import Telling


@pytest.mark.parametrize(
    ("text", "type_", "mode"),
    [
        ("Russian warplanes bombed a rebel camp in Syria.", "ASSAULT", "aerial"),
        ("A suicide bomber killed nine Iraqi soldiers.", "ASSAULT", "suicide-attack"),
        ("Sudanese rebels kidnapped two Kenyan nurses.", "ASSAULT", "abduct"),
        ("Police arrested 40 protesters in Nairobi.", "COERCE", "arrest"),
        ("Nepal imposed a curfew in Pokhara.", "COERCE", "curfew"),
        ("The Malian army withdrew its forces from Kidal.", "RETREAT", "withdraw"),
        ("The Peruvian prime minister resigned.", "RETREAT", "resign"),
        ("The Peruvian president visited Chile.", "CONSULT", "visit"),
        ("The Peruvian president telephoned the king of Spain.", "CONSULT", "phone"),
        ("Miners in Bolivia began a hunger strike.", "PROTEST", "hunger"),
        ("Russia expelled two Danish diplomats.", "SANCTION", "expel"),
        ("Ghana launched an investigation into the Nigerian bank.", "ACCUSE", "investigate"),
        ("Peru condemned a Chilean investigation.", "ACCUSE", "disapprove"),
        ("France threatened to attack Syria.", "THREATEN", "violence"),
    ],
)
def test_modes(told: Callable[[str], list[Telling]], text: str, type_: str, mode: str) -> None:
    assert [(telling.type, telling.mode) for telling in told(text)] == [(type_, mode)]


def test_contexts_are_those_that_the_words_tell(told: Callable[[str], list[Telling]]) -> None:
    [telling] = told("Germany imposed sanctions on three Iranian banks over their oil exports.")
    assert telling.contexts == ("economic", "resource")
