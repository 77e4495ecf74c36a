"""Whether each passage can have its status on its date: nothing ahead has happened, nothing past is planned.

    python benchmarks/agreement.py [--no-parse] [SET …]

The sets are those of `../shared/corpora`: `newscluster`, `newswcl50`, `t17`, `entities`. Prints what does not agree,
and how many passages were looked at. Exit status 1 where anything does not agree.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from dateline import timeline_of
from dateline.events.dates.agreement import DONE, PLANNED
from dateline.model import Article, Timeline
from dateline.readers import read
from dateline.reading.entry_dates import date_of
from dateline.request import Request

CORPORA = Path(__file__).resolve().parents[2] / "shared" / "corpora"
CLUSTERS = ("newscluster", "newswcl50")
PILES = ("t17", "entities")


def stories(wanted: Sequence[str]) -> Iterator[tuple[str, list[Article]]]:
    """The stories of some sets, by name."""
    for name in wanted:
        if name in PILES:
            for path in sorted((CORPORA / "tls" / name).glob("*/articles.jsonl")):
                yield path.parent.name, list(read(path).articles)
            continue
        folder = CORPORA / "stories" / name
        if not folder.exists():
            continue
        of = {row["id"]: row["story"] for row in map(json.loads, (folder / "gold.jsonl").open(encoding="utf-8"))}
        by_story: dict[str, list[Article]] = {}
        for article in read(folder / "articles.jsonl").articles:
            if article.id in of:
                by_story.setdefault(of[article.id], []).append(article)
        yield from sorted(by_story.items())


def disagreeing(timeline: Timeline, articles: Sequence[Article]) -> Iterator[str]:
    """What does not agree in a timeline, one line each."""
    published = {article.id: article.published for article in articles}
    for entry in timeline.entries:
        if entry.date.last < entry.date.first:
            yield f"{entry.date.value} ends before it begins: {entry.headline}"
        for evidence in entry.evidence:
            told, date = published[evidence.article], date_of(evidence.date or "")
            if told is None or date is None:
                continue
            is_ahead, is_past = date.first > told, date.last < told
            if (is_ahead and evidence.status in DONE) or (is_past and evidence.status in PLANNED):
                yield f"{evidence.date} {evidence.status}, told on {told}: {' '.join(evidence.exact.split())}"


def main() -> None:
    command = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    command.add_argument("sets", nargs="*", metavar="SET", default=[*CLUSTERS, *PILES], help="only these")
    command.add_argument("--no-parse", action="store_true", help="by the surface alone, as without the parser")
    options = command.parse_args()
    looked_at = wrong = 0
    for name, articles in stories(options.sets):
        timeline = timeline_of(articles, Request(parse=False if options.no_parse else None))
        looked_at += sum(len(entry.evidence) for entry in timeline.entries)
        for line in disagreeing(timeline, articles):
            wrong += 1
            print(f"{name}: {line}")
    print(f"{wrong} of {looked_at} passages do not agree with their date")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
