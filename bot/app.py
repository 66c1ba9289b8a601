"""The only place where the parts are put together: settings in, a bot that runs out."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import structlog
from telegram import Bot

from bot.clock import Clock
from bot.domain.policy import Policy
from bot.handlers import RENDERERS, ROUTES
from bot.register import Register, Search
from bot.storage import facts, inbox, outbox
from bot.storage.engine import Database
from bot.storage.migrate import migrate
from bot.storage.transaction import Store, Transaction
from bot.telegram import application
from bot.telegram.application import BotApplication
from bot.telegram.context import Tools
from bot.telegram.gateway import Gateway
from bot.telegram.transport import AiohttpRequest, new_session
from bot.texts import Texts
from bot.workers.poller import Poller, poll_until
from bot.workers.schedule import scheduler
from bot.workers.sender import Sender
from bot.workers.updates import UpdatesWorker

log = structlog.get_logger()

LOCALES = Path(__file__).parent.parent / "locales"


@dataclass(frozen=True, slots=True)
class Words:
    """What is read once from the files that come with the project."""

    texts: Texts
    register: Register
    search: Search

    @classmethod
    def load(cls, policy: Policy) -> "Words":
        register = Register.load(kinds=policy.community_kinds)
        return cls(Texts.load(LOCALES), register, Search(register))


@dataclass(frozen=True, slots=True)
class App:
    """A bot with its workers. Made by `assembled`."""

    store: Store
    application: BotApplication
    gateway: Gateway
    poller: Poller
    updates: UpdatesWorker
    sender: Sender

    async def run(self, stopping: asyncio.Event, *, polls: bool = True, ticks: bool = True) -> None:
        """Work until `stopping`, then end cleanly: what is in hand is finished, the rest waits for the next start."""
        await self.store.transact(self._begin)
        ticker = scheduler(self.store)
        if ticks:
            ticker.start()
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(self._ring_when(stopping))
                group.create_task(self.updates.run(stopping))
                group.create_task(self.sender.run(stopping))
                if polls:
                    group.create_task(poll_until(stopping, self.poller))
        finally:
            if ticks:
                ticker.shutdown(wait=False)
        await self.store.transact(facts.end_work)
        log.info("stopped")

    async def _ring_when(self, stopping: asyncio.Event) -> None:
        await stopping.wait()
        self.updates.alarm.ring()
        self.sender.alarm.ring()

    async def _begin(self, tx: Transaction) -> None:
        await facts.claim_for(tx, self.application.bot.id)
        if await facts.begin_work(tx):
            await inbox.count_attempt_of_waiting(tx)
            log.warning("the last process did not end cleanly", resent=await outbox.recover(tx))


@asynccontextmanager
async def assembled(
    database: Database, clock: Clock, policy: Policy, words: Words, *, api_url: str, token: str
) -> AsyncIterator[App]:
    """An app on an open and migrated database."""
    store = Store(database, clock, policy)
    async with new_session() as session:
        bot = Bot(
            token,
            base_url=f"{api_url}/bot",
            base_file_url=f"{api_url}/file/bot",
            request=AiohttpRequest(session),
            get_updates_request=AiohttpRequest(session),
        )
        gateway = Gateway(session, api_url, token)
        await bot.initialize()
        tools = Tools(words.texts, words.register, words.search, bot.username)
        dispatch = application.build(bot, ROUTES, tools)
        await dispatch.initialize()
        sender = Sender(store, gateway, tools, RENDERERS)
        updates = UpdatesWorker(store, dispatch, gateway, sender.alarm.ring)
        poller = Poller(store, gateway, updates.alarm.ring)
        try:
            yield App(store, dispatch, gateway, poller, updates, sender)
        finally:
            await dispatch.shutdown()


async def opened(database: Database) -> list[str]:
    """Open a database and bring it up to date; the names of the migrations applied."""
    await database.open()
    return await migrate(database)
