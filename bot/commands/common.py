"""What the commands share: the settings, an open database, and how an error is reported."""

import getpass
import os
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from bot.app import WebhookRefused, WrongToken, database_of, open_migrated
from bot.clock import SystemClock
from bot.services.restoring import NotFinished
from bot.settings import Settings, WrongSettings, load_settings
from bot.storage.engine import DatabaseUnavailable, LockHeld
from bot.storage.erasure_list import NoList, WrongList
from bot.storage.facts import ForeignDatabase
from bot.storage.key_file import NoKeys, WrongKeys
from bot.storage.migrate import DatabaseDiffers, DatabaseIsNewer
from bot.storage.scratch import ScratchInUse
from bot.storage.sqlite_copies import NotADatabase
from bot.storage.transaction import Store, Transaction

T = TypeVar("T")

DEFAULT_CONFIG = Path("config.toml")
Config = Annotated[Path, typer.Option(help="The file of the settings.")]


@dataclass(frozen=True, slots=True)
class Explanation:
    line: str
    exit_code: int


class Fault(Exception):
    """What a command cannot do, in text for the operator."""


def settings_in(config: Path) -> Settings:
    """The settings of that file and of the environment. Raises WrongSettings."""
    return load_settings(config, os.environ)


def operator() -> str:
    """The person at the command line, as the audit names them. In a container the system knows only the bot's user:
    there BOT_OPERATOR says who it is.
    """
    return os.environ.get("BOT_OPERATOR") or os.environ.get("SUDO_USER") or getpass.getuser()


def now() -> datetime:
    return SystemClock().now()


@contextmanager
def faults_of(path: Path) -> Iterator[None]:
    """What fails at a file of the operator's is reported with its name."""
    try:
        yield
    except OSError as error:
        raise Fault(f"{path}: {error.strerror or error}") from error


@asynccontextmanager
async def store_of(settings: Settings) -> AsyncIterator[Store]:
    """The database of the settings, open and migrated."""
    made = database_of(settings)
    await open_migrated(made)
    try:
        yield Store(made, SystemClock(), settings.policy(), operator())
    finally:
        await made.close()


async def in_store(config: Path, work: Callable[[Transaction], Awaitable[T]]) -> T:
    """Run `work` in a transaction. A bot on PostgreSQL looks at once at what it left, any other in a minute."""
    async with store_of(settings_in(config)) as store:
        result = await store.transact(work)
        await store.database.knock()
        return result


WHY_THE_LIST = (
    "Without it comes back what people had erased: bring it from where the backups are. Only if it is lost: "
    "--without-erasures"
)
# What is said of an error, and the exit code.
LINES: Mapping[type[BaseException], tuple[str, int]] = {
    WrongSettings: ("{}", 2),
    WrongToken: ("BOT_TOKEN: Telegram does not know this token. Ask @BotFather for it: /token", 2),
    WebhookRefused: ("BOT_WEBHOOK_URL: Telegram refuses it: {}", 2),
    ForeignDatabase: ("BOT_DATABASE: {}. Use another database, or that bot's token", 2),
    DatabaseIsNewer: ("BOT_DATABASE: {}. Use the newer program", 1),
    DatabaseDiffers: ("BOT_DATABASE: {}", 1),
    NoKeys: (
        "BOT_KEYS_FILE: {}. Without its keys nobody can read this database: put the file back, or a copy of it",
        2,
    ),
    WrongKeys: ("BOT_KEYS_FILE: {}. Use the keys that were made for this database", 2),
    LockHeld: ("BOT_DATABASE: another process works on it ({}). Stop that one first", 1),
    DatabaseUnavailable: ("BOT_DATABASE: cannot be used: {}", 1),
    NotFinished: ("BOT_DATABASE: {}. First: python -m bot restore --already-restored", 1),
    NoList: (f"BOT_ERASURE_LIST: {{}} is not there. {WHY_THE_LIST}", 1),
    WrongList: ("BOT_ERASURE_LIST: {}", 1),
    NotADatabase: ("{}", 1),
    ScratchInUse: ("another process makes or restores a backup ({}). Wait for it", 1),
    Fault: ("{}", 1),
}


def explained(error: BaseException) -> Explanation | None:
    """What an operator reads; None for what is a fault of the program. Of several errors, the first."""
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    if type(error) not in LINES:
        return None
    line, exit_code = LINES[type(error)]
    return Explanation(line.format(error), exit_code)
