"""`restore`: puts a backup in the place of the database, once all is done in it that people have asked for since.

The work is done in a file beside the database; only when it is finished does that take the database's name. A restore
that fails or is killed has changed nothing, and is begun again.
"""

import asyncio
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from bot import age
from bot.app import database_of
from bot.commands.backup import check_room, new_file
from bot.commands.common import DEFAULT_CONFIG, Config, Fault, faults_of, now, settings_in, store_of
from bot.domain.audit import OPERATOR
from bot.services import restoring
from bot.settings import Settings
from bot.storage.erasure_list import NoList
from bot.storage.open import SQLITE, sqlite_path
from bot.storage.scratch import scratch
from bot.storage.sqlite_copies import Copy, examine, put_in_place
from bot.storage.transaction import Store
from bot.workers.eraser import erase_asked
from bot.workers.nightly import erase_all

File = Annotated[Path | None, typer.Argument(metavar="FILE", help="The backup.")]
Identity = Annotated[
    Path | None, typer.Option("--identity", "-i", help="The file of the secret key; - reads it from the input.")
]
Replace = Annotated[bool, typer.Option("--replace", help="A database is there: keep it aside, under another name.")]
WithoutErasures = Annotated[
    bool,
    typer.Option("--without-erasures", help="The list of erasures is lost: what people had erased comes back."),
]
AlreadyRestored = Annotated[
    bool,
    typer.Option("--already-restored", help="The database was put back by pg_restore, or by hand: do only the rest."),
]


@dataclass(frozen=True, slots=True)
class Report:
    """What was done in a restored database."""

    erased: int
    unknown: int
    waiting: restoring.Waiting

    def lines(self) -> list[str]:
        return [
            f"Erased again, as people had asked for: {self.erased}.",
            f"Letters that go out now, perhaps for the second time: {self.waiting.letters}.",
            f"Messages and presses that are handled now, perhaps for the second time: {self.waiting.updates}.",
            f"Deliveries of notices and reminders that may have gone, and do not go now: {self.unknown}.",
        ]


def restore(
    file: File = None,
    identity: Identity = None,
    replace: Replace = False,
    without_erasures: WithoutErasures = False,
    already_restored: AlreadyRestored = False,
    config: Config = DEFAULT_CONFIG,
) -> None:
    """Put a backup back, with the bot stopped. What was erased on request since is erased in it again."""
    settings = settings_in(config)
    if already_restored:
        report = asyncio.run(_only_the_rest(settings, listed=not without_erasures))
    else:
        report = _restored(settings, file, identity, replace=replace, listed=not without_erasures)
    typer.echo("\n".join([*report.lines(), "Now start the bot."]))


async def _only_the_rest(settings: Settings, *, listed: bool) -> Report:
    async with store_of(settings) as store:
        await store.database.hold()
        return await _brought_up_to_date(store, listed=listed)


def _restored(settings: Settings, file: Path | None, identity: Path | None, *, replace: bool, listed: bool) -> Report:
    path = sqlite_path(settings.database)
    if path is None:
        raise Fault("PostgreSQL: pg_restore first, then: python -m bot restore --already-restored")
    if file is None or identity is None:
        raise Fault("which backup, and the key to it? For example: python -m bot restore FILE --identity KEYFILE")
    if path.exists() and not replace:
        raise Fault(f"BOT_DATABASE: {path} is there. With --replace it is kept aside, under another name")
    if listed and not settings.erasure_list.exists():
        raise NoList(settings.erasure_list)
    keys = _keys(identity)
    aside = path.with_name(f"{path.name}.replaced-{now():%Y-%m-%d-%H%M%S}") if path.exists() else None
    copy, report = asyncio.run(_put_back(settings, path, file, keys, aside, listed=listed))
    typer.echo(f"{path} is restored from a backup{_of(copy.made_at)}.")
    if aside is not None:
        typer.echo(f"The former database is {aside}. Nothing erases it: delete it as soon as all is well.")
    return report


def _of(made_at: datetime | None) -> str:
    return f" of {made_at:%Y-%m-%d %H:%M} UTC" if made_at else ""


def _keys(identity: Path) -> list[age.SecretKey]:
    with faults_of(identity):
        text = sys.stdin.read() if identity == Path("-") else identity.read_text(encoding="utf-8", errors="replace")
    try:
        return age.secret_keys(text)
    except age.NotAKey as error:
        raise Fault(f"--identity: {error}") from error


async def _put_back(
    settings: Settings, path: Path, file: Path, keys: list[age.SecretKey], aside: Path | None, *, listed: bool
) -> tuple[Copy, Report]:
    """Raises Fault, LockHeld, ScratchInUse, and what a database that cannot be used raises."""
    working = database_of(settings)
    with faults_of(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        await working.hold()
        try:
            with scratch(path) as place:
                new = place / "restored.sqlite3"
                decrypt(file, new, keys)
                copy = examine(new)
                _check_bot(settings, copy)
                async with store_of(settings.model_copy(update={"database": f"{SQLITE}{new}"})) as store:
                    report = await _brought_up_to_date(store, listed=listed)
                put_in_place(new, path, aside)
                return copy, report
        finally:
            await working.close()


def decrypt(file: Path, to: Path, keys: list[age.SecretKey]) -> None:
    """Raises Fault."""
    with faults_of(file):
        check_room(to.parent, file.stat().st_size)
        try:
            with file.open("rb") as source, new_file(to) as target:
                age.decrypt(source, target, keys)
        except age.WrongKey as error:
            why = "it was made for another key, or its beginning is damaged"
            raise Fault(f"{file}: this key does not open it: {why}. Nothing was changed") from error
        except age.Damaged as error:
            raise Fault(f"{file}: damaged, or not the whole of it, or no backup. Nothing was changed") from error


def _check_bot(settings: Settings, copy: Copy) -> None:
    """Raises Fault where the backup is of another bot than the token's, if there is a token."""
    given = settings.token or settings.token_file
    bot_id = given.get_secret_value().partition(":")[0] if given else copy.bot_id
    if copy.bot_id not in (None, bot_id):
        raise Fault(f"the backup is of bot {copy.bot_id}, and BOT_TOKEN is of bot {bot_id}")


async def _brought_up_to_date(store: Store, *, listed: bool) -> Report:
    """All that a restored database needs. Each step may be done twice, so what stopped on the way is begun again."""
    erased = unknown = 0
    while listed and (batch := await store.transact(restoring.repeat_erasures)):
        erased += batch
    await erase_asked(store)
    while batch := await store.transact(restoring.stop_broadcasts):
        unknown += batch
    waiting = await store.transact(restoring.take_up)
    _, failed = await erase_all(store, OPERATOR)
    if failed:
        raise Fault(f"could not be erased: {', '.join(failed)}; the log says why. Nothing was changed")
    await store.transact(restoring.finish)
    await store.database.forget_erased()
    return Report(erased, unknown, waiting)
