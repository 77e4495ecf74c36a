"""A text in, its time expressions out: where each stands, and what its words mean."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from dateline.languages import Language
from dateline.model import Span
from dateline.times.finding.candidates import windows
from dateline.times.finding.guards import holds
from dateline.times.finding.meanings import Meaning, reader
from dateline.times.finding.names import Persons, is_part_of_a_name
from dateline.times.grammar.word_classes import OTHER, SAME, Figures, figures

# A run of symbols that rules can use, and what is known of one that was never read.
_RUN = re.compile(f"[^{OTHER}{SAME}][^{OTHER}]*")
_UNREAD: Mapping[str, Sequence[Meaning]] = {}
# What stands right before figures that belong to a code, and how far that is looked for.
_CODE_BEFORE = re.compile(r"[^\W\d_](?:\d+[-–])?\Z|(?<![A-Za-z])(?!FY|CY)[A-Z]{1,2}-\Z")
_CODE = 8
# The number of an act of law, which is of a year: "Directive 2009/28/EC", "Regulation 2016/679".
_NUMBERED_ACT = re.compile(r"(?<![\w/])\d{4}/(?:\d{1,4}/[A-Z]\w*|\d{3}\b|\d{5,})")
_LONGEST_ACT = 16


class Placed(NamedTuple):
    """A time expression: the start of its stretch, the number of its sentence, and its meaning."""

    offset: int
    sentence: int
    meaning: Meaning

    @property
    def start(self) -> int:
        """The first code point of the expression."""
        return self.offset + self.meaning.start

    @property
    def end(self) -> int:
        """The code point behind the expression."""
        return self.offset + self.meaning.end


def place(language: Language, text: str, sentences: Sequence[Span], *, antiquity: bool = False) -> Iterator[Placed]:
    """The expressions of the text, in order; years of three figures only in one on `antiquity`."""
    stretches = reader(language)
    symbols_of, known = stretches.grammar.lexicon.symbols, stretches.known
    persons = Persons(language, text)
    for low, high, index in windows(language, text, sentences, antiquity=antiquity):
        for run in _RUN.finditer(symbols_of(text[low:high]), 0, high - low):
            symbols = run[0].replace(SAME, "")
            by_words = known.get(symbols, _UNREAD)
            if by_words is None:
                continue
            start, end = low + run.start(), low + run.end()
            meanings = by_words.get(text[start:end])
            if meanings is None:
                meanings = stretches.read(text, start, end, high, symbols)
                counts = [
                    meaning.figures
                    for meaning in meanings
                    if meaning.figures is not None and not _is_year(language, text, start, meaning, antiquity=antiquity)
                ]
                if counts:
                    meanings = stretches.read_counting(text, start, end, high, symbols, counts)
            for meaning in meanings:
                first, last = start + meaning.start, start + meaning.end
                if _in_a_code(text, first) or ("decade3" in meaning.fields and not antiquity):
                    continue
                named_day = meaning.rule in stretches.named_days
                if is_part_of_a_name(language, text, first, last, meaning, named_day=named_day):
                    continue
                if "month" in meaning.fields and persons.has(first, last, meaning):
                    continue
                guard = meaning.fields.get("guard")
                if guard is None or holds(language, str(guard), text, first, last):
                    yield Placed(start, index, meaning)
                elif "otherwise" in meaning.fields:
                    yield Placed(start, index, meaning.otherwise(text[first:last]))


def _is_year(language: Language, text: str, offset: int, meaning: Meaning, *, antiquity: bool) -> bool:
    """Whether figures that mostly count something are a year: "14 October 476." but not "14 October, 476 people".

    Three figures are one in a text on antiquity, or at the end of a whole date.
    """
    start = offset + (meaning.figures or 0)
    end = start + (3 if "year3" in meaning.fields else 4)
    if "year3" not in meaning.fields:
        return holds(language, "whole_year", text, start, end)
    if not {"day", "month"} <= meaning.fields.keys():
        return antiquity
    return holds(language, "antiquity" if antiquity else "whole_year", text, start, end)


def _in_a_code(text: str, start: int) -> bool:
    """Whether figures from `start` on go on from a letter, or number a law: "RXJ1131-1231" has no years."""
    if not text[start].isdigit():
        return False
    if _CODE_BEFORE.search(text, max(0, start - _CODE), start):
        return True
    act = _NUMBERED_ACT.search(text, max(0, start - len("2009/")), start + _LONGEST_ACT)
    return act is not None and act.start() <= start < act.end()


def rejoined(language: Language, text: str, sentences: Sequence[Span]) -> Sequence[Span]:
    """`sentences`, those put together again that were cut after "p.m." or "Dec." with the day still to come."""
    beside = figures(language)
    ends = beside.ends_of_times + beside.ends_of_months
    joined: list[Span] = []
    before = 0
    for sentence in sentences:
        cut = before and text.endswith(ends, 0, before) and _was_cut(beside, text, before, sentence.start)
        joined.append(Span(joined.pop().start, sentence.end) if cut else sentence)
        before = sentence.end
    return joined


def _was_cut(beside: Figures, text: str, end: int, start: int) -> bool:
    """Whether what ends at `end` goes on at `start`: "at 10 p.m. | Wednesday", "Nov. 30-Dec. | 2"."""
    if text.endswith(beside.ends_of_months, 0, end):
        return text[start : start + 1].isdigit()
    return text[end:start] == " " and not text.startswith(beside.starts_of_sentences, start)
