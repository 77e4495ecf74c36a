"""Who says what: cue, source and content of every attribution in the parsed sentences of an article.

Four linear models, trained by `benchmarks/train_attribution.py` on the training articles of PolNeAR (Newell et al.
2018): one tells which words are cues, one ranks the noun phrases around a cue as its source, one ranks stretches of
text as its content, and one tells whether what the three have found holds.
"""

from collections.abc import Sequence
from typing import NamedTuple

from dateline.events.attribution import content_candidates as contents
from dateline.events.attribution import cues, sureness
from dateline.events.attribution import source_candidates as sources
from dateline.events.attribution.content_candidates import Content
from dateline.events.attribution.plain_shapes import Said, mended
from dateline.events.attribution.quotes import Quoted, quoted
from dateline.events.attribution.source_candidates import Stretch
from dateline.events.attribution.speech_words import sayings
from dateline.events.attribution.sureness import (
    NAME,
    NOUN,
    Draft,
    close_by,
    is_near_quotation,
    is_quotation,
    shared,
    source_kind,
)
from dateline.events.linear import SCALE, Weights, score, weights
from dateline.events.parsing.parse import Parse
from dateline.languages import Language, made_once

# A word is looked at as a cue from this score on (a logit times SCALE), and beside a quotation, which someone must have
# said, from the lower one on. Lower ones found no attribution more on PolNeAR's training articles, four-fold.
_CUE, _CUE_BY_QUOTATION = -3 * SCALE // 2, -3 * SCALE

# An attribution holds from this score on. Found the same way: F1 of contents and of whole attributions is flat around.
_HOLDS = -9 * SCALE // 10

# What somebody says within another's words holds from this one on. PolNeAR often leaves it out, but whoever asks how a
# claim came about wants the chain. It costs 0.1 points of F1.
_HOLDS_WITHIN = -5 * SCALE // 2

# Of two contents that share this part of their tokens (Jaccard), the surer one is kept.
_SAME_CONTENT = 0.8

# The same, where both have one source or one has none, and neither content is a quotation. Found like the scores above.
_SAME_CONTENT_OF_ONE = 0.5

# How many attributions back such a pair is sought, so that the time stays linear: rivals stand in one sentence.
_RIVALS = 8


class Models(NamedTuple):
    """The models that find an attribution's parts."""

    cues: Weights
    sources: Weights
    contents: Weights


@made_once
def models(language: Language) -> Models:
    """The models of a language."""
    return Models(weights(language, "cues"), weights(language, "sources"), weights(language, "contents"))


def find(parse: Parse, marks: Quoted | None = None) -> list[Said]:
    """The attributions of the parsed sentences, in order of their cues."""
    if marks is None:
        marks = quoted(parse)
    found = drafts(parse, marks, models(parse.language))
    model = weights(parse.language, "attributions")
    scores = [score(model, sureness.features(parse, found, number, marks)) for number in range(len(found))]
    holding = [
        Said(draft.cue, draft.source, draft.content, value)
        for number, (draft, value) in enumerate(zip(found, scores, strict=True))
        if value >= _HOLDS or (value >= _HOLDS_WITHIN and _is_passed_on(parse, found, scores, number, marks))
    ]
    return mended(parse, _distinct(holding, marks), marks)


def _is_passed_on(parse: Parse, found: Sequence[Draft], scores: Sequence[int], number: int, marks: Quoted) -> bool:
    """Whether a draft plainly tells what someone said, within the words of another that hold."""
    draft = found[number]
    if parse.lemmas[draft.cue] not in sayings(parse.language) or source_kind(parse, draft.source) not in (NAME, NOUN):
        return False
    if not draft.way.startswith("<ccomp") and not is_quotation(draft.content, draft.cue, marks):
        return False
    return any(scores[other] >= _HOLDS and _reports(found[other], draft) for other in close_by(parse, found, number))


def _reports(outer: Draft | Said, inner: Draft | Said) -> bool:
    """Whether one attribution, with its source, stands within the content of another source's."""
    if inner.source is None or outer.source in (None, inner.source):
        return False
    left, right = min(inner.source[0], inner.cue), max(inner.source[1], inner.cue)
    return any(first <= left and right <= last for first, last in outer.content)


def drafts(parse: Parse, marks: Quoted, models: Models) -> list[Draft]:
    """What may be an attribution, by the likeliest source and content of each cue, in order of the cues."""
    found: list[Draft] = []
    for cue in cues.candidates(parse):
        if _is_alone_in_marks(marks, cue):
            continue
        cue_score = score(models.cues, cues.features(parse, cue, marks))
        if cue_score < _CUE_BY_QUOTATION or (cue_score < _CUE and not is_near_quotation(parse, cue, marks)):
            continue
        source, source_margin = _source(parse, cue, marks, models.sources)
        ranked = _contents(parse, cue, source, marks, models.contents)
        if ranked:
            (content_score, content, way), margin = ranked[0], _margin([value for value, _, _ in ranked])
            content = contents.with_paragraphs_before(content, marks)
            found.append(Draft(cue, source, content, way, cue_score, content_score, source_margin, margin))
    return found


def _is_alone_in_marks(marks: Quoted, cue: int) -> bool:
    """Whether nothing but a word stands in its quotation marks: it is somebody's word, and no act of saying."""
    number = marks.number[cue]
    return number >= 0 and marks.first[number] == cue - 1 and marks.last[number] == cue + 1


def _source(parse: Parse, cue: int, marks: Quoted, model: Weights) -> tuple[Stretch | None, int | None]:
    """The likeliest source, None when it is likeliest left out, and how far it lies ahead of the next."""
    best, chosen = score(model, sources.features_of_none(parse, cue)), None
    values = [best]
    ways: dict[int, str] = {}
    for head, stretch in sources.candidates(parse, cue):
        way = ways.get(head) or ways.setdefault(head, sources.path(parse, cue, head))
        if f"p={way}" not in model:
            continue
        value = score(model, sources.features(parse, cue, head, stretch, way, marks))
        values.append(value)
        if value > best:
            best, chosen = value, stretch
    return chosen, _margin(sorted(values, reverse=True))


def _contents(
    parse: Parse, cue: int, source: Stretch | None, marks: Quoted, model: Weights
) -> list[tuple[int, Content, str]]:
    """The contents found in a way that the model knows, with their scores and ways, the likeliest first."""
    found = [
        (score(model, contents.features(parse, cue, source, content, way, marks)), content, way)
        for content, way in contents.candidates(parse, cue, source, marks).items()
        if f"k={way}" in model
    ]
    return sorted(found, key=lambda ranked: -ranked[0])


def _margin(values: Sequence[int]) -> int | None:
    """How far the first of several falling values lies ahead of the second."""
    return values[0] - values[1] if len(values) > 1 else None


def _distinct(found: Sequence[Said], marks: Quoted) -> list[Said]:
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
    if _reports(one, other) or _reports(other, one):
        return False
    nested = None not in (one.source, other.source) and one.source != other.source
    speech = any(is_quotation(said.content, said.cue, marks) for said in (one, other))
    return shared(one.content, other.content) >= (_SAME_CONTENT if nested or speech else _SAME_CONTENT_OF_ONE)
