"""Copies: which message of which chat shows what of a case. What came in and what went out, cards too, so that replies,
edits, reactions and withdrawals find their way.
"""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.bodies import FLEETING_STAYS
from bot.domain.cases import CaseMessage
from bot.domain.ids import CaseId, CaseMessageId, ChatId, OfficerId, PersonId
from bot.storage.cases import AT_DESK
from bot.storage.rights import coordinates, falls_to
from bot.storage.transaction import Transaction

CARD = -1  # the piece of a case that is its card: can be drawn again, and shows the first text
PREVIEW = -4  # of a draft, later its confirmation
PROMPT = -5  # asks for text at the desk
OWN_CASE = -9  # the screen of a case in its resident's chat: can be drawn again, too
CODE = -13  # the code of a slip
PAPER = -10  # a file that the bot made of a case: another can be in its place
NOTED = -11  # a note of the desk: what was typed as one, or the word of a colleague that came with the case
NOTE_PROMPT = -12  # asks for one
RECALLED = -14  # says that an answer was taken back
TYPED = -8  # what its resident typed for a case besides its messages: their name, the words to a rating


@dataclass(frozen=True, slots=True)
class Found:
    """What a message of the bot or a person belongs to."""

    case_id: CaseId
    case_message_id: CaseMessageId | None
    aside: bool  # neither said by the resident nor to them: see ASIDE


def add_copy(
    tx: Transaction,
    chat_id: ChatId,
    telegram_message_id: int,
    case_id: CaseId,
    message_id: CaseMessageId | None,
    *,
    piece: int = 0,
    version: int = 1,
    sent_at: datetime | None = None,
    fleeting: bool = False,
) -> None:
    """Note what a message shows. Nothing where the case is gone by now: a draft thrown away while it was shown.

    `sent_at`: of a person's own message, which may have waited at Telegram. `fleeting`: it does not stay in the chat.
    """
    sent_at = sent_at or tx.now
    tx.later(
        """insert into copies(chat_id, message_id, case_id, case_message_id, piece, version, sent_at, leaves_at)
           select cast(:chat as bigint), cast(:telegram as bigint), c.id, cast(:message as bigint),
                  cast(:piece as smallint), cast(:version as integer), cast(:sent as bigint), cast(:leaves as bigint)
             from cases c where c.id = :case
           on conflict (chat_id, message_id) do update set case_id = excluded.case_id,
               case_message_id = excluded.case_message_id, piece = excluded.piece, version = excluded.version""",
        chat=chat_id,
        telegram=telegram_message_id,
        case=case_id,
        message=message_id,
        piece=piece,
        version=version,
        sent=sent_at,
        leaves=sent_at + FLEETING_STAYS if fleeting else None,
    )


def add_prompt(
    tx: Transaction,
    chat_id: ChatId,
    telegram_message_id: int,
    case_id: CaseId,
    thread_id: int | None,
    piece: int = PROMPT,
) -> None:
    """Note what asks for text for a case, and in which thread of the chat: its form is kept by that."""
    tx.later(
        """insert into copies(chat_id, message_id, thread_id, case_id, piece, version, sent_at)
           select cast(:chat as bigint), cast(:telegram as bigint), cast(:thread as bigint), c.id,
                  cast(:piece as smallint), 1, cast(:now as bigint) from cases c where c.id = :case
           on conflict (chat_id, message_id) do update set thread_id = excluded.thread_id, case_id = excluded.case_id,
               case_message_id = null, piece = excluded.piece, version = 1""",
        chat=chat_id,
        telegram=telegram_message_id,
        thread=thread_id,
        case=case_id,
        piece=piece,
        now=tx.now,
    )


# What the bot asks or shows at a desk besides the talk with the resident: an answer to it is not for them. One to a
# card, to a page of the history, or to what says that a message came is.
ASIDE = f"(piece in ({PROMPT}, {NOTED}, {NOTE_PROMPT}, {PAPER}, {CODE}))"


# The case of a copy, or the one into which that was merged.
GOING_ON = "(select coalesce(c.merged_into, c.id) from cases c where c.id = copies.case_id)"


async def found_at(tx: Transaction, chat_id: ChatId, telegram_message_id: int) -> Found | None:
    """What a message in this chat belongs to."""
    return await tx.fetch_one(
        Found,
        f"""select {GOING_ON} as case_id, case_message_id, {ASIDE} as aside from copies
             where chat_id = :chat and message_id = :telegram""",
        chat=chat_id,
        telegram=telegram_message_id,
    )


# What a message's case is found in.
FOUND_TABLES = frozenset({"copies", "cases", "case_messages"})


@dataclass(frozen=True, slots=True)
class FoundAt(Found):
    chat_id: ChatId
    message_id: int


async def all_found_at(tx: Transaction, messages: list[tuple[ChatId, int]]) -> dict[tuple[ChatId, int], Found]:
    """What each of these messages in these chats belongs to; those that are no copies are left out."""
    rows = await tx.fetch_all(
        FoundAt,
        f"""select chat_id, message_id, {GOING_ON} as case_id, case_message_id, {ASIDE} as aside from copies
            where chat_id in (:chats) and message_id in (:messages)""",
        chats=[chat for chat, _ in messages],
        messages=[message for _, message in messages],
    )
    return {(row.chat_id, row.message_id): row for row in rows}


async def going_on(tx: Transaction, number: str) -> Found | None:
    """The case with this number, or the one into which it was merged."""
    return await tx.fetch_one(
        Found,
        """select coalesce(merged_into, id) as case_id, null as case_message_id, false as aside
             from cases where number = :number""",
        number=number,
    )


async def numbered(tx: Transaction, number: str) -> Found | None:
    """The case with this number."""
    return await tx.fetch_one(
        Found,
        "select id as case_id, null as case_message_id, false as aside from cases where number = :number",
        number=number,
    )


@dataclass(frozen=True, slots=True)
class Copy:
    message_id: int
    case_message_id: CaseMessageId | None
    piece: int
    version: int
    sent_at: datetime
    thread_id: int | None


async def copies_in(tx: Transaction, case_id: CaseId, chat_id: ChatId) -> list[Copy]:
    """All messages of a case in a chat, in order. Index: copies_of."""
    return await tx.fetch_all(
        Copy,
        """select message_id, case_message_id, piece, version, sent_at, thread_id from copies
            where case_id = :case and chat_id = :chat order by +message_id""",
        case=case_id,
        chat=chat_id,
    )


async def own_copies(tx: Transaction, case_id: CaseId, chat_id: ChatId) -> list[Copy]:
    """What a chat holds of its resident's own words in a case, in order. Index: copies_of."""
    return await tx.fetch_all(
        Copy,
        f"""select k.message_id, k.case_message_id, k.piece, k.version, k.sent_at, k.thread_id
              from copies k left join case_messages m on m.id = k.case_message_id
             where k.case_id = :case and k.chat_id = :chat
               and (k.piece = {TYPED} or k.piece >= 0 and m.direction = 'resident') order by +k.message_id""",
        case=case_id,
        chat=chat_id,
    )


async def cards_in(tx: Transaction, case_id: CaseId, chat_id: ChatId) -> list[int]:
    """The messages of this chat that are cards of a case: there are several where it left the chat and came again, none
    once it was taken out of all chats, because its time is over or its resident wished so.

    Index: copies_cards.
    """
    return await tx.column(
        int,
        f"""select k.message_id from copies k join cases c on c.id = k.case_id
             where k.case_id = :case and k.chat_id = :chat and k.piece = {CARD} and c.chats_cleared_at is null""",
        case=case_id,
        chat=chat_id,
    )


async def own_screens(tx: Transaction, case_id: CaseId, chat_id: ChatId) -> list[int]:
    """The messages of its resident's chat that show the screen of a case now. Index: copies_of."""
    return await tx.column(
        int,
        f"select message_id from copies where case_id = :case and chat_id = :chat and piece = {OWN_CASE}",
        case=case_id,
        chat=chat_id,
    )


def forget_own_screen(tx: Transaction, chat_id: ChatId, message_id: int) -> None:
    """This message shows something else by now."""
    tx.later(
        f"delete from copies where chat_id = :chat and message_id = :message and piece = {OWN_CASE}",
        chat=chat_id,
        message=message_id,
    )


async def copies_of(tx: Transaction, case_id: CaseId, chat_id: ChatId, message_id: CaseMessageId) -> list[Copy]:
    """What a chat holds of one message of a case, in order. Index: copies_of."""
    return await tx.fetch_all(
        Copy,
        """select message_id, case_message_id, piece, version, sent_at, thread_id from copies
            where case_id = :case and chat_id = :chat and case_message_id = :message order by +message_id""",
        case=case_id,
        chat=chat_id,
        message=message_id,
    )


async def count_behind(tx: Transaction, case_id: CaseId, chat_id: ChatId) -> int:
    """How many of a case's messages by its resident came after the last one that this chat holds.

    Indexes: copies_of, case_messages_case.
    """
    sql = """select count(*) from case_messages m where m.case_id = :case and m.direction = 'resident' and m.id >
        (select coalesce(max(h.id), 0) from copies c join case_messages h on h.id = c.case_message_id
          where c.case_id = :case and c.chat_id = :chat and h.direction = 'resident')"""
    return await tx.value(int, sql, case=case_id, chat=chat_id) or 0


async def is_current(tx: Transaction, message: CaseMessage) -> bool:
    """Whether any chat shows what a message that was edited says now, but its author's own. Index: copies_of."""
    return await tx.exists(
        """select version from copies
            where case_id = :case and case_message_id = :message and version > 1 and version >= :version limit 1""",
        case=message.case_id,
        message=message.id,
        version=message.version,
    )


async def forget_copies(tx: Transaction, chat_id: ChatId, message_ids: list[int]) -> None:
    """These messages are no longer in the chat."""
    await tx.execute(
        "delete from copies where chat_id = :chat and message_id in (:messages)", chat=chat_id, messages=message_ids
    )


async def let_go_of_prompts(tx: Transaction, case_id: CaseId, chat_id: ChatId) -> list[int]:
    """What asks for text for a case in a chat: it stays there when the case goes. Index: copies_of."""
    return await tx.column(
        int,
        f"""delete from copies where case_id = :case and chat_id = :chat and piece = {PROMPT}
            returning message_id""",
        case=case_id,
        chat=chat_id,
    )


# What may stay in a chat no longer.


@dataclass(frozen=True, slots=True)
class Leaving:
    """A message that has to be out of the chat of a person, who works its case or did."""

    person_id: PersonId
    case_id: CaseId
    case_message_id: CaseMessageId
    chat_id: ChatId
    message_id: int


async def leaving(tx: Transaction, limit: int) -> list[Leaving]:
    """Those whose time has come, the messages of one that is shown in several next to each other.

    Indexes: copies_leaving, persons_chat.
    """
    return await tx.fetch_all(
        Leaving,
        """select p.id as person_id, k.case_id, k.case_message_id, k.chat_id, k.message_id
             from (select * from copies where leaves_at is not null and leaves_at <= :now
                    order by leaves_at limit :limit) k
             join persons p on p.chat_id = k.chat_id
            order by p.id, k.case_id, k.case_message_id, k.message_id""",
        now=tx.now,
        limit=limit,
    )


async def note_leaving(tx: Transaction, due: list[Leaving]) -> None:
    """A letter takes these away from now on."""
    for each in due:
        tx.later(
            "update copies set leaves_at = null where chat_id = :chat and message_id = :message",
            chat=each.chat_id,
            message=each.message_id,
        )


@dataclass(frozen=True, slots=True)
class Clearing:
    """A chat from which all goes that its person may not see any more: the messages before this one are still to do."""

    person_id: PersonId
    chat_id: ChatId
    clear_before: int


ALL = 2**62
CLEARING = "select p.id as person_id, c.id as chat_id, c.clear_before from chats c join persons p on p.chat_id = c.id"


async def begin_clearing(tx: Transaction, person_id: PersonId) -> Clearing | None:
    """From the newest message on; None for a person without a chat."""
    await tx.execute(
        "update chats set clear_before = :all where id = (select chat_id from persons where id = :person)",
        all=ALL,
        person=person_id,
    )
    return await tx.fetch_one(Clearing, f"{CLEARING} where p.id = :person", person=person_id)


async def next_clearing(tx: Transaction) -> Clearing | None:
    """Some chat that is being cleared. Indexes: chats_clearing, persons_chat."""
    return await tx.fetch_one(Clearing, f"{CLEARING} where c.clear_before is not null order by c.id limit 1")


@dataclass(frozen=True, slots=True)
class HeldCopy:
    message_id: int
    case_id: CaseId


async def held_before(tx: Transaction, clearing: Clearing, limit: int) -> list[HeldCopy]:
    """The next messages of a chat that is being cleared, the newest first. Index: the key of copies."""
    return await tx.fetch_all(
        HeldCopy,
        """select message_id, case_id from copies where chat_id = :chat and message_id < :before
            order by message_id desc limit :limit""",
        chat=clearing.chat_id,
        before=clearing.clear_before,
        limit=limit,
    )


async def note_cleared(tx: Transaction, chat_id: ChatId, before: int | None) -> None:
    """So far has a chat been cleared; None: altogether."""
    await tx.execute("update chats set clear_before = :before where id = :chat", before=before, chat=chat_id)


async def not_theirs(
    tx: Transaction, person_id: PersonId, officer_id: OfficerId | None, case_ids: list[CaseId]
) -> list[CaseId]:
    """Of these cases those that a person, who may be an officer, neither works now nor wrote in as a resident. What
    depends on whose a case is says nothing, neither yes nor no, of one that nobody has.
    """
    if not case_ids:
        return []
    return await tx.column(
        CaseId,
        f"""select c.id from cases c where c.id in (:cases)
               and not exists (select 1 from case_links l where l.case_id = c.id and l.person_id = :person)
               and not coalesce({AT_DESK}, false)
               and not coalesce({coordinates(":person", "c.community")} and {falls_to(":person")}, false)
             order by c.id desc""",
        cases=case_ids,
        person=person_id,
        officer=officer_id or 0,
    )
