"""Attributions in, those that tell of words out: what somebody bans or decides is no word of theirs.

PolNeAR, on which the models were trained, counts attitudes and intentions too. A reader asks who says so, which is
told by a quotation, by a clause with a tense of its own (`experts suspect that it leaked`), or by a verb that passes
words on.
"""

from bisect import bisect_left, bisect_right

from dateline.events.attribution.source_candidates import top
from dateline.events.attribution.speech_words import pledging, sayings, speaking
from dateline.events.parsing.parse import Parse
from dateline.events.status.verb_groups import finite
from dateline.model import Attribution, AttributionKind, Span


def gives_voice(parse: Parse, told: Attribution) -> bool:
    """Whether an attribution tells that its source said, wrote or thinks what is its content."""
    if told.kind is not AttributionKind.INDIRECT:
        return True
    passing_on = sayings(parse.language) | speaking(parse.language) | pledging(parse.language)
    if any(parse.lemmas[word] in passing_on for span in told.cue for word in range(*positions(parse, span))):
        return True
    first, end = positions(parse, told.content[0])
    if first >= end:
        return False
    verb = top(parse, (first, end - 1))
    # "Demanded that he leave": a clause with a subject of its own.
    is_clause = parse.child(verb, "nsubj", "nsubjpass") is not None and parse.deps[verb] == "ccomp"
    is_infinitive = any(parse.tags[child] == "TO" for child in parse.children[verb])
    return finite(parse, verb) is not None or (is_clause and not is_infinitive)


def positions(parse: Parse, span: Span) -> tuple[int, int]:
    """First position and one past the last of the tokens that a stretch of characters covers."""
    return bisect_right(parse.ends, span.start), bisect_left(parse.starts, span.end)
