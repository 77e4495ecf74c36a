"""Addresses and files of some in, each address once out: one a line, a table with a column of them, or OPML."""

import csv
import io
import re
from collections.abc import Iterable
from pathlib import Path

from dateline.errors import OptionError
from dateline.fetching.opml import feeds_of, is_opml
from dateline.readers.tables.columns import known
from dateline.readers.tables.kinds import delimiter

_ADDRESS = re.compile(r"https?://\S+")


def addresses(given: Iterable[str]) -> list[str]:
    """All addresses, in the order given. Raises OptionError for what is neither an address nor a list of some."""
    found: dict[str, None] = {}
    for one in given:
        if _ADDRESS.match(one):
            found[one] = None
            continue
        if re.match(r"[a-z][a-z0-9+.-]*://", one, re.IGNORECASE):
            raise OptionError(f"{one} is not fetched: only http and https are")
        try:
            text = Path(one).read_text("utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise OptionError(
                f"{one} is neither an address nor a list of addresses that can be read ({error})"
            ) from None
        listed = _in_text(text)
        if not listed:
            raise OptionError(f"{one} holds no address. Write one a line, a table with a column url, or OPML")
        found |= dict.fromkeys(listed)
    return list(found)


def _in_text(text: str) -> list[str]:
    if is_opml(text):
        return feeds_of(text)
    lines = [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
    if not lines:
        return []
    names = next(csv.reader([lines[0]], delimiter=delimiter(lines[0])), [])
    column = next((i for i, name in enumerate(names) if known(name) == "url"), None)
    if column is not None and not _ADDRESS.match(lines[0]):
        rows = csv.reader(io.StringIO(text), delimiter=delimiter(lines[0]))
        cells = [row[column].strip() for row in rows if len(row) > column]
        return [cell for cell in cells if _ADDRESS.fullmatch(cell)]
    return [line for line in lines if _ADDRESS.fullmatch(line)]
