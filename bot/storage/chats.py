"""Chats as Telegram knows them; all else refers to our own id of a chat."""

from bot.domain.ids import ChatId
from bot.storage.transaction import Transaction


async def set_unreachable(tx: Transaction, chat_id: ChatId) -> None:
    await tx.execute(
        "update chats set unreachable_since = :now where id = :id and unreachable_since is null", now=tx.now, id=chat_id
    )


async def move(tx: Transaction, chat_id: ChatId, telegram_id: int) -> None:
    """A group became a supergroup: its message ids start anew, so its copies no longer mean anything."""
    await tx.execute("delete from copies where chat_id = :id", id=chat_id)
    await tx.execute("update chats set telegram_id = :new where id = :id", new=telegram_id, id=chat_id)
