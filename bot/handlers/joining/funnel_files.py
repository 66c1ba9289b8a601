"""The funnel as a file: a picture of it, and a table with every community."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from bot.domain.communities import Enrolment
from bot.domain.ids import PersonId
from bot.domain.joining import FunnelForm, FunnelMade, Item, turn
from bot.domain.kyiv import today
from bot.domain.letters import LetterClass, PersonAt, PlainText
from bot.domain.people import require_coordinator
from bot.domain.refusals import NotFound
from bot.handlers.joining.buttons import FunnelFile
from bot.handlers.places import community_at, community_name
from bot.register import Register
from bot.services.communities import coordinator_parts
from bot.storage import joining as stored
from bot.storage.joining import InFunnel
from bot.storage.transaction import Transaction
from bot.surface.context import Context
from bot.surface.outgoing import Document, Effect, Made, Show
from bot.surface.rendering import Addressee
from bot.surface.rich import Rich
from bot.texts import Say
from bot.typesetting import draw

WHOLE = 1000  # of a bar
DAY = "dd.mm.yyyy"  # how a table shows a day
WIDE, NARROW = 34, 14  # characters of a column


@dataclass(frozen=True, slots=True)
class Gathered:
    """Where all communities of a coordinator are, at this moment."""

    rows: Sequence[InFunnel]
    at: datetime

    @property
    def steps(self) -> Counter[Enrolment]:
        return Counter(row.enrolment for row in self.rows)

    @property
    def oblasts(self) -> Mapping[str, Counter[Enrolment]]:
        """The steps of each oblast; of none where there is one alone."""
        found: dict[str, Counter[Enrolment]] = {}
        for row in self.rows:
            found.setdefault(row.oblast, Counter())[row.enrolment] += 1
        return found if len(found) > 1 else {}


async def send(context: Context, button: FunnelFile) -> None:
    require_coordinator(context.actor)
    context.answer(context.say("funnel-file-coming"))
    context.tx.outbox.tell(context.actor.here, FunnelMade(button.form), asked=LetterClass.OWN)


async def render(to: Addressee, letter: FunnelMade) -> Sequence[Effect]:
    """Void for a person who coordinates nothing any more."""
    try:
        await coordinator_parts(to.tx, to.person_id)
    except NotFound:
        return []
    make = picture if letter.form is FunnelForm.PICTURE else table
    name = "communities.png" if letter.form is FunnelForm.PICTURE else "communities.xlsx"
    file = Made(name, partial(gather, person_id=to.person_id), partial(make, to.say, to.register))
    return [Show(Document(Rich(to.say("funnel-title")), file, picture=letter.form is FunnelForm.PICTURE))]


async def failed(to: Addressee, letter: FunnelMade) -> None:
    to.tx.outbox.tell(PersonAt(to.person_id), PlainText("funnel-file-failed"))


async def gather(tx: Transaction, person_id: PersonId) -> Gathered:
    return Gathered(await stored.in_funnel(tx, person_id), tx.now)


def oblast_name(say: Say, register: Register, code: str) -> str:
    return say.place(next((each.name for each in register.oblasts if each.code == code), code))


# The picture.


def picture(say: Say, register: Register, found: Gathered) -> bytes:
    """As PNG: a bar for each step, and for each oblast one of all its communities, those that work dark."""
    steps, oblasts = found.steps, found.oblasts
    widest, widest_oblast = max(steps.values(), default=1), max((each.total() for each in oblasts.values()), default=1)
    return draw(
        "funnel",
        {
            "title": say("funnel-title"),
            "language": say.language.value,
            "date": say.date(found.at),
            "steps": [
                {"name": say(f"funnel-{each}"), "count": str(steps[each]), "share": steps[each] * WHOLE // widest}
                for each in Enrolment
            ],
            "by_oblast": say("funnel-by-oblast"),
            "oblasts": [
                {
                    "name": oblast_name(say, register, code),
                    "count": say("funnel-works-of", active=counts[Enrolment.ACTIVE], all=counts.total()),
                    "active": counts[Enrolment.ACTIVE] * WHOLE // widest_oblast,
                    "share": counts.total() * WHOLE // widest_oblast,
                }
                for code, counts in sorted(oblasts.items())
            ],
        },
    )


# The table.


def table(say: Say, register: Register, found: Gathered) -> bytes:
    """As XLSX: how many communities are at each step, by oblast where there are several; and each community."""
    book = Workbook()
    book.remove(book.worksheets[0])
    add_steps(book.create_sheet(say("funnel-sheet-steps")), say, register, found)
    add_communities(book.create_sheet(say("funnel-sheet-communities")), say, register, found)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def begin(sheet: Worksheet, names: Sequence[str], *, wide: int) -> None:
    """The first row stays in sight; the first `wide` columns are wide."""
    for number in range(1, len(names) + 1):
        sheet.column_dimensions[get_column_letter(number)].width = WIDE if number <= wide else NARROW
    sheet.freeze_panes = "A2"
    sheet.append(list(names))
    for cell in sheet[1]:
        cell.font = Font(bold=True)


def add_steps(sheet: Worksheet, say: Say, register: Register, found: Gathered) -> None:
    steps, oblasts = found.steps, sorted(found.oblasts.items())
    names = [oblast_name(say, register, code) for code, _ in oblasts]
    begin(sheet, [say("funnel-column-step"), say("funnel-column-count"), *names], wide=1)
    for each in Enrolment:
        sheet.append([say(f"funnel-{each}"), steps[each], *(counts[each] for _, counts in oblasts)])


def add_communities(sheet: Worksheet, say: Say, register: Register, found: Gathered) -> None:
    columns = ("community", "raion", "oblast", "step", "since", "days", "turn")
    begin(sheet, [say(f"funnel-column-{each}") for each in columns], wide=3)
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{len(found.rows) + 1}"
    for row in found.rows:
        community = community_at(register, row.code)
        whose = turn(row.enrolment, ready=row.ready == len(Item))
        sheet.append(
            [
                community_name(say, community),
                say.place(community.raion.name),
                say.place(community.oblast.name),
                say(f"funnel-{row.enrolment}"),
                today(row.since),
                (found.at - row.since).days,
                say(f"partner-{whose}") if whose is not None else None,
            ]
        )
    for cell in sheet["E"][1:]:
        cell.number_format = DAY
