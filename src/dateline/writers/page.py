"""What a writer is told besides the result: the texts to quote from and the room there is."""

from collections.abc import Sequence
from typing import NamedTuple

from dateline.model import Article


class Page(NamedTuple):
    """What the result is written on and with."""

    articles: Sequence[Article] = ()
    """Those whose text is at hand, perhaps in several versions: evidence is then shown inside its paragraph."""
    width: int = 80
    """Columns of the terminal."""
    color: bool = False
    """Whether the terminal shows colour."""
    ids: bool = False
    """Whether a terminal is to show the ids of lines, by which they are marked."""
    most: int | None = None
    """How many changes of a section are shown, where what is written is read and not computed with; None shows all."""
