"""Names within one article: a surname stands for the full name given elsewhere in it."""

from collections import Counter
from functools import cached_property

from dateline.entities.countries import by_name
from dateline.entities.names import find, name_words
from dateline.model import Name

# Words a person's full name has at most.
_LONGEST = 4


class Names:
    """The names of an article's text."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def all(self) -> list[Name]:
        """Every name, in text order."""
        return find(self.text)

    @cached_property
    def _people(self) -> Counter[str]:
        return Counter(name.text for name in self.all if _may_be_person(name.text))

    @cached_property
    def _full(self) -> dict[str, str]:
        full: dict[str, str] = {}
        for position in (-1, 0):  # surnames stand last, in East Asia first
            for person in sorted(self._people, key=lambda name: (-self._people[name], self.text.index(name))):
                full.setdefault(person.split()[position], person)
        return full

    def full(self, name: str) -> str:
        """The full name of the person that `name` is a part of, the one named more often of two; else `name`."""
        return self._full.get(name, name) if " " not in name else name

    def person_before(self, offset: int) -> str | None:
        """The last person named before an offset, by full name."""
        named = (self.full(name.text) for name in reversed(self.all) if name.end <= offset)
        return next((name for name in named if name in self._people), None)


def _may_be_person(name: str) -> bool:
    """Whether a name has the form of a person's: two to four words, none of them that of an organisation or country."""
    words = name.split()
    return (
        1 < len(words) <= _LONGEST
        and name not in by_name()
        and not any(word.lower().rstrip(".,") in name_words().organisation for word in words)
        and all(word[0].isupper() or word in name_words().particle for word in words)
    )
