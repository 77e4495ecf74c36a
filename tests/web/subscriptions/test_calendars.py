"""A calendar that subscribes reads twice, by the rules of iCalendar, and follows the plan."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import icalendar
import pytest

from dateline.archive import open as open_archive
from dateline.archive.archive import Archive
from dateline.errors import UnknownStory
from dateline.model import Article
from dateline.web.desk import Desk
from dateline.web.settings import Settings
from dateline.web.subscriptions.calendars import ahead, calendar_of_all, calendar_of_story

HOME = "https://desk.example"
REPORTS = (
    ("President Ilona Varga will open the Gressow dairy on March 9.", 5, "Aar Wire"),
    ("The opening of the Gressow dairy by Ilona Varga, planned for March 9, was postponed to March 20.", 8, "Echo"),
    ("The opening of the Gressow dairy by Ilona Varga on March 20 has been called off.", 12, "Aar Wire"),
)


class Subscriber:
    """What a calendar program keeps: of each UID the event of the highest SEQUENCE (RFC 5546, 2.1.5), no others."""

    def __init__(self) -> None:
        self.events: dict[str, icalendar.Event] = {}

    def reads(self, text: str) -> None:
        calendar = icalendar.Calendar.from_ical(text)
        found = [event for event in calendar.walk("VEVENT") if isinstance(event, icalendar.Event)]
        assert len({str(event["UID"]) for event in found}) == len(found)
        kept = {}
        for event in found:
            known = self.events.get(str(event["UID"]))
            is_newer = known is None or _version(event) > _version(known)
            kept[str(event["UID"])] = event if is_newer else known
        self.events = {uid: event for uid, event in kept.items() if event}

    def shows(self) -> list[tuple[str, int]]:
        """Status and day of each event."""
        return [(str(event["STATUS"]), event.decoded("DTSTART").day) for event in self.events.values()]


def _version(event: icalendar.Event) -> tuple[int, dt.datetime]:
    return int(str(event["SEQUENCE"])), event.decoded("DTSTAMP")


def report(number: int) -> Article:
    text, day, outlet = REPORTS[number]
    return Article(f"report-{number}", text, dt.date(2021, 3, day), outlet)


@pytest.fixture
def dairy(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(tmp_path / "dairy.db") as opened:
        yield opened


def test_a_subscriber_follows_a_plan_that_is_put_off_and_called_off(dairy: Archive) -> None:
    desk, subscriber = Desk(dairy, Settings(parse=True)), Subscriber()
    uids, shown = set(), []
    for number in range(3):
        dairy.add([report(number)], story="Dairy")
        subscriber.reads(calendar_of_story(desk, 1, HOME))
        uids |= set(subscriber.events)
        shown.append(subscriber.shows())
    assert shown == [[("CONFIRMED", 9)], [("CONFIRMED", 20)], [("CANCELLED", 20)]]
    assert len(uids) == 1
    [event] = subscriber.events.values()
    assert event["URL"] == f"{HOME}/stories/1/lines/{uids.pop().removesuffix('@dateline')}"


def test_a_subscriber_follows_what_persons_correct_take_back_and_hide(dairy: Archive) -> None:
    desk, subscriber = Desk(dairy, Settings(parse=False)), Subscriber()
    dairy.add([report(0)], story="Dairy")
    story = dairy.story(1)
    subscriber.reads(calendar_of_story(desk, 1, HOME))
    [line] = desk.timeline(1).entries
    mark = story.mark("date", line, "2021-03-10", by="ada")
    subscriber.reads(calendar_of_story(desk, 1, HOME))
    assert subscriber.shows() == [("CONFIRMED", 10)]
    dairy.undo(mark.id, by="ada")
    subscriber.reads(calendar_of_story(desk, 1, HOME))
    assert subscriber.shows() == [("CONFIRMED", 9)]
    story.mark("hide", line, by="ada")
    subscriber.reads(calendar_of_story(desk, 1, HOME))
    assert subscriber.shows() == []


def test_a_calendar_of_all_has_the_stories_of_which_something_is_ahead(archive: Archive) -> None:
    desk, subscriber = Desk(archive, Settings(parse=False)), Subscriber()
    assert ahead(desk) == [2]
    subscriber.reads(calendar_of_all(desk, HOME))
    assert subscriber.shows() == [("CONFIRMED", 20)]
    archive.add([report(0)], story="Dairy")
    subscriber.reads(calendar_of_all(desk, HOME))
    assert sorted(subscriber.shows()) == [("CONFIRMED", 9), ("CONFIRMED", 20)]


def test_an_empty_archive_has_an_empty_calendar_and_no_story_has_none(dairy: Archive) -> None:
    desk = Desk(dairy, Settings(parse=False))
    assert icalendar.Calendar.from_ical(calendar_of_all(desk, HOME)).walk("VEVENT") == []
    with pytest.raises(UnknownStory):
        calendar_of_story(desk, 7, HOME)
