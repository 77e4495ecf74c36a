import pytest

from dateline.archive.searching.queries import Sought, marked, parsed
from dateline.errors import QueryError


@pytest.mark.parametrize(
    ("query", "sought"),
    [
        ("ferry Sinking", [Sought(("ferry",)), Sought(("sinking",))]),
        ('"Port Selm"', [Sought(("port", "selm"))]),
        ('-strike -"Port Selm"', [Sought(("strike",), without=True), Sought(("port", "selm"), without=True)]),
        ("ferr*", [Sought(("ferr",), prefix=True)]),
        ('"port se"*', [Sought(("port", "se"), prefix=True)]),
        ("café", [Sought(("cafe",))]),
        ("U.S. o'clock", [Sought(("u", "s")), Sought(("o", "clock"))]),
        ("co-operate", [Sought(("co", "operate"))]),
        ("", []),
        (" ... ", []),
        ("AND OR NOT (near)", [Sought(("and",)), Sought(("or",)), Sought(("not",)), Sought(("near",))]),
    ],
)
def test_what_is_sought(query: str, sought: list[Sought]) -> None:
    assert parsed(query) == tuple(sought)


@pytest.mark.parametrize(("query", "at"), [('ferry "port', 6), ("a -", 2), ('""', 0), ("f*rry", 1)])
def test_a_query_that_cannot_be_read_says_where(query: str, at: int) -> None:
    with pytest.raises(QueryError, match=f"character {at + 1} on") as told:
        parsed(query)
    assert told.value.at == at


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("ferry", ["ferry", "Ferry"]),
        ('"the ferry"', ["the ferry"]),
        ("ferr*", ["ferry", "Ferry", "ferries"]),
        ("cafe", ["Café"]),
        ("ferry -the", ["ferry", "Ferry"]),
    ],
)
def test_where_it_stands_in_the_text(query: str, found: list[str]) -> None:
    text = "Off Selm the ferry sank. Ferry after ferries: Café Torrin closed."
    assert [text[start:end] for start, end in marked(text, parsed(query))] == found
