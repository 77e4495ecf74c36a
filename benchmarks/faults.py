"""Do the tests notice when a decision is made wrongly? Faults put on purpose, one at a time.

    python benchmarks/faults.py                 every fault of `faults.toml`, against the tests nearest to it
    python benchmarks/faults.py --only speaker  those whose decision or file holds these letters
    python benchmarks/faults.py --sample 60     so many, drawn with a fixed seed; `--seed 7` draws others
    python benchmarks/faults.py --whole         what the nearest tests miss is also tried against all tests

Each fault changes one place of a scratch copy of the package: the line that decides is turned round or taken out. The
tests must then fail. Prints how many faults of each decision were caught, and those that were not. Ends with status 1
below the floor in `floors.json`, and with 2 when the code to change is no longer there, or the tests fail without any
fault.
"""

import argparse
import ast
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "benchmarks" / "faults.toml"
PACKAGE = Path("src") / "dateline"
# The percentage of faults that must be caught.
FLOOR = json.loads((ROOT / "benchmarks" / "floors.json").read_text(encoding="utf-8"))["faults"]["floors"]["caught"]
SEED = 2019
# Seconds after which tests that do not end count as failed.
PATIENCE = 600
# Exit statuses of pytest: all passed; a test failed; the tests could not be imported.
PASSED, FAILED, BROKEN = 0, 1, 2

_COPIED = ("src", "tests", "benchmarks", "examples", "docs", "scripts", ".ci", "pyproject.toml")
_LEFT = shutil.ignore_patterns("__pycache__", "out", "*.egg-info")


class Moved(Exception):
    """The code that a fault changes is not where the table says, or stands there more than once."""


@dataclass(frozen=True)
class Fault:
    """One change for the worse."""

    decision: str
    """What is decided there, as `docs/decisions.md` has it."""
    file: str
    """The module or data file, from `src/dateline/` on."""
    find: str
    """The code to change, character for character; it stands once in the file, or in `within`."""
    put: str
    """What stands there instead."""
    tests: tuple[str, ...]
    """The tests nearest to it: files, folders or single tests, from `tests/` on."""
    within: str = ""
    """The function or class in which `find` stands once."""

    def __str__(self) -> str:
        return f"{self.file}{f' {self.within}' if self.within else ''}: {_line(self.find)} → {_line(self.put)}"


def faults() -> list[Fault]:
    """The table."""
    rows = tomllib.loads(TABLE.read_text(encoding="utf-8"))["fault"]
    return [Fault(**{**row, "tests": tuple(row["tests"])}) for row in rows]


def faulty(fault: Fault, source: str) -> str:
    """The source of a file with the fault in it.

    Raises Moved when the code to find is not there once, or what stands there instead is no Python.
    """
    start, end = (0, len(source)) if not fault.within else _extent(fault, source)
    count = source.count(fault.find, start, end)
    if count != 1:
        raise Moved(
            f"{fault.file}{f', in {fault.within}' if fault.within else ''}: the code to change stands there {count} "
            f"times, not once: {_line(fault.find)}. See where the decision went, and mend benchmarks/faults.toml"
        )
    at = source.index(fault.find, start, end)
    changed = source[:at] + fault.put + source[at + len(fault.find) :]
    if fault.file.endswith(".py"):
        try:
            ast.parse(changed)
        except SyntaxError as error:
            raise Moved(f"{fault.file}: with {_line(fault.put)} it is no Python: {error}") from error
    return changed


def _extent(fault: Fault, source: str) -> tuple[int, int]:
    """Where a function or class stands in its file, by offsets."""
    kinds = (ast.FunctionDef, ast.ClassDef)
    named = [node for node in ast.walk(ast.parse(source)) if isinstance(node, kinds) and node.name == fault.within]
    if len(named) != 1:
        raise Moved(f"{fault.file}: {fault.within} is defined there {len(named)} times, not once")
    lines = source.splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    return starts[named[0].lineno - 1], starts[named[0].end_lineno or named[0].lineno]


class Scratch:
    """A copy of the project in which one fault stands at a time."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in _COPIED:
            source = ROOT / name
            if source.is_dir():
                shutil.copytree(source, folder / name, ignore=_LEFT)
            elif source.exists():
                shutil.copy2(source, folder / name)
        for page in ROOT.glob("*.md"):
            shutil.copy2(page, folder / page.name)

    def caught(self, fault: Fault, tests: Sequence[str]) -> bool:
        """Whether the tests fail with the fault in its place."""
        path = self.folder / PACKAGE / fault.file
        whole = path.read_text(encoding="utf-8")
        before = path.stat()
        try:
            path.write_text(faulty(fault, whole), encoding="utf-8")
            self._forget(path)
            return self.run(tests) != PASSED
        finally:
            path.write_text(whole, encoding="utf-8")
            os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
            self._forget(path)

    def run(self, tests: Sequence[str], *, quiet: bool = True) -> int:
        """The exit status of pytest over some tests, stopped at the first that fails."""
        command = [sys.executable, "-m", "pytest", "-x", "-q", "-m", ""]
        command += ["-p", "no:cacheprovider", "--no-header", "--tb=short"]
        try:
            done = subprocess.run(
                [*command, *(f"tests/{test}" for test in tests)],
                cwd=self.folder,
                env=self._environment(),
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                timeout=PATIENCE,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return FAILED
        if not quiet and done.returncode:
            print(done.stdout.decode("utf-8", "replace")[-3000:])
        if done.returncode not in {PASSED, FAILED, BROKEN}:
            raise SystemExit(f"pytest ended with {done.returncode}:\n{done.stdout.decode('utf-8', 'replace')[-2000:]}")
        return done.returncode

    def _environment(self) -> dict[str, str]:
        """This process's environment, but for what would count the copy's lines among ours."""
        ours = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
        return {**ours, "PYTHONPATH": str(self.folder / "src"), "PYTEST_ADDOPTS": ""}

    @staticmethod
    def _forget(path: Path) -> None:
        """Take away what Python compiled of a module: it would be used again for a change within the same second."""
        for compiled in (path.parent / "__pycache__").glob(f"{path.stem}.*"):
            compiled.unlink()


def tried(planted: Sequence[Fault], processes: int, *, whole: bool) -> Iterator[tuple[Fault, bool]]:
    """Each fault with whether it was caught, in their order; several are tried at once, each in a copy of its own."""
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(processes) as pool:
        free: SimpleQueue[Scratch] = SimpleQueue()
        for number in range(processes):
            free.put(Scratch(Path(folder) / str(number)))

        def attempt(fault: Fault) -> bool:
            scratch = free.get()
            try:
                return scratch.caught(fault, fault.tests) or (whole and scratch.caught(fault, ("",)))
            finally:
                free.put(scratch)

        yield from zip(planted, pool.map(attempt, planted), strict=True)


def sound(planted: Sequence[Fault]) -> bool:
    """Whether every fault finds its place, and its tests pass without it; says what does not."""
    well = True
    for fault in planted:
        try:
            faulty(fault, (ROOT / PACKAGE / fault.file).read_text(encoding="utf-8"))
        except (Moved, FileNotFoundError) as error:
            well = False
            print(error)
    if well:
        with tempfile.TemporaryDirectory() as folder:
            tests = sorted({test for fault in planted for test in fault.tests})
            well = Scratch(Path(folder) / "0").run(tests, quiet=False) == PASSED
    return well


def _line(code: str) -> str:
    shown = " ".join(code.split()) or "nothing"
    return shown if len(shown) <= 70 else f"{shown[:67]}..."


def told(outcomes: Mapping[str, Sequence[tuple[Fault, bool]]]) -> float:
    """Print the table and what was missed; the percentage that was caught."""
    print(f"{'decision':58}{'faults':>8}{'caught':>8}")
    for decision, rows in outcomes.items():
        print(f"{decision:58}{len(rows):>8}{sum(caught for _, caught in rows):>8}")
    every = [row for rows in outcomes.values() for row in rows]
    share = 100 * sum(caught for _, caught in every) / len(every)
    print(f"{'all':58}{len(every):>8}{sum(caught for _, caught in every):>8}  {share:.1f} %")
    for fault, caught in every:
        if not caught:
            print(f"not caught: {fault}")
    return share


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", help="only faults whose decision or file holds these letters")
    parser.add_argument("--sample", type=int, metavar="N", help="only so many of them, drawn with a seed")
    parser.add_argument("--seed", type=int, default=SEED, help="by which the sample is drawn")
    parser.add_argument("--whole", action="store_true", help="try what the nearest tests miss against all tests, too")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    asked = parser.parse_args()
    planted = [fault for fault in faults() if asked.only in fault.decision or asked.only in fault.file]
    if not planted:
        raise SystemExit(f"no fault of {TABLE.name} has {asked.only!r} in its decision or file")
    if asked.sample and asked.sample < len(planted):
        planted = random.Random(asked.seed).sample(planted, asked.sample)
    if not sound(planted):
        sys.exit(2)
    outcomes: dict[str, list[tuple[Fault, bool]]] = defaultdict(list)
    for fault, caught in tried(planted, asked.processes, whole=asked.whole):
        outcomes[fault.decision].append((fault, caught))
    sys.exit(told(outcomes) < FLOOR)


if __name__ == "__main__":
    main()
