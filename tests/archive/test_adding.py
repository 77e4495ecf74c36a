import datetime as dt
import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import update

from dateline import Request, UnknownLanguage
from dateline.archive import adding
from dateline.archive import open as open_archive
from dateline.archive.adding import Added, Became
from dateline.archive.archive import Archive
from dateline.archive.database.schema import articles, stories
from dateline.model import Article
from sample_stories import BAKERY, FERRY, SUMMIT, SUMMIT_LATER, article
from stream import article as made
from stream import made_up

Members = Callable[[Archive], set[tuple[str, ...]]]
STORIES = {("f1", "f2", "f3"), ("s1", "s2"), ("b1",)}


def test_articles_are_kept_and_put_to_the_stories_they_tell(
    archive: Archive, pile: list[Article], members: Members
) -> None:
    told: list[Added] = []
    added = archive.add(pile, told_of=told.append)
    assert (added.new, added.versions, added.known, added.left_out) == (6, 0, 0, ())
    assert members(archive) == STORIES
    assert [one.article for one in told] == [article.id for article in pile]
    assert archive.article("f1") == [pile[0]]


def test_adding_again_adds_nothing(archive: Archive, pile: list[Article], members: Members) -> None:
    archive.add(pile)
    added = archive.add([*pile, *pile])
    assert (added.new, added.known) == (0, 12)
    assert members(archive) == STORIES


def test_one_at_a_time_is_the_same_as_all_at_once(where: str, pile: list[Article], members: Members) -> None:
    for one in pile:
        with open_archive(where) as archive:
            archive.add([one])
    with open_archive(where) as archive:
        assert members(archive) == STORIES
        assert archive.check().mended == ()


def test_a_shuffled_pile_makes_the_stories_of_the_sorted_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adding, "_BATCH", 10)
    told = [replace(made(row), published=dt.date(2023, 1, 1 + at // 4)) for at, row in enumerate(made_up(60))]
    told[7] = replace(told[7], published=None)
    mixed = random.Random(1).sample(told, len(told))
    found = []
    for name, given in (("sorted.db", told), ("mixed.db", mixed)):
        with open_archive(tmp_path / name) as archive:
            archive.add(given, processes=1)
            found.append({story.id: (story.title, story.articles) for story in archive.stories()})
    assert found[0] == found[1]


def taken_for_one(where: str, by: str) -> None:
    """All articles in story 1, as if they had been put there on what was known at first."""
    with open_archive(where) as archive, archive._engine.begin() as connection:
        connection.execute(update(articles).values(story=1, placed_by=by))
        connection.execute(update(stories).where(stories.c.id != 1).values(alive=False))
        connection.execute(update(stories).where(stories.c.id == 1).values(profile=None))
    with open_archive(where) as archive:
        archive.check()


def test_a_story_that_falls_apart_is_divided_and_keeps_its_id(where: str, members: Members) -> None:
    told = sorted((*FERRY, *SUMMIT, *SUMMIT_LATER), key=lambda one: one[1:2] + one[:1])
    with open_archive(where) as archive:
        archive.add([article(*one) for one in told])
    taken_for_one(where, "machine")
    with open_archive(where) as archive:
        assert members(archive) == {("f1", "s1", "f2", "s2", "f3", "s3")}
        archive.story(1).timeline(Request(parse=False))
        added = archive.add([article(*BAKERY[0])])
        assert members(archive) == {("f1", "f2", "f3"), ("s1", "s2", "s3"), ("b1",)}
        assert [whole for whole, _ in added.parted] == [1]
        assert archive.story(1).noun.articles == ("f1", "f2", "f3")
        assert archive.story(added.parted[0][1]).noun.title == "Varland and Ostria sign treaty on the Soma"
        assert archive.search("treaty").entries == ()
        assert archive.add([article("f9", "2023-10-21", *FERRY[2][2:])]).parted == ()
        assert archive.check().mended == ()


def test_stories_are_looked_at_with_each_batch(where: str, members: Members, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adding, "_BATCH", 1)
    with open_archive(where) as archive:
        archive.add([article(*one) for one in sorted((*FERRY, *SUMMIT, *SUMMIT_LATER), key=lambda one: one[1])])
    taken_for_one(where, "machine")

    def end(one: Added) -> None:
        raise KeyboardInterrupt(one.article)

    with open_archive(where) as archive:
        with pytest.raises(KeyboardInterrupt, match="b1"):
            archive.add([article(*BAKERY[0]), article("b2", *BAKERY[0][1:3], BAKERY[0][3][:200])], told_of=end)
        assert members(archive) == {("f1", "f2", "f3"), ("s1", "s2", "s3"), ("b1",)}


def test_what_a_person_filed_together_stays_together(where: str, members: Members) -> None:
    with open_archive(where) as archive:
        archive.add([article(*one) for one in (*FERRY, *SUMMIT, *SUMMIT_LATER)])
    taken_for_one(where, "ada")
    with open_archive(where) as archive:
        assert archive.add([article(*BAKERY[0])]).parted == ()
        assert len(members(archive)) == 2


def test_a_newer_version_replaces_and_the_older_stays(archive: Archive, pile: list[Article]) -> None:
    archive.add(pile)
    newer = replace(
        pile[0], text=pile[0].text + " A child is missing.", updated=dt.datetime(2023, 10, 14, 20, tzinfo=dt.UTC)
    )
    added = archive.add([newer])
    assert (added.new, added.versions) == (0, 1)
    assert archive.article("f1") == [pile[0], newer]
    assert archive.search("child").total == 1
    assert len(archive.story(1).noun.articles) == 3


def test_an_older_version_that_comes_late_is_put_on_record(archive: Archive, pile: list[Article]) -> None:
    newer = replace(pile[0], text="The ferry Aurelia sank.", updated=dt.datetime(2023, 10, 14, 20, tzinfo=dt.UTC))
    archive.add([newer])
    assert archive.add([pile[0]]).versions == 1
    assert archive.search("fishermen").total == 0


def test_the_whole_text_takes_the_place_of_a_teaser(archive: Archive, pile: list[Article]) -> None:
    archive.add([replace(pile[0], text="The ferry Aurelia sank off Port Selm.", excerpt=True)])
    assert archive.add([pile[0]]).versions == 1
    assert archive.search("fishermen").total == 1


def test_two_texts_of_one_id_of_which_none_is_newer_are_not_mixed_up(archive: Archive, pile: list[Article]) -> None:
    archive.add(pile)
    added = archive.add([replace(pile[0], text="Something else altogether.")])
    assert [type(problem).__name__ for problem in added.left_out] == ["DuplicateArticle"]
    assert archive.article("f1") == [pile[0]]


def test_a_file_of_the_same_name_by_another_outlet_is_another_article(archive: Archive, pile: list[Article]) -> None:
    archive.add(pile)
    other = replace(pile[0], source="Ostria Today", text="Apples are cheap this year, growers say.")
    assert archive.add([other]).new == 1
    assert len(archive.article("f1")) == 1


def test_an_old_article_that_comes_again_under_a_new_id_is_known(archive: Archive, pile: list[Article]) -> None:
    archive.add(pile)
    assert archive.add([replace(pile[0], id="other-id")]).known == 1


def test_a_person_files_articles_under_a_name(archive: Archive, pile: list[Article], members: Members) -> None:
    archive.add(pile[:1])
    archive.add([article(*FERRY[1])], story="My harbour", by="ada")
    assert {story.title: story.articles for story in archive.stories()}["My harbour"] == ("f2",)
    archive.add([article(*FERRY[2])], story="My harbour", by="ada")
    assert members(archive) == {("f1",), ("f2", "f3")}
    assert (archive.why("f2") or {})["placed_by"] == "ada"


def test_an_article_in_another_language_is_kept_and_searched(archive: Archive) -> None:
    told = "El barco se hundió el sábado frente al puerto, dijo la guardia costera, y los buzos buscan a los pasajeros."
    spanish = Article(id="es", text=told, published=dt.date(2023, 10, 15), language="es")
    assert archive.add([spanish]).new == 1
    assert archive.search("buzos").articles[0].story is None


def test_a_fault_costs_one_article(archive: Archive, pile: list[Article], monkeypatch: pytest.MonkeyPatch) -> None:
    from dateline.archive import kept
    from dateline.reading.article import read_article as whole

    def fails(article: Article) -> object:
        if article.id == "s1":
            raise ZeroDivisionError
        return whole(article)

    monkeypatch.setattr(kept, "read_article", fails)
    added = archive.add(pile)
    assert (added.new, len(added.left_out)) == (5, 1)
    monkeypatch.undo()
    assert archive.add(pile).new == 1


def test_what_was_not_told_of_is_not_there_when_a_batch_fails(
    archive: Archive, pile: list[Article], monkeypatch: pytest.MonkeyPatch, members: Members
) -> None:
    from dateline.archive import filing

    def fails(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(filing.Filing, "keep", fails)
    told: list[Added] = []
    with pytest.raises(KeyboardInterrupt):
        archive.add(pile, told_of=told.append)
    assert told == []
    monkeypatch.undo()
    assert archive.stories() == []
    archive.add(pile)
    assert members(archive) == STORIES


def test_became_says_what_is_printed() -> None:
    assert [str(one) for one in Became] == ["new", "version", "known", "left out"]
    assert issubclass(UnknownLanguage, Exception)
