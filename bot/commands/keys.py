"""`keys`: the keys that seal the database: which there are, a new one, and giving an old one up."""

import asyncio
import os
import time
from functools import partial
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress

from bot.commands.common import DEFAULT_CONFIG, Config, Fault, settings_in, store_of
from bot.domain.audit import OPERATOR
from bot.settings import Settings
from bot.storage import audit, resealing
from bot.storage.key_file import KeyFile
from bot.storage.transaction import Store, Transaction

BEHIND = 10  # of the bot, where both want the processor
LEFT_TO_OTHERS = 20  # times as long as each batch took: fewer than one of twenty messages meets a batch
LOOKS_AGAIN = 5  # seconds between two looks whether the running bot has taken the new key up

cli = typer.Typer(help="The keys that seal what people wrote.", no_args_is_help=True)
Number = Annotated[int, typer.Argument(help="As `list` names it.", metavar="NUMBER")]


@cli.command("list")
def list_all(config: Config = DEFAULT_CONFIG) -> None:
    """List the keys: their numbers and what they are used for. No secret is shown."""
    asyncio.run(_list(settings_in(config)))


async def _list(settings: Settings) -> None:
    async with store_of(settings) as store:
        keys = store.database.keys
        left = await resealing.count(store.database)
        for key in keys.ring.keys:
            use = "seals what is written" if key is keys.ring.current else "opens what it sealed before, and backups"
            typer.echo(f"{key.fingerprint}  {use}")
        typer.echo(f"{keys.place}; values to be sealed again: {left}")


@cli.command()
def rotate(config: Config = DEFAULT_CONFIG) -> None:
    """Make a new key and seal everything with it, while the bot runs; or go on where that was broken off."""
    asyncio.run(_rotate(settings_in(config)))


async def _rotate(settings: Settings) -> None:
    file = _file(settings)
    os.nice(BEHIND)
    async with store_of(settings) as store:
        if await resealing.is_done(store.database) or not await resealing.count(store.database):
            file.write(file.read().with_new())
            store.database.keys.load()
            await store.transact(partial(_note, act="made", key=store.database.keys.ring.current.id))
        else:
            typer.echo("A key is not used everywhere yet: going on with it.")
        await store.database.knock()
        await _seal_all(store)
        await store.database.forget_erased()
    typer.echo("Everything is sealed by the newest key. Copy the file of keys to where its copy is kept.")
    typer.echo("An older key is still needed for backups made before. Without those: python -m bot keys drop NUMBER")


async def _seal_all(store: Store) -> None:
    """Until all is sealed by the newest key: a running bot, which takes it up within a minute, may use an older one."""
    with Progress(console=Console(stderr=True), transient=True) as progress:
        bar = progress.add_task("sealing again", total=await resealing.count(store.database))
        while not await resealing.is_done(store.database):
            begun = time.monotonic()
            async for count in resealing.seal_again(store.database):
                progress.advance(bar, count)
                await asyncio.sleep(LEFT_TO_OTHERS * (time.monotonic() - begun))
                begun = time.monotonic()
            if not await resealing.is_done(store.database):
                await asyncio.sleep(LOOKS_AGAIN)


@cli.command()
def drop(number: Number, config: Config = DEFAULT_CONFIG) -> None:
    """Give up a key that seals nothing any more. Backups made before the newest key cannot be read without it."""
    asyncio.run(_drop(settings_in(config), number))


async def _drop(settings: Settings, number: int) -> None:
    file = _file(settings)
    async with store_of(settings) as store:
        ring = store.database.keys.ring
        if number not in ring.by_id:
            raise Fault(f"{number}: there is no such key; see `python -m bot keys list`")
        if number == ring.current.id:
            raise Fault(f"{number}: it seals what is written now. First make another: python -m bot keys rotate")
        if not await resealing.is_done(store.database) or await resealing.count(store.database):
            raise Fault(f"{number}: it may still be needed. First go on with: python -m bot keys rotate")
        await resealing.forget(store.database, ring.by_id[number])
        file.write(file.read().without(number))
        await store.transact(partial(_note, act="dropped", key=number))
    typer.echo(f"Key {number} is gone. Remove it from the copies of the file as well.")


async def _note(tx: Transaction, act: str, key: int) -> None:
    audit.write(tx, OPERATOR, act, "key", key)


def _file(settings: Settings) -> KeyFile:
    if settings.keys is not None:
        raise Fault("BOT_KEYS: keys of the environment are changed where they are set; BOT_KEYS_FILE names a file")
    return KeyFile(settings.keys_file)
