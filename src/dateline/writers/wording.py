"""The few words of our own that stand around what the articles say, the same in every format."""

from collections.abc import Iterator

from dateline.model import Change, Changes, Entry, Timeline
from dateline.writers import labels
from dateline.writers.citations import References, citations


def count(number: int, noun: str, plural: str | None = None) -> str:
    """A number with its noun: `1 article`, `2 articles`, `2 entries`."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def extent(timeline: Timeline) -> str:
    """How much a timeline holds: `20 entries from 2 articles, published 23 April 2019 to 25 April 2019`."""
    articles = count(len(timeline.articles), "article")
    if not timeline.entries:
        return f"No dated events found in {articles}"
    held = f"{count(len(timeline.entries), 'entry', 'entries')} from {articles}"
    days = [article.published for article in timeline.articles if article.published]
    if not days:
        return held
    first, last = labels.day(min(days)), labels.day(max(days))
    return f"{held}, published {first}" if first == last else f"{held}, published {first} to {last}"


def difference(changes: Changes) -> str:
    """How much changed, and between which days: `3 changes between 23 April 2019 and 25 April 2019`."""
    held = count(len(changes.changes), "change") if changes.changes else "No changes"
    since = labels.day(changes.since)
    return f"{held} between {since} and {labels.day(changes.until)}" if changes.until else f"{held} since {since}"


def support(entry: Entry, articles: References) -> str | None:
    """How widely an entry is told: `2 independent sources`, or `3 outlets, 1 origin` where some repeat another.

    None for one outlet alone.
    """
    outlets = len({citation.outlet for citation in citations(entry.evidence, articles)})
    if outlets > entry.sources:
        return f"{count(outlets, 'outlet')}, {count(entry.sources, 'origin')}"
    return f"{entry.sources} independent sources" if entry.sources > 1 else None


def what_differs(change: Change) -> Iterator[str]:
    """What an entry was before, where it is not the same now; nothing for one that is new or gone."""
    before, after = change.before, change.after
    if not before or not after:
        return
    if before.date != after.date:
        yield f"was dated {labels.label(before.date)}"
    if before.status != after.status:
        yield f"was {before.status}"
    if before.sources != after.sources:
        yield f"independent sources: {before.sources} → {after.sources}"
    if before.headline != after.headline:
        yield f"was told as: {before.headline}"
