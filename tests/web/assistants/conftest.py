"""An assistant that asks an archive of three stories."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assisting import Assistant
from dateline.archive import open as open_archive


@pytest.fixture(scope="session")
def assistant(filled: Path) -> Iterator[Assistant]:
    """One that asks an archive of three stories."""
    with open_archive(filled, read_only=True) as archive:
        yield Assistant(archive)
