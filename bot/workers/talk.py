"""Talk: the letters of the outbox, each chat's in its order, rendered as they leave.

Letters of one chat that share a turn of the sender are of different cases, so none depends on what came of another.
They are rendered in one transaction and sent one after another, and their results are stored together.

Nothing is written before most of them are sent: only this process knows that it is sending them, and what a
crash leaves behind is sent again. Only a letter that a newer one may join is marked, for the newer must not be lost in
it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import groupby, takewhile
from operator import attrgetter
from typing import Any

import structlog

from bot.domain.ids import ChatId, FileId, OutboxId, PersonId
from bot.domain.languages import Language
from bot.domain.letters import CoordinatorsOf, DeskMember, Letter
from bot.services import reachability
from bot.storage import outbox
from bot.storage.copies import add_copy
from bot.storage.engine import side_by_side
from bot.storage.outbox import State, Waiting
from bot.storage.transaction import Transaction
from bot.surface.context import Tools
from bot.surface.outgoing import Effect, Show
from bot.surface.rendering import Addressee, Renderer
from bot.surface.screens import Screen
from bot.telegram.gateway import Blocked, NoAnswer, Refused, TelegramFailure
from bot.telegram.incoming import chat_seen
from bot.telegram.outgoing import calls_of
from bot.workers.flights import Flight, Slots, guarded
from bot.workers.preparation import Order, Preparation, keys_of
from bot.workers.threads import Threads, thread_lost

log = structlog.get_logger()

RENDER_TRIES = 5
FIRST = -(2**63)  # before every chat
DESK = DeskMember | CoordinatorsOf
MOST_OF_CHAT = 32  # letters that share a turn, where the pace allows so many
Renderers = Mapping[type[Letter], Renderer[Any]]  # each of its own class of letters


def shows_protected(effect: Effect) -> bool:
    return isinstance(effect, Show) and isinstance(effect.what, Screen) and effect.what.protected


class Unwanted(TelegramFailure):
    """A reader's setting refuses voices: the letter goes again, with the voice as a file."""


@dataclass(frozen=True, slots=True)
class TalkPost:
    """A letter of the outbox."""

    row: Waiting
    renderer: Renderer[Any]
    tools: Tools
    threads: Threads
    cured: bool = False  # its reader takes no voices: they go as files

    @property
    def name(self) -> str:
        return self.row.letter

    @property
    def id(self) -> OutboxId:
        return self.row.id

    @property
    def facts(self) -> dict[str, int | str]:
        return {"outbox": self.id, "letter": self.name}

    async def render(self, tx: Transaction, flight: Flight) -> None:
        letter, flight.done = self.row.content, self.row.done
        to = self._addressee(tx, flight)
        effects = [] if self.row.silenced else await self.renderer.render(to, letter)
        calls = calls_of(effects, tx.now, silent=self.row.is_hushed(tx.now))
        flight.calls = [(call.cure if self.cured else None) or call for call in calls[flight.done :]]
        flight.protected = tx.policy.cases.protected and (
            isinstance(self.row.party, DESK) or any(map(shows_protected, effects))
        )
        if not flight.calls:
            outbox.end(tx, self.row.id)
            log.info("letter void", **self.facts)
        await self.threads.board(to, letter, flight)

    def _addressee(self, tx: Transaction, flight: Flight | None = None) -> Addressee:
        row, tools = self.row, self.tools
        say = tools.texts.of(Language(row.language or Language.UK))
        person = row.person_id or PersonId(0)
        thread_id = row.thread_id if flight is None else flight.thread_id
        return Addressee(
            tx,
            row.party,
            person,
            row.chat_id,
            say,
            tools.register,
            tools.search,
            tools.bot_username,
            thread_id=thread_id,
            borders=tools.borders,
        )

    async def lost_file(self, tx: Transaction, file_id: FileId) -> None:
        if self.renderer.lost_file is not None:
            await self.renderer.lost_file(self._addressee(tx), self.row.content, file_id)

    async def sent(self, tx: Transaction, flight: Flight) -> None:
        self._keep_copies(tx, flight)
        to = self._addressee(tx, flight)
        if self.renderer.seen is not None and flight.answers:
            await self.renderer.seen(to, self.row.content, chat_seen(*flight.answers))
        if self.renderer.sent is not None:
            await self.renderer.sent(to, self.row.content, flight.sent)
        outbox.end(tx, self.row.id)

    def retry(self, tx: Transaction, flight: Flight, at: datetime, error: str) -> None:
        self._keep_copies(tx, flight)
        done = self.row.done if flight.move is not None else 0 if flight.answers else flight.done
        outbox.retry(tx, self.row.id, at, done, error)

    def unanswered(self, tx: Transaction, flight: Flight, at: datetime, failure: NoAnswer) -> None:
        """Talk is better sent twice than never."""
        self.retry(tx, flight, at, str(failure))

    async def refused(self, tx: Transaction, flight: Flight, refusal: Refused) -> None:
        self._keep_copies(tx, flight)
        outbox.refuse(tx, self.row.id, State.REFUSED, str(refusal))
        if isinstance(refusal, Blocked):
            await reachability.lost(tx, self.row.chat_id)
        if self.renderer.failed is not None:
            await self.renderer.failed(self._addressee(tx), self.row.content)

    def fault(self, tx: Transaction, flight: Flight, error: str) -> None:
        log.error("letter failed", **self.facts, attempts=self.row.attempts, error=error)
        if self.row.attempts + 1 < RENDER_TRIES and not flight.sent:
            outbox.retry(tx, self.row.id, tx.now + timedelta(seconds=2**self.row.attempts), flight.done, error)
        else:
            outbox.refuse(tx, self.row.id, State.SET_ASIDE, error)

    async def thread_changed(self, tx: Transaction, flight: Flight) -> bool:
        """Whether it waits again, because its place in the chat has changed."""
        if await self.threads.goes_again(self._addressee(tx, flight), flight):
            self.keep_back(tx)
            return True
        if flight.thread_id is not None and thread_lost(flight.failure):
            outbox.leave_thread(tx, self.row.id)
            outbox.retry(tx, self.row.id, tx.now, 0, str(flight.failure))  # what came before it is gone with the thread
            return True
        return False

    def keep_back(self, tx: Transaction) -> None:
        """It did not leave: it waits as before."""
        if self.row.joinable:
            outbox.unmark_sending(tx, self.row.id)

    def _keep_copies(self, tx: Transaction, flight: Flight) -> None:
        """By these replies, edits and reactions find their way, also to what was sent before the rest failed."""
        for each in flight.sent:
            if (what := each.shown) is not None:
                add_copy(
                    tx,
                    self.row.chat_id,
                    each.message_id,
                    what.case_id,
                    what.case_message_id,
                    piece=what.piece,
                    version=what.version,
                    fleeting=what.fleeting and isinstance(self.row.party, DESK),
                )


@dataclass(slots=True)
class Talk:
    """The outbox as a queue to send from. Chats take turns, beginning with the one behind the last that was served.
    Those where only what comes last waits take turns of their own, with the room that the others leave.
    """

    tools: Tools
    renderers: Renderers
    preparation: Preparation
    threads: Threads
    cured: set[OutboxId] = field(default_factory=set)  # letters whose voices were refused; after a crash, again
    _served: int = FIRST  # the chat
    _served_last: int = FIRST  # the same, of what comes last

    async def take(self, slots: Slots, *, careful: bool) -> list[Flight]:
        """The next letters of each chat, as far as they are due and there are slots for them, rendered and marked."""
        posts = [self._post(row) for row in await self._due(slots)]
        flights = [Flight(post) for post in posts]
        tx = slots.tx
        if careful:
            for post, flight in zip(posts, flights, strict=True):
                await guarded(tx, flight, post.render)
        else:  # side by side: their reads wait in a row at the connection, instead of each for the one before it
            await side_by_side(post.render(tx, flight) for post, flight in zip(posts, flights, strict=True))
        return self._boarded(slots, posts, flights)

    async def goes_again(self, tx: Transaction, post: TalkPost, flight: Flight) -> bool:
        """Whether a letter that has landed simply waits again: it did not leave, its voices were not taken, or it was
        not yet in its place.
        """
        if flight.kept_back:
            post.keep_back(tx)
            return True
        if isinstance(flight.failure, Unwanted):
            self.cured.add(post.id)
            post.retry(tx, flight, tx.now, str(flight.failure))
            log.warning("its voice goes as a file", **post.facts)
            return True
        if await post.thread_changed(tx, flight):
            return True
        if flight.failure is None or isinstance(flight.failure, Refused):
            self.cured.discard(post.id)
        return False

    def _post(self, row: Waiting) -> TalkPost:
        renderer = self.renderers[Letter.kinds[row.letter]]
        return TalkPost(row, renderer, self.tools, self.threads, row.id in self.cured)

    async def _due(self, slots: Slots) -> list[Waiting]:
        """Letters of chats that are not passed, each chat's in its order; not more than the pace might allow."""
        due: list[Waiting] = []
        now, paces = slots.tx.now, slots.paces
        held = self.preparation.held(now, full=slots.uploads <= 0)
        if (again := self.preparation.next_try(now)) is not None:
            slots.look_again(again)
        room = paces.over_all.room(now) if paces.opens_at(now) <= now else 0
        while len(due) < slots.free and not slots.seen_all:
            asked = slots.free - len(due)
            rows = await outbox.heads(
                slots.tx, self._served, self._served_last, list(slots.passed), asked, MOST_OF_CHAT, list(held)
            )
            chats = [list(letters) for _, letters in groupby(rows, key=attrgetter("chat_id"))]
            for letters in chats:
                ready = self._ready(slots, [row for row in letters if row.id not in held])
                if ready and len(due) == room:
                    self._hold_talk(slots, paces.opens_at(now))
                    return due
                due += ready[: room - len(due)]
                slots.passed.add(letters[0].chat_id)
                self._note_served(letters[0], letters[0].chat_id)
            slots.seen_all = len(chats) < asked
        return due

    def _note_served(self, first: Waiting, chat_id: int) -> None:
        """The next turn begins behind this chat, of which this is the letter that goes first."""
        if first.comes_last:
            self._served_last = chat_id
        else:
            self._served = chat_id

    def _ready(self, slots: Slots, letters: list[Waiting]) -> list[Waiting]:
        """Those of a chat's next letters that may leave now: none that is behind one which waits."""
        now = slots.tx.now
        ready = list(takewhile(lambda row: row.next_at <= now, letters))
        if letters and not ready:
            slots.look_again(letters[0].next_at)
        return ready and ready[: slots.paces.chat_room(letters[0].chat_id, letters[0].kind, now)]

    def _boarded(self, slots: Slots, posts: list[TalkPost], flights: list[Flight]) -> list[Flight]:
        """Those that leave, now that it is known how many calls each makes."""
        now, paces = slots.tx.now, slots.paces
        leaving: list[Flight] = []
        full: set[ChatId] = set()  # chats of which a letter has to wait
        held = False  # behind a letter of more calls than the pace allows now
        for post, flight in zip(posts, flights, strict=True):
            row = post.row
            if not flight.calls:
                slots.void = True
                self.preparation.release(row.id)
            elif (flight.has_files and not self._has_files(slots, post, flight)) or row.chat_id in full or held:
                continue
            elif (opens := paces.opens_at(now, flight.cost.calls)) > now:
                held = True
                self._hold_talk(slots, opens)
                self._note_served(row, row.chat_id - 1)  # a long letter is the next one to leave, or it never would
            elif (opens := paces.chat_opens_at(row.chat_id, now, flight.cost.messages)) > now:
                full.add(row.chat_id)
                slots.look_again(opens)
            else:
                if not flight.has_files:
                    self.preparation.release(row.id)  # another letter has uploaded what this one waited for
                slots.book(flight, row.kind)
                if row.joinable:
                    outbox.mark_sending(slots.tx, row.id)
                leaving.append(flight)
        return leaving

    def _has_files(self, slots: Slots, post: TalkPost, flight: Flight) -> bool:
        """Whether the letter's files can go with it now; else they are ordered. One that cannot be made is a fault of
        the letter.
        """
        keys = keys_of(post.id, flight.needs)
        if self.preparation.is_ready(keys) and slots.files.isdisjoint(keys):
            if slots.uploads <= 0:
                return False  # until another letter has landed
            slots.files |= keys
            slots.uploads -= 1
            return True
        if (error := self.preparation.error(post.id)) is not None:
            post.fault(slots.tx, flight, error)
            slots.void = True
        else:
            slots.orders.append(Order(post, flight.needs))
        return False

    def _hold_talk(self, slots: Slots, until: datetime) -> None:
        slots.talk_held = True
        slots.look_again(until)
