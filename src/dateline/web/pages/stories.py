"""The stories of the archive: what moved, what is ahead."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse

from dateline.web.pages.shell import Answer, desk_of, page

router = APIRouter()


@router.get("/", include_in_schema=False)
def begin() -> RedirectResponse:
    """Where one begins."""
    return RedirectResponse("/stories", 303)


@page(router, "/stories")
def stories(request: Request) -> Answer:
    """All stories, the one told last first."""
    return Answer(desk_of(request).stories(), "stories.html")
