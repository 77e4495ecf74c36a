import pytest

from dateline.web.access.hosts import is_ours, is_same_origin
from dateline.web.settings import Settings

ALONE = Settings()
OPEN = Settings(host="0.0.0.0", names=("news.example",), proxy_header="X-Remote-User")


@pytest.mark.parametrize("host", ["127.0.0.1:8017", "localhost:8017", "LOCALHOST", "[::1]:8017", "127.0.0.2"])
def test_this_machine_is_ours(host: str) -> None:
    assert is_ours(host, ALONE)


@pytest.mark.parametrize(
    "host",
    [
        "",
        "evil.example:8017",
        "evil.example@127.0.0.1",
        "127.0.0.1.evil.example",
        "192.168.1.5:8017",
        "[",
        "localhost.evil",
    ],
)
def test_a_name_that_was_made_to_point_here_is_not(host: str) -> None:
    assert not is_ours(host, ALONE)


def test_an_open_server_answers_to_its_names_and_to_addresses_in_figures() -> None:
    assert is_ours("news.example", OPEN)
    assert is_ours("192.168.1.5:8017", OPEN)
    assert not is_ours("evil.example", OPEN)


@pytest.mark.parametrize(
    ("origin", "fetched_from", "ours"),
    [
        (None, None, True),
        ("http://127.0.0.1:8017", "same-origin", True),
        (None, "none", True),
        ("http://127.0.0.1:9999", "same-site", False),
        ("http://127.0.0.1:9999", None, False),
        ("https://evil.example", None, False),
        ("null", None, False),
        ("file://127.0.0.1:8017", None, False),
        (None, "cross-site", False),
        ("http://[", None, False),
    ],
)
def test_what_changes_something_comes_from_a_page_of_ours(
    origin: str | None, fetched_from: str | None, ours: bool
) -> None:
    assert is_same_origin("127.0.0.1:8017", origin, fetched_from) is ours
