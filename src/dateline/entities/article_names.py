"""Names within one article: a surname stands for the full name given elsewhere in it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise

from dateline.entities.countries import by_adjective, by_name, capitals
from dateline.entities.name_words import COMMON, kinds_of, name_words
from dateline.entities.names import FoundName, find_with_country
from dateline.entities.roles import Office, offices
from dateline.entities.toponyms import is_place, is_region
from dateline.model import Name

# Words a person's full name has at most.
_LONGEST = 4
# Given names of East Asia, which have two syllables, seldom one or three: Jong Un, Jinping, Jae-in.
_SYLLABLES = re.compile(
    r"(?:(?:[zcst]h|[gk]w|[bcdfghj-np-tvwxyz])?[aeiouy]{1,3}(?:ng(?![aeiouy])|nh|ch|[nrlkmpt](?![aeiouy]))?){1,3}",
    re.IGNORECASE,
)
# Letters of a name's part that may be capitals alone: OJ Simpson.
_INITIALS = 2
# Letters of each part of a name like Kim Chang Son, of which one may look like a common noun.
_TWO, _SYLLABLE = 2, 5
# A surname is told as somewhere once in so many times at most.
_SELDOM = 5
# Kinds of words that tell that a name is no person's.
_NO_PERSON = frozenset("OADPFT")
# What stands between a name and its acronym, in either order.
_EXPLAINING = (" (", ", or ", ", known as ")
# A part of a person's name: with a capital, or behind a particle and a hyphen.
_PART = re.compile(r"(?:[a-z]{1,3}[-’'])?[^\W\d_a-zß-öø-ÿ]")
# A capital within a word, not behind a short particle: SpaceX, but McKay and ElBaradei.
_BRAND = re.compile(r"[a-z]{4}[A-Z]")
# Calendar words that are given names as well.
_GIVEN = frozenset(("april", "may", "june", "august", "jan", "mar", "jun"))
_DIRECTIONS = frozenset(("North", "South", "East", "West"))


@lru_cache(maxsize=1 << 10)
def names_of(text: str) -> "Names":
    """The names of an article's text, read once for the several steps that ask for them."""
    return Names(text)


class Names:
    """The names of an article's text."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def found(self) -> list[FoundName]:
        """Every name with the country its rank ties it to, in text order."""
        return find_with_country(self.text)

    @cached_property
    def all(self) -> list[Name]:
        """Every name, in text order."""
        return [found.name for found in self.found]

    @cached_property
    def people(self) -> Counter[str]:
        """How often each person is named in full."""
        return Counter(name.text for name in self.all if may_be_person(name.text))

    @cached_property
    def _full(self) -> dict[str, str]:
        full: dict[str, str] = {}
        for person in sorted(self.people, key=lambda name: (-self.people[name], self.text.index(name))):
            for surname in surnames(person):
                full.setdefault(surname, person)
        somewhere = Counter(name.text for name in self.all if name.text in full and is_place(self.text, name))
        times = Counter(name.text for name in self.all if name.text in full)
        return {
            name: person
            for name, person in full.items()
            if somewhere[name] * _SELDOM <= times[name] and may_be_surname(name)
        }

    @cached_property
    def offices(self) -> list[Office]:
        """The offices of countries it names, in text order."""
        return offices(self.text, self.all)

    @cached_property
    def acronyms(self) -> dict[str, str]:
        """Acronyms with what they are short for, as the article explains them: `Norden Press Agency (NPA)`."""
        explained: dict[str, str] = {}
        for one, other in pairwise(self.all):
            between = self.text[one.end : other.start]
            if between in _EXPLAINING and (between != " (" or self.text[other.end : other.end + 1] == ")"):
                for short, long in ((other.text, one.text), (one.text, other.text)):
                    if is_acronym(short) and short in {initials(long), initials(_without_country(long))}:
                        explained.setdefault(short, long)
        return explained

    @cached_property
    def _halves(self) -> dict[str, str]:
        """The country that `the North` is, by that word, where the article names one such country alone."""
        halves: dict[str, set[str]] = {}
        for name in {found.text for found in self.all if found.text in by_name()}:
            halves.setdefault(name.split(" ", 1)[0], set()).add(by_name()[name].name)
        return {word: next(iter(names)) for word, names in halves.items() if len(names) == 1 and word in _DIRECTIONS}

    def full(self, name: str) -> str:
        """The full name behind one of a single word, else the name.

        Of several persons of that surname it is the one named more often; `the North` is North Korea.
        """
        return self._full.get(name) or self._halves.get(name, name) if " " not in name else name

    def person_before(self, offset: int) -> str | None:
        """The last person named before an offset, by full name."""
        return next(self.people_before(offset), None)

    def people_before(self, offset: int) -> Iterator[str]:
        """The persons named before an offset, by full name, the last one first."""
        named = (self.full(name.text) for name in reversed(self.all) if name.end <= offset)
        return (name for name in named if name in self.people)


def surnames(person: str) -> tuple[str, ...]:
    """The words of a full name that may stand for it alone: the last, and the first where that is the family's."""
    words = person.split()
    given = "".join(words[1:]).replace("-", "")
    family_first = words[0].lower() in name_words().family_first and _SYLLABLES.fullmatch(given) is not None
    return (words[-1], words[0]) if family_first else (words[-1],)


def may_be_surname(word: str) -> bool:
    """Whether a word may stand for a person of that name: no capital, no country or state, no agency."""
    return word not in capitals() and not is_region(word) and word.lower() not in name_words().agency


@lru_cache(maxsize=1 << 15)
def may_be_person(name: str) -> bool:
    """Whether a name has the form of a person's: two to four words, none of which tells that it is something else."""
    words = name.split()
    if not 1 < len(words) <= _LONGEST or name in by_name():
        return False
    own = [word for word in words if _PART.match(word)]
    first = words[0].lower()
    if len(own) < _TWO or (first in name_words().calendar and first not in _GIVEN):
        return False
    kinds = kinds_of(["Chris" if word == "Christian" else word for word in own])
    last = words[-1].lower()
    return (
        not _NO_PERSON & set(kinds)
        and (kinds[-1] != COMMON or (len(own) > _TWO and max(map(len, own)) <= _SYLLABLE))
        and not last.isdigit()
        and last not in name_words().geographic
        and last not in name_words().event
        and not any(map(_BRAND.search, words))
        and all(_PART.match(word) or _is_particle(word) for word in words)
        and (_is_shouted(words) if name.isupper() else not _has_acronym(words))
    )


def _is_particle(word: str) -> bool:
    return word in name_words().particle and word not in name_words().joint


def _has_acronym(words: Sequence[str]) -> bool:
    """Whether an acronym is among the words; two letters in front may be initials: OJ Simpson."""
    return any(map(is_acronym, words[1:] if len(words[0]) == _INITIALS else words))


def _is_shouted(words: Sequence[str]) -> bool:
    """Whether words in capitals are long enough to be no acronyms: VLADIMIR PUTIN."""
    return min(map(len, words)) > _INITIALS + 1


def is_acronym(word: str) -> bool:
    """Whether a word is written in capitals alone: `KCNA`, `U.N.`."""
    return word.isupper() and len(word.replace(".", "")) > 1 and " " not in word


@lru_cache(maxsize=1 << 12)
def initials(name: str) -> str:
    """The capitals of the words of a name, without its small words."""
    return "".join(word[0] for word in re.split(r"[ -]", name) if word[:1].isupper())


def _without_country(name: str) -> str:
    """`U.S. Securities and Exchange Commission` without the country."""
    first, _, rest = name.partition(" ")
    return rest if first in by_name() or first in by_adjective() else name
