"""A text and its sentences in, what of it is not the story out: captions, credits, bylines, page furniture, notes.

A false skip loses news, so a sentence is skipped only for words that news does not open with, or for a mark
(`REUTERS/Ann Lee`, `Photograph: Omar Haddad/EPA`) that news does not hold. The words are the language's own
(`text/furniture.toml`), the marks are those of `stamps.py`; here is how far each reaches.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from dateline.languages import Language, alternatives, made_once
from dateline.model import Skip, SkipKind, Span
from dateline.text import headings, notes, writers
from dateline.text.headings import Kind
from dateline.text.stamps import NAME, Marks, Reach, expression, marks

# A caption or a correction note takes its whole line when the line is a paragraph of its own: no longer than this, in
# characters and sentences. The longest caption seen in the development corpora has 640 characters; web-crawled text can
# set a whole article in one line.
_PARAGRAPH = 700
_PARAGRAPH_SENTENCES = 4
# A sentence that opens like furniture is none when it is as long as this, in characters.
_FURNITURE_LENGTH = 400
# Readers' comments begin below so many closed sentences at least, which a menu above a story does not have. So it is in
# 192 of the 195 articles with comments in the development corpora; in 30 looked at, no story stood below them.
_STORY_SENTENCES = 5
# Characters of the longest sentence that is nothing but a word of the page.
_PAGE_WORD = 40
# Characters by which the phrases that a sentence may open with are looked up.
_KEY = 3
# Characters of the longest phrase that a sentence is known by, and of the longest stamp.
_LONGEST_PHRASE, _STAMP = 60, 90
# What stands before a line, and before such a phrase.
_LINE_START = "\n\r"
_BEFORE = " ([*•▪►▶»→–—-"
# A correction note that ends so only announces what the next sentence corrects: `Correction:`, `… amended on 3 May.`
_ANNOUNCES = re.compile(r"(?::|\b(?:[A-Z]\w+|\d+)\.?)\Z")

_KINDS = (SkipKind.CAPTION, SkipKind.CREDIT, SkipKind.BYLINE, SkipKind.FURNITURE, SkipKind.CORRECTION_NOTE)


class _Wording(NamedTuple):
    """What a language tells furniture by; described in `text/furniture.toml`."""

    opens: dict[str, "_Openings"]
    """By its first characters, in small letters: what a sentence of any of the kinds begins with."""
    whole: dict[str, SkipKind]
    """Letters of a sentence → why it is skipped."""
    signs: re.Pattern[str]
    captions: re.Pattern[str]
    told: re.Pattern[str]
    dated: tuple[re.Pattern[str], ...]
    """The date that closes a caption: `…, Friday, April 27, 2018`."""
    in_time: re.Pattern[str]
    """Verbs of a report, which tells what was or will be; a caption is in the present."""
    closes: tuple[str, ...]
    labels: re.Pattern[str]
    labelled: frozenset[str]
    """The first characters of signs and labels, in small letters."""
    slide: re.Pattern[str]
    """The number of a picture among so many, before its caption: `16/30 The launch`, `1 of 41 The launch`."""
    any_slide: tuple[re.Pattern[str], ...]
    """What such a number holds, quicker to find."""
    live_stamp: re.Pattern[str]
    stamped: frozenset[str]
    """What tells that an article was published or changed: `updated`."""
    stamp_keys: frozenset[str]
    """The first characters of these."""
    times: frozenset[str]
    """What stands beside it in a stamp: months, weekdays, zones."""
    byline_begins: tuple[str, ...]
    byline: re.Pattern[str]
    byline_before_story: re.Pattern[str]
    between_names: frozenset[str]
    not_names: frozenset[str]
    marks: Marks


class _Openings:
    """What sentences of the same first characters begin with, and why such a sentence is skipped."""

    def __init__(self, kinds: Mapping[str, SkipKind]) -> None:
        self._kinds = sorted(kinds.items(), key=lambda phrase: -len(phrase[0]))
        self._phrases = tuple(kinds)

    def of(self, lower: str) -> tuple[str, SkipKind] | None:
        """The longest phrase that a sentence in small letters begins with, up to the end of a word."""
        if lower.startswith(self._phrases):
            for phrase, why in self._kinds:
                if lower.startswith(phrase) and not (phrase[-1].isalnum() and lower[len(phrase) :][:1].isalnum()):
                    return phrase, why
        return None


@made_once
def _wording(language: Language) -> _Wording:
    data = language.settings("text/furniture.toml")
    phrases: dict[str, dict[str, SkipKind]] = {}
    for why in reversed(_KINDS):
        for phrase in (*data[why].get("opens", ()), *data[why].get("closes", ())):
            phrases.setdefault(phrase[:_KEY], {})[phrase] = why
    slides = ["/", *(f" {word} " for word in data["caption"]["slides"])]
    return _Wording(
        opens={key: _Openings(kinds) for key, kinds in phrases.items()},
        whole={_letters(words): why for why in _KINDS for words in data[why].get("is", ())},
        signs=_phrases(data["credit"]["signs"]),
        captions=_phrases(data["caption"]["labels"]),
        told=_phrases(data["caption"]["told"]),
        dated=tuple(map(re.compile, data["caption"]["dated"])),
        in_time=re.compile(data["caption"]["in_time"]),
        closes=tuple(data["furniture"]["closes"]),
        labels=_phrases(data["furniture"]["label"]),
        labelled=frozenset(phrase[:_KEY].lower() for phrase in (*data["credit"]["signs"], *data["furniture"]["label"])),
        slide=re.compile(rf"(?:(?<=\s)|^)(\d{{1,3}}){alternatives(slides)}(\d{{1,3}}) (?=[A-Z0-9])"),
        any_slide=tuple(re.compile(rf"{re.escape(between)}(?<=\d{re.escape(between)})(?=\d)") for between in slides),
        live_stamp=re.compile(data["furniture"]["live_stamp"]),
        stamped=frozenset(data["furniture"]["stamped"]),
        stamp_keys=frozenset(word[:_KEY] for word in data["furniture"]["stamped"]),
        times=frozenset(data["furniture"]["times"]),
        byline_begins=tuple(data["byline"]["begins"]),
        byline=expression(language, data["byline"]["whole"]),
        byline_before_story=expression(language, data["byline"]["before_story"]),
        between_names=frozenset(data["credit"]["between"]),
        not_names=frozenset(data["byline"]["not_names"]),
        marks=marks(language),
    )


def _phrases(phrases: Sequence[str]) -> re.Pattern[str]:
    """Matches any of the phrases, up to the end of a word; never where there are none."""
    words = "|".join(re.escape(phrase) + (r"(?!\w)" if phrase[-1].isalnum() else "") for phrase in phrases)
    return re.compile(words or "(?!)", re.IGNORECASE)


# Pictures of one series that must be there before the numbers are taken for those of slides.
_SERIES = 3
_LABELLED_NAME = re.compile(rf"[A-Za-z]+: {NAME}(?: {NAME})?(?= [A-Z0-9\"“])")
_WORD = re.compile(r"[\w'’.\-]+")
# What parts a byline from a stamp.
_PARTS = re.compile(r" *[|•·,;–—/-] *(?=[A-Z])|(?<=\w) +(?=(?:Updated|Published|Posted)\b)")
_LETTERS = re.compile(r"[^\W\d_]+")


def find(language: Language, text: str, sentences: Sequence[Span], known: Sequence[Skip] = ()) -> tuple[Skip, ...]:
    """What of `text` is not the story, in text order, without overlaps.

    `sentences` are those of `sentences.split`, all or only those of the story: nothing is looked for outside them.
    `known` is what is skipped already (header, dateline), in text order and apart: it is kept in the result as it is,
    and what is found gives way to it.
    """
    wording = _wording(language)
    found = [
        *_by_sentence(language, wording, text, sentences),
        *_blocks(language, text, sentences),
        *_by_mark(wording, text, sentences),
        *_slides(wording, text, sentences),
        *_dated_captions(wording, text, sentences),
    ]
    aside = [skip.span for skip in found]
    bylines = [skip.span.of(text) for skip in (*known, *found) if skip.why is SkipKind.BYLINE]
    found += (Skip(*span, SkipKind.FURNITURE) for span in writers.notes(language, text, sentences, bylines, aside))
    found.sort(key=lambda skip: (skip.start, -skip.end))
    merged: list[Skip] = []
    for skip in found:
        if merged and skip.start < merged[-1].end:
            last = merged[-1]
            merged[-1] = Skip(last.start, max(last.end, skip.end), last.why)
        else:
            merged.append(skip)
    return tuple(sorted((*known, *_outside(text, merged, known)), key=lambda skip: skip.start))


def _outside(text: str, found: Sequence[Skip], known: Sequence[Skip]) -> Iterator[Skip]:
    """What is left of each when the known stretches are cut out, without the white space around it."""
    for skip in found:
        cuts = [other for other in known if skip.span.overlaps(other.span)]
        bounds = [skip.start, *(edge for other in cuts for edge in (other.start, other.end)), skip.end]
        for start, end in zip(bounds[::2], bounds[1::2], strict=True):
            words = text[start:end].strip() if start < end else ""
            if words:
                begin = text.index(words, start)
                yield Skip(begin, begin + len(words), skip.why)


def _by_sentence(language: Language, wording: _Wording, text: str, sentences: Sequence[Span]) -> Iterator[Skip]:
    """Sentences that open as no news does, or hold nothing but a word of the page."""
    opens = wording.opens
    closed = 0  # sentences so far that are closed by a mark, as those of a story are and those of a menu are not
    for index, (start, end) in enumerate(sentences):
        key = text[start : start + _KEY].lower()
        first = key[0]
        may_open = key in opens or not first.isalnum()
        if may_open and (opening := _opening(wording, text, key, start, end)):
            phrase, why = opening
            if phrase in wording.closes and closed >= _STORY_SENTENCES:
                yield Skip(start, sentences[-1].end, why)
                return
            if why is SkipKind.CORRECTION_NOTE:
                yield from _note(language, text, sentences, index)
            elif why is not SkipKind.FURNITURE or end - start < _FURNITURE_LENGTH:
                yield Skip(start, _reach(text, sentences, index, why), why)
        elif end - start <= _PAGE_WORD and (reason := _word_of_the_page(wording, text, start, end)):
            yield Skip(start, end, reason)
            caption = _start_of_paragraph(text, sentences, index)
            if caption < start:
                yield Skip(caption, start, SkipKind.CAPTION)
        elif first.isdigit():
            if stamp := wording.live_stamp.match(text, start, end):
                yield Skip(start, stamp.end(), SkipKind.FURNITURE)
        elif text.startswith(wording.byline_begins, start):
            yield from _byline(wording, text, start, end)
        elif key in wording.labelled and (found := [*_labelled(wording, text, sentences, index)]):
            yield from found
        elif not start or text[start - 1] in _LINE_START:
            if key in wording.stamp_keys and _is_stamp(wording, text, start, end):
                yield Skip(start, end, SkipKind.FURNITURE)
            elif label := headings.label(language, text, start, end):
                yield from _headed(language, wording, text, sentences, index, label)
            elif notes.takes_back(language, text, start, end):
                yield Skip(start, end, SkipKind.CORRECTION_NOTE)
        closed += text[end - 1] in '.!?"”'


def _opening(wording: _Wording, text: str, key: str, start: int, end: int) -> tuple[str, SkipKind] | None:
    """What a sentence opens with that no news does, brackets and bullets aside, and why it is skipped."""
    openings = wording.opens.get(key)
    if openings and (found := openings.of(text[start : min(end, start + _LONGEST_PHRASE)].lower())):
        return found
    if key[0].isalnum():
        return None
    while start < end and text[start] in _BEFORE:
        start += 1
    openings = wording.opens.get(text[start : start + _KEY].lower())
    return openings.of(text[start : min(end, start + _LONGEST_PHRASE)].lower()) if openings else None


def _note(language: Language, text: str, sentences: Sequence[Span], index: int) -> Iterator[Skip]:
    """What of an editor's note that opens with this sentence is no part of the story."""
    last = _reach(text, sentences, index, SkipKind.CORRECTION_NOTE)
    behind = index
    while behind < len(sentences) and sentences[behind].start < last:
        behind += 1
    for span in notes.aside(language, text, sentences[index:behind]):
        yield Skip(*span, SkipKind.CORRECTION_NOTE)


_OF_KIND = {Kind.PICTURES: SkipKind.CAPTION, Kind.NOTE: SkipKind.CORRECTION_NOTE}


def _headed(
    language: Language, wording: _Wording, text: str, sentences: Sequence[Span], index: int, label: headings.Label
) -> Iterator[Skip]:
    """`Also read: Minister quits`, `Clip: A car hits a bus`: what a heading at the head of its line governs."""
    start, end = sentences[index]
    if label.kind is Kind.NOTE:
        yield from _note(language, text, sentences, index)
    elif label.kind is not Kind.PICTURES:
        yield Skip(start, end, SkipKind.FURNITURE)
    elif not wording.captions.match(text, start, end):  # that is a credit, and the story goes on behind it
        yield Skip(start, _end_of_paragraph(text, sentences, index), SkipKind.CAPTION)


def _is_stamp(wording: _Wording, text: str, start: int, end: int) -> bool:
    """Whether a sentence holds nothing but when the article was published or changed."""
    if end - start > _STAMP:
        return False
    words = [word.lower() for word in _LETTERS.findall(text, start, end)]
    if not words or words[0] not in wording.stamped:
        return False
    is_dated = any(word in wording.times for word in words) or any(map(str.isdigit, text[start:end]))
    return is_dated and all(word in wording.times or word in wording.stamped for word in words)


def _blocks(language: Language, text: str, sentences: Sequence[Span]) -> Iterator[Skip]:
    """Headings with what they govern."""
    for block in headings.blocks(language, text, sentences):
        why = _OF_KIND.get(block.kind, SkipKind.FURNITURE)
        if block.kind is Kind.NOTE:
            yield Skip(*sentences[block.first], why)
            governed = sentences[block.first + 1 : block.last + 1]
            yield from (Skip(*span, why) for span in notes.aside(language, text, governed))
        else:
            yield Skip(sentences[block.first].start, sentences[block.last].end, why)


def _reach(text: str, sentences: Sequence[Span], index: int, why: SkipKind) -> int:
    """Where what opens with this sentence ends."""
    start, end = sentences[index]
    if (
        why is SkipKind.CORRECTION_NOTE
        and index + 1 < len(sentences)
        and _ANNOUNCES.search(text[max(start, end - 40) : end])
    ):
        return _end_of_paragraph(text, sentences, index + 1)
    if why in (SkipKind.CAPTION, SkipKind.CORRECTION_NOTE):
        return _end_of_paragraph(text, sentences, index)
    if why is SkipKind.CREDIT and text[start] == "(" and (closing := text.find(")", start, end)) > 0:
        return closing + 1
    return end


def _labelled(wording: _Wording, text: str, sentences: Sequence[Span], index: int) -> Iterator[Skip]:
    """`Photo: Ann Lee`, `PHOTO: The envoy leaves the talks.`, `Story highlights …`."""
    start, end = sentences[index]
    if opening := wording.signs.match(text, start, end):
        words = _WORD.findall(text, opening.end(), end)
        if words and all(word[0].isupper() or word.lower() in wording.between_names for word in words):
            yield Skip(start, end, SkipKind.CREDIT)
        elif wording.captions.match(text, start, end) and text.find("/", opening.end(), opening.end() + 30) < 0:
            if name := _LABELLED_NAME.match(text, start, end):  # the story begins in the same sentence
                yield Skip(start, name.end(), SkipKind.CREDIT)
            else:
                yield Skip(start, _end_of_paragraph(text, sentences, index), SkipKind.CAPTION)
    elif label := wording.labels.match(text, start, end):
        yield Skip(start, label.end(), SkipKind.FURNITURE)


def _byline(wording: _Wording, text: str, start: int, end: int) -> Iterator[Skip]:
    """`By Ann Lee and Omar Haddad` as a whole sentence, or with a stamp behind it, or a post at the head of one."""
    parted = _PARTS.search(text, start, min(end, start + _STAMP))
    if parted and _is_stamp(wording, text, parted.end(), end):
        end = parted.start()
    if end - start < 160 and (line := wording.byline.match(text[start:end])):
        words = line["names"].lower().split()
        if len(words) > 1 and not wording.not_names.intersection(word.strip(",.") for word in words):
            yield Skip(start, end, SkipKind.BYLINE)
            if parted and end == parted.start():
                yield Skip(end, _end_of_line(text, parted.end()), SkipKind.FURNITURE)
            return
    if opening := wording.byline_before_story.match(text, start, min(end, start + 120)):
        yield Skip(start, opening.end(), SkipKind.BYLINE)


def _end_of_line(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text[: end if end >= 0 else len(text)].rstrip())


def _by_mark(wording: _Wording, text: str, sentences: Sequence[Span]) -> Iterator[Skip]:
    """Marks anywhere in the text, with the caption that they close."""
    for mark, found in wording.marks.finditer(text):
        index = _sentence_at(sentences, found.start())
        if index < 0 or found.start() >= sentences[index].end:
            continue
        if mark.reach is Reach.MARK:
            yield Skip(found.start(), found.end(), mark.why)
        elif mark.reach in (Reach.PARAGRAPH, Reach.CAPTION):
            yield from _closed_caption(wording, text, sentences, index, found, mark.reach)
        elif sentences[index].end - sentences[index].start < _FURNITURE_LENGTH:
            yield Skip(sentences[index].start, _end_of_paragraph(text, sentences, index), mark.why)


def _sentence_at(sentences: Sequence[Span], position: int) -> int:
    """The number of the last sentence that begins at `position` or before; -1 when none does."""
    return bisect_right(sentences, position, key=lambda sentence: sentence.start) - 1


def _slides(wording: _Wording, text: str, sentences: Sequence[Span]) -> Iterator[Skip]:
    """The captions of a series of numbered pictures, each to the end of its sentence."""
    numbers: dict[str, set[str]] = {}
    found = list(wording.slide.finditer(text)) if any(pattern.search(text) for pattern in wording.any_slide) else []
    for slide in found:
        if int(slide[1]) <= int(slide[2]):
            numbers.setdefault(slide[2], set()).add(slide[1])
    for slide in found:
        index = _sentence_at(sentences, slide.start())
        if len(numbers.get(slide[2], ())) >= _SERIES and index >= 0 and slide.start() < sentences[index].end:
            yield Skip(slide.start(), sentences[index].end, SkipKind.CAPTION)


def _dated_captions(wording: _Wording, text: str, sentences: Sequence[Span]) -> Iterator[Skip]:
    """Captions that close with the full date of their picture: `Migrants walk to the gate, Friday, April 27, 2018.`"""
    for found in chain.from_iterable(dated.finditer(text) for dated in wording.dated):
        index = _sentence_at(sentences, found.start())
        if index < 0 or found.start() >= sentences[index].end:
            continue
        start, end = sentences[index]
        if not wording.told.search(text, start, end) and not wording.in_time.search(text, start, end):
            yield Skip(start, end, SkipKind.CAPTION)


def _closed_caption(
    wording: _Wording, text: str, sentences: Sequence[Span], index: int, found: re.Match[str], reach: Reach
) -> Iterator[Skip]:
    """A credit, and the caption it closes: its paragraph, else the words or the sentence before it."""
    start, _ = sentences[index]
    yield Skip(found.start(), found.end(), SkipKind.CREDIT)
    first = _start_of_paragraph(text, sentences, index)
    if first < start and not text[found.end() : found.end() + 3].strip(" .)\r").partition("\n")[0]:
        yield Skip(first, found.start(), SkipKind.CAPTION)
    elif text[start : found.start()].strip(" ([\"'"):
        yield Skip(start, found.start(), SkipKind.CAPTION)
    elif reach is Reach.CAPTION and index:
        before = sentences[index - 1]
        if start - before.end < 2 and not wording.told.search(text, *before):
            yield Skip(*before, SkipKind.CAPTION)


def _start_of_paragraph(text: str, sentences: Sequence[Span], index: int) -> int:
    """The start of the sentence's line, when that is a paragraph and not a whole article; else of the sentence."""
    start, end = sentences[index]
    line = text.rfind("\n", max(0, end - _PARAGRAPH), start)
    if line < 0 and end > _PARAGRAPH:
        return start
    first = index
    while first and sentences[first - 1].start > line:
        first -= 1
        if index - first == _PARAGRAPH_SENTENCES:
            return start
    return sentences[first].start


def _end_of_paragraph(text: str, sentences: Sequence[Span], index: int) -> int:
    """The end of the sentence's line, when that is a paragraph and not a whole article; else of the sentence."""
    start, end = sentences[index]
    stop = text.find("\n", end, start + _PARAGRAPH + 1)
    stop = len(text) if stop < 0 else stop
    last = index
    while last + 1 < len(sentences) and sentences[last + 1].start < stop:
        last += 1
        if last - index == _PARAGRAPH_SENTENCES or sentences[last].end - start > _PARAGRAPH:
            return end
    return sentences[last].end


def _word_of_the_page(wording: _Wording, text: str, start: int, end: int) -> SkipKind | None:
    """Why a sentence is skipped that is alone on its line and holds nothing but a word of the page, such as `Share`.

    A credit (`POOL`) may stand at the end of a caption as well.
    """
    if text[end : end + 1] not in ("", "\r", "\n"):
        return None
    why = wording.whole.get(_letters(text[start:end]))
    return why if text[start - 1 : start] in ("", "\r", "\n") or why is SkipKind.CREDIT else None


def _letters(words: str) -> str:
    return "".join(character for character in words.casefold() if character.isalnum())
