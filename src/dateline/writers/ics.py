"""iCalendar (RFC 5545): what is scheduled or expected on a day, as all-day events that a calendar keeps up to date."""

import datetime as dt
import itertools
from collections.abc import Mapping

from dateline.model import Entry, Granularity, Status, Timeline
from dateline.writers.characters import folded, visible
from dateline.writers.citations import references, web_address
from dateline.writers.page import Page

# What is put off will not be on that day; where it will be is an entry of its own.
_STATUS: Mapping[Status, str] = {
    Status.SCHEDULED: "CONFIRMED",
    Status.EXPECTED: "TENTATIVE",
    Status.CANCELLED: "CANCELLED",
    Status.POSTPONED: "CANCELLED",
}


def write_timeline(timeline: Timeline, page: Page) -> str:
    """The plans of a timeline as one calendar: UIDs are the entries' ids, SEQUENCE counts the changes of their status.

    The time stamp is the day of the newest article, not that of writing.
    """
    import icalendar  # noqa: PLC0415 - slow to import, and only this format needs it

    articles = references(timeline)
    published = {identity: article.published for identity, article in articles.items()}
    newest = max((day for day in published.values() if day), default=dt.date(1970, 1, 1))
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Dateline//Timeline//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", folded(timeline.title))
    for entry in timeline.entries:
        if entry.status not in _STATUS or entry.date.granularity is not Granularity.DAY:
            continue
        event = icalendar.Event()
        event.add("uid", f"{entry.id}@dateline")
        event.add("dtstamp", dt.datetime.combine(newest, dt.time(), dt.UTC))
        event.add("sequence", _sequence(entry, published))
        event.add("status", _STATUS[entry.status])
        event.add("summary", folded(entry.headline))
        event.add("dtstart", entry.date.first)
        event.add("dtend", entry.date.last + dt.timedelta(days=1))
        event.add("transp", "TRANSPARENT")
        if entry.places:
            event.add("location", folded(", ".join(place.name for place in entry.places)))
        event.add("description", "\n\n".join(visible(evidence.exact) for evidence in entry.evidence))
        urls = (web_address(articles[e.article].url) for e in entry.evidence if e.article in articles)
        if url := next((url for url in urls if url), None):
            event.add("url", url)
        calendar.add_component(event)
    return str(calendar.to_ical().decode("utf-8"))


def _sequence(entry: Entry, published: Mapping[str, dt.date | None]) -> int:
    """How often what is told of an event differed in status from what was told before, in order of publication."""
    told = sorted(entry.evidence, key=lambda evidence: (str(published.get(evidence.article)), evidence.article))
    statuses = [_STATUS.get(evidence.status) for evidence in told if evidence.status in _STATUS]
    return sum(before != after for before, after in itertools.pairwise(statuses))
