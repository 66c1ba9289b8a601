"""How a resident chooses where they live."""

import pytest

from bot.domain.bodies import Body
from bot.domain.bodies import Kind as BodyKind
from bot.domain.cases import Kind, NewMessage, Side
from bot.domain.ids import AreaId, PersonId
from bot.services import residents
from bot.storage import case_drafts, case_messages
from bot.storage.transaction import Transaction
from simulator import Person
from tests.town import KOMYSHUVAKHA, Town

VESELE = "UA23060090030027865"
NOVOTROITSKE = "UA23060090170082235"


async def newcomer(town: Town) -> Person:
    """A person who has consented and is asked for the community."""
    olena = town.telegram.person("Олена")
    await olena.starts()
    await olena.presses("Погоджуюся")
    await olena.sees("Яка Ваша громада?")
    return olena


async def second_area(town: Town, *settlements: str) -> AreaId:
    """A part of Komyshuvakha with a post of its own."""

    async def make(tx: Transaction) -> AreaId:
        area = await tx.insert(
            """insert into areas(community, name, whole, created_at)
               values (:community, 'Села', :whole, :now) returning id""",
            community=KOMYSHUVAKHA,
            whole=False,
            now=tx.now,
        )
        for settlement in settlements:
            await tx.execute(
                "insert into area_settlements(settlement, area_id, community) values (:code, :area, :community)",
                code=settlement,
                area=area,
                community=KOMYSHUVAKHA,
            )
        return AreaId(area)

    return await town.app.store.transact(make)


async def home_of(town: Town) -> list[tuple[object, object]]:
    rows = await town.stored("select community, settlement from residents")
    return [(row["community"], row["settlement"]) for row in rows]


@pytest.mark.parametrize(
    "typed", ["Комишуваська", "комишуваська громада", "  КОМИШУВАСЬКА  ", "Koмишувaськa", "Комышуваская"]
)
async def test_one_community_of_that_name_is_asked_about_immediately(town: Town, typed: str) -> None:
    await town.area()
    olena = await newcomer(town)
    await olena.says(typed)
    candidate = await olena.sees("Це Ваша громада?")
    assert "Комишуваська селищна громада\nЗапорізький район, Запорізька область" in candidate.text
    await olena.presses("Так, моя")
    await olena.sees("Громаду записано", anywhere=True)
    await olena.sees("Оберіть, що потрібно")
    assert await home_of(town) == [(KOMYSHUVAKHA, None)]


async def reads_english(town: Town) -> Person:
    """A person who reads English and is asked for the community."""
    olena = town.telegram.person("Olena")
    await olena.starts()
    await olena.presses("English")
    await olena.presses("I agree")
    await olena.sees("For example: Komyshuvakha")
    return olena


@pytest.mark.parametrize("typed", ["Komyshuvaska", "Komyshuvaska settlement community"])
async def test_the_name_as_the_bot_writes_it_in_english_is_understood(town: Town, typed: str) -> None:
    await town.area()
    olena = await reads_english(town)
    await olena.says(typed)
    candidate = await olena.sees("Is this your community?")
    assert "Komyshuvaska settlement community" in candidate.text
    await olena.presses("Yes, it is mine")
    await olena.sees("Your community is noted", anywhere=True)
    assert await home_of(town) == [(KOMYSHUVAKHA, None)]


@pytest.mark.parametrize("typed", ["Komyshuvakha", "Komyshuvaha"])
async def test_a_settlement_may_be_named_in_latin_letters(town: Town, typed: str) -> None:
    olena = await reads_english(town)
    await olena.says(typed)
    found = await olena.sees("Choose your community")
    assert "Komyshuvaska, Zaporizka oblast" in found.buttons[0]


async def test_a_settlement_of_the_community_may_be_named_in_latin_letters(town: Town) -> None:
    await town.area()
    await second_area(town, VESELE)
    olena = await reads_english(town)
    await olena.says("Komyshuvaska")
    await olena.presses("Yes, it is mine")
    await olena.sees("Where do you live?")
    await olena.says("Vesele")
    await olena.sees("Your community is noted", anywhere=True)
    assert await home_of(town) == [(KOMYSHUVAKHA, VESELE)]


async def test_eight_communities_of_one_name_are_distinguished_by_raion_and_oblast(town: Town) -> None:
    olena = await newcomer(town)
    await olena.says("Миколаївська")
    first = await olena.sees("Оберіть свою громаду")
    assert len([button for button in first.buttons if "Миколаївська" in button]) == 6
    assert "район, Дніпропетровська область" in first.text
    await olena.presses("Далі ›")
    second = await olena.sees("8. Миколаївська")
    assert second.id == first.id
    assert "Далі ›" not in second.buttons
    await olena.presses("‹ Раніше")
    await olena.sees("1. Миколаївська")
    await olena.presses(first.buttons[0])
    assert "Миколаївська" in (await olena.sees("Громаду записано")).text


async def test_a_name_with_a_slip_is_found(town: Town) -> None:
    olena = await newcomer(town)
    await olena.says("Комишуаха")
    found = await olena.sees("Оберіть свою громаду")
    assert any("Комишуваська, Запорізька обл." in button for button in found.buttons)


async def test_what_is_not_found_may_be_written_again(town: Town) -> None:
    olena = await newcomer(town)
    await olena.says("щщщщщщщщ")
    await olena.sees("Такої назви не знайдено")
    await olena.says("ґґґґґґґґ")
    await olena.sees("Такої назви не знайдено")
    await olena.says("Комишуваська")
    await olena.sees("Це Ваша громада?")


async def test_none_of_these_asks_anew(town: Town) -> None:
    olena = await newcomer(town)
    await olena.says("Зоряне")
    await olena.presses("Жодна з цих")
    await olena.sees("Яка Ваша громада?")
    await olena.says("Комишуваська")
    await olena.presses("Ні, шукати іншу")
    await olena.sees("Яка Ваша громада?")
    await olena.presses("‹ Назад")
    await olena.sees("Оберіть, що потрібно")


@pytest.mark.parametrize("typed", ["Київ", "Севастополь", "Крим", "Прип'ять", "Чернобыль"])
async def test_where_no_community_is_the_bot_does_not_work(town: Town, typed: str) -> None:
    olena = await newcomer(town)
    await olena.says(typed)
    outside = await olena.sees("Тут бот не працює")
    assert "102 — поліція" in outside.text


async def test_a_village_with_the_name_of_the_capital_is_found_still(town: Town) -> None:
    olena = await newcomer(town)
    await olena.says("Київ")
    outside = await olena.sees("Тут бот не працює")
    assert "с. Київ, Прибузька" in outside.text
    await olena.presses("1. Прибузька, Миколаївська обл.")
    await olena.sees("Громаду записано")


async def test_in_a_community_with_several_areas_the_settlement_is_asked_for(town: Town) -> None:
    await town.area()
    await second_area(town, VESELE)
    olena = await newcomer(town)
    await olena.says("Комишуваська")
    await olena.presses("Так, моя")
    asked = await olena.sees("Де Ви живете?")
    assert asked.buttons[:3] == ["с. Блакитне", "с. Веселе", "с. Вільне"]
    await olena.presses("Далі ›")
    await olena.presses("‹ Раніше")
    await olena.presses("с. Веселе")
    chosen = await olena.sees("Громаду записано", anywhere=True)
    assert "с. Веселе" in chosen.text
    assert await home_of(town) == [(KOMYSHUVAKHA, VESELE)]


async def test_the_settlement_may_be_typed_and_a_slip_shows_its_page(town: Town) -> None:
    await town.area()
    await second_area(town, VESELE)
    olena = await newcomer(town)
    await olena.says("Комишуваська")
    await olena.presses("Так, моя")
    await olena.says("😀")
    await olena.sees("Такої назви тут немає")
    await olena.says("Новотроїке")
    page = await olena.sees("Де Ви живете?")
    assert "с. Новотроїцьке" in page.buttons
    await olena.says("новотроицкое")
    await olena.sees("Оберіть, що потрібно")
    assert await home_of(town) == [(KOMYSHUVAKHA, NOVOTROITSKE)]


async def test_a_settlement_not_in_the_list_is_left_open(town: Town) -> None:
    await town.area()
    await second_area(town, VESELE)
    olena = await newcomer(town)
    await olena.says("Комишуваська")
    await olena.presses("Так, моя")
    await olena.presses("Немає у списку")
    await olena.sees("Оберіть, що потрібно")
    assert await home_of(town) == [(KOMYSHUVAKHA, None)]


async def test_a_resident_who_names_a_village_is_not_asked_for_it_again(town: Town) -> None:
    await town.area()
    await second_area(town, VESELE)
    olena = await newcomer(town)
    await olena.says("Трудооленівка")
    await olena.sees("с. Трудооленівка")
    await olena.presses("Так, моя")
    await olena.sees("Оберіть, що потрібно")
    assert await home_of(town) == [(KOMYSHUVAKHA, "UA23060090240010589")]


async def test_where_nobody_has_joined_the_numbers_are_shown_and_the_officer_is_waited_for(either_town: Town) -> None:
    town = either_town
    olena = await newcomer(town)
    await olena.says("Комишуваська")
    await olena.presses("Так, моя")
    reply = await olena.sees("Ваша громада ще не долучилася")
    assert "102 — поліція" in reply.text
    await olena.presses("Повідомити, коли з’явиться офіцер")
    waiting = await olena.sees("бот напише Вам")
    await olena.forges(f"rw:{KOMYSHUVAKHA}", on=waiting)
    await town.settled()
    assert len(await town.stored("select person_id from waiting_residents")) == 1

    async def officer_comes(tx: Transaction) -> None:
        await residents.tell_waiting(tx, KOMYSHUVAKHA)

    area = await town.area()
    await town.app.store.transact(officer_comes)
    await olena.does_not_see("з’явився офіцер", anywhere=True)  # nobody serves there yet
    await town.officer("Іван Петренко", area)
    await town.app.store.transact(officer_comes)
    await town.app.store.transact(officer_comes)
    town.app.sender.alarm.ring()
    await olena.sees("У Вашій громаді з’явився офіцер")
    assert sum("з’явився офіцер" in bubble.text for bubble in olena.chat) == 1


async def test_waiting_can_be_taken_back(town: Town) -> None:
    olena = await newcomer(town)
    await olena.says("Комишуваська")
    await olena.presses("Так, моя")
    await olena.presses("Повідомити, коли з’явиться офіцер")
    await olena.presses("Не повідомляти")
    await olena.sees("Ваша громада ще не долучилася")
    assert await town.stored("select person_id from waiting_residents") == []


async def test_in_an_occupied_community_nothing_is_kept(town: Town) -> None:
    await town.area()

    async def occupied(tx: Transaction) -> None:
        await tx.execute("update communities set occupied = :yes", yes=True)

    await town.app.store.transact(occupied)
    olena = await newcomer(town)
    await olena.says("Комишуваська")
    await olena.presses("Так, моя")
    advice = await olena.sees("Бережіть себе")
    assert "видаліть це листування" in advice.text
    assert "102 — поліція" in advice.text
    assert "Повідомити, коли з’явиться офіцер" not in advice.buttons
    assert await home_of(town) == []


@pytest.mark.parametrize(
    "data", ["rl:UA0:", f"rl:{KOMYSHUVAKHA}:UA12020090000044548", "rc:x:y", "rs:UA1:0:0", "rw:UA1", "rn:"]
)
async def test_a_forged_place_is_refused(town: Town, data: str) -> None:
    olena = await newcomer(town)
    await olena.forges(data, on=olena.last)
    await town.settled()
    assert olena.spinning == 0
    assert await home_of(town) == []
    assert await town.stored("select error from inbox where state = 'set_aside'") == []


async def test_messages_that_waited_are_shown_once_the_community_is_chosen(either_town: Town) -> None:
    town = either_town
    await town.area()
    olena = await newcomer(town)

    async def wrote_before(tx: Transaction) -> None:
        [person] = await tx.column(PersonId, "select id from persons")
        case = await case_drafts.add(tx, person, Kind.QUESTION, None, None, None)
        await case_messages.add(tx, case, NewMessage(Side.RESIDENT, Body(BodyKind.TEXT, "Де прийом?"), tx.now))

    await town.app.store.transact(wrote_before)
    await olena.says("Комишуваська")
    await olena.presses("Так, моя")
    await olena.sees("Ще не надіслано: «Де прийом?».")
    assert await town.stored("select community from cases") == [{"community": KOMYSHUVAKHA}]
    await olena.presses("Надіслати без імені")
    await olena.sees("КШ-2026-000001")


async def test_messages_for_a_community_that_has_not_joined_are_not_kept(either_town: Town) -> None:
    town = either_town
    olena = await newcomer(town)

    async def wrote_before(tx: Transaction) -> None:
        case = await tx.insert(
            """insert into cases(kind, status, created_at, touched_at)
               values ('question', 'draft', :now, :now) returning id""",
            now=tx.now,
        )
        await tx.execute("insert into case_links(case_id, person_id) select :case, id from persons", case=case)

    await town.app.store.transact(wrote_before)
    await olena.says("Комишуваська")
    await olena.presses("Так, моя")
    await olena.sees("Ваше повідомлення не збережено")
    await olena.sees("Ваша громада ще не долучилася")
    assert await town.stored("select id from cases") == []
