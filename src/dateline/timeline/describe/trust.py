"""An event in, how likely its line has nothing wrong out: by a linear model over how it is told.

Trained on lines read by hand (`benchmarks/train_trust.py`). It looks at what tells the line and not at the pile, so
that a line of a story that grows does not come and go.
"""

import math
from collections.abc import Collection, Iterator, Sequence

from dateline.events import linear
from dateline.events.dates import surface
from dateline.events.surface.clauses import Word
from dateline.languages import Language, made_once
from dateline.model import Status
from dateline.timeline.close.tellings import Telling
from dateline.timeline.describe.context import is_needed, meaning_of
from dateline.timeline.describe.standing import Standing, head_of
from dateline.timeline.headlines import headline_span, held_against, is_hard_alone, is_part, stands_alone
from dateline.timeline.select.events import Event
from dateline.timeline.select.passages import PassageKey

# How likely the lines of a pile are right on average, from which none is left out for what is unlikely.
_WANTED = 0.84
# The confidence that the lines of plain reports have on average. Where a pile has less, each of its lines is as much
# less likely right: so it was on the lines of 14 piles and 63 stories that the model had not seen.
_PLAIN = 1900
# Articles of which the least part of the lines is left out at most; of more of them at least as many lines stay as so
# few have, and never less than is left by the greatest part.
_FEW = 3
_LEAST_PART, _GREATEST_PART = 0.05, 0.65
# The part of the lines that is never left out, however unlikely: without what weighs most, there is no story.
_WEIGHTIEST = 0.05
# The confidence with which a line is shown first.
_SURE = 900
# That of what the model does not know, and of one unit of a logit.
_UNKNOWN, _LOGIT = 2000, 1000
# What calls off what other lines tell is never left out.
_OFF = frozenset({Status.CANCELLED, Status.POSTPONED})
# Words of a headline, days between the date and its report, and sentences before it, from which it is a step more.
_LENGTHS = (5, 8, 12, 18, 25, 35)
_DAYS = (0, 1, 2, 4, 8, 31, 200, 400, 2000)
_DEPTHS = (1, 3, 6, 12, 25, 50)
_SENTENCES = (5, 10, 20, 40, 80)
_MARKS = frozenset(',;:.—–-!?()[]$%…“”"‘’')


@made_once
def _model(language: Language) -> linear.Weights:
    return language.weights("timeline/trust.weights.gz")


def trusted(
    events: Sequence[Event], importance: Sequence[float], articles: int, kept: Collection[PassageKey] = ()
) -> list[Event]:
    """The events whose lines are likely right, of a pile of so many independent articles.

    `importance[i]` is that of `events[i]`, 0 for what is background.

    The least likely are left out until those that are left are right as often as a reader wants: of plain reports few
    or none, of live pages and comment many, in which also what looks right is less often so. Of few articles only a
    small part is left out: there is little to read, and each line counts. What calls a plan off, what weighs most in
    the story, and what is `kept`, stays.
    """
    if not events:
        return []
    scores = [confidence(event) for event in events]
    lacking = max(0.0, _PLAIN - sum(scores) / len(scores))
    chances = [_chance(score - lacking) for score in scores]
    order = sorted(range(len(events)), key=scores.__getitem__)
    likely, unlikely, most = sum(chances), 0, math.floor(part(articles) * len(events))
    while unlikely < most and likely < _WANTED * (len(events) - unlikely):
        likely -= chances[order[unlikely]]
        unlikely += 1
    ranked = sorted(range(len(events)), key=lambda n: (-importance[n], -scores[n]))
    weightiest = ranked[: math.ceil(_WEIGHTIEST * len(events))]
    out = {
        n
        for n in set(order[:unlikely]).difference(weightiest)
        if head_of(events[n])[0].status not in _OFF
        and not any(telling.passage.key in kept for telling in events[n].tellings)
    }
    return [event for n, event in enumerate(events) if n not in out]


def part(articles: int) -> float:
    """The part of the lines of so many independent articles that is left out at most, from 0 to 1."""
    stays = (1 - _LEAST_PART) * min(1.0, _FEW / max(1, articles))
    return min(_GREATEST_PART, 1 - stays)


def may_be_key(event: Event) -> bool:
    """Whether its line is sure enough to be shown first."""
    return confidence(event) >= _SURE


def _chance(score: float) -> float:
    """How likely a line of this confidence is right, from 0 to 1."""
    return 1 / (1 + math.exp(-score / _LOGIT))


def confidence(event: Event) -> int:
    """How likely the line of an event is right, in thousandths of a logit: many small weights add up to it.

    What was not parsed is trusted, since the model looks at trees; so is each line of a language without the model.
    """
    stands, head = head_of(event)
    model = _model(head.language)
    is_unread = not model or (head.passage.is_dated and not head.reading.tree)
    return _UNKNOWN if is_unread else linear.score(model, features(stands, head))


def _step(number: int, steps: Sequence[int]) -> int:
    return sum(step <= number for step in steps)


def features(stands: Standing, head: Telling) -> Iterator[str]:
    """How the line is told that stands so and has this passage as its head, by names that the model knows."""
    yield "bias"
    yield from _dated(stands, head)
    yield from _headed(head)
    yield from _worded(head)
    passage = head.passage
    if passage.is_dated:
        told = surface.features(passage.told.cut, passage.timex, passage.article.published)
        yield from (f"date {name}" for name in told)
        tree = [f"tree {name}" for name in head.reading.tree]
        yield from tree
        # Where a date stands in its sentence means another thing in a plan than in what somebody says was.
        stand = (f"status {stands.status}", f"role {head.reading.role} {head.reading.tells}")
        yield from (f"{one} & {name}" for one in stand for name in tree)
    else:
        yield "undated"


def _dated(stands: Standing, head: Telling) -> Iterator[str]:
    date, status, reading = stands.date, stands.status, head.reading
    yield f"grain {date.granularity}"
    yield f"basis {date.basis}"
    yield f"status {status}"
    yield f"status {status} basis {date.basis}"
    yield f"status {status} grain {date.granularity}"
    yield f"role {reading.role} {reading.tells}"
    yield f"role {reading.role} grain {date.granularity}"
    yield f"several {len({one.article.id for one in stands.tellings}) > 1}"
    published = head.article.published
    if published is None:
        return
    back, ahead = (published - date.last).days, (date.first - published).days
    when = f"ahead {_step(ahead, _DAYS)}" if ahead > 0 else f"back {_step(back, _DAYS)}"
    yield when
    yield f"{when} status {status}"
    yield f"status {status} {'past' if back > 0 else 'ahead' if ahead > 0 else 'now'}"


def _headed(head: Telling) -> Iterator[str]:
    reading, passage = head.reading, head.passage
    yield f"says {head.says} {head.is_statement}"
    yield f"said {reading.said_by is not None} speech {reading.is_speech}"
    yield f"passing {reading.in_passing}"
    yield f"planned {reading.was_planned}"
    yield f"part {is_part(head)}"
    yield f"hard {is_hard_alone(head)}"
    yield f"alone {stands_alone(head)}"
    yield f"context {is_needed(head)}"
    yield f"meaning {meaning_of(head) is not None}"
    yield f"meant {head.meant is not None}"
    yield f"reference {head.is_reference} definite {head.is_definite}"
    yield f"trigger {head.trigger}"
    yield from (f"kind {kind}" for kind in sorted(head.kinds_of_trigger))
    yield f"who {min(3, len(head.participants))}"
    yield f"where {min(2, len(head.places))}"
    yield f"names {min(4, len(head.names))}"
    yield from (f"against {reason.name}" for reason in held_against(head))
    yield f"depth {_step(passage.order, _DEPTHS)}"
    yield f"article {_step(passage.of, _SENTENCES)}"
    yield f"cut {head.span != passage.sentence}"
    whole = headline_span(head)
    yield f"head cut {whole.start != passage.sentence.start} {whole.end != passage.sentence.end}"
    yield f"roles {None if reading.roles is None else min(3, len(reading.roles))}"


def _worded(head: Telling) -> Iterator[str]:
    cut, span = head.passage.told.cut, headline_span(head)
    numbers = [n for n, word in enumerate(cut.words) if span.start <= word.start < span.end]
    words: list[Word] = [cut.words[n] for n in numbers]
    if not words:
        return
    yield f"length {_step(len(words), _LENGTHS)}"
    yield f"capitals {min(5, sum(word.text[0].isupper() for word in words[1:]))}"
    yield f"first capital {words[0].text[0].isupper()}"
    yield f"first {words[0].lower}"
    yield f"last {words[-1].lower}"
    yield from (f"mark {mark}" for mark in sorted(_MARKS.intersection(word.text for word in words)))
    yield from sorted({f"word {word.lower}" for word in words if word.text.islower()})
    finite = [n for n in cut.finite if numbers[0] <= n <= numbers[-1]]
    yield f"finite {min(4, len(finite))}"
    yield f"dates {min(3, len(head.passage.siblings))}"
    if finite:
        verb = finite[0]
        yield f"verb {cut.words[verb].lower}"
        yield f"before verb {_step(verb - numbers[0], (1, 2, 3, 5, 8))}"
        before = cut.words[verb - 1] if verb > numbers[0] else None
        yield f"subject {_shape(before)}"
        at = cut.index(head.passage.timex.start) if head.passage.is_dated else None
        if at is not None:
            nearest = min(finite, key=lambda n: abs(n - at))
            yield f"date verb {_step(abs(at - nearest), (1, 2, 4, 7, 11))} {at < nearest}"
            yield f"date first verb {nearest == verb}"
            yield f"date in head {numbers[0] <= at <= numbers[-1]}"
            yield f"date clause {cut.clause(at)[0] == cut.clause(verb)[0]}"
            yield f"date place {3 * (at - numbers[0]) // len(numbers)}"
        if verb + 1 < len(cut.words):
            yield f"verb two {cut.words[verb].lower} {cut.words[verb + 1].lower}"


def _shape(word: Word | None) -> str:
    if word is None:
        return "none"
    return "name" if word.text[0].isupper() else "mark" if word.text in _MARKS else "noun"
