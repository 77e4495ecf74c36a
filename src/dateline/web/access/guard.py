"""The guard before all routes: host, rule, origin, who asks, what they may, how much they send, what a form carries.

Whatever is refused is refused here, before a route is reached; what is let through finds the `Visit` of its request in
`request.state.visit`, with the form that was sent, read and checked. Every answer leaves with the headers that keep a
page from running or loading anything but our own modules.
"""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace

from starlette.applications import Starlette
from starlette.datastructures import FormData, Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Match
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dateline.web.access.hosts import is_ours, is_same_origin
from dateline.web.access.roles import Role
from dateline.web.access.sessions import LASTS
from dateline.web.access.table import Rule, rule_of
from dateline.web.access.visits import By, Visit, Visits
from dateline.web.failures import Failure, failure_of
from dateline.web.settings import Settings

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""What a page of ours may load and run: modules, styles and pictures of ours, nothing inline."""
_HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    # Not `no-referrer`: a form of ours would then come without its origin.
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-frame-options": "DENY",
}
_SAFE = frozenset({"GET", "HEAD"})
_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
# What a page elsewhere can send without asking us first (the Fetch standard's simple requests).
_SIMPLE = (*_FORMS, "text/plain", "")
_FILES, _FIELDS = 5_000, 20_000

_LOG = logging.getLogger("dateline.web")

Refused = Callable[[Scope, Failure, Visit | None], Awaitable[Response]]
"""What is answered to a request that is refused."""


class Guard:
    """The outermost of the application."""

    def __init__(self, app: ASGIApp, routes: Starlette, settings: Settings, visits: Visits, refused: Refused) -> None:
        self._app = app
        self._routes = routes
        self._settings = settings
        self._visits = visits
        self._refused = refused

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})
            return
        began = time.monotonic()
        told = _Told(scope, send, self._settings, self._visits)
        visit = None
        try:
            path, visit, receive = await self._let_in(scope, receive)
            told.visit, told.path = visit, path
            await self._app(scope, receive, told)
        except Exception as error:
            # Whatever it is, the answer leaves with our headers: the framework's own would not.
            failure = failure_of(error)
            if failure.status >= 500:
                _LOG.error("%s %s", scope["method"], told.path, exc_info=error)
            if not told.has_begun:
                await (await self._refused(scope, failure, visit))(scope, receive, told)
        finally:
            if visit:
                await visit.form.close()
            # The route and not the address, which may hold what somebody searches for, or a secret.
            _LOG.info("%s %s %s %.0f ms", scope["method"], told.path, told.status, 1000 * (time.monotonic() - began))

    async def _let_in(self, scope: Scope, receive: Receive) -> tuple[str, Visit, Receive]:
        """The route, who asks, and what brings the rest of the request. Raises Failure where it is refused."""
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if not is_ours(host, self._settings):
            raise Failure(400, "host", "This server is not called so.", "Start it with --name HOST to call it so.")
        path, rule = self._rule(scope)
        changes = scope["method"] not in _SAFE
        if changes and not is_same_origin(host, headers.get("origin"), headers.get("sec-fetch-site")):
            raise Failure(403, "origin", "This request comes from a page of another server.")
        visit = self._visits.of(scope, headers, rule)
        if not visit.role.may(rule.role):
            if visit.role is Role.ANYONE:
                raise Failure(401, "login", "Nobody is logged in.", "Log in, or send a token.")
            raise Failure(403, "role", f"This needs the role {rule.role}; yours is {visit.role}.")
        bounded = self._bounded(receive, headers, rule)
        if changes:
            visit = await self._checked(scope, bounded, headers, visit)
        scope.setdefault("state", {})["visit"] = visit
        return path, visit, bounded

    def _rule(self, scope: Scope) -> tuple[str, Rule]:
        other_methods: list[str] = []
        for route in self._routes.router.routes:
            try:
                match, _ = route.matches(scope)
            except ValueError:  # a number of more figures than Python reads
                break
            path = getattr(route, "path", "")
            if match is Match.NONE:
                continue
            if match is Match.PARTIAL:
                other_methods += getattr(route, "methods", None) or ()
                continue
            rule = rule_of(scope["method"] if hasattr(route, "methods") else "MOUNT", path)
            if rule is None:
                break
            return path, rule
        if other_methods:
            can = sorted(set(other_methods))
            raise Failure(405, "method", f"Here one can only {' or '.join(can)}.", allow=", ".join(can))
        raise Failure(404, "no-such-page", "There is no such page.", "Begin at the stories.")

    def _bounded(self, receive: Receive, headers: Headers, rule: Rule) -> Receive:
        """What brings the request, as long as it is neither too large nor too slow."""
        most = self._settings.largest_upload if rule.brings_files else self._settings.largest_request
        too_large = Failure(413, "too-large", f"A request here has at most {most:,} bytes.", "Send it in parts.")
        length = headers.get("content-length", "0")
        if not length.isdecimal() or len(length) > 15 or int(length) > most:
            raise too_large
        come = 0
        until = time.monotonic() + self._settings.slowest_request

        async def bounded() -> Message:
            nonlocal come
            try:
                async with asyncio.timeout(None if come < 0 else max(0.0, until - time.monotonic())):
                    message = await receive()
            except TimeoutError:
                raise Failure(408, "too-slow", "The request did not come in time.") from None
            if come >= 0 and message["type"] == "http.request":
                come += len(message.get("body", b""))
                if come > most:
                    raise too_large
                if not message.get("more_body"):
                    come = -1  # it is here: what follows is the wait for the browser to go away
            return message

        return bounded

    async def _checked(self, scope: Scope, receive: Receive, headers: Headers, visit: Visit) -> Visit:
        """The visit with its form, whose token was checked. Raises Failure for a form that is not of this session."""
        kind = headers.get("content-type", "").partition(";")[0].strip().lower()
        form = await _form(scope, receive) if kind in _FORMS else FormData()
        if visit.by in (By.TOKEN, By.SECRET):
            return replace(visit, form=form)
        token = headers.get("x-form-token") or form.get("form_token")
        if isinstance(token, str) and self._visits.sessions.is_form_token(visit.session, token):
            return replace(visit, form=form)
        if visit.by is By.ALONE and kind not in _SIMPLE:
            return visit
        raise Failure(403, "form", "This form is not of your session any more.", "Go back, load the page again.")


async def _form(scope: Scope, receive: Receive) -> FormData:
    try:
        return await Request(scope, receive).form(max_files=_FILES, max_fields=_FIELDS, max_part_size=20_000_000)
    except HTTPException as error:
        raise Failure(400, "form", f"The form cannot be read: {error.detail}") from None


class _Told:
    """What is sent, with our headers and the cookie of the session."""

    def __init__(self, scope: Scope, send: Send, settings: Settings, visits: Visits) -> None:
        self._scope = scope
        self._send = send
        self._settings = settings
        self._visits = visits
        self.visit: Visit | None = None
        self.path = "-"
        self.status = 0
        self.has_begun = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.has_begun = True
            self.status = message["status"]
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers.setdefault(name, value)
            # Files of ours have another address whenever they change.
            kept = "public, max-age=31536000, immutable" if self._is_versioned() else "no-store"
            headers.setdefault("cache-control", kept)
            state = self._scope.get("state", {})
            visit: Visit | None = state.get("visit", self.visit)
            if visit and state.get("keep_session"):
                headers.append("set-cookie", self._cookie(visit))
        await self._send(message)

    def _is_versioned(self) -> bool:
        return self.path == "/static" and self.status == 200 and self._scope["query_string"].startswith(b"v=")

    def _cookie(self, visit: Visit) -> str:
        secure = "; Secure" if self._settings.https else ""
        value = self._visits.sessions.cookie(visit.session)
        return f"{self._visits.cookie}={value}; Path=/; Max-Age={LASTS}; HttpOnly; SameSite=Lax{secure}"
