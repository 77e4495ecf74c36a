"""Kill `dateline add` and `dateline watch` at random moments, again and again: is anything lost, or there twice?

    python benchmarks/kills.py [--kills 200] [--articles 400] [--items 80] [--archive postgresql+psycopg://…] [--seed 1]

A pile of made-up articles is added to a new archive, or the pages of a feed on this machine are watched into it; the
process is killed (SIGKILL) at a random moment, and the same command is started again, until it ends by itself; then a
new archive, by the other command. After each kill, every article whose line was written must be there, once. When all
is in, the archive must be that of an undisturbed run, and `dateline check` must find nothing. Ends with status 1 where
that does not hold. A server's archive is emptied first.
"""

import argparse
import datetime as dt
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from dateline.archive import open as open_archive
from local_site import HERE, Site, resolve, serving
from stream import made_up

# Seconds after the start of a process within which it is killed, in most cases before it ends.
WITHIN = 6.0


def state(where: str) -> dict[str, tuple[object, ...]]:
    """What an archive holds of each article: its versions and its story."""
    with open_archive(where) as archive:
        lines = [json.loads(line) for line in archive.export()]
    found: dict[str, tuple[object, ...]] = {}
    for line in lines:
        if "archive" in line:
            own = line["archive"]
            found[line["id"]] = (*found.get(line["id"], ()), line["text"], own["story"], own["newest"])
    return found


def adding(pile: Path, where: str) -> list[str]:
    """The command that adds a pile."""
    return [sys.executable, "-m", "dateline", "add", str(pile), "--archive", where, "--processes", "1"]


def watching(feed: str, where: str) -> list[str]:
    """The same for a feed: `dateline watch --once`, with the allowance to reach this machine."""
    return [sys.executable, __file__, "--watch", feed, "--archive", where]


def watch(feed: str, where: str) -> None:
    """What that runs."""
    from dateline.fetching.fetch import Fetcher  # noqa: PLC0415
    from dateline.fetching.watching import Watch  # noqa: PLC0415

    with open_archive(where) as archive:
        fetcher = Fetcher(allowed=(HERE,), resolve=resolve, pause=0.0)
        Watch(
            archive,
            fetcher,
            dt.timedelta(minutes=15),
            lambda: dt.datetime.now(dt.UTC),
            told_of=lambda one: print(f"{one.became}\t{one.article}\t{one.story}", flush=True),
            left_out=lambda problem: sys.exit(f"left out: {problem}"),
        ).rounds([feed], once=True)


def fill(site: Site, items: int) -> str:
    """Put a feed and its pages to a site; the feed's address. The last item stands first, as in feeds."""
    rows = []
    for number, one in enumerate(made_up(items, seed=2)):
        site.page(f"/{number}", one["title"], one["published"], one["text"])
        rows.append(f"<item><title>{one['title']}</title><link>{site.at(f'/{number}')}</link></item>")
    site.feed("/feed", "".join(reversed(rows)))
    return site.at("/feed")


def killed(command: Sequence[str], after: float) -> tuple[bool, list[str]]:
    """Start a command and kill it; whether it ended before, and the ids it reported as added."""
    with tempfile.TemporaryFile("w+") as out:
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL)
        try:
            process.wait(after)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
        if process.returncode not in (0, -signal.SIGKILL):
            sys.exit(f"{' '.join(command)} ended with status {process.returncode}")
        out.seek(0)
        lines = [line.rstrip("\n").split("\t") for line in out.read().splitlines() if line.count("\t") == 2]
    return process.returncode == 0, [line[1] for line in lines]


def empty(where: str) -> None:
    """Make a place empty again."""
    if "://" not in where:
        for beside in ("", "-wal", "-shm"):
            Path(where + beside).unlink(missing_ok=True)
        return
    from sqlalchemy import create_engine, text  # noqa: PLC0415

    engine = create_engine(where)
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()


def run(where: str, commands: Sequence[Sequence[str]], kills: int, seed: int) -> tuple[int, int]:
    """Kill each command in turn; how many reported articles were lost, and how many archives are not as they should."""
    chance = random.Random(seed)
    whole, took = [], []
    for command in commands:
        empty(where)
        began = time.monotonic()
        subprocess.run(command, check=True, capture_output=True)
        took.append(time.monotonic() - began)
        whole.append(state(where))
    done = lost = differing = archives = 0
    while done < kills:
        kind = archives % len(commands)
        empty(where)
        archives += 1
        reported: set[str] = set()
        ended = False
        while not ended:
            if done < kills:
                ended, told = killed(commands[kind], chance.uniform(0.2, max(WITHIN, took[kind])))
                done += not ended
            else:
                ended, told = True, []
                subprocess.run(commands[kind], check=True, capture_output=True)
            reported |= set(told)
            lost += len(reported - state(where).keys())
        check = [sys.executable, "-m", "dateline", "check", "--archive", where]
        checked = subprocess.run(check, capture_output=True, text=True, check=False)
        is_whole = state(where) == whole[kind] and checked.returncode == 0 and "mended" not in checked.stderr
        differing += not is_whole
        print(f"{done} kills, {archives} archives, {lost} lost, {differing} differing", flush=True)
    return lost, differing


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--items", type=int, default=80)
    parser.add_argument("--archive", help="an address of PostgreSQL; if not given, a file")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--watch", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.watch:
        watch(asked.watch, asked.archive)
        return
    with tempfile.TemporaryDirectory() as folder, serving() as site:
        pile = Path(folder) / "pile.jsonl"
        pile.write_text("".join(json.dumps(one) + "\n" for one in made_up(asked.articles)), encoding="utf-8")
        where = asked.archive or os.path.join(folder, "news.db")  # noqa: PTH118
        commands = adding(pile, where), watching(fill(site, asked.items), where)
        lost, differing = run(where, commands, asked.kills, asked.seed)
    sys.exit(1 if lost or differing else 0)


if __name__ == "__main__":
    main()
