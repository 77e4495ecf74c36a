"""A request in, who asks out: the owner alone at this machine, a session, a token, a proxy, a secret."""

import ipaddress
from dataclasses import dataclass, field
from enum import StrEnum
from urllib.parse import parse_qs

from starlette.datastructures import FormData, Headers
from starlette.requests import cookie_parser
from starlette.types import Scope

from dateline.web.access.people import People, Person
from dateline.web.access.roles import Role
from dateline.web.access.sessions import Session, Sessions
from dateline.web.access.table import Rule
from dateline.web.failures import Failure
from dateline.web.settings import Settings


class By(StrEnum):
    """By what somebody is known."""

    NOTHING = "nothing"
    """They are not."""
    ALONE = "alone"
    """Nobody else can reach this machine."""
    SESSION = "session"
    """They logged in."""
    PROXY = "proxy"
    """The proxy before us says so."""
    TOKEN = "token"
    """The request carries their token."""
    SECRET = "secret"
    """The address holds the secret of their calendars and feeds."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One request's: who asks, and what they may."""

    name: str
    """By whom marks are made; empty where nobody is known."""
    role: Role
    by: By
    session: Session
    form_token: str
    """What a form shown to them must carry."""
    person: Person | None = None
    """Their row in the file of people, where they have one."""
    form: FormData = field(default_factory=FormData)
    """The form they sent; its token was checked."""


class Visits:
    """Tells who asks."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self.sessions = Sessions()
        self.people = People(settings.users) if settings.users else None
        self.cookie = f"{'__Host-' if settings.https else ''}dateline-{settings.port}"

    def of(self, scope: Scope, headers: Headers, rule: Rule) -> Visit:
        """Who asks. Raises Failure for a token that is nobody's."""
        session = self.sessions.of_cookie(cookie_parser(headers.get("cookie", "")).get(self.cookie))
        given = headers.get("authorization", "")
        if given:
            return self._by_token(given, session)
        if rule.by_secret and (secret := parse_qs(scope["query_string"].decode("latin-1")).get("secret")):
            person = self.people.with_secret(secret[0]) if self.people else None
            return self._visit(person, By.SECRET, session) if person else self._nobody(session)
        if self._settings.alone:
            fresh = session or self.sessions.begin()
            token = self.sessions.form_token(fresh)
            return Visit(self._settings.owner, Role.ADD, By.ALONE, fresh, token)
        if self._settings.proxy_header and (name := headers.get(self._settings.proxy_header)):
            return self._by_proxy(name, scope, session)
        person = self.people.all().get(session.name) if self.people and session and session.name else None
        if person and session and session.fingerprint == person.fingerprint:
            return self._visit(person, By.SESSION, session)
        return self._nobody(session)

    def entered(self, person: Person) -> Visit:
        """Somebody logs in: in a session that begins now, whatever came before it."""
        session = self.sessions.begin(person.name, person.fingerprint)
        return self._visit(person, By.SESSION, session)

    def _by_token(self, given: str, session: Session | None) -> Visit:
        scheme, _, token = given.partition(" ")
        person = self.people.with_token(token.strip()) if self.people and scheme.lower() == "bearer" else None
        if person is None:
            raise Failure(401, "token", "This token is nobody's.", "`dateline user token NAME` makes one.")
        return self._visit(person, By.TOKEN, session)

    def _by_proxy(self, name: str, scope: Scope, session: Session | None) -> Visit:
        if not _is_local(scope.get("client")):
            raise Failure(403, "proxy", "Who asks is named by a machine that is not the proxy.")
        person = self.people.all().get(name) if self.people else None
        if person:
            return self._visit(person, By.PROXY, session)
        fresh = session or self.sessions.begin()
        return Visit(name, self._settings.proxy_role, By.PROXY, fresh, self.sessions.form_token(fresh))

    def _visit(self, person: Person, by: By, session: Session | None) -> Visit:
        fresh = session or self.sessions.begin()
        return Visit(person.name, person.role, by, fresh, self.sessions.form_token(fresh), person)

    def _nobody(self, session: Session | None) -> Visit:
        fresh = session or self.sessions.begin()
        return Visit("", Role.ANYONE, By.NOTHING, fresh, self.sessions.form_token(fresh))


def _is_local(client: object) -> bool:
    """Whether the machine that speaks to us is this one."""
    if not isinstance(client, tuple | list) or not client:
        return False
    try:
        return ipaddress.ip_address(client[0]).is_loopback
    except ValueError:
        return False
