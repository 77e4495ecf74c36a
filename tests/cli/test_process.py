"""The command as a process: its streams, its locale, how it is started and how it is ended."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]


pytestmark = pytest.mark.slow


def test_version(in_a_process: Command) -> None:
    done = in_a_process("--version")
    assert (done.returncode, done.stdout[:9], done.stderr) == (0, b"dateline ", b"")


def test_output_is_utf8_whatever_the_locale(in_a_process: Command, news: Path) -> None:
    (news / "cafe.txt").write_text("Date: 2021-06-04\n\nThe café “Zürich” burned on Tuesday.\n", encoding="utf-8")
    env = {"LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
    assert "café “Zürich”" in in_a_process("timeline", news, "-f", "markdown", env=env).stdout.decode("utf-8")


@pytest.mark.parametrize(
    ("behind", "reason"), [(">&-", b"it is closed"), (">/dev/full", b"the disk is full")], ids=["closed", "full"]
)
def test_standard_output_that_takes_nothing_is_told(
    in_a_process: Command, news: Path, behind: str, reason: bytes
) -> None:
    done = in_a_process("timeline", news, behind=behind)
    assert done.returncode == 2
    assert done.stderr == b"dateline: standard output cannot be written: " + reason + b". Name another output with -o\n"


def test_no_standard_streams_at_all(in_a_process: Command, news: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.json"
    assert in_a_process("timeline", news, "-o", output, behind="<&- >&- 2>&-").returncode == 0
    assert len(json.loads(output.read_bytes())["articles"]) == 2
    assert in_a_process("timeline", "-", behind="<&-").returncode == 2


def test_a_reader_that_has_seen_enough_is_no_error(in_a_process: Command, news: Path) -> None:
    done = in_a_process("timeline", news, "-f", "html", behind="| head -c 1")
    assert (done.stdout, done.stderr) == (b"<", b"")


def test_standard_output_by_its_other_name_is_added_to(in_a_process: Command, news: Path, tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_bytes(b"before\n")
    in_a_process("timeline", news, "-f", "json", "-o", "/dev/stdout", behind=f">> {log}")
    before, after = log.read_bytes().split(b"\n", 1)
    assert before == b"before"
    assert json.loads(after)


def test_terminated_is_status_143_and_no_output(tmp_path: Path) -> None:
    output = tmp_path / "out.json"
    output.write_text("yesterday")
    command = [sys.executable, "-m", "dateline", "timeline", "-", "--no-parse", "-o", str(output)]
    running = subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE)
    assert running.stdin
    # More than a pipe holds: once all is written, the command is reading.
    running.stdin.write(b'{"published": "2021-06-04", "text": "The port closed."}\n' * 5_000)
    running.send_signal(signal.SIGTERM)
    _, told = running.communicate()
    assert (running.returncode, told) == (143, b"")
    assert os.listdir(tmp_path) == ["out.json"]  # noqa: PTH208 - hidden ones, too
    assert output.read_text() == "yesterday"
