"""What a person does with the lists of cases at their desk. Nobody else sees it."""

from bot.domain.case_lists import PINS, TooManyPins
from bot.domain.ids import CaseId
from bot.domain.people import Actor
from bot.services.cases import access
from bot.storage import case_pins
from bot.storage.transaction import Transaction


async def pin(tx: Transaction, actor: Actor, case_id: CaseId) -> None:
    """Keep a case first in one's lists. Raises NotFound, TooManyPins."""
    case = await access.seen_at_desk(tx, actor.person_id, case_id)
    pinned = await case_pins.of_person(tx, actor.person_id)
    if case.id not in pinned and len(pinned) >= PINS:
        lost = [each for each in pinned if await access.at_some_desk(tx, actor.person_id, each) is None]
        if not lost:
            raise TooManyPins(limit=PINS)
        await case_pins.remove(tx, actor.person_id, lost)
    await case_pins.add(tx, actor.person_id, case.id)


async def unpin(tx: Transaction, actor: Actor, case_id: CaseId) -> None:
    """Raises NotFound."""
    case = await access.seen_at_desk(tx, actor.person_id, case_id)
    await case_pins.remove(tx, actor.person_id, [case.id])
