"""What a person is in the middle of: one row for a person in a chat, with the dialog's name and its fields as JSON.

Where a chat has threads of cases, each has a row of its own (`Actor.form_thread`): what is written in one thread never
ends in the form of another.

A dialog that this version of the program cannot read counts as none: it was stored by an older one, and its form is
not the same any more. Messages that wait until their writer says which case they answer (`HoldingText`), and a call or
visit that is being written down (`RecordingCase`), are let go of only by name (`let_go`): no other takes their place.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

import structlog
from pydantic import ValidationError

from bot.domain.case_dialogs import HoldingText
from bot.domain.desk import TextUnassigned
from bot.domain.dialogs import Dialog
from bot.domain.ids import ChatId, PersonId
from bot.domain.letters import PersonAt
from bot.domain.people import Actor
from bot.domain.walk_ins import RecordingCase, RecordUnfinished
from bot.storage.rows import adapter
from bot.storage.transaction import Transaction

log = structlog.get_logger()

D = TypeVar("D", bound=Dialog)


@dataclass(frozen=True, slots=True)
class Stored:
    flow: str
    data: str


def read(flow: str, data: str) -> Dialog | None:
    """The dialog that was stored; None where it fits no dialog of this version."""
    kind = Dialog.flows.get(flow)
    try:
        dialog: Dialog | None = adapter(kind).validate_json(data) if kind is not None else None
    except ValidationError:  # its own text may quote what people wrote
        dialog = None
    if dialog is None:
        log.warning("a stored dialog fits none of today's: it counts as none", flow=flow)
    return dialog


async def begin(tx: Transaction, actor: Actor, dialog: Dialog) -> None:
    """Open a dialog, in place of the one that is open. Raises TextUnassigned, RecordUnfinished."""
    if type(dialog) is not type(actor.dialog):
        _nothing_waits(actor)
    await tx.execute(
        """insert into dialogs(person_id, chat_id, thread_id, flow, data, expires_at, remind_at)
           values (:person, :chat, :thread, :flow, :data, :until, :remind)
           on conflict (chat_id, person_id, thread_id) do update
              set flow = excluded.flow, data = excluded.data, expires_at = excluded.expires_at,
                  remind_at = excluded.remind_at""",
        person=actor.person_id,
        chat=actor.chat_id,
        thread=actor.form_thread,
        flow=dialog.flow,
        data=dialog,
        until=tx.now + (dialog.lasts or tx.policy.cases.draft_kept),
        remind=_remind_at(tx, dialog),
    )


async def put(tx: Transaction, person_id: PersonId, dialog: Dialog) -> None:
    """Open a dialog that takes no messages for a person who does not act, in place of whatever is open."""
    await tx.execute(
        """insert into dialogs(person_id, chat_id, thread_id, flow, data, expires_at)
           select p.id, p.chat_id, 0, :flow, :data, cast(:until as bigint) from persons p where p.id = :person
           on conflict (chat_id, person_id, thread_id) do update
              set flow = excluded.flow, data = excluded.data, expires_at = excluded.expires_at, remind_at = null""",
        person=person_id,
        flow=dialog.flow,
        data=dialog,
        until=tx.now + (dialog.lasts or tx.policy.cases.draft_kept),
    )


def _remind_at(tx: Transaction, dialog: Dialog) -> datetime | None:
    """When the writer of what a dialog holds is reminded of it: when they have stopped, and after that near its end."""
    if not isinstance(dialog, HoldingText | RecordingCase):
        return None
    policy = tx.policy.cases
    return policy.warned_at(tx.now) if dialog.reminded else tx.now + policy.draft_reminded


def _nothing_waits(actor: Actor) -> None:
    if isinstance(actor.dialog, HoldingText):
        raise TextUnassigned
    if isinstance(actor.dialog, RecordingCase):
        raise RecordUnfinished


async def end(tx: Transaction, actor: Actor) -> None:
    """Close the dialog. Raises TextUnassigned."""
    _nothing_waits(actor)
    await let_go(tx, actor)


async def leave(tx: Transaction, actor: Actor, kinds: type[Dialog] | tuple[type[Dialog], ...]) -> None:
    """Close the dialog if it is of one of these kinds; any other stays open. Raises TextUnassigned."""
    if isinstance(actor.dialog, kinds):
        await end(tx, actor)


async def let_go(tx: Transaction, actor: Actor) -> None:
    """Close the dialog with whatever waits in it."""
    await tx.execute(
        "delete from dialogs where person_id = :person and chat_id = :chat and thread_id = :thread",
        person=actor.person_id,
        chat=actor.chat_id,
        thread=actor.form_thread,
    )


# By the clock.


@dataclass(frozen=True, slots=True)
class Left(Stored):
    """A dialog that was left open."""

    person_id: PersonId
    chat_id: ChatId
    thread_id: int
    expires_at: datetime

    @property
    def writer(self) -> PersonAt:
        """Its person, where it was open."""
        return PersonAt(self.person_id, self.thread_id or None)

    @property
    def dialog(self) -> Dialog | None:
        return read(self.flow, self.data)


LEFT = "flow, data, person_id, chat_id, thread_id, expires_at"
OF_LEFT = "where chat_id = :chat and person_id = :person and thread_id = :thread"


async def to_remind_of(tx: Transaction, limit: int) -> list[Left]:
    """Dialogs that hold something of which the writer is to be reminded now. Index: dialogs_unsent."""
    sql = f"select {LEFT} from dialogs where remind_at <= :now order by remind_at limit :limit"
    return await tx.fetch_all(Left, sql, now=tx.now, limit=limit)


async def note_reminded(tx: Transaction, left: Left, dialog: Dialog | None, again_at: datetime | None) -> None:
    await tx.execute(
        f"update dialogs set data = :data, remind_at = :again {OF_LEFT}",
        data=dialog or left.data,
        again=again_at,
        chat=left.chat_id,
        person=left.person_id,
        thread=left.thread_id,
    )


async def skip_reminders(tx: Transaction) -> None:
    """Index: dialogs_unsent."""
    await tx.execute("update dialogs set remind_at = null where remind_at is not null")


async def turn(tx: Transaction, person_id: PersonId, before: Dialog, after: Dialog) -> None:
    """Let what comes next be for something else, where it is still for this. Index: dialogs_person."""
    open_ones = await tx.fetch_all(Left, f"select {LEFT} from dialogs where person_id = :person", person=person_id)
    for left in open_ones:
        if left.flow == before.flow and left.dialog == before:
            await tx.execute(
                f"update dialogs set flow = :flow, data = :data {OF_LEFT}",
                flow=after.flow,
                data=after,
                chat=left.chat_id,
                person=left.person_id,
                thread=left.thread_id,
            )


async def over(tx: Transaction, limit: int) -> list[Left]:
    """Those whose time is over. Index: dialogs_expiry."""
    sql = f"select {LEFT} from dialogs where expires_at <= :now order by expires_at limit :limit"
    return await tx.fetch_all(Left, sql, now=tx.now, limit=limit)


async def forget(tx: Transaction, left: Left) -> None:
    sql = f"delete from dialogs {OF_LEFT}"
    await tx.execute(sql, chat=left.chat_id, person=left.person_id, thread=left.thread_id)


# For rendering, where there is no actor.


FORM_THREAD = "coalesce((select t.thread_id from case_threads t where t.chat_id = :chat and t.thread_id = :thread), 0)"


async def open_in(
    tx: Transaction, person_id: PersonId, chat_id: ChatId, kind: type[D], thread_id: int | None = None
) -> D | None:
    """What this person is in the middle of now, in this thread of the chat, if it is of this kind.

    Indexes: the key of dialogs, case_threads_thread.
    """
    row = await tx.fetch_one(
        Stored,
        f"""select flow, data from dialogs
             where chat_id = :chat and person_id = :person and thread_id = {FORM_THREAD} and expires_at > :now""",
        chat=chat_id,
        person=person_id,
        thread=thread_id or 0,
        now=tx.now,
    )
    dialog = read(row.flow, row.data) if row else None
    return dialog if isinstance(dialog, kind) else None


async def note_asked(
    tx: Transaction, person_id: PersonId, chat_id: ChatId, message_id: int, thread_id: int | None = None
) -> None:
    """This message of the bot asks about the messages that wait, if any still do."""
    waiting = await open_in(tx, person_id, chat_id, HoldingText, thread_id)
    if waiting is not None:
        await tx.execute(
            f"""update dialogs set data = :data
                 where chat_id = :chat and person_id = :person and thread_id = {FORM_THREAD}""",
            data=replace(waiting, asked_in=message_id),
            chat=chat_id,
            person=person_id,
            thread=thread_id or 0,
        )
