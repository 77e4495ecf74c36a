"""Stance: whether a telling affirms the event that others tell with it, where the status of its verb is not all of it.

Who `refused to meet` did something, yet beside `met` he says that there was no meeting. Who `withdrew his statement
that the bridge would be closed` says no more that it will be. What is `on March 20 instead of March 12` is not on the
12th.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from dateline.languages import Language, alternatives, made_once
from dateline.model import Span, Status
from dateline.text.words import word_list
from dateline.timeline.close.tellings import Telling

# Characters before a verb in which another one stands that governs it.
_GOVERNED = 24
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class _Words:
    """By what it is told that something is refused, taken back or given up; `conflicts.toml` says what each is."""

    refusals: frozenset[str]
    governs: frozenset[str]
    taken_back: re.Pattern[str]
    called_false: re.Pattern[str]
    instead: re.Pattern[str]


@made_once
def _words(language: Language) -> _Words:
    file = "timeline/conflicts.toml"
    claim, verbs = language.pattern(file, "claim").pattern, alternatives(word_list(language, "retractions"))
    return _Words(
        word_list(language, "refusals"),
        language.words(file, "governs"),
        language.pattern(file, "taken_back", CLAIM=claim, VERBS=verbs),
        language.pattern(file, "called_false", CLAIM=claim),
        language.pattern(file, "instead"),
    )


def beside_each_other(group: Sequence[Telling]) -> list[Telling]:
    """Tellings of one event, in their order: those that refuse it, take it back or give up its day do not affirm it."""
    withdrawn: dict[str, _Withdrawn] = {}
    return [_beside(telling, group, withdrawn) for telling in group]


class _Withdrawn(NamedTuple):
    """Where a passage takes something back, as offsets into it."""

    behind: int | None
    """What stands behind this is taken back; None where nothing is."""
    within: Sequence[Span]
    """What stands in these is called untrue."""


def _beside(telling: Telling, group: Sequence[Telling], withdrawn: dict[str, _Withdrawn]) -> Telling:
    if not telling.reading.status.affirms:
        return telling
    if telling.exact not in withdrawn:
        withdrawn[telling.exact] = _withdrawn_in(telling)
    if _takes_back(telling, withdrawn[telling.exact]) or (
        _refuses(telling) and any(_did(other, telling) for other in group)
    ):
        return _as(telling, Status.DENIED)
    return _as(telling, Status.POSTPONED) if _is_given_up(telling) else telling


def _did(other: Telling, refusing: Telling) -> bool:
    """Whether another telling affirms what one refuses."""
    of_one_kind = other.kinds & refusing.kinds or (other.trigger and other.trigger == refusing.trigger)
    return bool(of_one_kind) and other.reading.status.affirms and not _refuses(other)


def _as(telling: Telling, status: Status) -> Telling:
    return replace(telling, reading=replace(telling.reading, status=status))


def _is_given_up(telling: Telling) -> bool:
    """Whether its day is one that another one takes the place of: `on March 20 instead of March 12`."""
    start = telling.passage.timex.start
    return (
        _words(telling.language).instead.search(
            telling.article.text, max(telling.passage.sentence.start, start - _GOVERNED), start
        )
        is not None
    )


def _refuses(telling: Telling) -> bool:
    trigger = telling.reading.trigger
    if trigger is None:
        return False
    governing = telling.article.text[max(telling.span.start, trigger.start - _GOVERNED) : trigger.end].lower()
    *before, own = _WORD.findall(governing) or [""]
    words = _words(telling.language)
    governed = [] if words.governs.isdisjoint(before[-1:]) else before[-2:-1]
    return not words.refusals.isdisjoint([own, *governed])


def _takes_back(telling: Telling, withdrawn: _Withdrawn) -> bool:
    """Whether what is dated is what somebody takes back or calls untrue: it stands behind `the statement that`."""
    start = telling.passage.timex.start - telling.span.start
    taken_back = withdrawn.behind is not None and withdrawn.behind <= start
    return taken_back or any(first <= start <= last for first, last in withdrawn.within)


def _withdrawn_in(telling: Telling) -> _Withdrawn:
    words = _words(telling.language)
    return _Withdrawn(
        min((found.end() for found in words.taken_back.finditer(telling.exact)), default=None),
        [Span(*found.span()) for found in words.called_false.finditer(telling.exact)],
    )
