"""What the officer had said in a call or a visit by the time when its person opens the case in the bot."""

import pytest

from bot.domain.ids import CaseId
from bot.handlers.walk_ins.buttons import AnswerRead
from simulator import Person
from simulator.people import Part
from tests.stories.test_slips import issues, scans
from tests.stories.walk_ins import answers, records
from tests.town import Town

ANSWER = "Приїду у середу"


@pytest.fixture
async def ivan(town: Town) -> Person:
    return await town.officer("Іван Петренко", await town.area())


async def claims(town: Town, ivan: Person) -> Person:
    """The person who called opens the case."""
    await ivan.says("КШ-2026-000001")
    await ivan.presses("Ще дії")
    secrets = await issues(town, ivan)
    maria = await scans(town, secrets)
    await maria.says(secrets.code)
    await maria.sees("КШ-2026-000001", anywhere=True)
    return maria


async def state(town: Town) -> tuple[object, bool]:
    """The status, and whether there was a first answer."""
    [case] = await town.stored("select status, first_answered_at from cases")
    return case["status"], case["first_answered_at"] is not None


async def test_an_answer_that_waited_comes_to_the_person_who_claims_the_case(either_town: Town) -> None:
    town = either_town
    ivan = await town.officer("Іван Петренко", await town.area())
    await records(ivan)
    await answers(ivan, ANSWER)
    assert await state(town) == ("in_work", False)
    maria = await claims(town, ivan)
    said = await maria.sees(ANSWER, anywhere=True)
    assert "капітан поліції Іван Петренко" in said.text
    assert len([each for each in maria.chat if ANSWER in each.text]) == 1
    assert await state(town) == ("answered", True)
    assert "Надано відповідь" in (await ivan.sees("КШ-2026-000001 · Крадіжка", anywhere=True)).text
    assert "👍" in next(each for each in ivan.chat if each.text == ANSWER).reactions
    assert (await town.stored("select delivered_at from case_messages where direction = 'officer'"))[0]["delivered_at"]


async def test_a_file_and_an_album_that_waited_come_whole(town: Town, ivan: Person) -> None:
    await records(ivan)
    await ivan.presses("Записати відповідь")
    await ivan.sees("напишіть відповідь")
    await ivan.sends(Part("document", "Довідка", "довідка.pdf"))
    await ivan.sees("Як людина її отримала?")
    await ivan.says("КШ-2026-000001")
    await ivan.presses("Записати відповідь")
    await ivan.sees("напишіть відповідь")
    await ivan.sends_album([Part("photo", "Схема"), Part("photo")])
    await town.passes(seconds=2)
    maria = await claims(town, ivan)
    await maria.sees("Довідка", anywhere=True)
    got = [each for each in maria.chat if "photo" in each.fields]
    assert len({each.fields["media_group_id"] for each in got}) == 1
    assert len(got) == 2
    assert any("document" in each.fields for each in maria.chat)


async def test_what_was_read_out_is_part_of_the_case_and_is_not_sent_as_new(town: Town, ivan: Person) -> None:
    await records(ivan)
    await answers(ivan, ANSWER)
    await ivan.presses("Сказано")
    await ivan.sees("людина вже отримала")
    await answers(ivan, "І ще: візьміть паспорт")
    maria = await claims(town, ivan)
    await maria.sees("візьміть паспорт", anywhere=True)
    await maria.does_not_see(ANSWER, anywhere=True)
    await maria.presses("Прочитати все", on=await maria.sees("КШ-2026-000001\n", anywhere=True))
    await maria.sees(ANSWER)


async def test_an_answer_that_was_taken_back_is_not_sent(town: Town, ivan: Person) -> None:
    await records(ivan)
    await answers(ivan, ANSWER)
    await ivan.says("КШ-2026-000001")
    await ivan.presses("Ще дії")
    await ivan.presses("Відкликати відповідь")
    await ivan.presses("Так, відкликати")
    maria = await claims(town, ivan)
    await maria.does_not_see(ANSWER, anywhere=True)
    assert await state(town) == ("in_work", False)


async def test_where_others_read_the_telephone_a_waiting_answer_is_opened_by_a_press(town: Town, ivan: Person) -> None:
    await records(ivan, subject="Насильство вдома")
    await ivan.presses("Записати відповідь", on=await ivan.sees("КШ-2026-000001", anywhere=True))
    await ivan.sees("напишіть відповідь")
    await ivan.says(ANSWER)
    maria = await claims(town, ivan)
    await maria.does_not_see(ANSWER, anywhere=True)
    await maria.presses("Показати")
    await maria.sees(ANSWER)


async def test_why_a_case_was_declined_comes_to_its_person_with_the_way_back(town: Town, ivan: Person) -> None:
    await records(ivan)
    secrets = await issues(town, ivan)
    await ivan.presses("Відхилити", on=await ivan.sees("КШ-2026-000001 · Крадіжка", anywhere=True))
    await ivan.sees("напишіть")
    await ivan.says("Це вирішує рада")
    await ivan.sees("Скажіть людині причину", anywhere=True)
    maria = await scans(town, secrets)
    await maria.says(secrets.code)
    told = await maria.sees("Це вирішує рада", anywhere=True)
    assert "Відкрити повторно" in told.buttons
    assert await state(town) == ("declined", True)


async def test_the_screen_that_asks_how_it_was_told_says_what_is_so_after_the_claim(town: Town, ivan: Person) -> None:
    await records(ivan)
    await answers(ivan, ANSWER)
    asked = await ivan.sees("Як людина її отримала?")
    await claims(town, ivan)
    await ivan.forges(AnswerRead(CaseId(1)).pack(), on=asked)
    await town.settled()
    assert "Людина відкрила звернення в боті" in ivan.alerts[-1]
    assert "read_out" not in [row["what"] for row in await town.stored("select what from case_events")]
    await ivan.does_not_see("людина вже отримала", anywhere=True)
