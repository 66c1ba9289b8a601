"""Enrolled communities and their service areas: which settlements one post serves."""

from dataclasses import dataclass

from bot.domain.ids import AreaId
from bot.register import CommunityCode, SettlementCode
from bot.storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Serving:
    area_id: AreaId | None


async def serving(tx: Transaction, community: CommunityCode, settlement: SettlementCode | None) -> AreaId | None:
    """The area that serves a place: by its settlement, else the one that serves the rest of the community."""
    row = await tx.fetch_one(
        Serving,
        """select coalesce(
              (select s.area_id from area_settlements s join areas a on a.id = s.area_id
                where s.settlement = :settlement and a.closed_at is null),
              (select a.id from areas a
                where a.community = :community and a.whole and a.closed_at is null)) as area_id""",
        community=community,
        settlement=settlement,
    )
    return row.area_id if row else None
