"""What stories about cases begin with."""

from dataclasses import dataclass

from simulator import Person
from tests.town import Town

UNNAMED, NAMED = "Надіслати без імені", "Надіслати з іменем"


@dataclass(frozen=True)
class Talk:
    """A resident and the officer of the place, with an open case between them."""

    olena: Person
    ivan: Person


async def asks(resident: Person, words: str, name: str = "") -> None:
    """Send a question, anonymous without a name."""
    await resident.presses("Запитати")
    await resident.says(words)
    if name:
        await resident.presses(NAMED)
        await resident.says(name)
    else:
        await resident.presses(UNNAMED)
    await resident.sees("Надіслано: КШ-")


async def reports(resident: Person, category: str, words: str) -> None:
    """Send an anonymous report of a category without an emergency card."""
    await resident.presses("Повідомити")
    await chooses(resident, category)
    await resident.says(words)
    await resident.presses(UNNAMED)
    await resident.sees("Надіслано: КШ-")


async def chooses(resident: Person, category: str) -> None:
    """Press a topic, wherever it is."""
    page = await resident.sees("Про що хочете повідомити?")
    if category not in page.buttons:
        await resident.presses("Ще теми")
    await resident.presses(category)


async def talk(town: Town, name: str = "") -> Talk:
    """Olena's question, accepted by Ivan."""
    ivan = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await asks(olena, "Хто відповідає за вулицю?", name)
    await ivan.presses("Прийняти")
    await town.settled()
    return Talk(olena, ivan)


async def opens_case(pair: Talk) -> None:
    await pair.olena.presses("Мої звернення")
    await pair.olena.sees("Оберіть звернення")
    await pair.olena.presses(next(label for label in pair.olena.buttons if label.startswith("000001 · ")))


async def closes(pair: Talk) -> None:
    await opens_case(pair)
    await pair.olena.presses("Закрити")
    await pair.olena.presses("Так, закрити")
    await pair.olena.sees("Стан: Закрито")
