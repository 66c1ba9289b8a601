"""The station's group as a board: which cases there are, who has them, and never what they say."""

import pytest

from bot.domain.ids import AreaId
from bot.register import SettlementCode
from bot.services import queue
from bot.storage import areas
from bot.storage.transaction import Transaction
from simulator import Group, Person
from tests.stories.boards import binds, link_of, shown_on
from tests.stories.cases import asks, reports
from tests.stories.posts import ZAPORIZHZHIA, presses_one_that_begins
from tests.stories.test_dismissal import dismisses
from tests.stories.transfers import NEIGHBOUR_NAME, opens_transfer, says_word, to_neighbour
from tests.stories.walk_ins import PLACE as CALL_PLACE
from tests.stories.walk_ins import records
from tests.town import KOMYSHUVAKHA, Town, resources

PLACE = resources().register.community(KOMYSHUVAKHA).settlements[1]
LED = "веде: капітан поліції Іван Петренко"
NEVER = ("Паркан", "Олена", "Громадський", "Скарга", "Насильство")


@pytest.fixture
async def area(town: Town) -> AreaId:
    return await town.area()


@pytest.fixture
async def ivan(town: Town, area: AreaId) -> Person:
    return await town.officer("Іван Петренко", area)


@pytest.fixture
async def group(town: Town, ivan: Person) -> Group:
    return await binds(town, ivan)


async def lives_here(town: Town, name: str = "Олена") -> Person:
    return await town.resident(name, settlement=PLACE.code)


def says_nothing_of_it(group: Group) -> bool:
    return not any(word in bubble.text for word in NEVER for bubble in group.chat)


# New cases.


async def test_a_new_case_is_a_number_and_a_place_and_is_opened_in_private(either_town: Town) -> None:
    town = either_town
    ivan = await town.officer("Іван Петренко", await town.area())
    group = await binds(town, ivan)
    await asks(await lives_here(town), "Паркан зламано", "Олена Коваль")
    assert (await group.sees("КШ-")).text == f"КШ-2026-000001 · {PLACE.name} · чекає"
    assert group.last.buttons == ["Відкрити"]
    assert says_nothing_of_it(group)

    await ivan.starts(link_of(group))
    await ivan.sees("Паркан зламано")
    await ivan.sees("КШ-2026-000001")


async def test_whom_it_does_not_concern_reads_nothing_by_its_link(town: Town, group: Group) -> None:
    olena = await lives_here(town)
    await asks(olena, "Паркан зламано", "Олена Коваль")
    await town.settled()
    for person in (await town.resident("Тарас"), town.telegram.person("Чужий")):
        await person.starts(link_of(group))
        await person.sees("Тут нічого не знайдено.")
        await person.does_not_see("Паркан", anywhere=True)


@pytest.mark.parametrize("token", ["999999", "x", "9" * 30])
async def test_a_link_to_nothing_says_the_same(ivan: Person, token: str) -> None:
    await ivan.starts(f"d-{token}")
    await ivan.sees("Тут нічого не знайдено.")


async def test_the_message_says_who_has_the_case_and_that_it_has_ended(town: Town, ivan: Person, group: Group) -> None:
    olena = await lives_here(town)
    await asks(olena, "Паркан зламано", "Олена Коваль")
    await ivan.presses("Прийняти")
    await town.settled()
    assert shown_on(group) == [f"КШ-2026-000001 · {PLACE.name} · {LED}"]
    await ivan.says("Відремонтують.", reply_to=await ivan.sees("Паркан", anywhere=True))
    await ivan.presses("Закрити")
    await town.settled()
    assert shown_on(group) == ["КШ-2026-000001 · завершено"]
    assert [bubble.buttons for bubble in group.chat if "КШ-" in bubble.text] == [[]]


async def test_an_anonymous_case_is_its_number_alone(town: Town, group: Group) -> None:
    await asks(await lives_here(town), "Паркан зламано")
    await town.settled()
    assert shown_on(group) == ["КШ-2026-000001 · чекає"]


async def test_a_discreet_case_is_its_number_alone(town: Town, group: Group) -> None:
    olena = await lives_here(town)
    await olena.presses("Повідомити")
    await olena.presses("Насильство вдома")
    await olena.presses("Зрозуміло, далі")
    await olena.says("Прошу поради.")
    await olena.presses("Надіслати з іменем")
    await olena.says("Олена Коваль")
    await town.settled()
    assert shown_on(group) == ["КШ-2026-000001 · чекає"]
    assert says_nothing_of_it(group)


async def test_a_complaint_is_not_on_the_board(town: Town, group: Group) -> None:
    await town.coordinator("Ольга", ZAPORIZHZHIA)
    await reports(await lives_here(town), "Скарга на офіцера", "Не приходить")
    await town.settled()
    assert shown_on(group) == []


async def test_danger_is_marked_also_where_it_comes_later(town: Town, group: Group) -> None:
    olena = await lives_here(town)
    await asks(olena, "Паркан зламано", "Олена Коваль")
    await town.settled()
    assert shown_on(group) == [f"КШ-2026-000001 · {PLACE.name} · чекає"]
    await olena.says("Він б’є мене!")
    await town.settled()
    assert shown_on(group) == [f"Терміново · КШ-2026-000001 · {PLACE.name} · чекає"]


async def test_an_erased_case_is_shown_as_ended(town: Town, group: Group) -> None:
    olena = await lives_here(town)
    await asks(olena, "Паркан зламано", "Олена Коваль")
    await olena.says("мої дані")
    await olena.presses("Видалити все")
    await olena.presses("Так, видалити все")
    await town.settled()
    assert shown_on(group) == ["КШ-2026-000001 · завершено"]


async def test_what_is_written_in_the_group_is_not_answered(town: Town, ivan: Person, group: Group) -> None:
    await asks(await lives_here(town), "Паркан зламано", "Олена Коваль")
    await town.settled()
    before = len(group.chat)
    await ivan.says("Хто поїде?", in_=group, reply_to=group.last)
    await ivan.says("/officer", in_=group)
    await town.settled()
    assert len(group.chat) == before + 2


# Many at a time.


async def test_many_new_cases_are_few_messages(town: Town, group: Group) -> None:
    people = [await lives_here(town, f"Особа {number}") for number in range(12)]
    for person in people:
        await asks(person, "Паркан зламано", "Олена Коваль")
    await town.passes(minutes=1)
    texts = shown_on(group)
    assert [text.count("КШ-") for text in texts] == [1, 1, 1, 1, 8]
    assert all(f"КШ-2026-{number:06}" in "\n".join(texts) for number in range(1, 13))
    assert group.last.buttons[0] == "Відкрити КШ-2026-000005"


async def test_what_is_urgent_is_a_message_of_its_own(town: Town, group: Group) -> None:
    people = [await lives_here(town, f"Особа {number}") for number in range(7)]
    for person in people[:6]:
        await asks(person, "Паркан зламано", "Олена Коваль")
    await asks(people[6], "Він б’є мене!", "Олена Коваль")
    await town.passes(minutes=1)
    assert shown_on(group)[-1].startswith("Терміново · КШ-2026-000007")
    assert "\n" not in shown_on(group)[-1]


# In other hands.


async def test_a_case_that_is_handed_on_is_shown_with_its_next_officer(town: Town, area: AreaId, ivan: Person) -> None:
    await town.officer("Марія Коваль", area)
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    group = await binds(town, ivan)
    await asks(await lives_here(town), "Паркан зламано", "Олена Коваль")
    await ivan.presses("Прийняти")
    await town.settled()
    assert LED in shown_on(group)[0]
    await dismisses(town, olha)
    assert shown_on(group) == [f"КШ-2026-000001 · {PLACE.name} · веде: капітан поліції Марія Коваль"]


async def test_a_case_that_goes_to_another_area_goes_to_its_board(town: Town, ivan: Person, group: Group) -> None:
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await asks(await lives_here(town), "Паркан зламано", "Олена Коваль")
    await ivan.presses("Прийняти")

    async def apart(tx: Transaction) -> AreaId:
        return await areas.add(tx, KOMYSHUVAKHA, "Село")

    village = await town.app.store.transact(apart)
    other = await binds(town, await town.officer("Марія Коваль", village), "Сільська варта")

    async def moves(tx: Transaction) -> None:
        await areas.serve(tx, village, KOMYSHUVAKHA, SettlementCode(PLACE.code))

    await town.app.store.transact(moves)
    await dismisses(town, olha)
    assert shown_on(group) == ["КШ-2026-000001 · передано з дільниці"]
    assert shown_on(other) == [f"КШ-2026-000001 · {PLACE.name} · веде: капітан поліції Марія Коваль"]


async def test_a_case_that_waited_for_an_officer_comes_to_the_board_of_the_area_that_serves_it(
    town: Town, area: AreaId
) -> None:
    olena, settlement = await lives_here(town), SettlementCode(PLACE.code)
    await asks(olena, "Паркан зламано", "Олена Коваль")

    async def apart(tx: Transaction) -> AreaId:
        return await areas.add(tx, KOMYSHUVAKHA, "Село")

    village = await town.app.store.transact(apart)
    group = await binds(town, await town.officer("Марія Коваль", village))

    async def moves(tx: Transaction) -> None:
        await areas.serve(tx, village, KOMYSHUVAKHA, settlement)
        await queue.readdress(tx, KOMYSHUVAKHA)

    await town.app.store.transact(moves)
    town.app.ring()
    await group.sees(f"КШ-2026-000001 · {PLACE.name} · чекає")


async def test_the_board_of_a_closed_area_is_left(town: Town, area: AreaId, group: Group) -> None:
    async def closes(tx: Transaction) -> None:
        await tx.execute("update areas set closed_at = :now where id = :area", now=tx.now, area=area)

    await town.passes(minutes=1)
    await town.app.store.transact(closes)
    await town.passes(days=1)
    await group.sees("Групу від’єднано, тому бот виходить.")
    assert await town.stored("select chat_id from boards") == []


# Transfers.


async def test_a_case_that_is_transferred_comes_to_the_board_of_its_next_area_and_is_marked_on_the_old_one(
    town: Town, ivan: Person, group: Group
) -> None:
    first, second = await to_neighbour(town, 2)
    maria = await town.officer("Марія Коваль", first)
    await town.officer("Петро Бойко", second)
    other = await binds(town, maria, "Сусіди")
    await asks(await lives_here(town), "Паркан зламано", "Олена Коваль")
    await ivan.presses("Прийняти")
    await opens_transfer(ivan)
    await ivan.presses("Інша громада")
    await presses_one_that_begins(town, ivan, NEIGHBOUR_NAME)
    await ivan.presses("Дільниця 1")
    await says_word(town, ivan, "")
    assert shown_on(group) == ["КШ-2026-000001 · передано з дільниці"]
    assert shown_on(other) == ["КШ-2026-000001 · чекає"]
    await maria.presses("Прийняти")
    await maria.presses("Повернути", on=await maria.sees("Звернення передано Вам.", anywhere=True))
    await says_word(town, maria, "")
    assert shown_on(group) == [f"КШ-2026-000001 · {PLACE.name} · {LED}"]
    assert shown_on(other) == ["КШ-2026-000001 · передано з дільниці"]


async def test_a_case_that_comes_back_by_a_transfer_is_shown_where_it_never_was(town: Town, area: AreaId) -> None:
    """It came to the area by its officer's hand alone, so the board bound since then does not know it."""
    ivan = await town.officer("Іван Петренко", area)
    [neighbour] = await to_neighbour(town, 1)
    maria = await town.officer("Марія Коваль", neighbour)
    await asks(await lives_here(town), "Паркан зламано", "Олена Коваль")
    await ivan.presses("Прийняти")
    await opens_transfer(ivan)
    await ivan.presses("Інша громада")
    await presses_one_that_begins(town, ivan, NEIGHBOUR_NAME)
    await says_word(town, ivan, "")
    group = await binds(town, ivan)
    await maria.presses("Повернути", on=await maria.sees("Звернення передано Вам.", anywhere=True))
    await says_word(town, maria, "")
    assert shown_on(group) == [f"КШ-2026-000001 · {PLACE.name} · {LED}"]


# Calls and visits.


async def test_a_call_that_was_written_down_is_on_the_board_with_its_place(
    town: Town, ivan: Person, group: Group
) -> None:
    await records(ivan)
    await town.settled()
    assert shown_on(group) == [f"КШ-2026-000001 · {CALL_PLACE} · {LED}"]
    assert says_nothing_of_it(group)
    assert not any(word in bubble.text for word in ("Марія", "067", "Крадіжка") for bubble in group.chat)


async def test_a_call_without_a_name_or_about_violence_is_a_number_alone(
    town: Town, ivan: Person, group: Group
) -> None:
    await records(ivan, answer="Не погодилася: без імені")
    await records(ivan, subject="Насильство вдома")
    await town.settled()
    assert [CALL_PLACE in line for line in shown_on(group)] == [False, False]
    assert [line[:14] for line in shown_on(group)] == ["КШ-2026-000001", "КШ-2026-000002"]
