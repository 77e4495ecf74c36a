import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
STORM = ROOT / "examples" / "storm" / "articles"


@contextmanager
def serving(*arguments: str, where: Path) -> Iterator[tuple[str, "subprocess.Popen[str]"]]:
    """A server in a process of its own, and its address."""
    command = [sys.executable, "-m", "dateline", "serve", *arguments, "--no-open", "--no-parse", "--port", "0"]
    process = subprocess.Popen(command, cwd=where, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    try:
        told = ""
        for line in process.stderr:
            told += line
            if found := re.search(r"at (http://\S+/)", line):
                yield found[1], process
                break
        else:
            raise AssertionError(told)
    finally:
        process.terminate()
        process.wait(20)
        process.stderr.close()


def failed(*arguments: str, where: Path) -> str:
    command = [sys.executable, "-m", "dateline", "serve", *arguments, "--no-open"]
    done = subprocess.run(command, cwd=where, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 2
    return done.stderr


@pytest.mark.slow
def test_files_are_shown_at_once_and_nothing_is_left_behind(tmp_path: Path) -> None:
    with serving(str(STORM), where=tmp_path) as (address, process):
        told = httpx.get(f"{address}stories.json").json()
        assert told["total"] >= 1
        assert httpx.get(f"{address}stories/1").status_code == 200
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 143
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_an_archive_is_served_and_stays(tmp_path: Path) -> None:
    with serving("--archive", "news.db", where=tmp_path) as (address, _):
        assert "There is no story yet" in httpx.get(f"{address}stories").text
    assert (tmp_path / "news.db").exists()


def test_an_open_address_needs_people(tmp_path: Path) -> None:
    assert "--users FILE" in failed("--host", "0.0.0.0", where=tmp_path)


def test_a_port_that_is_taken_is_told(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        assert "Use another --port" in failed("--archive", "news.db", "--port", port, where=tmp_path)


def test_a_file_of_people_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert "dateline user add" in failed("--archive", "news.db", "--users", "none.json", "--port", "0", where=tmp_path)


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_who_is_let_in(tmp_path: Path) -> None:
    def user(*arguments: str, given: str = "") -> "subprocess.CompletedProcess[str]":
        command = [sys.executable, "-m", "dateline", "user", *arguments, "--users", "users.json"]
        return subprocess.run(command, cwd=tmp_path, input=given, capture_output=True, text=True, check=False)

    assert user("add", "ada", "--role", "mark", given="correct horse battery\n").returncode == 0
    token = user("token", "ada").stdout.strip()
    assert token.startswith("dl_")
    assert token not in (tmp_path / "users.json").read_text("utf-8")
    assert "ada\tmark" in user("list").stdout
    assert "too short" in user("add", "bo", given="short\n").stderr
    assert user("remove", "ada").returncode == 0
    assert user("list").stdout == ""
