"""How fast Dateline is and how much memory it takes. Prints a table; nothing here is a test.

    python benchmarks/speed.py                      start-up, and a thousand articles of ../shared/corpora
    python benchmarks/speed.py articles.jsonl -n 5000
    python benchmarks/speed.py --parsed             what status and speakers cost beside the parser itself
    python benchmarks/speed.py --shared             a timeline in one process and in two, turn about

Times are wall-clock seconds of whole processes, the median of the runs; memory is the largest resident set of one
process. Nothing else should run beside it. The times of `--parsed` are processor time, taken turn about on portions of
the same articles, so that a busy machine slows all alike; only that of two processes is wall-clock.
"""

import argparse
import datetime as dt
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any, cast

import dateline
import timex
from dateline import Article, Request, Span, annotate, timeline_of
from dateline.events.parsing.parse import Parse
from dateline.events.parsing.parser import Parser, loaded, model_package
from dateline.languages import named
from dateline.reading.article import read_article
from dateline.timeline.build import build

ENGLISH = named("en")

ROOT = Path(__file__).resolve().parent.parent
CORPORA = ROOT.parent / "shared" / "corpora"
# Articles that are parsed whole, and in portions of how many.
PARSED, PORTION = 200, 25
EXAMPLE = ROOT / "examples" / "summit" / "articles"


def command(*arguments: str) -> tuple[float, float]:
    """Seconds and peak MB of one run of `dateline`."""
    started = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-m", "dateline", *arguments], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"dateline {' '.join(arguments)} ended with status {process.returncode}")
    return seconds, usage.ru_maxrss / 1024


def measured(runs: int, *arguments: str) -> tuple[float, float]:
    """Median seconds and largest MB over several runs, after one that is not counted."""
    command(*arguments)
    outcomes = [command(*arguments) for _ in range(runs)]
    return statistics.median(seconds for seconds, _ in outcomes), max(memory for _, memory in outcomes)


def articles_of(path: Path, most: int) -> Iterator[str]:
    """The first lines of a JSON Lines file or of all those under a folder, `most` at most."""
    files = sorted(path.rglob("articles.jsonl")) if path.is_dir() else [path]
    number = 0
    for file in files:
        for line in file.open(encoding="utf-8"):
            if number == most:
                return
            number += 1
            yield line


def pile(path: Path, most: int, runs: int) -> Sequence[tuple[str, str]]:
    """The rows for a pile of articles: the timeline of them all, and their time expressions."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "articles.jsonl"
        lines = list(articles_of(path, most))
        file.write_text("".join(lines), encoding="utf-8")
        megabytes = sum(len(json.loads(line)["text"].encode()) for line in lines) / 1e6
        rows = []
        for name, arguments in (
            ("timeline", ("timeline", str(file), "--quiet", "--format", "json")),
            ("annotate --layers times", ("annotate", str(file), "--quiet", "--layers", "times")),
        ):
            seconds, memory = measured(runs, *arguments)
            rows.append(
                (
                    f"{name}, {len(lines)} articles, {megabytes:.1f} MB",
                    f"{seconds:6.2f} s  {len(lines) / seconds:6.0f} articles/s  {megabytes / seconds:5.2f} MB/s"
                    f"  {memory:5.0f} MB of memory",
                )
            )
    return rows


def read(path: Path, most: int) -> list[Article]:
    rows = [json.loads(line) for line in articles_of(path, most)]
    return [Article(row["id"], row["text"], dt.date.fromisoformat(row["published"][:10])) for row in rows]


def beside_the_parser(articles: Sequence[Article]) -> None:
    """Print the time of `annotate --layers attributions,events` against spaCy's own for the same articles.

    spaCy has only the components that are used, and batches; it gets the articles as they are, and, at its quickest,
    the sentences of the story alone.
    """
    bare: Any = import_module(model_package(ENGLISH) or "spacy")
    whole, pieces = (bare.load(exclude=["ner", "attribute_ruler", "lemmatizer"]) for _ in range(2))
    spent: dict[str, float] = {}
    for start in range(0, len(articles), PORTION):
        portion = articles[start : start + PORTION]
        sentences = [span.of(article.text) for article in portion for span in read_article(article).sentences]
        works: dict[str, Callable[[], object]] = {
            "spaCy, the articles": partial(spacy_alone, whole, [article.text for article in portion], 32),
            "spaCy, their sentences": partial(spacy_alone, pieces, sentences, 256),
            "annotate": partial(annotated, portion),
        }
        for name, work in works.items():
            seconds = processor_seconds(work)
            if start:  # the first portion fills what is kept
                spent[name] = spent.get(name, 0.0) + seconds
    first, second, ours = spent.values()
    for name, seconds in spent.items():
        print(f"{name:52} {seconds:6.2f} s  {seconds / first:.2f} and {seconds / second:.2f} times spaCy's own")
    print(f"{'annotate to spaCy':52} {ours / first:.2f} of the articles, {ours / second:.2f} of their sentences")


def annotated(articles: Sequence[Article]) -> int:
    return sum(1 for _ in annotate(articles, ("attributions", "events"), Request(parse=True, processes=1)))


def spacy_alone(model: Any, texts: Sequence[str], batch: int) -> int:
    with model.memory_zone():
        return sum(len(document) for document in model.pipe(texts, batch_size=batch))


def processor_seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def in_two_processes(file: Path, runs: int) -> None:
    """Print the time of `annotate` in one process and in two, and whether they write the same."""
    written = []
    alone = 0.0
    for count in ("1", "2"):
        output = file.with_name(f"annotations-{count}.jsonl")
        arguments = ("annotate", str(file), "--layers", "attributions,events", "--processes", count, "--quiet")
        seconds, memory = measured(runs, *arguments, "-o", str(output))
        alone = alone or seconds
        written.append(output.read_bytes())
        name = f"annotate --processes {count}"
        print(f"{name:52} {seconds:6.2f} s  {seconds / alone:.2f} of one process  {memory:5.0f} MB of memory")
    print(f"{'the same bytes':52} {written[0] == written[1]}")


def shown_alone(articles: Sequence[Article]) -> None:
    """Print what part of a story's sentences the parser sees for its timeline, and what that costs."""
    readings = [read_article(article) for article in articles]
    counting = Counting(loaded(ENGLISH))
    without = processor_seconds(lambda: timeline_of(articles, Request(parse=False, processes=1)))
    built = processor_seconds(lambda: build(readings, Request(), lambda _: cast(Parser, counting)))
    built_without = processor_seconds(lambda: build(readings, Request(), None))
    sentences = sum(len(reading.sentences) for reading in readings)
    print(
        f"{f'timeline of {len(articles)} articles, {sentences} sentences':52} {counting.seen} parsed, "
        f"{100 * counting.seen / sentences:.1f}%; {without:.2f} s without, {without + built - built_without:.2f} s with"
        f", {(without + built - built_without) / without:.2f} times"
    )


def parsed(path: Path, most: int, runs: int) -> None:
    """The figures of status and speakers: beside the parser, in two processes, on a whole topic."""
    articles = read(path, most)
    beside_the_parser(articles[:PARSED])
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "articles.jsonl"
        file.write_text("".join(articles_of(path, PARSED)), encoding="utf-8")
        in_two_processes(file, runs)
    shown_alone(articles)


def shared(path: Path, most: int, runs: int) -> None:
    """Print what a timeline takes in one process and in two, and what of it no other process can take over."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "articles.jsonl"
        file.write_text("".join(articles_of(path, most)), encoding="utf-8")
        spent: dict[str, list[tuple[float, float, float]]] = {"1": [], "2": []}
        for _ in range(runs):
            for count, those in spent.items():
                done = subprocess.run(
                    [sys.executable, "-c", SHARED, str(file), count], capture_output=True, check=True, text=True
                )
                wall, here, others = map(float, done.stdout.split())
                those.append((wall, here, others))
        for count, those in spent.items():
            wall, here, others = map(statistics.median, zip(*those, strict=True))
            print(
                f"{f'timeline, processes: {count}':52} {wall:6.2f} s  {here:.2f} s of processor "
                f"time in the first, {others:.2f} s in others"
            )
        one, two = (statistics.median(wall for wall, _, _ in those) for those in spent.values())
        print(f"{'two processes':52} {one / two:.2f} times as fast as one")


SHARED = """
import resource, sys, time
from dateline import Request, read, timeline_of
articles = read(sys.argv[1]).articles
timeline_of(articles[:20], Request(parse=False, processes=1))
def spent(whose):
    used = resource.getrusage(whose)
    return used.ru_utime + used.ru_stime
began, before = time.perf_counter(), spent(resource.RUSAGE_SELF)
timeline_of(articles, Request(parse=False, processes=int(sys.argv[2])))
print(time.perf_counter() - began, spent(resource.RUSAGE_SELF) - before, spent(resource.RUSAGE_CHILDREN))
"""


class Counting:
    """A parser that counts the sentences it is given."""

    def __init__(self, parser: Parser) -> None:
        self._parser = parser
        self.seen = 0

    def parse(self, texts: Iterable[tuple[str, Sequence[Span]]]) -> Iterator[Parse]:
        return self._parser.parse(self._counted(texts))

    def _counted(self, texts: Iterable[tuple[str, Sequence[Span]]]) -> Iterator[tuple[str, Sequence[Span]]]:
        for text, spans in texts:
            self.seen += len(spans)
            yield text, spans


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", nargs="?", type=Path, default=CORPORA / "tls" / "t17", help="articles, JSON Lines")
    parser.add_argument("-n", type=int, default=1000, help="how many articles (default 1000)")
    parser.add_argument("--runs", type=int, default=3, help="counted runs of each command (default 3)")
    parser.add_argument("--parsed", action="store_true", help="only what the parser and the layer on it cost")
    parser.add_argument("--shared", action="store_true", help="only a timeline in one process and in two")
    arguments = parser.parse_args()
    print(
        f"dateline {dateline.__version__}, Python {platform.python_version()}, {os.cpu_count()} cores, "
        f"{dt.datetime.now(tz=dt.UTC):%Y-%m-%d}"
    )
    if arguments.shared:
        shared(arguments.path, arguments.n, arguments.runs)
        return
    if arguments.parsed:
        parsed(arguments.path, arguments.n, arguments.runs)
        return
    for words in (("--help",), ("timeline", str(EXAMPLE), "--quiet")):
        seconds, memory = measured(arguments.runs, *words)
        name = " ".join(word.replace(str(ROOT) + os.sep, "") for word in words)
        print(f"{name:52} {seconds:6.2f} s  {memory:5.0f} MB of memory")
    if timex.SPEED_TEXT.exists():
        tagger = timex.measure_tagger()
        print(
            f"{'time expressions, the text of PolNeAR train':52} {tagger['tagger']:6.2f} s  "
            f"{tagger['megabytes a second']:5.2f} MB/s  {tagger['ratio']:.2f} times re.findall(r'\\w+')"
        )
    if arguments.path.exists():
        for what, figures in pile(arguments.path, arguments.n, arguments.runs):
            print(f"{what:52} {figures}")
    else:
        print(f"{arguments.path} is not here: the pile of articles is left out")


if __name__ == "__main__":
    main()
