"""Line numbers for messages."""


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
