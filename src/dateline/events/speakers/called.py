"""The one form in which an article's speakers go by their names."""

import re
from functools import cached_property

from dateline.entities.article_names import Names
from dateline.events.parsing.grammar import grammar
from dateline.events.speakers.people import People
from dateline.languages import Language, alternatives, made_once

# Code points before a name in which its article stands.
_LONGEST_ARTICLE = 10
_LAST_WORD = re.compile(r"(\w+) $")


@made_once
def _alone(language: Language) -> re.Pattern[str]:
    """What stands behind a name by itself, and not before a noun that it describes ("the Kremlin aide")."""
    words = language.settings("events/speakers.toml")["names"]
    behind, endings = alternatives(words["behind_name"].split()), alternatives(words["behind_name_endings"].split())
    return re.compile(rf"['’]s?\b|\s*(?:[.,;:!?()\"“”‘’—–]|$|(?:\w{{2,}}{endings}|{behind})\b)")


class Called:
    """The names of one article, as its speakers are called."""

    def __init__(self, names: Names, people: People) -> None:
        self._names = names
        self._people = people

    def of(self, name: str) -> str:
        """A person by full name; an acronym by what it stands for; `the Kremlin` with its article.

        Each where the article tells; else the name as given.
        """
        article, _, rest = name.partition(" ")
        bare = rest if rest and article.lower() in self._articles else name
        full = self._people.full(bare)
        if full in self._names.people:
            return full
        full = self._names.acronyms.get(full, full)
        return f"{self._with_article[full]} {full}" if full in self._with_article else full if full != bare else name

    @property
    def _articles(self) -> frozenset[str]:
        """The articles of a definite noun."""
        return grammar(self._names.language).the

    @cached_property
    def _with_article(self) -> dict[str, str]:
        """Names that somewhere stand by themselves behind an article, with that article."""
        alone = _alone(self._names.language)
        found: dict[str, str] = {}
        for name in self._names.all:
            before = self._names.text[max(0, name.start - _LONGEST_ARTICLE) : name.start].lower()
            article = before_name[1] if (before_name := _LAST_WORD.search(before)) else ""
            if article in self._articles and alone.match(self._names.text, name.end):
                found.setdefault(name.text, article)
        return found
