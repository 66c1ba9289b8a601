"""Drafts: cases that were not sent yet. They are rows of `cases`, and belong to the person whom their link names."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.cases import Category, Kind, Status
from bot.domain.ids import CaseId, ChatId, NoticeId, PersonId
from bot.register import CommunityCode, SettlementCode
from bot.storage.copies import PREVIEW
from bot.storage.transaction import Transaction

DISCREET = tuple(category for category in Category if category.discreet)


async def add(
    tx: Transaction,
    person_id: PersonId,
    kind: Kind,
    category: Category | None,
    community: CommunityCode | None,
    settlement: SettlementCode | None,
    notice_id: NoticeId | None = None,
) -> CaseId:
    case_id = CaseId(
        await tx.insert(
            """insert into cases(kind, status, category, community, settlement, notice_id, created_at, touched_at)
               values (:kind, :status, :category, :community, :settlement, :notice, :now, :now) returning id""",
            kind=kind,
            status=Status.DRAFT,
            category=category,
            community=community,
            settlement=settlement,
            notice=notice_id,
            now=tx.now,
        )
    )
    await tx.execute(
        "insert into case_links(case_id, person_id) values (:case, :person)", case=case_id, person=person_id
    )
    return case_id


async def change_subject(
    tx: Transaction, draft_id: CaseId, kind: Kind, category: Category | None, notice_id: NoticeId | None
) -> None:
    """A draft is about something else than was first chosen; what it holds stays."""
    await tx.execute(
        """update cases set kind = :kind, category = :category, notice_id = :notice, about_person_id = null,
               about_coordinators = :nobody, touched_at = :now where id = :id""",
        kind=kind,
        category=category,
        notice=notice_id,
        nobody=False,
        now=tx.now,
        id=draft_id,
    )


# Those of a person.

OF_PERSON = """from case_links l join cases c on c.id = l.case_id
    where l.person_id = :person and c.status = 'draft'"""


async def newest(tx: Transaction, person_id: PersonId, *, besides: CaseId | None = None) -> CaseId | None:
    """The draft that a person began last, of those that hold something. Index: case_links_person."""
    return await tx.value(
        CaseId,
        f"""select c.id {OF_PERSON} and c.id <> :besides
               and exists (select 1 from case_messages m where m.case_id = c.id) order by c.id desc limit 1""",
        person=person_id,
        besides=besides or 0,
    )


async def place(
    tx: Transaction, person_id: PersonId, community: CommunityCode, settlement: SettlementCode | None
) -> None:
    """A person's drafts come from here. Index: case_links_person."""
    await tx.execute(
        f"update cases set community = :community, settlement = :settlement where id in (select c.id {OF_PERSON})",
        person=person_id,
        community=community,
        settlement=settlement,
    )


async def delete_of(tx: Transaction, person_id: PersonId) -> int:
    """Throw away all that a person has not sent; how many there were."""
    return await tx.count(f"delete from cases where id in (select c.id {OF_PERSON}) returning id", person=person_id)


async def delete_in(tx: Transaction, community: CommunityCode) -> None:
    """Throw away what nobody in a community has sent yet. Index: cases_community."""
    await tx.execute("delete from cases where community = :community and status = 'draft'", community=community)


# One of them.


async def holds_something(tx: Transaction, draft_id: CaseId) -> bool:
    """Index: case_messages_case."""
    return await tx.exists("select id from case_messages where case_id = :draft limit 1", draft=draft_id)


async def delete(tx: Transaction, draft_ids: list[CaseId]) -> None:
    await tx.execute("delete from cases where id in (:drafts) and status = 'draft'", drafts=draft_ids)


def touch(tx: Transaction, draft_id: CaseId, reminded_first: datetime, reminded_last: datetime) -> None:
    """Its writer is at it: it is kept from now on, and they are reminded later; the first time once only."""
    tx.later(
        """update cases set touched_at = :now,
               unsent_remind_at = case when unsent_reminded then cast(:last as bigint) else cast(:first as bigint) end
            where id = :draft and status = 'draft'""",
        draft=draft_id,
        first=reminded_first,
        last=reminded_last,
        now=tx.now,
    )


LATELY = 20  # cases of a person that are looked at, however many they have


async def is_read_by_others(tx: Transaction, draft_id: CaseId) -> bool:
    """Whether nothing of a draft may be read in its writer's chat unasked: it is about violence or danger, they live
    where that is dangerous, or they have written about violence lately, which they can take out of the chat.

    Indexes: case_links_person, case_messages_case.
    """
    return await tx.exists(
        f"""select c.id from cases c join case_links l on l.case_id = c.id
             where c.id = :draft and (c.category in (:discreet)
                or exists (select 1 from communities m where m.code = c.community and (m.front or m.occupied))
                or exists (select 1 from case_messages s where s.case_id = :draft and s.emergency is not null)
                or exists (select 1 from cases d where d.category in (:discreet)
                              and d.id in (select o.case_id from case_links o where o.person_id = l.person_id
                                            order by o.case_id desc limit {LATELY})))""",
        draft=draft_id,
        discreet=list(DISCREET),
    )


@dataclass(frozen=True, slots=True)
class Shown:
    """A message in its writer's chat that shows a draft."""

    case_id: CaseId
    message_id: int


async def shown_in(tx: Transaction, person_id: PersonId, chat_id: ChatId) -> list[Shown]:
    """What shows drafts of a person in this chat. Indexes: case_links_person, copies_of."""
    return await tx.fetch_all(
        Shown,
        f"""select k.case_id, k.message_id from case_links l join cases c on c.id = l.case_id
              join copies k on k.case_id = c.id and k.chat_id = :chat
             where l.person_id = :person and c.status = 'draft' and k.piece = {PREVIEW} order by +k.message_id""",
        person=person_id,
        chat=chat_id,
    )


# What becomes of them by the clock.


@dataclass(frozen=True, slots=True)
class Unsent:
    id: CaseId
    person_id: PersonId
    touched_at: datetime
    holds: bool  # something that could be sent


async def to_remind_of(tx: Transaction, limit: int) -> list[Unsent]:
    """Drafts of which their writers are to be reminded now. Index: cases_unsent."""
    return await tx.fetch_all(
        Unsent,
        """select c.id, l.person_id, c.touched_at,
                  exists (select 1 from case_messages m where m.case_id = c.id) as holds
             from cases c join case_links l on l.case_id = c.id
            where c.status = 'draft' and c.unsent_remind_at <= :now order by c.unsent_remind_at limit :limit""",
        now=tx.now,
        limit=limit,
    )


async def note_reminded(tx: Transaction, draft_id: CaseId, again_at: datetime | None) -> None:
    await tx.execute(
        "update cases set unsent_reminded = :yes, unsent_remind_at = :again where id = :draft",
        yes=True,
        again=again_at,
        draft=draft_id,
    )


async def skip_reminders(tx: Transaction) -> None:
    """After a restore: nobody knows whether these were sent since. Nothing is said of them, not even at their end."""
    await tx.execute("update cases set unsent_remind_at = null where status = 'draft' and unsent_remind_at is not null")
    await tx.execute(
        f"delete from copies where piece = {PREVIEW} and case_id in (select id from cases where status = 'draft')"
    )


async def untouched(tx: Transaction, since: datetime, limit: int) -> list[CaseId]:
    """Drafts that nobody has touched since. Index: cases_drafts."""
    return await tx.column(
        CaseId,
        "select id from cases where status = 'draft' and touched_at < :since order by touched_at limit :limit",
        since=since,
        limit=limit,
    )


@dataclass(frozen=True, slots=True)
class Card:
    """A message in a writer's chat that shows a draft, and what can be done with it."""

    person_id: PersonId
    message_id: int


async def cards_of(tx: Transaction, draft_ids: list[CaseId]) -> list[Card]:
    """Indexes: copies_of, the key of case_links."""
    return await tx.fetch_all(
        Card,
        f"""select p.id as person_id, k.message_id
              from copies k join case_links l on l.case_id = k.case_id
              join persons p on p.id = l.person_id and p.chat_id = k.chat_id
             where k.case_id in (:drafts) and k.piece = {PREVIEW} order by p.id, k.message_id""",
        drafts=draft_ids,
    )
