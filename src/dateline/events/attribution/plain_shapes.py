"""Attributions that the models hold in, the same mended out: shapes of a sentence that are plain by the parse alone.

The models weigh what stands around a cue and now and then lose what any reader sees: what is told before `…, the mayor
said on Monday`, whose words `quoted Ana Lopes as saying` passes on, who of two that say something in one breath says
what. The rules here speak only where the parse leaves no doubt.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.events.attribution.content_candidates import Content
from dateline.events.attribution.quotes import Quoted
from dateline.events.attribution.source_candidates import Stretch, top
from dateline.events.attribution.speech_words import days, quoting, sayings, with_preposition
from dateline.events.parsing.grammar import grammar
from dateline.events.parsing.parse import Parse

# Words of a source at most that stands between what is told and its verb of saying.
_LONGEST_SOURCE = 24

_SUBJECT = ("nsubj", "nsubjpass")
_MARKS = frozenset([",", "''"])


@dataclass(frozen=True, slots=True)
class Said:
    """An attribution as positions in a parse."""

    cue: int
    source: Stretch | None
    content: Content
    sureness: int
    """The score of the whole."""


def mended(parse: Parse, found: Sequence[Said], marks: Quoted) -> list[Said]:
    """The attributions, in order of their cues, with those of plain shapes set right and those within them added."""
    plain = [_not_the_warned(parse, said) for said in found]
    told = [
        _cut_at_other(parse, _told_before(parse, _of_sentence(parse, _of_clause(parse, said))), plain) for said in plain
    ]
    known = {said.cue: said for said in told}
    for outer in told:
        for inner in _within(parse, outer, marks):
            known[inner.cue] = inner
    return [known[cue] for cue in sorted(known)]


def _not_the_warned(parse: Parse, said: Said) -> Said:
    """Of `a letter to the owners warning them that …`, the letter speaks: whom it tells, does not."""
    told = parse.child(said.cue, "dobj", "dative")
    if said.source is None or told is None or parse.tags[told] != "PRP" or told < said.cue:
        return said
    noun = top(parse, said.source)
    sender: int | None = parse.heads[parse.heads[noun]]
    if parse.deps[noun] != "pobj" or parse.deps[said.cue] != "acl" or parse.heads[said.cue] not in (noun, sender):
        return said
    if sender is not None and parse.tags[sender][0] == "V":
        sender = parse.child(sender, *_SUBJECT)
    return replace(said, source=None if sender is None or sender > noun else (parse.left[sender], sender))


def _of_clause(parse: Parse, said: Said) -> Said:
    """Of `approved the plan, which begins in May according to the paper`, only the clause is what the paper tells."""
    first = said.content[0][0]
    if (parse.tags[said.cue][0] == "V" and parse.deps[said.cue] != "prep") or parse.tags[said.cue - 1] == ",":
        return said
    clause = next((head for head in parse.ancestors(said.cue) if parse.deps[head] == "relcl"), None)
    if clause is None or not first < parse.left[clause] < said.cue or parse.tags[parse.left[clause] - 1] != ",":
        return said
    return replace(said, content=((parse.left[clause], said.cue - 1),))


def _of_sentence(parse: Parse, said: Said) -> Said:
    """Of `opened a mine that will feed two towns, according to the paper`, all is what the paper tells.

    What follows a comma is told of the sentence, and not of the clause right before it that tells which mine.
    """
    if parse.lowers[said.cue] not in with_preposition(parse.language) or parse.tags[said.cue - 1] != ",":
        return said
    opening, before = said.content[0][0], parse.bounds[parse.sentence[said.cue]][0]
    clauses = (head for head in range(opening, said.cue) if parse.left[head] == opening and parse.deps[head] == "relcl")
    if len(said.content) > 1 or opening <= before or next(clauses, None) is None or parse.tags[opening - 1] == ",":
        return said
    return replace(said, content=((before, said.cue - 2),))


def _told_before(parse: Parse, said: Said) -> Said:
    """Of `the road will open in May, the mayor said on Monday`, what stands before the mayor is what is said."""
    if said.source is None or parse.lemmas[said.cue] not in sayings(parse.language):
        return said
    first = parse.bounds[parse.sentence[said.cue]][0]
    opening, closing = said.source
    if not (first + 1 < opening <= closing < said.cue) or said.content[0][0] <= said.cue:
        return said
    if parse.tags[opening - 1] not in _MARKS or closing - opening > _LONGEST_SOURCE:
        return said
    if any(parse.tags[word][0] == "V" and word != said.cue for word in range(closing + 1, said.cue)):
        return said
    if not _is_adjunct(parse, said.cue, said.content):
        return said
    if not any(_is_finite(parse, word) for word in range(first, opening - 1)):
        return said
    return replace(said, content=((first, opening - 2 if parse.tags[opening - 1] == "," else opening - 1),))


def _is_adjunct(parse: Parse, cue: int, content: Content) -> bool:
    """Whether a stretch behind a cue is a day, or a phrase that tells when or how it was said, and no clause."""
    ((first, last),) = content[:1]
    if len(content) > 1 or any(_is_finite(parse, word) for word in range(first, last + 1)):
        return False
    if any(parse.deps[child] in ("ccomp", "xcomp") and child > cue for child in parse.children[cue]):
        return False
    if any(tag in ("``", "''") for tag in parse.tags[first : last + 1]):
        return False
    head = top(parse, (first, last))
    while parse.heads[head] != head and parse.heads[head] != cue:
        head = parse.heads[head]
    is_day = parse.lowers[first] in days(parse.language)
    return is_day or (parse.heads[head] == cue and parse.deps[head] in ("prep", "npadvmod", "dative"))


def _is_finite(parse: Parse, word: int) -> bool:
    """Whether a word is a verb in a tense, or has a modal."""
    return parse.tags[word] in ("VBD", "VBZ", "VBP", "MD")


def _cut_at_other(parse: Parse, said: Said, found: Sequence[Said]) -> Said:
    """What one says without what another says behind a `but`: `… "reasonable", but Tom Reed called them "absurd"`."""
    content = said.content
    for other in found:
        if other.source is None or other.source == said.source or other.cue <= said.cue:
            continue
        start = other.source[0]
        first, last = content[-1]
        if not first < start <= last or start > other.cue:
            continue
        if parse.lowers[start - 1] not in grammar(parse.language).but:
            continue
        end = start - 2
        while end > first and parse.tags[end] == ",":
            end -= 1
        content = (*content[:-1], (first, end))
    return said if content == said.content else replace(said, content=content)


def _within(parse: Parse, outer: Said, marks: Quoted) -> list[Said]:
    """What somebody is said to have said, within the words of another or by a verb that quotes.

    What is told within a quotation is left to whoever is quoted.
    """
    found = []
    quoted = _quoted_as(parse, outer)
    if quoted is not None:
        return [quoted]
    if outer.source is None:
        return []
    for first, last in outer.content:
        for cue in range(first, last + 1):
            inner = _said(parse, cue, outer.sureness)
            if inner is not None and inner.content[0][1] <= last and marks.number[cue] < 0:
                found.append(inner)
    return found


def _said(parse: Parse, cue: int, sureness: int) -> Said | None:
    """A finite verb of saying with a noun as subject and a clause as object: `Ana Lopes told him the mine shut`."""
    if not _is_finite(parse, cue) or parse.lemmas[cue] not in sayings(parse.language):
        return None
    subject, clause = parse.child(cue, "nsubj"), parse.child(cue, "ccomp")
    if subject is None or clause is None or not subject < cue < parse.left[clause]:
        return None
    if parse.tags[subject] not in ("NN", "NNS", "NNP", "NNPS"):
        return None
    return Said(
        cue, (parse.left[subject], parse.right[subject]), ((parse.left[clause], parse.right[clause]),), sureness
    )


def _quoted_as(parse: Parse, outer: Said) -> Said | None:
    """`The Herald quoted Ana Lopes as saying …`: she says it, whichever side of the verb it stands on."""
    verb = outer.cue
    if parse.lemmas[verb] not in quoting(parse.language):
        verb = next((head for head in parse.ancestors(verb) if parse.lemmas[head] in quoting(parse.language)), -1)
        if verb < 0:
            return None
    for preposition in parse.children[verb]:
        saying = parse.child(preposition, "pcomp")
        if parse.lowers[preposition] not in grammar(parse.language).as_ or saying is None:
            continue
        speaker = parse.child(verb, "dobj", "nsubjpass")
        if speaker is None or parse.lemmas[saying] not in sayings(parse.language):
            continue
        clause = parse.child(saying, "ccomp", "dobj")
        source = (parse.left[speaker], parse.right[speaker])
        if clause is not None and parse.left[clause] > saying:
            content: Content = ((parse.left[clause], parse.right[clause]),)
        else:
            content = _before_clause(parse, verb)
        return Said(saying, source, content, outer.sureness) if content else None
    return None


def _before_clause(parse: Parse, verb: int) -> Content:
    """What stands before the clause of a verb in its sentence, up to a comma or a closing mark."""
    first = parse.bounds[parse.sentence[verb]][0]
    subject = parse.child(verb, *_SUBJECT)
    opening = verb if subject is None else parse.left[subject]
    if opening - 1 <= first or parse.tags[opening - 1] not in _MARKS:
        return ()
    if not any(_is_finite(parse, word) for word in range(first, opening - 1)):
        return ()
    return ((first, opening - 2 if parse.tags[opening - 1] == "," else opening - 1),)
