import json
from typing import Any

import pytest

from browsing import Browser
from dateline.archive.archive import Archive
from dateline.web.app import app
from dateline.web.settings import Settings


def test_a_page_and_its_twin_tell_the_same(browser: Browser) -> None:
    told = browser.get("/stories.json").json()
    page = browser.get("/stories").text
    assert len(told["stories"]) == 3
    assert [one["story"]["title"] for one in told["stories"] if one["story"]["title"] not in page] == []


def test_the_twin_is_given_to_who_takes_json_and_no_page(browser: Browser) -> None:
    asked = browser.get("/stories", headers={"accept": "application/json"})
    assert json.loads(asked.text) == browser.get("/stories.json").json()
    assert browser.get("/stories", headers={"accept": "text/html, application/json"}).text.startswith("<!doctype html>")


def test_what_goes_wrong_has_the_shape_of_its_asker(browser: Browser) -> None:
    assert "<h1>There is no such page.</h1>" in browser.get("/elsewhere").text
    assert set(browser.get("/elsewhere.json").json()["error"]) == {"code", "message", "hint", "at"}


def test_the_twin_is_not_sent_to_who_has_it(browser: Browser) -> None:
    for address in ("/stories.json", "/stories/1.json", "/search.json?query=ferry"):
        first = browser.get(address)
        again = browser.get(address, headers={"if-none-match": first.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")


def test_a_page_can_be_asked_for_by_its_head_alone(browser: Browser) -> None:
    assert browser.ask("HEAD", "/stories/1").status_code == 200


def test_what_is_asked_for_is_told_to_no_exporter_that_the_surroundings_name(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    trace: Any = pytest.importorskip("opentelemetry.trace")
    asked: list[str] = []

    class Exporting(trace.TracerProvider):  # type: ignore[misc]
        def get_tracer(self, name: str, *_: object, **__: object) -> Any:
            asked.append(name)
            return trace.NoOpTracer()

    monkeypatch.setenv("FASTAPI_OTEL_AUTO_CONFIGURE", "true")
    monkeypatch.setattr(trace, "get_tracer_provider", Exporting)
    with Browser(app(archive, Settings(parse=False))) as browser:
        assert browser.get("/search?query=whistleblower").status_code == 200
    assert asked == []
