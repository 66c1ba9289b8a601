"""What stories about reminders of office hours share: asking for one, closing a day, a process that is away.

It is Tuesday, 24 November 2026, ten in the morning; people are received on Wednesdays from nine.
"""

from simulator import Person
from tests.stories.reception import COUNCIL, Village, chooses_day
from tests.town import Town

TOMORROW = f"Завтра, середа, 25 листопада, 09:00–12:00\nДе: {COUNCIL}"
TODAY = f"Сьогодні, середа, 25 листопада, 09:00–12:00\nДе: {COUNCIL}"


async def asks_for_tomorrow(olena: Person) -> None:
    await olena.says("графік")
    await olena.presses("Нагадати про прийом завтра")
    await olena.sees("Години прийому")


def times_seen(person: Person, words: str) -> int:
    return sum(words in bubble.text for bubble in person.chat)


async def late_count(town: Town) -> int:
    rows = await town.stored("select value from facts where key = 'reminders_late'")
    return int(str(rows[0]["value"])) if rows else 0


async def down_for(town: Town, **by: float) -> None:
    """The process is away, and another takes over later."""
    await town.stops()
    town.starts()
    await town.passes(**by)


async def closes(here: Village, day: str) -> None:
    await chooses_day(here.ivan, day)
    await here.ivan.presses("Закрити 09:00–12:00")
    await here.ivan.sees("Напишіть коротко")
    await here.ivan.says("свято")
    await here.ivan.presses("Зберегти")
    await here.ivan.sees("Годин", anywhere=True)
