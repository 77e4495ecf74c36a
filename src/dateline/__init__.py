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
        FutureArticle,
        ImpossibleDate,
        InputError,
        LostProcess,
        MalformedArticle,
        MissingParser,
        NothingToRead,
        OptionError,
        UndatedArticle,
        UnreadableInput,
    )
    from dateline.model import (
        Annotation,
        Article,
        ArticleReference,
        Attribution,
        Change,
        ChangeKind,
        Changes,
        Claim,
        Conflict,
        Dateline,
        Entity,
        EntityKind,
        Entry,
        EntryDate,
        EventMention,
        Evidence,
        Form,
        Granularity,
        Mention,
        Name,
        Participant,
        Place,
        Point,
        Series,
        Skip,
        Span,
        Status,
        Timeline,
        Timex,
        Turn,
        When,
    )
    from dateline.pipeline import annotate, changes_of, timeline_of
    from dateline.readers import Reading, read
    from dateline.timeline.build import Options
    from dateline.timeline.changes.versions import readable
    from dateline.writers import FORMATS, write

_HOME = {
    "dateline.errors": (
        "DatelineError DuplicateArticle FutureArticle ImpossibleDate InputError LostProcess MalformedArticle "
        "MissingParser NothingToRead OptionError UndatedArticle UnreadableInput"
    ),
    "dateline.model": (
        "Annotation Article ArticleReference Attribution Change ChangeKind Changes Claim Conflict Dateline Entity "
        "EntityKind Entry EntryDate EventMention Evidence Form Granularity Mention Name Participant Place Point Series "
        "Skip Span Status Timeline Timex Turn When"
    ),
    "dateline.pipeline": "annotate changes_of timeline_of",
    "dateline.readers": "Reading read",
    "dateline.timeline.build": "Options",
    "dateline.timeline.changes.versions": "readable",
    "dateline.writers": "FORMATS write",
}
_MODULE_OF = {name: module for module, names in _HOME.items() for name in names.split()}

__all__ = [  # noqa: RUF022 - in plain alphabetical order, which a test can ask for
    "Annotation",
    "Article",
    "ArticleReference",
    "Attribution",
    "Change",
    "ChangeKind",
    "Changes",
    "Claim",
    "Conflict",
    "Dateline",
    "DatelineError",
    "DuplicateArticle",
    "Entity",
    "EntityKind",
    "Entry",
    "EntryDate",
    "EventMention",
    "Evidence",
    "FORMATS",
    "Form",
    "FutureArticle",
    "Granularity",
    "ImpossibleDate",
    "InputError",
    "LostProcess",
    "MalformedArticle",
    "Mention",
    "MissingParser",
    "Name",
    "NothingToRead",
    "OptionError",
    "Options",
    "Participant",
    "Place",
    "Point",
    "Reading",
    "Series",
    "Skip",
    "Span",
    "Status",
    "Timeline",
    "Timex",
    "Turn",
    "UndatedArticle",
    "UnreadableInput",
    "When",
    "__version__",
    "annotate",
    "changes_of",
    "read",
    "readable",
    "timeline_of",
    "write",
]


def __getattr__(name: str) -> object:
    if name in _MODULE_OF:
        return getattr(importlib.import_module(_MODULE_OF[name]), name)
    raise AttributeError(f"module 'dateline' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
