"""Sentences in, the blocks out that a heading keeps apart from the story: by the heading's words and the lines' shape.

A heading is a short line that no full stop closes. What it governs is told by its kind: headlines of other articles go
on as long as the lines are such, a note on the writer has its paragraph, remarks of readers run to the end. Where the
shape of the lines says nothing else, what is below is the story: a page's list is often lost, and its heading left.
"""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from dateline.languages import Language, made_once
from dateline.model import Span

_PATH = "text/headings.toml"

# Characters of the longest heading.
_LONGEST = 60
# Characters of the longest headline, and words of one that a question mark or a quotation closes.
_HEADLINE, _HEADLINE_WORDS = 150, 15
# Lines below a heading to the end of the text that may all be teasers though full stops close them.
_TEASERS = 10
# Closed sentences of a story above the remarks of readers, which a menu does not have above it; where the words below
# are those of readers, one is enough.
_STORY = 5
# Sentences below a heading that are looked at for the words of readers.
_LOOKED_AT = 3
# Characters of a label and what parts it from what it labels, at most.
_LABEL = 45

_CLOSED = '.!?"”…'
# And marks of quotation that stand behind one of these.
_QUOTES = "'’)]"
_AROUND = re.compile(r"^[^\w(]+|[^\w)]+$")
_BULLET = re.compile(r"(?:[*•▪►▶»→·–—-]|\d{1,2}[.)])\s")
_WORD = re.compile(r"[\w'’-]+")
_QUOTED = re.compile(r"[\"“][^\"”]*[\"”]")
_LABELLED = re.compile(r"([^\n:|>»]{2,40}?)(?:: |:(?=[\"“‘A-Z])| ?[|>»] ?| [–—-] )(?=\S)")


class Kind(StrEnum):
    """What a heading stands above."""

    LIST = "list"
    PICTURES = "pictures"
    WRITER = "writer"
    REMARKS = "remarks"
    CALL = "call"
    NOTE = "note"


class Block(NamedTuple):
    """A heading with what it governs."""

    first: int
    """Number of the heading's sentence."""
    last: int
    """Number of the last sentence that it governs; its own where it governs none."""
    kind: Kind


class Label(NamedTuple):
    """A heading at the head of the line that it governs."""

    kind: Kind
    end: int
    """Where what it labels begins."""


class _Words(NamedTuple):
    """What headings are told by; described in `text/headings.toml`."""

    kinds: tuple[tuple[Kind, re.Pattern[str]], ...]
    navigates: re.Pattern[str]
    named: re.Pattern[str]
    goes_on: tuple[str, ...]
    own: frozenset[str]
    reader: frozenset[str]


@made_once
def _words(language: Language) -> _Words:
    data = language.settings(_PATH)

    def any_of(patterns: Sequence[str]) -> re.Pattern[str]:
        whole = "|".join(patterns) or "(?!)"
        for name, part in data["parts"].items():
            whole = whole.replace(f"{{{name}}}", part)
        return re.compile(whole)

    return _Words(
        kinds=tuple((kind, any_of(data[kind]["whole"])) for kind in Kind),
        navigates=re.compile(data["list"]["navigates"]),
        named=re.compile(data["writer"]["named"]),
        goes_on=tuple(data["writer"]["goes_on"]),
        own=frozenset(data["remarks"]["own"]),
        reader=frozenset(data["call"]["reader"]),
    )


def label(language: Language, text: str, start: int, end: int) -> Label | None:
    """The heading that a sentence opens with, before a colon, a stroke or a dash: `Also read: Minister quits`."""
    stop = min(end, start + _LABEL)
    if not _has_mark(text, start, stop):
        return None
    found = _LABELLED.match(text, start, stop)
    if found is None:
        return None
    words = _words(language)
    kind = _kind(words, found[1])
    if kind is None or kind is Kind.REMARKS:
        return None
    is_closed = _is_closed(text, end)
    if is_closed and end - start > _HEADLINE and kind is not Kind.NOTE:
        return None
    dashed = found[0].rstrip()[-1] in "–—-"
    if is_closed and kind is Kind.LIST and (dashed or not words.navigates.fullmatch(_plain(found[1]))):
        return None
    return None if dashed and is_closed and kind is not Kind.PICTURES else Label(kind, found.end())


def _has_mark(text: str, start: int, stop: int) -> bool:
    """Whether a mark that parts a label stands in a stretch: told by searches that cost less than a pattern."""
    find = text.find
    return (
        find(":", start, stop) >= 0
        or find("|", start, stop) >= 0
        or find(" – ", start, stop) >= 0
        or find(" — ", start, stop) >= 0
        or find(" - ", start, stop) >= 0
        or find("»", start, stop) >= 0
        or find(">", start, stop) >= 0
    )


def blocks(language: Language, text: str, sentences: Sequence[Span]) -> Iterator[Block]:
    """The headings that stand alone on a line, each with what it governs, in text order and apart."""
    short = [n for n, (start, end) in enumerate(sentences) if end - start <= _LONGEST and text[end - 1] not in _CLOSED]
    last = -1
    for number in short:
        start, end = sentences[number]
        if number <= last or _is_closed(text, end) or not _is_alone(text, start, end):
            continue
        words = _words(language)
        if kind := _kind(words, text[start:end]):
            last = _governed(words, _Lines(text, sentences), number, kind)
            yield Block(number, last, kind)


def _is_closed(text: str, end: int) -> bool:
    """Whether a mark closes the sentence that ends there."""
    return text[end - 1] in _CLOSED or (text[end - 1] in _QUOTES and text[end - 2] in _CLOSED)


def _is_alone(text: str, start: int, end: int) -> bool:
    """Whether nothing else stands on the line of a sentence."""
    return text[end : end + 1] in ("", "\n", "\r") and not text[text.rfind("\n", 0, start) + 1 : start].strip()


def _kind(words: _Words, written: str) -> Kind | None:
    plain = _plain(written)
    for kind, pattern in words.kinds:
        if pattern.fullmatch(plain):
            return kind
    return Kind.WRITER if words.named.fullmatch(_AROUND.sub("", written)) else None


def _is_named(words: _Words, lines: "_Lines", heading: int) -> bool:
    """Whether the paragraph below `About Meridian Corp` is on whom it names."""
    named = words.named.fullmatch(_AROUND.sub("", lines.text[slice(*lines.sentences[heading])]))
    return named is None or lines.text.startswith(named[1], lines.sentences[heading + 1].start)


def _plain(written: str) -> str:
    return " ".join(_AROUND.sub("", written).replace("’", "'").lower().split())


class _Lines:
    """The sentences of a text as lines and paragraphs."""

    def __init__(self, text: str, sentences: Sequence[Span]) -> None:
        self.text, self.sentences = text, sentences
        self.are_apart = "\n\n" in text or "\n\r\n" in text
        """Whether a blank line stands between paragraphs."""

    def breaks(self, number: int) -> int:
        """Line breaks before a sentence."""
        return self.text.count("\n", self.sentences[number - 1].end, self.sentences[number].start)

    def last_of_line(self, number: int) -> int:
        """Number of the last sentence on the line of one."""
        while number + 1 < len(self.sentences) and not self.breaks(number + 1):
            number += 1
        return number

    def last_of_block(self, number: int) -> int:
        """Number of the last sentence before the next blank line."""
        while number + 1 < len(self.sentences) and self.breaks(number + 1) < 2:
            number += 1
        return number

    def is_headline(self, number: int, last: int) -> bool:
        """Whether the line of these sentences has the form of a headline: of one, short, with no full stop."""
        start, end = self.sentences[number].start, self.sentences[last].end
        if _BULLET.match(self.text, start):
            return end - start <= _HEADLINE
        if number != last or end - start > _HEADLINE:
            return False
        ending = self.text[end - 1]
        return ending not in _CLOSED or (ending != "." and self.text.count(" ", start, end) < _HEADLINE_WORDS)

    def words(self, number: int) -> set[str]:
        """The words of a sentence, as written, without what is quoted."""
        return set(_WORD.findall(_QUOTED.sub(" ", self.text[slice(*self.sentences[number])])))


def _governed(words: _Words, lines: _Lines, heading: int, kind: Kind) -> int:
    """The number of the last sentence that a heading governs."""
    if heading + 1 == len(lines.sentences):
        return heading
    below = lines.are_apart and lines.breaks(heading + 1) == 1
    if kind is Kind.REMARKS:
        return len(lines.sentences) - 1 if _are_remarks(words, lines, heading + 1) else heading
    if kind is Kind.LIST:
        return lines.last_of_block(heading + 1) if below else _headlines(lines, heading)
    if kind is Kind.PICTURES:
        return lines.last_of_block(heading + 1) if below else heading
    if kind is Kind.CALL:
        last = lines.last_of_line(heading + 1)
        return last if not words.reader.isdisjoint({w.lower() for w in lines.words(heading + 1)}) else heading
    if kind is Kind.WRITER and not _is_named(words, lines, heading):
        return heading
    last = lines.last_of_block(heading + 1) if lines.are_apart else lines.last_of_line(heading + 1)
    while kind is Kind.WRITER and last + 1 < len(lines.sentences):
        opening = lines.text[lines.sentences[last + 1].start :][:_LONGEST].lower()
        if not opening.startswith(words.goes_on):
            break
        last = lines.last_of_line(last + 1)
    return last


def _headlines(lines: _Lines, heading: int) -> int:
    """The number of the last of the headlines below a heading; that of the heading where there is none."""
    last = heading
    while last + 1 < len(lines.sentences):
        end = lines.last_of_line(last + 1)
        if not lines.is_headline(last + 1, end):
            break
        last = end
    return _teasers(lines, heading) if last == heading and not lines.are_apart else last


def _teasers(lines: _Lines, heading: int) -> int:
    """The last sentence of a text whose few lines below a heading are all short; the heading where they are not."""
    last, count = heading, 0
    while last + 1 < len(lines.sentences):
        first, last = last + 1, lines.last_of_line(last + 1)
        count += 1
        if count > _TEASERS or lines.sentences[last].end - lines.sentences[first].start > _HEADLINE:
            return heading
    return last if count > 1 else heading


def _are_remarks(words: _Words, lines: _Lines, first: int) -> bool:
    """Whether what is below a heading is what readers say: a story stands above it, or they speak for themselves."""
    closed = sum(_is_closed(lines.text, end) for _, end in lines.sentences[:first])
    if closed >= _STORY:
        return True
    looked_at = range(first, min(first + _LOOKED_AT, len(lines.sentences)))
    return closed > 0 and any(not words.own.isdisjoint(lines.words(number)) for number in looked_at)
