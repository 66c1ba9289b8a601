"""Sends what the outbox holds, at the pace that Telegram allows.

The sender's turn is one commit: the results that came since the last one, and the next letters, rendered in the same
transaction. Then it sends them side by side, one at a time in a chat, in the order of their ids. What is on its way in
a crash goes again: when the answer to a send is lost, we cannot know whether Telegram has the message, and talk is
better said twice than never. So that this process flies a letter is known to it alone, and nothing is written before
most sends; only a letter which a newer one may join is marked (`sending`), for the newer one must not be lost in it.

A 429 closes the chat, or the bot, until the second that Telegram names. A lost connection or a server's failure is
tried again with growing pauses, for as long as it takes. A final no sets the row aside, tells whoever waits for an
answer, and never blocks its chat.
"""

import asyncio
import random
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from itertools import zip_longest
from typing import Any, cast

import structlog

from bot.domain.ids import ChatId, PersonId
from bot.domain.languages import Language
from bot.domain.letters import Letter
from bot.logs import trace
from bot.storage import chats, outbox
from bot.storage.copies import add_copy
from bot.storage.engine import DatabaseUnavailable, TransactionLost, side_by_side
from bot.storage.outbox import State, Waiting
from bot.storage.transaction import Store, Transaction
from bot.telegram.context import Tools
from bot.telegram.gateway import (
    Blocked,
    ChatMoved,
    Gateway,
    Json,
    NoAnswer,
    Refused,
    TelegramFailure,
    TooFast,
    Unauthorized,
)
from bot.telegram.rendering import Addressee, Renderer, Sent
from bot.telegram.screens import Call
from bot.workers.alarm import Alarm
from bot.workers.pace import Paces

log = structlog.get_logger()

IN_FLIGHT = 64
LONGEST_PAUSE = 300
RENDER_TRIES = 5
NOT_MODIFIED = "message is not modified"
Renderers = Mapping[type[Letter], Renderer[Any]]  # each of its own class of letters
Step = Callable[[Transaction, "Flight"], Awaitable[None]]


@dataclass(slots=True)
class Flight:
    """A letter on its way: what is to be called, and what came of it."""

    row: Waiting
    calls: Sequence[Call] = ()
    done: int = 0  # how many of the letter's calls Telegram has taken, over all its tries
    sent: list[Sent] = field(default_factory=list)
    failure: TelegramFailure | None = None

    @property
    def letter(self) -> Letter:
        return self.row.content


class Sender:
    """`ring` its alarm when letters were written."""

    def __init__(self, store: Store, gateway: Gateway, tools: Tools, renderers: Renderers) -> None:
        self._store = store
        self._gateway = gateway
        self._tools = tools
        self._renderers = renderers
        self._paces = Paces(store.policy.pace)
        self._flying: dict[ChatId, asyncio.Task[None]] = {}
        self._landed: list[Flight] = []
        self._next: datetime | None = None  # when there is something to look at again
        self._seen_all = False  # the last turn looked at all that waits: until the alarm rings there is no more
        self._careful = False  # after a failed turn: a savepoint for each letter, to find the one that fails
        self.alarm = Alarm(store.clock)

    async def run(self, stopping: asyncio.Event) -> None:
        """Send until `stopping`; what is on its way then is waited for and stored.

        When cancelled, because this process is no longer the one that works, nothing more leaves.
        """
        try:
            while not stopping.is_set() or self._flying or self._landed:
                await self._one_turn(stopping)
        finally:
            self.alarm.close()
            for flying in self._flying.values():
                flying.cancel()

    async def _one_turn(self, stopping: asyncio.Event) -> None:
        landed, self._landed = self._landed, []
        try:
            flights = await self._store.transact(partial(self._turn, landed=landed, stopping=stopping.is_set()))
        except (DatabaseUnavailable, TransactionLost) as error:
            log.error("sender: the database failed", error=trace(error))
            if stopping.is_set():
                raise  # what was on its way goes again after the next start
            await self._retry_turn(landed, after=1)
            return
        except Exception as error:  # noqa: BLE001  # a renderer's fault: the turn is done again, letter by letter
            log.error("sender: a turn failed", error=trace(error), careful=self._careful)
            await self._retry_turn(landed, after=1 if self._careful else 0)
            self._careful = True
            return
        self._careful = False
        for flight in landed:
            del self._flying[flight.row.chat_id]
        for flight in flights:
            self._flying[flight.row.chat_id] = asyncio.create_task(self._fly(flight))
        if (self._seen_all or not flights) and not self._landed:
            await self.alarm.wait(self._next)

    async def _retry_turn(self, landed: list[Flight], after: int) -> None:
        self._landed = landed + self._landed
        if after:
            await self.alarm.wait(self._store.clock.now() + timedelta(seconds=after))

    # One turn: results, then the next letters.

    async def _turn(self, tx: Transaction, *, landed: list[Flight], stopping: bool) -> list[Flight]:
        for flight in landed:
            await self._guarded(tx, flight, self._settle)
        await tx.flush()
        if stopping:
            return []
        landed_in = {flight.row.chat_id for flight in landed}
        rows = await self._due(tx, [chat for chat in self._flying if chat not in landed_in])
        flights = [Flight(row) for row in rows]
        await self._render_all(tx, flights)
        for flight in flights:
            if flight.calls and flight.row.joinable:
                outbox.mark_sending(tx, flight.row.id)
            elif not flight.calls:
                self.alarm.ring()  # void: the next letter of its chat may be looked at
        return [flight for flight in flights if flight.calls]

    async def _due(self, tx: Transaction, busy: list[ChatId]) -> list[Waiting]:
        """The first letter of each chat, as far as it is due and the pace has room for it."""
        room = IN_FLIGHT - len(busy)
        self._next, self._seen_all = None, False
        shut = self._paces.closed_chats(tx.now)
        for at in shut.values():
            self._look_again(at)
        passed = {*busy, *shut}
        due: list[Waiting] = []
        more = True
        while more and len(due) < room:
            rows = await outbox.waiting(tx, list(passed), room)
            more = len(rows) == room
            for row in rows:
                if row.chat_id in passed:
                    continue
                if len(due) == room:
                    return due
                if (opens := self._paces.opens_at(tx.now)) > tx.now:
                    self._look_again(opens)
                    return due
                passed.add(row.chat_id)
                if row.next_at > tx.now:
                    self._look_again(row.next_at)
                else:
                    self._paces.use(row.chat_id, tx.now)
                    due.append(row)
        self._seen_all = not more
        return due

    async def _render_all(self, tx: Transaction, flights: list[Flight]) -> None:
        """Side by side: their reads stand in a row at the connection, instead of each waiting for the one before."""
        if self._careful:
            for flight in flights:
                await self._guarded(tx, flight, self._render)
            return
        await side_by_side(self._render(tx, flight) for flight in flights)

    def _look_again(self, at: datetime) -> None:
        self._next = at if self._next is None else min(self._next, at)

    async def _guarded(self, tx: Transaction, flight: Flight, step: Step) -> None:
        if not self._careful:
            await step(tx, flight)
            return
        await tx.flush()
        await tx.savepoint()
        try:
            await step(tx, flight)
            await tx.flush()  # what it gathered may fail, too
        except (DatabaseUnavailable, TransactionLost):
            raise
        except Exception as error:  # noqa: BLE001  # a renderer's fault may stop its own letter only
            await tx.rollback_to_savepoint()
            self._fault(tx, flight, error)

    def _fault(self, tx: Transaction, flight: Flight, error: Exception) -> None:
        row, where = flight.row, trace(error)
        flight.calls = []
        log.error("letter failed", outbox=row.id, letter=row.letter, attempts=row.attempts, error=where)
        if row.attempts + 1 < RENDER_TRIES and not flight.sent:
            outbox.retry(tx, row.id, tx.now + timedelta(seconds=2**row.attempts), flight.done, where)
        else:
            outbox.refuse(tx, row.id, State.SET_ASIDE, where)

    async def _render(self, tx: Transaction, flight: Flight) -> None:
        letter, flight.done = flight.letter, flight.row.done
        calls = await self._renderers[type(letter)].render(self._addressee(tx, flight.row), letter)
        flight.calls = calls[flight.done :]
        if not flight.calls:
            outbox.end(tx, flight.row.id)
            log.info("letter void", outbox=flight.row.id, letter=flight.row.letter)

    def _addressee(self, tx: Transaction, row: Waiting) -> Addressee:
        say = self._tools.texts.of(Language(row.language or Language.UK))
        person = row.person_id or PersonId(0)
        tools = self._tools
        return Addressee(tx, row.party, person, row.chat_id, say, tools.register, tools.search, tools.bot_username)

    # A letter's way.

    async def _fly(self, flight: Flight) -> None:
        try:
            for call in flight.calls:
                result = await self._send(flight, call)
                shown = zip_longest(message_ids(result), call.shows[: len(message_ids(result))])
                flight.sent.extend(Sent(each, flight.done, what) for each, what in shown)
                flight.done += 1
        except TelegramFailure as failure:
            flight.failure = failure
        except Exception as error:  # noqa: BLE001  # a fault of ours: never taken for a success, and tried again
            log.error("send failed", outbox=flight.row.id, letter=flight.row.letter, error=trace(error))
            flight.failure = NoAnswer(type(error).__name__)
        self._landed.append(flight)
        self.alarm.ring()

    async def _send(self, flight: Flight, call: Call) -> Json:
        params = call.params_in(flight.row.telegram_id)
        try:
            return await self._gateway.call(call.method, params)
        except (Blocked, Unauthorized):
            raise
        except Refused as refusal:
            if NOT_MODIFIED in refusal.description:
                return {"message_id": call.params["message_id"]}  # it shows that already
            if call.may_fail:
                return None
            if call.or_send:
                del params["message_id"]
                return await self._gateway.call("sendMessage", params)
            raise

    # What came of it.

    async def _settle(self, tx: Transaction, flight: Flight) -> None:
        row, failure = flight.row, flight.failure
        self._keep_copies(tx, flight)
        facts = {"outbox": row.id, "letter": row.letter}
        match failure:
            case None:
                await self._sent(tx, flight)
                log.info("sent", **facts, messages=len(flight.sent))
            case TooFast(seconds=seconds):
                self._paces.too_fast(row.chat_id, tx.now, seconds)
                outbox.retry(tx, row.id, tx.now + timedelta(seconds=seconds), flight.done, str(failure))
                log.warning("too fast", **facts, seconds=seconds)
            case ChatMoved(telegram_id=telegram_id):
                await chats.move(tx, row.chat_id, telegram_id)
                outbox.retry(tx, row.id, tx.now, flight.done, str(failure))
            case Unauthorized():
                self._paces.all_held = tx.now + timedelta(seconds=60)
                outbox.retry(tx, row.id, tx.now, flight.done, str(failure))
                log.error("Telegram does not take the token", **facts, error=str(failure))
            case Refused():
                await self._refused(tx, flight, failure)
                log.warning("refused", **facts, error=str(failure))
            case _:
                pause = min(2.0**row.attempts, LONGEST_PAUSE) * (0.5 + random.random() / 2)  # noqa: S311  # spreads retries
                outbox.retry(tx, row.id, tx.now + timedelta(seconds=pause), flight.done, str(failure))
                log.warning("no answer", **facts, attempts=row.attempts + 1, error=str(failure))

    def _keep_copies(self, tx: Transaction, flight: Flight) -> None:
        """By these replies, edits and reactions find their way, also to what was sent before the rest failed."""
        for each in flight.sent:
            if (what := each.shown) is not None:
                add_copy(
                    tx,
                    flight.row.chat_id,
                    each.message_id,
                    what.case_id,
                    what.case_message_id,
                    piece=what.piece,
                    version=what.version,
                )

    async def _sent(self, tx: Transaction, flight: Flight) -> None:
        renderer = self._renderers[type(flight.letter)]
        if renderer.sent is not None:
            await renderer.sent(self._addressee(tx, flight.row), flight.letter, flight.sent)
        outbox.end(tx, flight.row.id)

    async def _refused(self, tx: Transaction, flight: Flight, refusal: Refused) -> None:
        renderer = self._renderers[type(flight.letter)]
        outbox.refuse(tx, flight.row.id, State.REFUSED, str(refusal))
        if isinstance(refusal, Blocked):
            await chats.set_unreachable(tx, flight.row.chat_id)
        if renderer.failed is not None:
            await renderer.failed(self._addressee(tx, flight.row), flight.letter)


def message_ids(result: Json) -> list[int]:
    """The ids of the messages that a method answered with: one, an album's, or none."""
    if isinstance(result, Sequence) and not isinstance(result, str):
        return [each for part in result for each in message_ids(part)]
    if isinstance(result, Mapping) and "message_id" in result:
        return [cast("int", result["message_id"])]
    return []
