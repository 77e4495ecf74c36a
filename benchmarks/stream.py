"""How fast stories and archives are as they grow: a made-up stream of any length.

    python benchmarks/stream.py [10000 …] [--add] [--search] [--archive news.db]
    python benchmarks/stream.py --story ../shared/corpora/tls/t17/bpoil

Stories come up, are told for some days by several outlets and end, as in news; their words are made up, some common to
all, some of the story alone. For each length: articles put to stories a second (once their features are there, one
process), at the beginning and at the end, places of the index looked at, and memory. `--add` adds the stream to an
archive instead, reading and index included, in as many processes as there are cores; `--search` then asks it 200
queries of three kinds, and prints the time that passed and that of the processor. The archive is thrown away, but one
that `--archive` names is kept and searched again the next time. `--story` puts all articles of a corpus but the last
five into one story, and measures what each of these costs: added, and the timeline again. The load of the machine is
printed beside every figure.
"""

import argparse
import datetime as dt
import multiprocessing
import os
import random
import re
import resource
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from pathlib import Path

from dateline.archive import open as open_archive
from dateline.languages import named
from dateline.model import Article
from dateline.readers import read
from dateline.request import Request
from dateline.stories.features import NAME, Features, emphasis, points
from dateline.stories.stream import Stream
from dateline.text.copies import signature
from dateline.text.words import content_words

FIRST = dt.date(2020, 1, 1)
# Articles of one day, days a story is told, and articles of a story, on average.
A_DAY = 200
DAYS = 6
PER_STORY = 8
# Common words, and the made-up words and names of one story.
COMMON = 3_000
OWN = 25
SYLLABLES = ("ka", "lo", "mi", "ren", "dor", "tas", "vel", "su", "bra", "nin", "gor", "pet", "hal", "ost", "fer", "ulm")
# Articles over which the cost is measured.
WINDOW = 2_000
# The article with which the cost of later ones is compared.
EARLY = 10_000
# Articles that are added one by one to a long story.
MORE = 5
ENGLISH = named("en")
# A name of the stream in its text.
NAMED = re.compile(r"\bof ([A-Z][a-z]+(?: [A-Z][a-z]+)*)")


def made_up(number: int, seed: int = 1) -> Iterator[dict[str, str]]:
    """So many articles in the native format, in order of publication, the same ones each time."""
    chance = random.Random(seed)
    common = [_word(chance) for _ in range(COMMON)]
    alive: list[tuple[int, int, list[str], list[str]]] = []
    for count in range(number):
        day = count // A_DAY
        if not alive or chance.random() < 1 / PER_STORY:
            names = [" ".join(_word(chance).capitalize() for _ in range(chance.randint(1, 2))) for _ in range(6)]
            alive.append((count, day + chance.randint(1, 2 * DAYS), names, [_word(chance) for _ in range(OWN)]))
        alive = [story for story in alive if story[1] >= day] or alive[-1:]
        story, _, names, own = chance.choice(alive)
        sentences = []
        for _ in range(chance.randint(8, 14)):
            words = [chance.choice(own if chance.random() < 0.3 else common) for _ in range(12)]
            at = chance.randint(1, 10)
            sentences.append(f"The {' '.join(words[:at])} of {chance.choice(names)} {' '.join(words[at:])} on Monday.")
        yield {
            "id": f"{count:08}",
            "published": (FIRST + dt.timedelta(day)).isoformat(),
            "title": f"{chance.choice(names)} {chance.choice(own)} {chance.choice(own)} {chance.choice(common)}",
            "source": f"Outlet {chance.randint(1, 40)}",
            "language": "en",
            "text": f"{' '.join(sentences)} Story {story} goes on.",
        }


def _word(chance: random.Random) -> str:
    return "".join(chance.choice(SYLLABLES) for _ in range(chance.randint(2, 4)))


def article(row: dict[str, str]) -> Article:
    """The article of a row of the stream."""
    day = dt.date.fromisoformat(row["published"])
    return Article(**{**row, "published": day})  # type: ignore[arg-type]


def known_by(row: dict[str, str]) -> Features:
    """What an article of the stream is known by, as its reading tells it, without the cost of reading it."""
    day = dt.date.fromisoformat(row["published"])
    words = Counter(content_words(ENGLISH, row["text"]))
    title = content_words(ENGLISH, row["title"])
    words.update(title + title)
    names = Counter(NAME + name for name in NAMED.findall(row["text"]))
    return Features(
        article=row["id"],
        day=day.toordinal(),
        words={word: emphasis(times) for word, times in words.items()},
        names={name: emphasis(times) for name, times in names.items()},
        title=tuple(dict.fromkeys(title)),
        days=frozenset({day.toordinal(), day.toordinal() - day.weekday()}),
        is_short=False,
        points=points(signature(ENGLISH, row["text"])),
    )


def costs(number: int) -> tuple[list[float], Stream]:
    """Seconds of processor time to put an article to a story, of one part of the stream after another."""
    stream, spent = Stream(ENGLISH), []
    rows = made_up(number)
    while part := [known_by(row) for row in islice(rows, WINDOW)]:
        began = time.process_time()
        for features in part:
            stream.add(features)
        spent.append((time.process_time() - began) / len(part))
    return spent, stream


def cost_early() -> float:
    """What an article costs shortly before the ten-thousandth, in a process that holds no more."""
    return costs(EARLY)[0][-1]


def put_to_stories(number: int) -> None:
    """The cost of putting articles to stories, late and, measured right after that under the same load, early."""
    spent, stream = costs(number)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_000_000
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        early = pool.submit(cost_early).result()
    print(
        f"{number:,} articles: {len(spent) / sum(spent):,.0f} a second; the last {WINDOW:,} cost "
        f"{spent[-1] / early:.2f} times those before the {EARLY:,}th; {len(stream.live):,} stories alive, "
        f"{stream.live.looked_at / number:,.0f} places of their index looked at each; {memory:.2f} GB; {load()}",
        flush=True,
    )


def added(number: int, searched: bool, kept: Path | None) -> None:
    """Articles added to an archive a second, and the time of a search."""
    with tempfile.TemporaryDirectory() as folder, open_archive(kept or Path(folder) / "news.db") as archive:
        pile = [article(row) for row in made_up(number)]
        # An archive that is kept may have the first of them.
        missing = number - archive.search("", limit=1, facets=False).total
        if missing > 0:
            began, worked = time.monotonic(), processor_time()
            archive.add(pile[-missing:])
            took, each = time.monotonic() - began, 1000 * (processor_time() - worked) / missing
            print(
                f"{missing:,} articles added: {missing / took:,.0f} a second, {each:.1f} ms of processor time each; "
                f"{load()}",
                flush=True,
            )
        if searched:
            chance = random.Random(2)
            taken, spent = [], []
            for count in range(200):
                words = chance.choice(pile).text.split()
                at = chance.randint(1, len(words) - 4)
                kinds = (words[at], f'"{words[at]} {words[at + 1]}"', f"{words[at]} -{words[at + 2]}")
                began, worked = time.monotonic(), processor_time()
                archive.search(kinds[count % 3].replace(".", ""), facets=False)
                taken.append(time.monotonic() - began)
                spent.append(processor_time() - worked)
            print(
                f"  200 queries: {1000 * statistics.median(taken):.0f} ms each (median), "
                f"{1000 * statistics.median(spent):.0f} ms of processor time; {load()}",
                flush=True,
            )


def one_more(folder: Path) -> None:
    """What one article more costs in a long story: added, and its timeline again, as it was told before in memory.

    And what its timeline costs a process that begins anew.
    """
    pile = sorted(
        (one for one in read(folder / "articles.jsonl").articles if one.published), key=lambda one: str(one.published)
    )
    for parse in (False, True):
        request = Request(parse=parse, processes=1)
        how = "parsed" if parse else "not parsed"
        with tempfile.TemporaryDirectory() as place:
            with open_archive(Path(place) / "news.db") as archive:
                archive.add(pile[:-MORE], story="one")
                archive.story("one").timeline(request)
                adding, telling = [], []
                for number in range(len(pile) - MORE, len(pile)):
                    began = processor_time()
                    archive.add(pile[number : number + 1], story="one", processes=1)
                    added = processor_time()
                    timeline = archive.story("one").timeline(request)
                    adding.append(added - began)
                    telling.append(processor_time() - added)
            with open_archive(Path(place) / "news.db") as archive:
                began = processor_time()
                archive.story("one").timeline(request)
                anew = processor_time() - began
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_000_000
        print(
            f"one article more in a story of {len(pile) - MORE:,}, {how}, processor time, medians of {MORE}: added in "
            f"{statistics.median(adding):.2f} s, its timeline of {len(timeline.entries)} lines in "
            f"{statistics.median(telling):.2f} s; in an archive opened anew {anew:.2f} s; {memory:.2f} GB; {load()}",
            flush=True,
        )


def processor_time() -> float:
    """Seconds of this process and of those that it has ended."""
    return sum(
        used.ru_utime + used.ru_stime
        for used in (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN))
    )


def load() -> str:
    """How much the machine has to do."""
    return f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("numbers", type=int, nargs="*", default=[10_000])
    parser.add_argument("--add", action="store_true")
    parser.add_argument("--search", action="store_true")
    parser.add_argument("--archive", type=Path, metavar="FILE")
    parser.add_argument("--story", type=Path)
    asked = parser.parse_args()
    if asked.story:
        one_more(asked.story)
        return
    for number in asked.numbers:
        if asked.add or asked.search:
            added(number, asked.search, asked.archive)
        else:
            put_to_stories(number)


if __name__ == "__main__":
    main()
