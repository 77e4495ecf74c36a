"""Where a sentence may begin and end and still be whole."""

from collections.abc import Callable

import pytest

from dateline.events.parsing.parse import Parse
from dateline.events.parsing.whole import whole
from dateline.model import Span

Parsed = Callable[[str], Parse]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("The bridge at Ash fell on Monday, killing two men, when a lorry hit it.", {"Monday", "men"}),
        ("The bridge at Ash fell on Monday, and the mayor resigned.", {"Monday"}),
        ("On Monday the mayor thanked his wife, Ada Quill, in Corran.", {"Quill"}),
        ("On Monday the mayor rejected an appeal by Ada Quill, the baker, to sell the bridge at Ash.", set()),
        (
            "The couple were due to sing on Monday but pulled out after Quill, 19, was accused of attacking a baker.",
            set(),
        ),
        ("The union cited a case on March 7, when three members were ordered by officers to leave Corran.", set()),
        ("On Monday the mayor sold two bridges, a ferry and a barge.", set()),
        ("On Monday Corran held a trial that not only put in the dock Ada Quill, the baker, but also her man.", set()),
        ("On Monday Ada Quill chose a race that could end in chaos and, some fear, violence.", set()),
        ("Officials say that, though the mayor resigned on Monday, the bridge will open.", set()),
    ],
)
def test_a_sentence_ends_where_what_follows_only_adds_to_it(text: str, ends: set[str], parsed: Parsed) -> None:
    found = whole(parsed(text), Span(0, len(text))).ends
    assert {text[:end].rsplit(maxsplit=1)[-1] for end in found} - {text.rsplit(maxsplit=1)[-1].rstrip(".")} == ends


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("After the storm at Ash, the mayor closed the bridge on Monday.", {"the mayor"}),
        ("The ferry sank in May, but Mayor Ada Quill opened the bridge on Monday.", {"Mayor Ada"}),
        ("The bridge is safe, Mayor Ada Quill said on Monday.", set()),
        ("The dam burst, the ferry sank and nobody slept, Mayor Ada Quill announced on Monday.", set()),
        ("The bridges at Ash, Corran and Zell fell on Monday.", set()),
    ],
)
def test_it_begins_where_what_is_before_only_tells_when_or_how(text: str, starts: set[str], parsed: Parsed) -> None:
    found = whole(parsed(text), Span(0, len(text))).starts
    assert {" ".join(text[start:].split()[:2]) for start in found} - {"but Mayor"} == starts
