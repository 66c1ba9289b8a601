"""Writes the file that ships with the project from the ministry's workbook: `python -m bot.register.importer WORKBOOK`.

The workbook has a row for each unit: the codes of its levels (oblast, raion, community, settlement, city district), its
own last, then category and name; a level that is missing repeats the one above. Categories, in Latin letters: O oblast,
K Kyiv or Sevastopol, P raion, H community, M city, X settlement, C village, B district of a city.

What is kept: see `RegisterFile`. City districts are left out, and what belongs to no community (Kyiv, Sevastopol,
Prypiat, Chornobyl). The same workbook gives the same bytes.
"""

import gzip
import json
import re
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Annotated, NamedTuple

import openpyxl
import typer
from rich.console import Console
from rich.progress import track

from bot.register.register import SHIPPED, CommunityRow, OblastRow, RaionRow, Register, RegisterFile

_CRIMEA = "UA01000000000013043"
_CODE = re.compile(r"UA\d{17}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_KEPT_OF_CRIMEA = frozenset("HMXC")  # communities and settlements


class BadWorkbook(ValueError):
    """The workbook has a format that the importer does not know; the message says where."""


class Unit(NamedTuple):
    """A row of the workbook."""

    path: tuple[str, ...]  # the codes of the units around it, the oblast first, then its own
    category: str
    name: str


def read_units(workbook: Path) -> Iterator[Unit]:
    """The units of the workbook as they come. Raises BadWorkbook for a broken code and for a missing name."""
    with closing(openpyxl.load_workbook(workbook, read_only=True)) as book:
        for number, row in enumerate(book.worksheets[0].iter_rows(max_col=7, values_only=True), start=1):
            cells = [str(cell or "").strip() for cell in row]
            if not cells[0].startswith("UA"):
                continue  # the header of the sheet and empty rows
            path = tuple(dict.fromkeys(filter(None, cells[:5])))
            category, name = cells[5], " ".join(cells[6].split())
            if not name or not all(map(_CODE.fullmatch, path)):
                raise BadWorkbook(f"row {number}: {cells}")
            yield Unit(path, category, name)


def build(units: Iterable[Unit], edition: date) -> RegisterFile:
    """What the shipped file holds. Raises BadWorkbook for an unknown category or a missing parent."""
    crimea: set[str] = set()
    tree = _Tree()
    for unit in sorted(units, key=lambda unit: (len(unit.path), unit.path[-1])):  # what is around comes first
        if unit.path[0] != _CRIMEA:
            tree.add(unit)
        elif unit.category in _KEPT_OF_CRIMEA:
            crimea.add(unit.name)
    return RegisterFile(edition=edition.isoformat(), crimea=sorted(crimea), oblasts=list(tree.oblasts.values()))


class _Tree:
    """Oblasts, raions, communities and settlements inside each other, while they are built."""

    def __init__(self) -> None:
        self.oblasts: dict[str, OblastRow] = {}
        self._raions: dict[str, RaionRow] = {}
        self._communities: dict[str, CommunityRow] = {}

    def add(self, unit: Unit) -> None:
        """Put a unit into the one around it, which is there already. Raises BadWorkbook."""
        code, name = unit.path[-1], unit.name
        try:
            match unit.category, unit.path:
                case "O", [_]:
                    self.oblasts[code] = (code, name, [])
                case "P", [oblast, _]:
                    self.oblasts[oblast][2].append(self._raions.setdefault(code, (code, name, [])))
                case "H", [_, raion, _]:
                    self._raions[raion][2].append(self._communities.setdefault(code, (code, name, [])))
                case "M" | "X" | "C", [_, _, community, _]:
                    self._communities[community][2].append((code, unit.category, name))
                case ("K" | "B", _) | ("M", [_, _]):
                    pass  # Kyiv, Sevastopol, districts of cities; Prypiat, Chornobyl
                case _:
                    raise BadWorkbook(f"no rule for {unit}")
        except KeyError as absent:
            raise BadWorkbook(f"{absent} has no row but is the parent of {unit}") from None


def pack(content: RegisterFile) -> bytes:
    """The bytes of the shipped file: compressed JSON without the time of writing."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(text.encode(), mtime=0)


def edition_of(workbook: Path) -> date:
    """The day in the workbook's file name, as in kodifikator_2026-07-07.xlsx. Raises BadWorkbook if there is none."""
    day = _DAY.search(workbook.stem)
    if day is None:
        raise BadWorkbook(
            f"{workbook.name}: the name must hold the day of the edition, as in kodifikator_2026-07-07.xlsx"
        )
    return date.fromisoformat(day[0])


def main(
    workbook: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="The ministry's workbook (.xlsx).")],
    to: Annotated[Path, typer.Option(dir_okay=False, help="The file to write.")] = SHIPPED,
) -> None:
    """Write the register that ships with the project from the ministry's workbook."""
    console = Console()
    try:
        edition = edition_of(workbook)
        units = track(read_units(workbook), description="Reading the workbook", total=None, console=console)
        packed = pack(build(units, edition))
    except BadWorkbook as wrong:
        raise typer.BadParameter(str(wrong)) from wrong
    to.write_bytes(packed)
    register = Register.load(to)
    console.print(
        f"Edition {edition}: {len(register.communities):,} communities, {len(register.settlements):,} settlements, "
        f"{len(register.crimea):,} names of Crimea, {len(packed) / 1000:.0f} kB in {to}"
    )


if __name__ == "__main__":
    typer.run(main)
