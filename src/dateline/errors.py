"""What can go wrong, as one tree.

DatelineError
├── InputError             one input is left out; the rest goes on
│   ├── UnreadableInput        missing, forbidden, empty, binary, or not text in any encoding we know
│   ├── MalformedArticle       not the format it claims to be
│   ├── ImpossibleDate         a date that no calendar has, such as 31 April
│   ├── UndatedArticle         no publication date that can be trusted
│   ├── FutureArticle          published after the day asked for with `as_of`
│   └── DuplicateArticle       read already, or two texts claim one id
├── MissingLanguage        analysis was asked for in a language that is not there
├── OptionError            an option that cannot be met as given
├── NothingToRead          not one article could be read
├── MissingParser          the parser or its model is not installed
└── LostProcess            a process that shared the work was ended from outside
"""

from collections.abc import Sequence


class DatelineError(Exception):
    """The root: catch this to catch everything Dateline raises on purpose."""


class InputError(DatelineError):
    """One input that had to be left out.

    `where` names the place (`file`, `file:line`), `problem` what was found there, `remedy` what was expected and what
    to do about it.
    """

    def __init__(self, where: str, problem: str, remedy: str) -> None:
        super().__init__(where, problem, remedy)
        self.where = where
        self.problem = problem
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.where}: {self.problem}. {self.remedy}"


class UnreadableInput(InputError):
    """Missing, forbidden, empty, binary, or not text in any encoding we know."""


class MalformedArticle(InputError):
    """Not the format it claims to be."""


class ImpossibleDate(InputError):
    """A date that no calendar has."""


class UndatedArticle(InputError):
    """No publication date that can be trusted."""


class FutureArticle(InputError):
    """Published after the day asked for."""


class DuplicateArticle(InputError):
    """Read already, or two texts claim one id."""


class MissingLanguage(DatelineError):
    """Analysis was asked for in a language that is not there. `language` is its name, `known` those that are."""

    def __init__(self, language: str, known: Sequence[str]) -> None:
        super().__init__(f"there is no analysis of {language}: Dateline reads {', '.join(known)}")
        self.language = language
        self.known = tuple(known)


class OptionError(DatelineError):
    """An option that cannot be met as given."""


class NothingToRead(DatelineError):
    """Not one article could be read."""


class MissingParser(DatelineError):
    """The parser or its model is not installed."""

    def __init__(self) -> None:
        super().__init__(
            "Statuses and speakers are read from the surface of the text alone: the parser is not installed. "
            "`pip install 'dateline[parse]'` brings it, in a clone `pip install '.[parse]'`."
        )


class LostProcess(DatelineError):
    """A process that shared the work was ended from outside, as a system does that runs out of memory."""

    def __init__(self) -> None:
        super().__init__("a process that shared the work was ended from outside: try again with fewer processes")
