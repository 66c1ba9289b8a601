"""What becomes of a draft that is not sent, and of an answer that was given to no case yet.

Its writer is reminded twice: when they have stopped, and before it is erased. Then the messages that show it say that
it is gone. Where nothing may be said of drafts one reminder is enough for all of them.

When a writer is to be reminded next is stored with what they wrote, and moves on each time they come back to it. A
reminder and the note that it was made are in one commit: a crash neither loses nor repeats it.
"""

from dataclasses import replace
from itertools import groupby

from bot.domain.case_dialogs import CollectingDraft, HoldingText, NamingSender, WritingAnswer
from bot.domain.case_letters import DraftErased, DraftWaits, PromptDone
from bot.domain.desk import TextErased, WhoseAsked
from bot.domain.holds import WritingHoldReason
from bot.domain.ids import CaseId
from bot.domain.letters import PersonAt, PlainText
from bot.domain.pauses import WritingReason
from bot.domain.walk_ins import RecordingCase, RecordWaits
from bot.storage import case_drafts, dialogs
from bot.storage.transaction import Transaction

AT_ONCE = 50  # in one transaction: messages wait meanwhile


# Drafts.


def touch(tx: Transaction, draft_id: CaseId) -> None:
    """Its writer is at it: they have not stopped, and all its time begins again."""
    policy = tx.policy.cases
    case_drafts.touch(tx, draft_id, tx.now + policy.draft_reminded, policy.warned_at(tx.now))


async def is_read_by_others(tx: Transaction, draft_id: CaseId) -> bool:
    """Whether another person may read the telephone on which a draft was written: then nothing of it is said there."""
    return await case_drafts.is_read_by_others(tx, draft_id)


async def remind_of_drafts(tx: Transaction) -> bool:
    """Remind the writers of some drafts; whether there may be more."""
    due = await case_drafts.to_remind_of(tx, AT_ONCE)
    for draft in due:
        warned_at = tx.policy.cases.warned_at(draft.touched_at)
        last = warned_at <= tx.now
        if draft.holds:
            name = "unsent" if await is_read_by_others(tx, draft.id) else f"unsent:{draft.id}"
            tx.outbox.tell(PersonAt(draft.person_id), DraftWaits(draft.id, last), dedupe=name)
            # The question for a name goes out of the chat with this: what comes next is no answer to it.
            await dialogs.turn(tx, draft.person_id, NamingSender(draft.id), CollectingDraft(draft.id))
        await case_drafts.note_reminded(tx, draft.id, None if last else warned_at)
    return len(due) == AT_ONCE


async def erase_drafts(tx: Transaction) -> bool:
    """Erase some drafts whose time is over; whether there may be more."""
    due = await case_drafts.untouched(tx, tx.now - tx.policy.cases.draft_kept, AT_ONCE)
    for person, cards in groupby(await case_drafts.cards_of(tx, due), key=lambda card: card.person_id):
        tx.outbox.tell(PersonAt(person), DraftErased(tuple(card.message_id for card in cards)))
    await case_drafts.delete(tx, due)
    return len(due) == AT_ONCE


# What was written at a desk, and dialogs that nobody went on with.


async def remind_of_held(tx: Transaction) -> bool:
    """Ask some officers again for which case it is that they have written; whether there may be more."""
    due = await dialogs.to_remind_of(tx, AT_ONCE)
    for each in due:
        warned_at = tx.policy.cases.warned_at(each.expires_at - tx.policy.cases.draft_kept)
        last = warned_at <= tx.now
        dialog = each.dialog
        if isinstance(dialog, HoldingText):
            tx.outbox.tell(each.writer, WhoseAsked(each.expires_at if last else None))
            dialog = replace(dialog, reminded=True)
        elif isinstance(dialog, RecordingCase):
            tx.outbox.tell(each.writer, RecordWaits(each.expires_at if last else None))
            dialog = replace(dialog, reminded=True)
        await dialogs.note_reminded(tx, each, dialog, None if last else warned_at)
    return len(due) == AT_ONCE


async def end_dialogs(tx: Transaction) -> bool:
    """Forget some dialogs that were left open; whether there may be more. What they asked for, or held, says so."""
    due = await dialogs.over(tx, AT_ONCE)
    for each in due:
        match each.dialog:
            case HoldingText(asked_in=asked_in):
                tx.outbox.tell(each.writer, TextErased(asked_in))
            case RecordingCase():
                tx.outbox.tell(each.writer, PlainText("walk-in-erased"))
            case WritingAnswer(case_id=case_id) | WritingReason(case_id=case_id) | WritingHoldReason(case_id=case_id):
                tx.outbox.tell(each.writer, PromptDone(case_id, said=False))
        await dialogs.forget(tx, each)
    return len(due) == AT_ONCE
