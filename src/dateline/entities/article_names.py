"""An article's text in, its names out, with what this article alone tells of them; as plain values they can be kept.

A surname stands for the full name given elsewhere in the article.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from dateline.entities.countries import by_name
from dateline.entities.entity_kinds import is_looked_at, votes
from dateline.entities.name_forms import initials, is_acronym, may_be_person, may_be_surname, surnames, without_country
from dateline.entities.name_words import name_words
from dateline.entities.names import FoundName, find_with_country
from dateline.entities.roles import Office, offices
from dateline.entities.toponyms import Toponyms
from dateline.languages import Language
from dateline.model import EntityKind, Name, Span

# A surname is told as somewhere once in so many times at most.
_SELDOM = 5
# Times in one article that the words beside a name are looked at.
LOOKED_AT = 3

# Between two of one sentence, and of one clause of it, these do not stand.
_ENDS = re.compile(r"[.!?:;\n]")

_KINDS = tuple(EntityKind)
_PARTS = ("votes", "surnames", "acronyms", "offices")


class PlainNames(NamedTuple):
    """The names of an article as plain values, without its text."""

    offsets: tuple[int, ...]
    """For each name, how far behind the one before it begins, and its length."""
    ties: tuple[tuple[int, str | None, str | None], ...]
    """Number of a name, its country and its title; for those that have either."""
    votes: tuple[tuple[int, bytes], ...]
    """Number of the first name of a form, and what the words beside names of that form tell, by numbers of kinds."""
    surnames: tuple[tuple[str, str], ...]
    acronyms: tuple[tuple[str, str], ...]
    offices: tuple[tuple[int, int, str, str, str | None, str | None, bool], ...]
    regions: tuple[tuple[str, str, str | None], ...]
    """A name, and the codes of the country and the state that stand behind it."""


class NameForm(NamedTuple):
    """One name as an article writes it."""

    times: int
    country: str | None
    """A country that rank ties it to."""
    looked_at: int
    """How often the words beside it were looked at."""
    votes: tuple[EntityKind, ...]
    """What these tell that it is the name of."""


class Names:
    """The names of an article's text."""

    def __init__(self, language: Language, text: str) -> None:
        self.language = language
        self.text = text
        self.are_sought = False
        """Whether all there is to find was found."""

    def __eq__(self, other: object) -> bool:
        same_text = isinstance(other, Names) and (self.language, self.text) == (other.language, other.text)
        return same_text and self.plain == other.plain  # type: ignore[attr-defined]

    def __reduce__(self) -> tuple[type["KeptNames"], tuple[Language, str, PlainNames]]:
        return KeptNames, (self.language, self.text, self.plain)

    def __hash__(self) -> int:
        return hash((self.language.tag, self.text))

    @cached_property
    def toponyms(self) -> Toponyms:
        """Which of the names stand for somewhere, and where that is."""
        return Toponyms(self.language, self.text)

    @cached_property
    def found(self) -> list[FoundName]:
        """Every name with the country its rank ties it to, in text order."""
        return find_with_country(self.language, self.text)

    @cached_property
    def all(self) -> list[Name]:
        """Every name, in text order."""
        return [found.name for found in self.found]

    @cached_property
    def people(self) -> Counter[str]:
        """How often each person is named in full."""
        may_be = may_be_person.of(self.language)
        return Counter(name.text for name in self.all if may_be(name.text))

    @cached_property
    def votes(self) -> Mapping[str, Sequence[EntityKind]]:
        """What the words beside the first names of a form tell that it is the name of; only for forms of which any do.

        They are looked at where the form itself does not tell, or only that it may be a person's.
        """
        seen: dict[str, int] = {}
        told: dict[str, list[EntityKind]] = {}
        looked_at, toponyms = is_looked_at.of(self.language), self.toponyms
        for found in self.found:
            form = found.name.text
            seen[form] = times = seen.get(form, 0) + 1
            if times <= LOOKED_AT and looked_at(form):
                for kind in votes(toponyms, found):
                    told.setdefault(form, []).append(kind)
        return told

    @cached_property
    def forms(self) -> Mapping[str, NameForm]:
        """Every form of a name, in the order in which they come up, with what the article tells of it."""
        times = Counter(found.name.text for found in self.found)
        countries: dict[str, str] = {}
        for found in self.found:
            if found.country:
                countries.setdefault(found.name.text, found.country)
        looked_at = is_looked_at.of(self.language)
        return {
            form: NameForm(
                count,
                countries.get(form),
                min(count, LOOKED_AT) if looked_at(form) else 0,
                tuple(self.votes.get(form, ())),
            )
            for form, count in times.items()
        }

    @cached_property
    def surnames(self) -> Mapping[str, str]:
        """Single words that stand for a person, with the person's full name."""
        full: dict[str, str] = {}
        single = {name.text for name in self.all if " " not in name.text}
        for person in sorted(self.people, key=lambda name: (-self.people[name], self.text.index(name))):
            for surname in surnames(self.language, person):
                if surname not in single or not self._stands_beside(surname, person):
                    full.setdefault(surname, person)
        alone = [name for name in self.all if name.text in full]
        times = Counter(name.text for name in alone)
        somewhere = Counter(name.text for name in alone if self.toponyms.is_place(name))
        return {
            name: person
            for name, person in full.items()
            if somewhere[name] * _SELDOM <= times[name] and may_be_surname(self.language, name)
        }

    def _stands_beside(self, surname: str, person: str) -> bool:
        """Whether a surname means somebody else than a person, whom its sentence names in full behind it.

        `Varga and his wife, Ilona Varga, live in Zell`.
        """
        pairs = pairwise(name for name in self.all if name.text in (surname, person))
        return any(
            one.text == surname != other.text and not _ENDS.search(self.text, one.end, other.start)
            for one, other in pairs
        )

    @cached_property
    def offices(self) -> list[Office]:
        """The offices of countries it names, in text order."""
        return offices(self.language, self.text, self.all)

    @cached_property
    def acronyms(self) -> dict[str, str]:
        """Acronyms with what they are short for, as the article explains them: `Norden Press Agency (NPA)`."""
        explaining = name_words(self.language).explaining
        explained: dict[str, str] = {}
        for one, other in pairwise(self.all):
            between = self.text[one.end : other.start]
            is_open = between.endswith("(") and self.text[other.end : other.end + 1] != ")"
            if between in explaining and not is_open:
                for short, long in ((other.text, one.text), (one.text, other.text)):
                    if is_acronym(short) and short in {initials(long), initials(without_country(self.language, long))}:
                        explained.setdefault(short, long)
        return explained

    @cached_property
    def _halves(self) -> dict[str, str]:
        """The country that `the North` is, by that word, where the article names one such country alone."""
        countries, directions = by_name(self.language), name_words(self.language).directions
        halves: dict[str, set[str]] = {}
        for name in {found.text for found in self.all if found.text in countries}:
            halves.setdefault(name.split(" ", 1)[0], set()).add(countries[name].name)
        return {word: next(iter(names)) for word, names in halves.items() if len(names) == 1 and word in directions}

    def seek(self) -> None:
        """Find all there is to find now, so that a fault in it is met here and not where it is first asked for."""
        for part in _PARTS:
            getattr(self, part)
        _ = self.toponyms.regions_behind
        self.are_sought = True

    def take_up(self, plain: PlainNames) -> None:
        """Take up what was found in another process."""
        kept = KeptNames(self.language, self.text, plain)
        vars(self).update({part: getattr(kept, part) for part in (*_PARTS, "found", "toponyms", "plain")})
        self.are_sought = True

    def full(self, name: str) -> str:
        """The full name behind one of a single word, else the name.

        Of several persons of that surname it is the one named more often; `the North` is North Korea.
        """
        return self.surnames.get(name) or self._halves.get(name, name) if " " not in name else name

    def person_before(self, offset: int) -> str | None:
        """The last person named before an offset, by full name."""
        return next(self.people_before(offset), None)

    def people_before(self, offset: int) -> Iterator[str]:
        """The persons named before an offset, by full name, the last one first."""
        named = (self.full(name.text) for name in reversed(self.all) if name.end <= offset)
        return (name for name in named if name in self.people)

    @cached_property
    def plain(self) -> PlainNames:
        """All of it as plain values."""
        offsets: list[int] = []
        ties: list[tuple[int, str | None, str | None]] = []
        first: dict[str, int] = {}
        previous = 0
        for number, (name, country, title) in enumerate(self.found):
            offsets += (name.start - previous, name.end - name.start)
            previous = name.end
            first.setdefault(name.text, number)
            if country or title:
                ties.append((number, country, title))
        return PlainNames(
            tuple(offsets),
            tuple(ties),
            tuple((first[form], bytes(map(_KINDS.index, told))) for form, told in self.votes.items()),
            tuple(self.surnames.items()),
            tuple(self.acronyms.items()),
            tuple(
                (*one.span, one.country, one.role, one.modifier, one.holder, one.is_definite) for one in self.offices
            ),
            tuple((name, *region) for name, region in self.toponyms.regions_behind.items()),
        )


class KeptNames(Names):
    """The names of an article's text as they were found before: nothing in the text is sought again."""

    def __init__(self, language: Language, text: str, plain: PlainNames) -> None:
        super().__init__(language, text)
        self.plain = plain
        self.are_sought = True

    @cached_property
    def found(self) -> list[FoundName]:
        ties = {number: (country, title) for number, country, title in self.plain.ties}
        found: list[FoundName] = []
        end = 0
        gaps, lengths = self.plain.offsets[::2], self.plain.offsets[1::2]
        for number, (gap, length) in enumerate(zip(gaps, lengths, strict=True)):
            start = end + gap
            end = start + length
            found.append(FoundName(Name(start, end, self.text[start:end]), *ties.get(number, (None, None))))
        return found

    @cached_property
    def votes(self) -> Mapping[str, Sequence[EntityKind]]:
        return {self.all[first].text: [_KINDS[kind] for kind in told] for first, told in self.plain.votes}

    @cached_property
    def surnames(self) -> Mapping[str, str]:
        return dict(self.plain.surnames)

    @cached_property
    def acronyms(self) -> dict[str, str]:
        return dict(self.plain.acronyms)

    @cached_property
    def offices(self) -> list[Office]:
        return [Office(Span(*one[:2]), *one[2:]) for one in self.plain.offices]

    @cached_property
    def toponyms(self) -> Toponyms:
        regions = {name: (country, state) for name, country, state in self.plain.regions}
        return Toponyms(self.language, self.text, regions)
