"""Spreadsheets: what is written is read again, and what is hostile or odd is answered."""

import datetime as dt
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook as Made
from openpyxl import load_workbook

from bot.sheets import Column, Fault, Odd, Sheet
from bot.sheets.process import read
from bot.sheets.reading import read as read_here
from bot.sheets.writing import written
from simulator.clock import MovedClock


@pytest.fixture
def clock() -> MovedClock:
    return MovedClock()


def file_of(tmp_path: Path, made: Made) -> Path:
    path = tmp_path / "1.in"  # as the bot calls it
    made.save(path)
    return path


async def test_a_day_a_time_and_a_number_are_read_as_they_would_be_typed(tmp_path: Path, clock: MovedClock) -> None:
    made = Made()
    row = [dt.date(2026, 12, 1), dt.time(9, 5), 7.0, 47.83, " слово "]
    made.worksheets[0].append(row)
    workbook = await read(file_of(tmp_path, made), tmp_path / "target", clock.timeout)
    assert workbook.tables["Sheet"] == [["01.12.2026", "09:05", "7", "47.83", "слово"]]
    assert not (tmp_path / "target").exists()


async def test_formulas_and_merged_cells_are_named(tmp_path: Path, clock: MovedClock) -> None:
    made = Made()
    sheet = made.worksheets[0]
    for row in (["a", "=1+1", "b"], ["c", "d", "e"]):
        sheet.append(row)
    sheet.merge_cells("A2:B2")
    workbook = await read(file_of(tmp_path, made), tmp_path / "target", clock.timeout)
    assert {(each.row, each.column, each.what) for each in workbook.odd} == {(0, 1, Odd.FORMULA), (1, 1, Odd.MERGED)}
    assert workbook.tables["Sheet"] == [["a", "", "b"], ["c", "", "e"]]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0 an old .xls", b"%PDF-1.7"])
async def test_what_is_no_workbook_is_said_to_be_none(tmp_path: Path, clock: MovedClock, content: bytes) -> None:
    source = tmp_path / "source"
    source.write_bytes(content)
    assert (await read(source, tmp_path / "target", clock.timeout)).fault is Fault.NOT_A_WORKBOOK


def test_an_archive_of_something_else_is_no_workbook(tmp_path: Path) -> None:
    source = tmp_path / "source"
    with zipfile.ZipFile(source, "w") as archive:
        archive.writestr("a.txt", "a")
    assert read_here(source).fault is Fault.NOT_A_WORKBOOK


async def test_a_bomb_harms_nothing_but_its_own_process(tmp_path: Path, clock: MovedClock) -> None:
    """A file of a megabyte that unpacks into one of a gigabyte."""
    made = Made()
    made.worksheets[0].append(["a"])
    small = file_of(tmp_path, made)
    source = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(small) as before, zipfile.ZipFile(source, "w", zipfile.ZIP_DEFLATED) as bomb:
        for name in before.namelist():
            if name.endswith("sheet1.xml"):
                with bomb.open(name, "w", force_zip64=True) as inner:
                    inner.write(
                        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
                    )
                    row = b'<row><c t="inlineStr"><is><t>' + b"a" * 1_000_000 + b"</t></is></c></row>"
                    for _ in range(1000):
                        inner.write(row)
                    inner.write(b"</sheetData></worksheet>")
            else:
                bomb.writestr(name, before.read(name))
    assert source.stat().st_size < 5_000_000
    assert (await read(source, tmp_path / "target", clock.timeout)).fault is Fault.BROKEN


SHOWN = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S")), min_size=1, max_size=20)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(SHOWN, min_size=2, max_size=2), max_size=5))
def test_what_is_written_is_read_again(rows: list[list[str]]) -> None:
    """Also what begins as a formula does: it is text."""
    columns = [Column("Один", 10), Column("Два", 10, ("так", "ні"))]
    content = written([Sheet("Аркуш", columns, rows)], "Пояснення", ["Про форму"], "Списки")
    found = load_workbook(BytesIO(content))["Аркуш"]
    cells = [[cell.value for cell in row] for row in found.iter_rows(min_row=2)]
    assert cells == rows
    assert not any(cell.data_type == "f" for row in found.iter_rows() for cell in row)
