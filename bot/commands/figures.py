"""`figures`: whether the daily counts, from which councils read their figures, are what a recount gives."""

import asyncio
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from bot.commands.common import DEFAULT_CONFIG, Config, Fault, settings_in, store_of
from bot.register import CommunityCode, Register
from bot.services import figures as service
from bot.services.figures import Difference

MOST_SHOWN = 50

cli = typer.Typer(help="The figures that councils read.", no_args_is_help=True)
Community = Annotated[str, typer.Option("--community", help="Of this one alone, by its KATOTTG code.", metavar="CODE")]


@cli.callback()
def group() -> None:
    """A group with one command so far."""


@cli.command()
def recount(community: Community = "", config: Config = DEFAULT_CONFIG) -> None:
    """Count everything again from what is stored, and compare. Receptions are not compared: nothing is kept of them."""
    code = CommunityCode(community) if community else None
    if code is not None and code not in {each.code for each in Register.load().communities}:
        raise Fault(f"{community}: the register has no such community")
    found = asyncio.run(_differences(config, code))
    for each in found[:MOST_SHOWN]:
        count = each.count
        typer.echo(f"{count.community} {count.day} {count.measure} {count.key}: kept {each.kept}, found {each.found}")
    if found:
        raise Fault(f"counts that differ: {len(found)}")
    typer.echo("The counts are right.")


async def _differences(config: Path, code: CommunityCode | None) -> list[Difference]:
    async with store_of(settings_in(config)) as store:
        return await store.read(partial(service.differences, community=code))
