"""Pauses of cases. Of a case at most one holds: the one without `ended_at`."""

from datetime import datetime

from bot.domain.ids import CaseId, OfficerId, PauseId, PersonId
from bot.domain.pauses import Pause, PausedCase
from bot.storage.rights import coordinates
from bot.storage.transaction import Transaction

PAUSE = "p.id, p.case_id, p.officer_id, p.reason, p.since, p.until, p.ended_at, p.appealed_at"


async def add(tx: Transaction, case_id: CaseId, officer_id: OfficerId, reason: str, until: datetime) -> PauseId:
    return PauseId(
        await tx.insert(
            """insert into case_pauses(case_id, officer_id, reason, since, until)
               values (:case, :officer, :reason, :now, :until) returning id""",
            case=case_id,
            officer=officer_id,
            reason=reason,
            now=tx.now,
            until=until,
        )
    )


async def by_id(tx: Transaction, pause_id: PauseId) -> Pause | None:
    return await tx.fetch_one(Pause, f"select {PAUSE} from case_pauses p where p.id = :id", id=pause_id)


async def holding(tx: Transaction, case_id: CaseId) -> Pause | None:
    """The pause that holds in this case. Index: case_pauses_active."""
    sql = f"select {PAUSE} from case_pauses p where p.case_id = :case and p.ended_at is null"
    return await tx.fetch_one(Pause, sql, case=case_id)


async def due(tx: Transaction, limit: int) -> list[Pause]:
    """Pauses whose term is over, the first to end first. Index: case_pauses_due."""
    return await tx.fetch_all(
        Pause,
        f"""select {PAUSE} from case_pauses p where p.ended_at is null and p.until <= :now
             order by p.until, p.id limit :limit""",
        now=tx.now,
        limit=limit,
    )


async def end(tx: Transaction, case_id: CaseId) -> bool:
    """The pause of a case ends now; False where none holds. Index: case_pauses_active."""
    sql = "update case_pauses set ended_at = :now where case_id = :case and ended_at is null returning id"
    return await tx.exists(sql, case=case_id, now=tx.now)


async def note_appeal(tx: Transaction, pause_id: PauseId) -> bool:
    """The resident appeals now; False where they have done so before."""
    sql = "update case_pauses set appealed_at = :now where id = :id and appealed_at is null returning id"
    return await tx.exists(sql, id=pause_id, now=tx.now)


async def is_left_to_others(tx: Transaction, pause_id: PauseId, person_id: PersonId) -> bool:
    """Whether a pause is this person's own, as an officer, and another coordinator who can be reached may judge it."""
    return await tx.exists(
        """select p.id from case_pauses p join officers o on o.id = p.officer_id join cases c on c.id = p.case_id
            where p.id = :pause and o.person_id = :person and exists
                  (select 1 from coordinations k
                    where k.community = c.community and k.reachable and k.person_id <> :person)""",
        pause=pause_id,
        person=person_id,
    )


MANY = 1000  # more than these are not counted

HOLDING = f"""from case_pauses p join cases c on c.id = p.case_id join officers o on o.id = p.officer_id
    where p.ended_at is null and {coordinates(":person", "c.community")}"""


async def coordinated(tx: Transaction, person_id: PersonId, limit: int, offset: int) -> list[PausedCase]:
    """The pauses that hold where this person coordinates, the first to end first. Index: case_pauses_due."""
    return await tx.fetch_all(
        PausedCase,
        f"""select p.case_id, c.number, c.community, o.rank, o.name, p.until, p.appealed_at {HOLDING}
             order by p.until, p.id limit :limit offset :offset""",
        person=person_id,
        limit=limit,
        offset=offset,
    )


async def count_coordinated(tx: Transaction, person_id: PersonId) -> int:
    """How many these are, MANY at most. Index: case_pauses_due."""
    sql = f"select count(*) as number from (select p.id {HOLDING} order by p.until, p.id limit {MANY}) counted"
    return await tx.value(int, sql, person=person_id) or 0


async def came(tx: Transaction, case_id: CaseId) -> int:
    """How many messages a case's resident has added since it was last paused. Index: case_events_case."""
    sql = """select count(*) as number from case_events e
              where e.case_id = :case and e.what = 'follow_up' and e.id >
                    (select p.id from case_events p where p.case_id = :case and p.what = 'pause'
                      order by p.at desc, p.id desc limit 1)"""
    return await tx.value(int, sql, case=case_id) or 0


async def pausing(tx: Transaction, case_id: CaseId) -> list[OfficerId]:
    """The officers whose pause holds in any case, or draft, of this one's resident.

    Indexes: case_links_person, case_pauses_active.
    """
    return await tx.column(
        OfficerId,
        """select distinct p.officer_id from case_links l join case_links o on o.person_id = l.person_id
             join case_pauses p on p.case_id = o.case_id and p.ended_at is null
            where l.case_id = :case order by p.officer_id""",
        case=case_id,
    )
