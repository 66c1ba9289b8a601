"""`run` and `migrate`."""

import asyncio
import signal

import typer

from bot.app import Resources, Service, database_of, open_migrated
from bot.clock import SystemClock
from bot.commands.common import DEFAULT_CONFIG, Config, Fault, settings_in
from bot.logs import set_up
from bot.settings import Settings


def run(config: Config = DEFAULT_CONFIG) -> None:
    """Run the bot until it gets a signal to end (SIGTERM, Ctrl-C)."""
    settings = settings_in(config)
    settings.bot_token()  # found out before anything is opened
    set_up(settings.log_level, as_json=settings.log_format == "json")
    asyncio.run(serve(settings))


async def serve(settings: Settings) -> None:
    """Run until a signal. Raises what Service.run raises."""
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for each in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(each, stopping.set)
    policy = settings.policy()
    service = Service(settings, database_of(settings), SystemClock(), policy, Resources.load(policy))
    try:
        await service.run(stopping)
    except OSError as error:
        raise Fault(f"web_host, web_port: {settings.web_host}:{settings.web_port} cannot be used: {error}") from error


def migrate(config: Config = DEFAULT_CONFIG) -> None:
    """Bring the database up to date; `run` does it too."""
    settings = settings_in(config)
    applied = asyncio.run(_migrate(settings))
    typer.echo(f"Applied: {', '.join(applied)}" if applied else "Nothing to do: the database is up to date.")


async def _migrate(settings: Settings) -> list[str]:
    made = database_of(settings)
    try:
        return await open_migrated(made)
    finally:
        await made.close()
