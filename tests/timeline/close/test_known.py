"""Whether a passage takes something for known that stands before it."""

import pytest

from dateline.events.surface.clauses import words_of
from dateline.languages import named
from dateline.model import Span
from dateline.timeline.close.known import takes_for_known

ENGLISH = named("en")


def takes(text: str) -> bool:
    return takes_for_known(ENGLISH, words_of(text, Span(0, len(text))))


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill claimed responsibility for the attack on Monday.",
        "Ada Quill left the company on Monday.",
        "Ada Quill confirmed reports of the meeting in a tweet.",
        "Ada Quill is to repeat that message in Zell.",
        "A camera on Mount Karo captured the event at 5:52 p.m.",
        "The ferry failed to send a signal off Corran.",
        "Corran Lines will show them in Zell.",
        "Ada Quill said on Monday that the meeting was over.",
        "Norland blocked the app on Monday.",
        "Ada Quill wants to join the scheme on Monday.",
        "Ada Quill said last night that was not true.",
        "On Monday, this was denied by Corran Lines.",
        "Ada Quill overcame a similar challenge two years ago.",
        "Ada Quill will vote against the amendment on Monday.",
    ],
)
def test_what_nothing_marks_out_stands_before_the_passage(text: str) -> None:
    assert takes(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill claimed responsibility for the attack on the mill.",
        "Ada Quill left the company that owns Corran Lines.",
        "The ferry Marigold failed to send a signal off Corran.",
        "Corran Lines sold its ferries and will show them in Zell.",
        "Ada Quill and Tor Lund said they would meet.",
        "Ada Quill died in an attack; Tor Lund led the attack.",
        "Ada Quill spoke of the weather on Monday.",
        "Ada Quill overcame a challenge similar to hers two years ago.",
        "Ada Quill said that banks were shut this week.",
        "The Corran Chronicle was sold on Monday.",
        "Corran Lines bought a ferry that was built in Zell.",
    ],
)
def test_what_is_told_here_or_known_to_every_reader_does_not(text: str) -> None:
    assert not takes(text)
