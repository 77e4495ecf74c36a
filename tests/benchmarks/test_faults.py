"""Faults on purpose: each finds its place, and the harness tells caught from missed."""

from pathlib import Path

import pytest

import faults
from faults import Fault, Moved, faulty

ROOT = Path(__file__).parents[2]
SOURCE = '''\
"""Ferries."""


def sails(day: str) -> bool:
    return day != "Sunday"


def late(minutes: int) -> bool:
    return minutes > 5
'''
TEST = """\
from dateline.ferries import sails


def test_no_ferry_sails_on_sundays() -> None:
    assert not sails("Sunday")
"""


@pytest.mark.parametrize("fault", faults.faults(), ids=str)
def test_the_code_that_a_fault_changes_is_where_the_table_says(fault: Fault) -> None:
    path = ROOT / faults.PACKAGE / fault.file
    assert faulty(fault, path.read_text(encoding="utf-8"))
    for test in fault.tests:
        assert (ROOT / "tests" / test.partition("::")[0]).exists(), test


def test_sixty_faults_or_more_are_planted_and_none_twice() -> None:
    planted = [(fault.file, fault.within, fault.find, fault.put) for fault in faults.faults()]
    assert len(planted) == len(set(planted)) >= 60


def ferry(find: str, put: str, within: str = "") -> Fault:
    return Fault("when a ferry sails", "ferries.py", find, put, ("test_ferries.py",), within)


def test_a_fault_changes_one_place() -> None:
    assert faulty(ferry("!=", "=="), SOURCE) == SOURCE.replace("!=", "==")
    assert "return True" in faulty(ferry("return minutes > 5", "return True", "late"), SOURCE)


@pytest.mark.parametrize(
    ("fault", "why"),
    [
        (ferry("day == ", ""), "stands there 0 times"),
        (ferry("return", "pass"), "stands there 2 times"),
        (ferry("!=", "==", "late"), "in late: the code to change stands there 0 times"),
        (ferry("!=", "==", "early"), "early is defined there 0 times"),
        (ferry("!=", "= ="), "it is no Python"),
    ],
)
def test_a_fault_whose_place_is_gone_is_told(fault: Fault, why: str) -> None:
    with pytest.raises(Moved, match=why):
        faulty(fault, SOURCE)


@pytest.fixture
def harbour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of one module and one test."""
    project = tmp_path / "project"
    for path, content in (("src/dateline/ferries.py", SOURCE), ("tests/test_ferries.py", TEST)):
        (project / path).parent.mkdir(parents=True)
        (project / path).write_text(content, encoding="utf-8")
    (project / "src" / "dateline" / "__init__.py").touch()
    (project / "pyproject.toml").touch()
    monkeypatch.setattr(faults, "ROOT", project)
    return project


@pytest.mark.slow
def test_what_the_tests_do_not_look_at_is_missed(harbour: Path) -> None:
    planted = [ferry("!=", "=="), ferry("> 5", "> 50")]
    assert faults.sound(planted)
    assert [caught for _, caught in faults.tried(planted, 1, whole=False)] == [True, False]
    assert (harbour / "src/dateline/ferries.py").read_text(encoding="utf-8") == SOURCE


def test_the_table_names_what_was_missed(capsys: pytest.CaptureFixture[str]) -> None:
    caught, missed = ferry("!=", "=="), ferry("> 5", "> 50", "late")
    assert faults.told({"when a ferry sails": [(caught, True), (missed, False)]}) == 50
    assert "not caught: ferries.py late: > 5 → > 50" in capsys.readouterr().out
