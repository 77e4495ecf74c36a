"""Drafts the `expected.json` of a folder of articles from what Dateline makes of them, for a person to correct.

    python benchmarks/draft_expected.py examples/ferry --since 2021-05-04 > examples/ferry/expected.json

Every line says what comes out today, right or wrong: strike what no careful reader would take from the articles, mend
values, statuses and speakers, and add what is missing. `examples/README.md` describes the keys; the `why` of each item
is for you to write. Then `python benchmarks/facts.py FOLDER --show` says what of it Dateline gives.
"""

import argparse
import datetime as dt
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import facts
from dateline import Article, Changes, Entry, Evidence, Timeline, annotate, changes_of, timeline_of

ABOUT = (
    "What a careful reader would take from the articles of this folder. An anchor is a passage of one article, "
    "character for character. The keys, and when a timeline gives what they say, are described in examples/README.md."
)
WHY = "TO WRITE"
# The words of a passage that an anchor is cut to, when so few of them occur once in the article.
SHORTEST = 6


def drafted(articles: Sequence[Article], days: Sequence[dt.date] = ()) -> dict[str, Any]:
    """What `expected.json` would hold if all that comes out were right; changes since each of `days`."""
    by_id = {article.id: article for article in articles}
    timeline = timeline_of(articles)
    draft: dict[str, Any] = {
        "about": ABOUT,
        "articles": {article.id: _article(article) for article in by_id.values()},
        "facts": list(_facts(timeline, by_id)),
        "headlines": [
            {"value": entry.date.value, "anchor": _anchor(entry.evidence[0], by_id)} for entry in timeline.entries
        ],
        "not_entries": list(_not_entries(list(by_id.values()))),
        "same_entry": [
            {"why": WHY, "value": entry.date.value, "anchors": _anchors(entry, by_id)}
            for entry in timeline.entries
            if len(_anchors(entry, by_id)) > 1
        ],
        "different_entries": list(_different_entries(timeline, by_id)),
        "conflicts": list(_conflicts(timeline, by_id)),
        "figures": list(_figures(timeline, by_id)),
    }
    for day in days:
        draft[f"changes_since_{day}"] = list(_changes(changes_of(articles, day), by_id))
    return draft


def _article(article: Article) -> dict[str, Any]:
    return {
        "published": str(article.published),
        "source": article.source,
        "dateline_place": article.dateline.place if article.dateline else None,
    }


def _anchor(passage: Evidence, by_id: Mapping[str, Article]) -> str:
    """The first words of a passage that occur once in its article: the whole of it when fewer do not."""
    text = by_id[passage.article].text
    words = passage.exact.split(" ")
    for count in range(min(SHORTEST, len(words)), len(words)):
        start = " ".join(words[:count])
        if text.count(start) == 1:
            return start
    return passage.exact


def _anchors(entry: Entry, by_id: Mapping[str, Article]) -> list[str]:
    return list(dict.fromkeys(_anchor(passage, by_id) for passage in entry.evidence))


def _said_by(passage: Evidence) -> dict[str, str]:
    return {"said_by": passage.said_by} if passage.said_by else {}


def _facts(timeline: Timeline, by_id: Mapping[str, Article]) -> Iterator[dict[str, Any]]:
    """By article, in text order, as a reader meets them."""
    order = list(by_id)
    told = [(passage, entry) for entry in timeline.entries for passage in entry.evidence]
    for passage, entry in sorted(told, key=lambda pair: (order.index(pair[0].article), pair[0].start)):
        yield {
            "article": passage.article,
            "anchor": _anchor(passage, by_id),
            "value": passage.date or entry.date.value,
            "status": passage.status.value,
            **_said_by(passage),
        }


def _not_entries(articles: Sequence[Article]) -> Iterator[dict[str, str]]:
    for article, annotation in zip(articles, annotate(articles, ["times"]), strict=True):
        for skip in annotation.skipped:
            yield {"article": article.id, "anchor": article.text[skip.start : skip.end].strip(), "why": skip.why.value}


def _different_entries(timeline: Timeline, by_id: Mapping[str, Article]) -> Iterator[dict[str, Any]]:
    for value, entries in groupby(timeline.entries, key=lambda entry: entry.date.value):
        anchors = [_anchor(entry.evidence[0], by_id) for entry in entries]
        if len(anchors) > 1:
            yield {"why": WHY, "value": value, "anchors": anchors}


def _conflicts(timeline: Timeline, by_id: Mapping[str, Article]) -> Iterator[dict[str, Any]]:
    for entry in timeline.entries:
        for conflict in entry.conflicts:
            claims = [
                {"value": claim.value, "anchor": _anchor(claim.evidence, by_id), **_said_by(claim.evidence)}
                for claim in conflict.claims
            ]
            yield {"kind": conflict.kind.value, "value": entry.date.value, "why": WHY, "claims": claims}


def _figures(timeline: Timeline, by_id: Mapping[str, Article]) -> Iterator[dict[str, Any]]:
    for series in timeline.series:
        points = [
            {
                "as_of": point.as_of,
                "value": point.value,
                **({"mod": point.mod} if point.mod else {}),
                "anchor": _anchor(point.evidence, by_id),
                **_said_by(point.evidence),
            }
            for point in series.points
        ]
        yield {"counts": series.counts, "points": points}


def _changes(changes: Changes, by_id: Mapping[str, Article]) -> Iterator[dict[str, str]]:
    for change in changes.changes:
        told = change.after or change.before
        if told:
            anchor = _anchor(told.evidence[0], by_id)
            yield {"kind": change.kind.value, "value": change.date.value, "anchor": anchor, "why": WHY}


def written(draft: Mapping[str, Any]) -> str:
    """The draft as JSON, an item a line."""

    def line(value: object) -> str:
        return json.dumps(value, ensure_ascii=False)

    parts = []
    for key, value in draft.items():
        if isinstance(value, dict):
            rows = ",\n".join(f"    {line(name)}: {line(item)}" for name, item in value.items())
            parts.append(f"  {line(key)}: {{\n{rows}\n  }}")
        elif isinstance(value, list) and value:
            rows = ",\n".join(f"    {line(item)}" for item in value)
            parts.append(f"  {line(key)}: [\n{rows}\n  ]")
        elif value:
            parts.append(f"  {line(key)}: {line(value)}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="a folder of articles, or one that holds them in `articles`")
    parser.add_argument(
        "--since", type=dt.date.fromisoformat, action="append", default=[], help="changes since the end of a day, too"
    )
    asked = parser.parse_args()
    sys.stdout.write(written(drafted(facts.articles_of(asked.folder), asked.since)))


if __name__ == "__main__":
    main()
