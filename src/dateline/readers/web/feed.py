"""A feed in, an article an item out: RSS 0.9x to 2.0 and Atom, read by feedparser.

What a feed gives as content is the text; a summary is a teaser, and its article is marked as an excerpt, unless it is
as long as a story and does not break off. An item that holds nothing but the address of its page is no article, but
`heads` tells of it.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any

from dateline.errors import InputError, MalformedArticle, UnreadableInput
from dateline.readers import stamps
from dateline.readers.drafts import Draft, Fields
from dateline.readers.native import opening_title
from dateline.readers.sources import Source, library
from dateline.readers.web.blocks import plain_text

# Characters of a summary that is a story.
_STORY = 1_200
_BREAKS_OFF = re.compile(
    r"(?:\[?(?:…|\.\.\.|&hellip;)\]?|(?:read|continue reading)(?: the)?(?: full| more)?\b.{0,60}|more\s*(?:»|→|>))\s*$",
    re.IGNORECASE,
)  # fmt: skip
_APPEARED = re.compile(r"\n*\s*The post .{1,300} (?:first appeared|appeared first) on .{1,200}\s*$", re.DOTALL)


def read(source: Source) -> Iterator[Draft | InputError]:
    """The articles of a feed."""
    feedparser, parsed = _parsed(source)
    entries = parsed.entries
    if not entries:
        raise UnreadableInput(source.name, "the feed has no item", "Get it again later, or leave it out")
    for number, entry in enumerate(entries, 1):
        where = f"{source.name}#{number}"
        if parsed.bozo and number == len(entries) and not {"title", "summary", "content"} & entry.keys():
            break  # the file ends inside this item
        try:
            yield _draft(entry, parsed.feed, where, source)
        except InputError as error:
            yield error
    if parsed.bozo and not isinstance(parsed.bozo_exception, feedparser.exceptions.ThingsNobodyCaresAboutButMe):
        yield MalformedArticle(
            source.name,
            f"the feed breaks off or is broken ({parsed.bozo_exception})",
            "Get it again; its items are read",
        )


def heads(source: Source) -> dict[str, Mapping[str, str]]:
    """What each item of a feed tells of itself but its text, by the place its article is read from."""
    _, parsed = _parsed(source)
    found: dict[str, Mapping[str, str]] = {}
    for number, entry in enumerate(parsed.entries, 1):
        where = f"{source.name}#{number}"
        with suppress(InputError):
            found[where] = _fields(entry, parsed.feed, where).values
    return found


def _parsed(source: Source) -> tuple[Any, Any]:
    """The library and what it makes of a feed. Raises UnreadableInput for one that is broken from the start."""
    feedparser = library("feedparser", source)
    parsed = feedparser.parse(source.data(), sanitize_html=False, resolve_relative_uris=False)
    if parsed.bozo and not parsed.entries:
        raise UnreadableInput(source.name, f"the feed is broken ({parsed.bozo_exception})", "Get it again")
    return feedparser, parsed


def _draft(entry: Any, feed: Any, where: str, source: Source) -> Draft:
    fields = _fields(entry, feed, where)
    contents = [item.get("value") or "" for item in entry.get("content") or ()]
    summary = plain_text(entry.get("summary") or "")
    content = max((plain_text(one) for one in contents), key=len, default="")
    text, whole = (
        (content, True) if len(content) >= len(summary) else (summary, bool(content) and len(summary) > _STORY)
    )
    text = _APPEARED.sub("", text).strip()
    if not whole and len(text) >= _STORY:
        whole = True
    if _BREAKS_OFF.search(text[-80:]):
        whole = False
    if not text:
        title = fields.values.get("title")
        raise MalformedArticle(
            where, f"the item “{title}” has no text", f"Fetch its page with dateline fetch: {fields.values.get('url')}"
        )
    skipped, body = opening_title(text, fields.values.get("title"))
    if not text[body:].strip():
        skipped, body = (), 0
    return source.draft(text, fields, where, excerpt=not whole, skipped=skipped, body=body)


def _fields(entry: Any, feed: Any, where: str) -> Fields:
    """What an item tells of itself but its text. Raises InputError for a day that is none."""
    fields = Fields()
    published = entry.get("published") or entry.get("created") or None
    updated = entry.get("updated") if "updated" in entry else None
    if published:
        fields.take("published", stamps.iso(published, where), "feed published")
    elif updated:
        fields.take("published", stamps.iso(updated, where), "feed updated")
    if published and updated and updated != published:
        try:
            later = stamps.iso(updated, where)
            fields.take("updated", later if later[:10] >= fields.values["published"][:10] else None, "feed updated")
        except InputError:
            pass
    fields.take("title", plain_text(entry.get("title") or ""), "feed title")
    own = entry.get("source") or {}
    fields.take("source", own.get("title") or own.get("value"), "source of the item")
    fields.take(
        "source", feed.get("publisher") if "@" not in str(feed.get("publisher")) else None, "publisher of the feed"
    )
    fields.take("source", plain_text(feed.get("title") or ""), "title of the feed")
    fields.take("url", entry.get("feedburner_origlink") or entry.get("link"), "feed link")
    fields.take("id", entry.get("id"), "feed id")
    authors = [one.get("name") for one in entry.get("authors") or () if one.get("name")]
    fields.take("byline", ", ".join(authors) or entry.get("author"), "feed author")
    spoken = [item.get("language") for item in (entry.get("content") or ())[:1]]
    fields.take("language", _language((spoken and spoken[0]) or feed.get("language")), "feed language")
    tags = [tag.get("term") for tag in entry.get("tags") or () if tag.get("term")]
    fields.take("section", tags[0] if len(tags) == 1 else None, "feed category")
    return fields


def _language(given: Any) -> str | None:
    return str(given) if given and re.fullmatch(r"[A-Za-z]{2,3}(?:[-_]\w+)*", str(given)) else None
