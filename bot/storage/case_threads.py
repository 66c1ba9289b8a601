"""The threads of cases in officers' chats (`domain.case_threads`)."""

from dataclasses import dataclass

from bot.domain.case_dialogs import HoldingText
from bot.domain.case_threads import CaseThread, Look
from bot.domain.cases import OPEN
from bot.domain.ids import CaseId, ChatId, OfficerId
from bot.domain.walk_ins import RecordingCase
from bot.storage.copies import CARD
from bot.storage.transaction import Transaction

IS_OPEN = "({})".format(", ".join(f"'{status}'" for status in sorted(OPEN)))


async def of(tx: Transaction, case_id: CaseId, chat_id: ChatId) -> CaseThread | None:
    """Where this chat has the case. Indexes: the key of case_threads, copies_cards."""
    return await tx.fetch_one(
        CaseThread,
        f"""select t.*, exists (select 1 from copies k where k.case_id = t.case_id and k.chat_id = t.chat_id
                                   and k.piece = {CARD} and k.sent_at >= t.opened_at) as has_card
             from case_threads t where t.case_id = :case and t.chat_id = :chat""",
        case=case_id,
        chat=chat_id,
    )


async def put(tx: Transaction, case_id: CaseId, chat_id: ChatId, thread_id: int | None, look: Look) -> None:
    """From now on the case is in this thread; None: among all else of the chat."""
    await tx.execute(
        """insert into case_threads(case_id, chat_id, thread_id, name, icon, opened_at)
           select c.id, cast(:chat as bigint), cast(:thread as bigint), cast(:name as text), cast(:icon as text),
                  cast(:now as bigint) from cases c where c.id = :case
           on conflict (case_id, chat_id) do update set thread_id = excluded.thread_id, name = excluded.name,
               icon = excluded.icon, opened_at = excluded.opened_at""",
        case=case_id,
        chat=chat_id,
        thread=thread_id,
        name=look.name,
        icon=look.icon,
        now=tx.now,
    )


async def note_look(tx: Transaction, case_id: CaseId, chat_id: ChatId, look: Look) -> None:
    await tx.execute(
        "update case_threads set name = :name, icon = :icon where case_id = :case and chat_id = :chat",
        case=case_id,
        chat=chat_id,
        name=look.name,
        icon=look.icon,
    )


async def lost(tx: Transaction, chat_id: ChatId, thread_id: int) -> None:
    """A thread is not in the chat any more. The next letter of its case opens another, unless this one took nothing: so
    would another. Its cards are gone with it; of the other copies nobody knows which were in it.

    Indexes: case_threads_thread, copies_cards.
    """
    case_id = await tx.value(
        CaseId,
        "select case_id from case_threads where chat_id = :chat and thread_id = :thread",
        chat=chat_id,
        thread=thread_id,
    )
    thread = await of(tx, case_id, chat_id) if case_id is not None else None
    if thread is None:
        return
    await tx.execute(
        f"""delete from copies where case_id = :case and chat_id = :chat and piece = {CARD} and sent_at >= :opened""",
        case=thread.case_id,
        chat=chat_id,
        opened=thread.opened_at,
    )
    await close(tx, thread)
    if not thread.has_card:
        await put(tx, thread.case_id, chat_id, None, Look(thread.name, thread.icon))


async def close(tx: Transaction, thread: CaseThread) -> None:
    """Forget a thread, and the form that was open in it: what is written elsewhere is not for that. Only text that its
    writer has not assigned or finished yet waits in the chat from now on, where nothing else is open.

    Indexes: the keys of case_threads and dialogs.
    """
    await tx.execute(
        "delete from case_threads where case_id = :case and chat_id = :chat",
        case=thread.case_id,
        chat=thread.chat_id,
    )
    if thread.thread_id is None:
        return
    await tx.execute(
        """update dialogs set thread_id = 0 where chat_id = :chat and thread_id = :thread and flow in (:kept)
              and not exists (select 1 from dialogs d where d.chat_id = :chat and d.thread_id = 0)""",
        chat=thread.chat_id,
        thread=thread.thread_id,
        kept=[HoldingText.flow, RecordingCase.flow],
    )
    await tx.execute(
        "delete from dialogs where chat_id = :chat and thread_id = :thread and flow not in (:kept)",
        chat=thread.chat_id,
        thread=thread.thread_id,
        kept=[HoldingText.flow, RecordingCase.flow],
    )


async def are_gone(tx: Transaction) -> bool:
    """Whether no case has a thread."""
    return not await tx.exists("select case_id from case_threads limit 1")


async def forget_refusals(tx: Transaction) -> None:
    """Where Telegram refused to make a thread, it is asked again. Index: case_threads_refused."""
    await tx.execute("delete from case_threads where thread_id is null")


# From one kind of desk to the other.


async def next_desks(tx: Transaction, after: OfficerId, limit: int) -> list[OfficerId]:
    """The officers with a desk behind this one. Index: the key of desks."""
    sql = "select officer_id from desks where officer_id > :after order by officer_id limit :limit"
    return await tx.column(OfficerId, sql, after=after, limit=limit)


@dataclass(frozen=True, slots=True)
class OpenCase:
    case_id: CaseId
    officer_id: OfficerId


async def open_cases(tx: Transaction, officers: list[OfficerId]) -> list[OpenCase]:
    """Which these officers have. Index: cases_of_officer."""
    return await tx.fetch_all(
        OpenCase,
        f"""select id as case_id, officer_id from cases
             where officer_id in (:officers) and status in {IS_OPEN} order by officer_id, id""",
        officers=officers,
    )
