from pathlib import Path

import pytest

from dateline import languages
from dateline.readers.headers import agency_of, dateline_of, headers

TOY = Path(__file__).parents[1] / "languages" / "qlo"


def test_labels_are_known_in_small_letters_by_the_field_they_fill() -> None:
    assert (headers().labels["published"], headers().labels["source"]) == ("published", "source")
    assert all(label == label.lower() for label in headers().labels)


@pytest.mark.parametrize(
    "words", ["2021-03-04", "20210304", "March 4, 2021", "4 March 2021", "the 4th of March, 2021", "04.03.2021"]
)
def test_a_full_date_has_day_month_and_year(words: str) -> None:
    assert headers().full_date.search(words)


@pytest.mark.parametrize("words", ["March 2021", "March 4", "4 March", "1234-56"])
def test_a_date_without_one_of_them_is_none(words: str) -> None:
    assert not headers().full_date.search(words)


def test_datelines_and_agencies_are_those_of_any_language() -> None:
    found = dateline_of("SKARN, March 4 (Reuters) - The ferry sank.")
    assert found is not None
    assert (found.place, found.agency) == ("SKARN", "Reuters")
    assert agency_of("reuters") == "Reuters"
    assert agency_of("Ada Quill") is None


def test_a_language_that_is_added_brings_its_labels() -> None:
    before = set(headers().labels)
    languages.add("qlo", TOY)
    try:
        assert set(headers().labels) > before
    finally:
        languages.remove("qlo")
    assert set(headers().labels) == before
