"""Service areas: which settlements one post serves."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from bot.domain.area_checks import Portion
from bot.domain.communities import Division
from bot.domain.ids import AreaId, PersonId
from bot.register import CommunityCode, SettlementCode
from bot.storage.communities import COORDINATED
from bot.storage.transaction import Transaction


def area_at(community: str, settlement: str) -> str:
    """The area that serves a place, in SQL: by its settlement, else the one that serves the rest of the community.

    Null where nobody does, or where a settlement is shared by several areas: a coordinator has to say which.
    """
    named = f"""area_settlements s join areas a on a.id = s.area_id and a.closed_at is null
        where s.settlement = {settlement} and a.community = {community}"""
    return f"""case (select count(*) from {named})
        when 0 then (select a.id from areas a where a.community = {community} and a.whole and a.closed_at is null)
        when 1 then (select a.id from {named}) end"""


async def serving(tx: Transaction, community: CommunityCode, settlement: SettlementCode | None) -> AreaId | None:
    """The area that serves a place, if it is one."""
    sql = f"select {area_at('cast(:community as text)', 'cast(:settlement as text)')} as area_id"
    return await tx.value(AreaId, sql, community=community, settlement=settlement)


@dataclass(frozen=True, slots=True)
class Area:
    """An area that is open, with how much it holds."""

    id: AreaId
    community: CommunityCode
    name: str
    whole: bool
    in_turn: bool  # its new cases are given to its officers in turn
    settlements: int
    officers: int


AREA = """a.id, a.community, a.name, a.whole, a.in_turn,
    (select count(*) from area_settlements s where s.area_id = a.id) as settlements,
    (select count(*) from posts s where s.area_id = a.id) as officers"""


async def by_id(tx: Transaction, area_id: AreaId) -> Area | None:
    """The area, unless it is closed."""
    return await tx.fetch_one(
        Area,
        f"select {AREA} from areas a where a.id = :id and a.closed_at is null",
        id=area_id,
    )


async def of_community(tx: Transaction, community: CommunityCode) -> list[Area]:
    """The open areas of a community, oldest first. Index: areas_community."""
    return await tx.fetch_all(
        Area,
        f"select {AREA} from areas a where a.community = :community and a.closed_at is null order by a.id",
        community=community,
    )


async def coordinated(tx: Transaction, area_id: AreaId, person_id: PersonId) -> Area | None:
    """The area, if it is open and this person coordinates its community."""
    return await tx.fetch_one(
        Area,
        f"""select {AREA} from areas a join communities m on m.code = a.community
             where a.id = :id and a.closed_at is null and {COORDINATED}""",
        id=area_id,
        person=person_id,
    )


@dataclass(frozen=True, slots=True)
class Named:
    id: AreaId
    name: str


async def names(tx: Transaction, area_ids: Sequence[AreaId]) -> Mapping[AreaId, str]:
    """What these areas are called, also those that were closed since."""
    rows = await tx.fetch_all(Named, "select id, name from areas where id in (:ids)", ids=list(area_ids))
    return {row.id: row.name for row in rows}


async def division(tx: Transaction, community: CommunityCode) -> Division:
    """Who serves what in a community."""
    return (await divisions(tx, [community]))[community]


@dataclass(frozen=True, slots=True)
class Served:
    community: CommunityCode
    area_id: AreaId
    settlement: SettlementCode | None  # None: the rest of the community


async def divisions(tx: Transaction, communities: Sequence[CommunityCode]) -> Mapping[CommunityCode, Division]:
    """Who serves what in each of these communities. Index: areas_community, area_settlements_area."""
    rows = await tx.fetch_all(
        Served,
        """select a.community, a.id as area_id, s.settlement from areas a join area_settlements s on s.area_id = a.id
            where a.community in (:communities) and a.closed_at is null
           union all
           select a.community, a.id, null from areas a
            where a.community in (:communities) and a.whole and a.closed_at is null""",
        communities=list(communities),
    )
    found = {community: Division() for community in communities}
    for row in rows:
        before = found[row.community]
        found[row.community] = (
            replace(before, whole=row.area_id)
            if row.settlement is None
            else before.serving(row.area_id, row.settlement)
        )
    return found


@dataclass(frozen=True, slots=True)
class Piece:
    community: CommunityCode
    area_id: AreaId
    name: str
    whole: bool
    settlement: SettlementCode | None


async def portions(tx: Transaction, communities: Sequence[CommunityCode]) -> Mapping[CommunityCode, Sequence[Portion]]:
    """The open areas of each of these communities, oldest first, also where two serve one settlement.

    Index: areas_community, area_settlements_area.
    """
    rows = await tx.fetch_all(
        Piece,
        """select a.community, a.id as area_id, a.name, a.whole, s.settlement
             from areas a left join area_settlements s on s.area_id = a.id
            where a.community in (:communities) and a.closed_at is null order by a.id""",
        communities=list(communities),
    )
    found: dict[CommunityCode, list[Portion]] = {community: [] for community in communities}
    for area_id, pieces in groupby(rows, key=lambda row: row.area_id):
        first, *others = pieces
        named = frozenset(piece.settlement for piece in (first, *others) if piece.settlement is not None)
        found[first.community].append(Portion(area_id, first.name, first.whole, named))
    return found


async def add(tx: Transaction, community: CommunityCode, name: str) -> AreaId:
    """A new area that serves nothing yet."""
    sql = """insert into areas(community, name, whole, created_at)
             values (:community, :name, :whole, :now) returning id"""
    return AreaId(await tx.insert(sql, community=community, name=name, whole=False, now=tx.now))


async def rename(tx: Transaction, area_id: AreaId, name: str) -> None:
    await tx.execute("update areas set name = :name where id = :id", name=name, id=area_id)


async def set_whole(tx: Transaction, area_id: AreaId, whole: bool) -> None:
    await tx.execute("update areas set whole = :whole where id = :id", whole=whole, id=area_id)


async def set_in_turn(tx: Transaction, area_id: AreaId, *, in_turn: bool) -> None:
    await tx.execute("update areas set in_turn = :in_turn where id = :id", in_turn=in_turn, id=area_id)


async def gives_in_turn(tx: Transaction, area_id: AreaId) -> bool:
    """Whether an area gives its new cases to its officers in turn."""
    return await tx.exists("select id from areas where id = :id and in_turn", id=area_id)


async def serve(tx: Transaction, area_id: AreaId, community: CommunityCode, settlement: SettlementCode) -> None:
    """Give a settlement to an area alone."""
    await tx.execute(
        "delete from area_settlements where settlement = :settlement and area_id <> :area",
        settlement=settlement,
        area=area_id,
    )
    await tx.execute(
        """insert into area_settlements(settlement, area_id, community) values (:settlement, :area, :community)
           on conflict (settlement, area_id) do nothing""",
        settlement=settlement,
        area=area_id,
        community=community,
    )


async def leave(tx: Transaction, area_id: AreaId, settlement: SettlementCode) -> None:
    """Take a settlement from an area, if it has it."""
    await tx.execute(
        "delete from area_settlements where settlement = :settlement and area_id = :area",
        settlement=settlement,
        area=area_id,
    )


async def leave_all(tx: Transaction, area_id: AreaId) -> None:
    """Take every settlement that an area serves by name from it. Index: area_settlements_area."""
    await tx.execute("delete from area_settlements where area_id = :area", area=area_id)


async def close(tx: Transaction, area_id: AreaId) -> None:
    await tx.execute("update areas set closed_at = :now, whole = :no where id = :id", now=tx.now, no=False, id=area_id)
