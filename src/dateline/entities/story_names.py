"""Names across the articles of a story: who and what they stand for, under all the spellings and short forms.

Names are one when they differ by case, accents and hyphens alone; when they are names of one country; when an article
explains an acronym, or only one name of the story has its initials; and when two spellings of a person's name, never in
one article, differ by a slip.
"""

from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

from dateline.entities.article_names import Names
from dateline.entities.countries import by_name, capitals
from dateline.entities.entity_kinds import by_form, decide
from dateline.entities.gazetteer import look_up
from dateline.entities.governments import government, may_govern
from dateline.entities.name_forms import initials, is_acronym, may_be_person, may_be_surname, surnames
from dateline.entities.roles import Holders, Office
from dateline.entities.spelling import block, is_variant, key, without_initials
from dateline.languages import Language
from dateline.model import EntityKind, Name

# Letters of an acronym that is taken for the one name of these initials though no article explains it; one of fewer
# letters only for a name that is surely that of an organisation.
_UNEXPLAINED = 3


class Identity(NamedTuple):
    """Who or what a name stands for."""

    kind: EntityKind
    name: str
    """The name that serves for it; of a government that of its country."""
    country: str | None = None
    """ISO 3166-1 alpha-2 code of a government's country, else None."""


@dataclass(slots=True)
class _Form:
    """One name as written, over all articles."""

    count: int = 0
    articles: int = 0
    country: str | None = None
    """A country that rank ties it to."""
    votes: Counter[EntityKind] = field(default_factory=Counter)
    """What the words beside it tell that it is the name of."""
    looked_at: int = 0
    """How often these were looked at."""


def may_be_cities(names: Names) -> Iterator[str]:
    """The names of an article that may be those of cities, to be looked up together with those of others."""
    for name in {found.name.text for found in names.found}:
        if _may_be_city(names.language, name, names.votes.get(name, ())):
            yield name


def _may_be_city(language: Language, name: str, votes: Container[EntityKind]) -> bool:
    return EntityKind.PLACE in votes or (by_form(language, name) is EntityKind.PLACE and name not in by_name(language))


def identity(language: Language, name: Name, names: Names, main: str, kind_of: Callable[[str], EntityKind]) -> Identity:
    """Who or what a name in an article stands for, there where it stands, of which the story has the name `main`."""
    if main == name.text and may_govern(language, name.text) and (country := government(names.toponyms, name)):
        return Identity(EntityKind.GOVERNMENT, country.name, country.iso)
    return Identity(kind_of(main), main)


class StoryNames:
    """Who and what the articles of a story name."""

    def __init__(self, language: Language, articles: Iterable[Names]) -> None:
        """`articles` are the names of each article, in order of publication."""
        self.language = language
        """That of most of them."""
        articles = list(articles)
        self._forms: dict[str, _Form] = {}
        for names in articles:
            self._count(names)
        self._surname = self._surnames()
        self._main = self._mains(articles)
        self._written: dict[str, list[str]] = {}
        for name, main in self._main.items():
            self._written.setdefault(main, []).append(name)
        self._kinds: dict[str, EntityKind] = {}
        look_up(name for name, form in self._forms.items() if _may_be_city(language, name, form.votes))
        self._holders = Holders(language, ((names.offices, partial(self._full, names)) for names in articles))

    def __contains__(self, name: str) -> bool:
        """Whether an article has a name in this form."""
        return name in self._forms

    def count(self, name: str) -> int:
        """How often the articles have a name in this form."""
        form = self._forms.get(name)
        return form.count if form else 0

    def person(self, name: str, names: Names) -> str:
        """A surname as the full name of the person in one article: as it tells it, else as most articles do.

        Any other name is given back as it stands.
        """
        own = names.full(name)
        found = self._surname.get(own) if own == name and " " not in name else None
        # Whom an article names in full and does not mean by the surname is not who the story means by it there.
        return own if found is None or found in names.people else found

    def full(self, name: str, names: Names) -> str:
        """The one name by which the story has whoever or whatever a name in one article stands for."""
        own = self.person(name, names)
        return self._main.get(own, own)

    def _full(self, names: Names, name: str) -> str:
        return self.full(name, names)

    def identify(self, name: Name, names: Names) -> Identity:
        """Who or what a name in an article stands for, there where it stands."""
        return identity(self.language, name, names, self.full(name.text, names), self.kind)

    def kind(self, main: str) -> EntityKind:
        """What the name that serves for somebody or something is the name of, where it stands for no government."""
        if main not in self._kinds:
            is_capital = main in capitals(self.language)
            self._kinds[main] = EntityKind.PLACE if is_capital else self._kind(self._written.get(main, [main]))
        return self._kinds[main]

    def _kind(self, forms: Sequence[str]) -> EntityKind:
        known = {form: self._forms[form] for form in forms if form in self._forms}
        return decide(
            self.language,
            forms,
            {form: own.votes for form, own in known.items()},
            {form: own.looked_at for form, own in known.items()},
        )

    def holder(self, office: Office, names: Names) -> str | None:
        """Who is meant by an office of a country that stands alone in an article; None where that is not certain."""
        before = (self.full(name, names) for name in names.people_before(office.span.start))
        return self._holders.of(office, before)

    def _count(self, names: Names) -> None:
        for text, own in names.forms.items():
            form = self._forms.get(text) or self._forms.setdefault(text, _Form())
            form.count += own.times
            form.articles += 1
            form.country = form.country or own.country
            form.looked_at += own.looked_at
            for kind in own.votes:
                form.votes[kind] += 1

    def _rank(self, name: str) -> tuple[int, int, str]:
        form = self._forms[name]
        return (-form.articles, -form.count, name)

    def _surnames(self) -> dict[str, str]:
        """The person that most articles name in full, by surname."""
        found: dict[str, str] = {}
        people = (name for name in self._forms if may_be_person(self.language, name))
        for person in sorted(people, key=self._rank):
            for surname in surnames(self.language, person):
                own = self._forms.get(surname)
                is_place = own is not None and own.votes[EntityKind.PLACE] > own.votes[EntityKind.PERSON]
                if not is_place and may_be_surname(self.language, surname):
                    found.setdefault(surname, person)
        return found

    def _mains(self, articles: Sequence[Names]) -> dict[str, str]:
        """For every name that has another form in the story, the form it goes by."""
        groups: dict[str, list[str]] = {}
        for name in self._forms:
            groups.setdefault(key(self.language, name), []).append(name)
        one = _Union(groups)
        self._join_countries(groups, one)
        people = [own for own, names in groups.items() if any(may_be_person(self.language, name) for name in names)]
        self._join_initials(people, one)
        self._join_spellings(people, groups, articles, one)
        for own, long in self._acronyms(groups, articles).items():
            one.join(own, long)
        joined: dict[str, list[str]] = {}
        for own, names in groups.items():
            joined.setdefault(one.of(own), []).extend(names)
        return {
            name: main for names in joined.values() if len(names) > 1 for main in [self._best(names)] for name in names
        }

    def _best(self, names: Sequence[str]) -> str:
        """The form that serves as the name: no acronym or capitals where there is another, then the one used most."""
        known = by_name(self.language)
        countries = {known[name].name for name in names if name in known}
        return min(names, key=lambda name: (name not in countries, name.isupper(), self._rank(name)))

    def _join_countries(self, groups: dict[str, list[str]], one: "_Union") -> None:
        """All names of one country."""
        countries = by_name(self.language)
        first: dict[str, str] = {}
        for own, names in groups.items():
            for name in names:
                if country := countries.get(name):
                    one.join(own, first.setdefault(country.iso, own))

    @staticmethod
    def _join_initials(people: Sequence[str], one: "_Union") -> None:
        """`Thad W. Allen` is `Thad Allen`, unless there is a `Thad R. Allen`, too."""
        short: dict[str, list[str]] = {}
        for own in people:
            short.setdefault(without_initials(own), []).append(own)
        for plain, keys in short.items():
            longer = [own for own in keys if own != plain]
            if len(longer) == 1:
                for own in keys:
                    one.join(own, longer[0])

    def _join_spellings(
        self, people: Sequence[str], groups: dict[str, list[str]], articles: Sequence[Names], one: "_Union"
    ) -> None:
        """Persons whose names differ by a slip, that no article names both and that no two countries tell apart."""
        blocks: dict[str, list[str]] = {}
        for own in people:
            blocks.setdefault(block(own), []).append(own)
        alike = {own for keys in blocks.values() if len(keys) > 1 for own in keys}
        if not alike:
            return
        within: dict[str, set[int]] = {}
        for number, names in enumerate(articles):
            for person in names.people:
                if (own := key(self.language, person)) in alike:
                    within.setdefault(own, set()).add(number)
        for keys in blocks.values():
            ranked = sorted(keys, key=lambda own: min(self._rank(name) for name in groups[own]))
            for number, own in enumerate(ranked):
                for better in ranked[:number][:_SPELLINGS]:
                    apart = within.get(own, set()).isdisjoint(within.get(better, set()))
                    if apart and is_variant(own, better) and self._ties(groups[own], groups[better]):
                        one.join(own, better)
                        break

    def _ties(self, names: Sequence[str], others: Sequence[str]) -> bool:
        """Whether two groups of forms are tied to no different countries."""
        one, other = (
            {form.country for name in those if (form := self._forms[name]).country} for those in (names, others)
        )
        return not one or not other or not one.isdisjoint(other)

    def _acronyms(self, groups: dict[str, list[str]], articles: Sequence[Names]) -> dict[str, str]:
        """Acronyms, by key, with the key of what they are short for."""
        language = self.language
        explained: dict[str, Counter[str]] = {}
        for names in articles:
            for short, long in names.acronyms.items():
                explained.setdefault(short, Counter())[key(language, long)] += 1
        found = {key(language, short): max(long, key=lambda own: (long[own], own)) for short, long in explained.items()}
        shorts = {name for name in self._forms if is_acronym(name) and name.isalpha()}
        of_initials: dict[str, set[str]] = {}
        for own, written in groups.items():
            for name in written:
                if (letters := initials(name)) in shorts and not may_be_person(language, name) and not name.isupper():
                    of_initials.setdefault(letters, set()).add(own)
        for short, longs in of_initials.items():
            own = next(iter(longs))
            told = len(short) >= _UNEXPLAINED or self._is_body(groups[own])
            # What stands once in a story that is full of the letters is not what every reader knows them to mean.
            is_rare = self.count(short) > _OFTENER * sum(map(self.count, groups[own]))
            if len(longs) == 1 and told and not is_rare and short not in by_name(language):
                found.setdefault(key(language, short), own)
        return {short: long for short, long in found.items() if short in groups and long in groups}

    def _is_body(self, names: Sequence[str]) -> bool:
        """Whether a name of just two words is that of an organisation, which goes by two letters: `the UN`."""
        return all(len(name.split()) == 2 for name in names) and self._kind(names) is EntityKind.ORGANISATION


# Times as often as its letters a name stands that nobody explains, at most.
_OFTENER = 10
# Spellings of one block that a further one is compared with: the most used.
_SPELLINGS = 8


class _Union:
    """Keys joined into groups (Tarjan 1975, with halving of paths)."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._parent = {own: own for own in keys}

    def of(self, own: str) -> str:
        """The key that stands for the group of a key."""
        while self._parent[own] != own:
            self._parent[own] = self._parent[self._parent[own]]
            own = self._parent[own]
        return own

    def join(self, one: str, other: str) -> None:
        """Make one group of two; the order in which groups are joined does not matter for what they hold."""
        self._parent[self.of(one)] = self.of(other)
