"""What stories about ready answers begin with."""

from simulator import Person


async def opens_ready(officer: Person) -> None:
    await officer.says("Мій кабінет")
    await officer.presses("Готові відповіді")
    await officer.sees("Готові відповіді\n")


async def writes_ready(
    officer: Person, title: str, words: str, *, kind: str = "Нова відповідь", owner: str = "Лише я"
) -> None:
    """From the officer's own page to the ready text."""
    await opens_ready(officer)
    await officer.presses(kind)
    await officer.presses(owner)
    await officer.sees("Напишіть коротку назву")
    await officer.says(title)
    await officer.sees("Напишіть текст українською.")
    await officer.says(words)
    await officer.sees("Надіслано разів: 0")
