"""How many presses a first report takes of a person who found the bot by its name.

Counted is every button that the bot shows, from the first screen after /start: the consent is among them. /start itself
is Telegram's button, and what is typed is no press.
"""

from dataclasses import dataclass

from simulator import Person
from tests.stories.cases import UNNAMED
from tests.town import Town


@dataclass
class Counted:
    person: Person
    presses_made: int = 0

    async def presses(self, label: str) -> None:
        await self.person.presses(label)
        self.presses_made += 1


async def lives_here(olena: Counted) -> None:
    """From the first screen to the menu: the name that was typed is in six communities."""
    await olena.person.starts()
    await olena.presses("Погоджуюся")
    await olena.person.says("Комишуваха")
    await olena.person.sees("Оберіть свою громаду")
    await olena.presses("1. Комишуваська, Запорізька обл.")
    chosen = await olena.person.sees("Громаду записано")
    assert "с-ще Комишуваха\nКомишуваська селищна громада" in chosen.text


async def test_a_first_report_without_a_link_takes_five_presses(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    olena = Counted(town.telegram.person("Олена"))
    await lives_here(olena)
    await olena.presses("Повідомити")
    await olena.presses("Сусіди, шум, п’яні")
    await olena.person.says("Щоночі музика")
    await olena.presses(UNNAMED)
    await olena.person.sees("Надіслано: КШ-")
    await ivan.sees("Щоночі музика")
    assert olena.presses_made <= 5


async def test_a_danger_case_without_a_link_takes_six_presses(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    olena = Counted(town.telegram.person("Олена"))
    await lives_here(olena)
    await olena.presses("Повідомити")
    await olena.presses("Насильство вдома")
    await olena.person.sees("Небезпечно зараз? Зателефонуйте 102")
    await olena.presses("Зрозуміло, далі")
    await olena.person.says("Чоловік б’є мене")
    await olena.presses(UNNAMED)
    await olena.person.sees("Надіслано: КШ-")
    await ivan.sees("КШ-2026-000001", anywhere=True)  # behind «Показати»
    assert olena.presses_made <= 6


async def test_a_cry_for_help_as_the_first_words_takes_five_presses(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    olena = Counted(town.telegram.person("Олена"))
    await olena.person.starts()
    await olena.person.says("Допоможіть, мене вбивають")
    await olena.person.sees("Зателефонуйте 102 зараз")
    await olena.presses("Прочитати і погодитися")
    await olena.presses("Погоджуюся")
    await olena.person.says("Комишуваха")
    await olena.presses("1. Комишуваська, Запорізька обл.")
    await olena.presses(UNNAMED)
    await ivan.sees("мене вбивають", anywhere=True)
    assert olena.presses_made <= 5


async def test_all_notices_are_off_after_three_presses(town: Town) -> None:
    await town.area()
    olena = Counted(await town.resident("Олена"))
    await olena.presses("Налаштування")
    await olena.presses("Теми сповіщень")
    await olena.presses("Вимкнути всі сповіщення")
    await olena.person.sees("вимкнено")
    assert not await town.stored("select topic from subscriptions where subscribed")
    assert olena.presses_made <= 3


async def test_a_community_picked_by_mistake_is_changed_where_it_was_chosen(town: Town) -> None:
    await town.area()
    olena = Counted(town.telegram.person("Олена"))
    await lives_here(olena)
    await olena.presses("Змінити громаду")
    await olena.person.sees("Яка Ваша громада?")


async def test_thanks_are_not_asked_where_and_when_they_happened(town: Town) -> None:
    await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await olena.presses("Повідомити")
    await olena.presses("Ще теми")
    await olena.presses("Подяка")
    form = await olena.sees("Тема: Подяка")
    assert "Напишіть, за що й кому дякуєте." in form.text
    assert "що сталося" not in form.text
