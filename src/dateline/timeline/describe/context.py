"""A telling in, what is read beside its headline out: whom its words mean, and the words of the article around it.

A line is read alone. Where it opens with `He`, its article may tell who that is. What it speaks of otherwise, the ferry
or the talks, stands in the sentence that it was cut out of, or in those before; and what all of that is about, in the
title of the article or where that begins. A reader needs them more often than any word of the headline shows: of 150
lines, read by strangers, one in eight was not understood with the sentence before where the headline points back, and
one in thirty with the two sentences before and the title. So every line has them, but those that open an article, and
`is_needed` tells of which it shows that they say too little alone. They stand beside the passage, never in it.
"""

from itertools import takewhile

from dateline.events.parsing.grammar import grammar
from dateline.events.speakers.words import gender_words, person_nouns, pronouns
from dateline.events.surface.clauses import Word
from dateline.model import Context, Meaning, Span
from dateline.timeline.close.known import is_marked_out, noun_behind
from dateline.timeline.close.tellings import Telling, told_once
from dateline.timeline.close.whom import Meant
from dateline.timeline.describe.leaning import leans
from dateline.timeline.headlines import (
    first_told_in,
    headline_span,
    is_hard_alone,
    is_part,
    opens_with_pronoun,
    points_to_somebody,
)

# Sentences before the headline's that are read with it at most.
_BACK = 3
# Characters to which they grow, and those above which a sentence is no help to a reader.
_LONG, _LONGEST = 500, 900
# Sentences back in which one is named at most of whom it still speaks.
_NAMED_BACK = 12
# Sentences of an article among which its subject is named.
_AMONG_FIRST = 3
_ENDS, _CLOSING = frozenset(".!?"), "”\"’')] "


@told_once
def meaning_of(telling: Telling) -> Meaning | None:
    """Whom the headline of a telling means by words that name nobody; None where it has none, or that is open."""
    meant, head = telling.meant, headline_span(telling)
    if meant is None or not head.holds(meant.words):
        return None
    if is_part(telling) and _names_others(telling, meant):
        # What is cut out of a sentence is read within it, which names nearer ones than the sentences before.
        return None
    return Meaning(meant.words.of(telling.article.text), meant.name)


def _names_others(telling: Telling, meant: Meant) -> bool:
    """Whether the sentence names anybody else before the words that mean somebody."""
    persons = telling.passage.reading.surface.speakers.people.persons
    named = telling.named.within(telling.passage.sentence.start, meant.words.start)
    names = {name.text: telling.named.full(name.text) for name in named}
    if meant.words.of(telling.article.text).lower() in pronouns(telling.language).person:
        names = {text: full for text, full in names.items() if not persons.isdisjoint((text, full))}
    return any(full != meant.name for full in names.values())


def is_anybodys(telling: Telling) -> bool:
    """Whether a headline that was cut out of a sentence opens with a pronoun, and nothing tells whom that means."""
    opens = opens_with_pronoun(telling.language, telling.exact)
    return meaning_of(telling) is None and ((is_part(telling) and opens) or _is_nobodys(telling))


def _is_nobodys(telling: Telling) -> bool:
    """Whether `he` or `she` is who a headline tells of, and neither it nor what is shown beside it names a person."""
    pronoun = _subject(telling)
    if pronoun is None:
        return False
    context, sentence = context_of(telling), telling.passage.sentence
    start = sentence.start if context is None else min(context.start, sentence.start)
    people = telling.passage.reading.surface.speakers.people
    shown = range(people.sentence_at(start), telling.passage.order + 1)
    return not (
        telling.named.within(start, sentence.end)
        or any(word.lower in person_nouns(telling.language) for n in shown for word in people.words(n))
    )


def _subject(telling: Telling) -> Word | None:
    """The `he` or `she` of whom a headline tells; None where a name or a noun before it tells who that is."""
    head, language = headline_span(telling), telling.language
    for word in telling.passage.told.cut.words:
        if head.start <= word.start < head.end:
            if word.lower.partition("'")[0] in gender_words(language).subjects:
                return word
            if word.lower in person_nouns(language) or telling.named.within(word.start, word.end):
                return None
    return None


def _naming(telling: Telling) -> int | None:
    """The number of the last sentence before a headline that names whom its `he` or `she`, or `the singer`, may mean.

    Farther back it is one that tells something of a person whose gender fits.
    """
    pronoun, words = _subject(telling), gender_words(telling.language)
    if pronoun is None and not _opens_with_person(telling):
        return None
    wanted = None if pronoun is None else words.subjects[pronoun.lower.partition("'")[0]]
    people, own = telling.passage.reading.surface.speakers.people, telling.passage.order
    mentions = [
        mention
        for mention in takewhile(
            lambda one: own - one.sentence <= _NAMED_BACK, people.before(telling.passage.sentence.start)
        )
        if people.quotation_at(mention.start) is None
    ]
    for n in range(own - 1, max(-1, own - 1 - _NAMED_BACK), -1):
        if wanted is not None and any(words.nouns.get(word.lower) is wanted for word in people.words(n)):
            return n
        for mention in (one for one in mentions if one.sentence == n):
            gender = people.gender(mention.person)
            is_told = wanted is None or gender is wanted or (gender is None and own - n <= _BACK)
            if is_told and people.is_subject(mention.start, mention.end):
                return n
    return None


def _opens_with_person(telling: Telling) -> bool:
    """Whether a headline tells of `the singer`, whom nothing in it names."""
    head, language = headline_span(telling), telling.language
    words = [word for word in telling.passage.told.cut.words if head.start <= word.start < head.end]
    for i, word in enumerate(words):
        if telling.named.within(word.start, word.end):
            return False
        if word.lower in grammar(language).the:
            noun = noun_behind(language, words, i)
            end = i + 1 + len(noun)
            return (
                bool(noun)
                and noun[-1].lower in person_nouns(language)
                and not is_marked_out(language, words[end : end + 2])
            )
    return False


def is_needed(telling: Telling) -> bool:
    """Whether a headline shows that it says too little alone."""
    return is_hard_alone(telling) or leans(telling)


@told_once
def context_of(telling: Telling) -> Context | None:
    """The sentence that a headline is a part of, and those before it; None where none of them helps.

    A report that opens with a riddle, or a sentence that says that more follows, is read with the next one.
    """
    needed = is_needed(telling)
    far = _far_back(telling) if needed else None
    span = _with_the_next(telling, far or _before(telling))
    if span is None or span.end - span.start > _LONGEST:
        return None
    return Context(telling.article.id, *span, span.of(telling.article.text), needed)


def _far_back(telling: Telling) -> Span | None:
    """The sentence that names whom a headline means, or tells what it takes for known, if it is not near."""
    if _is_within(telling):
        return None
    told = _naming(telling)
    if told is None and not points_to_somebody(telling):
        told = first_told_in(telling)
    is_far = told is not None and told < telling.passage.order - 1 - _BACK
    return telling.passage.reading.sentences[told] if told is not None and is_far else None


def _before(telling: Telling) -> Span | None:
    """The sentences right before the headline's, as many as are no long reading; from its own if it is a part of it."""
    sentences, own = telling.passage.reading.sentences, telling.passage.order
    last = own if _is_within(telling) else own - 1
    first = last
    while first > max(0, own - _BACK) and sentences[last].end - sentences[first - 1].start <= _LONG:
        first -= 1
    return None if last < 0 else Span(sentences[first].start, sentences[last].end)


def _is_within(telling: Telling) -> bool:
    """Whether a headline was cut out of a sentence."""
    return is_part(telling) and not _is_whole_sentence(telling)


def _with_the_next(telling: Telling, span: Span | None) -> Span | None:
    """The same, to the end of the next sentence where the headline's says that more follows, or opens as a riddle."""
    sentences, own = telling.passage.reading.sentences, telling.passage.order
    more = _is_whole_sentence(telling) and not _is_whole(telling.exact)
    is_riddle = own == 0 and not telling.named.within(*headline_span(telling))
    if own + 1 == len(sentences) or not (more or is_riddle):
        return span
    start = sentences[own + is_riddle].start if span is None else span.start
    longer = Span(start, sentences[own + 1].end)
    return longer if longer.end - longer.start <= _LONGEST else span


@told_once
def about(telling: Telling) -> str | None:
    """What the article of a headline is about: its title, or else its opening; None where a reader has that anyway."""
    article = telling.article
    if title := " ".join((article.title or "").split()):
        return None if title == " ".join(headline_span(telling).of(article.text).split()) else title
    context, opening = context_of(telling), _lead(telling)
    if opening is None or (context is not None and context.start <= opening.start):
        return None
    return " ".join(opening.of(article.text).split())


def _lead(telling: Telling) -> Span | None:
    """The first whole sentence that names what its article speaks of again, if it stands among the first.

    Of a page that opens with the teaser of another one, that is none of the teaser's.
    """
    text, sentences = telling.article.text, telling.passage.reading.sentences
    return next(
        (
            sentence
            for sentence in sentences[: min(_AMONG_FIRST, telling.passage.order)]
            if _is_whole(sentence.of(text))
            and any(text.find(name.text, sentence.end) >= 0 for name in telling.named.within(*sentence))
        ),
        None,
    )


def _is_whole_sentence(telling: Telling) -> bool:
    """Whether a headline is all of its sentence, whatever that was cut out of."""
    return headline_span(telling) == telling.passage.sentence


def _is_whole(sentence: str) -> bool:
    """Whether a sentence ends as one does: a heading and a caption do not."""
    return sentence.rstrip(_CLOSING)[-1:] in _ENDS
