"""The inbox: every update is stored as it came before it is confirmed to Telegram.

A row is handled once, in the transaction that carries out what it asks for; its body is erased there. Taking is fair:
some chats at a time and a few updates of each, starting after the last chat taken, so that one person's five thousand
messages hold nobody else up. Order is kept in a chat: what waits for its retry holds back only its own chat.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.storage.engine import still_waits
from bot.storage.transaction import Transaction


class State(StrEnum):
    WAITING = "waiting"
    HANDLED = "handled"
    SET_ASIDE = "set_aside"


@dataclass(frozen=True, slots=True)
class Arrival:
    """An update as it came: Telegram's JSON and the chat whose order it belongs to (Telegram's id of it).

    A number that stands for the chat is stored in place of the id.
    """

    update_id: int
    chat_id: int
    body: str


@dataclass(frozen=True, slots=True)
class Stored:
    update_id: int
    chat_id: int
    attempts: int
    next_at: datetime
    body: str


@dataclass(frozen=True, slots=True)
class SetAside:
    update_id: int
    chat_id: int
    attempts: int
    received_at: datetime
    error: str | None
    body: str


async def store(tx: Transaction, arrivals: list[Arrival]) -> None:
    """Keep a batch. An update that came before changes nothing."""
    for each in arrivals:
        tx.later(
            """insert into inbox(update_id, chat_id, received_at, body) values (:update_id, :chat_id, :now, :body)
               on conflict (update_id) do nothing""",
            update_id=each.update_id,
            chat_id=tx.keys.stand_in(each.chat_id),
            now=tx.now,
            body=each.body,
        )


async def take(tx: Transaction, after: int, most: int, each: int) -> list[Stored]:
    """At most so many waiting updates of the next chats after `after`, in order, and the oldest `each` of a chat:
    fewer of each where many chats wait. Index: inbox_waiting.
    """
    return await tx.fetch_all(
        Stored,
        """
        with recursive c(chat_id, n) as (
          select * from (select chat_id, 1 from inbox where state = 'waiting' and chat_id > :after
                          order by chat_id limit 1) as f
          union all
          select (select i.chat_id from inbox i where i.state = 'waiting' and i.chat_id > c.chat_id
                   order by i.chat_id limit 1), n + 1
            from c where c.chat_id is not null and n < :most)
        select i.update_id, i.chat_id, i.attempts, i.next_at, i.body
          from c join inbox i on i.update_id in
               (select update_id from inbox where state = 'waiting' and chat_id = c.chat_id
                 order by update_id
                 limit (select case when :most < :each * count(chat_id) then :most / count(chat_id) else :each end
                          from c))
         order by i.chat_id, i.update_id""",
        after=after,
        most=most,
        each=each,
    )


def end(tx: Transaction, update_id: int) -> None:
    """Handled: body and chat go, the id stays a while so that a redelivery is known."""
    tx.later(
        f"""update inbox set state = 'handled', body = null, error = null, chat_id = 0
             where update_id = :id and {still_waits("state")}""",
        id=update_id,
    )


def put_off(tx: Transaction, update_id: int, attempts: int, at: datetime, error: str) -> None:
    tx.later(
        "update inbox set attempts = :attempts, next_at = :at, error = :error where update_id = :id",
        id=update_id,
        attempts=attempts,
        at=at,
        error=error,
    )


def set_aside(tx: Transaction, update_id: int, attempts: int, error: str) -> None:
    tx.later(
        "update inbox set state = 'set_aside', attempts = :attempts, error = :error where update_id = :id",
        id=update_id,
        attempts=attempts,
        error=error,
    )


async def count_attempt_of_waiting(tx: Transaction) -> None:
    """After an unclean stop, in a commit of its own: an update that kills the process must not be tried forever.

    Only what is first in its chat can have been in hand.
    """
    await tx.execute(
        """update inbox set attempts = attempts + 1 where state = 'waiting' and update_id in
                  (select min(update_id) from inbox where state = 'waiting' group by chat_id)"""
    )


async def count_waiting(tx: Transaction) -> int:
    """How many updates are still to be handled. Index: inbox_waiting."""
    return await tx.value(int, "select count(*) from inbox where state = 'waiting'") or 0


async def sweep(tx: Transaction, keep: timedelta) -> int:
    """Forget handled updates after `keep`. Telegram repeats none older than a day."""
    return await tx.count(
        "delete from inbox where state = 'handled' and received_at < :before returning update_id", before=tx.now - keep
    )


async def sweep_aside(tx: Transaction, before: datetime) -> None:
    """Forget what was set aside and came before this. Index: inbox_aside."""
    await tx.execute("delete from inbox where state = 'set_aside' and received_at < :before", before=before)


async def aside(tx: Transaction, limit: int) -> list[SetAside]:
    return await tx.fetch_all(
        SetAside,
        """select update_id, chat_id, attempts, received_at, error, body from inbox where state = 'set_aside'
           order by update_id limit :limit""",
        limit=limit,
    )


async def aside_one(tx: Transaction, update_id: int) -> SetAside | None:
    return await tx.fetch_one(
        SetAside,
        """select update_id, chat_id, attempts, received_at, error, body from inbox
            where state = 'set_aside' and update_id = :id""",
        id=update_id,
    )


async def replay(tx: Transaction, update_id: int) -> bool:
    """Let a set-aside update be tried again; False when there is none."""
    sql = """update inbox set state = 'waiting', attempts = 0, next_at = 0
              where state = 'set_aside' and update_id = :id returning update_id"""
    return await tx.exists(sql, id=update_id)


async def drop(tx: Transaction, update_id: int) -> bool:
    return (
        await tx.count(
            "delete from inbox where state = 'set_aside' and update_id = :id returning update_id", id=update_id
        )
        == 1
    )
