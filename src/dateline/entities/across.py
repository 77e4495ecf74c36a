"""Names across the articles of a story: whom a surname stands for where an article never gives the full name."""

from collections import Counter
from collections.abc import Iterable

from dateline.entities.within import Names, surnames


class StoryNames:
    """The persons of a story, by all articles that name them in full."""

    def __init__(self, articles: Iterable[Names]) -> None:
        """`articles` are the names of each article, in order of publication."""
        naming: Counter[str] = Counter()
        named: Counter[str] = Counter()
        for names in articles:
            naming.update(names.people.keys())
            named.update(names.people)
        ranked = sorted(named, key=lambda person: (-naming[person], -named[person], person))
        self._full: dict[str, str] = {}
        for person in ranked:
            for surname in surnames(person):
                self._full.setdefault(surname, person)

    def full(self, name: str, names: Names) -> str:
        """The full name behind a name in one article: as the article tells it, else as most articles do."""
        own = names.full(name)
        return self._full.get(own, own) if own == name and " " not in name else own
