"""The directory's form as a spreadsheet: empty, filled in, or with what is to be said of each row."""

from collections.abc import Mapping, Sequence

from bot.domain.directory import (
    FORM,
    INSTRUCTIONS,
    LISTS,
    NUMBERS,
    REST,
    STEPS,
    Field,
    Finding,
    Level,
    Page,
    PostState,
    Row,
)
from bot.domain.directory_hours import REPEATS
from bot.domain.directory_known import Known, rows_of
from bot.register import Community, Register, ukrainian_key
from bot.sheets import Column, Sheet
from bot.sheets.writing import written
from bot.storage.directory import Part
from bot.texts import Say

WIDTHS: Mapping[Field, int] = {
    Field.CODE: 22,
    Field.COMMUNITY: 24,
    Field.AREA: 28,
    Field.SETTLEMENT: 28,
    Field.SETTLEMENT_CODE: 22,
    Field.ADDRESS: 44,
    Field.OFFICER: 30,
    Field.REPEAT: 22,
    Field.DAYS: 18,
    Field.FINDING: 70,
}
USUAL_WIDTH = 14
MOST_OFFERED = 2000  # names in a list that somebody looks through
HOW = 10  # lines of the instructions
CHOICES: Mapping[Field, tuple[str, ...]] = {
    Field.STEP: tuple(STEPS.values()),
    Field.STATE: tuple(PostState),
    Field.REPEAT: tuple(REPEATS.values()),
}


def form_of(say: Say, communities: Sequence[Community], rows: Mapping[Page, Sequence[Row]]) -> bytes:
    """`communities`: whose names, and whose settlements, are offered."""
    offered = {**CHOICES, **names_of(communities)}
    sheets = [sheet_of(page, [table_row(FORM[page], row) for row in rows.get(page, ())], offered) for page in Page]
    return written(sheets, INSTRUCTIONS, how(say), LISTS)


def how(say: Say) -> list[str]:
    """In the words of the form, in the language of its reader."""
    return [say(f"directory-how-{number}") for number in range(1, HOW + 1)]


def names_of(communities: Sequence[Community]) -> dict[Field, tuple[str, ...]]:
    settlements = {each.name for community in communities for each in community.settlements}
    names = {Field.COMMUNITY: {each.name for each in communities}, Field.SETTLEMENT: settlements}
    return {
        field: ((REST,) if field is Field.SETTLEMENT else ()) + tuple(sorted(found, key=ukrainian_key))
        for field, found in names.items()
        if len(found) <= MOST_OFFERED
    }


def sheet_of(
    page: Page, rows: Sequence[Sequence[str]], offered: Mapping[Field, tuple[str, ...]], *more: Field
) -> Sheet:
    fields = (*FORM[page], *more)
    columns = [Column(each, WIDTHS.get(each, USUAL_WIDTH), offered.get(each, ()), each in CHOICES) for each in fields]
    return Sheet(page, columns, rows, frozenset(place for place, each in enumerate(fields) if each in NUMBERS))


def table_row(fields: Sequence[Field], row: Row) -> list[str]:
    return [row[each] for each in fields]


# Filled in.


def export_of(say: Say, register: Register, known: Sequence[Known]) -> bytes:
    communities = [register.community(each.code) for each in known]
    pairs = list(zip(known, communities, strict=True))
    return form_of(say, communities, {page: [row for each in pairs for row in rows_of(*each, page)] for page in Page})


# With what is to be said.


def findings_of(say: Say, parts: Sequence[Part]) -> bytes:
    """The rows as they are in the file, so that it can be put right and sent again."""
    said: dict[tuple[Page, int], list[str]] = {}
    for each in (finding for part in parts for finding in part.found):
        said.setdefault((each.page, each.number), []).append(sentence(say, each))
    rows: dict[Page, dict[int, Row]] = {page: {} for page in Page}
    for row in (row for part in parts for row in part.rows):
        rows[row.page][row.number] = row
    sheets = [sheet_of(page, _with_findings(page, rows[page], said), CHOICES, Field.FINDING) for page in Page]
    return written(sheets, INSTRUCTIONS, [*how(say), *_of_headings(said)], LISTS)


def _with_findings(
    page: Page, rows: Mapping[int, Row], said: Mapping[tuple[Page, int], Sequence[str]]
) -> list[list[str]]:
    return [[*table_row(FORM[page], rows[number]), " ".join(said.get((page, number), []))] for number in sorted(rows)]


def _of_headings(said: Mapping[tuple[Page, int], Sequence[str]]) -> list[str]:
    """What is to be said of a sheet, and of no row of it."""
    return [f"{page}: {' '.join(lines)}" for (page, number), lines in said.items() if number == 1]


def sentence(say: Say, finding: Finding) -> str:
    """«Помилка: …»."""
    return say(f"directory-level-{finding.level}", finding=said_of(say, finding))


def said_of(say: Say, finding: Finding) -> str:
    return say(finding.key, **finding.values)


def line(say: Say, finding: Finding) -> str:
    """«Дільниці, рядок 5: …»."""
    return say("directory-line", page=finding.page, row=finding.number, finding=said_of(say, finding))


def worst(parts: Sequence[Part], limit: int) -> list[Finding]:
    """What is wrong, before what is only noted."""
    found = [each for part in parts for each in part.found if each.level in (Level.ERROR, Level.NOTE)]
    return sorted(found, key=lambda each: each.level is Level.NOTE)[:limit]
