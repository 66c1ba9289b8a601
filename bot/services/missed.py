"""What a person is shown who comes back after the bot could not write into their chat.

Letters of cases that were refused meanwhile wait again. They are kept for some days only; who was away for longer
learns how many messages came, and reads them in the case. What was edited is edited in the chat, however long ago. All
of it is drawn as the case is now, and nothing is shown twice: a copy knows which version it shows.

That something of a case is not delivered is said at its desk until just that has arrived (`talk.note_arrived`). Cases
whose marks go at the same moment would be seen to be of one person.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.domain.case_letters import CaseMoved, EditedText, MoreMessages
from bot.domain.cases import Case
from bot.domain.ids import CaseId, ChatId, PersonId
from bot.domain.letters import CoordinatorsOf, DeskMember, DeskOf, Party, ResidentOf
from bot.services import queue
from bot.storage import case_history, case_lists, case_messages, outbox
from bot.storage import cases as stored_cases
from bot.storage.copies import cards_in
from bot.storage.transaction import Transaction

BEFORE = timedelta(hours=1)  # a letter is refused some time after what it shows was done


async def bring(
    tx: Transaction, chat_id: ChatId, person_id: PersonId | None, fallen: list[Case], since: datetime
) -> None:
    """To a chat that could not be written into since then. `fallen`: the cases that nobody else worked meanwhile."""
    long = tx.now - since > tx.policy.retention.refused
    await outbox.revive(tx, chat_id)
    for party in await outbox.fold(tx, chat_id, 0 if long else tx.policy.cases.folded_after):
        if isinstance(party, ResidentOf | DeskMember | CoordinatorsOf):
            say_how_many(tx, party, party.case_id)
    own = (await stored_cases.open_of(tx, [person_id]))[person_id] if person_id is not None else []
    for case in own:
        await _bring_case(tx, ResidentOf(case.id), case, since, long=long)
    if long and person_id is not None:
        await _bring_endings(tx, chat_id, person_id, since)
        await _bring_cards(tx, chat_id, person_id, fallen)
    for worked in fallen:
        await _bring_case(tx, DeskOf(worked.id), worked, since, long=long)


async def _bring_endings(tx: Transaction, chat_id: ChatId, person_id: PersonId, since: datetime) -> None:
    """How a resident's cases ended meanwhile, and why, with what came before that."""
    for ending in await case_history.untold_endings(tx, chat_id, person_id, since - BEFORE):
        tx.outbox.tell(ResidentOf(ending.case_id), CaseMoved(ending.id))
        say_how_many(tx, ResidentOf(ending.case_id), ending.case_id)


async def _bring_case(tx: Transaction, party: Party, case: Case, since: datetime, *, long: bool) -> None:
    by_resident = not isinstance(party, ResidentOf)
    for message in await case_messages.edited_since(tx, case.id, since - BEFORE, by_resident=by_resident):
        tx.outbox.tell(party, EditedText(message), dedupe=f"edit:{message}")
    if long:
        say_how_many(tx, party, case.id)


def say_how_many(tx: Transaction, party: Party, case_id: CaseId) -> None:
    tx.outbox.tell(party, MoreMessages(case_id), dedupe=MoreMessages.__name__)


async def _bring_cards(tx: Transaction, chat_id: ChatId, person_id: PersonId, fallen: Sequence[Case]) -> None:
    """Cases that came to an officer, and of which the chat holds nothing."""
    desk = await case_lists.desk_of(tx, person_id)
    if desk is not None and desk.officer:
        new = [case for case in fallen if not await cards_in(tx, case.id, chat_id)]
        if new:
            await queue.bring(tx, new, desk.officer)
