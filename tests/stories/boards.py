"""What stories about boards begin with."""

from simulator import Group, Person
from tests.town import Town


async def code_for(officer: Person) -> str:
    """A code, from the officer's page."""
    await officer.says("Мій кабінет")
    await officer.presses("Ще: картка, чати, дошка")
    await officer.presses("Дошка відділення")
    await officer.presses("Під’єднати групу")
    shown = await officer.sees("/board ")
    return shown.text.partition("/board ")[2][:6]


async def binds(town: Town, officer: Person, name: str = "Відділення") -> Group:
    """A group that is the board of the officer's areas."""
    group, code = town.telegram.group(name), await code_for(officer)
    await group.adds_bot(by=officer)
    await officer.says(f"/board {code}", in_=group)
    await group.sees("Тут з’являтимуться номери нових звернень.")
    return group


def shown_on(group: Group) -> list[str]:
    """The messages of a board that are about cases."""
    return [bubble.text for bubble in group.chat if "КШ-" in bubble.text]


def link_of(group: Group) -> str:
    """What the newest message's first button carries to /start."""
    return str(group.last.inline[0].url).partition("start=")[2]
