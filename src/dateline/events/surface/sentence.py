"""What a sentence tells of a day, by its surface: the passage, its trigger, the status, and who says so.

The layer that always works: the skim uses it, and a timeline made without the parser's model rests on it.
"""

import dataclasses
import datetime as dt
import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from dateline.events.dates.agreement import TURNED, agreed, ahead, status_beside, was_planned
from dateline.events.dates.roles import BESIDE, COMPARED, MODEL, OF_THE_SENTENCE, Dated, DateRole, decide, tells
from dateline.events.dates.surface import features, is_compared, is_direct, side_clause
from dateline.events.parsing.whole import Whole
from dateline.events.surface.article import SurfaceArticle
from dateline.events.surface.clauses import Word, clause_starts, is_finite, span_of
from dateline.events.surface.lexicon import Lexicon, lexicon
from dateline.events.surface.speech import Speech, speeches
from dateline.languages import Language
from dateline.model import Attribution, AttributionKind, EventMention, Span, Status, Timex, When

# Characters of a clause on either side of a time expression that tell its status: no clause of news is longer.
_AROUND = 1_000

Stretch = tuple[str, str]
"""The words of a clause before and after its time expression."""


@dataclass(frozen=True, slots=True)
class SurfaceReading:
    """What a sentence tells of the days that one of its time expressions names."""

    timex: Timex
    passage: Span
    """The clause, or the whole sentence when all of it is about these days."""
    trigger: Span | None
    """The verb that the time expression goes with."""
    status: Status
    said_by: str | None
    is_speech: bool
    """Whether what happened on that day is that something was said."""
    role: DateRole = DateRole.MAIN
    """What these days are the date of."""
    was_planned: bool = False
    """Whether it tells of a plan for days that were past, and not of what became of it."""
    tells: bool = True
    """Whether the passage tells of anything that happened, or is to happen, on these days."""
    roles: tuple[Span, ...] | None = None
    """Who and what takes part in what is dated to these days, as a parser reads it; None where none did."""
    where: Span | None = None
    """Where it takes place, when a parser finds the name."""
    whole: Whole | None = None
    """Where the sentence may begin and end and still be whole, as a parser reads it; None where none did."""
    joint: Span | None = None
    """What of the passage only joins a noun and a clause about it: `, who`; None where a parser finds none."""
    in_passing: bool = False
    """Whether the passage tells something else, and these days are of a noun or a side clause in it: `Rand arrived
    ahead of the vote on Sunday`."""
    left_undone: bool = False
    """Whether a parser reads that somebody did not do something, told as a fact: `Rand did not speak on Sunday`."""
    tree: tuple[str, ...] = ()
    """What the tree above the time expression is like, by names that models know; empty where there is no parse."""


@dataclass(frozen=True)
class SurfaceSentence:
    """A sentence cut into clauses and acts of saying, to be asked about each of its time expressions."""

    article: SurfaceArticle
    sentence: Span
    words: tuple[Word, ...]
    starts: tuple[int, ...]
    speeches: tuple[Speech, ...]
    speakers: tuple[str | None, ...]
    """Who speaks in each of these; None where its words do not tell."""
    timexes: tuple[Timex, ...]

    @property
    def text(self) -> str:
        return self.article.text

    @property
    def language(self) -> Language:
        return self.article.language

    @cached_property
    def goes_on(self) -> str | None:
        """Who says it, where it is a quotation that another sentence tags; None where it has a saying of its own."""
        return None if self.speeches else self.article.goes_on(self.sentence)

    def speaker(self, speech: Speech) -> str | None:
        """Who says so in one of its acts of saying; None where its words do not tell."""
        return self.speakers[self.speeches.index(speech)]

    def clause(self, i: int) -> tuple[int, int]:
        """Indices of the clause that holds word `i`."""
        after = bisect_right(self.starts, i)
        return self.starts[after - 1], self.starts[after] if after < len(self.starts) else len(self.words)

    def index(self, offset: int) -> int:
        """Index of the word at or after an offset into the text."""
        return min(bisect_right(self._ends, offset), len(self.words) - 1)

    @cached_property
    def _ends(self) -> tuple[int, ...]:
        return tuple(word.end for word in self.words)

    @cached_property
    def finite(self) -> tuple[int, ...]:
        """Indices of its finite verbs, in order."""
        lex = lexicon(self.language)
        return tuple(i for i in range(len(self.words)) if is_finite(self.words, i, lex))

    def first_finite(self, start: int, end: int) -> int | None:
        """The first finite verb among its words from `start` to before `end`; None where there is none."""
        after = bisect_left(self.finite, start)
        return self.finite[after] if after < len(self.finite) and self.finite[after] < end else None

    def last_finite(self, start: int, end: int) -> int | None:
        """The last finite verb among its words from `start` to before `end`; None where there is none."""
        before = bisect_left(self.finite, end) - 1
        return self.finite[before] if before >= 0 and self.finite[before] >= start else None

    @cached_property
    def dated(self) -> tuple[int, ...]:
        """Indices of the words at which its time expressions with calendar days stand, in order."""
        return tuple(sorted(self.index(timex.start) for timex in self.timexes if timex.first is not None))

    @cached_property
    def blocks(self) -> tuple[tuple[int, int], ...]:
        """Its clauses as pairs of indices, those that belong to one act of saying joined."""
        return tuple(_blocks(self))


def cut(article: SurfaceArticle, sentence: Span, timexes: Sequence[Timex]) -> SurfaceSentence:
    """Cut a sentence of an article; `timexes` are those that stand in it."""
    lex = lexicon(article.language)
    words = article.words(sentence)
    starts = clause_starts(words, lex)
    acts = speeches(words, starts, timexes, lex)
    # What cannot speak says nothing: a lapse that "claimed its first victim".
    told = [(act, saying.speaker) for act, saying in zip(acts, article.sayings(words, acts), strict=True)]
    said = tuple(act for act, speaker in told if speaker.can_speak)
    speakers = tuple(speaker.told for _, speaker in told if speaker.can_speak)
    return SurfaceSentence(article, sentence, tuple(words), tuple(starts), said, speakers, tuple(timexes))


def read(
    cut_sentence: SurfaceSentence, timex: Timex, published: dt.date | None, dated: Dated | None = None
) -> SurfaceReading:
    """Read what a sentence tells of the days of `timex`, one of its own time expressions with calendar days.

    `dated` is what these days are the date of, where that is known by more than the surface.
    """
    lex = lexicon(cut_sentence.language)
    at = cut_sentence.index(timex.start)
    framing = next((s for s in cut_sentence.speeches if s.frames(at)), None)
    saying = next((s for s in reversed(cut_sentence.speeches) if s.says(at)), None)
    dated = dated or _dated(cut_sentence, timex, published)
    role = _heard(dated.role, framing, saying)
    voice = framing or saying
    passage = _passage(cut_sentence, at, voice)
    effect = lex.speech_effect.get(cut_sentence.words[saying.cue[0]].lower) if saying else None
    if role in BESIDE and not _is_claimed(cut_sentence, timex):
        cut_out = side_clause(cut_sentence, timex)
        clause = cut_out or passage
        reading = _beside(cut_sentence, timex, published, role, clause, effect)
        if saying is not None and clause.holds(_stretch_span(cut_sentence, saying.cue)):
            reading = dataclasses.replace(reading, said_by=cut_sentence.speaker(saying))
        if reading.status not in TURNED:
            return dataclasses.replace(reading, tells=tells(dated, has_clause=True), in_passing=cut_out is None)
        # "The fair that was planned for Monday is off": what becomes of the plan is what the sentence tells.
        role = DateRole.MAIN
    said_by = cut_sentence.speaker(voice) if voice else cut_sentence.goes_on
    if role is DateRole.SAYING and framing is not None:
        cue = cut_sentence.words[framing.cue[0]]
        planned = timex.last is not None and (published is None or timex.last >= published)
        will = planned and lex.status["future"].search(_stretch(cut_sentence, framing.frame))
        status = agreed(Status.SCHEDULED if will else Status.HAPPENED, timex, published)
        return SurfaceReading(timex, passage, Span(cue.start, cue.end), status, said_by, True, role)
    start, end = _own_stretch(cut_sentence, at, saying)
    trigger = _trigger(cut_sentence, at, start, end, lex)
    status = _status(_around(cut_sentence, (start, end), timex), timex, published, effect, lex)
    return SurfaceReading(
        timex,
        passage,
        trigger,
        agreed(status, timex, published),
        said_by,
        False,
        role,
        was_planned(status, timex, published),
        tells(dated, has_clause=True),
    )


def _dated(cut_sentence: SurfaceSentence, timex: Timex, published: dt.date | None) -> Dated:
    if not timex.text:
        return OF_THE_SENTENCE
    if is_compared(cut_sentence, timex):
        return COMPARED
    known = features(cut_sentence, timex, published)
    return decide(cut_sentence.language, MODEL, known, is_direct=is_direct(cut_sentence, timex))


def _heard(role: DateRole, framing: Speech | None, saying: Speech | None) -> DateRole:
    """The role, where an act of saying shows: a date in its words is the saying's, one in what is said is not."""
    if role in BESIDE:
        return role
    if framing is not None:
        return DateRole.SAYING
    return DateRole.CONTENT if saying is not None and role is DateRole.SAYING else role


def _is_claimed(cut_sentence: SurfaceSentence, timex: Timex) -> bool:
    """Whether the sentence says of a clause whether it is so: `it is not true that the dam burst on Monday`.

    Such a clause is beside the sentence's own words, and yet is what it tells of.
    """
    lex = lexicon(cut_sentence.language)
    words = cut_sentence.words
    at = cut_sentence.index(timex.start)
    opener = next((i for i in range(at - 1, -1, -1) if words[i].lower in lex.claiming), None)
    if opener is None:
        return False
    verb = cut_sentence.first_finite(opener + 1, len(words))
    return verb is not None and verb > opener + 1


def _beside(
    cut_sentence: SurfaceSentence,
    timex: Timex,
    published: dt.date | None,
    role: DateRole,
    clause: Span,
    effect: str | None,
) -> SurfaceReading:
    """What a side clause tells, or a noun: in the article's voice, and words of other clauses count nothing."""
    lex = lexicon(cut_sentence.language)
    at = cut_sentence.index(timex.start)
    start, end = _own_stretch(cut_sentence, at, None)
    trigger = _trigger(cut_sentence, at, start, end, lex)
    status = _status(_around(cut_sentence, (start, end), timex), timex, published, effect, lex)
    status = status_beside(status, timex, published)
    return SurfaceReading(timex, clause, trigger, status, cut_sentence.goes_on, False, role)


def attributions(cut_sentence: SurfaceSentence) -> list[Attribution]:
    """The acts of saying in a sentence as stand-off attributions; none where no words tell what is said."""
    found = []
    for speech, speaker in zip(cut_sentence.speeches, cut_sentence.speakers, strict=True):
        content = tuple(_stretch_span(cut_sentence, (first, last)) for first, last in speech.content if first < last)
        if not content:
            continue
        quoted = [bool(re.search(r"[\"“”«»]", span.of(cut_sentence.text))) for span in content]
        wholly = cut_sentence.article.is_quotation(content)
        source = _stretch_span(cut_sentence, speech.source)
        found.append(
            Attribution(
                source=(source,),
                cue=(_stretch_span(cut_sentence, speech.cue),),
                content=content,
                kind=_kind(wholly=wholly, partly=any(quoted)),
                speaker=speaker,
            )
        )
    return found


def _kind(*, wholly: bool, partly: bool) -> AttributionKind:
    if wholly:
        return AttributionKind.DIRECT
    return AttributionKind.MIXED if partly else AttributionKind.INDIRECT


def mention(reading: SurfaceReading, text: str) -> EventMention | None:
    """A reading as an event mention, or None where no trigger shows."""
    if reading.trigger is None:
        return None
    timex = reading.timex
    date = When(timex.value, timex.first, timex.last) if timex.first and timex.last else None
    return EventMention(
        *reading.trigger, reading.trigger.of(text), reading.status, reading.said_by, date, participants=(), place=None
    )


def _stretch_span(cut_sentence: SurfaceSentence, stretch: tuple[int, int]) -> Span:
    return span_of(cut_sentence.words, stretch)


def _stretch(cut_sentence: SurfaceSentence, stretch: tuple[int, int]) -> str:
    return _stretch_span(cut_sentence, stretch).of(cut_sentence.text)


def _around(cut_sentence: SurfaceSentence, stretch: tuple[int, int], timex: Timex) -> Stretch:
    """The words of a stretch before and after a time expression; other time expressions in it are blanked."""
    text, timexes = cut_sentence.text, cut_sentence.timexes
    start, end = _stretch_span(cut_sentence, stretch)
    start, end = max(start, timex.start - _AROUND), min(end, timex.end + _AROUND)
    pieces: list[str] = []
    position = start
    for other in itertools.islice(timexes, bisect_left(timexes, start, key=lambda other: other.start), None):
        if other.end > end:
            break
        pieces += [text[position : other.start], "\0" if other is timex else ""]
        position = other.end
    before, _, after = "".join([*pieces, text[position:end]]).partition("\0")
    return before, after


def _own_stretch(cut_sentence: SurfaceSentence, at: int, saying: Speech | None) -> tuple[int, int]:
    """The clause of word `at`, without the words of other acts of saying in it."""
    start, end = cut_sentence.clause(at)
    if saying:
        content = next((a, b) for a, b in saying.content if a <= at < b)
        start, end = max(start, content[0]), min(end, content[1])
    for speech in cut_sentence.speeches:
        if start < speech.frame[1] <= at:
            start = speech.frame[1]
        if at < speech.frame[0] < end:
            end = speech.frame[0]
    lex = lexicon(cut_sentence.language)
    words = cut_sentence.words
    relative = next((i for i in range(at - 1, start, -1) if words[i].lower in lex.relative), None)
    plan = lex.status["planned_for"].search(cut_sentence.text[words[start].start : words[at].start])
    if relative is not None and not plan and cut_sentence.first_finite(relative + 1, at) is not None:
        before = cut_sentence.text[words[start].start : words[relative].start]
        if not lex.status["withdrawn"].search(before):
            start = relative + 1
    opening = start - 1 if relative is not None and start == relative + 1 else start
    if not plan and words[opening].lower in lex.subject and opening and words[opening - 1].lower == ",":
        # "Aster, who was arrested in 2012, denied it": the clause within commas ends with the second.
        end = next((i for i in range(at, end) if words[i].lower == ","), end)
    return start, end


def _trigger(cut_sentence: SurfaceSentence, at: int, start: int, end: int, lex: Lexicon) -> Span | None:
    """The last finite verb before the time expression in its clause, else the first after it.

    Of a verb with auxiliaries, and of one that is said to be due or likely, it is the last word: `is due to meet`.
    """
    words = cut_sentence.words
    verb = cut_sentence.last_finite(start, at)
    if verb is None:
        verb = cut_sentence.first_finite(at, end)
    if verb is None:
        return None
    if words[verb].lower not in lex.auxiliary:
        return Span(words[verb].start, words[verb].end)
    last = verb
    for i in range(verb + 1, end):
        word = words[i].lower
        leads_on = word in lex.raising and words[min(i + 1, end - 1)].lower == "to"
        if word in lex.within_group or word in lex.auxiliary or leads_on:
            continue
        if _is_verb(words[i], lex):
            last = i
        break
    return Span(words[last].start, words[last].end)


def _is_verb(word: Word, lex: Lexicon) -> bool:
    """Whether a word behind an auxiliary may, by its form, be its verb."""
    return word.text.isalpha() and word.text.islower() and word.lower not in lex.no_verb


def _passage(cut_sentence: SurfaceSentence, at: int, voice: Speech | None) -> Span:
    """The stretch that tells of the days named at word `at`.

    The whole sentence, unless another clause of it dates something else: then only the clauses that belong to these
    days, with who says so, if they can be understood alone.
    """
    indices = cut_sentence.dated
    blocks = cut_sentence.blocks
    own = next(k for k, (a, b) in enumerate(blocks) if a <= at < b)
    if not indices or (blocks[own][0] <= indices[0] and indices[-1] < blocks[own][1]):
        return cut_sentence.sentence
    first, last = blocks[own]
    if voice and not (first <= voice.frame[0] and voice.frame[1] <= last):
        first, last = min(first, voice.frame[0]), max(last, voice.frame[1])
    words = cut_sentence.words
    lex = lexicon(cut_sentence.language)
    while first < at and words[first].lower in lex.alone | lex.after_comma | {",", ";", "—", "–"}:
        first += 1
    if words[first].lower in lex.leaning:
        return cut_sentence.sentence
    while last - 1 > at and words[last - 1].lower in {",", ";", "—", "–"}:
        last -= 1
    return Span(words[first].start, words[last - 1].end)


def _blocks(cut_sentence: SurfaceSentence) -> list[tuple[int, int]]:
    """Clauses, those that belong to one act of saying joined."""
    bounds = [*cut_sentence.starts, len(cut_sentence.words)]
    blocks = list(itertools.pairwise(bounds))
    for speech in cut_sentence.speeches:
        first = min([speech.frame[0], *(a for a, _ in speech.content)])
        last = max([speech.frame[1], *(b for _, b in speech.content)])
        if not speech.content or (last == len(cut_sentence.words) and first == 0):
            continue
        joined = [block for block in blocks if block[0] < last and first < block[1]]
        if len(joined) > 1 and any(speech.frame[0] <= b[0] or b[1] <= speech.frame[1] for b in joined):
            blocks = sorted([b for b in blocks if b not in joined] + [(joined[0][0], joined[-1][1])])
    return blocks


def _status(stretch: Stretch, timex: Timex, published: dt.date | None, effect: str | None, lex: Lexicon) -> Status:
    """The status that the words of a clause give, with the side of publication on which the days lie.

    `effect` is what the verb of saying makes of what is said.
    """
    before, after = stretch
    is_to_come = bool(published and timex.first and timex.first > published)
    past = bool(published and timex.last and timex.last < published)
    clause = f"{before} {after}"

    def has(name: str) -> bool:
        return lex.status[name].search(clause) is not None

    for name in ("cancelled", "postponed", "denied"):
        turn = lex.status[name].search(clause)
        if turn and name == "denied" and lex.status["until"].search(before):
            # What does not begin until a day begins then.
            if past:
                return Status.HAPPENED
            continue
        if turn and name == "denied" and is_to_come and lex.status["not_before"].search(before):
            return Status.EXPECTED
        if turn and name != "denied" and not is_to_come and lex.status["day_of"].search(before[turn.end() :]):
            return Status.HAPPENED
        if turn and name != "denied" and turn.start() >= len(before):
            passive = lex.status["passive"].search(clause[: turn.start()])
            if not passive and not any(lex.status[other].search(before) for other in ("planned_for", "denied")):
                return Status.HAPPENED
        if turn and name == "postponed" and lex.status["until"].search(before):
            return ahead(timex)
        if turn and not (name == "denied" and (has("doubted") or lex.status["planned_for"].search(before))):
            return Status(name)
    if effect == "denied" or (lex.status["planned_for"].search(before) and has("averted")):
        return Status.DENIED
    if has("condition"):
        return Status.UNCERTAIN
    if has("scheduled") or lex.status["planned_for"].search(before):
        return Status.UNCERTAIN if past and not has("future") else Status.SCHEDULED
    if effect:
        return Status(effect)
    if has("doubted"):
        by_then = lex.status["not_before"].search(before) or lex.status["not_until"].search(before)
        return Status.EXPECTED if by_then else Status.UNCERTAIN
    if has("expected") and not (past and not has("future")):
        return Status.EXPECTED
    if has("proposed") and not past:
        return Status.PROPOSED
    if has("uncertain"):
        return Status.UNCERTAIN
    if has("future") or has("future_in_past") or is_to_come:
        return ahead(timex)
    if has("perfect") and lex.status["since"].search(before):
        return Status.ONGOING
    if has("progressive") and not past:
        return Status.ONGOING
    return Status.HAPPENED
