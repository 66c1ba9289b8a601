"""Deliveries: the state of a broadcast in each chat, and the queue that it is sent from.

A row is marked as `sending` before it is sent, because an ordinary broadcast does not repeat what was being sent
at a crash. Each chat's first outcome is added up as it comes, by area and kind of chat, so that a million rows are
never counted.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time

from bot.domain.broadcasts import Delivery
from bot.domain.ids import AreaId, BroadcastId, ChatId, PersonId
from bot.domain.quiet_times import QuietTime
from bot.storage.quiet_times import KEPT, OF_PERSON
from bot.storage.transaction import Transaction


@dataclass(frozen=True)
class Due:
    """A delivery whose turn has come, with what its chat needs."""

    broadcast_id: BroadcastId
    chat_id: ChatId
    external_id: str
    kind: str  # of the chat
    thread_id: int | None
    area_id: AreaId | None
    attempts: int
    version: int  # of the broadcast now
    shown: int  # the version that this chat has seen; 0: none
    done: int  # how many calls of the first version were taken before one had to wait
    text_alone: bool  # the chat takes no files
    message_ids: str | None
    sent_at: datetime | None
    person_id: PersonId | None
    language: str | None
    quiet_begins: time | None  # of its reader's quiet time
    quiet_ends: time | None
    quiet_until: datetime | None
    limited: bool  # it is a group or channel in which the bot may not do all, as far as is known

    @property
    def telegram_id(self) -> int:
        return int(self.external_id)

    def is_hushed(self, now: datetime) -> bool:
        """Whether its reader has quiet time."""
        return QuietTime(self.quiet_begins, self.quiet_ends, self.quiet_until).lasts_until(now) is not None

    @property
    def messages(self) -> list[int]:
        """What it made in the chat before."""
        return [int(each) for each in self.message_ids.split()] if self.message_ids else []


async def due(tx: Transaction, broadcast_id: BroadcastId, busy: list[int], limit: int) -> list[Due]:
    """The next deliveries outside `busy` chats. Index: deliveries_due."""
    return await tx.fetch_all(
        Due,
        f"""select d.broadcast_id, d.chat_id, c.external_id,
               c.kind, d.thread_id, d.area_id, d.attempts, b.version,
                  d.shown, d.done, d.text_alone, d.message_ids, d.sent_at, p.id as person_id, p.language,
                  {KEPT}, g.chat_id is not null and not (g.can_post and g.can_show) as limited
             from broadcasts b join deliveries d on d.broadcast_id = b.id
             join chats c on c.id = d.chat_id left join persons p on p.chat_id = d.chat_id
             {OF_PERSON}
             left join community_chats g on g.chat_id = d.chat_id
            where b.id = :broadcast and b.state = 'running' and d.broadcast_id = :broadcast
              and d.state = 'waiting' and d.next_at <= :now and d.chat_id not in (:busy)
              and (d.shown > 0 or b.expires_at is null or b.expires_at > :now)
            order by d.next_at, d.chat_id limit :limit""",
        broadcast=broadcast_id,
        now=tx.now,
        busy=busy,
        limit=limit,
    )


async def has_due(tx: Transaction, broadcast_id: BroadcastId) -> bool:
    """Whether anything of it may be sent now. Index: deliveries_due."""
    return await tx.exists(
        """select chat_id from deliveries where broadcast_id = :id and state = 'waiting' and next_at <= :now
            limit 1""",
        id=broadcast_id,
        now=tx.now,
    )


async def next_retry(tx: Transaction, broadcast_id: BroadcastId) -> datetime | None:
    """When the first of those that wait for another try may be tried. Index: deliveries_due."""
    return await tx.value(
        datetime,
        """select next_at from deliveries where broadcast_id = :id and state = 'waiting' and next_at > :now
            order by next_at limit 1""",
        id=broadcast_id,
        now=tx.now,
    )


def mark_sending(tx: Transaction, row: Due) -> None:
    tx.later(
        "update deliveries set state = 'sending' where broadcast_id = :broadcast and chat_id = :chat",
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
              set state = case when cast(:state as text) = 'delivered' and :shown <
                                    (select b.version from broadcasts b where b.id = :broadcast)
                               then 'waiting' else cast(:state as text) end,
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
        """update deliveries set state = 'waiting', attempts = attempts + 1, next_at = :at, error = :error,
                  done = :done, message_ids = :messages
            where broadcast_id = :broadcast and chat_id = :chat""",
        at=at,
        error=error,
        done=done,
        messages=" ".join(map(str, message_ids)) or None,
        broadcast=row.broadcast_id,
        chat=row.chat_id,
    )


def hold(tx: Transaction, row: Due, error: str, done: int, message_ids: Sequence[int]) -> None:
    """Until `release`, with what the chat has of it."""
    tx.later(
        """update deliveries set state = 'held', error = :error, done = :done, message_ids = :messages
            where broadcast_id = :broadcast and chat_id = :chat""",
        error=error,
        done=done,
        messages=" ".join(map(str, message_ids)) or None,
        broadcast=row.broadcast_id,
        chat=row.chat_id,
    )


def leave_files_out(tx: Transaction, row: Due) -> None:
    tx.later(
        "update deliveries set text_alone = true where broadcast_id = :broadcast and chat_id = :chat",
        broadcast=row.broadcast_id,
        chat=row.chat_id,
    )


def move_to_general_topic(tx: Transaction, row: Due) -> None:
    tx.later(
        "update deliveries set thread_id = null where broadcast_id = :broadcast and chat_id = :chat",
        broadcast=row.broadcast_id,
        chat=row.chat_id,
    )


@dataclass(frozen=True, slots=True)
class Late:
    """A delivery whose time has passed, as far as it is counted."""

    broadcast_id: BroadcastId
    chat_id: ChatId
    area_id: AreaId | None
    kind: str


async def release(tx: Transaction, chat_id: ChatId) -> bool:
    """What a chat has refused for a time goes again: whether there was anything. Index: deliveries_held."""
    rows = await tx.fetch_all(
        Late,
        """select d.broadcast_id, d.chat_id, d.area_id, c.kind from deliveries d join chats c on c.id = d.chat_id
            where d.chat_id = :chat and d.state = 'held'""",
        chat=chat_id,
    )
    if not rows:
        return False
    await tx.execute(
        """update deliveries set state = 'waiting', attempts = 0, next_at = :now
            where chat_id = :chat and state = 'held'""",
        chat=chat_id,
        now=tx.now,
    )
    await tx.execute(
        "update broadcasts set state = 'running', done_at = null where id in (:ids) and state = 'done'",
        ids=[row.broadcast_id for row in rows],
    )
    count(tx, ((row, Delivery.HELD) for row in rows), -1)
    tx.broadcast_changed = True
    return True


async def with_text_alone(tx: Transaction, broadcast_id: BroadcastId) -> int:
    """How many chats have got it without its files. Index: deliveries_text_alone."""
    sql = """select count(*) from deliveries where broadcast_id = :id and text_alone and state = 'delivered'"""
    return await tx.value(int, sql, id=broadcast_id) or 0


def count(tx: Transaction, outcomes: Iterable[tuple[Due | Late, Delivery]], each: int = 1) -> None:
    """Add up first outcomes: a chat counts once, however often its message is corrected. `each`: -1 takes it back."""
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
            chats=chats * each,
        )


async def forget_held(tx: Transaction) -> None:
    """After a restore nobody knows whether what was held has gone since. Index: deliveries_held."""
    await tx.execute(
        """insert into delivery_counts(broadcast_id, area_id, kind, state, chats)
           select d.broadcast_id, coalesce(d.area_id, 0), c.kind, 'unknown', count(*)
             from deliveries d join chats c on c.id = d.chat_id where d.state = 'held'
            group by d.broadcast_id, coalesce(d.area_id, 0), c.kind
               on conflict (broadcast_id, area_id, kind, state)
               do update set chats = delivery_counts.chats + excluded.chats"""
    )
    await tx.execute("update delivery_counts set chats = 0 where state = 'held'")
    await tx.execute("update deliveries set state = 'unknown' where state = 'held'")


async def recover(tx: Transaction) -> None:
    """After an unclean stop: what was being sent waits again if urgent; of ordinary ones it is unknown.

    An edit of what a chat has already waits again in any case: made twice, it is seen once.
    """
    await tx.execute(
        """insert into delivery_counts(broadcast_id, area_id, kind, state, chats)
           select d.broadcast_id, coalesce(d.area_id, 0), c.kind, 'unknown', count(*)
             from broadcasts b join deliveries d on d.broadcast_id = b.id join chats c on c.id = d.chat_id
            where b.state in ('running', 'paused') and b.lane = 'ordinary' and d.state = 'sending' and d.shown = 0
            group by d.broadcast_id, coalesce(d.area_id, 0), c.kind
               on conflict (broadcast_id, area_id, kind, state)
               do update set chats = delivery_counts.chats + excluded.chats"""
    )
    await tx.execute(
        """update deliveries set state = case when shown = 0 then 'unknown' else 'waiting' end
            where state = 'sending' and broadcast_id in
                  (select b.id from broadcasts b where b.state in ('running', 'paused') and b.lane = 'ordinary')"""
    )
    await tx.execute(
        """update deliveries set state = 'waiting'
            where state = 'sending' and broadcast_id in
                  (select b.id from broadcasts b where b.state in ('running', 'paused') and b.lane = 'urgent')"""
    )
