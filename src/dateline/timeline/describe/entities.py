"""Who and what a timeline names: persons, organisations, governments and places, under all their names."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from dateline.entities.story_names import Identity
from dateline.entities.toponyms import Location
from dateline.model import Article, Entity, EntityKind, Entry, Form, Mention, Span
from dateline.timeline.close.story_forms import Named
from dateline.timeline.close.tellings import Telling

_GOVERNMENT = "stands for the government of its country"


@dataclass(slots=True)
class _Collected:
    """What the articles have of one entity."""

    names: Counter[str] = field(default_factory=Counter)
    articles: int = 0
    mentions: list[Mention] = field(default_factory=list)
    location: Location | None = None


def entities(tellings: Iterable[Telling], entries: Sequence[Entry]) -> tuple[Entity, ...]:
    """Who and what the evidence of `entries` names, the one named most first.

    `tellings` are what the entries were made of: the names are counted in the whole text of their articles.
    """
    articles: dict[str, tuple[Article, Named]] = {t.article.id: (t.article, t.named) for t in tellings}
    evidence: dict[str, list[Span]] = {}
    for entry in entries:
        for passage in entry.passages:
            evidence.setdefault(passage.article, []).append(passage.span)
    found: dict[Identity, _Collected] = {}
    ordered = sorted(articles.values(), key=lambda one: (str(one[0].published or "9999"), one[0].id))
    for article, named in ordered:
        _collect(article, named, _Stretches(evidence.get(article.id, ())), found)
    shown = [
        _entity(identity, one) for identity, one in found.items() if one.mentions and not _says_nothing(identity, one)
    ]
    return tuple(
        sorted(shown, key=lambda entity: (-sum(form.count for form in entity.names), entity.name, entity.kind))
    )


def _says_nothing(identity: Identity, collected: _Collected) -> bool:
    """Whether it is a single word with a capital that stands there once and that nothing tells to be a name."""
    return identity.kind is EntityKind.OTHER and " " not in identity.name and sum(collected.names.values()) == 1


def _collect(article: Article, named: Named, evidence: "_Stretches", found: dict[Identity, _Collected]) -> None:
    """Add what one article names to `found`."""
    skipped = _Stretches(skip.span for skip in article.skipped)
    here: set[Identity] = set()
    for identity, span in _named(named):
        if skipped.hold(span):
            continue
        exact = span.of(article.text)
        collected = found.setdefault(identity, _Collected())
        collected.names[exact] += 1
        if identity not in here:
            here.add(identity)
            collected.articles += 1
            if identity.kind is EntityKind.PLACE and collected.location is None:
                collected.location = named.names.toponyms.locate(exact)
        if evidence.hold(span):
            collected.mentions.append(Mention(article.id, span.start, span.end, exact))


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
        self._joined: list[Span] = []
        for start, end in sorted(spans):
            if self._joined and start <= self._joined[-1].end:
                self._joined[-1] = Span(self._joined[-1].start, max(end, self._joined[-1].end))
            else:
                self._joined.append(Span(start, end))

    def hold(self, span: Span) -> bool:
        """Whether the span lies within one of the stretches."""
        number = bisect_right(self._joined, span.start, key=lambda stretch: stretch.start) - 1
        return number >= 0 and self._joined[number].holds(span)
