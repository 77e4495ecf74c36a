import socket
import threading
import time
from collections.abc import Iterator

import httpx
import pytest
from fastapi import FastAPI

from dateline import OptionError
from dateline.web import serving
from dateline.web.settings import Settings

pytestmark = pytest.mark.slow


@pytest.fixture
def address(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, int]]:
    """A server that has little patience."""
    monkeypatch.setattr(serving, "PATIENCE", 0.3)
    app = FastAPI()
    app.get("/")(lambda: "here")
    at = serving.listening(Settings(port=0))
    ready = threading.Event()
    started: list[object] = []

    def begun(server: object) -> None:
        started.append(server)
        ready.set()

    thread = threading.Thread(target=serving.serve, args=(app, at, begun), daemon=True)
    thread.start()
    assert ready.wait(20)
    yield at.getsockname()
    started[0].should_exit = True  # type: ignore[attr-defined]
    thread.join(20)


def test_whoever_says_nothing_is_hung_up_on_and_keeps_nobody_out(address: tuple[str, int]) -> None:
    silent = [socket.create_connection(address) for _ in range(30)]
    silent[0].send(b"GET / HTTP/1.1\r\nX-Slow: ")
    assert httpx.get(f"http://{address[0]}:{address[1]}/").json() == "here"
    began = time.monotonic()
    for one in silent:
        one.settimeout(20)
        assert one.recv(100).startswith((b"", b"HTTP/1.1 4"))
        one.close()
    assert time.monotonic() - began < 15


def test_who_has_asked_once_may_take_longer_to_ask_again(address: tuple[str, int]) -> None:
    with httpx.Client(base_url=f"http://{address[0]}:{address[1]}") as client:
        assert client.get("/").status_code == 200
        time.sleep(0.5)
        assert client.get("/").status_code == 200


def test_a_head_without_end_is_refused(address: tuple[str, int]) -> None:
    with socket.create_connection(address) as one:
        one.settimeout(20)
        one.sendall(b"GET / HTTP/1.1\r\nX: " + b"a" * 100_000)
        assert b"400" in one.recv(100)


def test_an_address_that_is_not_this_machines() -> None:
    with pytest.raises(OptionError, match="cannot be listened on"):
        serving.listening(Settings(host="203.0.113.7", proxy_header="X-User"))
