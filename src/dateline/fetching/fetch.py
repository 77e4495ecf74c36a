"""Addresses in, pages out, one request at a time for each host, with every hop of a redirect checked like the first.

Bounds: a page has at most so many bytes, comes within so many seconds all in all, and after so many redirects at most.
"""

import socket
import threading
import time
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from dateline._version import __version__
from dateline.errors import OptionError, UnreachableAddress
from dateline.fetching.guard import Resolve, resolved, target
from dateline.fetching.robots import AGENT, Robots

if TYPE_CHECKING:
    import httpx

AGENT_LINE = f"{AGENT}/{__version__} (news reader; one request at a time)"

SIZE_LIMIT = 20_000_000
"""Bytes of a page, unpacked."""
TIME_LIMIT = 60.0
"""Seconds a page may take, redirects included."""
REDIRECTS = 5
"""Hops of one address."""
PAUSE = 1.0
"""Seconds between two requests to one host; more where its robots.txt asks for more."""

# Seconds for a connection and for each piece of an answer, and the longest pause that is granted.
_CONNECT, _PIECE, _LONGEST_PAUSE = 10.0, 20.0, 30.0
LATER = "Try again later"
"""The remedy of what may come another time."""
# Seconds for which the robots.txt of a site is known (RFC 9309 allows a day).
_ROBOTS_KEPT = 3_600.0


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came from an address."""

    address: str
    """As it was asked for."""
    final: str
    """After redirects."""
    status: int
    """200, or 304 where nothing has changed."""
    body: bytes = b""
    type: str = ""
    charset: str | None = None
    etag: str | None = None
    modified: str | None = None


@dataclass(slots=True)
class Fetcher:
    """Fetches one address after another. Use it as a context; nothing is kept between two of them."""

    allowed: Collection[str] = ()
    """Private machines that may be reached: for tests."""
    resolve: Resolve = resolved
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    pause: float = PAUSE
    time_limit: float = TIME_LIMIT
    _robots: dict[str, tuple[float, Robots]] = field(default_factory=dict)
    _last: dict[str, float] = field(default_factory=dict)

    def fetch(self, address: str, known: Mapping[str, str] | None = None) -> Fetched:
        """The page at an address. `known` has `etag` and `modified` of an earlier one.

        Raises UnreachableAddress, naming the address, for whatever keeps it from coming.
        """
        until = self.clock() + self.time_limit
        headers = {}
        if known and known.get("etag"):
            headers["If-None-Match"] = known["etag"]
        if known and known.get("modified"):
            headers["If-Modified-Since"] = known["modified"]
        at = address
        for _ in range(REDIRECTS + 1):
            robots = self._site(at, until)
            if not robots.allows(at):
                site = f"robots.txt of {urlsplit(at).netloc}"
                if robots.is_silent:
                    raise UnreachableAddress(address, f"{site} cannot be had, so nothing may be fetched", LATER)
                raise UnreachableAddress(address, f"{site} forbids it", "Save the page by hand")
            answer = self._get(at, headers, until, address, polite=True)
            if isinstance(answer, Fetched):
                return answer
            at = answer
        raise UnreachableAddress(address, f"more than {REDIRECTS} redirects", "Check the address")

    def _site(self, address: str, until: float) -> Robots:
        """What the site of an address allows; asked once an hour."""
        parts = urlsplit(address)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._robots or self.clock() > self._robots[site][0] + _ROBOTS_KEPT:
            at = f"{site}/robots.txt"
            robots = Robots(None, 404)
            for _ in range(REDIRECTS + 1):
                try:
                    answer = self._get(at, {}, until, at, polite=False)
                except Answered as refused:
                    robots = Robots(None, refused.status)
                    break
                if isinstance(answer, Fetched):
                    robots = Robots(answer.body.decode("utf-8", "replace"), 200)
                    break
                at = answer
            self._robots[site] = self.clock(), robots
        return self._robots[site][1]

    def _get(self, at: str, headers: Mapping[str, str], until: float, address: str, *, polite: bool) -> Fetched | str:
        """The page, or the address a redirect leads to."""
        httpx = _httpx()
        goal = target(at, self.resolve, self.allowed)
        if polite:
            until += self._wait(urlsplit(at).netloc, at)
        parts = httpx.URL(at)
        default = {"http": 80, "https": 443}[parts.scheme] == goal.port
        host = f"[{goal.host}]" if ":" in goal.host else goal.host
        line = _Line()
        try:
            with (
                line.hung_up_after(max(0.0, until - self.clock())),
                httpx.Client(trust_env=False, timeout=httpx.Timeout(_PIECE, connect=_CONNECT)) as client,
                client.stream(
                    "GET",
                    parts.copy_with(host=goal.machine),
                    headers={
                        "Host": host if default else f"{host}:{goal.port}",
                        "User-Agent": AGENT_LINE,
                        "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5",
                        "Accept-Encoding": "gzip, deflate",
                        **headers,
                    },
                    extensions={"sni_hostname": goal.host, "trace": line.trace},
                ) as answer,
            ):
                return self._answer(answer, at, until, address)
        except httpx.TimeoutException:
            raise UnreachableAddress(address, "the server does not answer in time", LATER) from None
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
            if line.is_hung_up:
                raise UnreachableAddress(
                    address, f"the page takes longer than {self.time_limit:g} seconds", LATER
                ) from None
            raise UnreachableAddress(
                address, f"the connection failed ({error or type(error).__name__})", LATER
            ) from None

    def _answer(self, answer: "httpx.Response", at: str, until: float, address: str) -> Fetched | str:
        given = answer.headers
        kept: dict[str, Any] = {"etag": given.get("etag"), "modified": given.get("last-modified")}
        if answer.status_code == 304:
            return Fetched(address, at, 304, **kept)
        if answer.is_redirect and given.get("location"):
            return urljoin(at, given["location"])
        if answer.status_code != 200:
            raise Answered(address, answer.status_code, _wait_asked(given))
        body = bytearray()
        for piece in answer.iter_bytes(64_000):
            body += piece
            if len(body) > SIZE_LIMIT:
                raise UnreachableAddress(address, f"the page is longer than {SIZE_LIMIT // 10**6} MB", "Leave it out")
            if self.clock() > until:
                raise UnreachableAddress(address, f"the page takes longer than {self.time_limit:g} seconds", LATER)
        type_ = given.get("content-type", "").partition(";")[0].strip().lower()
        return Fetched(address, at, 200, bytes(body), type_, answer.charset_encoding, **kept)

    def _wait(self, site: str, at: str) -> float:
        """Leave time between two requests to a host; the seconds waited."""
        asked = self._robots[f"{urlsplit(at).scheme}://{site}"][1].delay() if self._robots else 0.0
        pause = min(max(self.pause, asked), _LONGEST_PAUSE)
        left = max(0.0, self._last[site] + pause - self.clock()) if site in self._last else 0.0
        if left:
            self.sleep(left)
        self._last[site] = self.clock()
        return left


class _Line:
    """A connection that is hung up when its time is over, whatever it waits for: a server may send a byte a minute."""

    def __init__(self) -> None:
        self._socket: Any = None
        self.is_hung_up = False

    def trace(self, event: str, told: Mapping[str, Any]) -> None:
        """Called by the client at each step: remember what the connection runs over."""
        if event in ("connection.connect_tcp.complete", "connection.start_tls.complete"):
            self._socket = told["return_value"].get_extra_info("socket")
            if self.is_hung_up:
                self._hang_up()

    @contextmanager
    def hung_up_after(self, seconds: float) -> Iterator[None]:
        """Within, the line is watched."""
        timer = threading.Timer(seconds, self._hang_up)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def _hang_up(self) -> None:
        self.is_hung_up = True
        if self._socket is not None:
            with suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)


class Answered(UnreachableAddress):
    """A server answered with another status than 200."""

    def __init__(self, address: str, status: int, wait: float = 0.0) -> None:
        super().__init__(address, f"the server answers with status {status}", "Check the address, or try again later")
        self.status = status
        self.wait = wait
        """Seconds for which the server asks to be left alone (Retry-After)."""


def _wait_asked(given: "httpx.Headers") -> float:
    """The seconds of a Retry-After, which gives them or a moment, by the server's own clock."""
    asked = given.get("retry-after", "").strip()
    if asked.isdecimal():
        return float(asked)
    try:
        return max(0.0, (parsedate_to_datetime(asked) - parsedate_to_datetime(given["date"])).total_seconds())
    except (ValueError, TypeError, KeyError):
        return 0.0


def _httpx() -> Any:
    try:
        import httpx  # noqa: PLC0415 - for the network alone
    except ImportError:
        raise OptionError("fetching needs httpx. pip install 'dateline[formats]' brings it") from None
    return httpx
