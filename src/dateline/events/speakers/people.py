"""The persons of an article: where each is named, whether as a subject, and whether it is a he or a she.

Gender is read off the article: titles (`Mrs Feld`), what a person is (`Ada Quill, a widow`), and the pronouns that
follow a sentence which names nobody else. The given name is a hint, which any of these outweighs.
"""

import itertools
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from dateline.entities.article_names import Names
from dateline.entities.name_forms import may_be_surname
from dateline.entities.name_words import name_words
from dateline.events.attribution.quotes import spoken
from dateline.events.speakers.words import Gender, gender_words, prepositions
from dateline.events.surface.clauses import Word, is_finite, words_of
from dateline.events.surface.lexicon import lexicon
from dateline.model import Name, Span

# What the signs of gender weigh. A title or a noun beside the name says so; a pronoun may mean somebody else, above all
# in the next sentence; a given name is a custom.
_SAID, _PRONOUN, _NEXT_PRONOUN, _GIVEN_NAME = 8, 2, 1, 3
# No sign outweighs the title that a name begins with: beside `the duchess and Prince Karl` a `she` is the other one.
_IS_CALLED = 1000
# Words looked at behind a name for what the person is: `, the former chairwoman of`.
_APPOSITION = 6
# Code points behind a name in which its apposition stands.
_BEHIND = 80
# Code points before a name in which a title, or what the person is, stands.
_RIGHT_BEFORE = 24
# Words before a name that are looked at for what makes it no subject.
_BEFORE = 12
# Words of the next sentence among which its subject pronoun stands: `On Monday she`.
_OPENING = 4
# Sentences in which one who was named before is still spoken of.
_GOES_ON = 3
_NO_VOTES: Counter["Gender"] = Counter()


class Mention(NamedTuple):
    """A place where a person is named."""

    person: str
    """By full name."""
    start: int
    end: int
    sentence: int
    """Number of its sentence in the article."""


class People:
    """The persons that an article names."""

    def __init__(self, names: Names, sentences: Sequence[Span]) -> None:
        self.sentences = sentences
        self._names = names
        self.language = names.language
        self._words: dict[int, list[Word]] = {}
        self._subjects: dict[int, bool] = {}

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentence_at(self, offset: int) -> int:
        """The number of the sentence that an offset lies in, or behind."""
        return max(0, bisect_right(self._sentence_starts, offset) - 1)

    def sentence_start(self, offset: int) -> int:
        """The first code point of the sentence that an offset lies in, or behind."""
        return self.sentences[self.sentence_at(offset)].start if self.sentences else 0

    def full(self, name: str) -> str:
        """The full name behind a surname; the surname itself where a title tells that another one of it is meant.

        `Mr. Okoro` is not Ada Okoro.
        """
        return self._by_given_name.get(name) or (name if name in self._others else self._names.full(name))

    @cached_property
    def _by_given_name(self) -> Mapping[str, str]:
        """Full names by the given name that stands alone behind a title of its kind: `Sir Tam` is Sir Tam Orr."""
        titles = gender_words(self.language).before_given
        found: dict[str, str] = {}
        for name in self._names.all:
            if " " not in name.text and self._word_before(name) in titles:
                full = [person for person in self._names.people if person.startswith(f"{name.text} ")]
                if len(full) == 1:
                    found[name.text] = full[0]
        return found

    @cached_property
    def _others(self) -> frozenset[str]:
        """Surnames before which a form of address stands that does not go with the given name of the full one."""
        words = gender_words(self.language)
        others: set[str] = set()
        for name in self._names.all:
            full = self._names.full(name.text)
            given = words.given_names.get(full.split()[0].lower()) if full != name.text else None
            if given is not None and self._address(name) not in (None, given):
                others.add(name.text)
        return frozenset(others)

    @cached_property
    def persons(self) -> frozenset[str]:
        """Who is named: by full name, or by a single one that a title stands before: `Mr. Okoro`, `Pope Leo`."""
        single = {
            found.name.text
            for found in self._names.found
            if " " not in found.name.text and (found.title or self._address(found.name))
        }
        alone = (name for name in single if self.full(name) == name and may_be_surname(self.language, name))
        return frozenset((*self._names.people, *alone))

    def _address(self, name: Name) -> Gender | None:
        """The gender of the form of address right before a name: `Mr.`, `Mrs.`."""
        return gender_words(self.language).titles.get(self._word_before(name))

    def _word_before(self, name: Name) -> str:
        """The word right before a name, in lower case."""
        before = self._names.text[max(0, name.start - _RIGHT_BEFORE) : name.start].rstrip().rpartition(" ")[2]
        return before.lower().rstrip(".")

    @cached_property
    def mentions(self) -> list[Mention]:
        """Where persons are named, in text order."""
        named = ((self.full(name.text), name) for name in self._names.all)
        return [
            Mention(person, name.start, name.end, self.sentence_at(name.start))
            for person, name in named
            if person in self.persons
        ]

    def named(self, start: int, end: int) -> list[Name]:
        """The names that begin from one offset to before another."""
        return [name for name in self._names.all if start <= name.start < end]

    @cached_property
    def _mention_starts(self) -> list[int]:
        return [mention.start for mention in self.mentions]

    def before(self, offset: int) -> Iterator[Mention]:
        """The mentions before an offset, the last one first."""
        return (self.mentions[k] for k in range(bisect_right(self._mention_starts, offset - 1) - 1, -1, -1))

    def quotation_at(self, offset: int) -> int | None:
        """The number of the quotation that a code point stands in; None where it stands in none."""
        k = bisect_right(self._quotation_starts, offset) - 1
        return k if k >= 0 and offset < self._quotations[k].end else None

    def quoted(self, sentence: Span) -> Span | None:
        """The quotation in which all of a sentence stands; None where some of it is outside of one."""
        number = self.quotation_at(sentence.start)
        if number is None:
            return None
        quotation = self._quotations[number]
        return None if self._names.text[quotation.end : sentence.end].strip() else quotation

    def holds_quotation(self, sentence: Span) -> bool:
        """Whether a quotation stands in a sentence, or runs into it."""
        k = bisect_right(self._quotation_starts, sentence.end - 1) - 1
        return k >= 0 and self._quotations[k].end > sentence.start

    @cached_property
    def _quotations(self) -> list[Span]:
        return spoken(self.language, self._names.text)

    @cached_property
    def _quotation_starts(self) -> list[int]:
        return [quotation.start for quotation in self._quotations]

    def is_subject(self, start: int, end: int) -> bool:
        """Whether a name between two offsets is the subject of a verb, by the words around."""
        if start not in self._subjects:
            self._subjects[start] = self._acts(start, end)
        return self._subjects[start]

    def _acts(self, start: int, end: int) -> bool:
        words = self.words(self.sentence_at(start))
        lex = lexicon(self.language)
        not_behind = prepositions(self.language)
        calendar = name_words(self.language).calendar
        first = next((i for i, word in enumerate(words) if word.end > start), len(words))
        last = next((i for i in range(first, len(words)) if words[i].end >= end), first)
        if first < len(words) and words[last].lower.endswith(name_words(self.language).possessive):
            return False
        for i in range(first - 1, max(-1, first - 1 - _BEFORE), -1):
            word = words[i].lower
            if word in not_behind or is_finite(words, i, lex):
                return False
            if not word[0].isalnum() or word in calendar or word in lex.alone or word in lex.after_comma:
                break
        return any(is_finite(words, i, lex) for i in range(last + 1, len(words)))

    def words(self, sentence: int) -> list[Word]:
        """The words and marks of a sentence, by its number."""
        if sentence not in self._words:
            self._words[sentence] = words_of(self._names.text, self.sentences[sentence])
        return self._words[sentence]

    def gender(self, person: str) -> Gender | None:
        """Whether a person is a he or a she; None where the article does not tell, or tells both."""
        votes = self._votes.get(person)
        if not votes:
            return None
        he, she = votes[Gender.MASCULINE], votes[Gender.FEMININE]
        return None if he == she else Gender.MASCULINE if he > she else Gender.FEMININE

    @cached_property
    def _votes(self) -> dict[str, Counter[Gender]]:
        """What speaks for either gender of each person, by weight."""
        votes: dict[str, Counter[Gender]] = defaultdict(Counter)
        given = gender_words(self.language).given_names
        for person in self.persons:
            if gender := given.get(person.split()[0].lower().partition("-")[0]):
                votes[person][gender] += _GIVEN_NAME
            if gender := self._of_title(person):
                votes[person][gender] += _IS_CALLED
        by_sentence: dict[int, list[Mention]] = defaultdict(list)
        for mention in self.mentions:
            by_sentence[mention.sentence].append(mention)
            if gender := self._said_beside(mention):
                votes[mention.person][gender] += _SAID
        for number, those in by_sentence.items():
            person = those[0].person
            if all(mention.person == person for mention in those):
                others = self._genders_before(number, those[0])
                for gender in self._pronouns_after(number, those[0], others):
                    votes[person][gender] += _PRONOUN
                next_one = None if number + 1 in by_sentence else self._opening_pronoun(number + 1)
                if next_one and next_one not in others and not self._is_of_another(next_one, those[0], votes):
                    votes[person][next_one] += _NEXT_PRONOUN
        return votes

    def _of_title(self, person: str) -> Gender | None:
        """The gender of the title that a name begins with: `Prince Karl`; a single word is no title but a name."""
        first, _, rest = person.lower().partition(" ")
        return gender_words(self.language).titles.get(first) if rest else None

    def _is_of_another(self, gender: Gender, mention: Mention, votes: Mapping[str, Counter[Gender]]) -> bool:
        """Whether a pronoun right behind a person may as well go on with another one, who is known to be such."""
        near = itertools.takewhile(lambda one: mention.sentence - one.sentence <= _GOES_ON, self.before(mention.start))
        return any(
            one.person != mention.person and votes.get(one.person, _NO_VOTES)[gender] >= _GIVEN_NAME for one in near
        )

    def _said_beside(self, mention: Mention) -> Gender | None:
        """The gender of a title or a noun right beside a name."""
        words = gender_words(self.language)
        text = self._names.text
        before = text[max(0, mention.start - _RIGHT_BEFORE) : mention.start].rstrip()
        is_parted = before.endswith(",")
        last = before.rstrip(",").rpartition(" ")[2].lower().strip("“”\"'‘(")
        if not is_parted and (gender := words.titles.get(last.rstrip("."))):
            return gender
        if gender := words.nouns.get(last):
            return gender
        return self._apposition(mention.end)

    def _apposition(self, end: int) -> Gender | None:
        """The gender of what a person is, behind the name and a comma: `, the former chairwoman of the board,`."""
        words = gender_words(self.language)
        behind = self._names.text[end : end + _BEHIND]
        if not behind.startswith(", "):
            return None
        told = behind[2:].lower().split()[:_APPOSITION]
        if not told or told[0] not in words.determiners:
            return None
        for word in told[1:]:
            if gender := words.nouns.get(word.rstrip(",.;")):
                return gender
            if word in prepositions(self.language) or not word.isalpha():
                return None
        return None

    def _genders_before(self, number: int, mention: Mention) -> frozenset[Gender]:
        """Of whom a sentence speaks before it names somebody: `She said Okoro knew what she did.`"""
        known = gender_words(self.language).pronouns
        before = (word.lower for word in self.words(number) if word.end <= mention.start)
        return frozenset(known[word] for word in before if word in known)

    def _pronouns_after(self, number: int, mention: Mention, others: Container[Gender]) -> Iterator[Gender]:
        """The pronouns behind the one person whom a sentence names, but those of the `others` before it."""
        words = gender_words(self.language)
        function = name_words(self.language).function
        own = self.words(number)
        for i, word in enumerate(own):
            if word.start < mention.end or self.quotation_at(word.start) is not None:
                continue
            if words.pronouns.get(word.lower) in others:
                return
            if gender := words.subjects.get(word.lower):
                yield gender
            # "Told her that" means another one than "her house".
            elif i + 1 < len(own) and own[i + 1].text.islower() and own[i + 1].lower not in function:
                yield from filter(None, [words.possessives.get(word.lower)])

    def _opening_pronoun(self, number: int) -> Gender | None:
        """The pronoun that opens a sentence."""
        if number >= len(self.sentences):
            return None
        subjects = gender_words(self.language).subjects
        for word in self.words(number)[:_OPENING]:
            if word.lower in subjects and self.quotation_at(word.start) is None:
                return subjects[word.lower]
        return None
