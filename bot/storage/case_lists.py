"""The cases at a desk as lists, and which messages show a page of one.

A desk holds an officer's own cases, those of their areas that nobody has accepted yet, and those that a coordinator has
taken. Each of the three is a branch with an index of its own that is read as far as a page needs; the page is what
comes first of all three. Pages follow each other by the places of the cases at their edges, so that a case that comes
or goes meanwhile shifts nothing. A place is the case's id; where the desk owes an answer, cases that mention an
emergency have the places before all others.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.domain.cases import Category, Kind, Side, Status
from bot.domain.desk import Tab
from bot.domain.ids import CaseId, ChatId, OfficerId, PersonId
from bot.storage.rights import coordinates, is_coordinator, may_concern, serves
from bot.storage.transaction import Transaction

MANY = 100  # more than these are not counted
NO_EDGE = 2**62

IS_OPEN = "c.status in ('new', 'in_work', 'waiting', 'answered')"
BRANCHES = (
    f"""from cases c where c.officer_id = :officer and not c.confidential
       and {serves(":officer")}""",  # index: cases_officer
    """from cases c join seats s on s.area_id = c.area_id and s.officer_id = :officer
       where c.officer_id is null and c.coordinator_id is null and not c.confidential""",  # index: cases_unowned
    f"""from cases c where c.coordinator_id = :coordinator and c.officer_id is null
         and {coordinates(":coordinator", "c.community")}
         and not ({may_concern(":coordinator")})""",  # index: cases_coordinator
)
FILTERS: Mapping[Tab, str] = {
    Tab.MINE: "c.waits_for = 'officer'",
    Tab.RESIDENT: "c.status in ('waiting', 'answered')",
    Tab.OVERDUE: "c.waits_for = 'officer' and c.answer_due < :now",
    Tab.CLOSED: "c.waits_for is null and c.closed_at is not null",
}
LINE = """c.id, c.number, c.kind, c.status, c.category, c.waits_for, c.answer_due, c.anonymous, c.emergency, c.sent_at,
    c.closed_at, (select z.until from case_pauses z where z.case_id = c.id and z.ended_at is null) as paused_until"""
AFTER_EMERGENCIES = 2**40  # more than any id


@dataclass(frozen=True, slots=True)
class Desk:
    """Whose lists they are: an officer who holds a post now, a coordinator, or one who is both; 0 for neither."""

    officer: OfficerId
    coordinator: PersonId


async def desk_of(tx: Transaction, person_id: PersonId) -> Desk | None:
    """The desk at which a person works now, None for a person without one."""
    return await tx.fetch_one(
        Desk,
        f"""select desk.officer, desk.coordinator from
             (select coalesce((select o.id from officers o where o.person_id = :person and exists
                       (select 1 from seats s where s.officer_id = o.id)), 0) as officer,
                     case when {is_coordinator(":person")} then cast(:person as bigint) else 0 end as coordinator
             ) desk where desk.officer > 0 or desk.coordinator > 0""",
        person=person_id,
    )


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A case as a list shows it."""

    id: CaseId
    number: str
    kind: Kind
    status: Status
    category: Category | None
    waits_for: Side | None
    answer_due: datetime | None
    anonymous: bool
    emergency: bool
    sent_at: datetime | None
    closed_at: datetime | None
    paused_until: datetime | None
    place: int

    def is_overdue(self, now: datetime) -> bool:
        return self.waits_for is Side.OFFICER and self.answer_due is not None and self.answer_due < now


def _page(tab: Tab, descending: bool) -> str:
    """The statement that reads a page of a list, in one direction."""
    place = f"case when c.emergency then c.id else c.id + {AFTER_EMERGENCIES} end" if tab.owed else "c.id"
    way, order = ("<", "desc") if descending else (">", "asc")
    branches = " union all ".join(
        f"select * from (select {LINE}, {place} as place {branch} and {FILTERS[tab]} and {place} {way} :edge"
        f" order by {place} {order} limit :limit) b{at}"
        for at, branch in enumerate(BRANCHES)
    )
    return f"select * from ({branches}) page order by place {order} limit :limit"


def _newest() -> str:
    branches = " union all ".join(
        f"select * from (select {LINE}, c.touched_at as place {branch} and {IS_OPEN}"
        f" order by c.touched_at desc, c.id desc limit :limit) b{at}"
        for at, branch in enumerate(BRANCHES)
    )
    return f"select * from ({branches}) newest order by place desc, id desc limit :limit"


def _count(tab: Tab) -> str:
    branches = " union all ".join(
        f"select id from (select c.id {branch} and {FILTERS[tab]} limit {MANY}) b{at}"
        for at, branch in enumerate(BRANCHES)
    )
    return f"(select count(*) from ({branches}) counted)"


PAGES = {(tab, descending): _page(tab, descending) for tab in Tab for descending in (False, True)}
NEWEST = _newest()
COUNTS = " union all ".join(f"select '{tab}' as tab, {_count(tab)} as count" for tab in Tab)


async def page(
    tx: Transaction, desk: Desk, tab: Tab, edge: int, limit: int, *, backwards: bool = False
) -> list[CaseLine]:
    """What follows the place `edge` (0: from the beginning), or precedes it; in the order of the list."""
    descending = tab.owed is backwards
    values = {"now": tx.now} if tab is Tab.OVERDUE else {}
    rows = await tx.fetch_all(
        CaseLine,
        PAGES[tab, descending],
        officer=desk.officer,
        coordinator=desk.coordinator,
        edge=edge or (NO_EDGE if descending else 0),
        limit=limit,
        **values,
    )
    return rows[::-1] if backwards else rows


async def newest(tx: Transaction, desk: Desk, limit: int) -> list[CaseLine]:
    """The open cases in which something was said or done last; the newest first."""
    return await tx.fetch_all(CaseLine, NEWEST, officer=desk.officer, coordinator=desk.coordinator, limit=limit)


@dataclass(frozen=True, slots=True)
class Count:
    tab: Tab
    count: int


async def counts(tx: Transaction, desk: Desk) -> dict[Tab, int]:
    """How many cases each list holds; MANY means that many and more."""
    rows = await tx.fetch_all(Count, COUNTS, officer=desk.officer, coordinator=desk.coordinator, now=tx.now)
    return {row.tab: min(row.count, MANY) for row in rows}


# Pages of the history in an officer's chat, and of a discreet case in its resident's: each is noted as a copy, so that
# a reply on it answers the case and it goes together with the case's other messages.

PAGE = -2  # the piece of such a copy


async def is_page(tx: Transaction, chat_id: ChatId, message_id: int) -> bool:
    sql = "select message_id from copies where chat_id = :chat and message_id = :message and piece = :page"
    return await tx.count(sql, chat=chat_id, message=message_id, page=PAGE) > 0


def note_page(tx: Transaction, chat_id: ChatId, message_id: int, case_id: CaseId) -> None:
    """This message shows a page of this case now."""
    tx.later(
        """insert into copies(chat_id, message_id, case_id, piece, version, sent_at)
           values (:chat, :message, :case, :page, 1, :now)
           on conflict (chat_id, message_id) do update set case_id = excluded.case_id, piece = excluded.piece""",
        chat=chat_id,
        message=message_id,
        case=case_id,
        page=PAGE,
        now=tx.now,
    )


def forget_page(tx: Transaction, chat_id: ChatId, message_id: int) -> None:
    """This message shows a case no longer."""
    tx.later(
        "delete from copies where chat_id = :chat and message_id = :message and piece = :page",
        chat=chat_id,
        message=message_id,
        page=PAGE,
    )


def forget_messages(tx: Transaction, chat_id: ChatId, case_id: CaseId, card: int) -> None:
    """A case's messages were removed from a chat; only what says so is left, and its copies are of piece `card`."""
    tx.later(
        "delete from copies where case_id = :case and chat_id = :chat and piece <> :card",
        case=case_id,
        chat=chat_id,
        card=card,
    )
