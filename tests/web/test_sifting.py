import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from dateline import Request, timeline_of
from dateline.errors import QueryError
from dateline.model import Article, Place, Status, Timeline
from dateline.request import Depth
from dateline.web.sifting import Wanted, sifted


@pytest.fixture(scope="module")
def timeline() -> Timeline:
    """A dairy that opens, in the words of two outlets."""
    told = [
        ("a", 5, "Aar Wire", "President Ilona Varga will open the Gressow dairy on March 9, mayor Pia Dörn said."),
        ("b", 6, "Gressow Echo", "The old dairy of Gressow burned down on 3 March 2021. Nobody was hurt, police said."),
        ("c", 8, "Gressow Echo", "President Ilona Varga will open the Gressow dairy on March 9."),
    ]
    articles = [Article(name, text, dt.date(2021, 3, day), outlet) for name, day, outlet, text in told]
    made = timeline_of(articles, Request(parse=False))
    burned, *others = made.entries
    return replace(made, entries=(replace(burned, places=(Place("Neu Gressow"),)), *others))


OPENS, BURNED = "will open", "burned down"


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({}, [BURNED, OPENS]),
        ({"status": frozenset({Status.SCHEDULED, Status.EXPECTED})}, [OPENS]),
        ({"since": dt.date(2021, 3, 4)}, [OPENS]),
        ({"until": dt.date(2021, 3, 3)}, [BURNED]),
        ({"since": dt.date(2021, 3, 3), "until": dt.date(2021, 3, 9)}, [BURNED, OPENS]),
        ({"person": "varga"}, [OPENS]),
        ({"person": "Pia Varga"}, []),
        ({"said_by": "DORN"}, [OPENS]),
        ({"place": "gressow"}, [BURNED]),
        ({"place": "…"}, []),
        ({"place": "  "}, [BURNED, OPENS]),
        ({"source": "aar wire"}, [OPENS]),
        ({"sources": 2}, [OPENS]),
        ({"words": "dairy -burned"}, [OPENS]),
        ({"words": '"old dairy"'}, [BURNED]),
        ({"words": "burn*"}, [BURNED]),
        ({"words": "burn"}, []),
    ],
)
def test_what_fits(timeline: Timeline, wanted: dict[str, Any], found: list[str]) -> None:
    lines = sifted(timeline, Wanted(**wanted))
    assert [next(part for part in (OPENS, BURNED) if part in line.headline) for line in lines] == found


def test_levels_go_down_from_key(timeline: Timeline) -> None:
    shown = [len(sifted(timeline, Wanted(level=depth))) for depth in (Depth.KEY, Depth.NORMAL, Depth.ALL)]
    assert shown == sorted(shown)
    assert shown[-1] == len(timeline.entries)
    assert {line.level for line in sifted(timeline, Wanted(level=Depth.KEY))} <= {"key"}


def test_words_that_cannot_be_read_are_told_with_the_place(timeline: Timeline) -> None:
    with pytest.raises(QueryError, match="never closed"):
        sifted(timeline, Wanted(words='"old dairy'))
