"""Articles in, the acts they tell out: coded, dated, with who takes part, where, and how each stands.

Only sentences that can hold an act are parsed. What the article tells of a person anywhere (`North Korean leader Kim
Jong Un`) counts wherever it names him.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from dateline.coding.clauses import is_of, is_somebody
from dateline.coding.gate import gate
from dateline.coding.modes import contexts_of, mode_of
from dateline.coding.ontology import HOSTILE, KIND, MUTUAL
from dateline.coding.parties import Parties, Party
from dateline.coding.sentences import Act, acts
from dateline.coding.who import Coded, code, land_of
from dateline.entities.toponyms import Location
from dateline.events.attribution.spans import attributions
from dateline.events.mentions.mentions import dates, status_on, voices
from dateline.events.mentions.participants import place
from dateline.events.mentions.triggers import triggers
from dateline.events.parsing.grammar import grammar
from dateline.events.parsing.parse import Parse
from dateline.events.parsing.parser import Parser
from dateline.events.speakers.speakers import Speakers
from dateline.events.status.certainty import status_of
from dateline.events.status.decision import Statuses
from dateline.events.status.verb_groups import is_headline
from dateline.model import Basis, EntryDate, Name, Span, Status, Timex
from dateline.reading.article import ArticleReading
from dateline.reading.entry_dates import basis_of, date_of, entry_date

# Sectors that tell nothing of politics by themselves.
_PRIVATE = frozenset(("CVL", "UNK", "BUS", "EDU", "JRN", "MED", "CRM"))
# Sectors that hold power, which protest against nobody.
_POWER = frozenset(("GOV", "COP", "MIL"))
# Types that are no event without somebody who acts: who is arrested or killed is an event whoever did it.
_NEEDS_ACTOR = KIND - {"RETREAT"} | {"REQUEST", "REJECT", "THREATEN", "PROTEST", "MOBILIZE"}
# Types that the plain present tells as a rule, where it gives no day: `the state bans such news`. What somebody says,
# or whom he meets, is told in it as done: `Peru accuses Chile`.
_HABITS = frozenset(("SUPPORT", "CONCEDE", "COERCE", "ASSAULT", "SANCTION", "PROTEST"))
# Classes of things that are attacked though nobody is named whose they are.
_TARGETS = ("building", "place", "armed", "troop", "peacekeeping", "border", "road")
# Dependencies by which a clause is part of what it hangs on, and of its date.
_PARTS = frozenset(("acl", "relcl", "advcl", "dobj", "pobj", "prep", "pcomp", "xcomp", "attr"))
_AMONG_EQUALS = MUTUAL | {"AID"}
_AHEAD = frozenset((Status.SCHEDULED, Status.EXPECTED))


@dataclass(frozen=True, slots=True)
class Telling:
    """An act as one article tells it."""

    span: Span
    """The word that names it."""
    sentence: Span
    type: str
    mode: str
    planned: str
    """The type of what is promised or threatened, where nothing but the future tense says so."""
    contexts: tuple[str, ...]
    status: Status
    said_by: str | None
    date: EntryDate | None
    """None where no words date it and the article has no day."""
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    is_mutual: bool
    """Whether actors and recipients do it together."""
    place: Name | None
    location: Location | None
    rule: str
    """The row of the tables it goes by."""


def tellings(readings: Sequence[ArticleReading], parser: Parser) -> Iterator[list[Telling]]:
    """The acts of each article, in text order; all are of the parser's language."""
    opened = gate(parser.language)
    chosen = [[s for s in reading.sentences if opened.may_hold(s.of(reading.article.text))] for reading in readings]
    parses = parser.parse(
        (reading.article.text, sentences) for reading, sentences in zip(readings, chosen, strict=True)
    )
    for reading, sentences, parse in zip(readings, chosen, parses, strict=True):
        yield _ArticleActs(reading, parse, sentences).read() if len(parse) else []


def _dated(parse: Parse, timexes: Sequence[Timex]) -> set[int]:
    """Positions of time expressions."""
    found: set[int] = set()
    first, last = 0, len(parse)
    for timex in timexes:
        while first < last and parse.ends[first] <= timex.start:
            first += 1
        position = first
        while position < last and parse.starts[position] < timex.end:
            found.add(position)
            position += 1
    return found


class _ArticleActs:
    def __init__(self, reading: ArticleReading, parse: Parse, sentences: Sequence[Span]) -> None:
        self._reading = reading
        self._parse = parse
        self._sentences = sentences
        self._dated = _dated(parse, reading.timexes)

    def read(self) -> list[Telling]:
        reading = self._reading
        found = acts(self._parse, self._dated)
        if not found:
            return []
        # What is asked of all sentences is asked of those alone that tell an act.
        parse = self._parse = self._parse.only({self._parse.sentence[act.trigger] for act in found})
        self._dated = _dated(parse, reading.timexes)
        found = acts(parse, self._dated)
        known = sorted({*triggers(parse), *(act.trigger for act in found), *(act.verb for act in found)} - self._dated)
        self._days = dates(parse, known, reading.timexes)
        self._statuses = Statuses(parse)
        speakers = Speakers(reading.names, reading.sentences)
        self._said_by = voices(parse, attributions(parse, speakers))
        return [telling for act in found if (telling := self._telling(act)) is not None]

    def _telling(self, act: Act) -> Telling | None:
        parse, article = self._parse, self._reading.article
        date = self._date(act)
        day = article.published if date is None else date.first
        parties = Parties(parse, day, self._known, lambda: self._land)
        own = {party.coded.country for party in parties.of(act.recipients, borrow=False)}
        actors = parties.of([head for head in act.actors if self._may_act(head, day)], own)
        # What is done among equals is done by and to different ones; what is done to somebody is mostly done at home.
        theirs = {party.coded.country for party in actors} if act.type in _AMONG_EQUALS else set()
        recipients = parties.of(act.recipients, theirs)
        named = {party.text for party in actors}
        recipients = [party for party in recipients if party.text not in named]
        where = place(parse, act.verb, self._dated) or place(parse, act.trigger, self._dated)
        if not actors and where is not None and act.type in HOSTILE | {"ACCUSE"}:
            actors = self._authorities(where, day)
        if not self._holds(act, actors, recipients) or not _is_political(act.type, actors, recipients):
            return None
        status = self._status(act, date)
        if status is Status.ONGOING and self._is_habit(act, date):
            return None
        return Telling(
            span=parse.span(act.trigger, act.trigger),
            sentence=self._sentence(act.trigger),
            type=act.type,
            mode=mode_of(parse, act),
            planned=act.base if act.is_ahead and act.base != act.type else "",
            contexts=contexts_of(parse, parse.sentence[act.trigger]),
            status=status,
            said_by=self._said_by.get(act.trigger),
            date=date,
            actors=tuple(actors),
            recipients=tuple(recipients),
            is_mutual=act.is_mutual,
            place=where,
            location=None if where is None else self._reading.names.toponyms.locate(where.text),
            rule=act.rule,
        )

    def _holds(self, act: Act, actors: Sequence[Party], recipients: Sequence[Party]) -> bool:
        """Whether what acts and what it is done to can take part: `the plan allows`, `kill livestock` are no acts."""
        if act.type == "ASSAULT":
            is_done_to = any(party.coded.country for party in recipients) or not act.recipients
            return is_done_to or any(self._is_target(head) for head in act.recipients)
        if act.type == "CONSULT" and actors and all(party.coded.is_country for party in recipients):
            # Who comes home visits nobody.
            return not recipients or {p.coded.country for p in recipients} != {p.coded.country for p in actors}
        return bool(actors) or not act.actors

    def _is_target(self, head: int) -> bool:
        return is_somebody(self._parse, head) or any(is_of(self._parse, head, kind) for kind in _TARGETS)

    def _may_act(self, head: int, day: dt.date | None) -> bool:
        """Whether somebody is named, or what is of a country or a body: `Russian jets`, and no `plan`."""
        if is_somebody(self._parse, head):
            return True
        coded = code(self._parse.language, Parties(self._parse, day).phrase(head).of(self._parse.text), day)
        return bool(coded.country or coded.sectors)

    def _authorities(self, where: Name, day: dt.date | None) -> list[Party]:
        """Those of a country in which somebody `was arrested`, by whom is not said."""
        coded = code(self._parse.language, where.text, day)
        return [Party(where.span, where.text, coded, "place")] if coded.country and coded.is_country else []

    def _sentence(self, position: int) -> Span:
        start = self._parse.starts[position]
        return next(span for span in self._sentences if span.start <= start < span.end)

    def _date(self, act: Act) -> EntryDate | None:
        """When: by the words that date the act or what it is part of, else the day its report was published.

        None where the words tell that it was before what is reported, and not when.
        """
        date = self._told_of(act.trigger) or self._told_of(act.verb)
        if date is not None:
            return date
        published = self._reading.article.published
        if published is None or self._is_earlier(act):
            return None
        frame = self._frame(act.verb, published)
        if frame is not None:
            date, is_beside = frame
            return None if is_beside else date
        own = date_of(published.isoformat())
        return own and EntryDate(own.value, own.first, own.last, own.granularity, Basis.REPORTED)

    def _told_of(self, position: int) -> EntryDate | None:
        """The date that words give what stands at a position, or that they are."""
        for timex in self._days.get(position) or self._at(position):
            date = entry_date(timex)
            if date is not None:
                return replace(date, basis=basis_of(self._parse.language, timex, date))
        return None

    def _at(self, position: int) -> Iterator[Timex]:
        if position in self._dated:
            start = self._parse.starts[position]
            yield from (timex for timex in self._reading.timexes if timex.start <= start < timex.end)

    def _frame(self, verb: int, published: dt.date) -> tuple[EntryDate, bool] | None:
        """The date of what a clause is part of, where that was before its report, and whether it is only beside it.

        `In May he wrote, rejecting it` is of May; `expelled in May after rejecting it` has a day that nobody tells.
        """
        parse = self._parse
        setting = parse.language.words("coding/words.toml", "setting")
        is_beside, position = False, verb
        for head in parse.ancestors(verb):
            if parse.deps[position] not in _PARTS:
                return None
            ties = [position, *(child for child in parse.children[position] if parse.deps[child] == "mark")]
            is_beside = is_beside or any(parse.lowers[tie] in setting for tie in ties)
            date = self._told_of(head)
            if date is not None:
                return (date, is_beside) if date.last < published else None
            position = head
        return None

    def _is_earlier(self, act: Act) -> bool:
        """Whether the pluperfect tells it, in nobody's words: what had been done when the rest of it was."""
        parse = self._parse
        had = {parse.lemmas[child] for child in parse.children[act.trigger] if parse.tags[child] == "VBD"}
        is_told = act.trigger in self._said_by or parse.deps[act.trigger] == "ccomp"
        return bool(had & grammar(parse.language).have) and not is_told

    def _status(self, act: Act, date: EntryDate | None) -> Status:
        parse = self._parse
        status = status_of(parse, act.trigger, self._statuses)
        if act.type == "REJECT" and act.trigger == act.verb and status is Status.DENIED:
            # That it will not be done is the refusal.
            status = Status.HAPPENED
        published = self._reading.article.published
        if date is not None and date.basis is not Basis.REPORTED:
            is_present = parse.tags[act.trigger] in ("VBZ", "VBP", "VBG")
            if is_present and status is Status.ONGOING and published and date.last > published:
                # "He travels to Spain later this week."
                return Status.SCHEDULED
            status = status_on(parse, act.trigger, status, date, published)
        return status

    def _is_habit(self, act: Act, date: EntryDate | None) -> bool:
        """Whether a plain present tells what is done as a rule: `the state bans such news`, `he supports reform`."""
        parse = self._parse
        if act.type not in _HABITS or parse.tags[act.trigger] not in ("VBZ", "VBP") or is_headline(parse, act.trigger):
            return False
        if any(parse.deps[child] in ("aux", "auxpass") for child in parse.children[act.trigger]):
            return False
        return date is None or date.basis is Basis.REPORTED

    def _known(self, span: Span) -> Coded | None:
        """What the article tells elsewhere of whom the words name, or mean: `he` is whom it named last."""
        if span.of(self._parse.text).lower() in self._parse.language.words("coding/words.toml", "he"):
            person = self._reading.names.person_before(span.start)
            return None if person is None else self._of_person(person)
        for name in self._reading.names.all:
            if span.start <= name.start and name.end <= span.end:
                told = self._of_person(self._reading.names.full(name.text))
                if told is not None:
                    return told
        return None

    def _of_person(self, full: str) -> Coded | None:
        """What is told of a person by full name: by the office the article gives him, else by the dictionaries."""
        told = self._holders.get(full) or code(self._parse.language, full, self._reading.article.published)
        return replace(told, name=full) if told.country else None

    @cached_property
    def _land(self) -> str:
        """The country that the article is about; empty where it is about several or none."""
        article = self._reading.article
        return land_of(self._reading.language, f"{article.title or ''}\n{article.text}", article.published)

    @cached_property
    def _holders(self) -> dict[str, Coded]:
        """Persons with the office that the article tells them to hold."""
        reading = self._reading
        found: dict[str, Coded] = {}
        for office in reading.names.offices:
            if office.holder:
                told = code(reading.language, office.span.of(reading.article.text), reading.article.published)
                if told.country:
                    found.setdefault(reading.names.full(office.holder), told)
        return found


def _is_political(type_: str, actors: Sequence[Party], recipients: Sequence[Party]) -> bool:
    """Whether somebody takes part who is of a country or of a sector that counts; crimes among people do not."""
    if not actors and type_ in _NEEDS_ACTOR:
        return False
    if type_ in MUTUAL and not any(_acts_for_others(party) for party in actors):
        return False
    if type_ == "PROTEST" and all(_POWER.intersection(party.coded.sectors[:1]) for party in actors):
        # A president's rally is none against anybody.
        return False
    if any(party.coded.country or set(party.coded.sectors) - _PRIVATE for party in actors):
        return True
    if actors and type_ == "ASSAULT":
        return False
    return any(party.coded.country for party in recipients)


def _acts_for_others(party: Party) -> bool:
    """Whether somebody may meet, agree or help for more than himself: not a journalist, a firm or a traveller."""
    sectors = set(party.coded.sectors)
    return bool(sectors - _PRIVATE) if sectors else bool(party.coded.country)


def is_done(telling: Telling) -> bool:
    """Whether what is told has been done: not what is planned, demanded, denied, called off or only possible."""
    return telling.status in (Status.HAPPENED, Status.ONGOING)


def planned_type(telling: Telling) -> str:
    """The type of an act that lies ahead: a visit to come is a CONSULT that is planned."""
    return telling.planned if telling.planned and telling.status in _AHEAD else telling.type
