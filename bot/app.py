"""Composition root: builds the bot and its workers from the settings, and runs them."""

import asyncio
import gc
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

import structlog

from bot.clock import Clock
from bot.domain.policy import Policy
from bot.handlers import BROADCASTS, RENDERERS, ROUTES, THREADS
from bot.register import Borders, Register, Search, UnreadablePolygons
from bot.services import case_threads, restoring
from bot.settings import Settings
from bot.storage import communities, deliveries, facts, inbox, outbox
from bot.storage.engine import Database
from bot.storage.key_file import KeyFile, keys_in
from bot.storage.migrate import migrate
from bot.storage.open import database
from bot.storage.resealing import agree
from bot.storage.transaction import Store, Transaction
from bot.surface.context import Tools
from bot.telegram import application, delivery, profile
from bot.telegram.application import BotApplication
from bot.telegram.gateway import Gateway, NoAnswer, Refused, TooFast, Unauthorized
from bot.telegram.intake import Update
from bot.telegram.transport import new_session
from bot.texts import Texts
from bot.web.health import health
from bot.web.server import serving
from bot.web.webhook import webhook
from bot.workers.broadcasts import BroadcastsWorker
from bot.workers.eraser import Eraser
from bot.workers.folder import private_folder
from bot.workers.poller import Poller, store_updates
from bot.workers.roles import Turns, unless
from bot.workers.schedule import scheduler
from bot.workers.sender import Sender
from bot.workers.updates import UpdatesWorker

log = structlog.get_logger()

T = TypeVar("T")

LOCALES = Path(__file__).parent.parent / "locales"
LONGEST_PAUSE = 30


class WrongToken(Exception):
    """Telegram does not know the token."""


class WebhookRefused(Exception):
    """Telegram will not push updates to the address in the settings."""


@dataclass(frozen=True, slots=True)
class Resources:
    """Files of the project that are read once, at start."""

    texts: Texts
    register: Register
    search: Search
    borders: Borders = field(default_factory=Borders)

    @classmethod
    def load(cls, policy: Policy) -> "Resources":
        register = Register.load(kinds=policy.community_kinds)
        resources = cls(Texts.load(LOCALES), register, Search(register), Borders(policy.polygons.path))
        gc.freeze()  # 30,000 settlements stay until the end: the garbage collector need not look at them
        gc.set_threshold(20_000, 20, 20)  # little of what updates and letters leave behind is in circles
        return resources


@dataclass(frozen=True, slots=True)
class App:
    """A bot with its workers. Built by `assembled`."""

    store: Store
    application: BotApplication
    gateway: Gateway
    poller: Poller
    updates: UpdatesWorker
    sender: Sender
    broadcasts: BroadcastsWorker
    eraser: Eraser

    async def run(self, stopping: asyncio.Event, *, polls: bool = True, ticks: bool = True) -> None:
        """Work until `stopping`, then end cleanly: what has begun is finished, the rest waits for the next start."""
        await self.store.transact(self._begin)
        ticker = scheduler(self.store, self.ring)
        if ticks:
            ticker.start()
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(self._ring_when(stopping))
                group.create_task(self._read_borders())
                group.create_task(self.updates.run(stopping))
                group.create_task(self.sender.run(stopping))
                group.create_task(self.broadcasts.run(stopping))
                group.create_task(self.eraser.run(stopping))
                if polls:
                    group.create_task(unless(stopping, self.poller.run()))
        finally:
            if ticks:
                ticker.shutdown(wait=False)
        await self.store.transact(facts.end_work)
        log.info("stopped")

    def ring(self) -> None:
        """Wake every worker."""
        self.updates.alarm.ring()
        self.sender.alarm.ring()
        self.broadcasts.alarm.ring()
        self.eraser.alarm.ring()

    async def _ring_when(self, stopping: asyncio.Event) -> None:
        await stopping.wait()
        self.ring()

    async def _read_borders(self) -> None:
        """In a thread, while the bot works already: until then it asks for a community by its name alone."""
        tools = self.application.tools
        if tools.borders.path is None or tools.borders.polygons is not None:
            return
        codes = frozenset(each.code for each in tools.register.communities)
        try:
            polygons = await asyncio.to_thread(tools.borders.read, codes)
        except UnreadablePolygons as error:
            log.error("the borders of communities cannot be read: a place that is sent finds none", error=str(error))
        else:
            log.info("borders of communities", polygons=len(polygons.communities), bytes=polygons.bytes)

    async def _begin(self, tx: Transaction) -> None:
        await facts.claim_for(tx, self.application.bot.id)
        await restoring.check_finished(tx)
        await facts.put(tx, facts.USERNAME, self.application.bot.username)
        await case_threads.begin(tx, threads=self.application.tools.icons is not None)
        if await facts.begin_work(tx):
            await inbox.count_attempt_of_waiting(tx)
            await deliveries.recover(tx)
            log.warning("the last process did not end cleanly", resent=await outbox.recover(tx))


@asynccontextmanager
async def assembled(
    database: Database, clock: Clock, policy: Policy, resources: Resources, *, api_url: str, token: str
) -> AsyncIterator[App]:
    """An app on an open and migrated database. Waits for Telegram to answer `getMe`; raises WrongToken."""
    store = Store(database, clock, policy)
    async with AsyncExitStack() as stack:
        folder = stack.enter_context(private_folder())
        session = await stack.enter_async_context(new_session())
        bot, gateway = application.new_bot(session, api_url, token), Gateway(session, api_url, token, clock)
        try:
            await persist(clock, partial(application.introduce, bot))
        except Unauthorized:
            raise WrongToken from None
        icons = await persist(clock, partial(profile.thread_icons, gateway)) if policy.cases.threads else None
        if policy.cases.threads and icons is None:
            log.warning("cases have no threads: they are in the settings, and @BotFather has not enabled topics")
        tools = Tools(resources.texts, resources.register, resources.search, bot.username, resources.borders, icons)
        dispatch = application.build(bot, ROUTES, tools)
        await dispatch.initialize()
        sender = Sender(store, gateway, tools, RENDERERS, BROADCASTS, THREADS, folder)
        many = BroadcastsWorker(store, sender.deliveries, BROADCASTS, sender.alarm.ring)
        sender.ran_short = many.alarm.ring
        eraser = Eraser(store, sender.alarm.ring)
        updates = UpdatesWorker(
            store, dispatch, gateway, sender.alarm.ring, many.alarm.ring, asked_to_erase=eraser.alarm.ring
        )
        poller = Poller(store, gateway, updates.alarm.ring)
        try:
            yield App(store, dispatch, gateway, poller, updates, sender, many, eraser)
        finally:
            await dispatch.shutdown()


async def persist(clock: Clock, attempt: Callable[[], Awaitable[T]]) -> T:
    """Repeat an attempt, with exponential backoff, until Telegram answers."""
    seconds = 1
    while True:
        try:
            return await attempt()
        except (NoAnswer, TooFast) as failure:
            log.warning("Telegram does not answer yet", error=str(failure))
        await clock.sleep_until(clock.now() + timedelta(seconds=seconds))
        seconds = min(2 * seconds, LONGEST_PAUSE)


@dataclass(slots=True)
class Service:
    """The process: a web server that always runs, and the app while this process holds the lock."""

    settings: Settings
    database: Database
    clock: Clock
    policy: Policy
    resources: Resources
    app: App | None = field(default=None, init=False)  # while it works

    async def run(self, stopping: asyncio.Event) -> None:
        """Serve until `stopping`.

        Raises DatabaseUnavailable, DatabaseIsNewer, DatabaseDiffers, ForeignDatabase, NotFinished, LockHeld,
        WrongToken, WebhookRefused, and OSError where the web server cannot bind its address; what ends a term comes in
        a group.
        """
        self.database.when_knocked(self._ring)
        await open_migrated(self.database)
        turns = Turns(self.database, self.clock, partial(open_migrated, self.database), self._work)
        routes = health(partial(self._ready, turns))
        if (hook := self._webhook()) is not None:
            routes.append(webhook(urlsplit(hook.url).path or "/", hook.secret, self._keep))
        try:
            async with serving(self.settings.web_host, self.settings.web_port, routes) as port:
                log.info("web server", host=self.settings.web_host, port=port)
                await turns.run(stopping)
        finally:
            await self.database.close()

    async def _work(self, stopping: asyncio.Event) -> None:
        """One term: from taking the lock to the end of the process, or of the connection."""
        settings = self.settings
        parts = assembled(
            self.database, self.clock, self.policy, self.resources, api_url=settings.api_url, token=settings.bot_token()
        )
        async with AsyncExitStack() as stack:
            self.app = await unless(stopping, stack.enter_async_context(parts))
            if self.app is not None:
                stack.callback(self._end_term)
                await unless(stopping, persist(self.clock, partial(self._agree_on_delivery, self.app)))
                await self._run(self.app, stopping)

    async def _run(self, app: App, stopping: asyncio.Event) -> None:
        async with asyncio.TaskGroup() as group:
            showing = group.create_task(profile.bring_up_to_date(app.gateway, self.resources.texts))
            await app.run(stopping, polls=self._webhook() is None)
            showing.cancel()

    async def _ready(self, turns: Turns) -> str:
        """The role of this process, and what an operator should repair. Raises DatabaseUnavailable."""
        role = await turns.ready()
        unwatched = await Store(self.database, self.clock, self.policy).read(communities.unwatched)
        return f"{role}\nno coordinator can be reached: {', '.join(unwatched)}" if unwatched else role

    def _end_term(self) -> None:
        self.app = None

    async def _agree_on_delivery(self, app: App) -> None:
        """Choose polling or the webhook at Telegram. Raises WebhookRefused, NoAnswer, TooFast."""
        hook, store = self._webhook(), app.store
        try:
            if hook is None:
                await delivery.use_polling(app.gateway)
                return
            last = await store.transact(partial(facts.get, key=facts.WEBHOOK))
            if await delivery.use_webhook(app.gateway, hook, last):
                await store.transact(partial(facts.put, key=facts.WEBHOOK, value=hook.digest))
        except Refused as refusal:
            raise WebhookRefused(refusal.description) from refusal

    def _webhook(self) -> delivery.Webhook | None:
        url, secret = self.settings.webhook_url, self.settings.webhook_secret
        return delivery.Webhook(url, secret.get_secret_value()) if url and secret else None

    async def _keep(self, updates: Sequence[Update]) -> None:
        await store_updates(Store(self.database, self.clock, self.policy), updates)
        if self.app is None:
            await self.database.knock()
        else:
            self.app.updates.alarm.ring()

    def _ring(self) -> None:
        if self.app is not None:
            self.app.ring()


def database_of(settings: Settings) -> Database:
    """The database of the settings, with its keys; not opened yet."""
    given = settings.keys
    keys = keys_in(given.get_secret_value(), "BOT_KEYS") if given else KeyFile(settings.keys_file).keys()
    return database(settings.database, keys, without_tls=settings.database_without_tls)


async def open_migrated(database: Database) -> list[str]:
    """Open and migrate a database, and load its keys; the names of the migrations applied. Closed again on failure."""
    await database.open()
    try:
        applied, made_keys = await migrate(database), await agree(database)
    except BaseException:
        await database.close()
        raise
    if made_keys:
        log.warning("made the keys of the database: without them nobody can read it", keep=database.keys.place)
    return applied
