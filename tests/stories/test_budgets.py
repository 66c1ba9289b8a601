"""One person's flood: how many cases one may have and send. Danger is always taken, and nothing said is lost."""

from tests.stories.cases import UNNAMED, asks
from tests.town import Town


async def test_as_many_open_cases_as_one_may_have_and_the_next_stays_a_draft(town: Town) -> None:
    ivan, olena = await town.officer("Іван Петренко", await town.area()), await town.resident("Олена")
    for number in range(10):
        await asks(olena, f"Запитання {number}")
    await olena.presses("Запитати")
    await olena.says("Ще одне")
    await olena.presses(UNNAMED)
    await town.settled()
    assert "Звернень за добу можна надіслати 10" in olena.alerts[-1]
    await ivan.does_not_see("Ще одне", anywhere=True)
    await town.passes(hours=23)
    await olena.presses(UNNAMED)
    await town.settled()
    await ivan.does_not_see("Ще одне", anywhere=True)


async def test_fifteen_open_cases_are_enough_for_one_person(town: Town) -> None:
    ivan, olena = await town.officer("Іван Петренко", await town.area()), await town.resident("Олена")
    for number in range(15):
        await asks(olena, f"Запитання {number}")
        await town.passes(hours=3)
    await olena.presses("Запитати")
    await olena.says("Ще одне")
    await olena.presses(UNNAMED)
    await town.settled()
    assert "Відкритих звернень у Вас уже 15" in olena.alerts[-1]
    await ivan.presses("Прийняти")
    await ivan.presses("Закрити")
    await ivan.presses("Закрити без відповіді")
    await olena.presses(UNNAMED)
    await ivan.sees("Ще одне")


async def test_danger_passes_every_limit(town: Town) -> None:
    ivan, olena = await town.officer("Іван Петренко", await town.area()), await town.resident("Олена")
    for number in range(10):
        await asks(olena, f"Запитання {number}")
    await olena.presses("Запитати")
    await olena.says("Чоловік б’є мене!")
    await olena.presses(UNNAMED)
    await ivan.sees("Чоловік б’є мене!")


async def test_what_is_added_to_an_open_case_is_always_kept(town: Town) -> None:
    await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    for number in range(10):
        await asks(olena, f"Запитання {number}")
    [_, newest] = [await olena.sees("Надіслано"), olena.last]
    await olena.says("Ось адреса", reply_to=newest)
    await town.settled()
    assert len(await town.stored("select id from case_messages")) == 11
