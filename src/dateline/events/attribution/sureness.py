"""How sure an attribution is once cue, source and content are seen together.

The three models of `attribution` each decide by what stands around the cue. This one looks at what came out: how far
the source and the content chosen lie ahead of the next best, whether a quotation is had whole, and which other cues of
the sentence claim the same words. It is trained on what the three make of articles that they were not trained on.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.events.attribution import content_candidates as contents
from dateline.events.attribution.content_candidates import Content
from dateline.events.attribution.quotes import Quoted
from dateline.events.attribution.source_candidates import Stretch, top
from dateline.events.parsing.parse import Parse

# Two contents that share this part of their tokens (Jaccard) are much alike; that part, nearly the same.
_ALIKE, _SAME = 0.5, 0.8

# How many cues to either side are held against one, so that the time stays linear: rivals stand close by.
_RIVALS = 8

# A quotation of fewer tokens, marks included, is a term in quotation marks rather than speech.
_SHORTEST_QUOTATION = 4

# Scores are told apart in steps, in hundredths of a logit, within bounds.
_STEP, _LOWEST, _HIGHEST = 50, -400, 599
_MARGIN_STEP, _MARGIN_HIGHEST = 40, 399

_PRONOUN = frozenset(("PRP", "PRP$", "WP", "WP$", "WDT"))

# Kinds of sources.
LEFT_OUT, PRONOUN, NAME, NOUN = "0", "P", "N", "n"


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution that may hold."""

    cue: int
    source: Stretch | None
    content: Content
    way: str
    """How the content was found."""
    cue_score: int
    content_score: int
    source_margin: int | None
    """How far the source lies ahead of the next best; None when there was no other."""
    content_margin: int | None
    """The same of the content."""


def is_quotation(content: Content, cue: int, quoted: Quoted) -> bool:
    """Whether all of the content stands in quotation marks, from an opening one on, and the cue does not."""
    numbers = quoted.number
    return (
        numbers[cue] < 0
        and all(numbers[first] >= 0 and numbers[last] >= 0 for first, last in content)
        and quoted.first[numbers[content[0][0]]] == content[0][0]
        and sum(last - first + 1 for first, last in content) >= _SHORTEST_QUOTATION
    )


def is_near_quotation(parse: Parse, cue: int, quoted: Quoted) -> bool:
    """Whether the cue stands outside quotation marks, and some stand in its sentence or open the next."""
    first, last = parse.bounds[parse.sentence[cue]]
    numbers = quoted.number
    return numbers[cue] < 0 and (max(numbers[first:last]) >= 0 or (last < len(numbers) and numbers[last] >= 0))


def shared(one: Content, other: Content) -> float:
    """The Jaccard index of two contents, over tokens."""
    if one[-1][1] < other[0][0] or other[-1][1] < one[0][0]:
        return 0.0
    common = sum(max(0, min(b, d) - max(a, c) + 1) for a, b in one for c, d in other)
    return common / (sum(b - a + 1 for a, b in (*one, *other)) - common)


def features(parse: Parse, drafts: Sequence[Draft], number: int, quoted: Quoted) -> list[str]:
    """What tells whether `drafts[number]` holds; the drafts are those of one article, in order of their cues."""
    draft = drafts[number]
    cue, content, way = draft.cue, draft.content, draft.way
    lemma, tag, dep = parse.lemmas[cue], parse.tags[cue], parse.deps[cue]
    step = _step(draft.cue_score)
    half, third = step // 2, step // 3
    in_source, in_content = _margin(draft.source_margin), _margin(draft.content_margin)
    source = source_kind(parse, draft.source)
    size = sum([b - a + 1 for a, b in content])
    length = 0 if size < 2 else 1 if size < 4 else 2 if size < 8 else 3 if size < 16 else 4 if size < 31 else 5
    speech = f"{is_quotation(content, cue, quoted):d}{is_near_quotation(parse, cue, quoted):d}"
    share = contents.share_quoted(content, quoted)
    rival, nested, holding = _others(parse, drafts, number)
    return [
        "bias",
        f"s={step}",
        f"l={lemma}",
        f"k={way}",
        f"c={_step(draft.content_score)}",
        f"cm={in_content}",
        f"sm={in_source}",
        f"cms={in_content} {half}",
        f"cml={in_content} {length}",
        f"cs={_step(draft.content_score) // 2} {half}",
        f"st={source} {step}",
        f"stl={source} {lemma}",
        f"std={source} {tag} {dep}",
        f"kst={source} {way}",
        f"ks={way} {third}",
        f"kt={way} {tag}",
        f"ll={length} {lemma}",
        f"q={speech} {step}",
        f"own={quoted.number[cue] >= 0:d} {share} {tag}",
        f"r={rival} {half}",
        f"n={nested} {holding}",
        f"nl={nested} {lemma}",
    ]


def _step(score: int) -> int:
    return max(_LOWEST, min(_HIGHEST, score)) // _STEP


def _margin(margin: int | None) -> str:
    return "-" if margin is None else str(min(_MARGIN_HIGHEST, margin) // _MARGIN_STEP)


def source_kind(parse: Parse, source: Stretch | None) -> str:
    """Whether the source is left out, a pronoun, a name or another noun."""
    if source is None:
        return LEFT_OUT
    tag = parse.tags[top(parse, source)]
    return PRONOUN if tag in _PRONOUN else NAME if tag[:3] == "NNP" else NOUN


def _others(parse: Parse, drafts: Sequence[Draft], number: int) -> tuple[str, str, str]:
    """The strongest rival for the same content, and whether other cues hold this one or are held by it."""
    draft = drafts[number]
    rival = nested = holding = ""
    for other in [drafts[each] for each in close_by(parse, drafts, number)]:
        likeness = shared(draft.content, other.content)
        if likeness >= _ALIKE:
            order = ">" if other.cue_score > draft.cue_score else "<"
            source = "=" if other.source == draft.source else "0" if None in (other.source, draft.source) else "!"
            rival = max(rival, f"{order}{source}{likeness >= _SAME:d}")
        sure = "+" if other.cue_score > 0 else "-"
        if any(a <= draft.cue <= b for a, b in other.content):
            nested = max(nested, sure)
        if any(a <= other.cue <= b for a, b in draft.content):
            holding = max(holding, sure)
    return rival, nested, holding


def close_by(parse: Parse, drafts: Sequence[Draft], number: int) -> Iterator[int]:
    """The numbers of the other drafts of the sentence, as far as they are close by."""
    sentence = parse.sentence[drafts[number].cue]
    for step in (-1, 1):
        other = number + step
        while 0 <= other < len(drafts) and abs(other - number) <= _RIVALS:
            if parse.sentence[drafts[other].cue] != sentence:
                break
            yield other
            other += step
