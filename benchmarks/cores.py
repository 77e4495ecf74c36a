"""How often what a merged event rests on tells one happening: by a reader's judgements of merged lines.

    python benchmarks/cores.py [--show]

`benchmarks/judged/happenings.jsonl` has a merged line a row, of stories under `../shared/corpora`: its `passages`, each
an article's id and the offset of the time expression that dates it, and the numbers of the `other` ones, which tell
another happening than the rest or only name it. Printed is how many lines hold such a passage before they are parted
into what they rest on and what is further, how many do after, and how many of the rest's passages are called further
by mistake. Needs the parser.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dateline.events.parsing import parser
from dateline.readers import read
from dateline.reading.article import ArticleReading, read_article
from dateline.timeline.close.tellings import Telling, close_reading
from dateline.timeline.merge.cores import with_cores
from dateline.timeline.select import passages
from dateline.timeline.select.events import Event

ROOT = Path(__file__).resolve().parent.parent
CORPORA = ROOT.parent / "shared" / "corpora"
JUDGEMENTS = Path(__file__).resolve().parent / "judged" / "happenings.jsonl"


@dataclass(frozen=True)
class Line:
    """A merged line as a reader judged it."""

    group: Sequence[Telling]
    other: frozenset[int]
    """The numbers of the tellings that tell another happening."""


def lines() -> Iterator[Line]:
    """The judged lines, as far as their articles are at hand and their passages still dated."""
    for row in map(json.loads, JUDGEMENTS.read_text(encoding="utf-8").splitlines()):
        articles = _articles(row["corpus"])
        known = [(tuple(place), n in row["other"]) for n, place in enumerate(row["passages"]) if place[0] in articles]
        wanted = {place for place, _ in known}
        found = [
            passage
            for name in dict.fromkeys(place[0] for place, _ in known)
            for passage in passages.of(articles[name])
            if (name, passage.timex.start) in wanted
        ]
        tellings = {(t.article.id, t.passage.timex.start): t for t in close_reading(found, parser.parser_of)}
        judged = [(tellings[place], is_other) for place, is_other in known if place in tellings]
        judged.sort(key=lambda pair: (str(pair[0].article.published), pair[0].passage.timex.start))
        if len(judged) > 1 and not all(is_other for _, is_other in judged):
            yield Line([t for t, _ in judged], frozenset(n for n, (_, is_other) in enumerate(judged) if is_other))


@cache
def _articles(corpus: str) -> dict[str, ArticleReading]:
    path = CORPORA / corpus
    wanted = {
        place[0]
        for row in map(json.loads, JUDGEMENTS.read_text(encoding="utf-8").splitlines())
        if row["corpus"] == corpus
        for place in row["passages"]
    }
    found = read(path).articles if path.exists() else ()
    return {article.id: read_article(article) for article in found if article.id in wanted}


def main() -> None:
    command = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    command.add_argument("--show", action="store_true", help="print what is parted wrongly")
    options = command.parse_args()
    judged = mixed = left = same = parted = 0
    for line in lines():
        rest = [telling for event in with_cores([Event(line.group, None)])[:1] for telling in event.tellings]
        held = {telling.passage.key for telling in rest}
        wrong = [t for n, t in enumerate(line.group) if n in line.other and t.passage.key in held and len(rest) > 1]
        lost = [t for n, t in enumerate(line.group) if n not in line.other and t.passage.key not in held]
        judged, mixed, left = judged + 1, mixed + bool(line.other), left + bool(wrong)
        same, parted = same + len(line.group) - len(line.other), parted + len(lost)
        if options.show and (wrong or lost):
            print(f"\n{rest[0].passage.date.value} {' '.join(rest[0].exact.split())}")
            for sign, those in (("another happening", wrong), ("called further", lost)):
                for telling in those:
                    print(f"    {sign}: {' '.join(telling.exact.split())}")
    if not judged:
        print(f"cores: NOT RUN, there are no stories under {CORPORA}")
        return
    print(f"{judged} merged lines, {mixed} of them with a passage that tells another happening")
    print(f"lines that rest on one all the same: {left}, {100 * left / judged:.1f} %")
    print(f"passages of the happening called further: {parted} of {same}, {100 * parted / same:.1f} %")


if __name__ == "__main__":
    main()
