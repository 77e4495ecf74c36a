"""iCalendar (RFC 5545): what is scheduled or expected on a day, as all-day events that a calendar keeps up to date.

A calendar that is subscribed to is read again and again: an event keeps its UID however its plan moves, and each turn
of the plan has a higher SEQUENCE. What is put off until some later month stays, as cancelled on the day it was for.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from dateline.model import Basis, Entry, Granularity, Status, Timeline
from dateline.writers.page import Page
from dateline.writers.phrasing.characters import folded, visible
from dateline.writers.phrasing.citations import References, references, web_address
from dateline.writers.phrasing.hand import by_hand

_NO_DAY = dt.date(1970, 1, 1)

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


# How often a calendar that is subscribed to should look again (RFC 7986, 5.7; older programs have a name of their own).
_AGAIN = dt.timedelta(hours=1)

AddressOfLine = Callable[[str], str]
"""The address of the page of a line, by the line's id."""


@dataclass(frozen=True, slots=True)
class Plans:
    """What a calendar holds of one story."""

    timeline: Timeline
    address: AddressOfLine | None = None
    """Where the lines have pages."""
    acts: int = 0
    """How often persons had their hand in the story: what they take back, too, is a newer word on a plan."""


def write_timeline(timeline: Timeline, page: Page) -> str:
    """The plans of a timeline as one calendar, and what came of them."""
    return write_calendar(timeline.title, [Plans(timeline)])


def write_calendar(title: str, stories: Iterable[Plans]) -> str:
    """The plans of some stories as one calendar, and what came of them.

    UIDs are the entries' ids; SEQUENCE counts how often status or day changed, and the acts of persons. The time stamp
    is the day of the newest article, not that of writing.
    """
    import icalendar  # noqa: PLC0415 - slow to import, and only this format needs it

    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Dateline//Timeline//EN")
    calendar.add("version", "2.0")
    calendar.add("name", folded(title))
    calendar.add("x-wr-calname", folded(title))
    calendar.add("refresh-interval", _AGAIN, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    written = set[str]()
    for story in stories:
        timeline = story.timeline
        articles = references(timeline)
        newest = max((article.published for article in articles.values() if article.published), default=_NO_DAY)
        for entry in timeline.entries:
            states = list(_states(entry))
            if not states or entry.id in written:
                continue
            written.add(entry.id)
            status, first, last = states[-1]
            event = icalendar.Event()
            event.add("uid", f"{folded(entry.id)}@dateline")
            event.add("dtstamp", dt.datetime.combine(newest, dt.time(), dt.UTC))
            # A correction is one state more, and its being taken back one less: each act outweighs that.
            event.add("sequence", len(states) - 1 + 2 * story.acts)
            event.add("status", status)
            event.add("summary", folded(entry.headline))
            event.add("dtstart", first)
            if last < dt.date.max:  # without an end, an all-day event is of one day
                event.add("dtend", last + dt.timedelta(days=1))
            event.add("transp", "TRANSPARENT")
            if entry.places:
                event.add("location", folded(", ".join(place.name for place in entry.places)))
            told = [*(evidence.exact for evidence in entry.evidence), *by_hand(entry)]
            if told:
                event.add("description", "\n\n".join(map(visible, told)))
            if entry.hand and entry.hand.tags:
                event.add("categories", list(map(folded, entry.hand.tags)))
            if url := story.address(entry.id) if story.address else _published_at(entry, articles):
                event.add("url", url)
            calendar.add_component(event)
    return str(calendar.to_ical().decode("utf-8"))


def is_plan(entry: Entry) -> bool:
    """Whether a calendar has an event of a line: it is a plan for a day, or was one."""
    return next(_states(entry), None) is not None


def _published_at(entry: Entry, articles: References) -> str | None:
    urls = (web_address(articles[passage.article].url) for passage in entry.evidence if passage.article in articles)
    return next((url for url in urls if url), None)


def _states(entry: Entry) -> Iterator[tuple[str, dt.date, dt.date]]:
    """The status and the days that the calendar had of an entry, turn by turn; none for what was no plan.

    The last turn is how it stands, which a person may have corrected. A day that is only that of a report is no day to
    be kept free.
    """
    if entry.date.basis is Basis.REPORTED:
        return
    last = None
    # What a person corrected is a turn after those that articles tell.
    for status, date in [*((turn.status, turn.date) for turn in entry.history), (entry.status, entry.date)]:
        word = _STATUS.get(status) or (_AFTER_PLAN[status] if last else None)
        if word is None:
            continue
        if date.granularity is Granularity.DAY:
            turned = (word, date.first, date.last)
        elif last:  # no longer on that day, and on no other one yet
            turned = ("CANCELLED", *last[1:])
        else:
            continue
        if turned != last:
            last = turned
            yield turned
