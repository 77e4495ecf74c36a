"""A text in, the spans of its sentences out, at skim speed: by sentencex (Wikimedia, MIT) and what news needs beside.

Titles, clock times and openers are the language's own (`text/sentences.toml`).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import sentencex

from dateline.languages import Language, made_once, opening
from dateline.model import Span
from dateline.text.characters import encodable
from dateline.text.words import word_list

# Characters handed to sentencex at once. Its time grows with the square of the open quotation marks in a stretch, so a
# stretch is bounded; no paragraph of any corpus we read is longer.
_STRETCH = 5_000

# The most characters of a sentence. In sixty files of news, what is longer is a list or a menu that lost its breaks;
# what looks around each of its dates would take time with the square of its length.
_LONGEST = 1_200

# Characters at the end of a sentence that are looked at for a title or a clock time.
_ENDING = 20
# Characters on either side of a stop in a short bracket, the code of a share or an abbreviation.
_CODE = 8
# Words from which a line that begins with a lower-case letter is the rest of a sentence and not a word of the page.
_REST_WORDS = 4

# What a line opens with that goes on behind a dash, what closes the one above, and what a word is torn apart behind.
_DASHES, _CLOSES, _APOSTROPHES = ("– ", "— "), '.!?:;…”"»)', "’'"

# Sentences of the opening, where a headline or a caption may stand above the lead on its line.
_OPENING = 3
# Letters of a common word that opens a sentence.
_SHORTEST_COMMON = 3
# Words that a headline or a caption has at least, and what follows it up to its full stop.
_FEWEST_ABOVE, _FEWEST_BEHIND = 3, 6
# A word, and one with a capital behind it.
_CAPITAL_BEHIND = re.compile(r"\b([A-Za-z’'-]*[a-z]|[A-Z]{2,}) ([A-Z][a-z]*)(?= (\w))")

# Spaces other than the plain one. Between a capital and a full stop (`Plan B .`) they make sentencex 1.0 panic, so it
# gets plain ones in their place.
_OTHER_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"

# What `str.splitlines` splits at.
_LINE_BREAKS = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"


class _Boundaries(NamedTuple):
    """What a language tells the end of a sentence by; described in `text/sentences.toml`."""

    titles: frozenset[str]
    clock: re.Pattern[str]
    of_the_clock: re.Pattern[str]
    unclosed: re.Pattern[str]
    """The first word behind a caption or a headline that no full stop closes, on the line of the next sentence."""
    never_a_rest: tuple[str, ...]
    elided: frozenset[str]
    """What stands behind the apostrophe of a word: the `s` of `it’s`."""
    articles: frozenset[str]
    lettered: frozenset[str]
    """Words that a letter follows which is no article."""
    named: re.Pattern[str]
    """A clause that opens with a name behind an article, up to its verb."""
    common: frozenset[str]
    """Words that have a capital nowhere but where a sentence opens."""
    hanging: frozenset[str]
    """Words that close no headline and no caption."""


def split(language: Language, text: str) -> list[Span]:
    """Cut `text` into sentences, in order, without the white space around them.

    Every line break ends a sentence, since news puts a paragraph on a line, but where the next line goes on in the
    middle of it. A full stop before a lower-case letter does not ("fell 3 pct. on Tues. after"), nor does one behind
    an abbreviated title or before the zone of a clock time. A list without a stop is cut at a space. The spans hold
    every character that is not white space.
    """
    text = encodable(text)
    if not text.isascii():
        for space in _OTHER_SPACES:
            text = text.replace(space, " ")
    boundaries = _boundaries(language)
    spans: list[Span] = []
    unclosed = boundaries.unclosed if boundaries.unclosed.search(text) else None
    next_line = 0
    # Stretches of a line are handed over one by one: across paragraph breaks sentencex loses characters.
    for line in text.splitlines(keepends=True):
        line_start, next_line = next_line, next_line + len(line)
        if line.isspace():
            continue
        first_of_line = len(spans)
        line_end = line_start + len(line.rstrip(_LINE_BREAKS))
        for start, end in _stretches(text, line_start, line_end, _STRETCH):
            position = start
            segments: Iterable[str] = sentencex.segment(language.tag, text[start:end])
            segments = _closed(segments, unclosed) if unclosed else segments
            if len(spans) < _OPENING:
                segments = _opened(boundaries, text, segments, _OPENING - len(spans))
            for segment in segments:
                sentence = segment.strip()
                if not sentence:
                    continue
                begin = text.index(sentence, position, end)
                position = begin + len(sentence)
                if (
                    _goes_on(boundaries, text, spans[-1], sentence)
                    if len(spans) > first_of_line
                    else _is_rest(boundaries, text, spans, begin, line_end)
                ):
                    spans[-1] = Span(spans[-1].start, position)
                else:
                    spans.append(Span(begin, position))
    return [piece for span in spans for piece in _of_bounded_length(text, span)]


def _closed(segments: Iterable[str], unclosed: re.Pattern[str]) -> Iterator[str]:
    """The segments, cut where a caption or a headline ends that no full stop closes."""
    for segment in segments:
        start = 0
        for found in unclosed.finditer(segment):
            if segment[segment.rfind(" ", 0, found.start() - 1) + 1].islower():
                yield segment[start : found.start()]
                start = found.start()
        yield segment[start:]


def _opened(boundaries: _Boundaries, text: str, segments: Iterable[str], number: int) -> Iterator[str]:
    """Segments, the first `number` cut where the lead begins behind a headline or a caption that nothing closes."""
    for order, segment in enumerate(segments):
        start = 0
        for found in _CAPITAL_BEHIND.finditer(segment) if order < number else ():
            above, behind = segment[start : found.start(2)], segment[found.start(2) :]
            if (
                found[1].lower() not in boundaries.hanging
                and len(above.split()) >= _FEWEST_ABOVE
                and len(behind.split()) >= _FEWEST_BEHIND
                and _opens(boundaries, text, found, behind)
            ):
                yield above
                start = found.start(2)
        yield segment[start:]


def _opens(boundaries: _Boundaries, text: str, found: re.Match[str], behind: str) -> bool:
    """Whether a word has its capital since it opens a sentence: `Town mourns sailors Rescuers have left.`

    A common word that the text sets so once more is part of a name there: `the ruling Workers party`.
    """
    before, word, after = found.groups()
    if not after.islower():
        return boundaries.named.match(behind) is not None
    if word in boundaries.articles:
        return before.lower() not in boundaries.lettered
    is_common = before.islower() and len(word) >= _SHORTEST_COMMON and word.lower() in boundaries.common
    return is_common and len(re.findall(rf"\b[a-z]+ {word}\b", text)) == 1


def _goes_on(boundaries: _Boundaries, text: str, before: Span, sentence: str) -> bool:
    """Whether what sentencex cut off belongs to the sentence before: behind `3 pct.`, `Ms.`, `(R-Wyo.)`, `11 a.m.`."""
    if _closes(text, before, sentence):
        return True
    if text[before.end - 1] == ")":
        return sentence[0].islower()
    if text[before.end - 1] != ".":
        return False
    ending = text[max(before.start, before.end - _ENDING) : before.end]
    return (
        sentence[0].islower()
        or ending.rpartition(" ")[2].lower() in boundaries.titles
        or (boundaries.of_the_clock.match(sentence) is not None and boundaries.clock.search(ending) is not None)
    )


def _closes(text: str, before: Span, sentence: str) -> bool:
    """Whether a bracket that is open goes on and is soon closed: the code of a share in `Zell Plc (ZEL. N) fell`."""
    ending = text[max(before.start, before.end - _CODE) : before.end]
    opened, closed = ending.rfind("("), sentence.find(")")
    return opened > ending.rfind(")") and 0 <= closed < _CODE and "(" not in sentence[:closed]


def _is_rest(boundaries: _Boundaries, text: str, spans: Sequence[Span], begin: int, end: int) -> bool:
    """Whether the line goes on in the middle of the sentence on the line right above it."""
    first, line = text[begin], text[begin:end]
    if not spans or text[spans[-1].end : begin] not in {"\n", "\r\n"}:
        return False
    if _closes(text, spans[-1], line):
        return True
    last = text[spans[-1].end - 1]
    if last in _APOSTROPHES and line.split(maxsplit=1)[0] in boundaries.elided:
        return True
    if line.startswith(_DASHES):
        # "It was not until May that she – even then", and on the next line "– agreed to speak"; no item of a list.
        above = spans[-1].of(text)
        is_item = above.startswith(_DASHES) or above.count(" ") + 1 < _REST_WORDS
        return line[2:3].islower() and last not in _CLOSES and not is_item
    if not (first.islower() or first in ",;"):
        return False
    if line.count(" ") + 1 < _REST_WORDS or line.startswith(boundaries.never_a_rest):
        return False
    return first.islower() or line[1:2] == " "


def _of_bounded_length(text: str, sentence: Span) -> Iterable[Span]:
    """A sentence, in pieces where it is a list."""
    if sentence.end - sentence.start <= _LONGEST:
        return (sentence,)
    pieces = _stretches(text, sentence.start, sentence.end, _LONGEST)
    return [
        Span(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()))
        for start, end in pieces
        if not (piece := text[start:end]).isspace()
    ]


def _stretches(text: str, start: int, end: int, longest: int) -> Sequence[tuple[int, int]]:
    """Cut a line into stretches of at most `longest` characters, at a space where there is one."""
    cuts: list[tuple[int, int]] = []
    while end - start > longest:
        cut = text.rfind(" ", start, start + longest) + 1
        if cut <= start:
            cut = start + longest
        cuts.append((start, cut))
        start = cut
    return [*cuts, (start, end)]


@made_once
def _boundaries(language: Language) -> _Boundaries:
    path = "text/sentences.toml"
    settings = language.settings(path)
    lettered = "".join(f"(?<!{word} .)" for word in settings["lettered"].split())
    # Behind two letters in lower case, and before a word in lower case.
    openers = opening(settings["openers"].split(), f"(?<=[a-z]{{2}} .){lettered}")
    return _Boundaries(
        titles=language.words(path, "titles"),
        clock=language.pattern(path, "clock"),
        of_the_clock=language.pattern(path, "of_the_clock"),
        unclosed=re.compile(rf"{openers}(?= [a-z0-9])"),
        never_a_rest=tuple(settings["never_a_rest"]),
        elided=language.words(path, "elided"),
        articles=frozenset(settings["articles"].split()),
        lettered=language.words(path, "lettered"),
        named=language.pattern(path, "named"),
        common=word_list(language, "common_words") - language.words(path, "ranks"),
        hanging=language.words(path, "hanging"),
    )
