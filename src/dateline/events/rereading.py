"""The parser's word on chosen sentences: status and speaker of what they date, put beside what the surface tells.

The parse is right more often, on news that neither was made for; the surface keeps its word where a plan is turned
("planned for Friday, has been called off", "was meant to open in 2012"), where a state goes on since a day, and where a
verb that took place governs one that need not have ("ordered to leave"): the day is then the governing verb's.
"""

import dataclasses
import datetime as dt
from bisect import bisect_left
from collections.abc import Container, Iterable, Mapping, Sequence
from functools import cache, partial

from dateline.errors import faults_of
from dateline.events.attribution.spans import attributions
from dateline.events.attribution.voices import gives_voice, speaker_of
from dateline.events.chosen import Chosen, is_ahead
from dateline.events.dates.agreement import DONE, PLANNED, TURNED, agreed, ahead, read_on, was_planned
from dateline.events.dates.beneath import is_left_undone
from dateline.events.dates.clauses import main_clause, side_clause
from dateline.events.dates.features import features
from dateline.events.dates.governor import governor
from dateline.events.dates.measured import is_measured
from dateline.events.dates.mentioned import is_half, is_of_clause_beside, is_order
from dateline.events.dates.parsed import (
    is_direct,
    is_in_passing,
    is_of_saying,
    is_of_speaking,
    is_of_the_future,
)
from dateline.events.dates.placed import is_aimed_at, is_before_it
from dateline.events.dates.roles import (
    BESIDE,
    COMPARED,
    OF_THE_SENTENCE,
    PARSED_MODEL,
    Dated,
    DateRole,
    decide,
    tells,
)
from dateline.events.dates.sense import (
    come_to_nothing,
    in_time,
    is_governed,
    of_both,
    status_of_saying,
    status_told_beside,
)
from dateline.events.dates.surface import features as by_words
from dateline.events.dates.surface import is_compared
from dateline.events.dates.tense import is_to_come
from dateline.events.mentions.mentions import mentions
from dateline.events.parsing.grammar import grammar
from dateline.events.parsing.parse import Parse
from dateline.events.parsing.parser import Parser, Parsers
from dateline.events.parsing.whole import whole
from dateline.events.status.decision import Statuses
from dateline.events.surface.clauses import span_of
from dateline.events.surface.lexicon import lexicon
from dateline.events.surface.sentence import SurfaceReading
from dateline.events.surface.sentence import read as by_surface
from dateline.events.whose import OPENING, of_the_sentence
from dateline.languages import Language
from dateline.model import Attribution, EventMention, Span, Status, Timex, When

_TENSED, _SUBJECTS = frozenset({"VBD", "VBZ", "VBP", "MD"}), frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
# Words of a sentence that may stand whole for one of its clauses.
_SHORT = 25
_BY_CUE = TURNED | {Status.DENIED}


def reread(chosen: Sequence[Chosen], parsers: Parsers) -> list[SurfaceReading]:
    """The readings of chosen sentences with the parser's word, in the order given.

    Where `parsers` has none for a language, its sentences keep what their surface tells.
    """
    read: dict[_Place, SurfaceReading] = {}
    for language in {one.language: None for one in chosen}:
        parser = parsers(language)
        if parser is not None:
            read |= _reread([one for one in chosen if one.language is language], parser)
    return [read.get(_place(one), one.reading) for one in chosen]


_Place = tuple[str, str, int, int]
"""An article by id and text, where a sentence begins, and where a time expression of it does."""


def _place(one: Chosen) -> _Place:
    return (one.article.id, one.article.text, one.sentence.start, one.reading.timex.start)


def _reread(chosen: Sequence[Chosen], parser: Parser) -> dict[_Place, SurfaceReading]:
    """The readings in which the parser has a say."""
    by_article: dict[tuple[str, str], list[Chosen]] = {}
    for one in chosen:
        by_article.setdefault((one.article.id, one.article.text), []).append(one)
    shown = [
        {span for one in those for span in one.surface.with_speaker(one.sentence)} for those in by_article.values()
    ]
    sentences = [sorted(spans) for spans in shown]
    parses = parser.parse(
        (those[0].article.text, spans) for those, spans in zip(by_article.values(), sentences, strict=True)
    )
    read: dict[_Place, SurfaceReading] = {}
    for those, parse in zip(by_article.values(), parses, strict=True):
        article = those[0].article
        surface = those[0].surface
        timexes = sorted({timex for one in those for timex in one.timexes if timex.text}, key=lambda timex: timex.start)
        with faults_of(article):
            said = attributions(parse, surface.speakers, surface.sayings_before)
            told = mentions(article, parse, said, timexes)
            voiced = [act for act in said if gives_voice(parse, act)]
            voices = {span for act in voiced for span in act.cue}
            deeds = {span for act in said for span in act.cue} - voices
            # A sentence may have a hundred dates.
            whole_of = cache(partial(whole, parse))
            for one in those:
                timex = one.reading.timex
                tree = tuple(features(parse, timex.start, timex.end)) if timex.text else ()
                reading = _read(_without_deeds(one, deeds), parse, told, voiced, tree)
                tells = reading.tells and (reading.status in TURNED or not _is_verbless(one, parse))
                tells = tells and not (is_order(parse, one.sentence) or is_half(parse, one.sentence))
                read[_place(one)] = dataclasses.replace(reading, whole=whole_of(one.sentence), tells=tells, tree=tree)
    return read


def _read(
    one: Chosen, parse: Parse, told: Sequence[EventMention], voiced: Sequence[Attribution], tree: Sequence[str]
) -> SurfaceReading:
    """The reading of a sentence with the role that its date has by words and tree, and with the parser's word."""
    one = _read_ahead(one, parse)
    timex, published = one.reading.timex, one.article.published
    acts = {span: act.speaker for act in voiced for span in act.cue}
    if not timex.text:
        led_to = _led_to(_mention(one, told), told, parse)
        return _with_parts(_joined(one, led_to, acts), one, told)
    known = [*by_words(one.cut, timex, published), *tree]
    dated = decide(
        one.language,
        PARSED_MODEL,
        known,
        is_direct=is_direct(parse, timex.start, timex.end),
        has_clause=lambda: side_clause(parse, timex.start, timex.end) is not None,
    )
    at = (timex.start, timex.end)
    dated = COMPARED if is_compared(one.cut, timex) or is_measured(parse, *at) else of_the_sentence(dated, one, parse)
    nothing = come_to_nothing(parse, timex, one.sentence, published)
    dated = OF_THE_SENTENCE if nothing else dated
    if one.reading.role in BESIDE and dated.role not in BESIDE:
        one = dataclasses.replace(one, reading=by_surface(one.cut, timex, published, OF_THE_SENTENCE))
    if one.reading.status in _BY_CUE and not is_governed(one.reading, one.sentence, parse):
        status = ahead(timex) if published is None or is_ahead(timex, published) else Status.HAPPENED
        one = dataclasses.replace(one, reading=dataclasses.replace(one.reading, status=status))
    mention = _mention(one, told)
    by_verb = _by_its_verb(one, parse) if mention is None else _joined(one, mention, acts)
    joined = _with_parts(by_verb, one, told)
    joined = dataclasses.replace(joined, status=nothing or joined.status)
    timely = in_time(joined, one.reading.status, one.sentence, parse, published)
    if timely is None:
        return dataclasses.replace(joined, tells=False)
    return _left_undone(_with_role(timely, one, parse, dated, voiced), parse, published)


def _left_undone(reading: SurfaceReading, parse: Parse, published: dt.date | None) -> SurfaceReading:
    """The reading, marked where the article itself tells as a fact that somebody did not do something."""
    timex = reading.timex
    if reading.status is not Status.DENIED or reading.said_by or is_ahead(timex, published):
        return reading
    return dataclasses.replace(reading, left_undone=is_left_undone(parse, timex.start, timex.end))


def _without_deeds(one: Chosen, deeds: Container[Span]) -> Chosen:
    """The sentence as nobody's word, where the parser hears a deed in the verb by which the surface heard somebody."""
    cut, reading = one.cut, one.reading
    heard = zip(cut.speeches, cut.speakers, strict=True)
    cues = [span_of(cut.words, speech.cue) for speech, speaker in heard if speaker and speaker == reading.said_by]
    if not any(cue in deeds for cue in cues):
        return one
    return dataclasses.replace(one, reading=dataclasses.replace(reading, said_by=None, is_speech=False))


def _read_ahead(one: Chosen, parse: Parse) -> Chosen:
    """The sentence with a weekday that lies back by its distance, and ahead by its verb, as the one to come."""
    timex, published = one.reading.timex, one.article.published
    if published is None or timex.last is None or timex.last >= published:
        return one
    following = read_on(one.language, timex, published)
    if following is None or not is_to_come(parse, timex.start, timex.end):
        return one
    return dataclasses.replace(one, reading=by_surface(one.cut, following, published))


def _is_verbless(one: Chosen, parse: Parse) -> bool:
    """Whether a sentence with a full stop has no subject and no verb with a tense, as a caption; a chronicle's may not.

    `Number of songs sold since the shop's opening in April.`; but `May 3: first flight of the glider.`
    """
    text, timex = one.sentence.of(one.article.text), one.reading.timex
    first, end = bisect_left(parse.starts, one.sentence.start), bisect_left(parse.starts, one.sentence.end)
    opens = bool(timex.text) and timex.start - one.sentence.start < OPENING
    has_verb = any(parse.tags[k] in _TENSED or parse.deps[k] in _SUBJECTS for k in range(first, end))
    # Parsers miss a verb in `Near Zell, 75 lorries collided on Monday`; a lead that gives no day must have one by both.
    has_verb = has_verb or (bool(timex.text) and bool(one.cut.finite))
    return text.endswith(".") and not opens and not has_verb


def _with_parts(reading: SurfaceReading, one: Chosen, told: Sequence[EventMention]) -> SurfaceReading:
    """The reading with who takes part and where, as the parser's mention of it tells."""
    chosen = _mention(one, told)
    if chosen is None:
        return reading
    where = Span(chosen.place.start, chosen.place.end) if chosen.place else None
    return dataclasses.replace(reading, roles=_roles(one, chosen, told), where=where)


def _roles(one: Chosen, chosen: EventMention, told: Iterable[EventMention]) -> tuple[Span, ...]:
    """Who and what takes part in the events of a sentence that have the day of the chosen one."""
    same = (m for m in told if one.sentence.holds(m.span) and (m is chosen or (m.date and m.date == chosen.date)))
    return tuple(sorted({Span(p.start, p.end) for mention in same for p in mention.participants}))


def _mention(one: Chosen, told: Iterable[EventMention]) -> EventMention | None:
    """The mention that is dated to the reading's days: of several in its sentence the surface's, else the nearest."""
    timex = one.reading.timex
    if timex.first is None or timex.last is None:
        return None
    if not timex.text:
        # What gives no day is read for its verb.
        return next((mention for mention in told if mention.span == one.reading.trigger), None)
    when = When(timex.value, timex.first, timex.last)
    dated = [mention for mention in told if one.sentence.holds(mention.span) and mention.date == when]
    return min(dated, key=lambda m: (m.span != one.reading.trigger, abs(m.start - timex.start)), default=None)


def _led_to(mention: EventMention | None, told: Iterable[EventMention], parse: Parse) -> EventMention | None:
    """What somebody plans or hopes to do, of a verb that tells that he does: `the union hopes to meet the mayor`."""
    if mention is None or mention.status is not Status.ONGOING:
        return mention
    verb = bisect_left(parse.starts, mention.start)
    goals = {parse.starts[k] for k in parse.children[verb] if parse.deps[k] == "xcomp" and parse.tags[k] == "VB"}
    return next((one for one in told if one.start in goals and one.status in PLANNED), mention)


def _joined(one: Chosen, parsed: EventMention | None, acts: Mapping[Span, str | None]) -> SurfaceReading:
    """The reading with the parser's word; `acts` are the cues of acts of speaking, with who speaks."""
    if parsed is None:
        return one.reading
    status = of_both(one.reading, parsed.status, parsed.span, one.article.published, is_conditional=_is_open(one))
    if status is Status.SCHEDULED and not one.reading.timex.text:
        status = Status.EXPECTED
    # The day is then that of the governing verb, and what is said is only what it governs.
    governed = status is Status.HAPPENED and parsed.status is not status
    said_by = one.reading.said_by if governed else _speaker(one, parsed.said_by or acts.get(parsed.span))
    return dataclasses.replace(one.reading, trigger=parsed.span, status=status, said_by=said_by)


def _by_its_verb(one: Chosen, parse: Parse) -> SurfaceReading:
    """The reading with the status that the verb has on which a date hangs, where no event is told: `he was in Zell`.

    Of a date that marks out the verb's subject (`Sunday's show was the last`), where that verb tells what has been.
    """
    timex, published = one.reading.timex, one.article.published
    above = governor(parse, timex.start, timex.end)
    if above is None or above.verb is None or parse.tags[above.verb][0] != "V":
        return one.reading
    told = Statuses(parse).of_its_clause(above.verb)
    is_of_subject = above.noun is not None and parse.deps[above.noun] == "nsubj" and told is Status.HAPPENED
    is_planned = one.reading.status in PLANNED and is_ahead(timex, published)
    if (above.noun is not None and not is_of_subject) or (is_planned and told in DONE):
        return one.reading
    verb = Span(parse.starts[above.verb], parse.ends[above.verb])
    status = of_both(one.reading, told, verb, published, is_conditional=_is_open(one))
    return dataclasses.replace(one.reading, status=status)


def _is_open(one: Chosen) -> bool:
    """Whether a sentence asks, or tells of a condition."""
    sentence = one.sentence.of(one.article.text)
    return sentence.rstrip().endswith("?") or bool(lexicon(one.language).status["conditional"].search(sentence))


def _with_role(
    reading: SurfaceReading, one: Chosen, parse: Parse, dated: Dated, voiced: Sequence[Attribution]
) -> SurfaceReading:
    """The reading, and what follows from the role of its date."""
    timex, published = reading.timex, one.article.published
    role, above = dated.role, governor(parse, timex.start, timex.end)
    if role not in BESIDE and (one.reading.is_speech or role is DateRole.SAYING):
        at = (timex.start, timex.end)
        is_said = one.reading.is_speech or is_of_saying(parse, *at) or is_of_speaking(parse, *at)
        role = DateRole.SAYING if is_said and not is_ahead(timex, published) else DateRole.CONTENT
    before = one.article.text[one.sentence.start : timex.start]
    is_plan = is_ahead(timex, published) or bool(lexicon(one.language).status["planned_for"].search(before))
    denied_plan = reading.status is Status.DENIED and is_plan and not is_before_it(parse, timex.start, timex.end)
    is_told_of = reading.status in TURNED or denied_plan
    if role in BESIDE and is_told_of:
        # What becomes of a plan is what the sentence tells.
        role = DateRole.CONTENT
    if role in BESIDE:
        cut = side_clause(parse, timex.start, timex.end)
        clause = cut.words if cut is not None else _short_of_several(parse, timex)
        is_aim = is_ahead(timex, published) and is_aimed_at(parse, timex.start, timex.end)
        if clause is not None and (is_aim or _tells_what_will_be(one, parse, clause)):
            clause = None
        return dataclasses.replace(
            reading,
            passage=clause or one.sentence,
            joint=cut.joint if cut is not None and clause is not None else None,
            status=status_told_beside(reading, parse, published),
            said_by=reading.said_by
            if is_of_saying(parse, timex.start, timex.end)
            else speaker_of(parse, voiced, clause or one.sentence, above and above.verb) or one.cut.goes_on,
            is_speech=False,
            role=role,
            tells=tells(dated, has_clause=clause is not None),
            in_passing=clause is None or _is_in_passing(parse, clause, reading),
        )
    told = status_of_saying(parse, timex, published) if role is DateRole.SAYING else reading.status
    status = agreed(told, timex, published)
    is_whole = reading.passage == one.sentence
    passage = reading.passage if is_whole else main_clause(parse, timex.start, timex.end) or one.sentence
    return dataclasses.replace(
        reading,
        passage=passage,
        status=status,
        said_by=reading.said_by or speaker_of(parse, voiced, passage, above and above.verb),
        role=role,
        was_planned=reading.was_planned or was_planned(reading.status, timex, published),
        tells=tells(dated, has_clause=True),
        in_passing=_is_in_passing(parse, passage, reading),
    )


def _is_in_passing(parse: Parse, passage: Span, reading: SurfaceReading) -> bool:
    """Whether a passage tells something else than what was on the days of its time expression.

    What became of a plan is what it tells, if only by the way: `put off the trip that was planned for Monday`.
    """
    at = (reading.timex.start, reading.timex.end)
    is_beside = reading.status not in TURNED and is_of_clause_beside(parse, *at, passage)
    return is_beside or is_in_passing(parse, *at, passage, reading.trigger)


def _tells_what_will_be(one: Chosen, parse: Parse, clause: Span) -> bool:
    """Whether words that hold a date that is past tell what will be: `that the 2008 coach will be sold`."""
    timex, published = one.reading.timex, one.article.published
    above = governor(parse, timex.start, timex.end)
    is_past = published is not None and timex.last is not None and timex.last < published
    if not is_past or above is None or above.verb is None or not is_of_the_future(parse, timex.start, timex.end):
        return False
    return clause.start <= parse.starts[above.verb] < clause.end


def _short_of_several(parse: Parse, timex: Timex) -> Span | None:
    """The one of several joined sentences that holds a date beside what it tells, where it is short."""
    if is_before_it(parse, timex.start, timex.end):
        return None
    joined = main_clause(parse, timex.start, timex.end)
    return joined if joined is not None and joined.of(parse.text).count(" ") < _SHORT else None


def _speaker(one: Chosen, parsed: str | None) -> str | None:
    """The parser's speaker; the surface's where only that hears a statement, or where it has more of the words."""
    surface = one.reading
    if parsed is None:
        return surface.said_by if surface.is_speech else one.cut.goes_on
    if surface.said_by and (
        _without_article(one.language, surface.said_by).startswith(_without_article(one.language, parsed))
        or lexicon(one.language).possessive.match(parsed)
        or surface.said_by.endswith(f"-{parsed}")
    ):
        return surface.said_by
    return parsed


def _without_article(language: Language, speaker: str) -> str:
    """A speaker in lower case without the article of a definite noun."""
    first, _, rest = speaker.casefold().partition(" ")
    return rest if rest and first in grammar(language).the else speaker.casefold()
