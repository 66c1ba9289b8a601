"""Broadcasts and their deliveries: one letter to many chats, planned in batches, each chat written to once.

A delivery is unique by broadcast and chat, and is itself the queue: a crash resumes where the rows stand. A row is
marked as `sending` before it is sent, because an ordinary broadcast does not repeat what a crash left in the air. Each
outcome is added up as it comes, by area and kind of chat, so that nobody ever counts a million rows.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from bot.domain.broadcasts import Account, Delivery, Lane, Running
from bot.domain.ids import AreaId, BroadcastId, ChatId, PersonId
from bot.domain.letters import Letter
from bot.storage.outbox import adapter
from bot.storage.transaction import Transaction


@dataclass(frozen=True)
class Broadcast:
    """A broadcast as it stands. `cursor`: how far its planning has come, None when all is planned; `reopened`: how far
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
        return adapter(Letter.kinds[self.letter]).validate_json(self.args)


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
    kind = type(letter)
    tx.broadcast_changed = True
    made = await tx.fetch_one(
        Made,
        """insert into broadcasts(letter, args, lane, quiet, cursor, dedupe, created_at, expires_at)
           values (:letter, :args, :lane, :quiet, 0, :dedupe, :now, :expires)
               on conflict (dedupe) do nothing returning id""",
        letter=kind.__name__,
        args=adapter(kind).dump_json(letter).decode(),
        lane=lane,
        quiet=quiet,
        dedupe=dedupe,
        now=tx.now,
        expires=expires_at,
    )
    return made.id if made else None


@dataclass(frozen=True, slots=True)
class Made:
    id: BroadcastId


async def by_id(tx: Transaction, broadcast_id: BroadcastId) -> Broadcast | None:
    return await tx.fetch_one(Broadcast, f"select {COLUMNS} from broadcasts where id = :id", id=broadcast_id)  # noqa: S608


async def open_ones(tx: Transaction) -> list[Broadcast]:
    """All that are not done, urgent ones first. Index: broadcasts_open."""
    return await tx.fetch_all(
        Broadcast,
        f"select {COLUMNS} from broadcasts where state < 2 order by lane, id",  # noqa: S608
    )


async def pause(tx: Transaction, broadcast_id: BroadcastId) -> bool:
    """Send no more of it until `resume`. False: it was not running."""
    tx.broadcast_changed = True
    sql = "update broadcasts set state = 1 where id = :id and state = 0 returning id"
    return await tx.count(sql, id=broadcast_id) == 1


async def resume(tx: Transaction, broadcast_id: BroadcastId) -> bool:
    tx.broadcast_changed = True
    return (
        await tx.count("update broadcasts set state = 0 where id = :id and state = 1 returning id", id=broadcast_id)
        == 1
    )


async def revise(tx: Transaction, broadcast_id: BroadcastId) -> None:
    """Its content has changed: those who have it see the change, those who wait get the new one. Also when it is done
    or paused: a correction or a withdrawal does not wait.
    """
    tx.broadcast_changed = True
    await tx.execute(
        "update broadcasts set version = version + 1, reopened = 0, state = 0, done_at = null where id = :id",
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
    """The next recipients, whoever of them is not one already; and how far planning has come (None: all).

    Who moves from one place to another meanwhile is planned once and counted twice, until `finish` counts anew.
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
    rows = await tx.fetch_all(
        Chat,
        """select chat_id from deliveries where broadcast_id = :id and chat_id > :after
            order by chat_id limit :limit""",
        id=broadcast.id,
        after=broadcast.reopened,
        limit=limit,
    )
    await tx.execute(
        """update deliveries set state = 0, attempts = 0, next_at = 0
            where broadcast_id = :id and chat_id > :after and chat_id <= :last and state = 2 and shown < :version""",
        id=broadcast.id,
        version=broadcast.version,
        after=broadcast.reopened,
        last=rows[-1].chat_id if rows else 0,
    )
    reached = rows[-1].chat_id if len(rows) == limit else None
    await tx.execute(
        "update broadcasts set reopened = :at where id = :id and version = :version",
        at=reached,
        id=broadcast.id,
        version=broadcast.version,
    )
    return reached is not None


@dataclass(frozen=True, slots=True)
class Chat:
    chat_id: ChatId


async def finish(tx: Transaction, broadcast: Broadcast) -> bool:
    """Mark it as done if nothing of it waits or is on its way; all that was planned has come to an outcome then."""
    sql = """update broadcasts set state = 2, done_at = :now,
                    planned = (select coalesce(sum(n.chats), 0) from delivery_counts n where n.broadcast_id = :id)
              where id = :id and state = 0 and cursor is null and reopened is null
                and not exists (select 1 from deliveries d where d.broadcast_id = :id and d.state = 0)
                and not exists (select 1 from deliveries d where d.broadcast_id = :id and d.state = 1) returning id"""
    return await tx.count(sql, id=broadcast.id, now=tx.now) == 1


async def expire(tx: Transaction, broadcast: Broadcast, limit: int) -> int:
    """Its hour has passed: nobody else is planned, and those who wait for it are let go, the next of them here. Who has
    it still hears of corrections.
    """
    await tx.execute("update broadcasts set cursor = null where id = :id", id=broadcast.id)
    rows = await tx.fetch_all(
        Late,
        """select d.broadcast_id, d.chat_id, d.area_id, c.kind from deliveries d join chats c on c.id = d.chat_id
            where d.broadcast_id = :id and d.state = 0 and d.shown = 0 order by d.next_at, d.chat_id limit :limit""",
        id=broadcast.id,
        limit=limit,
    )
    for row in rows:
        tx.later(
            "update deliveries set state = 5 where broadcast_id = :broadcast and chat_id = :chat",
            broadcast=row.broadcast_id,
            chat=row.chat_id,
        )
    count(tx, ((row, Delivery.VOID) for row in rows))
    return len(rows)


@dataclass(frozen=True, slots=True)
class Late:
    broadcast_id: BroadcastId
    chat_id: ChatId
    area_id: AreaId | None
    kind: str


# Sending.


@dataclass(frozen=True)
class Due:
    """A delivery whose turn has come, with what its chat needs."""

    broadcast_id: BroadcastId
    chat_id: ChatId
    telegram_id: int
    kind: str  # of the chat
    thread_id: int | None
    area_id: AreaId | None
    attempts: int
    version: int  # of the broadcast now
    shown: int  # the version that this chat has seen; 0: none
    done: int  # how many calls of the first version were taken before one had to wait
    message_ids: str | None
    sent_at: datetime | None
    person_id: PersonId | None
    language: str | None

    @property
    def messages(self) -> list[int]:
        """What it made in the chat before."""
        return [int(each) for each in self.message_ids.split()] if self.message_ids else []


async def due(tx: Transaction, broadcast_id: BroadcastId, busy: list[int], limit: int) -> list[Due]:
    """The next deliveries outside `busy` chats. Index: deliveries_due."""
    return await tx.fetch_all(
        Due,
        """select d.broadcast_id, d.chat_id, c.telegram_id, c.kind, d.thread_id, d.area_id, d.attempts, b.version,
                  d.shown, d.done, d.message_ids, d.sent_at, p.id as person_id, p.language
             from broadcasts b join deliveries d on d.broadcast_id = b.id
             join chats c on c.id = d.chat_id left join persons p on p.chat_id = d.chat_id
            where b.id = :broadcast and b.state = 0 and d.broadcast_id = :broadcast
              and d.state = 0 and d.next_at <= :now and d.chat_id not in (:busy)
              and (d.shown > 0 or b.expires_at is null or b.expires_at > :now)
            order by d.next_at, d.chat_id limit :limit""",
        broadcast=broadcast_id,
        now=tx.now,
        busy=busy,
        limit=limit,
    )


async def has_due(tx: Transaction, broadcast_id: BroadcastId) -> bool:
    """Whether anything of it may be sent now. Index: deliveries_due."""
    rows = await tx.fetch_all(
        Chat,
        "select chat_id from deliveries where broadcast_id = :id and state = 0 and next_at <= :now limit 1",
        id=broadcast_id,
        now=tx.now,
    )
    return bool(rows)


async def next_retry(tx: Transaction, broadcast_id: BroadcastId) -> datetime | None:
    """When the first of those that wait for another try may be tried. Index: deliveries_due."""
    row = await tx.fetch_one(
        NextAt,
        """select next_at from deliveries where broadcast_id = :id and state = 0 and next_at > :now
            order by next_at limit 1""",
        id=broadcast_id,
        now=tx.now,
    )
    return row.next_at if row else None


@dataclass(frozen=True, slots=True)
class NextAt:
    next_at: datetime


def mark_sending(tx: Transaction, row: Due) -> None:
    tx.later(
        "update deliveries set state = 1 where broadcast_id = :broadcast and chat_id = :chat",
        broadcast=row.broadcast_id,
        chat=row.chat_id,
    )


def end(
    tx: Transaction,
    row: Due,
    state: Delivery,
    shown: int,
    message_ids: Sequence[int] = (),
    error: str | None = None,
) -> None:
    """What came of a delivery in the end, having shown this version. Where a newer one was made meanwhile, it waits."""
    tx.later(
        """update deliveries
              set state = case when :state = 2 and :shown < (select b.version from broadcasts b
                                                              where b.id = :broadcast) then 0 else :state end,
                  shown = :shown, message_ids = :messages, error = :error, sent_at = coalesce(sent_at, :now)
            where broadcast_id = :broadcast and chat_id = :chat""",
        state=state,
        shown=shown,
        messages=" ".join(map(str, message_ids)) or None,
        error=error,
        now=tx.now,
        broadcast=row.broadcast_id,
        chat=row.chat_id,
    )


def retry(tx: Transaction, row: Due, at: datetime, error: str, done: int, message_ids: Sequence[int]) -> None:
    """Waiting again, with what the chat has of it."""
    tx.later(
        """update deliveries set state = 0, attempts = attempts + 1, next_at = :at, error = :error,
                  done = :done, message_ids = :messages
            where broadcast_id = :broadcast and chat_id = :chat""",
        at=at,
        error=error,
        done=done,
        messages=" ".join(map(str, message_ids)) or None,
        broadcast=row.broadcast_id,
        chat=row.chat_id,
    )


def count(tx: Transaction, outcomes: Iterable[tuple[Due | Late, Delivery]]) -> None:
    """Add up first outcomes: a chat counts once, however often its message is corrected."""
    added = Counter((row.broadcast_id, row.area_id or 0, row.kind, state) for row, state in outcomes)
    for (broadcast_id, area_id, kind, state), chats in added.items():
        tx.later(
            """insert into delivery_counts(broadcast_id, area_id, kind, state, chats)
               values (:broadcast, :area, :kind, :state, :chats)
               on conflict (broadcast_id, area_id, kind, state)
               do update set chats = delivery_counts.chats + excluded.chats""",
            broadcast=broadcast_id,
            area=area_id,
            kind=kind,
            state=state,
            chats=chats,
        )


async def recover(tx: Transaction) -> None:
    """After an unclean stop: what was being sent waits again if urgent; of ordinary ones it is unknown."""
    await tx.execute(
        """insert into delivery_counts(broadcast_id, area_id, kind, state, chats)
           select d.broadcast_id, coalesce(d.area_id, 0), c.kind, 4, count(*)
             from broadcasts b join deliveries d on d.broadcast_id = b.id join chats c on c.id = d.chat_id
            where b.state < 2 and b.lane = 2 and d.state = 1 and d.shown = 0
            group by d.broadcast_id, coalesce(d.area_id, 0), c.kind
               on conflict (broadcast_id, area_id, kind, state)
               do update set chats = delivery_counts.chats + excluded.chats"""
    )
    await tx.execute(
        """update deliveries set state = case when shown = 0 then 4 else 2 end
            where state = 1 and broadcast_id in (select b.id from broadcasts b where b.state < 2 and b.lane = 2)"""
    )
    await tx.execute(
        """update deliveries set state = 0
            where state = 1 and broadcast_id in (select b.id from broadcasts b where b.state < 2 and b.lane = 1)"""
    )


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
        unknown=sums[Delivery.UNKNOWN],
        void=sums[Delivery.VOID],
    )
