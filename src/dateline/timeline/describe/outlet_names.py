"""Outlets by their names: which ways of writing one are the same."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from dateline.languages import Language, made_once, remembered

# Hosts under which everyone writes for himself, and second levels under which countries register.
_HOSTING = frozenset({"blogspot", "wordpress", "substack", "medium", "tumblr", "typepad", "github"})
_SECOND_LEVEL = frozenset({"co", "com", "org", "net", "gov", "ac", "edu", "gob", "or", "ne"})

# Characters of a name that are looked at: what is longer is none.
_LONGEST = 120

_WORD = re.compile(r"[\w’'&.-]+")
_HOST = re.compile(r"(?:https?://)?((?:[a-z0-9-]+\.)+[a-z]{2,})(?:/\S*)?", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\(([^()]+)\)")
_NO_WORD = re.compile(r"\W")


class _Words(NamedTuple):
    """What stands beside an outlet's name; `outlets.toml` says what each is."""

    articles: frozenset[str]
    added: frozenset[str]
    possessor: re.Pattern[str]


@made_once
def _words(language: Language) -> _Words:
    file = "timeline/outlets.toml"
    return _Words(language.words(file, "articles"), language.words(file, "added"), language.pattern(file, "possessor"))


def key(language: Language, name: str) -> str:
    """A name as outlets are compared: `www.theguardian.com` and `The Guardian` give one."""
    plain = name.strip()
    host = _HOST.fullmatch(plain)
    own = _registered(host[1].lower()) if host else plain.lower()
    for article in sorted(_words(language).articles):
        own = own.removeprefix(f"{article} ").removeprefix(article if host else "")
    return _NO_WORD.sub("", own)


def is_address(name: str) -> bool:
    """Whether an outlet is named by its site."""
    return _HOST.fullmatch(name.strip()) is not None


@remembered(1 << 12)
def keys(language: Language, name: str) -> tuple[str, ...]:
    """The keys of an outlet's name as it may be written elsewhere, its own first.

    Without what may be added to it (`BBC News`), without brackets and what stands in them, and without whose it is said
    to be (`South Korea's Yonhap news agency`).
    """
    return _unlike_nothing(key(language, form) for form in dict.fromkeys(_forms(language, name)))


@remembered(1 << 12)
def short_keys(language: Language, name: str) -> tuple[str, ...]:
    """The keys of what an outlet of that name may be called for short: `npa` by its initials, `nytimes`, `wpost`."""
    forms = dict.fromkeys(_forms(language, name))
    return _unlike_nothing(short for form in forms for short in _short(language, _WORD.findall(form)))


def _forms(language: Language, name: str) -> Iterator[str]:
    beside = _words(language)
    plain = name.strip()[:_LONGEST]
    bare = _IN_BRACKETS.sub(" ", plain)
    yield plain
    yield bare
    yield from _IN_BRACKETS.findall(plain)
    for whole in (bare, beside.possessor.sub("", bare)):
        words = _WORD.findall(whole)
        while words and words[-1].lower() in beside.added:
            yield " ".join(words)
            words.pop()
        yield " ".join(words)


def _unlike_nothing(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(one for one in dict.fromkeys(found) if len(one) > 1)


def _short(language: Language, words: Sequence[str]) -> list[str]:
    articles = _words(language).articles
    names = [word for word in words if word[0].isupper() and word.lower() not in articles]
    if len(names) < 2:
        return []
    initials = "".join(word[0] for word in names).lower()
    return [initials, initials[:-1] + key(language, names[-1])]


def _registered(host: str) -> str:
    """The part of a host by which it is known: `edition.cnn.com` gives `cnn`."""
    labels = host.removeprefix("www.").split(".")
    if len(labels) > 2 and labels[-2] in _HOSTING:
        return "".join(labels)
    if len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVEL:
        return labels[-3]
    return labels[-2]
