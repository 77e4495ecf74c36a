"""A story in, the title that a person would give its timeline out.

Of a story that a few dozen articles tell it is the headline of one of them: the one that says what the others say as
well. Of a longer one it is who and what most articles name. A menu has no words in it: what is no name of a person, a
body or a place, and what few articles name, is left out.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence

from dateline.model import Entry
from dateline.text.words import content_words
from dateline.timeline.select.queries import heard
from dateline.timeline.story import Story

# Articles from which no headline of a day stands for the whole story.
_MANY = 60
# Words of a headline that can be a title: fewer are the name of a section, more a sentence.
_FEWEST_WORDS, _MOST_WORDS = 4, 16
# What parts a headline from the name of its outlet, and words that such a name has at most.
_PARTED = re.compile(r"\s+[|–—-]\s+|\s*[|»]\s*")
_OUTLET_WORDS = 4
# Names in a title; and the share of the passages that name the first one which must name the other, too.
_NAMES = 2
_NAMED_AS_OFTEN = 0.4


def title_of(story: Story, lines: Sequence[Entry], asked: Sequence[str]) -> str:
    """The title of a story of these lines: what was `asked` for and is told of goes before all."""
    return ", ".join(heard(story.language, lines, asked)) or _headline(story) or _names(lines) or "Timeline"


def _headline(story: Story) -> str | None:
    """The headline that has most in common with the others and with what is told; None where there is none."""
    given = [_bare(article.title) for article in story.articles if article.title]
    titles = list(dict.fromkeys(one for one in given if _FEWEST_WORDS <= one.count(" ") + 1 <= _MOST_WORDS))
    if not titles or len(story.articles) > _MANY:
        return None
    words = {one: frozenset(content_words(story.language, one)) for one in titles}
    shared = Counter(word for own in words.values() for word in own)

    def fitness(one: str) -> float:
        own = words[one]
        others = math.fsum(shared[word] - 1 for word in own) / max(1, len(own)) / max(1, len(titles) - 1)
        return story.subject.nearness(tuple(own)) + others

    return max(titles, key=lambda one: (fitness(one), -titles.index(one)))


def _bare(given: str) -> str:
    """A headline without the outlet's name behind it."""
    folded = " ".join(given.split())
    parts = list(_PARTED.finditer(folded))
    if parts and folded[parts[-1].end() :].count(" ") + 1 <= _OUTLET_WORDS:
        return folded[: parts[-1].start()]
    return folded


def _names(lines: Sequence[Entry]) -> str | None:
    """Who and what most passages of the lines tell of, the one told of most first; None where they name nobody."""
    told = Counter(
        name
        for line in lines
        for name in {*line.participants, *(place.name for place in line.places)}
        for _ in line.evidence
    )
    ranked = sorted(told, key=lambda name: (-told[name], name))
    often = [name for name in ranked if told[name] >= _NAMED_AS_OFTEN * told[ranked[0]]]
    return ", ".join(often[:_NAMES]) or None
