"""The council's people: of several communities, with a lost telephone, and what becomes of whom they have invited."""

from collections.abc import Awaitable, Callable

import pytest

from bot.domain.ids import PersonId
from bot.domain.people import CouncilPost
from bot.storage import communities, council
from bot.storage.transaction import Transaction
from simulator import Person
from tests.keys import hashed
from tests.stories.joining import a_head, invites_to_council, is_confirmed, opens_joining
from tests.stories.posts import DNIPRO, FAR_AWAY
from tests.town import Town, resources

SECOND = resources().register.community(FAR_AWAY).name


async def of_two(town: Town, person: Person, post: CouncilPost) -> None:
    """The person is of the council of another oblast's community, too."""
    hash_ = hashed(person.id)

    async def add(tx: Transaction) -> None:
        person_id = await tx.value(PersonId, "select person_id from accounts where external_hash = :hash", hash=hash_)
        assert person_id is not None
        await communities.add(tx, FAR_AWAY, DNIPRO, person_id)
        await council.add(tx, person_id, FAR_AWAY, post, "Надія Коваль", None)

    await town.app.store.transact(add)


async def a_secretary(town: Town) -> tuple[Person, Person, Person]:
    """Olha, who coordinates, Nadiia, the head, and Halyna, the secretary, whom Nadiia has chosen."""
    olha, nadiia = await a_head(town)
    await nadiia.says("Рада громади")
    halyna = town.telegram.person("Галина")
    await halyna.starts(await invites_to_council(nadiia, "Секретар", "Галина Дуб"))
    await is_confirmed(town, halyna, nadiia)
    return olha, nadiia, halyna


async def opens_member(person: Person, name: str) -> None:
    """From the page of joining."""
    await person.presses("Рада громади")
    await person.presses(name)


async def locks(person: Person, name: str) -> None:
    await opens_member(person, name)
    await person.presses("Заблокувати: загублено телефон")
    await person.sees("Телефон загублено: людина не бачитиме сторінки громади")
    await person.presses("Так, заблокувати")
    await person.sees("· заблоковано")


async def test_who_is_of_two_councils_chooses_between_them(town: Town) -> None:
    _, nadiia = await a_head(town)
    await of_two(town, nadiia, CouncilPost.SECRETARY)
    await nadiia.says("Рада громади")
    await nadiia.sees("Оберіть громаду.")
    await nadiia.presses("Комишуваська селищна громада")
    await nadiia.sees("Керівництво запрошено.")
    assert "Ми згодні" in nadiia.buttons
    await nadiia.presses("‹ Назад")
    await nadiia.sees("Оберіть громаду.")
    [other] = [each for each in nadiia.buttons if each.startswith(SECOND)]
    await nadiia.presses(other)
    await nadiia.sees("Громаду обрано.")
    await town.settled()
    assert "Ми згодні" not in nadiia.buttons


async def test_one_council_opens_at_once(town: Town) -> None:
    _, nadiia = await a_head(town)
    await nadiia.says("Рада громади")
    await nadiia.sees("Керівництво запрошено.")
    await nadiia.does_not_see("Оберіть громаду.", anywhere=True)


async def test_the_head_locks_who_is_below_and_opens_their_access_again(either_town: Town) -> None:
    town = either_town
    _, nadiia, halyna = await a_secretary(town)
    await nadiia.says("Рада громади")
    await locks(nadiia, "Галина Дуб")
    await halyna.sees("Ваш службовий доступ заблоковано.")
    await halyna.says("Рада громади")
    await halyna.sees("Тут нічого не знайдено.")
    await nadiia.presses("Розблокувати")
    await halyna.sees("Ваш службовий доступ знову відкрито.")
    await halyna.says("Рада громади")
    await halyna.sees("Керівництво запрошено.")
    acts = [row["act"] for row in await town.stored("select act from audit where subject_kind = 'person' order by id")]
    assert acts[-2:] == ["lock secretary", "unlock secretary"]


async def test_a_second_press_of_a_lock_is_answered_and_who_is_below_locks_nobody(town: Town) -> None:
    _, nadiia, halyna = await a_secretary(town)
    await halyna.says("Рада громади")
    await halyna.presses("Рада громади")
    await town.settled()
    assert "Надія Коваль" not in halyna.buttons
    await nadiia.says("Рада громади")
    await opens_member(nadiia, "Галина Дуб")
    await nadiia.presses("Заблокувати: загублено телефон")
    asked = await nadiia.sees("Телефон загублено")
    lock = str(asked.inline[0].callback_data)
    await halyna.forges(lock, on=halyna.last)
    await nadiia.presses("Так, заблокувати")
    await nadiia.sees("· заблоковано")
    await nadiia.forges(lock, on=nadiia.last)
    await town.settled()
    assert nadiia.alerts[-1] == "Це вже зроблено."
    assert len(await town.stored("select id from audit where act = 'lock secretary'")) == 1


async def test_a_lock_in_one_community_leaves_the_other(town: Town) -> None:
    olha, nadiia = await a_head(town)
    await of_two(town, nadiia, CouncilPost.HEAD)
    await opens_joining(olha)
    await locks(olha, "Надія Коваль")
    await nadiia.says("Рада громади")
    await nadiia.sees("Громаду обрано.")


async def ends(person: Person, name: str) -> None:
    await opens_member(person, name)
    await person.presses("Припинити повноваження")
    await person.presses("Так, припинити")


@pytest.mark.parametrize(
    ("leaves", "said"),
    [(ends, "Ви більше не представляєте громаду."), (locks, "Ваш службовий доступ заблоковано.")],
)
async def test_whom_the_head_has_invited_does_not_come_once_the_head_has_gone(
    town: Town, leaves: Callable[[Person, str], Awaitable[None]], said: str
) -> None:
    olha, nadiia = await a_head(town)
    await nadiia.says("Рада громади")
    halyna = town.telegram.person("Галина")
    await halyna.starts(await invites_to_council(nadiia, "Секретар", "Галина Дуб"))
    await halyna.presses("Прийняти запрошення")
    await halyna.sees("Чекаємо підтвердження")
    await opens_joining(olha)
    await leaves(olha, "Надія Коваль")
    await nadiia.sees(said)
    await halyna.sees("Не підтверджено")


async def test_an_end_in_one_community_leaves_invitations_of_the_other(town: Town) -> None:
    olha, nadiia = await a_head(town)
    await of_two(town, nadiia, CouncilPost.HEAD)
    await nadiia.says("Рада громади")
    await nadiia.sees("Оберіть громаду.")
    [other] = [each for each in nadiia.buttons if each.startswith(SECOND)]
    await nadiia.presses(other)
    payload = await invites_to_council(nadiia, "Секретар", "Галина Дуб")
    await opens_joining(olha)
    await ends(olha, "Надія Коваль")
    await nadiia.sees("Ви більше не представляєте громаду.")
    halyna = town.telegram.person("Галина")
    await halyna.starts(payload)
    await is_confirmed(town, halyna, nadiia)
