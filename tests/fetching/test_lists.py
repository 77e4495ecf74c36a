from pathlib import Path

import pytest

from dateline.errors import OptionError
from dateline.fetching.lists import addresses


def test_addresses_and_files_of_them_give_each_address_once(tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text("# to fetch\nhttps://a.example/1\n\nhttps://a.example/2\n", "utf-8")
    assert addresses(["https://a.example/2", str(tmp_path / "list.txt")]) == [
        "https://a.example/2",
        "https://a.example/1",
    ]


def test_a_table_gives_its_column_of_addresses(tmp_path: Path) -> None:
    rows = 'id,title,url,publish_date\n1,"Talks, at last",https://a.example/1,2026-03-04\n2,Strike,,2026-03-05\n'
    (tmp_path / "stories.csv").write_text(rows, "utf-8")
    assert addresses([str(tmp_path / "stories.csv")]) == ["https://a.example/1"]


@pytest.mark.parametrize("given", ["ftp://a.example/1", "nowhere.txt", "empty.txt"])
def test_what_is_neither_is_refused(given: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty.txt").write_text("no address\n", "utf-8")
    with pytest.raises(OptionError):
        addresses([given])
