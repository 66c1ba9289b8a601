"""The priorities of areas."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.ids import AreaId, PersonId, PriorityId
from bot.domain.priorities import HalfYear, Part, Priority, Status
from bot.register import CommunityCode
from bot.storage.transaction import Transaction

PRIORITY = "p.id, p.area_id, p.half, p.status, p.problem, p.aim, p.actions, p.partners, p.result, p.comment, p.asked_at"
WRITE: Mapping[Part, str] = {
    Part.PROBLEM: "update priorities set problem = :value where id = :id",
    Part.AIM: "update priorities set aim = :value where id = :id",
    Part.ACTIONS: "update priorities set actions = :value where id = :id",
    Part.PARTNERS: "update priorities set partners = :value where id = :id",
    Part.RESULT: "update priorities set result = :value where id = :id",
}
SAID = "p.status in ('current', 'done')"


async def add(tx: Transaction, area_id: AreaId, half: HalfYear, problem: str) -> PriorityId:
    return PriorityId(
        await tx.insert(
            """insert into priorities(area_id, half, status, problem, created_at)
               values (:area, :half, 'draft', :problem, :now) returning id""",
            area=area_id,
            half=half.first,
            problem=problem,
            now=tx.now,
        )
    )


async def by_id(tx: Transaction, priority_id: PriorityId) -> Priority | None:
    return await tx.fetch_one(Priority, f"select {PRIORITY} from priorities p where p.id = :id", id=priority_id)


async def count(tx: Transaction, area_id: AreaId, half: HalfYear) -> int:
    sql = "select count(*) from priorities where area_id = :area and half = :half"
    return await tx.value(int, sql, area=area_id, half=half.first) or 0


async def of_area(tx: Transaction, area_id: AreaId, since: HalfYear) -> list[Priority]:
    """What its officers see: since a half-year, and what is open of those before. Index: priorities_area."""
    return await tx.fetch_all(
        Priority,
        f"""select {PRIORITY} from priorities p
             where p.area_id = :area and (p.half >= :since or p.status <> 'done') order by p.half desc, p.id""",
        area=area_id,
        since=since.first,
    )


async def public_of(tx: Transaction, area_id: AreaId, since: HalfYear) -> list[Priority]:
    """What residents read: since a half-year. Index: priorities_area."""
    return await tx.fetch_all(
        Priority,
        f"""select {PRIORITY} from priorities p
             where p.area_id = :area and p.half >= :since and {SAID} order by p.half desc, p.id""",
        area=area_id,
        since=since.first,
    )


async def of_community(tx: Transaction, community: CommunityCode, since: HalfYear) -> list[Priority]:
    """What its council sees, of every open area: no draft that it was not asked to read. Index: areas_community."""
    return await tx.fetch_all(
        Priority,
        f"""select {PRIORITY} from areas a join priorities p on p.area_id = a.id
             where a.community = :community and a.closed_at is null and p.half >= :since and p.status <> 'draft'
             order by p.half desc, p.id""",
        community=community,
        since=since.first,
    )


async def write(tx: Transaction, priority_id: PriorityId, part: Part, text: str) -> None:
    await tx.execute(WRITE[part], id=priority_id, value=text)


async def set_comment(tx: Transaction, priority_id: PriorityId, comment: str) -> None:
    await tx.execute("update priorities set comment = :comment where id = :id", id=priority_id, comment=comment)


async def begin_again(tx: Transaction, priority_id: PriorityId) -> None:
    """It is a draft that nobody of the council has read."""
    await tx.execute("update priorities set status = 'draft', asked_at = null where id = :id", id=priority_id)


async def note_asked(tx: Transaction, priority_id: PriorityId) -> None:
    sql = "update priorities set status = 'asked', asked_at = :now where id = :id"
    await tx.execute(sql, id=priority_id, now=tx.now)


async def note_agreed(tx: Transaction, priority_id: PriorityId) -> None:
    await tx.execute("update priorities set status = 'agreed' where id = :id", id=priority_id)


async def note_set(tx: Transaction, priority_id: PriorityId) -> None:
    sql = "update priorities set status = 'current', set_at = :now where id = :id"
    await tx.execute(sql, id=priority_id, now=tx.now)


async def note_done(tx: Transaction, priority_id: PriorityId) -> None:
    sql = "update priorities set status = :done, done_at = :now where id = :id"
    await tx.execute(sql, id=priority_id, done=Status.DONE, now=tx.now)


async def delete(tx: Transaction, priority_id: PriorityId) -> None:
    await tx.execute("delete from priorities where id = :id", id=priority_id)


# When a half-year is over.


@dataclass(frozen=True, slots=True)
class Unreported:
    """A priority without a result, and one of the officers of its area."""

    id: PriorityId
    person_id: PersonId


async def unreported(tx: Transaction, before: HalfYear) -> list[Unreported]:
    """Those of half-years before this one whose officers were not asked yet. Index: priorities_unasked."""
    return await tx.fetch_all(
        Unreported,
        """select p.id, s.person_id from priorities p
             join areas a on a.id = p.area_id join posts s on s.area_id = p.area_id
            where p.status = 'current' and p.result_asked_at is null and p.half < :before
              and a.closed_at is null and s.person_id is not null order by p.half, p.id, s.person_id""",
        before=before.first,
    )


async def note_result_asked(tx: Transaction, priority_id: PriorityId) -> None:
    await tx.execute("update priorities set result_asked_at = :now where id = :id", id=priority_id, now=tx.now)


async def officers_of(tx: Transaction, area_id: AreaId) -> list[PersonId]:
    """Those whose post the area is. Index: assignments_area."""
    sql = "select person_id from posts where area_id = :area and person_id is not null order by id"
    return await tx.column(PersonId, sql, area=area_id)
