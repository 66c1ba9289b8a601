"""The clocks of cases: which reminders are due, whom they are for, and what is overdue where a person coordinates."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.cases import Case, Category, Kind
from bot.domain.deadlines import CaseClock, next_reminder_at
from bot.domain.ids import CaseId, OfficerId, PersonId
from bot.register import CommunityCode
from bot.storage.cases import ANSWER_BY, CASE, RESOLVE_BY
from bot.storage.rights import IS_ATTENDED, falls_to, is_withheld, may_concern
from bot.storage.transaction import Transaction

MANY = 1000  # more than these are not counted


async def due(tx: Transaction, limit: int) -> list[Case]:
    """Cases of which a reminder is due, the first one first. Index: cases_remind."""
    return await tx.fetch_all(
        Case,
        f"""select {CASE} from cases c where c.remind_at is not null and c.remind_at <= :now
             order by c.remind_at limit :limit""",
        now=tx.now,
        limit=limit,
    )


def note(tx: Transaction, case: Case) -> None:
    """How far the reminders of a case have come."""
    tx.later(
        """update cases set answer_reminded = :reminded, overdue_told_at = :overdue_told,
               resolve_reminded = :resolve_reminded, resolve_told_at = :resolve_told, remind_at = :remind_at
            where id = :id""",
        id=case.id,
        reminded=case.answer_reminded,
        overdue_told=case.overdue_told_at,
        resolve_reminded=case.resolve_reminded,
        resolve_told=case.resolve_told_at,
        remind_at=next_reminder_at(case, tx.policy.cases),
    )


async def put_off(tx: Transaction, case_id: CaseId, until: datetime) -> None:
    """The next reminder of a case comes no sooner."""
    await tx.execute("update cases set remind_at = :until where id = :id", id=case_id, until=until)


async def unopened(tx: Transaction, before: datetime, limit: int) -> list[Case]:
    """Open cases with danger that nobody at their desk has opened since then, and of which nobody else was notified.

    Index: cases_unopened.
    """
    return await tx.fetch_all(
        Case,
        f"""select {CASE} from cases c where c.unopened_since is not null and c.alarmed_at is null
               and c.closed_at is null and c.unopened_since <= :before order by c.unopened_since limit :limit""",
        before=before,
        limit=limit,
    )


async def alarm(tx: Transaction, case_id: CaseId) -> None:
    """Others are notified of a case because nobody opens it: it is theirs to open from now on."""
    await tx.execute("update cases set alarmed_at = :now where id = :id", id=case_id, now=tx.now)


@dataclass(frozen=True, slots=True)
class ForPerson:
    """A person to be notified of a case."""

    case_id: CaseId
    person_id: PersonId


async def at_desks(tx: Transaction, case_ids: Sequence[CaseId]) -> list[ForPerson]:
    """Those who work these cases and can be reached: its owner, else the officers of its area, else coordinators."""
    return await tx.fetch_all(
        ForPerson,
        f"""select c.id as case_id, s.person_id from cases c
              join seats s on s.officer_id = c.officer_id and s.community = c.community
             where c.id in (:cases) and not c.confidential and s.reachable
            union
            select c.id, s.person_id from cases c join seats s on s.area_id = c.area_id
             where c.id in (:cases) and not c.confidential and c.officer_id is null and c.coordinator_id is null
               and s.reachable
            union
            select c.id, k.person_id from cases c join coordinations k on k.community = c.community
             where c.id in (:cases) and (c.coordinator_id is not null or not {IS_ATTENDED})
               and {falls_to("k.person_id")} and k.reachable
             order by case_id, person_id""",
        cases=list(case_ids),
    )


def may_know(person: str) -> str:
    """Whether a coordinator of its community may know that there is case c: it is no complaint that may be about them,
    and not withheld from them.
    """
    return f"not ({may_concern(person)}) and not ({is_withheld(person)})"


async def overseers(tx: Transaction, case_ids: Sequence[CaseId]) -> list[ForPerson]:
    """The coordinators who can be reached and may know of these cases."""
    return await tx.fetch_all(
        ForPerson,
        f"""select distinct c.id as case_id, k.person_id from cases c join coordinations k on k.community = c.community
             where c.id in (:cases) and k.reachable and {may_know("k.person_id")}
             order by case_id, person_id""",
        cases=list(case_ids),
    )


# What is overdue.

# Where :person coordinates: of each community the cases by the index cases_overdue.
COORDINATED = f"""from cases c left join officers o on o.id = c.officer_id where c.id in
    (select q.id from coordinations k cross join cases q
      where k.person_id = :person and q.community = k.community and q.overdue_at < :now)
    and {may_know(":person")}"""


@dataclass(frozen=True, slots=True)
class OverdueCase:
    """An overdue case as a coordinator knows of it: whose it is, and whether they may open it."""

    id: CaseId
    number: str
    kind: Kind
    category: Category | None
    community: CommunityCode
    answer_by: datetime | None
    resolve_by: datetime | None
    overdue_at: datetime
    emergency: bool
    officer_id: OfficerId | None
    officer_rank: str | None
    officer_name: str | None
    openable: bool

    def is_overdue(self, clock: CaseClock, now: datetime) -> bool:
        due = self.answer_by if clock is CaseClock.ANSWER else self.resolve_by
        return due is not None and due < now


LINE = f"""select c.id, c.number, c.kind, c.category, c.community, {ANSWER_BY} as answer_by,
    {RESOLVE_BY} as resolve_by, c.overdue_at, c.emergency, c.officer_id,
    o.rank as officer_rank, o.name as officer_name, {falls_to(":person")} as openable"""


async def overdue(tx: Transaction, person_id: PersonId, limit: int, offset: int) -> list[OverdueCase]:
    """A page of what is overdue where this person coordinates, the longest first. Index: cases_overdue."""
    return await tx.fetch_all(
        OverdueCase,
        f"{LINE} {COORDINATED} order by c.overdue_at, c.id limit :limit offset :offset",
        person=person_id,
        now=tx.now,
        limit=limit,
        offset=offset,
    )


async def count_overdue(tx: Transaction, person_id: PersonId) -> int:
    """How many these are, MANY at most. Index: cases_overdue."""
    sql = f"select count(*) as number from (select c.id {COORDINATED} limit {MANY}) counted"
    return await tx.value(int, sql, person=person_id, now=tx.now) or 0


async def overdue_among(tx: Transaction, person_id: PersonId, case_ids: Sequence[CaseId]) -> list[OverdueCase]:
    """Those of these cases that are overdue, where this person coordinates."""
    return await tx.fetch_all(
        OverdueCase,
        f"{LINE} {COORDINATED} and c.id in (:cases) order by c.overdue_at, c.id",
        person=person_id,
        now=tx.now,
        cases=list(case_ids),
    )


@dataclass(frozen=True, slots=True)
class Unanswered:
    """How many cases of one officer, or of none, are overdue where a person coordinates."""

    person_id: PersonId
    officer_id: OfficerId | None
    cases: int


async def unanswered(tx: Transaction) -> list[Unanswered]:
    """Of each coordinator who can be reached, most first: for the connection that only reads. Index: cases_overdue."""
    return await tx.fetch_all(
        Unanswered,
        f"""select k.person_id, c.officer_id, count(distinct c.id) as cases
              from coordinations k cross join cases c
             where c.community = k.community and c.overdue_at < :now
               and c.waits_for = 'officer' and c.answer_due < :now
               and k.reachable and {may_know("k.person_id")}
             group by k.person_id, c.officer_id order by k.person_id, cases desc, c.officer_id""",
        now=tx.now,
    )
