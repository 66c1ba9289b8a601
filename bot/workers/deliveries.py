"""Deliveries: what broadcasts have still to send, sent in the slots that talk leaves.

Running broadcasts of a lane take turns, so that a village does not wait behind an oblast. Where the pace holds talk
up, a tenth of it is kept for each lane nevertheless, or a long evening of talk would stop an evacuation's notice.

An ordinary notice whose send got no answer is not sent again: better never than twice. An urgent one is.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

import structlog

from bot.domain.broadcasts import Delivery, Lane
from bot.domain.community_chats import Remedy
from bot.domain.ids import BroadcastId, ChatId, PersonId
from bot.domain.languages import Language
from bot.domain.letters import ChatAt, Letter, PersonAt
from bot.logs import trace
from bot.services import community_chats, reachability
from bot.storage import deliveries, silence
from bot.storage.broadcasts import Broadcast
from bot.storage.deliveries import Due
from bot.storage.engine import DatabaseUnavailable, TransactionLost
from bot.storage.transaction import Transaction
from bot.surface.context import Tools
from bot.surface.outgoing import Effect, Remove
from bot.surface.rendering import Addressee, BroadcastRenderer
from bot.telegram.calls import Call
from bot.telegram.gateway import Blocked, NoAnswer, NotSent, Refused
from bot.telegram.outgoing import calls_of
from bot.workers.flights import IN_FLIGHT, Flight, Slots

log = structlog.get_logger()

MOST = IN_FLIGHT * 3 // 4  # of the slots; the rest is always talk's
REST = timedelta(minutes=1)  # after a fault of ours
LONGEST_PAUSE = 60  # seconds, while Telegram does not answer
Renderers = Mapping[type[Letter], BroadcastRenderer[Any, Any]]  # each of its own class of letters


@dataclass(frozen=True, slots=True)
class DeliveryPost:
    """A broadcast's letter to one chat."""

    row: Due
    lane: Lane
    letter: Letter
    renderer: BroadcastRenderer[Any, Any]

    @property
    def name(self) -> str:
        return f"broadcast {self.row.broadcast_id}"

    @property
    def id(self) -> int:
        return self.row.chat_id

    @property
    def facts(self) -> dict[str, int | str]:
        return {"broadcast": self.row.broadcast_id, "chat": self.id}

    def end(self, tx: Transaction, state: Delivery, messages: Sequence[int] = (), error: str | None = None) -> None:
        """The end of it for this version. A chat counts once, by the first outcome."""
        row = self.row
        if row.shown:
            state = Delivery.DELIVERED
        else:
            deliveries.count(tx, [(row, state)])
        deliveries.end(tx, row, state, row.version, messages or row.messages, error)

    def _made(self, flight: Flight) -> list[int]:
        """The messages that the chat has of it: those of before, and what is new. Edits make none."""
        return list(dict.fromkeys([*self.row.messages, *(each.message_id for each in flight.sent)]))

    async def sent(self, tx: Transaction, flight: Flight) -> None:
        self.end(tx, Delivery.DELIVERED, self._made(flight))
        if self.row.limited and any(each.method.startswith("send") for each in flight.calls):
            await community_chats.arrived(tx, self.row.chat_id, with_files=any(map(sends_file, flight.calls)))

    def retry(self, tx: Transaction, flight: Flight, at: datetime, error: str) -> None:
        done = 0 if self.row.shown else flight.done  # an edit is made again as a whole
        deliveries.retry(tx, self.row, at, error, done, self._made(flight))

    def unanswered(self, tx: Transaction, flight: Flight, at: datetime, failure: NoAnswer) -> None:
        if self.lane is Lane.URGENT or self.row.shown > 0 or isinstance(failure, NotSent):
            self.retry(tx, flight, at, str(failure))
        else:
            self.end(tx, Delivery.UNKNOWN, self._made(flight), str(failure))

    async def refused(self, tx: Transaction, flight: Flight, refusal: Refused) -> None:
        """A chat of many may refuse what can be helped: then it goes otherwise, or later."""
        if isinstance(refusal, Blocked):
            await reachability.lost(tx, self.row.chat_id)
        row, reason = self.row, str(refusal)
        remedy = Remedy.NONE
        if row.person_id is None:
            with_files = not row.text_alone
            remedy = await community_chats.refused(tx, row.chat_id, reason, row.thread_id, has_files=with_files)
        match remedy:
            case Remedy.TEXT_ALONE if not row.shown:
                deliveries.retry(tx, row, tx.now, reason, 0, self._made(flight))
                deliveries.leave_files_out(tx, row)
            case Remedy.GENERAL_TOPIC:
                self.retry(tx, flight, tx.now, reason)
                deliveries.move_to_general_topic(tx, row)
            case Remedy.HELD if not row.shown:
                deliveries.count(tx, [(row, Delivery.HELD)])
                deliveries.hold(tx, row, reason, flight.done, self._made(flight))
            case _:
                self.end(tx, Delivery.REFUSED, self._made(flight), reason)

    def fault(self, tx: Transaction, flight: Flight, error: str) -> None:
        log.error("delivery failed", **self.facts, error=error)
        self.end(tx, Delivery.REFUSED, error=error)


def sends_file(call: Call) -> bool:
    return call.method.startswith("send") and call.method != "sendMessage"


def removals(effects: Sequence[Effect]) -> list[Effect]:
    """What is still done in a chat to which nothing is sent: messages go out of it, and no other comes."""
    return [replace(each, then=None, otherwise=None) for each in effects if isinstance(each, Remove)]


@dataclass(slots=True)
class Deliveries:
    """The running broadcasts as queues to send from. The broadcasts worker says which of them have something due."""

    tools: Tools
    renderers: Renderers
    offered: list[Broadcast] = field(default_factory=list)
    short: bool = False  # there was less to send than there were slots: the worker may look for what is done
    _turn: int = 0
    _resting: dict[BroadcastId, datetime] = field(default_factory=dict)
    _held_until: datetime | None = None
    _unanswered: int = 0

    async def take(self, slots: Slots, flying: int) -> list[Flight]:
        """What the pace leaves for broadcasts, urgent ones first, rendered and marked. `flying`: how many are out."""
        flights: list[Flight] = []
        for lane in Lane:
            running = self._running(slots, lane)
            if not running:
                continue
            limit = self._limit(slots, lane, MOST - flying - len(flights))
            if limit:
                flights += await self._take_turns(slots, lane, running, limit)
            if (opens := slots.paces.opens_at(slots.tx.now, burst=slots.paces.broadcast_burst)) > slots.tx.now:
                slots.look_again(opens)
        return flights

    def _running(self, slots: Slots, lane: Lane) -> list[Broadcast]:
        now = slots.tx.now
        if self._held_until is not None and self._held_until > now:
            slots.look_again(self._held_until)
            return []
        self._resting = {each: at for each, at in self._resting.items() if at > now}
        running = [each for each in self.offered if each.lane is lane and each.id not in self._resting]
        if slots.tx.policy.notices.is_quiet(now) and any(each.quiet for each in running):
            slots.look_again(slots.tx.policy.notices.quiet_ends(now))
            running = [each for each in running if not each.quiet]
        return running

    def _limit(self, slots: Slots, lane: Lane, most: int) -> int:
        """How many calls its deliveries may make now."""
        paces, now = slots.paces, slots.tx.now
        if paces.all_held is not None and paces.all_held > now:
            return 0
        kept = min(paces.kept[lane].room(now), paces.over_all.room(now))
        if slots.talk_held:
            room = kept
        else:
            room = paces.over_all.room(now, paces.broadcast_burst)
            if lane is not Lane.URGENT:
                room = max(room, kept)
        return max(0, min(room, most, slots.free))

    async def _take_turns(self, slots: Slots, lane: Lane, running: list[Broadcast], limit: int) -> list[Flight]:
        self._turn += 1
        first = self._turn % len(running)
        flights: list[Flight] = []
        left = limit
        for number, broadcast in enumerate([*running[first:], *running[:first]]):
            share = -(-left // (len(running) - number))
            if share > 0:
                taken = await self._take_from(slots, broadcast, share)
                left -= sum(flight.cost.calls for flight in taken)
                flights += taken
        slots.paces.kept[lane].use(slots.tx.now, limit - left)
        self.short |= left > 0
        return flights

    async def _take_from(self, slots: Slots, broadcast: Broadcast, limit: int) -> list[Flight]:
        """As many deliveries as make `limit` calls. The last may make more, or a long one would never leave; then the
        next wait for as long as it has used up.
        """
        tx = slots.tx
        rows = await deliveries.due(tx, broadcast.id, list(slots.passed), limit)
        renderer = self.renderers[type(broadcast.content)]
        posts = [DeliveryPost(row, broadcast.lane, broadcast.content, renderer) for row in rows]
        try:
            content = await renderer.load(tx, broadcast.content) if rows else None
            silenced = await silence.among(tx, [row.chat_id for row in rows]) if rows else set()
            new = [row.chat_id for row in rows if not row.shown]
            entitled = await renderer.entitled(tx, content, new) if content is not None and new else {}
        except (DatabaseUnavailable, TransactionLost):
            raise
        except Exception as error:  # noqa: BLE001  # a feature's fault may stop its own broadcast only
            log.error("broadcast failed", broadcast=broadcast.id, error=trace(error))
            self._resting[broadcast.id] = tx.now + REST
            slots.look_again(tx.now + REST)
            return []
        flights: list[Flight] = []
        for post in posts:
            if limit <= 0:
                break
            flight = self._flight(slots, post, content, entitled, silenced=post.row.chat_id in silenced)
            if flight is not None:
                limit -= flight.cost.calls
                flights.append(flight)
        return flights

    def _flight(
        self,
        slots: Slots,
        post: DeliveryPost,
        content: object,
        entitled: Mapping[ChatId, object],
        *,
        silenced: bool,
    ) -> Flight | None:
        """A delivery with its calls; None for one that is no longer for its chat, or that could not be made."""
        row, tx = post.row, slots.tx
        flight = Flight(post)
        try:
            if content is not None and row.shown:
                again = post.renderer.again(self._addressee(tx, row), content, row.messages)
                flight.calls = calls_of(
                    removals(again) if silenced else again, tx.now, silent=self._is_hushed(tx, post, content)
                )
            elif content is not None and row.chat_id in entitled and not silenced:
                flight.calls = self._first_calls(tx, post, entitled[row.chat_id])[row.done :]
                flight.done, flight.last = row.done, max(row.messages, default=0)
            if flight.has_files:
                raise LookupError("a file of a broadcast is prepared before it begins")
        except Exception as error:  # noqa: BLE001  # what cannot be made for one chat may stop no other
            post.fault(tx, flight, trace(error))
            slots.void = True
            return None
        if not flight.calls:
            post.end(tx, Delivery.VOID)
            slots.void = True
            return None
        slots.book(flight, row.kind)
        deliveries.mark_sending(tx, row)
        return flight

    def _first_calls(self, tx: Transaction, post: DeliveryPost, content: object) -> Sequence[Call]:
        """What shows it in a chat. Where its files were refused after its text, that text becomes what it is alone."""
        to, silent = self._addressee(tx, post.row), self._is_hushed(tx, post, content)
        if post.row.text_alone and post.row.messages:
            return calls_of(post.renderer.again(to, content, post.row.messages), tx.now, silent=silent)
        return calls_of(post.renderer.show(to, content), tx.now, silent=silent)

    def _is_hushed(self, tx: Transaction, post: DeliveryPost, content: object) -> bool:
        return post.row.is_hushed(tx.now) and not post.renderer.is_danger(content)

    def _addressee(self, tx: Transaction, row: Due) -> Addressee:
        tools = self.tools
        party = PersonAt(row.person_id) if row.person_id else ChatAt(row.chat_id, row.thread_id)
        say = tools.texts.of(Language(row.language or Language.UK))
        return Addressee(
            tx,
            party,
            row.person_id or PersonId(0),
            row.chat_id,
            say,
            tools.register,
            tools.search,
            tools.bot_username,
            row.sent_at,
            row.text_alone,
        )

    def landed(self, flight: Flight, now: datetime) -> None:
        """While Telegram does not answer, broadcasts wait: of each send that got no answer the outcome is unknown."""
        if isinstance(flight.failure, NoAnswer):
            self._unanswered += 1
            self._held_until = now + timedelta(seconds=min(2**self._unanswered, LONGEST_PAUSE))
        else:
            self._unanswered = 0
