"""A ledger and a moment before its last articles in, what these changed out.

Everything dated that the new articles tell is held against everything told before. An event is new only if no earlier
article tells it; what an article tells again without a change is listed with the article, and counted as none.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dateline.model import (
    Article,
    ArticleReference,
    Change,
    ChangeKind,
    Changes,
    Entry,
    Evidence,
    FigureChange,
    Level,
    NewArticle,
    Repetition,
)
from dateline.timeline.changes.compare import AHEAD, FACT, kind_of
from dateline.timeline.changes.ledger import Known, Ledger, Out
from dateline.timeline.changes.raised import raised
from dateline.timeline.changes.ranking import Weighed, ranked
from dateline.timeline.close.lines import telling_something
from dateline.timeline.close.story_forms import of_story
from dateline.timeline.close.stretches import Stretches
from dateline.timeline.close.tellings import Telling, close_reading
from dateline.timeline.describe.entries import Described, entries, evidence_of
from dateline.timeline.describe.importance import importance
from dateline.timeline.describe.levels import levels
from dateline.timeline.describe.provenance import Sources
from dateline.timeline.select.events import Event
from dateline.timeline.story import Story

if TYPE_CHECKING:
    from dateline.events.parsing.parser import Parsers

# Days before the earlier moment from which an event still counts as news; what lies further back and is told for the
# first time is background that an article recalls.
_NEWS_DAYS = 7
# Changes whose passages are parsed: those that are shown first.
_PARSED = 12
# Earlier passages of each that are parsed: the latest.
_PARSED_BEFORE = 3
# What a change weighs that is only named beside something else, in the order of changes. By `benchmarks/changes.py`.
_ONLY_NAMED = 0.5
# Days of the longest date whose passing is told of: a month.
_PASSING = 31

_Passage = tuple[str, dt.date | None, int]
"""What tells a passage: its article, the version of it, and where its time expression stands."""


@dataclass(frozen=True, slots=True)
class Moment:
    """What was out before some articles, and what came out with them."""

    ledger: Ledger
    """What all articles tell, up to the later moment."""
    articles: Sequence[Article]
    """Each by its number in the ledger."""
    was_out: Out
    """Whether an article was out before."""
    since: dt.date
    until: dt.date
    last: dt.date
    """The day on which the last article before came out; the first of all days where there was none."""
    newest: dt.date
    """The day on which the last article came out."""
    new: Story
    """What the new articles tell."""
    sources: Sources
    """Where what all articles tell comes from."""
    most_are: float | None
    """How near to what the story is about most reports open."""
    described: Described
    """Events as they were described at the moments before; it grows."""
    parsed: dict[_Passage, Telling | None]
    """Passages that were parsed, None where they tell nothing by that, as far as they were asked for; it grows."""
    parsers: "Parsers | None" = None

    def changes(self, title_of: Callable[[Sequence[Entry]], str]) -> Changes:
        """What the new articles changed; `title_of` gives the story's title by its entries."""
        events = self._concerned()
        found = self._judged(events, {})
        if self.parsers is not None:
            first = {change.entry for change in self._in_order(found)[:_PARSED]}
            leading = [one for one in found if one.entry.id in first]
            again = self._read_again([one.event for one in leading])
            judged = {one.event.number: one for one in self._judged([one.event for one in leading], again)}
            found = [judged.get(one.event.number, one) for one in found]
        changes = self._in_order(found)
        title = title_of([one.entry for one in found])
        return Changes(title, self.since, self.until, tuple(changes), tuple(self._articles(found, changes)))

    def _in_order(self, found: Sequence["_Judged"]) -> list[Change]:
        weighed = [
            Weighed(one.change, one.importance * _told_share(one.tellings), self._nearness(one), one.tellings[0].words)
            for one in found
            if one.change
        ]
        return ranked(_one_for_each_figure(weighed), self.since, self.until)

    def _nearness(self, one: "_Judged") -> float:
        return max(self.new.subject.nearness(telling.passage.told.terms) for telling in one.tellings)

    def _concerned(self) -> list[Known]:
        """The events that the new articles tell of or take back, and the plans whose day has passed."""
        numbers = (number for number in range(len(self.articles)) if not self.was_out(number))
        touched = {event.number for number in numbers for event in self.ledger.told_by(number)}
        passed = {event.number for event in self.ledger.ending(self.last, self.newest) if self._has_passed(event)}
        return [self.ledger.events[number] for number in sorted(touched | passed)]

    def _has_passed(self, event: Known) -> bool:
        """Whether an event was to come on a day that the new articles are the first to come out after."""
        told = event.told[-1]
        date = told.telling.passage.date
        if not self.last <= date.last < self.newest or told.gone is not None:
            return False
        is_plan = told.telling.reading.status in AHEAD and date.length <= _PASSING
        return is_plan and not self._is_told_of(told.telling)

    def _is_told_of(self, plan: Telling) -> bool:
        """Whether anything told of the day of a plan may be what became of it."""
        first, last = plan.passage.date.first.toordinal(), plan.passage.date.last.toordinal()
        values = {plan.passage.date.value, *(dt.date.fromordinal(day).isoformat() for day in range(first, last + 1))}
        return any(
            told.telling.reading.status in FACT and _may_be_one(plan, told.telling)
            for value in sorted(values)
            for event in self.ledger.on(value)
            for told in event.told
        )

    def _judged(self, events: Sequence[Known], again: Mapping[_Passage, Telling | None]) -> list["_Judged"]:
        """What became of each event."""
        sides = [self._sides(event, again) for event in events]
        kept = [number for number, (before, after) in enumerate(sides) if before or after]
        events, sides = [events[number] for number in kept], [sides[number] for number in kept]
        old = self._entries([before for before, _ in sides])
        now = self._entries([after for _, after in sides])
        new = [self._new(event, again) for event in events]
        fresh = [own or after or before for own, (before, after) in zip(new, sides, strict=True)]
        weights = importance([Event(tellings, None) for tellings in fresh], self.new)
        near = self._levels(new, weights)
        figures = self._figures(events, again)
        judged = []
        for number, event in enumerate(events):
            earlier, later = old[number], now[number]
            if later:
                later = replace(later, level=near[number], importance=round(weights[number], 4))
            entry = later or earlier
            if entry is None:
                continue
            one = _Judged(event, entry, weights[number], near[number], None, self._shown(new[number]), fresh[number])
            change = self._change(one, earlier, later, figures.get(event.number))
            judged.append(replace(one, change=change))
        return judged

    def _levels(self, new: Sequence[Sequence[Telling]], weights: Sequence[float]) -> list[Level]:
        """How near each event is to what the new articles are about; what they do not tell is neither near nor far."""
        told = [number for number, tellings in enumerate(new) if tellings]
        found = levels([Event(new[n], None) for n in told], [weights[n] for n in told], self.new, self.most_are)
        near = dict(zip(told, found, strict=True))
        return [near.get(number, Level.NORMAL) for number in range(len(new))]

    def _sides(self, event: Known, again: Mapping[_Passage, Telling | None]) -> tuple[list[Telling], list[Telling]]:
        """Its tellings before and after."""
        return _read_as(again, event.by(self.was_out)), _read_as(again, event.by(_all_out))

    def _entries(self, groups: Sequence[Sequence[Telling]]) -> list[Entry | None]:
        """An entry for each group of tellings; None for an empty one."""
        events = [Event(group, None) for group in groups if group]
        blank = [0.0] * len(events)
        normal = [Level.NORMAL] * len(events)
        made = iter(entries(self.new.language, events, self.sources, blank, normal, self.described))
        return [next(made) if group else None for group in groups]

    def _new(self, event: Known, again: Mapping[_Passage, Telling | None]) -> list[Telling]:
        """Its passages that no earlier article, or version of one, has."""
        fresh = [told.telling for told in event.told if told.gone is None and not self.was_out(told.since)]
        return _read_as(again, fresh)

    def _shown(self, tellings: Sequence[Telling]) -> tuple[Evidence, ...]:
        """Passages as they are shown."""
        return tuple(dict.fromkeys(evidence_of(telling, self.sources) for telling in tellings))

    def _is_background(self, entry: Entry) -> bool:
        return (self.since - entry.date.last).days > _NEWS_DAYS

    def _change(
        self, one: "_Judged", before: Entry | None, after: Entry | None, figure: "_Figure | None"
    ) -> Change | None:
        """How an event differs; None when nothing new was told of it."""
        if after is None:
            if before is None:
                return None
            return Change(ChangeKind.GONE, before.id, before.date, before, None, before.evidence, one.level)
        difference = figure.change if figure else None
        if before is None:
            if self._is_background(after):
                return None
            if self._has_passed(one.event):
                return self._unconfirmed(one, None, after)
            holder = figure.holder if figure else None
            kind = ChangeKind.REVISED if holder else ChangeKind.NEW
            return Change(kind, after.id, after.date, holder, after, one.told, one.level, difference)
        old = {(evidence.article, evidence.exact) for evidence in before.evidence}
        told = tuple(evidence for evidence in one.told if (evidence.article, evidence.exact) not in old)
        now = {(evidence.article, evidence.exact) for evidence in after.evidence}
        taken_back = tuple(e for e in before.evidence if (e.article, e.exact) not in now)
        if taken_back:
            return Change(
                ChangeKind.CORRECTED, after.id, after.date, before, after, told or taken_back, one.level, difference
            )
        is_news = not self._is_background(after)
        found = kind_of(before, after, told, revised=figure is not None, is_news=is_news) if told else None
        if found is None:
            return self._unconfirmed(one, before, after) if self._has_passed(one.event) else None
        return Change(found, after.id, after.date, before, after, told, one.level, difference)

    def _unconfirmed(self, one: "_Judged", before: Entry | None, after: Entry) -> Change:
        return Change(ChangeKind.UNCONFIRMED, after.id, after.date, before, after, after.evidence, one.level)

    def _figures(self, events: Sequence[Known], again: Mapping[_Passage, Telling | None]) -> dict[int, "_Figure"]:
        """By the number of an event: the figure of its new passages that brings an earlier one up to date."""
        fresh = [telling for event in events for telling in self._new(event, again)]
        found = {one.by: one for one in raised(self.ledger, fresh, self.new.copies, self.sources)}
        others = {one.holder: self.ledger.events[one.holder].by(self.was_out) for one in found.values()}
        held = dict(zip(others, self._entries(list(others.values())), strict=True))
        return {
            number: _Figure(one.change, held.get(one.holder) if one.holder != number else None)
            for number, one in found.items()
        }

    def _read_again(self, events: Sequence[Known]) -> dict[_Passage, Telling | None]:
        """The new passages of events, and their latest earlier ones, read by the parser."""
        wanted: list[Telling] = []
        for event in events:
            wanted += [*event.by(self.was_out)[-_PARSED_BEFORE:], *self._new(event, {})]
        missing = {_key(telling): telling.passage for telling in wanted if _key(telling) not in self.parsed}
        self.parsed.update(dict.fromkeys(missing))
        # Versions of one article are read one after the other: names go by article.
        while missing:
            of_article = {passage.article.id: passage.reading for passage in reversed(missing.values())}
            now = {key: one for key, one in missing.items() if of_article[one.article.id] is one.reading}
            known = {name: named for one in of_article.values() for name, named in of_story([one]).items()}
            again = close_reading(now.values(), self.parsers, Stretches(known))
            self.parsed.update((_key(telling), telling) for telling in telling_something(again))
            missing = {key: one for key, one in missing.items() if key not in now}
        return {_key(telling): self.parsed[_key(telling)] for telling in wanted}

    def _articles(self, found: Sequence["_Judged"], changes: Sequence[Change]) -> Iterator[NewArticle]:
        """The new articles, each with what it changes, repeats and recalls."""
        order = {change.entry: number for number, change in enumerate(changes)}
        for article in self.new.articles:
            own = [(one, e) for one in found for e in one.told if e.article == article.id]
            changed = {one.entry.id for one, _ in own if one.entry.id in order}
            again = [(one, e) for one, e in own if one.entry.id not in order]
            repeats: dict[str, Repetition] = {}
            recalls = set()
            for one, evidence in sorted(again, key=lambda pair: (pair[1].start, pair[0].event.number)):
                if one.event.told and self.was_out(one.event.told[0].since):
                    repeats.setdefault(
                        one.entry.id, Repetition(one.entry.id, one.entry.date, one.entry.headline, evidence)
                    )
                else:
                    recalls.add(one.entry.id)
            yield NewArticle(
                ArticleReference.to(article),
                tuple(sorted(changed, key=order.__getitem__)),
                tuple(repeats.values()),
                len(recalls),
            )


@dataclass(frozen=True, slots=True)
class _Judged:
    """An event, and what became of it."""

    event: Known
    entry: Entry
    importance: float
    level: Level
    change: Change | None
    told: tuple[Evidence, ...]
    """Its new passages, as they are shown."""
    tellings: Sequence[Telling]
    """What these tell; of what the new articles do not tell, what was told before."""


@dataclass(frozen=True, slots=True)
class _Figure:
    """A figure that is another one now."""

    change: FigureChange
    holder: Entry | None
    """The entry that had the figure before; None where it is the same event."""


def _told_share(tellings: Sequence[Telling]) -> float:
    """What is left of the weight of a change: less where its passages only name what took place, `Monday's curfew`."""
    return 1.0 if any(not (telling.is_beside or telling.reading.in_passing) for telling in tellings) else _ONLY_NAMED


def _all_out(_number: int) -> bool:
    return True


def _read_as(again: Mapping[_Passage, Telling | None], tellings: Sequence[Telling]) -> list[Telling]:
    """Tellings as the parser has them where it was asked, without those that tell nothing by it."""
    return [read for one in tellings if (read := again.get(_key(one), one)) is not None]


def _key(telling: Telling) -> _Passage:
    return (telling.article.id, telling.article.available, telling.passage.timex.start)


def _may_be_one(plan: Telling, other: Telling) -> bool:
    """Whether a telling may be what became of a plan: it names somebody or somewhere of it, and the same happens."""
    named = (plan.names | plan.places_named) & (other.names | other.places_named)
    what = (plan.kinds | plan.kinds_near) & (other.kinds | other.kinds_near)
    return bool(named) and (bool(what) or plan.trigger == other.trigger or not plan.words.isdisjoint(other.words))


def _one_for_each_figure(weighed: Sequence[Weighed]) -> list[Weighed]:
    """The changes, of those that bring one figure up to date the weightiest."""
    best: dict[tuple[str, float, float], Weighed] = {}
    kept = []
    for one in weighed:
        figure = one.change.figure if one.change.kind is ChangeKind.REVISED else None
        if figure is None:
            kept.append(one)
            continue
        key = (figure.counts, figure.before.value, figure.after.value)
        if key not in best or one.importance > best[key].importance:
            best[key] = one
    return [*kept, *best.values()]
