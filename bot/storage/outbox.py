"""The outbox: letters to one party each, written in the transaction that decided on them (`storage.enqueue`).

A row waits, and goes in the commit that stores its result; a refused one stays a while with its error. One that a newer
letter could join is marked as `sending` meanwhile. A chat's first row by (class, turn, id) decides for its chat, also
while it waits for its retry.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum
from functools import cached_property

from bot.domain.ids import CaseId, ChatId, OfficerId, OutboxId, PersonId
from bot.domain.letters import ChatAt, CoordinatorsOf, DeskMember, Letter, LetterClass, Party, PersonAt, ResidentOf
from bot.domain.quiet_times import QuietTime
from bot.storage.engine import still_waits
from bot.storage.enqueue import letter_from, next_turn
from bot.storage.quiet_times import KEPT, OF_PERSON, SOUNDS_ALWAYS
from bot.storage.silence import IS_SILENCED
from bot.storage.transaction import Transaction


class State(StrEnum):
    WAITING = "waiting"
    SENDING = "sending"
    REFUSED = "refused"
    SET_ASIDE = "set_aside"


@dataclass(frozen=True)
class Waiting:
    """A row that waits, with what its chat needs."""

    id: OutboxId
    recipient: str
    chat_id: ChatId
    external_id: str
    kind: str  # of the chat
    thread_id: int | None
    letter: str
    args: str
    attempts: int
    next_at: datetime
    done: int
    joinable: bool  # by a newer letter of the same name
    person_id: PersonId | None
    language: str | None
    silenced: bool  # its reader is told nothing that they have not asked for
    quiet_begins: time | None  # of its reader's quiet time
    quiet_ends: time | None
    quiet_until: datetime | None
    sounds_always: bool  # in quiet time, too
    comes_last: bool  # after the talk of all chats

    @property
    def telegram_id(self) -> int:
        return int(self.external_id)

    def is_hushed(self, now: datetime) -> bool:
        """Whether it makes no sound, because its reader has quiet time."""
        quiet = QuietTime(self.quiet_begins, self.quiet_ends, self.quiet_until)
        return not self.sounds_always and quiet.lasts_until(now) is not None

    @cached_property
    def content(self) -> Letter:
        return letter_from(self.letter, self.args)

    @property
    def party(self) -> Party:
        return party_of(self.recipient, self.thread_id)


def party_of(recipient: str, thread_id: int | None = None) -> Party:
    """To whom a row is."""
    kind, *ids = recipient.split(":")
    numbers = [int(each) for each in ids]
    match kind:
        case "resident":
            return ResidentOf(CaseId(numbers[0]))
        case "desk":
            return DeskMember(CaseId(numbers[0]), OfficerId(numbers[1]))
        case "coordinator":
            return CoordinatorsOf(CaseId(numbers[0]))
        case "chat":
            return ChatAt(ChatId(numbers[0]), thread_id)
        case _:
            return PersonAt(PersonId(numbers[0]), thread_id)


WAITING = f"""o.id, o.recipient, o.chat_id, c.external_id, c.kind, o.thread_id,
    o.letter, o.args, o.attempts, o.next_at, o.done, o.dedupe is not null as joinable, p.id as person_id, p.language,
    {IS_SILENCED} as silenced, {KEPT}, {SOUNDS_ALWAYS} as sounds_always,
    o.class >= {int(LetterClass.CHEAP)} as comes_last"""
CHAT_OF = f"join chats c on c.id = o.chat_id left join persons p on p.chat_id = o.chat_id {OF_PERSON}"

WAITS = "o.state in ('waiting', 'sending')"
IS_TALK = f"{WAITS} and o.class < {int(LetterClass.CHEAP)}"


def _walk(name: str, waits: str, after: str) -> str:
    """Chats with rows, in the order of their ids: those after this one (`…_on`), then the others (`…_back`)."""
    return f"""
    {name}_on(chat_id, n) as (
        select min(o.chat_id), 1 from outbox o where {waits} and o.chat_id > {after}
      union all
        select (select min(o.chat_id) from outbox o where {waits} and o.chat_id > w.chat_id), n + 1
          from {name}_on w where chat_id is not null and n < :walk),
    {name}_back(chat_id, n) as (
        select min(o.chat_id), 1 from outbox o where {waits} and o.chat_id <= {after}
      union all
        select (select min(o.chat_id) from outbox o
                 where {waits} and o.chat_id > w.chat_id and o.chat_id <= {after}), n + 1
          from {name}_back w where chat_id is not null and n < :walk)"""


# First the chats with talk, then all: what comes last leaves where talk leaves room. Of each chat its first row is
# found by its index, so that neither a long queue nor a busy chat is read through.
CHATS = f"""recursive {_walk("talk", IS_TALK, ":after")}, {_walk("last", WAITS, ":after_last")},
    found(chat_id, lap) as (
        select chat_id, 0 from talk_on union all select chat_id, 1 from talk_back
        union all select chat_id, 2 from last_on union all select chat_id, 3 from last_back),
    chats_due(chat_id, lap) as (
        select chat_id, min(lap) from found where chat_id is not null and chat_id not in (:busy)
         group by chat_id order by min(lap), chat_id limit :chats)"""


# Of a chat's first letters, those that are the first of their case.
OF_CASE = "over (partition by f.flow order by f.class, f.turn, f.id)"
FIRST = f"row_number() {OF_CASE} as nth"
IS_FIRST = "nth = 1"
# The same where some are held: 1 or 0.
FIRST_BUT_HELD = f"""sum(1 - f.held) {OF_CASE} as nth, max(f.held) {OF_CASE} as behind, f.flow, f.class,
    row_number() over (order by f.class, f.turn, f.id) as place"""
IS_FIRST_BUT_HELD = f"place = 1 or nth = 1 and (behind = 0 or flow = 0 or class = {LetterClass.DANGER:d})"


async def heads(
    tx: Transaction,
    after: int,
    after_last: int,
    busy: list[int],
    chats: int,
    each: int,
    held: Sequence[OutboxId] = (),
) -> list[Waiting]:
    """The letters that go next in each of so many chats outside `busy` ones: first of those with talk, beginning with
    the chat after `after`, then of those where only what comes last waits, beginning with the one after `after_last`.

    Of a chat's first letters, at most `each`, those that are the first of their case; and only one where as many chats
    wait as are asked for. A letter that is `held` holds up what follows it in its case, but for danger; a letter of no
    case holds up none. The first of a chat is always among those found, also where it is held. Indexes: outbox_talk,
    outbox_heads.
    """
    columns, condition = (FIRST_BUT_HELD, IS_FIRST_BUT_HELD) if held else (FIRST, IS_FIRST)
    is_held = "case when h.id in (:held) then 1 else 0 end" if held else "0"
    return await tx.fetch_all(
        Waiting,
        f"""with {CHATS}
            select {WAITING}
              from chats_due d join outbox o on o.id in
                   (select id from
                       (select f.id, {columns} from
                           (select h.id, h.class, h.turn, coalesce(h.case_id, 0) as flow, {is_held} as held
                              from outbox h
                             where h.state in ('waiting', 'sending') and h.chat_id = d.chat_id
                             order by h.class, h.turn, h.id
                             limit (select case when :chats < :each * count(*) then :chats / count(*) else :each end
                                      from chats_due)) f) first
                     where {condition})
              {CHAT_OF}
             where {still_waits("o.state")}
             order by d.lap, d.chat_id, o.class, o.turn, o.id""",
        after=after,
        after_last=after_last,
        busy=busy,
        chats=chats,
        walk=chats + len(busy),
        each=each,
        **({"held": list(held)} if held else {}),
    )


# Rows that say the same as a newer one that waits.
SUPERSEDED = """delete from outbox where dedupe is not null and exists
    (select 1 from outbox o where o.state = 'waiting' and o.dedupe = outbox.dedupe)"""


def mark_sending(tx: Transaction, row_id: OutboxId) -> None:
    """From here on a newer letter of the same name is written next to it: this one may be too old to say it all."""
    tx.later(f"update outbox set state = 'sending' where id = :id and {still_waits('state')}", id=row_id)


def unmark_sending(tx: Transaction, row_id: OutboxId) -> None:
    """It did not leave after all: waiting again, unless a newer row says the same."""
    tx.later(f"{SUPERSEDED} and id = :id", id=row_id)
    tx.later("update outbox set state = 'waiting' where id = :id", id=row_id)


def leave_thread(tx: Transaction, row_id: OutboxId) -> None:
    """The thread for which a letter was is gone: it goes among all else of its chat."""
    tx.later("update outbox set thread_id = null where id = :id", id=row_id)


def end(tx: Transaction, row_id: OutboxId) -> None:
    """Sent, or void."""
    tx.later("delete from outbox where id = :id", id=row_id)


def retry(tx: Transaction, row_id: OutboxId, at: datetime, done: int, error: str) -> None:
    """Waiting again, unless a newer row says the same: two edits of one message are one."""
    tx.later(f"{SUPERSEDED} and id = :id", id=row_id)
    tx.later(
        """update outbox set state = 'waiting', attempts = attempts + 1, next_at = :at, done = :done,
                  error = :error where id = :id""",
        id=row_id,
        at=at,
        done=done,
        error=error,
    )


def refuse(tx: Transaction, row_id: OutboxId, state: State, error: str) -> None:
    tx.later(
        "update outbox set state = :state, attempts = attempts + 1, error = :error where id = :id",
        id=row_id,
        state=state,
        error=error,
    )


# What brings a resident's messages to a desk. Danger is none of these.
PUSHES = "('MessageText', 'Album', 'MoreMessages')"


async def take_back(tx: Transaction, case_id: CaseId, chat_id: ChatId) -> None:
    """A case's messages that still wait to be pushed into a chat of its desk are not: they stay in the case.

    Index: outbox_turns.
    """
    await tx.execute(
        f"""delete from outbox where state in ('waiting', 'sending') and state = 'waiting' and done = 0
               and chat_id = :chat and coalesce(case_id, 0) = :case and letter in {PUSHES}""",
        chat=chat_id,
        case=case_id,
    )


async def take_out(tx: Transaction, kind: type[Letter]) -> None:
    """Letters of this kind that still wait do not go: after a restore, where all that waits is read once."""
    await tx.execute("delete from outbox where state in ('waiting', 'sending') and letter = :kind", kind=kind.__name__)


async def recover(tx: Transaction) -> int:
    """After an unclean stop: what was being sent waits again. How many rows that were."""
    await tx.execute(f"{SUPERSEDED} and state = 'sending'")
    return await tx.count("update outbox set state = 'waiting' where state = 'sending' returning id")


async def count_waiting(tx: Transaction) -> int:
    """How many letters are still to be sent. Index: outbox_heads."""
    return await tx.value(int, "select count(*) from outbox where state in ('waiting', 'sending')") or 0


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


async def ended(tx: Transaction, limit: int) -> list[Ended]:
    """The oldest first. Index: outbox_ended."""
    return await tx.fetch_all(
        Ended,
        """select id, recipient, letter, args, state, attempts, created_at, error from outbox
            where state in ('refused', 'set_aside') order by created_at, id limit :limit""",
        limit=limit,
    )


async def ended_one(tx: Transaction, row_id: OutboxId) -> Ended | None:
    return await tx.fetch_one(
        Ended,
        """select id, recipient, letter, args, state, attempts, created_at, error from outbox
            where id = :id and state in ('refused', 'set_aside')""",
        id=row_id,
    )


async def replay(tx: Transaction, row_id: OutboxId) -> bool:
    """Let a letter that did not go be tried again, or be one with a newer that says the same. False: there is none."""
    joined = await tx.count(f"{SUPERSEDED} and id = :id and state in ('refused', 'set_aside') returning id", id=row_id)
    turn = next_turn("outbox", "outbox.class")
    sql = f"""update outbox set state = 'waiting', attempts = 0, next_at = 0, turn = {turn}
               where id = :id and state in ('refused', 'set_aside') returning id"""
    return joined == 1 or await tx.count(sql, id=row_id) == 1


TAKING_AWAY = "('CaseTaken', 'CaseErased', 'FleetingLeaves')"
# To those who coordinate, also after a while.
ASKED_OF_A_PERSON = "('EndingProposed', 'EndingRefused', 'PostUnreachable', 'PostsReachable')"


async def revive(tx: Transaction, chat_id: ChatId) -> None:
    """Letters of cases that were refused in this chat wait again, those that a coordinator has to know of, and those
    that take something out of it; a newer one that says the same is enough. Of a resident's, those that were refused
    because the bot was blocked.

    Index: outbox_unsent.
    """
    refused = f"""state in ('refused', 'set_aside') and state = 'refused' and chat_id = :chat
        and (recipient like 'desk:%' or recipient like 'coordinator:%' or letter in {TAKING_AWAY}
             or letter in {ASKED_OF_A_PERSON} or recipient like 'resident:%' and error like '403%')"""
    tx.outbox.used = True  # the sender is woken
    await tx.execute(f"{SUPERSEDED} and {refused}", chat=chat_id)
    await tx.execute(
        f"update outbox set state = 'waiting', attempts = 0, next_at = 0, dedupe = null where {refused}",
        chat=chat_id,
    )


async def fold(tx: Transaction, chat_id: ChatId, most: int) -> list[Party]:
    """Of what waits to be pushed into this chat only the first `most` of each case go; the others are deleted. The
    parties of those, each once. Index: outbox_heads.
    """
    waits = "state in ('waiting', 'sending') and state = 'waiting' and done = 0 and chat_id = :chat"
    recipients = await tx.column(
        str,
        f"""delete from outbox where id in
               (select id from
                   (select id, row_number() over (partition by recipient order by class, turn, id) as nth
                      from outbox where {waits} and letter in {PUSHES}) pushed
                 where nth > :most)
            returning recipient""",
        chat=chat_id,
        most=most,
    )
    return [party_of(each) for each in dict.fromkeys(recipients)]


async def drop(tx: Transaction, row_id: OutboxId) -> bool:
    sql = "delete from outbox where id = :id and state in ('refused', 'set_aside') returning id"
    return await tx.count(sql, id=row_id) == 1


async def sweep(tx: Transaction, refused: datetime, set_aside: datetime) -> None:
    """Forget letters that were refused, or set aside, and written before this. Index: outbox_ended."""
    for state, before in ((State.REFUSED, refused), (State.SET_ASIDE, set_aside)):
        await tx.execute(
            f"""delete from outbox where state in ('refused', 'set_aside') and state = '{state}'
                                     and created_at < :before""",
            before=before,
        )
