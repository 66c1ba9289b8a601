"""What was erased because a person asked for it: the list of it, and what is left to do of what was asked.

The list has ids alone, so it can be kept beside the backups. A case or a person that is to be erased is marked; how its
rows are erased is in `storage.retention`, for what is asked and what is due by its term go in the same way.
"""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.erasures import Erasure, What
from bot.domain.ids import CaseId, ChatId, PersonId
from bot.storage.copies import CARD
from bot.storage.holds import IS_HELD
from bot.storage.retention import KEEPS_TEXT
from bot.storage.transaction import Transaction

# The list.


async def note(tx: Transaction, what: What, subject_id: int) -> None:
    await add(tx, Erasure(0, tx.now, what, subject_id))


async def add(tx: Transaction, erasure: Erasure) -> None:
    """Put an act on the list, also one from the list of another copy of this database: once."""
    await tx.execute(
        """insert into erasures(at, what, subject_id) values (:at, :what, :subject)
           on conflict (subject_id, what, at) do nothing""",
        at=erasure.at,
        what=erasure.what,
        subject=erasure.subject_id,
    )


async def count(tx: Transaction) -> int:
    return await tx.value(int, "select count(*) from erasures") or 0


async def after(tx: Transaction, last_id: int, limit: int) -> list[Erasure]:
    """Those after this id, the first one first. By the primary key."""
    return await tx.fetch_all(
        Erasure,
        "select id, at, what, subject_id from erasures where id > :last order by id limit :limit",
        last=last_id,
        limit=limit,
    )


async def all_of(tx: Transaction) -> list[Erasure]:
    """Ids and times, a few thousand in years."""
    return await tx.fetch_all(Erasure, "select id, at, what, subject_id from erasures order by id")


async def number_of(tx: Transaction, what: What, subject_id: int) -> int:
    """The id of what was just asked. Index: erasures_act."""
    sql = "select id from erasures where subject_id = :subject and what = :what and at = :now"
    return await tx.value(int, sql, subject=subject_id, what=what, now=tx.now) or 0


async def case_was_there(tx: Transaction, case_id: int, at: datetime) -> bool:
    """Whether this case was there at that time: ids of a restored copy are given again to what comes later."""
    return await tx.exists("select id from cases where id = :id and created_at <= :at", id=case_id, at=at)


async def person_was_there(tx: Transaction, person_id: int, at: datetime) -> bool:
    """The same of a person."""
    return await tx.exists("select id from persons where id = :id and created_at <= :at", id=person_id, at=at)


async def had_consented(tx: Transaction, person_id: int, at: datetime) -> bool:
    """Whether the consent that this person has is one of before that time."""
    return await tx.exists("select id from persons where id = :id and consented_at <= :at", id=person_id, at=at)


# What is marked.


async def one_matter(tx: Transaction, case_id: CaseId) -> list[CaseId]:
    """A case with those that were merged with it: all that was written in them is in the one that goes on, which is the
    first. Index: cases_merged.
    """
    into = "(select coalesce(i.merged_into, i.id) from cases i where i.id = :case)"
    return [
        *await tx.column(CaseId, f"select c.id from cases c where c.id = {into}", case=case_id),
        *await tx.column(CaseId, f"select c.id from cases c where c.merged_into = {into} order by c.id", case=case_id),
    ]


async def mark_case(tx: Transaction, case_id: CaseId) -> None:
    """A case is to be erased."""
    await tx.execute(
        "update cases set erase_asked_at = coalesce(erase_asked_at, :now) where id = :id", now=tx.now, id=case_id
    )


async def mark_cases_of(tx: Transaction, person_id: PersonId) -> None:
    """All that a person has sent is to be erased. Index: case_links_person."""
    await tx.execute(
        """update cases set erase_asked_at = coalesce(erase_asked_at, :now)
            where id in (select l.case_id from case_links l where l.person_id = :person)""",
        now=tx.now,
        person=person_id,
    )


async def mark_person(tx: Transaction, person_id: PersonId) -> None:
    await tx.execute("update persons set erase_asked_at = :now where id = :id", now=tx.now, id=person_id)


async def unmark_person(tx: Transaction, person_id: PersonId) -> None:
    """What is left of them stays: they hold, or have held, a post; or they have come back."""
    await tx.execute("update persons set erase_asked_at = null where id = :id", id=person_id)


async def forget_links(tx: Transaction, cases: list[CaseId]) -> None:
    """Whose these cases were, with the name and the phone. Where their messages are is not forgotten yet."""
    await tx.execute("delete from case_links where case_id in (:cases)", cases=cases)


async def desk_chats(tx: Transaction, case_id: CaseId) -> list[ChatId]:
    """The chats to which something of a case may be on its way from its resident."""
    return await tx.column(
        ChatId,
        """select d.chat_id from cases c join desks d on d.officer_id = c.officer_id where c.id = :case
           union select s.chat_id from cases c join seats s on s.area_id = c.area_id where c.id = :case
           union select k.chat_id from cases c join coordinations k on k.community = c.community where c.id = :case""",
        case=case_id,
    )


# What is left to do.


async def chats_asked(tx: Transaction, limit: int) -> list[CaseId]:
    """Cases that are to be taken out of chats. Index: cases_asked_chats."""
    return await tx.column(
        CaseId,
        """select c.id from cases c where c.erase_asked_at is not null and c.chats_cleared_at is null
            order by c.id limit :limit""",
        limit=limit,
    )


async def words_asked(tx: Transaction, released: datetime) -> CaseId | None:
    """A case whose text is to be erased, and is not held; nor was it after `released`. Index: cases_asked_words."""
    return await tx.value(
        CaseId,
        f"""select c.id from cases c where c.erase_asked_at is not null and c.words_erased_at is null
               and not c.crime_signs and not c.confidential and c.chats_cleared_at is not null and not {IS_HELD}
             order by c.id limit 1""",
        released=released,
    )


async def links_asked(tx: Transaction, given_up: datetime, limit: int) -> list[CaseId]:
    """Cases of which nothing is in any chat any more but cards that say so, or which were asked for before `given_up`.

    Indexes: cases_asked_links, copies_of, listed_cases_case.
    """
    return await tx.column(
        CaseId,
        f"""select c.id from cases c where c.erase_asked_at is not null and c.link_erased_at is null
               and c.chats_cleared_at is not null
               and (c.erase_asked_at < :given_up or not exists
                    (select 1 from copies k where k.case_id = c.id and k.piece <> {CARD})
                  and not exists (select 1 from listed_cases t where t.case_id = c.id))
             order by c.id limit :limit""",
        given_up=given_up,
        limit=limit,
    )


async def persons_asked(tx: Transaction, limit: int) -> list[PersonId]:
    """Persons who are to be erased, and to whom nothing is on its way any more.

    Indexes: persons_asked, case_links_person, outbox_heads.
    """
    return await tx.column(
        PersonId,
        """select p.id from persons p where p.erase_asked_at is not null
              and not exists (select 1 from case_links l where l.person_id = p.id)
              and not exists (select 1 from outbox x where x.chat_id = p.chat_id and x.state in ('waiting', 'sending'))
            order by p.id limit :limit""",
        limit=limit,
    )


# How much there is, for the operator: before it is erased, and what of it still waits.


@dataclass(frozen=True, slots=True)
class InChats:
    """Messages of cases in people's chats, cards apart: so many can be deleted, the others are older."""

    young: int
    old: int


async def in_chats(tx: Transaction, cases: list[CaseId], young_since: datetime) -> InChats:
    """Index: copies_of."""
    found = await tx.fetch_one(
        InChats,
        f"""select coalesce(sum(case when k.sent_at > :since then 1 else 0 end), 0) as young,
                  coalesce(sum(case when k.sent_at > :since then 0 else 1 end), 0) as old
             from copies k where k.case_id in (:cases) and k.piece <> {CARD}""",
        cases=cases,
        since=young_since,
    )
    return found or InChats(0, 0)


async def cases_of(tx: Transaction, person_id: PersonId) -> list[CaseId]:
    """Index: case_links_person."""
    return await tx.column(CaseId, "select case_id from case_links where person_id = :person", person=person_id)


async def count_written(tx: Transaction, cases: list[CaseId]) -> int:
    """How many messages are in these cases. Index: case_messages_case."""
    sql = "select count(*) as number from case_messages where case_id in (:cases)"
    return await tx.value(int, sql, cases=cases) or 0


async def count_attached(tx: Transaction, cases: list[CaseId]) -> int:
    """Index: files_case."""
    return await tx.value(int, "select count(*) from files where case_id in (:cases)", cases=cases) or 0


@dataclass(frozen=True, slots=True)
class Held:
    """A case whose text stays: of itself, or `until` then because a coordinator holds it."""

    number: str
    crime_signs: bool
    until: datetime | None


async def held(tx: Transaction, cases: list[CaseId]) -> list[Held]:
    """Those of these cases that keep their text when all else is erased. Index: case_holds_active."""
    return await tx.fetch_all(
        Held,
        f"""select c.number, c.crime_signs,
                  (select h.until from case_holds h where h.case_id = c.id and h.ended_at is null) as until
             from cases c
            where c.id in (:cases) and c.status <> 'draft' and c.words_erased_at is null and {KEEPS_TEXT}
            order by c.id""",
        cases=cases,
        released=tx.now,
    )


async def waiting(tx: Transaction) -> list[CaseId]:
    """Cases of which something is still in chats. Index: cases_asked_links."""
    return await tx.column(
        CaseId,
        "select c.id from cases c where c.erase_asked_at is not null and c.link_erased_at is null order by c.id",
    )


# What a person has besides cases.


async def cut(tx: Transaction, case_id: CaseId, person_id: PersonId) -> None:
    """What leads from a case to its resident goes: its link, what their chat has of it, what waits to be sent there.

    Indexes: copies_of, outbox_turns, outbox_unsent.
    """
    chat_id = await tx.value(ChatId, "select chat_id from persons where id = :id", id=person_id)
    await tx.execute("update cases set link_cut_at = :now where id = :id", now=tx.now, id=case_id)
    await tx.execute("delete from case_links where case_id = :case", case=case_id)
    await tx.execute("delete from copies where case_id = :case and chat_id = :chat", case=case_id, chat=chat_id)
    await tx.execute(
        """delete from outbox where state in ('waiting', 'sending') and chat_id = :chat
              and coalesce(case_id, 0) = :case""",
        case=case_id,
        chat=chat_id,
    )
    await tx.execute(
        "delete from outbox where state in ('refused', 'set_aside') and chat_id = :chat and case_id = :case",
        case=case_id,
        chat=chat_id,
    )


async def forget_dialogs(tx: Transaction, person_id: PersonId) -> None:
    """Index: dialogs_person."""
    await tx.execute("delete from dialogs where person_id = :person", person=person_id)


NEVER_SERVED = """officers o where o.person_id = :person
    and not exists (select 1 from assignments g where g.officer_id = o.id)"""


async def forget_traces(tx: Transaction, person_id: PersonId) -> None:
    """Updates that were set aside, letters that were refused, posts that were proposed for and not taken, with the name
    and rank that were given for them, what was written on others' behalf, groups into which the bot was let.
    Deliveries of notices stay to their term: they name the chat by our own id, which leads nowhere once the chat is
    forgotten.

    Indexes: inbox_aside, outbox_unsent, invitations_proposer, invitations_ender, officers_person, case_links_author,
    community_chats_let_in, community_chats_asked_by.
    """
    accounts = await tx.column(str, "select external_id from accounts where person_id = :person", person=person_id)
    if accounts:
        await tx.execute(
            "delete from inbox where state = 'set_aside' and chat_id in (:chats)",
            chats=[tx.keys.stand_in(int(each)) for each in accounts],
        )
    for statement in (
        """delete from outbox where state in ('refused', 'set_aside') and chat_id =
             (select p.chat_id from persons p where p.id = :person)""",
        """update invitations set proposed_by = null, code = null, account = null
            where proposed_by = :person and confirmed_at is null and ended is not null""",
        "update invitations set ended_by = null where ended_by = :person and ended = 'withdrawn'",
        f"delete from desks where officer_id in (select o.id from {NEVER_SERVED})",
        f"""update officers set person_id = null, rank = '', name = '', station = null, phone = null
             where id in (select o.id from {NEVER_SERVED})""",
        "update case_links set author_id = null where author_id = :person",
        "update community_chats set keeper = null where keeper = :person",
        "update community_chats set asked_by = null, asked_of = null where asked_by = :person",
        "delete from chat_request_cards where person_id = :person",
    ):
        await tx.execute(statement, person=person_id)
