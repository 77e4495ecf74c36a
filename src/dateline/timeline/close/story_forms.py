"""The names of the articles of a story, in the forms by which what they tell is compared and shown."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from dateline.entities.article_names import Names
from dateline.entities.countries import by_adjective, by_name
from dateline.entities.roles import Office
from dateline.entities.story_names import Identity, StoryNames
from dateline.errors import faults_of
from dateline.events.speakers.words import speaker_nouns
from dateline.languages import Language, made_once
from dateline.model import EntityKind, Name
from dateline.reading.article import ArticleReading


@dataclass(frozen=True, slots=True)
class _Words:
    """What stands beside names; `tellings.toml` says what each is."""

    article: re.Pattern[str]
    owns: re.Pattern[str]
    days: frozenset[str]


@made_once
def _words(language: Language) -> _Words:
    file = "timeline/tellings.toml"
    return _Words(language.pattern(file, "article"), language.pattern(file, "owns"), language.words(file, "days"))


class Named:
    """The names of one article, among those of its story."""

    def __init__(self, names: Names, story: StoryNames) -> None:
        self.language = names.language
        self.names = names
        self._story = story
        self._starts = [found.name.start for found in names.found]

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
        return [(office, holder) for office in alone if (holder := self._story.holder(office, self.names))]

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
        return self._story.full(name, self.names)

    def identify(self, name: Name) -> Identity:
        """Who or what a name stands for."""
        return self._story.identify(name, self.names)

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
        return self._story.person(bare, self.names) if bare in self._story else said_by

    def without_article(self, name: str) -> str:
        """A name without the article before it: `the Kremlin`."""
        article = _words(self.language).article.match(name)
        return name[article.end() :] if article else name

    def participants(self, names: Iterable[Name], places: Sequence[str], start: int, end: int) -> tuple[str, ...]:
        """Those of `names`, in text order, who can take part in something, and who is meant by an office.

        Left out are `places`, whatever is a place and no country, and names that only say whose something is.
        `start` and `end` bound the passage.
        """
        found = [
            (name.start, self.full(name.text))
            for name in names
            if name.text not in places and not self._owns(name) and self._takes_part(name)
        ]
        found += [(o.span.start, holder) for o, holder in self.offices if start <= o.span.start and o.span.end <= end]
        return tuple(dict.fromkeys(name for _, name in sorted(found)))

    def is_place(self, name: Name) -> bool:
        """Whether a name is told as somewhere, and is no person's and no single word for something else."""
        if not self.names.toponyms.is_place(name):
            return False
        kind = self.identify(name).kind
        return kind is EntityKind.PLACE or (kind is not EntityKind.PERSON and " " in name.text)

    def _owns(self, name: Name) -> bool:
        """Whether a name only says whose something is: `Kim’s father`."""
        return _words(self.language).owns.match(self.names.text, name.end) is not None

    def _takes_part(self, name: Name) -> bool:
        if name.text.rpartition(" ")[2].lower() in _words(self.language).days:
            return False
        return name.text in by_name(self.language) or self.identify(name).kind is not EntityKind.PLACE


def of_story(readings: Iterable[ArticleReading]) -> dict[str, Named]:
    """The names of each article of a story, by its id, as it was read; in order of publication."""
    names: dict[str, Names] = {}
    for reading in readings:
        with faults_of(reading.article):
            reading.names.seek()
        names[reading.article.id] = reading.names
    languages = Counter(own.language for own in names.values()).most_common(1)
    if not languages:
        return {}
    story = StoryNames(languages[0][0], names.values())
    return {article: Named(own, story) for article, own in names.items()}
