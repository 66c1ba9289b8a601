"""The queue: open cases that no officer may work, because none serves their area or because they complain of one."""

from datetime import datetime

from bot.domain.cases import Case
from bot.domain.ids import AreaId, CaseEventId, CaseId, OfficerId, PersonId
from bot.register import CommunityCode
from bot.storage.cases import CASE
from bot.storage.communities import COORDINATED
from bot.storage.rights import COORDINATES, IS_HEARD, may_concern, serves
from bot.storage.transaction import Transaction

LATELY = 1000

# What the partial index cases_queue holds, less drafts.
WITHOUT_OFFICER = "c.officer_id is null and c.closed_at is null and c.status <> 'draft'"
NOBODYS_AREA = "not exists (select 1 from assignments a where a.area_id = c.area_id and a.until is null)"

# The same rule as storage.cases.coordinated, for many cases at once.
QUEUED = f"""from cases c join communities m on m.code = c.community
    where {WITHOUT_OFFICER} and (c.coordinator_id is null or c.coordinator_id = :person)
      and (c.confidential or c.coordinator_id = :person or {NOBODYS_AREA}) and {COORDINATED}
      and not ({may_concern(":person")})
      and (cast(:community as text) is null or c.community = cast(:community as text))"""  # no words in it


async def waiting(
    tx: Transaction, person_id: PersonId, community: CommunityCode | None, limit: int, offset: int
) -> list[Case]:
    """The queue of this coordinator, in one community or in all of his: first those with words of an emergency, then
    oldest first. Index: cases_queue.
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
    """How many cases that is."""
    sql = f"select count(*) as number {QUEUED}"
    return await tx.value(int, sql, person=person_id, community=community) or 0


async def unowned_of_area(tx: Transaction, area_id: AreaId) -> list[Case]:
    """The open cases of an area that nobody has, oldest first. Index: cases_area."""
    return await tx.fetch_all(
        Case,
        f"""select {CASE} from cases c where c.area_id = :area and {WITHOUT_OFFICER}
               and c.coordinator_id is null and not c.confidential order by c.id""",  # noqa: S608
        area=area_id,
    )


async def unserved(tx: Transaction, community: CommunityCode) -> list[Case]:
    """The open cases of a community that nobody has and whose area no officer serves. Index: cases_queue."""
    return await tx.fetch_all(
        Case,
        f"""select {CASE} from cases c where c.community = :community and {WITHOUT_OFFICER} and {NOBODYS_AREA}
               and c.coordinator_id is null and not c.confidential order by c.id""",  # noqa: S608
        community=community,
    )


async def complaints(tx: Transaction, community: CommunityCode) -> list[Case]:
    """The open complaints about officers of a community, whoever has them. Index: cases_queue."""
    return await tx.fetch_all(
        Case,
        f"""select {CASE} from cases c where c.community = :community and {WITHOUT_OFFICER} and c.confidential
             order by c.id""",  # noqa: S608
        community=community,
    )


async def is_heard(tx: Transaction, case_id: CaseId) -> bool:
    """Whether a coordinator is left who may read this complaint."""
    sql = f"select c.id from cases c join communities m on m.code = c.community where c.id = :case and {IS_HEARD}"  # noqa: S608
    return await tx.count(sql, case=case_id) > 0


async def lately_shown(tx: Transaction, person_id: PersonId, since: datetime) -> list[Case]:
    """The cases of others of which a person's chat has got something since then. Index: the key of copies.

    Of the newest messages alone: ids count up in a chat, and nobody gets more than LATELY in two days.
    """
    return await tx.fetch_all(
        Case,
        f"""select {CASE} from cases c where c.id in
              (select k.case_id from
                 (select case_id, sent_at from copies where chat_id = (select chat_id from persons where id = :person)
                   order by message_id desc limit {LATELY}) k where k.sent_at >= :since)
               and not exists (select 1 from case_links l where l.case_id = c.id and l.person_id = :person)
             order by c.id""",  # noqa: S608
        person=person_id,
        since=since,
    )


async def coordinators_of(tx: Transaction, case_id: CaseId) -> list[PersonId]:
    """The coordinators whose scope holds a case's community, whether or not they may see the case."""
    return await tx.column(
        PersonId,
        f"""select distinct t.person_id from cases c join communities m on m.code = c.community
              join parts t on {COORDINATES} where c.id = :case order by t.person_id""",  # noqa: S608
        case=case_id,
    )


async def left_by(tx: Transaction, officer_id: OfficerId) -> list[Case]:
    """The open cases of an officer in communities where he serves no more. Index: cases_officer."""
    return await tx.fetch_all(
        Case,
        f"""select {CASE} from cases c where c.officer_id = :officer and c.closed_at is null
               and not {serves(":officer")} order by c.id""",  # noqa: S608
        officer=officer_id,
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
