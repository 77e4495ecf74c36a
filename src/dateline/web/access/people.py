"""The file of those who may log in: names, roles, argon2 hashes, tokens for the API, the secret of their calendars.

It is JSON, for its owner's eyes alone, and read again whenever it has changed. Of passwords and tokens only hashes are
in it; a token is long and random, so that a fast hash serves. The secret of a reader's calendars and feeds is kept as
it is, because addresses that hold it are shown again.
"""

import hashlib
import hmac
import json
import os
import secrets
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from dateline.errors import OptionError
from dateline.web.access.roles import Role

SHORTEST = 10
"""Characters of a password."""
_HASHER = PasswordHasher()
# What a password is held against where nobody has the name, so that this takes as long.
_NOBODYS = _HASHER.hash(secrets.token_urlsafe(16))


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may log in."""

    name: str
    role: Role
    password: str
    """The argon2 hash."""
    tokens: tuple[str, ...] = ()
    """SHA-256 of each token."""
    secret: str = ""
    """What stands in the addresses of their calendars and feeds."""

    @property
    def fingerprint(self) -> str:
        """Tells one password from the next, and tells nothing else of it."""
        return hashlib.sha256(self.password.encode()).hexdigest()[:16]


class People:
    """Those of one file. Raises OptionError where it cannot be read."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._read_at: tuple[int, int] | None = None
        self._people: dict[str, Person] = {}
        self.all()

    def all(self) -> Mapping[str, Person]:
        """Everybody, by name; as the file is now."""
        try:
            found = self._path.stat()
            stamp = (found.st_mtime_ns, found.st_size)
            if stamp != self._read_at:
                self._people = read(self._path)
                self._read_at = stamp
        except OSError as error:
            raise OptionError(f"{self._path} cannot be read: {error.strerror}. `dateline user add` makes it") from None
        return self._people

    def with_password(self, name: str, password: str) -> Person | None:
        """Who has this name and password."""
        person = self.all().get(name)
        try:
            _HASHER.verify(person.password if person else _NOBODYS, password)
        except (VerificationError, InvalidHashError):
            return None
        return person

    def with_token(self, token: str) -> Person | None:
        """Whose token it is."""
        return self._whose(lambda person: any(hmac.compare_digest(_hash(token), known) for known in person.tokens))

    def with_secret(self, secret: str) -> Person | None:
        """Whose calendars and feeds have this secret."""
        given = secret.encode("utf-8", "replace")
        return self._whose(lambda person: bool(person.secret) and hmac.compare_digest(given, person.secret.encode()))

    def _whose(self, is_theirs: Callable[[Person], bool]) -> Person | None:
        # Everybody is asked, so that the time it takes tells nothing.
        found = [person for person in self.all().values() if is_theirs(person)]
        return found[0] if found else None


def read(path: Path) -> dict[str, Person]:
    """The people of a file; none where there is no file. Raises OptionError for one that is none of people."""
    if not path.exists():
        return {}
    try:
        given = json.loads(path.read_text("utf-8"))["people"]
        return {
            name: Person(name, Role(one["role"]), one["password"], tuple(one["tokens"]), one["secret"])
            for name, one in given.items()
        }
    except (ValueError, KeyError, TypeError, AttributeError):
        raise OptionError(f"{path} is no file of people. `dateline user add --users FILE` makes one") from None


def with_person(path: Path, name: str, password: str, role: Role) -> None:
    """Let somebody log in, or give them another password and role. Raises OptionError for a weak password."""
    if not name or name != name.strip() or not name.isprintable():
        raise OptionError(f"{name!r} is no name to log in by. Use letters, figures and marks")
    if role is Role.ANYONE:
        raise OptionError("everybody may what anyone may. Use read, mark or add")
    if len(password) < SHORTEST:
        raise OptionError(f"the password is too short. Use {SHORTEST} characters or more")
    people = read(path)
    known = people.get(name)
    hashed = _HASHER.hash(password)
    fresh = Person(name, role, hashed, secret=secrets.token_urlsafe(24))
    people[name] = replace(known, role=role, password=hashed) if known else fresh
    _write(path, people)


def with_token(path: Path, name: str) -> str:
    """A new token of somebody for the API: shown once, kept as a hash. Raises OptionError for an unknown name."""
    people = read(path)
    if name not in people:
        raise OptionError(f"there is nobody {name!r} in {path}. `dateline user add` lets somebody log in")
    token = f"dl_{secrets.token_urlsafe(32)}"
    people[name] = replace(people[name], tokens=(*people[name].tokens, _hash(token)))
    _write(path, people)
    return token


def without_person(path: Path, name: str) -> None:
    """Let somebody log in no more. Raises OptionError for an unknown name."""
    people = read(path)
    if people.pop(name, None) is None:
        raise OptionError(f"there is nobody {name!r} in {path}")
    _write(path, people)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


def _write(path: Path, people: Mapping[str, Person]) -> None:
    """Write the file whole or not at all, readable by its owner alone."""
    told = {name: {key: value for key, value in asdict(one).items() if key != "name"} for name, one in people.items()}
    try:
        handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    except OSError as error:
        raise OptionError(f"{path} cannot be written: {error.strerror}") from None
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump({"people": told}, file, ensure_ascii=False, indent=2)
        Path(draft).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(draft).unlink()
        raise
