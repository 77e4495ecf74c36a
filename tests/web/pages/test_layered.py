import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline import Request
from dateline.model import Span
from dateline.pipeline import annotate
from dateline.web.pages.layered import LAYERS, Covered, covered_by, marked, pieces
from sample_stories import FERRY, article

SPANS = st.tuples(st.integers(-2, 30), st.integers(-2, 30), st.sampled_from(["time", "event", "passage"]))


@given(st.text(max_size=28), st.lists(SPANS, max_size=8))
def test_the_pieces_are_the_text(text: str, spans: list[tuple[int, int, str]]) -> None:
    assert "".join(one.text for one in pieces(text, [Covered(*span, "") for span in spans])) == text


def test_each_piece_is_told_by_all_that_cover_it() -> None:
    made = pieces("The 😀 ferry sank on Friday.", [Covered(6, 25, "content", "said"), Covered(20, 26, "time", "DATE")])
    assert [(one.text, one.kinds) for one in made] == [
        ("The 😀 ", ""), ("ferry sank on ", "content"), ("Frida", "content time"), ("y", "time"), (".", ""),
    ]  # fmt: skip


def test_a_passage_begins_once() -> None:
    made = pieces("abcdef", [Covered(1, 5, "passage", ""), Covered(2, 3, "time", "x")])
    assert [(one.text, one.is_passage, one.begins_passage) for one in made] == [
        ("a", False, False), ("b", True, True), ("c", True, False), ("de", True, False), ("f", False, False)
    ]  # fmt: skip


def test_marks_count_from_where_the_passage_begins() -> None:
    assert [(one.text, one.is_passage) for one in marked(100, "a storm", [Span(102, 107)])] == [
        ("a ", False), ("storm", True)
    ]  # fmt: skip


@pytest.mark.parametrize("layer", LAYERS)
def test_each_layer_covers_what_it_says(layer: str) -> None:
    told = article(*FERRY[1])
    [read] = annotate([told], request=Request(parse=False))
    kinds = {one.kind for one in covered_by(read, [layer])}
    wanted = {"times": {"time"}, "events": {"event"}, "names": {"name"}, "skipped": set[str]()}
    assert kinds == wanted.get(layer, {"source", "cue", "content"})
