"""Outlets by their names: which ways of writing one are the same."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from importlib import resources

# Hosts under which everyone writes for himself, and second levels under which countries register.
_HOSTING = frozenset({"blogspot", "wordpress", "substack", "medium", "tumblr", "typepad", "github"})
_SECOND_LEVEL = frozenset({"co", "com", "org", "net", "gov", "ac", "edu", "gob", "or", "ne"})

# Characters of a name that are looked at: what is longer is none.
_LONGEST = 120

_WORD = re.compile(r"[\w’'&.-]+")
_HOST = re.compile(r"(?:https?://)?((?:[a-z0-9-]+\.)+[a-z]{2,})(?:/\S*)?", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\(([^()]+)\)")
_NO_WORD = re.compile(r"\W")
_POSSESSOR = re.compile(r".*[’']s? (?:[a-z-]+ )*(?=[A-Z])")


@cache
def _added(language: str = "en") -> frozenset[str]:
    data = resources.files("dateline.timeline").joinpath(language, "outlets.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(data)["added"].split())


def key(name: str) -> str:
    """A name as outlets are compared: `www.theguardian.com` and `The Guardian` give one."""
    plain = name.strip()
    host = _HOST.fullmatch(plain)
    own = _registered(host[1].lower()) if host else plain.lower()
    return _NO_WORD.sub("", own.removeprefix("the ").removeprefix("the" if host else ""))


def is_address(name: str) -> bool:
    """Whether an outlet is named by its site."""
    return _HOST.fullmatch(name.strip()) is not None


@lru_cache(maxsize=1 << 12)
def keys(name: str) -> tuple[str, ...]:
    """The keys of an outlet's name as it may be written elsewhere, its own first.

    Without what may be added to it (`BBC News`), without brackets and what stands in them, and without whose it is said
    to be (`South Korea's Yonhap news agency`).
    """
    return _unlike_nothing(key(form) for form in dict.fromkeys(_forms(name)))


@lru_cache(maxsize=1 << 12)
def short_keys(name: str) -> tuple[str, ...]:
    """The keys of what an outlet of that name may be called for short: `npa` by its initials, `nytimes`, `wpost`."""
    return _unlike_nothing(short for form in dict.fromkeys(_forms(name)) for short in _short(_WORD.findall(form)))


def _forms(name: str) -> Iterator[str]:
    plain = name.strip()[:_LONGEST]
    bare = _IN_BRACKETS.sub(" ", plain)
    yield plain
    yield bare
    yield from _IN_BRACKETS.findall(plain)
    for whole in (bare, _POSSESSOR.sub("", bare)):
        words = _WORD.findall(whole)
        while words and words[-1].lower() in _added():
            yield " ".join(words)
            words.pop()
        yield " ".join(words)


def _unlike_nothing(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(one for one in dict.fromkeys(found) if len(one) > 1)


def _short(words: Sequence[str]) -> list[str]:
    names = [word for word in words if word[0].isupper() and word != "The"]
    if len(names) < 2:
        return []
    initials = "".join(word[0] for word in names).lower()
    return [initials, initials[:-1] + key(names[-1])]


def _registered(host: str) -> str:
    """The part of a host by which it is known: `edition.cnn.com` gives `cnn`."""
    labels = host.removeprefix("www.").split(".")
    if len(labels) > 2 and labels[-2] in _HOSTING:
        return "".join(labels)
    if len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVEL:
        return labels[-3]
    return labels[-2]
