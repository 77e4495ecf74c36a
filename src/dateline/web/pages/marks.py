"""A person's hand: forms in, marks kept; each page a person marked on is shown again, with what was done."""

from urllib.parse import quote

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dateline.model import Entry, Mark, MarkKind, Marks, Status
from dateline.web.failures import Failure
from dateline.web.pages.add import field
from dateline.web.pages.filters import is_number
from dateline.web.pages.hand_words import words_of
from dateline.web.pages.shell import Answer, desk_of, page, visit_of
from dateline.web.pages.story import article_address

router = APIRouter()

_ONE_VALUE = (
    MarkKind.NOTE,
    MarkKind.TAG,
    MarkKind.DATE,
    MarkKind.STATUS,
    MarkKind.HEADLINE,
)


@router.post("/stories/{story:int}/lines/{entry}/marks", include_in_schema=False)
def mark(request: Request, story: int, entry: str) -> Response:
    """A line is marked."""
    desk, visit = desk_of(request), visit_of(request)
    told, line = desk.line(story, entry)
    kind = field(visit.form, "kind")
    desk.story(story).mark(kind, line, *_values(request, kind, story), by=visit.name)
    if field(visit.form, "back") == "story":
        return RedirectResponse(f"/stories/{told.story.id}#entry-{quote(line.id)}", 303)
    return _line(told.story.id, line.id)


def _values(request: Request, kind: str, story: int) -> list[Entry | str]:
    """What a form says beside the kind of the mark."""
    form = visit_of(request).form
    if kind in _ONE_VALUE:
        return [field(form, "value")]
    if kind == MarkKind.SPEAKER:
        return [field(form, "value")]
    if kind == MarkKind.JOIN:
        others = [value for value in form.getlist("other") if isinstance(value, str) and value]
        return [desk_of(request).line(story, other)[1] for other in others]
    if kind == MarkKind.SPLIT:
        return [value for value in form.getlist("passage") if isinstance(value, str)]
    return []


@router.post("/stories/{story:int}/lines", include_in_schema=False)
def write(request: Request, story: int) -> Response:
    """A line of a person's own."""
    desk, visit = desk_of(request), visit_of(request)
    form = visit.form
    made = desk.story(story).write(
        field(form, "headline"),
        field(form, "date").strip(),
        status=field(form, "status") or Status.HAPPENED,
        source=field(form, "source"),
        article=field(form, "article") or None,
        exact=field(form, "exact"),
        by=visit.name,
    )
    return _line(story, made.lines[0].entry)


@router.post("/marks/{mark:int}/undo", include_in_schema=False)
def undo(request: Request, mark: int) -> Response:
    """A mark is taken back."""
    desk, visit = desk_of(request), visit_of(request)
    return _after(request, desk.archive.undo(mark, by=visit.name))


@router.post("/marks/{mark:int}/redo", include_in_schema=False)
def redo(request: Request, mark: int) -> Response:
    """What was taken back is done again."""
    return _after(request, desk_of(request).archive.redo(mark, by=visit_of(request).name))


def _after(request: Request, acted: Mark) -> Response:
    """Where one goes on after a mark: to its line, where it is still there, else to the marks of its story."""
    desk, visit = desk_of(request), visit_of(request)
    story = desk.archive.story(acted.story).id if acted.story is not None else None
    if story is None:
        return RedirectResponse("/stories", 303)
    lines = {line.id for line in desk.told(story).timeline.entries}
    entry = next((line.entry for line in acted.lines if line.entry in lines), None)
    back = field(visit.form, "back")
    if entry is None or back == "marks":
        return RedirectResponse(f"/stories/{story}/marks", 303)
    return RedirectResponse(f"/stories/{story}#entry-{quote(entry)}", 303) if back == "story" else _line(story, entry)


@router.post("/article/move", include_in_schema=False)
def move(request: Request) -> Response:
    """An article tells another story."""
    desk, visit = desk_of(request), visit_of(request)
    identity, story = field(visit.form, "id"), field(visit.form, "story").strip()
    if not is_number(story):
        if story:
            raise Failure(400, "option", f"{story!r} is no number of a story.", "Use the number, or leave it empty.")
        desk.archive.split([identity], by=visit.name, title=field(visit.form, "title").strip() or None)
    else:
        desk.archive.move(identity, desk.story(int(story)).id, by=visit.name)
    return RedirectResponse(article_address(identity), 303)


@router.post("/stories/{story:int}/title", include_in_schema=False)
def entitle(request: Request, story: int) -> Response:
    """A story is called otherwise."""
    desk, visit = desk_of(request), visit_of(request)
    title = " ".join(field(visit.form, "title").split())
    if not title or len(title) > 500:
        raise Failure(400, "option", "A title has 1 to 500 characters.")
    desk.archive.entitle(story, title, by=visit.name)
    return RedirectResponse(f"/stories/{story}/marks", 303)


@router.post("/stories/{story:int}/join", include_in_schema=False)
def join(request: Request, story: int) -> Response:
    """Two stories are one."""
    desk, visit = desk_of(request), visit_of(request)
    other = field(visit.form, "other").strip()
    if not is_number(other):
        raise Failure(400, "option", f"{other!r} is no number of a story.", "Look it up among the stories.")
    stays = desk.archive.join(story, int(other), by=visit.name)
    return RedirectResponse(f"/stories/{stays}/marks", 303)


@page(router, "/stories/{story:int}/marks")
def marks(request: Request, story: int) -> Answer:
    """Everything that persons did to a story and its lines, the last first, with what was taken back."""
    desk = desk_of(request)
    told = desk.told(story)
    made = Marks(tuple(reversed(desk.story(story).marks(undone=True))))
    others = [one for one in desk.stories().stories if one.id != told.story.id][:200]
    shown = {
        "told": told,
        "others": others,
        "statuses": list(Status),
        "lines_there": {line.id for line in told.timeline.entries},
        "words_of": words_of,
    }
    return Answer(made, "marks.html", shown)


def _line(story: int, entry: str) -> Response:
    return RedirectResponse(f"/stories/{story}/lines/{quote(entry, safe='')}", 303)
