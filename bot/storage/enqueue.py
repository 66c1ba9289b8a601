"""Enqueues letters: a transaction's `Outbox` resolves each party to its recipients and writes a row for each.

A chat's letters go by class, then turn, then id. Turns are shared out as in start-time fair queueing: a letter comes a
turn after the last one of its own case, and the first of a case goes with those that are next in the chat. So a case's
letters keep their order, and a hundred of one case hold up another's by one letter at most. Letters of no case are one
flow, as those of a case are.

That shares out a chat, which takes a message a second: a case of which a message comes every second would fill it all
the same, and each letter of another would wait for the next second. So of a case that was folded two letters more
leave at once within the next minute, and the rest is one card at its end, behind which nothing waits: three messages
a minute leave a chat its burst.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

from bot.domain.letters import (
    ChatAt,
    CoordinatorsOf,
    DeskMember,
    DeskOf,
    Letter,
    LetterClass,
    Party,
    PersonAt,
    ResidentOf,
)
from bot.storage.engine import Params
from bot.storage.rights import FALLS_TO_AREA, IS_ATTENDED, falls_to, may_concern, serves
from bot.storage.rows import MICROSECOND, adapter, to_microseconds


def letter_columns(letter: Letter) -> tuple[str, str]:
    """How a letter is stored: its kind, and its fields as JSON."""
    return type(letter).__name__, adapter(type(letter)).dump_json(letter).decode()


def letter_from(kind: str, args: str) -> Letter:
    letter: Letter = adapter(Letter.kinds[kind]).validate_json(args)
    return letter


# How each kind of party is resolved to its recipients. Coordinators are a desk only where no officer is who can be
# reached: for a complaint, for a case that one of them has taken or that nobody else works. An officer who cannot be
# reached stays a recipient: what is refused now goes when they can be reached again.
RECIPIENTS = {
    "resident": """
    select 'resident:' || l.case_id as recipient, p.chat_id, cast(null as bigint) as thread_id, l.case_id
      from case_links l join persons p on p.id = l.person_id
     where :party = 'resident' and l.case_id = :case""",
    "desk": f"""
    select 'desk:' || c.id || ':' || d.officer_id as recipient, d.chat_id, d.thread_id, c.id as case_id
      from cases c join desks d on d.officer_id = c.officer_id
     where :party = 'desk' and c.id = :case and not c.confidential and {serves("c.officer_id")}
    union all
    select 'desk:' || c.id || ':' || s.officer_id, s.chat_id, s.thread_id, c.id
      from cases c join seats s on s.area_id = c.area_id
     where :party = 'desk' and c.id = :case and not c.confidential and s.chat_id is not null
       and (c.officer_id is null and c.coordinator_id is null or c.shared and s.officer_id <> c.officer_id
            or {FALLS_TO_AREA})
    union all
    select distinct 'coordinator:' || c.id || ':' || k.person_id, k.chat_id, cast(null as bigint), c.id
      from cases c join coordinations k on k.community = c.community
     where :party = 'desk' and c.id = :case and (c.coordinator_id is not null or not {IS_ATTENDED})
       and {falls_to("k.person_id")} and k.chat_id is not null""",
    "coordinators": f"""
    select distinct 'coordinator:' || c.id || ':' || k.person_id as recipient, k.chat_id,
           cast(null as bigint) as thread_id, c.id as case_id
      from cases c join coordinations k on k.community = c.community
     where :party = 'coordinators' and c.id = :case and k.chat_id is not null
       and (c.coordinator_id is null or c.coordinator_id = k.person_id or not {IS_ATTENDED})
       and not ({may_concern("k.person_id")})""",
    "member": """
    select 'desk:' || cast(:case as bigint) || ':' || d.officer_id as recipient, d.chat_id, d.thread_id,
           cast(:case as bigint) as case_id
      from desks d where :party = 'member' and d.officer_id = :officer""",
    "person": """
    select 'person:' || p.id as recipient, p.chat_id, nullif(cast(:thread as bigint), 0) as thread_id,
           cast(null as bigint) as case_id
      from persons p where :party = 'person' and p.id = :person""",
    "chat": """
    select 'chat:' || c.id || ':' || cast(:thread as bigint) as recipient, c.id as chat_id,
           nullif(cast(:thread as bigint), 0) as thread_id, cast(null as bigint) as case_id
      from chats c where :party = 'chat' and c.id = :chat""",
}


FOLDED = -7  # the piece of a case that says how many of its messages there are besides
REST = 60_000_000  # microseconds, from what is folded once more to its card
AFTER_CARD = 2  # messages of a case that a chat is shown meanwhile


def next_turn(row: str, letter_class: str) -> str:
    """The turn of a new row of the outbox, given its relation: after the letters of its own case in this chat, or with
    those that go next there. Indexes: outbox_turns, outbox_heads.
    """
    return f"""coalesce(
        (select max(w.turn) + 1 from outbox w where w.state in ('waiting', 'sending') and w.chat_id = {row}.chat_id
            and coalesce(w.case_id, 0) = coalesce({row}.case_id, 0)),
        (select min(w.turn) from outbox w where w.state in ('waiting', 'sending') and w.chat_id = {row}.chat_id
            and w.class = {letter_class}),
        0)"""


@lru_cache
def insertion(parties: frozenset[str]) -> str:
    """The statement that writes a letter to a party of one of these kinds.

    One for all letters that are written together, so that they keep their order, and of no more kinds than there are:
    PostgreSQL prepares every branch anew for each letter, also those that :party rules out.
    """
    recipients = "\n    union all".join(RECIPIENTS[each] for each in sorted(parties))
    # Where so many letters of its case wait in the chat, a card stands for this and all that follow it there: at once,
    # or later, where one was shown within the last minute, and messages since. Indexes: outbox_turns, outbox_dedupe,
    # copies_of, the key of copies.
    waiting = """(select count(*) from
        (select 1 from outbox w where w.state in ('waiting', 'sending') and w.chat_id = q.chat_id
            and coalesce(w.case_id, 0) = coalesce(q.case_id, 0) limit :fold_after) waiting)"""
    counted = f"""select q.*, case when :fold_after > 0 then {waiting} else -1 end as waiting,
        :fold_after > 0 and exists (select 1 from outbox w where w.state = 'waiting'
            and w.dedupe = q.recipient || ':' || :fold_letter) as carded
      from ({recipients}) q"""
    shown = """(select count(*) from copies n where n.chat_id = q.chat_id and n.message_id > y.message_id
        and n.case_id = q.case_id and n.case_message_id is not null)"""
    folded = f"""select q.*, q.carded or q.waiting >= :fold_after and :fold_after > 0 as folded,
        :fold_after > 0 and exists (select 1 from copies y
            where y.case_id = q.case_id and y.chat_id = q.chat_id and y.case_message_id is null and y.piece = {FOLDED}
              and y.sent_at > cast(:now as bigint) - {REST} and {shown} + q.waiting >= {AFTER_CARD}) as later
      from ({counted}) q"""
    letter_class = f"case when r.later then {int(LetterClass.LATER)} else cast(:class as smallint) end"
    # A letter of the same name that waits already is joined, never one that is being sent. An album's letter is put off
    # by each part instead: due a while after the last one, and :longest after the first at most.
    return f"""
    insert into outbox(recipient, chat_id, thread_id, case_id, letter, args, dedupe, class, turn, next_at, created_at)
    select r.recipient, r.chat_id, r.thread_id, r.case_id,
           case when r.folded or r.later then :fold_letter else :letter end,
           case when r.folded or r.later then :fold_args else :args end,
           case when r.folded or r.later then r.recipient || ':' || :fold_letter
                when cast(:dedupe as text) is null then null
                else r.recipient || ':' || cast(:dedupe as text) end,
           {letter_class}, {next_turn("r", letter_class)},
           case when r.later then cast(:now as bigint) + {REST} when r.folded then 0 else cast(:due as bigint) end,
           cast(:now as bigint)
      from ({folded}) r where true
        on conflict (dedupe) where state = 'waiting' and dedupe is not null do update
       set next_at = case when excluded.next_at = 0 or excluded.letter = :fold_letter then outbox.next_at
                          when excluded.next_at < outbox.created_at + :longest then excluded.next_at
                          else outbox.created_at + :longest end"""


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
        case PersonAt(person_id, thread_id):
            return {**NOBODY, "party": "person", "person": person_id, "thread": thread_id or 0}
        case ChatAt(chat_id, thread_id):
            return {**NOBODY, "party": "chat", "chat": chat_id, "thread": thread_id or 0}


@dataclass(frozen=True, slots=True)
class Fold:
    """Instead of a letter for which `after` of its case wait in the chat already: once for all that come then.

    Where that happened within the last minute, also after AFTER_CARD that were shown since: once for the next minute.
    """

    into: Letter
    after: int


IMMEDIATELY = {"due": 0, "longest": 0}
UNFOLDED: Mapping[str, str | int] = {"fold_letter": "", "fold_args": "", "fold_after": 0}


def folding(fold: Fold) -> Mapping[str, str | int]:
    letter, args = letter_columns(fold.into)
    return {"fold_letter": letter, "fold_args": args, "fold_after": fold.after}


class Outbox:
    """The letters of one transaction."""

    def __init__(self, now: datetime) -> None:
        self._now = now
        self._letters: list[Params] = []
        self.used = False

    def tell(
        self,
        party: Party,
        letter: Letter,
        *,
        dedupe: str | None = None,
        asked: LetterClass | None = None,
        fold: Fold | None = None,
    ) -> None:
        """Send `letter` to `party` after the commit. With `dedupe`, one of that name that waits already is enough.

        `asked`: its reader has just asked for it, so it has this class instead of its own.
        """
        letter_class = letter.letter_class if asked is None else asked
        self._write(party, letter, dedupe, letter_class, IMMEDIATELY, fold)

    def tell_album(
        self, party: Party, letter: Letter, album: str, due: datetime, longest: timedelta, fold: Fold | None = None
    ) -> None:
        """As `tell`, at `due`, which each further part puts off, until `longest` after the first at most."""
        when = {"due": to_microseconds(due), "longest": longest // MICROSECOND}
        self._write(party, letter, f"album:{album}", letter.letter_class, when, fold)

    def _write(
        self,
        party: Party,
        letter: Letter,
        dedupe: str | None,
        letter_class: LetterClass,
        when: Mapping[str, int],
        fold: Fold | None,
    ) -> None:
        kind, args = letter_columns(letter)
        content = {"letter": kind, "args": args, "dedupe": dedupe, "class": int(letter_class)}
        now = {"now": to_microseconds(self._now)}
        self._letters.append({**named(party), **content, **when, **now, **(folding(fold) if fold else UNFOLDED)})
        self.used = True

    @property
    def waits(self) -> bool:
        """Whether letters were told that are not written yet."""
        return bool(self._letters)

    def take(self) -> list[tuple[str, Params]]:
        """The statements that write the letters told since the last time, in their order."""
        letters, self._letters = self._letters, []
        sql = insertion(frozenset(str(each["party"]) for each in letters)) if letters else ""
        return [(sql, each) for each in letters]

    def drop(self) -> None:
        """Forget the letters told since they were last taken."""
        self._letters.clear()
