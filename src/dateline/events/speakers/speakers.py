"""Who a source is: by name where the article tells it, else as written.

A pronoun means whoever fits it in gender and number and stands out most: the speaker before, then who was named as a
subject, then who was named at all, and of two alike the nearer (salience, after Lappin and Leass 1994). Nothing is
guessed: where two fit equally well or nobody does, the pronoun names nobody; where two who were named before would
fit, "the company" stays what it is.
"""

import itertools
import math
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

from dateline.entities.article_names import Names
from dateline.entities.countries import by_name, states
from dateline.entities.name_forms import is_acronym, may_be_surname
from dateline.entities.name_words import name_words
from dateline.entities.names import FoundName
from dateline.events.parsing.grammar import grammar
from dateline.events.speakers.called import Called
from dateline.events.speakers.people import Mention, People
from dateline.events.speakers.rivals import acts_alone, asks, ends_quotation, has_rival, is_asker
from dateline.events.speakers.source import Saying, Source, Speaker
from dateline.events.speakers.words import (
    can_speak,
    gender_words,
    is_a_thing,
    lesser_titles,
    names_nobody,
    number_words,
    person_nouns,
    prepositions,
    pronouns,
    speaker_nouns,
)
from dateline.events.surface.clauses import is_finite, words_of
from dateline.events.surface.lexicon import lexicon
from dateline.languages import Language, alternatives, remembered
from dateline.model import Name, Span
from dateline.text.words import stem

# Sentences back in which a pronoun finds somebody who is only named, or who spoke; and the only one who fits, where
# none of these does.
_NAMED_BACK, _SPOKEN_BACK, _ONLY_BACK = 3, 6, 12
# Acts of saying back of which one may have the speaker of a pronoun, and those that "the officials" may mean.
_SAYINGS_BACK, ALIKE_BACK = 6, 40
# Sentences back in which "it", "they" and "the company" find whom they mean.
_THINGS_BACK = 2
# Code points back in which a name is sought for "the newspaper" or "the spokesman", and "the civil defence agency" for
# "the agency".
_NOUN_BACK, _LONGER_BACK = 3_500, 1_500

# Words of an apposition before the noun that names what somebody is.
_APPOSITION = 4

# How far behind the speaker of the sentence before somebody lies, in sentences: one that acts there, one that is only
# named there; and what is added for a gender that nothing tells, and for a single name that may be no person's.
# Set so that the speaker of one sentence comes before who acts in it and behind who acts in the next.
_ACTS, _IS_NAMED, _UNTOLD, _UNSURE = 0.6, 1.4, 0.4, 0.8
# What is added for who asks: the answer is another's.
_ASKED = 2
# Two that lie no farther apart than this fit equally well.
_ALIKE = 0.1


@remembered(1 << 10)
def _beside(language: Language, noun: str) -> re.Pattern[str]:
    """A noun right behind a name, or in its apposition: `Kommersant newspaper`, `Ada Quill, the mayor of Lindow`."""
    determiners = alternatives(gender_words(language).determiners)
    words = rf"(?:[\w’'-]+ ){{0,{_APPOSITION}}}"
    noun = re.escape(noun)
    closing = rf"(?=[,.;]| {alternatives(prepositions(language))}\b)"
    return re.compile(rf" {noun}\b|, (?:{determiners} {words})?{noun}{closing}", re.IGNORECASE)


def _without_lone_mark(words: str) -> str:
    """Words without a quotation mark whose other half was left out: `a man who goes by the name "Shorty`."""
    if words.count('"') % 2:
        return words.replace('"', "")
    return words if words.count("“") == words.count("”") else words.replace("“", "").replace("”", "")


Earlier = Callable[[], Sequence[Saying]]
"""Gives the acts of saying before a source, in text order, when they are asked for."""


class Speakers:
    """Names the sources of one article."""

    def __init__(self, names: Names, sentences: Sequence[Span]) -> None:
        """`sentences` are those of the story, in text order."""
        self.names = names
        self.language = names.language
        self.people = People(names, sentences)
        self._called = Called(names, self.people)
        self._pronouns = pronouns(self.language)
        self._outlet_itself = speaker_nouns(self.language, "outlet_itself")

    def called(self, name: str) -> str:
        """The one form in which the article's speakers go by a name."""
        return self._called.of(name)

    def who(
        self,
        source: Source,
        before: Earlier,
        enclosing: Saying | None = None,
        own: Sequence[Span] = (),
    ) -> Speaker:
        """Whom a source means.

        `before` gives the acts of saying before it; `enclosing` is the one within
        whose content it stands, if there is one; `own` is what it says itself: nobody named there is meant.
        """
        word = source.words.lower()
        if not any(map(str.isalpha, word)):
            return Speaker(source.words, False, is_known=False)  # a mark that was read wrongly
        if word in self._pronouns.all and not is_acronym(source.words):
            meant = self._by_pronoun(word, source, before, enclosing, own)
            speaker = meant or Speaker(self._as_written(source), False, is_several=source.is_several)
            return speaker if meant else speaker._replace(is_known=word in self._outlet_itself)
        if source.opens and " " not in word and not is_acronym(source.words) and names_nobody(self.language, word):
            several = number_words(self.language).is_several(word)
            return Speaker(word, False, word, several, can_speak=can_speak(self.language, word))
        known = self.called(source.words)
        if source.is_name or known != source.words:
            return Speaker(known, True, source.noun, source.is_several, can_speak=not self._is_calendar(known))
        if source.is_definite and (meant := self._by_noun(source, before)):
            return meant
        # "The lawyer for Ada Quill's": a piece of whoever speaks.
        is_whole = not source.words.endswith(name_words(self.language).possessive)
        written, speaks = self._as_written(source), self._is_somebody(source)
        return Speaker(written, False, source.noun, source.is_several, can_speak=speaks, is_known=is_whole)

    def _is_calendar(self, name: str) -> bool:
        """Whether all words of a name are of the calendar: `January`, `Monday 4`."""
        calendar = name_words(self.language).calendar
        return all(word.lower().strip(".,") in calendar or word.isdigit() for word in name.split())

    def _is_somebody(self, source: Source) -> bool:
        """Whether words describe who or what can say something, a person or a writing; no scrap of a sentence."""
        words = source.words.split() or [""]
        first, last = words[0], words[-1]
        if first.lower() in lexicon(self.language).after_comma or first.lower() in lexicon(self.language).alone:
            return False
        # "Democrats", "one Labour MP": a noun with a capital means people.
        head = next((word for word in words if word.lower().startswith(source.noun.lower())), last)
        opens = source.opens and head == first
        noun = source.noun.lower()
        is_nobody = names_nobody(self.language, noun) or is_a_thing(self.language, noun)
        is_proper = head[:1].isupper() and not (opens and is_nobody)
        return is_proper or not source.noun or can_speak(self.language, source.noun)

    def _as_written(self, source: Source) -> str:
        """The words of a source without a capital that only opens a sentence: `two officials`."""
        words = _without_lone_mark(source.words)
        keeps = words in self._pronouns.capital or words[1:2].isupper() or source.at in self._name_starts
        opens = source.opens or words.partition(" ")[0].lower() in grammar(self.language).articles
        return words[0].lower() + words[1:] if opens and not keeps else words

    @cached_property
    def _named(self) -> frozenset[str]:
        return frozenset(name.text for name in self.names.all)

    @cached_property
    def _name_starts(self) -> frozenset[int]:
        """Where names begin: they keep their capital."""
        return frozenset(name.start for name in self.names.all)

    def _by_pronoun(
        self, word: str, source: Source, before: Earlier, enclosing: Saying | None, own: Sequence[Span]
    ) -> Speaker | None:
        """Whom a pronoun means: who says the sentence it stands in, else who spoke or was named before."""
        if enclosing is not None:
            if word in self._pronouns.first:
                return enclosing.speaker
            if not enclosing.is_quotation and self._may_mean(word, enclosing.speaker):
                return enclosing.speaker
        if word in self._pronouns.person:
            not_meant = enclosing.speaker.text if enclosing is not None else None
            return self._person(word, source.at, before, own, not_meant)
        if word in self._pronouns.first:
            return None
        last = next((saying.speaker for saying in self._near(source.at, before, _THINGS_BACK)), None)
        if last is not None:
            return last if self._may_mean(word, last) else None
        return self._organisation_before(source.at, of_capitals=True) if word in self._pronouns.thing else None

    def _near(self, at: int, before: Earlier, sentences: int) -> Iterator[Saying]:
        """The acts of saying in the sentence of an offset and so many before it, the last one first."""
        here = self.people.sentence_at(at)
        for saying in reversed(before()[-_SAYINGS_BACK:]):
            if here - self.people.sentence_at(saying.at) > sentences:
                return
            yield saying

    def _may_mean(self, word: str, speaker: Speaker) -> bool:
        """Whether a pronoun fits a speaker in number and gender."""
        if word in self._pronouns.several:
            return speaker.is_several
        if word in self._pronouns.thing:
            if speaker.is_name:
                return not speaker.is_several and speaker.text not in self.people.persons
            return speaker.noun in speaker_nouns(self.language, "outlet", "organisation", "body", "document")
        return self._misfit(word, speaker) is not None

    def _misfit(self, word: str, speaker: Speaker) -> float | None:
        """What speaks against a personal pronoun's meaning a speaker, from 0 on; None where it cannot."""
        if speaker.is_several or speaker.text.lower() in self._pronouns.all:
            return None
        words = gender_words(self.language)
        wanted = words.pronouns.get(word)
        if not speaker.is_name:
            if speaker.noun not in person_nouns(self.language):
                return None
            told = words.nouns.get(speaker.noun)
            return _UNTOLD if told is None else 0.0 if told is wanted else None
        if speaker.text in self.people.persons:
            told = self.people.gender(speaker.text)
            return _UNTOLD if told is None else 0.0 if told is wanted else None
        if " " in speaker.text or is_acronym(speaker.text) or speaker.text in by_name(self.language):
            return None
        fits = words.given_names.get(speaker.text.lower(), wanted) is wanted and speaker.text in self._named
        return _UNTOLD + _UNSURE if fits and may_be_surname(self.language, speaker.text) else None

    def _person(
        self, word: str, at: int, before: Earlier, own: Sequence[Span], not_meant: str | None
    ) -> Speaker | None:
        """The person that stands out most of those who fit; None where two do equally, or nobody does."""
        people = self.people
        here = people.sentence_at(at)
        ranks: dict[str, float] = {}
        speakers: dict[str, Speaker] = {}

        def offer(speaker: Speaker, rank: float) -> None:
            misfit = self._misfit(word, speaker)
            if misfit is not None and speaker.text != not_meant:
                speakers.setdefault(speaker.text, speaker)
                ranks[speaker.text] = min(rank + misfit, ranks.get(speaker.text, math.inf))

        askers = self._askers(at)
        for saying in self._near(at, before, _SPOKEN_BACK):
            asked = _ASKED if saying.speaker.text in askers else 0
            offer(saying.speaker, here - people.sentence_at(saying.at) + asked)
        for mention in people.before(at):
            back = here - mention.sentence
            if back > _NAMED_BACK:
                break
            if self._is_apart(mention, at, own):
                continue
            if back == 0 and is_asker(people, mention.start):
                continue
            asked = _ASKED if mention.person in askers else 0
            acts = people.is_subject(mention.start, mention.end)
            offer(Speaker(mention.person, True), back + (_ACTS if acts else _IS_NAMED) + asked)
        if not ranks:
            return self._only_before(word, at, not_meant)
        first, *others = sorted(ranks, key=lambda text: ranks[text])
        if others and ranks[others[0]] - ranks[first] <= _ALIKE:
            return None
        spoke = max((saying.at for saying in before() if saying.speaker.text == first), default=-1)
        return None if has_rival(people, word, at, first, spoke) else speakers[first]

    def _is_apart(self, mention: Mention, at: int, own: Sequence[Span]) -> bool:
        """Whether a person is named in what the source says itself, or in a quotation that it stands outside of."""
        if any(span.start <= mention.start < span.end for span in own):
            return True
        quotation = self.people.quotation_at(mention.start)
        if quotation is None and ends_quotation(self.people, mention.sentence):
            return mention.sentence != self.people.sentence_at(at)
        return quotation is not None and quotation != self.people.quotation_at(at)

    def _askers(self, at: int) -> set[str]:
        """Who is named not long before an offset as one who asks."""
        people, here = self.people, self.people.sentence_at(at)
        near = itertools.takewhile(lambda one: here - one.sentence <= _NAMED_BACK, people.before(at))
        return {one.person for one in near if asks(people, one.start, one.end)}

    def _only_before(self, word: str, at: int, not_meant: str | None) -> Speaker | None:
        """The only person named not long before whose gender fits; nobody where one acts of whom that is not told."""
        people, wanted = self.people, gender_words(self.language).pronouns.get(word)
        here = people.sentence_at(at)
        near = list(itertools.takewhile(lambda one: here - one.sentence <= _ONLY_BACK, people.before(at)))
        fitting = (one for one in near if people.gender(one.person) is wanted and one.person != not_meant)
        found = self._only(Speaker(one.person, True) for one in fitting)
        since = itertools.takewhile(lambda one: found is not None and one.person != found.text, near)
        is_open = any(people.gender(one.person) is None and people.is_subject(one.start, one.end) for one in since)
        return None if is_open or (here and acts_alone(people, here - 1)) else found

    def _only(self, candidates: Iterable[Speaker]) -> Speaker | None:
        """The speaker, if all candidates are one."""
        by_text = {speaker.text.casefold(): speaker for speaker in candidates}
        return next(iter(by_text.values())) if len(by_text) == 1 else None

    def _by_noun(self, source: Source, before: Earlier) -> Speaker | None:
        """Whom `the newspaper`, `the prime minister`, `the ministry`, `the company` or `the officials` means.

        What else is said of one tells that another is meant: `the Clinton campaign`.
        """
        described = source.words.lower().split()[1:]
        if not described or any(word not in name_words(self.language).title for word in described[:-1]):
            return None
        noun = stem(self.language, source.noun)
        told = [saying.speaker for saying in before()[-ALIKE_BACK:]]
        alike = [other for other in reversed(told) if other.noun and stem(self.language, other.noun) == noun]
        if len(described) > 1:
            alike = []
        named = (other for other in alike if other.is_name)
        title = source.noun if len(described) == 1 else " ".join(described)
        found = None if source.is_several else self._only((*self._named_as(title, source), *named))
        if found is None:
            found = self._only(other for other in alike if not other.is_name)
        if found is None and source.noun in speaker_nouns(self.language, "organisation"):
            found = self._organisation_before(source.at)
        return found or self._longer(source)

    def _named_as(self, noun: str, source: Source) -> Iterator[Speaker]:
        """Whoever was named before with this noun or title beside the name or within it, the last one first."""
        text = self.names.text
        floor = max(0, source.at - _NOUN_BACK)
        if noun not in text[floor : source.at].lower():
            return
        is_person = source.noun in person_nouns(self.language)
        for found in reversed(self.names.found):
            name = found.name
            if name.end > source.at:
                continue
            if name.start < floor:
                return
            called = self.called(name.text)
            may_be = called not in self.people.persons or is_person or self._is_called_so(name, noun)
            if may_be and self._goes_with(found, noun) and not self._is_where(name, called):
                yield Speaker(called, True)

    def _is_where(self, name: Name, called: str) -> bool:
        """Whether a name before a noun says where that is: `the Oslo bank`."""
        if self.names.text[name.end : name.end + 1] != " ":
            return False
        return called in self._lands or self.names.toponyms.locate(name.text) is not None

    def _is_called_so(self, name: Name, noun: str) -> bool:
        """Whether a noun right before a name tells what that is: `the group Karo Baram` is nobody."""
        before = self.names.text[max(0, name.start - len(noun) - 2) : name.start].lower()
        return before.endswith(f"{noun} ") and not before[: -len(noun) - 1][-1:].isalnum()

    def _goes_with(self, found: FoundName, noun: str) -> bool:
        """Whether a noun stands within a name, right beside it, or in apposition to it."""
        text, name = self.names.text, found.name
        if found.title:
            *before, last = found.title.lower().split()
            if last == noun and not lesser_titles(self.language).isdisjoint(before):
                # The vice president is not the president.
                return False
        words = name.text.lower().split()
        if len(words) > 1 and noun in (words[0], words[-1]):
            return True
        left = text[max(0, name.start - len(noun) - 2) : name.start].lower().rstrip().removesuffix(",")
        if left.endswith(noun) and not left[: -len(noun)][-1:].isalnum():
            return True
        return _beside(self.language, noun).match(text, name.end) is not None

    def _organisation_before(self, at: int, *, of_capitals: bool = False) -> Speaker | None:
        """The only name of a subject that is neither a person's nor a place's, in the sentences right before.

        `of_capitals` is whether it must be told as a name by more than a capital at the head of a sentence.
        """
        here = self.people.sentence_at(at)
        first = self.people.sentences[max(0, here - _THINGS_BACK)].start if self.people.sentences else 0
        last = self.people.sentences[here].start if self.people.sentences else 0
        found: dict[str, bool] = {}
        for name in self.names.all:
            if first <= name.start < last and self.people.is_subject(name.start, name.end):
                called = self.called(name.text)
                is_place = called in self._lands or self.names.toponyms.is_place(name) or self._is_where(name, called)
                if called not in self.names.people and not is_place:
                    found[called] = not of_capitals or " " in name.text or self._is_told_as_name(name)
        return Speaker(next(iter(found)), True) if len(found) == 1 and all(found.values()) else None

    @cached_property
    def _lands(self) -> frozenset[str]:
        """Names of countries and of their states."""
        return frozenset((*by_name(self.language), *states(self.language)))

    def _is_told_as_name(self, name: Name) -> bool:
        """Whether a single word has its capital elsewhere than at the head of a sentence: `Goldman`, no `Rivers`."""
        starts = (other.start for other in self.names.all if other.text == name.text)
        return is_acronym(name.text) or any(start != self.people.sentence_start(start) for start in starts)

    def _longer(self, source: Source) -> Speaker | None:
        """The longer description before that a definite noun is short for: `the civil defence agency`."""
        article, _, noun = source.words.partition(" ")
        if article.lower() not in grammar(self.language).the or not re.fullmatch("[a-z]+", noun):
            return None
        either = f"{article[0].lower()}{article[0].upper()}"
        before = self.names.text[max(0, source.at - _LONGER_BACK) : source.at]
        longer = re.findall(rf"\b[{either}]{article[1:]} ((?:[a-z]+ ){{1,3}}{noun})\b", before)
        plain = [words for words in longer if self._is_plain(words)]
        return Speaker(f"{article.lower()} {plain[-1]}", False, source.noun, source.is_several) if plain else None

    def _is_plain(self, words: str) -> bool:
        """Whether words are a noun with what describes it, and hold no verb and no small word."""
        found = words_of(words, Span(0, len(words)))
        lex = lexicon(self.language)
        function = name_words(self.language).function
        return not any(word.lower in function or is_finite(found, i, lex) for i, word in enumerate(found))
