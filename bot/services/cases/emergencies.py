"""Whether whom to call is shown, where a resident's words tell of an emergency."""

from datetime import timedelta

from bot.domain.bodies import Body
from bot.domain.emergencies import emergency_in
from bot.domain.emergency_phrases import Emergency
from bot.domain.ids import CaseId
from bot.storage import cases
from bot.storage.transaction import Transaction

WARNED_FOR = timedelta(minutes=10)  # a card is not shown again while the talk is about the same


async def newly_told(tx: Transaction, case_id: CaseId, body: Body) -> Emergency | None:
    """The emergency that words tell of, unless the case has just told of it: whom to call is shown for it."""
    found = emergency_in(body.text)
    if found is None or await cases.told_since(tx, case_id, found, tx.now - WARNED_FOR):
        return None
    return found
