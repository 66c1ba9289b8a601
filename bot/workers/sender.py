"""Sends what waits in the two queues, talk and deliveries, at the pace that Telegram allows.

The sender's turn is one commit: the results that came since the last one, and the next posts, rendered in the same
transaction. Then it sends them in parallel, those of one chat one after another. At most `IN_FLIGHT` posts have left,
or may leave, without their result being stored. What a crash leaves so has an outcome that nobody knows; each queue
says what follows from that. A letter with files goes besides: they are prepared first (`preparation`), and while they
are uploaded the other letters of its chat go on.

A 429 closes the chat, or the bot, until the second that Telegram names. A lost connection or a server's failure is
tried again with growing pauses, for as long as it takes. After a final refusal what the call names is done instead;
where it names nothing, the post has ended, anyone who waits for an answer is notified, and the chat is never blocked.
"""

import asyncio
import random
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial
from itertools import groupby, zip_longest
from operator import attrgetter
from pathlib import Path
from typing import cast

import structlog

from bot.domain.ids import ChatId, OutboxId
from bot.logs import trace
from bot.storage import chats, files
from bot.storage.engine import DatabaseUnavailable, TransactionLost
from bot.storage.transaction import Store, Transaction
from bot.surface.context import Tools
from bot.surface.rendering import Lack, Sent, ThreadRenderer
from bot.telegram.calls import Call
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
from bot.telegram.uploading import passed_ids, with_uploads
from bot.workers.alarm import Alarm
from bot.workers.deliveries import Deliveries, DeliveryPost
from bot.workers.deliveries import Renderers as BroadcastRenderers
from bot.workers.flights import IN_FLIGHT, Flight, Slots, guarded
from bot.workers.pace import Paces
from bot.workers.preparation import Order, Preparation
from bot.workers.talk import Renderers, Talk, TalkPost, Unwanted
from bot.workers.threads import Threads, thread_lost

log = structlog.get_logger()

LONGEST_PAUSE = 300
FRESH = timedelta(seconds=2)  # what was rendered longer ago is rendered again before it is sent
UPLOADS = 4  # letters with files at a time
NOT_MODIFIED = "message is not modified"
UNWANTED = "VOICE_MESSAGES_FORBIDDEN"  # by a setting of the reader's, for voices and round videos


class Sender:
    """`ring` its alarm when letters were written. `ran_short` is called when broadcasts had less to send than slots,
    when the last of their deliveries has landed, and when some that were held wait again.
    """

    def __init__(
        self,
        store: Store,
        gateway: Gateway,
        tools: Tools,
        renderers: Renderers,
        broadcasts: BroadcastRenderers,
        threads: ThreadRenderer,
        folder: Path,
        ran_short: Callable[[], None] = lambda: None,
    ) -> None:
        self._store = store
        self._gateway = gateway
        self.alarm = Alarm(store.clock)
        self.preparation = Preparation(store, gateway, folder, self.alarm.ring)
        self._talk = Talk(tools, renderers, self.preparation, Threads(threads, tools.icons))
        self.deliveries = Deliveries(tools, broadcasts)
        self.ran_short = ran_short
        self._paces = Paces(store.policy.pace)
        self._paid = store.policy.pace.paid
        self._flying: Counter[ChatId] = Counter()  # posts whose results are not stored, in each chat
        self._delivering: set[ChatId] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._landed: list[Flight] = []
        self._next: datetime | None = None  # when there is something to look at again
        self._talk_held = False  # in the last turn, by the pace
        self._seen_all = False  # the last turn looked at all that waits: until the alarm rings there is no more
        self._orders: list[Order] = []  # of the last turn
        self._released = False  # in the last turn, deliveries that were held
        self._uploading: set[int] = set()  # letters with files that are being sent
        self._careful = False  # after a failed turn: a savepoint for each letter, to find the one that fails

    @property
    def in_hand(self) -> Collection[asyncio.Task[None]]:
        """The sends in progress, and what is being prepared; each rings the alarm when it has ended."""
        return [*self._tasks, *self.preparation.tasks]

    async def run(self, stopping: asyncio.Event) -> None:
        """Send until `stopping`; what is being sent then is waited for and stored.

        When cancelled, because this process is no longer the one that works, nothing more leaves.
        """
        try:
            while not stopping.is_set() or self._flying or self._uploading or self._landed:
                await self._one_turn(stopping)
        finally:
            self.alarm.close()
            self.preparation.close()
            for task in self._tasks:
                task.cancel()

    async def _one_turn(self, stopping: asyncio.Event) -> None:
        landed, self._landed = self._landed, []
        try:
            flights = await self._store.transact(partial(self._turn, landed=landed, stopping=stopping.is_set()))
        except (DatabaseUnavailable, TransactionLost) as error:
            log.error("sender: the database failed", error=trace(error))
            if stopping.is_set():
                raise  # what was being sent goes again after the next start
            await self._retry_turn(landed, after=1)
            return
        except Exception as error:  # noqa: BLE001  # a renderer's fault: the turn is done again, letter by letter
            log.error("sender: a turn failed", error=trace(error), careful=self._careful)
            await self._retry_turn(landed, after=1 if self._careful else 0)
            self._careful = True
            return
        self._careful = False
        self._take_off(landed, flights, stopping)
        self.preparation.start(self._orders)
        nothing_more = stopping.is_set() and not self._flying and not self._uploading
        if (self._seen_all or not flights) and not nothing_more:
            await self.alarm.wait(self._next)

    def _take_off(self, landed: list[Flight], flights: list[Flight], stopping: asyncio.Event) -> None:
        """After the commit."""
        log_sent(landed)
        self._flying = self._still_flying(landed)
        self._delivering -= {flight.post.row.chat_id for flight in landed if not flight.has_files}
        self._settle_files(landed)
        for flight in flights:
            if flight.has_files:
                flight.prepared = self.preparation.lend(OutboxId(flight.post.id), flight.needs)
                self._uploading.add(flight.post.id)
                self._let_fly([flight], stopping)
        without_files = (flight for flight in flights if not flight.has_files)
        for chat_id, of_chat in groupby(without_files, attrgetter("post.row.chat_id")):
            leaving = list(of_chat)
            self._flying[chat_id] = len(leaving)
            if isinstance(leaving[0].post, DeliveryPost):
                self._delivering.add(chat_id)
            self._let_fly(leaving, stopping)
        last_landed = not self._delivering and any(isinstance(flight.post, DeliveryPost) for flight in landed)
        if self.deliveries.short or last_landed or self._released:
            self.deliveries.short = self._released = False
            self.ran_short()

    def _let_fly(self, flights: list[Flight], stopping: asyncio.Event) -> None:
        task = asyncio.create_task(self._fly_in_order(flights, stopping))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _settle_files(self, landed: list[Flight]) -> None:
        """After the commit: what a letter had with it is kept only where it goes again."""
        self.preparation.forget_faults()
        for flight in landed:
            if flight.has_files:
                self._uploading.discard(flight.post.id)
                letter = OutboxId(flight.post.id)
                if flight.failure is None or isinstance(flight.failure, Refused):
                    self.preparation.release(letter)
                else:
                    self.preparation.take_back(letter)
                self.alarm.ring()  # another may wait for the same file

    def _still_flying(self, landed: list[Flight]) -> Counter[ChatId]:
        """Without letters with files, which hold up no other of their chat."""
        return self._flying - Counter(flight.post.row.chat_id for flight in landed if not flight.has_files)

    async def _retry_turn(self, landed: list[Flight], after: int) -> None:
        self._landed = landed + self._landed
        if after:
            await self.alarm.wait(self._store.clock.now() + timedelta(seconds=after))

    # One turn: results, then the next posts.

    async def _turn(self, tx: Transaction, *, landed: list[Flight], stopping: bool) -> list[Flight]:
        for flight in landed:
            if self._careful:
                await guarded(tx, flight, self._settle)
            else:
                await self._settle(tx, flight)
        await self.preparation.store_faults(tx)
        await tx.flush()
        self._released = tx.broadcast_changed
        if stopping:
            return []
        flying = self._still_flying(landed)
        shut = self._paces.closed_chats(tx.now)
        slots = Slots(tx, self._paces, IN_FLIGHT - flying.total(), set(flying) | set(shut))
        uploading = self._uploading - {flight.post.id for flight in landed if flight.has_files}
        slots.uploads = UPLOADS - len(uploading)
        for at in shut.values():
            slots.look_again(at)
        flights = await self._board(slots, len(self._delivering & set(flying)))
        self._orders = slots.orders
        return flights

    async def _board(self, slots: Slots, delivering: int) -> list[Flight]:
        """Talk first; where the pace held it up in the last turn, what is kept for broadcasts goes before it."""
        early: list[Flight] = []
        if self._talk_held:
            slots.talk_held = True
            early = await self.deliveries.take(slots, delivering)
            slots.talk_held = False
        talk = await self._talk.take(slots, careful=self._careful)
        self._talk_held = slots.talk_held
        late = [] if early else await self.deliveries.take(slots, delivering)
        self._next, self._seen_all = slots.next, slots.seen_all
        if slots.void or slots.orders:
            self.alarm.ring()  # what waits behind these may go
        return [*early, *talk, *late]

    # A post's way.

    async def _fly_in_order(self, flights: list[Flight], stopping: asyncio.Event) -> None:
        """Send posts of one chat. Where one fails, or the time is up, those behind it are kept back."""
        until = self._store.clock.now() + FRESH
        failed = False
        for number, flight in enumerate(flights):
            if number and (failed or stopping.is_set() or self._store.clock.now() > until):
                flight.kept_back = True
            else:
                await self._fly(flight)
                failed = flight.failure is not None
            self._landed.append(flight)
        self.alarm.ring()

    async def _fly(self, flight: Flight) -> None:
        try:
            for call in flight.calls:
                await self._carry_out(flight, call)
                flight.done += 1
        except TelegramFailure as failure:
            flight.failure = failure
        except Exception as error:  # noqa: BLE001  # a fault of ours: never taken for a success, and tried again
            log.error("send failed", **flight.post.facts, error=trace(error))
            flight.failure = NoAnswer(type(error).__name__)

    async def _carry_out(self, flight: Flight, call: Call, lack: Lack | None = None) -> None:
        """Make a call, and where Telegram refuses it, what is to be done instead. `lack`: why that lacks a file."""
        try:
            result = await self._send(flight, call)
        except (Blocked, Unauthorized):
            raise
        except Refused as refusal:
            if NOT_MODIFIED in refusal.description:
                result = {"message_id": call.params["message_id"]}  # it shows that already
            elif call.may_fail:
                result = None
                flight.astray |= thread_lost(refusal)
            elif call.cure is not None and UNWANTED in refusal.description and isinstance(flight.post, TalkPost):
                raise Unwanted(refusal.description) from refusal
            elif call.instead:
                log.warning("refused in part", **flight.post.facts, error=str(refusal))
                for each in call.instead:
                    await self._carry_out(flight, each, lack_of(refusal))
                return
            else:
                raise
        if call.asks:
            flight.answers.append(result)
        if call.method.startswith("send") and flight.thread_id is not None:
            flight.astray |= thread_in(result) != flight.thread_id
        made = message_ids(result)
        lacks = lack if call.lacks_file else None
        shown = zip_longest(made, call.shows[: len(made)])
        flight.sent.extend(Sent(each, flight.done, what, lacks) for each, what in shown)
        flight.passed.update(passed_ids(call, result))
        flight.last = flight.sent[-1].message_id if flight.sent else flight.last

    def _in_sending(self, flight: Flight) -> dict[str, Json]:
        """What goes with every new message, whatever it shows."""
        params: dict[str, Json] = {}
        if flight.thread_id:
            params["message_thread_id"] = flight.thread_id
        if self._paid and isinstance(flight.post, DeliveryPost):
            params["allow_paid_broadcast"] = True
        if flight.protected:
            params["protect_content"] = True
        return params

    async def _send(self, flight: Flight, call: Call) -> Json:
        params = call.params_in(flight.post.row.telegram_id)
        if call.method.startswith("send"):
            params |= self._in_sending(flight)
        if call.of_last:
            params["message_id"] = flight.last
        if call.of_bot:
            params["user_id"] = self._gateway.bot_id
        if not call.needs:
            return await self._gateway.call(call.method, params, call.files)
        prepared = {name: flight.prepared[name] for name in call.needs}
        params, uploads = with_uploads(params, prepared)
        return await self._gateway.call(call.method, params, {**call.files, **uploads})

    # What came of it.

    async def _settle(self, tx: Transaction, flight: Flight) -> None:
        post, failure = flight.post, flight.failure
        for file_id, passed_id in flight.passed.items():
            files.note_passed(tx, file_id, passed_id)
        if isinstance(post, DeliveryPost):
            self.deliveries.landed(flight, tx.now)
        elif isinstance(post, TalkPost) and await self._talk.goes_again(tx, post, flight):
            return
        match failure:
            case None:
                await post.sent(tx, flight)
            case TooFast(seconds=seconds):
                self._paces.too_fast(post.row.chat_id, tx.now, seconds)
                post.retry(tx, flight, tx.now + timedelta(seconds=seconds), str(failure))
                log.warning("too fast", **post.facts, seconds=seconds)
            case ChatMoved(telegram_id=telegram_id):
                await chats.move(tx, post.row.chat_id, telegram_id)
                post.retry(tx, flight, tx.now, str(failure))
            case Unauthorized():
                self._paces.all_held = tx.now + timedelta(seconds=60)
                post.retry(tx, flight, tx.now, str(failure))
                log.error("Telegram does not take the token", **post.facts, error=str(failure))
            case Refused():
                await post.refused(tx, flight, failure)
                log.warning("refused", **post.facts, error=str(failure))
            case _:
                pause = min(2.0**post.row.attempts, LONGEST_PAUSE) * (0.5 + random.random() / 2)  # noqa: S311  # spreads retries
                post.unanswered(tx, flight, tx.now + timedelta(seconds=pause), cast("NoAnswer", failure))
                log.warning("no answer", **post.facts, attempts=post.row.attempts + 1, error=str(failure))


def log_sent(landed: Sequence[Flight]) -> None:
    """A line for each kind of what was sent: of a burst one for each letter would be half of what is logged."""
    sent = (flight.post for flight in landed if flight.is_sent)
    for name, posts in groupby(sorted(sent, key=attrgetter("name")), attrgetter("name")):
        log.info("sent", what=name, ids=[post.id for post in posts])


def lack_of(refusal: Refused) -> Lack:
    """Why a file was not taken."""
    return Lack.UNWANTED if UNWANTED in refusal.description else Lack.REFUSED


def message_ids(result: Json) -> list[int]:
    """The ids of the messages that a method answered with: one, an album's, or none."""
    if isinstance(result, Sequence) and not isinstance(result, str):
        return [each for part in result for each in message_ids(part)]
    if isinstance(result, Mapping) and "message_id" in result:
        return [cast("int", result["message_id"])]
    return []


def thread_in(result: Json) -> Json:
    """The thread into which Telegram put a message, or an album."""
    first = result[0] if isinstance(result, Sequence) and not isinstance(result, str) and result else result
    return first.get("message_thread_id") if isinstance(first, Mapping) else None
