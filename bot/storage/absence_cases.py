"""The cases that others work because of absences: which come back, whose new desk is to be told, and whose residents
read another last day.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.absences import Absence
from bot.domain.cases import Case
from bot.domain.ids import AbsenceId, CaseId, OfficerId
from bot.register import CommunityCode
from bot.storage.cases import CASE
from bot.storage.rights import serves
from bot.storage.transaction import Transaction


async def note_lent(tx: Transaction, absence_id: AbsenceId, case_id: CaseId) -> None:
    """Others work this case from now on. One that is another officer's, who is away as well, stays that one's."""
    await tx.execute(
        "insert into absence_cases(case_id, absence_id) values (:case, :absence) on conflict (case_id) do nothing",
        case=case_id,
        absence=absence_id,
    )


async def lent(tx: Transaction, absence: Absence, limit: int) -> list[Case]:
    """The oldest open cases that others work because of an absence, and that come back: those of its officer, and what
    a stand-in has taken at a seat of theirs meanwhile. What somebody gave to the stand-in is not among them, nor what
    the stand-in had before. Indexes: absence_cases_absence, assignments_absence, cases_area, case_events_case.
    """
    return await tx.fetch_all(
        Case,
        f"""select {CASE} from cases c
             where c.closed_at is null and not c.confidential and coalesce(c.officer_id, 0) <> :officer
               and {serves(":officer")} and c.id in
               (select l.case_id from absence_cases l where l.absence_id = :absence
                union
                select q.id from assignments g join cases q on q.area_id = g.area_id and q.officer_id = g.officer_id
                 where g.absence_id = :absence and g.until is null
                   and exists (select 1 from case_events e where e.case_id = q.id and e.at >= :began
                                  and e.officer_id = q.officer_id and e.what in ('accept', 'record', 'hand'))
                   and not exists (select 1 from case_events e where e.case_id = q.id and e.at >= :began
                                      and e.officer_id = q.officer_id and e.what in ('transfer', 'give_back')))
             order by c.id limit :limit""",
        absence=absence.id,
        officer=absence.officer_id,
        began=absence.began_at or absence.since,
        limit=limit,
    )


@dataclass(frozen=True, slots=True)
class Moved:
    """A case that has changed hands because of an absence: who has it now, who does not know of it yet."""

    id: CaseId
    officer_id: OfficerId | None
    community: CommunityCode | None
    emergency: bool


async def note_untold(tx: Transaction, absence_id: AbsenceId, case_ids: Sequence[CaseId]) -> None:
    """These cases have changed hands, and those who have them now are to be told."""
    await tx.execute(
        """insert into absence_cases(case_id, absence_id, told)
           select c.id, cast(:absence as bigint), cast(:no as boolean) from cases c where c.id in (:cases)
               on conflict (case_id) do update set told = excluded.told""",
        absence=absence_id,
        cases=list(case_ids),
        no=False,
    )


async def untold(tx: Transaction) -> list[Moved]:
    """All such cases that are open, oldest first. Index: absence_cases_untold."""
    return await tx.fetch_all(
        Moved,
        """select c.id, c.officer_id, c.community, c.emergency from absence_cases l join cases c on c.id = l.case_id
            where not l.told and c.closed_at is null and c.coordinator_id is null order by l.case_id""",
    )


async def note_told(tx: Transaction) -> None:
    """Index: absence_cases_untold."""
    await tx.execute("update absence_cases set told = :yes where not told", yes=True)


@dataclass(frozen=True, slots=True)
class Lent:
    """How many open cases an officer has because of another's absence; without one, the coordinators."""

    officer_id: OfficerId | None
    count: int


async def lent_to(tx: Transaction, absence_id: AbsenceId) -> list[Lent]:
    """Index: absence_cases_absence."""
    return await tx.fetch_all(
        Lent,
        """select c.officer_id, count(*) as count from absence_cases l join cases c on c.id = l.case_id
            where l.absence_id = :absence and c.closed_at is null
            group by c.officer_id order by count(*) desc, c.officer_id""",
        absence=absence_id,
    )


async def forget_lent(tx: Transaction, absence_id: AbsenceId) -> None:
    await tx.execute("delete from absence_cases where absence_id = :absence", absence=absence_id)


async def keep_for_good(tx: Transaction, case_id: CaseId) -> None:
    """A coordinator has given this case to an officer: it does not come back with the one who is away."""
    await tx.execute("delete from absence_cases where case_id = :case", case=case_id)


# Residents who were told another last day.


async def tell_new_day(tx: Transaction, absence_id: AbsenceId) -> None:
    """Its last day has changed: residents are to be told, from the first case on."""
    await note_day_told(tx, absence_id, CaseId(0))


async def note_day_told(tx: Transaction, absence_id: AbsenceId, after: CaseId | None) -> None:
    """Up to this case they were; None for all of them."""
    await tx.execute("update absences set telling_after = :after where id = :id", id=absence_id, after=after)


@dataclass(frozen=True, slots=True)
class Telling:
    """A running absence of whose new last day residents are to be told, those of cases after this one."""

    absence_id: AbsenceId
    after: CaseId


async def next_telling(tx: Transaction) -> Telling | None:
    """Index: absences_telling."""
    return await tx.fetch_one(
        Telling,
        """select b.id as absence_id, b.telling_after as after from absences b where b.telling_after is not null
            order by b.id limit 1""",
    )


async def told_last_day(tx: Transaction, telling: Telling, limit: int) -> list[CaseId]:
    """The next open cases whose residents may have been told a last day: those that are lent, and those that were sent
    to the officer's areas since. Indexes: absence_cases_absence, assignments_officer, cases_area.
    """
    return await tx.column(
        CaseId,
        """select c.id from cases c where c.id > :after and c.closed_at is null and c.id in
              (select l.case_id from absence_cases l where l.absence_id = :absence
               union
               select q.id from absences b join posts p on p.officer_id = b.officer_id
                 join cases q on q.area_id = p.area_id and q.closed_at is null and q.sent_at >= b.began_at
                where b.id = :absence)
            order by c.id limit :limit""",
        absence=telling.absence_id,
        after=telling.after,
        limit=limit,
    )
