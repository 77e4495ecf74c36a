"""The nouns of this room: the words of a source as a layer reads them, whom they mean, and what was said before."""

from dataclasses import dataclass

from dateline.model import Span


@dataclass(frozen=True, slots=True)
class Source:
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


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whom a source means."""

    text: str
    """The one form in which the article's speakers go, or the words as written."""
    is_name: bool
    noun: str = ""
    """As that of the source."""
    is_several: bool = False


@dataclass(frozen=True, slots=True)
class Act:
    """An act of saying as a layer reads it, before it is asked who speaks."""

    source: Source
    content: tuple[Span, ...]
    is_quotation: bool
    """Whether all of the content stands in quotation marks, so that a pronoun in it is the speaker's own."""

    def holds(self, offset: int) -> bool:
        """Whether a code point lies in what is said."""
        return any(span.start <= offset < span.end for span in self.content)


@dataclass(frozen=True, slots=True)
class Saying:
    """An act of saying whose speaker has been settled."""

    speaker: Speaker
    at: int
    """Where its source stands: the first code point."""
    is_quotation: bool
    """As that of the act."""
