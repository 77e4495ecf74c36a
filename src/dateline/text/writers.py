"""Sentences in, those out that tell who wrote the article: `Ann Lee is the Herald's court reporter. Her book is out.`

News tells of somebody by what he did; that somebody whom the story never names is a writer or a professor, told at the
very end or above the first paragraph, is a note on who wrote it.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dateline.languages import Language, made_once
from dateline.model import Span

_PATH = "text/writers.toml"

# Sentences at the end of a text in which it tells who wrote it, and at its beginning.
_LAST, _FIRST = 6, 2
# Characters of the longest sentence of such a note.
_LONGEST = 240
# Characters of a sentence that are looked at.
_OPENING = 160
_NAME = re.compile(r"[\W_]*([A-Z][\w.'’-]*(?: (?:[a-z]{1,3} )?[A-Z][\w.'’-]*){1,4})(?:, [^,.]{3,70},)?,? ")


class _Words(NamedTuple):
    """By what a note on the writer is told; described in `text/writers.toml`."""

    is_one: re.Pattern[str]
    wrote: re.Pattern[str]
    does: re.Pattern[str]
    held: re.Pattern[str]
    surely: re.Pattern[str]
    calls: re.Pattern[str]
    views: re.Pattern[str]
    who: tuple[str, ...]
    pronouns: tuple[str, ...]
    goes_on: tuple[str, ...]


@made_once
def _words(language: Language) -> _Words:
    data = language.settings(_PATH)

    def expression(written: str) -> re.Pattern[str]:
        for name, part in data["parts"].items():
            written = written.replace(f"{{{name}}}", part)
        return re.compile(written)

    return _Words(
        is_one=expression(data["is_one"]),
        wrote=expression(data["wrote"]),
        does=expression(data["does"]),
        held=expression(data["held"]),
        surely=expression(data["surely"]),
        calls=expression(data["calls"]),
        views=expression(data["views"]),
        who=tuple(data["who"]),
        pronouns=tuple(data["pronouns"]),
        goes_on=tuple(data["goes_on"]),
    )


def notes(
    language: Language, text: str, sentences: Sequence[Span], bylines: Sequence[str], aside: Sequence[Span]
) -> Iterator[Span]:
    """What tells who wrote the article; `bylines` are the words of its bylines, `aside` what else is not its story.

    At the end there is nothing behind such a note but more of it, and what stands aside.
    """
    words = _words(language)
    number = 0
    while number < min(_FIRST, len(sentences)) and _is_note(words, text, sentences, number, bylines):
        yield sentences[number]
        number += 1
    first = number
    tail: list[Span] = []
    left = _LAST
    for number in range(len(sentences) - 1, first - 1, -1):
        span = sentences[number]
        if any(span.overlaps(other) for other in aside):
            continue
        lower = text[span.start : span.start + _OPENING].lower()
        if _is_note(words, text, sentences, number, bylines):
            yield span
            yield from tail
            tail = []
        elif lower.startswith(words.goes_on):
            tail.append(span)
        else:
            return
        left -= 1
        if not left:
            return


def _is_note(words: _Words, text: str, sentences: Sequence[Span], number: int, bylines: Sequence[str]) -> bool:
    start, end = sentences[number]
    if end - start > _LONGEST:
        return False
    opening = text[start : min(end, start + _OPENING)]
    lower = opening.lower()
    if words.calls.match(opening) or words.views.match(opening):
        return True
    for who in words.who:
        if lower.startswith(f"{who} "):
            return True
    is_last = number >= _FIRST
    opens = not text[text.rfind("\n", 0, start) + 1 : start].strip()
    for pronoun in words.pronouns:
        if lower.startswith(f"{pronoun} "):
            rest = opening[len(pronoun) + 1 :]
            return bool(words.surely.match(rest) or (is_last and words.wrote.match(rest)))
    found = _NAME.match(opening)
    if found is None:
        return False
    name, rest = found[1], opening[found.end() :]
    if words.surely.match(rest):
        return True
    if any(name in byline for byline in bylines):
        return _of_writer(words, rest)
    surname = name.rpartition(" ")[2]
    is_new = text.find(surname, 0, start) < 0 and (is_last or text.find(surname, end) < 0)
    return opens and is_new and _of_writer(words, rest)


def _of_writer(words: _Words, rest: str) -> bool:
    """Whether what is told of somebody is what notes on writers tell."""
    patterns = (words.wrote, words.is_one, words.does, words.held)
    return any(pattern.match(rest) for pattern in patterns)
