"""iCalendar (RFC 5545): what is scheduled or expected on a day, as all-day events that a calendar keeps up to date."""

import datetime as dt
from collections.abc import Iterator, Mapping

from dateline.model import Basis, Entry, Granularity, Status, Timeline
from dateline.writers.page import Page
from dateline.writers.phrasing.characters import folded, visible
from dateline.writers.phrasing.citations import references, web_address

# What is put off will not be on that day; where it will be is an entry of its own.
_STATUS: Mapping[Status, str] = {
    Status.SCHEDULED: "CONFIRMED",
    Status.EXPECTED: "TENTATIVE",
    Status.CANCELLED: "CANCELLED",
    Status.POSTPONED: "CANCELLED",
}
# What became of a plan: one that took place stays in the calendar, one that is disputed is not sure any more.
_AFTER_PLAN: Mapping[Status, str] = {
    Status.HAPPENED: "CONFIRMED",
    Status.ONGOING: "CONFIRMED",
    Status.DENIED: "TENTATIVE",
    Status.UNCERTAIN: "TENTATIVE",
    Status.PROPOSED: "TENTATIVE",
}


def write_timeline(timeline: Timeline, page: Page) -> str:
    """The plans of a timeline as one calendar, and what came of them.

    UIDs are the entries' ids; SEQUENCE counts how often status or day changed. The time stamp is the day of the newest
    article, not that of writing.
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
        states = list(_states(entry))
        if not states or entry.date.granularity is not Granularity.DAY:
            continue
        event = icalendar.Event()
        event.add("uid", f"{folded(entry.id)}@dateline")
        event.add("dtstamp", dt.datetime.combine(newest, dt.time(), dt.UTC))
        event.add("sequence", len(states) - 1)
        event.add("status", states[-1][0])
        event.add("summary", folded(entry.headline))
        event.add("dtstart", entry.date.first)
        if entry.date.last < dt.date.max:  # without an end, an all-day event is of one day
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


def _states(entry: Entry) -> Iterator[tuple[str, dt.date]]:
    """The status and the day that the calendar had of an entry, turn by turn; none for what was no plan.

    A day that is only that of a report is no day to be kept free.
    """
    if entry.date.basis is Basis.REPORTED:
        return
    last = None
    for status, date in [(turn.status, turn.date) for turn in entry.history] or [(entry.status, entry.date)]:
        word = _STATUS.get(status) or (_AFTER_PLAN[status] if last else None)
        if word and date.granularity is Granularity.DAY and (word, date.first) != last:
            last = (word, date.first)
            yield last
