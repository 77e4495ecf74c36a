"""What must hold of whatever comes out, on any input; each that does not is a `Fault` by name.

No step may end in an error that is not ours to raise, take more time than its text warrants, or give a passage that is
not the article's. What is written must be readable for those who read the format (`read_back.py`).
"""

import itertools
import re
import signal
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from types import FrameType
from typing import Any, TypeVar

from dateline import (
    Annotation,
    Article,
    Changes,
    Diary,
    InputError,
    NothingToRead,
    Request,
    Status,
    Timeline,
    UnforeseenFault,
    annotate,
    changes_of,
    diary_of,
    read,
    timeline_of,
    write,
)
from dateline.languages import available, tell
from dateline.text.characters import encodable
from dateline.timeline.describe.heads import LEFT_OUT
from dateline.writers import FORMATS
from rough.making import Case
from rough.read_back import READ_BACK, WIDTH, holds

T = TypeVar("T")

# Seconds of processor time that a step may take: so many whatever the text, and so many for a kilobyte of it. A usual
# kilobyte takes 0.01 s on the slowest machine tried, with the parser 0.1 s.
SECONDS, SECONDS_A_KB = 1.0, 0.15
# The same with the parser, whose time is not ours.
PARSED_SECONDS, PARSED_SECONDS_A_KB = 3.0, 0.5
# Where a step is broken off, in multiples of what it may take.
PATIENCE = 10
# How many of its formats each timeline is written in; over many inputs all have their turn.
WRITTEN = 2
# A line of a stack trace that is of ours.
_OWN_FRAME = re.compile(r'/dateline/([\w/]+\.py)", line \d+, in (\S+)')


@dataclass(frozen=True)
class Fault:
    """Something that does not hold."""

    check: str
    """What was being done: `timeline`, `write html`."""
    what: str
    """What went wrong, in words that are the same for inputs of one cause."""
    told: str = ""
    """What this input in particular shows."""

    @property
    def cause(self) -> str:
        """One name for faults that one mend would end: an error is the same wherever it comes up."""
        return self.what if self.what.startswith("error ") else f"{self.check}: {self.what}"


@dataclass(frozen=True)
class Outcome:
    """What came of one input."""

    faults: tuple[Fault, ...]
    kilobytes: float
    seconds: float
    """Processor time of the steps that have a bound, without the parser."""


# What is told of a step that ends, but later than its bound.
TOO_LONG = "took longer than its text warrants"


class TookTooLong(BaseException):
    """Raised into a step that takes many times what it may; no handler of ordinary errors catches it."""


def check(case: Case) -> Outcome:
    """Put an input through everything and say what does not hold."""
    run = _Run(case)
    faults = tuple(run.faults())
    return Outcome(faults, run.kilobytes, run.seconds)


class _Run:
    """One input on its way through the library."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.articles: Sequence[Article] = case.articles
        self.kilobytes = 0.0
        self.seconds = 0.0
        self.found: list[Fault] = []
        self.random = Random(case.draw)

    def faults(self) -> Iterator[Fault]:
        self._read()
        self.kilobytes = sum(len(article.text.encode("utf-8", "replace")) for article in self.articles) / 1024
        # One in a language without analysis, or with half a character, is left out by name, as it should be.
        self.articles = [article for article in self.articles if _is_read(article)]
        if self.articles:
            self._annotations(parse=False)
            timeline = self._timeline(parse=False)
            # Both follow the story through the same steps.
            self.random.choice((self._changes, self._diary))()
            self._written("write articles jsonl", "jsonl", self.articles, self.articles)
            if timeline and self.random.random() < 0.1:
                self._again(timeline)
            if self.case.parse:
                self._annotations(parse=True)
                self._timeline(parse=True)
        return iter(dict.fromkeys(self.found))

    def _step(self, name: str, work: Callable[[], T], *, parse: bool = False, bounded: bool = True) -> T | None:
        """Do a step; None when it failed, which is noted."""
        fixed, per_kb = (PARSED_SECONDS, PARSED_SECONDS_A_KB) if parse else (SECONDS, SECONDS_A_KB)
        bound = fixed + per_kb * self.kilobytes
        started = time.process_time()
        try:
            with _broken_off_after(PATIENCE * bound):
                done = work()
        except KeyboardInterrupt:
            raise
        except NothingToRead:
            return None
        except TookTooLong as error:
            told = f"more than {PATIENCE * bound:.1f} s"
            self.found.append(Fault(name, f"error TookTooLong in {_where(error).partition('.py')[0]}", told))
            return None
        except AssertionError as error:
            self.found.append(Fault(name, *_split(str(error))))
            return None
        except BaseException as error:  # a panic of a compiled library is no Exception
            self.found.append(Fault(name, f"error {type(error).__name__} in {_where(error)}", str(error)[:200]))
            return None
        spent = time.process_time() - started
        if bounded and not parse:
            self.seconds += spent
        if bounded and spent > bound:
            self.found.append(Fault(name, TOO_LONG, f"{spent:.2f} s for {self.kilobytes:.1f} KB"))
        return done

    def _read(self) -> None:
        if self.case.file is None:
            return
        name, content = self.case.file
        self.kilobytes = len(content) / 1024
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / name
            path.write_bytes(content)
            reading = self._step("read", lambda: read(path, undated=True))
        if reading is not None:
            self.articles = reading.articles
            for problem in reading.problems:
                self._left_out("read", problem)

    def _request(self, name: str, *, parse: bool) -> Request:
        return Request(parse=parse, processes=1, problem=lambda problem: self._left_out(name, problem))

    def _left_out(self, name: str, problem: InputError) -> None:
        """An article may be left out for what it is, and not for a fault of ours."""
        if isinstance(problem, UnforeseenFault):
            error = problem.problem.partition(", ")[2].partition(":")[0]
            *_, (module, function) = _OWN_FRAME.findall(problem.trace) or [("", "the check itself")]
            self.found.append(Fault(name, f"error {error} in {module} {function}", problem.problem[:200]))

    def _annotations(self, *, parse: bool) -> None:
        name = "annotate, parsed" if parse else "annotate"
        request = self._request(name, parse=parse)
        made = self._step(name, lambda: list(annotate(self.articles, request=request)), parse=parse)
        if made is None or self.found:
            return
        self._step(f"{name}, checked", lambda: _sound_annotations(made, self.articles), bounded=False)
        for annotation, article in zip(made[:1], self.articles, strict=False):
            form = self.random.choice(FORMATS["annotations"])
            self._written(f"{name} {form}", form, [annotation], (article,))

    def _timeline(self, *, parse: bool) -> Timeline | None:
        name = "timeline, parsed" if parse else "timeline"
        timeline = self._step(name, lambda: timeline_of(self.articles, self._request(name, parse=parse)), parse=parse)
        if timeline is None:
            return None
        self._step(f"{name}, checked", lambda: _sound_timeline(timeline, self.articles), bounded=False)
        for form in self.random.sample(FORMATS["timeline"], WRITTEN):
            self._written(f"write {form}", form, timeline, self.articles)
        return timeline

    def _changes(self) -> None:
        def made() -> Changes:
            return changes_of(self.articles, self.case.since, self._request("changes", parse=False))

        changes = self._step("changes", made)
        if changes is None:
            return
        self._step("changes, checked", lambda: _sound_changes(changes, self.articles), bounded=False)
        for form in self.random.sample(FORMATS["changes"], 1):
            self._written(f"write changes {form}", form, changes, self.articles)

    def _diary(self) -> None:
        def made() -> Diary:
            return diary_of(self.articles, request=self._request("diary", parse=False))

        diary = self._step("diary", made)
        if diary is None:
            return
        self._step("diary, checked", lambda: _sound_diary(diary, self.articles), bounded=False)
        for form in self.random.sample(FORMATS["diary"], 1):
            self._written(f"write diary {form}", form, diary, self.articles)

    def _again(self, timeline: Timeline) -> None:
        """The same articles, in another order and twice, give the same bytes."""

        def same() -> None:
            turned = list(self.articles)
            self.random.shuffle(turned)
            again = timeline_of([*turned, *self.articles], self._request("timeline again", parse=False))
            assert write(again, "json") == write(timeline, "json"), (
                "the order of the articles, or twice the same, shows"
            )

        # Versions of one id that nothing tells apart have no order but that in which they came.
        if len({(article.id, article.available) for article in self.articles}) == len(self.articles):
            self._step("timeline again", same, bounded=False)

    def _written(self, name: str, form: str, result: Any, articles: Sequence[Article]) -> None:
        def checked() -> None:
            text = write(result, form, articles=articles, width=WIDTH)
            READ_BACK[form](text, result, articles)

        self._step(name, checked, bounded=False)


def _split(message: str) -> tuple[str, str]:
    """A message's part before the colon, which names the cause, and what this input shows."""
    cause, _, shown = message.partition(": ")
    return cause, shown


def _where(error: BaseException) -> str:
    """The innermost function of ours that an error came through."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "/dateline/" in frame.filename]
    if not frames:
        return "the check itself"
    return f"{frames[-1].filename.rpartition('/dateline/')[2]} {frames[-1].name}"


@contextmanager
def _broken_off_after(seconds: float) -> Iterator[None]:
    """Raise TookTooLong in the block when it has taken so many seconds of processor time."""

    def stop(_: int, __: FrameType | None) -> None:
        raise TookTooLong

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


# What must hold of results.


def _sound_annotations(annotations: Sequence[Annotation], articles: Sequence[Article]) -> None:
    holds(len(annotations) == len(articles), "not one annotation an article")
    for annotation, article in zip(annotations, articles, strict=True):
        text = article.text
        for layer in ("timexes", "events", "names"):
            end = 0
            for item in getattr(annotation, layer):
                holds(text[item.start : item.end] == item.text, f"a span of {layer} is not its text", item)
                holds(item.start < item.end, f"an empty span in {layer}", item)
                holds(layer == "events" or end <= item.start, f"{layer} out of order", item)
                end = item.end
        for timex in annotation.timexes or ():
            holds((timex.first is None) == (timex.last is None), "a time has one end", timex)
            holds(timex.first is None or timex.last is None or timex.first <= timex.last, "a time ends early", timex)
        for event in annotation.events or ():
            for part in (*event.participants, event.place):
                holds(
                    part is None or text[part.start : part.end] == part.text,
                    "a participant or place is not its text",
                    part,
                )
        for attribution in annotation.attributions or ():
            holds(attribution.cue and attribution.content, "an attribution without cue or content", attribution)
            for span in (*attribution.source, *attribution.cue, *attribution.content):
                holds(0 <= span.start < span.end <= len(text), "a span of an attribution is empty or outside", span)
        for one, other in itertools.pairwise(annotation.skipped):
            holds(one.end <= other.start, "what is skipped overlaps", (one, other))
        for skip in annotation.skipped:
            holds(0 <= skip.start < skip.end <= len(text), "what is skipped is empty or outside", skip)


def _sound_evidence(passages: Sequence[Any], articles: Sequence[Article]) -> None:
    for passage in passages:
        texts = [article.text for article in articles if article.id == passage.article]
        holds(
            any(text[passage.start : passage.end] == passage.exact for text in texts) and passage.exact,
            "evidence is not its article's text",
            passage,
        )


def _has_in_order(passage: str, pieces: Sequence[str]) -> bool:
    """Whether a passage has all the pieces of a headline, one behind the other, of which some words were left out."""
    at = 0
    for piece in pieces:
        found = passage.find(piece.strip(), at)
        if found < 0:
            return False
        at = found + len(piece.strip())
    return True


def _sound_timeline(timeline: Timeline, articles: Sequence[Article]) -> None:
    ids = [entry.id for entry in timeline.entries]
    holds(len(set(ids)) == len(ids), "two entries have one id")
    for entry in timeline.entries:
        holds(entry.evidence, "an entry without evidence", entry.headline)
        _sound_evidence(entry.evidence, articles)
        _sound_evidence([claim.evidence for conflict in entry.conflicts for claim in conflict.claims], articles)
        holds(entry.date.first <= entry.date.last, "a date ends before it begins", entry.date)
        holds(0 <= entry.importance <= 1, "importance is not from 0 to 1", entry.importance)
        holds(entry.headline.strip(), "an entry without headline", entry.evidence[0].exact)
        folded = [" ".join(passage.exact.split()) for passage in entry.evidence]
        is_told = any(_has_in_order(passage, entry.headline.split(LEFT_OUT)) for passage in folded)
        holds(is_told, "the headline is no evidence's", entry.headline)
        for passage in entry.evidence:
            days = [a.available for a in articles if a.id == passage.article and a.available]
            ahead = days and entry.date.first > max(days)
            happened = passage.status in {Status.HAPPENED, Status.ONGOING}
            holds(not (ahead and happened and passage.date is None), "what lies ahead has happened", passage)
    dates = [(entry.date.first, -entry.date.last.toordinal()) for entry in timeline.entries]
    holds(dates == sorted(dates), "entries out of order")
    _sound_evidence([point.evidence for series in timeline.series for point in series.points], articles)
    _sound_evidence([mention for entity in timeline.entities for mention in entity.mentions], articles)


def _sound_changes(changes: Changes, articles: Sequence[Article]) -> None:
    for change in changes.changes:
        holds(change.before or change.after, "a change of nothing", change)
        _sound_evidence(change.evidence, articles)


def _sound_diary(diary: Diary, articles: Sequence[Article]) -> None:
    days = [(period.since, period.until) for period in diary.periods]
    holds(days == sorted(days), "periods out of order", days)
    for period in diary.periods:
        _sound_changes(period, articles)


def _is_read(article: Article) -> bool:
    """Whether an article is analysed: it is in a language that is there, and whatever is shown of it can be written."""
    shown = (article.id, article.text, article.source, article.title, article.url, article.byline)
    whole = all(words is None or words == encodable(words) for words in shown)
    return whole and tell(article.language, article.text).tag in available()
