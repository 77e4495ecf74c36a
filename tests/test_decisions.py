"""The map of decisions is true: each function, test and figure it names is there."""

import ast
import json
import re
from pathlib import Path
from typing import NamedTuple

import pytest

import faults

ROOT = Path(__file__).parent.parent
MAP = ROOT / "docs" / "decisions.md"
FLOORS = json.loads((ROOT / "benchmarks" / "floors.json").read_text(encoding="utf-8"))


class Decision(NamedTuple):
    """A row of the map."""

    decision: str
    module: str
    function: str
    test_module: str
    test: str
    figure: str


def decisions() -> list[Decision]:
    rows = re.findall(
        r"^\| (.+?) \| `(.+?)` `(.+?)` \| `(.+?)` `(.+?)` \| (.+?) \|$", MAP.read_text("utf-8"), re.MULTILINE
    )
    return [Decision(*row) for row in rows]


def defined(path: Path) -> set[str]:
    """The functions and classes of a module, methods as `Class.method`."""
    found = set()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found.add(node.name)
        if isinstance(node, ast.ClassDef):
            found |= {f"{node.name}.{method.name}" for method in node.body if isinstance(method, ast.FunctionDef)}
    return found


def test_the_map_has_thirty_decisions_and_no_row_that_is_not_read() -> None:
    rows = [line for line in MAP.read_text("utf-8").splitlines() if line.startswith("| ") and "decided in" not in line]
    assert len(rows) == len(decisions()) >= 30


@pytest.mark.parametrize("row", decisions(), ids=lambda row: row.decision)
def test_a_decision_is_where_the_map_says(row: Decision) -> None:
    assert row.function in defined(ROOT / "src" / "dateline" / row.module)
    assert row.test in defined(ROOT / "tests" / row.test_module)
    benchmark, _, figure = row.figure.partition(": ")
    assert figure in FLOORS[benchmark]["floors"]


def test_every_decision_has_faults_that_are_put_into_it() -> None:
    planted = {fault.decision for fault in faults.faults()}
    mapped = {row.decision for row in decisions()}
    assert planted <= mapped
    assert mapped - planted <= {"which words name an event", "who says what"}, "these rest on models, not on lines"
