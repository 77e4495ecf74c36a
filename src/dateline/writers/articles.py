"""Articles in, Dateline's own format out: JSON Lines, an article a line, which `read` takes back."""

import json
from collections.abc import Iterable

from dateline.model import Article, SkipKind
from dateline.writers.page import Page

# What a reader marks as not the story and keeps apart: its words stand in keys of their own, or nowhere.
_LEFT_OUT = {SkipKind.HEADER, SkipKind.TITLE, SkipKind.BYLINE, SkipKind.FURNITURE}


def write_articles(articles: Iterable[Article], page: Page) -> str:
    """Articles, in the order given."""
    return "".join(map(article_line, articles))


def article_line(article: Article) -> str:
    """One article as one line, with its line break. Keys that tell nothing are left out."""
    keys = {
        "id": article.id,
        "published": article.published.isoformat() if article.published else None,
        "updated": article.updated.isoformat() if article.updated else None,
        "source": article.source,
        "title": article.title,
        "url": article.url,
        "byline": article.byline,
        "section": article.section,
        "language": article.language,
        "excerpt": article.excerpt or None,
        "text": _story(article),
    }
    kept = {key: value for key, value in keys.items() if value is not None}
    return json.dumps(kept, ensure_ascii=False) + "\n"


def _story(article: Article) -> str:
    """The text without the head that was read from it, and without what a mail quotes."""
    parts: list[str] = []
    end = 0
    for skip in article.skipped:
        if skip.why in _LEFT_OUT:
            parts.append(article.text[end : skip.start])
            end = skip.end
    if not end:
        return article.text
    return "".join((*parts, article.text[end:])).strip()
