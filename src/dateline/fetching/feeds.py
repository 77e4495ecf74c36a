"""What the address of a feed gave in, its items out: what each is known again by, and what the feed gives of it."""

import datetime as dt
import io
from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from dateline.errors import InputError, UnreadableInput
from dateline.fetching.fetch import Fetched
from dateline.fetching.folder import content
from dateline.model import Article
from dateline.readers import read
from dateline.readers.identity import is_of_one
from dateline.readers.kinds import kind_of
from dateline.readers.sources import Source
from dateline.readers.web.feed import heads

# By what name reading knows what came from an address, and a feed in JSON.
_HERE = "-"
_JSON_FEED = "a JSON feed"
_NO_FEED = "Give the address of a feed: RSS, Atom or JSON Feed"


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a feed."""

    id: str
    """The one the feed gives, if it is one the world over, else its page's address, else the feed's and the id."""
    stamp: str
    """What changes when it does: when it was last changed, as the feed tells."""
    address: str | None
    """Where its page is."""
    day: dt.date | None
    """The day of publication."""
    head: Mapping[str, str]
    """What else the feed tells of it: id, title, outlet."""
    given: Article | None
    """What the feed gives of its text: the whole, or a teaser."""

    def filled(self, article: Article) -> Article:
        """The article of its page under the item's id, with what the feed tells where the page does not."""
        updated = article.updated or _moment(self.head.get("updated"))
        outlet = article.source if article.source != urlsplit(self.address or "").hostname else None
        return replace(
            article,
            id=self.id,
            url=article.url or self.address,
            title=article.title or self.head.get("title"),
            source=outlet or self.head.get("source") or article.source,
            byline=article.byline or self.head.get("byline"),
            section=article.section or self.head.get("section"),
            updated=updated if updated and article.published and updated.date() >= article.published else None,
        )


@dataclass(frozen=True, slots=True)
class Items:
    """The items of a feed, the last one first as feeds have it, and what of it could not be read."""

    title: str | None
    items: tuple[Item, ...]
    problems: tuple[InputError, ...]


def items_of(page: Fetched) -> Items:
    """The items of a feed that came. Raises UnreadableInput for what is no feed."""
    source = Source(_HERE, io.BufferedReader(io.BytesIO(page.body)), [])
    kind = kind_of(source)
    result = read(_HERE, stdin=io.BytesIO(page.body), undated=True, other_languages=True)
    told = {article.read_from: article for article in result.articles}
    if kind.module == "web.feed":
        try:
            known = heads(source)
        except InputError as error:
            raise _named(page.address, error) from None
    elif any(_JSON_FEED in file.kinds for file in result.files):
        known = {where: _head(article) for where, article in told.items()}
    else:
        raise UnreadableInput(page.address, f"it is {kind.name}, and no feed", _NO_FEED)
    items = [_item(page.address, head, told.get(where)) for where, head in known.items()]
    left = [problem for problem in result.problems if problem.where not in known and items]
    return Items(
        next((head["source"] for head in known.values() if head.get("source")), None),
        tuple(item for item in items if item.address or item.given),
        tuple(_named(page.address, problem) for problem in left),
    )


def _head(article: Article) -> Mapping[str, str]:
    values = {name: getattr(article, name) for name in ("id", "title", "source", "url", "byline", "section")}
    return {name: value for name, value in values.items() if value}


def _item(feed: str, head: Mapping[str, str], given: Article | None) -> Item:
    address = head.get("url")
    address = address if address and address.startswith(("http://", "https://")) else None
    identity = head.get("id") or (given.id if given else "")
    identity = identity if is_of_one(identity) else address or f"{feed} {identity}"
    moment = _moment(head.get("published"))
    return Item(
        identity,
        head.get("updated") or head.get("published") or (str(given.updated or given.published or "") if given else ""),
        address,
        given.published if given else moment and moment.date(),
        head,
        replace(given, id=identity, read_from=address or feed) if given else None,
    )


def _moment(told: str | None) -> dt.datetime | None:
    """A time of a feed, if it is as exact as a day."""
    try:
        return dt.datetime.fromisoformat(told or "")
    except ValueError:
        return None


def articles_of(page: Fetched, item: Item) -> list[Article]:
    """The article of an item's page, or the posts of a live blog. Raises InputError where there is none."""
    result = read(_HERE, stdin=io.BytesIO(content(page)), published=item.day, other_languages=True)
    if not result.articles:
        raise _named(page.address, result.problems[0])
    found = [replace(article, read_from=page.address) for article in result.articles]
    return [item.filled(found[0])] if len(found) == 1 else found


def _named(address: str, problem: InputError) -> InputError:
    """The same problem, of what came from an address."""
    return UnreadableInput(address, problem.problem, problem.remedy)
