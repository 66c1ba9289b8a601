"""Whether to show emergency numbers, and to notify a desk, where a resident's text mentions an emergency."""

from datetime import datetime, timedelta

from bot.domain.bodies import Body
from bot.domain.emergencies import emergency_in
from bot.domain.emergency_phrases import Emergency
from bot.domain.ids import CaseId
from bot.domain.people import Actor
from bot.storage import case_messages, emergency_cards
from bot.storage.transaction import Transaction

CARD_AGAIN = timedelta(hours=1)  # the card of a kind comes once in that time in a chat; another kind has its own
NOTIFIED_FOR = timedelta(minutes=10)  # a desk is not notified again while the case is about the same


async def card_due(tx: Transaction, actor: Actor, body: Body) -> Emergency | None:
    """The emergency that a text mentions, if its card is to be shown now, which is noted."""
    found = emergency_in(body.text)
    if found and await emergency_cards.show(tx, actor.person_id, found, tx.now - CARD_AGAIN):
        return found
    return None


async def newly_mentioned(tx: Transaction, case_id: CaseId, body: Body, since: datetime | None = None) -> bool:
    """Whether a text mentions an emergency that its case has not just mentioned.

    `since`: what was mentioned before does not count.
    """
    found, lately = emergency_in(body.text), tx.now - NOTIFIED_FOR
    since = max(lately, since) if since else lately
    return found is not None and not await case_messages.mentioned_since(tx, case_id, found, since)
