"""An archive on SQLite and one on PostgreSQL, each empty: the same tests run on both."""

import datetime as dt
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dateline.archive import open as open_archive
from dateline.archive.archive import Archive
from dateline.model import Article
from sample_stories import BAKERY, FERRY, SUMMIT, article

SCRIPT = Path(__file__).parents[2] / "scripts" / "postgres"
NOW = dt.datetime(2024, 1, 2, 3, 4, 5, tzinfo=dt.UTC)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a PostgreSQL that was started for these tests."""
    # The path of a socket holds hardly a hundred characters.
    folder = Path(subprocess.run(["mktemp", "-d"], capture_output=True, text=True, check=True).stdout.strip())
    started = subprocess.run([str(SCRIPT), str(folder)], capture_output=True, text=True, check=False)
    if started.returncode:
        pytest.skip(f"no PostgreSQL could be started, so nothing is tested on it: {started.stderr.strip()[-200:]}")
    yield started.stdout.strip()
    subprocess.run([str(SCRIPT), "stop", str(folder)], capture_output=True, check=False)
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.slow)])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where an empty archive may be made."""
    if request.param == "sqlite":
        return str(tmp_path / "news.db")
    address: str = request.getfixturevalue("server")
    from sqlalchemy import create_engine, text

    engine = create_engine(address)
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()
    return address


@pytest.fixture
def archive(where: str) -> Iterator[Archive]:
    """An empty archive, whose clock stands still."""
    with open_archive(where, now=lambda: NOW) as opened:
        yield opened


@pytest.fixture
def pile() -> list[Article]:
    """Three stories, in order of publication."""
    return [article(*told) for told in sorted((*FERRY, *SUMMIT, *BAKERY), key=lambda told: told[1])]


@pytest.fixture
def members() -> Callable[[Archive], set[tuple[str, ...]]]:
    """The articles of each story."""
    return lambda archive: {story.articles for story in archive.stories()}
