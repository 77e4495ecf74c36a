"""The names of the articles of a story, in the forms by which what they tell is compared and shown."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from dateline.entities.article_names import Names, PlainNames
from dateline.entities.countries import by_adjective, by_name
from dateline.entities.name_forms import may_be_person
from dateline.entities.name_words import name_words
from dateline.entities.roles import Office
from dateline.entities.story_names import Identity, StoryNames, identity
from dateline.errors import faults_of
from dateline.events.speakers.words import can_speak, number_words, person_nouns, speaker_nouns
from dateline.languages import Language, made_once
from dateline.model import EntityKind, Name, Span
from dateline.processes import by_copies
from dateline.reading.article import ArticleReading
from dateline.timeline.memory import Memory


class _Words(NamedTuple):
    """What stands beside names; `tellings.toml` says what each is."""

    article: re.Pattern[str]
    owns: re.Pattern[str]
    days: frozenset[str]
    sites: frozenset[str]
    adjectival: re.Pattern[str]
    left_out: re.Pattern[str]
    joined: re.Pattern[str]
    apposed: re.Pattern[str]
    titled: re.Pattern[str]
    noun_behind: re.Pattern[str]
    told: re.Pattern[str]
    part_of: re.Pattern[str]
    behind_article: re.Pattern[str]
    quoted: re.Pattern[str]


@made_once
def _words(language: Language) -> _Words:
    file = "timeline/tellings.toml"
    return _Words(
        language.pattern(file, "article"),
        language.pattern(file, "owns"),
        language.words(file, "days"),
        language.words(file, "sites"),
        language.pattern(file, "adjectival"),
        language.pattern(file, "left_out"),
        language.pattern(file, "joined"),
        language.pattern(file, "apposed"),
        language.pattern(file, "titled"),
        language.pattern(file, "noun_behind"),
        language.pattern(file, "told"),
        language.pattern(file, "part_of"),
        language.pattern(file, "behind_article"),
        language.pattern(file, "quoted"),
    )


# Characters before a name in which it is told to be left out, and in which its article stands.
_BEFORE, _ARTICLE = 40, 4
# Letters and full stops of a degree.
_DEGREE = 5
# Characters between a place and what lies around it, one more than there may be: `Zell, Velmara`, `a square in Zell`.
_AROUND = 5


# Articles whose names are sought in the time that a copy of this process takes, several times.
_WORTH = 100


class Told(NamedTuple):
    """What a passage tells, as far as it says who takes part."""

    passage: Span
    timexes: Sequence[Span]
    """The time expressions of its sentence."""
    roles: Sequence[Span] | None
    """Who and what takes part, by the words of a parse; None where there is none."""
    where: Span | None
    """Where it takes place, by the same."""
    trigger: int | None
    """Where the word that names the event begins."""


class Named:
    """The names of one article, among those of its story."""

    def __init__(self, names: Names, story: StoryNames) -> None:
        self.language = names.language
        self.names = names
        self._story = _Asked(names, story)
        self._starts = [found.name.start for found in names.found]
        self._places: dict[Name, bool] = {}

    def goes_on(self, story: StoryNames) -> bool:
        """Whether these names are the same among those of the story as it has grown: then they are among these now.

        What was made of them holds as long as they go on.
        """
        return self._story.goes_on(story)

    @cached_property
    def ties(self) -> Mapping[str, str]:
        """Persons by full name, with the country that rank ties them to: `U.S. President Donald Trump`."""
        ties: dict[str, str] = {}
        for found in self.names.found:
            if found.country:
                ties.setdefault(self.one_form(found.name.text), found.country)
        return ties

    @cached_property
    def offices(self) -> Sequence[tuple[Office, str]]:
        """The offices of countries that stand alone, each with who is meant by it where that is certain."""
        alone = (office for office in self.names.offices if office.holder is None)
        return [(office, holder) for office in alone if (holder := self._story.holder(office))]

    def within(self, start: int, end: int) -> list[Name]:
        """The names between two offsets."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [found.name for found in self.names.found[first:last] if found.name.end <= end]

    def one_form(self, name: str) -> str:
        """A person by full name, a country by one name, another name as most articles have it."""
        country = by_name(self.language).get(name) or by_adjective(self.language).get(name)
        return country.name if country else self.full(name)

    def full(self, name: str) -> str:
        """The one name by which the story has whoever or whatever a name stands for."""
        return self._story.full(name)

    def identify(self, name: Name) -> Identity:
        """Who or what a name stands for."""
        return self._story.identify(name)

    def kind(self, full: str) -> EntityKind:
        """What a name by which the story has somebody or something is the name of."""
        return self._story.kind(full)

    def speaker(self, said_by: str) -> str | None:
        """Who says so: a surname as full name, a name without its article; else as written.

        None where nobody else than the article does: `as we reported`.
        """
        if said_by.lower() in speaker_nouns(self.language, "outlet_itself"):
            return None
        bare = self.without_article(said_by)
        return self._story.person(bare) if self._story.has(bare) else said_by

    def without_article(self, name: str) -> str:
        """A name without the article before it: `the Kremlin`."""
        article = _words(self.language).article.match(name)
        return name[article.end() :] if article else name

    def participants(self, names: Iterable[Name], places: Sequence[str], told: Told) -> tuple[str, ...]:
        """Those of `names`, in text order, who take part in what is told, and who is meant by an office.

        Left out are `places`, whatever is a place and no country, names that only say whose something is, stand in a
        time expression or as what is not meant, and, where a parser tells who takes part, everybody else.
        """
        own = [
            n for n in self._meant(names) if n.text not in places and not self._owns(n) and self._takes_part(n, told)
        ]
        own = [n for n in own if not any(n.span.overlaps(timex) for timex in told.timexes)]
        found = [(name.start, self.full(name.text)) for name in self._in_roles(own, told)]
        start, end = told.passage
        found += [(o.span.start, holder) for o, holder in self.offices if start <= o.span.start and o.span.end <= end]
        return tuple(dict.fromkeys(name for _, name in sorted(found)))

    def _meant(self, names: Iterable[Name]) -> Iterator[Name]:
        """The names but those of examples and exceptions: `in every country except Japan and Malta`."""
        text, words = self.names.text, _words(self.language)
        left_out: Name | None = None
        for name in names:
            before = text[max(0, name.start - _BEFORE) : name.start]
            goes_on = left_out is not None and words.joined.fullmatch(text, left_out.end, name.start) is not None
            if goes_on or words.left_out.search(before):
                left_out = name
            else:
                yield name

    def _in_roles(self, names: Sequence[Name], told: Told) -> Sequence[Name]:
        """Those who have a role as the parser tells; where it finds nobody by name, those before the event's word."""
        if told.roles is None:
            return names
        text, words = self.names.text, _words(self.language)
        found: list[Name] = []
        for name in names:
            by_itself = any(name.span.overlaps(role) for role in told.roles)
            beside = [role.end for role in told.roles if role.end <= name.start] + [n.end for n in found[-1:]]
            if by_itself or any(words.apposed.fullmatch(text, end, name.start) for end in beside):
                found.append(name)
        return found or [name for name in names if told.trigger is not None and name.end <= told.trigger]

    def places(self, names: Sequence[Name], told: Told) -> tuple[str, ...]:
        """Those of `names` that tell where it is, as written; where a parser tells, that and what lies around it."""
        times = told.timexes
        found = [n for n in names if self.is_place(n) and not any(n.span.overlaps(timex) for timex in times)]
        where = told.where
        if where is not None:
            reach = Span(where.start - _AROUND, where.end + _AROUND)
            here = [n for n in found if n.span.overlaps(reach)]
            found = here if any(n.span.overlaps(where) for n in here) else found
        return tuple(dict.fromkeys(name.text for name in found))

    def is_place(self, name: Name) -> bool:
        """Whether a name is told as somewhere, and is no person's, no body's without a site, and no event's."""
        if name not in self._places:
            self._places[name] = self._is_place(name)
        return self._places[name]

    def _is_place(self, name: Name) -> bool:
        text, words = self.names.text, _words(self.language)
        if not self.names.toponyms.is_place(name) or self._qualifies(name) or self._is_of_a_title(name):
            return False
        kind = self.identify(name).kind
        if kind is EntityKind.ORGANISATION:
            return name.text.rpartition(" ")[2].lower() in words.sites
        if kind is EntityKind.OTHER and " " in name.text:
            if self._owns(name):
                return False  # in Ada Quill's favour
            return words.article.search(text, max(0, name.start - _ARTICLE), name.start) is None
        return kind in {EntityKind.PLACE, EntityKind.GOVERNMENT}

    def _qualifies(self, name: Name) -> bool:
        """Whether a country's letters only qualify the noun behind them: `US airstrikes`."""
        text, letters = self.names.text, name.text.replace(".", "")
        behind = text[name.end : name.end + 2]
        return letters.isupper() and name.text in by_name(self.language) and behind[:1] == " " and behind[1:].islower()

    def _is_degree(self, name: Name) -> bool:
        """Whether letters behind a person and a comma tell what he is: `Ann Lee, M.S., R.D., met patients`."""
        text = self.names.text
        number = bisect_left(self._starts, name.start) - 1
        is_short = len(name.text) <= _DEGREE and name.text not in by_name(self.language)
        if number < 0 or not is_short or sum(map(str.isupper, name.text)) < 2:
            return False
        before = self.names.found[number].name
        if text[before.end : name.start] != ", " or text[name.end : name.end + 1] not in {",", "."}:
            return False
        is_single = "." in name.text or self._story.is_single(name.text)
        return is_single and (may_be_person(self.language, before.text) or self._is_degree(before))

    @cached_property
    def _titles(self) -> Sequence[Span]:
        """The titles of works."""
        return [Span(*found.span(1)) for found in _words(self.language).titled.finditer(self.names.text)]

    def _is_of_a_title(self, name: Name) -> bool:
        """Whether a name is a piece of a title: `a paper entitled Seeking Dust in Distant Clouds`."""
        return any(name.span.overlaps(title) for title in self._titles)

    def _is_epithet(self, name: Name) -> bool:
        """Whether a name, which is no country's, only tells who somebody is: `the Zell Cup winner Ann Lee`."""
        behind = _words(self.language).noun_behind.match(self.names.text, name.end)
        if behind is None or name.text in by_name(self.language):
            return False
        noun, has_name = behind[1].lower(), behind[2]
        if behind[1].isupper() and self.identify(name).kind is not EntityKind.ORGANISATION:
            return False  # Ann Lee MP
        is_who = has_name and noun not in name_words(self.language).function and can_speak(self.language, noun)
        return bool(is_who) or noun in person_nouns(self.language)

    def _is_only_told(self, name: Name) -> bool:
        """Whether a body is who somebody told something: `two officials told Norden News`."""
        before = self.names.text[max(0, name.start - _BEFORE) : name.start]
        is_told = _words(self.language).told.search(before) is not None
        return is_told and self.identify(name).kind is EntityKind.ORGANISATION

    def _owns(self, name: Name) -> bool:
        """Whether a name only says whose something is: `Kim’s father`."""
        return _words(self.language).owns.match(self.names.text, name.end) is not None

    @cached_property
    def _quotes(self) -> Sequence[Span]:
        """Pieces of a sentence in quotation marks."""
        return [Span(*found.span()) for found in _words(self.language).quoted.finditer(self.names.text)]

    def _is_only_beside(self, name: Name, told: Told) -> bool:
        """Whether a name only describes what another word names, or says where or when that is."""
        text, words = self.names.text, _words(self.language)
        if name.text.rpartition(" ")[2].lower() in words.days:
            return True
        if self.names.toponyms.is_region_behind(name) or words.part_of.search(text, name.start - _BEFORE, name.start):
            return True
        return self._describes(name, told) or any(quote.holds(name.span) for quote in self._quotes)

    def _describes(self, name: Name, told: Told) -> bool:
        """Whether a name stands before the noun of one who takes part, and is no name of that: `the Marl study`."""
        text = self.names.text
        behind = _words(self.language).noun_behind.match(text, name.end)
        if behind is None or behind[1] in name_words(self.language).function:
            return False
        if name.text not in by_name(self.language):
            is_what_it_is = behind[1] in speaker_nouns(self.language, "outlet", "organisation")
            is_body = self.identify(name).kind is EntityKind.ORGANISATION
            are_its = number_words(self.language).is_several(behind[1]) and can_speak(self.language, behind[1])
            if is_what_it_is or (is_body and are_its):
                return False  # the Zell group, Zell Council leaders
        noun = Span(*behind.span(1))
        if _words(self.language).behind_article.search(text, name.start - _BEFORE, name.start):
            return True  # from the Zell pad
        return any(role.holds(noun) and role.holds(name.span) for role in told.roles or ())

    def _takes_part(self, name: Name, told: Told) -> bool:
        text = self.names.text
        if self._is_only_beside(name, told):
            return False
        if self._is_degree(name) or self._is_of_a_title(name) or self._is_epithet(name) or self._is_only_told(name):
            return False
        if text[name.end : name.end + 1] == "-" and text[name.end + 1 : name.end + 2].islower():
            return False  # a Kangol-style hat
        if " " not in name.text and self.identify(name).kind is EntityKind.OTHER:
            words = _words(self.language)
            before_noun = text[name.end : name.end + 1] == " " and text[name.end + 1 : name.end + 2].islower()
            if before_noun and words.adjectival.search(name.text):
                return False  # the Pyrenean stage
            is_role = any(self.without_article(role.of(text)) == name.text for role in told.roles or ())
            if self._story.is_single(name.text) and not is_role:
                return False  # nothing tells that it is a name
        return name.text in by_name(self.language) or self.identify(name).kind is not EntityKind.PLACE


class _Asked:
    """What is asked for one article of the names of its story, with the answers: each is asked for once."""

    def __init__(self, names: Names, story: StoryNames) -> None:
        self._names = names
        self._story = story
        self._full: dict[str, str] = {}
        self._kinds: dict[str, EntityKind] = {}
        self._single: dict[str, bool] = {}
        self._persons: dict[str, str] = {}
        self._known: dict[str, bool] = {}
        self._holders: dict[Office, str | None] = {}

    def goes_on(self, story: StoryNames) -> bool:
        """Whether the names of the story as it has grown give the same answers: then they are asked from now on."""
        names = self._names
        is_same = (
            story.language is self._story.language
            and all(story.full(name, names) == known for name, known in self._full.items())
            and all(story.kind(full) is known for full, known in self._kinds.items())
            and all((story.count(name) == 1) is known for name, known in self._single.items())
            and all(story.person(name, names) == known for name, known in self._persons.items())
            and all((name in story) is known for name, known in self._known.items())
            and all(story.holder(office, names) == known for office, known in self._holders.items())
        )
        if is_same:
            self._story = story
        return is_same

    def full(self, name: str) -> str:
        if name not in self._full:
            self._full[name] = self._story.full(name, self._names)
        return self._full[name]

    def kind(self, full: str) -> EntityKind:
        if full not in self._kinds:
            self._kinds[full] = self._story.kind(full)
        return self._kinds[full]

    def identify(self, name: Name) -> Identity:
        return identity(self._story.language, name, self._names, self.full(name.text), self.kind)

    def is_single(self, name: str) -> bool:
        """Whether a name stands once in the articles."""
        if name not in self._single:
            self._single[name] = self._story.count(name) == 1
        return self._single[name]

    def has(self, name: str) -> bool:
        """Whether an article has a name in this form."""
        if name not in self._known:
            self._known[name] = name in self._story
        return self._known[name]

    def person(self, name: str) -> str:
        if name not in self._persons:
            self._persons[name] = self._story.person(name, self._names)
        return self._persons[name]

    def holder(self, office: Office) -> str | None:
        if office not in self._holders:
            self._holders[office] = self._story.holder(office, self._names)
        return self._holders[office]


def of_story(
    readings: Iterable[ArticleReading], memory: Memory | None = None, processes: int | None = 1
) -> dict[str, Named]:
    """The names of each article of a story, by its id, as it was read; in order of publication.

    With a `memory`, those of an article are the very same as before where they stand for the same as before. They are
    sought in so many `processes` at most.
    """
    readings = list(readings)
    missing = [reading for reading in readings if not reading.names.are_sought]
    for reading, found in zip(missing, by_copies(_Sought, missing, _WORTH, processes), strict=True):
        found.give(reading.names)
    names = {reading.article.id: reading.names for reading in readings}
    languages = Counter(own.language for own in names.values()).most_common(1)
    if not languages:
        return {}
    story = StoryNames(languages[0][0], names.values())
    before: dict[str, Named] = memory.get("names", (), dict) if memory else {}
    known = {article: _grown(before.get(article), own, story) for article, own in names.items()}
    before.clear()
    before.update(known)
    return known


class _Sought:
    """The names of an article on their way to who has the article."""

    def __init__(self, reading: ArticleReading) -> None:
        with faults_of(reading.article):
            reading.names.seek()
        self._names = reading.names

    def __getstate__(self) -> PlainNames:
        return self._names.plain

    def __setstate__(self, plain: PlainNames) -> None:
        self._plain = plain

    def give(self, names: Names) -> None:
        if not names.are_sought:
            names.take_up(self._plain)


def _grown(before: Named | None, names: Names, story: StoryNames) -> Named:
    return before if before and before.names is names and before.goes_on(story) else Named(names, story)
