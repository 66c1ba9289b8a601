"""What stories about notes begin with."""

from simulator import Bubble, Person

WORDS = "Сусід каже інше"


async def begins_note(officer: Person) -> None:
    """By the newest «Ще дії»."""
    await officer.presses("Ще дії")
    await officer.presses("Нотатка")
    await officer.sees("Напишіть нотатку.")


async def writes_note(officer: Person, words: str = WORDS) -> Bubble:
    await begins_note(officer)
    said = await officer.says(words)
    await officer.sees("Збережено.")
    return said
