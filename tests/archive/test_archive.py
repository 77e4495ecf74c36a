from collections.abc import Callable
from dataclasses import replace

import pytest

from dateline import OptionError, UnknownStory
from dateline.archive import open as open_archive
from dateline.archive.archive import Archive
from dateline.model import Article

Members = Callable[[Archive], set[tuple[str, ...]]]


def test_a_person_joins_splits_moves_and_entitles(archive: Archive, pile: list[Article], members: Members) -> None:
    archive.add(pile)
    new = archive.split(["f3"], by="ada")
    assert members(archive) == {("f1", "f2"), ("f3",), ("s1", "s2"), ("b1",)}
    assert archive.join(1, new, by="ada") == 1
    assert archive.story(new).id == 1
    archive.move("b1", 1, by="ada")
    assert ("f1", "f2", "b1", "f3") in members(archive)
    archive.entitle(1, "The Aurelia", by="ada")
    archive.add([replace(pile[0], id="f9", text=pile[0].text + " It was the third ferry to sink.")])
    assert archive.story(1).noun.title == "The Aurelia"
    assert archive.check().broken == ()


def test_what_a_person_split_is_not_joined_again(archive: Archive, pile: list[Article], members: Members) -> None:
    archive.add(pile)
    archive.split(["f3"], by="ada")
    archive.add([replace(pile[0], id="x", text="Apples are cheap this year, growers in Tolm say.", title="Apples")])
    assert ("f3",) in members(archive)


def test_an_unknown_story_is_told(archive: Archive) -> None:
    with pytest.raises(UnknownStory, match="no story '7'"):
        archive.story("7")
    with pytest.raises(OptionError, match="no article nobody"):
        archive.split(["nobody"])


def test_two_open_archives_see_each_other(where: str, pile: list[Article], members: Members) -> None:
    with open_archive(where) as one, open_archive(where) as other:
        for number, article in enumerate(pile):
            (one, other)[number % 2].add([article])
        assert members(one) == members(other) == {("f1", "f2", "f3"), ("s1", "s2"), ("b1",)}
