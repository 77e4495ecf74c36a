"""The parser, loaded once for all tests of this folder; where it is not installed they are skipped."""

from collections.abc import Callable

import pytest

from dateline.events.parsing import parser
from dateline.events.parsing.parse import Parse
from dateline.languages import english
from dateline.text.sentences import split


@pytest.fixture(scope="session")
def loaded() -> parser.Parser:
    if not parser.installed():
        pytest.skip("the parser's model is not installed")
    return parser.load()


@pytest.fixture(scope="session")
def parsed(loaded: parser.Parser) -> Callable[[str], Parse]:
    """Parses all sentences of a text."""
    return lambda text: next(loaded.parse([(text, split(english(), text))]))
