"""What is kept of a person as a resident: how much, and all of it, to show it to them.

Officers' notes, and who has read a case, are no part of it.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.domain.bodies import UNSAID, Body
from bot.domain.cases import Act, Category, Kind, Side, Status
from bot.domain.ids import CaseId, CaseMessageId, PersonId
from bot.domain.languages import Language
from bot.domain.notes import KEPT_FROM_RESIDENT
from bot.register import CommunityCode, SettlementCode
from bot.storage import files
from bot.storage.case_messages import QUOTES_RECALLED
from bot.storage.transaction import Transaction

# How much.


@dataclass(frozen=True, slots=True)
class Summary:
    """How much there is of each kind. `both_kinds`: cases with a name and without one that an officer was sent."""

    language: Language
    consent_version: int | None
    consented_at: datetime | None
    community: CommunityCode | None
    settlement: SettlementCode | None
    cases: int
    open_cases: int
    drafts: int
    messages: int
    attached: int
    topics: int
    reminders: int
    waits_for_officer: bool
    both_kinds: bool
    holds_post: bool


OWN = "select l.case_id from case_links l where l.person_id = p.id"
# One who holds, or has held, a post: what they did there is not a resident's.
HOLDS_POST = """(exists (select 1 from officers o join assignments g on g.officer_id = o.id where o.person_id = p.id)
    or exists (select 1 from parts t where t.person_id = p.id))"""


def _in_cases(number: str) -> str:
    """How many of something are in all cases of person p: `number` says how many are in the case of link l."""
    return f"cast((select coalesce(sum(({number})), 0) from case_links l where l.person_id = p.id) as bigint)"


async def summary(tx: Transaction, person_id: PersonId) -> Summary | None:
    """Indexes: case_links_person, case_messages_case, files_case."""
    return await tx.fetch_one(
        Summary,
        f"""select p.language, p.consent_version, p.consented_at, r.community, r.settlement,
              (select count(*) from cases c where c.id in ({OWN}) and c.status <> 'draft') as cases,
              (select count(*) from cases c where c.id in ({OWN})
                  and c.closed_at is null and c.status <> 'draft') as open_cases,
              (select count(*) from cases c where c.id in ({OWN}) and c.status = 'draft') as drafts,
              {_in_cases("select count(*) from case_messages m where m.case_id = l.case_id")} as messages,
              {_in_cases("select count(*) from files f where f.case_id = l.case_id")} as attached,
              (select count(*) from subscriptions s where s.person_id = p.id) as topics,
              (select count(*) from opening_reminders m where m.person_id = p.id) as reminders,
              exists (select 1 from waiting_residents w where w.person_id = p.id) as waits_for_officer,
              exists (select 1 from cases c where c.id in ({OWN}) and c.status <> 'draft' and c.anonymous)
                and exists (select 1 from cases c where c.id in ({OWN}) and c.status <> 'draft'
                              and not c.anonymous) as both_kinds,
              {HOLDS_POST} as holds_post
         from persons p left join residents r on r.person_id = p.id
        where p.id = :person""",
        person=person_id,
    )


# All of it.


@dataclass(frozen=True, slots=True)
class CaseGiven:
    """A case with what its resident gave besides messages."""

    id: CaseId
    number: str | None
    kind: Kind
    category: Category | None
    status: Status
    community: CommunityCode | None
    settlement: SettlementCode | None
    anonymous: bool
    created_at: datetime
    sent_at: datetime | None
    closed_at: datetime | None
    rating: int | None
    name: str | None
    phone: str | None


async def cases(tx: Transaction, person_id: PersonId) -> list[CaseGiven]:
    """Index: case_links_person."""
    return await tx.fetch_all(
        CaseGiven,
        """select c.id, c.number, c.kind, c.category, c.status, c.community, c.settlement, c.anonymous,
                  c.created_at, c.sent_at, c.closed_at, c.rating, l.name, l.phone
             from case_links l join cases c on c.id = l.case_id where l.person_id = :person order by c.id""",
        person=person_id,
    )


@dataclass(frozen=True, slots=True)
class Said:
    """A message of a case, as it is or as it was before an edit (`until` then). `recalled`: its words are not told."""

    case_id: CaseId
    id: CaseMessageId
    direction: Side
    body: Body
    version: int
    recalled: bool
    quotes_recalled: bool
    sent_at: datetime
    until: datetime | None

    @property
    def told(self) -> Body:
        """Without words that the desk took back."""
        if self.recalled:
            return UNSAID
        return self.body.without_quote if self.quotes_recalled else self.body


async def said(tx: Transaction, case_ids: list[CaseId]) -> list[Said]:
    """Indexes: case_messages_case, the key of case_message_versions."""
    now = await tx.fetch_all(
        Said,
        f"""select m.case_id, m.id, m.direction, m.body, m.version, m.recalled_at is not null as recalled,
                   {QUOTES_RECALLED} as quotes_recalled, m.sent_at, null as until from case_messages m
            where m.case_id in (:cases)""",
        cases=case_ids,
    )
    edited = [each.id for each in now if each.version > 1 and not each.recalled]
    before = await _said_before(tx, edited) if edited else []
    found = sorted([*now, *before], key=lambda each: (each.case_id, each.sent_at, each.id, each.version))
    bodies = await files.filled(tx, [each.told for each in found])
    return [replace(each, body=body) for each, body in zip(found, bodies, strict=True)]


async def _said_before(tx: Transaction, message_ids: list[CaseMessageId]) -> list[Said]:
    return await tx.fetch_all(
        Said,
        f"""select m.case_id, m.id, m.direction, v.body, v.version, false as recalled,
                  {QUOTES_RECALLED} as quotes_recalled, m.sent_at, v.until
             from case_message_versions v join case_messages m on m.id = v.case_message_id
            where v.case_message_id in (:messages)""",
        messages=message_ids,
    )


@dataclass(frozen=True, slots=True)
class Happened:
    case_id: CaseId
    what: Act
    by: Side
    at: datetime


async def events(tx: Transaction, case_ids: list[CaseId]) -> list[Happened]:
    """Index: case_events_case."""
    return await tx.fetch_all(
        Happened,
        """select case_id, what, by, at from case_events
            where case_id in (:cases) and what not in (:kept_back) order by case_id, at, id""",
        cases=case_ids,
        kept_back=sorted(KEPT_FROM_RESIDENT),
    )


@dataclass(frozen=True, slots=True)
class Paused:
    case_id: CaseId
    reason: str
    since: datetime
    until: datetime


async def pauses(tx: Transaction, case_ids: list[CaseId]) -> list[Paused]:
    """Index: case_pauses_case."""
    return await tx.fetch_all(
        Paused,
        "select case_id, reason, since, until from case_pauses where case_id in (:cases) order by case_id, id",
        cases=case_ids,
    )


@dataclass(frozen=True, slots=True)
class Topic:
    topic: str
    subscribed: bool


async def topics(tx: Transaction, person_id: PersonId) -> list[Topic]:
    """By the subscriptions' primary key."""
    return await tx.fetch_all(
        Topic, "select topic, subscribed from subscriptions where person_id = :person order by topic", person=person_id
    )


async def reminded_on(tx: Transaction, person_id: PersonId) -> list[date]:
    """The days of office hours of which they are reminded. Index: opening_reminders_person."""
    return await tx.column(
        date, "select day from opening_reminders where person_id = :person order by day", person=person_id
    )
