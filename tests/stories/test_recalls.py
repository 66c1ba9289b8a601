"""«Відкликати»: an officer takes back the last answer, out of the resident's chat too."""

from bot.domain.ids import CaseId, CaseMessageId
from bot.handlers.recalls.buttons import ConfirmRecall
from simulator import Part, Person
from simulator.faults import Refusal as Refused
from tests.stories.cases import Talk, opens_case, talk
from tests.stories.pauses import opens_history
from tests.stories.test_my_data import received
from tests.town import Town

ANSWER = "Прийду о десятій"


async def answers(pair: Talk, words: str = ANSWER) -> None:
    await pair.ivan.presses("Відповісти")
    await pair.ivan.sees("напишіть відповідь")
    await pair.ivan.says(words)
    await pair.olena.sees(words)


async def recalls(officer: Person) -> None:
    await officer.presses("Відкликати відповідь")
    await officer.sees("Відкликати Вашу останню відповідь")
    await officer.presses("Так, відкликати")
    await officer.sees("Відповідь відкликано.")


async def exported(resident: Person) -> str:
    """Both files of what is kept of them."""
    await resident.says("мої дані")
    await resident.presses("Завантажити")
    files = ""
    for name in ("сторінка для читання", "для програм"):
        document = (await resident.sees(name, anywhere=True)).message.document
        assert document is not None
        files += received(resident, document.file_id)
    assert "КШ-2026-000001" in files
    return files


async def test_a_recalled_answer_leaves_the_residents_chat_and_stays_at_the_desk(either_town: Town) -> None:
    pair = await talk(either_town)
    due = await either_town.stored("select answer_due from cases")
    await answers(pair)
    await recalls(pair.ivan)
    await either_town.settled()
    await pair.olena.does_not_see(ANSWER, anywhere=True)
    [case] = await either_town.stored("select status, waits_for, first_answered_at from cases")
    assert case == {"status": "in_work", "waits_for": "officer", "first_answered_at": None}
    assert await either_town.stored("select answer_due from cases") == due
    await opens_history(pair.ivan)
    page = await pair.ivan.sees("(відкликано, мешканець цього не бачить)")
    assert ANSWER in page.text
    assert "Відповідь відкликано." in page.text
    await opens_case(pair)
    await pair.olena.sees("Стан: У роботі")
    await pair.olena.presses("Прочитати все")
    own = await pair.olena.sees("Офіцер відкликав повідомлення.")
    assert ANSWER not in own.text


async def test_its_resident_reads_that_an_answer_was_recalled_and_can_answer_that(town: Town) -> None:
    pair = await talk(town)
    await answers(pair)
    await recalls(pair.ivan)
    told = await pair.olena.sees("Офіцер відкликав своє повідомлення (24 листопада 2026 р., 10:00).")
    assert told.text.startswith("КШ-2026-000001")
    await pair.olena.says("То коли прийдете?", reply_to=told)
    await pair.ivan.sees("То коли прийдете?")


async def test_of_an_album_that_is_said_once(town: Town) -> None:
    pair = await talk(town)
    await pair.ivan.presses("Відповісти")
    await town.settled()
    await pair.ivan.sends_album([Part("photo", "План"), Part("photo", "Двір")])
    await town.passes(seconds=2)
    await pair.olena.sees("План", anywhere=True)
    await recalls(pair.ivan)
    await town.settled()
    assert sum("відкликав" in each.text for each in pair.olena.chat) == 1


async def test_below_the_first_answer_it_is_said_once_that_editing_works(town: Town) -> None:
    pair = await talk(town)
    await answers(pair)
    await pair.ivan.sees("Якщо зміните своє повідомлення, зміниться й відповідь.")
    await pair.ivan.presses("Відповісти")
    await pair.ivan.says("Або об одинадцятій")
    await town.settled()
    said = [each for each in pair.ivan.chat if "зміниться й відповідь" in each.text]
    assert len(said) == 1


async def test_only_the_last_answer_is_recalled_and_the_case_stays_answered_by_the_one_before(town: Town) -> None:
    pair = await talk(town)
    await answers(pair, "Перша")
    first = await pair.ivan.sees("надіслано мешканцю")
    await answers(pair, "Друга")
    await pair.ivan.presses("Відкликати відповідь", on=first)
    await town.settled()
    assert pair.ivan.alerts[-1] == "Відкликати можна лише останню відповідь."
    await recalls(pair.ivan)
    await town.settled()
    await pair.olena.sees("Перша", anywhere=True)
    await pair.olena.does_not_see("Друга", anywhere=True)
    assert [row["status"] for row in await town.stored("select status from cases")] == ["answered"]


async def test_a_second_press_recalls_nothing_more(town: Town) -> None:
    pair = await talk(town)
    await answers(pair, "Перша")
    await answers(pair, "Друга")
    await recalls(pair.ivan)
    [row] = await town.stored("select max(id) as id from case_messages")
    again = ConfirmRecall(CaseId(1), CaseMessageId(int(str(row["id"]))))
    await pair.ivan.forges(again.pack(), on=pair.ivan.last)
    await town.settled()
    assert pair.ivan.alerts[-1] == "Цю відповідь уже відкликано."
    await pair.olena.sees("Перша", anywhere=True)


async def test_an_answer_that_waits_to_be_sent_is_never_sent(town: Town) -> None:
    pair = await talk(town)
    await pair.olena.blocks()
    await pair.ivan.presses("Відповісти")
    await pair.ivan.says(ANSWER)
    await pair.ivan.sees("не вдалося передати")
    await pair.ivan.presses("Ще дії")
    await recalls(pair.ivan)
    await town.settled()
    await pair.ivan.does_not_see("Відповідь не доставлено.\n", anywhere=True)
    await pair.olena.unblocks()
    await town.passes(minutes=1)
    await pair.olena.does_not_see(ANSWER, anywhere=True)


async def test_where_telegram_deletes_nothing_the_officer_is_told_that_it_is_still_there(town: Town) -> None:
    pair = await talk(town)
    await answers(pair)
    town.telegram.faults.add(Refused("message can't be deleted"), method="deleteMessages", chat=pair.olena.id)
    await recalls(pair.ivan)
    await pair.ivan.sees("Telegram не дав видалити відкликану відповідь")
    await pair.olena.sees(ANSWER, anywhere=True)


async def test_what_its_resident_has_deleted_themselves_is_recalled_as_well(town: Town) -> None:
    pair = await talk(town)
    await answers(pair)
    await pair.olena.deletes(await pair.olena.sees(ANSWER))
    await recalls(pair.ivan)
    await town.settled()
    await pair.ivan.does_not_see("Telegram не дав", anywhere=True)


async def test_after_two_days_it_is_too_late(town: Town) -> None:
    pair = await talk(town)
    await answers(pair)
    prompt = await pair.ivan.sees("надіслано мешканцю")
    await town.passes(hours=48)
    await pair.ivan.presses("Відкликати відповідь", on=prompt)
    await town.settled()
    assert "Telegram уже не дає" in pair.ivan.alerts[-1]
    await pair.olena.sees(ANSWER, anywhere=True)


async def test_an_album_goes_whole(town: Town) -> None:
    pair = await talk(town)
    await pair.ivan.presses("Відповісти")
    await town.settled()
    await pair.ivan.sends_album([Part("photo", "План"), Part("photo", "Двір")])
    await town.passes(seconds=2)
    await pair.olena.sees("План", anywhere=True)
    await recalls(pair.ivan)
    await town.settled()
    for each in ("План", "Двір"):
        await pair.olena.does_not_see(each, anywhere=True)
    await opens_case(pair)
    await pair.olena.presses("Прочитати все")
    page = await pair.olena.sees("Офіцер відкликав повідомлення.")
    assert not [each for each in page.buttons if each.startswith("Показати")]


async def test_what_quoted_a_recalled_answer_quotes_it_no_more(town: Town) -> None:
    pair = await talk(town)
    await answers(pair)
    await pair.olena.quotes("о десятій", "А можна пізніше?", reply_to=await pair.olena.sees(ANSWER))
    await pair.ivan.sees("А можна пізніше?")
    await pair.ivan.presses("Ще дії")
    await recalls(pair.ivan)
    await opens_case(pair)
    await pair.olena.presses("Прочитати все")
    page = await pair.olena.sees("А можна пізніше?")
    assert "о десятій" not in page.text
    assert "о десятій" not in await exported(pair.olena)
    await opens_history(pair.ivan)
    assert "о десятій" in (await pair.ivan.sees("(відкликано, мешканець цього не бачить)")).text


async def test_a_recalled_answer_of_a_discreet_case_cannot_be_opened(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await olena.presses("Повідомити")
    await olena.presses("Насильство вдома")
    await olena.presses("Зрозуміло, далі")
    await olena.says("Прошу поради")
    await olena.presses("Надіслати без імені")
    await ivan.presses("Прийняти")
    await ivan.presses("Відповісти")
    await ivan.says(ANSWER)
    push = await olena.sees("відповідь")
    opens = push.inline[0].callback_data
    await recalls(ivan)
    await town.settled()
    assert push not in olena.chat
    await olena.does_not_see("ідклика", anywhere=True)  # it was not read
    await olena.forges(str(opens), on=olena.last)
    await town.settled()
    assert olena.alerts[-1] == "Тут нічого не знайдено."
    await olena.does_not_see(ANSWER, anywhere=True)


async def test_an_opened_answer_of_a_discreet_case_goes_with_a_word_that_names_nobody(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await olena.presses("Повідомити")
    await olena.presses("Насильство вдома")
    await olena.presses("Зрозуміло, далі")
    await olena.says("Прошу поради")
    await olena.presses("Надіслати без імені")
    await ivan.presses("Прийняти")
    await ivan.presses("Відповісти")
    await ivan.says(ANSWER)
    await olena.presses("Показати", on=await olena.sees("Є відповідь"))
    await olena.sees(ANSWER)
    await recalls(ivan)
    await olena.sees("Відкликано відповідь на Ваше звернення № КШ-2026-000001.")
    await olena.does_not_see(ANSWER, anywhere=True)
    await olena.does_not_see("Офіцер відкликав", anywhere=True)


async def test_a_recalled_answer_is_changed_no_more_and_is_in_no_export(town: Town) -> None:
    pair = await talk(town)
    await pair.ivan.presses("Відповісти")
    said = await pair.ivan.says(ANSWER)
    await pair.olena.sees(ANSWER)
    await pair.ivan.edits(said, f"{ANSWER} рівно")
    await pair.olena.sees("рівно")
    await recalls(pair.ivan)
    await pair.ivan.edits(said, "Інше")
    await pair.ivan.sees("Цю відповідь уже відкликано.")
    assert ANSWER not in await exported(pair.olena)


async def test_what_its_resident_wrote_after_it_stays_owed(town: Town) -> None:
    pair = await talk(town)
    await answers(pair)
    await pair.olena.says("А коли саме?")
    await pair.ivan.presses("Ще дії")
    await recalls(pair.ivan)
    [case] = await town.stored("select status, waits_for from cases")
    assert case == {"status": "in_work", "waits_for": "officer"}
