"""From one kind of desk to the other: officers' chats have a thread for each case, or all in one.

What is touched moves by itself, as its next letter leaves (`workers.threads`). After a start with another setting the
cards of all open cases are drawn again, some desks at a time, behind everything else that waits.
"""

from bot.domain.case_letters import CardChanged
from bot.domain.ids import OfficerId
from bot.domain.letters import DeskMember, LetterClass
from bot.storage import case_threads, facts
from bot.storage.transaction import Transaction

DESKS = 20  # in one transaction


async def begin(tx: Transaction, *, threads: bool) -> None:
    """The bot starts, with threads or without: where that was otherwise before, all desks have to follow."""
    await case_threads.forget_refusals(tx)
    kind = "threads" if threads else "chat"
    if (await facts.get(tx, facts.DESKS) or "chat") != kind:
        await facts.put(tx, facts.DESKS, kind)
        await facts.put(tx, facts.DESKS_MOVED, "0")


async def move_on(tx: Transaction) -> None:
    """Draw the cards of the next desks again, where they are wanted now; once a minute, until all have been seen."""
    moved = await facts.get(tx, facts.DESKS_MOVED)
    if moved is None:
        return
    officers = await case_threads.next_desks(tx, OfficerId(int(moved)), DESKS)
    for case in await case_threads.open_cases(tx, officers) if officers else []:
        party = DeskMember(case.case_id, case.officer_id)
        tx.outbox.tell(party, CardChanged(case.case_id), dedupe=f"card:{case.case_id}", asked=LetterClass.LATER)
    if officers:
        await facts.put(tx, facts.DESKS_MOVED, str(officers[-1]))
    else:
        await facts.drop(tx, facts.DESKS_MOVED)
