"""What is one event though dated differently: by the month and by the day, before it was moved and after, by a slip."""

import math
from collections.abc import Iterable, Mapping, Sequence

from dateline.model import EntryDate, Status
from dateline.reading.entry_dates import entry_date
from dateline.timeline.close import plan_moves as moves
from dateline.timeline.close.tellings import Telling
from dateline.timeline.merge.blocking import Window, marks
from dateline.timeline.merge.happening import has_the_same_words, tells_the_same
from dateline.timeline.merge.likeness import FINE, NEVER, STANDING, SURELY, Rarity, are_others, likeness, together_by
from dateline.timeline.select.passages import SentencePlace, finest

Group = list[Telling]

# Groups that one is compared with at most: those that share the most with it.
_CANDIDATES = 24
# Log odds from which what is told by a coarser date is of the event of a finer one within it, by the days the coarser
# one covers at most, and by how much that event must be likelier than any other. By what is so joined in the judged
# stories, of which all but one are one event: within a year much of one kind happens, and a week's news is full of what
# is alike.
_FITS = ((10, 2.0), (93, 0.25), (366, 2.75))
_BY_FAR = 1.5
# Days of the longest date that a still longer one may join: a quarter.
_FINE_ENOUGH = 93
# Names that tellings of a longer and a shorter date must share; one place counts for all.
_NAMES = 2
# Log odds from which a plan is the one whose new day is told. By reading what was joined in a score of stories.
PLAN_MOVED = 1.5
# Days by which a plan is moved at most.
_MOVED_BY = 120
# Log odds, dates aside, from which two groups of neighbouring days are surely one event.
SURELY_ONE = 3.5
# Words that tellings of neighbouring days must share to be one event: so many, and such a share of the shorter one's,
# less where both count the same.
_WORDS_OF_ONE = 4
_SAME_TEXT = 0.75
_SAME_DEED = 0.5
# Days by which articles that tell one event may differ: by a slip, by time zones, or by the day they came out.
_SLIP = 1

# Days before its publication on which took place what a report opens with and gives no day for, of news and of a story
# that goes round; and the log odds, dates aside, from which it is what is told of such a day. By reading what was
# joined in a score of stories.
_NEWS_WITHIN, REPORTED_WITHIN = 3, 14
# The same of what somebody has said.
_SAID_WITHIN = 1
_TOLD_ALREADY, _SURELY_TOLD = 0.8, 1.3

# What lies ahead or is in doubt: told at a coarser grain, it may be fulfilled on another day.
_OPEN = frozenset({Status.EXPECTED, Status.SCHEDULED, Status.PROPOSED, Status.UNCERTAIN})
_AHEAD = frozenset({Status.EXPECTED, Status.SCHEDULED})
_FACT = frozenset({Status.HAPPENED, Status.ONGOING})


def finer(groups: Sequence[Group], rare: Rarity) -> list[Group]:
    """Let what is told by a coarser date join the one event of a finer date within it that fits."""
    ordered = sorted(range(len(groups)), key=lambda number: (_days(groups[number]), date_of(groups[number]).first))
    window = Window(_CANDIDATES)
    into: dict[int, int] = {}
    for number in ordered:
        group = groups[number]
        is_coarse, may_hold = may_be_finer(group), _days(group) < _FINE_ENOUGH
        dated = dated_marks(group, rare) if is_coarse or may_hold else []
        if is_coarse:
            near = [other for other in window.alike(dated) if is_within(date_of(groups[other]), date_of(group))]
            fit = best_fit(group, {other: groups[other] for other in near}, rare)
            if fit is not None:
                into[number] = fit
                continue
        if may_hold:
            window.add(number, dated)
    return _joined(groups, into.items())


def reported(groups: Sequence[Group], rare: Rarity) -> list[Group]:
    """Let what opens a report and gives no day join what is told of it by its day, or by an earlier report's opening.

    It took place by the day of publication, and not long before it.
    """
    of_day: dict[int, Window] = {}
    into: dict[int, int] = {}
    for number in sorted(range(len(groups)), key=lambda number: (date_of(groups[number]).first, number)):
        group = groups[number]
        if not date_of(group).is_day:
            continue
        day, own = date_of(group).first.toordinal(), group_marks(group, rare)
        if is_reported(group):
            before = [(day - other, window) for other, window in of_day.items() if day - other <= REPORTED_WITHIN]
            found = _told_already(groups, group, before, rare)
            if found is not None:
                into[number] = found
                continue
        of_day.setdefault(day, Window(_CANDIDATES)).add(number, own)
    return _joined(groups, into.items())


def _told_already(
    groups: Sequence[Group], group: Group, before: Iterable[tuple[int, Window]], rare: Rarity
) -> int | None:
    """The number of the group that tells what an undated one does, of those of so many days `before`; None for none."""
    own = group_marks(group, rare)
    likely = [
        (likely, -number)
        for days, window in before
        for number in window.alike(own)
        if may_be_reported(groups[number], group, days)
        and (likely := as_one(groups[number], group, rare)) >= least_reported(days)
    ]
    return -max(likely)[1] if likely else None


def least_reported(days: int) -> float:
    """Log odds from which what is told of a day is what a report opened with that came out so many days later."""
    return _TOLD_ALREADY if days <= _NEWS_WITHIN else _SURELY_TOLD if days <= REPORTED_WITHIN else math.inf


def may_be_reported(group: Group, report: Group, days: int) -> bool:
    """Whether a report that gives no day may open with what a group tells of a day so many days before.

    What is news tells the same happening; of what is older, reports tell the like day after day, in other words. What
    somebody has said two days later is another thing, and so is what others do.
    """
    is_alike = tells_the_same if days <= _NEWS_WITHIN else has_the_same_words
    return any(
        is_alike(a, b) and not are_others(a, b) and not (days > _SAID_WITHIN and a.is_statement and b.is_statement)
        for a in group[:STANDING]
        for b in report[:STANDING]
    )


def is_reported(group: Group) -> bool:
    """Whether no passage of a group gives a day."""
    return not any(telling.passage.is_dated for telling in group)


def moved(groups: Sequence[Group], rare: Rarity) -> list[Group]:
    """Join what is told of the old day of a plan that was moved with what is told of its new day."""
    holder = {telling.passage.key: number for number, group in enumerate(groups) for telling in group}
    of_sentence: dict[SentencePlace, Group] = {}
    for group in groups:
        for telling in group:
            of_sentence.setdefault(telling.passage.place, []).append(telling)
    news = [t for group in groups for t in group if t.passage.date.granularity in FINE and moves.is_new_day(t.passage)]
    pairs: list[tuple[int, int]] = []
    window = _plans(groups, rare) if news else Window(0)
    for new in news:
        told = of_sentence[new.passage.place]
        old = [t for t in told if t.passage.date != new.passage.date and moves.is_old_day(t.passage, t.reading)]
        if old:
            pairs += [(holder[new.passage.key], holder[telling.passage.key]) for telling in old]
            continue
        near = [n for n in window.alike(marks(new, rare)) if n != holder[new.passage.key] and was_plan(groups[n], new)]
        fits = [n for n in near if as_one([new], groups[n], rare) >= PLAN_MOVED]
        if len(fits) == 1:
            pairs.append((holder[new.passage.key], fits[0]))
    return _joined(groups, pairs)


def slipped(groups: Sequence[Group], rare: Rarity) -> list[Group]:
    """Join groups of neighbouring days that are surely one event: some date it by a slip, or by the day they came out.

    Whoever tells of both days tells two events. So do two groups of which either has another as like it.
    """
    of_day: dict[int, Window] = {}
    found: dict[int, list[int]] = {}
    days = [number for number, group in enumerate(groups) if date_of(group).is_day]
    for number in sorted(days, key=lambda number: (date_of(groups[number]).first, number)):
        group = groups[number]
        day = date_of(group).first.toordinal()
        own = group_marks(group, rare)
        for earlier in range(day - _SLIP, day):
            for other in of_day[earlier].alike(own) if earlier in of_day else ():
                if may_be_slip(groups[other], group) and as_one(groups[other], group, rare) >= SURELY_ONE:
                    found.setdefault(number, []).append(other)
                    found.setdefault(other, []).append(number)
        of_day.setdefault(day, Window(_CANDIDATES)).add(number, own)
    return _joined(
        groups,
        [
            (one, others[0])
            for one, others in sorted(found.items())
            if len(others) == 1 and len(found[others[0]]) == 1 and one < others[0]
        ],
    )


def may_be_slip(one: Group, other: Group) -> bool:
    """Whether two groups of neighbouring days may tell one happening: as facts, and no article tells of both days."""
    if not {telling.article.id for telling in one}.isdisjoint(telling.article.id for telling in other):
        return False
    settled = all(any(telling.reading.status in _FACT for telling in group) for group in (one, other))
    return settled and any(_is_slip(a, b) for a in one[:STANDING] for b in other[:STANDING])


def _is_slip(one: Telling, other: Telling) -> bool:
    """Whether two tellings of neighbouring days have more in common than two days of one kind have.

    The same deed with the same count, and no other; or the same words. What is said on two days is two statements.
    """
    if one.says or other.says or one.trigger is None or one.trigger != other.trigger:
        return False
    figures = [{(figure.counts, figure.value) for figure in telling.figures} for telling in (one, other)]
    if figures[0] != figures[1]:
        return False
    shared = len(one.words & other.words)
    smaller = min(len(one.words), len(other.words))
    return shared >= _WORDS_OF_ONE and shared >= (_SAME_DEED if figures[0] else _SAME_TEXT) * smaller


def _plans(groups: Sequence[Group], rare: Rarity) -> Window:
    """The groups that are told as plans for a day, to be found by their marks."""
    window = Window(_CANDIDATES)
    for number, group in enumerate(groups):
        if date_of(group).granularity in FINE and any(telling.reading.status in _AHEAD for telling in group):
            window.add(number, group_marks(group, rare))
    return window


def was_plan(group: Group, new: Telling) -> bool:
    """Whether a group may tell the plan whose new day a passage tells: of another day, and published before."""
    apart = abs((date_of(group).first - new.passage.date.first).days)
    return 0 < apart <= _MOVED_BY and all(
        telling.article.published is None
        or new.article.published is None
        or telling.article.published <= new.article.published
        for telling in group
    )


def may_be_finer(group: Group) -> bool:
    """Whether what a group tells by a longer date may be what another tells by a shorter one within it."""
    grain = date_of(group).granularity
    if date_of(group).is_day or _days(group) >= _FITS[-1][0]:
        return False
    return grain in FINE or all(telling.reading.status not in _OPEN for telling in group)


def best_fit(coarse: Group, near: Mapping[int, Group], rare: Rarity) -> int | None:
    """The number of the finer date's group that is of the event of a coarser one's; None where none is by far."""
    likely = sorted(((as_one(coarse, fine, rare), -number) for number, fine in near.items()), reverse=True)
    if not likely or (len(likely) > 1 and likely[1][0] > likely[0][0] - _BY_FAR):
        return None
    best = -likely[0][1]
    return best if fits(coarse, near[best], likely[0][0]) else None


def fits(coarse: Group, fine: Group, likeness: float) -> bool:
    """Whether the group of a finer date, that is so like one of a coarser date, is of its event."""
    least = next((least for days, least in _FITS if _days(coarse) < days), math.inf)
    return (
        likeness >= least
        and any(_may_be_one(a, b) for a in coarse[:STANDING] for b in fine[:STANDING])
        and not any(_tells_both(telling, date_of(coarse)) for telling in fine[:STANDING])
    )


def _tells_both(telling: Telling, coarse: EntryDate) -> bool:
    """Whether the sentence of what is told of a day tells something else of the coarser date.

    `The bomb of Thursday is revenge for the strikes of this month`.
    """
    others = (timex for timex in telling.passage.siblings if timex.span != telling.passage.timex.span)
    return any(entry_date(timex) == coarse for timex in others)


def _may_be_one(one: Telling, other: Telling) -> bool:
    """Whether two tellings agree in what happens and in who or where."""
    happens = (one.trigger is not None and one.trigger == other.trigger) or not (
        (one.kinds | one.kinds_near).isdisjoint(other.kinds | other.kinds_near)
    )
    named = (one.names | one.ties | one.places_named) & (other.names | other.ties | other.places_named)
    return happens and (len(named) >= _NAMES or not one.places_named.isdisjoint(other.places_named))


def as_one(one: Group, other: Group, rare: Rarity) -> float:
    """Log odds, dates aside, that two groups are one event: of the likeliest pair, and of the groups as a whole."""

    def like(a: Telling, b: Telling) -> float:
        if a.article.id == b.article.id and a.passage.sentence == b.passage.sentence:
            # A sentence with two dates tells two things, unless both are of one verb.
            return SURELY if a.reading.trigger is not None and a.reading.trigger == b.reading.trigger else NEVER
        return likeness(a, b, rare)

    # Each pair is compared once, for both.
    likes = [[like(a, b) for b in other[:STANDING]] for a in one[:STANDING]]
    closest = max(map(max, likes))
    return (closest + together_by(likes)) / 2


def _joined(groups: Sequence[Group], pairs: Iterable[tuple[int, int]]) -> list[Group]:
    """The groups, those of each pair of numbers made one."""
    root = list(range(len(groups)))

    def find(number: int) -> int:
        while root[number] != number:
            root[number] = root[root[number]]
            number = root[number]
        return number

    for one, other in pairs:
        first, second = sorted((find(one), find(other)))
        root[second] = first
    made: dict[int, Group] = {}
    for number, group in enumerate(groups):
        made.setdefault(find(number), []).extend(group)
    return list(made.values())


def group_marks(group: Group, rare: Rarity) -> list[tuple[str, float]]:
    """The marks of a group's first tellings, each once."""
    return sorted({mark: weight for telling in group[:STANDING] for mark, weight in marks(telling, rare)}.items())


def dated_marks(group: Group, rare: Rarity) -> list[tuple[str, float]]:
    """The marks of a group for each month that its date reaches into."""
    date = date_of(group)
    months = range(12 * date.first.year + date.first.month, 12 * date.last.year + date.last.month + 1)
    return [(f"{month} {mark}", weight) for month in months for mark, weight in group_marks(group, rare)]


def is_within(inner: EntryDate, outer: EntryDate) -> bool:
    """Whether a shorter date lies within a longer one."""
    return inner.length < outer.length and outer.holds(inner)


def date_of(group: Group) -> EntryDate:
    """The finest date that a group tells: by it, groups are compared."""
    return finest(telling.passage.date for telling in group)


def _days(group: Group) -> int:
    return date_of(group).length
