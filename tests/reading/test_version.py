"""A stored reading fits only the analysis that made it."""

import shutil
from pathlib import Path

import pytest

import dateline.languages
from dateline.languages import Language, named
from dateline.reading import version as versions
from dateline.reading.version import version

ENGLISH = Path(dateline.languages.__path__[0]) / "en"


@pytest.fixture
def own(tmp_path: Path) -> Language:
    """A language of one's own, in a folder that can be written to."""
    shutil.copytree(ENGLISH / "entities", tmp_path / "entities")
    shutil.copy(ENGLISH / "language.toml", tmp_path)
    return Language("xx", tmp_path)


def test_it_is_the_same_as_long_as_nothing_changes(own: Language) -> None:
    before = version(own)
    own.forget()
    assert version(own) == before


@pytest.mark.parametrize("file", ["entities/names.toml", "entities/countries.tsv", "language.toml"])
def test_it_changes_with_a_file_of_the_language(own: Language, tmp_path: Path, file: str) -> None:
    before = version(own)
    with (tmp_path / file).open("a", encoding="utf-8") as opened:
        opened.write("\n# changed\n")
    own.forget()
    assert version(own) != before


def test_it_changes_with_a_file_that_is_added(own: Language, tmp_path: Path) -> None:
    before = version(own)
    (tmp_path / "text").mkdir()
    (tmp_path / "text" / "words.toml").write_text("", encoding="utf-8")
    own.forget()
    assert version(own) != before


def test_another_language_has_another_one(own: Language) -> None:
    assert version(own) != version(named("en"))


@pytest.mark.parametrize(
    ("name", "value"), [("__version__", "0.0.0"), ("_DEPENDENCIES", ("sentencex",)), ("_ROOMS", ("times",))]
)
def test_it_changes_with_the_code_and_what_that_rests_on(
    own: Language, monkeypatch: pytest.MonkeyPatch, name: str, value: object
) -> None:
    before = version(own)
    monkeypatch.setattr(versions, name, value)
    own.forget()
    assert version(own) != before


def test_the_data_of_another_language_does_not_count(own: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    files = versions._files

    def told(*arguments: object, **named: object) -> object:
        for path, file in files(*arguments, **named):  # type: ignore[arg-type]
            read.append(str(file))
            yield path, file

    monkeypatch.setattr(versions, "_files", told)
    version(own)
    assert any(file.endswith("identification.py") for file in read)
    assert not any(str(ENGLISH) in file for file in read)
