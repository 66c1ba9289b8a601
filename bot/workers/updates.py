"""Handles what the inbox holds: up to 256 updates in one transaction.

State, outgoing letters and the end of the inbox row commit together, so an update is handled once or not at all.
Handlers never wait for the network, so one after another is both the simplest and the fastest. Nearly always all goes
well; when an update of the batch raises, the whole batch is rolled back and done again, now with a savepoint before
each update. Then one that fails is rolled back to its savepoint, waits with backoff, and holds back only its own chat;
after a few tries it is set aside with its error, and the person gets an apology. A refusal is no failure: its text is
sent, the update is handled.

What people press is answered after the commit, also when the press failed or was refused: no button is left spinning.
A sign on a message that was stored is set then, too. Both go past the sender, whose turns they would cost, and neither
is tried again.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Collection, Coroutine
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from itertools import groupby, zip_longest
from operator import attrgetter

import structlog

from bot.domain.languages import Language
from bot.domain.letters import PlainText
from bot.domain.people import Actor
from bot.domain.refusals import Refusal
from bot.logs import trace
from bot.storage import inbox, people
from bot.storage.ahead import Ahead, Asking, read_ahead
from bot.storage.engine import DatabaseUnavailable, TransactionLost
from bot.storage.inbox import Stored
from bot.storage.transaction import Store, Transaction
from bot.surface.context import Turn
from bot.surface.outgoing import React
from bot.telegram import limits
from bot.telegram.application import BotApplication, Incoming
from bot.telegram.gateway import Gateway, Json, TelegramFailure
from bot.telegram.outgoing import carrying_out
from bot.workers.alarm import Alarm

log = structlog.get_logger()

FIRST = -(2**63)  # before every chat
MOST, EACH = 256, 4  # updates of a transaction, and of one chat in it
SIGNS_AT_A_TIME = 16  # of all chats: what is sent to people comes first
SIGNS_WAITING = 1000  # at most, while Telegram is slow: a sign that comes late says nothing
ALBUMS_SIGNED = 1000  # that are remembered
TRIES = 5
MAX_CRASHES = 20  # of processes that left it waiting; far above TRIES, for most will have died of something else


class SpoiledBatch(Exception):
    """An update was refused or failed, and there are no savepoints: the batch has to be done again."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a pressed button."""

    query_id: str
    text: str
    alert: bool


@dataclass(frozen=True, slots=True)
class Sign:
    """A reaction to a message that arrived."""

    user_id: int  # of its sender at Telegram; their private chat has the same id
    reaction: React
    once: str


@dataclass(slots=True)
class Batch:
    """What one transaction came to: for after its commit."""

    careful: bool = True  # with savepoints
    taken: int = 0
    last_chat: int | None = None  # None: there was no chat left in this round
    exhaustive: bool = False  # nothing else waited after the chat with which it began
    due: datetime | None = None  # when the first of those that wait may be tried
    letters: bool = False
    broadcasts: bool = False
    erasures: bool = False
    answers: list[Answer] = field(default_factory=list)
    signs: list[Sign] = field(default_factory=list)
    lines: list[tuple[str, dict[str, str | int]]] = field(default_factory=list)


class UpdatesWorker:
    """`ring` when something was stored. `wrote_letters` is called after a commit that left letters in the outbox,
    `changed_broadcasts` after one that began or changed a broadcast, `asked_to_erase` after one that marked something
    to be erased.
    """

    def __init__(
        self,
        store: Store,
        application: BotApplication,
        gateway: Gateway,
        wrote_letters: Callable[[], None],
        changed_broadcasts: Callable[[], None],
        asked_to_erase: Callable[[], None],
    ) -> None:
        self._store = store
        self._application = application
        self._gateway = gateway
        self._wrote_letters = wrote_letters
        self._changed_broadcasts = changed_broadcasts
        self._asked_to_erase = asked_to_erase
        self._answering: set[asyncio.Task[None]] = set()
        self._signing: set[asyncio.Task[None]] = set()
        self._signs = asyncio.Semaphore(SIGNS_AT_A_TIME)
        self._signed = deque[str](maxlen=ALBUMS_SIGNED)
        self._after = FIRST
        self._round = Batch()
        self.alarm = Alarm(store.clock)

    @property
    def in_hand(self) -> Collection[asyncio.Task[None]]:
        """The answers to pressed buttons, and the signs, that are being sent."""
        return self._answering | self._signing

    async def run(self, stopping: asyncio.Event) -> None:
        """Handle updates until `stopping`; what is in hand then is finished, but for signs."""
        try:
            while not stopping.is_set():
                await self._one_batch()
            await asyncio.gather(*self._answering)
        finally:
            self.alarm.close()
            for task in self.in_hand:
                task.cancel()

    async def _one_batch(self) -> None:
        try:
            batch = await self._batch()
        except Exception as error:  # noqa: BLE001  # no one update's fault: nothing was done, and all is tried again
            away = isinstance(error, DatabaseUnavailable | TransactionLost)
            log.error("updates: the database failed" if away else "updates: a batch failed", error=trace(error))
            await self.alarm.wait(self._store.clock.now() + timedelta(seconds=1))
            return
        self._follow(batch)
        await self._go_on(batch)

    async def _go_on(self, batch: Batch) -> None:
        """To the next chats; after a whole round in which nothing could be taken, rest until something is due."""
        whole_round = batch.exhaustive and self._after == FIRST
        self._round.taken += batch.taken
        self._round.due = soonest(self._round.due, batch.due)
        if batch.last_chat is not None and not whole_round:
            self._after = batch.last_chat
            return
        round_, self._round, self._after = self._round, Batch(), FIRST
        if whole_round or not round_.taken:
            await self.alarm.wait(round_.due)

    def _follow(self, batch: Batch) -> None:
        """After the commit."""
        if batch.letters:
            self._wrote_letters()
        if batch.broadcasts:
            self._changed_broadcasts()
        if batch.erasures:
            self._asked_to_erase()
        for event, facts in batch.lines:
            log.info(event, **facts)
        for answer in batch.answers:
            _meanwhile(self._answer(answer), self._answering)
        for sign in batch.signs:
            if sign.once not in self._signed and len(self._signing) < SIGNS_WAITING:
                _meanwhile(self._sign(sign), self._signing)
            if sign.once:
                self._signed.append(sign.once)

    async def _answer(self, answer: Answer) -> None:
        params: dict[str, Json] = {
            "callback_query_id": answer.query_id,
            "text": answer.text,
            "show_alert": answer.alert,
        }
        try:
            await self._gateway.call("answerCallbackQuery", params)
        except TelegramFailure as error:  # best effort: after 150 s Telegram no longer takes it
            log.info("press not answered", error=str(error))

    async def _sign(self, sign: Sign) -> None:
        async with self._signs:
            for call in carrying_out(sign.reaction, self._store.clock.now()):
                try:
                    await self._gateway.call(call.method, call.params_in(sign.user_id))
                except TelegramFailure as error:  # best effort: the message is stored all the same
                    log.info("sign not set", error=str(error))

    async def _batch(self) -> Batch:
        try:
            return await self._store.transact(partial(self._handle_batch, careful=False))
        except (DatabaseUnavailable, TransactionLost):
            raise
        except Exception as error:  # noqa: BLE001  # whichever update it was: the careful pass finds it
            if not isinstance(error, SpoiledBatch):
                log.error("updates: a batch failed and is done again", error=trace(error))
            return await self._store.transact(partial(self._handle_batch, careful=True))

    async def _handle_batch(self, tx: Transaction, *, careful: bool) -> Batch:
        batch = Batch(careful)
        rows = await inbox.take(tx, self._after, MOST, EACH)
        batch.last_chat = rows[-1].chat_id if rows else None
        held: set[int] = set()
        chats = by_chat(rows)
        batch.exhaustive = len(chats) < MOST and all(len(chat) < min(EACH, MOST // len(chats)) for chat in chats)
        for one_of_each in zip_longest(*chats):
            await self._round_of(tx, [row for row in one_of_each if row and row.chat_id not in held], batch, held)
        batch.letters, batch.broadcasts, batch.erasures = tx.outbox.used, tx.broadcast_changed, tx.erasure_asked
        return batch

    async def _round_of(self, tx: Transaction, rows: list[Stored], batch: Batch, held: set[int]) -> None:
        """Handle one update of each chat; a chat whose update failed or waits is held from then on."""
        due = []
        for row in rows:
            if row.attempts >= MAX_CRASHES:  # whatever it did ended the process, so that no try of it could fail
                log.error("update set aside untried", update=row.update_id, attempts=row.attempts)
                inbox.set_aside(tx, row.update_id, row.attempts, "the process ended while it was handled")
                batch.taken += 1
            elif row.next_at > tx.now:
                held.add(row.chat_id)
                batch.due = soonest(batch.due, row.next_at)
            else:
                due.append((row, self._parsed(row)))
        ahead = await read_ahead(
            tx,
            [
                Asking(read.user_id, read.answers, read.thread_id)
                for _, read in due
                if isinstance(read, Incoming) and read.user_id is not None
            ],
        )
        for row, read in due:
            batch.taken += 1
            if not await self._handle(tx, row, read, ahead, batch):
                held.add(row.chat_id)
            await asyncio.sleep(0)  # what is being sent goes on meanwhile

    def _parsed(self, row: Stored) -> Incoming | Exception:
        try:
            return self._application.parse(row.body)
        except Exception as error:  # noqa: BLE001  # whatever python-telegram-bot raises: handled as the update's failure
            return error

    async def _handle(
        self, tx: Transaction, row: Stored, read: Incoming | Exception, ahead: Ahead, batch: Batch
    ) -> bool:
        """Carry out one update; False when it failed and waits."""
        turn = Turn(tx, ahead, row.update_id)
        query_id = ""
        if batch.careful:
            await tx.savepoint()
        try:
            if isinstance(read, Exception):
                raise read
            query_id = read.query_id
            turn.actor = await self._actor(tx, ahead, read, batch)
            self._application.turn = turn
            await self._application.process_update(read.update)
            if not turn.handled:
                raise LookupError("no handler took the update")
            if batch.careful:
                await tx.flush()  # what it gathered may fail, too
        except (DatabaseUnavailable, TransactionLost):
            raise
        except Refusal as refusal:
            await self._take_back(tx, batch, refusal)
            self._refuse(tx, turn, refusal, query_id, batch)
        except Exception as error:  # noqa: BLE001  # whatever a handler raises: logged, retried, then set aside
            await self._take_back(tx, batch, error)
            self._fail(tx, turn, row, error, query_id, batch)
            return False
        else:
            self._note_done(turn, read, batch)
        inbox.end(tx, row.update_id)
        return True

    def _note_done(self, turn: Turn, read: Incoming, batch: Batch) -> None:
        if read.query_id:
            batch.answers.append(Answer(read.query_id, turn.answer[: limits.ALERT], alert=turn.alert))
        if turn.sign is not None and read.user_id is not None:
            batch.signs.append(Sign(read.user_id, turn.sign, turn.sign_once))
        batch.lines.append(("update handled", {"update": turn.update_id, **turn.facts}))

    async def _take_back(self, tx: Transaction, batch: Batch, error: Exception) -> None:
        """Undo what this update did. Raises SpoiledBatch where only the whole batch can be undone."""
        if not batch.careful:
            raise SpoiledBatch from error
        await tx.rollback_to_savepoint()

    async def _actor(self, tx: Transaction, ahead: Ahead, read: Incoming, batch: Batch) -> Actor | None:
        """The person behind an update, made known if new; None where there is none."""
        if read.user_id is None:
            return None
        actor = await ahead.actor(read.user_id, read.thread_id)
        if actor is None:
            await people.add(tx, read.user_id)
            actor = await people.actor(tx, read.user_id, read.thread_id)
            if batch.careful:
                await tx.savepoint()  # a person who was refused when first seen can still be notified
        return actor

    def _refuse(self, tx: Transaction, turn: Turn, refusal: Refusal, query_id: str, batch: Batch) -> None:
        if turn.actor is None:
            return
        if query_id:
            text = self._application.tools.texts.of(turn.actor.language)(refusal.key, **refusal.values)
            batch.answers.append(Answer(query_id, text[: limits.ALERT], alert=True))
        else:
            tx.outbox.tell(turn.actor.here, PlainText(refusal.key, refusal.values), asked=turn.actor.asks_as)
        facts = {"update": turn.update_id, "refusal": type(refusal).__name__, **turn.facts}
        batch.lines.append(("update refused", facts))

    def _fail(self, tx: Transaction, turn: Turn, row: Stored, error: Exception, query_id: str, batch: Batch) -> None:
        attempts = row.attempts + 1
        where = trace(error)
        log.error("update failed", update=row.update_id, attempts=attempts, error=where, **turn.facts)
        if query_id:
            say = self._application.tools.texts.of(turn.actor.language if turn.actor else Language.UK)
            batch.answers.append(Answer(query_id, say("apology-press")[: limits.ALERT], alert=True))
        if attempts < TRIES and not query_id:
            again = tx.now + timedelta(seconds=2**attempts)
            batch.due = soonest(batch.due, again)
            inbox.put_off(tx, row.update_id, attempts, again, where)
            return
        # A press is not tried again: its screen has been answered with an apology, and a late effect would surprise.
        batch.due = soonest(batch.due, tx.now)  # the next update of its chat
        inbox.set_aside(tx, row.update_id, attempts, where)
        if turn.actor is not None and not query_id:
            tx.outbox.tell(turn.actor.here, PlainText("apology"), asked=turn.actor.asks_as)


def _meanwhile(sending: Coroutine[None, None, None], among: set[asyncio.Task[None]]) -> None:
    task = asyncio.create_task(sending)
    among.add(task)
    task.add_done_callback(among.discard)


def by_chat(rows: list[Stored]) -> list[list[Stored]]:
    """The updates of each chat, in order."""
    return [list(chat) for _, chat in groupby(rows, key=attrgetter("chat_id"))]


def soonest(one: datetime | None, other: datetime | None) -> datetime | None:
    return min((each for each in (one, other) if each is not None), default=None)
