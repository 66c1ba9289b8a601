"""Reads a workbook with openpyxl. Run in a process with limits: see `process`."""

import datetime as dt
from pathlib import Path
from zipfile import BadZipFile, ZipFile, is_zipfile

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from bot.sheets import Fault, Odd, OddCell, Workbook

FIRST_DAY = dt.date(1900, 1, 1)
HOUR, MINUTE = dt.timedelta(hours=1), dt.timedelta(minutes=1)
UNPACKED_AT_MOST = 64 * 1024**2  # the directory of the whole country has a fifth of that
MOST_COLUMNS = 40  # of a sheet: a form has ten


def read(source: Path) -> Workbook:
    if not is_zipfile(source):
        return Workbook(fault=Fault.NOT_A_WORKBOOK)
    try:
        if _unpacked(source) > UNPACKED_AT_MOST:
            return Workbook(fault=Fault.BROKEN)
        with source.open("rb") as file:  # by its name openpyxl would refuse it
            workbook = load_workbook(file, keep_links=False)
    except (InvalidFileException, KeyError):
        return Workbook(fault=Fault.NOT_A_WORKBOOK)  # an archive of something else
    except (BadZipFile, ValueError, TypeError, AttributeError, SyntaxError, MemoryError, OSError):
        return Workbook(fault=Fault.BROKEN)  # openpyxl raises any of these for what is not as it should be
    odd: list[OddCell] = []
    tables = {sheet.title: _table(sheet, odd) for sheet in workbook.worksheets}
    return Workbook(tables, odd)


def _unpacked(source: Path) -> int:
    """Bytes. What an archive says of itself is so: more than that is not unpacked."""
    with ZipFile(source) as archive:
        return sum(each.file_size for each in archive.infolist())


def _table(sheet: Worksheet, odd: list[OddCell]) -> list[list[str]]:
    """Without the empty rows at the end."""
    table: list[list[str]] = []
    for number, row in enumerate(sheet.iter_rows(max_col=min(sheet.max_column, MOST_COLUMNS))):
        table.append([])
        for place, cell in enumerate(row):
            what = _odd(cell)
            if what is not None:
                odd.append(OddCell(sheet.title, number, place, what))
            table[-1].append("" if what is not None else _said(cell.value))
    said = {each.row for each in odd if each.sheet == sheet.title and each.what is not Odd.MERGED}
    while table and not any(table[-1]) and len(table) - 1 not in said:
        table.pop()
    return table


def _odd(cell: Cell | MergedCell) -> Odd | None:
    if isinstance(cell, MergedCell):
        return Odd.MERGED
    return {"f": Odd.FORMULA, "e": Odd.ERROR}.get(cell.data_type)


def _said(value: object) -> str:
    """As it would be typed. A time alone may come as a time on the first day of the calendar, or as a stretch of it."""
    match value:
        case None:
            return ""
        case float() if value.is_integer():
            return str(int(value))
        case dt.datetime() if value.date() > FIRST_DAY:
            return f"{value:%d.%m.%Y}"
        case dt.datetime() | dt.time():
            return f"{value:%H:%M}"
        case dt.timedelta():
            return f"{value // HOUR:02}:{value % HOUR // MINUTE:02}"
        case _:
            return str(value).strip()
