"""Two cases of a resident become one, when the officer proposes it and the resident confirms; a guess tells nothing."""

from datetime import timedelta

from bot.domain.ids import CaseId, MergeId
from bot.domain.merges import A_DAY
from bot.handlers.cases.buttons import Hold
from bot.handlers.journal.buttons import WriteEntry
from bot.handlers.merges.buttons import AgreeToMerge, MergeWith
from bot.handlers.notes.buttons import WriteNote
from bot.storage import holds
from bot.storage.transaction import Transaction
from simulator import Bubble, Person
from tests.stories.boards import binds, shown_on
from tests.stories.cases import Talk, asks
from tests.stories.notes import writes_note
from tests.stories.pauses import opens_history
from tests.stories.posts import ZAPORIZHZHIA
from tests.stories.transfers import another_area, opens_transfer
from tests.town import Town

NAME = "Олена Бондар"
QUESTION = "Офіцер питає: чи це одна справа зі зверненням КШ-2026-000002?"


async def two_cases(town: Town, second: str = NAME) -> Talk:
    """Olena's, both with Ivan; the history of the first one is open."""
    return await with_two(town, await town.officer("Іван Петренко", await town.area()), second)


async def with_two(town: Town, ivan: Person, second: str = NAME) -> Talk:
    olena = await town.resident("Олена")
    await asks(olena, "Шумить сусід", NAME)
    await ivan.presses("Прийняти")
    await asks(olena, "Сусід знову шумить", second)
    await ivan.presses("Прийняти")
    await town.settled()
    return Talk(olena, ivan)


def card_of(officer: Person, number: int) -> Bubble:
    return next(each for each in officer.chat if each.text.startswith(f"КШ-2026-00000{number} · Запитання"))


async def proposes(town: Town, officer: Person, number: str = "2") -> None:
    """By the button of «Ще дії»."""
    await officer.presses("Ще дії", on=card_of(officer, 1))
    await officer.sees("Що зробити зі зверненням?")
    await officer.presses("Об’єднати")
    await officer.sees("Напишіть номер іншого звернення")
    await officer.says(number)
    await town.settled()


async def answered(officer: Person) -> str:
    """What an officer reads after a number."""
    said = await officer.sees("запит надіслано, якщо це можливо.", anywhere=True)
    return said.text


async def test_the_resident_confirms_and_all_is_in_one_case(either_town: Town) -> None:
    town = either_town
    both = await two_cases(town)
    old = await both.ivan.sees("КШ-2026-000002 · Запитання", anywhere=True)
    await both.ivan.says("Їду другий раз", reply_to=old)
    told = await both.olena.sees("Їду другий раз")
    await opens_history(both.ivan)
    await proposes(town, both.ivan)
    assert await answered(both.ivan) == "КШ-2026-000001: запит надіслано, якщо це можливо."
    await both.olena.sees(QUESTION)
    await both.olena.presses("Так, одна справа")
    await both.olena.sees("КШ-2026-000001")
    await both.ivan.sees("сюди приєднано інше звернення.")
    assert "Об’єднано з іншим" in old.text
    assert "Далі: КШ-2026-000001" in old.text
    [first, second] = await town.stored("select status, merged_into from cases order by id")
    assert second == {"status": "merged", "merged_into": 1}
    assert first["merged_into"] is None
    await opens_history_of_first(both.ivan)
    page = await both.ivan.sees("Приєднано інше звернення мешканця.")
    for words in ("Шумить сусід", "Сусід знову шумить", "Їду другий раз"):
        assert words in page.text
    await both.olena.says("Дякую", reply_to=told)
    await both.ivan.sees("Дякую")
    await both.ivan.says("Прошу", reply_to=old)
    await both.olena.sees("Прошу")
    said = await town.stored("select distinct case_id from case_messages")
    assert said == [{"case_id": 1}]


async def opens_history_of_first(officer: Person) -> None:
    await officer.presses("Історія", on=card_of(officer, 1))


async def test_its_resident_finds_the_way_from_the_merged_case(town: Town) -> None:
    both = await two_cases(town)
    await proposes(town, both.ivan)
    await both.olena.presses("Так, одна справа")
    await both.olena.presses("Мої звернення")
    await both.olena.sees("Оберіть звернення")
    await both.olena.presses(next(label for label in both.olena.buttons if label.startswith("000002")))
    page = await both.olena.sees("Стан: Об’єднано з іншим")
    assert "Відкрити повторно" not in page.buttons
    assert "1" not in page.buttons
    await both.olena.presses("Відкрити: КШ-2026-000001")
    await both.olena.sees("Стан: У роботі")


async def test_refusal_silence_and_cases_that_may_not_be_named_look_the_same(either_town: Town) -> None:
    town = either_town
    both = await two_cases(town)
    taras = await town.resident("Тарас")
    await asks(taras, "Питання Тараса", "Тарас Бойко")  # 3: another person's
    await asks(both.olena, "Без імені")  # 4: anonymous
    answers = []
    for number in ("2", "3", "4", "999", "1"):
        shown, before = len(both.olena.chat), len(both.ivan.chat)
        await proposes(town, both.ivan, number)
        answers.append([each.text for each in both.ivan.chat[before:]])
        assert len(both.olena.chat) == shown + (number == "2")
        await taras.does_not_see("одна справа", anywhere=True)
    assert await town.stored("select other_id from case_merges where other_id is not null") == [{"other_id": 2}]
    first = answers[0]
    for each in answers[1:]:
        assert each[0] == first[0]
        assert [text for text in each if "запит" in text] == [text for text in first if "запит" in text]
    shown, texts = len(both.ivan.chat), [each.text for each in both.ivan.chat]
    await both.olena.presses("Ні, це різне")
    await both.olena.sees("звернення лишаються окремими")
    await town.settled()
    assert [each.text for each in both.ivan.chat] == texts
    assert len(both.ivan.chat) == shown
    audit = await town.stored("select distinct act from audit where act like '%merge%'")
    assert audit == [{"act": "propose to merge"}]


async def test_a_pair_is_asked_about_once(town: Town) -> None:
    both = await two_cases(town)
    await proposes(town, both.ivan)
    await both.olena.presses("Ні, це різне")
    shown = len(both.olena.chat)
    await proposes(town, both.ivan)
    assert len(both.olena.chat) == shown
    await answered(both.ivan)


async def test_so_many_numbers_can_be_tried_in_a_day(town: Town) -> None:
    both = await two_cases(town)
    for number in range(A_DAY):
        await proposes(town, both.ivan, str(900 + number))
    await proposes(town, both.ivan)
    await both.ivan.sees("За добу можна спробувати номерів: 5.")
    await both.olena.does_not_see(QUESTION, anywhere=True)
    await both.ivan.says("Скасувати")
    await town.passes(days=1, minutes=1)
    await proposes(town, both.ivan)
    await both.olena.sees(QUESTION)


async def test_what_is_no_number_is_asked_again_and_it_can_be_thought_better_of(town: Town) -> None:
    both = await two_cases(town)
    await proposes(town, both.ivan, "те саме")
    await both.ivan.sees("Не схоже на номер звернення.")
    await both.ivan.presses("Скасувати")
    await both.ivan.sees("Скасовано.")
    assert await town.stored("select id from case_merges") == []


async def test_an_anonymous_case_cannot_be_merged_from_either_side(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await asks(olena, "Шумить сусід")
    await ivan.presses("Прийняти")
    await opens_history(ivan)
    await ivan.presses("Ще дії")
    assert "Об’єднати" not in (await ivan.sees("Що зробити зі зверненням?")).buttons
    await ivan.forges(MergeWith(CaseId(1)).pack(), on=ivan.last)
    await town.settled()
    assert ivan.alerts[-1].startswith("Це вже неможливо")


async def test_a_late_answer_and_a_stranger_merge_nothing(town: Town) -> None:
    both = await two_cases(town)
    taras = await town.resident("Тарас")
    await proposes(town, both.ivan)
    question = await both.olena.sees(QUESTION)
    await taras.forges(AgreeToMerge(MergeId(1)).pack(), on=taras.last)
    await town.settled()
    assert taras.alerts[-1] == "Тут нічого не знайдено."
    await both.ivan.presses("Закрити", on=await both.ivan.sees("КШ-2026-000002 · Запитання", anywhere=True))
    await both.ivan.presses("Закрити без відповіді")
    await town.settled()
    await both.olena.presses("Так, одна справа", on=question)
    await town.settled()
    assert both.olena.alerts[-1] == "Про це вже не питають."
    assert await town.stored("select id from cases where merged_into is not null") == []


async def test_a_second_press_changes_nothing(town: Town) -> None:
    both = await two_cases(town)
    await proposes(town, both.ivan)
    question = await both.olena.sees(QUESTION)
    await both.olena.presses("Ні, це різне", on=question)
    await both.olena.sees("звернення лишаються окремими")
    await both.olena.forges(AgreeToMerge(MergeId(1)).pack(), on=question)
    await town.settled()
    assert both.olena.alerts[-1] == "Про це вже не питають."
    assert await town.stored("select id from cases where merged_into is not null") == []


async def test_what_a_coordinator_keeps_meanwhile_is_not_merged(town: Town) -> None:
    both = await two_cases(town)
    await proposes(town, both.ivan)
    await both.olena.sees(QUESTION)

    async def keep(tx: Transaction) -> None:
        await holds.add(tx, CaseId(2), "reason", tx.now + timedelta(days=30))

    await town.app.store.transact(keep)
    await both.olena.presses("Так, одна справа")
    await town.settled()
    assert await town.stored("select id from cases where status = 'merged'") == []


async def test_an_answer_after_a_week_merges_nothing(town: Town) -> None:
    both = await two_cases(town)
    await proposes(town, both.ivan)
    question = await both.olena.sees(QUESTION)
    await town.passes(days=7, minutes=1)
    await both.olena.presses("Так, одна справа", on=question)
    await town.settled()
    assert both.olena.alerts[-1] == "Про це вже не питають."


async def test_a_case_of_another_desk_comes_whole_and_that_desk_loses_it(either_town: Town) -> None:
    town = either_town
    both = await two_cases(town)
    maria = await town.officer("Марія Коваль", await another_area(town, "Північна"))
    card = await both.ivan.sees("КШ-2026-000002 · Запитання", anywhere=True)
    await opens_transfer(both.ivan)  # the newest: the second one
    await both.ivan.presses("капітан поліції Марія Коваль · Північна")
    await both.ivan.presses("Передати без слів")
    await maria.sees("Сусід знову шумить", anywhere=True)
    assert "Сусід знову шумить" not in card.text
    await proposes(town, both.ivan)
    await both.olena.presses("Так, одна справа")
    await both.ivan.sees("Сусід знову шумить", anywhere=True)
    await town.settled()
    await maria.does_not_see("Сусід знову шумить", anywhere=True)
    await maria.sees("це одна справа з іншим зверненням", anywhere=True)


async def test_what_waited_for_an_answer_in_the_other_case_waits_in_this_one(town: Town) -> None:
    both = await two_cases(town)
    await both.ivan.says("Зроблено", reply_to=await both.ivan.sees("КШ-2026-000001 · Запитання", anywhere=True))
    await both.olena.sees("Зроблено")
    await proposes(town, both.ivan)
    await both.olena.presses("Так, одна справа")
    await town.settled()
    [case] = await town.stored("select status, waits_for, answer_due is not null as due from cases where id = 1")
    assert case["status"] == "in_work"
    assert case["waits_for"] == "officer"
    assert case["due"]


async def shows_all_of_the_second(officer: Person) -> None:
    """A list with its first words, a page of it, a note, and a file, all in the officer's chat."""
    await officer.says("Звернення")
    await officer.sees("Чекають на Вас")
    await officer.presses("Історія", on=card_of(officer, 2))
    await officer.sees("Сусід знову шумить")
    await writes_note(officer, "Дзвонила вдруге")
    await officer.presses("Історія")
    await officer.presses("Ще дії")
    await officer.presses("Зберегти як PDF")
    await officer.sees("звернення у файлі", anywhere=True)


async def sees_nothing_of_the_second(officer: Person) -> None:
    for words in ("Сусід знову шумить", "Дзвонила вдруге"):
        await officer.does_not_see(words, anywhere=True)
    assert not [each for each in officer.chat if each.message.document is not None]


async def test_all_that_a_chat_holds_of_the_merged_case_leaves_it_with_the_case_that_goes_on(town: Town) -> None:
    both = await two_cases(town)
    await shows_all_of_the_second(both.ivan)
    await proposes(town, both.ivan)
    await both.olena.presses("Так, одна справа")
    await town.settled()
    await town.officer("Марія Коваль", await another_area(town, "Північна"))
    await opens_history_of_first(both.ivan)
    await both.ivan.presses("Ще дії")
    await both.ivan.presses("Передати")
    await both.ivan.presses("капітан поліції Марія Коваль · Північна")
    await both.ivan.presses("Передати без слів")
    await town.settled()
    await sees_nothing_of_the_second(both.ivan)


async def test_all_that_another_desk_holds_of_the_merged_case_leaves_its_chats(town: Town) -> None:
    both = await two_cases(town)
    maria = await town.officer("Марія Коваль", await another_area(town, "Північна"))
    await opens_transfer(both.ivan)
    await both.ivan.presses("капітан поліції Марія Коваль · Північна")
    await both.ivan.presses("Передати без слів")
    await maria.sees("Сусід знову шумить", anywhere=True)
    await shows_all_of_the_second(maria)
    await proposes(town, both.ivan)
    await both.olena.presses("Так, одна справа")
    await town.settled()
    await sees_nothing_of_the_second(maria)
    await maria.sees("це одна справа з іншим зверненням", anywhere=True)


async def registers(officer: Person, number: int, entry: str) -> None:
    """As a crime, in the journal of the police."""
    await officer.presses("Ознаки злочину", on=card_of(officer, number))
    await officer.sees("ознаки злочину позначено")
    await officer.presses("№ ЄО, дата")
    await officer.sees("Напишіть номер і дату")
    await officer.says(entry)
    await officer.sees(f"КШ-2026-00000{number}: номер ЄО записано.", anywhere=True)


async def test_the_number_in_the_journal_comes_along(town: Town) -> None:
    both = await two_cases(town)
    await registers(both.ivan, 2, "77 від 20.11.2026")
    await proposes(town, both.ivan)
    await both.olena.presses("Так, одна справа")
    await town.settled()
    assert "ЄО: № 77, 20.11.2026" in card_of(both.ivan, 1).text
    await opens_history_of_first(both.ivan)
    page = await both.ivan.sees("Приєднано інше звернення мешканця.")
    assert "капітан поліції Іван Петренко\nЗмінено номер ЄО." in page.text


async def test_a_second_number_in_the_journal_is_a_note_of_the_case_that_goes_on(either_town: Town) -> None:
    town = either_town
    both = await two_cases(town)
    await registers(both.ivan, 1, "76 від 19.11.2026")
    await registers(both.ivan, 2, "77 від 20.11.2026")
    await town.passes(minutes=10)
    await proposes(town, both.ivan)
    await both.olena.presses("Так, одна справа")
    await town.settled()
    card = card_of(both.ivan, 1)
    assert "ЄО: № 76, 19.11.2026" in card.text
    assert "📝 Нотатки: 1" in card.text
    await opens_history_of_first(both.ivan)
    page = await both.ivan.sees("Приєднано інше звернення мешканця.")
    noted = "24 листопада 2026 р., 10:00 · капітан поліції Іван Петренко\nКШ-2026-000002: ЄО № 77, 20.11.2026"
    assert noted in page.text
    assert await town.stored("select case_id from case_journal") == [{"case_id": 1}]
    await both.olena.does_not_see("ЄО", anywhere=True)


async def test_the_same_number_in_the_journal_is_no_note(town: Town) -> None:
    both = await two_cases(town)
    for number in (1, 2):
        await registers(both.ivan, number, "76 від 19.11.2026")
    await proposes(town, both.ivan)
    await both.olena.presses("Так, одна справа")
    await town.settled()
    assert "Нотатки" not in card_of(both.ivan, 1).text


async def pins(town: Town, officer: Person, number: int) -> None:
    await officer.presses("Ще дії", on=card_of(officer, number))
    await officer.presses("Закріпити")
    await town.settled()


async def test_a_pin_of_the_merged_case_is_a_pin_of_the_one_that_goes_on(either_town: Town) -> None:
    town = either_town
    both = await two_cases(town)
    await pins(town, both.ivan, 2)
    await proposes(town, both.ivan)
    await both.olena.presses("Так, одна справа")
    await town.settled()
    assert await town.stored("select case_id from case_pins") == [{"case_id": 1}]
    await both.ivan.says("Звернення")
    assert "📌 КШ-2026-000001 · Запитання" in (await both.ivan.sees("Чекають на Вас")).buttons


async def test_both_pinned_are_one_pin(either_town: Town) -> None:
    town = either_town
    both = await two_cases(town)
    for number in (1, 2):
        await pins(town, both.ivan, number)
    await proposes(town, both.ivan)
    await both.olena.presses("Так, одна справа")
    await town.settled()
    assert await town.stored("select case_id from case_pins") == [{"case_id": 1}]


async def test_a_board_shows_the_merged_case_as_one_that_has_ended(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    group = await binds(town, ivan)
    both = await with_two(town, ivan)
    await proposes(town, both.ivan)
    await both.olena.presses("Так, одна справа")
    await town.settled()
    [first] = [each for each in shown_on(group) if "000001" in each]
    [second] = [each for each in shown_on(group) if "000002" in each]
    assert "завершено" not in first
    assert "завершено" in second


async def test_nothing_is_added_to_the_merged_case(town: Town) -> None:
    both = await two_cases(town)
    await both.ivan.presses("Ознаки злочину", on=card_of(both.ivan, 2))
    await both.ivan.sees("ознаки злочину позначено")
    await proposes(town, both.ivan)
    await both.olena.presses("Так, одна справа")
    await town.settled()
    await both.ivan.presses("Ще дії", on=card_of(both.ivan, 2))
    page = await both.ivan.sees("Що зробити зі зверненням?")
    assert not {"Нотатка", "№ ЄО, дата"} & set(page.buttons)
    for button in (WriteNote(CaseId(2)), WriteEntry(CaseId(2))):
        await both.ivan.forges(button.pack(), on=page)
        await town.settled()
        assert both.ivan.alerts[-1].startswith("Це вже неможливо")


async def test_a_note_that_is_being_written_while_its_case_is_merged_is_not_lost_without_a_word(town: Town) -> None:
    both = await two_cases(town)
    await proposes(town, both.ivan)
    await both.ivan.presses("Ще дії", on=card_of(both.ivan, 2))
    await both.ivan.presses("Нотатка")
    await both.ivan.sees("Напишіть нотатку.")
    await both.olena.presses("Так, одна справа")
    await town.settled()
    await both.ivan.says("Дзвонила вдруге")
    await both.ivan.sees("не збережено", anywhere=True)
    assert await town.stored("select id from case_notes") == []


async def test_no_hold_is_put_on_the_merged_case_for_its_text_is_in_the_other(town: Town) -> None:
    both = await two_cases(town)
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await town.stored("update cases set officer_id = null, coordinator_id = 3 where id = 2 returning id")
    await proposes(town, both.ivan)
    await both.olena.presses("Так, одна справа")
    await town.settled()
    await olha.forges(Hold(CaseId(2)).pack(), on=olha.last)
    await town.settled()
    assert olha.alerts[-1].startswith("Це вже неможливо")
