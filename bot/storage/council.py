"""The council's people of a community: its head, deputies, secretary and operators."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.cases import Kind
from bot.domain.ids import CaseId, PartId, PersonId
from bot.domain.people import CouncilPost
from bot.register import CommunityCode
from bot.storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Member:
    """A person of a council. `name`: as it was given when they were invited. `locked_at`: their telephone was lost."""

    id: PartId
    person_id: PersonId
    community: CommunityCode
    post: CouncilPost
    name: str | None
    since: datetime
    locked_at: datetime | None


MEMBER = "select t.id, t.person_id, t.scope_code as community, t.post, t.name, t.since, t.locked_at from parts t"
GIVEN = "t.role = 'council' and t.scope = 'community' and t.until is null"
HELD = f"{GIVEN} and t.locked_at is null"


async def members_of(tx: Transaction, community: CommunityCode) -> list[Member]:
    """Those of a community, in the order in which they came. Index: parts_role."""
    return await tx.fetch_all(
        Member, f"{MEMBER} where {HELD} and t.scope_code = :community order by t.id", community=community
    )


async def given(tx: Transaction, community: CommunityCode) -> list[Member]:
    """The same with those who are locked."""
    return await tx.fetch_all(
        Member, f"{MEMBER} where {GIVEN} and t.scope_code = :community order by t.id", community=community
    )


async def member(tx: Transaction, person_id: PersonId, community: str) -> Member | None:
    """This person as one of the community's council. Index: parts_person."""
    return await tx.fetch_one(
        Member,
        f"{MEMBER} where {HELD} and t.scope_code = :community and t.person_id = :person",
        community=community,
        person=person_id,
    )


async def by_id(tx: Transaction, part_id: PartId) -> Member | None:
    """A person of a council, locked or not."""
    return await tx.fetch_one(Member, f"{MEMBER} where {GIVEN} and t.id = :id", id=part_id)


async def set_locked(tx: Transaction, part_id: PartId, at: datetime | None) -> None:
    await tx.execute("update parts set locked_at = :at where id = :id", id=part_id, at=at)


async def add(
    tx: Transaction, person_id: PersonId, community: CommunityCode, post: CouncilPost, name: str, by: PersonId | None
) -> None:
    """Entrust a person with a post there; one who has another there changes it."""
    await tx.execute(
        """update parts set until = :now
            where person_id = :person and role = 'council' and scope_code = :community and until is null""",
        person=person_id,
        community=community,
        now=tx.now,
    )
    await tx.execute(
        """insert into parts(person_id, role, scope, scope_code, post, name, given_by, since)
           values (:person, 'council', 'community', :community, :post, :name, :by, :now)""",
        person=person_id,
        community=community,
        post=post,
        name=name,
        by=by,
        now=tx.now,
    )


async def open_questions(tx: Transaction, person_id: PersonId, community: CommunityCode) -> list[CaseId]:
    """What this person has asked the coordinators for the council, and has not ended. Index: case_links_person."""
    return await tx.column(
        CaseId,
        """select c.id from case_links l join cases c on c.id = l.case_id
            where l.person_id = :person and c.kind = :kind and c.community = :community and c.closed_at is null
            order by c.id""",
        person=person_id,
        kind=Kind.COUNCIL,
        community=community,
    )
