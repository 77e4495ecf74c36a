"""What keeps two tellings apart whatever else agrees."""

import datetime as dt

import pytest

from dateline import Article, Request, timeline_of
from dateline.model import ConflictKind


def held(*texts: str) -> list[set[str]]:
    """Which articles each line rests on, of reports of one day."""
    articles = [Article(str(n), text, dt.date(2021, 3, 10), f"Outlet {n}") for n, text in enumerate(texts)]
    return [{e.article for e in entry.evidence} for entry in timeline_of(articles, Request(parse=False)).entries]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Flight AV 41 from Lindow was cancelled on Tuesday in the fog.",
            "Flight AV 42 from Lindow was cancelled on Tuesday in the fog.",
        ),
        (
            "A magnitude 5.4 earthquake shook Gressow on Tuesday.",
            "A 6.2 magnitude earthquake shook Gressow on Tuesday.",
        ),
        ("The ferry port at Lindow opened on Tuesday.", "The ferry port at Lindow closed on Tuesday."),
        (
            "Ilona Varga, the member for Aar, resigned on Tuesday over her expenses.",
            "Josef Brandl, the member for Lindow, resigned on Tuesday over his expenses.",
        ),
        (
            "Torvex shares passed the price of their first day on Tuesday for once.",
            "Lumeda shares passed the price of their first day on Tuesday for once.",
        ),
        (
            "The arch at Gressow will be taken down in April.",
            "Envoy Varga will visit Gressow with two engineers in April.",
        ),
        ("A ferry sank near Oslo on Tuesday.", "A ferry sank near Lagos on Tuesday."),
        (
            "Fans of the singer gathered in Oslo and in Bergen on Tuesday to honour her.",
            "Fans of the singer gathered in Chile on Tuesday to honour her.",
        ),
        (
            "A 9-year-old girl was pulled out of the rubble of a mill in Gressow on Tuesday.",
            "A 31-year-old man was pulled out of the rubble of a mill in Gressow on Tuesday.",
        ),
        (
            "The council of Lindow on Tuesday passed a bill to close the old harbour.",
            "The council of Lindow on Tuesday passed a separate bill to dredge the harbour.",
        ),
        ("A kiln blew up in a yard in Gressow on Tuesday.", "A kiln blew up in a yard in Lindow on Tuesday."),
        (
            "Singer Ilona Varga cancelled her show in Gressow on Tuesday.",
            "Singer Josef Brandl cancelled his show in Gressow on Tuesday.",
        ),
        (
            "Vandals smashed the windows of a shop in Gressow on Tuesday.",
            "Vandals smashed the windows of a shop in Lindow on Tuesday.",
        ),
        ("The tug Vanta hit a pier near Gressow on Tuesday.", "The tug Brisa hit a pier near Gressow on Tuesday."),
        ("A crane fell on a yard in Lyon on Tuesday.", "A crane fell on a yard in Lille on Tuesday."),
        (
            "Two British soldiers died on Tuesday in the hills above Gressow, the army said.",
            "Three US soldiers died on Tuesday in the hills above Gressow, the army said.",
        ),
        (
            "The race at Gressow was halted on Tuesday after Brandl crashed on lap 20 in the rain.",
            "The race at Gressow was halted on Tuesday after Brandl crashed on the 28th lap in the rain.",
        ),
        (
            "Ilona Varga spoke of the harbour of Gressow on Tuesday morning.",
            "Josef Brandl attacked the harbour of Gressow on Tuesday night.",
        ),
    ],
)
def test_two_events(one: str, other: str) -> None:
    assert {frozenset(line) for line in held(one, other)} == {frozenset("0"), frozenset("1")}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Flight AV 41 from Lindow was cancelled on Tuesday in the fog.",
            "Fog at Lindow: flight AV 41 was cancelled on Tuesday.",
        ),
        (
            "A 5.4 magnitude earthquake shook Gressow on Tuesday.",
            "An earthquake of magnitude 5.4 shook Gressow on Tuesday.",
        ),
        (
            "Ilona Varga, the member for Aar, resigned on Tuesday over her expenses.",
            "The member for Aar, Ilona Varga, resigned on Tuesday over her expenses.",
        ),
        (
            "The Lindow dairy on Tuesday became one of the first to tell how the new milk tax will change the prices "
            "that farmers abroad are paid.",
            "Marigold on Tuesday became one of the first firms to tell how the new milk tax will change the prices "
            "that farmers abroad are paid.",
        ),
    ],
)
def test_one_event(one: str, other: str) -> None:
    assert {"0", "1"} in held(one, other)


def test_an_offer_that_is_accepted_and_rejected_is_a_conflict() -> None:
    texts = (
        "The dairy workers of Gressow accepted the pay offer of their owner on Tuesday.",
        "The dairy workers of Gressow rejected the pay offer of their owner on Tuesday.",
    )
    articles = [Article(str(n), text, dt.date(2021, 3, 10), f"Outlet {n}") for n, text in enumerate(texts)]
    (entry,) = timeline_of(articles, Request(parse=False)).entries
    assert [(c.kind, {claim.value for claim in c.claims}) for c in entry.conflicts] == [
        (ConflictKind.STATUS, {"accepted", "rejected"})
    ]
