"""Sessions in signed cookies, and the tokens that tie a form to the session it was shown in.

A cookie holds a random number, the name of who logged in and the fingerprint of their password as it was then: a new
password ends the sessions of the old one. What is signed cannot be made elsewhere; logging in always begins a new one,
so that a session somebody slipped in is worth nothing.
"""

import hashlib
import hmac
import secrets
from collections import OrderedDict
from dataclasses import dataclass

from itsdangerous import BadData, URLSafeTimedSerializer

LASTS = 12 * 3600
"""Seconds until somebody has to log in again."""
_ENDED_KEPT = 10_000


@dataclass(frozen=True, slots=True)
class Session:
    """One browser's."""

    number: str
    """Random, told to nobody else."""
    name: str | None = None
    """Who logged in; None where nobody did."""
    fingerprint: str = ""
    """Of the password they had then."""


class Sessions:
    """The sessions of one server, signed with a key that ends with it."""

    def __init__(self, key: bytes | None = None) -> None:
        self._key = key or secrets.token_bytes(32)
        self._signed = URLSafeTimedSerializer(self._key, salt="dateline-session")
        self._ended: OrderedDict[str, None] = OrderedDict()

    def begin(self, name: str | None = None, fingerprint: str = "") -> Session:
        """A new session."""
        return Session(secrets.token_urlsafe(24), name, fingerprint)

    def cookie(self, session: Session) -> str:
        """What the browser is given to keep."""
        return str(self._signed.dumps([session.number, session.name, session.fingerprint]))

    def of_cookie(self, cookie: str | None) -> Session | None:
        """The session of a cookie; None for one that is not ours, is too old or was ended."""
        try:
            number, name, fingerprint = self._signed.loads(cookie or "", max_age=LASTS)
        except (BadData, ValueError, TypeError):
            return None
        return None if number in self._ended else Session(number, name, fingerprint)

    def end(self, session: Session) -> None:
        """Log out: the cookie is worth nothing from now on, whoever has it."""
        self._ended[session.number] = None
        if len(self._ended) > _ENDED_KEPT:
            self._ended.popitem(last=False)

    def form_token(self, session: Session) -> str:
        """What a form of this session must carry."""
        return hmac.new(self._key, b"form:" + session.number.encode(), hashlib.sha256).hexdigest()

    def is_form_token(self, session: Session, token: str) -> bool:
        """Whether a form is of this session."""
        return hmac.compare_digest(self.form_token(session).encode(), token.encode("utf-8", "replace"))
