"""A folder of news, and the command as a user runs it."""

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from dateline.cli import app

HARBOUR = """\
Title: Port of Mellow Bay to close
Date: 2021-06-03
Source: Mellow Bay Courier
Language: en

The port of Mellow Bay will close on June 10, harbour master Ada Quill said on Wednesday.
Dockers walked out on Tuesday after talks with Ms. Quill failed.
The port was rebuilt in 1987.
"""
LATER = """\
Title: Port closed
Date: 2021-06-11
Source: Southern Wire
Language: en

Ada Quill closed the port of Mellow Bay on June 10.
"""


class Ended(NamedTuple):
    """What came of a command."""

    returncode: int
    stdout: bytes
    stderr: bytes


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "courier.txt").write_text(HARBOUR, encoding="utf-8")
    (folder / "wire.txt").write_text(LATER, encoding="utf-8")
    return folder


@pytest.fixture
def texts() -> dict[str, str]:
    """The text of each article of `news`, by its id."""
    return {"courier.txt": HARBOUR, "wire.txt": LATER}


@pytest.fixture
def dateline(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ended]:
    """Runs a command in this process; without the parser, which takes long to load, unless it is asked for."""

    def run(*arguments: str | Path, stdin: bytes = b"") -> Ended:
        out, err = io.BytesIO(), io.BytesIO()
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
            patch.setattr(sys, "stdout", io.TextIOWrapper(out, write_through=True))
            patch.setattr(sys, "stderr", io.TextIOWrapper(err, write_through=True))
            with pytest.raises(SystemExit) as ended:
                app([*map(str, arguments), *_unparsed(arguments)], prog_name="dateline")
            assert isinstance(ended.value.code, int)
            return Ended(ended.value.code, out.getvalue(), err.getvalue())

    return run


@pytest.fixture
def in_a_process() -> Callable[..., Ended]:
    """Runs a command in a process of its own, as a user does, with what a shell puts behind it (`>&-`)."""

    def run(*arguments: str | Path, behind: str = "", env: dict[str, str] | None = None) -> Ended:
        command = [sys.executable, "-m", "dateline", *map(str, arguments), *_unparsed(arguments)]
        done = subprocess.run(
            ["/bin/sh", "-c", f'"$@" {behind}', "sh", *command],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            env={**os.environ, **(env or {})},
        )
        return Ended(done.returncode, done.stdout, done.stderr)

    return run


def _unparsed(arguments: tuple[str | Path, ...]) -> list[str]:
    return ["--no-parse"] if arguments[0] in {"timeline", "changes", "annotate"} and "--parse" not in arguments else []
