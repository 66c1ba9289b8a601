"""What stories about backups share: a key, a command line that knows it, and a bot that starts on what was restored."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

from bot import age
from bot.app import assembled
from bot.storage.sqlite import SqliteDatabase
from tests.keys import same_keys
from tests.process import environment
from tests.stories.commands import Env, carried_out
from tests.town import TOKEN, Town, policy, resources

KEY = age.SecretKey()


def operator(folder: Path, **more: str) -> Env:
    """The operator of a town's bot, whose files are in `folder`, with the key in key.txt."""
    (folder / "key.txt").write_text(secret(KEY))
    return environment(None, folder / "bot.sqlite3", BOT_BACKUP_RECIPIENT=KEY.public, **more)


def secret(key: age.SecretKey) -> str:
    return f"# a comment\n{key.identity!s}\n"


async def backed_up(env: Env, folder: Path, name: str = "copy.age") -> Path:
    code, said = await carried_out("backup", str(folder / name), env=env)
    assert (code, "opened again and found whole" in said) == (0, True), said
    return folder / name


async def restored(env: Env, file: Path, *more: str) -> str:
    """What the command says."""
    code, said = await carried_out("restore", str(file), "-i", str(file.with_name("key.txt")), *more, env=env)
    assert code == 0, said
    return said


async def halted(town: Town) -> None:
    """The bot stops, and its database is closed."""
    await town.stops()
    await town.database.close()


@asynccontextmanager
async def again(town: Town, folder: Path) -> AsyncIterator[Town]:
    """The same people, and the bot on what is now in the file of its database."""
    database = SqliteDatabase(folder / "bot.sqlite3", same_keys())
    await database.open()
    rules = replace(policy(), erasure_list=folder / "erasures.txt")
    parts = assembled(database, town.clock, rules, resources(), api_url=town.telegram.url, token=TOKEN)
    try:
        async with parts as app:
            later = Town(town.telegram, town.clock, database, app)
            town.telegram.settled = later.settled
            later.starts()
            try:
                yield later
            finally:
                await later.stops()
    finally:
        await database.close()
