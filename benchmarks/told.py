"""How well events, statuses, participants, places and dates are read from news in the style of Wikinews.

    python benchmarks/told.py [--errors] [--surface] [NAME …]

The gold is `benchmarks/told/*.txt`: 38 short articles, own writing with invented facts, marked before they were read by
the program. The first line is the day of publication, then comes the text, in which every event's trigger is followed
by its status in braces; behind a line `--`, for some triggers (`trigger#n`: the nth with that word), who takes part, in
which role, where and when; `date=-` says that the event has no date.
"""

import argparse
import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from dateline.events.parsing import parser
from dateline.languages import named
from dateline.model import Article, EventMention, Span, Status
from dateline.pipeline import annotate
from dateline.request import Request
from status import status_class

ENGLISH = named("en")

FOLDER = Path(__file__).resolve().parent / "told"

_MARK = re.compile(r"([\w’'-]+)\{(\w+)\}")
# Two stretches are the same participant when they share half of their words.
_ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class Telling:
    """A gold article."""

    article: Article
    statuses: Mapping[Span, str]
    """The status of each trigger."""
    details: Mapping[Span, Mapping[str, str]]
    """For some triggers: participants by role, `place` and `date`."""


def read(path: Path) -> Telling:
    """A gold article from its file."""
    published, _, rest = path.read_text("utf-8").partition("\n")
    marked, _, rows = rest.partition("\n--\n")
    text, statuses, position = "", {}, 0
    for mark in _MARK.finditer(marked):
        text += marked[position : mark.end(1)]
        statuses[Span(len(text) - len(mark[1]), len(text))] = mark[2]
        position = mark.end()
    text += marked[position:]
    details = {}
    for row in rows.strip().splitlines():
        trigger, _, values = row.partition(": ")
        word, _, number = trigger.partition("#")
        same = [span for span in statuses if span.of(text) == word]
        details[same[int(number or 1) - 1]] = dict(value.strip().split("=", 1) for value in values.split(";"))
    return Telling(Article(path.stem, text.strip(), dt.date.fromisoformat(published)), statuses, details)


def tellings(names: Iterable[str] = ()) -> list[Telling]:
    """The gold articles, all or those of these names."""
    chosen = set(names)
    return [read(path) for path in sorted(FOLDER.glob("*.txt")) if not chosen or path.stem in chosen]


@dataclass(slots=True)
class Tally:
    """What was right, of how many."""

    right: int = 0
    of: int = 0

    def note(self, is_right: bool) -> None:
        self.right += is_right
        self.of += 1

    @property
    def share(self) -> float:
        return 100 * self.right / max(1, self.of)


def check(gold: Iterable[Telling], *, parse: bool = True, show: bool = False) -> dict[str, Tally]:
    """The figures: right ones of how many."""
    kept = list(gold)
    tallies = {
        name: Tally()
        for name in (
            "triggers: recall",
            "triggers: precision",
            "status",
            "status, three classes",
            "found with its status",
            "participants",
            "places",
            "dates",
        )
    }
    annotations = annotate((telling.article for telling in kept), ("events",), Request(parse=parse))
    for telling, annotation in zip(kept, annotations, strict=True):
        ours: dict[Span, EventMention] = {}
        for mention in annotation.events or ():
            ours.setdefault(mention.span, mention)
        for problem in _compare(telling, ours, tallies):
            if show:
                print(f"{telling.article.id:16} {problem}")
    return tallies


def _compare(telling: Telling, ours: Mapping[Span, EventMention], tallies: Mapping[str, Tally]) -> Iterator[str]:
    """Count what is right, and tell what is not."""
    text = telling.article.text
    for span in ours:
        tallies["triggers: precision"].note(span in telling.statuses)
        if span not in telling.statuses:
            yield f"spurious  {_shown(text, span)}"
    for span, status in telling.statuses.items():
        mention = ours.get(span)
        tallies["triggers: recall"].note(mention is not None)
        tallies["found with its status"].note(mention is not None and mention.status == status)
        if mention is None:
            yield f"missed    {_shown(text, span)}"
            continue
        tallies["status"].note(mention.status == status)
        tallies["status, three classes"].note(status_class(mention.status) == status_class(Status(status)))
        if mention.status != status:
            yield f"status    {status} read as {mention.status}: {_shown(text, span)}"
    for span, details in telling.details.items():
        mention = ours.get(span)
        if mention is None:
            continue
        for role, value in details.items():
            told = _told(mention, role)
            is_right = value in told if role == "date" else any(_alike(value, one) for one in told)
            kind = {"place": "places", "date": "dates"}.get(role, "participants")
            tallies[kind].note(is_right)
            if not is_right:
                yield f"{role:9} {value} read as {told}: {_shown(text, span)}"


def _told(mention: EventMention, role: str) -> list[str]:
    if role == "date":
        # The part of the day is left to the tagger's own benchmark.
        return [mention.date.value.partition("T")[0] if mention.date else "-"]
    if role == "place":
        return [mention.place.text] if mention.place else []
    return [taking.text for taking in mention.participants if taking.role == role]


def _alike(one: str, other: str) -> bool:
    mine, theirs = Counter(one.lower().split()), Counter(other.lower().split())
    return (mine & theirs).total() >= _ALIKE * (mine | theirs).total()


def _shown(text: str, span: Span) -> str:
    """The sentence of a trigger, with the trigger in brackets."""
    start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    end = len(text) if end < 0 else end
    return f"{text[start : span.start]}[{span.of(text)}]{text[span.end : end]}"


def figures() -> tuple[dict[str, float], list[Path]] | None:
    """For the gate: the figures with their files; None when the parser is not at hand."""
    if not parser.installed(ENGLISH):
        return None
    return {name: tally.share for name, tally in check(tellings()).items()}, sorted(FOLDER.glob("*.txt"))


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("names", nargs="*", help="only these articles")
    arguments.add_argument("--errors", action="store_true", help="show what is not right")
    arguments.add_argument("--surface", action="store_true", help="without the parser")
    chosen = arguments.parse_args()
    tallies = check(tellings(chosen.names), parse=not chosen.surface, show=chosen.errors)
    for name, tally in tallies.items():
        print(f"{name:24} {tally.share:6.1f}   {tally.right} of {tally.of}")


if __name__ == "__main__":
    main()
