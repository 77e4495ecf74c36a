"""Settings of all tests."""

from collections.abc import Iterator

import pytest
from hypothesis import settings

from dateline import languages

# The first example of a test pays for imports and data files; a limit on time would only make tests fail by chance.
settings.register_profile("dateline", deadline=None, derandomize=True)
settings.load_profile("dateline")


@pytest.fixture
def languages_as_they_were() -> Iterator[None]:
    """A language that a test adds is gone behind it."""
    before = dict(languages._added)
    yield
    languages._added.clear()
    languages._added.update(before)
    languages._of_all.clear()
