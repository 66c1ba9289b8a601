"""The people of the demo, and how they join: by the same links, messages and buttons as real people.

The operator prints a link for the coordinator, who opens it, and confirms them; the coordinator adds three communities
of the oblast, invites their officers (two for the first), and confirms them. Nothing is put into the database by hand.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from simulator.demo.process import BotProcess
from simulator.demo.stage import Stage
from simulator.groups import Group
from simulator.people import Person

OBLAST = "UA23000000000064947"  # Запорізька область
WHOLE = "Уся громада"
THREAD = "Поліція"  # the forum's topic in which notices appear


@dataclass(frozen=True, slots=True)
class Post:
    """A community and the officer who is invited to it. Without `days`, they have no office hours."""

    community: str
    rank: str
    name: str
    phone: str
    station: str
    days: tuple[str, ...] = ()
    hours: str = ""


POSTS = (
    Post("Комишуваська", "капітан поліції", "Іван Петренко (демо)", "061 000 00 01",
         "с-ще Комишуваха, вул. Демонстраційна, 1", ("Ср", "Сб"), "9:00-13:00"),
    Post("Комишуваська", "старший лейтенант поліції", "Богдан Мельник (демо)", "061 000 00 04",
         "с-ще Комишуваха, вул. Демонстраційна, 1"),
    Post("Кушугумська", "майор поліції", "Ольга Коваль (демо)", "061 000 00 02",
         "с-ще Кушугум, вул. Демонстраційна, 1", ("Вт",), "9:00-13:00"),
    Post("Широківська", "лейтенант поліції", "Марія Шевченко (демо)", "061 000 00 03",
         "с. Широке, вул. Демонстраційна, 1", ("Чт",), "16:00-20:00"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cast:
    """The people who use the bot; the officers in the order of POSTS."""

    coordinator: Person
    officers: Sequence[Person]


async def everyone_comes_in(stage: Stage, bot: BotProcess) -> Cast:
    """The coordinator, and the officers of the communities. Raises DemoFailed, AssertionError."""
    coordinator = await coordinator_comes_in(bot)
    stage.done("a coordinator took the link of `python -m bot invite coordinator`, and `invite confirm` confirmed them")
    officers = []
    added: set[str] = set()
    for post in POSTS:
        await (opens_area if post.community in added else adds_area)(coordinator, post)
        added.add(post.community)
        invitation = await invites(coordinator, post)
        officer = bot.telegram.person(post.name.split()[0])
        await proposes(officer, invitation, post)
        await coordinator.sees(f"Ім’я: {post.name}")
        await coordinator.presses("Підтвердити")
        await begins(officer, post)
        officers.append(officer)
        stage.done(f"{post.community}: {post.rank} {post.name} took the post")
    return Cast(coordinator, officers)


async def coordinator_comes_in(bot: BotProcess) -> Person:
    """By the operator's link, and confirmed by the operator."""
    link = await bot.commands("invite", "coordinator", "--oblast", OBLAST, "--name", "Наталія")
    coordinator = bot.telegram.person("Наталія")
    await coordinator.starts(payload_in(link))
    await coordinator.presses("Прийняти запрошення")
    await coordinator.sees("Адміністратор бота має підтвердити, що це Ви.")
    await bot.commands("invite", "confirm", "1", "--yes")
    return coordinator


@dataclass(frozen=True, slots=True)
class Chats:
    """Where the residents of the first post's community talk and read."""

    group: Group
    forum: Group
    channel: Group


async def chats_are_bound(stage: Stage, bot: BotProcess, officer: Person) -> Chats:
    """The officer of the first post lets the bot in. Raises DemoFailed, AssertionError."""
    telegram = bot.telegram
    chats = Chats(
        telegram.group("Комишуваха: сусіди (демо)"),
        telegram.forum("Комишуваха: форум (демо)"),
        telegram.channel("Комишуваха онлайн (демо)"),
    )
    for chat in (chats.group, chats.forum, chats.channel):
        await chat.adds_bot(by=officer)
        await officer.sees(f"Бота додано сюди: «{chat.name}».")
        await officer.presses("Комишуваська селищна громада")
        await officer.sees("Чат громади")
        await chat.sees("Комишуваська селищна громада")
    await officer.says("/here", in_=chats.forum, topic=chats.forum.topic(THREAD))
    await officer.presses("Так, там")
    await officer.sees("Сповіщення з’являються в обраній темі форуму.")
    stage.done(f"a group, a forum (its topic «{THREAD}») and a channel were given to {POSTS[0].community}")
    return chats


async def everyone_opens_the_menu(cast: Cast) -> None:
    """Make the menu the last message on each telephone. Raises AssertionError."""
    await cast.coordinator.starts()
    await cast.coordinator.sees("Оберіть, що потрібно.")
    for officer in cast.officers:
        await officer.starts()
        await officer.sees("Нові звернення приходять сюди самі.")


async def adds_area(coordinator: Person, post: Post) -> None:
    """That of a community which is new in the bot."""
    await coordinator.says("Координатор")
    await coordinator.presses("Додати громаду")
    await coordinator.sees("Напишіть назву громади або села.")
    await coordinator.says(post.community)
    await coordinator.presses(f"{post.community} (Запорізький район)")
    await coordinator.presses("Нова дільниця")
    await coordinator.sees("Напишіть назву дільниці")
    await coordinator.says(WHOLE)
    await coordinator.sees("Обслуговує всю громаду, крім сіл інших дільниць.")


async def opens_area(coordinator: Person, post: Post) -> None:
    """That of the only community so far."""
    await coordinator.says("Координатор")
    await coordinator.presses("Громади: 1")
    await coordinator.presses(f"{post.community} селищна громада")
    await coordinator.presses(f"{WHOLE} · офіцерів: 1")
    await coordinator.sees("Обслуговує всю громаду")


async def invites(coordinator: Person, post: Post) -> str:
    """What the link for the officer carries; from the page of the area."""
    await coordinator.presses("Запросити офіцера")
    await coordinator.sees("Кого Ви запрошуєте?")
    await coordinator.says(post.name)
    return payload_in((await coordinator.sees("Посилання для офіцера")).text)


async def proposes(officer: Person, invitation: str, post: Post) -> None:
    await officer.starts(invitation)
    await officer.presses("Прийняти запрошення")
    await officer.presses(post.rank)
    await officer.sees("Напишіть ім’я і прізвище")
    await officer.says(post.name)
    await officer.presses("Поліцейський офіцер громади")
    await officer.presses("Усе правильно, надіслати")
    await officer.sees("Чекаємо підтвердження")


async def begins(officer: Person, post: Post) -> None:
    """Once confirmed."""
    await officer.presses("Далі: телефон і станція")
    await officer.sees("Напишіть номер")
    await officer.says(post.phone)
    await officer.sees("Напишіть адресу станції")
    await officer.says(post.station)
    await officer.sees("Нове звернення приходить сюди карткою")
    if post.days:
        await sets_hours(officer, post)


async def sets_hours(officer: Person, post: Post) -> None:
    """Every week, at the station."""
    await officer.presses("Мої години прийому")
    await officer.presses("Додати години")
    await officer.presses(f"Станція: {post.station}")
    await officer.sees("Місце на мапі")
    await officer.sends_location(47.7, 35.5)
    for day in post.days:
        await officer.sees("Які дні?")
        await officer.presses(day)
    await officer.presses("Далі ›")
    await officer.sees("З котрої години?")
    await officer.says(post.hours)
    await officer.sees("Перевірте")
    await officer.presses("Зберегти")
    await officer.sees("Годин", anywhere=True)


def payload_in(text: str) -> str:
    """What the link in a text carries to /start."""
    found = re.search(r"\?start=([\w-]+)", text)
    if found is None:
        raise AssertionError(f"no link stands in «{text}»")
    return found.group(1)
