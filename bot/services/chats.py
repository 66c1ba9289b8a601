"""What the chats of those who work cases hold of them, and how it goes from there.

There is one way: a letter names a case, and all that the chat holds of it is deleted, or where that is too late, edited
away (`CaseTaken`). A copy is forgotten only once that was done, so what could not be reached is found later. What no
edit can empty does not wait for that: it goes before a bot may not delete it any more (`FleetingLeaves`).
"""

from itertools import groupby
from operator import attrgetter

from bot.domain.case_letters import CaseTaken, FleetingLeaves
from bot.domain.ids import CaseId, PersonId
from bot.domain.letters import DeskMember, PersonAt
from bot.storage import copies, officers, shown_lists
from bot.storage.copies import Clearing
from bot.storage.transaction import Transaction

BATCH = 500  # messages of a chat that are looked at together


async def clear(tx: Transaction, person_id: PersonId) -> None:
    """All that a person may not see any more goes from their chat, the newest first. Of a long history the schedule
    does the rest.
    """
    clearing = await copies.begin_clearing(tx, person_id)
    if clearing is not None:
        await _clear(tx, clearing)


async def clear_on(tx: Transaction) -> bool:
    """Go on with a chat that is being cleared; whether there may be more."""
    clearing = await copies.next_clearing(tx)
    if clearing is not None:
        await _clear(tx, clearing)
    return clearing is not None


async def _clear(tx: Transaction, clearing: Clearing) -> None:
    held = await copies.held_before(tx, clearing, BATCH)
    officer = await officers.of_person(tx, clearing.person_id)
    officer_id = officer.id if officer else None
    shown = {*(each.case_id for each in held), *await shown_lists.cases_in(tx, clearing.chat_id)}
    for case_id in await copies.not_theirs(tx, clearing.person_id, officer_id, sorted(shown)):
        party = DeskMember(case_id, officer_id) if officer_id is not None else PersonAt(clearing.person_id)
        tx.outbox.tell(party, CaseTaken(case_id), dedupe=taken_name(case_id))
    done = len(held) < BATCH
    await copies.note_cleared(tx, clearing.chat_id, None if done else min(each.message_id for each in held))


def taken_name(case_id: CaseId) -> str:
    """One letter that takes a case from a chat is enough."""
    return f"taken:{case_id}"


async def take_fleeting(tx: Transaction) -> bool:
    """What no edit can empty goes from the chats in which it has been long enough; whether there may be more."""
    due = await copies.leaving(tx, BATCH)
    for (person_id, case_id, message_id), found in groupby(due, attrgetter("person_id", "case_id", "case_message_id")):
        letter = FleetingLeaves(case_id, message_id, tuple(each.message_id for each in found))
        tx.outbox.tell(PersonAt(person_id), letter)
    await copies.note_leaving(tx, due)
    return len(due) == BATCH
