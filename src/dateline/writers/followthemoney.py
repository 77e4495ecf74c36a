"""FollowTheMoney (OCCRP): entities as JSON Lines, which Aleph takes: an Event an entry, an Article a source.

A date in FollowTheMoney may be a year or a month alone; of a longer stretch, its first and last day are given.
"""

import hashlib
from collections.abc import Iterator
from typing import Any

from dateline.model import ArticleReference, Entry, Granularity, Timeline
from dateline.writers.json import dump
from dateline.writers.page import Page
from dateline.writers.phrasing import wording
from dateline.writers.phrasing.characters import folded
from dateline.writers.phrasing.citations import citations, references, web_address

_AS_IT_IS = {Granularity.DAY, Granularity.MONTH, Granularity.YEAR}


def write_timeline(timeline: Timeline, page: Page) -> str:
    """A timeline as entities, one a line."""
    return "".join(dump(entity, indent=None) for entity in _entities(timeline))


def _entities(timeline: Timeline) -> Iterator[dict[str, Any]]:
    for article in timeline.articles:
        yield _article(article)
    articles = references(timeline)
    for entry in timeline.entries:
        cited = citations(entry.evidence, articles)
        properties: dict[str, Any] = {
            "name": [folded(entry.headline)],
            **_dates(entry),
            "summary": [folded(passage.exact) for passage in entry.evidence],
            "location": [folded(place.name) for place in entry.places],
            "country": sorted({place.country.lower() for place in entry.places if place.country}),
            "keywords": [str(entry.status)],
            "notes": [undated] if (undated := wording.only_reported(entry)) else [],
            "sourceUrl": list(dict.fromkeys(one.address for one in cited if one.address)),
            "publisher": list(dict.fromkeys(folded(one.outlet) for one in cited)),
            "proof": [_identity("article", one.article) for one in cited],
        }
        yield _entity("Event", _identity("entry", entry.id), properties)


def _article(article: ArticleReference) -> dict[str, Any]:
    address = web_address(article.url)
    properties: dict[str, Any] = {
        "title": [folded(article.title)] if article.title else [],
        "publisher": [folded(article.source)] if article.source else [],
        "publishedAt": [article.published.isoformat()] if article.published else [],
        "sourceUrl": [address] if address else [],
        "fileName": [] if article.title else [folded(article.id)],
    }
    return _entity("Article", _identity("article", article.id), properties)


def _entity(schema: str, identity: str, properties: dict[str, Any]) -> dict[str, Any]:
    told = {name: list(dict.fromkeys(filter(None, values))) for name, values in properties.items()}
    return {"id": identity, "schema": schema, "properties": {name: values for name, values in told.items() if values}}


def _identity(kind: str, name: str) -> str:
    """An id that FollowTheMoney takes, the same in each run."""
    return f"dateline-{kind}-{hashlib.sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:24]}"


def _dates(entry: Entry) -> dict[str, list[str]]:
    date = entry.date
    if date.granularity in _AS_IT_IS and not date.is_stretch:
        return {"date": [date.value[:10]]}
    return {"startDate": [date.first.isoformat()], "endDate": [date.last.isoformat()]}
