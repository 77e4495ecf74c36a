"""Names across the articles of a story: whom a surname stands for where an article never gives the full name."""

from collections import Counter
from collections.abc import Iterable

from dateline.entities.within import Names


class StoryNames:
    """The persons of a story, by all articles that name them in full."""

    def __init__(self, articles: Iterable[Names]) -> None:
        """`articles` are the names of each article, in order of publication."""
        named = Counter(person for names in articles for person in sorted(names.people))
        ranked = sorted(named, key=lambda person: (-named[person], person))
        self._full: dict[str, str] = {}
        for position in (-1, 0):  # surnames stand last, in East Asia first
            for person in ranked:
                self._full.setdefault(person.split()[position], person)

    def full(self, name: str, names: Names) -> str:
        """The full name behind a name in one article: as the article tells it, else as most articles do."""
        own = names.full(name)
        return self._full.get(own, own) if own == name and " " not in name else own
