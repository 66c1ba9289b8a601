"""Persons, their accounts, chats and parts. The only place where the id of a person's account is known."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import attrgetter

from bot.domain.communities import Enrolment, standing
from bot.domain.ids import CaseId, ChatId, OfficerId, PersonId
from bot.domain.languages import Language
from bot.domain.people import Actor, Part, Role, Scope
from bot.domain.refusals import NotFound
from bot.register import CommunityCode, SettlementCode
from bot.storage import chats, dialogs
from bot.storage.chats import TELEGRAM
from bot.storage.transaction import Transaction

# What an actor is made of. An actor read before one of these was written to may have changed.
ACTOR_TABLES = frozenset(
    {
        "persons",
        "accounts",
        "residents",
        "communities",
        "officers",
        "assignments",
        "areas",
        "parts",
        "dialogs",
        "case_threads",
    }
)


@dataclass(frozen=True, slots=True)
class ActorRow:
    """A person once for each part that they have."""

    external_hash: str
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
    seen_at: datetime
    thread_of: CaseId | None


ACTOR = """
    select k.external_hash, p.id as person_id, k.chat_id, p.language, p.consent_version,
           p.as_resident, r.community, r.settlement, y.enrolment, y.occupied, o.id as officer_id, t.role, t.scope,
           t.scope_code, d.flow, d.data, d.expires_at,
           coalesce(p.seen_at, p.created_at) as seen_at, ct.case_id as thread_of
      from accounts k
      join persons p on p.id = k.person_id
      left join residents r on r.person_id = p.id
      left join communities y on y.code = r.community
      left join officers o on o.person_id = p.id and exists
           (select 1 from posts s where s.officer_id = o.id)
      left join parts t on t.person_id = p.id and t.until is null and t.locked_at is null
      left join case_threads ct on ct.chat_id = k.chat_id and ct.thread_id = :thread
      left join dialogs d on d.chat_id = k.chat_id and d.person_id = p.id and d.thread_id = coalesce(ct.thread_id, 0)
     where k.transport = :transport"""


async def actor(tx: Transaction, user_id: int, thread_id: int | None = None) -> Actor | None:
    """The person of this account, who acts in this thread of their chat, with all that routing needs, in one query;
    None for a stranger.
    """
    return (await actors(tx, [user_id], thread_id)).get(user_id)


async def actors(tx: Transaction, user_ids: list[int], thread_id: int | None = None) -> dict[int, Actor]:
    """The same of several accounts together; strangers are left out. Indexes: accounts_hash, case_threads_thread."""
    account = {hashed: user_id for user_id in user_ids for hashed in tx.keys.hashes(user_id)}
    rows = await tx.fetch_all(
        ActorRow,
        f"{ACTOR} and k.external_hash in (:hashes) order by k.external_hash, t.id",
        transport=TELEGRAM,
        hashes=list(account),
        thread=thread_id or 0,
    )
    groups = groupby(rows, key=attrgetter("external_hash"))
    return {account[hashed]: actor for hashed, own in groups if (actor := _actor(tx, list(own), thread_id))}


async def is_among(tx: Transaction, person_id: PersonId, user_ids: Iterable[int]) -> bool:
    """Whether one of these accounts is this person's. Index: accounts_hash."""
    return await tx.exists(
        """select k.person_id as id from accounts k
            where k.transport = :transport and k.external_hash in (:hashes) and k.person_id = :person""",
        transport=TELEGRAM,
        hashes=[hashed for user_id in user_ids for hashed in tx.keys.hashes(user_id)],
        person=person_id,
    )


async def known(tx: Transaction, person_id: PersonId, thread_id: int | None = None) -> Actor:
    """The same for a person whom we know already: for screens, which are drawn when they are sent. Raises NotFound."""
    rows = await tx.fetch_all(
        ActorRow, f"{ACTOR} and p.id = :id", transport=TELEGRAM, id=person_id, thread=thread_id or 0
    )
    found = _actor(tx, rows, thread_id)
    if found is None:
        raise NotFound
    return found


def _actor(tx: Transaction, rows: list[ActorRow], thread_id: int | None) -> Actor | None:
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
        first.seen_at,
        thread_id,
        first.thread_of,
    )


async def add(tx: Transaction, user_id: int) -> PersonId:
    """A new person with an account and the private chat of the same id at Telegram. Ukrainian until changed."""
    chat_id = await chats.met(tx, user_id, "private")
    person_id = PersonId(
        await tx.insert(
            "insert into persons(chat_id, language, created_at) values (:chat, :language, :now) returning id",
            chat=chat_id,
            language=Language.UK,
            now=tx.now,
        )
    )
    await tx.execute(
        """insert into accounts(person_id, transport, external_id, external_hash, chat_id)
           values (:person, :transport, :external_id, :hash, :chat)""",
        person=person_id,
        transport=TELEGRAM,
        external_id=str(user_id),
        hash=tx.keys.hash(user_id),
        chat=chat_id,
    )
    return person_id


async def note_seen(tx: Transaction, person_ids: list[PersonId]) -> None:
    """These persons have written or pressed something."""
    await tx.execute("update persons set seen_at = :now where id in (:ids)", now=tx.now, ids=person_ids)


async def set_language(tx: Transaction, person_id: PersonId, language: Language) -> None:
    await tx.execute("update persons set language = :language where id = :id", language=language, id=person_id)


async def set_consent(tx: Transaction, person_id: PersonId, version: int) -> None:
    """A person who had asked to be erased has come back by it."""
    await tx.execute(
        "update persons set consent_version = :version, consented_at = :now, erase_asked_at = null where id = :id",
        version=version,
        now=tx.now,
        id=person_id,
    )


async def withdraw_consent(tx: Transaction, person_id: PersonId) -> None:
    await tx.execute("update persons set consent_version = null, consented_at = null where id = :id", id=person_id)


async def set_as_resident(tx: Transaction, person_id: PersonId, as_resident: bool) -> None:
    await tx.execute("update persons set as_resident = :flag where id = :id", flag=as_resident, id=person_id)


async def add_part(tx: Transaction, person_id: PersonId, part: Part, given_by: PersonId | None) -> None:
    """Entrust a person with a part; once is enough. `given_by` is None where the operator did."""
    await tx.execute(
        """insert into parts(person_id, role, scope, scope_code, given_by, since)
           select :person, :role, :scope, :code, cast(:given_by as bigint), :now where not exists
             (select 1 from parts where person_id = :person and role = :role and scope = :scope
                 and (scope_code = :code or scope_code is null and cast(:code as text) is null) and until is null)""",
        person=person_id,
        role=part.role,
        scope=part.scope,
        code=part.code,
        given_by=given_by,
        now=tx.now,
    )


async def of_chat(tx: Transaction, chat_id: ChatId) -> PersonId | None:
    """The person whose private chat this is. Index: persons_chat."""
    return await tx.value(PersonId, "select id from persons where chat_id = :chat", chat=chat_id)
