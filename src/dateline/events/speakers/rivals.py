"""Who was found for a pronoun in, whether it may as well mean somebody else whom no full name tells, out.

`The wedding of Karl Weiss to Ada Quill pleased the queen. Next week she will go to Zell`: the queen, it may be.
"""

import itertools

from dateline.entities.name_forms import is_acronym, may_be_surname
from dateline.entities.name_words import name_words
from dateline.events.attribution.speech_words import quotation_marks
from dateline.events.parsing.grammar import grammar
from dateline.events.speakers.people import People
from dateline.events.speakers.words import gender_words, opening_words, words_of_asking

# Sentences before a pronoun in which somebody of its gender may be meant.
_BACK = 2
# Words at the head of a sentence among which the name stands that it opens with: `But Quill`.
_OPENING = 2
# Words before a name in which it is told that somebody was asked by that person.
_ASKED_BY = 8
# Code points behind a name and a comma in which stands what the person is: `Tam Orr, the former chairman`.
_APPOSITION = 40


def has_rival(people: People, word: str, at: int, found: str, spoke: int) -> bool:
    """Whether a pronoun at an offset may as well mean another one than the person who was found for it.

    `spoke` is where that person last spoke, -1 where never. Who spoke or acts in the sentence before is meant.
    """
    here = people.sentence_at(at)
    last = next((one for one in people.before(at) if one.person == found), None)
    if here == 0 or last is None:
        return False
    since = max(last.sentence, people.sentence_at(spoke) if spoke >= 0 else 0)
    acts = spoke >= people.sentences[since].start or people.is_subject(last.start, last.end)
    if since == here or (acts and since == here - 1):
        return False
    first = max(here - _BACK, since + 1 if acts else since)
    return (
        _opens_with_another(people, found, here - 1)
        or acts_alone(people, here - 1)
        or any(_tells_of_somebody(people, word, number) for number in range(first, here))
    )


def acts_alone(people: People, sentence: int) -> bool:
    """Whether a sentence that names no person in full opens with what may be the name of one: `Even Lund knew`."""
    words, span = people.words(sentence), people.sentences[sentence]
    if len(words) <= _OPENING or any(one.sentence == sentence for one in people.before(span.end)):
        return False
    for name in people.named(span.start, words[_OPENING].start):
        behind = next((one for one in words if one.start >= name.end), None)
        is_surname = " " not in name.text and not is_acronym(name.text) and may_be_surname(people.language, name.text)
        is_bare = all(
            one.lower in grammar(people.language).but | opening_words(people.language)
            for one in words
            if one.end <= name.start
        )
        if is_surname and is_bare and behind is not None and behind.text.isalpha() and behind.text.islower():
            return True
    return False


def asks(people: People, start: int, end: int) -> bool:
    """Whether somebody named between two offsets asks somebody: `Rosa Feld pressed Lund`, `asked by Rosa Feld`."""
    asking, words = words_of_asking(people.language), people.words(people.sentence_at(start))
    behind = next((one for one in words if one.start >= end), None)
    if behind is not None and behind.lower in asking:
        return True
    return is_asker(people, start)


def is_asker(people: People, start: int) -> bool:
    """Whether a name is that of who is told to have asked: `asked by the Echo's Rosa Feld`."""
    asking, by = words_of_asking(people.language), grammar(people.language).by
    before = [one.lower for one in people.words(people.sentence_at(start)) if one.end <= start][-_ASKED_BY:]
    return any(one in asking and other in by for one, other in itertools.pairwise(before))


def ends_quotation(people: People, sentence: int) -> bool:
    """Whether a sentence ends a quotation that did not begin in it, whatever parted them: `Weiss will go.”`."""
    words = people.words(sentence)
    marks = quotation_marks(people.language)
    found = [
        one.text for one in words if one.text in marks.closers or any(one.text in v for v in marks.closers.values())
    ]
    return len(found) == 1 and words[-1].text == found[0] and found[0] not in marks.single


def _opens_with_another(people: People, found: str, sentence: int) -> bool:
    """Whether a sentence opens with one whose surname alone is told, and tells more of that person.

    `Obama, who spoke on Monday, …`, `Paulson, 62, is …`.
    """
    words = people.words(sentence)
    span = people.sentences[sentence]
    for name in people.named(span.start, words[min(_OPENING, len(words) - 1)].end if words else span.start):
        full = people.full(name.text)
        behind = [one for one in words if one.start >= name.end][:2]
        is_told_of = (
            len(behind) > 1
            and behind[0].text == ","
            and (behind[1].lower in grammar(people.language).relative or behind[1].text.isdigit())
        )
        if full != found and is_told_of and may_be_surname(people.language, name.text) and not is_acronym(name.text):
            return True
    return False


def _tells_of_somebody(people: People, word: str, sentence: int) -> bool:
    """Whether a sentence speaks of somebody of a pronoun's gender who is named by a noun alone: `his father sang`."""
    words, known = people.words(sentence), gender_words(people.language)
    wanted = known.pronouns.get(word)
    span, commas = people.sentences[sentence], {one.start for one in words if one.text == ","}
    parted = [name.end for name in people.named(span.start, span.end) if name.end in commas]
    for i, one in enumerate(words):
        if known.nouns.get(one.lower) is not wanted or wanted is None or people.quotation_at(one.start) is not None:
            continue
        behind = words[i + 1].text if i + 1 < len(words) else ""
        is_of_a_name = behind[:1].isupper() or any(0 < one.start - end < _APPOSITION for end in parted)
        if not is_of_a_name and one.lower not in name_words(people.language).function:
            return True
    return False
