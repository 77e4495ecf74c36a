"""An address in, the machine it may be fetched from out: http and https alone, and no machine of a private network.

A name is resolved here, every machine it stands for is checked, and the connection goes to the one that was checked: a
name that stands for another machine a moment later (DNS rebinding) changes nothing.
"""

import ipaddress
import socket
from collections.abc import Callable, Collection
from typing import NamedTuple
from urllib.parse import urlsplit

from dateline.errors import UnreachableAddress

Resolve = Callable[[str, int], list[str]]
"""A host and a port → the machines it stands for, as IP addresses."""

_ONLY_PUBLIC = "Only pages of the public web are fetched; save this one and read the file"

# What reaches into other networks under an address of its own: IPv4 in IPv6 by several ways, metadata of clouds.
_CLOSED = tuple(
    ipaddress.ip_network(net)
    for net in (
        "100.64.0.0/10", "192.0.0.0/24", "198.18.0.0/15", "64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32",
        "fd00::/8", "fe80::/10", "168.63.129.16/32",
    )
)  # fmt: skip


class Target(NamedTuple):
    """Where a connection goes."""

    host: str
    port: int
    machine: str
    """The IP address that was checked."""


def resolved(host: str, port: int) -> list[str]:
    """The machines a host stands for, by the system's resolver."""
    return list(dict.fromkeys(str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))


def target(address: str, resolve: Resolve = resolved, allowed: Collection[str] = ()) -> Target:
    """The machine from which an address may be fetched. `allowed` machines are private ones that tests open.

    Raises UnreachableAddress for another scheme, for a name that is not known, and for a private machine.
    """
    try:
        parts = urlsplit(address)
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError:
        raise UnreachableAddress(address, "it is no address", "Use https://host/path") from None
    if parts.scheme not in ("http", "https"):
        raise UnreachableAddress(address, f"its scheme is “{parts.scheme}”", "Only http and https are fetched")
    if not parts.hostname:
        raise UnreachableAddress(address, "it names no host", "Use https://host/path")
    if parts.username or parts.password:
        raise UnreachableAddress(address, "it holds a name or a password", "Leave them out")
    host = parts.hostname
    try:
        machines = resolve(host, port)
    except (OSError, UnicodeError):
        raise UnreachableAddress(address, f"there is no host “{host}”", "Check the address") from None
    if not machines:
        raise UnreachableAddress(address, f"there is no host “{host}”", "Check the address")
    for machine in machines:
        if machine not in allowed and not is_public(machine):
            raise UnreachableAddress(address, f"“{host}” is {machine}, a machine of a private network", _ONLY_PUBLIC)
    return Target(host, port, machines[0])


def is_public(machine: str) -> bool:
    """Whether an IP address is of the public net."""
    try:
        ip = ipaddress.ip_address(machine.partition("%")[0])
    except ValueError:
        return False
    mapped = getattr(ip, "ipv4_mapped", None)
    if mapped is not None:
        return is_public(str(mapped))
    closed = any(ip in net for net in _CLOSED if net.version == ip.version)
    return ip.is_global and not ip.is_multicast and not ip.is_reserved and not ip.is_unspecified and not closed
