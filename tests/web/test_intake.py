from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.archive.archive import Archive
from dateline.web.answers import Stage
from dateline.web.desk import Desk
from dateline.web.intake import Intakes, pasted, safe_name, uploaded
from dateline.web.settings import Settings


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("a.txt", "a.txt"),
        ("wire/a.txt", "wire/a.txt"),
        ("../../etc/passwd", "etc/passwd"),
        ("/etc/passwd", "etc/passwd"),
        ("C:\\news\\a.txt", "C_/news/a.txt"),
        ("..", "file-3"),
        ("", "file-3"),
        (".hidden.txt", "hidden.txt"),
        ("a\x00b\n.txt", "a_b_.txt"),
    ],
)
def test_a_name_leads_nowhere_but_into_our_folder(name: str, kept: str) -> None:
    assert safe_name(name, 3) == PurePosixPath(kept)


@given(st.text(max_size=300))
def test_whatever_a_file_is_called(name: str) -> None:
    made = safe_name(name, 0)
    assert not made.is_absolute()
    assert ".." not in made.parts
    assert "\x00" not in str(made)


def test_two_files_of_one_name_are_both_kept(tmp_path: Path) -> None:
    uploaded([("a.txt", b"1"), ("../a.txt", b"2")])(tmp_path)
    assert sorted(path.read_bytes() for path in tmp_path.iterdir()) == [b"1", b"2"]


def test_whatever_goes_wrong_the_account_ends_and_says_why(archive: Archive) -> None:
    intakes = Intakes(Desk(archive, Settings(parse=False)))

    def bring(_: Path) -> list[Exception]:
        raise OSError("disk full")

    identity = intakes.begin("a file", bring, "ada")  # type: ignore[arg-type]
    intakes.close()
    told = intakes.of(identity)
    assert told
    assert told.stage is Stage.DONE
    assert told.left_out[0].problem == "Dateline met a fault of its own."


def test_one_text_pasted_twice_is_known(archive: Archive) -> None:
    intakes = Intakes(Desk(archive, Settings(parse=False)))
    bring = pasted("Date: 2023-10-21\n\nA fire broke out in Tolm on Saturday.", "Fire", "Courier", "", None)
    ids = [intakes.begin("a text", bring, "ada") for _ in range(2)]
    intakes.close()
    told = [intakes.of(identity) for identity in ids]
    assert [one.articles[0].became for one in told if one and one.articles] == ["new", "known"]


def test_only_so_many_accounts_are_kept(archive: Archive) -> None:
    intakes = Intakes(Desk(archive, Settings(parse=False)))
    ids = [intakes.begin("nothing", lambda folder: (), "ada") for _ in range(101)]
    intakes.close()
    assert intakes.of(ids[0]) is None
    assert intakes.of(ids[-1])
