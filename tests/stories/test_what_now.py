"""Screens after which a person asks «what now?» say it with a button, and offer nothing that makes no sense."""

from bot.domain.ids import PersonId
from bot.handlers.staff.buttons import AskLock
from tests.stories.cases import UNNAMED, chooses, talk
from tests.stories.posts import ZAPORIZHZHIA
from tests.stories.test_dismissal import dismisses
from tests.town import Town

AGAIN = "Відкрити повторно"


async def test_thanks_for_a_rating_offer_to_reopen_the_case(town: Town) -> None:
    pair = await talk(town)
    await pair.ivan.presses("Закрити")
    await pair.ivan.presses("Закрити без відповіді")
    await pair.olena.presses("2")
    thanks = await pair.olena.sees("Ваша оцінка: 2")
    assert AGAIN in thanks.buttons
    await pair.olena.says("Ніхто не приїхав")
    await pair.olena.presses(AGAIN, on=await pair.olena.sees("Ваше повідомлення передано."))
    await pair.olena.sees("Стан: У роботі")
    await pair.olena.says("Чекаю")
    await pair.ivan.sees("Чекаю")


async def test_thanks_for_a_late_rating_do_not_offer_to_reopen_the_case(town: Town) -> None:
    pair = await talk(town)
    await pair.ivan.presses("Закрити")
    await pair.ivan.presses("Закрити без відповіді")
    await pair.olena.sees("Звернення закрито.")
    await town.passes(days=15)
    await pair.olena.presses("5")
    assert AGAIN not in (await pair.olena.sees("Ваша оцінка: 5")).buttons
    await pair.olena.says("Дякую")
    assert AGAIN not in (await pair.olena.sees("Ваше повідомлення передано.")).buttons


async def test_thanks_at_a_desk_are_read_and_may_be_answered(town: Town) -> None:
    ivan, olena = await town.officer("Іван Петренко", await town.area()), await town.resident("Олена")
    await olena.presses("Повідомити")
    await chooses(olena, "Подяка")
    await olena.says("Дякую за допомогу")
    await olena.presses(UNNAMED)
    card = await ivan.sees("Дякую за допомогу")
    assert card.buttons[:4] == ["Відповісти", "Закрити", "Історія", "Ще дії"]
    await ivan.presses("Історія", on=card)
    assert "Відхилити" not in (await ivan.sees("Дякую за допомогу")).buttons
    await ivan.presses("Закрити", on=card)
    await ivan.presses("Закрити без відповіді")
    await olena.sees("Звернення закрито.")


async def test_where_no_hours_are_known_the_officer_can_be_asked(town: Town) -> None:
    await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await olena.says("/hours")
    await olena.presses("Запитати офіцера", on=await olena.sees("Години прийому ще не вказано."))
    await olena.sees("Напишіть запитання")


async def test_where_nobody_serves_there_is_no_officer_to_ask(town: Town) -> None:
    await town.area()
    olena = await town.resident("Олена")
    await olena.says("/hours")
    assert "Запитати офіцера" not in (await olena.sees("Офіцера тут зараз немає.")).buttons


# A person who worked at a desk.

NO_DESK = "У Вас зараз немає робочого місця офіцера"


async def test_what_a_dismissed_officer_writes_first_is_said_to_go_to_no_case(town: Town) -> None:
    pair = await talk(town)
    await dismisses(town, await town.coordinator("Ольга", ZAPORIZHZHIA))
    await pair.ivan.says("/start")
    await pair.ivan.says("Перевірив, завтра приїдуть")
    await pair.ivan.sees(NO_DESK, anywhere=True)
    await pair.ivan.says("І ще одне")
    await town.settled()
    assert sum(NO_DESK in bubble.text for bubble in pair.ivan.chat) == 1
    await pair.olena.does_not_see("завтра приїдуть", anywhere=True)


async def test_what_a_locked_officer_writes_first_is_said_to_go_to_no_case(town: Town) -> None:
    pair = await talk(town)
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    [ivan] = await town.stored("select person_id from officers")
    await olha.starts()
    await olha.forges(AskLock(PersonId(int(str(ivan["person_id"])))).pack(), on=olha.last)
    await olha.presses("Так, заблокувати")
    await pair.ivan.sees("службовий доступ заблоковано", anywhere=True)
    await pair.ivan.says("Перевірив, завтра приїдуть")
    await pair.ivan.sees(NO_DESK, anywhere=True)
    await pair.olena.does_not_see("завтра приїдуть", anywhere=True)
