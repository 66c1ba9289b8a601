"""The cases at a desk as lists, and which messages show a page of one.

A desk holds an officer's own cases, those of their areas that nobody has accepted yet, and those that a coordinator has
taken. Each of the three is a branch with an index of its own that is read as far as a page needs; the page is what
comes first of all three. Pages follow each other by the places of the cases at their edges, so that a case that comes
or goes meanwhile shifts nothing. A place is the case's id; cases that the person has pinned have the places before all
others, and where the desk owes an answer, those that mention an emergency come next.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import lru_cache

from bot.domain.case_lists import By, Filter, Tab
from bot.domain.cases import Category, Kind, Side, Status
from bot.domain.ids import CaseId, ChatId, OfficerId, PersonId
from bot.register import SettlementCode
from bot.storage import shown_lists
from bot.storage.cases import ANSWER_BY
from bot.storage.rights import coordinates, is_coordinator, may_concern, serves
from bot.storage.rows import Value
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
    Tab.OVERDUE: "c.overdue_at < :now",
    Tab.CLOSED: "c.waits_for is null and c.closed_at is not null",
}
# Whether the text of case c is erased, or on its way out of the chats: it is shown in none of them again.
IS_CLEARED = "(coalesce(c.words_erased_at, c.chats_cleared_at, c.erase_asked_at) is not null)"
LINE = f"""c.id, c.number, c.kind, c.status, c.category, c.settlement, c.waits_for, c.overdue_at,
    {ANSWER_BY} as answer_by, c.anonymous,
    c.emergency, c.sent_at, c.closed_at, {IS_CLEARED} as cleared,
    (select z.until from case_pauses z where z.case_id = c.id and z.ended_at is null) as paused_until"""
PINNED = "exists (select 1 from case_pins p where p.person_id = :person and p.case_id = c.id)"
OF_PINS = "c.id in (select p.case_id from case_pins p where p.person_id = :person)"  # the same, where few are sought
STEP = 2**40  # between what comes first and what comes next: more than any id
SUBJECT, AREA = "coalesce(c.category, c.kind)", "c.area_id"
NARROWING: Mapping[str, str] = {
    "subject": f"{SUBJECT} = :subject",
    "settlement": "c.settlement = :settlement",
    "area": f"{AREA} = :area",
    "mine": "(c.officer_id = :officer or c.coordinator_id = :coordinator)",
}
VALUES: Mapping[By, str] = {By.SUBJECT: SUBJECT, By.SETTLEMENT: "c.settlement", By.AREA: f"cast({AREA} as text)"}
LOOKED_AT = 2000  # cases of a branch, to know by what a list can be narrowed


@dataclass(frozen=True, slots=True)
class Desk:
    """Whose lists they are: an officer who holds a post now, a coordinator, or one who is both; 0 for neither."""

    officer: OfficerId
    coordinator: PersonId
    person: PersonId


async def desk_of(tx: Transaction, person_id: PersonId) -> Desk | None:
    """The desk at which a person works now, None for a person without one."""
    return await tx.fetch_one(
        Desk,
        f"""select desk.officer, desk.coordinator, desk.person from
             (select coalesce((select o.id from officers o where o.person_id = :person and exists
                       (select 1 from seats s where s.officer_id = o.id)), 0) as officer,
                     case when {is_coordinator(":person")} then cast(:person as bigint) else 0 end as coordinator,
                     cast(:person as bigint) as person
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
    settlement: SettlementCode | None
    waits_for: Side | None
    overdue_at: datetime | None  # when the first of its clocks that run is over
    answer_by: datetime | None
    anonymous: bool
    emergency: bool
    sent_at: datetime | None
    closed_at: datetime | None
    cleared: bool
    paused_until: datetime | None
    pinned: bool
    place: int

    def is_overdue(self, now: datetime) -> bool:
        return self.overdue_at is not None and self.overdue_at < now


def _narrowed(narrowing: frozenset[str]) -> str:
    return "".join(f" and {NARROWING[name]}" for name in sorted(narrowing))


def _ranks(tab: Tab) -> Mapping[str, int]:
    """What comes first, next and last in a list, as conditions, and how far its places are from the cases' ids."""
    ranks = [OF_PINS, f"not {PINNED}"]
    if tab.owed:
        ranks = [OF_PINS, f"c.emergency and not {PINNED}", f"not c.emergency and not {PINNED}"]
    first_is_smallest = ranks if tab.owed else ranks[::-1]
    return {rank: STEP * at for at, rank in enumerate(first_is_smallest)}


@lru_cache
def _page(tab: Tab, descending: bool, narrowing: frozenset[str]) -> str:
    """The statement that reads a page of a list, in one direction: of each branch each rank, as an index has it."""
    way, order = ("<", "desc") if descending else (">", "asc")
    parts = [
        f"select {LINE}, {'true' if rank == OF_PINS else 'false'} as pinned, c.id + {away} as place {branch}"
        f" and {rank} and {FILTERS[tab]}{_narrowed(narrowing)} and c.id {way} cast(:edge as bigint) - {away}"
        f" order by c.id {order} limit :limit"
        for branch in BRANCHES
        for rank, away in _ranks(tab).items()
    ]
    branches = " union all ".join(f"select * from ({part}) b{at}" for at, part in enumerate(parts))
    return f"select * from ({branches}) page order by place {order} limit :limit"


def _newest() -> str:
    branches = " union all ".join(
        f"select * from (select {LINE}, false as pinned, c.touched_at as place {branch} and {IS_OPEN}"
        f" order by c.touched_at desc, c.id desc limit :limit) b{at}"
        for at, branch in enumerate(BRANCHES)
    )
    return f"select * from ({branches}) newest order by place desc, id desc limit :limit"


def _count(tab: Tab, narrowing: frozenset[str]) -> str:
    branches = " union all ".join(
        f"select id from (select c.id {branch} and {FILTERS[tab]}{_narrowed(narrowing)} limit {MANY}) b{at}"
        for at, branch in enumerate(BRANCHES)
    )
    return f"(select count(*) from ({branches}) counted)"


@lru_cache
def _counts(narrowing: frozenset[str]) -> str:
    return " union all ".join(f"select '{tab}' as tab, {_count(tab, narrowing)} as count" for tab in Tab)


@lru_cache
def _values(tab: Tab, by: By, narrowing: frozenset[str]) -> str:
    branches = " union all ".join(
        f"select value from (select {VALUES[by]} as value {branch} and {FILTERS[tab]}{_narrowed(narrowing)}"
        f" limit {LOOKED_AT}) b{at}"
        for at, branch in enumerate(BRANCHES)
    )
    return f"""select value, count(*) as count from ({branches}) found where value is not null
        group by value order by count(*) desc, value"""


def _these() -> str:
    branches = " union all ".join(
        f"select * from (select {LINE}, {PINNED} as pinned, c.id as place {branch} and c.id in (:cases)"
        f" and c.status <> 'draft') b{at}"
        for at, branch in enumerate(BRANCHES)
    )
    return f"select * from ({branches}) these order by place desc"


NEWEST = _newest()
THESE = _these()


def _given(desk: Desk, narrowed: Filter | None) -> dict[str, Value]:
    """The parameters of a list's statement, and what narrows it."""
    given: dict[str, Value] = {"officer": desk.officer, "coordinator": desk.coordinator}
    return {**given, **{name: value for name, value in set_in(narrowed).items() if name != "mine"}}


def set_in(narrowed: Filter | None) -> dict[str, str | int]:
    """What a filter says, by the names of its fields."""
    return {name: value for name, value in (asdict(narrowed) if narrowed else {}).items() if value}


async def page(
    tx: Transaction,
    desk: Desk,
    tab: Tab,
    edge: int,
    limit: int,
    *,
    backwards: bool = False,
    narrowed: Filter | None = None,
) -> list[CaseLine]:
    """What follows the place `edge` (0: from the beginning), or precedes it; in the order of the list."""
    descending = tab.owed is backwards
    values: dict[str, Value] = {"now": tx.now} if tab is Tab.OVERDUE else {}
    rows = await tx.fetch_all(
        CaseLine,
        _page(tab, descending, frozenset(set_in(narrowed))),
        person=desk.person,
        edge=edge or (NO_EDGE if descending else 0),
        limit=limit,
        **_given(desk, narrowed),
        **values,
    )
    return rows[::-1] if backwards else rows


async def these(tx: Transaction, desk: Desk, case_ids: list[CaseId]) -> list[CaseLine]:
    """Of these cases those that are at the desk now, newest first."""
    if not case_ids:
        return []
    return await tx.fetch_all(
        CaseLine, THESE, officer=desk.officer, coordinator=desk.coordinator, person=desk.person, cases=case_ids
    )


async def newest(tx: Transaction, desk: Desk, limit: int) -> list[CaseLine]:
    """The open cases in which something was said or done last; the newest first."""
    return await tx.fetch_all(CaseLine, NEWEST, officer=desk.officer, coordinator=desk.coordinator, limit=limit)


@dataclass(frozen=True, slots=True)
class Count:
    tab: Tab
    count: int


async def counts(tx: Transaction, desk: Desk, narrowed: Filter | None = None) -> dict[Tab, int]:
    """How many cases each list holds; MANY means that many and more."""
    sql = _counts(frozenset(set_in(narrowed)))
    rows = await tx.fetch_all(Count, sql, now=tx.now, **_given(desk, narrowed))
    return {row.tab: min(row.count, MANY) for row in rows}


@dataclass(frozen=True, slots=True)
class Shared:
    """Something that cases of a list have in common, and how many have it."""

    value: str
    count: int


async def shared(tx: Transaction, desk: Desk, tab: Tab, by: By, narrowed: Filter | None = None) -> list[Shared]:
    """By what a list can be narrowed further, what most cases have in common first."""
    values: dict[str, Value] = {"now": tx.now} if tab is Tab.OVERDUE else {}
    sql = _values(tab, by, frozenset(set_in(narrowed)))
    return await tx.fetch_all(Shared, sql, **_given(desk, narrowed), **values)


# Pages of the history in an officer's chat, and of a discreet case in its resident's: each is noted as a copy, so that
# a reply on it answers the case and it goes together with the case's other messages.

PAGE = -2  # the piece of such a copy


async def is_page(tx: Transaction, chat_id: ChatId, message_id: int) -> bool:
    sql = "select message_id from copies where chat_id = :chat and message_id = :message and piece = :page"
    return await tx.count(sql, chat=chat_id, message=message_id, page=PAGE) > 0


def note_page(tx: Transaction, chat_id: ChatId, message_id: int, case_id: CaseId) -> None:
    """This message shows a page of this case now, and no list."""
    shown_lists.forget_words(tx, chat_id, message_id)
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
