"""Messages of a case as their reader may see them: what a letter or a history shows, with the right to see it, in one
query.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.bodies import UNSAID, Body
from bot.domain.cases import Category, Side
from bot.domain.ids import CaseId, CaseMessageId, ChatId, OfficerId, PersonId
from bot.storage import files
from bot.storage.case_history import Position
from bot.storage.case_messages import QUOTES_RECALLED
from bot.storage.cases import AT_DESK
from bot.storage.rights import coordinates, may_concern
from bot.storage.rows import Value
from bot.storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class MessageView:
    """A message of a case as its recipient may see it."""

    id: CaseMessageId
    case_id: CaseId
    direction: Side
    officer_id: OfficerId | None
    body: Body
    album: str | None
    version: int
    recalled: bool
    quotes_recalled: bool
    sent_at: datetime
    number: str
    category: Category | None
    anonymous: bool
    resident_name: str | None
    officer_rank: str | None
    officer_name: str | None
    reply_to: int | None  # the message in the recipient's chat that this one answers


# The plus keeps SQLite from walking all that a chat holds in the order of its primary key.
VIEW = f"""m.id, m.case_id, m.direction, m.officer_id, m.body, m.album, m.version,
    m.recalled_at is not null as recalled, {QUOTES_RECALLED} as quotes_recalled, m.sent_at, c.number, c.category,
    c.anonymous, l.name as resident_name, o.rank as officer_rank, o.name as officer_name,
    (select max(+k.message_id) from copies k
      where k.case_id = m.case_id and k.chat_id = :chat and k.case_message_id = m.reply_to) as reply_to"""
VIEW_FROM = """case_messages m join cases c on c.id = m.case_id
    left join case_links l on l.case_id = c.id left join officers o on o.id = m.officer_id"""


async def _with_file(tx: Transaction, sql: str, **values: Value) -> MessageView | None:
    """What the query finds, with what is known of its file."""
    view = await tx.fetch_one(MessageView, sql, **values)
    if view is None or view.body.file is None:
        return view
    [body] = await files.filled(tx, [view.body])
    return replace(view, body=body)


async def view_for_desk(
    tx: Transaction, message_id: CaseMessageId, officer_id: OfficerId, chat_id: ChatId
) -> MessageView | None:
    return await _with_file(
        tx,
        f"select {VIEW} from {VIEW_FROM} where m.id = :id and {AT_DESK}",
        id=message_id,
        officer=officer_id,
        chat=chat_id,
    )


async def view_for_resident(
    tx: Transaction, message_id: CaseMessageId, person_id: PersonId, chat_id: ChatId
) -> MessageView | None:
    """What the desk took back is none of what its resident reads."""
    view = await _with_file(
        tx,
        f"select {VIEW} from {VIEW_FROM} where m.id = :id and l.person_id = :person and m.recalled_at is null",
        id=message_id,
        person=person_id,
        chat=chat_id,
    )
    return as_resident_reads(view) if view is not None else None


async def view_for_coordinator(
    tx: Transaction, message_id: CaseMessageId, person_id: PersonId, chat_id: ChatId
) -> MessageView | None:
    """For the coordinator who has taken the case, as long as they coordinate there and it cannot be about them."""
    return await _with_file(
        tx,
        f"""select {VIEW} from {VIEW_FROM} where m.id = :id and c.coordinator_id = :person
               and {coordinates(":person", "c.community")} and not ({may_concern(":person")})""",
        id=message_id,
        person=person_id,
        chat=chat_id,
    )


async def history_page(
    tx: Transaction, case_id: CaseId, edge: Position, limit: int, *, backwards: bool
) -> list[MessageView]:
    """So many of the messages before or after this position, in order, as their resident reads them: of one that was
    taken back only that it was there. The caller has checked the right to them.

    Index: case_messages_case.
    """
    way, order = ("<", "desc") if backwards else (">", "asc")
    found = await tx.fetch_all(
        MessageView,
        f"""select {VIEW} from {VIEW_FROM} where m.case_id = :case and (m.sent_at, m.id) {way} (:at, :id)
             order by m.sent_at {order}, m.id {order} limit :limit""",
        case=case_id,
        at=edge.at,
        id=edge.message,
        limit=limit,
        chat=0,
    )
    read = [as_resident_reads(view) for view in found]
    return read[::-1] if backwards else read


def as_resident_reads(view: MessageView) -> MessageView:
    """Without the words that the desk took back, and without a quotation of them."""
    if view.recalled:
        return replace(view, body=UNSAID)
    return replace(view, body=view.body.without_quote) if view.quotes_recalled else view


@dataclass(frozen=True, slots=True)
class Beginning:
    """One of the first messages of a case."""

    case_id: CaseId
    body: Body


async def beginnings(tx: Transaction, case_ids: list[CaseId], count: int) -> list[Beginning]:
    """The first messages, at most `count`, of each case's resident, in order. The caller has checked the right to them.

    Index: case_messages_case.
    """
    return await tx.fetch_all(
        Beginning,
        """select case_id, body from
             (select m.case_id, m.body, row_number() over (partition by m.case_id order by m.sent_at, m.id) as place
                from case_messages m where m.case_id in (:cases) and m.direction = 'resident') said
            where place <= :count order by case_id, place""",
        cases=case_ids,
        count=count,
    )
