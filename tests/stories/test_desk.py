"""A case at its desk: who accepts it, what the others keep of it, whom it waits for, how it is closed or declined."""

from bot.domain.ids import CaseId
from bot.handlers.cases.buttons import CloseOwn, Rate
from tests.stories.cases import asks
from tests.stories.desk import QUESTION
from tests.town import Town


async def test_the_first_who_accepts_has_the_case_and_it_goes_from_the_others(either_town: Town) -> None:
    town = either_town
    area = await town.area()
    first, second = await town.officer("Іван Петренко", area), await town.officer("Ольга Коваль", area)
    olena = await town.resident("Олена")
    await olena.presses("Запитати")
    await olena.says("Хто відповідає за освітлення?")
    await olena.sends_photo("Ось стовп")
    await olena.presses("Надіслати без імені")
    await second.sees("Ось стовп")

    await first.presses("Прийняти")
    await olena.sees("Відповідає: капітан поліції Іван Петренко")
    await second.sees("У роботі в іншого офіцера")
    await second.does_not_see("освітлення", anywhere=True)
    await second.does_not_see("Ось стовп", anywhere=True)
    assert "Відповісти" not in second.buttons

    await olena.says("І ще один біля школи")
    await first.sees("біля школи")
    await second.does_not_see("біля школи", anywhere=True)


async def test_two_officers_press_accept_at_once_and_one_of_them_has_it(town: Town) -> None:
    area = await town.area()
    first, second = await town.officer("Іван Петренко", area), await town.officer("Ольга Коваль", area)
    await asks(await town.resident("Олена"), QUESTION)
    cards = {each: await each.sees("освітлення") for each in (first, second)}
    for each, card in cards.items():  # both before the bot has handled either
        await each.forges(str(card.inline[0].callback_data), on=card)

    await town.settled()
    notice = sorted(alert for each in cards for alert in each.alerts)
    assert notice == ["У роботі.", "Це звернення вже в роботі в іншого офіцера."]
    assert await town.stored("select id from case_events where what = 'accept'") == [{"id": 2}]


async def test_what_the_area_could_see_of_an_opened_case_goes_too_when_another_accepts(town: Town) -> None:
    area = await town.area()
    first, second = await town.officer("Іван Петренко", area), await town.officer("Ольга Коваль", area)
    await asks(await town.resident("Олена"), "Хто лагодить міст?")
    await second.presses("Історія")
    await second.sees("Надіслано.")
    await first.presses("Прийняти")
    await second.does_not_see("міст", anywhere=True)


async def test_a_case_that_its_resident_closed_before_anyone_had_it_cannot_be_accepted(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await asks(olena, QUESTION)
    card = await officer.sees("освітлення")
    old = card.inline[0].callback_data
    await olena.forges(CloseOwn(CaseId(1)).pack(), on=olena.last)
    await officer.sees("Мешканець закрив звернення.")
    await officer.forges(str(old), on=card)
    await town.settled()
    assert officer.alerts[-1].startswith("Це вже неможливо")
    assert await town.stored("select status, officer_id from cases") == [{"status": "closed", "officer_id": None}]


async def test_every_act_at_the_desk_is_audited(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    await asks(await town.resident("Олена"), QUESTION)
    card = await officer.sees("освітлення")
    await officer.presses("Прийняти", on=card)
    await officer.says("Міська рада.", reply_to=card)
    await officer.presses("Ознаки злочину", on=card)
    await officer.presses("Закрити", on=card)
    await town.settled()
    audit = await town.stored(
        "select by_kind, by_id, act, subject_kind, subject_id from audit where act <> 'receive words' order by id"
    )
    assert [row.pop("act") for row in audit] == ["accept", "answer", "crime_signs", "close"]
    assert audit == [{"by_kind": "officer", "by_id": 1, "subject_kind": "case", "subject_id": "1"}] * 4


async def test_neither_account_nor_name_of_the_resident_reaches_the_desk_unless_given(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    olena, petro = await town.resident("Олена"), await town.resident("Петро")
    await asks(olena, QUESTION)
    await asks(petro, "Коли прийом?", name="Марія Шевченко")
    await officer.sees("Марія Шевченко")
    await officer.says("Звернення")
    await officer.presses("КШ-2026-000001 · Запитання")
    await town.settled()
    for seen in officer.chat:
        assert "Олена" not in seen.text
        assert "Петро" not in seen.text
        assert str(olena.id) not in seen.text


async def test_a_case_waits_for_its_desk_again_once_its_resident_adds_something(town: Town) -> None:
    async def stands() -> tuple[object, object]:
        await town.settled()
        [row] = await town.stored("select status, waits_for from cases")
        return row["status"], row["waits_for"]

    officer = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await asks(olena, QUESTION)
    await olena.says("І біля школи.")
    assert await stands() == ("new", "officer")
    card = await officer.sees("освітлення", anywhere=True)
    await officer.presses("Прийняти", on=card)
    await olena.says("І біля ринку.")
    assert await stands() == ("in_work", "officer")
    await officer.says("Міська рада.", reply_to=card)
    assert await stands() == ("answered", None)
    await olena.says("А коли полагодять?")
    assert await stands() == ("in_work", "officer")
    await officer.presses("Запитати", on=card)
    await officer.says("На якій вулиці?")
    assert await stands() == ("waiting", "resident")
    assert "Чекаємо на відповідь мешканця" in card.text
    await olena.says("На Садовій.")
    assert await stands() == ("in_work", "officer")
    await officer.sees("У роботі", anywhere=True)
    events = await town.stored("select what, by, officer_id, case_message_id from case_events order by id")
    messages = [row["id"] for row in await town.stored("select id from case_messages order by id")]
    assert [tuple(row.values()) for row in events] == [
        ("send", "resident", None, None),
        ("follow_up", "resident", None, messages[1]),
        ("accept", "officer", 1, None),
        ("follow_up", "resident", None, messages[2]),
        ("answer", "officer", 1, messages[3]),
        ("follow_up", "resident", None, messages[4]),
        ("ask", "officer", 1, messages[5]),
        ("follow_up", "resident", None, messages[6]),
    ]


async def test_asking_makes_the_case_wait_for_the_resident(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await asks(olena, QUESTION)
    await officer.presses("Запитати")
    await officer.says("На якій вулиці?")
    await olena.sees("На якій вулиці?")
    await officer.sees("Чекаємо на відповідь мешканця", anywhere=True)


async def test_closing_without_an_answer_is_asked_once_and_offers_the_rating(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await asks(olena, QUESTION)
    await officer.presses("Закрити")
    await officer.sees("останнє повідомлення мешканця без відповіді")
    await olena.does_not_see("закрито", anywhere=True)
    await officer.presses("Ні")
    await officer.sees("Скасовано.")
    await officer.presses("Закрити")
    await officer.presses("Закрити без відповіді")
    await olena.sees("Оцініть")
    card = await officer.sees("Закрито", anywhere=True)
    await officer.sees("КШ-2026-000001: закрито.", anywhere=True)
    assert card is not None


async def test_a_closed_case_can_only_be_read(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await asks(olena, QUESTION)
    card = await officer.sees("освітлення")
    await officer.says("Міська рада.", reply_to=card)
    await town.settled()
    await officer.presses("Закрити", on=card)
    await olena.sees("Оцініть")
    assert card.buttons == ["Історія", "Ще дії", "Скопіювати: КШ-2026-000001"]
    assert officer.alerts[-1] == "Закрито."


async def test_declining_tells_the_reason_which_must_be_words(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await asks(olena, QUESTION)
    await officer.presses("Відхилити")
    await officer.sends_photo()
    await officer.sees("потрібно написати словами")
    await officer.says("Це питання до селищної ради.")
    await olena.sees("Це питання до селищної ради.")
    await officer.sees("Відхилено", anywhere=True)


async def test_who_declines_a_new_case_has_taken_it_and_the_reason_is_theirs(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await asks(olena, QUESTION)
    await officer.presses("Відхилити")
    await officer.says("Це питання до селищної ради.")
    await olena.sees("Відповідає: капітан поліції Іван Петренко")
    [reason] = await town.stored("select kind, officer_id from case_messages where direction = 'officer'")
    assert reason == {"kind": "reason", "officer_id": 1}
    events = await town.stored("select what from case_events order by id")
    assert [row["what"] for row in events] == ["send", "accept", "decline"]


async def test_of_a_declined_case_the_reason_comes_first_and_no_rating_is_asked(
    town: Town,
) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await asks(olena, QUESTION)
    await officer.presses("Відхилити")
    prompt = await officer.sees("напишіть причину відмови")
    await officer.says("Це до сільради.")
    notice = await olena.sees("Звернення відхилено.")
    assert notice.text == "КШ-2026-000001\nЗвернення відхилено. Причина:\n\nЦе до сільради."
    assert notice.buttons == ["Відкрити повторно"]
    await olena.presses("Мої звернення")
    await olena.presses("000001 · Запитання · Відхилено")
    await olena.sees("Стан: Відхилено")
    assert "5" not in olena.buttons
    await olena.forges(Rate(CaseId(1), 5).pack(), on=notice)
    await town.settled()
    assert await town.stored("select rating from cases") == [{"rating": None}]
    assert prompt.text == "КШ-2026-000001: звернення відхилено, причину передано."
