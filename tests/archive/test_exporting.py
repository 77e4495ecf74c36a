import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from dateline import MalformedArticle, OptionError, Request
from dateline.archive import open as open_archive
from dateline.archive.archive import Archive
from dateline.model import Article

Members = Callable[[Archive], set[tuple[str, ...]]]


def test_what_was_written_is_taken_back_to_the_same_archive(
    archive: Archive, pile: list[Article], tmp_path: Path
) -> None:
    archive.add(pile)
    archive.add(
        [
            replace(
                pile[0],
                text=pile[0].text + " A child is missing.",
                updated=dt.datetime(2023, 10, 14, 20, tzinfo=dt.UTC),
            )
        ]
    )
    archive.split(["f3"], by="ada")
    archive.entitle(1, "The Aurelia", by="ada")
    archive.story(1).changes_for("ada", Request(parse=False))
    lines = list(archive.export())
    with open_archive(tmp_path / "other.db") as other:
        assert other.restore(lines) == 6
        assert list(other.export()) == lines
        assert other.stories() == archive.stories()
        assert other.search("child").total == 1
        assert other.check().mended == ()
        later = replace(pile[0], id="later", text="Apples are cheap in Tolm this year, growers say.", title="Apples")
        assert (other.add([later]).new, archive.add([later]).new) == (1, 1)
        assert {s.articles for s in other.stories()} == {s.articles for s in archive.stories()}


def test_it_is_taken_back_into_an_empty_archive_alone(archive: Archive, pile: list[Article]) -> None:
    archive.add(pile)
    with pytest.raises(OptionError, match="empty archive"):
        archive.restore(list(archive.export()))


@pytest.mark.parametrize("lines", [["{"], ['{"text": "x"}'], ['{"archive_of": "dateline", "form": 1}\n', "[]"]])
def test_a_line_that_is_none_of_an_export_is_named(archive: Archive, lines: list[str]) -> None:
    with pytest.raises(MalformedArticle, match=f"here:{len(lines)}"):
        archive.restore(lines, "here")
    assert archive.stories() == []
