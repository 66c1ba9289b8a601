"""Spreadsheets (XLSX), read and written. Plain functions, which know nothing of the bot.

A file that a person sent is read in a process of its own (`process`): a small one can be unpacked into gigabytes. What
is read is text alone: a number, a day or a time is given as it would be typed, a formula is not carried out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

SUFFIX = ".xlsx"
Table: TypeAlias = Sequence[Sequence[str]]  # the rows of a sheet, the first one too


class Fault(StrEnum):
    """Why a file could not be read."""

    NOT_A_WORKBOOK = "not_a_workbook"
    BROKEN = "broken"  # or it takes too much memory or time


class Odd(StrEnum):
    """A cell that does not say what it holds."""

    FORMULA = "formula"
    ERROR = "error"  # «#REF!»
    MERGED = "merged"  # a part of a larger cell: what is seen there is in another one


@dataclass(frozen=True, slots=True)
class OddCell:
    """`row` and `column` count from 0."""

    sheet: str
    row: int
    column: int
    what: Odd


@dataclass(frozen=True, slots=True)
class Workbook:
    """What was read, by the names of the sheets; an odd cell is empty there."""

    tables: Mapping[str, Table] = field(default_factory=dict)
    odd: Sequence[OddCell] = ()
    fault: Fault | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """`width` in characters. `choices`: what is offered; `strict`: nothing else can be typed there."""

    heading: str
    width: int
    choices: Sequence[str] = ()
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """To be written. `numbers`: the columns of which cells are numbers."""

    title: str
    columns: Sequence[Column]
    rows: Table
    numbers: frozenset[int] = frozenset()
