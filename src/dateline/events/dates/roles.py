"""What tells of a date in, its role in the sentence out: whether the sentence's happening was on that date.

A sentence has several dates, and only one in three is that of what it mainly tells: others are of a relative clause, of
a noun, of the saying, of a comparison, or of nothing. A linear model over the words beside the date, and over the tree
above it where there is a parse, decides; it is trained by `benchmarks/train_date_roles.py` on passages judged by hand.
"""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import NamedTuple

from dateline.events.linear import weights
from dateline.languages import Language, remembered


class DateRole(StrEnum):
    """What a date of a sentence is the date of."""

    MAIN = "main"
    """Of what the sentence tells."""
    SIDE = "side"
    """Of what a side clause or a noun tells: `the mayor, who took office in May`."""
    SAYING = "saying"
    """Of the act of saying: `said on Monday that …`."""
    CONTENT = "content"
    """Of what is said to happen: `said the talks began on Monday`."""
    COMPARISON = "comparison"
    """Of what something is measured against: `the worst since 2004`."""
    BACKGROUND = "background"
    """Of a state, a habit or a biography."""
    DEADLINE = "deadline"
    """By which something must be done."""
    NAME = "name"
    """Of no event, but part of a name: `the Games of 2012`, `the Education Act 2002`."""
    NONE = "none"
    """Of nothing: the words tell no date here (`today's youth`)."""


BESIDE = frozenset({DateRole.SIDE, DateRole.COMPARISON, DateRole.BACKGROUND})
"""Roles whose date is not that of what the sentence tells."""

UNDATED = frozenset({DateRole.NAME, DateRole.NONE})
"""Roles that tell of no happening on that date."""

MODEL, PARSED_MODEL = "date-roles", "date-roles-parsed"
"""The models: over the words alone, and over words and tree."""

_EVENT = "event"

# What speaks for no role, and for no happening.
_NOTHING = (0,) * (len(DateRole) + 1)


# Hundredths of a logit below which a date is taken for that of no event: what is passed over is lost, and one line too
# many is only one.
_NO_EVENT, _NO_EVENT_BESIDE = -100, -30
# And by which a side clause may be less likely than the sentence where it can be told by itself: to cut a sentence
# short is the lesser fault. Of the judged passages, on stories left out, nine that stood whole under the date of a side
# clause are cut, and three others.
_CUT = 50


class Dated(NamedTuple):
    """What a date is of."""

    role: DateRole
    is_event: bool
    """Whether anything happened, or is to happen, on that date."""


COMPARED = Dated(DateRole.COMPARISON, is_event=False)
"""What a date is that something is measured against."""

OF_THE_SENTENCE = Dated(DateRole.MAIN, is_event=True)
"""What the date of a report is that gives none: that of its lead."""


def decide(
    language: Language,
    model: str,
    features: Sequence[str],
    *,
    is_direct: bool,
    has_clause: Callable[[], bool] = lambda: False,
) -> Dated:
    """The role of a date by its features; of a language without a model the main one.

    `is_direct` is whether the date hangs on the verb of what the sentence tells, and so is beside nothing;
    `has_clause` tells whether words of the sentence can stand alone that tell of the date, and perhaps of it alone.
    """
    learned = _by_feature(language, model)
    if not learned:
        return OF_THE_SENTENCE
    speaking = [learned[feature] for feature in features if feature in learned]
    *of_roles, event = map(sum, zip(_NOTHING, *speaking, strict=True))
    scores = dict(zip(DateRole, of_roles, strict=True))
    if is_direct:
        del scores[DateRole.SIDE]
    # Of roles that score alike the first stands, so the answer never hangs on an order.
    role = max(scores, key=scores.__getitem__)
    is_near = DateRole.SIDE in scores and scores[DateRole.SIDE] + _CUT > scores[role]
    if role is DateRole.MAIN and is_near and has_clause():
        role = DateRole.SIDE
    least = _NO_EVENT_BESIDE if role in BESIDE else _NO_EVENT
    return Dated(role, event > least)


@remembered(4)
def _by_feature(language: Language, model: str) -> dict[str, Sequence[int]]:
    """By feature, with what weight it speaks for each role, and that anything happened; empty without a model.

    Most features of a date are known to none of them, which is then told at once.
    """
    found: dict[str, list[int]] = {}
    place = {name: number for number, name in enumerate((*DateRole, _EVENT))}
    for key, weight in weights(language, model).items():
        name, _, feature = key.partition("|")
        found.setdefault(feature, [*_NOTHING])[place[name]] += weight
    return {feature: tuple(each) for feature, each in found.items()}


def tells(dated: Dated, *, has_clause: bool) -> bool:
    """Whether a date makes a line: something happened on it, and words that can stand alone tell what.

    `has_clause` is whether such words were found for what is beside the sentence's own happening.
    """
    return has_clause and dated.is_event and dated.role not in UNDATED
