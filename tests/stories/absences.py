"""What stories about absences share: officers who can stand in for one another, and how one goes and comes back."""

from bot.domain.ids import AreaId
from bot.storage import areas
from bot.storage.transaction import Transaction
from simulator import Person
from tests.stories.cases import asks
from tests.stories.posts import opens_area
from tests.town import KOMYSHUVAKHA, Town

MARIA = "майор поліції Марія Коваль"
UNTIL = "Ваш офіцер відсутній до 7 грудня включно."


async def area_beside(town: Town) -> AreaId:
    """Another area of Komyshuvakha, in which no resident of the stories lives."""

    async def make(tx: Transaction) -> AreaId:
        return await areas.add(tx, KOMYSHUVAKHA, "Друга дільниця")

    return await town.app.store.transact(make)


async def two_officers(town: Town) -> tuple[Person, Person]:
    """Ivan, who serves the residents, and Maria, who serves another area of the same community."""
    ivan = await town.officer("Іван Петренко", await town.area())
    return ivan, await town.officer("Марія Коваль", await area_beside(town), "майор поліції")


async def opens_absence(officer: Person) -> None:
    await officer.says("Мій кабінет")
    await officer.presses("Відсутність")


async def goes_away(officer: Person, days: str = "14 днів", stand_in: str = MARIA, *, first: str = "Сьогодні") -> None:
    await opens_absence(officer)
    await sets_absence(officer, days, stand_in, first=first)


async def sets_absence(
    setter: Person, days: str = "14 днів", stand_in: str = MARIA, *, first: str = "Сьогодні"
) -> None:
    """From the page of an absence."""
    await setter.presses("Вказати дні відсутності")
    await setter.presses(first)
    await setter.presses(days)
    await setter.presses(stand_in)
    await setter.presses("Усе правильно, зберегти")
    await setter.sees("Триває зараз." if first == "Сьогодні" else "Відсутність: ")


async def accepted(town: Town, officer: Person, words: str = "Перше слово") -> Person:
    """The resident of a case that this officer has."""
    olena = await town.resident("Олена")
    await asks(olena, words)
    await officer.presses("Прийняти")
    await town.settled()
    return olena


async def comes_back(officer: Person) -> None:
    await opens_absence(officer)
    await officer.presses("Повернутися на службу зараз")


async def dismissed_from(town: Town, coordinator: Person, area: str, officer: str) -> None:
    await opens_area(town, coordinator, area)
    await coordinator.presses(officer)
    await coordinator.presses("Зняти з дільниці")
    await coordinator.presses("Так, зняти")
    await town.settled()
