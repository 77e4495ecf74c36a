"""Names within one article: a surname stands for the full name given elsewhere in it."""

from collections import Counter
from functools import cached_property

from dateline.entities.countries import by_name
from dateline.entities.lexicon import name_words
from dateline.entities.names import FoundName, find_with_country
from dateline.model import Name

# Words a person's full name has at most.
_LONGEST = 4
# Letters of a surname that stands first in a name of two words: Xi, Moon, Chung.
_SHORT_SURNAME = 5


class Names:
    """The names of an article's text."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def found(self) -> list[FoundName]:
        """Every name with the country its rank ties it to, in text order."""
        return find_with_country(self.text)

    @cached_property
    def all(self) -> list[Name]:
        """Every name, in text order."""
        return [found.name for found in self.found]

    @cached_property
    def people(self) -> Counter[str]:
        """How often each person is named in full."""
        return Counter(name.text for name in self.all if _may_be_person(name.text))

    @cached_property
    def _full(self) -> dict[str, str]:
        full: dict[str, str] = {}
        for person in sorted(self.people, key=lambda name: (-self.people[name], self.text.index(name))):
            for surname in surnames(person):
                full.setdefault(surname, person)
        return full

    def full(self, name: str) -> str:
        """The full name of the person that `name` is a part of, the one named more often of two; else `name`."""
        return self._full.get(name, name) if " " not in name else name

    def person_before(self, offset: int) -> str | None:
        """The last person named before an offset, by full name."""
        named = (self.full(name.text) for name in reversed(self.all) if name.end <= offset)
        return next((name for name in named if name in self.people), None)


def surnames(person: str) -> tuple[str, ...]:
    """The words of a full name that may stand for it alone: the last, and the first where it may be East Asian."""
    words = person.split()
    if len(words) > 2 or len(words[0]) <= _SHORT_SURNAME:
        return (words[-1], words[0])
    return (words[-1],)


def _may_be_person(name: str) -> bool:
    """Whether a name has the form of a person's: two to four words, none of them that of an organisation or country."""
    words = name.split()
    return (
        1 < len(words) <= _LONGEST
        and name not in by_name()
        and not any(word.lower().rstrip(".,") in name_words().organisation for word in words)
        and all(word[0].isupper() or word in name_words().particle for word in words)
    )
