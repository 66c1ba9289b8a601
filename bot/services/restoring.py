"""What a restored backup needs before the bot works on it: people have had more from the bot than it knows of.

What was erased since on request is erased again, by the list beside the backups. Letters that waited go out, some of
them for the second time: better twice than never. What goes to many does not: better never than twice. Ids and case
numbers that were given since are on buttons and in people's chats: they are given to nobody else.
"""

from dataclasses import dataclass

from bot.domain.audit import OPERATOR
from bot.domain.broadcasts import Delivery
from bot.domain.erasures import Erasure
from bot.services import deadlines, erasure, figures, reminders
from bot.services.notices import moves as notice_moves
from bot.storage import (
    audit,
    broadcasts,
    case_drafts,
    cases,
    deliveries,
    dialogs,
    erasure_list,
    erasures,
    facts,
    inbox,
    notices,
    outbox,
)
from bot.storage.erasure_list import Act, NoList, WrongList, act
from bot.storage.transaction import Transaction

SKIPPED_IDS, SKIPPED_NUMBERS = 1_000_000, 1_000  # more than can have been given between two backups
BATCH = 500


class NotFinished(Exception):
    """The database is a restored backup, and not all was done that it needs."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits in a restored backup and may have been done since."""

    letters: int
    updates: int


async def check_finished(tx: Transaction) -> None:
    """A database that was put back by hand has not forgotten what people had erased since. Raises NotFinished."""
    if await facts.get(tx, facts.BACKUP) is not None:
        raise NotFinished("this is a backup that was put here by hand")
    try:
        unknown = await unrepeated(tx)
    except (NoList, WrongList, OSError):
        return  # it shows nothing; the job that writes it reports what is wrong with it
    if unknown:
        raise NotFinished(f"it is older than the last {len(unknown)} in the list of erasures")


async def unrepeated(tx: Transaction) -> list[Act]:
    """What is in the list, and this database does not know of. Raises NoList, WrongList, OSError."""
    bot_id = await facts.owner(tx)
    if bot_id is None:
        return []
    known = {act(each) for each in await erasures.all_of(tx)}
    return [each for each in erasure_list.read(tx.policy.erasure_list, bot_id) if each not in known]


async def repeat_erasures(tx: Transaction) -> int:
    """Mark the next of what `workers.eraser` is to erase again: how many. Raises NoList, WrongList, OSError."""
    acts = (await unrepeated(tx))[:BATCH]
    for at, what, subject_id in acts:
        await erasure.repeat(tx, Erasure(0, at, what, subject_id))
    return len(acts)


async def stop_broadcasts(tx: Transaction) -> int:
    """Of the next deliveries that waited nobody knows whether they went: how many. What chats have may still be
    corrected.
    """
    await deliveries.recover(tx)
    await deliveries.forget_held(tx)
    for each in await broadcasts.open_ones(tx):
        if let_go := await broadcasts.let_go(tx, each, Delivery.UNKNOWN, BATCH):
            return let_go
    return 0


async def take_up(tx: Transaction) -> Waiting:
    """Go on from now: nothing is begun that has become due since the backup, and nothing is numbered as it was."""
    await notice_moves.give_back_due(tx)
    await reminders.skip_due(tx)
    await deadlines.skip_due(tx)
    await figures.skip_ended(tx)
    await case_drafts.skip_reminders(tx)
    await dialogs.skip_reminders(tx)
    await notices.skip_reminders(tx)
    await tx.skip_ids(SKIPPED_IDS)
    await cases.skip_numbers(tx, SKIPPED_NUMBERS)
    return Waiting(await outbox.count_waiting(tx), await inbox.count_waiting(tx))


async def finish(tx: Transaction) -> None:
    """All is done: the bot may work."""
    made_at = await facts.get(tx, facts.BACKUP)
    await facts.drop(tx, facts.BACKUP)
    audit.write(tx, OPERATOR, "restore", "backup", made_at or "by hand")
