"""Office hours of an officer who is away: they are cancelled, or the stand-in holds them."""

from simulator import Person
from tests.stories.absences import area_beside, goes_away, opens_absence
from tests.stories.reception import village
from tests.town import Town

TOMORROW = "завтра, 09:00–12:00"


async def asks_to_be_reminded(resident: Person) -> None:
    await resident.says("графік")
    await resident.sees("Години прийому")
    await resident.presses(next(label for label in resident.buttons if label.startswith("Нагадати")))


async def stand_in(town: Town) -> Person:
    return await town.officer("Марія Коваль", await area_beside(town), "майор поліції")


async def test_the_hours_of_an_absence_are_cancelled_and_who_asked_hears_it(either_town: Town) -> None:
    town = either_town
    ivan = (await village(town)).ivan
    await stand_in(town)
    olena = await town.resident("Олена")
    await asks_to_be_reminded(olena)
    await goes_away(ivan)
    assert "прийому не буде" in (await olena.sees("Зміна прийому")).text
    await olena.says("графік")
    page = await olena.sees("Години прийому")
    assert "Наступний прийом: середа, 9 грудня, 09:00–12:00" in page.text


async def test_hours_after_a_return_take_place_again(town: Town) -> None:
    ivan = (await village(town)).ivan
    await stand_in(town)
    olena = await town.resident("Олена")
    await asks_to_be_reminded(olena)
    await goes_away(ivan)
    await opens_absence(ivan)
    await ivan.presses("Повернутися на службу зараз")
    await olena.says("графік")
    assert f"Наступний прийом: {TOMORROW}" in (await olena.sees("Години прийому")).text


async def test_the_stand_in_is_asked_once_and_may_hold_them(town: Town) -> None:
    ivan = (await village(town)).ivan
    maria = await stand_in(town)
    olena = await town.resident("Олена")
    await goes_away(ivan)
    await maria.sees("Прийом у ці дні скасовано. Проведете його Ви?")
    await maria.presses("Так, проведу прийом")
    await maria.sees("Прийом у ці дні проводите Ви.")
    await olena.says("графік")
    page = await olena.sees("Години прийому")
    assert f"Наступний прийом: {TOMORROW}" in page.text
    await town.passes(hours=22)  # it is eight in the morning
    await maria.sees("Скоро Ваш прийом")
    await ivan.does_not_see("Скоро Ваш прийом", anywhere=True)


async def test_a_stand_in_of_an_officer_without_hours_is_asked_nothing(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    maria = await stand_in(town)
    await goes_away(ivan)
    assert "прийом" not in (await maria.sees("У ці дні заміщуєте Ви.")).text.casefold()
