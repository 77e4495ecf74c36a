"""Quotation marks, paired over a whole article.

News quotes a long speech with an opening mark at each paragraph and a closing mark at the last alone; typists forget
marks, and straight marks do not tell their side. A quotation therefore never runs past the end of its line: an unclosed
one goes on in the next line when that opens with the same mark; else it ends where its line tells who said it, or with
the line.
"""

import re
from bisect import bisect_left
from typing import NamedTuple

from dateline.events.attribution.speech_words import QuotationMarks, quotation_marks, speech_tag
from dateline.events.parsing.parse import Parse
from dateline.languages import Language
from dateline.model import Span


class Quotation(NamedTuple):
    """A quoted stretch of one line, with its marks."""

    start: int
    """The opening mark."""
    end: int
    """One past the closing mark, or past the last character of the line when the mark is missing."""
    resumes: bool
    """Whether it goes on from the quotation before it: that one was left open and this one opens the next line."""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


# Characters before the end of an unclosed quotation in which "…, said Moreau" is looked for.
_LONGEST_TAIL = 1_000
# Code points that what is quoted over several lines has at most.
_LONGEST = 3_000
_SPACE = re.compile(r"\s*")
_LINE = re.compile(r"[^\n\r]+")


def quotations(language: Language, text: str) -> list[Quotation]:
    """The quotations of `text`, in order and without overlap; one within another is part of the outer one."""
    marks = quotation_marks(language)
    found: list[Quotation] = []
    left_open: str | None = None
    for line in _LINE.finditer(text):
        first, last = line.start(), line.end()
        while last > first and text[last - 1].isspace():
            last -= 1
        while first < last and text[first].isspace():
            first += 1
        if first == last:
            continue
        opened: str | None = None
        begin = first
        for match in marks.pattern.finditer(text, first, last):
            mark, at = match.group(), match.start()
            if opened is not None and mark in marks.closers[opened] and _closes(text, match.end(), mark, marks.single):
                found.append(Quotation(begin, match.end(), begin == first and left_open == opened))
                opened = None
            elif opened == mark and mark not in marks.sideless and (forgotten := _forgotten(language, text, begin, at)):
                found.append(Quotation(begin, forgotten, begin == first and left_open == opened))
                begin = at
            elif (
                opened is None
                and mark in marks.closers
                and (mark not in marks.sideless or _opens(text, at, match.end()))
            ):
                opened, begin = mark, at
        if opened is not None and opened not in marks.single:
            forgotten = None if _resumes(text, last, opened) else _forgotten(language, text, begin, last)
            found.append(Quotation(begin, forgotten or last, begin == first and left_open == opened))
            left_open = None if forgotten else opened
        else:
            left_open = None
    return found


def spoken(language: Language, text: str) -> list[Span]:
    """The quotations of `text`, one that its line leaves open with all lines up to the mark that closes it.

    Where each sentence has a line of its own, what somebody says in several of them runs over as many lines.
    """
    marks = quotation_marks(language)
    found: list[Span] = []
    for quotation in quotations(language, text):
        if found and quotation.start < found[-1].end:
            continue
        found.append(Span(quotation.start, _closed(text, quotation, marks) or quotation.end))
    return found


def _closed(text: str, quotation: Quotation, marks: QuotationMarks) -> int | None:
    """One past the mark in a later line that closes a quotation, if that is the next mark; else None."""
    opening = marks.pattern.match(text, quotation.start)
    if opening is None or text[quotation.end : quotation.end + 1] not in ("\n", "\r"):
        return None
    closers = marks.closers[opening.group()]
    if opening.group() in marks.single or text.endswith(tuple(closers), 0, quotation.end):
        return None
    for mark in marks.pattern.finditer(text, quotation.end, quotation.start + _LONGEST):
        if mark.group() in marks.single:
            continue
        is_behind_a_word = not text[mark.start() - 1].isspace() and not text[mark.end() : mark.end() + 1].isalnum()
        return mark.end() if mark.group() in closers and is_behind_a_word else None
    return None


def _forgotten(language: Language, text: str, begin: int, end: int) -> int | None:
    """Where a closing mark was forgotten: before the last stretch tells who said it."""
    told = speech_tag(language).search(text, max(begin, end - _LONGEST_TAIL), end)
    return told.end(1) if told else None


def _resumes(text: str, end: int, mark: str) -> bool:
    """Whether the next line with words opens with the mark."""
    space = _SPACE.match(text, end)
    return space is not None and text.startswith(mark, space.end())


def _opens(text: str, start: int, end: int) -> bool:
    """Whether a mark that does not tell its side stands at the head of a word."""
    before = text[start - 1] if start else " "
    return not before.isalnum() and before not in ".,!?" and end < len(text) and not text[end].isspace()


def _closes(text: str, end: int, mark: str, single: frozenset[str]) -> bool:
    """Whether a closing mark ends a quotation: an apostrophe within or at the head of a word does not."""
    return mark not in single or end == len(text) or not text[end].isalnum()


class Quoted(NamedTuple):
    """Which tokens of a parse stand in quotation marks."""

    number: list[int]
    """For every position the number of the quotation it stands in, or -1."""
    first: list[int]
    """For every quotation the position of its first token; its last plus one when no token of it was parsed."""
    last: list[int]
    """For every quotation the position of its last token."""
    resumes: list[bool]
    """For every quotation whether it goes on from the one before."""


def quoted(parse: Parse) -> Quoted:
    """The quotations of the article, as columns over its parsed tokens."""
    found = quotations(parse.language, parse.text)
    number = [-1] * len(parse)
    first = [bisect_left(parse.starts, quotation.start) for quotation in found]
    last = [bisect_left(parse.starts, quotation.end) - 1 for quotation in found]
    for index, (begin, end) in enumerate(zip(first, last, strict=True)):
        number[begin : end + 1] = [index] * (end + 1 - begin)
    return Quoted(number, first, last, [quotation.resumes for quotation in found])
