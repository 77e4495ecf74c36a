"""Sentence boundaries at skim speed, by sentencex (Wikimedia, MIT)."""

import re
from collections.abc import Iterator

import sentencex

from dateline.model import Span
from dateline.text.words import word_list

# Characters handed to sentencex at once. Its time grows with the square of the open quotation marks in a stretch, so a
# stretch is bounded; no paragraph of any corpus we read is longer.
_STRETCH = 5_000

_SURROGATE = re.compile("[\ud800-\udfff]")
# Characters of an abbreviated title at most, with the space before it.
_LONGEST_TITLE = 10

_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]*\S[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]*")


def split(text: str, language: str = "en") -> list[Span]:
    """Cut `text` into sentences, in order, without the white space around them.

    Every line break ends a sentence, since news puts a paragraph on a line. A full stop before a lower-case letter
    does not ("fell 3 pct. on Tues. after"), nor does one behind an abbreviated title. The spans hold every character
    that is not white space.
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        text = _SURROGATE.sub("\ufffd", text)  # which sentencex refuses; one for one, so that offsets stay
    spans: list[Span] = []
    # Stretches of a line are handed over one by one: across paragraph breaks sentencex loses characters.
    for line in _LINE.finditer(text):
        first_of_line = len(spans)
        for start, end in _stretches(text, line.start(), line.end()):
            position = start
            for segment in sentencex.segment(language, text[start:end]):
                sentence = segment.strip()
                if not sentence:
                    continue
                begin = text.index(sentence, position)
                position = begin + len(sentence)
                if len(spans) > first_of_line and _goes_on(text, spans[-1], sentence):
                    spans[-1] = Span(spans[-1].start, position)
                else:
                    spans.append(Span(begin, position))
    return spans


def _goes_on(text: str, before: Span, sentence: str) -> bool:
    """Whether what sentencex cut off belongs to the sentence before: behind `3 pct.`, behind `Ms.`."""
    if text[before.end - 1] != ".":
        return False
    last = text[max(before.start, before.end - _LONGEST_TITLE) : before.end].rpartition(" ")[2].lower()
    return sentence[0].islower() or last in word_list("titles")


def _stretches(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a line into stretches of bounded length, at a space where there is one."""
    while end - start > _STRETCH:
        cut = text.rfind(" ", start, start + _STRETCH) + 1
        if cut <= start:
            cut = start + _STRETCH
        yield start, cut
        start = cut
    yield start, end
