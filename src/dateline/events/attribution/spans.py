"""Attributions as nouns of the model: spans of the text, kind and speaker."""

from collections.abc import Sequence

from dateline.entities.article_names import Names
from dateline.events.attribution.content_candidates import Content
from dateline.events.attribution.extraction import find
from dateline.events.attribution.parsed_sources import ParsedSources
from dateline.events.attribution.plain_shapes import Said
from dateline.events.attribution.quotes import Quoted, quoted
from dateline.events.attribution.source_candidates import Stretch
from dateline.events.attribution.speech_words import speaking, with_preposition
from dateline.events.parsing.parse import Parse
from dateline.events.speakers.sayings import Before, settled
from dateline.events.speakers.source import Act
from dateline.events.speakers.speakers import Speakers
from dateline.model import Attribution, AttributionKind


def attributions(parse: Parse, speakers: Speakers | None = None, before: Before | None = None) -> list[Attribution]:
    """Who says what in the parsed sentences of an article, in order of the cues.

    `speakers` are the article's, when they are at hand; `before` tells what was said before an offset, where not all
    sentences were parsed. A content may run over several sentences as long as they were parsed.
    """
    marks = quoted(parse)
    found = find(parse, marks)
    told = _told(parse, found, marks, speakers or _speakers(parse), before)
    return [
        Attribution(
            source=() if said.source is None else (parse.span(*said.source),),
            cue=tuple(parse.span(first, last) for first, last in _cue(parse, said)),
            content=tuple(parse.span(*_with_marks(stretch, marks)) for stretch in said.content),
            kind=_kind(said.content, marks),
            speaker=told.get(said.cue),
        )
        for said in found
    ]


def _speakers(parse: Parse) -> Speakers:
    sentences = [parse.span(first, last - 1) for first, last in parse.bounds]
    return Speakers(Names(parse.language, parse.text), sentences)


def _told(
    parse: Parse, found: Sequence[Said], marks: Quoted, speakers: Speakers, before: Before | None
) -> dict[int, str | None]:
    """The speaker of each attribution that has a source, by its cue."""
    sources = ParsedSources(parse, speakers)
    voiced = [(said.cue, said.source, said.content) for said in found if said.source is not None]
    acts = [
        Act(
            sources.of(source, cue),
            tuple(parse.span(*stretch) for stretch in content),
            _kind(content, marks) is AttributionKind.DIRECT,
            _is_spoken(parse, cue, source),
        )
        for cue, source, content in voiced
    ]
    sayings = settled(speakers, acts, before)
    return {cue: saying.speaker.told for (cue, _, _), saying in zip(voiced, sayings, strict=True)}


def _is_spoken(parse: Parse, cue: int, source: Stretch) -> bool:
    """Whether a cue is a plain verb of saying and the source its subject, or a preposition of sources."""
    if parse.lowers[cue] in with_preposition(parse.language):
        return True
    subject = parse.child(cue, "nsubj")
    return (
        parse.lemmas[cue] in speaking(parse.language)
        and subject is not None
        and source[0] <= subject <= source[1]
        and (parse.tags[cue] != "VBN" or parse.child(cue, "aux") is not None)
    )


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
