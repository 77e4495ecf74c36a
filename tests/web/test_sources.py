import datetime as dt

from dateline.model import (
    ArticleReference,
    Entry,
    EntryDate,
    Evidence,
    Form,
    Granularity,
    Status,
    Timeline,
)
from dateline.text.copies import Copies
from dateline.web.sources import sources_of

DAY = dt.date(2023, 10, 14)


def passage(article: str, origin: str) -> Evidence:
    return Evidence(article, 0, 1, "x", Status.HAPPENED, None, origin=origin)


def entry(*told: Evidence) -> Entry:
    date = EntryDate(DAY.isoformat(), DAY, DAY, Granularity.DAY)
    return Entry(str(len(told)), date, Status.HAPPENED, "x", told, (), (), 1, (), 0.5)


def test_who_tells_it_first_alone_and_after_whom() -> None:
    articles = tuple(
        ArticleReference(name, outlet, None, DAY + dt.timedelta(days=day), None)
        for name, outlet, day in (("a", "Meridian", 0), ("b", "Courier", 1), ("c", "Bay Online", 2))
    )
    shared = entry(passage("a", "Meridian"), passage("b", "Meridian"), passage("c", "NPA"))
    timeline = Timeline("Ferry", articles, (shared, entry(passage("b", "Courier"))))
    told = sources_of(timeline, Copies({"c": "a"}))
    assert {row.outlet: (row.lines, row.first, row.alone) for row in told.outlets} == {
        "Courier": (2, 1, 1),
        "Meridian": (1, 1, 0),
        "Bay Online": (1, 0, 0),
    }
    assert told.outlets[0].repeats == (Form("Meridian", 1),)
    [group] = told.copies
    assert (group.original, group.copies) == ("a", ("c",))
