"""The sources of a timeline for reference managers: CSL-JSON (Zotero, Pandoc) and RIS."""

from typing import Any

from dateline.model import ArticleReference, Timeline
from dateline.writers.json import dump
from dateline.writers.page import Page
from dateline.writers.phrasing.characters import folded, visible
from dateline.writers.phrasing.citations import outlet, web_address


def write_csl(timeline: Timeline, page: Page) -> str:
    """The articles as CSL-JSON, an array of items."""
    return dump([_item(article) for article in timeline.articles], indent=2)


def _item(article: ArticleReference) -> dict[str, Any]:
    item: dict[str, Any] = {"id": article.id, "type": "article-newspaper"}
    told = {"title": _title(article), "container-title": folded(outlet(article))}
    item |= {key: value for key, value in told.items() if value}
    if article.published:
        day = article.published
        item["issued"] = {"date-parts": [[day.year, day.month, day.day]]}
    if address := web_address(article.url):
        item["URL"] = address
    return item


def write_ris(timeline: Timeline, page: Page) -> str:
    """The articles as RIS, a record each."""
    lines: list[str] = []
    for article in timeline.articles:
        day = article.published.isoformat() if article.published else ""
        fields = {
            "TI": _title(article),
            "T2": folded(outlet(article)),
            "PY": day[:4],
            "DA": day and f"{day.replace('-', '/')}/",
            "UR": web_address(article.url),
            "ID": folded(article.id),
        }
        lines += ["TY  - NEWS", *(f"{tag}  - {value}" for tag, value in fields.items() if value), "ER  - ", ""]
    return "\r\n".join(map(visible, lines)) + "\r\n"


def _title(article: ArticleReference) -> str:
    return folded(article.title or "") or folded(article.id)
