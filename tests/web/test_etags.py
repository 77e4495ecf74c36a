import pytest
from starlette.requests import Request
from starlette.responses import Response

from dateline.web.etags import knows, tagged


def asked(**headers: str) -> Response:
    sent = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return tagged(Request({"type": "http", "headers": sent}), "Grüße", "text/plain", {"x-more": "1"})


def test_what_is_known_is_not_sent_again() -> None:
    first = asked()
    assert (first.status_code, first.body) == (200, "Grüße".encode())
    again = asked(if_none_match=first.headers["etag"])
    assert (again.status_code, again.body) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    assert first.headers["x-more"] == "1"
    assert asked(if_none_match='"another"').status_code == 200


@pytest.mark.parametrize(
    ("named", "is_known"),
    [(None, False), ("", False), ('"a"', True), ('W/"a"', True), ('"b", W/"a"', True), ("*", True), ('"b"', False)],
)
def test_a_tag_is_named_alone_among_others_or_by_a_star(named: str | None, is_known: bool) -> None:
    assert knows(named, '"a"') is is_known
