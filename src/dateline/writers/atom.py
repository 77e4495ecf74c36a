"""Atom (RFC 4287): a feed of changes, an entry each, for who reads news in a feed reader.

The id of an entry is made of the event, the kind of change and the passages that make it, so that a reader shows a
change once, however often the feed is written. Its day is the later moment's, at midnight UTC: articles have no hour.
"""

import datetime as dt
import hashlib
from collections.abc import Iterator, Sequence
from xml.etree import ElementTree as ET

from dateline._version import __version__
from dateline.model import Change, Changes, Diary
from dateline.writers.page import Page
from dateline.writers.phrasing import date_words as labels
from dateline.writers.phrasing import wording
from dateline.writers.phrasing.characters import folded, in_xml
from dateline.writers.phrasing.citations import References, cite, references_to

_NAMESPACE = "http://www.w3.org/2005/Atom"


def write_changes(changes: Changes, page: Page) -> str:
    """Changes as a feed."""
    return _feed(changes.title, [changes], page)


def write_diary(diary: Diary, page: Page) -> str:
    """The changes of a diary as a feed, the newest day or week first."""
    return _feed(diary.title, diary.periods[::-1], page)


def _feed(title: str, periods: Sequence[Changes], page: Page) -> str:
    articles = references_to(page.articles)
    feed = ET.Element("feed", xmlns=_NAMESPACE)
    _add(feed, "title", title)
    _add(feed, "id", f"urn:dateline:changes:{_digest(title)}")
    days = [period.until or period.since for period in periods]
    _add(feed, "updated", _moment(max(days, default=dt.date.min)))
    _add(ET.SubElement(feed, "author"), "name", "Dateline")
    ET.SubElement(feed, "generator", version=__version__).text = "Dateline"
    for period, day in zip(periods, days, strict=True):
        for change in period.changes[: page.most]:
            feed.append(_entry(change, day, articles))
    ET.indent(feed)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(feed, encoding="unicode")}\n'


def _entry(change: Change, day: dt.date, articles: References) -> ET.Element:
    told = change.after or change.before
    entry = ET.Element("entry")
    _add(entry, "title", f"{change.kind}, {labels.label(change.date)}: {told.headline if told else ''}")
    _add(entry, "id", f"urn:dateline:change:{_identity(change)}")
    _add(entry, "updated", _moment(day))
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
