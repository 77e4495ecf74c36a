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

_KEY = re.compile(r'("[^"]+"|[\w-]+) = ')


# Keys whose value says how the others are read, not what the language has.
SETTINGS = {"case"}


def keys(settings: Mapping[str, Any], empty: Mapping[str, Any], above: str = "") -> Iterator[str]:
    """Every key with the tables it stands in (`stem.endings`), but not those of open tables, `{}` in `empty`."""
    for key, value in settings.items():
        yield f"{above}{key}"
        if isinstance(value, dict) and empty.get(key) != {}:
            yield from keys(value, empty.get(key, {}), f"{above}{key}.")


def leaves(settings: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for key, value in settings.items():
        if isinstance(value, dict) and value:
            yield from leaves(value)
        else:
            yield key, value


def uncommented(text: str) -> Iterator[str]:
    """Keys with no comment above them or their group, or beside their table, and no word on them at the top."""
    top = re.match(r"(?:#.*\n)*", text)
    explained = set(re.findall(r"[\w-]+", top[0] if top else ""))
    commented = False
    for line in text.splitlines():
        if not line.strip():
            commented = False
        elif line.startswith("["):
            commented = commented or "#" in line
        elif line.startswith("#"):
            commented = True
        elif (key := _KEY.match(line)) and not commented and key[1] not in explained:
            yield line


def load(folder: Path, file: str) -> dict[str, Any]:
    return tomllib.loads((folder / file).read_text(encoding="utf-8"))


def test_it_has_the_files_of_english() -> None:
    assert sorted(file.relative_to(EMPTY).as_posix() for file in EMPTY.rglob("*.toml")) == FILES


@pytest.mark.parametrize("file", FILES)
def test_it_has_the_keys_of_english(file: str) -> None:
    english, empty = load(ENGLISH, file), load(EMPTY, file)
    assert set(keys(english, empty)) == set(keys(empty, empty))


def test_every_file_of_english_is_read_and_told_of() -> None:
    code = "".join(file.read_text(encoding="utf-8") for file in HERE.parent.rglob("*.py"))
    page = (Path(__file__).parents[2] / "docs" / "languages.md").read_text(encoding="utf-8")
    for file in ENGLISH.rglob("*.*"):
        assert f"{file.name}`" in page, file.name
        assert re.search(rf"[\"/]{re.escape(file.name.partition('.')[0])}[\".]", code), file.name


@pytest.mark.parametrize("file", FILES)
def test_its_values_are_empty(file: str) -> None:
    for key, value in leaves(load(EMPTY, file)):
        assert not value or isinstance(value, int | float) or "(?!)" in value or key in SETTINGS, key


@pytest.mark.parametrize("file", FILES)
def test_a_comment_says_what_each_key_is(file: str) -> None:
    assert not list(uncommented((EMPTY / file).read_text(encoding="utf-8")))
