"""What stories about the directory share: making a file as a person would, and sending it."""

from collections.abc import Mapping, Sequence
from io import BytesIO

from openpyxl import Workbook, load_workbook

from bot.domain.directory import FORM, Page
from simulator import Person
from simulator.chats import Bubble
from simulator.people import Part

Rows = Mapping[Page, Sequence[Sequence[str]]]

KOMYSHUVAKHA = "UA23060090000082326"
VILLAGE = "Веселе"


def filled(rows: Rows) -> bytes:
    """The form with these rows."""
    made = Workbook()
    made.remove(made.worksheets[0])
    for page, lines in rows.items():
        sheet = made.create_sheet(page)
        for line in [FORM[page], *lines]:
            sheet.append(list(line))
    return bytes_of(made)


def bytes_of(made: Workbook) -> bytes:
    content = BytesIO()
    made.save(content)
    return content.getvalue()


WHERE = ("", "Комишуваська")
ONE_COMMUNITY: Rows = {
    Page.COMMUNITIES: [(KOMYSHUVAKHA, "Комишуваська", "згодна")],
    Page.AREAS: [(*WHERE, "Центр", "решта громади"), (*WHERE, "Північ", VILLAGE)],
    Page.OFFICES: [(*WHERE, "вул. Богдана Хмельницького, 37", "47.71", "35.53")],
    Page.POSTS: [(*WHERE, "Центр", "Іван Петренко", "запросити")],
    Page.HOURS: [
        (*WHERE, "Іван Петренко", "вул. Богдана Хмельницького, 37", "ср, пт", "щотижня", "9:00", "12:00"),
    ],
}


async def opens_directory(coordinator: Person) -> None:
    await coordinator.says("Координатор")
    await coordinator.presses("Довідник")


async def sends_file(coordinator: Person, content: bytes, name: str = "Довідник.xlsx") -> None:
    await opens_directory(coordinator)
    await coordinator.presses("Надіслати файл")
    await coordinator.sends(Part("document", file_name=name, content=content))


def content_of(person: Person, bubble: Bubble) -> bytes:
    return person._bot.files.find(bubble.fields["document"].file_id).content  # noqa: SLF001


async def exports(coordinator: Person) -> bytes:
    await opens_directory(coordinator)
    await coordinator.presses("Вивантажити довідник")
    return content_of(coordinator, await coordinator.sees("Довідник ваших громад", anywhere=True))


def rows_in(content: bytes, page: Page) -> list[list[str]]:
    """Without the heading."""
    sheet = load_workbook(BytesIO(content))[page]
    return [["" if each is None else str(each) for each in row] for row in sheet.iter_rows(min_row=2, values_only=True)]
