"""The outbox: letters to one party each, written in the transaction that decided on them.

A row waits, and goes in the commit that stores its result; a refused one stays a while with its error. One that a newer
letter could join is marked as `sending` meanwhile. Order is kept in a chat: the smallest id decides for its chat, also
while it waits for its retry.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum
from functools import cached_property
from typing import TYPE_CHECKING

from pydantic import TypeAdapter

from bot.domain.ids import CaseId, ChatId, OfficerId, OutboxId, PersonId
from bot.domain.letters import ChatAt, CoordinatorsOf, DeskMember, DeskOf, Letter, Party, PersonAt, ResidentOf
from bot.storage.engine import Params
from bot.storage.rights import COORDINATES, may_concern, serves
from bot.storage.rows import MICROSECOND, to_microseconds

if TYPE_CHECKING:
    from bot.storage.transaction import Transaction


class State(IntEnum):
    WAITING = 0
    SENDING = 1
    REFUSED = 2
    SET_ASIDE = 3


# One statement for every party, so that letters of one update keep their order. Its branches exclude each other by
# :party, which the engines see before they read a table. Coordinators are a desk only where no officer is: for a
# complaint, for an area that nobody serves, for a case that one of them has taken.
RECIPIENTS = f"""
    select 'resident:' || l.case_id as recipient, p.chat_id
      from case_links l join persons p on p.id = l.person_id
     where :party = 'resident' and l.case_id = :case
    union all
    select 'desk:' || c.id || ':' || o.id, p.chat_id
      from cases c join officers o on o.id = c.officer_id join persons p on p.id = o.person_id
     where :party = 'desk' and c.id = :case and not c.confidential and {serves("o.id")}
    union all
    select 'desk:' || c.id || ':' || o.id, p.chat_id
      from cases c
      join assignments a on a.area_id = c.area_id and a.until is null
      join officers o on o.id = a.officer_id join persons p on p.id = o.person_id
     where :party = 'desk' and c.id = :case and not c.confidential
       and c.officer_id is null and c.coordinator_id is null
    union all
    select distinct 'coordinator:' || c.id || ':' || p.id, p.chat_id
      from cases c join communities m on m.code = c.community
      join parts t on {COORDINATES}
      join persons p on p.id = t.person_id
     where (:party = 'coordinators' or :party = 'desk' and c.officer_id is null
            and (c.confidential or c.coordinator_id is not null or not exists
                (select 1 from assignments a where a.area_id = c.area_id and a.until is null)))
       and c.id = :case and (c.coordinator_id is null or c.coordinator_id = p.id)
       and not ({may_concern("p.id")})
    union all
    select 'desk:' || cast(:case as bigint) || ':' || o.id, p.chat_id
      from officers o join persons p on p.id = o.person_id
     where :party = 'member' and o.id = :officer
    union all
    select 'person:' || p.id, p.chat_id from persons p where :party = 'person' and p.id = :person
    union all
    select 'chat:' || c.id || ':' || cast(:thread as bigint), c.id
      from chats c where :party = 'chat' and c.id = :chat"""  # noqa: S608

# A letter of the same name that waits already is joined, never one that is being sent. An album's letter is put off by
# each part instead: due a while after the last one, and :longest after the first at most.
INSERTION = f"""
    insert into outbox(recipient, chat_id, letter, args, dedupe, next_at, created_at)
    select r.recipient, r.chat_id, :letter, :args,
           case when cast(:dedupe as text) is null then null else r.recipient || ':' || cast(:dedupe as text) end,
           cast(:due as bigint), cast(:now as bigint)
      from ({RECIPIENTS}) r where true
        on conflict (dedupe) where state = 0 and dedupe is not null do update
       set next_at = case when excluded.next_at = 0 then outbox.next_at
                          when excluded.next_at < outbox.created_at + :longest then excluded.next_at
                          else outbox.created_at + :longest end"""  # noqa: S608  # no words of people's are in it

NOBODY = {"case": 0, "officer": 0, "person": 0, "chat": 0, "thread": 0}


def named(party: Party) -> dict[str, str | int]:
    """The parameters that name a party."""
    match party:
        case ResidentOf(case_id):
            return {**NOBODY, "party": "resident", "case": case_id}
        case DeskOf(case_id):
            return {**NOBODY, "party": "desk", "case": case_id}
        case CoordinatorsOf(case_id):
            return {**NOBODY, "party": "coordinators", "case": case_id}
        case DeskMember(case_id, officer_id):
            return {**NOBODY, "party": "member", "case": case_id, "officer": officer_id}
        case PersonAt(person_id):
            return {**NOBODY, "party": "person", "person": person_id}
        case ChatAt(chat_id, thread_id):
            return {**NOBODY, "party": "chat", "chat": chat_id, "thread": thread_id or 0}


class Outbox:
    """The letters of one transaction."""

    def __init__(self, now: datetime, gather: Callable[[str, Params], None]) -> None:
        self._now = now
        self._gather = gather
        self.used = False

    def tell(self, party: Party, letter: Letter, *, dedupe: str | None = None) -> None:
        """Send `letter` to `party` after the commit. With `dedupe`, one of that name that waits already is enough."""
        self._write(party, letter, dedupe, due=0, longest=0)

    def tell_album(self, party: Party, letter: Letter, album: str, due: datetime, longest: timedelta) -> None:
        """As `tell`, at `due`, which each further part puts off, until `longest` after the first at most."""
        self._write(party, letter, f"album:{album}", to_microseconds(due), longest // MICROSECOND)

    def _write(self, party: Party, letter: Letter, dedupe: str | None, due: int, longest: int) -> None:
        kind = type(letter)
        args = adapter(kind).dump_json(letter).decode()
        content = {"letter": kind.__name__, "args": args, "dedupe": dedupe}
        when = {"due": due, "longest": longest, "now": to_microseconds(self._now)}
        self._gather(INSERTION, {**named(party), **content, **when})
        self.used = True


ADAPTERS: dict[type[Letter], TypeAdapter[Letter]] = {}


def adapter(kind: type[Letter]) -> TypeAdapter[Letter]:
    if kind not in ADAPTERS:
        ADAPTERS[kind] = TypeAdapter(kind)
    return ADAPTERS[kind]


@dataclass(frozen=True)
class Waiting:
    """A row that waits, with what its chat needs."""

    id: OutboxId
    recipient: str
    chat_id: ChatId
    telegram_id: int
    kind: str  # of the chat
    letter: str
    args: str
    attempts: int
    next_at: datetime
    done: int
    joinable: bool  # by a newer letter of the same name
    person_id: PersonId | None
    language: str | None

    @cached_property
    def content(self) -> Letter:
        return adapter(Letter.kinds[self.letter]).validate_json(self.args)

    @property
    def thread_id(self) -> int | None:
        return self.party.thread_id if isinstance(self.party, ChatAt) else None

    @property
    def party(self) -> Party:
        kind, *ids = self.recipient.split(":")
        numbers = [int(each) for each in ids]
        match kind:
            case "resident":
                return ResidentOf(CaseId(numbers[0]))
            case "desk":
                return DeskMember(CaseId(numbers[0]), OfficerId(numbers[1]))
            case "coordinator":
                return CoordinatorsOf(CaseId(numbers[0]))
            case "chat":
                return ChatAt(ChatId(numbers[0]), numbers[1] or None)
            case _:
                return PersonAt(PersonId(numbers[0]))


async def waiting(tx: "Transaction", busy: list[int], limit: int) -> list[Waiting]:
    """The oldest waiting rows outside `busy` chats. Index: outbox_waiting."""
    return await tx.fetch_all(
        Waiting,
        """
        select o.id, o.recipient, o.chat_id, cast(c.external_id as bigint) as telegram_id,
               c.kind, o.letter, o.args, o.attempts, o.next_at, o.done,
               o.dedupe is not null as joinable, p.id as person_id, p.language
          from outbox o join chats c on c.id = o.chat_id left join persons p on p.chat_id = o.chat_id
         where o.state = 0 and o.chat_id not in (:busy)
         order by o.id limit :limit""",
        busy=busy,
        limit=limit,
    )


def mark_sending(tx: "Transaction", row_id: OutboxId) -> None:
    """From here on a newer letter of the same name is written beside it: this one may be too old to say it all."""
    tx.later("update outbox set state = 1 where id = :id and state = 0", id=row_id)


def end(tx: "Transaction", row_id: OutboxId) -> None:
    """Sent, or void."""
    tx.later("delete from outbox where id = :id", id=row_id)


def retry(tx: "Transaction", row_id: OutboxId, at: datetime, done: int, error: str) -> None:
    """Waiting again, unless a newer row says the same: two edits of one message are one."""
    tx.later(
        """delete from outbox where id = :id and dedupe is not null and exists
                  (select 1 from outbox o where o.state = 0 and o.dedupe = outbox.dedupe)""",
        id=row_id,
    )
    tx.later(
        """update outbox set state = 0, attempts = attempts + 1, next_at = :at, done = :done, error = :error
            where id = :id""",
        id=row_id,
        at=at,
        done=done,
        error=error,
    )


def refuse(tx: "Transaction", row_id: OutboxId, state: State, error: str) -> None:
    tx.later(
        "update outbox set state = :state, attempts = attempts + 1, error = :error where id = :id",
        id=row_id,
        state=state,
        error=error,
    )


async def recover(tx: "Transaction") -> int:
    """After an unclean stop: what was being sent waits again. How many rows that were."""
    await tx.execute(
        """delete from outbox where state = 1 and dedupe is not null and exists
                  (select 1 from outbox o where o.state = 0 and o.dedupe = outbox.dedupe)"""
    )
    return await tx.count("update outbox set state = 0 where state = 1 returning id")


@dataclass(frozen=True, slots=True)
class Ended:
    """A letter that did not go: refused by Telegram, or set aside because it could not be made."""

    id: OutboxId
    recipient: str
    letter: str
    args: str
    state: State
    attempts: int
    created_at: datetime
    error: str | None


async def ended(tx: "Transaction", limit: int) -> list[Ended]:
    """The oldest first. Index: outbox_ended."""
    return await tx.fetch_all(
        Ended,
        """select id, recipient, letter, args, state, attempts, created_at, error from outbox where state > 1
            order by created_at, id limit :limit""",
        limit=limit,
    )


async def ended_one(tx: "Transaction", row_id: OutboxId) -> Ended | None:
    return await tx.fetch_one(
        Ended,
        """select id, recipient, letter, args, state, attempts, created_at, error from outbox
            where id = :id and state > 1""",
        id=row_id,
    )


async def replay(tx: "Transaction", row_id: OutboxId) -> bool:
    """Let a letter that did not go be tried again, or be one with a newer that says the same. False: there is none."""
    joined = await tx.count(
        """delete from outbox where id = :id and state > 1 and dedupe is not null and exists
                  (select 1 from outbox o where o.state = 0 and o.dedupe = outbox.dedupe) returning id""",
        id=row_id,
    )
    sql = "update outbox set state = 0, attempts = 0, next_at = 0 where id = :id and state > 1 returning id"
    return joined == 1 or await tx.count(sql, id=row_id) == 1


async def drop(tx: "Transaction", row_id: OutboxId) -> bool:
    return await tx.count("delete from outbox where id = :id and state > 1 returning id", id=row_id) == 1


async def sweep(tx: "Transaction", state: State, before: datetime) -> None:
    """Forget letters that ended so (refused or set aside) and were written before this. Index: outbox_ended."""
    await tx.execute(
        "delete from outbox where state > 1 and state = :state and created_at < :before", state=state, before=before
    )
