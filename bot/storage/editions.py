"""Where the database holds codes of the register, and what follows a settlement when the register changes.

Read and changed from the command line alone, when a new edition comes: these statements go through whole tables.
The audit keeps the codes that were right at the time.
"""

from dataclasses import dataclass

from bot.domain.ids import AreaId
from bot.register import CommunityCode, OblastCode, SettlementCode
from bot.storage.transaction import Transaction

# Every column that holds a code: the table, the column, and which of its rows.
SETTLEMENTS = (
    ("area_settlements", "settlement", "true"),
    ("part_settlements", "settlement", "true"),
    ("residents", "settlement", "settlement is not null"),
    ("cases", "settlement", "settlement is not null"),
    ("case_transfers", "settlement", "settlement is not null"),
    ("notice_places", "settlement", "settlement <> ''"),  # '': of a community, those who named none
)
COMMUNITIES = (
    ("communities", "code", "true"),
    ("areas", "community", "true"),
    ("area_settlements", "community", "true"),
    ("offices", "community", "true"),
    ("parts", "scope_code", "scope = 'community' and until is null"),
    ("invitations", "scope_code", "scope = 'community' and confirmed_at is null"),
    ("residents", "community", "true"),
    ("waiting_residents", "community", "true"),
    ("cases", "community", "community is not null"),
    ("case_transfers", "community", "true"),
    ("community_chats", "community", "community is not null"),
    ("community_chats", "asked_of", "asked_of is not null"),
    ("notice_places", "community", "true"),
    ("joining_events", "community", "true"),
    ("memoranda", "community", "true"),
    ("readiness", "community", "true"),
    ("local_facts", "community", "true"),
    ("meeting_communities", "community", "true"),
    ("link_uses", "subject", "kind = 'm'"),
    ("notices", "council", "council is not null"),
    ("directory_parts", "community", "true"),
    ("daily_counts", "community", "true"),
    ("figure_periods", "community", "true"),
    ("published_figures", "community", "true"),
)
OBLASTS = (
    ("communities", "oblast", "true"),
    ("ready_texts", "oblast", "oblast is not null"),
    ("parts", "scope_code", "scope = 'oblast' and until is null"),
    ("invitations", "scope_code", "scope = 'oblast' and confirmed_at is null"),
)


@dataclass(frozen=True, slots=True)
class Use:
    """In how many rows of a table a code is."""

    code: str
    kept_in: str
    rows: int

    def __str__(self) -> str:
        return f"{self.kept_in} {self.rows}"


def _uses(columns: tuple[tuple[str, str, str], ...]) -> str:
    counted = (
        f"select {column} as code, '{table}' as kept_in, count(*) as rows from {table} where {which} group by {column}"
        for table, column, which in columns
    )
    return f"{' union all '.join(counted)} order by code, kept_in"


async def settlements(tx: Transaction) -> list[Use]:
    return await tx.fetch_all(Use, _uses(SETTLEMENTS))


async def communities(tx: Transaction) -> list[Use]:
    return await tx.fetch_all(Use, _uses(COMMUNITIES))


async def oblasts(tx: Transaction) -> list[Use]:
    return await tx.fetch_all(Use, _uses(OBLASTS))


@dataclass(frozen=True, slots=True)
class TakingPart:
    code: CommunityCode
    oblast: OblastCode


async def oblasts_of_communities(tx: Transaction) -> list[TakingPart]:
    """Each community that takes part, with the oblast whose coordinators it has."""
    return await tx.fetch_all(TakingPart, "select code, oblast from communities order by code")


@dataclass(frozen=True, slots=True)
class Kept:
    """A settlement with the community in which this database has it: residents and areas that name it so."""

    settlement: SettlementCode
    community: CommunityCode
    residents: int
    areas: int


async def kept(tx: Transaction) -> list[Kept]:
    """Every settlement that residents or open areas name. One that moved may be in two communities for a while."""
    return await tx.fetch_all(
        Kept,
        """select k.settlement, k.community, sum(k.residents) as residents, sum(k.areas) as areas
             from (select settlement, community, 1 as residents, 0 as areas from residents
                    where settlement is not null
                    union all
                   select s.settlement, a.community, 0, 1 from area_settlements s join areas a on a.id = s.area_id
                    where a.closed_at is null) k
            group by k.settlement, k.community order by k.settlement, k.community""",
    )


async def count_open_cases(tx: Transaction, community: CommunityCode, settlement: SettlementCode) -> int:
    """Those that were sent from a settlement while it was in this community. Index: cases_community."""
    return (
        await tx.value(
            int,
            """select count(*) from cases where community = :community and settlement = :settlement
                  and sent_at is not null and closed_at is null""",
            community=community,
            settlement=settlement,
        )
        or 0
    )


async def count_unsent_notices(tx: Transaction, community: CommunityCode, settlement: SettlementCode) -> int:
    """Those that are written or wait for their time, and are for it. Index: notice_places_community."""
    return (
        await tx.value(
            int,
            """select count(*) from notice_places p join notices n on n.id = p.notice_id
                where p.community = :community and p.settlement = :settlement and n.status in ('draft', 'waiting')""",
            community=community,
            settlement=settlement,
        )
        or 0
    )


async def move_residents(
    tx: Transaction, settlement: SettlementCode, *, before: CommunityCode, after: CommunityCode
) -> None:
    """Those who live in the settlement are of the other community, with what they have not sent and wait for."""
    moved = {"settlement": settlement, "before": before, "after": after}
    await tx.execute(
        """delete from waiting_residents where community = :before and person_id in
              (select w.person_id from waiting_residents w join residents r on r.person_id = w.person_id
                where w.community = :after and r.community = :before and r.settlement = :settlement)""",
        **moved,
    )
    await tx.execute(
        """update waiting_residents set community = :after where community = :before and person_id in
              (select person_id from residents where community = :before and settlement = :settlement)""",
        **moved,
    )
    await tx.execute(
        """update cases set community = :after where community = :before and settlement = :settlement
              and status = 'draft'""",
        **moved,
    )
    await tx.execute(
        "update residents set community = :after where community = :before and settlement = :settlement", **moved
    )


async def leave_areas(tx: Transaction, settlement: SettlementCode, community: CommunityCode) -> list[AreaId]:
    """No area of this community serves the settlement by name; those that did."""
    return await tx.column(
        AreaId,
        "delete from area_settlements where settlement = :settlement and community = :community returning area_id",
        settlement=settlement,
        community=community,
    )


async def replace(tx: Transaction, before: SettlementCode, after: SettlementCode) -> None:
    """One code for another, wherever it is. Where the other is there already, a person has put it there: it stays."""
    for statement in (
        """delete from area_settlements where settlement = :before
              and exists (select 1 from area_settlements s where s.settlement = :after)""",
        """delete from part_settlements where settlement = :before and part_id in
              (select s.part_id from part_settlements s where s.settlement = :after)""",
        """delete from notice_places where settlement = :before and notice_id in
              (select p.notice_id from notice_places p where p.settlement = :after)""",
    ):
        await tx.execute(statement, before=before, after=after)
    for table, column, _ in SETTLEMENTS:
        await tx.execute(f"update {table} set {column} = :after where {column} = :before", before=before, after=after)
