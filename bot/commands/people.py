"""`people`: who is entrusted with what; ending that, and locking a lost telephone, from the command line.

`erase` is in a module of its own. A person is named as `list` names them: person:7; what they coordinate: part:3.
"""

import asyncio
import re
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import Annotated, TypeVar

import typer
from rich.console import Console
from rich.table import Column, Table

from bot.commands.common import DEFAULT_CONFIG, Config, Fault, in_store
from bot.commands.erase import erase, erasures_waiting
from bot.domain.audit import OPERATOR
from bot.domain.ids import PartId, PersonId
from bot.domain.people import Part, Role, Scope
from bot.domain.refusals import NotFound
from bot.domain.staff import NothingLocked
from bot.register import Register
from bot.services import staff
from bot.storage import staff as stored
from bot.storage.transaction import Transaction

T = TypeVar("T")
NAMED = re.compile(r"(?P<kind>person|part):(?P<number>[0-9]{1,18})")

cli = typer.Typer(help="Who is entrusted with what; and erasing what is kept of a person.", no_args_is_help=True)
cli.command()(erase)
cli.command("erasures")(erasures_waiting)
Name = Annotated[str, typer.Argument(help="As `list` names it: person:7, part:3.", metavar="NAME")]
Sure = Annotated[bool, typer.Option("--yes", help="Do not ask again.")]


@cli.command("list")
def list_all(config: Config = DEFAULT_CONFIG) -> None:
    """List coordinators and officers, with what they have and whether it is locked."""
    parts, posts = asyncio.run(in_store(config, _all))
    register = Register.load()
    names = {str(each.code): each.name for each in register.oblasts}
    table = Table(Column("person", no_wrap=True), Column("part", no_wrap=True), "who", "where", "since", "locked")
    for part in parts:
        code = part.scope_code or ""
        where = names.get(code) or register.community_name(code) or "the whole country"
        table.add_row(
            f"person:{part.person_id}", f"part:{part.id}", part.role, where, f"{part.since:%Y-%m-%d}", _at(part)
        )
    for post in posts:
        where = f"{register.community_name(post.community)}: {post.area}"
        who = f"{post.rank} {post.name}"
        table.add_row(f"person:{post.person_id}", "", who, where, f"{post.since:%Y-%m-%d}", _at(post))
    # Nothing in a name is markup, whatever brackets it has.
    Console(markup=False, emoji=False, highlight=False).print(table if table.row_count else "Nobody yet.")


def _at(held: stored.HeldPart | stored.HeldPost) -> str:
    return f"{held.locked_at:%Y-%m-%d %H:%M}" if held.locked_at else ""


async def _all(tx: Transaction) -> tuple[list[stored.HeldPart], list[stored.HeldPost]]:
    return await stored.held(tx), await stored.held_posts(tx)


@cli.command()
def end(name: Name, sure: Sure = False, config: Config = DEFAULT_CONFIG) -> None:
    """End what a person coordinates. An officer is dismissed by a coordinator, in the bot."""
    part_id = PartId(number_of(name, "part"))
    held = asyncio.run(in_store(config, partial(stored.held_part, part_id=part_id)))
    if held is None:
        raise Fault(f"{name}: nobody has it now")
    _ask(sure, asyncio.run(in_store(config, partial(_who_reads, part=held.part, person_id=held.person_id))))
    _carry_out(config, partial(staff.end_part_by_operator, part_id=part_id), name)
    typer.echo(f"{name} has ended. The running bot tells whom it concerns.")


@cli.command()
def lock(name: Name, sure: Sure = False, config: Config = DEFAULT_CONFIG) -> None:
    """Lock a person whose telephone is lost: they see nothing until they are unlocked."""
    person_id = PersonId(number_of(name, "person"))
    held = asyncio.run(in_store(config, partial(stored.parts_of, person_id=person_id)))
    for each in held:
        _ask(sure, asyncio.run(in_store(config, partial(_who_reads, part=each.part, person_id=person_id))))
    _carry_out(config, partial(staff.lock_person, by=OPERATOR, person_id=person_id), name)
    typer.echo(f"{name} is locked. The running bot tells whom it concerns.")


@cli.command()
def unlock(name: Name, config: Config = DEFAULT_CONFIG) -> None:
    """Let a person's posts and parts hold again."""
    person_id = PersonId(number_of(name, "person"))
    _carry_out(config, partial(staff.unlock_person, by=OPERATOR, person_id=person_id), name)
    typer.echo(f"{name} is unlocked.")


async def _who_reads(tx: Transaction, part: Part, person_id: PersonId) -> str:
    """Who reads the cases then: empty where others coordinate the same."""
    if part.role is not Role.COORDINATOR or await stored.other_coordinators(tx, part, person_id):
        return ""
    where = "the whole country" if part.scope is Scope.COUNTRY else part.code
    return f"Nobody else coordinates {where}: cases without an officer will be read by nobody."


def _ask(sure: bool, warning: str) -> None:
    """Raises Fault where the operator thinks better of it."""
    if warning and not sure and not typer.confirm(f"{warning} Go on?"):
        raise Fault("nothing was changed")


def number_of(name: str, kind: str) -> int:
    """The number in the name of a person or a part. Raises Fault."""
    found = NAMED.fullmatch(name)
    if found is None or found["kind"] != kind:
        raise Fault(f"{name}: not a name. For example: {kind}:7")
    return int(found["number"])


def _carry_out(config: Path, work: Callable[[Transaction], Awaitable[None]], name: str) -> None:
    try:
        asyncio.run(in_store(config, work))
    except (NotFound, NothingLocked):
        raise Fault(f"{name}: there is nothing to change") from None
