"""What a writer is told besides the result: the texts to quote from and the room there is."""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.model import Article, Changes


@dataclass(frozen=True, slots=True)
class Page:
    """What the result is written on and with."""

    articles: Sequence[Article] = ()
    """Those whose text is at hand, perhaps in several versions: evidence is then shown inside its paragraph."""
    changes: Changes | None = None
    """What differs from an earlier timeline, shown beside the timeline where the format has room."""
    width: int = 80
    """Columns of the terminal."""
    color: bool = False
    """Whether the terminal shows colour."""
