"""Attributions in, those that tell of words out: what somebody bans or decides is no word of theirs.

PolNeAR, on which the models were trained, counts attitudes and intentions too. A reader asks who says so, which is
told by a quotation, by a clause with a tense of its own (`experts suspect that it leaked`), or by a verb that passes
words on.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Container, Sequence

from dateline.events.attribution.source_candidates import top
from dateline.events.attribution.speech_words import (
    acting,
    anybody,
    hearing,
    itself,
    learning_of,
    naming,
    pledging,
    proving,
    sayings,
    seeming,
    showing,
    speaking,
    things_told,
    threatening,
    uncovering,
)
from dateline.events.parsing.grammar import grammar
from dateline.events.parsing.parse import Parse
from dateline.events.speakers.words import can_speak, small_name_words, speaker_nouns
from dateline.events.status.effects import effects
from dateline.events.status.verb_groups import finite
from dateline.model import Attribution, AttributionKind, Span

# Words of the longest title.
_LONGEST_TITLE = 8


def gives_voice(parse: Parse, told: Attribution) -> bool:
    """Whether an attribution tells that its source said, wrote or thinks what is its content."""
    if _is_shown(parse, told) or _is_proved(parse, told) or _is_of_when(parse, told) or _is_nobodys(parse, told):
        return False
    if _is_done(parse, told):
        return False
    if _is_named_so(parse, told) or _is_told_to_anybody(parse, told):
        return False
    passing_on = sayings(parse.language) | speaking(parse.language) | pledging(parse.language)
    if any(parse.lemmas[word] in passing_on for span in told.cue for word in range(*positions(parse, span))):
        return True
    if told.kind is not AttributionKind.INDIRECT:
        return not all(_is_title(parse, span) for span in told.content)
    first, end = positions(parse, told.content[0])
    if first >= end:
        return False
    verb = top(parse, (first, end - 1))
    if parse.deps[verb] in ("relcl", "dobj"):
        # "Voted for a resolution that calls for peace": it is the resolution that does. And no object is a clause.
        return False
    # "Demanded that he leave": a clause with a subject of its own.
    is_clause = (
        parse.child(verb, "nsubj", "nsubjpass") is not None
        and parse.deps[verb] == "ccomp"
        and parse.tags[verb][0] == "V"
    )
    is_infinitive = any(parse.tags[child] == "TO" for child in parse.children[verb])
    return finite(parse, verb) is not None or (is_clause and not is_infinitive)


def speaker_of(parse: Parse, voiced: Sequence[Attribution], passage: Span, dating: int | None) -> str | None:
    """Who says a passage: all of what somebody says, or a saying and the day that hangs on it.

    `Ada Quill said Marl has won the 2012 race`, whole or cut to `Marl has won the 2012 race`; no clause within that.
    `voiced` are the attributions of the parse that give a voice, `dating` is the position of the verb above the date.
    """
    first, end = positions(parse, passage)
    told = min(
        (told for told in voiced if told.speaker and any(_opens(parse, span, first, end) for span in told.content)),
        key=lambda told: sum(end - start for start, end in told.content),
        default=None,
    )
    if told is None and dating is not None and first <= dating < end:
        told = next((told for told in voiced if any(dating in range(*positions(parse, cue)) for cue in told.cue)), None)
    return told.speaker if told else None


def _opens(parse: Parse, content: Span, first: int, end: int) -> bool:
    """Whether words from `first` to before `end` are what is said, from its first word on."""
    start, stop = positions(parse, content)
    if start >= stop or parse.tags[top(parse, (start, stop - 1))][0] not in "VM":
        return False
    while start < stop and (parse.lowers[start] in grammar(parse.language).that or not parse.words[start][0].isalnum()):
        start += 1
    return start == first and end <= stop


def _is_shown(parse: Parse, told: Attribution) -> bool:
    """Whether it is a thing, and no words, that somebody puts before others: `posted three photos`."""
    cue = _first_of(parse, told.cue, showing(parse.language))
    if cue is None or told.kind is AttributionKind.DIRECT:
        return False
    thing = parse.child(cue, "dobj")
    return thing is not None and parse.lemmas[thing] not in speaker_nouns(parse.language, "document")


def _is_of_when(parse: Parse, told: Attribution) -> bool:
    """Whether what was taken for the words only tells when: `must declare by May`, `spoke as he ran`.

    Nor has one spoken of whom others say something: `a man accused of theft`.
    """
    cue = positions(parse, told.cue[0])[0]
    first, end = positions(parse, told.content[0])
    if told.kind is AttributionKind.DIRECT or first >= end or cue >= len(parse):
        return False
    words, head = grammar(parse.language), top(parse, (first, end - 1))
    above = parse.heads[head]
    by_doing = parse.child(head, "pcomp") if parse.lowers[head] in words.by else None
    if by_doing is not None and above == cue and not _says_more(parse, by_doing):
        # "Avoided a fine by declaring itself a museum."
        return True
    if told.kind is not AttributionKind.INDIRECT:
        return False
    if parse.deps[head] == "pobj" and parse.heads[above] == cue:
        return parse.lowers[above] in words.by | words.until | words.before | words.since
    if parse.deps[head] == "advcl" and above == cue and parse.child(head, "mark") is not None:
        return True
    sources = [positions(parse, span) for span in told.source]
    is_told_of = parse.deps[cue] == "acl" and parse.tags[cue] == "VBN"
    return is_told_of and any(a <= parse.heads[cue] < b for a, b in sources)


def _says_more(parse: Parse, verb: int) -> bool:
    """Whether a verb passes on what is said, and not only what somebody makes of himself."""
    is_of_oneself = any(parse.lowers[k] in itself(parse.language) for k in parse.children[verb])
    return parse.lemmas[verb] in speaking(parse.language) and not is_of_oneself


def _is_proved(parse: Parse, told: Attribution) -> bool:
    """Whether it is by what somebody does that he lets it be seen: `demonstrated that they meant it`."""
    if _first_of(parse, told.cue, proving(parse.language)) is None or told.kind is AttributionKind.DIRECT:
        return False
    writings = speaker_nouns(parse.language, "document", "record", "outlet")
    heads = [top(parse, (first, end - 1)) for first, end in (positions(parse, span) for span in told.source)]
    return bool(heads) and all(parse.lemmas[head] not in writings for head in heads)


def _is_nobodys(parse: Parse, told: Attribution) -> bool:
    """Whether something only becomes known, or what cannot speak threatens to come to harm.

    `The court heard that he fled`, `it emerged that he fled`, `the agreement threatened to break down`.
    """
    if told.kind is AttributionKind.DIRECT:
        return False
    if _first_of(parse, told.cue, hearing(parse.language)) is not None:
        return True
    cue = _first_of(parse, told.cue, threatening(parse.language))
    subject = None if cue is None else parse.child(cue, "nsubj")
    if subject is None or parse.tags[subject] not in ("NN", "NNS"):
        return False
    noun = parse.lemmas[subject]
    cannot = speaker_nouns(parse.language, "document", "record")
    return noun in cannot or not can_speak(parse.language, noun)


def _is_done(parse: Parse, told: Attribution) -> bool:
    """Whether it is a deed, and no word, that the verb tells.

    `Called three strikes`, `adding two towns to the list`, `completed a "static" test`, and `learned that they had
    left`, unless it `has learned`, as papers say of themselves.
    """
    if told.kind is AttributionKind.DIRECT:
        return False
    if (learning := _first_of(parse, told.cue, learning_of(parse.language))) is not None:
        return parse.tags[learning] == "VBD"
    cue, words = positions(parse, told.cue[0])[0], effects(parse.language)
    first, end = positions(parse, told.content[0])
    if cue >= len(parse) or first >= end or parse.tags[cue][0] != "V":
        return False
    done = words.get((parse.lemmas[cue], "thing"))
    is_deed = parse.lemmas[cue] in acting(parse.language) or (done is not None and done.held == "yes")
    is_deed = is_deed or _is_no_news(parse, cue)
    head = top(parse, (first, end - 1))
    above, small = parse.heads[head], grammar(parse.language)
    is_added_to = parse.deps[head] == "pobj" and parse.lowers[above] in small.to and parse.heads[above] == cue
    is_judged = parse.child(cue, "oprd", "ccomp", "xcomp") is not None or any(
        k > cue and parse.lowers[k] in small.as_ for k in parse.children[cue]
    )
    return is_deed and not is_judged and (is_added_to or (parse.deps[head] == "dobj" and above == cue))


def _is_no_news(parse: Parse, cue: int) -> bool:
    """Whether it is a thing, and nothing that can be told, that somebody comes up with: `revealed a new coat`."""
    thing, source = parse.child(cue, "dobj"), parse.child(cue, "nsubj")
    writings = speaker_nouns(parse.language, "document", "record")
    if parse.lemmas[cue] not in uncovering(parse.language) or (source and parse.lemmas[source] in writings):
        return False
    told = things_told(parse.language) | writings
    return thing is not None and parse.tags[thing][0] in "NJ" and parse.lemmas[thing] not in told


def _is_named_so(parse: Parse, told: Attribution) -> bool:
    """Whether it is only told what something goes by, or looks like.

    `A group calling itself Free Zell`, `a book called The Dam`, `revealed what seemed to be a limp`.
    """
    cue = positions(parse, told.cue[0])[0]
    if told.kind is AttributionKind.DIRECT or cue >= len(parse):
        return False
    if parse.lemmas[cue] in naming(parse.language):
        named = [k for k in parse.children[cue] if parse.deps[k] in ("dobj", "dative", "ccomp", "oprd")]
        names = [k for k in named if parse.deps[k] == "oprd"]
        return any(parse.lowers[k] in itself(parse.language) for k in named) or (bool(names) and names == named)
    seen = parse.child(cue, "ccomp")
    what = None if seen is None else parse.child(seen, "nsubj")
    seems = seen is not None and parse.lemmas[seen] in seeming(parse.language)
    return seems and what is not None and parse.tags[what] == "WP"


def _is_told_to_anybody(parse: Parse, told: Attribution) -> bool:
    """Whether it is what somebody would say, if asked: `any sailor will tell you that it leaks`."""
    cue = positions(parse, told.cue[0])[0]
    if told.kind is AttributionKind.DIRECT or cue >= len(parse) or parse.lemmas[cue] not in sayings(parse.language):
        return False
    to_whom = parse.child(cue, "dobj", "dative")
    is_anybody = to_whom is not None and parse.lowers[to_whom] in anybody(parse.language)
    return is_anybody and any(parse.tags[k] == "MD" for k in parse.children[cue])


def _first_of(parse: Parse, cue: Sequence[Span], verbs: Container[str]) -> int | None:
    """Where the first word of a cue stands that is one of these verbs."""
    words = (word for span in cue for word in range(*positions(parse, span)))
    return next((word for word in words if parse.lemmas[word] in verbs), None)


def _is_title(parse: Parse, content: Span) -> bool:
    """Whether what stands in quotation marks is what something is called: `released “The Man of the Woods,”`."""
    words = [k for k in range(*positions(parse, content)) if parse.words[k][0].isalpha()]
    if not words or len(words) > _LONGEST_TITLE or not parse.words[words[-1]][0].isupper():
        return False
    small = grammar(parse.language).articles | grammar(parse.language).of | small_name_words(parse.language)
    return all(parse.words[k][0].isupper() or parse.lowers[k] in small for k in words)


def positions(parse: Parse, span: Span) -> tuple[int, int]:
    """First position and one past the last of the tokens that a stretch of characters covers."""
    return bisect_right(parse.ends, span.start), bisect_left(parse.starts, span.end)
