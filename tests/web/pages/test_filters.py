import datetime as dt

import pytest
from starlette.datastructures import QueryParams

from dateline.archive.archive import Archive
from dateline.model import Status
from dateline.request import Depth
from dateline.web.desk import Desk
from dateline.web.failures import Failure
from dateline.web.pages.filters import address, chips, levels, offered, wanted_of
from dateline.web.settings import Settings
from dateline.web.sifting import Wanted


def test_an_address_says_what_is_wanted() -> None:
    wanted = wanted_of(QueryParams("level=all&status=denied&status=scheduled&since=2023-10-14&sources=2&words= sank "))
    assert wanted == Wanted(
        level=Depth.ALL,
        status=frozenset({Status.DENIED, Status.SCHEDULED}),
        since=dt.date(2023, 10, 14),
        sources=2,
        words="sank",
        hidden=False,
    )


def test_what_is_wanted_makes_the_same_address_again() -> None:
    wanted = Wanted(
        level=Depth.KEY, status=frozenset({Status.DENIED}), person="Jonas Verrin", words="a&b=c", starred=True, tag="x"
    )
    assert wanted_of(QueryParams(address("/", wanted).partition("?")[2])) == wanted
    assert address("/stories/1", Wanted(level=Depth.NORMAL, hidden=False)) == "/stories/1"


@pytest.mark.parametrize(
    "query", ["level=deep", "status=maybe", "since=yesterday", "until=2023-02-30", "sources=0", "sources=many"]
)
def test_what_cannot_be_wanted_is_told_with_what_can(query: str) -> None:
    with pytest.raises(Failure) as failed:
        wanted_of(QueryParams(query))
    assert failed.value.status == 400
    assert failed.value.hint


def test_a_filter_that_is_on_has_the_address_without_it() -> None:
    wanted = Wanted(level=Depth.NORMAL, hidden=False, status=frozenset({Status.DENIED}), source="Meridian")
    assert [(chip.words, chip.without) for chip in chips("/s", wanted)] == [
        ("denied", "/s?source=Meridian"),
        ("told by Meridian", "/s?status=denied"),
    ]


def test_what_is_offered_follows_the_other_filters(archive: Archive) -> None:
    timeline = Desk(archive, Settings(parse=False)).timeline(1)
    every = {one.value: one.lines for one in offered(timeline, Wanted())["status"]}
    late = {one.value: one.lines for one in offered(timeline, Wanted(since=dt.date(2023, 10, 18)))["status"]}
    assert sum(every.values()) == len(timeline.entries) > sum(late.values()) > 0
    assert levels(timeline, Wanted())["all"] == len(timeline.entries)
