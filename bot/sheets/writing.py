"""Writes a workbook with openpyxl: a frozen heading, widths, and lists of what may be chosen.

What people wrote is text, whatever it begins with: a spreadsheet carries out nothing of it.
"""

from collections.abc import Mapping, Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from bot.sheets import Sheet

ROWS_OFFERED = 5000  # rows of a sheet in which what may be chosen is offered
LONGEST_ON_ONE_LINE = 60
NOTE_WIDTH = 110
HEADING = PatternFill("solid", fgColor="DCE6F1")
TEXT, GENERAL = "@", "General"


def written(sheets: Sequence[Sheet], notes_title: str, notes: Sequence[str], lists_title: str) -> bytes:
    """The file: a sheet of notes first; the lists of choices are in a hidden sheet of this title."""
    workbook = Workbook()
    first = workbook.active
    if not isinstance(first, Worksheet):
        raise TypeError("a new workbook begins with a sheet")
    _write_notes(first, notes_title, notes)
    lists = {each.choices: "" for sheet in sheets for each in sheet.columns if each.choices}
    pages = [(workbook.create_sheet(sheet.title), sheet) for sheet in sheets]
    places = _write_lists(workbook.create_sheet(lists_title), list(lists)) if lists else {}
    for page, sheet in pages:
        _write(page, sheet)
        _offer(page, sheet, places)
    content = BytesIO()
    workbook.save(content)
    return content.getvalue()


def _write_notes(page: Worksheet, title: str, notes: Sequence[str]) -> None:
    page.title = title
    page.column_dimensions["A"].width = NOTE_WIDTH
    for number, line in enumerate(notes, start=1):
        _put(page, number, 1, line)
        page.cell(number, 1).alignment = Alignment(wrap_text=True, vertical="top")
    page.cell(1, 1).font = Font(bold=True, size=14)


def _write(page: Worksheet, sheet: Sheet) -> None:
    page.freeze_panes = "A2"
    for place, column in enumerate(sheet.columns, start=1):
        _put(page, 1, place, column.heading)
        page.cell(1, place).font = Font(bold=True)
        page.cell(1, place).fill = HEADING
        page.column_dimensions[get_column_letter(place)].width = column.width
    for number, row in enumerate(sheet.rows, start=2):
        for place, text in enumerate(row, start=1):
            if text:
                _put(page, number, place, text, number=place - 1 in sheet.numbers)


def _put(page: Worksheet, row: int, column: int, text: str, *, number: bool = False) -> None:
    cell = page.cell(row, column)
    if number and _is_number(text):
        cell.value = float(text)
        return
    cell.value = ILLEGAL_CHARACTERS_RE.sub(" ", text)
    cell.data_type, cell.number_format = "s", TEXT
    if len(text) > LONGEST_ON_ONE_LINE:
        cell.alignment = Alignment(wrap_text=True, vertical="top")


def _is_number(text: str) -> bool:
    return text.replace("-", "", 1).replace(".", "", 1).isdecimal() and text.isascii()


def _write_lists(page: Worksheet, lists: Sequence[Sequence[str]]) -> Mapping[Sequence[str], str]:
    """Where each list is, as a formula names it."""
    page.sheet_state = "hidden"
    places: dict[Sequence[str], str] = {}
    for place, choices in enumerate(lists, start=1):
        for row, choice in enumerate(choices, start=1):
            _put(page, row, place, choice)
        letter = get_column_letter(place)
        places[choices] = f"{quote_sheetname(page.title)}!${letter}$1:${letter}${len(choices)}"
    return places


def _offer(page: Worksheet, sheet: Sheet, places: Mapping[Sequence[str], str]) -> None:
    for place, column in enumerate(sheet.columns, start=1):
        if not column.choices:
            continue
        offered = DataValidation("list", formula1=places[column.choices], allow_blank=True)
        offered.showErrorMessage = column.strict
        letter = get_column_letter(place)
        offered.add(f"{letter}2:{letter}{max(ROWS_OFFERED, len(sheet.rows) + 1)}")
        page.add_data_validation(offered)
