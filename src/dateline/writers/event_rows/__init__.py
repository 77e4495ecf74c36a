"""Event rows → bytes: POLECAT's columns, PLOVER's JSON Lines, Parquet, pairs, and what all of it means.

Rows are written as they come, one after the other, so that any number of them fits.
"""

from collections.abc import Callable, Iterable
from importlib import import_module

from dateline.model import EventRow

FORMATS = ("tsv", "csv", "jsonl", "parquet", "pairs", "dictionary")
"""How event rows are written; the first is what a terminal is given."""

_WRITERS = {
    "tsv": "polecat.write_tsv",
    "csv": "polecat.write_csv",
    "jsonl": "plover.write_jsonl",
    "parquet": "parquet.write_parquet",
    "pairs": "pairs.write_pairs",
    "dictionary": "meaning.write_dictionary",
}


def write_rows(rows: Iterable[EventRow], format_: str, put: Callable[[bytes], None]) -> None:
    """Write rows in one of `FORMATS`, piece by piece, by a function that takes bytes.

    Raises OptionError for `parquet` where its package is not installed.
    """
    module, function = _WRITERS[format_].split(".")
    getattr(import_module(f"dateline.writers.event_rows.{module}"), function)(rows, put)
