"""schema.org Events as JSON-LD: what search engines and linked data take for an event, its status and its place."""

from collections.abc import Mapping
from typing import Any

from dateline.model import ArticleReference, Basis, Entry, EntryDate, Granularity, Place, Status, Timeline
from dateline.writers.json import dump
from dateline.writers.page import Page
from dateline.writers.phrasing.characters import folded
from dateline.writers.phrasing.citations import iri, references, urn

_STATUS = {Status.CANCELLED: "EventCancelled", Status.POSTPONED: "EventPostponed"}
# What an article denies, demands or is not sure of is no event to announce.
_LEFT_OUT = frozenset({Status.DENIED, Status.PROPOSED, Status.UNCERTAIN})


def write_timeline(timeline: Timeline, page: Page) -> str:
    """A timeline's events as one graph; one that was moved tells its previous date."""
    articles = references(timeline)
    graph = [_event(entry, articles) for entry in timeline.entries if entry.status not in _LEFT_OUT]
    # It is made to stand in a page's <script>, which a "</script>" in a headline would end.
    return dump({"@context": "https://schema.org", "@graph": graph}, indent=2).replace("<", "\\u003c")


def _previous_date(entry: Entry) -> EntryDate | None:
    """The date that an entry had before it was moved to the one it has; None for one that was not moved."""
    earlier = (turn.date for turn in reversed(entry.history))
    return next((was for was in earlier if not was.overlaps(entry.date)), None)


def _event(entry: Entry, articles: Mapping[str, ArticleReference]) -> dict[str, Any]:
    previous = _previous_date(entry)
    status = _STATUS.get(entry.status) or ("EventRescheduled" if previous else "EventScheduled")
    event: dict[str, Any] = {
        "@type": "Event",
        "@id": urn(entry.id),
        "name": folded(entry.headline),
        **_start(entry.date),
        "eventStatus": f"https://schema.org/{status}",
    }
    if entry.date.is_stretch or entry.date.granularity not in {Granularity.DAY, Granularity.MONTH, Granularity.YEAR}:
        event["endDate"] = entry.date.last.isoformat()
    if previous:
        event["previousStartDate"] = _date(previous)
    if entry.places:
        event["location"] = [_place(place) for place in entry.places]
    cited = dict.fromkeys(evidence.article for evidence in entry.evidence)
    event["subjectOf"] = [_article(articles[identity]) for identity in cited if identity in articles]
    return event


def _start(date: EntryDate) -> dict[str, str]:
    """When it begins; of what was only reported on a day, that it was."""
    if date.basis is Basis.REPORTED:
        return {"description": f"Reported on {date.first.isoformat()}; no passage gives the day."}
    return {"startDate": _date(date)}


def _date(date: EntryDate) -> str:
    """An ISO 8601 date as exact as the entry's; the first day where ISO 8601 and schema.org have no such grain."""
    whole = {Granularity.YEAR: 4, Granularity.MONTH: 7}
    return date.first.isoformat()[: whole.get(date.granularity, 10)]


def _place(place: Place) -> dict[str, Any]:
    found: dict[str, Any] = {"@type": "Place", "name": folded(place.name)}
    if place.country:
        found["address"] = {"@type": "PostalAddress", "addressCountry": place.country}
    if place.latitude is not None and place.longitude is not None:
        found["geo"] = {"@type": "GeoCoordinates", "latitude": place.latitude, "longitude": place.longitude}
    return found


def _article(article: ArticleReference) -> dict[str, Any]:
    found: dict[str, Any] = {"@type": "NewsArticle", "identifier": folded(article.id)}
    if article.title:
        found["headline"] = folded(article.title)
    if article.source:
        found["publisher"] = {"@type": "Organization", "name": folded(article.source)}
    if article.published:
        found["datePublished"] = article.published.isoformat()
    if url := iri(article.url):
        found["url"] = url
    return found
