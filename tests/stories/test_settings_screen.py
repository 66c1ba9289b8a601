"""Settings, changed later."""

from tests.stories.test_community import VESELE, home_of, second_area
from tests.town import KOMYSHUVAKHA, Town

KUSHUHUM = "UA23060110000049870"


async def test_the_community_may_be_changed(town: Town) -> None:
    await town.area()
    await town.area(KUSHUHUM)
    olena = await town.resident("Олена")
    await olena.presses("Налаштування")
    await olena.sees("Комишуваська селищна громада")
    await olena.presses("Змінити громаду")
    await olena.says("Кушугумська")
    await olena.presses("Так, моя")
    await olena.sees("Оберіть, що потрібно")
    assert await home_of(town) == [(KUSHUHUM, None)]


async def test_the_settlement_may_be_named_later(town: Town) -> None:
    await town.area()
    await second_area(town, VESELE)
    olena = await town.resident("Олена")
    await olena.presses("Налаштування")
    await olena.presses("Вказати село чи місто")
    await olena.says("веселе")
    await olena.sees("Оберіть, що потрібно")
    assert await home_of(town) == [(KOMYSHUVAKHA, VESELE)]


async def test_another_language_changes_the_screen_and_the_keyboard(town: Town) -> None:
    await town.area()
    olena = await town.resident("Олена")
    await olena.presses("Налаштування")
    await olena.presses("English")
    await olena.sees("Choose what you need")
    assert olena.buttons[-6:] == ["Report", "Ask", "My cases", "My officer", "Help", "Settings"]
    await olena.presses("Українська")
    await olena.sees("Оберіть, що потрібно")


async def test_who_changes_his_mind_about_changing_writes_to_the_officer_again(town: Town) -> None:
    await town.area()
    olena = await town.resident("Олена")
    await olena.presses("Налаштування")
    await olena.presses("Змінити громаду")
    await olena.says("Мій офіцер")
    await olena.says("Коли прийом?")
    await olena.does_not_see("Такої назви не знайдено")
    await olena.sees("Ще не надіслано")
