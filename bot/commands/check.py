"""`check`: what is wrong, and what is right, in plain words."""

import asyncio
import os
from collections import Counter
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.app import database_of
from bot.cleaning.recordings import has_ffmpeg
from bot.clock import SystemClock
from bot.commands.common import DEFAULT_CONFIG, Config, explained, settings_in
from bot.domain import area_checks as area_rules
from bot.domain.area_checks import Fault
from bot.network import ENCRYPTED, VERIFIED, is_in_the_clear, leaves_this_machine, sslmode
from bot.register import CommunityCode, Register, UnreadablePolygons
from bot.register.polygons import Polygons
from bot.services import area_checks, editions
from bot.settings import Settings, WrongSettings
from bot.storage import communities, facts, inbox, migrate, outbox
from bot.storage.engine import Database, DatabaseUnavailable
from bot.storage.key_file import NoKeys, WrongKeys
from bot.storage.migrate import DatabaseDiffers, DatabaseIsNewer
from bot.storage.transaction import Store, Transaction
from bot.telegram.delivery import WebhookState, webhook_state
from bot.telegram.gateway import Gateway, TelegramFailure, Unauthorized
from bot.telegram.profile import Identity, identify
from bot.telegram.transport import new_session

OLD_BACKUP = timedelta(days=2)
MOST_NAMED = 10  # communities


AREA_FAULTS = {
    Fault.NO_REST: "without an area for the rest",
    Fault.UNSERVED: "settlements that no area serves",
    Fault.SHARED: "settlements that several areas serve",
    Fault.ELSEWHERE: "settlements of another community in its areas",
    Fault.EMPTY: "areas that serve nothing",
}


class Verdict(StrEnum):
    RIGHT = "[green]right[/green]"
    NOTE = "[yellow]note[/yellow]"
    WRONG = "[red]wrong[/red]"


@dataclass(frozen=True, slots=True)
class Finding:
    verdict: Verdict
    about: str
    text: str


def check(config: Config = DEFAULT_CONFIG) -> None:
    """Say what is wrong with the settings, the token, the database and the webhook, and what is right."""
    findings = asyncio.run(examined(config))
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    for finding in findings:
        table.add_row(finding.verdict, finding.about, Text(finding.text))
    Console().print(table)
    if any(finding.verdict is Verdict.WRONG for finding in findings):
        raise typer.Exit(1)


async def examined(config: Path) -> list[Finding]:
    try:
        settings = settings_in(config)
    except WrongSettings as error:
        return [wrong("settings", line) for line in str(error).splitlines()]
    problems = [wrong("settings", problem) for problem in settings.policy().problems()]
    findings = problems or [right("settings", f"every value in {config} and the environment can be used")]
    me, telegram = await of_telegram(settings)
    return [
        *findings,
        *in_the_clear(settings),
        of_files(),
        *of_polygons(settings),
        *telegram,
        *[each async for each in of_database(settings, me)],
    ]


# What can be read on its way.


def in_the_clear(settings: Settings) -> Iterator[Finding]:
    """Connections to other machines that are not encrypted, or whose other end nobody checks."""
    if is_in_the_clear(settings.api_url):
        yield note(
            "Telegram", "api_url begins with http:// and is another machine: the token and all messages are readable"
        )
    address, env = settings.database, os.environ
    if address.startswith("sqlite:") or not leaves_this_machine(address, env):
        return
    mode = sslmode(address, env)
    if mode in VERIFIED:
        yield right("database", "the connection is encrypted, and the server's certificate is checked")
    elif settings.database_without_tls and mode not in ENCRYPTED:
        yield note("database", "database_without_tls: what goes to the server can be read on its way")
    else:
        yield note("database", "the connection is encrypted, but no certificate is checked: ?sslmode=verify-full")


def of_files() -> Finding:
    if has_ffmpeg():
        return right("files", "ffmpeg is here: video and audio can be cleaned")
    return note(
        "files", "without ffmpeg video and audio cannot be cleaned: not passed on without a name, as they are with one"
    )


def of_polygons(settings: Settings) -> Iterator[Finding]:
    """The borders of communities, and which communities have none."""
    if settings.polygons.path is None:
        yield right("polygons", "no file of borders is set: a community is found by its name alone")
        return
    register = Register.load()
    try:
        polygons = Polygons.read(settings.polygons.path, frozenset(each.code for each in register.communities))
    except UnreadablePolygons as error:
        yield wrong("polygons", str(error))
        return
    yield right("polygons", f"{settings.polygons.path}: communities with borders: {len(polygons.communities)}")
    without = [each for each in register.communities if each.code not in polygons.communities]
    if without:
        names = ", ".join(f"{each.name} ({each.code})" for each in without[:MOST_NAMED])
        more = f", and {len(without) - MOST_NAMED} more" if len(without) > MOST_NAMED else ""
        yield note("polygons", f"without borders, so no place is found in them: {names}{more}")


# Telegram.


async def of_telegram(settings: Settings) -> tuple[Identity | None, list[Finding]]:
    """The bot's account, if Telegram names it, and what is found there."""
    try:
        token = settings.bot_token()
    except WrongSettings as error:
        return None, [wrong("token", str(error))]
    async with new_session() as session:
        gateway = Gateway(session, settings.api_url, token)
        try:
            me = await identify(gateway)
            state = await webhook_state(gateway)
        except Unauthorized:
            return None, [wrong("token", "Telegram does not know it. Ask @BotFather for it: /token")]
        except TelegramFailure as failure:
            return None, [wrong("Telegram", f"no answer from {settings.api_url}: {failure}")]
    token_is_right = right("token", f"it is the token of @{me.username}")
    return me, [token_is_right, *of_delivery(settings, state), *of_threads(me, wanted=settings.cases.threads)]


def of_delivery(settings: Settings, state: WebhookState) -> Iterator[Finding]:
    """What differs between the webhook that is set and the settings; `run` puts it right."""
    match settings.webhook_url or "", state.url:
        case "", "":
            yield right("updates", "the bot asks Telegram for them")
        case "", _:
            yield note("updates", "a webhook is set, and none is in the settings: run takes it away")
        case _, "":
            yield note("updates", "no webhook is set yet: run sets it")
        case (wanted, found) if wanted != found:
            yield note("updates", "the webhook that is set has another address: run sets it again")
        case _:
            yield right("updates", "Telegram pushes them to the webhook in the settings")
    if state.last_error:
        yield note("updates", f"Telegram's last failure at the webhook: {state.last_error}")
    yield right("updates", f"waiting at Telegram: {state.pending}")


def of_threads(me: Identity, *, wanted: bool) -> Iterator[Finding]:
    """Whether the bot has topics, as the settings want it. All chats have them, or none."""
    if wanted and not me.has_threads:
        yield wrong(
            "topics",
            "[cases] threads = true, but @BotFather has not enabled topics for the bot, so all cases come to one chat: "
            "enable Threaded Mode in the bot's settings there, or set threads = false",
        )
    elif wanted:
        yield right("topics", "in an officer's chat each case has one")
    elif me.has_threads:
        yield note(
            "topics",
            "@BotFather has enabled them, so every private chat shows them, but no case has one: "
            "set [cases] threads = true, or disable them there",
        )
    if me.has_threads and me.people_make_threads:
        yield note(
            "topics",
            "residents and officers may make and delete them: disallow that at @BotFather, where Threaded Mode is. "
            "Until then a topic that is deleted is made again with the next message",
        )


# The keys.


def of_keys(settings: Settings, made: Database) -> Iterator[Finding]:
    """Whether they are there, and away from the database."""
    place = made.keys.place
    try:
        made.keys.load()
    except (NoKeys, WrongKeys) as error:
        if made.exists():
            yield wrong("keys", f"{error}. Without them the database cannot be read")
        else:
            yield note("keys", f"{place}: not there yet; the first start makes it")
        return
    yield right("keys", f"{place}: {len(made.keys.ring.keys)}")
    path = settings.database.removeprefix("sqlite:///")
    if settings.keys is None and settings.keys_file.resolve().is_relative_to(Path(path).resolve().parent):
        yield note("keys", f"{place} is beside the database: who takes the one has the other; set BOT_KEYS_FILE")


# The database.


async def of_database(settings: Settings, me: Identity | None) -> AsyncIterator[Finding]:
    where = described(settings.database)
    made = database_of(settings)
    for finding in of_keys(settings, made):
        yield finding
    if not made.exists():
        yield note("database", f"{where}: not there yet; the first start makes it")
        return
    try:
        async with connected(made):
            missing = await migrate.pending(made)
            yield right("database", f"{where}: opens")
            store = Store(made, SystemClock(), settings.policy())
            async for finding in of_content(store, missing, me):
                yield finding
            if not (missing or made.has_standbys):
                yield await of_backups(store)
    except (DatabaseUnavailable, DatabaseIsNewer, DatabaseDiffers) as error:
        explanation = explained(error)
        yield wrong("database", explanation.line if explanation else "")


@asynccontextmanager
async def connected(made: Database) -> AsyncIterator[None]:
    await made.open()
    try:
        yield
    finally:
        await made.close()


async def of_content(store: Store, missing: list[str], me: Identity | None) -> AsyncIterator[Finding]:
    if missing:
        yield note("database", f"run applies: {', '.join(missing)}")
    else:
        yield right("database", "up to date")
    for damage in await store.database.damages():
        yield wrong("database", f"damaged: {damage}")
    if missing:
        return  # its tables are not those that this program knows
    owner = await store.read(facts.owner)
    if owner is None:
        yield note("database", "no bot has used it yet")
    elif me is not None and owner != str(me.id):
        yield wrong("database", f"it belongs to bot {owner}, the token to bot {me.id}")
    elif me is not None:
        yield right("database", f"it is @{me.username}'s")
    async for finding in of_coordinators(store):
        yield finding
    for finding in [*await store.read(of_register), *await store.read(of_areas)]:
        yield finding
    updates = len(await store.read(partial(inbox.aside, limit=1000)))
    letters = len(await store.read(partial(outbox.ended, limit=1000)))
    if updates or letters:
        yield note("set aside", f"updates: {updates}, letters: {letters}; see `python -m bot set-aside list`")


async def of_coordinators(store: Store) -> AsyncIterator[Finding]:
    """Whether they can be reached where residents may write, and could read a complaint."""
    if unread := await store.read(communities.without_complaint_reader):
        register = Register.load()
        names = ", ".join(f"{named(register, each.code)} ({each.code})" for each in unread)
        yield note("complaints", f"none is taken, for no coordinator could read one about an officer, in: {names}")
    else:
        yield right("complaints", "where residents may write, a coordinator could read a complaint about an officer")
    if unwatched := await store.read(communities.unwatched):
        yield wrong(
            "coordinators", f"none can be reached, so cases may be visible to nobody, in: {', '.join(unwatched)}"
        )
    else:
        yield right("coordinators", "where residents may write, one can be reached")


def named(register: Register, code: CommunityCode) -> str:
    return register.community(code).name if register.has_community(code) else "not in the register"


async def of_register(tx: Transaction) -> list[Finding]:
    """What of the database the register does not know: a screen that names it would say that it is not there."""
    register = Register.load()
    if unknown := await editions.unknown(tx, register):
        return [wrong("register", line) for line in unknown]
    return [right("register", f"the edition of {register.edition} has every place of the database")]


async def of_areas(tx: Transaction) -> list[Finding]:
    """Of the communities where residents may write, a line for each with gaps or overlaps."""
    register = Register.load()
    if found := await area_checks.of_all(tx, register):
        return [
            note("areas", f"{named(register, code)} ({code}): {_counted(faults)}; its coordinator sees which")
            for code, faults in found.items()
        ]
    return [right("areas", "where residents may write, one area serves each settlement")]


def _counted(faults: Sequence[area_rules.Finding]) -> str:
    return ", ".join(f"{AREA_FAULTS[fault]} {count}" for fault, count in Counter(each.fault for each in faults).items())


async def of_backups(store: Store) -> Finding:
    """Of an SQLite file. A server's backups are its own, and unknown here."""
    made_at, now = await store.read(partial(facts.get, key=facts.LAST_BACKUP)), store.clock.now()
    if made_at is None:
        return note("backup", "none was made yet: python -m bot backup; see docs/operating.md, Backups")
    if now - (last := datetime.fromisoformat(made_at)) > OLD_BACKUP:
        return note("backup", f"the last is more than two days old: {last:%Y-%m-%d %H:%M} UTC")
    return right("backup", f"the last was made {last:%Y-%m-%d %H:%M} UTC")


def described(address: str) -> str:
    """A database's address without its password."""
    parts = urlsplit(address)
    if parts.scheme == "sqlite":
        return f"the file {address.removeprefix('sqlite:///')}"
    return f"PostgreSQL at {parts.hostname or 'this machine'}{parts.path}"


def right(about: str, text: str) -> Finding:
    return Finding(Verdict.RIGHT, about, text)


def note(about: str, text: str) -> Finding:
    return Finding(Verdict.NOTE, about, text)


def wrong(about: str, text: str) -> Finding:
    return Finding(Verdict.WRONG, about, text)
