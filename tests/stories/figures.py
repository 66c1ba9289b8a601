"""What stories about a council's figures share: a community with a council, and periods that end."""

from datetime import UTC, datetime

from bot.domain.ids import PersonId
from bot.domain.people import CouncilPost
from bot.storage import council
from bot.storage.transaction import Transaction
from simulator import Person
from tests.keys import hashed
from tests.town import KOMYSHUVAKHA, Town

NEW_YEAR = datetime(2027, 1, 1, 7, tzinfo=UTC)  # nine in the morning in Kyiv


async def of_council(town: Town, name: str = "Надія", post: CouncilPost = CouncilPost.HEAD) -> Person:
    """A person of the council of Komyshuvakha."""
    person = town.telegram.person(name)
    await person.starts()
    await town.settled()
    [row] = await town.stored("select person_id from accounts where external_hash = :id", id=hashed(person.id))

    async def trusted(tx: Transaction) -> None:
        await council.add(tx, PersonId(int(str(row["person_id"]))), KOMYSHUVAKHA, post, name, None)

    await town.app.store.transact(trusted)
    return person


async def until(town: Town, then: datetime) -> None:
    """Let time go by until then."""
    await town.passes(seconds=(then - town.clock.now()).total_seconds())
