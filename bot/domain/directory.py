"""The directory as a form: communities, their areas with settlements, offices, office hours, and officers to invite.

One spreadsheet is the template, the export and what is imported. Its sheets and headings are matched by their names,
whatever their order; what is not in it stays as it is. Its words are Ukrainian, in whichever language the bot is read.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Self

from bot.domain.bodies import on_one_line
from bot.domain.communities import Enrolment
from bot.domain.dialogs import Dialog
from bot.domain.ids import DirectoryImportId
from bot.domain.letters import Letter
from bot.domain.refusals import Refusal
from bot.sheets import Fault, Odd, Workbook


class Page(StrEnum):
    """The sheets, in the order in which they are filled in."""

    COMMUNITIES = "Громади"
    AREAS = "Дільниці"
    OFFICES = "Кабінети"
    POSTS = "Офіцери"
    HOURS = "Години"


class Field(StrEnum):
    """The headings."""

    CODE = "Код громади"
    COMMUNITY = "Громада"
    STEP = "Крок"
    AREA = "Дільниця"
    SETTLEMENT = "Населений пункт"
    SETTLEMENT_CODE = "Код населеного пункту"
    ADDRESS = "Адреса"
    LATITUDE = "Широта"
    LONGITUDE = "Довгота"
    OFFICER = "Ім’я та прізвище"
    STATE = "Стан"
    DAYS = "Дні"
    REPEAT = "Повторення"
    STARTS = "Початок"
    ENDS = "Кінець"
    SINCE = "З дня"
    UNTIL = "До дня"
    FINDING = "Перевірка"  # what the bot has to say of the row; nobody fills it in


WHERE = (Field.CODE, Field.COMMUNITY)
FORM: Mapping[Page, tuple[Field, ...]] = {
    Page.COMMUNITIES: (*WHERE, Field.STEP),
    Page.AREAS: (*WHERE, Field.AREA, Field.SETTLEMENT, Field.SETTLEMENT_CODE),
    Page.OFFICES: (*WHERE, Field.ADDRESS, Field.LATITUDE, Field.LONGITUDE),
    Page.POSTS: (*WHERE, Field.AREA, Field.OFFICER, Field.STATE),
    Page.HOURS: (
        *WHERE,
        Field.OFFICER,
        Field.ADDRESS,
        Field.DAYS,
        Field.REPEAT,
        Field.STARTS,
        Field.ENDS,
        Field.SINCE,
        Field.UNTIL,
    ),
}
# Without these a sheet says nothing. Of the code and the name of a community either is enough.
NEEDED: Mapping[Page, tuple[Field, ...]] = {
    Page.COMMUNITIES: (),
    Page.AREAS: (Field.AREA,),
    Page.OFFICES: (Field.ADDRESS,),
    Page.POSTS: (Field.AREA, Field.OFFICER),
    Page.HOURS: (Field.OFFICER, Field.ADDRESS, Field.DAYS, Field.STARTS, Field.ENDS),
}
NUMBERS = frozenset({Field.LATITUDE, Field.LONGITUDE})
INSTRUCTIONS, LISTS = "Як заповнювати", "Списки"  # two more sheets

REST = "решта громади"  # instead of a settlement: all that no area names

STEPS: Mapping[Enrolment, str] = {
    Enrolment.CHOSEN: "обрано",
    Enrolment.INVITED: "запрошено",
    Enrolment.CONSIDERING: "розглядає",
    Enrolment.AGREED: "згодна",
    Enrolment.DECLINED: "відмовилася",
    Enrolment.MEMORANDUM: "меморандум",
    Enrolment.ACTIVE: "працює",
    Enrolment.PAUSED: "призупинено",
    Enrolment.ENDED: "завершено",
}


class PostState(StrEnum):
    """What the export says of an officer. An import does not read it: what is so is known."""

    TO_INVITE = "запросити"
    INVITED = "запрошено"
    SERVES = "служить"


class Level(StrEnum):
    """What becomes of a row."""

    ERROR = "error"  # while there is one, nothing is changed
    NOTE = "note"  # a part of it is not carried out
    CREATED = "created"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a sheet, without what is empty. `number`: as the spreadsheet counts it, the heading is 1."""

    page: Page
    number: int
    cells: Mapping[Field, str]

    def __getitem__(self, name: Field) -> str:
        return self.cells.get(name, "")


@dataclass(frozen=True, slots=True)
class Finding:
    """What is to be said of a row: the key of a text, and what it is filled in with."""

    page: Page
    number: int
    level: Level
    key: str
    values: Mapping[str, str | int] = field(default_factory=dict)

    @classmethod
    def of(cls, row: Row, level: Level, key: str, **values: str | int) -> Self:
        return cls(row.page, row.number, level, key, values)

    @classmethod
    def refused(cls, row: Row, refusal: Refusal) -> Self:
        return cls(row.page, row.number, Level.ERROR, refusal.key, refusal.values)


@dataclass(frozen=True, slots=True)
class Form:
    """What a file says, row by row, and what is wrong with it as a form.

    `refused`: the rows with a cell that does not say what it holds.
    """

    rows: Sequence[Row]
    refused: Sequence[Row]
    findings: Sequence[Finding]


class NotTheForm(Refusal):
    """None of the sheets of the form is in it, or there is nothing in them."""

    key = "directory-not-the-form"


class NotASpreadsheet(Refusal):
    key = "directory-not-a-spreadsheet"


class BrokenSpreadsheet(Refusal):
    """It cannot be read, or it takes too long to."""

    key = "directory-broken"


class TooLargeAFile(Refusal):
    """`limit` megabytes at most."""

    key = "directory-too-large"


class SpreadsheetExpected(Refusal):
    """The next message was to be the file."""

    key = "directory-file-expected"


FAULTS: Mapping[Fault, type[Refusal]] = {
    Fault.NOT_A_WORKBOOK: NotASpreadsheet,
    Fault.BROKEN: BrokenSpreadsheet,
}

APOSTROPHES = str.maketrans(dict.fromkeys("'‘ʼ`´", "’"))


def key_of(text: str) -> str:
    """By which names are compared."""
    return on_one_line(text).translate(APOSTROPHES).casefold()


def form_of(workbook: Workbook) -> Form:
    """Raises NotTheForm, NotASpreadsheet, BrokenSpreadsheet."""
    if workbook.fault is not None:
        raise FAULTS[workbook.fault]
    titles = {key_of(title): title for title in workbook.tables}
    read = [_read_page(workbook, page, titles[key_of(page)]) for page in Page if key_of(page) in titles]
    if not any(page.rows or page.findings for page in read):
        raise NotTheForm
    return Form(
        [row for page in read for row in page.rows],
        [row for page in read for row in page.refused],
        [finding for page in read for finding in page.findings],
    )


def _read_page(workbook: Workbook, page: Page, title: str) -> Form:
    """What one sheet says."""
    table = workbook.tables[title]
    heading = table[0] if table else []
    known = {key_of(each): each for each in FORM[page]}
    columns = {place: known[key_of(each)] for place, each in enumerate(heading) if key_of(each) in known}
    odd = {(each.row, each.column): each.what for each in workbook.odd if each.sheet == title}
    rows: list[Row] = []
    refused: list[Row] = []
    findings = _of_heading(page, heading, set(columns.values()), has_rows=len(table) > 1)
    for place, cells in enumerate(table[1:], start=1):
        row = Row(page, place + 1, {columns[at]: text for at, text in enumerate(cells) if at in columns and text})
        wrong = {name: odd[place, at] for at, name in columns.items() if (place, at) in odd}
        if wrong:
            refused.append(row)
            findings += _odd_in(row, wrong)
        elif row.cells:
            rows.append(row)
    return Form(rows, refused, findings)


def _of_heading(page: Page, heading: Sequence[str], found: set[Field], *, has_rows: bool) -> list[Finding]:
    """A heading that is missing, and one that means nothing here."""
    top = Row(page, 1, {})
    known = {key_of(each) for each in (*FORM[page], Field.FINDING)}
    wrong = [
        Finding.of(top, Level.NOTE, "directory-heading-unknown", heading=each)
        for each in heading
        if each and key_of(each) not in known
    ]
    missing = [each for each in NEEDED[page] if each not in found] if has_rows else []
    if has_rows and found.isdisjoint(WHERE):
        missing.insert(0, Field.CODE)
    return [*(Finding.of(top, Level.ERROR, "directory-heading-missing", heading=each) for each in missing), *wrong]


def _odd_in(row: Row, odd: Mapping[Field, Odd]) -> list[Finding]:
    return [Finding.of(row, Level.ERROR, f"directory-cell-{what}", heading=name) for name, what in odd.items()]


# What is sent and asked for.


@dataclass(frozen=True, slots=True)
class DirectoryChecked(Letter):
    """To who sent a file: what it would change, or what is wrong with it; later, what it has changed."""

    import_id: DirectoryImportId


class Paper(StrEnum):
    """What can be had as a file."""

    TEMPLATE = "template"
    EXPORT = "export"


@dataclass(frozen=True, slots=True)
class DirectoryFile(Letter):
    """To a coordinator: the form, empty or filled in."""

    paper: Paper


@dataclass(frozen=True, slots=True)
class DirectoryFindings(Letter):
    """To who sent a file: the same form with what is to be said of each row."""

    import_id: DirectoryImportId


@dataclass(frozen=True, slots=True)
class SendingDirectory(Dialog, flow="send directory"):
    """The next message is the file."""
