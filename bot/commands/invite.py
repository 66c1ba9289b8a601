"""`invite`: the first coordinators come by a one-time link that is printed here, and are confirmed here.

All other invitations follow from these in the bot. A person who has opened the link proposes and waits; `proposals`
lists who waits, `confirm` and `decline` show one and ask. They decide on officers, too: for an oblast that has lost its
coordinators.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from bot.app import WrongToken
from bot.commands.common import DEFAULT_CONFIG, Config, Fault, in_store, settings_in, store_of
from bot.domain.ids import InvitationId
from bot.domain.invitations import Invitation, ProposalEnded
from bot.domain.people import Scope
from bot.domain.refusals import NotFound
from bot.domain.staff import Locked
from bot.register import Register
from bot.services import proposals as services
from bot.services.invitations import invite_coordinator
from bot.settings import Settings
from bot.storage import facts, officers
from bot.storage.transaction import Transaction
from bot.surface.links import link_to
from bot.telegram.gateway import Gateway, NoAnswer, TooFast, Unauthorized
from bot.telegram.profile import identify
from bot.telegram.transport import new_session

cli = typer.Typer(help="One-time links, and who came by them.", no_args_is_help=True)
Id = Annotated[int, typer.Argument(help="As `proposals` lists it.", metavar="ID")]
Yes = Annotated[bool, typer.Option("--yes", help="Do not ask.")]


@cli.command()
def coordinator(
    oblast: Annotated[str | None, typer.Option(help="The oblast's KATOTTG code.")] = None,
    everywhere: Annotated[bool, typer.Option("--all", help="For the whole country.")] = False,
    name: Annotated[str | None, typer.Option(help="Whom you expect: shown beside who opens the link.")] = None,
    config: Config = DEFAULT_CONFIG,
) -> None:
    """Print a link by which one person can propose to be a coordinator."""
    if (oblast is None) is not everywhere:
        raise Fault("Say which: --oblast CODE, or --all for the whole country")
    settings = settings_in(config)
    names = {each.code: each.name for each in Register.load().oblasts}
    if oblast is not None and oblast not in names:
        known = "\n".join(f"  {code}  {name}" for code, name in names.items())
        raise Fault(f"--oblast: the register has no oblast {oblast}. It has:\n{known}")
    typer.echo(asyncio.run(link(settings, oblast, name)))
    typer.echo(
        f"It works once, within {settings.invitations.valid_hours} hours, and is shown only now. "
        "Then: invite proposals, invite confirm ID.",
        err=True,
    )


@cli.command()
def proposals(config: Config = DEFAULT_CONFIG) -> None:
    """List who opened a link and waits to be confirmed."""
    waiting = asyncio.run(in_store(config, _all_waiting))
    table = Table("id", "as", "where", "expected", "who", "code", "until")
    for each in waiting:
        table.add_row(str(each.id), each.role, each.place, each.expected, each.who, each.code, each.until)
    # Nothing in a name is markup, whatever brackets it has.
    Console(markup=False, emoji=False, highlight=False).print(table if waiting else "Nobody waits to be confirmed.")


@cli.command()
def confirm(number: Id, yes: Yes = False, config: Config = DEFAULT_CONFIG) -> None:
    """Show who waits and, if it is the right person, give them what they were invited to."""
    _decide(config, number, "Is it the right person?", yes, services.confirm_by_operator)
    typer.echo(f"{number} is confirmed. The person is notified within a minute.")


@cli.command()
def decline(number: Id, yes: Yes = False, config: Config = DEFAULT_CONFIG) -> None:
    """Show who waits, and give them nothing."""
    _decide(config, number, "Decline them?", yes, services.decline_by_operator)
    typer.echo(f"{number} is declined. The person is notified within a minute.")


@dataclass(frozen=True, slots=True)
class Waiting:
    """A proposal as the operator reads it."""

    id: InvitationId
    role: str
    place: str
    expected: str
    who: str
    code: str
    until: str

    def __str__(self) -> str:
        return "\n".join(
            [
                f"{self.id}: {self.role}, {self.place}",
                f"expected: {self.expected}",
                f"who: {self.who}",
                f"code: {self.code} (ask the person to read theirs out)",
                f"waits until {self.until}",
            ]
        )


def _decide(
    config: Path,
    number: int,
    question: str,
    yes: bool,
    decision: Callable[[Transaction, InvitationId], Awaitable[None]],
) -> None:
    """Show the proposal, ask, and decide. Raises Fault."""
    try:
        typer.echo(asyncio.run(in_store(config, partial(_one, number=InvitationId(number)))))
        if not yes:
            typer.confirm(question, abort=True)
        asyncio.run(in_store(config, lambda tx: decision(tx, InvitationId(number))))
    except (NotFound, ProposalEnded, Locked):
        raise Fault(f"{number}: no such proposal waits. `invite proposals` lists those that do") from None


async def _all_waiting(tx: Transaction) -> list[Waiting]:
    return [await _shown(tx, each) for each in await services.all_waiting(tx)]


async def _one(tx: Transaction, number: InvitationId) -> Waiting:
    return await _shown(tx, await services.for_operator(tx, number))


async def _shown(tx: Transaction, invitation: Invitation) -> Waiting:
    card = await officers.of_person(tx, invitation.proposed_by) if invitation.proposed_by is not None else None
    given = f"{card.rank} {card.name}, " if card is not None and invitation.area_id is not None else ""
    return Waiting(
        invitation.id,
        invitation.role.value,
        await _place(tx, invitation),
        invitation.name or "nobody named",
        f"{given}Telegram: {invitation.account}",
        invitation.code or "",
        f"{invitation.expires_at:%Y-%m-%d %H:%M} UTC",
    )


async def _place(tx: Transaction, invitation: Invitation) -> str:
    register = Register.load()
    if invitation.area_id is None:
        named = (each.name for each in register.oblasts if each.code == invitation.scope_code)
        return next(named, "the whole country")
    [area] = await officers.places(tx, [invitation.area_id])
    return f"{register.community_name(area.community)}, {area.name}"


async def link(settings: Settings, oblast: str | None, name: str | None) -> str:
    scope = Scope.COUNTRY if oblast is None else Scope.OBLAST
    async with store_of(settings) as store:
        username = await username_of(settings) or await store.transact(partial(facts.get, key=facts.USERNAME))
        if username is None:
            raise Fault("Telegram does not answer, and the bot has not run yet: its name for the link is not known")
        token = await store.transact(partial(invite_coordinator, scope=scope, code=oblast, name=name))
    return link_to(username, f"i-{token}")


async def username_of(settings: Settings) -> str | None:
    """The bot's name at Telegram; None when Telegram does not answer."""
    async with new_session() as session:
        try:
            return (await identify(Gateway(session, settings.api_url, settings.bot_token()))).username
        except (NoAnswer, TooFast):
            return None
        except Unauthorized:
            raise WrongToken from None
