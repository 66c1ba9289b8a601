"""The lists of cases that chats show: which list a message shows, and the cases whose first words are in it.

So a case that was opened in a list leads back to that list, the words of a case leave a chat together with its messages
(`CaseTaken`, `CaseErased`), and they are what they are in the case (`ListedTextEdited`).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.domain.ids import CaseId, ChatId
from bot.storage.transaction import Transaction


def note(tx: Transaction, chat_id: ChatId, message_id: int, button: str, cases: Iterable[CaseId]) -> None:
    """This message shows this list now, with words of these cases."""
    tx.later(
        """insert into shown_lists(chat_id, message_id, button, shown_at) values (:chat, :message, :button, :now)
           on conflict (chat_id, message_id) do update set button = excluded.button, shown_at = excluded.shown_at""",
        chat=chat_id,
        message=message_id,
        button=button,
        now=tx.now,
    )
    forget_words(tx, chat_id, message_id)
    for case_id in cases:
        tx.later(
            """insert into listed_cases(chat_id, message_id, case_id)
               select cast(:chat as bigint), cast(:message as bigint), c.id from cases c where c.id = :case
               on conflict (chat_id, message_id, case_id) do nothing""",
            chat=chat_id,
            message=message_id,
            case=case_id,
        )


def forget_words(tx: Transaction, chat_id: ChatId, message_id: int) -> None:
    """No words of cases are in this list any more."""
    tx.later(
        "delete from listed_cases where chat_id = :chat and message_id = :message", chat=chat_id, message=message_id
    )


async def shown_in(tx: Transaction, chat_id: ChatId, message_id: int) -> str | None:
    """The button of the list that this message shows, or showed before a case was opened in it."""
    sql = "select button from shown_lists where chat_id = :chat and message_id = :message"
    return await tx.value(str, sql, chat=chat_id, message=message_id)


@dataclass(frozen=True, slots=True)
class ShownList:
    message_id: int
    shown_at: datetime


async def newest(tx: Transaction, chat_id: ChatId) -> ShownList | None:
    """The last message of a chat that shows a list, or showed one before a case was opened in it."""
    return await tx.fetch_one(
        ShownList,
        "select message_id, shown_at from shown_lists where chat_id = :chat order by message_id desc limit 1",
        chat=chat_id,
    )


async def with_words_of(tx: Transaction, chat_id: ChatId, case_id: CaseId) -> list[int]:
    """The messages of a chat that show words of this case in a list. Index: listed_cases_case."""
    return await tx.column(
        int,
        "select message_id from listed_cases where case_id = :case and chat_id = :chat order by message_id",
        case=case_id,
        chat=chat_id,
    )


async def is_listed(tx: Transaction, case_id: CaseId) -> bool:
    """Whether any list shows words of this case. Index: listed_cases_case."""
    return await tx.exists("select case_id from listed_cases where case_id = :case limit 1", case=case_id)


async def cases_in(tx: Transaction, chat_id: ChatId) -> list[CaseId]:
    """The cases whose words are in lists of a chat. Index: the key of listed_cases."""
    return await tx.column(CaseId, "select distinct case_id from listed_cases where chat_id = :chat", chat=chat_id)


async def sweep(tx: Transaction, before: datetime) -> None:
    """Forget which lists were shown so long ago that nobody goes back to them. Index: shown_lists_shown."""
    await tx.execute("delete from shown_lists where shown_at <= :before", before=before)
