"""What a writer is told besides the result: the texts to quote from and the room there is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dateline.model import Article, Changes


@dataclass(frozen=True, slots=True)
class Page:
    """What the result is written on and with."""

    articles: Mapping[str, Article] = field(default_factory=dict)
    """By id, those whose text is at hand: evidence is then shown inside its paragraph."""
    changes: Changes | None = None
    """What differs from an earlier timeline, shown beside the timeline where the format has room."""
    width: int = 80
    """Columns of the terminal."""
    color: bool = False
    """Whether the terminal shows colour."""


def by_id(articles: Iterable[Article]) -> dict[str, Article]:
    """Articles by their id."""
    return {article.id: article for article in articles}
