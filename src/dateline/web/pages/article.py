"""An article with what is read in it, in place: times, who says what, events, names, what is skipped and why."""

from fastapi import APIRouter
from starlette.requests import Request

from dateline.model import Entry
from dateline.web.failures import Failure
from dateline.web.pages.layered import LAYERS, Covered, covered_by, pieces
from dateline.web.pages.shell import Answer, desk_of, page
from dateline.web.pages.story import article_address, link
from dateline.writers.phrasing.citations import web_address

router = APIRouter()

_SHOWN = ("times", "events", "skipped")
"""Layers that are shown unless others are asked for: all at once hide the text."""


@page(router, "/article")
def article(request: Request) -> Answer:
    """An article, its versions, the lines that rest on it."""
    given, desk = request.query_params, desk_of(request)
    found = desk.article(given.get("id", ""), _number(given.get("version"), "version"))
    layers = [layer for layer in given.getlist("layer") if layer in LAYERS] if "layer" in given else list(_SHOWN)
    covered = covered_by(found.layers, layers) if found.layers else []
    start, end = _number(given.get("start"), "start"), _number(given.get("end"), "end")
    if start is not None and end is not None:
        covered.append(Covered(start, end, "passage", ""))
    told = desk.told(found.story) if found.story is not None else None
    lines: list[Entry] = []
    if told:
        lines = [one for one in told.timeline.entries if any(p.article == found.article.id for p in one.passages)]
    return Answer(
        found,
        "article.html",
        {
            "told": told,
            "lines": lines,
            "pieces": pieces(found.article.text, covered),
            "layers": layers,
            "known_layers": LAYERS,
            "published_at": web_address(found.article.url),
            "article_address": article_address,
            "references": {one.id: one for one in told.timeline.articles} if told else {},
            "link": link,
        },
    )


def _number(given: str | None, name: str) -> int | None:
    if not given:
        return None
    if not given.isdecimal() or len(given) > 9:
        raise Failure(400, "option", f"{name}: {given!r} is no number.", "Use 0, 1, 2 and so on.")
    return int(given)
