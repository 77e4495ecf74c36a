"""Sentence boundaries at skim speed, by sentencex (Wikimedia, MIT)."""

import re
from collections.abc import Iterable, Iterator, Sequence

import sentencex

from dateline.model import Span
from dateline.text.words import encodable, word_list

# Characters handed to sentencex at once. Its time grows with the square of the open quotation marks in a stretch, so a
# stretch is bounded; no paragraph of any corpus we read is longer.
_STRETCH = 5_000

# Characters of an abbreviated title at most, with the space before it.
_LONGEST_TITLE = 10
# `11 a.m.` goes on with the zone or the day it is told in.
_CLOCK = re.compile(r"\d ?[ap]\.m\.\Z")
_OF_THE_CLOCK = re.compile(
    r"(?:[A-Z]{1,3}T|GMT|UTC|Eastern|Central|Mountain|Pacific|local|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
# A caption or a headline that no full stop closes, on the line of the sentence behind it: `in the rubble The army`.
# Prose never sets such a word so: of the 256 articles of TimeBank and AQUAINT none does.
_UNCLOSED = re.compile(
    r" (?=[A-Z])(?<=[a-z]{2} )"
    r"(?=(?:The|But|When|Up|On|In|At|She|It|They|This|If|For|As|After|An|While|There|Her|Their) [a-z0-9])"
)
# Words from which a line that begins with a lower-case letter is the rest of a sentence and not a word of the page.
_REST_WORDS = 4

# What `str.splitlines` splits at.
_LINE_BREAKS = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"


def split(text: str, language: str = "en") -> list[Span]:
    """Cut `text` into sentences, in order, without the white space around them.

    Every line break ends a sentence, since news puts a paragraph on a line, but where the next line goes on in the
    middle of it. A full stop before a lower-case letter does not ("fell 3 pct. on Tues. after"), nor does one behind
    an abbreviated title or before the zone of a clock time. The spans hold every character that is not white space.
    """
    text = encodable(text)
    spans: list[Span] = []
    has_unclosed = _UNCLOSED.search(text) is not None
    next_line = 0
    # Stretches of a line are handed over one by one: across paragraph breaks sentencex loses characters.
    for line in text.splitlines(keepends=True):
        line_start, next_line = next_line, next_line + len(line)
        if line.isspace():
            continue
        first_of_line = len(spans)
        line_end = line_start + len(line.rstrip(_LINE_BREAKS))
        for start, end in _stretches(text, line_start, line_end):
            position = start
            segments = sentencex.segment(language, text[start:end])
            for segment in _closed(segments) if has_unclosed else segments:
                sentence = segment.strip()
                if not sentence:
                    continue
                begin = text.index(sentence, position, end)
                position = begin + len(sentence)
                on_this_line = len(spans) > first_of_line
                if _goes_on(text, spans[-1], sentence) if on_this_line else _is_rest(text, spans, begin, line_end):
                    spans[-1] = Span(spans[-1].start, position)
                else:
                    spans.append(Span(begin, position))
    return spans


def _closed(segments: Iterable[str]) -> Iterator[str]:
    """The segments, cut where a caption or a headline ends that no full stop closes."""
    for segment in segments:
        start = 0
        for found in _UNCLOSED.finditer(segment):
            if segment[segment.rfind(" ", 0, found.start()) + 1].islower():
                yield segment[start : found.end()]
                start = found.end()
        yield segment[start:]


def _goes_on(text: str, before: Span, sentence: str) -> bool:
    """Whether what sentencex cut off belongs to the sentence before: behind `3 pct.`, `Ms.`, `(R-Wyo.)`, `11 a.m.`."""
    if text[before.end - 1] == ")":
        return sentence[0].islower()
    if text[before.end - 1] != ".":
        return False
    ending = text[max(before.start, before.end - _LONGEST_TITLE) : before.end]
    return (
        sentence[0].islower()
        or ending.rpartition(" ")[2].lower() in word_list("titles")
        or (ending.endswith("m.") and _CLOCK.search(ending) is not None and _OF_THE_CLOCK.match(sentence) is not None)
    )


def _is_rest(text: str, spans: Sequence[Span], begin: int, end: int) -> bool:
    """Whether the line goes on in the middle of the sentence on the line right above it."""
    first = text[begin]
    if not (first.islower() or first in ",;") or not spans or text[spans[-1].end : begin] not in {"\n", "\r\n"}:
        return False
    line = text[begin:end]
    if line.count(" ") + 1 < _REST_WORDS or line.startswith("by "):
        return False
    return first.islower() or line[1:2] == " "


def _stretches(text: str, start: int, end: int) -> Sequence[tuple[int, int]]:
    """Cut a line into stretches of bounded length, at a space where there is one."""
    cuts: list[tuple[int, int]] = []
    while end - start > _STRETCH:
        cut = text.rfind(" ", start, start + _STRETCH) + 1
        if cut <= start:
            cut = start + _STRETCH
        cuts.append((start, cut))
        start = cut
    return [*cuts, (start, end)]
