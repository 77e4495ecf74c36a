"""An invented story in every form that is written, the same full of hostile text, and timelines of any content."""

import datetime as dt
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import strategies as st
from pyld import jsonld  # type: ignore[import-untyped]

from dateline import timeline_of
from dateline.model import (
    Annotation,
    Article,
    ArticleReference,
    Attribution,
    AttributionKind,
    Change,
    ChangeKind,
    Changes,
    Claim,
    Conflict,
    ConflictKind,
    Contradiction,
    Correction,
    Entry,
    EntryDate,
    EventMention,
    Evidence,
    Granularity,
    Hand,
    Mark,
    MarkKind,
    Name,
    Participant,
    Place,
    Point,
    Role,
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

WIRE = Article(
    "wire-1",
    "PORT ELMA (Coast Wire) - The new harbour bridge will open on May 4, the port authority said on Thursday.\n"
    "The old bridge fell in 1987. Nine people died.\n",
    dt.date(2023, 4, 27),
    "Coast Wire",
    "Harbour bridge to open in May",
    "https://coastwire.example/bridge?a=1&b=2",
    skipped=(Skip(0, 24, SkipKind.DATELINE),),
)
MERIDIAN = Article(
    "meridian-7",
    "Port Elma opens its bridge on May 4, mayor Ada Holm told The Meridian. Work began in March 2021.\n"
    "Eleven people died when the old bridge fell in 1987.\n",
    dt.date(2023, 4, 29),
    "The Meridian",
    None,
    "javascript:alert(1)",
)


def passage(article: Article, exact: str, status: Status = Status.HAPPENED, said_by: str | None = None) -> Evidence:
    start = article.text.index(exact)
    return Evidence(article.id, start, start + len(exact), exact, status, said_by)


def _entry(name: str, date: EntryDate, *evidence: Evidence, **more: object) -> Entry:
    sources = len({passage.article for passage in evidence})
    plain = Entry(name, date, evidence[0].status, evidence[0].exact, evidence, (), (), sources, (), 0.5)
    return replace(plain, **more)  # type: ignore[arg-type]


_FELL = passage(WIRE, "The old bridge fell in 1987. Nine people died.")
_FELL_TOO = passage(MERIDIAN, "Eleven people died when the old bridge fell in 1987.")
_WORK = passage(MERIDIAN, "Work began in March 2021.")
_WILL_OPEN = passage(
    WIRE,
    "The new harbour bridge will open on May 4, the port authority said on Thursday.",
    Status.SCHEDULED,
    "the port authority",
)
_OPENS = passage(
    MERIDIAN, "Port Elma opens its bridge on May 4, mayor Ada Holm told The Meridian.", Status.SCHEDULED, "Ada Holm"
)
_COLLAPSE = _entry(
    "c1",
    EntryDate("1987", dt.date(1987, 1, 1), dt.date(1987, 12, 31), Granularity.YEAR),
    _FELL,
    _FELL_TOO,
    conflicts=(
        Conflict(
            ConflictKind.NUMBER,
            (
                Claim("Nine people", _FELL, dt.date(2023, 4, 27)),
                Claim("Eleven people", _FELL_TOO, dt.date(2023, 4, 29), 2),
            ),
        ),
    ),
)
_BEGINNING = _entry("b1", EntryDate("2021-03", dt.date(2021, 3, 1), dt.date(2021, 3, 31), Granularity.MONTH), _WORK)
_OPENING = _entry(
    "o1",
    EntryDate("2023-05-04", dt.date(2023, 5, 4), dt.date(2023, 5, 4), Granularity.DAY),
    _WILL_OPEN,
    _OPENS,
    participants=("Ada Holm", "the port authority"),
    places=(Place("Port Elma"),),
    importance=1.0,
)
_VISITORS = Series(
    "visitors",
    "visitors",
    (
        Point("2023-04-27", 1_200, "about 1,200 visitors", _WILL_OPEN, "o1", mod="APPROX"),
        Point("2023-04-29", 3_000, "3,000 to 4,000 visitors", _OPENS, None, to=4_000),
    ),
)


@pytest.fixture(scope="session")
def articles() -> tuple[Article, ...]:
    return WIRE, MERIDIAN


@pytest.fixture(scope="session")
def timeline() -> Timeline:
    references = (ArticleReference.to(WIRE), ArticleReference.to(MERIDIAN))
    return Timeline("Port Elma bridge", references, (_COLLAPSE, _BEGINNING, _OPENING))


@pytest.fixture(scope="session")
def counting(timeline: Timeline) -> Timeline:
    """The timeline with a figure that changes."""
    return replace(timeline, series=(_VISITORS,))


@pytest.fixture(scope="session")
def moved(timeline: Timeline) -> Timeline:
    """The timeline with the opening planned for 2 May, put off, and then fixed for 4 May."""
    *others, opening = timeline.entries
    second = EntryDate("2023-05-02", dt.date(2023, 5, 2), dt.date(2023, 5, 2), Granularity.DAY)
    history = (
        Turn(dt.date(2023, 4, 27), Status.SCHEDULED, second, "wire-1", "the port authority"),
        Turn(dt.date(2023, 4, 28), Status.POSTPONED, second, "meridian-7", None),
        Turn(dt.date(2023, 4, 29), Status.SCHEDULED, opening.date, "meridian-7", "Ada Holm"),
    )
    return replace(timeline, entries=(*others, replace(opening, history=history)))


@pytest.fixture(scope="session")
def changes() -> Changes:
    opening_before = replace(_OPENING, evidence=(_WILL_OPEN,), sources=1, status=Status.EXPECTED)
    return Changes(
        "Port Elma bridge",
        dt.date(2023, 4, 27),
        dt.date(2023, 4, 29),
        (
            Change(ChangeKind.NEW, "b1", _BEGINNING.date, None, _BEGINNING, (_WORK,)),
            Change(ChangeKind.CONFIRMED, "o1", _OPENING.date, opening_before, _OPENING, (_OPENS,)),
            Change(ChangeKind.GONE, "c0", _COLLAPSE.date, replace(_COLLAPSE, id="c0"), None, ()),
        ),
    )


@pytest.fixture(scope="session")
def annotation() -> Annotation:
    opening = dt.date(2023, 5, 4)
    return Annotation(
        "wire-1",
        dt.date(2023, 4, 27),
        timexes=(Timex(60, 65, "May 4", TimexType.DATE, "2023-05-04", first=opening, last=opening),),
        attributions=(
            Attribution(
                (Span(67, 85),), (Span(86, 90),), (Span(25, 65),), AttributionKind.INDIRECT, "the port authority"
            ),
        ),
        events=(
            EventMention(
                52,
                56,
                "open",
                Status.SCHEDULED,
                "the port authority",
                When("2023-05-04", opening, opening),
                (Participant(Role.AGENT, 25, 47, "The new harbour bridge"),),
                Name(0, 9, "PORT ELMA"),
            ),
        ),
        skipped=WIRE.skipped,
    )


HOSTILE = (
    "<script>alert(1)</script> </mark> &amp; [bold] [link](javascript:x) | *a* _b_ `c` # $x$ ~~d~~ 1. \\n "
    "\x1b[31mred\x9b1m \x00 \u202eever\u2066 \u2069\u2069 😀 éà עברית"
)
"""What an article may hold to trouble a terminal, a browser, a Markdown renderer or a reader's eyes."""


@pytest.fixture(scope="session")
def hostile() -> str:
    return HOSTILE


_HOSTILE_TEXT = f"{HOSTILE} before. {HOSTILE} {HOSTILE} after.\n"
_HOSTILE_ARTICLE = Article("a", _HOSTILE_TEXT, dt.date(2023, 4, 27), HOSTILE, HOSTILE, f"https://x.example/{HOSTILE}")
_HOSTILE_EVIDENCE = Evidence(
    "a",
    len(HOSTILE) + len(" before. "),
    len(HOSTILE) + len(" before. ") + len(HOSTILE),
    HOSTILE,
    Status.HAPPENED,
    HOSTILE,
)
_HOSTILE_ENTRY = _entry(
    HOSTILE,
    _OPENING.date,
    _HOSTILE_EVIDENCE,
    participants=(HOSTILE,),
    places=(Place(HOSTILE),),
    conflicts=(Conflict(ConflictKind.NUMBER, (Claim(HOSTILE, _HOSTILE_EVIDENCE), Claim(HOSTILE, _HOSTILE_EVIDENCE))),),
    history=(
        Turn(None, Status.EXPECTED, _OPENING.date, "a", HOSTILE),
        Turn(None, Status.HAPPENED, _OPENING.date, "a", HOSTILE),
    ),
)
_HOSTILE_SERIES = Series(
    HOSTILE,
    HOSTILE,
    (
        Point("2023-04-27", 0, HOSTILE, _HOSTILE_EVIDENCE, HOSTILE),
        Point("2023-04-28", 5, HOSTILE, _HOSTILE_EVIDENCE, None),
    ),
)


@pytest.fixture(scope="session")
def hostile_articles() -> tuple[Article, ...]:
    return (_HOSTILE_ARTICLE,)


@pytest.fixture(scope="session")
def hostile_timeline() -> Timeline:
    """A timeline with the hostile text wherever text of others stands."""
    return Timeline(HOSTILE, (ArticleReference.to(_HOSTILE_ARTICLE),), (_HOSTILE_ENTRY,), (_HOSTILE_SERIES,))


@pytest.fixture(scope="session")
def hostile_changes(changes: Changes) -> Changes:
    """Changes with the hostile text wherever text of others stands."""
    change = Change(ChangeKind.REVISED, HOSTILE, _OPENING.date, _OPENING, _HOSTILE_ENTRY, (_HOSTILE_EVIDENCE,))
    return replace(changes, title=HOSTILE, changes=(change,))


def _hands(texts: st.SearchStrategy[str], evidence: st.SearchStrategy[Evidence]) -> st.SearchStrategy[Hand]:
    """What persons of any name may have done to a line, in any words."""
    moments = st.datetimes(timezones=st.just(dt.UTC))
    marks = st.builds(
        Mark,
        st.integers(1, 9),
        st.sampled_from([MarkKind.STAR, MarkKind.NOTE, MarkKind.TAG]),
        texts,
        moments,
        st.none() | st.integers(1, 9),
        st.tuples(texts),
    )
    corrections = st.builds(
        Correction, st.sampled_from([MarkKind.STATUS, MarkKind.SPEAKER]), st.integers(1, 9), texts, st.none() | texts
    )
    against = st.builds(
        Contradiction,
        st.integers(1, 9),
        st.sampled_from([MarkKind.STATUS, MarkKind.HIDE]),
        texts,
        texts,
        texts,
        evidence,
    )
    return st.builds(
        Hand, *(st.lists(one, max_size=2).map(tuple) for one in (marks, corrections, against)), st.just(())
    )


def _timelines(texts: st.SearchStrategy[str]) -> st.SearchStrategy[Timeline]:
    """Any timeline at all, well-formed or not beyond its types, of these texts."""
    days = st.dates()
    statuses = st.sampled_from(Status)
    evidence = st.builds(
        Evidence,
        texts,
        st.integers(0, 9_999),
        st.integers(0, 9_999),
        texts,
        statuses,
        st.none() | texts,
        st.none() | texts,
        st.none() | texts,
    )
    dates = st.builds(EntryDate, texts, days, days, st.sampled_from(Granularity))
    conflicts = st.builds(
        Conflict,
        st.sampled_from(ConflictKind),
        st.lists(st.builds(Claim, texts, evidence, st.none() | days, st.integers(1, 9)), min_size=2, max_size=3).map(
            tuple
        ),
    )
    placed = st.builds(Place, texts, texts, st.floats(-90, 90), st.floats(-180, 180), texts)
    entries = st.builds(
        Entry,
        texts,
        dates,
        statuses,
        texts,
        st.lists(evidence, min_size=1, max_size=3).map(tuple),
        st.lists(texts, max_size=2).map(tuple),
        st.lists(st.builds(Place, texts) | placed, max_size=2).map(tuple),
        st.integers(1, 9),
        st.lists(conflicts, max_size=1).map(tuple),
        st.floats(0, 1),
        st.lists(st.builds(Turn, st.none() | days, statuses, dates, texts, st.none() | texts), max_size=3).map(tuple),
        hand=st.none() | _hands(texts, evidence),
    )
    values = st.integers(0, 10**13) | st.floats(0, 1e13)
    points = st.builds(
        Point,
        days.map(str) | st.sampled_from(["2023-W16", "2023-04", "2023"]),
        values,
        texts,
        evidence,
        st.none() | texts,
        to=st.none() | values,
        mod=st.none() | st.sampled_from(["EQUAL_OR_MORE", "APPROX"]),
    )
    series = st.builds(Series, texts, texts, st.lists(points, min_size=2, max_size=3).map(tuple))
    references = st.builds(
        ArticleReference, texts, st.none() | texts, st.none() | texts, st.none() | days, st.none() | texts
    )
    return st.builds(
        Timeline,
        texts,
        st.lists(references, max_size=3).map(tuple),
        st.lists(entries, max_size=3).map(tuple),
        st.lists(series, max_size=2).map(tuple),
    )


@pytest.fixture(scope="session")
def timelines() -> st.SearchStrategy[Timeline]:
    """Timelines of any text that can be encoded."""
    return _timelines(st.text(max_size=40))


@pytest.fixture(scope="session")
def rough_timelines() -> st.SearchStrategy[Timeline]:
    """Timelines of text that no format expects: controls, lone surrogates, mark-up, formulas, names of 10 kB."""
    rough = st.sampled_from(
        [
            "</script><script>alert(1)</script>",
            "<!--",
            "]]>&amp;\"'",
            "=1+1",
            " \t=cmd|' /C calc'!A0",
            "' @SUM(1)",
            "\r\nEND:VEVENT\r\nBEGIN:VALARM",
            "\x1b]0;title\x07\x9b2J\x00",
            "\u202egnp.exe\u2066\u2069\u2069",
            "\ud800 \udfff",
            "line\u2028break\x0b\x0c\x85",
            "é" * 5_000,
            "https://wire.example/<a>?b={c}|d#e#f[g]%zz",
            "https://wire.example/ok",
            "javascript:alert(1)",
            "",
            " ",
        ]
    )
    anything = st.text(st.characters(exclude_categories=()), max_size=40)
    return _timelines(rough | anything)


SCHEMA_ORG = "https://schema.org/"
OA = "http://www.w3.org/ns/oa#"

# What the two contexts say of the terms used here, from https://schema.org/docs/jsonldcontext.jsonld and
# https://www.w3.org/ns/anno.jsonld: a term that they do not define is dropped when JSON-LD is expanded.
CONTEXTS = {
    "https://schema.org": {"@vocab": SCHEMA_ORG, "eventStatus": {"@type": "@id"}, "url": {"@type": "@id"}},
    "http://www.w3.org/ns/anno.jsonld": {
        "oa": OA,
        "as": "https://www.w3.org/ns/activitystreams#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "dc": "http://purl.org/dc/elements/1.1/",
        "id": {"@id": "@id", "@type": "@id"},
        "type": {"@id": "@type", "@type": "@vocab"},
        "Annotation": "oa:Annotation",
        "AnnotationPage": "as:OrderedCollectionPage",
        "TextualBody": "oa:TextualBody",
        "TextPositionSelector": "oa:TextPositionSelector",
        "TextQuoteSelector": "oa:TextQuoteSelector",
        "describing": "oa:describing",
        "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
        "body": {"@id": "oa:hasBody", "@type": "@id"},
        "target": {"@id": "oa:hasTarget", "@type": "@id"},
        "source": {"@id": "oa:hasSource", "@type": "@id"},
        "selector": {"@id": "oa:hasSelector", "@type": "@id"},
        "items": {"@id": "as:items", "@type": "@id", "@container": "@list"},
        "value": "rdf:value",
        "format": "dc:format",
        "exact": "oa:exact",
        "prefix": "oa:prefix",
        "suffix": "oa:suffix",
        "start": "oa:start",
        "end": "oa:end",
    },
}


def _contexts(url: str, _: object) -> dict[str, object]:
    """The context of a vocabulary, without going to the network for it."""
    return {"contextUrl": None, "documentUrl": url, "document": {"@context": CONTEXTS[url.rstrip("/")]}}


def _terms(expanded: object) -> set[str]:
    """Every property, type and value by reference of expanded JSON-LD."""
    if isinstance(expanded, list):
        return {term for each in expanded for term in _terms(each)}
    if not isinstance(expanded, dict):
        return set()
    own = {key for key in expanded if not key.startswith("@")} | set(expanded.get("@type", ()))
    named = {expanded["@id"]} if set(expanded) == {"@id"} and str(expanded["@id"]).startswith(OA) else set()
    return own | named | {term for value in expanded.values() for term in _terms(value)}


@pytest.fixture(scope="session")
def expand() -> Callable[[str], tuple[Any, set[str]]]:
    """Expands JSON-LD as written: what comes out, and every term in it. A term that no context defines is dropped."""

    def expanded(written: str) -> tuple[Any, set[str]]:
        out = jsonld.expand(json.loads(written), {"documentLoader": _contexts})
        return out, _terms(out)

    return expanded


@pytest.fixture(scope="session")
def planned(timeline: Timeline) -> Callable[[Status], Timeline]:
    """The timeline with its last entry, the opening of a bridge on 4 May 2023, in another status."""
    *others, opening = timeline.entries
    return lambda status: replace(timeline, entries=(*others, replace(opening, status=status)))


@pytest.fixture(scope="session")
def stages() -> list[Timeline]:
    """A story of a plan, of its being put off, and of its being called off: the timeline after each report."""
    reports = [
        ("President Ilona Varga will open the Gressow dairy on March 9.", 5, "Aar Wire"),
        (
            "The opening of the Gressow dairy by Ilona Varga, planned for March 9, was postponed to March 20.",
            8,
            "Gressow Echo",
        ),
        ("The opening of the Gressow dairy by Ilona Varga on March 20 has been called off.", 12, "Aar Wire"),
    ]
    told = [Article(str(day), text, dt.date(2021, 3, day), outlet) for text, day, outlet in reports]
    return [timeline_of(told[:count]) for count in range(1, len(told) + 1)]
