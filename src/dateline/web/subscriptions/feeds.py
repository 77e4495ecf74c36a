"""A story, or a search, in; what changed out as an Atom feed, the newest day first.

The feed of a search tells of the changes that rest on an article which the search finds.
"""

from collections.abc import Set as AbstractSet
from dataclasses import fields, replace

from dateline.archive.searching.search import Filters
from dateline.errors import NothingToRead
from dateline.model import ArticleReference, Changes
from dateline.web.desk import Desk
from dateline.web.subscriptions.calendars import line_address
from dateline.writers.atom import Section, Subscribed, write_feed
from dateline.writers.phrasing.citations import references

DAYS, ENTRIES = 60, 200
"""Days on which something changed, and changes, that a feed reaches back at most."""
_ARTICLES, _STORIES = 200, 20
"""Articles found by a search whose changes are told, the newest, and stories they tell."""


def feed_of_story(desk: Desk, story: int, home: str, address: str) -> str:
    """What changed in a story, day by day. Raises UnknownStory, NothingToRead."""
    of = desk.story(story)
    diary = desk.diary(story)
    known = references(desk.timeline(story))
    sections = [Section(period, line_address(home, of.id)) for period in diary.periods[::-1]]
    return write_feed(diary.title, _bounded(sections), known, None, Subscribed(f"{home} story {of.id}", address))


def feed_of_search(desk: Desk, query: str, filters: Filters, home: str, address: str) -> str:
    """What changed by the articles that a search finds. Raises QueryError, OptionError, UnknownStory."""
    found = desk.search(query, filters, "newest", _ARTICLES).articles
    articles = frozenset(hit.article for hit in found)
    stories = list(dict.fromkeys(hit.story for hit in found if hit.story is not None))[:_STORIES]
    sections: list[Section] = []
    known: dict[str, ArticleReference] = {}
    for story in stories:
        try:
            periods = [_resting_on(articles, period) for period in desk.diary(story).periods]
            known |= references(desk.timeline(story))
        except NothingToRead:
            continue
        sections += [Section(period, line_address(home, story)) for period in periods if period.changes]
    sections.sort(key=lambda section: section.day, reverse=True)
    told = ", ".join([*([query] if query.strip() else []), *_told(filters)]) or "everything"
    of = Subscribed(f"{home} search {query} {filters}", address)
    return write_feed(f"Dateline: {told}", _bounded(sections), known, None, of)


def _resting_on(articles: AbstractSet[str], period: Changes) -> Changes:
    changes = (change for change in period.changes if any(one.article in articles for one in change.evidence))
    return replace(period, changes=tuple(changes))


def _bounded(sections: list[Section]) -> list[Section]:
    """The first sections, as far as a feed reaches; of the last one, the changes that are shown first."""
    shown: list[Section] = []
    left = ENTRIES
    for section in sections[:DAYS]:
        changes = section.changes.changes[:left]
        left -= len(changes)
        if changes:
            shown.append(replace(section, changes=replace(section.changes, changes=changes)))
    return shown


def _told(filters: Filters) -> list[str]:
    """Filters in words, as a feed is called by."""
    given = {field.name: getattr(filters, field.name) for field in fields(filters)}
    return [f"{name} {value}" for name, value in given.items() if value is not None]
