"""What a person is in the middle of: one row for a person in a chat.

Words that wait in a dialog until their writer says what they belong to are let go of only by name (`let_go`): neither
another form nor the end of one pushes them aside.
"""

from dataclasses import dataclass
from datetime import datetime

from pydantic import TypeAdapter

from bot.domain.bodies import Body
from bot.domain.desk import WordsWait
from bot.domain.dialogs import Data, Dialog, Written
from bot.domain.ids import ChatId, PersonId
from bot.domain.people import Actor
from bot.storage.people import DATA
from bot.storage.transaction import Transaction


async def begin(tx: Transaction, actor: Actor, flow: str, step: str, data: Data, until: datetime) -> None:
    """Open a dialog, or move the one that is open; at most one is open in a chat. Raises WordsWait."""
    _nothing_waits(actor)
    await _write(tx, actor, flow, step, data, until)


async def _write(tx: Transaction, actor: Actor, flow: str, step: str, data: Data, until: datetime) -> None:
    await tx.execute(
        """insert into dialogs(person_id, chat_id, thread_id, flow, step, data, expires_at)
           values (:person, :chat, 0, :flow, :step, :data, :until)
           on conflict (chat_id, person_id, thread_id) do update
              set flow = excluded.flow, step = excluded.step, data = excluded.data,
                  expires_at = excluded.expires_at""",
        person=actor.person_id,
        chat=actor.chat_id,
        flow=flow,
        step=step,
        data=DATA.dump_json(data).decode(),
        until=until,
    )


def _nothing_waits(actor: Actor) -> None:
    if kept_in(actor.dialog):
        raise WordsWait


async def end(tx: Transaction, actor: Actor) -> None:
    """Close the dialog. Raises WordsWait."""
    _nothing_waits(actor)
    await let_go(tx, actor)


async def let_go(tx: Transaction, actor: Actor) -> None:
    """Close the dialog with whatever waits in it."""
    await tx.execute(
        "delete from dialogs where person_id = :person and chat_id = :chat and thread_id = 0",
        person=actor.person_id,
        chat=actor.chat_id,
    )


async def sweep(tx: Transaction) -> None:
    """Forget what was left lying. Index: dialogs_expiry."""
    await tx.execute("delete from dialogs where expires_at <= :now", now=tx.now)


# Messages that wait in a dialog until their writer says what they belong to.

KEPT = "kept"
SCREEN = "screen"  # the message of the bot that asks about them
WRITTEN = TypeAdapter(list[Written])
BODY = TypeAdapter(Body)  # of one that waits to be confirmed


async def keep(tx: Transaction, actor: Actor, flow: str, step: str, kept: list[Written], until: datetime) -> None:
    """Open a dialog that holds these messages, with those that it held already."""
    screen = actor.dialog.data.get(SCREEN) if actor.dialog else None
    await _write(tx, actor, flow, step, {KEPT: WRITTEN.dump_json(kept).decode(), SCREEN: screen}, until)


def kept_in(dialog: Dialog | None) -> list[Written]:
    """The messages that a dialog holds."""
    return _held(dialog.data) if dialog else []


def _held(data: Data) -> list[Written]:
    held = data.get(KEPT)
    return WRITTEN.validate_json(held) if isinstance(held, str) else []


async def kept_by(tx: Transaction, person_id: PersonId, chat_id: ChatId) -> list[Written]:
    """The messages that this person's dialog holds now: for drawing, where no actor is at hand."""
    return _held(await data_of(tx, person_id, chat_id))


@dataclass(frozen=True, slots=True)
class Held:
    data: str


async def data_of(tx: Transaction, person_id: PersonId, chat_id: ChatId) -> Data:
    """What this person's dialog holds now, empty where none is open: for drawing, where no actor is at hand."""
    row = await tx.fetch_one(
        Held,
        """select data from dialogs
            where chat_id = :chat and person_id = :person and thread_id = 0 and expires_at > :now""",
        chat=chat_id,
        person=person_id,
        now=tx.now,
    )
    return DATA.validate_json(row.data) if row else {}


async def asked_in(tx: Transaction, person_id: PersonId, chat_id: ChatId) -> int | None:
    """The message that asks what the kept ones belong to; None where none stands yet."""
    screen = (await data_of(tx, person_id, chat_id)).get(SCREEN)
    return int(screen) if screen else None


async def note_asked(tx: Transaction, person_id: PersonId, chat_id: ChatId, message_id: int) -> None:
    """This message asks about what is kept, if anything still is."""
    data = await data_of(tx, person_id, chat_id)
    if KEPT in data:
        await tx.execute(
            "update dialogs set data = :data where chat_id = :chat and person_id = :person and thread_id = 0",
            data=DATA.dump_json({**data, SCREEN: message_id}).decode(),
            chat=chat_id,
            person=person_id,
        )
