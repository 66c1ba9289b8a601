"""What stories about absences share: officers who can stand in for one another, and how one goes away."""

from bot.domain.ids import AreaId
from bot.storage import areas
from bot.storage.transaction import Transaction
from simulator import Person
from tests.town import KOMYSHUVAKHA, Town

MARIA = "майор поліції Марія Коваль"


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
