"""Chats as Telegram knows them; all else refers to our own id of a chat."""

from dataclasses import dataclass

from bot.domain.ids import ChatId
from bot.storage.transaction import Transaction


async def set_unreachable(tx: Transaction, chat_id: ChatId) -> None:
    await tx.execute(
        "update chats set unreachable_since = :now where id = :id and unreachable_since is null", now=tx.now, id=chat_id
    )


@dataclass(frozen=True, slots=True)
class Met:
    id: ChatId


async def move(tx: Transaction, chat_id: ChatId, telegram_id: int) -> None:
    """A group became a supergroup: its message ids start anew, so its copies no longer mean anything.

    Where the supergroup was met already before it was known to be the same group, that meeting is forgotten.
    """
    await tx.execute("delete from copies where chat_id = :id", id=chat_id)
    met = await tx.fetch_one(
        Met, "select id from chats where telegram_id = :new and id <> :id", new=telegram_id, id=chat_id
    )
    if met is not None:
        await tx.execute("delete from outbox where chat_id = :id and state in ('waiting', 'sending')", id=met.id)
        await tx.execute("delete from community_chats where chat_id = :id", id=met.id)
        await tx.execute("delete from chats where id = :id", id=met.id)
    await tx.execute("update chats set telegram_id = :new where id = :id", new=telegram_id, id=chat_id)
