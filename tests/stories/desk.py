"""What stories of the desk begin with."""

from simulator import Person
from tests.keys import hashed
from tests.town import Town

QUESTION = "Хто відповідає за освітлення?"


async def case_ids(town: Town) -> list[int]:
    """Every case that was sent, in order."""
    rows = await town.stored("select id from cases where status <> 'draft' order by id")
    return [int(str(row["id"])) for row in rows]


async def dismisses(town: Town, officer: Person) -> None:
    """The officer holds no post from now on."""
    await town.stored(
        """update assignments set until = 1 where until is null and officer_id in
             (select o.id from officers o join accounts k on k.person_id = o.person_id where k.external_hash = :id)
           returning id""",
        id=hashed(officer.id),
    )
