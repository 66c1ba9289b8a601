"""Which emergency cards a person was shown within the hour."""

from datetime import datetime

from bot.domain.emergency_phrases import Emergency
from bot.domain.ids import PersonId
from bot.storage.transaction import Transaction


async def show(tx: Transaction, person_id: PersonId, emergency: Emergency, since: datetime) -> bool:
    """Note that a card is shown now; False where it was shown after `since`. By the primary key."""
    noted = await tx.count(
        """insert into emergency_cards(person_id, emergency, shown_at) values (:person, :emergency, :now)
           on conflict (person_id, emergency) do update set shown_at = excluded.shown_at
                 where emergency_cards.shown_at <= :since
           returning person_id""",
        person=person_id,
        emergency=emergency,
        now=tx.now,
        since=since,
    )
    return noted > 0


async def sweep(tx: Transaction, before: datetime) -> None:
    """Forget what no longer keeps a card back. Index: emergency_cards_shown."""
    await tx.execute("delete from emergency_cards where shown_at <= :before", before=before)
