"""What can go wrong, as one tree.

DatelineError
├── InputError             one input is left out; the rest goes on
│   ├── UnreadableInput        missing, forbidden, empty, binary, or not text in any encoding we know
│   ├── MalformedArticle       not the format it claims to be
│   ├── ImpossibleDate         a date that no calendar has, such as 31 April
│   ├── UndatedArticle         no publication date that can be trusted
│   ├── DuplicateArticle       read already, or two texts claim one id
│   ├── UnreachableAddress     an address that may not be fetched, or from which nothing came
│   ├── UnknownLanguage        in a language for which there is no analysis
│   └── UnforeseenFault        a fault of Dateline's own, met in one article
├── MissingLanguage        analysis was asked for in a language that is not there
├── OptionError            an option that cannot be met as given
│   ├── QueryError             a search that cannot be read, with the place
│   └── UnknownStory           no story of that id in the archive
├── ArchiveError           the archive cannot be used: damaged, closed to us, newer than this program
├── NothingToRead          not one article could be read
├── UnwritableOutput       the output cannot be written
├── MissingParser          the parser or its model is not installed
├── OutdatedReading        a stored reading of an article does not fit: read the article again
└── LostProcess            a process that shared the work was ended from outside
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.model import Article

_PACKAGE = __file__.removesuffix("errors.py")


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


class DuplicateArticle(InputError):
    """Read already, or two texts claim one id."""


class UnreachableAddress(InputError):
    """An address that may not be fetched, or from which nothing came."""


class UnknownLanguage(InputError):
    """An article in a language for which there is no analysis."""

    @classmethod
    def of(cls, where: str, missing: "MissingLanguage") -> "UnknownLanguage":
        """That the article at a place is in a language that is missing."""
        return cls(
            where,
            f"it is in {missing.language}. Dateline reads {' and '.join(missing.known)}, so the article is left out",
            "If it is in one of these, name it: “Language: en” above a text, “language” in JSON",
        )


class UnforeseenFault(InputError):
    """A fault of Dateline's own, met in one article, which is left out for it.

    `article` is its id, `trace` the stack trace as text: the fault may have been met in another process.
    """

    article: str = ""
    trace: str = ""


def is_fault(error: BaseException) -> bool:
    """Whether an error is a fault of the code and no order to stop; a panic of a library written in Rust is one."""
    return isinstance(error, Exception) or type(error).__name__ == "PanicException"


def in_article(article: "Article", fault: BaseException) -> InputError:
    """The reason to leave out `article`, when `fault` was met while it was analysed."""
    where = article.read_from or article.id
    if isinstance(fault, InputError):
        return fault
    if isinstance(fault, MissingLanguage):
        return UnknownLanguage.of(where, fault)
    import traceback  # noqa: PLC0415 - not needed in a run that ends well

    reason = UnforeseenFault(
        where,
        f"an unforeseen fault of Dateline, {summary(fault)}",
        "The article is left out; please report this with what DATELINE_DEBUG=1 prints",
    )
    reason.article = article.id
    reason.trace = "".join(traceback.format_exception(fault))
    return reason


def faults_of(article: "Article") -> "_FaultsOf":
    """An unforeseen fault within, raised as the UnforeseenFault of an article."""
    return _FaultsOf(article)


class _FaultsOf:
    """Entered for every passage, and so no generator."""

    __slots__ = ("_article",)

    def __init__(self, article: "Article") -> None:
        self._article = article

    def __enter__(self) -> None:
        """Nothing is known of what will be met."""

    def __exit__(self, _kind: object, fault: BaseException | None, _trace: object) -> None:
        if fault is not None and not isinstance(fault, DatelineError) and is_fault(fault):
            raise in_article(self._article, fault) from fault


def summary(fault: BaseException) -> str:
    """An exception in one line, with the line of Dateline it comes from: `IndexError: … (times/tagger.py:88)`."""
    import traceback  # noqa: PLC0415 - not needed in a run that ends well

    told = " ".join(f"{type(fault).__name__}: {fault}".split())
    own = [frame for frame in traceback.extract_tb(fault.__traceback__) if frame.filename.startswith(_PACKAGE)]
    return f"{told} ({own[-1].filename.removeprefix(_PACKAGE)}:{own[-1].lineno})" if own else told


class MissingLanguage(DatelineError):
    """Analysis was asked for in a language that is not there. `language` is its name, `known` those that are."""

    def __init__(self, language: str, known: Sequence[str]) -> None:
        super().__init__(f"there is no analysis of {language}. Dateline reads {' and '.join(known)}")
        self.language = language
        self.known = tuple(known)


class OptionError(DatelineError):
    """An option that cannot be met as given."""


class QueryError(OptionError):
    """A search that cannot be read. `at` is the character, from 0, at which reading ends."""

    def __init__(self, query: str, at: int, problem: str, remedy: str) -> None:
        super().__init__(f"{query!r} cannot be read from character {at + 1} on: {problem}. {remedy}")
        self.query = query
        self.at = at


class UnknownStory(OptionError):
    """No story of that id in the archive."""

    def __init__(self, story: object) -> None:
        super().__init__(f"there is no story {story!r} in this archive. `dateline stories` lists them")
        self.story = story


class ArchiveError(DatelineError):
    """The archive cannot be used. `where` names it, `problem` says why, `remedy` what to do."""

    def __init__(self, where: str, problem: str, remedy: str) -> None:
        super().__init__(where, problem, remedy)
        self.where = where
        self.problem = problem
        self.remedy = remedy

    def __str__(self) -> str:
        return f"the archive {self.where} cannot be used: {self.problem}. {self.remedy}"


class NothingToRead(DatelineError):
    """Not one article could be read."""


class UnwritableOutput(DatelineError):
    """The output cannot be written. `where` names it, `problem` says why."""

    def __init__(self, where: str, problem: str) -> None:
        super().__init__(where, problem)
        self.where = where
        self.problem = problem

    def __str__(self) -> str:
        return f"{self.where} cannot be written: {self.problem}. Name another output with -o"


class MissingParser(DatelineError):
    """The parser or its model is not installed."""

    def __init__(self) -> None:
        super().__init__(
            "Statuses and speakers are read from the surface of the text alone: the parser is not installed. "
            "`pip install 'dateline[parse]'` brings it, in a clone `pip install '.[parse]'`."
        )


class OutdatedReading(DatelineError):
    """A stored reading was made by another version of the analysis, or of another article: read the article again."""


class LostProcess(DatelineError):
    """A process that shared the work was ended from outside, as a system does that runs out of memory."""

    def __init__(self) -> None:
        super().__init__("a process that shared the work was ended from outside: try again with fewer processes")
