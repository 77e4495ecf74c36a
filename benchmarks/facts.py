"""Whether a timeline gives what a careful reader would take from a handful of articles.

    python benchmarks/facts.py                       the shipped examples, and the summit reports where they are at hand
    python benchmarks/facts.py --no-parse            as without the parser
    python benchmarks/facts.py FOLDER --show         another folder that holds an `expected.json`, with what is missing

The keys of `expected.json` are described in `examples/README.md`. A fact is given when an entry covers its anchor with
an evidence span, has its value, and the evidence has its status and its speaker.
"""

import argparse
import datetime as dt
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dateline.model import Article, Changes, Entry, Evidence, Series, Timeline
from dateline.pipeline import changes_of, timeline_of
from dateline.readers import read
from dateline.request import Request

ROOT = Path(__file__).resolve().parent.parent
STORIES = {
    "summit reports": ROOT.parent / "shared" / "reports" / "summit",
    "example summit": ROOT / "examples" / "summit",
    "example storm": ROOT / "examples" / "storm",
}


@dataclass
class Outcome:
    """How much of one kind of expectation was met."""

    met: int = 0
    missing: list[str] = field(default_factory=list)

    @property
    def of(self) -> int:
        return self.met + len(self.missing)

    def note(self, ok: bool, what: str) -> None:
        if ok:
            self.met += 1
        else:
            self.missing.append(what)


@dataclass(frozen=True)
class Story:
    """A folder's articles, what is expected of them, and what came out."""

    expected: dict[str, Any]
    articles: Sequence[Article]
    timeline: Timeline
    parse: bool
    """Whether the parser had its say."""

    def text(self, article: str) -> str:
        return next(a.text for a in reversed(self.articles) if a.id == article)

    def places(self, anchor: str, article: str | None = None) -> list[tuple[str, int, int]]:
        """Where an anchor stands: article id, start, end."""
        return [
            (a.id, a.text.index(anchor), a.text.index(anchor) + len(anchor))
            for a in {a.id: a for a in self.articles}.values()
            if anchor in a.text and article in {None, a.id}
        ]

    def covering(
        self, anchor: str, article: str | None = None, entries: Sequence[Entry] | None = None
    ) -> Iterator[tuple[Entry, Evidence]]:
        places = self.places(anchor, article)
        for entry in self.timeline.entries if entries is None else entries:
            for evidence in entry.passages:
                if any(evidence.article == a and evidence.start < e and s < evidence.end for a, s, e in places):
                    yield entry, evidence


def load(folder: Path, *, parse: bool = True) -> Story:
    """Read a folder that holds `expected.json`, with the articles beside it or in `articles/`."""
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    articles = articles_of(folder)
    return Story(expected, articles, timeline_of(articles, Request(parse=parse)), parse)


def articles_of(folder: Path) -> Sequence[Article]:
    """The articles in `articles/` of a folder, or the text files in the folder itself."""
    articles = folder / "articles"
    reading = read(articles) if articles.is_dir() else read(*sorted(folder.glob("*.txt")))
    if reading.problems:
        raise SystemExit("\n".join(str(problem) for problem in reading.problems))
    return reading.articles


def check(story: Story) -> dict[str, Outcome]:
    """Every kind of expectation of a story, with what was not met."""
    outcomes = {
        "articles": _articles(story),
        "facts": _facts(story),
        "headlines": _headlines(story),
        "not entries": _not_entries(story),
        "one entry": _same_entry(story),
        "entries apart": _different_entries(story),
        "copies": _copies(story),
        "conflicts": _conflicts(story),
        "figures": _figures(story),
    }
    for key in story.expected:
        if key.startswith("changes_since_"):
            outcomes[key.replace("_", " ")] = _changes(story, key)
    return {name: outcome for name, outcome in outcomes.items() if outcome.of}


def _articles(story: Story) -> Outcome:
    outcome = Outcome()
    read_articles = {a.id: a for a in story.articles}
    for identity, wanted in story.expected.get("articles", {}).items():
        article = read_articles.get(identity)
        if article is None:
            outcome.note(False, f"{identity}: not read")
            continue
        got = {
            "published": str(article.published),
            "source": article.source,
            "dateline_place": article.dateline.place if article.dateline else None,
        }
        outcome.note(got == wanted, f"{identity}: {got}, not {wanted}")
    return outcome


def _facts(story: Story) -> Outcome:
    outcome = Outcome()
    finer = {anchor: group["value"] for group in story.expected.get("same_entry", ()) for anchor in group["anchors"]}
    for fact in story.expected["facts"]:
        values = {fact["value"], finer.get(fact["anchor"], fact["value"])}
        found = list(story.covering(fact["anchor"], fact["article"]))
        dated = [evidence for entry, evidence in found if entry.date.value in values]
        ok = any(
            evidence.status == fact["status"]
            and ("said_by" not in fact or same_speaker(evidence.said_by, fact["said_by"]))
            for evidence in dated
        )
        got = [(e.status.value, e.said_by) for e in dated] or [(entry.date.value, "no such date") for entry, _ in found]
        outcome.note(
            ok, f"{fact['value']} {fact['status']} {fact.get('said_by', '')!r} {fact['anchor'][:70]!r}: {got[:3]}"
        )
    return outcome


def _headlines(story: Story) -> Outcome:
    """Whether entries are headed by the passage that tells best what they are."""
    outcome = Outcome()
    for wanted in story.expected.get("headlines", ()):
        places = story.places(wanted["anchor"])
        entries = [entry for entry in story.timeline.entries if entry.date.value == wanted["value"]]
        heads = [entry.evidence[0] for entry in entries]
        ok = any(head.article == a and head.start < e and s < head.end for head in heads for a, s, e in places)
        others = {entry.headline for entry, _ in story.covering(wanted["anchor"], entries=entries)}
        outcome.note(ok, f"{wanted['value']} {wanted['anchor'][:70]!r}: {sorted(others)[:1]}")
    return outcome


def same_speaker(got: str | None, wanted: str) -> bool:
    """Whether two speakers are one by their words; letter case and a leading article do not count."""

    def plain(words: str) -> str:
        return words.casefold().replace("’", "'").removeprefix("the ").removeprefix("a ").removeprefix("an ")

    return got is not None and plain(got) == plain(wanted)


def _not_entries(story: Story) -> Outcome:
    outcome = Outcome()
    for item in story.expected.get("not_entries", ()):
        found = [evidence.exact for _, evidence in story.covering(item["anchor"], item["article"])]
        outcome.note(not found, f"{item['anchor'][:60]!r} ({item['why']}): {found[:1]}")
    return outcome


def _same_entry(story: Story) -> Outcome:
    outcome = Outcome()
    for group in story.expected.get("same_entry", ()):
        sets = [{entry.id for entry, _ in story.covering(anchor)} for anchor in group["anchors"]]
        shared = set.intersection(*sets)
        one = any(entry.id in shared and entry.date.value == group["value"] for entry in story.timeline.entries)
        outcome.note(one, f"{group['value']} {group['why']}: {sets}")
    return outcome


def _different_entries(story: Story) -> Outcome:
    outcome = Outcome()
    for group in story.expected.get("different_entries", ()):
        sets = [
            {entry.id for entry, _ in story.covering(anchor) if entry.date.value == group["value"]}
            for anchor in group["anchors"]
        ]
        apart = all(sets[i].isdisjoint(sets[j]) for i in range(len(sets)) for j in range(i))
        outcome.note(apart, f"{group['value']} {group['why']}: {sets}")
    return outcome


def _copies(story: Story) -> Outcome:
    outcome = Outcome()
    for group in story.expected.get("copies", ()):
        shared = [e for e in story.timeline.entries if {v.article for v in e.evidence} == set(group["articles"])]
        outcome.note(
            bool(shared) and all(entry.sources == 1 for entry in shared),
            f"{group['why']}: {[(e.sources, e.headline) for e in shared][:3]}",
        )
    return outcome


def _conflicts(story: Story) -> Outcome:
    outcome = Outcome()
    for wanted in story.expected.get("conflicts", ()):
        met = any(
            conflict.kind == wanted["kind"]
            and all(
                any(
                    claim.evidence.article == a and claim.evidence.start < e and s < claim.evidence.end
                    for claim in conflict.claims
                    for a, s, e in story.places(side["anchor"])
                )
                for side in wanted["claims"]
            )
            for entry in story.timeline.entries
            for conflict in entry.conflicts
        )
        outcome.note(met, f"{wanted['kind']} {wanted['value']} {wanted['why']}")
    return outcome


def _figures(story: Story) -> Outcome:
    """The points of each series expected, as far as the series that has most of them gives them."""
    outcome = Outcome()
    for wanted in story.expected.get("figures", ()):
        given = max((_points_given(story, wanted, one) for one in story.timeline.series), key=sum, default=[])
        for point, ok in zip(wanted["points"], given or [False] * len(wanted["points"]), strict=True):
            outcome.note(ok, f"{wanted['counts']}: {point['as_of']} {point['value']} {point['anchor']!r}")
    return outcome


def _points_given(story: Story, wanted: dict[str, Any], series: Series) -> list[bool]:
    return [
        any(
            (own.as_of, own.value, own.mod) == (point["as_of"], point["value"], point.get("mod"))
            and own.evidence.article == article
            and own.evidence.start < end
            and start < own.evidence.end
            for own in series.points
            for article, start, end in story.places(point["anchor"])
        )
        for point in wanted["points"]
    ]


def _changes(story: Story, key: str) -> Outcome:
    outcome = Outcome()
    since = dt.date.fromisoformat(key.removeprefix("changes_since_"))
    changes: Changes = changes_of(story.articles, since, Request(parse=story.parse))
    for wanted in story.expected[key]:
        places = story.places(wanted["anchor"])
        found = [
            (change.kind.value, change.date.value)
            for change in changes.changes
            for evidence in (change.after or change.before or change).evidence
            if any(evidence.article == a and evidence.start < e and s < evidence.end for a, s, e in places)
        ]
        outcome.note((wanted["kind"], wanted["value"]) in found, f"{wanted['kind']} {wanted['value']}: {found}")
    return outcome


def figures(name: str) -> tuple[dict[str, float], list[Path]] | None:
    """How many expectations of a story are met, by kind, with the gold they rest on; None when it is not at hand.

    Each with the parser and by the surface alone.
    """
    folder = STORIES[name]
    if not folder.is_dir():
        return None
    met = {what: float(outcome.met) for what, outcome in check(load(folder)).items()}
    met |= {f"{what}, no parser": outcome.met for what, outcome in check(load(folder, parse=False)).items()}
    return met, [folder / "expected.json"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="*", type=Path, help="folders with an expected.json")
    parser.add_argument("--show", action="store_true", help="print what is missing")
    parser.add_argument("--no-parse", action="store_true", help="by the surface alone, as without the parser")
    arguments = parser.parse_args()
    stories = {str(path): path for path in arguments.folder} or {
        name: path for name, path in STORIES.items() if path.is_dir()
    }
    for name, folder in stories.items():
        outcomes = check(load(folder, parse=not arguments.no_parse))
        print(name)
        for what, outcome in outcomes.items():
            print(f"  {what:28} {outcome.met:3} of {outcome.of:3}")
            if arguments.show:
                for line in outcome.missing:
                    print(f"      {line}")
    sys.exit()


if __name__ == "__main__":
    main()
