"""Excel and Parquet: the rows of the CSV, a passage each, with days as days and ids as text."""

import datetime as dt
import io
import re
from collections.abc import Sequence
from typing import Any

from dateline.errors import OptionError
from dateline.model import Changes, Diary, Timeline
from dateline.writers.csv import CHANGES_COLUMNS, TIMELINE_COLUMNS, changes_rows, diary_rows, timeline_rows
from dateline.writers.page import Page
from dateline.writers.phrasing.characters import visible

# What Excel holds in a cell, and what XML has no place for.
_CELL = 32_767
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_WIDTHS = {"headline": 60, "exact": 80, "url": 40, "date": 24, "participants": 30, "conflicts": 30}


def write_xlsx(result: Timeline | Changes | Diary, page: Page) -> bytes:
    """A workbook with one sheet, its first row frozen."""
    openpyxl = _library("openpyxl")
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415 - it is there
    from openpyxl.styles import Font  # noqa: PLC0415

    columns, rows = _table(result, page)
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("timeline" if isinstance(result, Timeline) else "changes")
    sheet.freeze_panes = "A2"
    for number, name in enumerate(columns):
        sheet.column_dimensions[openpyxl.utils.get_column_letter(number + 1)].width = _WIDTHS.get(name, 14)

    def cell(value: object, *, bold: bool = False) -> Any:
        made = WriteOnlyCell(sheet, value=_shown(value))
        if isinstance(value, str):
            made.data_type = "s"  # a text that begins with = is a text
        elif isinstance(value, dt.date):
            made.number_format = "yyyy-mm-dd"
        if bold:
            made.font = Font(bold=True)
        return made

    sheet.append([cell(name, bold=True) for name in columns])
    for row in rows:
        sheet.append([cell(value) for value in row])
    # The workbook would hold the time of its making: the same timeline gives the same bytes but for that.
    book.properties.created = book.properties.modified = dt.datetime(2000, 1, 1)  # noqa: DTZ001 - as Excel has it
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def write_parquet(result: Timeline | Changes | Diary, page: Page) -> bytes:
    """A Parquet file with one table."""
    arrow, parquet = _library("pyarrow"), _library("pyarrow.parquet")
    columns, rows = _table(result, page)
    held = list(zip(*rows, strict=True)) if rows else [()] * len(columns)
    arrays = {name: _array(arrow, name, values) for name, values in zip(columns, held, strict=True)}
    out = io.BytesIO()
    parquet.write_table(arrow.table(arrays), out)
    return out.getvalue()


def _table(result: Timeline | Changes | Diary, page: Page) -> tuple[list[str], list[Sequence[object]]]:
    if isinstance(result, Timeline):
        return list(TIMELINE_COLUMNS), list(timeline_rows(result))
    rows = diary_rows(result, page) if isinstance(result, Diary) else changes_rows(result, page)
    return list(CHANGES_COLUMNS), list(rows)


def _array(arrow: Any, name: str, values: Sequence[object]) -> Any:
    """A column of days, of numbers or of texts, whatever its values, so that tables of several stories fit."""
    kinds = {
        "first": arrow.date32(),
        "last": arrow.date32(),
        "published": arrow.date32(),
        "importance": arrow.float64(),
    }
    numbers = {"start", "end", "sources", "before_sources", "after_sources"}
    kind = kinds.get(name, arrow.int64() if name in numbers else arrow.string())
    if kind == arrow.string():
        values = [None if value is None else str(value).encode("utf-8", "replace").decode() for value in values]
    return arrow.array(values, kind)


def _shown(value: object) -> object:
    if isinstance(value, str):
        return _NO_XML.sub("\ufffd", visible(str(value)))[:_CELL]
    return value


def _library(name: str) -> Any:
    import importlib  # noqa: PLC0415 - for these formats alone

    try:
        return importlib.import_module(name)
    except ImportError:
        package = name.partition(".")[0]
        raise OptionError(f"this format needs {package}. pip install 'dateline[formats]' brings it") from None
