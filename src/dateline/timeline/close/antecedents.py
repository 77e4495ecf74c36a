"""A noun that a passage takes for known in, the sentence of its article that tells which one that is out.

`The app` is told by `the messaging app Telegraf` or by `an app that …` before it. A noun that nothing before it tells
is known to every reader: `the weather`.
"""

import re
from collections.abc import Iterator, Sequence, Set
from itertools import takewhile

from dateline.entities.name_words import name_words
from dateline.events.parsing.grammar import grammar
from dateline.events.speakers.words import number_words, prepositions
from dateline.events.surface.clauses import Word, words_of
from dateline.languages import Language, made_once
from dateline.text.words import word_list
from dateline.timeline.close.known import is_marked_out, noun_behind
from dateline.timeline.select.passages import Passage

# Words at most between an article and its noun.
_WITHIN_NOUN = 3
# Sentences back in which a noun is told at most, unless at least so many sentences of the article speak of it.
_NEAR, _KEEPS_TO = 3, 4


def introduced(passage: Passage, words: Sequence[Word], *, however_far: bool = False) -> int | None:
    """The number of the sentence before a passage that tells what its first known noun is; None where none does.

    `words` are those of the passage. A noun of which the article speaks but in passing is told near it, or, where that
    is asked for, `however_far` before.
    """
    told = (_told_in(passage, noun, however_far) for noun in _nouns(passage.language, words))
    return next((n for n in told if n is not None), None)


def _nouns(language: Language, words: Sequence[Word]) -> Iterator[Sequence[str]]:
    """The nouns behind `the` that nothing in the passage marks out or tells."""
    for i, word in enumerate(words):
        if word.lower not in grammar(language).the or _is_apposed(words, i):
            continue
        noun = list(takewhile(lambda one: one.lower not in _no_nouns(language), noun_behind(language, words, i)))
        end = i + 1 + len(noun)
        is_open = noun and not is_marked_out(language, words[end : end + 2])
        if is_open and all(other.lower != noun[-1].lower for other in words[:i]):
            yield [one.lower for one in noun]


def _is_apposed(words: Sequence[Word], i: int) -> bool:
    """Whether what begins at word `i` says what a name is: `Telegraf, the app`."""
    return i > 1 and words[i - 1].text == "," and words[i - 2].text[0].isupper()


@made_once
def _no_nouns(language: Language) -> frozenset[str]:
    """Words behind `the` that are no nouns, or mean times: `the first of those`, `the end of the year`."""
    return (
        prepositions(language)
        | grammar(language).of
        | grammar(language).parts_of_times
        | word_list(language, "empty_words")
    )


def _told_in(passage: Passage, noun: Sequence[str], however_far: bool) -> int | None:
    """The sentence before a passage that tells what a noun is: the first where the article keeps to it, or a near one.

    One that has the word before the noun as well, `special counsel`, goes before one that has not.
    """
    text, language = passage.article.text, passage.language
    # Its first letter alone is soon found.
    first, rest = noun[-1][0], re.escape(noun[-1][1:])
    written = re.compile(rf"[{re.escape(first + first.upper())}](?<!\w.)(?i:{rest})\b")
    speaks = [n for n, sentence in enumerate(passage.reading.sentences) if written.search(text, *sentence)]
    before = [n for n in speaks if n < passage.order]
    if len(speaks) < _KEEPS_TO:
        near = [n for n in reversed(before) if passage.order - n <= _NEAR]
        before = [*near, *(n for n in before if n not in near)] if however_far else near
    sentences = [(n, words_of(text, passage.reading.sentences[n])) for n in before]
    forms = dict.fromkeys((tuple(noun[-2:]), (noun[-1],)))
    return next((n for form in forms for n, words in sentences if _is_told(language, words, form)), None)


def _is_told(language: Language, words: Sequence[Word], noun: Sequence[str]) -> bool:
    lower = [word.lower for word in words]
    ends = (i for i in range(len(noun) - 1, len(words)) if lower[i + 1 - len(noun) : i + 1] == list(noun))
    return any(_tells(language, words, end + 1 - len(noun), end) for end in ends)


def _tells(language: Language, words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a noun is told there: it has a name beside it, `a` before it, or, where it means several, no article."""
    return (
        _is_behind_name(language, words, first)
        or _is_before_name(language, words, first, last)
        or _is_new(language, words, last)
    )


def _is_behind_name(language: Language, words: Sequence[Word], i: int) -> bool:
    """Whether a name stands right before a noun: `the Telegraf app`, `Corran Bank` that no name goes on from."""
    before = words[i - 1] if i else None
    if before is None or not _is_name(before, name_words(language).calendar):
        return False
    is_capital = words[i].text[0].isupper() and i + 1 < len(words) and words[i + 1].text[0].isupper()
    return not is_capital and (i > 1 or before.lower not in name_words(language).function)


def _is_before_name(language: Language, words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a name stands right behind a noun, which no verb is: `the app Telegraf`, `Special counsel Ada Quill`."""
    if last + 1 >= len(words) or not _is_name(words[last + 1], name_words(language).calendar):
        return False
    before = words[first - 1].lower if first else ""
    is_noun = before not in name_words(language).function or before in grammar(language).articles
    return is_noun and words[last].text[0].islower()


def _is_name(word: Word, calendar: Set[str]) -> bool:
    return word.text[0].isupper() and word.lower not in calendar


def _is_new(language: Language, words: Sequence[Word], i: int) -> bool:
    """Whether an article before a noun tells that it was not spoken of, or nothing that one of several was."""
    known = grammar(language)
    for k in range(i - 1, max(-1, i - 2 - _WITHIN_NOUN), -1):
        word = words[k].lower
        if word in known.articles - known.the:
            return True
        if word in name_words(language).function or not word[0].isalnum():
            return number_words(language).is_several(words[i].lower) and word not in known.definite
    return False
