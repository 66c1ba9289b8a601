"""Who coordinates what now, as all queries ask for it."""

import pytest

from bot.domain.people import Part, Role, Scope
from bot.register import CommunityCode
from bot.storage import communities, people
from bot.storage.engine import Database
from bot.storage.transaction import Store, Transaction
from simulator.clock import MovedClock
from tests.storage import village
from tests.town import KOMYSHUVAKHA, policy

OTHER = CommunityCode("UA23060050000028860")


@pytest.mark.parametrize(
    ("part", "here", "other"),
    [
        (Part(Role.COORDINATOR, Scope.COUNTRY, None), True, True),
        (Part(Role.COORDINATOR, Scope.OBLAST, village.HERE), True, False),
        (Part(Role.COORDINATOR, Scope.COMMUNITY, KOMYSHUVAKHA), True, False),
        (Part(Role.COORDINATOR, Scope.COMMUNITY, OTHER), False, True),
        (Part(Role.COUNCIL, Scope.COMMUNITY, KOMYSHUVAKHA), False, False),
    ],
)
async def test_a_coordinator_has_the_communities_of_the_scope_and_no_other_role_has_any(
    database: Database, part: Part, here: bool, other: bool
) -> None:
    async def asked(tx: Transaction) -> tuple[bool, bool]:
        person = await village.person(tx)
        await village.area(tx)
        await communities.add(tx, OTHER, village.ELSEWHERE, person)
        await people.add_part(tx, person, part, None)
        found = [await communities.coordinated(tx, code, person) for code in (KOMYSHUVAKHA, OTHER)]
        return found[0] is not None, found[1] is not None

    store = Store(database, MovedClock(), policy())
    assert await store.transact(asked) == (here, other)
