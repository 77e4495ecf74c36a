from collections.abc import Callable

import pytest

from dateline.coding.reading import Telling, is_done

Told = Callable[[str], list[Telling]]


@pytest.mark.parametrize(
    ("words", "act"),
    [
        # What is words, votes or a game uses no force;
        ("Danish senator Holt attacked the Danish governor over taxes.", "Danish rebels attacked the Danish governor."),
        (
            "Danish senator Holt launched an attack on the Danish governor's record.",
            "Danish rebels launched an attack on the Danish governor's house.",
        ),
        (
            "Danish envoy Holt clashed with Danish officials over a counter-insurgency plan.",
            "Danish rebels clashed with Danish officials.",
        ),
        ("Danish senator Holt attacked the Danish deal with Norway.", "Danish rebels attacked the Danish tankers."),
        ("Denmark beat Norway by two goals.", "Danish soldiers beat Norwegian fishermen."),
        ("Danish senator Holt beat the Danish governor in the primary.", "Danish police beat the Danish governor."),
        # nor is it used on things that are nobody's;
        ("Danish farmers killed their livestock.", "Danish soldiers killed two farmers."),
        # who discusses something meets nobody;
        ("The Danish minister discussed the budget.", "The Danish minister discussed the budget with Peru."),
        # a country that protests does not march;
        ("Denmark protested in Oslo.", "Danish fishermen protested in Oslo."),
        # and who says what his own country must do demands nothing.
        ("The Danish minister said Denmark must pay.", "The Danish minister said Norway must pay."),
    ],
)
def test_what_is_an_event(told: Told, words: str, act: str) -> None:
    assert [telling for telling in told(words) if is_done(telling)] == []
    assert [telling for telling in told(act) if is_done(telling)]


@pytest.mark.parametrize(
    ("text", "is_plain"),
    [
        ("Danish police arrested Holt.", True),
        ("He arrested Holt.", False),
        ("The Danish minister flew home and criticised Norway.", False),
        ("Danish guards fired at a Norwegian attacking the Danish king.", False),
    ],
)
def test_who_acts_is_told_by_the_acts_own_clause(told: Told, text: str, is_plain: bool) -> None:
    assert [telling.is_plain for telling in told(f"Danish president Ib Holt spoke. {text}")][-1:] == [is_plain]
