"""A passage of an article that an entry rests on."""

from dataclasses import dataclass, field
from typing import ClassVar

from dateline.model.annotation import Status
from dateline.model.article import Span
from dateline.model.documented import DOCUMENTED, OMIT_NONE


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage an entry rests on."""

    __pydantic_config__: ClassVar = DOCUMENTED
    article: str
    """Id of the article."""
    start: int
    """First code point of the passage in the article's text."""
    end: int
    """One past the last code point."""
    exact: str
    """The passage, character for character: `text[start:end]`."""
    status: Status
    """What this passage says of the event."""
    said_by: str | None
    """Who says so in this passage; null where the article speaks in its own voice."""
    date: str | None = field(default=None, metadata=OMIT_NONE)
    """The TIMEX3 value this passage dates it to: coarser than the entry's at times, or from before it was moved."""
    origin: str | None = field(default=None, metadata=OMIT_NONE)
    """Whose report it is: the outlet's own, or that of the agency or outlet it credits, copies or cites."""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)
