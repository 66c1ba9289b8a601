"""Whether to show emergency numbers, where a resident's text mentions an emergency."""

from datetime import datetime, timedelta

from bot.domain.bodies import Body
from bot.domain.emergencies import emergency_in
from bot.domain.emergency_phrases import Emergency
from bot.domain.ids import CaseId
from bot.storage import case_messages
from bot.storage.transaction import Transaction

WARNED_FOR = timedelta(minutes=10)  # a card is not shown again while the case is about the same


async def newly_mentioned(
    tx: Transaction, case_id: CaseId, body: Body, since: datetime | None = None
) -> Emergency | None:
    """The emergency that a text mentions, for which numbers are shown; None when the case has just mentioned it.

    `since`: what was mentioned before does not count.
    """
    found, lately = emergency_in(body.text), tx.now - WARNED_FOR
    since = max(lately, since) if since else lately
    if found is None or await case_messages.mentioned_since(tx, case_id, found, since):
        return None
    return found
