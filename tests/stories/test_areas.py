"""Service areas: made, divided, renamed, closed by the coordinator."""

from simulator import Person
from tests.stories.cases import asks
from tests.stories.posts import ZAPORIZHZHIA, invited, opens_area, opens_community, takes_post
from tests.town import KOMYSHUVAKHA, Town, resources

VILLAGE = "Новоіванівка"
PLACES = {each.name: each.code for each in resources().register.community(KOMYSHUVAKHA).settlements}


async def makes_area(coordinator: Person, name: str) -> None:
    """From the community's page to the new area's."""
    await coordinator.presses("Нова дільниця")
    await coordinator.sees("Напишіть назву дільниці")
    await coordinator.says(name)
    await coordinator.sees("Ще нічого не обслуговує.")


async def served(town: Town) -> dict[str, str]:
    rows = await town.stored("select s.settlement, a.name from area_settlements s join areas a on a.id = s.area_id")
    return {str(row["settlement"]): str(row["name"]) for row in rows}


async def test_settlements_are_ticked_and_unticked_in_a_list_that_pages(either_town: Town) -> None:
    town = either_town
    await town.area()
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await opens_community(olha)
    await makes_area(olha, "Північна")
    await olha.presses("Населені пункти")
    await olha.sees("✓ означає: обслуговує ця дільниця.")
    await olha.presses("Далі ›")
    await olha.presses("‹ Раніше")
    page = await olha.sees("✓ означає")
    label = next(each for each in page.buttons if each.startswith("с. "))
    await olha.presses(label)
    await olha.sees("Обслуговує 1 населений пункт.")
    assert f"✓ {label}" in olha.buttons
    assert list((await served(town)).values()) == ["Північна"]
    await olha.presses(f"✓ {label}")
    await olha.sees("Ще нічого не обслуговує.")
    assert await served(town) == {}


async def test_every_settlement_of_the_community_is_in_the_list_once_in_ukrainian_order(town: Town) -> None:
    await town.area()
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await opens_community(olha)
    await makes_area(olha, "Північна")
    await olha.presses("Населені пункти")
    seen: list[str] = []
    while True:
        page = await olha.sees("✓ означає")
        seen += [label.split(" ", 1)[1] for label in page.buttons if label.startswith(("с. ", "с-ще ", "м. "))]
        if "Далі ›" not in page.buttons:
            break
        await olha.presses("Далі ›")
    assert sorted(seen) == sorted(PLACES)
    assert len(seen) == len(PLACES)


async def test_a_settlement_of_another_area_moves_only_when_that_is_confirmed(town: Town) -> None:
    await town.area()
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await opens_community(olha)
    await makes_area(olha, "Північна")
    await olha.presses("Населені пункти")
    page = await olha.sees("✓ означає")
    village = next(each for each in page.buttons if each.startswith("с. "))
    await olha.presses(village)
    await olha.presses("‹ Назад")
    await olha.presses("‹ Назад")
    await makes_area(olha, "Південна")
    await olha.presses("Населені пункти")
    await olha.presses(f"{village} · зараз: Північна")
    await olha.sees("Перенести населений пункт?")
    assert list((await served(town)).values()) == ["Північна"]
    await olha.presses("‹ Назад")
    await olha.presses(f"{village} · зараз: Північна")
    await olha.presses("Так, перенести")
    await olha.sees("Обслуговує 1 населений пункт.")
    assert list((await served(town)).values()) == ["Південна"]


async def test_a_second_press_on_an_old_list_changes_nothing_twice(town: Town) -> None:
    await town.area()
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await opens_community(olha)
    await makes_area(olha, "Північна")
    await olha.presses("Населені пункти")
    page = await olha.sees("✓ означає")
    data = f"kt:2:{PLACES[VILLAGE]}:0"
    await olha.forges(data, on=page)
    await olha.forges(data, on=page)
    await town.settled()
    assert await served(town) == {PLACES[VILLAGE]: "Північна"}


async def test_a_settlement_of_another_community_is_not_served(town: Town) -> None:
    await town.area()
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await opens_area(town, olha)
    foreign = next(each for each in resources().register.settlements if each.community_code != KOMYSHUVAKHA)
    for code in (foreign.code, "UA00"):
        await olha.forges(f"kt:1:{code}:0", on=olha.last)
        await town.settled()
        assert "нічого не знайдено" in olha.alerts[-1]
    assert await served(town) == {}


async def test_only_one_area_serves_all_the_rest_of_a_community(town: Town) -> None:
    await town.area()
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await opens_community(olha)
    await makes_area(olha, "Північна")
    await olha.presses("Обслуговує всю громаду")
    await town.settled()
    assert "Усю громаду вже обслуговує інша дільниця." in olha.alerts[-1]
    await olha.presses("‹ Назад")
    await olha.presses("Уся громада · офіцерів: 0")
    await olha.presses("Лише окремі населені пункти")
    await olha.presses("‹ Назад")
    await olha.presses("‹ Назад")
    await olha.presses("Північна · офіцерів: 0")
    await olha.presses("Обслуговує всю громаду")
    await olha.sees("Обслуговує всю громаду, крім сіл інших дільниць.")


async def test_an_area_is_renamed_and_a_name_too_long_is_asked_again(town: Town) -> None:
    await town.area()
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await opens_area(town, olha)
    await olha.presses("Перейменувати")
    await olha.sees("Зараз: Уся громада")
    await olha.says("Д" * 61)
    await olha.sees("Назва має бути коротка.")
    await olha.sends_sticker()
    await olha.sees("Тут потрібен текст")
    await olha.says("Центральна")
    await olha.sees("Центральна")
    [row] = await town.stored("select name from areas")
    assert row["name"] == "Центральна"


async def test_two_areas_each_get_the_cases_of_their_own_places(town: Town) -> None:
    await town.area()
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    ivan, maria = town.telegram.person("Іван"), town.telegram.person("Марія")
    await takes_post(town, ivan, await invited(town, olha))
    await opens_community(olha)
    await makes_area(olha, "Північна")
    await olha.forges(f"kt:2:{PLACES[VILLAGE]}:0", on=olha.last)
    await takes_post(town, maria, await invited(town, olha, "Північна"), "Марія Коваль")
    await asks(await town.resident("Олена", settlement=PLACES[VILLAGE]), "Новоіванівка питає")
    await asks(await town.resident("Оксана", settlement=PLACES["Комишуваха"]), "Комишуваха питає")
    await maria.sees("Новоіванівка питає")
    await maria.does_not_see("Комишуваха питає")
    await ivan.sees("Комишуваха питає")
    await ivan.does_not_see("Новоіванівка питає")


async def test_closing_an_area_hands_its_cases_to_the_area_of_the_whole_community(either_town: Town) -> None:
    town = either_town
    await town.area()
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    ivan, maria = town.telegram.person("Іван"), town.telegram.person("Марія")
    await takes_post(town, ivan, await invited(town, olha))
    await opens_community(olha)
    await makes_area(olha, "Північна")
    await olha.forges(f"kt:2:{PLACES[VILLAGE]}:0", on=olha.last)
    await takes_post(town, maria, await invited(town, olha, "Північна"), "Марія Коваль")
    olena = await town.resident("Олена", settlement=PLACES[VILLAGE])
    oksana = await town.resident("Оксана", settlement=PLACES[VILLAGE])
    await asks(olena, "Прийняте")
    await maria.presses("Прийняти")
    await asks(oksana, "Ще нічиє")
    await opens_area(town, olha, "Північна")
    await olha.presses("Закрити дільницю")
    await olha.sees("Офіцерів: 1.")
    await olha.presses("Так, закрити")
    await ivan.sees("Прийняте")
    await ivan.sees("Ще нічиє")
    await olena.sees("Вашим зверненням тепер опікується інший офіцер.")
    await oksana.does_not_see("тепер опікується")
    await maria.sees("Ви більше не працюєте на дільниці «")
    assert await served(town) == {}


async def test_closing_the_last_area_puts_its_cases_into_the_queue(town: Town) -> None:
    await town.area()
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    ivan = town.telegram.person("Іван")
    await takes_post(town, ivan, await invited(town, olha))
    olena = await town.resident("Олена")
    await asks(olena, "Прийняте")
    await ivan.presses("Прийняти")
    await opens_area(town, olha)
    await olha.presses("Закрити дільницю")
    await olha.presses("Так, закрити")
    await olha.sees("До черги перейшло звернень: 1.")
    await olena.sees("Звернення чекає на іншого.")
    [row] = await town.stored("select officer_id, area_id from cases")
    assert row == {"officer_id": None, "area_id": None}


async def test_an_old_button_of_a_closed_area_finds_nothing(town: Town) -> None:
    await town.area()
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    link = await invited(town, olha)
    await olha.presses("Закрити дільницю")
    await olha.presses("Так, закрити")
    for data in ("kp:1", "ki:1", "kz:1", "kw:1", "ks:1:0"):
        await olha.forges(data, on=olha.last)
        await town.settled()
    assert olha.spinning == 0
    ivan = town.telegram.person("Іван")
    await ivan.starts(link)
    await ivan.sees("Це запрошення не діє")


async def test_in_english_the_name_of_an_area_is_in_latin_letters(town: Town) -> None:
    area = await town.area()
    ivan = await town.officer("Іван Петренко", area)
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    for person in (olha, ivan):
        await person.presses("English")
        await town.settled()
    await olha.says("Coordinator")
    await olha.presses("Communities: 1")
    await olha.presses("Komyshuvaska settlement community")
    await olha.presses("Usia hromada · officers: 1")
    await olha.sees("Usia hromada")
    await olha.presses("Close the area")
    await olha.does_not_see("Уся громада", anywhere=True)
    await ivan.says("My post")
    await ivan.sees("Area: Usia hromada.")
    await ivan.blocks()
    await olha.sees("Area: Usia hromada.")
    await olha.does_not_see("Уся громада", anywhere=True)
