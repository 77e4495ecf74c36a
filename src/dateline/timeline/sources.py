"""Independent sources: how many outlets tell a thing on their own, and which only repeat another one.

What comes from one agency is one source, however many outlets print it: the text they copy, the agency their dateline,
byline or credit line names, and the outlet that a passage cites for what it says.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from dateline.model import Article

# Characters of an article's beginning and end in which a credit line stands.
_CREDIT_STRETCH = 300

_NAME = r"((?:[A-Z][\w.&’'-]*|of|and)(?: (?:[A-Z][\w.&’'-]*|of|and)){0,4})"
_CREDITS = (
    re.compile(rf"\b[Ww]ith (?:additional )?(?:files|reporting|material) (?:from|by) (?:the )?{_NAME}"),
    re.compile(rf"\b(?:[Ss]ource|[Cc]redit): (?:the )?{_NAME}\s*$"),
    re.compile(r"\(([A-Z][\w/ -]{1,30})\)\s*(?:[-–—]|$)"),
    re.compile(r"^(?:[Bb]y )?(?:[Tt]he )?([A-Z][\w/ -]{1,40})$"),
)
_HOST = re.compile(r"(?:https?://)?(?:www\.)?([a-z0-9-]+)(?:\.[a-z0-9-]+)+/?")


@cache
def _agencies(language: str = "en") -> dict[str, str]:
    """For the key of every name of a news agency, the key of its first name."""
    table = resources.files("dateline.timeline").joinpath(language, "agencies.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    return {_key(name): _key(names[0]) for names in rows for name in names}


@dataclass(frozen=True, slots=True)
class Sources:
    """Where what the articles of one story say comes from."""

    _of_article: Mapping[str, str]
    _of_name: Mapping[str, str]

    def of(self, article: str, said_by: str | None = None) -> str:
        """The independent source of a passage: the outlet it cites when that is one, else that of its article."""
        cited = self._of_name.get(_key(said_by)) if said_by else None
        return cited or self._of_article[article]


def independent(articles: Sequence[Article], origins: Mapping[str, str]) -> Sources:
    """The independent sources of articles in order of publication.

    `origins` gives for each article id the id of the article whose text it copies, its own when it copies none.
    """
    credited = {article.id: credited_agency(article) for article in articles}
    names = _one_key_each([name for a in articles for name in (a.source, credited[a.id]) if name])
    outlet = {a.id: names[_key(a.source)] if a.source else a.id for a in articles}
    agency = {a.id: names[_key(credit)] for a in articles if (credit := credited[a.id])}
    copies: dict[str, list[str]] = {}
    for article in articles:
        copies.setdefault(origins[article.id], []).append(article.id)
    of_article = {}
    for group in copies.values():
        source = next((agency[one] for one in group if one in agency), outlet[group[0]])
        of_article.update(dict.fromkeys(group, source))
    return Sources(of_article, names)


def credited_agency(article: Article) -> str | None:
    """The agency that an article names as the origin of its text, as written; None when it names none.

    A dateline may name any agency or outlet; a byline or a credit line counts with an agency that all papers print.
    """
    if article.dateline and article.dateline.agency:
        return article.dateline.agency
    text = article.text
    for stretch in (article.byline or "", text[-_CREDIT_STRETCH:].rstrip(), text[:_CREDIT_STRETCH]):
        for pattern in _CREDITS:
            for found in pattern.finditer(stretch):
                if _key(found[1]) in _agencies():
                    return found[1]
    return None


def _one_key_each(names: Iterable[str]) -> dict[str, str]:
    """For the key of each name, the key that stands for its outlet: `npa` and `nordenpressagency` are one."""
    written = {_key(name): name for name in sorted(set(names))}
    long_forms = {acronym: key for key, name in written.items() if (acronym := _initials(name))}
    return {**_agencies(), **{key: _agencies().get(key) or long_forms.get(key, key) for key in written}}


def _key(name: str) -> str:
    """A name as outlets are compared: `www.theguardian.com` and `The Guardian` give one."""
    plain = name.strip().lower().removeprefix("the ")
    host = _HOST.fullmatch(plain)
    return re.sub(r"\W", "", host[1].removeprefix("the") if host else plain)


def _initials(name: str) -> str | None:
    """The acronym of a name of several capitalised words, in lower case."""
    initials = [word[0] for word in re.findall(r"[\w’'&-]+", name) if word[0].isupper()]
    return "".join(initials).lower() if len(initials) > 1 else None
