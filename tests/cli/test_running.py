"""Every outcome of a command has its line and its exit status."""

import io
import sys
from dataclasses import dataclass
from typing import Annotated

import pytest
import typer

from dateline.cli import statuses
from dateline.cli.running import Run, as_command
from dateline.errors import InputError, NothingToRead, OptionError, UnforeseenFault, UnwritableOutput, in_article
from dateline.model import Article

LEFT_OUT = InputError("desk/a.txt", "it has no date", "Give it one")


@dataclass(frozen=True)
class Shelf:
    row: Annotated[int, typer.Option(help="Which row.")]
    label: Annotated[str, typer.Option("--label", "-l")] = "news"


def ended(
    *arguments: str, problems: tuple[InputError, ...] = (), error: BaseException | None = None
) -> tuple[int, list[str]]:
    """Exit status and lines on standard error of a command that meets these problems, then this error."""

    def command(*, shelf: Shelf, run: Run) -> None:
        run.note(f"row {shelf.row} of {shelf.label}")
        run.problems += problems
        if error is not None:
            raise error

    app = typer.Typer(rich_markup_mode=None)
    app.command()(as_command(command))
    err = io.StringIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stderr", err)
        with pytest.raises(SystemExit) as done:
            app(["--row", "3", *arguments])
    assert isinstance(done.value.code, int)
    return done.value.code, err.getvalue().splitlines()


def test_options_reach_the_command_in_their_bundle() -> None:
    assert ended() == (0, ["dateline: note: row 3 of news"])
    assert ended("-l", "old", "--row", "4") == (0, ["dateline: note: row 4 of old"])


def test_quiet_silences_notes_and_no_problem() -> None:
    assert ended("--quiet", problems=(LEFT_OUT,)) == (
        1,
        ["dateline: left out: desk/a.txt: it has no date. Give it one"],
    )


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (OptionError("dates is 0. Use 1 or more"), "dateline: dates is 0. Use 1 or more"),
        (NothingToRead("there is no article to read"), "dateline: there is no article to read"),
        (
            UnwritableOutput("a.json", "the disk is full"),
            "dateline: a.json cannot be written: the disk is full. Name another output with -o",
        ),
    ],
)
def test_no_output_is_status_two_and_says_why_after_what_was_left_out(error: Exception, line: str) -> None:
    status, lines = ended("-q", problems=(LEFT_OUT,), error=error)
    assert status == statuses.FAILED
    assert lines == ["dateline: left out: desk/a.txt: it has no date. Give it one", line]


def test_an_unforeseen_fault_is_one_line_with_no_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATELINE_DEBUG", raising=False)
    status, (line,) = ended("-q", error=IndexError("list index\nout of range"))
    assert status == statuses.FAILED
    assert line == (
        f"dateline: unforeseen fault: IndexError: list index out of range (cli/running.py:{line.rpartition(':')[2]}"
    )


def test_debugging_prints_the_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_DEBUG", "1")
    _, lines = ended("-q", error=IndexError("list index out of range"))
    assert lines[0] == "Traceback (most recent call last):"
    assert lines[-1].startswith("dateline: unforeseen fault: IndexError")


def test_a_fault_in_one_article_costs_that_article(monkeypatch: pytest.MonkeyPatch) -> None:
    try:
        raise ZeroDivisionError("division by zero")
    except ZeroDivisionError as error:
        fault = in_article(Article("a1", "", read_from="desk/a.txt"), error)
    assert isinstance(fault, UnforeseenFault)
    monkeypatch.delenv("DATELINE_DEBUG", raising=False)
    status, (line,) = ended("-q", problems=(fault,))
    assert status == statuses.LEFT_OUT
    assert line.startswith("dateline: left out: desk/a.txt: an unforeseen fault of Dateline, ZeroDivisionError: ")
    monkeypatch.setenv("DATELINE_DEBUG", "1")
    assert any("test_running.py" in line for line in ended("-q", problems=(fault,))[1])


def test_an_interrupt_is_status_130() -> None:
    assert ended("-q", error=KeyboardInterrupt()) == (statuses.INTERRUPTED, ["dateline: stopped"])


def test_standard_error_that_takes_nothing_changes_no_status(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(typer, "echo", full)
    assert ended(problems=(LEFT_OUT,)) == (statuses.LEFT_OUT, [])
