"""Talk: the letters of the outbox, in the order of their ids in each chat, rendered as they leave.

Nothing is written before most of them are sent: that this process has them in the air is known to it alone, and what a
crash leaves behind goes again. Only a letter that a newer one may join is marked, for the newer must not be lost in it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import structlog

from bot.domain.ids import PersonId
from bot.domain.languages import Language
from bot.domain.letters import Letter
from bot.storage import chats, outbox
from bot.storage.copies import add_copy
from bot.storage.engine import side_by_side
from bot.storage.outbox import State, Waiting
from bot.storage.transaction import Transaction
from bot.telegram.context import Tools
from bot.telegram.gateway import Blocked, NoAnswer, Refused
from bot.telegram.rendering import Addressee, Renderer
from bot.workers.flights import Flight, Seats, guarded

log = structlog.get_logger()

RENDER_TRIES = 5
Renderers = Mapping[type[Letter], Renderer[Any]]  # each of its own class of letters


@dataclass(frozen=True, slots=True)
class TalkPost:
    """A letter of the outbox."""

    row: Waiting
    renderer: Renderer[Any]
    tools: Tools

    @property
    def facts(self) -> dict[str, int | str]:
        return {"outbox": self.row.id, "letter": self.row.letter}

    async def render(self, tx: Transaction, flight: Flight) -> None:
        letter, flight.done = self.row.content, self.row.done
        calls = await self.renderer.render(self._addressee(tx), letter)
        flight.calls = calls[flight.done :]
        if not flight.calls:
            outbox.end(tx, self.row.id)
            log.info("letter void", **self.facts)

    def _addressee(self, tx: Transaction) -> Addressee:
        row, tools = self.row, self.tools
        say = tools.texts.of(Language(row.language or Language.UK))
        person = row.person_id or PersonId(0)
        return Addressee(tx, row.party, person, row.chat_id, say, tools.register, tools.search, tools.bot_username)

    async def sent(self, tx: Transaction, flight: Flight) -> None:
        self._keep_copies(tx, flight)
        if self.renderer.sent is not None:
            await self.renderer.sent(self._addressee(tx), self.row.content, flight.sent)
        outbox.end(tx, self.row.id)

    def retry(self, tx: Transaction, flight: Flight, at: datetime, error: str) -> None:
        self._keep_copies(tx, flight)
        outbox.retry(tx, self.row.id, at, flight.done, error)

    def unanswered(self, tx: Transaction, flight: Flight, at: datetime, failure: NoAnswer) -> None:
        """Talk is better said twice than never."""
        self.retry(tx, flight, at, str(failure))

    async def refused(self, tx: Transaction, flight: Flight, refusal: Refused) -> None:
        self._keep_copies(tx, flight)
        outbox.refuse(tx, self.row.id, State.REFUSED, str(refusal))
        if isinstance(refusal, Blocked):
            await chats.set_unreachable(tx, self.row.chat_id)
        if self.renderer.failed is not None:
            await self.renderer.failed(self._addressee(tx), self.row.content)

    def fault(self, tx: Transaction, flight: Flight, error: str) -> None:
        log.error("letter failed", **self.facts, attempts=self.row.attempts, error=error)
        if self.row.attempts + 1 < RENDER_TRIES and not flight.sent:
            outbox.retry(tx, self.row.id, tx.now + timedelta(seconds=2**self.row.attempts), flight.done, error)
        else:
            outbox.refuse(tx, self.row.id, State.SET_ASIDE, error)

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
                )


@dataclass(frozen=True, slots=True)
class Talk:
    """The outbox as a queue to send from."""

    tools: Tools
    renderers: Renderers

    async def take(self, seats: Seats, *, careful: bool) -> list[Flight]:
        """The first letter of each chat, as far as it is due and there are seats for it, rendered and marked."""
        posts = [self._post(row) for row in await self._due(seats)]
        flights = [Flight(post) for post in posts]
        tx = seats.tx
        if careful:
            for post, flight in zip(posts, flights, strict=True):
                await guarded(tx, flight, post.render)
        else:  # side by side: their reads stand in a row at the connection, instead of each waiting for the one before
            await side_by_side(post.render(tx, flight) for post, flight in zip(posts, flights, strict=True))
        for post, flight in zip(posts, flights, strict=True):
            if flight.calls and post.row.joinable:
                outbox.mark_sending(tx, post.row.id)
        leaving = [flight for flight in flights if flight.calls]
        seats.void |= len(leaving) < len(flights)
        return leaving

    def _post(self, row: Waiting) -> TalkPost:
        return TalkPost(row, self.renderers[Letter.kinds[row.letter]], self.tools)

    async def _due(self, seats: Seats) -> list[Waiting]:
        due: list[Waiting] = []
        limit, now, more = seats.free, seats.tx.now, True
        while more and seats.free:
            rows = await outbox.waiting(seats.tx, list(seats.passed), limit)
            more = len(rows) == limit
            for row in rows:
                if row.chat_id in seats.passed:
                    continue
                if not seats.free:
                    return due
                if (opens := seats.paces.opens_at(now)) > now:
                    seats.look_again(opens)
                    seats.talk_held = True
                    return due
                if row.next_at > now:
                    seats.passed.add(row.chat_id)
                    seats.look_again(row.next_at)
                else:
                    seats.book(row.chat_id, row.kind)
                    due.append(row)
        seats.seen_all = not more
        return due
