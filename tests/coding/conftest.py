"""The parser, loaded once for all tests of this folder; where it is not installed they are skipped."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from dateline.coding.reading import Telling, tellings
from dateline.events.parsing import parser
from dateline.events.parsing.parse import Parse
from dateline.languages import named
from dateline.model import Article
from dateline.reading.article import read_article
from dateline.text.sentences import split

ENGLISH = named("en")

Plain = dict[str, Any]

Told = Callable[[str], list[Telling]]


@pytest.fixture(scope="session")
def loaded() -> parser.Parser:
    if not parser.installed(ENGLISH):
        pytest.skip("the parser's model is not installed")
    return parser.load(ENGLISH)


@pytest.fixture(scope="session")
def parsed(loaded: parser.Parser) -> Callable[[str], Parse]:
    """Parses all sentences of a text."""
    return lambda text: next(loaded.parse([(text, split(ENGLISH, text))]))


@pytest.fixture(scope="session")
def told(loaded: parser.Parser) -> Told:
    """What an article of 24 April 2019, a Wednesday, tells."""

    def read(text: str) -> list[Telling]:
        article = Article(id="a", text=text, published=dt.date(2019, 4, 24), source="Example Wire")
        return next(iter(tellings([read_article(article)], loaded)))

    return read


def party(raw: str, country: str = "", sectors: tuple[str, ...] = (), name: str = "") -> Plain:
    """Who takes part, as plain values."""
    return {
        "name": name,
        "country": country,
        "sectors": list(sectors),
        "title": "",
        "raw": raw,
        "is_told": False,
        "is_country": False,
    }


def telling(
    evidence: str,
    *,
    day: str = "2019-04-23",
    basis: str = "computed",
    published: str = "2019-04-24",
    source: str = "Harbour Post",
    status: str = "happened",
    type_: str = "COERCE",
    mode: str = "arrest",
    actors: tuple[Plain, ...] = (party("Kenyan police", "KEN", ("COP",)),),
    recipients: tuple[Plain, ...] = (party("40 protesters", "KEN", ("CVL",)),),
    is_mutual: bool = False,
    article: str = "a1",
    origin: str = "",
) -> Plain:
    """What one article tells, as plain values."""
    return {
        "article": article,
        "source": source,
        "origin": origin or source,
        "url": "",
        "language": "en",
        "published": published,
        "type": type_,
        "mode": mode,
        "contexts": [],
        "status": status,
        "said_by": "",
        "date": {"value": day, "first": day, "last": day, "basis": basis},
        "actors": list(actors),
        "recipients": list(recipients),
        "is_mutual": is_mutual,
        "place": None,
        "start": 0,
        "end": len(evidence),
        "trigger": 5,
        "evidence": evidence,
        "rule": "arrest -",
        "is_quoted": False,
        "is_plain": True,
        "confidence": 200,
        "people": [],
        "organizations": [],
        "locations": [],
    }


@pytest.fixture
def making() -> Callable[..., Plain]:
    """Makes what one article tells, with fields other than usual."""
    return telling


@pytest.fixture
def taking_part() -> Callable[..., Plain]:
    return party
