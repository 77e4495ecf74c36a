"""Chromium of the system, driven by Playwright, and a server for it; where there is none, tests say so."""

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from typing import Any

import pytest

from dateline.archive.archive import Archive
from dateline.web import serving
from dateline.web.app import app
from dateline.web.settings import Settings

PATH = shutil.which("chromium") or shutil.which("chromium-browser")
WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}

_MISSING = "NOT TESTED in a browser: Chromium is not installed: apt-get install chromium"
# What axe is asked for: WCAG 2.2 AA and what comes before it.
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@contextmanager
def chromium() -> Iterator[Any]:
    """A browser; the test that asks for one is left out with a notice where there is none."""
    if PATH is None:
        pytest.skip(_MISSING)
    sync_api = pytest.importorskip("playwright.sync_api", reason="NOT TESTED in a browser: Playwright is not installed")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=PATH, args=["--no-sandbox"])
        yield browser
        browser.close()


@contextmanager
def served(archive: Archive, **settings: Any) -> Iterator[str]:
    """The address at which an archive is served, by the server that `dateline serve` starts."""
    settings = {"parse": False, "owner": "ada", "port": 0, **settings}
    at = serving.listening(Settings(**settings))
    settings["port"] = at.getsockname()[1]
    ready, servers = threading.Event(), list[Any]()

    def begun(server: Any) -> None:
        servers.append(server)
        ready.set()

    thread = threading.Thread(target=serving.serve, args=(app(archive, Settings(**settings)), at, begun), daemon=True)
    thread.start()
    assert ready.wait(30)
    yield f"http://127.0.0.1:{settings['port']}"
    servers[0].should_exit = True
    thread.join(30)


def failings(page: Any) -> list[str]:
    """What axe finds against the page as it is shown: the rule, and where."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate((resources.files("axe_core_python") / "axe.min.js").read_text("utf-8"))
    found = page.evaluate("rules => axe.run(document, {runOnly: rules})", _RULES)
    return [f"{one['id']}: {node['html'][:160]}" for one in found["violations"] for node in one["nodes"]]
