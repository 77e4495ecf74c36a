"""Stance: whether a telling affirms the event that others tell with it, where the status of its verb is not all of it.

Who `refused to meet` did something, yet beside `met` he says that there was no meeting. Who `withdrew his statement
that the bridge would be closed` says no more that it will be, nor does an outlet that withdraws its
report. What is `on March 20 instead of March 12` is not on the 12th.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from dateline.languages import Language, alternatives, made_once
from dateline.model import Status
from dateline.text.words import word_list
from dateline.timeline.close.tellings import Telling, told_once

# Characters before a verb in which another one stands that governs it; behind a sentence, in which the next one opens.
_GOVERNED = 24
_WORD = re.compile(r"[^\W\d_]+")


class _Words(NamedTuple):
    """By what it is told that something is refused, taken back or given up; `conflicts.toml` says what each is."""

    refusals: frozenset[str]
    governs: frozenset[str]
    taken_back: re.Pattern[str]
    called_false: re.Pattern[str]
    put_right: re.Pattern[str]
    instead: re.Pattern[str]


@made_once
def _words(language: Language) -> _Words:
    file = "timeline/conflicts.toml"
    claim, says = (language.pattern(file, name).pattern for name in ("claim", "says"))
    parts = {"CLAIM": claim, "SAYS": says, "VERBS": alternatives(word_list(language, "retractions"))}
    return _Words(
        word_list(language, "refusals"),
        language.words(file, "governs"),
        language.pattern(file, "taken_back", **parts),
        language.pattern(file, "called_false", **parts),
        language.pattern(file, "put_right", **parts),
        language.pattern(file, "instead"),
    )


def beside_each_other(group: Sequence[Telling]) -> list[Telling]:
    """Tellings of one event, in their order: those that refuse it, take it back or give up its day do not affirm it.

    What somebody did not do, where none tells that he did or would, is told as what happened and denies nothing.
    """
    if all(telling.reading.left_undone for telling in group):
        return [_happened(telling) for telling in group]
    return [_beside(telling, group) for telling in group]


def _beside(telling: Telling, group: Sequence[Telling]) -> Telling:
    if not telling.reading.status.affirms:
        return telling
    if _takes_back(telling) or (_refuses(telling) and any(_did(other, telling) for other in group)):
        return _denied(telling)
    return _postponed(telling) if _is_given_up(telling) else telling


def _did(other: Telling, refusing: Telling) -> bool:
    """Whether another telling affirms what one refuses."""
    of_one_kind = other.kinds & refusing.kinds or (other.trigger and other.trigger == refusing.trigger)
    return bool(of_one_kind) and other.reading.status.affirms and not _refuses(other)


@told_once
def _denied(telling: Telling) -> Telling:
    return replace(telling, reading=replace(telling.reading, status=Status.DENIED))


@told_once
def _happened(telling: Telling) -> Telling:
    return replace(telling, reading=replace(telling.reading, status=Status.HAPPENED))


@told_once
def _postponed(telling: Telling) -> Telling:
    return replace(telling, reading=replace(telling.reading, status=Status.POSTPONED))


@told_once
def _is_given_up(telling: Telling) -> bool:
    """Whether its day is one that another one takes the place of: `on March 20 instead of March 12`."""
    start = telling.passage.timex.start
    return (
        _words(telling.language).instead.search(
            telling.article.text, max(telling.passage.sentence.start, start - _GOVERNED), start
        )
        is not None
    )


@told_once
def _refuses(telling: Telling) -> bool:
    trigger = telling.reading.trigger
    if trigger is None:
        return False
    governing = telling.article.text[max(telling.span.start, trigger.start - _GOVERNED) : trigger.end].lower()
    *before, own = _WORD.findall(governing) or [""]
    words = _words(telling.language)
    governed = [] if words.governs.isdisjoint(before[-1:]) else before[-2:-1]
    return not words.refusals.isdisjoint([own, *governed])


@told_once
def _takes_back(telling: Telling) -> bool:
    """Whether somebody takes back, calls untrue or puts right what is dated: it stands behind `the statement that`."""
    text, sentence, words = telling.article.text, telling.passage.sentence, _words(telling.language)
    start, whole = telling.passage.timex.start - sentence.start, text[sentence.start : sentence.end]
    taken_back = words.taken_back.search(whole)
    if taken_back is not None and taken_back.end() <= start:
        return True
    # What is so may stand in the next sentence.
    onwards = text[sentence.start : sentence.end + _GOVERNED]
    said = (*words.called_false.finditer(whole), *words.put_right.finditer(onwards))
    return any(found.start() <= start <= found.end() for found in said)
