import datetime as dt

import pytest

from dateline.model import ArticleReference, Evidence, Status
from dateline.writers.phrasing.citations import citations, cite, outlet, web_address

DAY = dt.date(2023, 5, 1)


@pytest.mark.parametrize("url", ["https://wire.example/a?b=c&d=%20#e", "http://wire.example"])
def test_web_addresses_can_be_linked_to(url: str) -> None:
    assert web_address(url) == url


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,x",
        "//wire.example",
        "wire.example/a",
        "https:///a",
        "https://wire.example/a b",
        "https://wire.example/\x00",
        "https://wire.example/\u202egpj",
        "https://[wire",
    ],
)
def test_nothing_else_can(url: str | None) -> None:
    assert web_address(url) is None


def test_an_outlet_without_a_name_goes_by_its_host_or_the_id() -> None:
    assert outlet(ArticleReference("a", None, "Bridge opens", DAY, "https://www.wire.example/1")) == "www.wire.example"
    assert outlet(ArticleReference("a", None, "Bridge opens", DAY, None)) == "a"


def test_passages_of_one_article_under_one_speaker_are_cited_once() -> None:
    articles = {"a": ArticleReference("a", "Coast Wire", None, DAY, None)}
    own, said = (Evidence("a", 0, 1, "x", Status.HAPPENED, speaker) for speaker in (None, "Ada Holm"))
    assert [(citation.outlet, citation.said_by) for citation in citations([own, said, own], articles)] == [
        ("Coast Wire", None),
        ("Coast Wire", "Ada Holm"),
    ]


def test_an_article_nothing_is_known_of_is_cited_by_its_id() -> None:
    assert cite(Evidence("a", 0, 1, "x", Status.HAPPENED, None), {}).outlet == "a"
