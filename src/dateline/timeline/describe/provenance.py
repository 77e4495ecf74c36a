"""Independent sources: how many outlets tell a thing on their own, and which only repeat another one.

What comes from one agency is one source, however many outlets print it: the text they copy, the agency their dateline,
byline or credit line names, and the outlet that a passage cites for what it says.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from dateline.model import Article
from dateline.text.copies import Copies
from dateline.timeline.describe.outlet_names import is_address, key, keys, short_keys
from dateline.timeline.phrases import phrase

# Characters of an article's beginning and end in which a credit line stands.
_CREDIT_STRETCH = 300
# Characters of a line that may be a name or a byline: a longer one tells something.
_LONGEST_LINE = 120

_NAME = r"((?:[A-Z][\w.&’'-]*|of|and)(?:,? (?:[A-Z][\w.&’'-]*|of|and)){0,7})"
_NO_LETTER = re.compile(r"\W")
_IN_BRACKETS = re.compile(r"\(([A-Z][\w/ -]{1,30})\)\s*(?:[-–—]|$)", re.MULTILINE)


@cache
def _agencies(language: str = "en") -> dict[str, str]:
    """For the key of every name of a news agency, its first name."""
    table = resources.files("dateline.timeline").joinpath(language, "agencies.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    return {key(name): names[0] for names in rows for name in names}


@dataclass(frozen=True, slots=True)
class _Cues:
    credit: re.Pattern[str]
    last: frozenset[str]
    kind: re.Pattern[str]
    cited: tuple[re.Pattern[str], re.Pattern[str]]


@cache
def _cues(language: str = "en") -> _Cues:
    data = tomllib.loads(
        resources.files("dateline.timeline").joinpath(language, "outlets.toml").read_text(encoding="utf-8")
    )
    name = r"(?:the )?([A-Z][\w.&’'-]*(?: [A-Z][\w.&’'-]*){0,4})"
    return _Cues(
        re.compile(rf"(?<!\w)(?:{data['credit']}) (?:the )?{_NAME}"),
        frozenset(data["last"].split()),
        re.compile(data["kind"]),
        (
            re.compile(rf"\b(?:{data['cited_before']}) {name}"),
            re.compile(rf"\b{name} (?:[a-z]+ ){{0,2}}(?:{data['cited_behind']})\b"),
        ),
    )


@dataclass(frozen=True, slots=True)
class _Names:
    """The one name of each source, by the keys under which the articles may know it."""

    whole: Mapping[str, str]
    short: Mapping[str, str]
    """By initials and the like, which stand for a name when the articles use them."""

    def one(self, name: str) -> str | None:
        """The one name of the source that goes by `name`; None when no article and no agency has it.

        What a name would be for short counts when somebody writes it so, not when it happens to be an agency's.
        """
        for known, forms in ((self.whole, keys(name)), (self.short, keys(name)), (self.whole, short_keys(name))):
            for form in forms:
                if form in known and not _is_chance(form, name):
                    return known[form]
        return None


@dataclass(frozen=True, slots=True)
class Sources:
    """Where what the articles of one story say comes from."""

    _of_article: Mapping[str, str]
    _names: _Names

    def of(self, article: str, said_by: str | None = None, passage: str = "") -> str:
        """Whose report a passage is: that of the outlet it cites for what it says, else that of its article.

        A source goes by one name: the longest that the articles write and that is no address; an agency by its first in
        `en/agencies.tsv`.
        """
        cited = (self._names.one(name) or _outlet(name, passage) for name in _cited(said_by, passage))
        return next((source for source in cited if source), self._of_article[article])


def _is_chance(form: str, name: str) -> bool:
    """Whether a form of a name is an agency's though the name is not: `Amur Press` is not AP."""
    return form in _agencies() and form not in keys(name)


def _outlet(name: str, passage: str) -> str | None:
    """A name that no article is by, when it is an outlet's by its last word or by what the passage says it is."""
    plain = name.strip().removeprefix("the ").removeprefix("The ")
    words = plain.split()
    if not words or not words[0][0].isupper():
        return None
    if len(words) > 1 and words[-1].lower() in _cues().last:
        return plain
    own, kind = re.escape(plain), _cues().kind
    if not kind.search(passage):
        return None
    called = re.search(rf"\b{own} (?:{kind.pattern})\b|\b(?:{kind.pattern}) {own}\b", passage)
    return plain if called else None


def _cited(said_by: str | None, passage: str) -> Iterator[str]:
    """Whoever a passage may cite, outlet or not."""
    if said_by:
        yield said_by
    for pattern in _cues().cited:
        for found in pattern.finditer(passage):
            yield found[1]


def independent(articles: Sequence[Article], copies: Copies) -> Sources:
    """The independent sources of articles in order of publication.

    Articles of one text are one source, whoever prints it.
    """
    credited = {article.id: credited_agency(article) for article in articles}
    names = _one_name_each([name for a in articles for name in (a.source, credited[a.id]) if name])
    outlet = {a.id: (names.one(a.source) or a.source) if a.source else a.id for a in articles}
    agency = {a.id: names.one(credit) or credit for a in articles if (credit := credited[a.id])}
    of_one_text: dict[str, list[str]] = {}
    for article in articles:
        of_one_text.setdefault(copies.original(article.id), []).append(article.id)
    of_article = {}
    for group in of_one_text.values():
        source = next((agency[one] for one in group if one in agency), outlet[group[0]])
        of_article.update(dict.fromkeys(group, source))
    return Sources(of_article, names)


def credited_agency(article: Article) -> str | None:
    """The agency that an article names as the origin of its text; None when it names none.

    An agency that all papers print goes by its first name in `en/agencies.tsv`. A dateline may name any agency or
    outlet; a byline or a credit line counts with an agency that all papers print.
    """
    if article.dateline and article.dateline.agency:
        return article.dateline.agency
    text = article.text
    ending, opening = text[-_CREDIT_STRETCH:].rstrip(), text[:_CREDIT_STRETCH]
    named = (
        *phrase("between_names").split((article.byline or "")[:_LONGEST_LINE]),
        *reversed(ending.splitlines()),
        *opening.splitlines(),
        *(
            name
            for found in _cues().credit.finditer(f"{ending}\n{opening}")
            for name in phrase("between_names").split(found[1])
        ),
        *(found[1] for found in _IN_BRACKETS.finditer(f"{ending}\n{opening}")),
    )
    return next((agency for name in named if (agency := _agency(name))), None)


@lru_cache(maxsize=1 << 12)
def _agency(name: str) -> str | None:
    """The name that stands for an agency, when `name` is one's: `Reuters Staff` gives `Reuters`."""
    if len(name) > _LONGEST_LINE:
        return None
    # Most lines hold the letters of none: that is quicker to tell, but for those that brackets may stand between.
    letters = _NO_LETTER.sub("", name.lower())
    if "(" not in name and not any(agency in letters for agency in _agencies()):
        return None
    return next((_agencies()[form] for form in keys(name.removeprefix("By ")) if form in _agencies()), None)


def _one_name_each(names: Iterable[str]) -> _Names:
    whole, short = dict(_agencies()), dict[str, str]()
    known = _Names(whole, short)
    for name in sorted(set(names), key=lambda name: (is_address(name), -len(name), name)):
        one = known.one(name) or name
        for form in keys(name):
            whole.setdefault(form, one)
        for form in short_keys(name):
            short.setdefault(form, one)
    return known
