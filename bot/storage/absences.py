"""Absences of officers, and the seats that they close and open. The cases that others work meanwhile are in
`absence_cases`.

A seat is a row of `assignments`: while its officer is away it has `away_at`; one that is a stand-in's has `absence_id`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.absences import Absence, Span
from bot.domain.ids import AbsenceId, AreaId, CaseId, OfficerId, PersonId
from bot.domain.officers import OfficerCard
from bot.register import CommunityCode
from bot.storage.officers import CARD
from bot.storage.rights import coordinates
from bot.storage.transaction import Transaction

ABSENCE = """b.id, b.officer_id, b.since, b.until, b.stand_in_id, b.holds_hours, b.set_by, b.began_at, b.ended_at,
    b.moving"""
IS_RUNNING = "b.began_at is not null and b.ended_at is null"


async def add(
    tx: Transaction, officer_id: OfficerId, span: Span, stand_in: OfficerId | None, by: PersonId
) -> AbsenceId | None:
    """None where the officer has one already. Index: absences_open."""
    sql = """insert into absences(officer_id, since, until, stand_in_id, set_by, set_at)
             values (:officer, :since, :until, :stand_in, :by, :now)
             on conflict (officer_id) where ended_at is null do nothing returning id"""
    return await tx.value(
        AbsenceId,
        sql,
        officer=officer_id,
        since=span.since,
        until=span.until,
        stand_in=stand_in,
        by=by,
        now=tx.now,
    )


async def by_id(tx: Transaction, absence_id: AbsenceId) -> Absence | None:
    return await tx.fetch_one(Absence, f"select {ABSENCE} from absences b where b.id = :id", id=absence_id)


async def of_officer(tx: Transaction, officer_id: OfficerId) -> Absence | None:
    """The one that is planned or running. Index: absences_open."""
    sql = f"select {ABSENCE} from absences b where b.officer_id = :officer and b.ended_at is null"
    return await tx.fetch_one(Absence, sql, officer=officer_id)


async def of_officers(tx: Transaction, officer_ids: Sequence[OfficerId]) -> list[Absence]:
    """The same of several. Index: absences_open."""
    sql = f"select {ABSENCE} from absences b where b.officer_id in (:officers) and b.ended_at is null"
    return await tx.fetch_all(Absence, sql, officers=list(officer_ids))


async def covered_by(tx: Transaction, officer_id: OfficerId) -> list[Absence]:
    """The absences in which this officer stands in, or is to. Index: absences_stand_in."""
    sql = f"select {ABSENCE} from absences b where b.stand_in_id = :officer and b.ended_at is null order by b.since"
    return await tx.fetch_all(Absence, sql, officer=officer_id)


async def covered_now(tx: Transaction, officer_ids: Sequence[OfficerId]) -> list[OfficerId]:
    """The officers for whom these stand in now. Index: absences_stand_in."""
    sql = f"""select b.officer_id from absences b where b.stand_in_id in (:officers) and {IS_RUNNING}
               order by b.officer_id"""
    return await tx.column(OfficerId, sql, officers=list(officer_ids))


async def of_case(tx: Transaction, case_id: CaseId) -> Absence | None:
    """The absence because of which another works this case now. Index: the key of absence_cases."""
    sql = f"""select {ABSENCE} from absence_cases l join absences b on b.id = l.absence_id
               where l.case_id = :case and {IS_RUNNING}"""
    return await tx.fetch_one(Absence, sql, case=case_id)


async def in_area(tx: Transaction, area_id: AreaId) -> list[Absence]:
    """Of the officers whose post this area is, those absences that are running. Index: assignments_area."""
    sql = f"""select {ABSENCE} from posts p join absences b on b.officer_id = p.officer_id and {IS_RUNNING}
               where p.area_id = :area order by p.id"""
    return await tx.fetch_all(Absence, sql, area=area_id)


async def keeping(tx: Transaction, officer_id: OfficerId, community: CommunityCode) -> Absence | None:
    """The one that keeps an officer from a community in which they work otherwise. Indexes: absences_open,
    assignments_officer.
    """
    sql = f"""select {ABSENCE} from absences b where b.officer_id = :officer and {IS_RUNNING} and exists
                 (select 1 from assignments g join areas a on a.id = g.area_id
                   where g.officer_id = :officer and g.until is null and g.locked_at is null
                     and g.away_at is not null and a.community = :community)"""
    return await tx.fetch_one(Absence, sql, officer=officer_id, community=community)


async def next_to_begin(tx: Transaction) -> Absence | None:
    """The next that is due; not while cases of an earlier one still come back to its officer. Indexes: absences_begin,
    absences_moving.
    """
    sql = f"""select {ABSENCE} from absences b where b.began_at is null and b.ended_at is null and b.since <= :now
                 and b.officer_id not in (select m.officer_id from absences m where m.moving)
               order by b.since, b.id limit 1"""
    return await tx.fetch_one(Absence, sql, now=tx.now)


async def comes_back(tx: Transaction, officer_id: OfficerId) -> bool:
    """Whether cases of an earlier absence still come back to an officer. Index: absences_moving."""
    sql = "select m.id from absences m where m.moving and m.officer_id = :officer and m.ended_at is not null"
    return await tx.exists(sql, officer=officer_id)


async def next_to_end(tx: Transaction) -> Absence | None:
    """Index: absences_end."""
    sql = f"select {ABSENCE} from absences b where {IS_RUNNING} and b.until <= :now order by b.until, b.id limit 1"
    return await tx.fetch_one(Absence, sql, now=tx.now)


async def next_moving(tx: Transaction) -> Absence | None:
    """The one whose cases change hands now: those of the others wait until it is done. Index: absences_moving."""
    return await tx.fetch_one(Absence, f"select {ABSENCE} from absences b where b.moving order by b.id limit 1")


async def begin(tx: Transaction, absence_id: AbsenceId) -> None:
    """From now on its officer is away, and cases are to be moved."""
    await tx.execute(
        "update absences set began_at = :now, moving = :yes where id = :id", id=absence_id, now=tx.now, yes=True
    )


async def note_moved(tx: Transaction, absence_id: AbsenceId) -> None:
    await tx.execute("update absences set moving = :no where id = :id", id=absence_id, no=False)


async def move_end(tx: Transaction, absence_id: AbsenceId, until: datetime) -> None:
    await tx.execute("update absences set until = :until where id = :id", id=absence_id, until=until)


async def set_holds_hours(tx: Transaction, absence_id: AbsenceId, *, holds: bool) -> None:
    await tx.execute("update absences set holds_hours = :holds where id = :id", id=absence_id, holds=holds)


async def end(tx: Transaction, absence_id: AbsenceId) -> bool:
    """Whether it was planned or running until now; of one that was running, cases are to be moved."""
    sql = """update absences set ended_at = :now, moving = began_at is not null, telling_after = null
              where id = :id and ended_at is null returning id"""
    return await tx.exists(sql, id=absence_id, now=tx.now)


# Seats.


@dataclass(frozen=True, slots=True)
class Cover:
    """An area at which a stand-in has a seat."""

    officer_id: OfficerId
    area_id: AreaId


async def close_seats(tx: Transaction, officer_id: OfficerId) -> list[AreaId]:
    """All of the officer's, also those of a stand-in; at which areas these were. Index: assignments_officer."""
    return await tx.column(
        AreaId,
        """update assignments set away_at = :now where officer_id = :officer and until is null and away_at is null
           returning area_id""",
        officer=officer_id,
        now=tx.now,
    )


async def open_seats(tx: Transaction, officer_id: OfficerId) -> list[AreaId]:
    """Those that an absence has closed; at which areas these are. Index: assignments_officer."""
    return await tx.column(
        AreaId,
        """update assignments set away_at = null where officer_id = :officer and until is null and away_at is not null
           returning area_id""",
        officer=officer_id,
    )


async def seats_of(tx: Transaction, officer_id: OfficerId) -> list[AreaId]:
    """The areas at which an officer has a seat now. Index: assignments_officer."""
    return await tx.column(
        AreaId, "select area_id from seats where officer_id = :officer order by id", officer=officer_id
    )


async def cover(tx: Transaction, absence: Absence) -> list[AreaId]:
    """Give the stand-in a seat at each area that the officer's posts are at, locked ones too, where they have none yet,
    as long as they hold a post themselves; closed from the beginning while they are away too. At which areas that is.
    """
    if absence.stand_in_id is None:
        return []
    return await tx.column(
        AreaId,
        f"""insert into assignments(officer_id, area_id, since, absence_id, away_at)
            select cast(:stand_in as bigint), p.area_id, cast(:now as bigint), cast(:absence as bigint),
                   case when exists (select 1 from absences b where b.officer_id = :stand_in and {IS_RUNNING})
                        then cast(:now as bigint) end
              from assignments p
             where p.officer_id = :officer and p.until is null and p.absence_id is null
               and exists (select 1 from posts q where q.officer_id = :stand_in)
            on conflict (area_id, officer_id) where until is null do nothing returning area_id""",
        stand_in=absence.stand_in_id,
        officer=absence.officer_id,
        absence=absence.id,
        now=tx.now,
    )


async def end_cover(tx: Transaction, absence_id: AbsenceId) -> list[Cover]:
    """The seats that a stand-in had because of it are no more. Index: assignments_absence."""
    return await tx.fetch_all(
        Cover,
        """update assignments set until = :now where absence_id = :absence and until is null
           returning officer_id, area_id""",
        absence=absence_id,
        now=tx.now,
    )


async def end_cover_without_post(tx: Transaction, officer_id: OfficerId) -> list[AreaId]:
    """A stand-in who holds no post any more stands in nowhere; at which areas they did. Index: assignments_officer."""
    return await tx.column(
        AreaId,
        """update assignments set until = :now
            where officer_id = :officer and until is null and absence_id is not null
              and not exists (select 1 from assignments g
                               where g.officer_id = :officer and g.until is null and g.absence_id is null)
           returning area_id""",
        officer=officer_id,
        now=tx.now,
    )


async def end_cover_of(tx: Transaction, absence_id: AbsenceId, areas: Sequence[AreaId]) -> list[Cover]:
    """The same of some areas, which are the absent officer's no more."""
    return await tx.fetch_all(
        Cover,
        """update assignments set until = :now
            where absence_id = :absence and until is null and area_id in (:areas) returning officer_id, area_id""",
        absence=absence_id,
        areas=list(areas),
        now=tx.now,
    )


# Who may stand in.

# Officers o who serve where :officer does; or in its oblast where :person coordinates. Without an absence of their own
# that falls into the time. Indexes: areas_community, assignments_area, absences_open.
CANDIDATES = f"""from officers o where o.id <> :officer and o.name <> '' and o.id in
        (select w.officer_id from posts p join areas a on a.community = p.community join posts w on w.area_id = a.id
          where p.officer_id = :officer
         union
         select w.officer_id from posts p join communities m on m.code = p.community
           join communities n on n.oblast = m.oblast join areas a on a.community = n.code
           join posts w on w.area_id = a.id
          where p.officer_id = :officer and {coordinates(":person", "n.code")})
    and not exists (select 1 from absences b where b.officer_id = o.id and b.ended_at is null
                       and b.since < :until and b.until > :since)"""

# The nearest first: who serves an area of the officer's, then one of the same community.
NEAREST = """case
    when exists (select 1 from posts p join posts w on w.area_id = p.area_id
                  where p.officer_id = :officer and w.officer_id = o.id) then 0
    when exists (select 1 from posts p join posts w on w.community = p.community
                  where p.officer_id = :officer and w.officer_id = o.id) then 1
    else 2 end"""


async def candidates(
    tx: Transaction, officer_id: OfficerId, span: Span, person_id: PersonId, limit: int, offset: int
) -> list[OfficerCard]:
    """A page of those who may stand in for an officer, as this person may choose; the nearest first."""
    return await tx.fetch_all(
        OfficerCard,
        f"select {CARD} {CANDIDATES} order by {NEAREST}, o.id limit :limit offset :offset",
        officer=officer_id,
        person=person_id,
        since=span.since,
        until=span.until,
        limit=limit,
        offset=offset,
    )


async def may_stand_in(
    tx: Transaction, stand_in: OfficerId, officer_id: OfficerId, span: Span, person_id: PersonId
) -> bool:
    return await tx.exists(
        f"select o.id {CANDIDATES} and o.id = :stand_in",
        stand_in=stand_in,
        officer=officer_id,
        person=person_id,
        since=span.since,
        until=span.until,
    )


async def may_set(tx: Transaction, person_id: PersonId, officer_id: OfficerId) -> bool:
    """Whether a person may say when an officer is away: it is themselves, or they coordinate all that the officer
    serves.
    """
    return await tx.exists(
        f"""select o.id from officers o where o.id = :officer
               and exists (select 1 from posts p where p.officer_id = o.id)
               and (o.person_id = :person or not exists (select 1 from posts p
                    where p.officer_id = o.id and not {coordinates(":person", "p.community")}))""",
        officer=officer_id,
        person=person_id,
    )


async def concerned(tx: Transaction, absence: Absence) -> list[PersonId]:
    """The officer, the stand-in, the colleagues of the officer's areas, and their coordinators, each person once."""
    return await tx.column(
        PersonId,
        """select o.person_id from officers o where o.id in (:officer, :stand_in) and o.person_id is not null
            union
           select w.person_id from posts p join posts w on w.area_id = p.area_id
            where p.officer_id = :officer and w.person_id is not null
            union
           select k.person_id from posts p join coordinations k on k.community = p.community
            where p.officer_id = :officer
            order by person_id""",
        officer=absence.officer_id,
        stand_in=absence.stand_in_id or 0,
    )
