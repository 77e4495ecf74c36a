"""Articles are brought in: pasted, uploaded, fetched; what came of it is told while it goes on."""

from fastapi import APIRouter
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dateline.web.answers import Stage
from dateline.web.failures import Failure
from dateline.web.intake import Intakes, fetched, pasted, uploaded
from dateline.web.pages.filters import day_of
from dateline.web.pages.shell import Answer, page, show, visit_of

router = APIRouter()

_ADDRESSES = 50
"""Addresses that are fetched at once."""


@router.get("/add", include_in_schema=False)
def add(request: Request) -> Response:
    """How articles are brought in."""
    return show(request, "add.html", {"story": request.query_params.get("story", "")})


@page(router, "/add/{intake}")
def account(request: Request, intake: str) -> Answer:
    """What came of something that was brought in."""
    found = intakes_of(request).of(intake)
    if found is None:
        raise Failure(404, "no-such-intake", "There is no account of this any more.", "Look among the stories.")
    return Answer(found, "intake.html", {"is_done": found.stage is Stage.DONE})


@router.post("/add/text", include_in_schema=False)
def add_text(request: Request) -> Response:
    """A text was pasted."""
    form = visit_of(request).form
    text = field(form, "text")
    if not text.strip():
        raise Failure(400, "empty", "There is no text.", "Paste the text of an article.")
    published = day_of(field(form, "published"), "published")
    bring = pasted(text, field(form, "title"), field(form, "source"), field(form, "url").strip(), published)
    what = field(form, "title").strip() or "a text that was pasted"
    return _begun(intakes_of(request).begin(what, bring, visit_of(request).name, story=_story(form)))


@router.post("/add/files", include_in_schema=False)
async def add_files(request: Request) -> Response:
    """Files were uploaded."""
    form = visit_of(request).form
    given = [one for one in form.getlist("files") if isinstance(one, UploadFile) and one.filename]
    if not given:
        raise Failure(400, "empty", "There is no file.", "Choose files or a folder.")
    files = [(one.filename or "", await one.read()) for one in given]
    published = day_of(field(form, "published"), "published")
    what = files[0][0] if len(files) == 1 else f"{len(files)} files"
    begun = intakes_of(request).begin(
        what, uploaded(files), visit_of(request).name, story=_story(form), published=published
    )
    return _begun(begun)


@router.post("/add/address", include_in_schema=False)
def add_address(request: Request) -> Response:
    """Addresses are to be fetched, or a feed is to be watched."""
    form = visit_of(request).form
    addresses = field(form, "address").split()
    if not addresses or len(addresses) > _ADDRESSES:
        raise Failure(400, "address", f"Give one address or more, {_ADDRESSES} at most.", "One a line.")
    intakes, name = intakes_of(request), visit_of(request).name
    if form.get("feed"):
        return _begun(intakes.watch(addresses[0], name))
    what = addresses[0] if len(addresses) == 1 else f"{len(addresses)} pages"
    return _begun(intakes.begin(what, fetched(addresses), name, story=_story(form)))


def intakes_of(request: Request) -> Intakes:
    """What is brought to the archive of the application."""
    intakes: Intakes = request.app.state.intakes
    return intakes


def field(form: FormData, name: str) -> str:
    """What was written in a field; nothing for a file."""
    value = form.get(name)
    return value if isinstance(value, str) else ""


def _story(form: FormData) -> str | None:
    return field(form, "story").strip() or None


def _begun(intake: str) -> Response:
    return RedirectResponse(f"/add/{intake}", 303)
