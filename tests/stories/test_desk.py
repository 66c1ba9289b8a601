"""An officer's work on a case: accepting, writing, closing, declining, signs of a crime."""

from collections.abc import Sequence

import pytest

from bot.domain.ids import CaseId
from bot.handlers.cases.buttons import CancelWriting, CloseOwn, SendAdvice
from bot.services.cases.record import redraw_card
from bot.storage.copies import CARD
from bot.storage.engine import Params, RawRow
from bot.storage.sqlite import SqliteSession
from bot.storage.transaction import Transaction
from simulator import Part
from tests.stories.cases import asks, talk
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
    await second.sees("Прийнято іншим офіцером")
    await second.does_not_see("освітлення", anywhere=True)
    await second.does_not_see("Ось стовп", anywhere=True)
    assert "Відповісти" not in second.buttons

    await olena.says("І ще один біля школи")
    await first.sees("біля школи")
    await second.does_not_see("біля школи", anywhere=True)


async def test_of_a_case_that_another_has_only_the_card_is_kept_as_a_copy(town: Town) -> None:
    area = await town.area()
    first, second = await town.officer("Іван Петренко", area), await town.officer("Ольга Коваль", area)
    await asks(await town.resident("Олена"), QUESTION)
    await second.presses("Історія")
    await town.settled()
    kept = "select k.piece from copies k join chats c on c.id = k.chat_id where c.external_id = :id"
    assert len(await town.stored(kept, id=str(second.id))) > 1
    await first.presses("Прийняти")
    await town.settled()
    assert await town.stored(kept, id=str(second.id)) == [{"piece": CARD}]


async def test_a_card_costs_no_more_when_its_case_has_grown(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    await talk(town)
    read: list[int] = []
    rows = SqliteSession.rows

    async def counting(session: SqliteSession, sql: str, params: Params) -> Sequence[RawRow]:
        found = await rows(session, sql, params)
        if "case_messages" in sql or "copies" in sql:
            read.append(len(found))
        return found

    async def redrawn() -> int:
        async def redraw(tx: Transaction) -> None:
            redraw_card(tx, CaseId(1))

        await town.settled()
        read.clear()
        await town.app.store.transact(redraw)
        town.app.sender.alarm.ring()
        await town.settled()
        return sum(read)

    monkeypatch.setattr(SqliteSession, "rows", counting)
    before = await redrawn()
    await town.stored(
        """with recursive n(i) as (select 1 union all select i + 1 from n where i < 500)
           insert into case_messages(case_id, direction, kind, body, sent_at, created_at)
           select m.case_id, m.direction, m.kind, m.body, m.sent_at + i, m.created_at + i from n, case_messages m
            where m.id = 1"""
    )
    await town.stored(
        """insert into copies(chat_id, message_id, case_id, case_message_id, piece, version, sent_at)
           select k.chat_id, 10000 + m.id, k.case_id, m.id, 0, 1, k.sent_at
             from case_messages m join copies k on k.case_id = m.case_id and k.piece = -1 where m.id > 1"""
    )
    assert 0 < await redrawn() == before


async def test_a_card_that_waits_to_be_drawn_again_is_drawn_once(town: Town) -> None:
    async def redraw(tx: Transaction) -> None:
        redraw_card(tx, CaseId(1))

    await talk(town)
    await town.stops()
    for _ in range(2):
        await town.app.store.transact(redraw)
    assert await town.stored("select letter from outbox") == [{"letter": "CardChanged"}]


async def test_every_act_at_the_desk_is_audited(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    await asks(await town.resident("Олена"), QUESTION)
    card = await officer.sees("освітлення")
    await officer.presses("Прийняти", on=card)
    await officer.says("Міська рада.", reply_to=card)
    await officer.presses("Ознаки злочину", on=card)
    await officer.presses("Закрити", on=card)
    await town.settled()
    audit = await town.stored("select by_kind, by_id, act, subject_kind, subject_id from audit order by id")
    assert [row.pop("act") for row in audit] == ["accept", "answer", "crime_signs", "close"]
    assert audit == [{"by_kind": "officer", "by_id": 1, "subject_kind": "case", "subject_id": "1"}] * 4


async def test_two_officers_press_accept_at_once_and_one_of_them_has_it(town: Town) -> None:
    area = await town.area()
    first, second = await town.officer("Іван Петренко", area), await town.officer("Ольга Коваль", area)
    await asks(await town.resident("Олена"), QUESTION)
    cards = {each: await each.sees("освітлення") for each in (first, second)}
    for each, card in cards.items():  # both before the bot has handled either
        await each.forges(str(card.inline[0].callback_data), on=card)

    await town.settled()
    notice = sorted(alert for each in cards for alert in each.alerts)
    assert notice == ["Звернення Ваше.", "Це звернення вже прийнято іншим офіцером."]
    assert await town.stored("select id from case_events where what = 'accept'") == [{"id": 2}]


async def test_what_the_area_could_see_of_an_opened_case_goes_too_when_another_accepts(town: Town) -> None:
    area = await town.area()
    first, second = await town.officer("Іван Петренко", area), await town.officer("Ольга Коваль", area)
    await asks(await town.resident("Олена"), "Хто лагодить міст?")
    await second.presses("Історія")
    await second.sees("Надіслано.")
    await first.presses("Прийняти")
    await second.does_not_see("міст", anywhere=True)


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
    assert await stands() == ("accepted", "officer")
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


async def test_whose_words_are_is_asked_in_one_place_with_the_number_that_waits(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await asks(olena, QUESTION)
    for words in ("Раз.", "Два.", "Три."):
        await officer.says(words)
        await officer.sees("Кому це?")
    [asked] = [bubble for bubble in officer.chat if "Кому це?" in bubble.text]
    assert "Ще не надіслано 3 повідомлення." in asked.text
    await officer.presses("КШ-2026-000001 · Запитання")
    await olena.sees("Три.")
    await officer.does_not_see("Кому це?", anywhere=True)


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


async def test_an_answer_that_comes_after_the_case_ended_is_not_lost(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    olena, petro = await town.resident("Олена"), await town.resident("Петро")
    await asks(olena, QUESTION)
    await asks(petro, "Коли прийом?")
    card = await officer.sees("освітлення", anywhere=True)
    await officer.presses("Відповісти", on=card)
    await officer.presses("Закрити", on=card)
    await officer.presses("Закрити без відповіді")
    await officer.says("У середу.")
    await officer.sees("Кому це?")
    await officer.presses("КШ-2026-000002 · Запитання")
    await petro.sees("У середу.")


async def test_closing_without_an_answer_is_asked_once_and_offers_the_rating(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await asks(olena, QUESTION)
    await officer.presses("Закрити")
    await officer.sees("останні слова мешканця без відповіді")
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
    assert card.buttons == ["Історія"]
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


async def test_signs_of_a_crime_are_marked_and_the_resident_is_advised_once(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    await town.stored("update officers set station = 'вул. Миру, 5' returning id")
    olena = await town.resident("Олена")
    await asks(olena, QUESTION)
    await officer.presses("Ознаки злочину")
    await officer.sees("ознаки злочину позначено")
    await olena.does_not_see("Зателефонуйте 102", anywhere=True)
    await officer.presses("Надіслати пораду про 102")
    advice = await olena.sees("Зателефонуйте 102")
    assert "Станція: вул. Миру, 5." in advice.text
    await officer.sees("пораду про 102 надіслано")
    assert "Надіслати пораду про 102" not in officer.buttons
    said = await town.stored("select kind, officer_id from case_messages where direction = 'officer'")
    assert said == [{"kind": "advice", "officer_id": 1}]
    [case] = await town.stored("select status, officer_id from cases")
    assert case == {"status": "accepted", "officer_id": 1}


async def test_a_late_second_press_sends_no_second_advice(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await asks(olena, QUESTION)
    await officer.presses("Ознаки злочину")
    offer = await officer.sees("ознаки злочину позначено")
    [button] = [button for button in offer.inline if button.text == "Надіслати пораду про 102"]
    await officer.presses_button(offer, button)
    await officer.presses_button(offer, button)
    await town.settled()
    assert len([bubble for bubble in olena.chat if "Зателефонуйте 102" in bubble.text]) == 1
    assert len(await town.stored("select id from case_messages where kind = 'advice'")) == 1
    assert len(officer.alerts) == 1


async def test_who_marks_signs_of_a_crime_or_advises_of_it_has_taken_the_case(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await asks(olena, QUESTION)
    card = await officer.sees("освітлення")
    await officer.forges(SendAdvice(CaseId(1)).pack(), on=card)
    await town.settled()
    assert officer.alerts[-1].startswith("Це вже неможливо"), "there are no signs of a crime yet"

    taken = [{"status": "accepted", "officer_id": 1}]
    await officer.presses("Ознаки злочину", on=card)
    offer = await officer.sees("ознаки злочину позначено")
    assert await town.stored("select status, officer_id from cases") == taken
    await town.stored("update cases set status = 'new', officer_id = null")
    await officer.presses("Надіслати пораду про 102", on=offer)
    await olena.sees("Зателефонуйте 102")
    assert await town.stored("select status, officer_id from cases") == taken
    [advice] = await town.stored("select id from case_messages where kind = 'advice'")
    events = await town.stored("select case_message_id as id from case_events where what = 'crime_advice'")
    assert events == [advice]


async def test_there_is_no_advice_for_a_resident_who_is_not_known_any_more(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    await asks(await town.resident("Олена"), QUESTION)
    await officer.presses("Ознаки злочину")
    await officer.sees("ознаки злочину позначено")
    await town.stored("delete from case_links")
    await officer.presses("Надіслати пораду про 102")
    await town.settled()
    assert officer.alerts[-1] == "Тут нічого не знайдено."


async def test_the_advice_is_in_the_language_of_the_resident(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await asks(olena, QUESTION)
    await town.stored(
        "update persons set language = 'en' where id = (select person_id from accounts where external_id = :id)"
        " returning id",
        id=str(olena.id),
    )
    await officer.presses("Ознаки злочину")
    await officer.presses("Надіслати пораду про 102")
    await olena.sees("Call 102")


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
    assert "Бот заблоковано мешканцем" in card.text
    await officer.presses("Історія")
    await officer.sees("Відповідь не доставлено.")


async def test_neither_account_nor_name_of_the_resident_reaches_the_desk_unless_given(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    olena, petro = await town.resident("Олена"), await town.resident("Петро")
    await asks(olena, QUESTION)
    await asks(petro, "Коли прийом?", name="Марія Шевченко")
    await officer.sees("Марія Шевченко")
    await officer.says("Мої справи")
    await officer.presses("КШ-2026-000001 · Запитання")
    await town.settled()
    for seen in officer.chat:
        assert "Олена" not in seen.text
        assert "Петро" not in seen.text
        assert str(olena.id) not in seen.text


async def test_words_for_nobody_yet_are_kept_whole_and_given_with_one_press(either_town: Town) -> None:
    town = either_town
    officer = await town.officer("Іван Петренко", await town.area())
    olena, petro = await town.resident("Олена"), await town.resident("Петро")
    await asks(olena, QUESTION)
    await asks(petro, "Коли прийом?")
    said = await officer.says("Ось відповідь:")
    await officer.sends_album([Part("photo", "План"), Part("photo", "Двір")])
    await officer.sees("Ще не надіслано 3 повідомлення")
    await petro.does_not_see("Ось відповідь", anywhere=True)

    await officer.presses("КШ-2026-000002 · Запитання")
    await officer.sees("КШ-2026-000002: передано мешканцю.")
    await town.passes(seconds=2)
    await petro.sees("Ось відповідь:")
    assert (await petro.sees("План")).message.media_group_id is not None
    await petro.sees("Двір")
    await olena.does_not_see("План", anywhere=True)
    assert said.reactions == ["👍"]
    assert await town.stored("select flow from dialogs") == []


async def test_the_answer_button_of_a_case_takes_the_words_that_wait(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await asks(olena, QUESTION)
    card = await officer.sees("освітлення")
    await officer.says("Міська рада.")
    await officer.sees("Кому це?")
    await officer.presses("Відхилити", on=card)
    await town.settled()
    assert officer.alerts[-1].startswith("Спершу оберіть")
    await officer.presses("Відповісти", on=card)
    await olena.sees("Міська рада.")


async def test_words_for_nobody_can_be_thrown_away_with_a_word(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await asks(olena, QUESTION)
    await officer.says("Помилка")
    await officer.presses("Не надсилати")
    await officer.sees("Не надіслано.")
    assert await town.stored("select flow from dialogs") == []
    await olena.does_not_see("Помилка", anywhere=True)


async def test_words_for_nobody_are_kept_for_a_day(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await asks(olena, QUESTION)
    await officer.says("Міська рада.")
    await officer.sees("Кому це?")
    await town.passes(hours=25)
    await officer.presses("КШ-2026-000001 · Запитання")
    await town.settled()
    assert officer.alerts[-1] == "Ця кнопка вже не діє. Напишіть «меню»."
    await olena.does_not_see("Міська рада.", anywhere=True)
    assert await town.stored("select flow from dialogs") == []


async def test_without_an_open_case_nothing_is_kept_and_that_is_said(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    await officer.says("Є тут хто?")
    await officer.sees("нікому не передано")
    assert await town.stored("select flow from dialogs") == []


async def test_words_that_wait_are_given_as_they_were_last_edited(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await asks(olena, QUESTION)
    said = await officer.says("Сільська рада.")
    await officer.edits(said, "Міська рада.")
    await officer.presses("КШ-2026-000001 · Запитання")
    await olena.sees("Міська рада.")
    await olena.does_not_see("Сільська рада.", anywhere=True)


async def test_an_answer_that_is_edited_changes_for_the_resident(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await asks(olena, QUESTION)
    said = await officer.says("Сільська рада.", reply_to=await officer.sees("освітлення"))
    await olena.sees("Сільська рада.")
    await officer.edits(said, "Міська рада.")
    assert "(змінено)" in (await olena.sees("Міська рада.")).text
    assert said.reactions == ["👍"]


async def test_a_decline_is_confirmed_to_the_officer_and_the_resident_sees_what_the_stars_mean(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await asks(olena, QUESTION)
    await officer.presses("Відхилити")
    prompt = await officer.sees("напишіть причину відмови")
    await officer.says("Це до сільради.")
    notice = await olena.sees("Звернення відхилено. Оцініть, будь ласка, як Вам допомогли: від 1 до 5.")
    assert notice.text.endswith("Причина:\n\nЦе до сільради.")
    assert prompt.text == "КШ-2026-000001: звернення відхилено, причину передано."


async def test_cancelling_what_is_already_written_does_nothing(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await asks(olena, QUESTION)
    await officer.presses("Відповісти")
    prompt = await officer.sees("напишіть відповідь")
    await officer.says("Міська рада.")
    await olena.sees("Міська рада.")
    assert prompt.text == "КШ-2026-000001: Ваші слова прийнято."
    assert prompt.buttons == []
    await officer.forges(CancelWriting(CaseId(1)).pack(), on=prompt)
    await town.settled()
    assert officer.alerts[-1] == "Ця кнопка вже не діє. Напишіть «меню»."
