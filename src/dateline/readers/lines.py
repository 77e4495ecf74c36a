"""Lines of a text: their numbers, for messages, and those that are not blank."""

import re
from collections.abc import Iterator

_NO_SPACE = re.compile(r"\S")


def lines_with_words(text: str, start: int = 0, stop: int | None = None) -> Iterator[tuple[int, int]]:
    """Where each line begins and ends that is not blank, of those that begin from `start` to before `stop`.

    Lines end at line feeds; time grows with the length of the text, blank lines included.
    """
    position = start
    stop = len(text) if stop is None else min(stop, len(text))
    while found := _NO_SPACE.search(text, position, stop):
        begin = max(position, text.rfind("\n", position, found.start()) + 1)
        end = text.find("\n", found.start())
        end = len(text) if end < 0 else end
        yield begin, end
        position = end


class LineCounter:
    """Tells the line of a position in a text, counting each stretch once as long as positions rise.

    Lines end at line feeds, or at carriage returns in a text without line feeds.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._break = "\n" if "\n" in text else "\r"
        self._position = 0
        self._line = 1

    def __call__(self, position: int) -> int:
        """The line of `position`, from 1."""
        if position >= self._position:
            self._line += self._text.count(self._break, self._position, position)
        else:
            self._line -= self._text.count(self._break, position, self._position)
        self._position = position
        return self._line
