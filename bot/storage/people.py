"""Persons, their chats and parts. The only place where a person's Telegram id is known."""

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import attrgetter

from bot.domain.communities import Enrolment, standing
from bot.domain.ids import ChatId, OfficerId, PersonId
from bot.domain.languages import Language
from bot.domain.people import Actor, Part, Role, Scope
from bot.domain.refusals import NotFound
from bot.register import CommunityCode, SettlementCode
from bot.storage import dialogs
from bot.storage.transaction import Transaction

# What an actor is made of. Who was read before one of these was written to may be another by now.
BEHIND_ACTOR = frozenset(
    {"persons", "residents", "communities", "officers", "assignments", "areas", "parts", "dialogs"}
)


@dataclass(frozen=True, slots=True)
class ActorRow:
    """A person once for each part that he or she has."""

    telegram_id: int
    person_id: PersonId
    chat_id: ChatId
    language: Language
    consent_version: int | None
    as_resident: bool
    community: CommunityCode | None
    settlement: SettlementCode | None
    enrolment: Enrolment | None
    occupied: bool | None
    officer_id: OfficerId | None
    role: Role | None
    scope: Scope | None
    scope_code: str | None
    flow: str | None
    data: str | None
    expires_at: datetime | None


ACTOR = """
    select p.telegram_id, p.id as person_id, p.chat_id, p.language, p.consent_version, p.as_resident,
           r.community, r.settlement, y.enrolment, y.occupied, o.id as officer_id, t.role, t.scope, t.scope_code,
           d.flow, d.data, d.expires_at
      from persons p
      left join residents r on r.person_id = p.id
      left join communities y on y.code = r.community
      left join officers o on o.person_id = p.id and exists
           (select 1 from assignments a where a.officer_id = o.id and a.until is null)
      left join parts t on t.person_id = p.id and t.until is null
      left join dialogs d on d.chat_id = p.chat_id and d.person_id = p.id and d.thread_id = 0"""


async def actor(tx: Transaction, telegram_id: int) -> Actor | None:
    """Who this account is, with all that routing needs, in one query; None for a stranger."""
    rows = await tx.fetch_all(ActorRow, f"{ACTOR} where p.telegram_id = :telegram_id", telegram_id=telegram_id)
    return _actor(tx, rows)


async def actors(tx: Transaction, telegram_ids: list[int]) -> dict[int, Actor]:
    """The same of several accounts at once; strangers are left out."""
    sql = f"{ACTOR} where p.telegram_id in (:telegram_ids) order by p.telegram_id"
    rows = await tx.fetch_all(ActorRow, sql, telegram_ids=telegram_ids)
    groups = groupby(rows, key=attrgetter("telegram_id"))
    return {telegram_id: actor for telegram_id, own in groups if (actor := _actor(tx, list(own))) is not None}


async def known(tx: Transaction, person_id: PersonId) -> Actor:
    """The same of a person whom we know already: for screens, which are drawn when they are sent. Raises NotFound."""
    found = _actor(tx, await tx.fetch_all(ActorRow, f"{ACTOR} where p.id = :id", id=person_id))
    if found is None:
        raise NotFound
    return found


def _actor(tx: Transaction, rows: list[ActorRow]) -> Actor | None:
    if not rows:
        return None
    first = rows[0]
    dialog = None
    if first.flow is not None and first.data is not None and first.expires_at is not None and first.expires_at > tx.now:
        dialog = dialogs.read(first.flow, first.data)
    return Actor(
        first.person_id,
        first.chat_id,
        first.language,
        first.consent_version,
        first.community,
        first.settlement,
        standing(first.enrolment, bool(first.occupied)) if first.community is not None else None,
        first.officer_id,
        first.as_resident,
        tuple(Part(row.role, row.scope, row.scope_code) for row in rows if row.role and row.scope),
        dialog,
    )


async def add(tx: Transaction, telegram_id: int) -> PersonId:
    """A new person with the private chat, whose id at Telegram is the person's own. Ukrainian until changed."""
    chat_id = await tx.insert(
        """insert into chats(telegram_id, kind) values (:id, 'private')
           on conflict (telegram_id) do update set unreachable_since = null returning id""",
        id=telegram_id,
    )
    return PersonId(
        await tx.insert(
            """insert into persons(telegram_id, chat_id, language, created_at)
               values (:id, :chat, :language, :now) returning id""",
            id=telegram_id,
            chat=chat_id,
            language=Language.UK,
            now=tx.now,
        )
    )


async def set_language(tx: Transaction, person_id: PersonId, language: Language) -> None:
    await tx.execute("update persons set language = :language where id = :id", language=language, id=person_id)


async def set_consent(tx: Transaction, person_id: PersonId, version: int) -> None:
    await tx.execute(
        "update persons set consent_version = :version, consented_at = :now where id = :id",
        version=version,
        now=tx.now,
        id=person_id,
    )


async def set_as_resident(tx: Transaction, person_id: PersonId, as_resident: bool) -> None:
    await tx.execute("update persons set as_resident = :flag where id = :id", flag=as_resident, id=person_id)


async def set_reachable(tx: Transaction, telegram_chat_id: int, reachable: bool) -> None:
    """Whether the bot may write in this chat, as Telegram last said."""
    await tx.execute(
        "update chats set unreachable_since = :since where telegram_id = :id",
        since=None if reachable else tx.now,
        id=telegram_chat_id,
    )


async def add_part(tx: Transaction, person_id: PersonId, part: Part) -> None:
    """Entrust a person with a part; once is enough."""
    await tx.execute(
        """insert into parts(person_id, role, scope, scope_code, since)
           select :person, :role, :scope, :code, :now where not exists
             (select 1 from parts where person_id = :person and role = :role and scope = :scope
                 and (scope_code = :code or scope_code is null and cast(:code as text) is null) and until is null)""",
        person=person_id,
        role=part.role,
        scope=part.scope,
        code=part.code,
        now=tx.now,
    )
