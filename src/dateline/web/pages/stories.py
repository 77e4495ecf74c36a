"""The stories of the archive: what moved since somebody looked, what is ahead this week, all of them with a search."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse

from dateline.web.pages.band import SPARK_HEIGHT, SPARK_WIDTH, spark
from dateline.web.pages.filters import day_of
from dateline.web.pages.shell import Answer, desk_of, page, visit_of

router = APIRouter()


@router.get("/", include_in_schema=False)
def begin() -> RedirectResponse:
    """Where one begins."""
    return RedirectResponse("/stories", 303)


@page(router, "/stories")
def stories(request: Request) -> Answer:
    """A page of the stories, the one told last first."""
    given = request.query_params
    query = given.get("query", "").strip()
    overview = desk_of(request).overview(
        visit_of(request).name,
        query=query,
        cursor=given.get("cursor") or None,
        day=day_of(given.get("day"), "day"),
    )
    titles = {glance.story.id: glance.story.title for glance in overview.stories}
    for line in overview.ahead:
        if line.story not in titles:
            titles[line.story] = desk_of(request).story(line.story).noun.title
    return Answer(
        overview,
        "stories.html",
        {
            "query": query,
            "is_first": not given.get("cursor"),
            "sparks": [spark([(one.day, one.articles) for one in glance.days]) for glance in overview.stories],
            "spark_size": (SPARK_WIDTH, SPARK_HEIGHT),
            "titles": titles,
        },
    )
