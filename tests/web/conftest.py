"""An archive with three stories, served; and the same with people who log in."""

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from browsing import Browser
from dateline.archive import open as open_archive
from dateline.archive.archive import Archive
from dateline.web.access.people import with_person
from dateline.web.access.roles import Role
from dateline.web.app import app
from dateline.web.settings import Settings
from sample_stories import BAKERY, FERRY, SUMMIT, article

NOW = dt.datetime(2024, 1, 2, 3, 4, 5, tzinfo=dt.UTC)
PASSWORD = "correct horse battery"


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of an archive with three stories."""
    path = tmp_path_factory.mktemp("archive") / "news.db"
    with open_archive(path, now=lambda: NOW) as opened:
        opened.add([article(*told) for told in sorted((*FERRY, *SUMMIT, *BAKERY), key=lambda told: told[1])])
    return path


@pytest.fixture
def archive(filled: Path, tmp_path: Path) -> Iterator[Archive]:
    """Three stories, whose clock stands still."""
    with open_archive(shutil.copy(filled, tmp_path / "news.db"), now=lambda: NOW) as opened:
        yield opened


@pytest.fixture
def browser(archive: Archive) -> Iterator[Browser]:
    """Alone at this machine."""
    with Browser(app(archive, Settings(parse=False, owner="ada"))) as opened:
        yield opened


@pytest.fixture(scope="session")
def people(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three who may log in: rhea reads, max marks, adam adds."""
    path = tmp_path_factory.mktemp("people") / "users.json"
    for name, role in (("rhea", Role.READ), ("max", Role.MARK), ("adam", Role.ADD)):
        with_person(path, name, PASSWORD, role)
    return path


@pytest.fixture
def users(people: Path, tmp_path: Path) -> Path:
    """The same, to be changed."""
    return Path(shutil.copy(people, tmp_path / "users.json"))
