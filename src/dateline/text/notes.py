"""The sentences of an editor's note in, out what of them is no part of the story: what the note says of the article.

`Correction: An earlier version of this article said the vote was on Monday. The council votes on Tuesday.` What another
version said is taken back, and of the article itself nothing is told; what the note states of the world stands.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dateline.languages import Language, made_once
from dateline.model import Span

_PATH = "text/notes.toml"

# Words of a statement that only what stands before it makes plain: `It was on Tuesday.`
_SHORT = 10
# What stands around a statement that is left of a note, and is none of its words.
_EDGES = " \t\r\n()[]*_"


class _Words(NamedTuple):
    """By what a note is told; described in `text/notes.toml`."""

    label: re.Pattern[str]
    withdraws: re.Pattern[str]
    of_itself: re.Pattern[str]
    leads_to: re.Pattern[str]
    unclear: re.Pattern[str]
    apology: re.Pattern[str]


@made_once
def _words(language: Language) -> _Words:
    data = language.settings(_PATH)

    def expression(written: str | Sequence[str]) -> re.Pattern[str]:
        whole = written if isinstance(written, str) else "|".join(written) or "(?!)"
        for name, part in data["parts"].items():
            whole = whole.replace(f"{{{name}}}", part)
        return re.compile(whole, re.IGNORECASE)

    return _Words(*(expression(data[field]) for field in _Words._fields))


def takes_back(language: Language, text: str, start: int, end: int) -> bool:
    """Whether a line without a label is a note: `The Herald regrets an error in its last edition, which said …`."""
    return _words(language).apology.match(text, start, end) is not None


def aside(language: Language, text: str, sentences: Sequence[Span]) -> Iterator[Span]:
    """What of the sentences of a note is no part of the story, in text order."""
    joined: list[Span] = []
    for span in _apart(language, text, sentences):
        if joined and not text[joined[-1].end : span.start].strip():
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    yield from joined


def _apart(language: Language, text: str, sentences: Sequence[Span]) -> Iterator[Span]:
    words = _words(language)
    for start, end in sentences:
        label = words.label.match(text, start, end)
        begin = label.end() if label else start
        told = _told(words, text, begin, end)
        if told is None:
            yield Span(start, end)
            continue
        if told.start > start:
            yield Span(start, told.start)
        if told.end < end:
            yield Span(told.end, end)


def _told(words: _Words, text: str, start: int, end: int) -> Span | None:
    """What a sentence states of the world; None where it speaks of the article alone."""
    sentence = text[start:end]
    if words.of_itself.search(sentence) and (clause := words.leads_to.search(sentence)):
        start += clause.end()
    elif words.withdraws.search(sentence) or words.of_itself.search(sentence):
        return None
    while start < end and text[start] in _EDGES:
        start += 1
    while start < end and text[end - 1] in _EDGES:
        end -= 1
    is_unclear = words.unclear.match(text, start, end) and text.count(" ", start, end) < _SHORT
    return None if start >= end or is_unclear else Span(start, end)
