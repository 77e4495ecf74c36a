"""The words by which it is told who a source is, from a language's `speakers.toml`."""

from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple

from dateline.entities.name_words import name_words
from dateline.languages import Language, made_once, remembered
from dateline.text.words import stem, word_list

_PATH = "events/speakers.toml"

Words = frozenset[str]


class Gender(Enum):
    """What a pronoun of the third person tells of whom it means."""

    MASCULINE = "he"
    FEMININE = "she"


class Pronouns(NamedTuple):
    """Pronouns by whom they mean; each is described in the data file."""

    person: Words
    first: Words
    thing: Words
    several: Words
    capital: Words

    @property
    def all(self) -> Words:
        return self.person | self.first | self.thing | self.several


class GenderWords(NamedTuple):
    """By what it is told whether somebody is a he or a she, by word; each is described in the data file."""

    pronouns: Mapping[str, Gender]
    subjects: Mapping[str, Gender]
    possessives: Mapping[str, Gender]
    titles: Mapping[str, Gender]
    nouns: Mapping[str, Gender]
    given_names: Mapping[str, Gender]
    before_given: Words
    determiners: Words


class NumberWords(NamedTuple):
    """By what it is told whether a noun means several."""

    several: Words
    endings: tuple[str, ...]
    single_endings: tuple[str, ...]

    def is_several(self, noun: str) -> bool:
        """Whether a noun, in lower case as written, means several."""
        return noun in self.several or (noun.endswith(self.endings) and not noun.endswith(self.single_endings))


@made_once
def pronouns(language: Language) -> Pronouns:
    """The pronouns of a language."""
    given = language.settings(_PATH)["pronouns"]
    return Pronouns(*(frozenset(given[kind].split()) for kind in Pronouns._fields))


@made_once
def gender_words(language: Language) -> GenderWords:
    """The words that tell gender in a language."""
    given = language.settings(_PATH)["gender"]

    def by_word(pair: list[str]) -> dict[str, Gender]:
        return {word: gender for words, gender in zip(pair, Gender, strict=False) for word in words.split()}

    return GenderWords(
        pronouns=by_word(given["pronouns"]),
        subjects=by_word(given["subjects"]),
        possessives=by_word(given["possessives"]),
        titles=by_word(given["titles"]),
        nouns=by_word(given["nouns"]),
        given_names=by_word(given["given_names"]),
        before_given=frozenset(given["before_given"].split()),
        determiners=frozenset(given["determiners"].split()),
    )


@made_once
def number_words(language: Language) -> NumberWords:
    """The words that tell number in a language."""
    given = language.settings(_PATH)["number"]
    return NumberWords(
        frozenset(given["several"].split()), tuple(given["endings"].split()), tuple(given["single_endings"].split())
    )


@made_once
def small_name_words(language: Language) -> Words:
    """Small words inside a name: `Bank of Norden`."""
    return frozenset(language.settings(_PATH)["names"]["joining"].split())


@made_once
def prepositions(language: Language) -> Words:
    """Prepositions behind which a name is no subject."""
    return frozenset(language.settings(_PATH)["names"]["prepositions"].split())


@made_once
def words_of_asking(language: Language) -> Words:
    """Forms of verbs by which somebody asks another one, who then answers: `pressed Ada Quill on it`."""
    return frozenset(language.settings(_PATH)["names"]["asking"].split())


@made_once
def opening_words(language: Language) -> Words:
    """Small words that may stand before the subject that a sentence opens with: `Even Lund`."""
    return frozenset(language.settings(_PATH)["names"]["opening"].split())


@made_once
def lesser_titles(language: Language) -> Words:
    """Words that make another title of the one behind them: `vice president`."""
    return frozenset(language.settings(_PATH)["names"]["lesser"].split())


@made_once
def person_nouns(language: Language) -> Words:
    """Nouns, in lower case, that mean a person: those that tell gender, ranks, and those of `person`."""
    words = speaker_nouns(language, "person", "anyone")
    return words | gender_words(language).nouns.keys() | name_words(language).rank


class SpeakingNouns(NamedTuple):
    """The nouns of who or what can say something."""

    stems: Words
    endings: tuple[str, ...]
    """Of nouns that mean persons by what they do: `welder`."""
    others: Words
    """Stems of nouns that end like them and mean none: `tower`."""


@made_once
def _speaking(language: Language) -> SpeakingNouns:
    kinds = ("person", "anyone", "outlet", "organisation", "body", "document", "group", "record")
    nouns = speaker_nouns(language, *kinds) | person_nouns(language)
    others = speaker_nouns(language, "no_person")
    endings = tuple(sorted(speaker_nouns(language, "person_endings")))
    return SpeakingNouns(
        frozenset(stem(language, noun) for noun in nouns), endings, frozenset(stem(language, noun) for noun in others)
    )


def can_speak(language: Language, noun: str) -> bool:
    """Whether a common noun means somebody, or a writing, that can say something: no tram does, no month."""
    speaking = _speaking(language)
    own = stem(language, noun.lower())
    if own in speaking.stems or not speaking.endings:
        return True
    return own not in speaking.others and noun.lower().endswith(speaking.endings)


def is_a_thing(language: Language, noun: str) -> bool:
    """Whether a common noun ends like one of a person, and is that of a thing: `tremors`."""
    return stem(language, noun.lower()) in _speaking(language).others


def names_nobody(language: Language, word: str) -> bool:
    """Whether a word, in lower case, is none that somebody is called by: `officials`, `police`."""
    return word in name_words(language).function or word in word_list(language, "common_words")


@remembered(32)
def speaker_nouns(language: Language, *kinds: str) -> Words:
    """Nouns, as lemmas, that name speakers of these kinds: keys of `[nouns]` in `speakers.toml`."""
    nouns = language.settings(_PATH)["nouns"]
    return frozenset(noun for kind in kinds for noun in nouns[kind].split())
