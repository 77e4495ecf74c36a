"""An article as its surface tells it: its names, its speakers, and who says what before a place in it.

A pronoun is settled by what was said before, so the article's sentences are read in order, as far as is asked.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cached_property

from dateline.entities.article_names import Names
from dateline.events.speakers.sayings import settled
from dateline.events.speakers.source import Act, Saying
from dateline.events.speakers.speakers import Speakers
from dateline.events.surface.clauses import Word, clause_starts, lower_words, span_of, words_of
from dateline.events.surface.lexicon import lexicon
from dateline.events.surface.sources import source_of
from dateline.events.surface.speech import Speech, speeches
from dateline.languages import Language
from dateline.model import Span

# Code points of the text by which an article is known in a message.
_SHOWN = 60
# Sentences before a quotation in which stands who says it, and what he has said so far.
_TAG = 2
_OPENING_MARK = re.compile(r"[\"“«]")
# Sentences back in which a quotation that goes on is tagged, words at the head of the next one among which stands that
# its speaker goes on, and what stands before a name that tags it from behind.
_TAGGED_BACK = 8
_OPENING = 6
_NAME_BEHIND = re.compile(r"\s*[-–—]")
# Who speaks in a line of a transcript, and such lines from which an article is one: `KELM: And then it broke.`
_LABEL = re.compile(
    r"^[ \t]*((?:[A-Z][A-Z.’'-]+ ){0,3}[A-Z][A-Z’'-]+)(?:, [^:\n]{1,60}| \([^):\n]{1,40}\))?: (?=\S)", re.M
)
_LABELS = 4


class SurfaceArticle:
    """What is read once for all sentences of an article."""

    def __init__(self, names: Names, sentences: Sequence[Span]) -> None:
        self.names = names
        self._sentences = sentences
        self._sayings: list[Saying] = []
        self._read = 0

    def __repr__(self) -> str:
        return f"<SurfaceArticle {self.text[:_SHOWN]!r}>"

    @cached_property
    def speakers(self) -> Speakers:
        """Who its sources are."""
        return Speakers(self.names, self._sentences)

    @property
    def language(self) -> Language:
        return self.names.language

    @property
    def text(self) -> str:
        return self.names.text

    def words(self, sentence: Span) -> Sequence[Word]:
        """The words and marks of a sentence."""
        people = self.speakers.people
        number = people.sentence_at(sentence.start)
        is_whole = bool(self._sentences) and self._sentences[number] == sentence
        return people.words(number) if is_whole else words_of(self.text, sentence)

    def sayings_before(self, offset: int) -> Sequence[Saying]:
        """The acts of saying in the sentences that end before an offset, in text order, with their speakers."""
        lex = lexicon(self.language)
        while self._read < len(self._sentences) and self._sentences[self._read].end <= offset:
            number = self._read
            self._read += 1
            # Most sentences tell of no speech: they need not be cut into words with places.
            if not lex.tells_of_speech.isdisjoint(lower_words(self.text, self._sentences[number])):
                words = self.speakers.people.words(number)
                self._sayings += self.sayings(words, speeches(words, clause_starts(words, lex), (), lex))
        return self._sayings[: bisect_left(self._sayings, offset, key=lambda saying: saying.at)]

    def with_speaker(self, sentence: Span) -> Sequence[Span]:
        """A quotation with the two sentences before it, where these end in who says it: `“No,” he said. “We won.”`."""
        number = self.speakers.people.sentence_at(sentence.start)
        if not number or not _OPENING_MARK.match(self.text, sentence.start):
            return (sentence,)
        last = self._sentences[number - 1].of(self.text).rstrip(" .").rpartition(" ")[2]
        is_tag = last in lexicon(self.language).spoken
        return (*self._sentences[max(0, number - _TAG) : number], sentence) if is_tag else (sentence,)

    def goes_on(self, sentence: Span) -> str | None:
        """Who says a sentence that is all quotation, where another one tells: `“No,” she told us. “We won in May.”`.

        None where the sentence is no quotation, where nobody is told, and where a name behind a dash may be the one's.
        """
        if (label := self._label(sentence)) is not None:
            return label
        people = self.speakers.people
        quotation = people.quoted(sentence)
        if quotation is None or _NAME_BEHIND.match(self.text, quotation.end):
            return None
        number = people.sentence_at(sentence.start)
        last = people.sentence_at(quotation.end - 1)
        if last > number:
            behind = [saying for saying in self._sayings_of(last) if saying.at >= quotation.end]
            if behind:
                return behind[0].speaker.told
        for back in range(number - 1, max(-1, number - 1 - _TAGGED_BACK), -1):
            before = self._sentences[back]
            if (own := self._sayings_of(back)) and people.holds_quotation(before):
                return own[-1].speaker.told
            if own or people.quoted(before) is None:
                break
        return self._goes_on_behind(last + 1)

    def _goes_on_behind(self, number: int) -> str | None:
        """Who says a quotation that nobody before it does, where the sentence of that number goes on: `Quill added`."""
        if number >= len(self._sentences) or not (own := self._sayings_of(number)):
            return None
        going_on = lexicon(self.language).going_on
        behind = (word for word in self.speakers.people.words(number)[:_OPENING] if word.start >= own[0].at)
        return own[0].speaker.told if any(word.lower in going_on for word in behind) else None

    def _label(self, sentence: Span) -> str | None:
        """Who speaks in the line of a transcript that a sentence stands in."""
        if len(self._labels) < _LABELS:
            return None
        line = self.text.rfind("\n", 0, sentence.start + 1) + 1
        label = self._labels.get(line)
        if label is None:
            return None
        people = (person for person in self.names.people if person.upper().endswith(label))
        return next(people, label.title())

    @cached_property
    def _labels(self) -> Mapping[int, str]:
        """The names in capitals before the lines of a transcript, by where these begin."""
        return {found.start(): found[1] for found in _LABEL.finditer(self.text)}

    def _sayings_of(self, number: int) -> Sequence[Saying]:
        """The acts of saying of a sentence, by its number."""
        start, end = self._sentences[number]
        return [saying for saying in self.sayings_before(end) if start <= saying.at]

    def sayings(self, words: Sequence[Word], acts: Sequence[Speech]) -> list[Saying]:
        """The acts of saying of a sentence with their speakers."""
        return settled(self.speakers, [self._act(words, act) for act in acts], self.sayings_before) if acts else []

    def _act(self, words: Sequence[Word], speech: Speech) -> Act:
        content = tuple(span_of(words, stretch) for stretch in speech.content)
        span = span_of(words, speech.source)
        source = source_of(self.language, self.text, span, opens=span.start == self._opening(words))
        cue = words[speech.cue[0]].lower
        spoken = cue in lexicon(self.language).spoken or cue in lexicon(self.language).prepositions_of_source
        return Act(source, content, self.is_quotation(content), spoken)

    def _opening(self, words: Sequence[Word]) -> int:
        """Where the first word of a sentence begins, behind marks."""
        return next((word.start for word in words if word.text[0].isalnum()), words[0].start)

    def is_quotation(self, content: Sequence[Span]) -> bool:
        """Whether each part of a content opens with a quotation mark, or right behind one."""
        return bool(content) and all(
            _OPENING_MARK.match(self.text[max(0, span.start - 1) : span.end].lstrip()) for span in content
        )
