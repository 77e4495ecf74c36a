import pytest

from dateline.languages import named
from dateline.timeline.describe.outlet_names import is_address, key, keys, short_keys

ENGLISH = named("en")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("www.skarnpost.example.com", "skarnpost.example.com"),
        ("The Skarn Post", "Skarn Post"),
        ("https://www.theharbour.com/news/1", "The Harbour"),
        ("www.lindowecho.co.uk", "Lindow Echo"),
        ("edition.aarwire.com", "Aar Wire"),
    ],
)
def test_an_outlet_and_its_site_have_one_key(one: str, other: str) -> None:
    assert key(ENGLISH, one) == key(ENGLISH, other)


def test_who_writes_on_a_host_for_all_is_his_own_outlet() -> None:
    assert key(ENGLISH, "varga.blogspot.com") != key(ENGLISH, "brandl.blogspot.com")


@pytest.mark.parametrize(
    ("written", "plain"),
    [("Lindow News", "Lindow"), ("Norden Press Agency (NPA)", "NPA"), ("South Korea's Hanul news agency", "Hanul")],
)
def test_what_is_added_to_a_name_may_be_left_out(written: str, plain: str) -> None:
    assert key(ENGLISH, plain) in keys(ENGLISH, written)


@pytest.mark.parametrize(
    ("name", "short"), [("Norden Press Agency", "npa"), ("The Norden Times", "ntimes"), ("Skarn Post", "spost")]
)
def test_a_name_may_be_called_for_short(name: str, short: str) -> None:
    assert short in short_keys(ENGLISH, name)


def test_one_word_is_not_shortened() -> None:
    assert short_keys(ENGLISH, "Kommersant") == ()


@pytest.mark.parametrize(("name", "expected"), [("skarnpost.com", True), ("Skarn Post", False), ("No. 10", False)])
def test_a_site_is_told_from_a_name(name: str, expected: bool) -> None:
    assert is_address(name) is expected
