"""The queue: open cases that nobody who can be reached works, or that wait for another coordinator's word."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.cases import Case
from bot.domain.ids import AreaId, CaseEventId, CaseId, ChatId, OfficerId, PersonId
from bot.register import CommunityCode
from bot.storage.cases import CASE
from bot.storage.rights import HAS_READER, IS_ATTENDED, PAPER_WAITS, coordinates, falls_to, is_withheld, serves
from bot.storage.transaction import Transaction

# What the partial index cases_queue holds, less drafts.
WITHOUT_OFFICER = "c.officer_id is null and c.closed_at is null and c.status <> 'draft'"

# The same rule as storage.cases.coordinated, for many cases together, less those that the coordinator has: of those
# without an officer, of those whose officer cannot be reached, and of those with danger that nobody opens. `cross join`
# says in which order SQLite reads the second, `not <>` by which index.
# Indexes: cases_queue; areas_community, assignments_area, cases_officer; cases_alarmed.
QUEUED = f"""from cases c
    where c.closed_at is null and c.status <> 'draft' and coalesce(c.coordinator_id, 0) <> :person
      and {falls_to(":person")} and c.id in
        (select q.id from coordinations k
           join cases q on q.community = k.community and q.officer_id is null and q.closed_at is null
          where k.person_id = :person
         union
         select q.id from coordinations k
          cross join areas a cross join seats s cross join cases q
          where k.person_id = :person and a.community = k.community and a.closed_at is null
            and s.area_id = a.id and not s.reachable
            and q.officer_id = s.officer_id and not q.community <> k.community
         union
         select q.id from coordinations k join cases q on q.community = k.community
            and q.alarmed_at is not null and q.closed_at is null
          where k.person_id = :person)
      and (cast(:community as text) is null or c.community = cast(:community as text))"""


async def waiting(
    tx: Transaction, person_id: PersonId, community: CommunityCode | None, limit: int, offset: int
) -> list[Case]:
    """The queue of this coordinator, in one community or in all of theirs: first those that mention an emergency, then
    oldest first.
    """
    return await tx.fetch_all(
        Case,
        f"select {CASE} {QUEUED} order by c.emergency desc, c.id limit :limit offset :offset",
        person=person_id,
        community=community,
        limit=limit,
        offset=offset,
    )


async def length(tx: Transaction, person_id: PersonId, community: CommunityCode | None) -> int:
    """The number of these cases."""
    sql = f"select count(*) as number {QUEUED}"
    return await tx.value(int, sql, person=person_id, community=community) or 0


async def unowned_of_area(tx: Transaction, area_id: AreaId) -> list[Case]:
    """The open cases of an area that nobody has, oldest first. Index: cases_area."""
    return await tx.fetch_all(
        Case,
        f"""select {CASE} from cases c where c.area_id = :area and {WITHOUT_OFFICER}
               and c.coordinator_id is null and not c.confidential order by c.id""",
        area=area_id,
    )


async def unserved(tx: Transaction, community: CommunityCode) -> list[Case]:
    """The open cases of a community that nobody has, and no officer who can be reached works. Index: cases_queue."""
    return await tx.fetch_all(
        Case,
        f"""select {CASE} from cases c where c.community = :community and {WITHOUT_OFFICER} and not {IS_ATTENDED}
               and c.coordinator_id is null and not c.confidential order by c.id""",
        community=community,
    )


async def complaints(tx: Transaction, community: CommunityCode) -> list[Case]:
    """The open complaints about officers of a community, assigned or not. Index: cases_queue."""
    return await tx.fetch_all(
        Case,
        f"""select {CASE} from cases c where c.community = :community and {WITHOUT_OFFICER} and c.confidential
             order by c.id""",
        community=community,
    )


async def has_reader(tx: Transaction, case_id: CaseId) -> bool:
    """Whether a coordinator is left who may read this complaint."""
    return await tx.exists(f"select c.id from cases c where c.id = :case and {HAS_READER}", case=case_id)


async def fallen(tx: Transaction, chat_id: ChatId) -> list[Case]:
    """The open cases that are worked from this chat and that nobody who can be reached works, oldest first.

    Indexes: desks_chat, persons_chat, cases_officer, cases_unowned, cases_coordinator.
    """
    return await tx.fetch_all(
        Case,
        f"""select {CASE} from cases c
             where c.closed_at is null and c.status <> 'draft' and not {IS_ATTENDED} and c.id in
                (select q.id from desks d join cases q on q.officer_id = d.officer_id where d.chat_id = :chat
                 union
                 select q.id from desks d join seats s on s.officer_id = d.officer_id
                   join cases q on q.area_id = s.area_id and q.officer_id is null and q.coordinator_id is null
                  where d.chat_id = :chat and not q.confidential
                 union
                 select q.id from persons p join cases q on q.coordinator_id = p.id where p.chat_id = :chat)
             order by c.id""",
        chat=chat_id,
    )


async def shown_to(tx: Transaction, person_id: PersonId, case_ids: list[CaseId]) -> list[CaseId]:
    """Those of these cases that this coordinator may see now, by the rule of storage.cases.coordinated."""
    sql = f"""select c.id from cases c where c.id in (:cases) and {coordinates(":person", "c.community")}
               and {falls_to(":person")} order by c.id"""
    return await tx.column(CaseId, sql, person=person_id, cases=case_ids)


async def handed_on(tx: Transaction, officer_id: OfficerId, area_id: AreaId, since: datetime) -> list[CaseId]:
    """The open cases of an area that this officer had, and that another has since then. Indexes: cases_area,
    case_events_case.
    """
    return await tx.column(
        CaseId,
        """select c.id from cases c
            where c.area_id = :area and c.closed_at is null and coalesce(c.officer_id, 0) <> :officer
              and (c.officer_id is not null or c.coordinator_id is not null)
              and exists (select 1 from case_events e
                           where e.case_id = c.id and e.at >= :since and e.from_officer_id = :officer)
            order by c.id""",
        officer=officer_id,
        area=area_id,
        since=since,
    )


async def coordinators_of(tx: Transaction, case_id: CaseId) -> list[PersonId]:
    """The coordinators whose scope holds a case's community, whether or not they may see the case."""
    return await tx.column(
        PersonId,
        """select distinct k.person_id from cases c join coordinations k on k.community = c.community
            where c.id = :case order by k.person_id""",
        case=case_id,
    )


async def left_by(tx: Transaction, officer_id: OfficerId) -> list[Case]:
    """The open cases of an officer in communities that they have left. Index: cases_officer."""
    return await tx.fetch_all(
        Case,
        f"""select {CASE} from cases c where c.officer_id = :officer and c.closed_at is null
               and not {serves(":officer")} order by c.id""",
        officer=officer_id,
    )


async def open_with(tx: Transaction, officer_id: OfficerId, limit: int) -> list[Case]:
    """The oldest open cases of an officer. Index: cases_officer."""
    return await tx.fetch_all(
        Case,
        f"select {CASE} from cases c where c.officer_id = :officer and c.closed_at is null order by c.id limit :limit",
        officer=officer_id,
        limit=limit,
    )


async def left_by_coordinator(tx: Transaction, person_id: PersonId) -> list[Case]:
    """The open cases that a person took in communities that they do not coordinate now. Index: cases_coordinator."""
    return await tx.fetch_all(
        Case,
        f"""select {CASE} from cases c where c.coordinator_id = :person and c.closed_at is null
               and not {coordinates(":person", "c.community")} order by c.id""",
        person=person_id,
    )


async def papers_left_by(tx: Transaction, officer_id: OfficerId) -> list[Case]:
    """What an officer has forwarded in communities that they have left, where the paper still has to go.

    Indexes: cases_officer, case_forwards_case.
    """
    return await tx.fetch_all(
        Case,
        f"""select {CASE} from cases c where c.officer_id = :officer and {PAPER_WAITS}
               and not {serves(":officer")} order by c.id""",
        officer=officer_id,
    )


async def papers_left_by_coordinator(tx: Transaction, person_id: PersonId) -> list[Case]:
    """The same of a person, in communities that they do not coordinate now. Index: cases_coordinator."""
    return await tx.fetch_all(
        Case,
        f"""select {CASE} from cases c where c.coordinator_id = :person and {PAPER_WAITS}
               and not {coordinates(":person", "c.community")} order by c.id""",
        person=person_id,
    )


async def open_of_officer(tx: Transaction, officer_id: OfficerId) -> int:
    """How many open cases an officer has. Index: cases_officer."""
    sql = "select count(*) as number from cases c where c.officer_id = :officer and c.closed_at is null"
    return await tx.value(int, sql, officer=officer_id) or 0


async def latest_event(tx: Transaction, case_id: CaseId) -> CaseEventId:
    """What last happened to a case. Index: case_events_case."""
    latest = await tx.value(
        CaseEventId, "select id from case_events where case_id = :case order by at desc, id desc limit 1", case=case_id
    )
    if latest is None:
        raise LookupError(f"case {case_id} was sent without an event")
    return latest


# Cases that are closed for a while to the coordinator by whose act they came to the queue.


async def withhold(tx: Transaction, case_ids: list[CaseId], person_id: PersonId, until: datetime) -> None:
    await tx.execute(
        "update cases set withheld_from_person_id = :person, withheld_until = :until where id in (:cases)",
        cases=case_ids,
        person=person_id,
        until=until,
    )


async def open_withheld(tx: Transaction, case_id: CaseId) -> None:
    """From now on it is withheld from nobody."""
    await tx.execute(
        "update cases set withheld_from_person_id = null, withheld_until = null where id = :case", case=case_id
    )


@dataclass(frozen=True, slots=True)
class Withheld:
    """How many cases a coordinator cannot read yet, and when the last of them opens."""

    count: int
    until: datetime


async def withheld_from(tx: Transaction, person_id: PersonId, community: CommunityCode | None) -> Withheld | None:
    """Of one community or of all; None where there are none. Index: cases_withheld."""
    return await tx.fetch_one(
        Withheld,
        f"""select count(*) as count, max(c.withheld_until) as until from cases c
             where c.withheld_from_person_id is not null and c.withheld_from_person_id = :person
               and c.closed_at is null and {is_withheld(":person")} and not {IS_ATTENDED}
               and (cast(:community as text) is null or c.community = cast(:community as text))
            having count(*) > 0""",
        person=person_id,
        community=community,
    )


async def withheld_due(tx: Transaction, limit: int) -> list[Case]:
    """Cases whose delay is over. Index: cases_withheld_due."""
    return await tx.fetch_all(
        Case,
        f"""select {CASE} from cases c where c.withheld_until is not null and c.withheld_until <= :now
             order by c.withheld_until limit :limit""",
        now=tx.now,
        limit=limit,
    )
