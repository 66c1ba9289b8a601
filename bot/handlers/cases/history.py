"""A case's history as its desk reads it: both sides' messages and every move, with their times, in pages.

A page holds what fits well below Telegram's limit; messages longer than a page go on in the next one. Only what it
holds is loaded. The handler that sends a page's files makes the same page, so what is pressed and what is shown agree.
Messages are quotations, so that one which imitates the head of another is seen to be only text.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.bodies import Kind
from bot.domain.case_letters import TextAgain
from bot.domain.case_lists import tab_of
from bot.domain.cases import Act, Case, Side
from bot.domain.ids import CaseId, CaseMessageId
from bot.domain.letters import LetterClass
from bot.domain.notes import readers_of
from bot.handlers.case_entries import mover, sentence, who
from bot.handlers.case_lists.buttons import BackToList
from bot.handlers.cases.buttons import DeskCase, History, MoreActs, PlainWords, ShowFiles
from bot.handlers.cases.cards import act_buttons, card_lines, case_title, give_rows, more_label
from bot.handlers.cases.kept import desk_lines
from bot.handlers.references import referred_to, text_of
from bot.services.cases import access
from bot.storage import case_history, case_lists, case_messages
from bot.storage import cases as stored_cases
from bot.storage.case_history import END, MessageEntry, MoveEntry
from bot.storage.transaction import Transaction
from bot.surface.context import Context
from bot.surface.rendering import Addressee, Sent
from bot.surface.rich import Rich, bold, joined, pieces, quoted
from bot.surface.screens import Label, Screen
from bot.texts import Say

PAGE_UNITS = 2500

PARTS_A_PAGE = 30

ENTRIES_READ = PARTS_A_PAGE + 2  # with the one at the edge, and one more, which shows whether there is another page


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that was said or happened, or a part of it: long messages have several, counted from 0."""

    edge: int
    number: int
    shown: Rich
    file: CaseMessageId | None  # the message whose file can be shown again
    album: str | None


@dataclass(frozen=True, slots=True)
class Page:
    """Some parts, oldest first, and whether there are any before and after them."""

    parts: Sequence[Part]
    more_before: bool
    more_after: bool


# Opening it.


async def open_history(context: Context, button: History) -> None:
    await open_logged(context, button.case_id)
    context.show(DeskCase(button.case_id), as_new=True)


async def open_case(context: Context, button: DeskCase) -> None:
    await open_logged(context, button.case_id)
    context.show(button)


async def show_files(context: Context, button: ShowFiles) -> None:
    """The files of a page once more, as messages of their own."""
    case, seat = await open_logged(context, button.case_id)
    for message_id in await files_on(context.tx, context.say, case, button):
        context.tx.outbox.tell(access.desk_party(case, seat), TextAgain(message_id), asked=LetterClass.OWN)


async def open_logged(context: Context, case_id: CaseId) -> tuple[Case, access.Seat]:
    """As `access.open_case`, noted in the log."""
    case, seat = await access.open_case(context.tx, context.actor, case_id)
    context.turn.facts["case"] = case.number or ""
    return case, seat


# A page.


async def page_at(tx: Transaction, say: Say, case: Case, button: DeskCase | ShowFiles) -> Page:
    """The page that a button means; the newest one where its edge is none of this case's."""
    start = await case_history.position(tx, case.id, button.edge)
    back = button.back or start is None
    link = await stored_cases.link(tx, case.id)
    parts = [
        part
        for entry in await case_history.entries(tx, case.id, start or END, ENTRIES_READ, backwards=back)
        for part in parts_of(say, case, entry, link.name if link else None, backwards=back)
        if is_beyond(part, button, backwards=back)
    ]
    fitting = first_that_fit(parts)
    more = len(fitting) < len(parts)
    if back:
        return Page(fitting[::-1], more_before=more, more_after=start is not None)
    return Page(fitting, more_before=True, more_after=more)


def is_beyond(part: Part, button: DeskCase | ShowFiles, *, backwards: bool) -> bool:
    """Whether a part comes after the one at the edge, in the order of reading."""
    if part.edge != button.edge:
        return True
    return part.number < button.part if backwards else part.number > button.part


def first_that_fit(parts: Sequence[Part]) -> list[Part]:
    """The first of these parts that one page has room for."""
    fitting: list[Part] = []
    room = PAGE_UNITS
    for part in parts[:PARTS_A_PAGE]:
        room -= part.shown.units
        if room < 0:
            break
        fitting.append(part)
    return fitting


def parts_of(say: Say, case: Case, entry: MessageEntry | MoveEntry, name: str | None, *, backwards: bool) -> list[Part]:
    """An entry as it is read, cut where it is longer than a page."""
    if isinstance(entry, MessageEntry):
        shown, album = message_entry(say, entry, name), entry.album
        file = entry.id if entry.body.kind is not Kind.TEXT else None
    else:
        shown, album, file = move_entry(say, entry, name, case), None, None
    cut = enumerate(pieces(shown, PAGE_UNITS))
    parts = [Part(entry.edge, number, piece, file, album) for number, piece in cut]
    return parts[::-1] if backwards else parts


def message_entry(say: Say, message: MessageEntry, name: str | None) -> Rich:
    body = message.body
    lines = [head(say, message.at, who(say, message.direction, message.officer_rank, message.officer_name, name))]
    if body.kind is not Kind.TEXT:
        lines.append(Rich(f"[{say(f'content-{body.kind}')}]"))
    lines.append(referred_to(say, body))
    if body.text:
        lines.append(quoted(Rich(body.text, body.entities)))
    if message.version > 1:
        lines.append(Rich(say("case-edited")))
    if message.recalled:
        lines.append(Rich(say("recalled")))
    return joined(lines)


def move_entry(say: Say, move: MoveEntry, name: str | None, case: Case) -> Rich:
    if move.what is Act.NOTE:
        return note_entry(say, move, case)
    lines = [head(say, move.at, mover(say, move, name)), Rich(sentence(say, move, case))]
    return joined([*lines, quoted(Rich(move.reason))] if move.reason else lines)


def note_entry(say: Say, move: MoveEntry, case: Case) -> Rich:
    """A note looks like nothing that was said to the resident; of one that was deleted only that it was there."""
    by = who(say, move.by, move.officer_rank, move.officer_name, None)
    lines = [bold(say("note-head", readers=readers_of(case))), Rich(f"{say.datetime(move.at)} · {by}")]
    lines.append(quoted(Rich(move.note)) if move.note else Rich(say("desk-event-note")))
    return joined([*lines, Rich(say("case-edited"))] if move.edited else lines)


def head(say: Say, at: datetime, by: str) -> Rich:
    return bold(f"{say.datetime(at)} · {by}")


async def files_on(tx: Transaction, say: Say, case: Case, button: ShowFiles) -> list[CaseMessageId]:
    """The messages of a page that have files; of an album one represents all."""
    page = await page_at(tx, say, case, button)
    found: dict[CaseMessageId | str, CaseMessageId] = {}
    for part in page.parts:
        if part.file is not None:
            found.setdefault(part.album or part.file, part.file)
    return list(found.values())


# Its screen.


async def draw_case(to: Addressee, button: DeskCase) -> Screen:
    case = await access.seen_at_desk(to.tx, to.person_id, button.case_id)
    page = await page_at(to.tx, to.say, case, button)
    lines = await card_lines(to, case, await stored_cases.link(to.tx, case.id))
    lines += await desk_lines(to, case)
    body = joined([part.shown for part in page.parts], "\n\n")
    return Screen(case_title(to, case), lines, body, await case_rows(to, case, page, button), protected=True)


async def case_rows(to: Addressee, case: Case, page: Page, button: DeskCase) -> list[list[Label]]:
    say = to.say
    rows = act_buttons(to, case)
    if await access.coordinates(to.tx, to.person_id, case):
        rows += give_rows(to, case)
    if any(part.file is not None for part in page.parts):
        rows.append([(say("desk-files-button"), files_of(case, page, button))])
    rows.append([more_label(to, case)])
    turn: list[Label] = []
    if page.parts and page.more_before:
        first = page.parts[0]
        turn.append((say("previous-page-button"), DeskCase(case.id, first.edge, first.number, back=True)))
    if page.parts and page.more_after:
        last = page.parts[-1]
        turn.append((say("next-button"), DeskCase(case.id, last.edge, last.number, back=False)))
    back: list[Label] = [(say("back-button"), BackToList(tab_of(case, to.tx.now)))]
    return [*rows, *([turn] if turn else []), back]


def files_of(case: Case, page: Page, button: DeskCase) -> ShowFiles:
    """The button of a page's files: of this page also when more has come, so the newest is named by its last part."""
    if button.edge:
        return ShowFiles(case.id, button.edge, button.part, button.back)
    last = page.parts[-1]
    return ShowFiles(case.id, last.edge, last.number + 1, back=True)


async def page_sent(to: Addressee, button: DeskCase | MoreActs, sent: Sequence[Sent]) -> None:
    for each in sent:
        case_lists.note_page(to.tx, to.chat_id, each.message_id, button.case_id)


# For the register of crimes.


async def give_plain_words(context: Context, button: PlainWords) -> None:
    case, _ = await access.take_out_words(context.tx, context.actor, button.case_id)
    context.turn.facts["case"] = case.number or ""
    context.show(button, as_new=True)


async def draw_plain_words(to: Addressee, button: PlainWords) -> Screen:
    """What its resident wrote, as text that can be copied."""
    case = await access.seen_at_desk(to.tx, to.person_id, button.case_id)
    link = await stored_cases.link(to.tx, case.id)
    messages = [each for each in await case_messages.of_case(to.tx, case.id) if each.direction is Side.RESIDENT]
    said = [
        f"{to.say.datetime(each.sent_at)}\n{text_of(to.say, each.body).text}" for each in messages if each.body.text
    ]
    lines = await card_lines(to, case, link)
    return Screen(case_title(to, case), lines, Rich("\n\n".join(said)))
