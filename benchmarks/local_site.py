"""A site on this machine, which only tests and benchmarks may reach: what it answers with can be changed as it runs."""

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from xml.sax.saxutils import escape

HERE = "127.0.0.1"
HOST = "meridian.example"


@dataclass(slots=True)
class Answer:
    """What a path answers with."""

    body: str = ""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Site:
    """Paths with what they answer; which were asked for, and with what mark of an earlier answer."""

    port: int = 0
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[tuple[str, str | None]] = field(default_factory=list)

    def at(self, path: str) -> str:
        """The address of a path."""
        return f"http://{HOST}:{self.port}{path}"

    def page(self, path: str, title: str, day: str, text: str, more: str = "") -> None:
        """Put an article at a path."""
        self.answers[path] = Answer(
            f"<html><head><title>{escape(title)}</title><meta property='og:site_name' content='The Meridian'>"
            f"<meta property='article:published_time' content='{day}'>{more}</head>"
            f"<body><article><h1>{escape(title)}</h1><p>{escape(text)}</p></article></body></html>",
            headers={"Content-Type": "text/html; charset=utf-8"},
        )

    def feed(self, path: str, items: str, **headers: str) -> None:
        """Put an RSS feed at a path."""
        self.answers[path] = Answer(
            f"<?xml version='1.0'?><rss version='2.0'><channel><title>Meridian news</title>{items}</channel></rss>",
            headers={"Content-Type": "application/rss+xml", **headers},
        )


def resolve(host: str, port: int) -> list[str]:
    """The site's host is this machine; no other is known."""
    return [HERE] if host == HOST else [host]


@contextmanager
def serving() -> Iterator[Site]:
    """A site that answers as long as this lasts."""
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            mark = self.headers["If-None-Match"]
            site.asked.append((self.path, mark))
            answer = site.answers.get(self.path, Answer(status=404))
            status = 304 if mark and mark == answer.headers.get("ETag") else answer.status
            body = answer.body.encode() if status == 200 else b""
            self.send_response(status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
            pass

    server = ThreadingHTTPServer((HERE, 0), Handler)
    server.daemon_threads = True
    site.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
