"""Words as they are compared."""

import pytest

from dateline.languages import named
from dateline.text.words import content_words, stem

ENGLISH = named("en")


@pytest.mark.parametrize(
    "forms",
    [
        ("close", "closes", "closed", "closing"),
        ("stop", "stops", "stopped", "stopping"),
        ("meet", "meets", "meeting", "meetings"),
        ("party", "parties"),
        ("kill", "kills", "killed", "killing"),
    ],
)
def test_inflected_forms_share_a_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(ENGLISH, form) for form in forms}) == 1


@pytest.mark.parametrize(("one", "other"), [("bus", "bed"), ("sing", "sin"), ("port", "portal"), ("need", "nee")])
def test_other_words_do_not(one: str, other: str) -> None:
    assert stem(ENGLISH, one) != stem(ENGLISH, other)


def test_content_words_leave_out_what_says_nothing() -> None:
    assert content_words(ENGLISH, "The mayor’s office said on Monday that 3 bridges had been closed.") == [
        "mayor",
        "offic",
        "bridg",
        "clos",
    ]
