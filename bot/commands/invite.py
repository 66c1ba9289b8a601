"""`invite coordinator`: the first one-time link, from which all other invitations follow."""

import asyncio
from functools import partial
from typing import Annotated

import typer

from bot.app import WrongToken
from bot.commands.common import DEFAULT_CONFIG, Config, Fault, settings_in, store_of
from bot.domain.people import Scope
from bot.register import Register
from bot.services.invitations import invite_coordinator
from bot.settings import Settings
from bot.storage import facts
from bot.surface.links import link_to
from bot.telegram.gateway import Gateway, NoAnswer, TooFast, Unauthorized
from bot.telegram.profile import identify
from bot.telegram.transport import new_session

cli = typer.Typer(help="One-time links.", no_args_is_help=True)


@cli.callback()
def invite() -> None:
    """One-time links."""


@cli.command()
def coordinator(
    oblast: Annotated[str | None, typer.Option(help="The oblast's KATOTTG code.")] = None,
    everywhere: Annotated[bool, typer.Option("--all", help="For the whole country.")] = False,
    config: Config = DEFAULT_CONFIG,
) -> None:
    """Print a link that makes the first person who opens it a coordinator."""
    if (oblast is None) is not everywhere:
        raise Fault("Say which: --oblast CODE, or --all for the whole country")
    settings = settings_in(config)
    names = {each.code: each.name for each in Register.load().oblasts}
    if oblast is not None and oblast not in names:
        known = "\n".join(f"  {code}  {name}" for code, name in names.items())
        raise Fault(f"--oblast: the register has no oblast {oblast}. It has:\n{known}")
    typer.echo(asyncio.run(link(settings, oblast)))
    typer.echo(f"It works once, within {settings.invitations.valid_days} days, and is shown only now.", err=True)


async def link(settings: Settings, oblast: str | None) -> str:
    scope = Scope.COUNTRY if oblast is None else Scope.OBLAST
    async with store_of(settings) as store:
        username = await username_of(settings) or await store.transact(partial(facts.get, key=facts.USERNAME))
        if username is None:
            raise Fault("Telegram does not answer, and the bot has not run yet: its name for the link is not known")
        token = await store.transact(partial(invite_coordinator, scope=scope, code=oblast))
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
