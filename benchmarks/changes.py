"""Changes: does a diary of a story tell, within two days, what journalists later took for its great events?

    python benchmarks/changes.py                       the five topics of Timeline17 under ../shared/corpora/tls/t17
    python benchmarks/changes.py FOLDER… --show        other topics; print what is missed, with what was listed instead
    python benchmarks/changes.py --sample 100          print changes called new, drawn with a fixed seed, to be read
    python benchmarks/changes.py FOLDER --cost         what a diary, and ten more articles of a kept story, cost

A topic is a folder with `articles.jsonl` and `timelines.jsonl` (one reference a line, `[[date, [sentence, …]], …]`).
The story is run as a diary, a section a day. Counted are the days that two or more references have (one where
there is only one), on which or within
two days after which an article came out: such a day is told when one of the first five changes of those sections is
dated to it and shares words with what a reference says of it (`_tells`). Words are stems of content words. Passages are
read by their surface; `seconds` are those of one process.
"""

import argparse
import datetime as dt
import json
import random
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.following import Story
from dateline.languages import named
from dateline.model import Change, Diary, Period
from dateline.pipeline import diary_of, timeline_of
from dateline.readers import read
from dateline.request import Request
from dateline.text.words import content_words

ROOT = Path(__file__).resolve().parent.parent
CORPORA = ROOT.parent / "shared" / "corpora" / "tls" / "t17"
# Changes of a section that are looked at, and days within which a day must be told.
FIRST, WITHIN = 5, 2
# References that must have a day, of a topic that has so many; one of a topic that has one.
REFERENCES = 2
# Words that a change must share with what a reference says, so many and such a share of the shorter one's.
WORDS, SHARE = 2, 0.25
SEED = 2011


@dataclass(frozen=True)
class Told:
    """What came of one day of the references."""

    day: dt.date
    wanted: tuple[str, ...]
    by: Change | None
    listed: tuple[Change, ...]


def references(folder: Path) -> list[dict[dt.date, list[str]]]:
    lines = (folder / "timelines.jsonl").read_text(encoding="utf-8").splitlines()
    return [{dt.date.fromisoformat(day[:10]): said for day, said in json.loads(line)} for line in lines if line]


def told(diary: Diary, folder: Path) -> Iterator[Told]:
    """Each day that enough references have and that articles could tell of, with the change that tells it."""
    gold = references(folder)
    days = Counter(day for reference in gold for day in reference)
    sections = {section.until: section for section in diary.periods}
    for day, number in sorted(days.items()):
        near = [sections[later] for n in range(WITHIN + 1) if (later := day + dt.timedelta(days=n)) in sections]
        if number < min(REFERENCES, len(gold)) or not near:
            continue
        wanted = tuple(sentence for reference in gold for sentence in reference.get(day, ()))
        listed = tuple(change for section in near for change in section.changes[:FIRST])
        yield Told(day, wanted, next((change for change in listed if _tells(change, day, wanted)), None), listed)


def _tells(change: Change, day: dt.date, wanted: Sequence[str]) -> bool:
    """Whether a change is of a day and shares words with what a reference says of it."""
    if not (change.date.first <= day <= change.date.last and change.date.length <= 7):
        return False
    entry = change.after or change.before
    own = _words(" ".join([entry.headline if entry else "", *(e.exact for e in change.evidence)]))
    return any(
        len(shared := own & theirs) >= WORDS and len(shared) >= SHARE * min(len(own), len(theirs))
        for theirs in map(_words, wanted)
    )


def _words(text: str) -> set[str]:
    return set(content_words(named("en"), text))


def measure(folder: Path) -> tuple[list[Told], Diary, float]:
    articles = read(folder / "articles.jsonl").articles
    started = time.process_time()
    diary = diary_of(articles, Period.DAY, Request(parse=False, processes=1))
    return list(told(diary, folder)), diary, time.process_time() - started


def cost(folder: Path) -> None:
    """Print what the diary of a topic costs beside one timeline of it, and what ten articles more on a story do.

    Seconds of processor time in one process, by the surface; memory is the most that the process held.
    """
    request = Request(parse=False, processes=1)
    articles = read(folder / "articles.jsonl").articles
    timeline_of(articles[:20], request)  # loads the language's data
    one = _seconds(lambda: timeline_of(articles, request))
    diary = _seconds(lambda: diary_of(articles, Period.DAY, request))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    told = sorted((a for a in articles if a.available), key=lambda a: str(a.available))
    story = Story(request)
    kept = min(1000, len(told) - 10)
    whole = _seconds(lambda: story.add(told[:kept]))
    more = _seconds(lambda: story.add(told[kept : kept + 10]))
    last = [a for a in told[kept + 10 :] if a.available == told[-1].available]
    story.add(told[kept + 10 : len(told) - len(last)])
    day = _seconds(lambda: story.add(last))
    print(f"{folder.name}, {len(articles)} articles: one timeline {one:.1f} s, the diary of all days {diary:.1f} s")
    print(f"  {diary / one:.1f} times as much, at most {peak:.0f} MB in the process")
    print(f"  a story of {kept} articles {whole:.1f} s, ten more {more:.2f} s: {100 * more / whole:.1f} %")
    print(f"  the last day, {len(last)} articles, on all before {day:.2f} s")


def _seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="*", type=Path)
    parser.add_argument("--show", action="store_true", help="print the days that are missed, with what was listed")
    parser.add_argument("--sample", type=int, default=0, metavar="N", help="print so many changes called new")
    parser.add_argument("--cost", action="store_true", help="print what it costs, and nothing else")
    asked = parser.parse_args()
    folders = asked.folder or sorted(path.parent for path in CORPORA.glob("*/timelines.jsonl"))
    if not folders:
        print(f"changes: NOT RUN, there is no topic under {CORPORA}")
        sys.exit(0)
    if asked.cost:
        for folder in folders:
            cost(folder)
        return
    print(f"{'topic':10}{'sections':>10}{'days':>6}{'told':>6}{'share':>8}{'new':>7}{'seconds':>9}")
    totals = [0, 0]
    drawn: list[tuple[str, Diary, Change]] = []
    for folder in folders:
        found, diary, seconds = measure(folder)
        right = sum(one.by is not None for one in found)
        totals = [totals[0] + len(found), totals[1] + right]
        new = [(folder.name, diary, c) for section in diary.periods for c in section.changes if c.kind == "new"]
        drawn += new
        share = 100 * right / max(1, len(found))
        print(
            f"{folder.name:10}{len(diary.periods):>10}{len(found):>6}{right:>6}{share:>8.1f}{len(new):>7}{seconds:>9.1f}"
        )
        if asked.show:
            for one in found:
                if one.by is None:
                    print(f"  {one.day}: {one.wanted[0][:160]}")
                    for change in one.listed:
                        entry = change.after or change.before
                        told_as = entry.headline[:130] if entry else ""
                        print(f"      {change.kind:11} {change.level:10} {change.date.value} {told_as}")
    print(f"{'all':10}{'':>10}{totals[0]:>6}{totals[1]:>6}{100 * totals[1] / max(1, totals[0]):>8.1f}")
    for topic, _, change in random.Random(SEED).sample(drawn, min(asked.sample, len(drawn))):
        evidence = change.evidence[0]
        print(f"{topic} {change.date.value} {evidence.article}:{evidence.start} {evidence.exact!r}")


if __name__ == "__main__":
    main()
