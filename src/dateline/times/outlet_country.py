"""The country an outlet is published in, told by its address or its name."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple
from urllib.parse import urlsplit


class _Outlets(NamedTuple):
    hosts: Mapping[str, str]
    names: Mapping[str, str]
    codes: Mapping[str, str]
    anywhere: frozenset[str]


@cache
def _outlets() -> _Outlets:
    data = tomllib.loads(files("dateline.times").joinpath("outlets.toml").read_text(encoding="utf-8"))
    return _Outlets(_by_entry(data["hosts"]), _by_entry(data["names"]), data["codes"], frozenset(data["anywhere"]))


def _by_entry(countries: Mapping[str, Sequence[str]]) -> dict[str, str]:
    return {entry: country for country, entries in countries.items() for entry in entries}


def country_of(source: str | None, url: str | None) -> str | None:
    """ISO 3166 alpha-2 code of the country of the outlet `source`, published at `url`; None when neither tells."""
    for address in (url, source):
        host = _host(address or "")
        if host and (country := _country_of_host(host)):
            return country
    name = " ".join((source or "").casefold().removeprefix("the ").split())
    return _outlets().names.get(name)


def _host(address: str) -> str:
    """The host of an address, with or without its scheme; empty when it is none."""
    try:
        host = urlsplit(address if "//" in address else f"//{address}").hostname or ""
    except ValueError:
        return ""
    return host if "." in host and " " not in host else ""


def _country_of_host(host: str) -> str | None:
    known = _outlets()
    labels = host.rstrip(".").split(".")
    for first in range(len(labels) - 1):
        if country := known.hosts.get(".".join(labels[first:])):
            return country
    last = labels[-1]
    if last in known.codes:
        return known.codes[last]
    return last.upper() if len(last) == 2 and last.isalpha() and last not in known.anywhere else None
