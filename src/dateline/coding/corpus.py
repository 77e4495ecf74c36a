"""Articles in any number in, coded events out: in several processes, as they are taken, with rows merged on disk."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from dateline.coding.parties import Party
from dateline.coding.plain import Plain, plain
from dateline.coding.reading import Telling, prepare, tellings
from dateline.coding.store import RowStore
from dateline.errors import InputError, in_article, is_fault
from dateline.events.parsing.parser import Parser, Parsers, parsed_languages
from dateline.model import Article, CodedEvent, CodedParty, EventRow, Status
from dateline.processes import Portions, in_portions
from dateline.reading.article import ArticleReading, read_article
from dateline.request import Request

# Articles are dealt out in portions whose sentences fill a batch of the parser's; a process has started when some
# dozens are read.
_PORTIONS = Portions(size=64, worth=128)
# Articles that are kept in the store at once: what a run that is stopped reads again at most.
_KEPT_AT_ONCE = 256

_DONE = frozenset((Status.HAPPENED, Status.ONGOING))


def coded_events(readings: Sequence[ArticleReading], parser: Parser) -> Iterator[tuple[CodedEvent, ...]]:
    """The coded events of each article, in text order, as an annotation has them."""
    for told in tellings(readings, parser):
        yield tuple(map(_event, told))


def _event(telling: Telling) -> CodedEvent:
    return CodedEvent(
        start=telling.span.start,
        end=telling.span.end,
        type=telling.type,
        mode=telling.mode or None,
        status=telling.status,
        actor=tuple(map(_party, telling.actors)),
        recipient=tuple(map(_party, telling.recipients)),
    )


def _party(party: Party) -> CodedParty:
    sectors = party.coded.sectors
    return CodedParty(party.text, party.coded.country or None, sectors[0] if sectors else None)


def rows(
    articles: Iterable[Article],
    request: Request,
    parsers: Parsers,
    *,
    done_only: bool,
    all_mentions: bool,
    store: Path | None,
) -> Iterator[EventRow]:
    """One row an event, or one a report, in order of date, then id; those without a date come last."""
    with RowStore(store) as kept:
        _read(articles, request, parsers, kept)
        for row in kept.rows(all_mentions=all_mentions):
            if (not done_only or row.status in _DONE) and _is_asked_for(row, request):
                yield row


def _is_asked_for(row: EventRow, request: Request) -> bool:
    if row.date is None:
        return request.since is None and request.until is None and not request.days_only
    return not (
        (request.since and row.date.last < request.since)
        or (request.until and row.date.first > request.until)
        or (request.days_only and not row.date.is_day)
    )


def _read(articles: Iterable[Article], request: Request, parsers: Parsers, kept: RowStore) -> None:
    """Read the articles that the store does not hold, and keep what they tell."""
    for language in parsed_languages():
        # Before other processes start: they then share its memory.
        if parsers(language) is not None:
            prepare(language)
    new = (
        article
        for article in articles
        if not kept.holds(article)
        and not (request.as_of and (article.available is None or article.available > request.as_of))
    )
    waiting: list[tuple[Article, list[Plain]]] = []
    done = 0
    for portion, outcomes in in_portions(partial(_portion, parsers=parsers), new, _PORTIONS, request.processes):
        for article, outcome in zip(portion, outcomes, strict=True):
            done += 1
            if isinstance(outcome, InputError):
                request.problem(outcome)
            else:
                waiting.append((article, outcome))
        if len(waiting) >= _KEPT_AT_ONCE:
            kept.add(waiting)
            waiting = []
        if request.progress:
            request.progress(done, done + 1)
    kept.add(waiting)


def _portion(articles: Sequence[Article], parsers: Parsers) -> list[list[Plain] | InputError]:
    """What articles tell, the fault for those that meet one: then each is tried by itself."""
    try:
        return list(_told(articles, parsers))
    except BaseException as fault:
        if not is_fault(fault):
            raise
        if len(articles) == 1:
            return [in_article(articles[0], fault)]
        return [outcome for article in articles for outcome in _portion([article], parsers)]


def _told(articles: Sequence[Article], parsers: Parsers) -> list[list[Plain]]:
    readings = [read_article(article) for article in articles]
    found: list[list[Plain]] = [[] for _ in readings]
    for language in {reading.language: None for reading in readings}:
        parser = parsers(language)
        own = [number for number, reading in enumerate(readings) if reading.language is language]
        if parser is not None:
            chosen = [readings[number] for number in own]
            for number, told in zip(own, tellings(chosen, parser), strict=True):
                found[number] = plain(readings[number], told)
    return found
