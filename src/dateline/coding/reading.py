"""Articles in, the acts they tell out: coded, dated, with who takes part, where, and how each stands.

Only sentences that can hold an act are parsed. What the article tells of a person anywhere (`North Korean leader Kim
Jong Un`) counts wherever it names him.
"""

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial

from dateline.coding.acts.clauses import is_of, is_somebody
from dateline.coding.acts.gate import gate
from dateline.coding.acts.holding import counts, is_plain
from dateline.coding.acts.modes import contexts_of, mode_of
from dateline.coding.acts.sentences import Act, acts
from dateline.coding.confidence import Confidence
from dateline.coding.days import Days
from dateline.coding.ontology import HOSTILE, MUTUAL
from dateline.coding.parties import Parties, Party
from dateline.coding.persons import Persons
from dateline.coding.who import Coded, code, countries_in, land_of, may_take_part
from dateline.entities.toponyms import Location
from dateline.events.attribution.spans import attributions
from dateline.events.mentions.mentions import dates, status_on, voices
from dateline.events.mentions.participants import place
from dateline.events.mentions.triggers import triggers
from dateline.events.parsing.grammar import grammar
from dateline.events.parsing.parse import Parse
from dateline.events.parsing.parser import Parser
from dateline.events.speakers.source import Source
from dateline.events.speakers.speakers import Speakers
from dateline.events.status.certainty import status_of
from dateline.events.status.decision import Statuses
from dateline.events.status.verb_groups import is_headline
from dateline.languages import Language
from dateline.model import Basis, EntryDate, Name, Span, Status, Timex, TimexType
from dateline.reading.article import ArticleReading

# Types that the plain present tells as a rule, where it gives no day: `the state bans such news`. What somebody says,
# or whom he meets, is told in it as done: `Peru accuses Chile`.
_HABITS = frozenset(("SUPPORT", "CONCEDE", "COERCE", "ASSAULT", "SANCTION", "PROTEST"))
# Types of what the authorities of a country do there, where nobody else is said to: `was arrested in Accra`. Who killed
# or protested somewhere is not told by the place.
_BY_AUTHORITIES = HOSTILE - {"ASSAULT", "PROTEST"} | {"ACCUSE"}
_AMONG_EQUALS = MUTUAL | {"AID"}
_DONE = frozenset((Status.HAPPENED, Status.ONGOING))
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
    features: tuple[str, ...] = ()
    """How it is told, by names that the model of `confidence` knows."""
    is_plain: bool = True
    """Whether its own clause tells who acts."""
    is_quoted: bool = False
    """Whether it stands in quotation marks, as somebody's own words."""


def tellings(readings: Sequence[ArticleReading], parser: Parser) -> Iterator[list[Telling]]:
    """The acts of each article, in text order; all are of the parser's language."""
    persons = [Persons(reading) for reading in readings]
    chosen = [_may_tell(one) for one in persons]
    parses = parser.parse(
        (reading.article.text, sentences) for reading, sentences in zip(readings, chosen, strict=True)
    )
    for one, sentences, parse in zip(persons, chosen, parses, strict=True):
        yield _ArticleActs(one, parse, sentences).read() if len(parse) else []


def prepare(language: Language) -> None:
    """Read the tables and dictionaries of a language, which processes that start afterwards share."""
    gate(language)
    may_take_part(language, "")


def _may_tell(persons: Persons) -> list[Span]:
    """The sentences that can hold an act of, or on, somebody who counts: no others need the parser."""
    reading = persons.reading
    opened, day, text = gate(reading.language), reading.article.published, reading.article.text
    return [
        sentence
        for sentence in reading.sentences
        if opened.may_hold(words := sentence.of(text))
        and (may_take_part(reading.language, words, day) or persons.are_named_in(sentence))
    ]


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
    def __init__(self, persons: Persons, parse: Parse, sentences: Sequence[Span]) -> None:
        self._persons = persons
        self._reading = reading = persons.reading
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
        self._statuses = Statuses(parse)
        self._confidence = Confidence(reading, parse)
        self._speakers = Speakers(reading.names, reading.sentences)
        self._said_by = voices(parse, attributions(parse, self._speakers))
        self._dating = Days(reading, parse, dates(parse, known, reading.timexes), self._dated, self._said_by)
        return [telling for act in found if (telling := self._telling(act)) is not None]

    def _telling(self, act: Act) -> Telling | None:
        parse, article = self._parse, self._reading.article
        date = self._dating.of(act)
        day = article.published if date is None else date.first
        parties = Parties(parse, day, partial(self._known, day=day), lambda: self._land, self._is_named)
        own = {party.coded.country for party in parties.of(act.recipients, borrow=False)}
        actors = parties.of([head for head in act.actors if self._may_act(head, day)], own)
        # What is done among equals is done by and to different ones; what is done to somebody is mostly done at home.
        theirs = {party.coded.country for party in actors} if act.type in _AMONG_EQUALS else set()
        recipients = parties.of(act.recipients, theirs)
        recipients = [self._own(party, actors) for party in recipients]
        named = {party.text for party in actors}
        recipients = [party for party in recipients if party.text not in named]
        where = place(parse, act.verb, self._dated) or place(parse, act.trigger, self._dated)
        if where is not None and act.type in HOSTILE | {"ACCUSE"}:
            if not act.actors and act.type in _BY_AUTHORITIES:
                actors = self._authorities(where, day)
            elif act.type == "PROTEST":
                # Who marches somewhere is of there.
                there = code(parse.language, where.text, day).country
                actors = [p if p.coded.country else replace(p, coded=replace(p.coded, country=there)) for p in actors]
        if not counts(parse, act, actors, recipients):
            return None
        status = self._status(act, date)
        if (status is Status.ONGOING and self._is_habit(act, date)) or self._lasts(act.trigger):
            return None
        if status in _DONE and date is not None and article.published is not None and date.first > article.published:
            # "Promised to pay by 2030": the day is not that of what has been done.
            date = None
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
            features=tuple(
                self._confidence.features(
                    act,
                    actors,
                    recipients,
                    "none" if date is None else date.basis.value,
                    is_said=act.trigger in self._said_by,
                )
            ),
            is_plain=is_plain(parse, act),
            is_quoted=self._speakers.people.quotation_at(parse.starts[act.trigger]) is not None,
        )

    def _may_act(self, head: int, day: dt.date | None) -> bool:
        """Whether somebody is named, or what acts for a country or a body: `Russian jets`, and no `Russian plan`."""
        parse = self._parse
        if is_somebody(parse, head) or is_of(parse, head, "armed") or parse.words[head][:1].isupper():
            return True
        # "Recent American attacks killed"; a nameless blast is nobody.
        words = Parties(parse, day).phrase(head).of(parse.text) if is_of(parse, head, "attack") else parse.words[head]
        coded = code(parse.language, words, day)
        return bool(coded.country or coded.sectors)

    def _own(self, party: Party, actors: Sequence[Party]) -> Party:
        """Somebody with the country of who acts, if he is said to be his: `Mubarak asked his government to resign`."""
        parse = self._parse
        first = bisect_left(parse.starts, party.span.start)
        owns = first > 0 and parse.tags[first - 1] == "PRP$" and parse.sentence[first - 1] == parse.sentence[first]
        lands = {actor.coded.country for actor in actors}
        if party.coded.country or not party.coded.sectors or not owns or len(lands) != 1:
            return party
        return replace(party, coded=replace(party.coded, country=lands.pop()))

    def _authorities(self, where: Name, day: dt.date | None) -> list[Party]:
        """Those of a country in which somebody `was arrested`, by whom is not said."""
        coded = code(self._parse.language, where.text, day)
        if not coded.country or not coded.is_country:
            return []
        return [Party(where.span, where.text, coded, "place", head=where.span, own=where.span)]

    def _sentence(self, position: int) -> Span:
        start = self._parse.starts[position]
        return next(span for span in self._sentences if span.start <= start < span.end)

    def _status(self, act: Act, date: EntryDate | None) -> Status:
        parse = self._parse
        status = status_of(parse, act.trigger, self._statuses)
        if act.type == "REJECT" and act.trigger == act.verb and status is Status.DENIED:
            # That it will not be done is the refusal.
            status = Status.HAPPENED
        published = self._reading.article.published
        if date is not None and date.basis is not Basis.REPORTED:
            is_present = parse.tags[act.trigger] in ("VBZ", "VBP", "VBG")
            if is_present and status in _DONE and published and date.last > published:
                # "He travels to Spain later this week."
                return Status.SCHEDULED
            status = status_on(parse, act.trigger, status, date, published)
        return status

    def _is_habit(self, act: Act, date: EntryDate | None) -> bool:
        """Whether a plain present tells what is done as a rule: `the state bans such news`, `he supports reform`."""
        parse = self._parse
        standing = parse.language.words("coding/words.toml", "standing")
        is_habit = act.type in _HABITS or parse.lemmas[act.trigger] in standing
        if not is_habit or parse.tags[act.trigger] not in ("VBZ", "VBP") or is_headline(parse, act.trigger):
            return False
        if any(parse.deps[child] in ("aux", "auxpass") for child in parse.children[act.trigger]):
            return False
        return date is None or date.basis is Basis.REPORTED

    def _lasts(self, verb: int) -> bool:
        """Whether it has been done for a stretch of time, again and again: `for 15 years they have urged it`."""
        parse = self._parse
        has = any(parse.lemmas[child] in grammar(parse.language).have for child in parse.children[verb])
        behind = [parse.child(child, "pobj") for child in parse.children[verb] if parse.deps[child] == "prep"]
        told = (timex for target in behind if target is not None for timex in self._dating.at(target))
        return has and any(timex.type is TimexType.DURATION for timex in told)

    def _known(self, span: Span, day: dt.date | None) -> Coded | None:
        """What the article tells elsewhere of whom the words name, or mean: `he` is whom it named last."""
        if span.of(self._parse.text).lower() in self._parse.language.words("coding/words.toml", "he"):
            speaker = self._speakers.who(Source(span.of(self._parse.text).lower(), span.start, is_name=False), tuple)
            return self._persons.of(speaker.text, day) if speaker.text in self._reading.names.people else None
        for name in self._reading.names.all:
            if span.start <= name.start and name.end <= span.end:
                told = self._persons.of(self._reading.names.full(name.text), day)
                if told is not None:
                    return told
        return None

    def _is_named(self, country: str) -> bool:
        """Whether the article names a country."""
        return country in self._named

    @cached_property
    def _named(self) -> frozenset[str]:
        article = self._reading.article
        return frozenset(countries_in(self._reading.language, article.text, article.published))

    @cached_property
    def _land(self) -> str:
        """The country that the article is about; empty where it is about several or none."""
        article = self._reading.article
        return land_of(self._reading.language, f"{article.title or ''}\n{article.text}", article.published)


def is_done(telling: Telling) -> bool:
    """Whether what is told has been done: not what is planned, demanded, denied, called off or only possible."""
    return telling.status in _DONE


def planned_type(telling: Telling) -> str:
    """The type of an act that lies ahead: a visit to come is a CONSULT that is planned."""
    return telling.planned if telling.planned and telling.status in _AHEAD else telling.type
