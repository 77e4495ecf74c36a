"""A body in, an answer out that says by which it can be known; to who knows it already, that it is unchanged."""

import hashlib
from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import Response


def tagged(request: Request, body: str | bytes, kind: str, headers: Mapping[str, str] | None = None) -> Response:
    """The body with its entity tag (RFC 9110, 8.8.3); status 304 and no body where the request names the tag."""
    content = body.encode("utf-8") if isinstance(body, str) else body
    tag = f'"{hashlib.blake2b(content, digest_size=16).hexdigest()}"'
    # To be kept by the browser of who asked, and asked for again each time.
    told = {"etag": tag, "cache-control": "private, no-cache", **(headers or {})}
    if knows(request.headers.get("if-none-match"), tag):
        return Response(None, 304, told)
    return Response(content, 200, told, kind)


def knows(named: str | None, tag: str) -> bool:
    """Whether a header If-None-Match names a tag; what is compared is weak, as the standard has it for this header."""
    given = [one.strip().removeprefix("W/") for one in (named or "").split(",")]
    return "*" in given or tag in given
