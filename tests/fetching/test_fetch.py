"""Fetching from a server on this machine, which only tests may reach."""

import gzip
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from dateline.errors import UnreachableAddress
from dateline.fetching import fetch as module
from dateline.fetching.fetch import Fetcher

HERE = "127.0.0.1"


class Handler(BaseHTTPRequestHandler):
    """A site with a page, redirects, and a page that never ends."""

    seen: list[tuple[str, str, str]]
    over: threading.Event

    def do_GET(self) -> None:
        type(self).seen.append((self.path, self.headers["Host"], self.headers["User-Agent"]))
        match self.path:
            case "/robots.txt":
                self.send(200, b"User-agent: *\nDisallow: /closed\n")
            case "/page":
                if self.headers.get("If-None-Match") == '"7"':
                    self.send(304)
                else:
                    self.send(200, b"<p>Talks began.</p>", ETag='"7"', **{"Content-Type": "text/html; charset=latin-1"})
            case "/packed":
                self.send(200, gzip.compress(b"<p>Talks began.</p>"), **{"Content-Encoding": "gzip"})
            case "/moved":
                self.send(301, Location="/page")
            case "/round":
                self.send(302, Location="/round")
            case "/inside":
                self.send(302, Location="http://10.0.0.1/secret")
            case "/metadata":
                self.send(302, Location="http://169.254.169.254/latest/meta-data/")
            case "/file":
                self.send(302, Location="file:///etc/passwd")
            case "/endless":
                self.send_response(200)
                self.end_headers()
                try:
                    while True:
                        self.wfile.write(b"x" * 64_000)
                except OSError:
                    pass
            case "/stalled":
                self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Never: ")
                self.wfile.flush()
                type(self).over.wait()
            case _:
                self.send(404)

    def send(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        pass


@pytest.fixture
def site() -> Iterator[str]:
    Handler.seen = []
    Handler.over = threading.Event()
    server = ThreadingHTTPServer((HERE, 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield f"http://meridian.example:{server.server_port}"
    Handler.over.set()
    server.shutdown()
    server.server_close()
    thread.join()


class Clock:
    """A clock that only moves when somebody waits, and a little at each look."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []

    def look(self) -> float:
        self.now += 0.001
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def resolve(host: str, port: int) -> list[str]:
    return {"meridian.example": [HERE]}.get(host, [host])


def fetcher(clock: Clock | None = None) -> Fetcher:
    clock = clock or Clock()
    return Fetcher(allowed=(HERE,), resolve=resolve, clock=clock.look, sleep=clock.sleep)


def test_a_page_comes_with_what_the_server_says_of_it(site: str) -> None:
    page = fetcher().fetch(f"{site}/page")
    assert (page.body, page.etag, page.type, page.charset) == (b"<p>Talks began.</p>", '"7"', "text/html", "latin-1")
    path, host, agent = Handler.seen[-1]
    assert (path, host) == ("/page", site.removeprefix("http://"))
    assert agent.startswith("Dateline/")


def test_a_page_that_has_not_changed_is_not_sent_again(site: str) -> None:
    assert fetcher().fetch(f"{site}/page", {"etag": '"7"'}).status == 304


def test_a_packed_page_is_unpacked(site: str) -> None:
    assert fetcher().fetch(f"{site}/packed").body == b"<p>Talks began.</p>"


def test_a_redirect_is_followed_to_where_it_leads(site: str) -> None:
    assert fetcher().fetch(f"{site}/moved").final == f"{site}/page"
    with pytest.raises(UnreachableAddress, match="redirects"):
        fetcher().fetch(f"{site}/round")


@pytest.mark.parametrize("path", ["inside", "metadata", "file"])
def test_a_redirect_to_a_private_machine_or_a_file_is_refused(site: str, path: str) -> None:
    with pytest.raises(UnreachableAddress):
        fetcher().fetch(f"{site}/{path}")


def test_without_the_allowance_of_tests_this_machine_is_closed(site: str) -> None:
    with pytest.raises(UnreachableAddress, match="private network"):
        Fetcher(resolve=resolve).fetch(f"{site}/page")
    assert Handler.seen == []


def test_a_page_that_never_ends_is_cut_off(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SIZE_LIMIT", 1_000_000)
    with pytest.raises(UnreachableAddress, match="longer than"):
        fetcher().fetch(f"{site}/endless")


def test_and_so_is_one_that_takes_too_long(site: str) -> None:
    slow = fetcher()
    slow.time_limit = 0.01
    with pytest.raises(UnreachableAddress, match="takes longer than"):
        slow.fetch(f"{site}/endless")


def test_and_one_that_stops_in_the_middle_of_its_headers(site: str) -> None:
    ours = fetcher()
    ours.fetch(f"{site}/page")
    ours.time_limit = 0.2
    with pytest.raises(UnreachableAddress, match="takes longer than"):
        ours.fetch(f"{site}/stalled")


def test_robots_are_asked_once_and_respected(site: str) -> None:
    ours = fetcher()
    with pytest.raises(UnreachableAddress, match=r"robots\.txt"):
        ours.fetch(f"{site}/closed")
    ours.fetch(f"{site}/page")
    assert [path for path, *_ in Handler.seen] == ["/robots.txt", "/page"]


def test_two_requests_to_a_host_are_a_second_apart(site: str) -> None:
    clock = Clock()
    ours = fetcher(clock)
    ours.fetch(f"{site}/page")
    ours.fetch(f"{site}/packed")
    assert sum(clock.slept) == pytest.approx(1, abs=0.1)


def test_what_is_not_there_is_said(site: str) -> None:
    with pytest.raises(UnreachableAddress, match="status 404"):
        fetcher().fetch(f"{site}/nothing")
