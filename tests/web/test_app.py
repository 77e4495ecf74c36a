import json

from browsing import Browser


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
