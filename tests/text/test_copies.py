from dateline.languages import named
from dateline.text.copies import Copies, signature

WIRE = (
    "The ferry Marigold sank off Carsby, killing nine people in the cold of the morning. The captain of the ship "
    "told the inquiry that the pumps of the engine room had failed in the storm. The owners of the line said that a "
    "diver was to examine the wreck at the bottom of the sound in the spring."
)
OTHER = (
    "Nine died when a ferry went down in the sound on Monday. A spokesman for the coastguard blamed the weather, and "
    "the union of seamen blamed the age of the vessel, which was built in the yards of Hexton. The minister is to "
    "visit the town in the week to come and to hear the families of the dead."
)


def copies(**texts: str) -> Copies:
    """What copies what, of texts by their article's id, in order of publication."""
    return Copies.among((article, signature(named("en"), text)) for article, text in texts.items())


def test_a_copy_points_to_who_printed_it_first() -> None:
    found = copies(a=WIRE, b=WIRE)
    assert (found.original("a"), found.original("b")) == ("a", "a")
    assert (found.is_copy("a"), found.is_copy("b")) == (False, True)


def test_a_copy_with_a_paragraph_of_its_own_is_a_copy() -> None:
    local = "Here in Hexton the news was met with disbelief in the pubs and on the quay of the old town."
    assert copies(a=WIRE, b=f"{local}\n{WIRE}").original("b") == "a"


def test_a_shortened_copy_is_a_copy() -> None:
    assert copies(a=WIRE, b=WIRE[: len(WIRE) * 3 // 4]).original("b") == "a"


def test_two_reports_of_one_event_are_two() -> None:
    found = copies(a=WIRE, b=OTHER)
    assert not found.is_copy("b")
    assert found.independent(["a", "b"]) == 2


def test_copies_of_a_copy_have_one_original() -> None:
    found = copies(a=WIRE, b=f"{WIRE} More follows.", c=f"{WIRE} More follows. Later.")
    assert found.original("c") == "a"
    assert found.independent(["a", "b", "c"]) == found.independent(["c"]) == 1


def test_texts_too_short_to_tell_are_not_copies() -> None:
    for text in ("The ferry sank.", "The ferry sank in the cold of the morning, off the quay of the old town."):
        assert not copies(a=text, b=text).is_copy("b")
    assert not copies(a=WIRE, b="The ferry Marigold sank off Carsby in the cold of the morning.").is_copy("b")


def test_the_page_around_a_report_does_not_make_it_a_copy() -> None:
    menu = "Home News Sport Weather Travel Culture Sign in Subscribe\n" * 20
    assert not copies(a=menu + WIRE, b=menu + OTHER).is_copy("b")


def test_a_text_with_half_a_character_has_a_signature() -> None:
    assert copies(a=WIRE, b=WIRE.replace("ferry", "fer\ud83dry")).original("b") == "a"
