"""What a telling says of the event that others tell with it, where the status of its own verb is not all of it.

Who `refused to meet` did something, yet beside `met` he says that there was no meeting. Who `withdrew his statement
that the bridge would be closed` says no more that it will be. What is `on March 20 instead of March 12` is not on the
12th.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from dateline.languages import english
from dateline.model import Status
from dateline.text.words import word_list
from dateline.timeline.close.tellings import Telling
from dateline.timeline.phrases import phrase

# Characters before a verb in which another one stands that governs it.
_GOVERNED = 24
_WORD = re.compile(r"[a-z]+")


@cache
def _taken_back() -> re.Pattern[str]:
    return phrase(
        "taken_back", CLAIM=phrase("claim").pattern, VERBS="|".join(sorted(word_list(english(), "retractions")))
    )


@cache
def _called_false() -> re.Pattern[str]:
    return phrase("called_false", CLAIM=phrase("claim").pattern)


def beside_each_other(group: Sequence[Telling]) -> list[Telling]:
    """Tellings of one event, in their order: those that refuse it, take it back or give up its day do not affirm it."""
    return [_beside(telling, group) for telling in group]


def _beside(telling: Telling, group: Sequence[Telling]) -> Telling:
    if not telling.reading.status.affirms:
        return telling
    if _takes_back(telling) or (_refuses(telling) and any(_did(other, telling) for other in group)):
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
        phrase("instead").search(telling.article.text, max(telling.passage.sentence.start, start - _GOVERNED), start)
        is not None
    )


def _refuses(telling: Telling) -> bool:
    trigger = telling.reading.trigger
    if trigger is None:
        return False
    governing = telling.article.text[max(telling.span.start, trigger.start - _GOVERNED) : trigger.end].lower()
    *before, own = _WORD.findall(governing) or [""]
    governed = (before[-1:] == ["to"] and before[-2:-1]) or []
    return not word_list(english(), "refusals").isdisjoint([own, *governed])


def _takes_back(telling: Telling) -> bool:
    """Whether what is dated is what somebody takes back or calls untrue: it stands behind `the statement that`."""
    start = telling.passage.timex.start - telling.span.start
    taken_back = (found.end() <= start for found in _taken_back().finditer(telling.exact))
    untrue = (found.start() <= start <= found.end() for found in _called_false().finditer(telling.exact))
    return any(taken_back) or any(untrue)
