"""The history of a case: its messages and its moves, read page by page.

Messages and moves are one sequence of entries, by their time; at the same time messages come first. An edge names an
entry by one number: a message's id, or a move's with a minus. Reading on from an edge reads no further than asked.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.domain.bodies import Body
from bot.domain.cases import Act, CaseEvent, Side
from bot.domain.ids import CaseEventId, CaseId, CaseMessageId, ChatId, PersonId
from bot.storage.transaction import Transaction

LAST = 2**62  # after every id


@dataclass(frozen=True, slots=True)
class Position:
    """The position of an entry: its time, and the ids up to which messages and moves of that time come before it."""

    at: datetime
    message: int
    event: int


START = Position(datetime(1970, 1, 1, tzinfo=UTC), 0, 0)
END = Position(datetime(9999, 1, 1, tzinfo=UTC), LAST, LAST)


async def position(tx: Transaction, case_id: CaseId, edge: int) -> Position | None:
    """The position of the entry of this edge; None where the case has none: 0 is no edge."""
    if edge < 0:
        sql = f"select at, {LAST} as message, id as event from case_events where id = :id and case_id = :case"
    else:
        sql = "select sent_at as at, id as message, 0 as event from case_messages where id = :id and case_id = :case"
    return await tx.fetch_one(Position, sql, id=abs(edge), case=case_id)


@dataclass(frozen=True, slots=True)
class MessageEntry:
    """A message of a case in its history."""

    id: CaseMessageId
    direction: Side
    officer_rank: str | None
    officer_name: str | None
    body: Body
    album: str | None
    version: int
    recalled: bool
    at: datetime

    @property
    def edge(self) -> int:
        return self.id


@dataclass(frozen=True, slots=True)
class MoveEntry:
    """A move of a case in its history."""

    id: CaseEventId
    what: Act
    by: Side
    officer_rank: str | None
    officer_name: str | None
    giver_rank: str | None  # of a case given to another desk
    giver_name: str | None
    at: datetime
    reason: str | None  # of a pause
    note: str | None  # what a note says, as long as it is kept
    edited: bool  # whether the note was

    @property
    def edge(self) -> int:
        return -self.id


MESSAGE_ENTRIES = """select m.id, m.direction, o.rank as officer_rank, o.name as officer_name, m.body, m.album,
        m.version, m.recalled_at is not null as recalled, m.sent_at as at
   from case_messages m left join officers o on o.id = m.officer_id
  where m.case_id = :case and (m.sent_at, m.id)"""
# Without the moves that a message already shows.
MOVE_ENTRIES = """select e.id, e.what, e.by, o.rank as officer_rank, o.name as officer_name,
        f.rank as giver_rank, f.name as giver_name, e.at, z.reason, n.body as note, n.edited_at is not null as edited
   from case_events e left join officers o on o.id = e.officer_id left join officers f on f.id = e.from_officer_id
   left join case_notes n on n.case_id = e.case_id and n.event_id = e.id
   left join case_pauses z on e.what = 'pause' and z.case_id = e.case_id and z.since = e.at
  where e.case_id = :case
    and (e.case_message_id is null or e.what not in ('answer', 'ask', 'follow_up', 'rate'))
    and (e.at, e.id)"""


async def entries(
    tx: Transaction, case_id: CaseId, start: Position, limit: int, *, backwards: bool
) -> list[MessageEntry | MoveEntry]:
    """So many entries from this position on, itself included, in the order of reading.

    Indexes: case_messages_case, case_events_case, case_notes_case.
    """
    way, order = ("<=", "desc") if backwards else (">=", "asc")
    messages = await tx.fetch_all(
        MessageEntry,
        f"{MESSAGE_ENTRIES} {way} (:at, :id) order by m.sent_at {order}, m.id {order} limit :limit",
        case=case_id,
        at=start.at,
        id=start.message,
        limit=limit,
    )
    moves = await tx.fetch_all(
        MoveEntry,
        f"{MOVE_ENTRIES} {way} (:at, :id) order by e.at {order}, e.id {order} limit :limit",
        case=case_id,
        at=start.at,
        id=start.event,
        limit=limit,
    )
    found: list[MessageEntry | MoveEntry] = [*messages, *moves]
    return sorted(found, key=_place, reverse=backwards)[:limit]


async def whole(tx: Transaction, case_id: CaseId) -> list[MessageEntry | MoveEntry]:
    """All entries of a case, in the order of reading. Indexes: case_messages_case, case_events_case."""
    return await entries(tx, case_id, START, LAST, backwards=False)


def _place(entry: MessageEntry | MoveEntry) -> tuple[datetime, bool, int]:
    return entry.at, isinstance(entry, MoveEntry), entry.id


async def last_said(tx: Transaction, case_id: CaseId) -> Act | None:
    """Whether what the desk last said, and has not taken back, answers or asks. Index: case_events_case."""
    return await tx.value(
        Act,
        """select e.what from case_events e join case_messages m on m.id = e.case_message_id
            where e.case_id = :case and e.what in ('answer', 'ask') and m.recalled_at is null
            order by e.at desc, e.id desc limit 1""",
        case=case_id,
    )


async def has_happened(tx: Transaction, case_id: CaseId, act: Act) -> bool:
    """Index: case_events_case."""
    sql = "select id from case_events where case_id = :case and what = :act limit 1"
    return await tx.exists(sql, case=case_id, act=act)


async def of_message(tx: Transaction, case_id: CaseId, message_id: CaseMessageId) -> CaseEventId | None:
    """The move that a message says. Index: case_events_case."""
    sql = "select id from case_events where case_id = :case and case_message_id = :message order by at, id limit 1"
    return await tx.value(CaseEventId, sql, case=case_id, message=message_id)


async def has_happened_since(tx: Transaction, event: CaseEvent, acts: Sequence[Act]) -> bool:
    """Whether one of these acts came after this event of its case. Index: case_events_case."""
    sql = "select id from case_events where case_id = :case and at >= :at and id > :id and what in (:acts) limit 1"
    return await tx.exists(sql, case=event.case_id, at=event.at, id=event.id, acts=[act.value for act in acts])


@dataclass(frozen=True, slots=True)
class Ending:
    id: CaseEventId
    case_id: CaseId


async def untold_endings(tx: Transaction, chat_id: ChatId, person_id: PersonId, since: datetime) -> list[Ending]:
    """How cases of a person ended since then, of which nothing that was shown to them since says so, or waits to.

    Indexes: case_links_person, case_events_case, copies_of, outbox_turns.
    """
    ended = await tx.column(
        CaseId,
        """select c.id from case_links l join cases c on c.id = l.case_id
            where l.person_id = :person and c.closed_at >= :since
              and not exists (select 1 from copies k where k.case_id = c.id and k.chat_id = :chat
                                 and k.piece >= 0 and k.sent_at > c.closed_at)
              and not exists (select 1 from outbox o where o.state in ('waiting', 'sending') and o.chat_id = :chat
                                 and coalesce(o.case_id, 0) = c.id and o.letter = 'CaseMoved')""",
        person=person_id,
        chat=chat_id,
        since=since,
    )
    return await tx.fetch_all(
        Ending,
        """select max(e.id) as id, e.case_id from case_events e left join case_messages m on m.id = e.case_message_id
            where e.case_id in (:ended) and e.what in ('close', 'decline', 'forward') and e.at >= :since
              and e.by <> 'resident' and m.delivered_at is null group by e.case_id order by id""",
        ended=ended,
        since=since,
    )
