"""An officer writes to the resident of a case: after a button or as a reply, cancelled, edited, or not delivered."""

from bot.domain.ids import CaseId
from bot.handlers.cases.buttons import CancelWriting
from simulator import Part
from tests.stories.cases import asks
from tests.stories.desk import QUESTION
from tests.town import Town


async def test_after_answer_the_next_message_is_for_the_case_and_only_that_one(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    olena, petro = await town.resident("Олена"), await town.resident("Петро")
    await asks(olena, QUESTION)
    await asks(petro, "Коли прийом?")
    await officer.presses("Відповісти", on=await officer.sees("освітлення", anywhere=True))
    await officer.sees("КШ-2026-000001: напишіть відповідь.")
    await officer.says("Міська рада.")
    await olena.sees("Міська рада.")
    await petro.does_not_see("Міська рада.", anywhere=True)

    await officer.says("Дякую за терпіння.")
    await officer.sees("Кому це?")
    await olena.does_not_see("Дякую за терпіння.", anywhere=True)


async def test_a_swiped_reply_answers_and_accepts_what_was_new(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await asks(olena, QUESTION)
    said = await officer.says("Міська рада.", reply_to=await officer.sees("освітлення"))
    await olena.sees("Відповідає: капітан поліції Іван Петренко")
    await olena.sees("Міська рада.")
    assert said.reactions == ["👍"]
    assert [row["status"] for row in await town.stored("select status from cases")] == ["answered"]


async def test_an_album_after_answer_goes_whole_and_its_first_part_is_confirmed(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await asks(olena, QUESTION)
    await officer.presses("Відповісти")
    await town.settled()
    sent = await officer.sends_album([Part("photo", "План"), Part("photo", "Двір")])
    await town.passes(seconds=2)
    first = await olena.sees("План")
    second = await olena.sees("Двір")
    assert first.message.media_group_id == second.message.media_group_id is not None
    assert [part.reactions for part in sent] == [["👍"], []]

    await officer.says("Це все.")
    await officer.sees("Кому це?")


async def test_an_answer_that_is_edited_changes_for_the_resident(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await asks(olena, QUESTION)
    said = await officer.says("Сільська рада.", reply_to=await officer.sees("освітлення"))
    await olena.sees("Сільська рада.")
    await officer.edits(said, "Міська рада.")
    assert "(змінено)" in (await olena.sees("Міська рада.")).text
    assert said.reactions == ["👍"]


async def test_an_officer_who_answers_a_resident_who_has_blocked_the_bot_is_notified(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await asks(olena, QUESTION)
    card = await officer.sees("освітлення")
    await officer.presses("Прийняти")
    await town.settled()
    await olena.blocks()
    said = await officer.says("Міська рада.", reply_to=card)
    notice = await officer.sees("не вдалося передати")
    assert notice.reply_to is said
    assert said.reactions == []
    assert "Відповідь не доставлено." in card.text
    await officer.presses("Історія")
    await officer.sees("Відповідь не доставлено.")


async def test_writing_can_be_cancelled(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await asks(olena, QUESTION)
    await officer.presses("Відповісти")
    await officer.presses("Скасувати")
    await officer.sees("Скасовано.")
    await officer.says("Це не для мешканця")
    await officer.sees("Кому це?")
    await olena.does_not_see("Це не для мешканця", anywhere=True)


async def test_writing_that_is_cancelled_in_words_leaves_no_button_behind(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    await asks(await town.resident("Олена"), QUESTION)
    await officer.presses("Запитати")
    prompt = await officer.sees("напишіть запитання")
    await officer.says("Скасувати")
    await town.settled()
    assert prompt.text == "КШ-2026-000001: скасовано."
    assert prompt.buttons == []


async def test_cancelling_what_is_already_written_does_nothing(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await asks(olena, QUESTION)
    await officer.presses("Відповісти")
    prompt = await officer.sees("напишіть відповідь")
    await officer.says("Міська рада.")
    await olena.sees("Міська рада.")
    assert prompt.text.startswith("КШ-2026-000001: надіслано мешканцю.\n")
    assert prompt.buttons == ["Відкликати відповідь", "Історія"]
    await officer.forges(CancelWriting(CaseId(1)).pack(), on=prompt)
    await town.settled()
    assert officer.alerts[-1] == "Ця кнопка вже не діє. Напишіть «меню»."
