"""What a person is in the middle of: one row for a person in a chat."""

from datetime import datetime

from bot.domain.dialogs import Data
from bot.domain.people import Actor
from bot.storage.people import DATA
from bot.storage.transaction import Transaction


async def begin(tx: Transaction, actor: Actor, flow: str, step: str, data: Data, until: datetime) -> None:
    """Open a dialog, or move the one that is open; at most one is open in a chat."""
    await tx.execute(
        """insert into dialogs(person_id, chat_id, thread_id, flow, step, data, expires_at)
           values (:person, :chat, 0, :flow, :step, :data, :until)
           on conflict (chat_id, person_id, thread_id) do update
              set flow = excluded.flow, step = excluded.step, data = excluded.data,
                  expires_at = excluded.expires_at, version = dialogs.version + 1""",
        person=actor.person_id,
        chat=actor.chat_id,
        flow=flow,
        step=step,
        data=DATA.dump_json(data).decode(),
        until=until,
    )


async def end(tx: Transaction, actor: Actor) -> None:
    await tx.execute(
        "delete from dialogs where person_id = :person and chat_id = :chat and thread_id = 0",
        person=actor.person_id,
        chat=actor.chat_id,
    )


async def sweep(tx: Transaction) -> None:
    """Forget what was left lying. Index: dialogs_expiry."""
    await tx.execute("delete from dialogs where expires_at <= :now", now=tx.now)
