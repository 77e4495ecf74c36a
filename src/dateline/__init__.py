"""Dated news articles in, a sourced timeline out.

    import dateline

    reading = dateline.read("examples/summit")
    timeline = dateline.timeline_of(reading.articles)
    print(dateline.write(timeline, "markdown"))

Every public name is listed in `__all__` and imported when it is first used, so that `import dateline` costs nothing.
"""

import importlib
from typing import TYPE_CHECKING

from dateline._version import __version__

if TYPE_CHECKING:
    from dateline.archive import open  # noqa: A004
    from dateline.archive.adding import Added, AddResult, Became
    from dateline.archive.archive import Archive
    from dateline.archive.checking import Check
    from dateline.archive.searching.search import Filters
    from dateline.archive.story import ArchivedStory
    from dateline.errors import (
        ArchiveError,
        DatelineError,
        DuplicateArticle,
        ImpossibleDate,
        InputError,
        LostProcess,
        MalformedArticle,
        MissingLanguage,
        MissingParser,
        NothingToRead,
        OptionError,
        OutdatedReading,
        QueryError,
        UndatedArticle,
        UnforeseenFault,
        UnknownLanguage,
        UnknownStory,
        UnreachableAddress,
        UnreadableInput,
        UnwritableOutput,
    )
    from dateline.following import Story
    from dateline.memory import reset
    from dateline.model import (
        Annotation,
        Article,
        ArticleReference,
        Attribution,
        AttributionKind,
        Basis,
        Change,
        ChangeKind,
        Changes,
        Claim,
        CodedEvent,
        CodedParty,
        Conflict,
        ConflictKind,
        Context,
        Contradiction,
        Correction,
        Dateline,
        Diary,
        Entity,
        EntityKind,
        Entry,
        EntryDate,
        EntryHit,
        EventMention,
        EventRow,
        Evidence,
        Facet,
        Facets,
        Feed,
        FigureChange,
        Form,
        Granularity,
        Hand,
        Hit,
        Level,
        Mark,
        MarkedLine,
        MarkKind,
        Marks,
        Meaning,
        Mention,
        Name,
        NewArticle,
        Participant,
        Period,
        Place,
        Point,
        Repetition,
        Role,
        RowParty,
        RowPlace,
        SavedSearch,
        SavedSearches,
        SearchResult,
        Series,
        Skip,
        SkipKind,
        Span,
        Status,
        Stories,
        StoryReference,
        Timeline,
        Timex,
        TimexType,
        Turn,
        When,
    )
    from dateline.pipeline import annotate, changes_of, diary_of, event_rows, timeline_of
    from dateline.readers import FileRead, ReadResult, read
    from dateline.request import Depth, Request
    from dateline.timeline.changes.versions import readable
    from dateline.writers import BINARY_FORMATS, FORMATS, write, write_bytes

_HOME = {
    "dateline.archive": "open",
    "dateline.archive.adding": "AddResult Added Became",
    "dateline.archive.archive": "Archive",
    "dateline.archive.checking": "Check",
    "dateline.archive.searching.search": "Filters",
    "dateline.archive.story": "ArchivedStory",
    "dateline.errors": (
        "ArchiveError DatelineError DuplicateArticle ImpossibleDate InputError LostProcess MalformedArticle "
        "MissingLanguage "
        "MissingParser NothingToRead OptionError OutdatedReading QueryError UndatedArticle UnforeseenFault "
        "UnknownLanguage UnknownStory UnreachableAddress UnreadableInput UnwritableOutput"
    ),
    "dateline.model": (
        "Annotation Article ArticleReference Attribution AttributionKind Basis Change ChangeKind Changes Claim "
        "CodedEvent CodedParty Conflict ConflictKind Context Contradiction Correction Dateline Diary Entity EntityKind "
        "Entry EntryDate EntryHit EventMention EventRow Evidence Facet Facets Feed FigureChange Form Granularity Hand "
        "Hit Level Mark MarkKind MarkedLine Marks Meaning Mention Name NewArticle Participant Period Place Point "
        "Repetition Role RowParty RowPlace SavedSearch SavedSearches SearchResult Series Skip SkipKind Span Status "
        "Stories StoryReference Timeline Timex TimexType Turn When"
    ),
    "dateline.following": "Story",
    "dateline.memory": "reset",
    "dateline.pipeline": "annotate changes_of diary_of event_rows timeline_of",
    "dateline.readers": "FileRead ReadResult read",
    "dateline.request": "Depth Request",
    "dateline.timeline.changes.versions": "readable",
    "dateline.writers": "BINARY_FORMATS FORMATS write write_bytes",
}
_MODULE_OF = {name: module for module, names in _HOME.items() for name in names.split()}

__all__ = [  # noqa: RUF022 - in plain alphabetical order, which a test can ask for
    "AddResult",
    "Added",
    "Annotation",
    "Archive",
    "ArchiveError",
    "ArchivedStory",
    "Article",
    "ArticleReference",
    "Attribution",
    "AttributionKind",
    "BINARY_FORMATS",
    "Basis",
    "Became",
    "Change",
    "ChangeKind",
    "Changes",
    "Check",
    "Claim",
    "CodedEvent",
    "CodedParty",
    "Conflict",
    "ConflictKind",
    "Context",
    "Contradiction",
    "Correction",
    "Dateline",
    "DatelineError",
    "Depth",
    "Diary",
    "DuplicateArticle",
    "Entity",
    "EntityKind",
    "Entry",
    "EntryDate",
    "EntryHit",
    "EventMention",
    "EventRow",
    "Evidence",
    "FORMATS",
    "Facet",
    "Facets",
    "Feed",
    "FigureChange",
    "FileRead",
    "Filters",
    "Form",
    "Granularity",
    "Hand",
    "Hit",
    "ImpossibleDate",
    "InputError",
    "Level",
    "LostProcess",
    "MalformedArticle",
    "Mark",
    "MarkKind",
    "MarkedLine",
    "Marks",
    "Meaning",
    "Mention",
    "MissingLanguage",
    "MissingParser",
    "Name",
    "NewArticle",
    "NothingToRead",
    "OptionError",
    "OutdatedReading",
    "Participant",
    "Period",
    "Place",
    "Point",
    "QueryError",
    "ReadResult",
    "Repetition",
    "Request",
    "Role",
    "RowParty",
    "RowPlace",
    "SavedSearch",
    "SavedSearches",
    "SearchResult",
    "Series",
    "Skip",
    "SkipKind",
    "Span",
    "Status",
    "Stories",
    "Story",
    "StoryReference",
    "Timeline",
    "Timex",
    "TimexType",
    "Turn",
    "UndatedArticle",
    "UnforeseenFault",
    "UnknownLanguage",
    "UnknownStory",
    "UnreachableAddress",
    "UnreadableInput",
    "UnwritableOutput",
    "When",
    "__version__",
    "annotate",
    "changes_of",
    "diary_of",
    "event_rows",
    "open",
    "read",
    "readable",
    "reset",
    "timeline_of",
    "write",
    "write_bytes",
]


def __getattr__(name: str) -> object:
    if name in _MODULE_OF:
        return getattr(importlib.import_module(_MODULE_OF[name]), name)
    raise AttributeError(f"module 'dateline' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
