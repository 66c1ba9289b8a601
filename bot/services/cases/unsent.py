"""What becomes of a draft that is not sent. Its writer is reminded of it twice: once when they have stopped, and once
before it is erased. Then the messages that show it say that it is gone.

When a writer is to be reminded next is stored with the draft, and moves on each time they come back to it. A reminder
and the note that it was made are in one commit: a crash neither loses nor repeats it.
"""

from datetime import datetime
from itertools import groupby

from bot.domain.case_letters import DraftErased, DraftWaits
from bot.domain.ids import CaseId
from bot.domain.letters import PersonAt
from bot.domain.policy import CasePolicy
from bot.storage import case_drafts
from bot.storage.transaction import Transaction

AT_ONCE = 50  # in one transaction: messages wait meanwhile


def touch(tx: Transaction, draft_id: CaseId) -> None:
    """Its writer is at it: they have not stopped, and all its time begins again."""
    policy = tx.policy.cases
    case_drafts.touch(tx, draft_id, tx.now + policy.draft_reminded, warned_at(tx.now, policy))


def warned_at(touched_at: datetime, policy: CasePolicy) -> datetime:
    """When the writer of a draft reads that it is erased soon: never before half of its time."""
    return touched_at + policy.draft_kept - min(policy.draft_warned, policy.draft_kept / 2)


async def is_read_by_others(tx: Transaction, draft_id: CaseId) -> bool:
    """Whether another person may read the telephone on which a draft was written: then nothing of it is said there."""
    return await case_drafts.is_read_by_others(tx, draft_id)


async def remind_of_drafts(tx: Transaction) -> bool:
    """Remind the writers of some drafts; whether there may be more."""
    due = await case_drafts.to_remind_of(tx, AT_ONCE)
    for draft in due:
        warned = warned_at(draft.touched_at, tx.policy.cases)
        last = warned <= tx.now
        if draft.holds:
            tx.outbox.tell(PersonAt(draft.person_id), DraftWaits(draft.id, last), dedupe=f"unsent:{draft.id}")
        await case_drafts.note_reminded(tx, draft.id, None if last else warned)
    return len(due) == AT_ONCE


async def erase_drafts(tx: Transaction) -> bool:
    """Erase some drafts whose time is over; whether there may be more."""
    due = await case_drafts.untouched(tx, tx.now - tx.policy.cases.draft_kept, AT_ONCE)
    for person, cards in groupby(await case_drafts.cards_of(tx, due), key=lambda card: card.person_id):
        tx.outbox.tell(PersonAt(person), DraftErased(tuple(card.message_id for card in cards)))
    await case_drafts.delete(tx, due)
    return len(due) == AT_ONCE
