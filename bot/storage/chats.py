"""Chats as their transport knows them; all else refers to our own id of a chat."""

from datetime import datetime

from bot.domain.ids import ChatId
from bot.storage.transaction import Transaction

TELEGRAM = "telegram"  # the transport of every account and chat so far


async def met(tx: Transaction, telegram_id: int, kind: str) -> ChatId:
    """Our id of a chat in which the bot can write now, made known if it is new."""
    if (known_as := await known(tx, telegram_id)) is not None:
        await tx.execute(
            "update chats set kind = :kind, unreachable_since = null where id = :id", kind=kind, id=known_as
        )
        return known_as
    return ChatId(
        await tx.insert(
            """insert into chats(transport, external_id, external_hash, kind)
               values (:transport, :external_id, :hash, :kind) returning id""",
            transport=TELEGRAM,
            external_id=str(telegram_id),
            hash=tx.keys.hash(telegram_id),
            kind=kind,
        )
    )


async def known(tx: Transaction, telegram_id: int) -> ChatId | None:
    """Our id of a chat that was met before. Index: chats_hash."""
    sql = "select id from chats where transport = :transport and external_hash in (:hashes)"
    return await tx.value(ChatId, sql, transport=TELEGRAM, hashes=tx.keys.hashes(telegram_id))


async def set_unreachable(tx: Transaction, chat_id: ChatId) -> bool:
    """The bot cannot write there any more; False where that was known."""
    sql = "update chats set unreachable_since = :now where id = :id and unreachable_since is null returning id"
    return await tx.exists(sql, now=tx.now, id=chat_id)


async def unreachable_since(tx: Transaction, chat_id: ChatId) -> datetime | None:
    """Since when the bot cannot write there; None where it can."""
    return await tx.value(datetime, "select unreachable_since from chats where id = :id", id=chat_id)


async def set_reachable(tx: Transaction, chat_id: ChatId) -> None:
    """The bot can write there again."""
    await tx.execute("update chats set unreachable_since = null where id = :id", id=chat_id)


async def move(tx: Transaction, chat_id: ChatId, telegram_id: int) -> None:
    """A group became a supergroup: its message ids start again, so its copies no longer mean anything.

    Where the supergroup was met already before it was known to be the same group, that meeting is forgotten.
    """
    await tx.execute("delete from copies where chat_id = :id", id=chat_id)
    met_before = await known(tx, telegram_id)
    if met_before is not None and met_before != chat_id:
        await tx.execute("delete from outbox where chat_id = :id and state in ('waiting', 'sending')", id=met_before)
        await tx.execute("delete from community_chats where chat_id = :id", id=met_before)
        await tx.execute("delete from chats where id = :id", id=met_before)
    await tx.execute(
        "update chats set external_id = :external_id, external_hash = :hash where id = :id",
        external_id=str(telegram_id),
        hash=tx.keys.hash(telegram_id),
        id=chat_id,
    )
