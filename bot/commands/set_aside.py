"""`set-aside`: what could not be handled or sent, for a person to look at.

What failed is named as `update:500000001` (an update of the inbox) or `letter:17` (a letter of the outbox). People's
text and accounts are hidden unless --with-text. That is recorded in the journal, and so are `replay` and `drop`.
"""

import asyncio
import json
import re
from dataclasses import dataclass
from functools import partial
from typing import Annotated, NoReturn

import typer
from rich.console import Console
from rich.table import Column, Table

from bot.commands.common import DEFAULT_CONFIG, Config, Fault, in_store
from bot.domain.audit import OPERATOR
from bot.domain.ids import OutboxId
from bot.storage import audit, inbox, outbox
from bot.storage.transaction import Transaction

LIMIT = 100
# Of an update's values, those that say nothing about anybody.
PLAIN = frozenset(
    {"update_id", "date", "edit_date", "type", "is_bot", "offset", "length", "duration", "width", "height", "file_size"}
)

NAMED = re.compile(r"(?P<kind>update|letter):(?P<number>[0-9]{1,18})")  # as many digits as a bigint surely holds

cli = typer.Typer(help="What could not be handled or sent.", no_args_is_help=True)
Name = Annotated[str, typer.Argument(help="As `list` names it: update:500000001, letter:17.", metavar="NAME")]


@dataclass(frozen=True, slots=True)
class Target:
    """One that is set aside."""

    is_update: bool
    number: int

    def audit(self, tx: Transaction, act: str) -> None:
        audit.write(tx, OPERATOR, act, "update" if self.is_update else "letter", self.number)


def target(name: str) -> Target:
    """Raises Fault."""
    found = NAMED.fullmatch(name)
    if found is None:
        raise Fault(f"{name}: not a name. For example: update:500000001, letter:17")
    return Target(found["kind"] == "update", int(found["number"]))


@cli.command("list")
def list_all(config: Config = DEFAULT_CONFIG) -> None:
    """List what is set aside, the oldest first."""
    updates, letters = asyncio.run(in_store(config, _all))
    table = Table(Column("name", no_wrap=True), "since", "tries", "what", "error")
    for update in updates:
        table.add_row(f"update:{update.update_id}", _when(update), str(update.attempts), "update", update.error)
    for letter in letters:
        what = f"{letter.letter} to {letter.recipient}, {letter.state.replace('_', ' ')}"
        table.add_row(f"letter:{letter.id}", _when(letter), str(letter.attempts), what, letter.error)
    # Nothing in an error is markup, whatever brackets it has.
    Console(markup=False, emoji=False, highlight=False).print(table if table.row_count else "Nothing is set aside.")


@cli.command()
def show(
    name: Name,
    with_text: Annotated[bool, typer.Option(help="With people's words and accounts. Written down.")] = False,
    config: Config = DEFAULT_CONFIG,
) -> None:
    """Show one that is set aside."""
    typer.echo(asyncio.run(in_store(config, partial(_shown, of=target(name), with_text=with_text))))


@cli.command()
def replay(name: Name, config: Config = DEFAULT_CONFIG) -> None:
    """Have one tried again, by the bot that runs: within a minute, or at its next start."""
    asyncio.run(in_store(config, partial(_replayed, of=target(name))))
    typer.echo(f"{name} will be tried again.")


@cli.command()
def drop(
    name: Name,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    config: Config = DEFAULT_CONFIG,
) -> None:
    """Forget one forever."""
    which = target(name)
    if not yes:
        typer.confirm(f"{name} cannot be brought back. Drop it?", abort=True)
    asyncio.run(in_store(config, partial(_dropped, of=which)))
    typer.echo(f"{name} is dropped.")


async def _all(tx: Transaction) -> tuple[list[inbox.SetAside], list[outbox.Ended]]:
    return await inbox.aside(tx, LIMIT), await outbox.ended(tx, LIMIT)


async def _shown(tx: Transaction, of: Target, with_text: bool) -> str:
    if not of.is_update:
        letter = await outbox.ended_one(tx, OutboxId(of.number))
        return _absent() if letter is None else _lines(letter, json.loads(letter.args))
    update = await inbox.aside_one(tx, of.number)
    if update is None:
        return _absent()
    if with_text:
        of.audit(tx, "show text")
    body = json.loads(update.body)
    return _lines(update, body if with_text else hidden(body))


async def _replayed(tx: Transaction, of: Target) -> None:
    replay_one = inbox.replay(tx, of.number) if of.is_update else outbox.replay(tx, OutboxId(of.number))
    if not await replay_one:
        _absent()
    of.audit(tx, "replay")


async def _dropped(tx: Transaction, of: Target) -> None:
    drop_one = inbox.drop(tx, of.number) if of.is_update else outbox.drop(tx, OutboxId(of.number))
    if not await drop_one:
        _absent()
    of.audit(tx, "drop")


def _absent() -> NoReturn:
    raise Fault("Nothing of that name is set aside")


def hidden(value: object, key: str = "") -> object:
    """An update with only its shape left, and how long its texts are."""
    if isinstance(value, dict):
        return {name: hidden(each, name) for name, each in value.items()}
    if isinstance(value, list):
        return [hidden(each, key) for each in value]
    if key in PLAIN or isinstance(value, bool) or value is None:
        return value
    return f"({len(value)} characters)" if isinstance(value, str) else "(a number)"


def _lines(row: inbox.SetAside | outbox.Ended, content: object) -> str:
    head = f"since {_when(row)}, tries: {row.attempts}\n{row.error or ''}\n"
    if isinstance(row, outbox.Ended):
        head += f"{row.letter} to {row.recipient}\n"
    return head + json.dumps(content, ensure_ascii=False, indent=2)


def _when(row: inbox.SetAside | outbox.Ended) -> str:
    at = row.received_at if isinstance(row, inbox.SetAside) else row.created_at
    return f"{at:%Y-%m-%d %H:%M} UTC"
