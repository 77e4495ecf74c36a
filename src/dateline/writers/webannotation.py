"""W3C Web Annotation: each passage of evidence, found again by its place in the text or by its words."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dateline.model import Article, ArticleReference, Basis, Entry, Evidence, MarkKind, Timeline
from dateline.writers.json import dump
from dateline.writers.page import Page
from dateline.writers.phrasing.citations import iri, references, urn

# Characters of context on either side by which a quotation is told from others of the same words.
_CONTEXT = 32
_PURPOSES: Mapping[MarkKind, str] = {MarkKind.NOTE: "commenting", MarkKind.TAG: "tagging"}


def write_timeline(timeline: Timeline, page: Page) -> str:
    """An annotation for each passage of each entry, on one page of annotations.

    The selectors speak of the article's text. With the articles on the page, quotations have their context.
    """
    articles = references(timeline)
    items = [
        _annotation(entry, number, evidence, articles.get(evidence.article), _text_with(evidence, page.articles))
        for entry in timeline.entries
        for number, evidence in enumerate(entry.passages)
    ]
    return dump(
        {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage", "items": items},
        indent=2,
    )


def _text_with(evidence: Evidence, articles: Sequence[Article]) -> str | None:
    """The newest version that holds a passage where the evidence says; None when none is at hand."""
    versions = sorted((a for a in articles if a.id == evidence.article), key=lambda article: str(article.available))
    texts = (article.text for article in reversed(versions))
    return next((text for text in texts if text[evidence.start : evidence.end] == evidence.exact), None)


def _annotation(
    entry: Entry, number: int, evidence: Evidence, article: ArticleReference | None, text: str | None
) -> dict[str, Any]:
    quote = {"type": "TextQuoteSelector", "exact": evidence.exact}
    if text is not None:
        quote["prefix"] = text[max(0, evidence.start - _CONTEXT) : evidence.start]
        quote["suffix"] = text[evidence.end : evidence.end + _CONTEXT]
    said_by = f", said by {evidence.said_by}" if evidence.said_by else ""
    reported = "reported " if entry.date.basis is Basis.REPORTED else ""
    described = {
        "type": "TextualBody",
        "value": f"{reported}{entry.date.value}: {evidence.status}{said_by}",
        "format": "text/plain",
    }
    return {
        "id": urn(entry.id, str(number)),
        "type": "Annotation",
        "motivation": "describing",
        "body": [described, *_by_hand(entry)] if entry.hand else described,
        "target": {
            "source": (iri(article.url) if article else None) or urn("article", evidence.article),
            "selector": [
                {"type": "TextPositionSelector", "start": evidence.start, "end": evidence.end},
                quote,
            ],
        },
    }


def _by_hand(entry: Entry) -> Iterator[dict[str, Any]]:
    """The notes and tags of a line, as the standard has them."""
    for mark in entry.hand.marks if entry.hand else ():
        if purpose := _PURPOSES.get(mark.kind):
            creator = {"type": "Person", "name": mark.by}
            yield {
                "type": "TextualBody",
                "purpose": purpose,
                "value": mark.values[0],
                "format": "text/plain",
                "creator": creator,
                "created": mark.at.isoformat(),
            }
