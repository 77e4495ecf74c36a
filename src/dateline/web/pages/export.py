"""A story in a format of others, to be taken away: the lines that the address wants, as a file that no browser runs."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from dateline.web.failures import Failure
from dateline.web.pages.filters import wanted_of
from dateline.web.pages.shell import desk_of
from dateline.writers import BINARY_FORMATS, FORMATS, write, write_bytes

router = APIRouter()

_ENDINGS = {
    "json": "json", "markdown": "md", "csv": "csv", "html": "html", "ics": "ics", "timelinejs": "timelinejs.json",
    "jsonld": "jsonld", "geojson": "geojson", "webannotation": "annotations.json", "frontmatter": "md",
    "timesketch": "timesketch.csv", "timesketchjsonl": "timesketch.jsonl", "ftm": "ftm.json", "ninjs": "ninjs.json",
    "csljson": "csl.json", "ris": "ris", "xlsx": "xlsx", "parquet": "parquet",
}  # fmt: skip
EXPORTS = tuple(format_ for format_ in (*FORMATS["timeline"], *BINARY_FORMATS["timeline"]) if format_ in _ENDINGS)
"""The formats that a story can be taken away in."""


@router.get("/stories/{story:int}/export", include_in_schema=False)
def export(request: Request, story: int) -> Response:
    """The file; its name is ours, whatever the story is called."""
    format_ = request.query_params.get("format", "")
    if format_ not in EXPORTS:
        raise Failure(400, "option", f"There is no format {format_!r}.", f"Use one of {', '.join(EXPORTS)}.")
    desk = desk_of(request)
    told = desk.told(story)
    timeline = desk.timeline(story, None, wanted_of(request.query_params))
    if format_ in BINARY_FORMATS["timeline"]:
        content = write_bytes(timeline, format_, articles=told.articles)
    else:
        content = write(timeline, format_, articles=told.articles).encode("utf-8")
    name = f"story-{told.story.id}.{_ENDINGS[format_]}"
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type="application/octet-stream", headers=headers)
