"""A seeded run of rough inputs through the whole library: nothing may crash, hang or write what is not so.

    python benchmarks/fuzz.py                            ten thousand inputs, some five minutes on two cores
    python benchmarks/fuzz.py --inputs 1000000 --seed 7  as long as one likes
    python benchmarks/fuzz.py --repeat 2019:4711         one input again, cut down to what makes it fail

Each input goes through `annotate`, `timeline_of`, `changes_of` or `diary_of`, and the writers, one in eight also with
the parser. What must hold is in `rough/checking.py`, what inputs there are in `rough/making.py`. Ends with status 1
below the floor in `floors.json`. One cause is told once, with the seed and number of an input that shows it.
"""

import argparse
import json
import os
import resource
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from dateline.events.parsing import parser
from dateline.languages import named
from rough.checking import Fault, check
from rough.making import KINDS, make
from rough.shrinking import shown, shrink

HERE = Path(__file__).resolve().parent
SEED, INPUTS = 2019, 10_000
# The percentage of inputs that must come through without a fault.
FLOOR = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))["fuzz"]["floors"]["sound"]
# Inputs that a process takes at a time.
PORTION = 50
# Causes that are cut down to an example; the others are named only.
CUT_DOWN = 12


@dataclass(frozen=True)
class Row:
    """What is told of one input."""

    number: int
    kind: str
    faults: Sequence[Fault]
    kilobytes: float
    seconds: float


@dataclass
class Table:
    """What came of all inputs of a kind."""

    inputs: int = 0
    failing: int = 0
    kilobytes: float = 0.0
    seconds: float = 0.0
    slowest: tuple[float, int] = (0.0, 0)
    """Seconds, and the number of the input that took them."""

    def add(self, row: Row) -> None:
        self.inputs += 1
        self.failing += bool(row.faults)
        self.kilobytes += row.kilobytes
        self.seconds += row.seconds
        self.slowest = max(self.slowest, (row.seconds, row.number))


@dataclass
class Found:
    """The faults of a run by cause: how often, and the first input that shows each."""

    often: Counter[str] = field(default_factory=Counter)
    first: dict[str, tuple[int, Fault]] = field(default_factory=dict)

    def add(self, row: Row) -> None:
        for fault in row.faults:
            self.often[fault.cause] += 1
            known = self.first.get(fault.cause)
            if known is None or row.number < known[0]:
                self.first[fault.cause] = (row.number, fault)


def portion(seed: int, numbers: Sequence[int]) -> list[Row]:
    """Make and check some inputs, in this process."""
    rows = []
    for number in numbers:
        case = make(seed, number)
        outcome = check(case)
        rows.append(Row(number, case.kind, outcome.faults, outcome.kilobytes, outcome.seconds))
    return rows


def warm_up() -> None:
    """Load data and parser: the first input would pay for them."""
    check(make(0, 0))
    if parser.installed(named("en")):
        parser.loaded(named("en"))
    check(make(0, 0))


def run(seed: int, inputs: int, processes: int) -> Iterator[Row]:
    """Every input of a run, in no order."""
    portions = [range(start, min(start + PORTION, inputs)) for start in range(0, inputs, PORTION)]
    waiting = iter(portions)
    # A process that dies takes its pool along: what was not told is then tried one by one.
    lost: list[range] = []
    while batch := list(islice(waiting, 20 * processes)):
        with ProcessPoolExecutor(processes, initializer=warm_up) as pool:
            asked = [(numbers, pool.submit(portion, seed, numbers)) for numbers in batch]
            for numbers, answer in asked:
                try:
                    yield from answer.result()
                except BrokenProcessPool:
                    lost.append(numbers)
    for number in (number for numbers in lost for number in numbers):
        with ProcessPoolExecutor(1) as pool:
            try:
                yield from pool.submit(portion, seed, [number]).result()
            except BrokenProcessPool:
                yield Row(number, make(seed, number).kind, [Fault("process", "died")], 0.0, 0.0)


def repeat(seed: int, number: int) -> int:
    """Show one input, its faults, and the least of it that shows each; how many faults."""
    warm_up()
    case = make(seed, number)
    outcome = check(case)
    print(f"{seed}:{number} ({case.kind}{', parsed' if case.parse else ''}), {outcome.seconds:.2f} s")
    print(*(f"    {line}" for line in shown(case)), sep="\n")
    for fault in outcome.faults:
        tell(seed, number, fault, cut_down=True)
    return len(outcome.faults)


def tell(seed: int, number: int, fault: Fault, *, cut_down: bool) -> None:
    print(f"\n{fault.cause}\n    {fault.told}\n    again: python benchmarks/fuzz.py --repeat {seed}:{number}")
    if cut_down and fault.cause != "process: died":
        least = shrink(make(seed, number), fault.cause)
        print(*(f"    {line}" for line in shown(least)), f"    changes since {least.since}", sep="\n")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--inputs", type=int, default=INPUTS)
    arguments.add_argument("--seed", type=int, default=SEED)
    arguments.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    arguments.add_argument("--repeat", metavar="SEED:NUMBER", help="one input of a run again")
    asked = arguments.parse_args()
    if asked.repeat:
        seed, _, number = asked.repeat.partition(":")
        sys.exit(repeat(int(seed), int(number)) > 0)

    tables: dict[str, Table] = defaultdict(Table)
    found = Found()
    for row in run(asked.seed, asked.inputs, asked.processes):
        tables[row.kind].add(row)
        found.add(row)
    print(f"{'kind of input':18}{'inputs':>8}{'KB':>8}{'failing':>9}{'ms a KB':>9}{'slowest, s':>12}")
    for kind in KINDS:
        table = tables[kind]
        rate = 1000 * table.seconds / table.kilobytes if table.kilobytes else 0.0
        slowest, number = table.slowest
        size = f"{kind:18}{table.inputs:>8}{table.kilobytes:>8.0f}{table.failing:>9}{rate:>9.1f}"
        print(f"{size}{slowest:>12.2f}  {asked.seed}:{number}")
    inputs, failing = (sum(getattr(table, name) for table in tables.values()) for name in ("inputs", "failing"))
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    sound = 100 * (inputs - failing) / inputs
    print(f"{failing} of {inputs} inputs fail, by {len(found.first)} causes; at most {peak:.0f} MB in a process")
    for place, (cause, often) in enumerate(found.often.most_common()):
        print(f"\n{often} times, first", end="")
        tell(asked.seed, *found.first[cause], cut_down=place < CUT_DOWN)
    sys.exit(sound < FLOOR)


if __name__ == "__main__":
    main()
