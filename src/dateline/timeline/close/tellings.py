"""Passages read closely: what each tells, in a form that can be compared with what another one tells."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, fields, replace
from functools import wraps
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from dateline.entities.name_words import name_words
from dateline.errors import faults_of
from dateline.events.dates.roles import BESIDE, DateRole
from dateline.events.mentions.event_kinds import is_light, kinds, kinds_of_verb
from dateline.events.speakers.words import pronouns
from dateline.events.surface.sentence import SurfaceReading
from dateline.languages import Language, made_once
from dateline.model import Article, Name, Span, Timex
from dateline.processes import by_copies
from dateline.reading.figures.finding import Figure
from dateline.text.words import content_words, stem, word_list, words_of
from dateline.timeline.close import plan_moves as moves
from dateline.timeline.close import whom
from dateline.timeline.close.by_parser import by_parser, plain_reading, reading_of_plain
from dateline.timeline.close.story_forms import Named, Told
from dateline.timeline.close.stretches import SAYING, Stretch, Stretches, blanked, telling_words
from dateline.timeline.close.whom import Meant
from dateline.timeline.select.passages import Passage

if TYPE_CHECKING:
    from dateline.events.parsing.parser import Parsers

T = TypeVar("T")

# Passages for which a copy of this process pays: a quarter of a second.
_WORTH = 150

# Characters before a sentence in which stands what its pronouns point to: about one sentence of news.
_LOOK_BACK = 220
# Content words below which a sentence with a pronoun is understood by the words of the one before it.
_FEW_WORDS = 4

# Characters on either side of a verb and its time in which the noun stands that tells what happens.
_BESIDE = 60
# Content words, names among them, below which what is left of a sentence is a stump: `as early as Tuesday`.
_STUMP = 3
# Characters on either side of the time expression in which the words stand that tell what is dated.
_NEAR = 60
# Words of a sentence that may stand whole for one of its clauses.
_SHORT = 30
# Marks that may stand before the first word.
_QUOTED = 2
_CLAUSE_MARK = re.compile(r"[,;:—–.]")
_NEXT_WORD = re.compile(r"[^\W\d_]+")
# Words at most of a noun that a date marks out: `Tuesday's test flight`.
_LONGEST_NOUN = 3
_CLOCK = re.compile(r"T(\d\d):(\d\d)")
_PART = re.compile(r"T([A-Z]{2})$")
# TIMEX3 parts of a day that are told apart.
_PARTS = {"MO": "MO", "AF": "AF", "EV": "NI", "NI": "NI"}
# Hours at which the parts of a day begin.
_MORNING, _NOON, _EVENING = 5, 12, 18
_DIGITS = re.compile(r"\d+")


class _Phrases(NamedTuple):
    """What tells what a passage speaks of; `tellings.toml` says what each is."""

    points_back: re.Pattern[str]
    definite: re.Pattern[str]
    possessive: re.Pattern[str]
    marked_out: re.Pattern[str]
    next_clause: re.Pattern[str]
    role: re.Pattern[str]
    role_behind: re.Pattern[str]


@made_once
def _phrases(language: Language) -> _Phrases:
    return _Phrases(*(language.pattern("timeline/tellings.toml", phrase) for phrase in _Phrases._fields))


@dataclass(frozen=True, slots=True)
class Telling:
    """What one passage tells of one date."""

    passage: Passage
    reading: SurfaceReading
    words: frozenset[str]
    """Content words of the passage, roughly stemmed, without names, dates and the words of who says so."""
    words_near: frozenset[str]
    """Content words, names among them, right around the time expression."""
    time_words: str
    """The words of the time expression, in lower case."""
    time_figures: frozenset[str]
    """The numbers among them: `2015`, `10`."""
    minute: int | None
    """The minute of the day at which it is told to happen; None where no hour is named."""
    part_of_day: str | None
    """Morning, afternoon or night, as `MO`, `AF` or `NI`; None where neither it nor an hour is named."""
    says: bool
    """Whether what is dated is that somebody says something."""
    is_statement: bool
    """Whether the words date an act of speaking at all: `said`, `vowed`, `his speech on Tuesday`."""
    voice: frozenset[str]
    """Content words of who says so, by his full name."""
    trigger: str | None
    """The verb, or the noun that the date marks out, roughly stemmed; None where it says nothing of what happens."""
    kinds: frozenset[str]
    """Kinds of events that the trigger names, or the nouns beside it where it names none; often empty."""
    kinds_of_trigger: frozenset[str]
    """Those of these that the trigger names."""
    kinds_near: frozenset[str]
    """Kinds that any word of the passage names."""
    names: frozenset[str]
    """Who and what is named, by full name, countries by one name; without places and who says so."""
    ties: frozenset[str]
    """Countries that rank ties the persons named to."""
    places_named: frozenset[str]
    """Names told as somewhere."""
    is_reference: bool
    """Whether the date only marks out what is known: `Sunday's show`."""
    is_definite: bool
    """Whether it speaks of a known event without naming it: `the summit on Thursday`, `it is planned for Friday`."""
    figures: tuple[Figure, ...]
    """What it counts on that date."""
    numbers: frozenset[str]
    """Numbers in figures, those of time expressions aside."""
    places: tuple[str, ...]
    """Where, as written."""
    participants: tuple[str, ...]
    """Names of those who take part, persons by full name; nobody who only says so."""
    meant: Meant | None
    """Whom it means by its first pronoun or noun that names nobody, as the story calls him; None where that is open."""
    named: Named = field(repr=False, compare=False)
    """The names of its article."""
    _kept: dict[Callable[..., Any], Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What `told_once` made of it."""

    @property
    def language(self) -> Language:
        return self.passage.language

    @property
    def article(self) -> Article:
        return self.passage.article

    @property
    def span(self) -> Span:
        return self.reading.passage

    @property
    def exact(self) -> str:
        """The passage's text."""
        return self.span.of(self.article.text)

    @property
    def role(self) -> DateRole:
        """What its date is the date of."""
        return self.reading.role

    @property
    def is_beside(self) -> bool:
        """Whether its sentence mainly tells something else: its date is of a side clause, a noun, a comparison."""
        return self.reading.role in BESIDE

    @property
    def is_background(self) -> bool:
        """Whether what it tells lay well in the past when it was published."""
        published = self.article.published
        return published is not None and (published - self.passage.date.last).days > _BACKGROUND_DAYS


# Days after which what is told is no news but background, and so likely the one thing that made the day known.
_BACKGROUND_DAYS = 21


def told_once(make: Callable[[Telling], T]) -> Callable[[Telling], T]:
    """A decorator: what a function makes of one telling is made once, and kept with it.

    A telling is compared with many, and stands in every moment of a story that is followed.
    """

    @wraps(make)
    def made(telling: Telling) -> T:
        kept = telling._kept
        try:
            return kept[make]  # type: ignore[no-any-return]
        except KeyError:
            return kept.setdefault(make, make(telling))  # type: ignore[no-any-return]

    return made


def close_reading(
    passages: Iterable[Passage],
    parsers: "Parsers | None" = None,
    stretches: Stretches | None = None,
    processes: int | None = 1,
) -> list[Telling]:
    """Read passages closely, in their order: by their surface, and by their language's parser when there is one.

    `stretches` are those of their articles, where there is more to read in them than these. They are read in so many
    `processes` at most.
    """
    passages = list(passages)
    stretches = stretches or Stretches.of_story(p.reading for p in passages)
    if parsers is None:
        return _by_surface(passages, stretches, processes)
    readings = by_parser(passages, [_read(passage) for passage in passages], parsers, stretches.memory, processes)
    return [_parsed(p, reading, stretches) for p, reading in zip(passages, readings, strict=True)]


def _by_surface(passages: Sequence[Passage], stretches: Stretches, processes: int | None) -> list[Telling]:
    """What their surface tells: of a passage that was read before, among the same names, as it was."""
    memory, known = stretches.memory, stretches.known
    rests_on = [(("told", *p.key), (p, known[p.article.id])) for p in passages]
    found = [memory.find(key, of) for key, of in rests_on]
    # Passages of one article are read in one process: what was found of its sentences serves for all of them.
    missing: dict[str, list[int]] = {}
    for number, telling in enumerate(found):
        if telling is None:
            missing.setdefault(passages[number].article.id, []).append(number)

    def told(numbers: Sequence[int]) -> list[_Crossing]:
        readings = [(passages[number], _read(passages[number])) for number in numbers]
        return [_Crossing(p, reading, _told(p, reading, known[p.article.id], stretches)) for p, reading in readings]

    worth = max(1, _WORTH * len(missing) // max(1, sum(map(len, missing.values()))))
    of_articles = by_copies(told, list(missing.values()), worth, processes)
    for number, crossing in zip(chain.from_iterable(missing.values()), chain.from_iterable(of_articles), strict=True):
        key, of = rests_on[number]
        found[number] = memory.keep(key, of, crossing.of(*of))
    return [telling for telling in found if telling is not None]


class _Crossing:
    """What a passage tells on its way to who has the passage: as it is within one process, else without that."""

    def __init__(self, passage: Passage, reading: SurfaceReading, telling: Telling) -> None:
        self._telling: Telling | None = telling
        self._reading = reading
        self._own = passage.timex

    def __getstate__(self) -> tuple[Any, ...]:
        assert self._telling is not None
        both = [plain_reading(reading, self._own) for reading in (self._reading, self._telling.reading)]
        return (*both, tuple(getattr(self._telling, name) for name in _OWN))

    def __setstate__(self, state: tuple[Any, ...]) -> None:
        self._telling, self._state = None, state

    def of(self, passage: Passage, known: Named) -> Telling:
        """The telling of a passage, among the names of its article."""
        if self._telling is not None:
            return self._telling
        raw, told_by, own = self._state
        reading = reading_of_plain(told_by, passage.timex)
        passage.told.take_up(passage.timex, reading_of_plain(raw, passage.timex))
        told: list[Any] = [passage.dated(reading.timex), reading, *own, known]
        return Telling(*told)


_OWN = [field.name for field in fields(Telling)][2:-2]


def _parsed(passage: Passage, reading: SurfaceReading, stretches: Stretches) -> Telling:
    known = stretches.known[passage.article.id]
    key, of = ("told by parse", *passage.key), (passage, reading, known)
    return stretches.memory.get(key, of, lambda: _told(passage, reading, known, stretches))


def _read(passage: Passage) -> SurfaceReading:
    with faults_of(passage.article):
        return passage.told.read(passage.timex)


def _told(passage: Passage, reading: SurfaceReading, known: Named, stretches: Stretches) -> Telling:
    with faults_of(passage.article):
        passage = passage.dated(reading.timex)
        stretch = stretches.of(passage.article.id, reading.passage, passage.siblings)
        if stretch.undated_words < _STUMP and reading.role not in BESIDE:
            stretch = stretches.of(passage.article.id, passage.sentence, passage.siblings)
        status = moves.status(passage, reading)
        if (
            reading.role in BESIDE
            and _opens_with_pronoun(passage, stretch.span)
            and _meant(passage, reading, stretch, known) is None
        ):
            # "He took office in May" tells nothing where nobody knows who; the sentence may name him.
            stretch = stretches.of(passage.article.id, passage.sentence, passage.siblings)
            reading = replace(reading, tells=reading.tells and passage.text.count(" ") < _SHORT)
        return _telling(passage, replace(reading, passage=stretch.span, status=status), known, stretch)


def _telling(passage: Passage, reading: SurfaceReading, known: Named, stretch: Stretch) -> Telling:
    language, text = passage.language, passage.article.text
    if reading.said_by:
        reading = replace(reading, said_by=known.speaker(reading.said_by))
    names = stretch.names
    said_by = reading.said_by or ""
    own = names if reading.is_speech else _without_speaker(passage, names, said_by, known)
    spoken = frozenset() if reading.is_speech else frozenset(content_words(language, said_by))
    words = stretch.words - spoken
    context: list[Name] = []
    leans = False
    if passage.order and _phrases(language).points_back.search(stretch.text):
        sentence = _sentence_before(text, passage.sentence.start)
        context = known.within(*sentence)
        leans = len(words) <= 1
        if len(words) < _FEW_WORDS:
            words |= telling_words(language, blanked(text, sentence, [n.span for n in context]))
    told = _parts(passage, reading, stretch)
    places = known.places(own, told)
    named = [known.one_form(n.text) for n in (*own, *context) if n.text not in places]
    what = _happening(passage, reading, names)
    meant = _meant(passage, reading, stretch, known)
    minute = _minute(passage.timex)
    return Telling(
        passage,
        reading,
        words=words,
        words_near=stretch.around(passage.timex, _NEAR),
        time_words=passage.timex.span.of(text).lower(),
        time_figures=frozenset(_DIGITS.findall(passage.timex.span.of(text))),
        minute=minute,
        part_of_day=_part_of_day(passage.timex, minute),
        says=what.says,
        is_statement=what.is_statement,
        voice=frozenset(content_words(language, said_by)),
        trigger=what.trigger,
        kinds=what.kinds - SAYING,
        kinds_of_trigger=what.kinds_of_trigger - SAYING,
        is_reference=what.is_reference,
        kinds_near=stretch.kinds,
        names=frozenset(named),
        ties=frozenset(known.ties[name] for name in named if name in known.ties),
        places_named=frozenset(known.one_form(place) for place in places),
        is_definite=(leans and what.trigger is None)
        or (len(own) == len(places) and _speaks_of_known(language, stretch.plain, what.trigger)),
        figures=stretch.figures_of(passage.timex),
        numbers=stretch.numbers,
        places=places,
        participants=tuple(dict.fromkeys([*([meant.name] if meant else []), *known.participants(own, places, told)])),
        meant=meant,
        named=known,
    )


def _opens_with_pronoun(passage: Passage, span: Span) -> bool:
    """Whether a pronoun opens a passage."""
    word = _NEXT_WORD.search(passage.article.text, *span)
    is_first = word is not None and word.start() - span.start <= _QUOTED
    return word is not None and is_first and word[0].lower() in pronouns(passage.language).all


def _meant(passage: Passage, reading: SurfaceReading, stretch: Stretch, known: Named) -> Meant | None:
    """Whom the words of a passage mean who do not name him, by the one name that the story has for him."""
    somebody = [name for name in stretch.names if not known.is_place(name)]
    event = reading.trigger.start if reading.trigger else None
    meant = whom.meant(passage, stretch.span, event, somebody)
    return meant._replace(name=known.full(known.without_article(meant.name))) if meant else None


def _parts(passage: Passage, reading: SurfaceReading, stretch: Stretch) -> Told:
    """What a passage tells, as far as it says who takes part."""
    times = [timex.span for timex in passage.siblings if timex.text]
    return Told(stretch.span, times, reading.roles, reading.where, reading.trigger.start if reading.trigger else None)


def _speaks_of_known(language: Language, plain: str, trigger: str | None) -> bool:
    """Whether it names with `the` what happens: `the summit`, `the prisoner swap`."""
    known = _phrases(language).definite.findall(plain)
    return any(kinds(language, [one] if stem(language, two) == trigger else [one, two]) for one, two in known)


@dataclass(frozen=True, slots=True)
class _Happening:
    """What a passage tells that happens: the fields of a telling by these names."""

    trigger: str | None
    kinds: frozenset[str]
    kinds_of_trigger: frozenset[str]
    says: bool
    is_statement: bool
    is_reference: bool


def _happening(passage: Passage, reading: SurfaceReading, names: Sequence[Name]) -> _Happening:
    """What goes with the date: a noun that it marks out, whatever the verb of the sentence tells; else that verb."""
    language, text = passage.language, passage.article.text
    pointed = _pointed_to(text, passage)
    if pointed:
        # Of a longer stretch nobody knows where the noun ends: `the 2014 kidnapping prompted global …`.
        noun = stem(language, pointed[-1]) if len(pointed) < _LONGEST_NOUN else None
        found = kinds(language, pointed)
        return _Happening(noun, found, found, says=False, is_statement=noun in _statements(language), is_reference=True)
    trigger = reading.trigger.of(text).lower() if reading.trigger else None
    says = reading.is_speech or _is_saying(language, reading, text)
    is_statement = says or (trigger is not None and stem(language, trigger) in _statements(language))
    if trigger and (is_light(language, trigger) or says or trigger in name_words(language).particle):
        trigger = None
    own = _kinds_of(language, trigger, text, reading)
    found = own or _kinds_beside(passage, reading, names)
    trigger = stem(language, trigger) if trigger else None
    return _Happening(trigger, found, own, says=says, is_statement=is_statement, is_reference=False)


def _minute(timex: Timex) -> int | None:
    clock = _CLOCK.search(timex.value)
    return int(clock[1]) * 60 + int(clock[2]) if clock else None


def _part_of_day(timex: Timex, minute: int | None) -> str | None:
    part = _PART.search(timex.value)
    if part:
        return _PARTS.get(part[1])
    if minute is None:
        return None
    hour = minute // 60
    return "NI" if hour < _MORNING or hour >= _EVENING else "MO" if hour < _NOON else "AF"


def _is_saying(language: Language, reading: SurfaceReading, text: str) -> bool:
    """Whether the time expression goes with a verb of saying that somebody does: no other clause lies between them."""
    if not reading.said_by or reading.trigger is None:
        return False
    if not kinds_of_verb(language, [reading.trigger.of(text).lower()]) & SAYING:
        return False
    between = text[min(reading.trigger.end, reading.timex.end) : max(reading.trigger.start, reading.timex.start)]
    return _CLAUSE_MARK.search(between) is None and not any(mark in between for mark in '“”"')


def _pointed_to(text: str, passage: Passage) -> list[str]:
    """The words that name what the date marks out, in lower case: `test`, `flight` of `Tuesday's test flight`."""
    timex = passage.timex
    before = text[max(passage.sentence.start, timex.start - _BESIDE) : timex.start]
    phrases = _phrases(passage.language)
    if possessive := phrases.possessive.match(text, timex.end):
        at = possessive.end()
    elif phrases.marked_out.search(before) and text.startswith(" ", timex.end):
        at = timex.end + 1
    else:
        return []
    words: list[str] = []
    was_name = True
    while len(words) < _LONGEST_NOUN and (word := _NEXT_WORD.match(text, at, passage.sentence.end)):
        is_name = word[0][0].isupper()
        if (is_name and not was_name) or word[0].lower() in word_list(passage.language, "empty_words"):
            break
        was_name = is_name
        words.append(word[0].lower())
        if not text.startswith((" ", "-"), word.end()):
            break
        at = word.end() + 1
    return words


@made_once
def _statements(language: Language) -> frozenset[str]:
    return frozenset(stem(language, word) for word in word_list(language, "statements"))


def _without_speaker(passage: Passage, names: Sequence[Name], said_by: str, known: Named) -> list[Name]:
    """The names of a passage but those of who says so and of what he speaks for: `Kremlin aide Yuri Ushakov`."""
    text, phrases = known.names.text, _phrases(known.language)
    speaks = [bool(said_by) and (n.text in said_by or known.one_form(n.text) in said_by) for n in names]
    roles = [_role_behind(passage, n.end, phrases.role_behind) for n, is_he in zip(names, speaks, strict=True) if is_he]
    kept = []
    for i, name in enumerate(names):
        after = text[name.end : names[i + 1].start] if i + 1 < len(names) and speaks[i + 1] else None
        is_of_a_role = any(name.start in role for role in roles)
        if not (speaks[i] or is_of_a_role) and (after is None or not phrases.role.fullmatch(after)):
            kept.append(name)
    return kept


def _role_behind(passage: Passage, end: int, role: re.Pattern[str]) -> range:
    """The characters behind a speaker that say what he is: `Ada Quill, a former chief of the Zell Guard.`"""
    cut, found = passage.told.cut, role.match(passage.article.text, end, passage.sentence.end)
    reach = range(*found.span()) if found else range(0)
    return range(0) if any(cut.words[n].start in reach for n in cut.finite) else reach


def _kinds_of(language: Language, trigger: str | None, text: str, reading: SurfaceReading) -> frozenset[str]:
    """Kinds that the trigger names, by itself or with the word behind it (`shook hands`)."""
    if trigger is None or reading.trigger is None:
        return frozenset()
    behind = re.match(r"\s+(\w+)", text[reading.trigger.end : reading.trigger.end + 20])
    return kinds_of_verb(language, [trigger, behind[1].lower()] if behind else [trigger])


def _kinds_beside(passage: Passage, reading: SurfaceReading, names: Sequence[Name]) -> frozenset[str]:
    """Kinds that the words around the trigger and the time expression name, within their clause; `in March` is none."""
    language, text = passage.language, passage.article.text
    trigger = reading.trigger or reading.timex.span
    first, last = min(trigger.start, reading.timex.start), max(trigger.end, reading.timex.end)
    before = _CLAUSE_MARK.split(text[max(reading.passage.start, first - _BESIDE) : first])[-1]
    after = _phrases(language).next_clause.split(text[last : min(reading.passage.end, last + _BESIDE)])[0]
    spans = [*(name.span for name in names), *(timex.span for timex in passage.siblings)]
    return kinds(language, list(words_of(language, blanked(text, Span(first - len(before), last + len(after)), spans))))


def _sentence_before(text: str, start: int) -> Span:
    """About the sentence that ends before offset `start`."""
    floor = max(0, start - _LOOK_BACK)
    ends = [match.end() for match in re.finditer(r"[.!?][”\"’']?\s", text[floor:start].rstrip())]
    return Span(floor + ends[-1] if ends else floor, start)
