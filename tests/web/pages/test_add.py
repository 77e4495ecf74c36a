import time
from typing import Any

import pytest

from browsing import Browser


def done(browser: Browser, address: str) -> dict[str, Any]:
    for _ in range(400):
        told: dict[str, Any] = browser.get(f"{address}.json").json()
        if told["stage"] == "done":
            return told
        time.sleep(0.02)
    raise AssertionError(told)


def test_a_text_is_pasted_and_told_in_its_story(browser: Browser) -> None:
    text = "The captain of the ferry Aurelia, Jonas Verrin, was charged in Port Selm on Friday, prosecutors said."
    fields = {
        "text": text,
        "title": "Captain charged",
        "source": "Selm Courier",
        "published": "2023-10-20",
        "story": "1",
    }
    answer = browser.send("/add", "/add/text", fields)
    assert answer.status_code == 303
    told = done(browser, answer.headers["location"])
    [taken] = told["articles"]
    assert (taken["became"], taken["story"], taken["source"], taken["lines"]) == ("new", 1, "Selm Courier", 1)
    assert "charged" in browser.get("/stories/1").text
    assert "Captain charged" in browser.get(answer.headers["location"]).text


def test_files_are_taken_and_what_is_left_out_is_told_with_the_reason(browser: Browser) -> None:
    page = browser.get("/add").text
    token = page.split('name="form_token" value="')[1].split('"')[0]
    files = [
        ("files", ("wire/one.txt", b"Date: 2023-10-21\n\nA fire broke out in Tolm on Saturday, the mayor said.")),
        ("files", ("wire/two.txt", b"No day at all")),
    ]
    answer = browser.ask("POST", "/add/files", data={"form_token": token}, files=files)
    told = done(browser, answer.headers["location"])
    assert [one["article"] for one in told["articles"]] == ["one.txt"]
    [left_out] = told["left_out"]
    assert left_out["where"] == "wire/two.txt"
    assert "publication date" in left_out["problem"]
    shown = browser.get(answer.headers["location"]).text
    assert "wire/two.txt" in shown
    assert "/tmp/" not in shown


def test_a_machine_of_a_private_network_is_not_asked(browser: Browser) -> None:
    answer = browser.send("/add", "/add/address", {"address": "http://127.0.0.1:8017/stories"})
    told = done(browser, answer.headers["location"])
    assert "private network" in told["left_out"][0]["problem"]


@pytest.mark.parametrize(
    ("address", "fields"),
    [
        ("/add/text", {"text": "  "}),
        ("/add/text", {"text": "x", "published": "soon"}),
        ("/add/address", {"address": ""}),
        ("/add/address", {"address": " ".join(["https://a.example"] * 51)}),
        ("/add/files", {}),
    ],
)
def test_a_form_that_cannot_be_meant_is_told(browser: Browser, address: str, fields: dict[str, str]) -> None:
    assert browser.send("/add", address, fields).status_code == 400


def test_an_account_that_is_not_there(browser: Browser) -> None:
    assert browser.get("/add/none").status_code == 404
