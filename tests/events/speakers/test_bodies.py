"""The whole name of a body or an outlet, of which a part was read."""

import pytest

from dateline.events.speakers.bodies import whole_name
from dateline.languages import empty, named

ENGLISH = named("en")


@pytest.mark.parametrize(
    ("words", "read", "whole", "because"),
    [
        ("All Norden Airways", "Norden Airways", "All Norden Airways", "the last word names a kind of body"),
        (
            "the Department of Justice",
            "Department",
            "Department of Justice",
            "the first word does, and a small one joins",
        ),
        (
            "the Norden Broadcasting Corporation",
            "Corporation",
            "Norden Broadcasting Corporation",
            "a kind alone is no name",
        ),
        ("the Bar and Grill Association", "Grill Association", "Bar and Grill Association", "an and may be part of it"),
        ("Lindow’s Fair Trade Commission", "Trade Commission", "Fair Trade Commission", "who owns it is no part of it"),
        ("French Rail Union", "Rail Union", "Rail Union", "nor is whose country it is of"),
        ("the Committee to Protect Lakes", "Committee", "Committee to Protect Lakes", "a body may be there to do it"),
        (
            "the Norden Office of the High Envoy for Fish",
            "Norden Office",
            "Norden Office of the High Envoy for Fish",
            "what it is of is a part of it",
        ),
        ("Mayor Ada Quill", "Ada Quill", "Ada Quill", "a person has no kind"),
        ("Ada Quill and Tor Lund", "Tor Lund", "Tor Lund", "nor have two"),
        ("Norden Airways pilot Tor Lund", "Tor Lund", "Tor Lund", "a word without a capital ends the name before it"),
    ],
)
def test_a_body_has_all_the_capitals_of_its_name(words: str, read: str, whole: str, because: str) -> None:
    assert " ".join(whole_name(ENGLISH, words.split(), read.split())) == whole, because


def test_without_words_for_bodies_a_name_is_as_it_was_read() -> None:
    assert whole_name(empty(), ["All", "Norden", "Airways"], ["Norden", "Airways"]) == ["Norden", "Airways"]
