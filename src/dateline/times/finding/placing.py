"""Where the readings of a text stand."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from dateline.model import Span
from dateline.times.finding.candidates import windows
from dateline.times.finding.guards import holds
from dateline.times.finding.meanings import Reading, reader
from dateline.times.grammar.word_classes import OTHER, TOKEN, figures

# Fields of figures that are a year or a decade in texts on antiquity only.
_OF_ANTIQUITY = frozenset({"year3", "decade3"})
# What stands right before figures that belong to a code, and how far that is looked for.
_CODE_BEFORE = re.compile(r"[^\W\d_](?:\d+[-–])?\Z")
_CODE = 8


class Placed(NamedTuple):
    """A reading and where it stands: the start of its stretch, and its sentence."""

    offset: int
    sentence: int
    reading: Reading

    @property
    def start(self) -> int:
        """The first code point of the expression."""
        return self.offset + self.reading.start

    @property
    def end(self) -> int:
        """The code point behind the expression."""
        return self.offset + self.reading.end


def place(text: str, sentences: Sequence[Span], *, antiquity: bool = False) -> Iterator[Placed]:
    """What is read in the text, in order; years of three figures only in one on `antiquity`."""
    read, barren = reader().read, reader().barren
    symbol = reader().grammar.lexicon.__getitem__
    for low, high, index in windows(text, sentences, antiquity=antiquity):
        tokens = TOKEN.findall(text[low:high])
        symbols = "".join(map(symbol, tokens))
        offsets = list(accumulate(map(len, tokens), initial=low))
        position = 0
        for run in symbols.split(OTHER):
            if not run:
                position += 1
                continue
            after = position + len(run)
            if run not in barren:
                start = offsets[position]
                for reading in read(text[start : offsets[after]], tokens[position:after], run):
                    if _in_a_code(text, start + reading.start):
                        continue
                    if not (antiquity or _OF_ANTIQUITY.isdisjoint(reading.fields)):
                        continue
                    guard = reading.fields.get("guard")
                    if guard is None or holds(str(guard), text, start + reading.start, start + reading.end):
                        yield Placed(start, index, reading)
                    elif "otherwise" in reading.fields:
                        words = text[start + reading.start : start + reading.end]
                        yield Placed(start, index, reading.otherwise(words))
            position = after + 1


def _in_a_code(text: str, start: int) -> bool:
    """Whether figures from `start` on go on from a letter: "RXJ1131-1231" has no years."""
    return text[start].isdigit() and bool(_CODE_BEFORE.search(text, max(0, start - _CODE), start))


def rejoined(text: str, sentences: Sequence[Span]) -> Sequence[Span]:
    """`sentences`, those put together again that were cut after "p.m." or "Dec." with the day still to come."""
    joined: list[Span] = []
    before = 0
    ends = (*figures().ends_of_times, *figures().ends_of_months)
    for sentence in sentences:
        cut = before and text.endswith(ends, 0, before) and _was_cut(text, before, sentence.start)
        joined.append(Span(joined.pop().start, sentence.end) if cut else sentence)
        before = sentence.end
    return joined


def _was_cut(text: str, end: int, start: int) -> bool:
    """Whether what ends at `end` goes on at `start`: "at 10 p.m. | Wednesday", "Nov. 30-Dec. | 2"."""
    known = figures()
    if text.endswith(tuple(known.ends_of_months), 0, end):
        return text[start : start + 1].isdigit()
    return text[end:start] == " " and not text.startswith(tuple(known.starts_of_sentences), start)
