"""The gate: every accuracy figure must reach its floor in `floors.json`.

    python benchmarks/gate.py              measure, compare, end with status 1 below a floor
    python benchmarks/gate.py --raise      write what was reached as the new floors; a floor is never lowered that way

`floors.json` also holds a digest of each gold file that the figures rest on, so that neither gold nor floor can move
unseen. Figures whose data is not at hand are left out with a notice. To lower a floor, edit the file and say why in the
commit.
"""

import argparse
import hashlib
import json
import math
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import attribution
import coding
import events
import facts
import judged
import status
import stories
import timex
import tls
import told

HERE = Path(__file__).resolve().parent
FLOORS = HERE / "floors.json"
# Figures are floored to this many decimals, so that a floor does not hang on the last bit of a float.
DECIMALS = 2

# What figures that rest on the parser may lose to the floating point of another processor.
PARSER_SLACK = 0.3
RESTS_ON_PARSER = frozenset({"attribution", "status", "told", "event linking", "merging", "event rows"})

Figures = Mapping[str, float]
BENCHMARKS: Mapping[str, Callable[[], tuple[Figures, list[Path]] | None]] = {
    **{f"facts, {story}": partial(facts.figures, story) for story in facts.STORIES},
    **{f"time expressions, {corpus}": partial(timex.figures, corpus) for corpus in ("timebank", "aquaint")},
    "attribution": attribution.figures,
    "status": status.figures,
    "told": told.figures,
    "event linking": events.figures,
    "merging": judged.figures,
    "event rows": coding.figures,
    "stories": stories.figures,
    **{f"timelines, {name}": partial(tls.figures, name) for name in ("t17", "entities")},
    **{f"timelines, {name}, sentences": partial(tls.alignments, name) for name in ("t17", "entities")},
}
"""Benchmark → its figures, larger being better, with the gold files they rest on; None when these are not at hand."""


def digest(paths: list[Path]) -> str:
    """One digest of several files, by name and content."""
    total = hashlib.sha256()
    for path in sorted(paths):
        total.update(path.name.encode() + b"\0" + path.read_bytes())
    return total.hexdigest()[:16]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--raise", dest="lift", action="store_true", help="write the figures reached as new floors")
    lift = parser.parse_args().lift
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    below = 0
    for name, measure in BENCHMARKS.items():
        measured = measure()
        if measured is None:
            print(f"{name}: NOT MEASURED, its corpus or what it is scored with is not at hand")
            continue
        figures, gold = measured
        known = floors.setdefault(name, {"gold": digest(gold), "floors": {}})
        if known["gold"] != digest(gold) and not lift:
            print(f"{name}: the gold data is not what the floors were measured on")
            below += 1
        for figure, value in figures.items():
            reached = math.floor(value * 10**DECIMALS) / 10**DECIMALS
            floor = known["floors"].get(figure)
            ok = floor is None or reached >= floor - (PARSER_SLACK if name in RESTS_ON_PARSER else 0)
            below += not ok
            against = "no floor yet" if floor is None else f"floor {floor:8.2f}"
            print(f"{name}: {figure:44} {reached:8.2f}  {against}{'' if ok else '  BELOW'}")
            if lift and (floor is None or reached > floor):
                known["floors"][figure] = reached
        gone = set(known["floors"]) - set(figures)
        for figure in sorted(gone):
            print(f"{name}: {figure:44}  was not measured, and has a floor")
        below += len(gone)
        if lift:
            known["gold"] = digest(gold)
    if lift:
        FLOORS.write_text(json.dumps(floors, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    sys.exit(below > 0)


if __name__ == "__main__":
    main()
