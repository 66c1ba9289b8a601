"""Sends what the outbox holds, at the pace that Telegram allows.

The sender's turn is one commit: the results that came since the last one, and the marks (`sending`) of the next
letters, which it renders in the same transaction. Then it sends them side by side, one at a time in a chat, in the
order of their ids. What a crash leaves marked goes again: when the answer to a send is lost, we cannot know whether
Telegram has the message, and talk is better said twice than never.

A 429 closes the chat, or the bot, until the second that Telegram names. A lost connection or a server's failure is
tried again with growing pauses, for as long as it takes. A final no sets the row aside, tells whoever waits for an
answer, and never blocks its chat.
"""

import asyncio
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, cast

import structlog

from bot.domain.ids import ChatId, PersonId
from bot.domain.languages import Language
from bot.domain.letters import Letter
from bot.logs import trace
from bot.storage import chats, outbox
from bot.storage.engine import DatabaseUnavailable, TransactionLost
from bot.storage.outbox import State, Waiting
from bot.storage.transaction import Store, Transaction
from bot.telegram.context import Tools
from bot.telegram.gateway import (
    Blocked,
    ChatMoved,
    Gateway,
    Json,
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


@dataclass(slots=True)
class Flight:
    """A letter on its way: what is to be called, and what came of it."""

    row: Waiting
    letter: Letter
    calls: Sequence[Call]
    done: int = 0  # how many of the letter's calls Telegram has taken, over all its tries
    sent: list[Sent] = field(default_factory=list)
    failure: TelegramFailure | None = None


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
        self._careful = False  # after a failed turn: a savepoint for each letter, to find the one that fails
        self.alarm = Alarm(store.clock)

    async def run(self, stopping: asyncio.Event) -> None:
        """Send until `stopping`; what is on its way then is waited for and stored."""
        while not stopping.is_set() or self._flying or self._landed:
            landed, self._landed = self._landed, []
            try:
                flights = await self._store.transact(lambda tx, results=landed: self._turn(tx, results, stopping))  # type: ignore[misc]  # bound now
            except (DatabaseUnavailable, TransactionLost) as error:
                log.error("sender: the database failed", error=trace(error))
                await self._again(landed)
                continue
            except Exception as error:  # noqa: BLE001  # a renderer's fault: the turn is done again, letter by letter
                log.error("sender: a turn failed", error=trace(error), careful=self._careful)
                self._careful = True
                await self._again(landed)
                continue
            self._careful = False
            self._finish(landed)
            for flight in flights:
                self._flying[flight.row.chat_id] = asyncio.create_task(self._fly(flight))
            if not flights and not self._landed:
                await self.alarm.wait(self._next)
        self.alarm.close()

    _next: datetime | None = None

    async def _again(self, landed: list[Flight]) -> None:
        self._landed = landed + self._landed
        await self._store.clock.sleep_until(self._store.clock.now() + timedelta(seconds=1))

    def _finish(self, landed: list[Flight]) -> None:
        for flight in landed:
            self._flying.pop(flight.row.chat_id, None)

    # One turn: results, then the next letters.

    async def _turn(self, tx: Transaction, landed: list[Flight], stopping: asyncio.Event) -> list[Flight]:
        for flight in landed:
            await self._guarded(tx, flight, self._settle)
        free = {flight.row.chat_id for flight in landed}
        if stopping.is_set():
            return []
        return await self._next_flights(tx, free)

    async def _next_flights(self, tx: Transaction, free: set[ChatId]) -> list[Flight]:
        busy = [chat for chat in self._flying if chat not in free]
        room = IN_FLIGHT - len(busy)
        self._next = None
        flights: list[Flight] = []
        await tx.flush()
        shut = self._paces.closed_chats(tx.now)
        for at in shut.values():
            self._look_again(at)
        skipped: list[int] = [*busy, *shut]
        while len(flights) < room:
            if (opens := self._paces.opens_at(tx.now)) > tx.now:
                self._look_again(opens)
                break
            rows = await outbox.waiting(tx, skipped, room)
            if not await self._take(tx, rows, skipped, flights, room):
                break
            if len(rows) < room:
                break
        if flights:
            await outbox.mark_sending(tx, [flight.row.id for flight in flights])
        return flights

    async def _take(
        self, tx: Transaction, rows: list[Waiting], skipped: list[int], flights: list[Flight], room: int
    ) -> bool:
        """Render each chat's first row that is due. False when no chat was new: there is nothing more to look for."""
        new = False
        for row in rows:
            if row.chat_id in skipped or len(flights) >= room:
                continue
            if self._paces.opens_at(tx.now) > tx.now:
                break
            new = True
            skipped.append(row.chat_id)
            if row.next_at > tx.now:
                self._look_again(row.next_at)
                continue
            flight = Flight(row, row.content, [], row.done)
            await self._guarded(tx, flight, self._render)
            if flight.calls:
                self._paces.use(row.chat_id, tx.now)
                flights.append(flight)
            else:
                self.alarm.ring()  # void: the chat's next row may be looked at
        return new

    def _look_again(self, at: datetime) -> None:
        self._next = at if self._next is None else min(self._next, at)

    async def _guarded(self, tx: Transaction, flight: Flight, step: Callable[[Transaction, Flight], Any]) -> None:
        if not self._careful:
            await step(tx, flight)
            return
        await tx.flush()
        await tx.savepoint()
        try:
            await step(tx, flight)
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
            outbox.count_attempt(tx, row.id)
        else:
            outbox.refuse(tx, row.id, State.SET_ASIDE, where)

    async def _render(self, tx: Transaction, flight: Flight) -> None:
        to = self._addressee(tx, flight.row)
        calls = await self._renderers[type(flight.letter)].render(to, flight.letter)
        flight.calls = list(calls)[flight.row.done :]
        if not flight.calls:
            outbox.end(tx, flight.row.id)
            log.info("letter void", outbox=flight.row.id, letter=flight.row.letter)

    def _addressee(self, tx: Transaction, row: Waiting) -> Addressee:
        say = self._tools.texts.of(Language(row.language or Language.UK))
        person = row.person_id or PersonId(0)
        return Addressee(tx, row.party, person, row.chat_id, say, self._tools.register, self._tools.search)

    # A letter's way.

    async def _fly(self, flight: Flight) -> None:
        try:
            for call in flight.calls:
                result = await self._send(flight, call)
                flight.sent.extend(Sent(each, flight.done) for each in message_ids(result))
                flight.done += 1
        except TelegramFailure as failure:
            flight.failure = failure
        finally:
            self._landed.append(flight)
            self.alarm.ring()

    async def _send(self, flight: Flight, call: Call) -> Json:
        params: dict[str, Json] = {"chat_id": flight.row.telegram_id, **call.params}
        try:
            return await self._gateway.call(call.method, params)
        except (Blocked, Unauthorized):
            raise
        except Refused as refusal:
            if call.may_fail or NOT_MODIFIED in refusal.description:
                return None
            if call.or_send:
                del params["message_id"]
                return await self._gateway.call("sendMessage", params)
            raise

    # What came of it.

    async def _settle(self, tx: Transaction, flight: Flight) -> None:
        row, failure = flight.row, flight.failure
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
