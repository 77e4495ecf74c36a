import pytest

from dateline.languages import empty, named
from dateline.text import notes, sentences

ENGLISH = named("en")


def stands(note: str) -> str:
    """What of a note is the story's."""
    kept = list(note)
    for start, end in notes.aside(ENGLISH, note, sentences.split(ENGLISH, note)):
        kept[start:end] = [""] * (end - start)
    return "".join(kept).strip()


@pytest.mark.parametrize(
    ("note", "told"),
    [
        (
            "Correction: The minister did not resign on Monday, as reported; he was dismissed on Sunday.",
            "The minister did not resign on Monday, as reported; he was dismissed on Sunday.",
        ),
        ("Clarification: The plant will close on July 3, not June 3.", "The plant will close on July 3, not June 3."),
        (
            "CORRECTION (June 12, 2024): The headline said four people died. Three people died on Monday.",
            "Three people died on Monday.",
        ),
        (
            "This article was amended on 12 June 2024. It originally said that the court sat on Friday. In fact the"
            " court sat on Thursday.",
            "In fact the court sat on Thursday.",
        ),
        (
            "This story has been updated to reflect that the vote was held on Tuesday.",
            "the vote was held on Tuesday.",
        ),
        (
            "Editor’s note: The bill passed the Senate on Tuesday after this story was filed.",
            "The bill passed the Senate on Tuesday after this story was filed.",
        ),
    ],
)
def test_what_a_note_states_of_the_world_stands(note: str, told: str) -> None:
    assert stands(note) == told


@pytest.mark.parametrize(
    "note",
    [
        "CORRECTION (June 12, 2024): An earlier version said the mayor resigned on Sunday.",
        "An earlier version of this article said the vote was on Monday. It was on Tuesday.",
        "We wrongly said the mayor resigned on Sunday.",
        "Correction: Tuesday's edition said the mayor resigned on Sunday.",
        "In the original, the vote was said to be on Monday.",
        "Because of an editing error, this report put the vote on Monday.",
    ],
)
def test_what_another_version_said_is_taken_back(note: str) -> None:
    assert stands(note) == ""


@pytest.mark.parametrize(
    "note",
    [
        "This article was amended on 12 June 2024 to add a quote.",
        "This footnote was added on 12 June 2024.",
        "Editor's note: This story was first published on June 1.",
        "Editor's note: Ann Lee is a former minister and the author of “The Vote”.",
        "(Corrects day of the dinner to Thursday)",
        "The Herald regrets the error.",
    ],
)
def test_what_is_said_of_the_article_itself_is_not_the_story(note: str) -> None:
    assert stands(note) == ""


def test_a_language_without_words_keeps_it_all() -> None:
    note = "Correction: An earlier version said so."
    assert list(notes.aside(empty(), note, sentences.split(empty(), note))) == []


@pytest.mark.parametrize(
    ("line", "is_note"),
    [
        ("The Lantern regrets a mistake in its last edition, which said the weir gave way on Friday.", True),
        ("We apologise for an error in an earlier version, which put the vote on Friday.", True),
        ("The mayor apologises for a mistake in the plan, which said the weir was safe.", False),
        ("The mayor regrets the report, which said on Friday that the weir was weak.", False),
    ],
)
def test_a_paper_takes_back_what_it_said_without_a_label(line: str, is_note: bool) -> None:
    assert notes.takes_back(ENGLISH, line, 0, len(line)) is is_note
