"""What stories about joining share: inviting to a council, and its head."""

import re
from io import BytesIO

import pikepdf

from simulator import Person
from simulator.chats import Bubble
from tests.stories.posts import ZAPORIZHZHIA, opens_community, payload_in
from tests.stories.test_coordinator import adds_komyshuvakha
from tests.town import Town

WORDS = "Коли приїде комісія?"


async def opens_joining(coordinator: Person) -> None:
    await opens_community(coordinator)
    await coordinator.presses("Приєднання до проєкту")


async def invites_to_council(person: Person, post: str, name: str) -> str:
    """From the page of joining; what the link carries."""
    await person.presses("Рада громади")
    await person.presses("Запросити людину")
    await person.presses(post)
    await person.says(name)
    return payload_in(await person.sees("Посилання для громади"))


async def is_confirmed(town: Town, person: Person, by: Person) -> None:
    """The person has opened the link."""
    await person.presses("Прийняти запрошення")
    waits = await person.sees("Чекаємо підтвердження")
    found = re.search(r"Код: (\d{3} \d{3})", waits.text)
    assert found
    await by.sees(found.group(1))
    await by.presses("Підтвердити")
    await person.sees("Ви представляєте громаду")


async def a_head(town: Town) -> tuple[Person, Person]:
    """Olha, who coordinates, and Nadiia, the head of Komyshuvakha, which was only chosen so far."""
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await adds_komyshuvakha(olha)
    await opens_joining(olha)
    payload = await invites_to_council(olha, "Голова громади", "Надія Коваль")
    nadiia = town.telegram.person("Надія")
    await nadiia.starts(payload)
    await is_confirmed(town, nadiia, olha)
    return olha, nadiia


def content_of(person: Person, bubble: Bubble) -> bytes:
    """The file that the bot has sent."""
    return person._bot.files.find(bubble.fields["document"].file_id).content  # noqa: SLF001


def link_on(page: bytes) -> str:
    """What the link of a letter carries to /start."""
    with pikepdf.open(BytesIO(page)) as file:
        [link] = {str(each.A.URI) for each in file.pages[0].Annots}
        return link.partition("?start=")[2]


async def asks_coordinator(nadiia: Person, words: str = WORDS) -> None:
    await nadiia.says("Рада громади")
    await nadiia.presses("Запитати координатора")
    await nadiia.sees("Його прочитає лише координатор")
    await nadiia.says(words)
    await nadiia.sees("Запитання ради громади")
