"""The parser, loaded once for all tests of this folder; where it is not installed they are skipped."""

from collections.abc import Callable

import pytest

from dateline.events.parsing import parser
from dateline.events.parsing.parse import Parse
from dateline.languages import named
from dateline.text.sentences import split

ENGLISH = named("en")


@pytest.fixture(scope="session")
def loaded() -> parser.Parser:
    if not parser.installed(ENGLISH):
        pytest.skip("the parser's model is not installed")
    return parser.load(ENGLISH)


@pytest.fixture(scope="session")
def parsed(loaded: parser.Parser) -> Callable[[str], Parse]:
    """Parses all sentences of a text."""
    return lambda text: next(loaded.parse([(text, split(ENGLISH, text))]))
