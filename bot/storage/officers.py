"""Officers and their assignments to service areas."""

from dataclasses import dataclass

from bot.domain.ids import AreaId, CaseId, OfficerId
from bot.storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Assigned:
    officer_id: OfficerId


async def of_area(tx: Transaction, area_id: AreaId) -> list[OfficerId]:
    """Who serves an area now. Index: assignments_area."""
    rows = await tx.fetch_all(
        Assigned,
        "select officer_id from assignments where area_id = :area and until is null order by id",
        area=area_id,
    )
    return [row.officer_id for row in rows]


async def shares_area(tx: Transaction, officer_id: OfficerId, case_id: CaseId) -> bool:
    """Whether the officer serves the area of a case that is open to all its officers."""
    sql = """select a.id from cases c join assignments a on a.area_id = c.area_id and a.until is null
              where c.id = :case and a.officer_id = :officer and not c.confidential"""
    return await tx.count(sql, case=case_id, officer=officer_id) > 0


@dataclass(frozen=True, slots=True)
class PublicOfficer:
    """What everyone may know of an officer."""

    id: OfficerId
    rank: str
    name: str
    position: str
    station: str | None
    phone: str | None
    hours: str | None


async def public(tx: Transaction, officer_id: OfficerId) -> PublicOfficer | None:
    return await tx.fetch_one(
        PublicOfficer,
        "select id, rank, name, position, station, phone, hours from officers where id = :id",
        id=officer_id,
    )
