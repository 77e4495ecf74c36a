"""What something is measured against or likened to, by the tree above its date."""

from collections.abc import Callable

import pytest

from dateline.events.dates.measured import is_measured
from dateline.events.parsing.parse import Parse
from placing import place


@pytest.mark.parametrize(
    ("text", "words", "measured"),
    [
        ("The ferry sold fewer tickets than the five hundred announced on Monday.", "Monday", True),
        ("The ferry sold five hundred tickets on Monday.", "Monday", False),
        ("Twice as many people came to the fair as in 2008.", "2008", True),
        ("As in Zell on Monday, the dockers met a crowd of farmers.", "Monday", True),
        ("The port, as in the early 1930s, is shut.", "the early 1930s", True),
        ("The port was shut in 2008.", "2008", False),
        ("Ada Quill was named as mayor in 2008.", "2008", False),
        ("As the boats lay in Zell, the fire began on Monday.", "Monday", False),
        ("Like Oker two years ago, she wept at the gate of the mill.", "two years ago", True),
        ("Unlike her aunt in 1998, Ada Quill won the vote.", "1998", True),
        ("Like Oker, she wept at the gate two years ago.", "two years ago", False),
        ("Oker liked the fair in 1998.", "1998", False),
        ("As it was when she came to the quay in 2004, the hall is full.", "2004", True),
        ("The count will be led by the port, as the last one had been in 2004.", "2004", True),
        ("Marl will run the fair in the hills, as Ada Quill did in 2004.", "2004", True),
        ("The mill burnt down as he was at sea in May.", "May", False),
        ("The crowd cheered as Ada Quill opened the fair in May.", "May", False),
        ("As was reported in May, the mill is for sale.", "May", False),
    ],
)
def test_what_something_is_measured_against(
    text: str, words: str, measured: bool, parsed: Callable[[str], Parse]
) -> None:
    assert is_measured(parsed(text), *place(text, words)) is measured
