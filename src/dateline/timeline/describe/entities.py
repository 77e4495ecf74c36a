"""Who and what a timeline names: persons, organisations, governments and places, under all their names."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import islice, takewhile

from dateline.entities.story_names import Identity
from dateline.entities.toponyms import Location
from dateline.model import Article, Entity, EntityKind, Entry, Form, Mention, Span
from dateline.timeline.close.story_forms import Named
from dateline.timeline.close.tellings import Telling
from dateline.timeline.memory import Memory

_GOVERNMENT = "stands for the government of its country"


@dataclass(slots=True)
class _Collected:
    """What the articles have of one entity."""

    names: Counter[str] = field(default_factory=Counter)
    articles: int = 0
    mentions: list[Mention] = field(default_factory=list)
    location: Location | None = None


class _InArticle:
    """Who and what one article names, but in what is skipped."""

    def __init__(self, article: Article, named: Named) -> None:
        skipped = _Stretches(skip.span for skip in article.skipped)
        self.spans = [one for one in _named(named) if not (skipped.joined and skipped.hold(one[1]))]
        """In text order."""
        self.names: dict[Identity, Counter[str]] = {}
        """The names it has for each, in the order in which they come up."""
        for identity, span in self.spans:
            if identity not in self.names:
                self.names[identity] = Counter()
            self.names[identity][span.of(article.text)] += 1
        self._toponyms = named.names.toponyms
        self._located: dict[Identity, Location | None] = {}

    def location(self, identity: Identity) -> Location | None:
        """Where the article says that a place lies."""
        if identity not in self._located:
            self._located[identity] = self._toponyms.locate(next(iter(self.names[identity])))
        return self._located[identity]

    def within(self, stretch: Span) -> Iterator[tuple[Identity, Span]]:
        """What it names in a stretch of its text."""
        first = bisect_left(self.spans, stretch.start, key=lambda one: one[1].start)
        inside = takewhile(lambda one: one[1].start < stretch.end, islice(self.spans, first, None))
        return (one for one in inside if stretch.holds(one[1]))


def entities(tellings: Iterable[Telling], entries: Sequence[Entry], memory: Memory | None = None) -> tuple[Entity, ...]:
    """Who and what the evidence of `entries` names, the one named most first.

    `tellings` are what the entries were made of: the names are counted in the whole text of their articles.
    """
    articles: dict[str, tuple[Article, Named]] = {t.article.id: (t.article, t.named) for t in tellings}
    evidence: dict[str, list[Span]] = {}
    for entry in entries:
        for passage in entry.passages:
            evidence.setdefault(passage.article, []).append(passage.span)
    found: dict[Identity, _Collected] = {}
    known = memory or Memory()
    for article, named in sorted(articles.values(), key=lambda one: (str(one[0].published or "9999"), one[0].id)):
        told = known.get(("in article", article.id), (article, named), partial(_InArticle, article, named))
        _collect(article, told, _Stretches(evidence.get(article.id, ())), found)
    shown = [
        _entity(identity, one) for identity, one in found.items() if one.mentions and not _says_nothing(identity, one)
    ]
    return tuple(
        sorted(shown, key=lambda entity: (-sum(form.count for form in entity.names), entity.name, entity.kind))
    )


def _says_nothing(identity: Identity, collected: _Collected) -> bool:
    """Whether it is a single word with a capital that stands there once and that nothing tells to be a name."""
    return identity.kind is EntityKind.OTHER and " " not in identity.name and sum(collected.names.values()) == 1


def _collect(article: Article, told: _InArticle, evidence: "_Stretches", found: dict[Identity, _Collected]) -> None:
    """Add what one article names to `found`."""
    for identity, names in told.names.items():
        if identity not in found:
            found[identity] = _Collected()
        collected = found[identity]
        collected.articles += 1
        for exact, times in names.items():
            collected.names[exact] += times
        if identity.kind is EntityKind.PLACE and collected.location is None:
            collected.location = told.location(identity)
    for stretch in evidence.joined:
        for identity, span in told.within(stretch):
            found[identity].mentions.append(Mention(article.id, span.start, span.end, span.of(article.text)))


def _named(named: Named) -> Iterator[tuple[Identity, Span]]:
    """Who and what an article names, by name and by office, in text order."""
    by_office = []
    for office, holder in named.offices:
        bare = named.without_article(office.span.of(named.names.text))
        span = Span(office.span.end - len(bare), office.span.end)
        by_office.append((Identity(named.kind(holder), holder), span))
    names = [(named.identify(name), name.span) for name in named.names.all]
    return iter(sorted([*names, *by_office], key=lambda one: one[1]))


def _entity(identity: Identity, collected: _Collected) -> Entity:
    forms = sorted(collected.names.items(), key=lambda form: (-form[1], form[0]))
    is_government = identity.kind is EntityKind.GOVERNMENT
    at = collected.location
    return Entity(
        kind=identity.kind,
        name=identity.name if identity.name in collected.names else forms[0][0],
        names=tuple(Form(name, count) for name, count in forms),
        articles=collected.articles,
        mentions=tuple(collected.mentions),
        country=at.country if at else identity.country,
        latitude=at.latitude if at else None,
        longitude=at.longitude if at else None,
        reason=at.reason if at else _GOVERNMENT if is_government else None,
    )


class _Stretches:
    """Stretches of one text, to be asked whether one of them holds a span."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.joined: list[Span] = []
        for start, end in sorted(spans):
            if self.joined and start <= self.joined[-1].end:
                self.joined[-1] = Span(self.joined[-1].start, max(end, self.joined[-1].end))
            else:
                self.joined.append(Span(start, end))

    def hold(self, span: Span) -> bool:
        """Whether the span lies within one of the stretches."""
        number = bisect_right(self.joined, span.start, key=lambda stretch: stretch.start) - 1
        return number >= 0 and self.joined[number].holds(span)
