"""`retention`: erases now what was kept long enough, as the running bot does each night; or only counts it."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from bot.commands.common import DEFAULT_CONFIG, Config, Fault, settings_in, store_of
from bot.domain.audit import OPERATOR
from bot.services import retention as service
from bot.workers.nightly import erase_all

DryRun = Annotated[bool, typer.Option("--dry-run", help="Only count what would be erased.")]


def retention(dry_run: DryRun = False, config: Config = DEFAULT_CONFIG) -> None:
    """Erase what was kept long enough ([retention] in config.toml), or count it."""
    counts, failed = asyncio.run(_counted(config) if dry_run else _erased(config))
    for name, count in counts.items():
        typer.echo(f"{name:16} {count}")
    if failed:
        raise Fault(f"could not be erased: {', '.join(failed)}; the log says why")


async def _counted(config: Path) -> tuple[dict[str, int], list[str]]:
    async with store_of(settings_in(config)) as store:
        return await store.read(service.count_due), []


async def _erased(config: Path) -> tuple[dict[str, int], list[str]]:
    async with store_of(settings_in(config)) as store:
        erased = await erase_all(store, OPERATOR)
        await store.database.forget_erased()
        return erased
