"""Who takes part, and how they come in: by the same links, words and buttons as real people.

The operator prints a link for the coordinator; the coordinator adds three communities of the oblast and invites an
officer for each; the officers accept. Nothing is put into the database by hand.
"""

import re
from dataclasses import dataclass

from simulator.demo.process import BotProcess
from simulator.demo.stage import Stage
from simulator.people import Person

OBLAST = "UA23000000000064947"  # Запорізька область
WHOLE = "Уся громада"


@dataclass(frozen=True, slots=True)
class Post:
    """A community and the officer who is invited to it."""

    community: str
    rank: str
    name: str
    phone: str
    station: str
    hours: str


POSTS = (
    Post("Комишуваська", "капітан поліції", "Іван Петренко (демо)", "061 000 00 01",
         "с-ще Комишуваха, вул. Демонстраційна, 1", "середа 16:00–20:00, субота 9:00–13:00"),
    Post("Кушугумська", "майор поліції", "Ольга Коваль (демо)", "061 000 00 02",
         "с-ще Кушугум, вул. Демонстраційна, 1", "вівторок 9:00–13:00"),
    Post("Широківська", "лейтенант поліції", "Марія Шевченко (демо)", "061 000 00 03",
         "с. Широке, вул. Демонстраційна, 1", "четвер 16:00–20:00"),
)  # fmt: skip


async def everyone_comes_in(stage: Stage, bot: BotProcess) -> Person:
    """The officer of the first community, with all three at work. Raises DemoFailed, AssertionError."""
    link = await bot.commands("invite", "coordinator", "--oblast", OBLAST)
    coordinator = bot.telegram.person("Наталія")
    await coordinator.starts(payload_in(link))
    await coordinator.presses("Прийняти запрошення")
    stage.done("a coordinator took the link of `python -m bot invite coordinator`")
    officers = []
    for post in POSTS:
        invitation = await invites(coordinator, post)
        officer = bot.telegram.person(post.name.split()[0])
        await accepts(officer, invitation, post)
        officers.append(officer)
        stage.done(f"{post.community}: {post.rank} {post.name} took the post")
    return officers[0]


async def invites(coordinator: Person, post: Post) -> str:
    """What the link for the officer carries."""
    await coordinator.says("Координатор")
    await coordinator.presses("Додати громаду")
    await coordinator.sees("Напишіть назву громади або села.")
    await coordinator.says(post.community)
    await coordinator.presses(f"{post.community} (Запорізький район)")
    await coordinator.presses("Нова дільниця")
    await coordinator.sees("Напишіть назву дільниці")
    await coordinator.says(WHOLE)
    await coordinator.sees("Обслуговує всю громаду, крім сіл інших дільниць.")
    await coordinator.presses("Запросити офіцера")
    return payload_in((await coordinator.sees("Посилання для офіцера")).text)


async def accepts(officer: Person, invitation: str, post: Post) -> None:
    await officer.starts(invitation)
    await officer.presses("Прийняти запрошення")
    await officer.presses(post.rank)
    await officer.sees("Напишіть ім’я і прізвище")
    await officer.says(post.name)
    await officer.presses("Поліцейський офіцер громади")
    await officer.presses("Усе правильно, заступаю")
    await officer.sees("Напишіть номер")
    await officer.says(post.phone)
    await officer.sees("Напишіть адресу станції")
    await officer.says(post.station)
    await officer.sees("Напишіть, коли приймаєте")
    await officer.says(post.hours)
    await officer.sees("Нове звернення приходить сюди карткою")


def payload_in(text: str) -> str:
    """What the link in a text carries to /start."""
    found = re.search(r"\?start=([\w-]+)", text)
    if found is None:
        raise AssertionError(f"no link stands in «{text}»")
    return found.group(1)
