"""A report may be written before its topic is chosen, and left without being lost."""

from bot.domain.ids import CaseId
from bot.handlers.cases.buttons import ChangeTopic
from tests.stories.cases import UNNAMED, chooses, opens_case, talk
from tests.stories.posts import ZAPORIZHZHIA
from tests.town import Town

ASKS = "Про що хочете повідомити?"


async def test_words_in_place_of_a_topic_are_a_report_about_something_else(town: Town) -> None:
    pair = await talk(town)
    await pair.olena.presses("Повідомити")
    await pair.olena.sees(ASKS)
    await pair.olena.says("Біля школи стоїть чуже авто")
    await pair.olena.sees("Тема: Інше")
    await pair.olena.says("Третій день")
    await pair.olena.sees("і ще 1 повідомлення")
    await pair.olena.presses(UNNAMED)
    await pair.ivan.sees("КШ-2026-000002 · Інше")


async def test_a_report_that_was_written_first_gets_its_topic_afterwards(either_town: Town) -> None:
    town = either_town
    pair = await talk(town)
    await pair.olena.presses("Повідомити")
    await pair.olena.says("Біля школи стоїть чуже авто")
    await pair.olena.presses("Обрати тему")
    await pair.olena.sees(ASKS)
    await pair.olena.presses("‹ Назад")
    await pair.olena.sees("Тема: Інше")
    await pair.olena.presses("Обрати тему")
    await pair.olena.says("Номери не наші")
    await pair.olena.sees("і ще 1 повідомлення")
    await pair.olena.presses("Обрати тему")
    await pair.olena.presses("Сусіди, шум, п’яні")
    await pair.olena.sees("Тема: Сусіди, шум, п’яні")
    await pair.olena.presses(UNNAMED)
    await pair.ivan.sees("КШ-2026-000002 · Сусіди, шум, п’яні")
    assert await town.stored("select id from cases where status = 'draft'") == []


async def test_a_topic_with_an_emergency_card_shows_it_and_keeps_what_was_written(town: Town) -> None:
    pair = await talk(town)
    await pair.olena.presses("Повідомити")
    await pair.olena.says("Сусідка просить допомоги")
    await pair.olena.presses("Обрати тему")
    await pair.olena.presses("Насильство вдома")
    await pair.olena.sees("102")
    await pair.olena.presses("Зрозуміло, далі")
    await pair.olena.sees("Є ненадіслане.")
    assert await town.stored("select category from cases where status = 'draft'") == [{"category": "domestic"}]
    assert await town.stored("select count(*) as n from case_messages where case_id = 2") == [{"n": 1}]


async def test_a_person_who_goes_back_from_the_topics_writes_to_the_open_case(town: Town) -> None:
    pair = await talk(town)
    await pair.olena.presses("Повідомити")
    await pair.olena.presses("‹ Назад", on=await pair.olena.sees(ASKS))
    await pair.olena.says("Є новини?")
    await pair.ivan.sees("Є новини?")


async def test_a_person_who_opens_their_case_instead_of_choosing_writes_to_it(town: Town) -> None:
    pair = await talk(town)
    await pair.olena.presses("Повідомити")
    await pair.olena.sees(ASKS)
    await opens_case(pair)
    await pair.olena.says("Є новини?")
    await pair.ivan.sees("Є новини?")


async def test_a_topic_is_chosen_again_of_a_draft_about_something_else_alone(town: Town) -> None:
    pair = await talk(town)
    await pair.olena.presses("Повідомити")
    await pair.olena.says("Біля школи стоїть чуже авто")
    late = await pair.olena.sees("Тема: Інше")
    await pair.olena.presses("Обрати тему")
    await pair.olena.presses("Дорога")
    await pair.olena.sees("Тема: Дорога")
    await pair.olena.presses(UNNAMED)
    await pair.olena.sees("Надіслано")
    assert "Обрати тему" not in late.buttons


# Left.


async def test_a_draft_that_is_left_says_that_it_is_kept_and_opens_again(town: Town) -> None:
    await town.area()
    olena = await town.resident("Олена")
    await olena.presses("Запитати")
    await olena.says("Хто відповідає за вулицю?")
    await olena.presses("‹ Назад")
    await olena.sees("Чернетка збережена: «Хто відповідає за вулицю?».")
    await olena.presses("Відкрити")
    await olena.sees("Ще не надіслано: «Хто відповідає за вулицю?».")


async def test_a_report_that_is_left_is_kept_above_the_topics(town: Town) -> None:
    await town.area()
    olena = await town.resident("Олена")
    await olena.presses("Повідомити")
    await chooses(olena, "Дорога")
    await olena.says("Яма")
    await olena.presses("‹ Назад")
    kept = await olena.sees("Чернетка збережена: «Яма».")
    assert ASKS in kept.text
    await chooses(olena, "Дорога")
    await olena.says("Ще одна яма")
    await olena.presses("Повідомити")
    await olena.sees("Чернетка збережена: «Ще одна яма».")


async def test_nothing_of_a_discreet_draft_is_said_when_it_is_left(town: Town) -> None:
    await town.area()
    olena = await town.resident("Олена")
    await olena.presses("Повідомити")
    await olena.presses("Насильство вдома")
    await olena.presses("Зрозуміло, далі")
    await olena.says("Боюся")
    await olena.presses("‹ Назад")
    kept = await olena.sees("Збережено, не надіслано.")
    assert "Боюся" not in kept.text


async def test_a_draft_that_holds_nothing_is_left_without_a_word(town: Town) -> None:
    await town.area()
    olena = await town.resident("Олена")
    await olena.presses("Запитати")
    await olena.presses("‹ Назад")
    await town.settled()
    await olena.does_not_see("збережена", anywhere=True)
    assert await town.stored("select id from cases") == []


async def test_a_complaint_gets_no_other_topic(town: Town) -> None:
    pair = await talk(town)
    await town.coordinator("Ольга", ZAPORIZHZHIA)
    await pair.olena.presses("Повідомити")
    await pair.olena.presses("Скарга на офіцера")
    await pair.olena.says("Офіцер спить")
    shown = await pair.olena.sees("Ще не надіслано")
    assert "Обрати тему" not in shown.buttons
    await pair.olena.forges(ChangeTopic(CaseId(2)).pack(), on=shown)
    await town.settled()
    assert "нічого не знайдено" in pair.olena.alerts[-1]
