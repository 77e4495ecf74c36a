"""What went wrong, as pages and API tell it: one shape, one table of codes and statuses.

{"error": {"code": "no-such-story", "message": "…", "hint": "…", "at": null}}
"""

from dataclasses import dataclass

from dateline.errors import (
    ArchiveError,
    DatelineError,
    InputError,
    NothingToRead,
    OptionError,
    QueryError,
    UnknownStory,
)
from dateline.web.answers import Making


@dataclass(eq=False)  # not frozen: whoever passes an exception on writes its traceback
class Failure(Exception):
    """What went wrong. Raise it wherever a request cannot be met."""

    status: int
    """The status of HTTP."""
    code: str
    """A name that programs can tell it by."""
    message: str
    """What is wrong."""
    hint: str | None = None
    """What to do instead."""
    at: int | None = None
    """The character of the query at which reading ended, from 0."""
    retry_after: int | None = None
    """Seconds after which to ask again; None where that would change nothing."""
    allow: str | None = None
    """By which methods one can ask instead, where it is the method that is wrong."""

    @property
    def plain(self) -> dict[str, object]:
        """As the API tells it."""
        return {"error": {"code": self.code, "message": self.message, "hint": self.hint, "at": self.at}}


class BeingMade(Failure):
    """What was asked for is being made, beside the requests, and takes longer than who asks is kept waiting."""

    def __init__(self, story: int, articles: int, seconds: int, is_begun: bool) -> None:
        """What is made of a story of so many articles, so many seconds after it was first asked for."""
        self.making = Making(story, articles, seconds, "making" if is_begun else "waiting")
        told = f"What story {story} tells is being made of {articles:,} articles."
        # Rarely asked where it takes long: who asks a tenth of the time later is a tenth of it late at most.
        wait = min(10, max(1, seconds // 10))
        super().__init__(503, "being-made", told, f"Ask again in {wait} seconds.", retry_after=wait)


def failure_of(error: Exception) -> Failure:
    """An exception as a request that failed tells it; of a fault of our own nothing but that it was one."""
    match error:
        case Failure():
            return error
        case UnknownStory():
            return Failure(404, "no-such-story", f"There is no story {error.story!r}.", "Look it up among the stories.")
        case QueryError():
            return Failure(400, "query", str(error), None, error.at)
        case InputError():
            return Failure(422, "input", f"{error.where}: {error.problem}.", f"{error.remedy}.")
        case NothingToRead():
            return Failure(404, "nothing-to-read", _sentence(error))
        case ArchiveError():
            return Failure(503, "archive", f"The archive cannot be used: {error.problem}.", f"{error.remedy}.")
        case OptionError():
            return Failure(400, "option", _sentence(error))
        case DatelineError():
            return Failure(500, "fault", _sentence(error))
    return Failure(500, "fault", "Dateline met a fault of its own.", "Its log says where. Please report it.")


def _sentence(error: Exception) -> str:
    text = str(error)
    return text[:1].upper() + text[1:] + ("" if text.endswith(".") else ".")
