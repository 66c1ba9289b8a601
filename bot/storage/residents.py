"""Where residents live, the officers who serve them there, and the residents who wait for an officer to come."""

from dataclasses import dataclass

from bot.domain.communities import Enrolment, Standing
from bot.domain.communities import standing as standing_of
from bot.domain.ids import AreaId, PersonId
from bot.domain.officers import OfficerCard
from bot.domain.residents import Place
from bot.register import CommunityCode, SettlementCode
from bot.storage import areas, officers
from bot.storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Enrolled:
    enrolment: Enrolment
    occupied: bool


@dataclass(frozen=True, slots=True)
class Served:
    community: CommunityCode
    settlements: int
    settlement: SettlementCode | None


async def standing(tx: Transaction, community: CommunityCode) -> Standing:
    row = await tx.fetch_one(Enrolled, "select enrolment, occupied from communities where code = :code", code=community)
    return standing_of(row.enrolment, row.occupied) if row is not None else Standing.NOT_JOINED


async def place_of_area(tx: Transaction, area_id: AreaId) -> Place | None:
    """Where an area is: its community, and its settlement when it has only one."""
    row = await tx.fetch_one(
        Served,
        """select a.community, count(s.settlement) as settlements, min(s.settlement) as settlement
             from areas a left join area_settlements s on s.area_id = a.id
            where a.id = :area group by a.id, a.community""",
        area=area_id,
    )
    if row is None:
        return None
    return Place(row.community, row.settlement if row.settlements == 1 else None)


async def officers_at(tx: Transaction, place: Place) -> list[OfficerCard]:
    """Those whose place it is and who have said who they are, longest there first, and who stands in for them."""
    area_id = await areas.serving(tx, place.community, place.settlement)
    cards = await officers.public_involved(tx, area_id) if area_id is not None else []
    return [card for card in cards if card.name]


async def home_of(tx: Transaction, person_id: PersonId) -> CommunityCode | None:
    """The community that a person has chosen."""
    return await tx.value(CommunityCode, "select community from residents where person_id = :person", person=person_id)


async def set_place(tx: Transaction, person_id: PersonId, place: Place, *, asked: bool = False) -> None:
    """`asked`: also for the settlement."""
    await tx.execute(
        """insert into residents(person_id, community, settlement, settlement_asked_at)
           values (:person, :community, :settlement, :asked_at)
           on conflict (person_id) do update set community = excluded.community, settlement = excluded.settlement,
               settlement_asked_at = excluded.settlement_asked_at""",
        person=person_id,
        community=place.community,
        settlement=place.settlement,
        asked_at=tx.now if asked else None,
    )


async def note_asked(tx: Transaction, person_id: PersonId) -> bool:
    """A resident is asked for their settlement now; False where they were, or have named it."""
    return await tx.exists(
        """update residents set settlement_asked_at = :now
            where person_id = :person and settlement is null and settlement_asked_at is null
           returning person_id as id""",
        person=person_id,
        now=tx.now,
    )


async def forget_place(tx: Transaction, person_id: PersonId) -> None:
    await tx.execute("delete from residents where person_id = :person", person=person_id)


async def wait(tx: Transaction, person_id: PersonId, community: CommunityCode) -> None:
    """Remember that a person wants to be notified when an officer comes; once is enough."""
    await tx.execute(
        """insert into waiting_residents(community, person_id, since) values (:community, :person, :now)
           on conflict (community, person_id) do nothing""",
        community=community,
        person=person_id,
        now=tx.now,
    )


async def stop_waiting(tx: Transaction, person_id: PersonId) -> None:
    """Index: waiting_residents_person."""
    await tx.execute("delete from waiting_residents where person_id = :person", person=person_id)


async def is_waiting(tx: Transaction, person_id: PersonId, community: CommunityCode) -> bool:
    sql = "select person_id as id from waiting_residents where community = :community and person_id = :person"
    return await tx.exists(sql, community=community, person=person_id)


async def take_waiting(tx: Transaction, community: CommunityCode) -> list[PersonId]:
    """Those who wait in a community, who from now on do not."""
    return await tx.column(
        PersonId, "delete from waiting_residents where community = :community returning person_id", community=community
    )
