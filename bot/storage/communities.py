"""Communities that take part, and which of them a coordinator may work on."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.communities import Enrolment, Mark
from bot.domain.ids import ChatId, PersonId
from bot.domain.people import Part, Role, Scope
from bot.register import CommunityCode, OblastCode
from bot.storage.rights import HAS_COMPLAINT_READER, HAS_READER, coordinates, is_coordinator
from bot.storage.transaction import Transaction

COMMUNITY = "m.code, m.enrolment, m.front, m.occupied"
# Whether :person coordinates community m now.
COORDINATED = coordinates(":person", "m.code")


@dataclass(frozen=True, slots=True)
class Community:
    """A community that takes part."""

    code: CommunityCode
    enrolment: Enrolment
    front: bool
    occupied: bool

    def has(self, mark: Mark) -> bool:
        return self.front if mark is Mark.FRONT else self.occupied


@dataclass(frozen=True, slots=True)
class PartRow:
    role: Role
    scope: Scope
    scope_code: str | None


async def add(tx: Transaction, code: CommunityCode, oblast: OblastCode, by: PersonId | None) -> bool:
    """Let a community take part; False when it does already. `by`: None for the operator."""
    sql = """insert into communities(code, oblast, enrolment, enrolled_at, enrolled_by)
             values (:code, :oblast, :enrolment, :now, :by) on conflict (code) do nothing returning code"""
    return await tx.count(sql, code=code, oblast=oblast, enrolment=Enrolment.CHOSEN, now=tx.now, by=by) > 0


async def coordinated(tx: Transaction, code: str, person_id: PersonId) -> Community | None:
    """The community, if this person coordinates it."""
    return await tx.fetch_one(
        Community,
        f"select {COMMUNITY} from communities m where m.code = :code and {COORDINATED}",
        code=code,
        person=person_id,
    )


async def by_code(tx: Transaction, code: CommunityCode) -> Community | None:
    """A community that takes part."""
    return await tx.fetch_one(Community, f"select {COMMUNITY} from communities m where m.code = :code", code=code)


async def set_mark(tx: Transaction, code: CommunityCode, mark: Mark, *, on: bool) -> bool:
    """Mark a community, or take the mark back; False where it is so already."""
    sql = f"update communities set {mark.value} = :on where code = :code and {mark.value} <> :on returning code"
    return await tx.count(sql, code=code, on=on) > 0


async def count_open_cases(tx: Transaction, code: CommunityCode) -> int:
    """How many cases of a community have not ended, with an officer or without. Index: cases_community."""
    sql = "select count(*) from cases where community = :code and sent_at is not null and closed_at is null"
    return await tx.value(int, sql, code=code) or 0


async def concerned_by(tx: Transaction, code: CommunityCode) -> list[PersonId]:
    """Those who serve in a community now and those who coordinate it, each person once. Index: areas_community."""
    return await tx.column(
        PersonId,
        """select s.person_id from areas a join seats s on s.area_id = a.id
            where a.community = :code and a.closed_at is null and s.person_id is not null
            union
           select k.person_id from coordinations k where k.community = :code order by person_id""",
        code=code,
    )


async def has_complaint_reader(
    tx: Transaction, code: CommunityCode, about: PersonId | None, *, coordinators: bool
) -> bool:
    """Whether anyone could read a complaint about an officer of this community, about this person in particular, or
    about its coordinators.
    """
    return await tx.exists(
        f"select 1 as found from communities m where m.code = :code and {HAS_COMPLAINT_READER}",
        code=code,
        about=about,
        coordinators=coordinators,
        now=tx.now,
    )


async def without_complaint_reader(tx: Transaction) -> list[Community]:
    """The communities where residents may write and nobody could read a complaint about an officer, a new one or one
    that waits. Index: cases_queue.
    """
    return await tx.fetch_all(
        Community,
        f"""select {COMMUNITY} from communities m
             where m.enrolment = 'active' and not m.occupied and (not {HAS_COMPLAINT_READER} or exists
                   (select 1 from cases c where c.community = m.code and c.officer_id is null and c.closed_at is null
                       and c.status <> 'draft' and c.confidential and not {HAS_READER})) order by m.code""",
        about=None,
        coordinators=False,
        now=tx.now,
    )


async def open_to_cases(tx: Transaction) -> list[CommunityCode]:
    """The communities where residents may write."""
    return await tx.column(
        CommunityCode, "select code from communities where enrolment = 'active' and not occupied order by code"
    )


async def unwatched(tx: Transaction) -> list[CommunityCode]:
    """The communities where residents may write and no coordinator can be reached."""
    return await tx.column(
        CommunityCode,
        """select m.code from communities m where m.enrolment = 'active' and not exists
              (select 1 from coordinations k where k.community = m.code and k.reachable) order by m.code""",
    )


# Whether in community m, which is not occupied, no officer can be reached.
LACKS_OFFICERS = """not m.occupied and not exists (select 1 from areas a join seats s on s.area_id = a.id
    where a.community = m.code and a.closed_at is null and s.reachable)"""


async def without_officers(tx: Transaction, person_id: PersonId) -> list[CommunityCode]:
    """The communities that this person coordinates where no officer can be reached. Index: areas_community."""
    return await tx.column(
        CommunityCode,
        f"select m.code from communities m where {COORDINATED} and {LACKS_OFFICERS} order by m.code",
        person=person_id,
    )


@dataclass(frozen=True, slots=True)
class WithoutOfficers:
    """In how many communities of a coordinator no officer can be reached."""

    person_id: PersonId
    count: int


async def count_without_officers(tx: Transaction) -> list[WithoutOfficers]:
    """Of each coordinator who can be reached, where there are any. Index: areas_community."""
    return await tx.fetch_all(
        WithoutOfficers,
        f"""select k.person_id, count(distinct m.code) as count
              from communities m join coordinations k on k.community = m.code
             where k.reachable and {LACKS_OFFICERS} group by k.person_id order by k.person_id""",
    )


async def served(tx: Transaction, codes: Sequence[CommunityCode]) -> set[CommunityCode]:
    """Those of the communities where residents may write and an officer serves. Index: areas_community,
    assignments_area.
    """
    return set(
        await tx.column(
            CommunityCode,
            """select m.code from communities m
                where m.code in (:codes) and m.enrolment = 'active' and not m.occupied and exists
                      (select 1 from areas a join posts s on s.area_id = a.id
                        where a.community = m.code and a.closed_at is null)""",
            codes=codes,
        )
    )


async def coordinates_from(tx: Transaction, chat_id: ChatId) -> bool:
    """Whether this is a coordinator's chat. Index: persons_chat."""
    sql = f"select p.id from persons p where p.chat_id = :chat and {is_coordinator('p.id')}"
    return await tx.exists(sql, chat=chat_id)


async def all_coordinated(tx: Transaction, person_id: PersonId) -> list[Community]:
    """Every community that this person coordinates."""
    return await tx.fetch_all(
        Community,
        f"select {COMMUNITY} from communities m where {COORDINATED} order by m.code",
        person=person_id,
    )


async def coordinators(tx: Transaction) -> list[PersonId]:
    """Everyone who coordinates a community now and can be reached."""
    return await tx.column(PersonId, "select distinct person_id from coordinations where reachable order by person_id")


async def coordinators_of(tx: Transaction, code: CommunityCode) -> list[PersonId]:
    """Those who coordinate a community now, each once."""
    sql = "select distinct person_id from coordinations where community = :code order by person_id"
    return await tx.column(PersonId, sql, code=code)


async def coordinators_of_oblast(tx: Transaction, oblast: str | None) -> list[PersonId]:
    """Those who coordinate an oblast now, each once; None: the whole country. Index: parts_role."""
    return await tx.column(
        PersonId,
        """select distinct person_id from parts
            where role = 'coordinator' and until is null
              and (scope = 'country' or scope = 'oblast' and scope_code = :oblast) order by person_id""",
        oblast=oblast,
    )


async def parts(tx: Transaction, person_id: PersonId) -> list[Part]:
    """What a person is entrusted with now. Index: parts_person."""
    rows = await tx.fetch_all(
        PartRow,
        """select role, scope, scope_code from parts
            where person_id = :person and until is null and locked_at is null order by id""",
        person=person_id,
    )
    return [Part(row.role, row.scope, row.scope_code) for row in rows]
