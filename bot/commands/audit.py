"""`audit`: who read and changed what, from the command line, and whether the record of it is whole.

Officers stand there by rank and name, coordinators as `people list` names them (person:7), operators as their system
knows them. Residents are in it nowhere.
"""

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Column, Table

from bot.commands.common import DEFAULT_CONFIG, Config, Fault, settings_in, store_of
from bot.commands.people import number_of
from bot.domain.audit import Checkpoint, Head, read_head
from bot.domain.ids import CaseId, PersonId
from bot.domain.policy import KYIV
from bot.register import Register
from bot.services import audit as service
from bot.storage import audit, copies
from bot.storage.audit import Line
from bot.storage.transaction import Transaction

LIMIT = 100

cli = typer.Typer(help="Who read and changed what.", no_args_is_help=True)
Case = Annotated[str, typer.Option("--case", help="About this case, by its number.", metavar="NUMBER")]
Person = Annotated[str, typer.Option("--person", help="By this person, as `people list` names them.", metavar="NAME")]
Since = Annotated[datetime | None, typer.Option("--since", help="From this day on, in Kyiv.", formats=["%Y-%m-%d"])]
Limit = Annotated[int, typer.Option("--limit", help="At most so many, the newest.", min=1)]
Sent = Annotated[str, typer.Option("--head", help="A head from a daily letter: is it still there?", metavar="HEAD")]


@cli.command("list")
def list_entries(
    case: Case = "", person: Person = "", since: Since = None, limit: Limit = LIMIT, config: Config = DEFAULT_CONFIG
) -> None:
    """List entries, oldest first: the newest of those that are asked for."""
    person_id = PersonId(number_of(person, "person")) if person else None
    from_then = since.replace(tzinfo=KYIV).astimezone(UTC) if since else None
    lines = asyncio.run(_lines(config, case, person_id, from_then, limit))
    register = Register.load()
    table = Table(Column("no.", no_wrap=True), Column("when", no_wrap=True), "who", "did", "to", "where")
    for line in reversed(lines):
        when = f"{line.at.astimezone(KYIV):%Y-%m-%d %H:%M:%S}"
        table.add_row(str(line.id), when, _who(line), line.act, _subject(line), _where(register, line))
    # Nothing in a name is markup, whatever brackets it has.
    console = Console(markup=False, emoji=False, highlight=False)
    console.print(table if table.row_count else "There are no such entries.")
    if len(lines) == limit:
        console.print(f"These are the newest {limit}; for more: --limit")


async def _lines(
    config: Path, number: str, person_id: PersonId | None, since: datetime | None, limit: int
) -> list[Line]:
    """Raises Fault."""

    async def read(tx: Transaction) -> list[Line]:
        case_id: CaseId | None = None
        if number:
            found = await copies.numbered(tx, number.strip().upper())
            if found is None:
                raise Fault(f"{number}: there is no such case. For example: КШ-2026-000123")
            case_id = found.case_id
        return await audit.lines(tx, case_id, person_id, since, limit)

    async with store_of(settings_in(config)) as store:
        return await store.read(read)


def _who(line: Line) -> str:
    match line.by_kind:
        case "officer" if line.name:
            return f"{line.rank} {line.name}"
        case "coordinator":
            return f"coordinator person:{line.by_id}"
        case _:
            return f"{line.by_kind} {line.by_name or line.by_id or ''}".strip()


def _subject(line: Line) -> str:
    if line.subject_kind == "case":
        return line.case_number or f"case:{line.subject_id}"
    return f"{line.subject_kind}:{line.subject_id}"


def _where(register: Register, line: Line) -> str:
    if line.place:
        return register.community_name(line.place)
    names = {str(each.code): each.name for each in register.oblasts}
    return names.get(line.oblast or "", line.oblast or "")


@cli.command()
def verify(head: Sent = "", config: Config = DEFAULT_CONFIG) -> None:
    """Go through the chain of entries. Exit code 1: something in it was changed, taken out or put in."""
    sent = read_head(head) if head else None
    if head and sent is None:
        raise Fault(f"{head}: not a head. For example: 4711 · 3f2a 91bc 55aa 01ef")
    verdict, held = asyncio.run(_verified(config, sent))
    typer.echo(f"{verdict.entries} entries {_since(verdict.checkpoint)}")
    if verdict.wrong is not None:
        raise Fault(f"broken: {verdict.wrong}")
    typer.echo(f"whole; its head: {verdict.head.written}")
    if sent is None:
        return
    if held is None:
        typer.echo(f"entry {sent.number} was erased after its term: whether it was {sent.written} cannot be said")
    elif held:
        typer.echo(f"{sent.written} is in it")
    else:
        raise Fault(f"broken: {sent.written} is not in it. The chain was cut at its end, or written again")


async def _verified(config: Path, sent: Head | None) -> tuple[service.Verdict, bool | None]:
    async with store_of(settings_in(config)) as store:
        return await service.verify(store), await service.holds(store, sent) if sent else None


def _since(start: Checkpoint) -> str:
    if not start.entries:
        return (
            f"since its beginning, after {start.upto} entries from before there was a chain" if start.upto else "in all"
        )
    return f"since the checkpoint at {start.head.written}, of {start.at.astimezone(KYIV):%Y-%m-%d}"
