"""Holds of cases. Of a case at most one lasts: the one without `ended_at`."""

from datetime import datetime

from bot.domain.holds import HeldCase, Hold
from bot.domain.ids import CaseId, HoldId, PersonId
from bot.storage.rights import coordinates, may_concern
from bot.storage.transaction import Transaction

HOLD = "h.id, h.case_id, h.reason, h.since, h.until, h.ended_at"

# Whether a hold of case c lasts, or has ended after :released. A single value, so that PostgreSQL looks it up for each.
IS_HELD = """((select y.id from case_holds y
    where y.case_id = c.id and (y.ended_at is null or y.ended_at > :released) limit 1) is not null)"""


def manages(person: str) -> str:
    """Whether this person may prolong and end the hold of case c: they coordinate there, and it cannot be against
    them, as of a case that they worked as its officer; nor is it their own.
    """
    return f"""({coordinates(person, "c.community")} and not ({may_concern(person)})
        and not exists (select 1 from officers o where o.id = c.officer_id and o.person_id = {person})
        and not exists (select 1 from case_links l where l.case_id = c.id and l.person_id = {person}))"""


async def add(tx: Transaction, case_id: CaseId, reason: str, until: datetime) -> HoldId:
    return HoldId(
        await tx.insert(
            """insert into case_holds(case_id, reason, since, until)
               values (:case, :reason, :now, :until) returning id""",
            case=case_id,
            reason=reason,
            now=tx.now,
            until=until,
        )
    )


async def by_id(tx: Transaction, hold_id: HoldId) -> Hold | None:
    return await tx.fetch_one(Hold, f"select {HOLD} from case_holds h where h.id = :id", id=hold_id)


async def lasting(tx: Transaction, case_id: CaseId) -> Hold | None:
    """The hold of a case that lasts. Index: case_holds_active."""
    sql = f"select {HOLD} from case_holds h where h.case_id = :case and h.ended_at is null"
    return await tx.fetch_one(Hold, sql, case=case_id)


async def managed(tx: Transaction, case_id: CaseId, person_id: PersonId) -> Hold | None:
    """The latest hold of a case, if this person may prolong and end it. Index: case_holds_case."""
    return await tx.fetch_one(
        Hold,
        f"""select {HOLD} from case_holds h join cases c on c.id = h.case_id
             where h.case_id = :case and {manages(":person")} order by h.id desc limit 1""",
        case=case_id,
        person=person_id,
    )


async def due(tx: Transaction, limit: int) -> list[Hold]:
    """Holds whose term is over, the first to end first. Index: case_holds_due."""
    return await tx.fetch_all(
        Hold,
        f"""select {HOLD} from case_holds h where h.ended_at is null and h.until <= :now
             order by h.until, h.id limit :limit""",
        now=tx.now,
        limit=limit,
    )


async def prolong(tx: Transaction, hold_id: HoldId, until: datetime) -> None:
    """It lasts until then, also where it had ended."""
    await tx.execute("update case_holds set until = :until, ended_at = null where id = :id", id=hold_id, until=until)


async def end(tx: Transaction, hold_id: HoldId) -> None:
    await tx.execute("update case_holds set ended_at = :now where id = :id", id=hold_id, now=tx.now)


MANY = 1000  # more than these are not counted

LASTING = f"""from case_holds h join cases c on c.id = h.case_id
    where h.ended_at is null and {manages(":person")}"""


async def coordinated(tx: Transaction, person_id: PersonId, limit: int, offset: int) -> list[HeldCase]:
    """The holds that last and that this person may end, the first to end first. Index: case_holds_due."""
    return await tx.fetch_all(
        HeldCase,
        f"""select h.case_id, c.number, c.community, h.until {LASTING}
             order by h.until, h.id limit :limit offset :offset""",
        person=person_id,
        limit=limit,
        offset=offset,
    )


async def count_coordinated(tx: Transaction, person_id: PersonId) -> int:
    """How many these are, MANY at most. Index: case_holds_due."""
    sql = f"select count(*) as number from (select h.id {LASTING} order by h.until, h.id limit {MANY}) counted"
    return await tx.value(int, sql, person=person_id) or 0
