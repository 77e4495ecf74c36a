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
    from dateline.errors import (
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
        UndatedArticle,
        UnforeseenFault,
        UnknownLanguage,
        UnreachableAddress,
        UnreadableInput,
        UnwritableOutput,
    )
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
        Dateline,
        Entity,
        EntityKind,
        Entry,
        EntryDate,
        EventMention,
        EventRow,
        Evidence,
        Form,
        Granularity,
        Level,
        Mention,
        Name,
        Participant,
        Place,
        Point,
        Role,
        RowParty,
        RowPlace,
        Series,
        Skip,
        SkipKind,
        Span,
        Status,
        Timeline,
        Timex,
        TimexType,
        Turn,
        When,
    )
    from dateline.pipeline import annotate, changes_of, event_rows, timeline_of
    from dateline.readers import FileRead, ReadResult, read
    from dateline.request import Depth, Request
    from dateline.timeline.changes.versions import readable
    from dateline.writers import BINARY_FORMATS, FORMATS, write, write_bytes

_HOME = {
    "dateline.errors": (
        "DatelineError DuplicateArticle ImpossibleDate InputError LostProcess MalformedArticle MissingLanguage "
        "MissingParser NothingToRead OptionError OutdatedReading UndatedArticle UnforeseenFault UnknownLanguage "
        "UnreachableAddress UnreadableInput UnwritableOutput"
    ),
    "dateline.model": (
        "Annotation Article ArticleReference Attribution AttributionKind Basis Change ChangeKind Changes Claim "
        "CodedEvent CodedParty Conflict ConflictKind Dateline Entity EntityKind Entry EntryDate EventMention EventRow "
        "Evidence Form Granularity Level Mention Name Participant Place Point Role RowParty RowPlace Series Skip "
        "SkipKind Span Status Timeline Timex TimexType Turn When"
    ),
    "dateline.memory": "reset",
    "dateline.pipeline": "annotate changes_of event_rows timeline_of",
    "dateline.readers": "FileRead ReadResult read",
    "dateline.request": "Depth Request",
    "dateline.timeline.changes.versions": "readable",
    "dateline.writers": "BINARY_FORMATS FORMATS write write_bytes",
}
_MODULE_OF = {name: module for module, names in _HOME.items() for name in names.split()}

__all__ = [  # noqa: RUF022 - in plain alphabetical order, which a test can ask for
    "Annotation",
    "Article",
    "ArticleReference",
    "Attribution",
    "AttributionKind",
    "BINARY_FORMATS",
    "Basis",
    "Change",
    "ChangeKind",
    "Changes",
    "Claim",
    "CodedEvent",
    "CodedParty",
    "Conflict",
    "ConflictKind",
    "Dateline",
    "DatelineError",
    "Depth",
    "DuplicateArticle",
    "Entity",
    "EntityKind",
    "Entry",
    "EntryDate",
    "EventMention",
    "EventRow",
    "Evidence",
    "FORMATS",
    "FileRead",
    "Form",
    "Granularity",
    "ImpossibleDate",
    "InputError",
    "Level",
    "LostProcess",
    "MalformedArticle",
    "Mention",
    "MissingLanguage",
    "MissingParser",
    "Name",
    "NothingToRead",
    "OptionError",
    "OutdatedReading",
    "Participant",
    "Place",
    "Point",
    "ReadResult",
    "Request",
    "Role",
    "RowParty",
    "RowPlace",
    "Series",
    "Skip",
    "SkipKind",
    "Span",
    "Status",
    "Timeline",
    "Timex",
    "TimexType",
    "Turn",
    "UndatedArticle",
    "UnforeseenFault",
    "UnknownLanguage",
    "UnreachableAddress",
    "UnreadableInput",
    "UnwritableOutput",
    "When",
    "__version__",
    "annotate",
    "changes_of",
    "event_rows",
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
