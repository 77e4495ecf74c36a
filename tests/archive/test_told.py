import datetime as dt
from collections.abc import Sequence

import pytest
from sqlalchemy import Engine

from dateline import Request
from dateline.archive import told
from dateline.archive.archive import Archive
from dateline.archive.readings import Version, readings
from dateline.errors import NothingToRead
from dateline.model import Article
from dateline.pipeline import timeline_of
from dateline.reading.article import ArticleReading

SURFACE = Request(parse=False, title="The ferry")


def ferry(pile: list[Article]) -> list[Article]:
    return [article for article in pile if article.id.startswith("f")]


def test_a_story_that_grew_is_told_as_from_scratch(archive: Archive, pile: list[Article]) -> None:
    own = ferry(pile)
    for number in range(1, len(own) + 1):
        archive.add(own[number - 1 : number], story="the ferry")
        assert archive.story("the ferry").timeline(SURFACE) == timeline_of(own[:number], SURFACE)


def test_an_article_that_was_there_is_not_read_again(
    archive: Archive, pile: list[Article], monkeypatch: pytest.MonkeyPatch
) -> None:
    unpacked: list[int] = []

    def counted(engine: Engine, rows: Sequence[Version]) -> list[ArticleReading]:
        unpacked.append(len(rows))
        return readings(engine, rows)

    monkeypatch.setattr(told, "readings", counted)
    own = ferry(pile)
    archive.add(own[:2], story="the ferry")
    archive.story("the ferry").timeline(SURFACE)
    archive.add(own[2:3], story="the ferry")
    archive.story("the ferry").timeline(SURFACE)
    assert unpacked == [2, 1]


def test_a_newer_version_takes_the_place_of_what_was_told(archive: Archive, pile: list[Article]) -> None:
    import dataclasses

    own = ferry(pile)
    archive.add(own, story="the ferry")
    archive.story("the ferry").timeline(SURFACE)
    newer = dataclasses.replace(
        own[0], text=f"{own[0].text} It was raised on 2 May 2024.", updated=dt.datetime(2024, 5, 3, tzinfo=dt.UTC)
    )
    archive.add([newer], story="the ferry")
    assert archive.story("the ferry").timeline(SURFACE) == timeline_of([*own, newer], SURFACE)
    early = Request(parse=False, title="The ferry", as_of=max(a.available for a in own if a.available))
    assert archive.story("the ferry").timeline(early) == timeline_of(own, early)


def test_the_story_that_was_asked_for_longest_ago_is_let_go(
    archive: Archive, pile: list[Article], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(told, "_ARTICLES", 1)
    archive.add(pile)
    first = archive.story(1).timeline(SURFACE)
    archive.story(2).timeline(SURFACE)
    assert len(archive._told._stories) == 1
    assert archive.story(1).timeline(SURFACE) == first


def test_a_moment_before_all_articles_has_nothing_to_read(archive: Archive, pile: list[Article]) -> None:
    archive.add(pile)
    with pytest.raises(NothingToRead):
        archive.story(1).timeline(Request(parse=False, as_of=dt.date(1999, 1, 1)))
