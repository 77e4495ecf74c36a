from collections.abc import Callable

from dateline.events.parsing.parse import Parse
from dateline.languages import named

TEXT = "Ada Quill left."


def parse() -> Parse:
    """`Ada` hangs on `Quill`, and `Quill` and the full stop on `left`."""
    made = Parse(
        named("en"),
        TEXT,
        words=["Ada", "Quill", "left", "."],
        deps=["compound", "nsubj", "ROOT", "punct"],
        heads=[1, 2, 2, 2],
        starts=[0, 4, 10, 14],
        ends=[3, 9, 14, 15],
    )
    made.link()
    return made


def test_dependents_stand_in_order_and_a_root_is_its_own_head() -> None:
    assert parse().children == [[], [0], [1, 3], []]


def test_a_subtree_reaches_from_its_first_to_its_last_token() -> None:
    made = parse()
    assert list(zip(made.left, made.right, strict=True)) == [(0, 0), (0, 1), (0, 3), (3, 3)]
    assert made.span(made.left[1], made.right[1]).of(TEXT) == "Ada Quill"


def test_a_child_is_found_by_its_label_and_the_heads_above_nearest_first() -> None:
    made = parse()
    assert made.child(2, "nsubj", "punct") == 1
    assert made.child(2, "dobj") is None
    assert list(made.ancestors(0)) == [1, 2]
    assert len(made) == 4


def test_some_sentences_alone_keep_their_trees_and_offsets(parsed: Callable[[str], Parse]) -> None:
    text = "It rained. Ada Quill left the port. The port closed."
    whole = parsed(text)
    second = whole.only({1})
    assert second.words == ["Ada", "Quill", "left", "the", "port", "."]
    assert [second.words[head] for head in second.heads] == ["Quill", "left", "left", "port", "left", "left"]
    assert second.span(0, len(second) - 1).of(text) == "Ada Quill left the port."
    assert (second.sentence, second.bounds) == ([0] * 6, [(0, 6)])
