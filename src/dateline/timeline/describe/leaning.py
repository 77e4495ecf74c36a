"""A headline in, whether its reader looks to what its article said before out, though nothing in it is a riddle.

`A day later the bank said that Quill would stay` is a whole sentence with a name; behind which day, and which bank, its
article told before. What only leans is no worse a headline than another one, and is shown with its context.
"""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from dateline.events.parsing.grammar import grammar
from dateline.events.speakers.words import prepositions, pronouns
from dateline.events.surface.clauses import Word
from dateline.languages import Language, made_once
from dateline.timeline.close.known import is_marked_out, noun_behind
from dateline.timeline.close.tellings import Telling
from dateline.timeline.headlines import CLOSING_QUOTES, OPENING_QUOTES, headline_span

# The bracket with which an outlet tells what somebody who is quoted meant.
_PUT_IN = "["


class _Phrases(NamedTuple):
    """What goes on from what was told; `selection.toml` says what each is."""

    goes_on: re.Pattern[str]
    counted_on: re.Pattern[str]
    of_that_kind: re.Pattern[str]


@made_once
def _phrases(language: Language) -> _Phrases:
    return _Phrases(*(language.pattern("timeline/selection.toml", phrase) for phrase in _Phrases._fields))


def leans(telling: Telling) -> bool:
    """Whether a headline goes on from what stands before it in its article."""
    span = headline_span(telling)
    phrases, text = _phrases(telling.language), span.of(telling.article.text)
    words = [word for word in telling.passage.told.cut.words if span.start <= word.start < span.end]
    return (
        phrases.goes_on.match(text) is not None
        or phrases.of_that_kind.search(text) is not None
        or phrases.counted_on.search(telling.passage.timex.text) is not None
        or _PUT_IN in text
        or (text[0] in OPENING_QUOTES and text[-1] in CLOSING_QUOTES)
        or _is_pronoun_first(telling, words)
        or _speaks_of_before(telling, words)
    )


def _is_pronoun_first(telling: Telling, words: Sequence[Word]) -> bool:
    """Whether a pronoun is the first word that is neither of a time nor leads on to one: `Late on Friday it ruled`."""
    language = telling.language
    passed = prepositions(language) | grammar(language).parts_of_times
    times = [timex.span for timex in telling.passage.siblings if timex.text]
    first = next(
        (
            word
            for word in words
            if word.text[0].isalnum()
            and word.lower not in passed
            and not any(time.start <= word.start < time.end for time in times)
        ),
        None,
    )
    known = pronouns(language)
    return first is not None and first.lower.partition("'")[0] in known.person | known.thing | known.several


def _speaks_of_before(telling: Telling, words: Sequence[Word]) -> bool:
    """Whether who acts is `the bank`, of which the article spoke before, or `the Spaniard`."""
    language, cut = telling.language, telling.passage.told.cut
    verbs = {cut.words[number].start for number in cut.finite}
    words = list(takewhile(lambda word: word.start not in verbs, words))
    before = telling.article.text[: telling.passage.sentence.start]
    for i, word in enumerate(words[:-1]):
        if word.lower not in grammar(language).the:
            continue
        if words[i + 1].text[0].isupper():
            if _is_of_somewhere(telling, words[i + 1 : i + 3]):
                return True
            continue
        noun = noun_behind(language, words, i)
        if is_marked_out(language, words[i + 1 + len(noun) : i + 3 + len(noun)]):
            continue
        earlier = {one.lower for one in words[:i]}
        if any(
            one.lower not in earlier and re.search(rf"\b{re.escape(one.text)}\b", before) is not None for one in noun
        ):
            return True
    return False


def _is_of_somewhere(telling: Telling, behind: Sequence[Word]) -> bool:
    """Whether behind `the` stands a word with a capital that is no name: `the Spaniard`, `the Spanish-built ferry`."""
    word = behind[0]
    is_longer = len(behind) > 1 and behind[1].text[0].isupper()
    return not is_longer and word.text[1:].islower() and not telling.named.within(word.start, word.end)
