"""Cases, their events and links. What is written in a case is in `storage.case_messages`; cases that were not sent yet
are in `storage.case_drafts`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.cases import Act, Case, CaseEvent, OwnCase, Side, number_of
from bot.domain.deadlines import next_reminder_at
from bot.domain.ids import CaseEventId, CaseId, CaseMessageId, OfficerId, PersonId
from bot.domain.languages import Language
from bot.domain.policy import KYIV
from bot.register import CommunityCode
from bot.storage.rights import (
    ASKS_STILL,
    FALLS_TO_AREA,
    IS_ALARMED,
    IS_ATTENDED,
    IS_WATCHED,
    coordinates,
    falls_to,
    serves,
)
from bot.storage.rows import Value
from bot.storage.silence import may_be_written_to
from bot.storage.transaction import Transaction

CASE = """c.id, c.number, c.kind, c.status, c.category, c.community, c.settlement, c.area_id, c.officer_id,
    c.coordinator_id, c.waits_for, c.answer_due, c.answer_reminded, c.overdue_told_at,
    c.resolve_due, c.resolve_stopped_at, c.resolve_reminded, c.resolve_told_at,
    c.unopened_since, c.alarmed_at, c.by_turn, c.shared, c.anonymous, c.confidential,
    c.about_person_id, c.about_coordinators, c.crime_signs, c.emergency,
    c.created_at, c.touched_at, c.sent_at, c.first_answered_at, c.closed_at, c.rating, c.notice_id,
    c.undelivered, c.withheld_from_person_id, c.words_erased_at, c.files_erased_at, c.link_erased_at,
    c.erase_asked_at, c.link_cut_at,
    (select z.until from case_pauses z where z.case_id = c.id and z.ended_at is null) as paused_until,
    c.consent_version, c.channel, c.unclaimed, c.spoken_consent, c.merged_into"""

# The due times of case c whose clocks run, as Case knows them; the first of both is stored as c.overdue_at.
ANSWER_BY = "case when c.closed_at is null and c.waits_for = 'officer' then c.answer_due end"
RESOLVE_BY = "case when c.closed_at is null and c.resolve_stopped_at is null then c.resolve_due end"

# Whether officer :officer may read and work case c: it is theirs and they serve its community now, or it is in an area
# of theirs and unassigned, or needs that desk since its officer left, or its officer, or nobody at all, opens it though
# there is danger.
AT_DESK = f"""not c.confidential and (c.officer_id = :officer and {serves(":officer")}
    or c.officer_id is null and c.coordinator_id is null and exists
        (select 1 from seats s where s.area_id = c.area_id and s.officer_id = :officer)
    or ({IS_ALARMED} or c.shared or {FALLS_TO_AREA}) and exists
        (select 1 from seats s where s.area_id = c.area_id and s.officer_id = :officer))"""


@dataclass(frozen=True, slots=True)
class Link:
    """The path from a case to a person, and how to write to them now. Of an unclaimed case there is no person.

    Whether the person can be reached is not said: it is the same in all their cases, and would link a named one to an
    anonymous one. A case says by itself that its answer was not delivered.
    """

    person_id: PersonId | None
    name: str | None
    phone: str | None
    language: Language | None
    silenced: bool  # reads what is said at the desk only when they ask for it


async def by_id(tx: Transaction, case_id: CaseId) -> Case | None:
    return await tx.fetch_one(Case, f"select {CASE} from cases c where c.id = :id", id=case_id)


async def own(tx: Transaction, case_id: CaseId, person_id: PersonId) -> OwnCase | None:
    """The case, if this person is its resident; a council's question, while they are of the council."""
    case = await tx.fetch_one(
        Case,
        f"""select {CASE} from cases c join case_links l on l.case_id = c.id
             where c.id = :id and l.person_id = :person and {ASKS_STILL}""",
        id=case_id,
        person=person_id,
    )
    return OwnCase(case) if case else None


async def at_desk(tx: Transaction, case_id: CaseId, officer_id: OfficerId) -> Case | None:
    """The case, if this officer may read and work it now."""
    return await tx.fetch_one(
        Case,
        f"select {CASE} from cases c where c.id = :id and c.status <> 'draft' and {AT_DESK}",
        id=case_id,
        officer=officer_id,
    )


async def coordinated(tx: Transaction, case_id: CaseId, person_id: PersonId) -> Case | None:
    """The case, if this coordinator may work it: they have it already, or nobody who can be reached does.

    A complaint is kept from a coordinator whom it may be about.
    """
    return await tx.fetch_one(
        Case,
        f"""select {CASE} from cases c where c.id = :id and c.status <> 'draft'
               and {coordinates(":person", "c.community")} and {falls_to(":person")}""",
        id=case_id,
        person=person_id,
    )


async def is_with_coordinators(tx: Transaction, case_id: CaseId) -> bool:
    """Whether a coordinator who can be reached may read a case, and nobody else who can be."""
    sql = f"select c.id from cases c where c.id = :id and not {IS_ATTENDED} and {IS_WATCHED}"
    return await tx.exists(sql, id=case_id)


async def is_watched(tx: Transaction, case_id: CaseId) -> bool:
    """Whether a coordinator who can be reached may work a case."""
    return await tx.exists(f"select c.id from cases c where c.id = :id and {IS_WATCHED}", id=case_id)


async def open_from(tx: Transaction, community: CommunityCode) -> list[CaseId]:
    """The open cases of people who live in a community now. Indexes: residents_community, case_links_person."""
    return await tx.column(
        CaseId,
        """select c.id from residents r join case_links l on l.person_id = r.person_id join cases c on c.id = l.case_id
            where r.community = :community and c.closed_at is null and c.sent_at is not null order by c.id""",
        community=community,
    )


# What open cases are read from. Those read before one of these was written to may be others by now.
OPEN_CASE_TABLES = frozenset({"cases", "case_links", "case_pauses"})


@dataclass(frozen=True, slots=True)
class OpenCase(Case):
    person_id: PersonId


async def open_of(tx: Transaction, person_ids: list[PersonId]) -> dict[PersonId, list[OwnCase]]:
    """The open cases of each of these residents, newest first. Index: case_links_person."""
    cases = await tx.fetch_all(
        OpenCase,
        f"""select {CASE}, l.person_id from case_links l join cases c on c.id = l.case_id
             where l.person_id in (:persons) and c.status in ('new', 'in_work', 'waiting', 'answered')
             order by c.id desc""",
        persons=person_ids,
    )
    found: dict[PersonId, list[OwnCase]] = {person: [] for person in person_ids}
    for case in cases:
        found[case.person_id].append(OwnCase(case))
    return found


@dataclass(frozen=True, slots=True)
class Sent:
    """How many cases of a person are open, and how many were sent since some time, open or not."""

    open_now: int
    lately: int


async def count_sent(tx: Transaction, person_id: PersonId, since: datetime) -> Sent:
    """Index: case_links_person."""
    found = await tx.fetch_one(
        Sent,
        """select coalesce(sum(case when c.closed_at is null then 1 else 0 end), 0) as open_now,
                  coalesce(sum(case when c.sent_at > :since then 1 else 0 end), 0) as lately
             from case_links l join cases c on c.id = l.case_id
            where l.person_id = :person and c.status <> 'draft'""",
        person=person_id,
        since=since,
    )
    return found or Sent(0, 0)


async def page_of(tx: Transaction, person_id: PersonId, skip: int, limit: int) -> list[Case]:
    """A page of all that a resident has sent: open cases first, the newest first. Index: case_links_person."""
    return await tx.fetch_all(
        Case,
        f"""select {CASE} from case_links l join cases c on c.id = l.case_id
             where l.person_id = :person and c.status <> 'draft'
             order by case when c.closed_at is not null then 1 else 0 end, c.id desc
             limit :limit offset :skip""",
        person=person_id,
        limit=limit,
        skip=skip,
    )


async def allocate_number(tx: Transaction) -> str:
    """The next number of this year, by the year in Kyiv."""
    year = tx.now.astimezone(KYIV).year
    ordinal = await tx.insert(
        """insert into case_numbers(year, last) values (:year, 1)
           on conflict (year) do update set last = case_numbers.last + 1 returning last as id""",
        year=year,
    )
    return number_of(year, ordinal)


async def numbers_of(tx: Transaction, case_ids: Sequence[CaseId]) -> list[str]:
    """The numbers of these cases, as far as they are still there."""
    sql = "select number from cases where id in (:cases) and number is not null order by id"
    return await tx.column(str, sql, cases=list(case_ids))


async def skip_numbers(tx: Transaction, count: int) -> None:
    """The next so many numbers of this year are given to no case."""
    year = tx.now.astimezone(KYIV).year
    await tx.execute("update case_numbers set last = last + :count where year = :year", count=count, year=year)


async def save(tx: Transaction, case: Case) -> None:
    """Write all that a move can change. Not gathered: the desk is read when letters are addressed."""
    await tx.execute(
        """update cases set number = :number, status = :status, category = :category, community = :community,
               settlement = :settlement, area_id = :area, officer_id = :officer, coordinator_id = :coordinator,
               waits_for = :waits_for, answer_due = :due, answer_reminded = :reminded, overdue_told_at = :overdue_told,
               resolve_due = :resolve_due, resolve_stopped_at = :resolve_stopped, resolve_reminded = :resolve_reminded,
               resolve_told_at = :resolve_told, overdue_at = :overdue, remind_at = :remind_at,
               unopened_since = :unopened, alarmed_at = :alarmed, by_turn = :by_turn, shared = :shared,
               anonymous = :anonymous, confidential = :confidential,
               crime_signs = :crime_signs, emergency = :emergency, touched_at = :touched, sent_at = :sent,
               first_answered_at = :first_answered, closed_at = :closed, rating = :rating, undelivered = :undelivered,
               consent_version = :consent, merged_into = :merged_into
         where id = :id""",
        id=case.id,
        number=case.number,
        status=case.status,
        category=case.category,
        community=case.community,
        settlement=case.settlement,
        area=case.area_id,
        officer=case.officer_id,
        coordinator=case.coordinator_id,
        waits_for=case.waits_for,
        due=case.answer_due,
        reminded=case.answer_reminded,
        overdue_told=case.overdue_told_at,
        resolve_due=case.resolve_due,
        resolve_stopped=case.resolve_stopped_at,
        resolve_reminded=case.resolve_reminded,
        resolve_told=case.resolve_told_at,
        overdue=case.overdue_at,
        remind_at=next_reminder_at(case, tx.policy.cases),
        unopened=case.unopened_since,
        alarmed=case.alarmed_at,
        by_turn=case.by_turn,
        shared=case.shared,
        anonymous=case.anonymous,
        confidential=case.confidential,
        crime_signs=case.crime_signs,
        emergency=case.emergency,
        touched=case.touched_at,
        sent=case.sent_at,
        first_answered=case.first_answered_at,
        closed=case.closed_at,
        rating=case.rating,
        undelivered=case.undelivered,
        consent=case.consent_version,
        merged_into=case.merged_into,
    )


async def add_event(
    tx: Transaction,
    case_id: CaseId,
    what: Act,
    by: Side,
    officer_id: OfficerId | None = None,
    message_id: CaseMessageId | None = None,
    from_officer_id: OfficerId | None = None,
) -> CaseEventId:
    values = _event(tx, case_id, what, by, officer_id, message_id, from_officer_id)
    return CaseEventId(await tx.insert(f"{EVENT} returning id", **values))


def note_said(
    tx: Transaction, case_id: CaseId, what: Act, by: Side, officer_id: OfficerId | None, message_id: CaseMessageId
) -> None:
    """The event of a message, to which no letter refers: written with the rest before the commit."""
    tx.later(EVENT, **_event(tx, case_id, what, by, officer_id, message_id, None))


EVENT = """insert into case_events(case_id, what, by, officer_id, from_officer_id, case_message_id, at)
    values (:case, :what, :by, :officer, :from_officer, :message, :now)"""


def _event(
    tx: Transaction,
    case_id: CaseId,
    what: Act,
    by: Side,
    officer_id: OfficerId | None,
    message_id: CaseMessageId | None,
    from_officer_id: OfficerId | None,
) -> dict[str, Value]:
    return {
        "case": case_id,
        "what": what,
        "by": by,
        "officer": officer_id,
        "from_officer": from_officer_id,
        "message": message_id,
        "now": tx.now,
    }


async def event(tx: Transaction, event_id: CaseEventId) -> CaseEvent | None:
    return await tx.fetch_one(
        CaseEvent,
        """select id, case_id, what, by, officer_id, from_officer_id, case_message_id, at from case_events
            where id = :id""",
        id=event_id,
    )


async def link(tx: Transaction, case_id: CaseId) -> Link | None:
    return await tx.fetch_one(
        Link,
        f"""select l.person_id, l.name, l.phone, p.language,
                   l.person_id is not null and not {may_be_written_to("l.person_id", "l.case_id")} as silenced
              from case_links l left join persons p on p.id = l.person_id where l.case_id = :case""",
        case=case_id,
    )


async def note_danger(tx: Transaction, case_id: CaseId) -> None:
    """Danger waits from now on for a person at the desk to open the case, where it did not wait already."""
    sql = "update cases set unopened_since = :now where id = :id and unopened_since is null"
    await tx.execute(sql, id=case_id, now=tx.now)


async def note_opened(tx: Transaction, case_id: CaseId) -> None:
    """A person at its desk has opened the case: all of its area need not see it any more."""
    await tx.execute("update cases set unopened_since = null, shared = :no where id = :id", id=case_id, no=False)


async def set_undelivered(tx: Transaction, case_id: CaseId, *, undelivered: bool) -> None:
    """Whether something that the desk said has not arrived."""
    await tx.execute("update cases set undelivered = :undelivered where id = :id", undelivered=undelivered, id=case_id)


async def is_undelivered(tx: Transaction, case_id: CaseId) -> bool:
    return await tx.exists("select id from cases where id = :case and undelivered", case=case_id)


async def has_all_arrived(tx: Transaction, case_id: CaseId) -> bool:
    """Whether all has reached its resident by now that a case is marked for. Index: case_events_case."""
    return await tx.exists(
        """select c.id from cases c where c.id = :case and not exists
              (select 1 from case_events e join case_messages m on m.id = e.case_message_id
                where e.case_id = c.id and e.what = 'undelivered' and m.delivered_at is null
                  and m.recalled_at is null)""",
        case=case_id,
    )


async def set_name(tx: Transaction, case_id: CaseId, name: str | None) -> None:
    await tx.execute("update case_links set name = :name where case_id = :case", name=name, case=case_id)
