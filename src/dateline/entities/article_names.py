"""Names within one article: a surname stands for the full name given elsewhere in it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from dateline.entities.countries import by_adjective, by_name, capitals
from dateline.entities.kind_words import kind_words
from dateline.entities.name_words import COMMON, NAME, kinds_of, name_words
from dateline.entities.names import FoundName, find_with_country
from dateline.entities.roles import Office, offices
from dateline.entities.toponyms import Toponyms, is_region
from dateline.languages import Language, made_once, remembered
from dateline.model import Name

# Words a person's full name has at most.
_LONGEST = 4
# Letters of a name's part that may be capitals alone: OJ Simpson.
_INITIALS = 2
# Letters of each part of a name like Kim Chang Son, of which one may look like a common noun.
_TWO, _SYLLABLE = 2, 5
# A surname is told as somewhere once in so many times at most.
_SELDOM = 5
# Kinds of words that tell that a name is no person's.
_NO_PERSON = frozenset("OADPFT")
# A part of a person's name: with a capital, or behind a particle and a hyphen.
_PART = re.compile(r"(?:[a-z]{1,3}[-’'])?[^\W\d_a-zß-öø-ÿ]")
# A capital within a word, not behind a short particle: SpaceX, but McKay and ElBaradei.
_BRAND = re.compile(r"[a-z]{4}[A-Z]")
_WORD_ENDS = re.compile(r"[ -]")


class Names:
    """The names of an article's text."""

    def __init__(self, language: Language, text: str) -> None:
        self.language = language
        self.text = text

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
        return Counter(name.text for name in self.all if may_be_person(self.language, name.text))

    @cached_property
    def _full(self) -> dict[str, str]:
        full: dict[str, str] = {}
        for person in sorted(self.people, key=lambda name: (-self.people[name], self.text.index(name))):
            for surname in surnames(self.language, person):
                full.setdefault(surname, person)
        somewhere = Counter(name.text for name in self.all if name.text in full and self.toponyms.is_place(name))
        times = Counter(name.text for name in self.all if name.text in full)
        return {
            name: person
            for name, person in full.items()
            if somewhere[name] * _SELDOM <= times[name] and may_be_surname(self.language, name)
        }

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
                    if is_acronym(short) and short in {initials(long), initials(_without_country(self.language, long))}:
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


def surnames(language: Language, person: str) -> tuple[str, ...]:
    """The words of a full name that may stand for it alone: the last, and the first where that is the family's."""
    words = person.split()
    if words[0].lower() not in name_words(language).family_first:
        return (words[-1],)
    given = "".join(words[1:]).replace("-", "")
    return (words[-1], words[0]) if _given_syllables(language).fullmatch(given) else (words[-1],)


@made_once
def _given_syllables(language: Language) -> re.Pattern[str]:
    return language.pattern("entities/names.toml", "given_syllables")


def may_be_surname(language: Language, word: str) -> bool:
    """Whether a word may stand for a person of that name: no capital, no country or state, no agency."""
    is_somewhere = word in capitals(language) or is_region(language, word)
    return not is_somewhere and word.lower() not in name_words(language).agency


@remembered(1 << 15)
def may_be_person(language: Language, name: str) -> bool:
    """Whether a name has the form of a person's: two to four words, none of which tells that it is something else."""
    words = name.split()
    if not 1 < len(words) <= _LONGEST or name in by_name(language):
        return False
    known, kinds_known = name_words(language), kind_words(language)
    own = [word for word in words if _PART.match(word)]
    first = words[0].lower()
    if len(own) < _TWO or (first in known.calendar and first not in known.given_calendar):
        return False
    kinds = [
        NAME if word in known.given_adjective else kind for word, kind in zip(own, kinds_of(language, own), strict=True)
    ]
    last = words[-1].lower()
    return (
        _NO_PERSON.isdisjoint(kinds)
        and (kinds[-1] != COMMON or (len(own) > _TWO and max(map(len, own)) <= _SYLLABLE))
        and not last.isdigit()
        and last not in kinds_known.geographic
        and last not in kinds_known.event
        and not any(map(_BRAND.search, words))
        and all(_PART.match(word) or (word in known.particle and word not in known.joint) for word in words)
        and (_is_shouted(words) if name.isupper() else not _has_acronym(words))
    )


def _has_acronym(words: Sequence[str]) -> bool:
    """Whether an acronym is among the words; two letters in front may be initials: OJ Simpson."""
    return any(map(is_acronym, words[1:] if len(words[0]) == _INITIALS else words))


def _is_shouted(words: Sequence[str]) -> bool:
    """Whether words in capitals are long enough to be no acronyms: VLADIMIR PUTIN."""
    return min(map(len, words)) > _INITIALS + 1


def is_acronym(word: str) -> bool:
    """Whether a word is written in capitals alone: `KCNA`, `U.N.`."""
    return word.isupper() and len(word.replace(".", "")) > 1 and " " not in word


def initials(name: str) -> str:
    """The capitals of the words of a name, without its small words."""
    return "".join(word[0] for word in _WORD_ENDS.split(name) if word[:1].isupper())


def _without_country(language: Language, name: str) -> str:
    """`U.S. Securities and Exchange Commission` without the country."""
    first, _, rest = name.partition(" ")
    return rest if first in by_name(language) or first in by_adjective(language) else name
