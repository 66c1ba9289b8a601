"""What stories about pauses begin with."""

from simulator import Person
from tests.stories.cases import Talk, asks, talk
from tests.stories.posts import ZAPORIZHZHIA
from tests.town import Town

REASON = "Двадцять повідомлень на день"


async def opens_history(officer: Person, neutral: str = "") -> None:
    """By the newest button, or from the card of a case whose messages are shown by a press alone."""
    if neutral:
        await officer.presses("Показати", on=await officer.sees(neutral, anywhere=True))
    else:
        await officer.presses("Історія")
    await officer.sees("Надіслано.")


async def pauses(town: Town, officer: Person, term: str = "3 дні", reason: str = REASON) -> None:
    """From the card to the pause."""
    await opens_history(officer)
    await pauses_it(town, officer, term, reason)


async def pauses_it(town: Town, officer: Person, term: str = "3 дні", reason: str = REASON) -> None:
    """From the history to the pause."""
    await officer.presses("Ще дії")
    await officer.presses("Призупинити")
    await officer.sees("На який час призупинити")
    await officer.presses(term)
    await officer.sees("Напишіть причину")
    await officer.says(reason)
    await officer.sees("Призупинено до:")
    await town.settled()


async def lifts(officer: Person) -> None:
    await opens_history(officer)
    await lifts_it(officer)


async def lifts_it(officer: Person) -> None:
    await officer.presses("Ще дії")
    await officer.presses("Завершити паузу")
    await officer.sees("Паузу завершено.")


async def paused(town: Town, term: str = "3 дні", name: str = "") -> Talk:
    """Olena's question, which Ivan has paused."""
    both = await talk(town, name)
    await pauses(town, both.ivan, term)
    return both


async def two_officers(town: Town) -> tuple[Talk, Person, Person]:
    """Ivan has paused Olena's named case; Maria serves with him, and Olha coordinates."""
    area = await town.area()
    ivan, maria = await town.officer("Іван Петренко", area), await town.officer("Марія Коваль", area)
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    olena = await town.resident("Олена")
    await asks(olena, "Хто відповідає за вулицю?", "Олена Бондар")
    await ivan.presses("Прийняти")
    await town.settled()
    await pauses(town, ivan)
    return Talk(olena, ivan), maria, olha


async def sees_nothing_of(officer: Person, number: str, *words: str) -> None:
    """Neither in the chat nor in any list."""
    for text in (number, *words):
        await officer.does_not_see(text, anywhere=True)
    await officer.says("Звернення")
    await officer.sees("Чекають на Вас")
    for label in ("Чекаємо", "Прострочені", "Закриті"):
        await officer.presses(next(each for each in reversed(officer.buttons) if each.startswith(label)))
        await officer.does_not_see(number, anywhere=True)
