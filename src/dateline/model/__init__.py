"""The nouns of Dateline.

Frozen, slotted dataclasses that every step takes and gives. Field names are the keys of the JSON output, and the text
under each field is its meaning in `docs/output.md` and in the JSON Schema: it is written once, here.

Offsets are Unicode code points into `Article.text`, end exclusive; `article.text[start:end]` is always the passage
itself. Calendar days are proleptic Gregorian.

The vocabulary follows the field: TIMEX3 (ISO 24617-1) for time expressions, source, cue and content for attributions
(PARC, Pareti 2016; PolNeAR, Newell et al. 2018).
"""

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
from dateline.model.changes import Change, ChangeKind, Changes, Diary, FigureChange, NewArticle, Period, Repetition
from dateline.model.dates import Basis, EntryDate, Granularity, When
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
