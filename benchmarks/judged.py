"""How often merged entries are truly one event, and how often one event stands twice on a date: by readers' judgements.

    python benchmarks/judged.py [--show] [SET …]

`benchmarks/judged/events.jsonl` has a line for each story that was read, of our examples and of the files under
`../shared/corpora`: its `set`, its `articles` by their ids, and the `events` that the reader found. A passage is named
by the number of its article and the offset of the time expression that dates it; `either_way` are pairs that may be
judged one event or two. The furniture of pages was left out; no text is kept. The weights of merging are fitted on
these judgements: what stories that were never seen would give is printed by `train_merging.py --held-out`.

Two passages of one sentence are never taken for a mistake: a reader sees one. Passages that were not judged, because
the tagger finds them since, are counted and left out. Needs the parser.
"""

import argparse
import itertools
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from dateline.events.parsing import parser
from dateline.languages import named
from dateline.model import Article
from dateline.readers import read
from dateline.reading.article import read_article
from dateline.timeline.changes.versions import readable
from dateline.timeline.close.tellings import Telling, close_reading
from dateline.timeline.describe.standing import standing
from dateline.timeline.merge.grouping import merge
from dateline.timeline.merge.likeness import Model
from dateline.timeline.select import passages

ENGLISH = named("en")

ROOT = Path(__file__).resolve().parent.parent
CORPORA = ROOT.parent / "shared" / "corpora"
CLUSTERS = ("first ten", "second ten", "the other eleven", "newswcl50")
"""The sets whose articles are of one news story each."""
JUDGEMENTS = Path(__file__).resolve().parent / "judged" / "events.jsonl"


Passage = tuple[str, int]
"""An article's id, and the offset of the time expression that dates a passage of it."""


@dataclass(frozen=True)
class Story:
    """A story as a reader judged it."""

    name: str
    set: str
    event_of: Mapping[Passage, int]
    """The number of the event of each passage that was judged."""
    either_way: frozenset[frozenset[Passage]]
    tellings: Sequence[Telling]
    """What its articles tell, as a small story's timeline reads it, date by date."""

    def is_judged(self, telling: Telling) -> bool:
        """Whether the reader said what a telling tells."""
        return key(telling) in self.event_of

    def is_one(self, one: Telling, other: Telling) -> bool | None:
        """Whether two tellings are of one event; None where either answer is right."""
        if frozenset((key(one), key(other))) in self.either_way:
            return None
        return self.event_of[key(one)] == self.event_of[key(other)]


def key(telling: Telling) -> Passage:
    """What a telling was judged as."""
    return (telling.article.id, telling.passage.timex.start)


def stories(sets: Iterable[str] = (), *, is_parsed: bool = True) -> Iterator[Story]:
    """The judged stories of some sets, of all where none is named; without those whose articles are not at hand."""
    wanted = set(sets)
    for line in JUDGEMENTS.read_text(encoding="utf-8").splitlines():
        judged = json.loads(line)
        articles = _articles(judged) if not wanted or judged["set"] in wanted else ()
        if articles:
            yield Story(
                judged["story"],
                judged["set"],
                {
                    _passage(words, judged["articles"]): number
                    for number, event in enumerate(judged["events"])
                    for words in event
                },
                frozenset(
                    frozenset(_passage(words, judged["articles"]) for words in pair) for pair in judged["either_way"]
                ),
                _tellings(articles, parser.parser_of if is_parsed else None),
            )


def _passage(words: str, articles: Sequence[str]) -> Passage:
    number, _, offset = words.partition(":")
    return (articles[int(number)], int(offset))


def _articles(judged: Mapping[str, Any]) -> Sequence[Article]:
    """The articles of a story, in order of publication; none when they are not at hand."""
    if not judged["corpus"]:
        return readable(read(ROOT / "examples" / judged["story"] / "articles").articles, None)
    known = _corpus(CORPORA / judged["corpus"])
    return readable([known[name] for name in judged["articles"]], None) if known else ()


@cache
def _corpus(path: Path) -> Mapping[str, Article]:
    return {article.id: article for article in read(path).articles} if path.exists() else {}


def _tellings(articles: Sequence[Article], parsers: parser.Parsers | None) -> Sequence[Telling]:
    found = [passage for article in articles for passage in passages.of(read_article(article))]
    dated = passages.by_value(passages.first_told(found)).values()
    return close_reading([passage for those in dated for passage in those], parsers)


def count(story: Story, model: Model | None = None, *, show: bool = False) -> Counter[str]:
    """Merged entries and pairs of entries of one date, and how many of these the reader judged wrong."""
    counts: Counter[str] = Counter()
    entries = []
    for group in merge(ENGLISH, story.tellings, model):
        judged = [telling for telling in group if story.is_judged(telling)]
        counts["not judged"] += len(group) - len(judged)
        if judged:
            entries.append(judged)
    for entry in entries:
        if len(entry) > 1:
            apart = [pair for pair in itertools.combinations(entry, 2) if _is_mistaken(story, *pair)]
            counts["merged"] += 1
            counts["merged wrongly"] += bool(apart)
            if apart and show:
                _print(f"two events, {story.name}", apart[0])
    dated: dict[str, list[list[Telling]]] = {}
    for entry in entries:
        dated.setdefault(standing(entry).date.value, []).append(entry)
    for those in dated.values():
        for one, other in itertools.combinations(those, 2):
            twice = [pair for pair in itertools.product(one, other) if story.is_one(*pair)]
            counts["pairs"] += 1
            counts["told twice"] += bool(twice)
            if twice and show:
                _print(f"one event twice, {story.name}", twice[0])
    return counts


def _is_mistaken(story: Story, one: Telling, other: Telling) -> bool:
    one_sentence = (one.article.id, one.passage.sentence) == (other.article.id, other.passage.sentence)
    return not one_sentence and story.is_one(one, other) is False


def _print(what: str, pair: tuple[Telling, Telling]) -> None:
    print(what)
    for telling in pair:
        print(f"    {telling.passage.date.value}  {' '.join(telling.exact.split())}")


def figures() -> tuple[dict[str, float], list[Path]] | None:
    """For the gate, over the news clusters: both shares in percent, larger being better; None when not at hand."""
    articles = [CORPORA / "stories" / name / "articles.jsonl" for name in ("newscluster", "newswcl50")]
    if not (all(path.exists() for path in articles) and parser.installed(ENGLISH)):
        return None
    counts = sum(map(count, stories(CLUSTERS)), Counter[str]())
    return shares(counts), [JUDGEMENTS, *articles]


def shares(counts: Counter[str]) -> dict[str, float]:
    """Both shares that were counted right, in percent."""
    return {
        "merged entries of one event": 100 * (1 - counts["merged wrongly"] / max(1, counts["merged"])),
        "pairs of one date not told twice": 100 * (1 - counts["told twice"] / max(1, counts["pairs"])),
    }


def print_counts(by_set: Mapping[str, Counter[str]]) -> None:
    """One line a set."""
    print(f"{'':20}{'merged, one event':>24}{'pairs of one date told twice':>34}{'not judged':>14}")
    for name, counts in by_set.items():
        right = counts["merged"] - counts["merged wrongly"]
        one, once = shares(counts).values()
        merged = f"{right} of {counts['merged']}, {one:.1f} %"
        twice = f"{counts['told twice']} of {counts['pairs']}, {100 - once:.1f} %"
        print(f"{name:20}{merged:>24}{twice:>34}{counts['not judged']:>14}")


def main() -> None:
    command = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    command.add_argument("sets", nargs="*", metavar="SET", help="only these, such as 'first ten'")
    command.add_argument("--show", action="store_true", help="print what was judged wrong")
    options = command.parse_args()
    by_set: dict[str, Counter[str]] = {}
    for story in stories(options.sets):
        by_set.setdefault(story.set, Counter()).update(count(story, show=options.show))
    print_counts(by_set)


if __name__ == "__main__":
    main()
