import io

import pytest

from dateline.errors import UnreadableInput
from dateline.readers import read, sources
from dateline.readers.sources import Budget, Source, check_ratio, library


def source(data: bytes = b"", name: str = "pile.zip") -> Source:
    return Source(name, io.BufferedReader(io.BytesIO(data)), [])


def test_a_library_that_is_missing_is_named_with_what_brings_it() -> None:
    given = source(name="a.pdf")
    given.kind = "a PDF document"
    with pytest.raises(
        UnreadableInput, match=r"a PDF document, and nowhere_at_all, which reads it, is not installed"
    ) as caught:
        library("nowhere_at_all.part", given)
    assert "dateline[formats]" in caught.value.remedy


def test_the_limits_of_an_archive_hold_for_all_its_members_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "MEMBER_LIMIT", 2)
    monkeypatch.setattr(sources, "UNPACKED_LIMIT", 100)
    budget = Budget()
    budget.member("a")
    budget.member("a")
    with pytest.raises(UnreadableInput, match="more than 2 files"):
        budget.member("a")
    budget.take(100, "a")
    with pytest.raises(UnreadableInput, match="unpacks to more than"):
        budget.take(1, "a")


def test_a_short_file_of_blanks_is_no_bomb() -> None:
    check_ratio(10, 9_000_000, "a")
    with pytest.raises(UnreadableInput, match="zip bomb"):
        check_ratio(10_000, 11_000_000, "a")


def test_an_address_is_not_read() -> None:
    (problem,) = read("https://meridian.example/1").problems
    assert "dateline fetch" in problem.remedy
