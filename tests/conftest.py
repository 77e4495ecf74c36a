"""Settings of all tests."""

from hypothesis import settings

# The first example of a test pays for imports and data files; a limit on time would only make tests fail by chance.
settings.register_profile("dateline", deadline=None, derandomize=True)
settings.load_profile("dateline")
