from collections.abc import Callable
from pathlib import Path
from typing import Any


def test_private_addresses_are_refused_by_name(dateline: Callable[..., Any], tmp_path: Path) -> None:
    ended = dateline("fetch", "http://127.0.0.1:9/", "http://169.254.169.254/", "-o", str(tmp_path / "pages"))
    told = ended.stderr.decode()
    assert told.count("a machine of a private network") == 2
    assert "nothing was fetched" in told
    assert ended.returncode == 2


def test_other_schemes_are_refused(dateline: Callable[..., Any], tmp_path: Path) -> None:
    ended = dateline("fetch", "file:///etc/passwd", "-o", str(tmp_path / "pages"))
    assert "only http and https are" in ended.stderr.decode()
    assert ended.returncode == 2
    assert not (tmp_path / "pages").exists()


def test_an_address_given_to_another_command_is_sent_to_fetch(dateline: Callable[..., Any]) -> None:
    assert "Use dateline fetch" in dateline("read", "https://meridian.example/1").stderr.decode()
