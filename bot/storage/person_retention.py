"""Persons who were not seen for long: how many are due to be forgotten, with what they chose, and forgetting some.

As in `storage.retention`, which has all else that is kept for a time only: pairs of `count_…` and `erase_…`.
"""

from datetime import datetime

from bot.domain.ids import ChatId, PersonId
from bot.storage.transaction import Transaction

# Where something of person p may be: their own things, what they did for others, and what waits to be sent to them.
# A list of single values, so that PostgreSQL looks each up instead of reading whole tables into memory.
CHOICES = """(select r.person_id from residents r where r.person_id = p.id),
    (select s.person_id from subscriptions s where s.person_id = p.id limit 1),
    (select w.person_id from waiting_residents w where w.person_id = p.id limit 1),
    (select m.person_id from opening_reminders m where m.person_id = p.id limit 1)"""
HAS_NOTHING = f"""coalesce({CHOICES},
    (select l.case_id from case_links l where l.person_id = p.id limit 1),
    (select a.case_id from case_links a where a.author_id = p.id limit 1),
    (select d.person_id from dialogs d where d.person_id = p.id limit 1),
    (select x.id from outbox x where x.chat_id = p.chat_id and x.state in ('waiting', 'sending') limit 1),
    (select o.id from officers o where o.person_id = p.id),
    (select t.id from parts t where t.person_id = p.id or t.given_by = p.id limit 1),
    (select k.person_id from recovery_codes k where k.person_id = p.id),
    (select c.id from cases c where c.coordinator_id = p.id limit 1),
    (select b.id from cases b where b.about_person_id = p.id limit 1),
    (select e.case_id from proposed_endings e where e.person_id = p.id limit 1),
    (select n.id from case_notes n where n.person_id = p.id limit 1),
    (select u.id from notices u where u.person_id = p.id limit 1),
    (select v.id from notices v where v.confirmed_by = p.id limit 1),
    (select i.id from invitations i where i.proposed_by = p.id limit 1),
    (select f.id from invitations f where f.issued_by = p.id limit 1),
    (select h.id from invitations h where h.confirmed_by = p.id limit 1),
    (select z.id from invitations z where z.ended_by = p.id limit 1),
    (select g.chat_id from community_chats g where g.keeper = p.id limit 1),
    (select q.chat_id from community_chats q where q.asked_by = p.id limit 1),
    (select 1 from communities y where y.enrolled_by = p.id limit 1)) is null"""
LAST_SEEN = "coalesce(p.seen_at, p.created_at)"

STRANGERS = f"""select p.id from persons p
    where {LAST_SEEN} < :before and p.consent_version is null and {HAS_NOTHING}"""


async def _count(tx: Transaction, due: str, before: datetime) -> int:
    return await tx.value(int, f"select count(*) from ({due}) due", before=before) or 0


async def count_strangers(tx: Transaction, before: datetime) -> int:
    """Persons who were last seen before then, never consented and have nothing here. Index: persons_strangers."""
    return await _count(tx, STRANGERS, before)


async def erase_strangers(tx: Transaction, before: datetime, limit: int) -> int:
    """Index: persons_strangers."""
    return await _erase_persons(tx, STRANGERS, before, limit)


INACTIVE = f"select p.id from persons p where {LAST_SEEN} < :before and coalesce({CHOICES}) is not null"


async def count_inactive(tx: Transaction, before: datetime) -> int:
    """Persons who were last seen before then, and whom notices still reach. Index: persons_seen."""
    return await _count(tx, INACTIVE, before)


async def erase_inactive(tx: Transaction, before: datetime, limit: int) -> int:
    """Their place and what they subscribed to. Index: persons_seen."""
    ids = await tx.column(PersonId, f"{INACTIVE} order by {LAST_SEEN} limit :limit", before=before, limit=limit)
    if ids:
        await forget_choices(tx, ids)
    return len(ids)


async def forget_choices(tx: Transaction, persons: list[PersonId]) -> None:
    """Where they live, what they asked to be sent, and which emergency cards they were shown."""
    await tx.execute("delete from residents where person_id in (:persons)", persons=persons)
    await tx.execute("delete from subscriptions where person_id in (:persons)", persons=persons)
    await tx.execute("delete from waiting_residents where person_id in (:persons)", persons=persons)
    await tx.execute("delete from opening_reminders where person_id in (:persons)", persons=persons)
    await tx.execute("delete from emergency_cards where person_id in (:persons)", persons=persons)


PERSONS = f"select p.id from persons p where {LAST_SEEN} < :before and {HAS_NOTHING}"


async def count_persons(tx: Transaction, before: datetime) -> int:
    """Persons who were last seen before then and have nothing here. Index: persons_seen."""
    return await _count(tx, PERSONS, before)


async def erase_persons(tx: Transaction, before: datetime, limit: int) -> int:
    """Index: persons_seen."""
    return await _erase_persons(tx, PERSONS, before, limit)


async def _erase_persons(tx: Transaction, due: str, before: datetime, limit: int) -> int:
    ids = await tx.column(PersonId, f"{due} order by {LAST_SEEN} limit :limit", before=before, limit=limit)
    await forget_persons(tx, ids)
    return len(ids)


async def without_anything(tx: Transaction, persons: list[PersonId]) -> list[PersonId]:
    """Those of these persons who have nothing here."""
    if not persons:
        return []
    return await tx.column(
        PersonId, f"select p.id from persons p where p.id in (:persons) and {HAS_NOTHING}", persons=persons
    )


async def forget_persons(tx: Transaction, persons: list[PersonId]) -> None:
    """These persons with their accounts, and the chats that nobody else has."""
    if not persons:
        return
    chats = await tx.column(
        ChatId,
        """select chat_id from accounts where person_id in (:persons)
           union select chat_id from persons where id in (:persons)""",
        persons=persons,
    )
    await tx.execute("delete from accounts where person_id in (:persons)", persons=persons)
    await tx.execute("delete from persons where id in (:persons)", persons=persons)
    if chats:
        await forget_chats(tx, chats)


async def forget_chats(tx: Transaction, chats: list[ChatId]) -> None:
    """Of these chats those that are nobody's. Indexes: persons_chat, accounts_chat, desks_chat."""
    await tx.execute(
        """delete from chats where id in (:chats)
              and not exists (select 1 from persons p where p.chat_id = chats.id)
              and not exists (select 1 from accounts k where k.chat_id = chats.id)
              and not exists (select 1 from desks d where d.chat_id = chats.id)
              and not exists (select 1 from community_chats g where g.chat_id = chats.id)""",
        chats=chats,
    )
