"""What a format finds of an article in, the Article out: day, outlet and dateline by the same rules for all formats."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from types import MappingProxyType
from typing import NamedTuple

from dateline.errors import MalformedArticle, MissingLanguage, UndatedArticle, UnknownLanguage
from dateline.languages import named
from dateline.model import Article, Dateline, Skip, SkipKind
from dateline.readers import dates
from dateline.readers.headers import agency_of
from dateline.readers.publication import (
    Contradiction,
    changed_the_day_after,
    contradiction,
    dated_the_eve,
    grown_past_its_day,
)
from dateline.text import datelines

# By how much an update may seem to be before the publication, in another time zone.
_A_ZONE = dt.timedelta(days=1)
_WRITE_MOMENT = "Write its day or time as 2019-04-23 or 2019-04-23T10:00:00Z"


class Draft(NamedTuple):
    """One article as its file gives it: words not yet weighed, and an id only when it was given."""

    text: str
    file: str
    """The file, as the user names it."""
    read_from: str
    """The place in it, for messages."""
    fallback_id: str | None = None
    """The id within its file of an article of a text file (`a.txt`, `a.txt#2`)."""
    id: str | None = None
    published: str | None = None
    dated_at: str | None = None
    """Where the date is written, when it is not where the article begins."""
    updated: str | None = None
    source: str | None = None
    title: str | None = None
    url: str | None = None
    byline: str | None = None
    language: str | None = None
    section: str | None = None
    excerpt: bool = False
    """The text is a teaser or an opening, not the whole."""
    skipped: tuple[Skip, ...] = ()
    """What of the text is known not to be the story, in text order."""
    body: int = 0
    """Where the story begins."""
    named_for_it: bool = True
    """The file is named after this one article, so that a day in its name is the article's."""
    kind: str = "plain text"
    """What it was read as, as people call it."""
    told: Mapping[str, str] = MappingProxyType({})
    """Field → what of the file gave it: `JSON-LD datePublished`. A field that is not named stood in the head."""


@dataclass(slots=True)
class Fields:
    """The fields of an article while they are gathered: what comes first is surest, and what comes later fills gaps."""

    values: dict[str, str] = field(default_factory=dict)
    told: dict[str, str] = field(default_factory=dict)

    def take(self, name: str, value: str | None, by: str) -> None:
        """Keep a value for a field that has none yet, and what gave it."""
        if name in self.values or not value:
            return
        folded = value if name == "text" else " ".join(value.split())
        if folded:
            self.values[name] = folded
            self.told[name] = by


class Rules(NamedTuple):
    """What was said of all articles that are read together."""

    published: dt.date | None = None
    """The day of those that tell none."""
    undated: bool = False
    """Those that still have none are kept."""
    other_languages: bool = False
    """Those in a language that is not analysed are kept."""


def _with(skipped: tuple[Skip, ...], one: Skip) -> tuple[Skip, ...]:
    """The skipped stretches and one more, in text order, without overlaps."""
    if any(one.span.overlaps(skip.span) for skip in skipped):
        return skipped
    return tuple(sorted((*skipped, one), key=lambda skip: skip.start))


class Finished(NamedTuple):
    """An article, and for each field that was understood what gave it."""

    article: Article
    told: Mapping[str, str]
    overruled: str | None = None
    """The day of publication, and what of the text gives it against the header; None where nothing does."""
    untimely: str | None = None
    """The time of an update that does not count, and the day of publication that it lies before."""


def finish(draft: Draft, language: str, rules: Rules) -> Finished:
    """The article, with its day, its outlet and its dateline; the id is the draft's own or empty.

    `language` is the tag of the language it is in.

    Raises UnknownLanguage, ImpossibleDate, UndatedArticle or MalformedArticle, naming the place.
    """
    if not draft.text[draft.body :].strip():
        raise MalformedArticle(draft.read_from, "there is a header but no text", "Put the text of the article below it")
    try:
        dateline = datelines.find(named(language), draft.text, draft.body)
    except MissingLanguage as missing:
        if not rules.other_languages:
            raise UnknownLanguage.of(draft.read_from, missing) from None
        dateline = None
    skipped = draft.skipped
    if dateline is not None and dateline.span is not None:
        skipped = _with(skipped, Skip(*dateline.span, why=SkipKind.DATELINE))
    published, by = _published(draft, dateline, rules)
    against = _contradiction(draft, dateline, language, published) if draft.published and published else None
    overruled = None
    if against is not None:
        overruled = f"{against.day} by “{against.words}” in its text, not {published}"
        published, by = against.day, "its text"
    updated, untimely = _updated(draft, published)
    told = {name: draft.told.get(name, "head") for name in ("source", "title") if getattr(draft, name)}
    source = draft.source or _agency(dateline, draft.byline)
    if source and not draft.source:
        told["source"] = "dateline" if dateline is not None and dateline.agency else "byline"
    article = Article(
        id=draft.id or "",
        text=draft.text,
        published=published,
        source=source,
        title=draft.title,
        url=draft.url,
        byline=draft.byline,
        dateline=dateline,
        language=language,
        updated=updated,
        section=draft.section,
        excerpt=draft.excerpt,
        skipped=skipped,
        read_from=draft.read_from,
    )
    return Finished(article, {"published": by, **told} if by else told, overruled, untimely)


def _contradiction(draft: Draft, dateline: Dateline | None, language: str, given: dt.date) -> Contradiction | None:
    against = contradiction(draft.text, draft.body, dateline, given)
    if against is not None or draft.updated is not None:
        return against
    try:
        grown = grown_past_its_day(named(language), draft.text, given)
        told = (named(language), draft.text, draft.body, given)
        return grown or changed_the_day_after(*told) or dated_the_eve(*told)
    except MissingLanguage:
        return None


def _published(draft: Draft, dateline: Dateline | None, rules: Rules) -> tuple[dt.date | None, str]:
    """The day of publication and what gave it: header, else dateline, address or file name, else what is given."""
    if draft.published is not None:
        try:
            given = dates.day(draft.published, draft.dated_at or draft.read_from)
        except UndatedArticle:
            if rules.undated:
                return None, ""
            raise
        return given, draft.told.get("published", "head")
    name = PurePath(draft.file).name
    known = [
        (dates.in_address(draft.url) if draft.url else None, "address"),
        (dates.in_file_name(name) if draft.named_for_it else None, "file name"),
        (rules.published, "--published"),
    ]
    known = [(day, by) for day, by in known if day is not None]
    if dateline is not None and dateline.span is not None:
        near = next((day for day, by in known if by != "--published"), None)
        filed = dates.in_dateline(dateline.span.of(draft.text), near, draft.read_from)
        if filed is not None:
            return filed, "dateline"
    if known:
        return known[0]
    if not rules.undated:
        why = f", and {dates.why_not_in_file_name(name)}" if draft.named_for_it else ""
        raise UndatedArticle(
            draft.read_from,
            f"no publication date in header or dateline{why}",
            "Give it one (“Date: YYYY-MM-DD” above a text, “published” in JSON), or all such articles with --published",
        )
    return None, ""


def _updated(draft: Draft, published: dt.date | None) -> tuple[dt.datetime | None, str | None]:
    """When the version came out; else, of an update before the publication, what is to be said of it."""
    if draft.updated is None:
        return None, None
    try:
        updated = dates.moment(draft.updated, draft.read_from)
    except UndatedArticle as error:
        raise MalformedArticle(
            error.where, f'its "updated" time cannot be read: {error.problem}', _WRITE_MOMENT
        ) from None
    if published is not None and published - updated.date() > _A_ZONE:
        return None, f"{updated.date()}, published on {published}"
    return updated, None


def _agency(dateline: Dateline | None, byline: str | None) -> str | None:
    """The outlet that the dateline names, else the byline when it names an agency and nobody (`By Reuters`)."""
    if dateline is not None and dateline.agency:
        return dateline.agency
    return agency_of(byline) if byline else None
