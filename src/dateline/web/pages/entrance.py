"""Logging in and out."""

from urllib.parse import urlsplit

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dateline.web.access.attempts import WINDOW, Attempts
from dateline.web.access.visits import Visits
from dateline.web.failures import Failure
from dateline.web.pages.add import field
from dateline.web.pages.shell import show, visit_of

router = APIRouter()


@router.get("/login", include_in_schema=False)
def login(request: Request) -> Response:
    """The form."""
    return show(request, "login.html", {"next": inside(request.query_params.get("next", "")), "failed": None})


@router.post("/login", include_in_schema=False)
def log_in(request: Request) -> Response:
    """Name and password were given. Whoever they are, a new session begins."""
    visits: Visits = request.app.state.visits
    attempts: Attempts = request.app.state.attempts
    form = visit_of(request).form
    name, machine = field(form, "name").strip(), request.client.host if request.client else ""
    if visits.people is None:
        raise Failure(404, "login", "Here nobody logs in.")
    if not attempts.may(name, machine):
        raise Failure(429, "login", "That was tried too often.", "Wait five minutes.", retry_after=round(WINDOW))
    with attempts.at_once:
        person = visits.people.with_password(name, field(form, "password"))
    onward = inside(field(form, "next"))
    if person is None:
        attempts.failed(name, machine)
        return show(request, "login.html", {"next": onward, "failed": "Name or password is wrong."}, 401)
    request.state.visit = visits.entered(person)
    request.state.keep_session = True
    return RedirectResponse(onward, 303)


@router.post("/logout", include_in_schema=False)
def log_out(request: Request) -> Response:
    """The session ends, here and wherever its cookie was taken."""
    visits: Visits = request.app.state.visits
    visits.sessions.end(visit_of(request).session)
    return RedirectResponse("/login", 303)


def inside(address: str) -> str:
    """An address of ours to go on to; the stories for any other."""
    parts = urlsplit(address.replace("\\", "/"))
    is_ours = address.startswith("/") and not address.startswith(("//", "/\\")) and not parts.netloc
    return address if is_ours and address.isprintable() else "/stories"
