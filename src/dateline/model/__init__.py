"""The nouns of Dateline.

Frozen, slotted dataclasses that every step takes and gives. Field names are the keys of the JSON output, and the text
under each field is its meaning in `docs/output.md` and in the JSON Schema: it is written once, here.

Offsets are Unicode code points into `Article.text`, end exclusive; `article.text[start:end]` is always the passage
itself. Calendar days are proleptic Gregorian.

The vocabulary follows the field: TIMEX3 (ISO 24617-1) for time expressions, source, cue and content for attributions
(PARC, Pareti 2016; PolNeAR, Newell et al. 2018).

Each noun is imported from its module when it is first asked for: a timeline needs half of them.
"""

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.model.annotation import (
        Annotation,
        Attribution,
        AttributionKind,
        CodedEvent,
        CodedParty,
        EventMention,
        Name,
        Participant,
        Role,
        Status,
        Timex,
        TimexType,
    )
    from dateline.model.article import Article, ArticleReference, Dateline, Skip, SkipKind, Span
    from dateline.model.changes import Change, ChangeKind, Changes, Diary, FigureChange, NewArticle, Repetition
    from dateline.model.dates import Basis, EntryDate, Granularity, Period, When
    from dateline.model.documented import OMIT_NONE
    from dateline.model.event_row import EventRow, RowParty, RowPlace
    from dateline.model.evidence import Evidence
    from dateline.model.feed import Feed
    from dateline.model.hand import Contradiction, Correction, Hand, Mark, MarkedLine, MarkKind, Marks
    from dateline.model.saved import SavedSearch, SavedSearches
    from dateline.model.story import EntryHit, Facet, Facets, Hit, SearchResult, Stories, StoryReference
    from dateline.model.timeline import (
        Claim,
        Conflict,
        ConflictKind,
        Context,
        Entity,
        EntityKind,
        Entry,
        Form,
        Level,
        Meaning,
        Mention,
        Place,
        Point,
        Series,
        Timeline,
        Turn,
    )

_HOME = {
    "dateline.model.annotation": (
        "Annotation Attribution AttributionKind CodedEvent CodedParty EventMention Name Participant Role Status "
        "Timex TimexType"
    ),
    "dateline.model.article": "Article ArticleReference Dateline Skip SkipKind Span",
    "dateline.model.changes": "Change ChangeKind Changes Diary FigureChange NewArticle Repetition",
    "dateline.model.dates": "Basis EntryDate Granularity Period When",
    "dateline.model.documented": "OMIT_NONE",
    "dateline.model.event_row": "EventRow RowParty RowPlace",
    "dateline.model.evidence": "Evidence",
    "dateline.model.feed": "Feed",
    "dateline.model.hand": "Contradiction Correction Hand Mark MarkedLine MarkKind Marks",
    "dateline.model.saved": "SavedSearch SavedSearches",
    "dateline.model.story": "EntryHit Facet Facets Hit SearchResult Stories StoryReference",
    "dateline.model.timeline": (
        "Claim Conflict ConflictKind Context Entity EntityKind Entry Form Level Meaning Mention Place Point "
        "Series Timeline Turn"
    ),
}
_MODULE_OF = {name: module for module, names in _HOME.items() for name in names.split()}

__all__ = [
    "OMIT_NONE",
    "Annotation",
    "Article",
    "ArticleReference",
    "Attribution",
    "AttributionKind",
    "Basis",
    "Change",
    "ChangeKind",
    "Changes",
    "Claim",
    "CodedEvent",
    "CodedParty",
    "Conflict",
    "ConflictKind",
    "Context",
    "Contradiction",
    "Correction",
    "Dateline",
    "Diary",
    "Entity",
    "EntityKind",
    "Entry",
    "EntryDate",
    "EntryHit",
    "EventMention",
    "EventRow",
    "Evidence",
    "Facet",
    "Facets",
    "Feed",
    "FigureChange",
    "Form",
    "Granularity",
    "Hand",
    "Hit",
    "Level",
    "Mark",
    "MarkKind",
    "MarkedLine",
    "Marks",
    "Meaning",
    "Mention",
    "Name",
    "NewArticle",
    "Participant",
    "Period",
    "Place",
    "Point",
    "Repetition",
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
    "StoryReference",
    "Timeline",
    "Timex",
    "TimexType",
    "Turn",
    "When",
]


def __getattr__(name: str) -> object:
    if name not in _MODULE_OF:
        raise AttributeError(f"module 'dateline.model' has no attribute {name!r}")
    noun = globals()[name] = getattr(importlib.import_module(_MODULE_OF[name]), name)
    return noun


def __dir__() -> list[str]:
    return __all__
