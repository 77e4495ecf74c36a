"""Independent sources: how many outlets tell a thing on their own, and which only repeat another one.

What comes from one agency is one source, however many outlets print it: the text they copy, the agency their dateline,
byline or credit line names, and the outlet that a passage cites for what it says.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

from dateline.languages import Language, alternatives, made_once, remembered
from dateline.model import Article
from dateline.reading.article import ArticleReading, read_once
from dateline.text.copies import Copies
from dateline.timeline.describe.outlet_names import is_address, key, keys, short_keys

# Characters of an article's beginning and end in which a credit line stands.
_CREDIT_STRETCH = 300
# Characters of a line that may be a name or a byline: a longer one tells something.
_LONGEST_LINE = 120

_WORD_OF_NAME = r"[A-Z][\w.&’'-]*"
_NO_LETTER = re.compile(r"\W")
# With one of these a line may have a name elsewhere than at its beginning: in brackets, behind whose it is.
_WITHIN = frozenset("('’")
_IN_BRACKETS = re.compile(r"\(([A-Z][\w/ -]{1,30})\)\s*(?:[-–—]|$)", re.MULTILINE)


@made_once
def _agencies(language: Language) -> dict[str, str]:
    """For the key of every name of a news agency, its first name."""
    rows = language.table("timeline/agencies.tsv")
    return {key(language, name): names[0] for names in rows for name in names}


class _Cues(NamedTuple):
    """By what articles tell whose report they print; `outlets.toml` says what each is."""

    credit: re.Pattern[str]
    """With the names credited as its group."""
    by: re.Pattern[str]
    between_names: re.Pattern[str]
    article: re.Pattern[str]
    last: frozenset[str]
    kind: re.Pattern[str]
    cited: tuple[re.Pattern[str], re.Pattern[str]]
    """Each with the outlet cited as its group."""


@made_once
def _cues(language: Language) -> _Cues:
    file = "timeline/outlets.toml"
    cues = language.settings(file)
    articles = language.words(file, "articles")
    article = alternatives(articles)
    word = f"(?:{_WORD_OF_NAME}|{alternatives(language.words(file, 'within_names'))})"
    name = rf"(?:{article} )?({_WORD_OF_NAME}(?: {_WORD_OF_NAME}){{0,4}})"
    return _Cues(
        re.compile(rf"(?<!\w)(?:{cues['credit']}) (?:{article} )?({word}(?:,? {word}){{0,7}})"),
        language.pattern(file, "by"),
        language.pattern(file, "between_names"),
        re.compile(rf"{alternatives([*articles, *map(str.capitalize, articles)])} "),
        language.words(file, "last"),
        language.pattern(file, "kind"),
        (
            re.compile(rf"\b(?:{cues['cited_before']}) {name}"),
            re.compile(rf"\b{name} (?:[a-z]+ ){{0,2}}(?:{cues['cited_behind']})\b"),
        ),
    )


@dataclass(frozen=True, slots=True)
class _Names:
    """The one name of each source, by the keys under which the articles may know it."""

    language: Language
    whole: Mapping[str, str]
    short: Mapping[str, str]
    """By initials and the like, which stand for a name when the articles use them."""

    def one(self, name: str) -> str | None:
        """The one name of the source that goes by `name`; None when no article and no agency has it.

        What a name would be for short counts when somebody writes it so, not when it happens to be an agency's.
        """
        written, short = keys(self.language, name), short_keys(self.language, name)
        for known, forms in ((self.whole, written), (self.short, written), (self.whole, short)):
            for form in forms:
                if form in known and not self._is_chance(form, name):
                    return known[form]
        return None

    def _is_chance(self, form: str, name: str) -> bool:
        """Whether a form of a name is an agency's though the name is not: `Amur Press` is not AP."""
        return form in _agencies(self.language) and form not in keys(self.language, name)


@dataclass(frozen=True, slots=True)
class Sources:
    """Where what the articles of one story say comes from."""

    _of_article: Mapping[str, str]
    _names: _Names
    _of_passage: dict[tuple[str | None, str], str | None] = field(default_factory=dict, repr=False, compare=False)
    """What passages cite, as far as it was asked for: one with several dates is asked about once for each."""

    def of(self, article: str, said_by: str | None = None, passage: str = "") -> str:
        """Whose report a passage is: that of the outlet it cites for what it says, else that of its article.

        A source goes by one name: the longest that the articles write and that is no address; an agency by its first in
        `agencies.tsv`.
        """
        if (said_by, passage) not in self._of_passage:
            self._of_passage[said_by, passage] = self._cited(said_by, passage)
        return self._of_passage[said_by, passage] or self._of_article[article]

    def _cited(self, said_by: str | None, passage: str) -> str | None:
        """The source that a passage cites for what it says; None where it cites none."""
        language = self._names.language
        cited = (
            self._names.one(name) or _outlet(language, name, passage) for name in _cited(language, said_by, passage)
        )
        return next((source for source in cited if source), None)


def _outlet(language: Language, name: str, passage: str) -> str | None:
    """A name that no article is by, when it is an outlet's by its last word or by what the passage says it is."""
    cues = _cues(language)
    stripped = name.strip()
    article = cues.article.match(stripped)
    plain = stripped[article.end() :] if article else stripped
    words = plain.split()
    if not words or not words[0][0].isupper():
        return None
    if len(words) > 1 and words[-1].lower() in cues.last:
        return plain
    own, kind = re.escape(plain), cues.kind
    if not kind.search(passage):
        return None
    called = re.search(rf"\b{own} (?:{kind.pattern})\b|\b(?:{kind.pattern}) {own}\b", passage)
    return plain if called else None


def _cited(language: Language, said_by: str | None, passage: str) -> Iterator[str]:
    """Whoever a passage may cite, outlet or not."""
    if said_by:
        yield said_by
    for pattern in _cues(language).cited:
        for found in pattern.finditer(passage):
            yield found[1]


def independent(
    language: Language,
    articles: Sequence[Article],
    copies: Copies,
    agency_of: Callable[[Article], str | None] | None = None,
    before: Sources | None = None,
) -> Sources:
    """The independent sources of articles in order of publication; `language` is that of the story.

    Articles of one text are one source, whoever prints it. `agency_of` is `credited_agency`, for who has asked before;
    `before` are the sources of the story at an earlier moment: while no name is new, passages cite whom they cited.
    """
    agency_of = agency_of or partial(credited_agency, language)
    credited = {article.id: agency_of(article) for article in articles}
    names = _one_name_each(language, [name for a in articles for name in (a.source, credited[a.id]) if name])
    outlet = {a.id: (names.one(a.source) or a.source) if a.source else a.id for a in articles}
    agency = {a.id: names.one(credit) or credit for a in articles if (credit := credited[a.id])}
    of_one_text: dict[str, list[str]] = {}
    for article in articles:
        of_one_text.setdefault(copies.original(article.id), []).append(article.id)
    of_article = {}
    for group in of_one_text.values():
        source = next((agency[one] for one in group if one in agency), outlet[group[0]])
        of_article.update(dict.fromkeys(group, source))
    return Sources(of_article, names, before._of_passage if before and before._names == names else {})


@read_once
def agency_of_reading(reading: ArticleReading) -> str | None:
    """The agency that an article names as the origin of its text, by its language; None when it names none."""
    return credited_agency(reading.language, reading.article)


def credited_agency(language: Language, article: Article) -> str | None:
    """The agency that an article names as the origin of its text; None when it names none.

    An agency that all papers print goes by its first name in `agencies.tsv`. A dateline may name any agency or
    outlet; a byline or a credit line counts with an agency that all papers print.
    """
    if article.dateline and article.dateline.agency:
        return article.dateline.agency
    cues, text = _cues(language), article.text
    ending, opening = text[-_CREDIT_STRETCH:].rstrip(), text[:_CREDIT_STRETCH]
    named = (
        *cues.between_names.split((article.byline or "")[:_LONGEST_LINE]),
        *reversed(ending.splitlines()),
        *opening.splitlines(),
        *(
            name
            for found in cues.credit.finditer(f"{ending}\n{opening}")
            for name in cues.between_names.split(found[1])
        ),
        *(found[1] for found in _IN_BRACKETS.finditer(f"{ending}\n{opening}")),
    )
    return next((agency for name in named if (agency := _agency(language, name))), None)


@made_once
def _beginnings(language: Language) -> tuple[str, ...]:
    """The keys of agencies, also behind an article: with one of them begins whatever is one's name."""
    articles = ("", *language.words("timeline/outlets.toml", "articles"))
    return tuple(article + agency for article in articles for agency in _agencies(language))


@remembered(1 << 12)
def _agency(language: Language, name: str) -> str | None:
    """The name that stands for an agency, when `name` is one's: `Reuters Staff` gives `Reuters`."""
    if len(name) > _LONGEST_LINE:
        return None
    agencies, by = _agencies(language), _cues(language).by.match(name)
    # Most lines begin with the letters of none: that is quicker to tell, but where a name may stand within them.
    letters = _NO_LETTER.sub("", (name[by.end() :] if by else name).lower())
    is_line = " " in name.strip() and _WITHIN.isdisjoint(name)
    if is_line and not letters.startswith(_beginnings(language)):
        return None
    forms = keys(language, name[by.end() :] if by else name)
    return next((agencies[form] for form in forms if form in agencies), None)


def _one_name_each(language: Language, names: Iterable[str]) -> _Names:
    whole, short = dict(_agencies(language)), dict[str, str]()
    known = _Names(language, whole, short)
    for name in sorted(set(names), key=lambda name: (is_address(name), -len(name), name)):
        one = known.one(name) or name
        for form in keys(language, name):
            whole.setdefault(form, one)
        for form in short_keys(language, name):
            short.setdefault(form, one)
    return known
