import pytest

from dateline.entities.runs import pieces
from dateline.languages import named

ENGLISH = named("en")


@pytest.mark.parametrize(
    ("run", "names"),
    [
        ("Corvan Chief Executive Tor Lund", ["Corvan", "Tor Lund"]),
        ("Moscow and Pyongyang", ["Moscow", "Pyongyang"]),
        ("Securities and Exchange Commission", ["Securities and Exchange Commission"]),
        ("Marta Lindqvist of the Baltic Institute", ["Marta Lindqvist", "Baltic Institute"]),
        ("Bank of England", ["Bank of England"]),
        ("Thursday Ada Quill", ["Ada Quill"]),
        ("London-based Norden Steel", ["London", "Norden Steel"]),
    ],
)
def test_a_run_of_capitals_is_parted_into_its_names(run: str, names: list[str]) -> None:
    assert [" ".join(piece.words) for piece in pieces(ENGLISH, run)] == names


def test_rank_and_country_before_a_name_are_told_with_it() -> None:
    (akende,) = pieces(ENGLISH, "U.S. President Lorne Akende")
    assert (" ".join(akende.words), akende.country, akende.title) == ("Lorne Akende", "United States", "President")


def test_each_name_stands_where_its_first_word_does() -> None:
    first, second = pieces(ENGLISH, "Corvan Chief Executive Tor Lund")
    assert (first.first, second.first) == (0, 3)
