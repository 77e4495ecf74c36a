"""Words as they are compared."""

import pytest

from dateline.text.words import content_words, stem


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
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize(("one", "other"), [("bus", "bed"), ("sing", "sin"), ("port", "portal"), ("need", "nee")])
def test_other_words_do_not(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_content_words_leave_out_what_says_nothing() -> None:
    assert content_words("The mayor’s office said on Monday that 3 bridges had been closed.") == [
        "mayor",
        "offic",
        "bridg",
        "clos",
    ]
