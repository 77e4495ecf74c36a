"""Stories as a stream: which articles tell one story, against what people said, beside a TF-IDF single pass.

    python benchmarks/stories.py [--without NAME,…] [--baseline] [--set FILE]

Three streams (`../shared/corpora/stories/stream`, whose README has the protocol): `short`, stories of full text told by
several outlets; `all`, these and topics that last for months; `headlines`. Sorted by day, one pass, each decision
final; scored at the end over all articles: BCubed and pairwise precision, recall, F1 (Bagga and Baldwin 1998; Amigó et
al. 2009), and how many stories. Then the same with the periodic look, taken as an archive takes it; and both in other
orders, shuffled within each day and with a tenth of the articles up to a week late, each as the mean of some orders
and its distance from the order of the stream. `--baseline` prints the single pass at each of its thresholds, of which
the best counts. ECB+ tells how many pairs of events of one kind are put together that should stay apart. `--set` reads
the stream of Miranda et al. (EMNLP 2018), a list of {`id`, `date`, `lang`, `title`, `text`, `cluster`}: published on
its English test part are, in BCubed F1, newsLens 89.8 (Laban and Hearst 2017), Miranda 92.4 (2018), Linger 93.9 (Linger
and Hajaiej 2020), Staykovski 94.4 (2019), Saravanakumar 94.8 (2021), all from second hand. `--without` leaves out
stories whose name begins so.
"""

import argparse
import datetime as dt
import json
import math
import random
import statistics
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, zip_longest
from pathlib import Path
from typing import Any, NamedTuple

from dateline.languages import named
from dateline.model import Article
from dateline.reading.article import read_article
from dateline.stories.features import Features, features_of
from dateline.stories.looking import look
from dateline.stories.stream import Stream
from dateline.text.words import content_words

CORPORA = Path(__file__).resolve().parents[2] / "shared" / "corpora"
ENGLISH = named("en")
STREAMS = ("short", "all", "headlines")
# Orders of each kind of which the mean is told: where one story is a third of all, one order differs from another by
# several hundredths.
ORDERS = 5
# Articles between two looks: those of a batch of an archive.
LOOKED_EVERY = 100
HOW = (("", False), (" with looks", True))
THRESHOLDS = (0.02, 0.04, 0.06, 0.08, 0.1, 0.15, 0.2, 0.25, 0.3)


@dataclass(frozen=True, slots=True)
class Told:
    """An article, with the story that people put it to."""

    story: str
    features: Features
    words: tuple[str, ...]
    """All its words, for the single pass."""


class Score(NamedTuple):
    """How well stories were found: shares of 1, and their number."""

    precision: float
    recall: float
    f1: float
    pair_precision: float
    pair_recall: float
    pair_f1: float
    stories: int

    def __str__(self) -> str:
        bcubed, pairs = (" ".join(f"{100 * value:5.1f}" for value in self[at : at + 3]) for at in (0, 3))
        return f"BCubed {bcubed}   pairs {pairs}   stories {self.stories}"


def scored(gold: Sequence[object], found: Sequence[object]) -> Score:
    """BCubed and pairwise precision, recall and F1."""
    both, of_gold, of_found = Counter(zip(gold, found, strict=True)), Counter(gold), Counter(found)
    precision = sum(n * n / of_found[f] for (_, f), n in both.items()) / len(gold)
    recall = sum(n * n / of_gold[g] for (g, _), n in both.items()) / len(gold)
    right, are, should = (sum(n * (n - 1) // 2 for n in counts.values()) for counts in (both, of_found, of_gold))
    of_pairs, of_all = (right / are if are else 1.0), (right / should if should else 1.0)
    return Score(precision, recall, _f1(precision, recall), of_pairs, of_all, _f1(of_pairs, of_all), len(of_found))


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def streams(without: Sequence[str] = ()) -> dict[str, list[Told]]:
    """The three streams, in order of day and id."""
    short = [one for name in ("newscluster", "newswcl50") for one in _corpus(CORPORA / "stories" / name, None)]
    topics = [
        one for folder in sorted((CORPORA / "tls" / "t17").iterdir()) for one in _corpus(folder, f"t17/{folder.name}")
    ]
    heads = list(_corpus(CORPORA / "stories" / "stream", None, "headlines."))
    kept = {"short": short, "all": short + topics, "headlines": heads}
    leave = tuple(without)
    return {
        name: sorted((t for t in told if not (leave and t.story.startswith(leave))), key=_place)
        for name, told in kept.items()
    }


def _place(told: Told) -> tuple[int, str]:
    return told.features.day or 0, told.features.article


def _corpus(folder: Path, topic: str | None, prefix: str = "") -> Iterator[Told]:
    """The dated articles of a folder with their stories: those of its gold, or the folder itself."""
    story = {} if topic else {row["id"]: row["story"] for row in _rows(folder / f"{prefix}gold.jsonl")}
    for row in _rows(folder / f"{prefix}articles.jsonl"):
        if row.get("published") and row.get("text"):
            yield told(row, topic or story[row["id"]], row["published"][:10])


def miranda(path: Path) -> list[Told]:
    """The English articles of the stream of Miranda et al."""
    rows = [row for row in json.loads(path.read_text("utf-8")) if row.get("lang", "eng").startswith("en")]
    rows.sort(key=lambda row: (row["date"], row["id"]))
    return [told(row, str(row["cluster"]), row["date"][:10]) for row in rows]


def told(row: dict[str, Any], story: str, day: str | None) -> Told:
    """An article of a corpus, read."""
    article = Article(
        id=str(row["id"]),
        text=row["text"],
        title=row.get("title"),
        published=dt.date.fromisoformat(day) if day else None,
        url=row.get("url"),
        language="en",
    )
    words = tuple(content_words(ENGLISH, f"{article.title or ''}\n{article.text}"))
    return Told(story, features_of(read_article(article)), words)


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def clustered(stream: Sequence[Told], looks: bool = False, **options: Any) -> list[int]:
    """The story each article is put to, in one pass; with the periodic look where `looks` says so."""
    pass_ = Stream(ENGLISH, **options)
    found: list[int] = []
    led: dict[int, int] = {}
    for first in range(0, len(stream), LOOKED_EVERY):
        told_on = [pass_.add(told.features).story for told in stream[first : first + LOOKED_EVERY]]
        found += told_on
        if looks:
            led |= {one.gone: one.into for one in look(pass_, set(told_on))}
    return [_led(led, story) for story in found]


def _led(led: Mapping[int, int], story: int) -> int:
    while story in led:
        story = led[story]
    return story


def shuffled(stream: Sequence[Told], seed: int) -> list[Told]:
    """The stream, the articles of each day in another order."""
    chance = random.Random(seed)
    return sorted(stream, key=lambda told: (told.features.day or 0, chance.random()))


def late(stream: Sequence[Told], seed: int) -> list[Told]:
    """The stream, a tenth of its articles up to a week late."""
    chance = random.Random(seed)
    return sorted(
        stream,
        key=lambda told: (told.features.day or 0) + chance.random() + 7 * chance.random() * (chance.random() < 0.1),
    )


def single_pass(stream: Sequence[Told], threshold: float) -> list[int]:
    """The baseline: TF-IDF of all words, the rarity known beforehand, each article put to the nearest sum or apart."""
    counts = [Counter(told.words) for told in stream]
    texts = Counter(word for count in counts for word in count)
    sums: list[dict[str, float]] = []
    lengths: list[float] = []
    holding: dict[str, list[int]] = defaultdict(list)
    found: list[int] = []
    for count in counts:
        vector = {word: (1 + math.log(n)) * math.log(len(stream) / texts[word]) for word, n in count.items()}
        length = math.sqrt(sum(weight * weight for weight in vector.values())) or 1.0
        near: dict[int, float] = defaultdict(float)
        for word, weight in vector.items():
            for story in holding.get(word, ()):
                near[story] += weight / length * sums[story][word]
        best = max(near, key=lambda story: (near[story] / lengths[story], -story), default=None)
        if best is None or near[best] / lengths[best] < threshold:
            best = len(sums)
            sums.append({})
            lengths.append(0.0)
        own = sums[best]
        for word, weight in vector.items():
            if word not in own:
                holding[word].append(best)
            own[word] = own.get(word, 0.0) + weight / length
        lengths[best] = math.sqrt(sum(weight * weight for weight in own.values())) or 1.0
        found.append(best)
    return found


def kin(*parts: str) -> Iterator[list[list[Told]]]:
    """The stories of ECB+ two at a time, both of one kind of event: two quakes, two trials. They have no days."""
    by_topic: dict[str, dict[str, list[Told]]] = defaultdict(lambda: defaultdict(list))
    for part in parts:
        for row in _rows(CORPORA / "events" / "ecbplus" / f"{part}.jsonl"):
            by_topic[row["topic"]][row["subtopic"]].append(told(row, row["subtopic"], None))
    yield from (list(sides.values()) for sides in by_topic.values() if len(sides) == 2)


def apart() -> tuple[int, int]:
    """Of pairs of articles of two ECB+ stories (dev) that are of one kind of event, all, and those put together."""
    every = joined = 0
    for sides in kin("dev"):
        stream = [told for pair in zip_longest(*sides) for told in pair if told]
        found = list(zip(stream, clustered(stream), strict=True))
        for (one, story), (other, there) in combinations(found, 2):
            if one.story != other.story:
                every += 1
                joined += story == there
    return every, joined


def pairs_told() -> tuple[int, int]:
    """The pairs of `pairs.jsonl`, all, and those of which it is told rightly whether they are one story."""
    every = right = 0
    for row in _rows(CORPORA / "stories" / "stream" / "pairs.jsonl"):
        stream = [told({"id": side, **row[side]}, side, None) for side in ("a", "b")]
        one, other = clustered(stream)
        every += 1
        right += (one == other) == row["same_story"]
    return every, right


def figures() -> tuple[dict[str, float], list[Path]] | None:
    """What the gate holds: headlines, which are quick to measure, in several orders: one alone tells little."""
    folder = CORPORA / "stories" / "stream"
    if not folder.is_dir():
        return None
    stream = sorted(_corpus(folder, None, "headlines."), key=_place)
    found = {f"headlines{how}: BCubed F1": statistics.mean(in_orders(stream, looks=looks)) for how, looks in HOW}
    return found, [folder / "headlines.gold.jsonl"]


def in_orders(
    stream: Sequence[Told],
    order: Callable[[Sequence[Told], int], list[Told]] = shuffled,
    *,
    looks: bool = False,
) -> list[float]:
    """BCubed F1, in hundredths, of the stream in other orders, by so many seeds; else shuffled within each day."""
    found = []
    for seed in range(1, ORDERS + 1):
        mixed = order(stream, seed)
        found.append(100 * scored([told.story for told in mixed], clustered(mixed, looks)).f1)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--without", default="", help="leave out stories whose name begins so")
    parser.add_argument("--baseline", action="store_true", help="also the single pass, at each threshold")
    parser.add_argument("--set", type=Path, help="the stream of Miranda et al., as JSON")
    asked = parser.parse_args()
    if asked.set:
        _report(asked.set.name, miranda(asked.set), asked.baseline)
        return
    if not CORPORA.is_dir():
        sys.exit(f"{CORPORA} is not there")
    for name, stream in streams([name for name in asked.without.split(",") if name]).items():
        _report(name, stream, asked.baseline)
    every, right = pairs_told()
    print(f"pairs: {right} of {every} told rightly")
    every, joined = apart()
    print(f"ECB+: {joined} of {every} pairs of one kind of event put together ({100 * joined / every:.1f} %)")


def _report(name: str, stream: Sequence[Told], baseline: bool) -> None:
    gold = [told.story for told in stream]
    print(f"{name}: {len(stream)} articles, {len(set(gold))} stories")
    for how, looks in HOW:
        began = time.process_time()
        in_order = scored(gold, clustered(stream, looks))
        rate = len(stream) / (time.process_time() - began)
        print(f"  {f'one pass{how}':22}{in_order}; {rate:,.0f} articles a second of processor time")
        for mixed, order in (("shuffled within a day", shuffled), ("a tenth a week late", late)):
            orders = in_orders(stream, order, looks=looks)
            mean = statistics.mean(orders)
            spread = f"{mean:5.1f} on average, {min(orders):.1f} to {max(orders):.1f}"
            print(
                f"    {mixed:22}BCubed F1 {spread}; {mean - 100 * in_order.f1:+.1f} to the stream's order", flush=True
            )
    if baseline:
        tried = [(scored(gold, single_pass(stream, threshold)), threshold) for threshold in THRESHOLDS]
        best, threshold = max(tried, key=lambda one: one[0].f1)
        print(f"  {f'single pass at {threshold}':22}{best}", flush=True)


if __name__ == "__main__":
    main()
