"""The empty language names every key there is, says what it is, and leaves it empty: a second language starts there."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

import dateline.languages

HERE = Path(dateline.languages.__path__[0])
ENGLISH, EMPTY = HERE / "en", HERE / "und"
FILES = sorted(file.relative_to(ENGLISH).as_posix() for file in ENGLISH.rglob("*.toml"))

_KEY = re.compile(r'(?:"[^"]+"|[\w-]+) = ')


def keys(settings: Mapping[str, Any], above: str = "") -> Iterator[str]:
    """Every key with the tables it stands in: `stem.endings`."""
    for key, value in settings.items():
        yield f"{above}{key}"
        if isinstance(value, dict):
            yield from keys(value, f"{above}{key}.")


def leaves(settings: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for key, value in settings.items():
        if isinstance(value, dict):
            yield from leaves(value)
        else:
            yield key, value


def load(folder: Path, file: str) -> dict[str, Any]:
    return tomllib.loads((folder / file).read_text(encoding="utf-8"))


def test_it_has_the_files_of_english() -> None:
    assert sorted(file.relative_to(EMPTY).as_posix() for file in EMPTY.rglob("*.toml")) == FILES


@pytest.mark.parametrize("file", FILES)
def test_it_has_the_keys_of_english(file: str) -> None:
    assert sorted(keys(load(EMPTY, file))) == sorted(keys(load(ENGLISH, file)))


@pytest.mark.parametrize("file", FILES)
def test_its_values_are_empty(file: str) -> None:
    for key, value in leaves(load(EMPTY, file)):
        assert not value or isinstance(value, int | float) or "(?!)" in value, key


@pytest.mark.parametrize("file", FILES)
def test_a_comment_above_each_key_says_what_it_is(file: str) -> None:
    lines = (EMPTY / file).read_text(encoding="utf-8").splitlines()
    bare = [line for above, line in zip(["", *lines], lines, strict=False) if _KEY.match(line) and above[:1] != "#"]
    assert not bare
