"""What stories about posts share: invitations by hand, and what a link contains."""

import re
from functools import partial

from bot.domain.people import Scope
from bot.services import proposals
from bot.services.invitations import invite_coordinator
from bot.storage.transaction import Transaction
from simulator import Person
from simulator.chats import Bubble
from tests.town import KOMYSHUVAKHA, Town, resources

ZAPORIZHZHIA = resources().register.community(KOMYSHUVAKHA).oblast.code
DNIPRO = next(oblast.code for oblast in resources().register.oblasts if oblast.name == "Дніпропетровська")
FAR_AWAY = resources().register.communities_of(DNIPRO)[0].code


async def coordinator_link(town: Town, oblast: str = ZAPORIZHZHIA) -> str:
    """The payload of the link that the command line prints."""
    token = await town.app.store.transact(partial(invite_coordinator, scope=Scope.OBLAST, code=oblast, name=None))
    return f"i-{token}"


def payload_in(bubble: Bubble) -> str:
    """What the link in a message carries to /start."""
    found = re.search(r"https://t\.me/hromada_bot\?start=([\w-]+)", bubble.text)
    assert found, bubble.text
    return found.group(1)


async def invited(town: Town, coordinator: Person, area: str = "Уся громада", name: str = "Іван Петренко") -> str:
    """The payload of a link that a coordinator gets for an area of Komyshuvakha."""
    await opens_area(town, coordinator, area)
    return await invites(coordinator, name)


async def invites(coordinator: Person, name: str = "Іван Петренко") -> str:
    """The same, from the page of an area."""
    await coordinator.presses("Запросити офіцера")
    await coordinator.sees("Кого Ви запрошуєте?")
    await coordinator.says(name)
    return payload_in(await coordinator.sees("Посилання для офіцера"))


async def a_coordinator(town: Town) -> Person:
    """Olha, who coordinates where Komyshuvakha has one area."""
    await town.area()
    return await town.coordinator("Ольга", ZAPORIZHZHIA)


async def two_coordinators(town: Town) -> tuple[Person, Person]:
    """The same and Petro."""
    return await a_coordinator(town), await town.coordinator("Петро", ZAPORIZHZHIA)


async def an_invitation(town: Town) -> tuple[Person, Person, str]:
    """Olha, Ivan whom she has invited and who has opened nothing yet, and what his link contains."""
    olha = await a_coordinator(town)
    return olha, town.telegram.person("Іван"), await invited(town, olha)


async def opens_community(coordinator: Person) -> None:
    """From the menu's key to the page of Komyshuvakha."""
    await coordinator.says("Координатор")
    await coordinator.presses("Громади: 1")
    await coordinator.presses("Комишуваська селищна громада")


async def opens_area(town: Town, coordinator: Person, area: str = "Уся громада") -> None:
    await opens_community(coordinator)
    await presses_one_that_begins(town, coordinator, f"{area} · ")
    await coordinator.sees(area)


async def presses_one_that_begins(town: Town, person: Person, beginning: str) -> None:
    """Press the newest button whose label goes on with something that the story does not name."""
    await town.settled()
    await person.presses(next(each for each in reversed(person.buttons) if each.startswith(beginning)))


async def fills_in(person: Person, payload: str, name: str = "Іван Петренко") -> None:
    """Accept an invitation, and say what cannot be missing."""
    await person.starts(payload)
    await person.presses("Прийняти запрошення")
    await person.presses("капітан поліції")
    await person.sees("Напишіть ім’я і прізвище")
    await person.says(name)
    await person.presses("Поліцейський офіцер громади")
    await person.sees("Мешканці бачитимуть саме це.")


async def proposes(person: Person, payload: str, name: str = "Іван Петренко") -> Bubble:
    """Up to what the person waits for."""
    await fills_in(person, payload, name)
    await person.presses("Усе правильно, надіслати")
    return await person.sees("Чекаємо підтвердження")


async def confirmed(town: Town) -> None:
    """Everyone who waits is confirmed, by the operator: for stories about something else."""

    async def confirm(tx: Transaction) -> None:
        for each in await proposals.all_waiting(tx):
            await proposals.confirm_by_operator(tx, each.id)

    await town.settled()
    await town.app.store.transact(confirm)
    town.app.ring()
    await town.settled()


async def takes_post(town: Town, person: Person, payload: str, name: str = "Іван Петренко") -> None:
    """From the link to the work, confirmed in one go; what may be skipped is skipped."""
    await proposes(person, payload, name)
    await confirmed(town)
    await person.presses("Далі: телефон і станція")
    for _ in range(2):
        await person.presses("Пропустити")
    await person.sees("Нове звернення приходить сюди карткою")
