from xml.etree import ElementTree as ET

import pytest

from dateline.archive.archive import Archive
from dateline.archive.searching.search import Filters
from dateline.errors import QueryError
from dateline.web.desk import Desk
from dateline.web.settings import Settings
from dateline.web.subscriptions import feeds
from dateline.web.subscriptions.feeds import feed_of_search, feed_of_story
from sample_stories import article

ATOM = "{http://www.w3.org/2005/Atom}"
HOME = "https://desk.example"
LATER = ("f9", "2023-10-19", "Norden Lines pays", "Captain Jonas Verrin of the ferry Aurelia was arrested on Thursday.")


def entries(feed: str) -> dict[str, str]:
    """The entries of a feed: id and title."""
    found = ET.fromstring(feed).findall(f"{ATOM}entry")
    return {entry.findtext(f"{ATOM}id") or "": entry.findtext(f"{ATOM}title") or "" for entry in found}


@pytest.fixture
def desk(archive: Archive) -> Desk:
    return Desk(archive, Settings(parse=False))


def test_a_reader_of_a_story_is_told_what_is_new_and_nothing_twice(desk: Desk) -> None:
    first = feed_of_story(desk, 1, HOME, f"{HOME}/stories/1/changes.atom")
    desk.archive.add([article(*LATER)], story="1")
    second = feed_of_story(desk, 1, HOME, f"{HOME}/stories/1/changes.atom")
    fresh = [title for identity, title in entries(second).items() if identity not in entries(first)]
    assert len(fresh) == 1
    assert "arrested on Thursday" in fresh[0]
    assert ET.fromstring(first).findtext(f"{ATOM}id") == ET.fromstring(second).findtext(f"{ATOM}id")
    assert next(iter(entries(second).values())) == fresh[0]  # the newest day first


def test_the_feed_of_a_search_tells_what_its_articles_change_in_whatever_story(desk: Desk) -> None:
    def feed(query: str, filters: Filters) -> list[str]:
        return list(entries(feed_of_search(desk, query, filters, HOME, HOME)).values())

    soma = feed("Soma", Filters())
    assert any("Marek" in title or "Soma" in title for title in soma)
    assert all("Aurelia" not in title for title in soma)
    every = feed("", Filters(source="The Selm Courier"))
    assert any("Aurelia" in title for title in every)
    assert any("Bakers" in title for title in every)
    assert feed("zeppelin", Filters()) == []
    with pytest.raises(QueryError):
        feed('"ferry', Filters())
    # Of a story, what the articles tell that are found, and not what the others do.
    desk.archive.add([article(*LATER)], story="1")
    (arrested,) = feed("arrested", Filters())
    assert "arrested on Thursday" in arrested


def test_each_search_has_a_feed_of_its_own(desk: Desk) -> None:
    told = [("ferry", Filters()), ("Soma", Filters()), ("ferry", Filters(place="Port Selm"))]
    ids = {ET.fromstring(feed_of_search(desk, *one, HOME, HOME)).findtext(f"{ATOM}id") for one in told}
    assert len(ids) == 3
    titles = [ET.fromstring(feed_of_search(desk, *one, HOME, HOME)).findtext(f"{ATOM}title") for one in told]
    assert titles == ["Dateline: ferry", "Dateline: Soma", "Dateline: ferry, place Port Selm"]


def test_a_feed_reaches_back_so_far_and_no_farther(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = entries(feed_of_story(desk, 1, HOME, HOME))
    monkeypatch.setattr(feeds, "ENTRIES", 2)
    assert list(entries(feed_of_story(desk, 1, HOME, HOME))) == list(whole)[:2]
