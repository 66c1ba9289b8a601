"""Staff: everyone who is entrusted with something, officers with their posts and others with their parts; how that
ends, and how it is locked and unlocked.
"""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.ids import AreaId, OfficerId, PartId, PersonId
from bot.domain.people import Part, Role, Scope
from bot.register import CommunityCode
from bot.storage.rights import may_manage
from bot.storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class HeldPart:
    """A part that somebody holds now, locked or not."""

    id: PartId
    person_id: PersonId
    role: Role
    scope: Scope
    scope_code: str | None
    since: datetime
    locked_at: datetime | None

    @property
    def part(self) -> Part:
        return Part(self.role, self.scope, self.scope_code)


PART = "select t.id, t.person_id, t.role, t.scope, t.scope_code, t.since, t.locked_at from parts t"
HELD = f"{PART} where t.until is null"


async def held(tx: Transaction) -> list[HeldPart]:
    """Every part that is held now, oldest first: there are some hundreds."""
    return await tx.fetch_all(HeldPart, f"{HELD} order by t.id")


async def parts_of(tx: Transaction, person_id: PersonId) -> list[HeldPart]:
    """What a person is entrusted with, locked or not. Index: parts_person."""
    return await tx.fetch_all(HeldPart, f"{HELD} and t.person_id = :person order by t.id", person=person_id)


async def managed(tx: Transaction, person_id: PersonId) -> list[PersonId]:
    """Whom this coordinator may lock or end: coordinators, and all who are locked. Index: assignments_locked."""
    return await tx.column(
        PersonId,
        f"""select e.person_id from
              (select t.person_id from parts t
                where t.until is null and (t.role = 'coordinator' or t.locked_at is not null)
               union
               select o.person_id from assignments g join officers o on o.id = g.officer_id
                where g.locked_at is not null and g.until is null) e
             where {may_manage(":person", "e.person_id")} order by e.person_id""",
        person=person_id,
    )


async def manages(tx: Transaction, person_id: PersonId, other: PersonId) -> bool:
    """Whether a person may lock another and end what they are entrusted with."""
    return await tx.exists(
        f"select p.id from persons p where p.id = :other and {may_manage(':person', 'p.id')}",
        person=person_id,
        other=other,
    )


async def held_part(tx: Transaction, part_id: PartId) -> HeldPart | None:
    return await tx.fetch_one(HeldPart, f"{HELD} and t.id = :id", id=part_id)


async def any_part(tx: Transaction, part_id: PartId) -> HeldPart | None:
    """The same, also of one that has ended."""
    return await tx.fetch_one(HeldPart, f"{PART} where t.id = :id", id=part_id)


async def is_entrusted(tx: Transaction, person_id: PersonId) -> bool:
    """Whether a person has a post or a part now that is not locked."""
    return await tx.exists(
        """select person_id from posts where person_id = :person
            union all
           select person_id from parts where person_id = :person and until is null and locked_at is null limit 1""",
        person=person_id,
    )


async def end_part(tx: Transaction, part_id: PartId) -> bool:
    """Whether it was held until now."""
    return await tx.exists(
        "update parts set until = :now where id = :id and until is null returning id", id=part_id, now=tx.now
    )


async def end_dialogs_of(tx: Transaction, person_id: PersonId) -> None:
    """What a person was in the middle of is over."""
    await tx.execute(
        "delete from dialogs where person_id = :person and chat_id = (select chat_id from persons where id = :person)",
        person=person_id,
    )


async def other_coordinators(tx: Transaction, part: Part, person_id: PersonId) -> list[PersonId]:
    """Who else coordinates what this part covers, or some of it; reached or not. Of a part of the country: the
    country's.
    """
    covers = "t.scope = 'country' or :scope = 'oblast' and t.scope = 'oblast' and t.scope_code = :code"
    return await tx.column(
        PersonId,
        f"""select distinct t.person_id from parts t
             where t.role = 'coordinator' and t.until is null and t.locked_at is null and t.person_id <> :person
               and ({covers}) order by t.person_id""",
        scope=part.scope,
        code=part.code or "",
        person=person_id,
    )


# Locks.


async def lock(tx: Transaction, person_id: PersonId) -> list[AreaId]:
    """Lock all posts and parts of a person; the areas that they served until now. Index: officers_person."""
    await tx.execute(
        "update parts set locked_at = :now where person_id = :person and until is null and locked_at is null",
        now=tx.now,
        person=person_id,
    )
    return await tx.column(
        AreaId,
        """update assignments set locked_at = :now where until is null and locked_at is null and officer_id in
              (select id from officers where person_id = :person) returning area_id""",
        now=tx.now,
        person=person_id,
    )


async def unlock(tx: Transaction, person_id: PersonId) -> list[AreaId]:
    """Let a person's posts and parts hold again; the areas that they serve from now on."""
    await tx.execute("update parts set locked_at = null where person_id = :person and until is null", person=person_id)
    return await tx.column(
        AreaId,
        """update assignments set locked_at = null where until is null and locked_at is not null and officer_id in
              (select id from officers where person_id = :person) returning area_id""",
        person=person_id,
    )


async def is_locked(tx: Transaction, person_id: PersonId) -> bool:
    """Whether a post or a part of theirs is locked now."""
    return await tx.exists(
        """select 1 as found from parts where person_id = :person and until is null and locked_at is not null
            union all
           select 1 from officers o join assignments g on g.officer_id = o.id
            where o.person_id = :person and g.until is null and g.locked_at is not null""",
        person=person_id,
    )


async def set_recovery_code(tx: Transaction, person_id: PersonId, code_hash: str) -> None:
    """In place of the one before."""
    await tx.execute(
        """insert into recovery_codes(person_id, code_hash, given_at) values (:person, :hash, :now)
           on conflict (person_id) do update set code_hash = excluded.code_hash, given_at = excluded.given_at""",
        person=person_id,
        hash=code_hash,
        now=tx.now,
    )


async def by_recovery_code(tx: Transaction, code_hash: str) -> PersonId | None:
    return await tx.value(PersonId, "select person_id from recovery_codes where code_hash = :hash", hash=code_hash)


@dataclass(frozen=True, slots=True)
class HeldPost:
    """An officer's post, locked or not."""

    person_id: PersonId | None
    officer_id: OfficerId
    rank: str
    name: str
    community: CommunityCode
    area: str
    since: datetime
    locked_at: datetime | None


async def held_posts(tx: Transaction) -> list[HeldPost]:
    """Every post that is held now, by community: for the operator's list."""
    return await tx.fetch_all(
        HeldPost,
        """select o.person_id, g.officer_id, o.rank, o.name, a.community, a.name as area, g.since, g.locked_at
             from areas a join assignments g on g.area_id = a.id and g.until is null and g.absence_id is null
             join officers o on o.id = g.officer_id where a.closed_at is null order by a.community, g.id""",
    )
