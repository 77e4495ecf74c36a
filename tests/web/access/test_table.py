from fastapi import FastAPI
from starlette.routing import Mount

from dateline.archive.archive import Archive
from dateline.web.access.roles import Role
from dateline.web.access.table import TABLE, rule_of
from dateline.web.app import app
from dateline.web.settings import Settings


def routes_of(application: FastAPI) -> set[str]:
    """Every route of the application, as the table has it."""
    found = set()
    for route in application.router.routes:
        path = getattr(route, "path", None)
        assert path is not None, f"{route} is hidden from the guard: extend the routes, do not include the router"
        if isinstance(route, Mount):
            found.add(f"MOUNT {path}")
            continue
        methods = set(getattr(route, "methods", ())) - {"HEAD"}
        for line in (f"{method} {path}" for method in methods):
            found.add(line if line in TABLE else line.removesuffix(".json"))
    return found


def test_every_route_is_in_the_table_and_every_line_of_it_is_a_route(archive: Archive) -> None:
    assert routes_of(app(archive, Settings())) == set(TABLE)


def test_what_changes_something_needs_more_than_reading() -> None:
    without = {"POST /login", "POST /logout"}
    changing = {line: rule for line, rule in TABLE.items() if line.split()[0] not in ("GET", "MOUNT")}
    assert [line for line, rule in changing.items() if line not in without and not rule.role.may(Role.READ)] == []


def test_a_twin_needs_what_its_page_needs() -> None:
    assert rule_of("GET", "/stories.json") == rule_of("HEAD", "/stories") == TABLE["GET /stories"]


def test_what_is_not_in_the_table_has_no_rule() -> None:
    assert rule_of("GET", "/elsewhere") is None
    assert rule_of("DELETE", "/stories") is None
