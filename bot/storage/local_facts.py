"""What is different in one community: its own numbers to call, and its curfew."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.domain import local_facts as rules
from bot.domain.ids import PersonId
from bot.domain.local_facts import LocalFact
from bot.domain.policy import Curfew, Hotline
from bot.register import CommunityCode
from bot.storage.transaction import Transaction


async def of(tx: Transaction, community: CommunityCode) -> list[LocalFact]:
    return await tx.fetch_all(
        LocalFact,
        "select fact, value, checked_on from local_facts where community = :community order by fact",
        community=community,
    )


async def curfew(tx: Transaction, community: CommunityCode) -> Curfew:
    """The curfew in a community: its own, else the country's."""
    return rules.curfew_in(await of(tx, community), tx.policy.curfew)


async def hotlines(tx: Transaction, community: CommunityCode | None) -> tuple[Hotline, ...]:
    """The numbers to call in a community, in the operator's order; the country's where there is none."""
    return rules.hotlines_in(await of(tx, community) if community is not None else [], tx.policy.hotlines)


async def numbers(tx: Transaction, community: CommunityCode | None) -> Mapping[str, str]:
    """The same by key, for the texts that name them."""
    return rules.numbers(await hotlines(tx, community))


async def set_value(
    tx: Transaction, community: CommunityCode, fact: str, value: str, by: PersonId, today: date
) -> None:
    await tx.execute(
        """insert into local_facts(community, fact, value, checked_on, checked_by)
           values (:community, :fact, :value, :today, :by)
           on conflict (community, fact) do update
             set value = :value, checked_on = :today, checked_by = :by, told_on = null""",
        community=community,
        fact=fact,
        value=value,
        by=by,
        today=today,
    )


async def note_checked(tx: Transaction, community: CommunityCode, fact: str, by: PersonId, today: date) -> bool:
    """False where nothing is set."""
    sql = """update local_facts set checked_on = :today, checked_by = :by, told_on = null
              where community = :community and fact = :fact returning fact"""
    return await tx.count(sql, community=community, fact=fact, by=by, today=today) > 0


async def forget(tx: Transaction, community: CommunityCode, fact: str) -> bool:
    """False where nothing was set."""
    sql = "delete from local_facts where community = :community and fact = :fact returning fact"
    return await tx.count(sql, community=community, fact=fact) > 0


@dataclass(frozen=True, slots=True)
class OldFacts:
    """Of one community: to whom it is told that they are old."""

    community: CommunityCode
    person_id: PersonId


async def old(tx: Transaction, checked_before: date, told_before: date) -> list[OldFacts]:
    """The communities with something that was last checked before the one day, and not told of since the other; with
    each of their coordinators. Index: local_facts_checked.
    """
    return await tx.fetch_all(
        OldFacts,
        """select distinct f.community, k.person_id from local_facts f
              join coordinations k on k.community = f.community
             where f.checked_on < :checked_before and (f.told_on is null or f.told_on < :told_before)
             order by k.person_id, f.community""",
        checked_before=checked_before,
        told_before=told_before,
    )


async def note_told(tx: Transaction, checked_before: date, today: date) -> None:
    await tx.execute(
        "update local_facts set told_on = :today where checked_on < :checked_before",
        checked_before=checked_before,
        today=today,
    )
