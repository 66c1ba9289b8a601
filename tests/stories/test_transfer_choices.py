"""To whom a case is given: however many there are, each can be reached by a press, and a community also by typing."""

from bot.domain.ids import AreaId
from bot.storage import areas
from bot.storage.transaction import Transaction
from simulator import Person
from tests.stories.cases import asks, talk
from tests.stories.posts import ZAPORIZHZHIA, presses_one_that_begins
from tests.stories.test_queue import opens_first
from tests.stories.transfers import NEIGHBOUR, NEIGHBOUR_NAME, opens_transfer, says_word, to_neighbour
from tests.town import KOMYSHUVAKHA, Town, resources

NUMEROUS = 9  # one more than a page holds
OTHERS = [each for each in resources().register.communities_of(ZAPORIZHZHIA) if each.code != KOMYSHUVAKHA]


async def many_colleagues(town: Town) -> list[Person]:
    async def make(tx: Transaction) -> None:
        await areas.add(tx, KOMYSHUVAKHA, "Північна")

    await town.app.store.transact(make)
    found = await town.stored("select max(id) as id from areas")
    area = found[0]["id"]
    assert isinstance(area, int)
    return [await town.officer(f"Офіцер {number:02}", AreaId(area)) for number in range(1, NUMEROUS + 1)]


async def all_take_part(town: Town) -> None:
    async def join(tx: Transaction) -> None:
        for each in OTHERS:
            await tx.execute(
                """insert into communities(code, oblast, enrolment, enrolled_at)
                   values (:code, :oblast, 'active', :now)""",
                code=each.code,
                oblast=ZAPORIZHZHIA,
                now=tx.now,
            )

    await town.app.store.transact(join)


async def test_colleagues_come_in_pages(town: Town) -> None:
    both, colleagues = await talk(town), await many_colleagues(town)
    await opens_transfer(both.ivan)
    first = await both.ivan.sees("Кому передати?")
    assert len([label for label in first.buttons if "Офіцер" in label]) == 8
    await both.ivan.presses("Далі ›")
    second = await both.ivan.sees("Кому передати?")
    assert "капітан поліції Офіцер 09 · Північна" in second.buttons
    await both.ivan.presses("капітан поліції Офіцер 09 · Північна")
    await says_word(town, both.ivan, "")
    await colleagues[-1].sees("Хто відповідає за вулицю?", anywhere=True)


async def test_areas_come_in_pages(town: Town) -> None:
    both = await talk(town)
    found = await to_neighbour(town, NUMEROUS)
    maria = await town.officer("Марія Коваль", found[-1])
    await opens_transfer(both.ivan)
    await both.ivan.presses("Інша громада")
    await presses_one_that_begins(town, both.ivan, NEIGHBOUR_NAME)
    await both.ivan.presses("Далі ›")
    await both.ivan.presses(f"Дільниця {NUMEROUS}")
    await says_word(town, both.ivan, "")
    await maria.sees("Хто відповідає за вулицю?", anywhere=True)


async def test_officers_to_whom_a_coordinator_gives_a_case_come_in_pages(town: Town) -> None:
    await town.area()
    olha, olena = await town.coordinator("Ольга", ZAPORIZHZHIA), await town.resident("Олена")
    await asks(olena, "Коли прийом?")
    colleagues = await many_colleagues(town)
    await opens_first(olha)
    await olha.presses("Передати офіцеру")
    await olha.presses("Далі ›")
    await olha.presses("капітан поліції Офіцер 09")
    await colleagues[-1].sees("Коли прийом?", anywhere=True)


async def test_a_community_is_found_by_typing_its_name(town: Town) -> None:
    both = await talk(town)
    await all_take_part(town)
    await opens_transfer(both.ivan)
    await both.ivan.presses("Інша громада")
    await both.ivan.sees("Оберіть або напишіть назву.")
    await both.ivan.says("Чикаго")
    await both.ivan.sees("Серед громад області, які є в боті, такої не знайдено.")
    await both.ivan.says("новотроїцьке")  # a village of several communities, one of which has the case
    listed = await both.ivan.sees("Оберіть громаду або напишіть назву точніше.")
    assert "Комишуваська селищна громада" not in listed.buttons
    await both.ivan.presses("Вільнянська міська громада")
    await says_word(town, both.ivan, "Ваше село")
    await both.olena.sees("Вільнянська міська громада")
    await both.olena.does_not_see("Чикаго", anywhere=True)


async def test_the_one_community_of_a_name_need_not_be_chosen(town: Town) -> None:
    both = await talk(town)
    [area] = await to_neighbour(town, 1)
    maria = await town.officer("Марія Коваль", area)
    await opens_transfer(both.ivan)
    await both.ivan.presses("Інша громада")
    await both.ivan.sees("Оберіть або напишіть назву.")
    await both.ivan.says(NEIGHBOUR.name)
    await says_word(town, both.ivan, "")
    await maria.sees("Хто відповідає за вулицю?", anywhere=True)


async def test_what_is_typed_after_going_back_is_no_search(town: Town) -> None:
    both = await talk(town)
    await to_neighbour(town, 1)
    await opens_transfer(both.ivan)
    await both.ivan.presses("Інша громада")
    await both.ivan.presses("‹ Назад")
    await both.ivan.sees("Кому передати?")
    assert await town.stored("select flow from dialogs") == []
