from pathlib import Path

import pytest

from dateline import OptionError
from dateline.archive import open as open_archive
from dateline.archive.archive import Archive


def test_a_search_is_found_by_its_name_and_gives_way_to_one_of_the_same(archive: Archive) -> None:
    archive.saved.save("  What is\n planned ", "/stories/1?status=scheduled", "ada")
    first = archive.saved.save("Ferry", "/search?query=ferry", "ada")
    later = archive.saved.save("Ferry", "/search?query=ferries", "bo")
    assert [(one.name, one.address, one.by) for one in archive.saved.all()] == [
        ("Ferry", "/search?query=ferries", "bo"),
        ("What is planned", "/stories/1?status=scheduled", "ada"),
    ]
    assert later.at == archive.now()
    with pytest.raises(OptionError, match=f"no saved search {first.id + 99}"):
        archive.saved.forget(first.id + 99)
    archive.saved.forget(later.id)
    assert [one.name for one in archive.saved.all()] == ["What is planned"]


@pytest.mark.parametrize("name", ["", "  ", "x" * 101])
def test_a_name_that_is_none(archive: Archive, name: str) -> None:
    with pytest.raises(OptionError, match="1 to 100 characters"):
        archive.saved.save(name, "/search?query=ferry", "ada")
    assert archive.saved.all() == []


def test_they_go_out_and_back_with_the_archive(archive: Archive, tmp_path: Path) -> None:
    archive.saved.save("Ferry", "/search?query=ferry", "ada")
    with open_archive(tmp_path / "other.db") as other:
        other.restore(list(archive.export()))
        assert other.saved.all() == archive.saved.all()
