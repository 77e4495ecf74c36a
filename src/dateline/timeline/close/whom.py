"""A passage in, whom its words mean before the event who are not named there out: `In 2012 she won an award in Zell`.

A line is read alone. Who a pronoun means, or a noun with `the`, is told by the sentences before it in its article.
"""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from dateline.entities.countries import by_name
from dateline.entities.name_words import name_words
from dateline.events.parsing.grammar import grammar
from dateline.events.speakers.source import Source
from dateline.events.speakers.words import (
    can_speak,
    gender_words,
    number_words,
    person_nouns,
    pronouns,
    speaker_nouns,
)
from dateline.events.surface.clauses import Word, is_finite
from dateline.events.surface.lexicon import lexicon
from dateline.languages import Language
from dateline.model import Name, Span
from dateline.timeline.select.passages import Passage

# Words at most of a noun with `the`, its article aside: `the embattled defence minister`.
_LONGEST_NOUN = 4
# Words behind `it` among which stands what it leads on to, where it means nothing else.
_LEADING_ON = 6


class Meant(NamedTuple):
    """Words that name nobody, and who is meant by them."""

    words: Span
    name: str


def meant(passage: Passage, span: Span, event: int | None, names: Sequence[Name]) -> Meant | None:
    """Whom the first pronoun or noun of a passage means, by full name; None where nobody is told.

    `event` is where the word that names the event begins, None where none does, and `names` are whoever and whatever
    the passage names, places aside: behind one of these, or before one that says who it is, nobody is sought.
    """
    end = event if event is not None and span.start < event < span.end else span.end
    people = passage.reading.surface.speakers.people
    first = min((name.start for name in names if name.start < end), default=end)
    first_person = min((name.start for name in names if name.start < end and name.text in people.persons), default=end)
    words = [word for word in passage.told.cut.words if span.start <= word.start < span.end]
    for i, word in enumerate(words):
        if word.start >= first_person or _is_somebody(passage.language, word):
            break
        source = _source(passage.language, words, i)
        is_office = source is not None and source.noun in name_words(passage.language).title
        if word.start >= first and not is_office:
            continue
        if source is not None and people.quotation_at(word.start) is None:
            is_subject = is_office or _bare(word) in gender_words(passage.language).subjects
            name = None if first < end and not is_subject else _who(passage, source)
            if name and (_is_told_by_noun(passage, source, name) or _is_open(passage, source, name)):
                return None
            return Meant(_written(words, i, source), name) if name else None
    return None


def _is_told_by_noun(passage: Passage, source: Source, name: str) -> bool:
    """Whether the sentence of a pronoun speaks of one of its gender before it who need not be whom others name.

    `The duchess was at home until she left`.
    """
    words = gender_words(passage.language)
    wanted = words.pronouns.get(source.words)
    people = passage.reading.surface.speakers.people
    before = [word for word in people.words(passage.order) if word.start < source.at]
    is_named = any(
        mention.person == name and mention.start >= passage.sentence.start
        for mention in people.before(source.at)
        if mention.sentence == passage.order
    )
    return wanted is not None and not is_named and any(words.nouns.get(word.lower) is wanted for word in before)


def _is_open(passage: Passage, source: Source, name: str) -> bool:
    """Whether a pronoun may as well mean another one than who was found.

    `If he accepts, Lund will speak`: he who is named behind the clause. `He leads those who are against Lund. On Sunday
    he spoke`: he of whom the sentence before tells. `The bank raised its bid. Its offer fell`: not a third one.
    """
    reading, opens_clause = passage.reading, grammar(passage.language).time | lexicon(passage.language).claiming
    people = reading.surface.speakers.people
    if source.words in pronouns(passage.language).thing:
        near = people.sentences[max(0, passage.order - 1)]
        named = [reading.names.full(one.text) for one in reading.names.all if near.start <= one.start < near.end]
        return bool(named) and name not in named
    if source.words not in gender_words(passage.language).subjects:
        return False
    first = next((word for word in people.words(passage.order) if word.text[0].isalnum()), None)
    if first is not None and first.lower in opens_clause and first.start < source.at:
        behind = (one for one in people.mentions if source.at < one.start < passage.sentence.end)
        return any(one.person != name and people.is_subject(one.start, one.end) for one in behind)
    return _is_of_another(passage, source, name)


def _is_of_another(passage: Passage, source: Source, name: str) -> bool:
    """Whether the sentence before speaks of one with the same pronoun before it names who was found."""
    people, words = passage.reading.surface.speakers.people, gender_words(passage.language)
    last = next((one for one in people.before(source.at) if one.person == name), None)
    if last is None or last.sentence != passage.order - 1 or people.is_subject(last.start, last.end):
        return False
    wanted = words.pronouns.get(source.words)
    before = (word for word in people.words(last.sentence) if word.start < last.start)
    return any(words.subjects.get(word.lower.partition("'")[0]) is wanted for word in before)


def _is_somebody(language: Language, word: Word) -> bool:
    """Whether a word tells of one whom no name is needed for: `a hotel worker told police she fell`."""
    return word.lower in person_nouns(language)


def _written(words: Sequence[Word], i: int, source: Source) -> Span:
    """The words of a source that begins with word `i`, up to its noun."""
    last = i if not source.noun else next(k for k in range(i, len(words)) if words[k].lower == source.noun)
    return Span(words[i].start, words[i].start + len(_bare(words[i])) if last == i else words[last].end)


def _source(language: Language, words: Sequence[Word], i: int) -> Source | None:
    """The pronoun that word `i` is, or the noun that it opens with `the`; None where it is neither."""
    known, word = pronouns(language), words[i]
    bare = _bare(word)
    if bare in known.person | known.thing:
        return None if _is_empty(language, words, i) else Source(bare, word.start, is_name=False)
    if word.lower not in grammar(language).the:
        return None
    noun = _noun(language, words, i + 1)
    if not noun:
        return None
    described = [w.lower for w in noun]
    if any(w not in name_words(language).title for w in described[:-1]):
        described = described[-1:]
    return Source(
        f"{word.lower} {' '.join(described)}",
        word.start,
        is_name=False,
        noun=described[-1],
        is_several=number_words(language).is_several(described[-1]),
        is_definite=True,
    )


def _bare(word: Word) -> str:
    """A word, in lower case, without the verb that leans on it: `she` of `she'd`."""
    return word.lower.partition("'")[0]


def _is_empty(language: Language, words: Sequence[Word], i: int) -> bool:
    """Whether a pronoun means nothing but what follows: `it emerged that`, `it is likely to`."""
    if _bare(words[i]) not in pronouns(language).thing:
        return False
    leads_on = lexicon(language).claiming | grammar(language).to
    return any(word.lower in leads_on for word in words[i + 1 : i + 1 + _LEADING_ON])


def _noun(language: Language, words: Sequence[Word], start: int) -> Sequence[Word]:
    """The words of a noun that means a person or a body, behind its `the`; none where it means something else."""
    lex = lexicon(language)
    found: list[Word] = []
    for i in range(start, min(start + _LONGEST_NOUN, len(words))):
        word = words[i]
        if not word.text[:1].islower() or word.lower in name_words(language).function or is_finite(words, i, lex):
            break
        found.append(word)
    if not found:
        return ()
    noun = found[-1].lower
    return found if noun in _bodies(language) or _is_of_a_person(language, noun) else ()


def _bodies(language: Language) -> frozenset[str]:
    return speaker_nouns(language, "organisation", "outlet", "body")


def _is_of_a_person(language: Language, word: str) -> bool:
    """Whether a pronoun or a noun means one person: `she`, `the painter`."""
    others = _bodies(language) | speaker_nouns(language, "document", "record", "group")
    return word in pronouns(language).person or (can_speak(language, word) and word not in others)


def _who(passage: Passage, source: Source) -> str | None:
    surface, language = passage.reading.surface, passage.language
    speaker = surface.speakers.who(source, partial(surface.sayings_before, passage.sentence.start))
    if not speaker.is_name or speaker.is_several or speaker.text in by_name(language):
        return None
    people = surface.speakers.people
    if speaker.text not in people.persons and passage.reading.names.toponyms.locate(speaker.text):
        # "A New York bank": the place says where it is.
        return None
    if source.words in gender_words(language).pronouns and people.gender(speaker.text) is None:
        # One whose gender nothing tells is meant where the article names nobody else.
        return speaker.text if people.persons == {speaker.text} else None
    is_person = _is_of_a_person(language, source.noun or source.words)
    return None if is_person and speaker.text not in people.persons else speaker.text
