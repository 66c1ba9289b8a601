"""Complaints: whom they are about, who may read them, and how a coordinator proposes to end one."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.bodies import Body
from bot.domain.cases import Act
from bot.domain.ids import CaseId, PersonId
from bot.storage.rights import ENDING_WAITS, may_concern
from bot.storage.transaction import Transaction


async def set_subject(tx: Transaction, draft_id: CaseId, person_id: PersonId | None, *, coordinators: bool) -> None:
    """Whom a draft is about, as its resident says; neither: nobody in particular."""
    await tx.execute(
        """update cases set about_person_id = :person, about_coordinators = :coordinators, touched_at = :now
            where id = :id and status = 'draft'""",
        person=person_id,
        coordinators=coordinators,
        now=tx.now,
        id=draft_id,
    )


async def is_recent(tx: Transaction, person_id: PersonId, since: datetime) -> bool:
    """Whether a person has a complaint that is not sent, or has ended since then. Index: case_links_person."""
    return await tx.exists(
        """select c.id from case_links l join cases c on c.id = l.case_id
            where l.person_id = :person and c.category = 'complaint' and (c.status = 'draft' or c.closed_at > :since)
            limit 1""",
        person=person_id,
        since=since,
    )


async def other_readers(tx: Transaction, case_id: CaseId, person_id: PersonId) -> list[PersonId]:
    """The coordinators besides this one who can be reached and may read a complaint."""
    return await tx.column(
        PersonId,
        f"""select distinct k.person_id from cases c join coordinations k on k.community = c.community
             where c.id = :case and c.confidential and k.person_id <> :person and k.reachable
               and not ({may_concern("k.person_id")})
             order by k.person_id""",
        case=case_id,
        person=person_id,
    )


async def may_read(tx: Transaction, case_id: CaseId, person_id: PersonId) -> bool:
    """Whether this coordinator may read a complaint: it cannot be about them."""
    sql = f"""select c.id from cases c join coordinations k on k.community = c.community
               where c.id = :case and c.confidential and k.person_id = :person and not ({may_concern("k.person_id")})"""
    return await tx.exists(sql, case=case_id, person=person_id)


@dataclass(frozen=True, slots=True)
class ProposedEnding:
    """How a coordinator would end a complaint."""

    case_id: CaseId
    act: Act  # CLOSE or DECLINE
    reason: Body | None  # why it is declined
    person_id: PersonId
    at: datetime


async def propose_ending(tx: Transaction, ending: ProposedEnding) -> None:
    """In place of one that was proposed before."""
    await tx.execute(
        """insert into proposed_endings(case_id, act, reason, person_id, at)
           values (:case, :act, :reason, :person, :at)
           on conflict (case_id) do update
              set act = excluded.act, reason = excluded.reason, person_id = excluded.person_id, at = excluded.at""",
        case=ending.case_id,
        act=ending.act,
        reason=ending.reason,
        person=ending.person_id,
        at=ending.at,
    )


async def proposed_ending(tx: Transaction, case_id: CaseId) -> ProposedEnding | None:
    """The one that waits for a second word. It lapses when anything is said after it."""
    return await tx.fetch_one(
        ProposedEnding,
        f"""select e.case_id, e.act, e.reason, e.person_id, e.at
              from proposed_endings e join cases c on c.id = e.case_id where e.case_id = :case and {ENDING_WAITS}""",
        case=case_id,
    )


async def drop_ending(tx: Transaction, case_id: CaseId) -> None:
    await tx.execute("delete from proposed_endings where case_id = :case", case=case_id)
