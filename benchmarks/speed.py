"""How fast Dateline is and how much memory it takes. Prints a table; nothing here is a test.

    python benchmarks/speed.py                      start-up, and a thousand articles of ../shared/corpora
    python benchmarks/speed.py articles.jsonl -n 5000

Times are wall-clock seconds of whole processes, the median of the runs; memory is the largest resident set of one
process. Nothing else should run beside it.
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
from collections.abc import Iterator, Sequence
from pathlib import Path

import dateline
import timex

ROOT = Path(__file__).resolve().parent.parent
CORPORA = ROOT.parent / "shared" / "corpora"
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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", nargs="?", type=Path, default=CORPORA / "tls" / "t17", help="articles, JSON Lines")
    parser.add_argument("-n", type=int, default=1000, help="how many articles (default 1000)")
    parser.add_argument("--runs", type=int, default=3, help="counted runs of each command (default 3)")
    arguments = parser.parse_args()
    print(
        f"dateline {dateline.__version__}, Python {platform.python_version()}, {os.cpu_count()} cores, "
        f"{dt.datetime.now(tz=dt.UTC):%Y-%m-%d}"
    )
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
