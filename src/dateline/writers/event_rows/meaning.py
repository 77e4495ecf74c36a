"""The data dictionary: what each column of event rows and of pairs holds, and whose work it rests on."""

from collections.abc import Callable, Iterable

from dateline.coding.ontology import MODES, TYPES, quad_of
from dateline.model import EventRow
from dateline.writers.event_rows import columns, pairs


def write_dictionary(rows: Iterable[EventRow], put: Callable[[bytes], None]) -> None:
    """Markdown; the rows themselves are not asked for."""
    del rows
    put(dictionary().encode())


def dictionary() -> str:
    """The data dictionary as Markdown."""
    lines = ["# Event rows: data dictionary", "", f"{columns.CREDIT}.", ""]
    lines += _table("Columns of POLECAT", {name: meaning for name, (_, meaning) in columns.POLECAT.items()})
    lines += _table("Our own columns", {name: meaning for name, (_, meaning) in columns.OWN.items()})
    lines += _table("The table of pairs", pairs.COLUMNS)
    lines += ["## Types", "", "| type | quad class | intensity | modes |", "|---|---|---|---|"]
    lines += [
        f"| {name} | {quad_of(name)} | {type_.intensity} | {', '.join(sorted(MODES.get(name, ())))} |"
        for name, type_ in TYPES.items()
    ]
    return "\n".join(lines) + "\n"


def _table(title: str, meanings: dict[str, str]) -> list[str]:
    rows = [f"| {name} | {meaning} |" for name, meaning in meanings.items()]
    return [f"## {title}", "", "| column | holds |", "|---|---|", *rows, ""]
