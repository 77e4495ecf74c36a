"""A text and what is read in it in, the text in pieces out, each with what covers it: nothing of the text is changed.

Layers overlap as they like; where one begins or ends, a piece ends.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dateline.model import Annotation, Span

LAYERS = ("times", "events", "names", "attributions", "skipped")
"""The layers that can be shown, as the address names them."""


class Covered(NamedTuple):
    """A stretch that something was read in."""

    start: int
    end: int
    kind: str
    """What it is shown as: `time`, `event`, `name`, `source`, `cue`, `content`, `skipped`, `passage`."""
    words: str
    """What was read."""


class Piece(NamedTuple):
    """A stretch of text that the same things cover."""

    text: str
    kinds: str
    """What covers it, as classes of a page; empty where nothing does."""
    words: str
    is_passage: bool
    begins_passage: bool


def pieces(text: str, covered: Iterable[Covered]) -> list[Piece]:
    """The pieces of a text, in order; together they are the text."""
    within = [one for one in covered if 0 <= one.start < one.end <= len(text)]
    starts: dict[int, list[Covered]] = {}
    ends: dict[int, list[Covered]] = {}
    for one in within:
        starts.setdefault(one.start, []).append(one)
        ends.setdefault(one.end, []).append(one)
    found: list[Piece] = []
    over: list[Covered] = []
    at = 0
    for place in sorted({*starts, *ends, len(text)}):
        if place > at:
            found.append(_piece(text[at:place], over, at))
            at = place
        for one in ends.get(place, ()):
            over.remove(one)
        over += starts.get(place, ())
    return found


def _piece(text: str, over: Sequence[Covered], at: int) -> Piece:
    passage = [one for one in over if one.kind == "passage"]
    kinds = " ".join(dict.fromkeys(one.kind for one in over if one.kind != "passage"))
    # A layer that covers a whole quotation says so where it begins, or each name in it would say it again.
    words = "; ".join(dict.fromkeys(one.words for one in over if one.start == at and one.words))
    return Piece(text, kinds, words, bool(passage), any(one.start == at for one in passage))


def covered_by(read: Annotation, layers: Iterable[str]) -> list[Covered]:
    """What the layers of an annotation cover."""
    shown = set(layers)
    found: list[Covered] = []
    if "skipped" in shown:
        found += (Covered(skip.start, skip.end, "skipped", f"skipped: {skip.why.value}") for skip in read.skipped)
    if "times" in shown:
        found += (Covered(one.start, one.end, "time", f"{one.type.value} {one.value}") for one in read.timexes or ())
    if "names" in shown:
        found += (Covered(one.start, one.end, "name", "name") for one in read.names or ())
    if "events" in shown:
        for event in read.events or ():
            when = f" {event.date.value}" if event.date else ""
            by = f", according to {event.said_by}" if event.said_by else ""
            found.append(Covered(event.start, event.end, "event", f"{event.status.value}{when}{by}"))
    if "attributions" in shown:
        for said in read.attributions or ():
            by = f"{said.kind.value} speech of {said.speaker}" if said.speaker else f"{said.kind.value} speech"
            for kind, spans in (("source", said.source), ("cue", said.cue), ("content", said.content)):
                found += (Covered(*span, kind, by if kind == "content" else "") for span in spans)
    return found


def marked(start: int, exact: str, marks: Iterable[Span]) -> list[Piece]:
    """A passage in pieces, those that were sought marked; `marks` count as `start` does."""
    return pieces(exact, [Covered(mark.start - start, mark.end - start, "passage", "") for mark in marks])
