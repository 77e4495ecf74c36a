"""How an archive is served: at which address, to whom, with which bounds."""

import getpass
import ipaddress
from dataclasses import dataclass, field
from pathlib import Path

from dateline.errors import OptionError
from dateline.web.access.roles import Role

LARGEST_UPLOAD = 200_000_000
"""Bytes of a request that brings files."""
LARGEST_REQUEST = 1_000_000
"""Bytes of any other request."""
A_MINUTE = 3_000
"""Requests to the API of one person in a minute."""
SLOWEST_REQUEST = 120.0
"""Seconds in which a request must have come in whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What is given to `dateline serve`. Raises OptionError for an open address without people."""

    host: str = "127.0.0.1"
    """The address that is listened on."""
    port: int = 8017
    """The port; 0 takes one that is free."""
    names: tuple[str, ...] = ()
    """Host names, besides addresses in figures, under which browsers may ask for it."""
    users: Path | None = None
    """The file of those who may log in; without one nobody logs in."""
    proxy_header: str | None = None
    """The header in which a reverse proxy on this machine names who asks."""
    proxy_role: Role = Role.READ
    """What those may whom the proxy names and the file of users does not."""
    https: bool = False
    """Whether browsers reach it by https, as behind a proxy: cookies are then sent by https alone."""
    owner: str = field(default_factory=getpass.getuser)
    """By whom marks are made where nobody logs in."""
    parse: bool | None = None
    """Whether status and speaker rest on a dependency parse; None parses when the parser is installed."""
    a_minute: int = A_MINUTE
    """Requests to the API that somebody may make in a minute, and at once."""
    patience: float | None = None
    """Seconds that a page waits for what is made beside the requests, before it says so and asks again by itself; None
    waits as long as it takes."""
    largest_upload: int = LARGEST_UPLOAD
    largest_request: int = LARGEST_REQUEST
    slowest_request: float = SLOWEST_REQUEST

    def __post_init__(self) -> None:
        if not self.is_loopback and self.users is None and self.proxy_header is None:
            raise OptionError(
                f"{self.host} can be reached by others, and nobody has to log in. Give --users FILE "
                "(`dateline user add` makes one), or --proxy-header NAME behind a proxy that logs people in"
            )

    @property
    def is_loopback(self) -> bool:
        """Whether only this machine reaches it."""
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False

    @property
    def home(self) -> str:
        """The address of the pages, without a slash at its end, as programs are told it that keep addresses."""
        host = self.names[0] if self.names else f"[{self.host}]" if ":" in self.host else self.host
        return f"https://{host}" if self.https else f"http://{host}:{self.port}"

    @property
    def alone(self) -> bool:
        """Whether nobody logs in: who can reach it may do everything."""
        return self.users is None and self.proxy_header is None
