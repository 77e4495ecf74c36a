import pytest

from dateline import OptionError
from dateline.web.settings import Settings


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.2", "::1", "localhost"])
def test_alone_on_this_machine_nobody_logs_in(host: str) -> None:
    assert Settings(host=host).alone


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5", "::", "news.example"])
def test_an_address_that_others_reach_needs_people(host: str) -> None:
    with pytest.raises(OptionError, match="--users FILE"):
        Settings(host=host)
    assert not Settings(host=host, proxy_header="X-Remote-User").alone


@pytest.mark.parametrize(
    ("settings", "home"),
    [
        (Settings(), "http://127.0.0.1:8017"),
        (Settings(host="::1", port=80), "http://[::1]:80"),
        (Settings(names=("news.example", "other.example"), port=9000), "http://news.example:9000"),
        (Settings(names=("news.example",), https=True), "https://news.example"),
    ],
)
def test_addresses_that_are_kept_begin_with_the_name_browsers_use(settings: Settings, home: str) -> None:
    assert settings.home == home
