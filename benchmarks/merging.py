"""How the time of merging grows with the pile: tellings of one story grouped into events at 1,000, 10,000 and 100,000
articles. Prints a table; nothing here is a test.

    python benchmarks/merging.py                         ../shared/corpora/tls/t17/bpoil
    python benchmarks/merging.py FOLDER --sizes 1000 10000

A pile is made of the articles of a folder (`articles.jsonl`), again and again, half the words of each copy's passages
replaced at random, its dates kept: every day then holds more and more. Two dated passages of each article are merged,
more than the timeline of a large story takes from them (it merges what it may show). `growth` is the time for a
passage over that of the first size, beside the same for n log n. Seconds are those of the processor.
"""

import argparse
import dataclasses
import math
import resource
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from random import Random

from dateline.languages import named
from dateline.readers import read
from dateline.reading.article import read_article
from dateline.timeline.close.tellings import Telling, close_reading
from dateline.timeline.merge.grouping import merge
from dateline.timeline.select import passages

ENGLISH = named("en")

FOLDER = Path(__file__).resolve().parent.parent.parent / "shared" / "corpora" / "tls" / "t17" / "bpoil"
SIZES = (1_000, 10_000, 100_000)
PASSAGES_AN_ARTICLE = 2
REPLACED = 0.5
# Words that copies get in place of their own: as many as a large story has.
VOCABULARY = 50_000


def told(folder: Path) -> list[list[Telling]]:
    """The first dated passages of each article that has any, read by their surface."""
    articles = read(folder / "articles.jsonl").articles
    found = [list(islice(passages.of(read_article(article)), PASSAGES_AN_ARTICLE)) for article in articles]
    tellings = iter(close_reading([passage for those in found for passage in those]))
    return [list(islice(tellings, len(those))) for those in found if those]


def pile(told_by: Sequence[Sequence[Telling]], size: int) -> Iterator[Telling]:
    """The tellings of so many articles: those given, then copies of them in other words."""
    random = Random(0)
    for number in range(size):
        for telling in told_by[number % len(told_by)]:
            yield telling if number < len(told_by) else _copy(telling, number, random)


def _copy(telling: Telling, number: int, random: Random) -> Telling:
    passage = telling.passage
    article = dataclasses.replace(passage.article, id=f"{passage.article.id}-{number}")
    return dataclasses.replace(
        telling,
        passage=dataclasses.replace(passage, reading=dataclasses.replace(passage.reading, article=article)),
        words=_in_other_words(telling.words, random),
        words_near=_in_other_words(telling.words_near, random),
    )


def _in_other_words(words: frozenset[str], random: Random) -> frozenset[str]:
    return frozenset(
        f"word{random.randrange(VOCABULARY)}" if random.random() < REPLACED else word for word in sorted(words)
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    parser.add_argument("--sizes", nargs="+", type=int, default=SIZES)
    options = parser.parse_args()
    told_by = told(options.folder)
    columns = {"articles": 9, "passages": 10, "events": 9, "seconds": 9, "passages/s": 12, "growth": 8, "n log n": 9}
    print("".join(f"{name:>{width}}" for name, width in columns.items()) + f"{'MB':>7}")
    first: tuple[float, int] | None = None
    for size in options.sizes:
        tellings = list(pile(told_by, size))
        started = time.process_time()
        groups = merge(ENGLISH, tellings)
        seconds = time.process_time() - started
        count = len(tellings)
        first = first or (seconds / count, count)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{size:>9,}{count:>10,}{len(groups):>9,}{seconds:>9.1f}{count / seconds:>12,.0f}"
            f"{seconds / count / first[0]:>8.2f}{math.log(count) / math.log(first[1]):>9.2f}{memory:>7.0f}"
        )


if __name__ == "__main__":
    main()
