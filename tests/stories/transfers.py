"""What stories about transfers begin with."""

from dataclasses import dataclass

from bot.domain.ids import AreaId
from bot.storage import areas
from bot.storage.transaction import Transaction
from simulator import Person
from tests.stories.cases import asks
from tests.stories.pauses import opens_history
from tests.stories.posts import ZAPORIZHZHIA
from tests.town import KOMYSHUVAKHA, Town, resources

MARIA = "капітан поліції Марія Коваль"
NEIGHBOUR = next(each for each in resources().register.communities_of(ZAPORIZHZHIA) if each.code != KOMYSHUVAKHA)
NEIGHBOUR_NAME = f"{NEIGHBOUR.name} "  # with its kind behind it


@dataclass(frozen=True)
class Desk:
    """Olena's case, which Ivan has; Maria serves with him."""

    olena: Person
    ivan: Person
    maria: Person


async def two_at_desk(town: Town, name: str = "") -> Desk:
    area = await town.area()
    ivan, maria = await town.officer("Іван Петренко", area), await town.officer("Марія Коваль", area)
    olena = await town.resident("Олена")
    await asks(olena, "Хто відповідає за вулицю?", name)
    await ivan.presses("Прийняти")
    await town.settled()
    return Desk(olena, ivan, maria)


async def opens_transfer(officer: Person) -> None:
    """From the history."""
    await opens_history(officer)
    await officer.presses("Ще дії")
    await officer.sees("Що зробити зі зверненням?")
    await officer.presses("Передати")
    await officer.sees("Кому передати?")


async def transfers(town: Town, officer: Person, to: str = MARIA, word: str = "") -> None:
    await opens_transfer(officer)
    await officer.presses(to)
    await says_word(town, officer, word)


async def says_word(town: Town, officer: Person, word: str) -> None:
    await officer.sees("Напишіть колезі кілька слів")
    if word:
        await officer.says(word)
    else:
        await officer.presses("Передати без слів")
    await officer.sees(": передано.", anywhere=True)
    await town.settled()


async def another_area(town: Town, name: str) -> AreaId:
    """A second area of the community, which serves nothing by itself."""

    async def make(tx: Transaction) -> AreaId:
        return await areas.add(tx, KOMYSHUVAKHA, name)

    return await town.app.store.transact(make)


async def to_neighbour(town: Town, areas_there: int) -> list[AreaId]:
    """The neighbouring community with so many areas."""

    async def make(tx: Transaction) -> list[AreaId]:
        await tx.execute(
            """insert into communities(code, oblast, enrolment, enrolled_at)
               values (:code, :oblast, 'active', :now)""",
            code=NEIGHBOUR.code,
            oblast=ZAPORIZHZHIA,
            now=tx.now,
        )
        return [await areas.add(tx, NEIGHBOUR.code, f"Дільниця {number}") for number in range(1, areas_there + 1)]

    return await town.app.store.transact(make)
