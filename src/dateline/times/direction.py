"""Whether the words around a date look back or ahead, told by the nearest verb or preposition without a parser."""

import re
import tomllib
from functools import cache
from importlib.resources import files

from dateline.model import Span

# Code points looked at on either side: most clauses end within.
_REACH = 120

# Clauses that a cue does not reach across.
_CLAUSE = re.compile(r"[;:“”\"]|``|''| - | – |—|\bbut\b|\bwhile\b|\balthough\b|\bthough\b")


@cache
def _cues(language: str) -> re.Pattern[str]:
    source = files("dateline.times").joinpath(language, "tense.toml").read_text(encoding="utf-8")
    words = tomllib.loads(source)
    participle = "|".join(words["participle"])
    ahead, back = (
        "|".join(re.escape(word) for word in sorted(words[name], key=lambda word: (-len(word), word)))
        for name in ("ahead", "back")
    )
    return re.compile(
        rf"(?P<neither>\b(?:{participle}) (?:{back}|\w+(?:ed|en))\b)"
        rf"|(?P<ahead>(?<!\w)(?:{ahead})\b)|(?P<back>\b(?:{back}|(?-i:[a-z]{{2,}}ed))\b)",
        re.IGNORECASE,
    )


def look(text: str, sentence: Span, start: int, end: int, language: str = "en") -> int:
    """-1 when the words around `start` to `end` look back, 1 when they look ahead, 0 when they do not tell.

    The nearest cue before the date counts, within its clause; where there is none, the first one after it.
    """
    cues = _cues(language)
    before = text[max(sentence.start, start - _REACH) : start]
    clause = 0
    for match in _CLAUSE.finditer(before):
        clause = match.end()
    found = 0
    for match in cues.finditer(before, clause):
        found = _SENSE.get(match.lastgroup, found)
    if found:
        return found
    for match in cues.finditer(text, end, min(sentence.end, end + _REACH)):
        if match.lastgroup in _SENSE:
            return _SENSE[match.lastgroup]
    return 0


_SENSE: dict[str | None, int] = {"ahead": 1, "back": -1}
