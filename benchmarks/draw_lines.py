"""Draw lines of timelines for a reader who has not seen the code: sheets to judge, and the articles to judge them by.

    python benchmarks/draw_lines.py STORY.jsonl… -o FOLDER     120 lines of these stories, drawn with a fixed seed
    python benchmarks/draw_lines.py … --lines 60 --seed 4      fewer, or others

A story is a file of articles; its timeline is made with the defaults, as JSON. At least six lines of each story are
drawn, the rest in proportion to how many lines a story has. FOLDER gets, for each story, its articles, its timeline and
a sheet: each drawn line with its passages in their context and the other lines of its day, then what rests on
several passages, then the heads of the key lines. What a reader finds is kept in `judged/`, counted by `readings.py`.
The sheets hold the articles' words: they stay outside the repository.
"""

import argparse
import json
import random
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from dateline.languages import named
from dateline.model import Article
from dateline.readers import read
from dateline.text.sentences import split

LEAST = 6
BEFORE = 110
"""Characters before a passage's sentence that are shown."""

# The exit status of a command that left out some articles.
_LEFT_OUT = 1

Line = Mapping[str, Any]


def shares(sizes: Sequence[int], number: int) -> list[int]:
    """How many lines of each story are drawn: at least `LEAST`, if there are so many, and in proportion."""
    total = sum(sizes)
    return [min(size, max(LEAST, round(number * size / total))) for size in sizes]


def timeline_of(path: Path, to: Path) -> Line:
    """The timeline of a story as a user gets it; articles that cannot be read are left out of it."""
    command = [sys.executable, "-m", "dateline", "timeline", str(path), "-q", "-f", "json", "-o", str(to)]
    if subprocess.run(command, check=False).returncode > _LEFT_OUT:
        raise SystemExit(f"{path} gives no timeline")
    made: Line = json.loads(to.read_text(encoding="utf-8"))
    return made


def passage(evidence: Line, articles: Mapping[str, Article]) -> str:
    """A passage between brackets, in its sentences and what stands before them."""
    article = articles[evidence["article"]]
    text, start, end = article.text, evidence["start"], evidence["end"]
    around = [span for span in split(named("en"), text) if span.start < end and start < span.end]
    first, last = min(start, around[0].start), max(end, around[-1].end)
    said = f"; said by {evidence['said_by']}" if evidence.get("said_by") else ""
    shown = f"{text[max(0, first - BEFORE) : start]}[[{text[start:end]}]]{text[end:last]}"
    return (
        f"    - {article.source or '?'}, {article.published} ({article.id}; {evidence['status']}{said}): {_flat(shown)}"
    )


def _flat(text: str) -> str:
    return " ".join(text.split())


def shown(number: str, line: Line, articles: Mapping[str, Article]) -> Iterator[str]:
    """A line as it is judged."""
    date = line["date"]
    yield f"{number} [{line['id']}] {date['value']} ({date['basis']}) {line['status']} {line['level']}"
    yield f"  HEAD: {line['headline']}"
    if meaning := line.get("meaning"):
        yield f"  where {meaning['words']!r} means {meaning['name']}"
    if context := line.get("context"):
        yield f"  beside it: {_flat(context['exact'])}"
    if about := line.get("about"):
        yield f"  about: {about}"
    yield f"  who: {', '.join(line['participants'])}; where: {', '.join(place['name'] for place in line['places'])}"
    yield from (passage(evidence, articles) for evidence in line["evidence"])


def sheet(name: str, lines: Sequence[Line], drawn: Sequence[Line], articles: Mapping[str, Article]) -> Iterator[str]:
    """What a reader gets of one story."""
    yield f"# {name}: {len(articles)} articles, {len(lines)} lines, {len(drawn)} drawn\n\n## Drawn lines\n"
    for number, line in enumerate(drawn, start=1):
        yield from shown(f"D{number}", line, articles)
        others = [o["headline"] for o in lines if o["date"]["value"] == line["date"]["value"] and o is not line]
        yield "  other lines of this date: " + (" | ".join(others[:12]) or "none") + "\n"
    yield "\n## All lines that rest on several passages\n"
    for number, line in enumerate((line for line in lines if len(line["evidence"]) > 1), start=1):
        yield from shown(f"M{number}", line, articles)
    yield "\n## Key lines\n"
    yield from (f"  {line['date']['value']} {line['headline']}" for line in lines if line["level"] == "key")


def main() -> None:
    command = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    command.add_argument("stories", nargs="+", type=Path, metavar="STORY.jsonl")
    command.add_argument("-o", "--output", type=Path, required=True, metavar="FOLDER")
    command.add_argument("--lines", type=int, default=120)
    command.add_argument("--seed", type=int, default=1)
    asked = command.parse_args()
    asked.output.mkdir(parents=True, exist_ok=True)
    made = [timeline_of(path, asked.output / f"{path.stem}.timeline.json")["entries"] for path in asked.stories]
    chance = random.Random(asked.seed)
    for path, lines, number in zip(asked.stories, made, shares([len(one) for one in made], asked.lines), strict=True):
        articles = {article.id: article for article in read(path).articles}
        drawn = chance.sample(lines, number)
        to = asked.output / f"{path.stem}.sheet.txt"
        to.write_text("\n".join(sheet(path.stem, lines, drawn, articles)) + "\n", encoding="utf-8")
        whole = (f"=== {a.id} {a.source} {a.published}\n{a.title or ''}\n{a.text}\n" for a in articles.values())
        (asked.output / f"{path.stem}.articles.txt").write_text("\n".join(whole), encoding="utf-8")
        print(f"{path.stem}: {number} of {len(lines)} lines, {sum(len(line['evidence']) > 1 for line in lines)} merged")


if __name__ == "__main__":
    main()
