"""The nouns of this room: the words of a source as a layer reads them, whom they mean, and what was said before."""

from typing import NamedTuple

from dateline.model import Span


class Source(NamedTuple):
    """The words of a source: what the surface or the parser makes of them, before it is asked whom they mean."""

    words: str
    """The name without role and rank, or the description as written."""
    at: int
    """Where it stands in the text: its first code point."""
    is_name: bool
    noun: str = ""
    """The noun that tells what kind of speaker it is, in its plain form; beside a name it may be missing."""
    is_several: bool = False
    is_definite: bool = False
    """Whether its words say that the article spoke of it before: `the ministry`."""
    opens: bool = False
    """Whether it opens a sentence, so that its capital may say nothing."""


class Speaker(NamedTuple):
    """Whom a source means."""

    text: str
    """The one form in which the article's speakers go, or the words as written."""
    is_name: bool
    noun: str = ""
    """As that of the source."""
    is_several: bool = False
    can_speak: bool = True
    """Whether it is somebody, or a writing, that can say something; no thing, no month, no scrap of a sentence."""
    is_known: bool = True
    """Whether its words tell a reader who is meant; not where a pronoun stays one."""

    @property
    def told(self) -> str | None:
        """The speaker as readers are told; None where the words name nobody who speaks."""
        return self.text if self.can_speak and self.is_known else None


class Act(NamedTuple):
    """An act of saying as a layer reads it, before it is asked who speaks."""

    source: Source
    content: tuple[Span, ...]
    is_quotation: bool
    """Whether all of the content stands in quotation marks, so that a pronoun in it is the speaker's own."""
    is_spoken: bool = False
    """Whether its verb tells that the source spoke, whatever noun that is: `the shipping line said`."""

    def holds(self, offset: int) -> bool:
        """Whether a code point lies in what is said."""
        return any(span.start <= offset < span.end for span in self.content)


class Saying(NamedTuple):
    """An act of saying whose speaker has been settled."""

    speaker: Speaker
    at: int
    """Where its source stands: the first code point."""
    is_quotation: bool
    """As that of the act."""
