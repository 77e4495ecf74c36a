"""Who says what: cue, source and content of every attribution in the parsed sentences of an article.

Three linear models, trained by `benchmarks/train_attribution.py` on the training articles of PolNeAR (Newell et al.
2018): one tells which words are cues, one ranks the noun phrases around a cue as its source, one ranks stretches of
text as its content.
"""

from dataclasses import dataclass

from dateline.events import contents, cues, sources
from dateline.events.contents import Content
from dateline.events.linear import SCALE, score, weights
from dateline.events.parse import Parse
from dateline.events.quotes import Quoted, quoted
from dateline.events.sources import Stretch

# A word is a cue from this score on (a logit times SCALE), found on a tenth of the training articles kept aside: it
# gives the best F1 of whole attributions.
_CUE = -SCALE // 4

# Where the content is a whole quotation someone must have said it: a lower score does. Found the same way.
_CUE_OF_QUOTATION = -2 * SCALE

# A quotation of fewer tokens, marks included, is a term in quotation marks rather than speech.
_SHORTEST_QUOTATION = 4

# Of two contents that share this part of their tokens (Jaccard), the surer one is kept.
_SAME_CONTENT = 0.8

# The same, where both have one source or one has none, and neither content is a quotation. Found like the scores above.
_SAME_CONTENT_OF_ONE = 0.5

# How many attributions back such a pair is sought, so that the time stays linear: rivals stand in one sentence.
_RIVALS = 8


@dataclass(frozen=True, slots=True)
class Said:
    """An attribution as positions in a parse."""

    cue: int
    source: Stretch | None
    content: Content
    sureness: int
    """The score of the cue."""


def find(parse: Parse, marks: Quoted | None = None) -> list[Said]:
    """The attributions of the parsed sentences, in order of their cues."""
    if marks is None:
        marks = quoted(parse)
    cue_model, known = weights("cues"), weights("contents")
    found: list[Said] = []
    for cue in cues.candidates(parse):
        sureness = score(cue_model, cues.features(parse, cue, marks))
        if sureness < _CUE_OF_QUOTATION or (sureness < _CUE and not _quotation_near(parse, cue, marks)):
            continue
        source = _source(parse, cue, marks)
        content = _content(parse, cue, source, marks, known)
        if content is None:
            continue
        if sureness >= _CUE or _is_quotation(content, cue, marks):
            found.append(Said(cue, source, content, sureness))
    return _distinct(found, marks)


def _quotation_near(parse: Parse, cue: int, marks: Quoted) -> bool:
    """Whether the cue stands outside quotation marks, and some stand in its sentence or open the next."""
    first, last = parse.bounds[parse.sentence[cue]]
    numbers = marks.number
    return numbers[cue] < 0 and (max(numbers[first:last]) >= 0 or (last < len(numbers) and numbers[last] >= 0))


def _source(parse: Parse, cue: int, marks: Quoted) -> Stretch | None:
    """The likeliest source; None when it is likeliest left out."""
    model = weights("sources")
    best, chosen = score(model, sources.features_of_none(parse, cue)), None
    for head, stretch in sources.candidates(parse, cue):
        way = sources.path(parse, cue, head)
        if f"p={way}" not in model:
            continue
        value = score(model, sources.features(parse, cue, head, stretch, way, marks))
        if value > best:
            best, chosen = value, stretch
    return chosen


def _content(parse: Parse, cue: int, source: Stretch | None, marks: Quoted, model: dict[str, int]) -> Content | None:
    """The likeliest content, among those found in a way that the model knows."""
    best, chosen = -(10**9), None
    for content, kind in contents.candidates(parse, cue, source, marks).items():
        if f"k={kind}" not in model:
            continue
        value = score(model, contents.features(parse, cue, source, content, kind, marks))
        if value > best:
            best, chosen = value, content
    return chosen


def _is_quotation(content: Content, cue: int, marks: Quoted) -> bool:
    """Whether all of the content stands in quotation marks, from an opening one on, and the cue does not."""
    numbers = marks.number
    return (
        numbers[cue] < 0
        and all(numbers[first] >= 0 and numbers[last] >= 0 for first, last in content)
        and marks.first[numbers[content[0][0]]] == content[0][0]
        and sum(last - first + 1 for first, last in content) >= _SHORTEST_QUOTATION
    )


def _distinct(found: list[Said], marks: Quoted) -> list[Said]:
    """Without attributions whose content is nearly that of a surer one close by."""
    kept: list[Said] = []
    for said in found:
        rivals = [other for other in kept[-_RIVALS:] if _is_rival(said, other, marks)]
        if all(said.sureness > other.sureness for other in rivals):
            kept[-_RIVALS:] = [other for other in kept[-_RIVALS:] if other not in rivals]
            kept.append(said)
    return kept


def _is_rival(one: Said, other: Said, marks: Quoted) -> bool:
    """Whether two attributions tell the same; of two sources, one may report what the other said."""
    nested = None not in (one.source, other.source) and one.source != other.source
    speech = any(_is_quotation(said.content, said.cue, marks) for said in (one, other))
    return _shared(one.content, other.content) >= (_SAME_CONTENT if nested or speech else _SAME_CONTENT_OF_ONE)


def _shared(one: Content, other: Content) -> float:
    """The Jaccard index of two contents, over tokens."""
    if one[-1][1] < other[0][0] or other[-1][1] < one[0][0]:
        return 0.0
    common = sum(max(0, min(b, d) - max(a, c) + 1) for a, b in one for c, d in other)
    return common / (sum(b - a + 1 for a, b in (*one, *other)) - common)
