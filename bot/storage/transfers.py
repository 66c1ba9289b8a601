"""Transfers of cases, and to whom a case can be given."""

from dataclasses import dataclass

from bot.domain.cases import Case
from bot.domain.ids import AreaId, CaseId, NoteId, OfficerId, PersonId, TransferId
from bot.domain.transfers import Transfer
from bot.register import CommunityCode
from bot.storage.transaction import Transaction

# Single values, so that PostgreSQL looks them up. What was noted goes before the transfer does.
NOTE = "from case_notes n where n.id = t.note_id"
TRANSFER = f"""select t.id, t.case_id, t.officer_id, t.coordinator_id, t.community, t.settlement, t.area_id,
        (select n.body {NOTE}) as word, (select n.person_id {NOTE}) as writer
    from case_transfers t"""


async def add(
    tx: Transaction, case: Case, officer_id: OfficerId | None, coordinator_id: PersonId | None, note_id: NoteId | None
) -> TransferId:
    """Note where a case was that is given away now, by an officer or a coordinator, with this word."""
    return TransferId(
        await tx.insert(
            """insert into case_transfers(case_id, officer_id, coordinator_id, community, settlement, area_id,
                                           note_id, at)
               values (:case, :officer, :coordinator, :community, :settlement, :area, :note, :now) returning id""",
            case=case.id,
            officer=officer_id,
            coordinator=coordinator_id,
            community=case.community,
            settlement=case.settlement,
            area=case.area_id,
            note=note_id,
            now=tx.now,
        )
    )


async def by_id(tx: Transaction, transfer_id: TransferId) -> Transfer | None:
    return await tx.fetch_one(Transfer, f"{TRANSFER} where t.id = :id", id=transfer_id)


async def returnable(tx: Transaction, case_id: CaseId) -> Transfer | None:
    """The last transfer of a case, where an officer made it who serves there still, or a coordinator who coordinates
    there still, and who can be reached; None once the case was given back.

    Index: case_transfers_case.
    """
    return await tx.fetch_one(
        Transfer,
        f"""{TRANSFER} where t.id = (select max(l.id) from case_transfers l where l.case_id = :case)
               and not exists (select 1 from case_transfers r where r.case_id = :case and r.returned_at is not null)
               and (exists (select 1 from seats s
                        where s.officer_id = t.officer_id and s.community = t.community and s.reachable)
                    or exists (select 1 from coordinations k
                        where k.person_id = t.coordinator_id and k.community = t.community and k.reachable))""",
        case=case_id,
    )


async def note_returned(tx: Transaction, transfer_id: TransferId) -> None:
    await tx.execute("update case_transfers set returned_at = :now where id = :id", id=transfer_id, now=tx.now)


@dataclass(frozen=True, slots=True)
class Colleague:
    """An officer to whom a case can be given, and an area of theirs."""

    officer_id: OfficerId
    rank: str
    name: str
    area_id: AreaId
    area: str


async def colleagues(tx: Transaction, community: CommunityCode, area_id: AreaId | None) -> list[Colleague]:
    """The officers who serve in a community: those of this area first. Indexes: areas_community, assignments_area."""
    found = await tx.fetch_all(
        Colleague,
        """select s.officer_id, o.rank, o.name, a.id as area_id, a.name as area
             from areas a join seats s on s.area_id = a.id join officers o on o.id = s.officer_id
            where a.community = :community and a.closed_at is null
            order by case when a.id = :area then 0 else 1 end, s.id""",
        community=community,
        area=area_id or 0,
    )
    return list({each.officer_id: each for each in reversed(found)}.values())[::-1]


async def neighbours(tx: Transaction, community: CommunityCode) -> list[CommunityCode]:
    """The other communities of the oblast that take part."""
    return await tx.column(
        CommunityCode,
        """select m.code from communities h join communities m on m.oblast = h.oblast and m.code <> h.code
            where h.code = :community and not m.occupied order by m.code""",
        community=community,
    )
