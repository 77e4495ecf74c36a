"""The one form in which an article's speakers go by their names."""

import re
from functools import cached_property, lru_cache

from dateline.entities.article_names import Names
from dateline.languages import Language, alternatives, made_once


@made_once
def _alone(language: Language) -> re.Pattern[str]:
    """What stands behind a name by itself, and not before a noun that it describes ("the Kremlin aide")."""
    words = language.settings("events/speakers.toml")["names"]
    behind, endings = alternatives(words["behind_name"].split()), alternatives(words["behind_name_endings"].split())
    return re.compile(rf"['’]s?\b|\s*(?:[.,;:!?()\"“”‘’—–]|$|(?:\w{{2,}}{endings}|{behind})\b)")


class Naming:
    """The names of one article, as its speakers are called."""

    def __init__(self, language: Language, names: Names) -> None:
        self._language = language
        self._names = names

    def of(self, name: str) -> str:
        """A person by full name; an acronym by what it stands for; `the Kremlin` with its article.

        Each where the article tells; else the name as given.
        """
        bare = name.removeprefix("The ").removeprefix("the ")
        full = self._names.full(bare)
        if full in self._names.people:
            return full
        full = self._names.acronyms.get(full, full)
        return f"the {full}" if full in self._with_article else full if full != bare else name

    @cached_property
    def _with_article(self) -> frozenset[str]:
        """Names that somewhere stand by themselves behind `the`, and nowhere by themselves without."""
        text = self._names.text
        alone = _alone(self._language)
        return frozenset(
            name.text
            for name in self._names.all
            if text[max(0, name.start - 4) : name.start].lower() == "the " and alone.match(text, name.end)
        )


@lru_cache(maxsize=8)
def naming(language: Language, names: Names) -> Naming:
    """That of an article; kept for the few read last, since one article is asked for many speakers."""
    return Naming(language, names)
