"""Count what fresh readers found wrong in lines of timelines, drawn at random from stories that nobody had looked at.

    python benchmarks/readings.py                what was found in each draw
    python benchmarks/readings.py --story NAME   in one story alone

A reader judges what is printed, by the faults named here, and has not seen the code.
`benchmarks/judged/readings.jsonl` has a line for each that was read: the draw, who read it, where its first passage
stands, how weighty it was, and its faults; `merged.jsonl` has one for each line of several passages, and whether one
of them tells something else. Lines were mended on each draw before the next was made.
`alone.jsonl` has lines that three readers saw with more or less of their article beside them, each line once in each
way, and whether they understood them.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

JUDGED = Path(__file__).parent / "judged"

APART = ("wrong participant or place", "wrong level", "doubtful")
"""What is counted by itself: a line with nothing else has nothing wrong."""


def read(name: str, story: str | None = None) -> list[dict[str, Any]]:
    """What readers judged, of one story or of all."""
    rows = map(json.loads, (JUDGED / name).read_text().splitlines())
    return [row for row in rows if story in (None, row["story"])]


def faults(row: dict[str, Any]) -> list[str]:
    """What is wrong with a line, but what is counted by itself."""
    return [fault for fault in row["faults"] if fault not in APART]


def share(part: int, whole: int) -> str:
    """As it is printed."""
    return f"{part} of {whole}, {100 * part / whole:.0f} %" if whole else "none"


def table(lines: Sequence[dict[str, Any]], merged: Iterable[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """What was counted in one draw, and how often."""
    keys = [row for row in lines if row["level"] == "key"]
    for what, rows in (("nothing wrong", lines), ("nothing wrong, key lines", keys)):
        yield what, share(sum(not faults(row) for row in rows), len(rows))
    counts = Counter(fault for row in lines for fault in row["faults"])
    for fault, times in sorted(counts.items(), key=lambda one: (one[0] in APART, -one[1], one[0])):
        yield fault, share(times, len(lines))
    several = [row["is_wrong"] for row in merged]
    yield "wrong merge, of merged lines", share(sum(several), len(several))


def understood() -> Iterator[tuple[str, str]]:
    """What stood beside lines, and how many were not understood so."""
    rows = [json.loads(line) for line in (JUDGED / "alone.jsonl").read_text(encoding="utf-8").splitlines()]
    for beside in dict.fromkeys(row["beside"] for row in rows):
        hard = [row["is_hard"] for row in rows if row["beside"] == beside]
        yield beside, share(sum(hard), len(hard))


def main() -> None:
    command = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    command.add_argument("--story", help="only this story")
    story = command.parse_args().story
    lines, merged = read("readings.jsonl", story), read("merged.jsonl", story)
    for draw in sorted({row["draw"] for row in lines}):
        print(f"draw {draw}")
        for what, count in table(
            [row for row in lines if row["draw"] == draw], [row for row in merged if row["draw"] == draw]
        ):
            print(f"  {what:42}{count:>18}")
    if story is None:
        print("not understood, by what stands beside a line")
        for what, count in understood():
            print(f"  {what:42}{count:>18}")


if __name__ == "__main__":
    main()
