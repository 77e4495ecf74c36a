"""A name by itself in, what its form tells out: whether it may be a person's, which of its words stand for it alone."""

import re
from collections.abc import Sequence

from dateline.entities.countries import by_adjective, by_name, capitals
from dateline.entities.kind_words import kind_words
from dateline.entities.name_words import COMMON, NAME, kinds_of, name_words
from dateline.entities.toponyms import is_region
from dateline.languages import Language, made_once, remembered

# Words a person's full name has at most.
_LONGEST = 4
# Letters of a name's part that may be capitals alone: OJ Simpson.
_INITIALS = 2
# Letters of each part of a name like Kim Chang Son, of which one may look like a common noun.
_TWO, _SYLLABLE = 2, 5
# Kinds of words that tell that a name is no person's.
_NO_PERSON = frozenset("OADPFT")
# A part of a person's name: with a capital, or behind a particle and a hyphen.
_PART = re.compile(r"(?:[a-z]{1,3}[-’'])?[^\W\d_a-zß-öø-ÿ]")
# A capital within a word, not behind a short particle: SpaceX, but McKay and ElBaradei.
_BRAND = re.compile(r"[a-z]{4}[A-Z]")
_WORD_ENDS = re.compile(r"[ -]")


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


def without_country(language: Language, name: str) -> str:
    """`U.S. Securities and Exchange Commission` without the country."""
    first, _, rest = name.partition(" ")
    return rest if first in by_name(language) or first in by_adjective(language) else name
