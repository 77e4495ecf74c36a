"""A line as it was when it was marked in, the line of a timeline that it is now out: by its passages.

An id goes by the passage that told an event first, and a new reading may cut, join or choose otherwise. What stays is
the article's text: the line is the one that rests on a passage the mark was made on, wherever it stands now.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from dateline.model import Entry, Evidence, MarkedLine, Span

Texts = Mapping[str, str]
"""The text of each article in its newest version, by id."""


class Lines:
    """The lines of a timeline, to be found by the passages they rest on."""

    def __init__(self, entries: Sequence[Entry], texts: Texts) -> None:
        self._entries = entries
        self._texts = texts
        self._by_id = {entry.id: number for number, entry in enumerate(entries)}
        self._of_article: dict[str, list[tuple[int, Evidence]]] = defaultdict(list)
        for number, entry in enumerate(entries):
            for passage in entry.passages:
                self._of_article[passage.article].append((number, passage))

    def number(self, marked: MarkedLine) -> int | None:
        """Which of the lines it is; None where none rests on any of its passages."""
        if not marked.passages:
            return self._by_id.get(marked.entry)
        return next((number for passage in marked.passages for number in self._with(passage, marked.entry)), None)

    def _with(self, passage: Evidence, identity: str) -> Iterator[int]:
        """The lines that rest on a passage, the likeliest first: by its words, its line's id, its date, its place."""
        span = located(passage, self._texts)
        if span is None:
            return
        near = [
            (
                other.exact != passage.exact,
                self._entries[number].id != identity,
                other.date != passage.date,
                abs(other.start - span.start),
                number,
            )
            for number, other in self._of_article[passage.article]
            if other.start < span.end and span.start < other.end
        ]
        yield from (place[-1] for place in sorted(near))


def located(passage: Evidence, texts: Texts) -> Span | None:
    """Where a passage stands in the newest version of its article, whatever its white space; None where it does not.

    Of several places the one nearest to where it stood.
    """
    text = texts.get(passage.article)
    if text is None:
        return None
    if text[passage.start : passage.end] == passage.exact:
        return passage.span
    words = r"\s+".join(map(re.escape, passage.exact.split()))
    found = (Span(match.start(), match.end()) for match in re.finditer(words, text)) if words else iter(())
    return min(found, key=lambda span: abs(span.start - passage.start), default=None)
