"""Kill `dateline add` at random moments, again and again: is anything lost that was reported, or there twice?

    python benchmarks/kills.py [--kills 200] [--articles 400] [--archive postgresql+psycopg://…] [--seed 1]

A pile of made-up articles is added to a new archive; the process is killed (SIGKILL) at a random moment, and the same
command is started again, until it ends by itself; then a new archive. After each kill, every article whose line was
written must be there, once. When the pile is in, the archive must be that of an undisturbed run, and `dateline check`
must find nothing. Ends with status 1 where that does not hold. A server's archive is emptied first.
"""

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from dateline.archive import open as open_archive
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


def command(pile: Path, where: str) -> list[str]:
    return [sys.executable, "-m", "dateline", "add", str(pile), "--archive", where, "--processes", "1"]


def killed(pile: Path, where: str, after: float) -> tuple[bool, list[str]]:
    """Start adding and kill it; whether it ended before, and the ids it reported as added."""
    with tempfile.TemporaryFile("w+") as out:
        process = subprocess.Popen(command(pile, where), stdout=out, stderr=subprocess.DEVNULL)
        try:
            process.wait(after)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--archive", help="an address of PostgreSQL; if not given, a file")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    chance = random.Random(asked.seed)
    with tempfile.TemporaryDirectory() as folder:
        pile = Path(folder) / "pile.jsonl"
        pile.write_text("".join(json.dumps(one) + "\n" for one in made_up(asked.articles)), encoding="utf-8")
        where = asked.archive or os.path.join(folder, "news.db")  # noqa: PTH118
        empty(where)
        began = time.monotonic()
        subprocess.run(command(pile, where), check=True, capture_output=True)
        whole, took = state(where), time.monotonic() - began
        kills = lost = differing = archives = 0
        while kills < asked.kills:
            empty(where)
            archives += 1
            reported: set[str] = set()
            done = False
            while not done:
                if kills < asked.kills:
                    done, told = killed(pile, where, chance.uniform(0.2, max(WITHIN, took)))
                    kills += not done
                else:
                    done, told = True, []
                    subprocess.run(command(pile, where), check=True, capture_output=True)
                reported |= set(told)
                lost += len(reported - state(where).keys())
            checked = subprocess.run(
                [sys.executable, "-m", "dateline", "check", "--archive", where],
                capture_output=True,
                text=True,
                check=False,
            )
            is_whole = state(where) == whole and checked.returncode == 0 and "mended" not in checked.stderr
            differing += not is_whole
            print(f"{kills} kills, {archives} archives, {lost} lost, {differing} differing", flush=True)
    sys.exit(1 if lost or differing else 0)


if __name__ == "__main__":
    main()
