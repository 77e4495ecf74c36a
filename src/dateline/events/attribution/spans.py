"""Attributions as nouns of the model: spans of the text, kind and speaker."""

from dateline.entities.article_names import Names
from dateline.events.attribution.content_candidates import Content
from dateline.events.attribution.extraction import Said, find
from dateline.events.attribution.quotes import Quoted, quoted
from dateline.events.attribution.source_candidates import Stretch
from dateline.events.attribution.speakers import Speakers
from dateline.events.attribution.speech_words import with_preposition
from dateline.events.parsing.parse import Parse
from dateline.model import Article, Attribution, AttributionKind


def attributions(article: Article, parse: Parse, names: Names | None = None) -> list[Attribution]:
    """Who says what in the parsed sentences of an article, in order of the cues.

    `names` are those of the article's text, when they are at hand. A content may run over several sentences as long as
    they were parsed.
    """
    marks = quoted(parse)
    speakers = Speakers(parse, names)
    return [
        Attribution(
            source=() if said.source is None else (parse.span(*said.source),),
            cue=tuple(parse.span(first, last) for first, last in _cue(parse, said)),
            content=tuple(parse.span(*_with_marks(stretch, marks)) for stretch in said.content),
            kind=_kind(said.content, marks),
            speaker=speakers.of(said),
        )
        for said in find(parse, marks)
    ]


def _cue(parse: Parse, said: Said) -> Content:
    """The cue with its particle: `pointed out`, `according to`."""
    words = [said.cue]
    takes_preposition = parse.lowers[said.cue] in with_preposition(parse.language)
    for child in parse.children[said.cue]:
        if parse.deps[child] == "prt" or (parse.deps[child] == "prep" and takes_preposition):
            words.append(child)
    words = [word for word in words if not any(first <= word <= last for first, last in said.content)] or [said.cue]
    if words[-1] - words[0] == len(words) - 1:
        return ((words[0], words[-1]),)
    return tuple((word, word) for word in words)


def _with_marks(stretch: Stretch, marks: Quoted) -> Stretch:
    """The stretch with the quotation mark that stands right outside it."""
    first, last = stretch
    opening, closing = marks.number[first], marks.number[last]
    if opening >= 0 and marks.first[opening] == first - 1:
        first -= 1
    if closing >= 0 and last < marks.last[closing] <= last + 2:
        last = marks.last[closing]
    return first, last


def _kind(content: Content, marks: Quoted) -> AttributionKind:
    inside = [marks.number[position] >= 0 for first, last in content for position in range(first, last + 1)]
    if all(inside):
        return AttributionKind.DIRECT
    return AttributionKind.MIXED if any(inside) else AttributionKind.INDIRECT
