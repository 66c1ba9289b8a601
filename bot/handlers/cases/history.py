"""A case's history as its desk reads it: both sides' words and every move, with their hours, in pages.

A page is made of whole entries, as many as fit well below Telegram's limit; words longer than a page go on in the next
one. The handler that sends a page's files makes the same pages, so what is pressed and what is shown agree.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.bodies import Kind
from bot.domain.cases import Act, Case, Side
from bot.domain.desk import tab_of
from bot.domain.ids import CaseMessageId
from bot.handlers.cases.buttons import DeskCase, DeskList, OfferAdvice, ShowFiles
from bot.handlers.cases.letters import act_buttons, card_lines, case_title
from bot.services.cases import access
from bot.storage import case_lists
from bot.storage import cases as stored
from bot.storage.case_lists import Happened, Said
from bot.storage.transaction import Transaction
from bot.telegram.rendering import Addressee, Sent
from bot.telegram.rich import Rich, bold, joined, pieces
from bot.telegram.screens import Label, Screen
from bot.texts import Say

PAGE_UNITS = 2500


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that was said or happened."""

    at: datetime
    shown: Rich
    file: CaseMessageId | None = None  # the message whose file can be shown again


Page = list[Entry]


async def pages_of(tx: Transaction, say: Say, case: Case) -> list[Page]:
    """The whole history, oldest first, as pages of at most PAGE_UNITS; one at least."""
    link = await stored.link(tx, case.id)
    name = link.name if link else None
    entries = [said_entry(say, each, name) for each in await case_lists.said(tx, case.id)]
    entries += [happened_entry(say, each, name, case) for each in await case_lists.happened(tx, case.id)]
    pages: list[Page] = [[]]
    room = PAGE_UNITS
    for entry in sorted(entries, key=lambda each: each.at):
        for piece in pieces(entry.shown, PAGE_UNITS):
            if piece.units > room:
                pages.append([])
                room = PAGE_UNITS
            pages[-1].append(Entry(entry.at, piece, entry.file))
            room -= piece.units
    return pages


def page_number(asked: int, pages: Sequence[Page]) -> int:
    """Which page is meant, from 1; 0 asks for the last."""
    return asked if 1 <= asked <= len(pages) else len(pages)


def said_entry(say: Say, said: Said, name: str | None) -> Entry:
    body = said.body
    lines = [head(say, said.at, who(say, said.direction, said.officer_rank, said.officer_name, name))]
    if body.kind is not Kind.TEXT:
        lines.append(Rich(f"[{say(f'content-{body.kind}')}]"))
    if body.text:
        lines.append(Rich(body.text, body.entities))
    if said.version > 1:
        lines.append(Rich(say("case-edited")))
    return Entry(said.at, joined(lines), said.id if body.kind is not Kind.TEXT else None)


def happened_entry(say: Say, happened: Happened, name: str | None, case: Case) -> Entry:
    rank, officer = happened.officer_rank, happened.officer_name
    if happened.what is Act.HAND:  # by the coordinator; the officer is who has it from then on
        by = say("desk-coordinator")
        sentence = say("desk-event-hand", rank=rank or "", name=officer or "")
    else:
        by = who(say, happened.by, rank, officer, name)
        sentence = say(f"desk-event-{happened.what}", rating=case.rating or 0)
    return Entry(happened.at, joined([head(say, happened.at, by), Rich(sentence)]))


def who(say: Say, side: Side, rank: str | None, name: str | None, resident: str | None) -> str:
    if side is Side.RESIDENT:
        return resident or say("from-resident")
    return say("from-officer", rank=rank, name=name) if rank and name else say("desk-coordinator")


def head(say: Say, at: datetime, by: str) -> Rich:
    return bold(f"{say.datetime(at)} · {by}")


async def files_on(tx: Transaction, say: Say, case: Case, asked: int) -> list[CaseMessageId]:
    """The messages of a page that have files; of an album the first stands for all."""
    pages = await pages_of(tx, say, case)
    ids = {entry.file for entry in pages[page_number(asked, pages) - 1] if entry.file is not None}
    albums: set[str] = set()
    found = []
    for message in await stored.messages(tx, case.id):
        if message.id in ids and message.album not in albums:
            found.append(message.id)
            albums |= {message.album} if message.album else set()
    return found


async def draw_case(to: Addressee, button: DeskCase) -> Screen:
    case = await access.seen_at_desk(to.tx, to.person_id, button.case_id)
    pages = await pages_of(to.tx, to.say, case)
    number = page_number(button.page, pages)
    page = pages[number - 1]
    lines = card_lines(to, case, await stored.link(to.tx, case.id))
    if len(pages) > 1:
        lines.append(to.say("desk-page", page=number, pages=len(pages)))
    body = joined([entry.shown for entry in page], "\n\n")
    return Screen(case_title(to, case), lines, body, await case_rows(to, case, page, number, len(pages)))


async def case_rows(to: Addressee, case: Case, page: Page, number: int, pages: int) -> list[list[Label]]:
    say = to.say
    rows = act_buttons(to, case)
    if case.crime_signs and case.is_open and not await case_lists.has_happened(to.tx, case.id, Act.CRIME_ADVICE):
        rows.append([(say("desk-advice-button"), OfferAdvice(case.id))])
    if any(entry.file is not None for entry in page):
        rows.append([(say("desk-files-button"), ShowFiles(case.id, number))])
    turn: list[Label] = []
    if number > 1:
        turn.append((say("previous-page-button"), DeskCase(case.id, number - 1)))
    if number < pages:
        turn.append((say("next-page-button"), DeskCase(case.id, number + 1)))
    back: list[Label] = [(say("back-button"), DeskList(tab_of(case, to.tx.now), 0, back=False))]
    return [*rows, *([turn] if turn else []), back]


async def page_sent(to: Addressee, button: DeskCase, sent: Sequence[Sent]) -> None:
    for each in sent:
        case_lists.note_page(to.tx, to.chat_id, each.message_id, button.case_id)
