"""Of a call or a visit nothing says that its person was sent anything or will read it: it has to be told to them."""

import pytest

from bot.domain.ids import CaseId
from bot.handlers.cases.buttons import Pause
from bot.handlers.walk_ins.buttons import AnswerRead
from simulator import Person
from tests.stories.posts import ZAPORIZHZHIA
from tests.stories.ready_texts import writes_ready
from tests.stories.test_dismissal import dismisses
from tests.stories.walk_ins import answers, records
from tests.town import Town

CARD = "КШ-2026-000001 · Крадіжка"


@pytest.fixture
async def ivan(town: Town) -> Person:
    return await town.officer("Іван Петренко", await town.area())


async def status(town: Town) -> object:
    return (await town.stored("select status from cases"))[0]["status"]


async def more(ivan: Person) -> list[str]:
    await ivan.says("КШ-2026-000001")
    await ivan.presses("Ще дії")
    return (await ivan.sees("Що зробити зі зверненням?")).buttons


async def says_nothing_was_sent(ivan: Person) -> None:
    for untrue in ("Надіслано: «", "надіслано мешканцю", "Мешканець прочитає", "Мешканець її прочитає"):
        await ivan.does_not_see(untrue, anywhere=True)


async def test_a_ready_answer_is_stored_and_has_to_be_told(town: Town, ivan: Person) -> None:
    await writes_ready(ivan, "Світло", "Вітаємо! Світло полагодять.")
    await records(ivan)
    await more(ivan)
    await ivan.presses("Готова відповідь")
    await ivan.presses("Світло")
    await ivan.sees("Людини немає в боті. Це треба буде сказати їй:")
    await ivan.presses("Зберегти")
    asked = await ivan.sees("Відповідь збережено. Як людина її отримала?")
    assert "Надрукувати (PDF)" in asked.buttons
    assert await status(town) == "in_work"
    await ivan.presses("Сказано")
    await ivan.sees("людина вже отримала")
    assert await status(town) == "answered"
    await says_nothing_was_sent(ivan)


async def test_a_ready_answer_that_is_changed_has_to_be_told_too(town: Town, ivan: Person) -> None:
    await writes_ready(ivan, "Світло", "Вітаємо! Світло полагодять.")
    await records(ivan)
    await more(ivan)
    await ivan.presses("Готова відповідь")
    await ivan.presses("Світло")
    await ivan.presses("Змінити")
    await ivan.sees("буде відповіддю, яку треба сказати людині")
    await ivan.says("Полагодять у п’ятницю")
    await ivan.sees("Як людина її отримала?")
    await says_nothing_was_sent(ivan)


async def test_a_ready_reason_declines_and_asks_how_the_person_learned_it(town: Town, ivan: Person) -> None:
    await writes_ready(ivan, "Не поліція", "Це вирішує рада.", kind="Нова причина відмови")
    await records(ivan)
    await ivan.presses("Відхилити", on=await ivan.sees(CARD, anywhere=True))
    await ivan.presses("Не поліція")
    await ivan.sees("Причину треба буде сказати людині:")
    await ivan.presses("Відхилити")
    await ivan.sees("Як людина дізналася причину?")
    assert await status(town) == "declined"
    await says_nothing_was_sent(ivan)


async def test_why_it_was_declined_is_told_and_noted_and_the_case_stays_declined(town: Town, ivan: Person) -> None:
    await records(ivan)
    await ivan.presses("Відхилити", on=await ivan.sees(CARD, anywhere=True))
    await ivan.sees("Її треба буде сказати людині.")
    await ivan.says("Це вирішує рада")
    await ivan.sees("Скажіть людині причину", anywhere=True)
    page = await ivan.sees("Як людина дізналася причину?")
    assert "Передати відповідь" in await more(ivan)
    await ivan.presses("Сказано", on=page)
    await ivan.sees("людина вже отримала", anywhere=True)
    assert await status(town) == "declined"
    assert "read_out" in [row["what"] for row in await town.stored("select what from case_events")]
    assert "Передати відповідь" not in await more(ivan)
    await ivan.forges(AnswerRead(CaseId(1)).pack(), on=page)
    await town.settled()
    assert "Немає відповіді" in ivan.alerts[-1]
    await says_nothing_was_sent(ivan)


async def test_to_whom_it_was_forwarded_is_told(town: Town, ivan: Person) -> None:
    await records(ivan)
    await more(ivan)
    await ivan.presses("За належністю")
    await ivan.sees("Скажіть людині, кому його передано.")
    await ivan.presses("Рада громади")
    await ivan.sees("Це треба буде сказати людині. Передати?")
    await ivan.presses("Так, передати")
    await ivan.presses("Передати відповідь")
    await ivan.sees("Як людина про це дізналася?")
    await ivan.presses("Сказано")
    await ivan.sees("людина вже отримала")
    assert await status(town) == "forwarded"
    await ivan.does_not_see("мешканець дізнається", anywhere=True)
    await says_nothing_was_sent(ivan)


async def test_taking_an_answer_back_takes_it_out_of_no_chat(town: Town, ivan: Person) -> None:
    await records(ivan)
    await answers(ivan, "Приїду у середу")
    await more(ivan)
    await ivan.presses("Відкликати відповідь")
    await ivan.sees("Людині її ще не передано.")
    await ivan.presses("Так, відкликати")
    await ivan.sees("Відповідь відкликано.")
    await ivan.does_not_see("з чату мешканця", anywhere=True)


async def test_what_only_a_resident_can_confirm_or_read_is_not_offered(town: Town, ivan: Person) -> None:
    await records(ivan)
    offered = await more(ivan)
    for each in ("Об’єднати", "Призупинити", "Закрити зі словами", "Передати відповідь"):
        assert each not in offered, each
    await ivan.presses("Передати")
    await ivan.does_not_see("Мешканець дізнається", anywhere=True)
    await ivan.forges(Pause(CaseId(1)).pack(), on=ivan.last)
    await town.settled()
    assert await town.stored("select case_id from case_pauses") == []
    await ivan.does_not_see("На який час призупинити", anywhere=True)


async def test_of_danger_in_a_call_no_card_says_that_the_resident_was_shown_numbers(town: Town, ivan: Person) -> None:
    await records(ivan, words="Він б’є мене!")
    await ivan.sees("Нагадайте людині про номер 102.", anywhere=True)
    await ivan.does_not_see("Мешканцю показано номери допомоги", anywhere=True)


async def test_a_coordinator_who_keeps_its_text_longer_is_told_what_is_so(town: Town, ivan: Person) -> None:
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await records(ivan)
    await dismisses(town, olha)
    await olha.presses("Черга: 1")
    await olha.presses(CARD)
    assert "Записати відповідь" in (await olha.sees("Кожне читання записується")).buttons
    await olha.presses("Прочитати")
    await olha.presses("Ще дії")
    await olha.presses("Зберегти довше")
    await olha.sees("Людини немає в боті, він їй про це не повідомить.")
    await olha.does_not_see("Мешканець дізнається", anywhere=True)
