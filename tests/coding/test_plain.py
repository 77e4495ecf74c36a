"""Tellings as plain values, with full names."""

import datetime as dt
import json

from dateline.coding.plain import plain
from dateline.coding.reading import tellings
from dateline.events.parsing.parser import Parser
from dateline.model import Article
from dateline.reading.article import read_article

TEXT = "Danish foreign minister Anna Holt flew home. Holt condemned the arrest of two traders in Lagos."


def test_full_names_and_whom_the_article_names(loaded: Parser) -> None:
    reading = read_article(Article(id="a", text=TEXT, published=dt.date(2019, 4, 24), source="Example Wire"))
    [told] = tellings([reading], loaded)
    value = plain(reading, told)[-1]
    assert (value["actors"][0]["name"], value["actors"][0]["country"], value["people"]) == (
        "Anna Holt",
        "DNK",
        ["Anna Holt"],
    )
    assert json.loads(json.dumps(value)) == value
