"""What stories about meetings share: setting one, and announcing it."""

from simulator import Person
from tests.stories.joining import a_head
from tests.town import Town

ABOUT = "Як працює проєкт. Візьміть паспорт громади."
INVITED = "Комишуваська селищна громада"


async def opens_meetings(coordinator: Person) -> None:
    await coordinator.says("Координатор")
    await coordinator.presses("Заходи")


async def writes_meeting(olha: Person, when: str = "завтра о 20:00") -> None:
    """As far as the choice of the councils."""
    await opens_meetings(olha)
    await olha.presses("Новий захід")
    await olha.presses("Семінар")
    await olha.sees("Коли?")
    await olha.says(when)
    await olha.sees("Де?")
    await olha.says("вул. Миру, 1, актова зала")
    await olha.sees("про що захід")
    await olha.says(ABOUT)
    await olha.sees("Кого запросити?")


async def announces_meeting(olha: Person) -> None:
    await writes_meeting(olha)
    await olha.presses(f"· {INVITED}")
    await olha.presses("Готово")
    await olha.sees("Так її побачать запрошені.")
    await olha.presses("Оголосити")
    await olha.sees("Без відповіді: ")


async def a_meeting(town: Town) -> tuple[Person, Person]:
    """Olha has invited Nadiia, the head of a community, to a seminar tomorrow evening."""
    olha, nadiia = await a_head(town)
    await announces_meeting(olha)
    await nadiia.sees("Вас запрошено.")
    return olha, nadiia
