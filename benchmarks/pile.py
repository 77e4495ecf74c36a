"""Event rows of a pile of any size: is memory the same however many articles, and does a killed run go on?

    python benchmarks/pile.py 20000                    made of the articles of `examples`
    python benchmarks/pile.py 20000 --of PATH…         of others, again and again, each time days later
    python benchmarks/pile.py 2000 --kill              killed (SIGKILL) half-way, started again: are the bytes the same?

A pile is made by going through the articles again and again: each time with ids of their own and a month later, their
sentences drawn from all articles of their turn, so that no two are the same. `dateline events --keep` reads it in
processes of its own; at each tenth of the way, the memory of all of them is printed (PSS: what they share counts once),
with articles a second of processor time, and at the end the size of what is kept and of the rows. The load of the
machine is printed beside every figure. Linux only.
"""

import argparse
import dataclasses
import datetime as dt
import hashlib
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from dateline.languages import named
from dateline.model import Article
from dateline.readers import read
from dateline.text.sentences import split
from stream import load, processor_time

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
# Days by which each turn through the articles is later, and seconds between two looks at a run.
LATER, LOOK = 30, 2.0
ENGLISH = named("en")


def pile(articles: Sequence[Article], number: int, seed: int = 1) -> Iterator[dict[str, str]]:
    """So many articles in the native format, the same ones each time."""
    chance = random.Random(seed)
    sentences = {article.id: [span.of(article.text) for span in split(ENGLISH, article.text)] for article in articles}
    everywhere = [sentence for own in sentences.values() for sentence in own]
    for count in range(number):
        turn, place = divmod(count, len(articles))
        article = articles[place]
        own = sentences[article.id]
        mixed = [chance.choice(everywhere) if chance.random() < 0.5 else sentence for sentence in own]
        yield {
            "id": f"{count:08}",
            "published": ((article.published or dt.date(2020, 1, 1)) + dt.timedelta(LATER * turn)).isoformat(),
            "source": article.source or "",
            "title": article.title or "",
            "language": "en",
            "text": "\n".join(mixed if turn else own),
        }


@dataclasses.dataclass
class Running:
    """One run of `dateline events` over a pile."""

    process: subprocess.Popen[bytes]
    kept: Path

    def done(self) -> int:
        """Articles that are kept so far."""
        if not self.kept.exists():
            return 0
        try:
            with sqlite3.connect(f"file:{self.kept}?mode=ro", uri=True, timeout=30) as database:
                return int(database.execute("SELECT count(*) FROM done").fetchone()[0])
        except sqlite3.OperationalError:
            return 0

    def memory(self) -> float:
        """Megabytes of all its processes."""
        return sum(map(_memory, [self.process.pid, *_children(self.process.pid)])) / 1000


def _memory(process: int) -> int:
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def _children(process: int) -> list[int]:
    try:
        return [int(child) for child in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    except OSError:
        return []


def started(articles: Path, folder: Path) -> Running:
    """A run over the pile in a file, with what it keeps in a folder."""
    command = [sys.executable, "-m", "dateline", "events", str(articles), "--quiet"]
    command += ["--keep", str(folder / "kept.db"), "-o", str(folder / "rows.tsv")]
    return Running(subprocess.Popen(command, start_new_session=True), folder / "kept.db")


def watched(running: Running, number: int) -> None:
    """Wait for a run, and print its memory at each tenth of the way."""
    began, tenth, most = time.monotonic(), 1, 0.0
    while running.process.poll() is None:
        time.sleep(LOOK)
        most = max(most, memory := running.memory())
        done, took = running.done(), time.monotonic() - began
        if done >= number * tenth / 10:
            print(f"{done:,} articles: {memory:,.0f} MB; {done / took:.0f} a second; {load()}", flush=True)
            tenth = 10 * done // number + 1
    took, kept = time.monotonic() - began, running.kept.stat().st_size / 1e6
    print(
        f"{number:,} articles: {number / processor_time():.0f} for a second of processor time, {took:.0f} s in all, at "
        f"most {most:,.0f} MB; {kept:,.0f} MB kept; {load()}",
        flush=True,
    )


def killed(articles: Path, folder: Path, number: int) -> bytes:
    """The rows of a run that is killed half-way and started again."""
    running = started(articles, folder)
    while running.process.poll() is None and running.done() < number / 2:
        time.sleep(LOOK / 10)
    os.killpg(running.process.pid, signal.SIGKILL)
    running.process.wait()
    print(f"killed with {running.done():,} of {number:,} articles kept", flush=True)
    started(articles, folder).process.wait()
    return (folder / "rows.tsv").read_bytes()


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("number", type=int, nargs="?", default=20_000)
    arguments.add_argument("--of", type=Path, nargs="+", default=sorted(EXAMPLES.glob("*/articles")))
    arguments.add_argument("--kill", action="store_true")
    asked = arguments.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        given = read(*asked.of).articles
        with (folder / "pile.jsonl").open("w", encoding="utf-8") as lines:
            lines.writelines(json.dumps(row) + "\n" for row in pile(given, asked.number))
        (folder / "whole").mkdir()
        watched(started(folder / "pile.jsonl", folder / "whole"), asked.number)
        rows = (folder / "whole" / "rows.tsv").read_bytes()
        print(f"{len(rows.splitlines()) - 1:,} rows, sha256 {hashlib.sha256(rows).hexdigest()[:16]}", flush=True)
        if asked.kill:
            (folder / "killed").mkdir()
            same = killed(folder / "pile.jsonl", folder / "killed", asked.number) == rows
            print(f"the rows of a run that was killed and went on: {'the same bytes' if same else 'OTHER BYTES'}")
            sys.exit(not same)


if __name__ == "__main__":
    main()
