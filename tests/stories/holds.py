"""What stories about holds begin with."""

from dataclasses import dataclass

from simulator import Person
from tests.stories.cases import asks
from tests.stories.posts import ZAPORIZHZHIA
from tests.town import Town

QUESTION = "Хто відповідає за вулицю?"
REASON = "Суд ще розглядає справу"
TITLE = "КШ-2026-000001 · Запитання"


@dataclass(frozen=True)
class Queued:
    """A resident's case that waits in the queue, and the coordinator of the oblast."""

    olena: Person
    olha: Person


async def queued(town: Town, name: str = "") -> Queued:
    """Olena's question, where no officer serves."""
    await town.area()
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    olena = await town.resident("Олена")
    await asks(olena, QUESTION, name)
    await town.settled()
    return Queued(olena, olha)


async def opens(olha: Person) -> None:
    """From the menu to the history of the case in the queue."""
    await olha.starts()
    await olha.presses("Координатор")
    await olha.presses("Черга: 1")
    await olha.presses(TITLE)
    await olha.presses("Прочитати")
    await olha.sees("Надіслано.")


async def holds(town: Town, olha: Person, term: str = "1 рік", reason: str = REASON) -> None:
    """From the history of the case to the hold."""
    await olha.presses("Ще дії")
    await olha.presses("Зберегти довше")
    await olha.sees("На який час зберегти текст")
    await olha.presses(term)
    await olha.sees("Напишіть причину")
    await olha.says(reason)
    await olha.sees("Текст зберігається довше, ")
    await town.settled()


async def held(town: Town, term: str = "1 рік", name: str = "") -> Queued:
    """Olena's case, which Olha keeps longer."""
    both = await queued(town, name)
    await opens(both.olha)
    await holds(town, both.olha, term)
    return both


async def closes(town: Town) -> None:
    """The case ends now."""
    await town.stored(
        """update cases set status = 'closed', closed_at = :now, waits_for = null, answer_due = null
            where sent_at is not null""",
        now=int(town.clock.now().timestamp() * 1_000_000),
    )
