"""`people erase`: erases what is kept of a person who asks the operator for it, and prints a receipt.

The person is named by the number of one of their cases, or by their account's id at Telegram; typed in where it is not
given, so that it stays in no shell's history. Neither is printed, logged or audited: the receipt has a number of its
own and counts.
"""

import asyncio
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from bot.commands.common import DEFAULT_CONFIG, Config, Fault, in_store, settings_in, store_of
from bot.domain.audit import OPERATOR
from bot.domain.cases import NUMBER
from bot.domain.erasures import What
from bot.domain.ids import CaseId, PersonId
from bot.services import erasure
from bot.services.erasure import Extent
from bot.storage import audit, cases, copies, erasures, people
from bot.storage.erasures import Held
from bot.storage.transaction import Transaction
from bot.workers.eraser import erase_asked

Who = Annotated[str, typer.Argument(help="A case's number, or the account's id at Telegram.", metavar="WHO")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Only count what would be erased.")]
Sure = Annotated[bool, typer.Option("--yes", help="Do not ask again.")]


@dataclass(frozen=True, slots=True)
class Found:
    """Of whom, or of which case, it is asked, and how much that is. A case may lead to nobody any more."""

    person_id: PersonId | None
    case_id: CaseId | None
    extent: Extent


def erase(who: Who = "", dry_run: DryRun = False, sure: Sure = False, config: Config = DEFAULT_CONFIG) -> None:
    """Erase all that is kept of a person as a resident; of a case that leads to nobody, that case."""
    who = who or typer.prompt("Number of a case, or the account's id at Telegram", hide_input=True)
    found = asyncio.run(in_store(config, partial(_find, who=who.strip())))
    whose = "the person" if found.person_id is not None else "the case, which leads to nobody any more"
    typer.echo(f"Of {whose}:")
    _say(found.extent)
    if dry_run:
        return
    if not sure and not typer.confirm("Erase this? It cannot be undone."):
        raise Fault("nothing was changed")
    asyncio.run(_carry_out(config, found))


async def _carry_out(config: Path, found: Found) -> None:
    async with store_of(settings_in(config)) as store:
        number = await store.transact(partial(_erase, found=found))
        await erase_asked(store)
        await store.database.knock()
        typer.echo(f"Receipt {number}, {store.clock.now():%Y-%m-%d %H:%M} UTC: erased from the database.")
    typer.echo("The running bot takes the messages out of the chats: `people erasures` says how many wait.")


async def _find(tx: Transaction, who: str) -> Found:
    """Raises Fault."""
    if NUMBER.fullmatch(who):
        numbered = await copies.going_on(tx, who)
        if numbered is None:
            raise Fault("there is no such case")
        link = await cases.link(tx, numbered.case_id)
        if link is None or link.person_id is None:
            matter = await erasures.one_matter(tx, numbered.case_id)
            return Found(None, numbered.case_id, await erasure.extent(tx, matter))
        person_id: PersonId = link.person_id
    elif who.isdecimal():
        actor = await people.actor(tx, int(who))
        if actor is None:
            raise Fault("nothing is kept of that account")
        person_id = actor.person_id
    else:
        raise Fault("neither a case's number nor an account's id. For example: КШ-2026-000123")
    return Found(person_id, None, await erasure.extent(tx, await erasures.cases_of(tx, person_id)))


async def _erase(tx: Transaction, found: Found) -> int:
    """The number of the receipt."""
    number = 0
    if found.person_id is not None:
        await erasure.erase_person(tx, found.person_id)
        number = await erasures.number_of(tx, What.PERSON, found.person_id)
    elif found.case_id is not None:
        await erasure.erase_case(tx, found.case_id)
        number = await erasures.number_of(tx, What.CASE_WORDS, found.case_id)
    audit.write(tx, OPERATOR, "erase", "erasure", f"{number}: {found.extent}")
    return number


def _say(extent: Extent) -> None:
    chats = extent.in_chats
    for name, count in (
        ("cases", extent.cases),
        ("messages", extent.messages),
        ("files", extent.files),
        ("in chats, to be deleted", chats.young),
        ("in chats, older than 47 hours, to be emptied by edits", chats.old),
    ):
        typer.echo(f"  {name}: {count}")
    for each in extent.held:
        typer.echo(f"  {each.number} keeps its text: {_why(each)}")


def _why(held: Held) -> str:
    if held.until is not None:
        return f"a coordinator holds it until {held.until:%Y-%m-%d}"
    return "signs of a crime" if held.crime_signs else "a complaint"


def erasures_waiting(config: Config = DEFAULT_CONFIG) -> None:
    """Say how much of what was erased is still in chats."""
    waiting, chats = asyncio.run(in_store(config, _waiting))
    typer.echo(f"cases: {waiting}, messages to be deleted: {chats.young}, to be emptied by edits: {chats.old}")


async def _waiting(tx: Transaction) -> tuple[int, erasures.InChats]:
    found = await erasures.waiting(tx)
    return len(found), (await erasure.extent(tx, found)).in_chats
