"""Broadcasts: one letter to many chats, planned in batches, each chat written to once.

A delivery is unique by broadcast and chat, and is itself the queue (`storage.deliveries`): after a crash the work
resumes from its rows.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from bot.domain.broadcasts import Account, Delivery, Lane, Running
from bot.domain.ids import AreaId, BroadcastId, ChatId
from bot.domain.letters import Letter
from bot.storage import deliveries
from bot.storage.enqueue import letter_columns, letter_from
from bot.storage.transaction import Transaction


@dataclass(frozen=True)
class Broadcast:
    """A broadcast as it is now. `cursor`: how far its planning has come, None when all is planned; `reopened`: how far
    its newest version has been spread among chats delivered before, None when among all.
    """

    id: BroadcastId
    letter: str
    args: str
    lane: Lane
    quiet: bool  # keeps quiet hours
    version: int
    state: Running
    cursor: int | None
    reopened: int | None
    planned: int
    created_at: datetime
    expires_at: datetime | None

    @cached_property
    def content(self) -> Letter:
        return letter_from(self.letter, self.args)


COLUMNS = "id, letter, args, lane, quiet, version, state, cursor, reopened, planned, created_at, expires_at"


async def begin(
    tx: Transaction,
    letter: Letter,
    lane: Lane,
    *,
    quiet: bool,
    dedupe: str | None = None,
    expires_at: datetime | None = None,
) -> BroadcastId | None:
    """Let a letter go out to many: planned from now on, then sent. None where one of the name `dedupe` has begun."""
    kind, args = letter_columns(letter)
    tx.broadcast_changed = True
    return await tx.value(
        BroadcastId,
        """insert into broadcasts(letter, args, lane, quiet, cursor, dedupe, created_at, expires_at)
           values (:letter, :args, :lane, :quiet, 0, :dedupe, :now, :expires)
               on conflict (dedupe) do nothing returning id""",
        letter=kind,
        args=args,
        lane=lane,
        quiet=quiet,
        dedupe=dedupe,
        now=tx.now,
        expires=expires_at,
    )


async def by_id(tx: Transaction, broadcast_id: BroadcastId) -> Broadcast | None:
    return await tx.fetch_one(Broadcast, f"select {COLUMNS} from broadcasts where id = :id", id=broadcast_id)


async def open_ones(tx: Transaction) -> list[Broadcast]:
    """All that are not done, urgent ones first. Index: broadcasts_open."""
    return await tx.fetch_all(
        Broadcast,
        f"select {COLUMNS} from broadcasts where state in ('running', 'paused') order by lane = 'ordinary', id",
    )


async def pause(tx: Transaction, broadcast_id: BroadcastId) -> bool:
    """Send no more of it until `resume`. False: it was not running."""
    tx.broadcast_changed = True
    sql = "update broadcasts set state = 'paused' where id = :id and state = 'running' returning id"
    return await tx.count(sql, id=broadcast_id) == 1


async def resume(tx: Transaction, broadcast_id: BroadcastId) -> bool:
    tx.broadcast_changed = True
    sql = "update broadcasts set state = 'running' where id = :id and state = 'paused' returning id"
    return await tx.count(sql, id=broadcast_id) == 1


async def revise(tx: Transaction, broadcast_id: BroadcastId) -> None:
    """Its content has changed: those who have it see the change, those that wait get the new one. Also when it is done
    or paused: a correction or a withdrawal does not wait.
    """
    tx.broadcast_changed = True
    await tx.execute(
        "update broadcasts set version = version + 1, reopened = 0, state = 'running', done_at = null where id = :id",
        id=broadcast_id,
    )


# Planning.


@dataclass(frozen=True, slots=True)
class Recipient:
    """A chat to deliver to. `position` orders the recipients of one broadcast; above 0."""

    position: int
    chat_id: ChatId
    thread_id: int | None = None
    area_id: AreaId | None = None


async def plan(tx: Transaction, broadcast: Broadcast, recipients: Sequence[Recipient], cursor: int | None) -> None:
    """The next recipients, without those that were planned before; and how far planning has come (None: all).

    A person who moves from one place to another meanwhile is planned once and counted twice, until `finish` counts
    again.
    """
    for each in recipients:
        tx.later(
            """insert into deliveries(broadcast_id, chat_id, thread_id, area_id)
               values (:broadcast, :chat, :thread, :area) on conflict (broadcast_id, chat_id) do nothing""",
            broadcast=broadcast.id,
            chat=each.chat_id,
            thread=each.thread_id,
            area=each.area_id,
        )
    await tx.flush()
    await tx.execute(
        "update broadcasts set cursor = :cursor, planned = planned + :count where id = :id",
        cursor=cursor,
        count=len(recipients),
        id=broadcast.id,
    )


async def reopen(tx: Transaction, broadcast: Broadcast, limit: int) -> bool:
    """Let the next chats that were delivered an older version wait for the newest. Whether there are more."""
    rows = await tx.column(
        ChatId,
        """select chat_id from deliveries where broadcast_id = :id and chat_id > :after
            order by chat_id limit :limit""",
        id=broadcast.id,
        after=broadcast.reopened,
        limit=limit,
    )
    await tx.execute(
        """update deliveries set state = 'waiting', attempts = 0, next_at = 0
            where broadcast_id = :id and chat_id > :after and chat_id <= :last
              and state = 'delivered' and shown < :version""",
        id=broadcast.id,
        version=broadcast.version,
        after=broadcast.reopened,
        last=rows[-1] if rows else 0,
    )
    reached = rows[-1] if len(rows) == limit else None
    await tx.execute(
        "update broadcasts set reopened = :at where id = :id and version = :version",
        at=reached,
        id=broadcast.id,
        version=broadcast.version,
    )
    return reached is not None


async def finish(tx: Transaction, broadcast: Broadcast) -> bool:
    """Mark it as done if nothing of it waits or is being sent; all that was planned has come to an outcome then."""
    sql = """update broadcasts set state = 'done', done_at = :now,
                    planned = (select coalesce(sum(n.chats), 0) from delivery_counts n where n.broadcast_id = :id)
              where id = :id and state = 'running' and cursor is null and reopened is null
                and not exists (select 1 from deliveries d where d.broadcast_id = :id and d.state = 'waiting')
                and not exists (select 1 from deliveries d where d.broadcast_id = :id and d.state = 'sending')
             returning id"""
    return await tx.count(sql, id=broadcast.id, now=tx.now) == 1


async def let_go(tx: Transaction, broadcast: Broadcast, outcome: Delivery, limit: int) -> int:
    """It goes to nobody else: no more is planned, and those who wait for it come to this outcome, the next of them
    here. A chat that has it still gets corrections.
    """
    await tx.execute("update broadcasts set cursor = null where id = :id", id=broadcast.id)
    rows = await tx.fetch_all(
        deliveries.Late,
        """select d.broadcast_id, d.chat_id, d.area_id, c.kind from deliveries d join chats c on c.id = d.chat_id
            where d.broadcast_id = :id and d.state = 'waiting' and d.shown = 0
            order by d.next_at, d.chat_id limit :limit""",
        id=broadcast.id,
        limit=limit,
    )
    for row in rows:
        tx.later(
            "update deliveries set state = :outcome where broadcast_id = :broadcast and chat_id = :chat",
            outcome=outcome,
            broadcast=row.broadcast_id,
            chat=row.chat_id,
        )
    deliveries.count(tx, ((row, outcome) for row in rows))
    return len(rows)


# The account.


@dataclass(frozen=True, slots=True)
class Counted:
    """How many chats of a kind in an area (None: of none) came to an outcome."""

    area_id: AreaId | None
    kind: str
    state: Delivery
    chats: int


async def counted(tx: Transaction, broadcast_id: BroadcastId) -> list[Counted]:
    """What was added up so far, for a report."""
    return await tx.fetch_all(
        Counted,
        """select nullif(area_id, 0) as area_id, kind, state, chats from delivery_counts
            where broadcast_id = :id order by area_id, kind, state""",
        id=broadcast_id,
    )


async def account(tx: Transaction, broadcast_id: BroadcastId) -> Account:
    """What became of a broadcast so far."""
    broadcast = await by_id(tx, broadcast_id)
    sums = Counter[Delivery]()
    for each in await counted(tx, broadcast_id):
        sums[each.state] += each.chats
    return Account(
        planned=broadcast.planned if broadcast else 0,
        delivered=sums[Delivery.DELIVERED],
        refused=sums[Delivery.REFUSED],
        held=sums[Delivery.HELD],
        unknown=sums[Delivery.UNKNOWN],
        void=sums[Delivery.VOID],
    )
