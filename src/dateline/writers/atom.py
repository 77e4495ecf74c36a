"""Atom (RFC 4287): a feed of changes, an entry each, for who reads news in a feed reader.

The id of an entry is made of the event, the kind of change and the passages that make it, so that a reader shows a
change once, however often the feed is written. Its day is the later moment's, at midnight UTC: articles have no hour.
"""

import datetime as dt
import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from dateline._version import __version__
from dateline.model import Change, Changes, Diary
from dateline.writers.page import Page
from dateline.writers.phrasing import date_words as labels
from dateline.writers.phrasing import wording
from dateline.writers.phrasing.characters import folded, in_xml
from dateline.writers.phrasing.citations import References, cite, references_to

_NAMESPACE = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True, slots=True)
class Section:
    """Changes of one story between two moments, as a feed tells them."""

    changes: Changes
    address: Callable[[str], str] | None = None
    """The address of the page of a line, by the line's id; None where there are no pages."""

    @property
    def day(self) -> dt.date:
        """The later moment."""
        return self.changes.until or self.changes.since


@dataclass(frozen=True, slots=True)
class Subscribed:
    """What a feed that is read again and again says of itself."""

    identity: str
    """What it is a feed of, whatever its title comes to be: no two feeds have the same."""
    address: str
    """Its own address."""


def write_changes(changes: Changes, page: Page) -> str:
    """Changes as a feed."""
    return write_feed(changes.title, [Section(changes)], references_to(page.articles), page.most)


def write_diary(diary: Diary, page: Page) -> str:
    """The changes of a diary as a feed, the newest day or week first."""
    sections = [Section(period) for period in diary.periods[::-1]]
    return write_feed(diary.title, sections, references_to(page.articles), page.most)


def write_feed(
    title: str,
    sections: Sequence[Section],
    articles: References,
    most: int | None = None,
    subscribed: Subscribed | None = None,
) -> str:
    """Changes as a feed, in the order of the sections; of each, `most` where that is given.

    `articles` has those told of; a feed without `subscribed` is known by its title.
    """
    feed = ET.Element("feed", xmlns=_NAMESPACE)
    _add(feed, "title", title)
    _add(feed, "id", f"urn:dateline:changes:{_digest(subscribed.identity if subscribed else title)}")
    if subscribed:
        ET.SubElement(feed, "link", rel="self", type="application/atom+xml", href=in_xml(subscribed.address))
    _add(feed, "updated", _moment(max((section.day for section in sections), default=dt.date.min)))
    _add(ET.SubElement(feed, "author"), "name", "Dateline")
    ET.SubElement(feed, "generator", version=__version__).text = "Dateline"
    for section in sections:
        for change in section.changes.changes[:most]:
            feed.append(_entry(change, section, articles))
    ET.indent(feed)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(feed, encoding="unicode")}\n'


def _entry(change: Change, section: Section, articles: References) -> ET.Element:
    told = change.after or change.before
    entry = ET.Element("entry")
    _add(entry, "title", f"{change.kind}, {labels.label(change.date)}: {told.headline if told else ''}")
    _add(entry, "id", f"urn:dateline:change:{_identity(change)}")
    _add(entry, "updated", _moment(section.day))
    if section.address:
        ET.SubElement(entry, "link", rel="alternate", type="text/html", href=in_xml(section.address(change.entry)))
    addresses = {cite(passage, articles).address for passage in change.evidence}
    for address in sorted(filter(None, addresses)):
        ET.SubElement(entry, "link", rel="related", href=in_xml(address))
    ET.SubElement(entry, "category", term=change.kind.value)
    _add(entry, "content", "\n".join(_lines(change, articles)))
    return entry


def _lines(change: Change, articles: References) -> Iterator[str]:
    """What differs, then each passage with where it stands."""
    yield from wording.what_differs(change)
    for passage in change.evidence:
        citation = cite(passage, articles)
        parts = [citation.outlet, *([labels.day(citation.published)] if citation.published else [])]
        yield f"“{folded(passage.exact)}” ({', '.join(parts)})"


def _identity(change: Change) -> str:
    return _digest(change.entry, change.kind, *sorted(f"{one.article} {one.exact}" for one in change.evidence))


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:20]


def _moment(day: dt.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = in_xml(folded(text) if name != "content" else text)
