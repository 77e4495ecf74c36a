"""Host and Origin of a request in, whether it may be answered out: no page elsewhere speaks to us through a browser.

A name that an attacker lets point to this machine (DNS rebinding) is not among the names we answer to; an address in
figures cannot be made to point elsewhere.
"""

import ipaddress
from urllib.parse import urlsplit

from dateline.web.settings import Settings


def is_ours(host: str, settings: Settings) -> bool:
    """Whether a Host header names this server."""
    try:
        name = urlsplit(f"//{host}").hostname
    except ValueError:
        return False
    if name is None or "@" in host:
        return False
    if name == "localhost" or name in {one.lower() for one in settings.names}:
        return True
    if name == settings.host.lower():
        return True
    try:
        address = ipaddress.ip_address(name)
    except ValueError:
        return False
    return address.is_loopback if settings.is_loopback else True


def is_same_origin(host: str, origin: str | None, fetched_from: str | None) -> bool:
    """Whether a request that changes something comes from a page of ours, or from no page at all.

    `origin` and `fetched_from` are the headers Origin and Sec-Fetch-Site, which browsers send and pages cannot forge.
    """
    if fetched_from not in (None, "same-origin", "none"):
        return False
    if origin is None:
        return True
    try:
        return urlsplit(origin).netloc.lower() == host.lower() and urlsplit(origin).scheme in ("http", "https")
    except ValueError:
        return False
