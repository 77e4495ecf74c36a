"""Tellings in, those that make a line out: somebody says it, something happens, and no article speaks of itself.

A line is read without its article. `I saw it on Thursday` is nobody's there, `Thursday: also in the top three` tells of
nothing, and when an article was amended is no part of what it tells.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import dropwhile
from typing import NamedTuple

from dateline.events.parsing.grammar import grammar
from dateline.events.speakers.words import prepositions
from dateline.events.surface.clauses import Word, is_past
from dateline.events.surface.lexicon import lexicon
from dateline.languages import Language, made_once
from dateline.text.words import word_list
from dateline.timeline.close.tellings import Telling, told_once
from dateline.times.resolving.tense_words import may_be_present

# What stands behind a date with which all is said.
_PARTING = frozenset({"", ".", ","})
_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]?")


class _Phrases(NamedTuple):
    """By what it is told that a passage makes no line; `tellings.toml` says what each is."""

    himself: re.Pattern[str]
    amended: re.Pattern[str]


@made_once
def _phrases(language: Language) -> _Phrases:
    return _Phrases(*(language.pattern("timeline/tellings.toml", phrase) for phrase in _Phrases._fields))


def telling_something(tellings: Iterable[Telling]) -> list[Telling]:
    """Those that make a line: without dates of no happening, and side clauses that nobody understands alone."""
    return [telling for telling in tellings if telling.reading.tells and _makes_a_line(telling)]


def says_who(told: Sequence[Telling]) -> bool:
    """Whether what tells an event can make its line: more than a piece of one sentence in which nobody acts.

    `a Facebook post published on Sunday`, cut from what somebody did with it, is understood by nobody; `wages were
    slashed after the fall of the Soviet Union in 1991` is.
    """
    (first, *others) = told
    is_piece = first.is_beside and first.span != first.passage.sentence
    return bool(others) or not is_piece or bool(first.participants) or _is_clause_that_names_or_counts(first)


def _is_clause_that_names_or_counts(telling: Telling) -> bool:
    """Whether a piece of a sentence is a clause, with a verb, and something is named or counted in it."""
    cut, span = telling.passage.told.cut, telling.span
    has_verb = any(span.start <= cut.words[i].start < span.end for i in cut.finite)
    return has_verb and bool(telling.names or telling.places_named or telling.numbers)


@told_once
def _makes_a_line(telling: Telling) -> bool:
    return not (_is_nobodys(telling) or _is_empty(telling) or _is_of_its_article(telling) or _is_a_tag(telling))


def _is_nobodys(telling: Telling) -> bool:
    """Whether somebody speaks of himself, outside of quotations, and nothing says who."""
    return not telling.reading.said_by and _phrases(telling.language).himself.search(_unquoted(telling)) is not None


def _unquoted(telling: Telling) -> str:
    """The words of a passage that are not quoted; all of them where nothing else is."""
    return _QUOTED.sub("", telling.exact).strip(" ,.") or telling.exact


def _is_empty(telling: Telling) -> bool:
    """Whether a sentence has no verb, and nothing in it happens: `13 May Also in the top three Corran Five`."""
    cut = telling.passage.told.cut
    if cut.finite or telling.trigger or telling.kinds_near or telling.reading.trigger:
        return False
    return not any(_may_be_verb(telling.language, cut.words, i) for i in range(len(cut.words)))


def _may_be_verb(language: Language, words: Sequence[Word], i: int) -> bool:
    """Whether word `i` has the form of a verb, and no article or preposition before it: `plan`, not `the top`."""
    nominal = grammar(language).articles | prepositions(language)
    has_form = may_be_present(language, words[i].text) or is_past(words[i].text, lexicon(language))
    return has_form and (not i or words[i - 1].lower not in nominal)


def _is_a_tag(telling: Telling) -> bool:
    """Whether a sentence only tells that somebody said what stands elsewhere: `Ada Quill said at a fair on Monday.`

    So does `Ada Quill told the Courier in an interview on Monday, smiling.`
    """
    cut, text = telling.passage.told.cut, telling.article.text
    if len(cut.finite) != 1 or _QUOTED.search(telling.passage.text):
        return False
    said = cut.words[cut.finite[0]]
    behind = text[said.end : telling.passage.timex.start].split()
    articles = grammar(telling.language).articles
    told = list(dropwhile(lambda word: word[0].isupper() or word in articles, behind))
    if told != behind and text[telling.passage.timex.end : telling.passage.sentence.end].strip()[:1] not in _PARTING:
        return False
    is_bare = not told or told[0].lower() in prepositions(telling.language)
    return is_bare and said.lower in word_list(telling.language, "bare_saying")


def _is_of_its_article(telling: Telling) -> bool:
    """Whether the date is that on which an article was changed: `This article was amended on 3 May`."""
    before = telling.article.text[telling.passage.sentence.start : telling.passage.timex.start]
    return _phrases(telling.language).amended.match(before) is not None
