"""Under which number the police registered the crime: noted at the desk, for the desk."""

from bot.domain.ids import CaseId
from bot.handlers.journal.buttons import EntryToday, UnmarkCrime, WriteEntry
from simulator import Person
from tests.stories.cases import Talk, talk
from tests.stories.pauses import opens_history
from tests.stories.posts import FAR_AWAY
from tests.town import Town


async def marked(town: Town) -> Talk:
    """Olena's case, in which Ivan sees signs of a crime."""
    both = await talk(town)
    await both.ivan.presses("Ознаки злочину")
    await both.ivan.sees("ознаки злочину позначено")
    return both


async def asks_for_entry(officer: Person) -> None:
    await opens_history(officer)
    await officer.presses("Ще дії")
    await officer.presses("№ ЄО, дата")
    await officer.sees("Напишіть номер і дату")


async def opens_more(officer: Person) -> None:
    await opens_history(officer)
    await officer.presses("Ще дії")
    await officer.sees("Що зробити зі зверненням?")


async def unmarks(officer: Person, why: str = "Позначено не те звернення") -> None:
    await opens_more(officer)
    await officer.presses("Зняти ознаки злочину")
    await officer.sees("Чому ознак злочину немає?")
    await officer.says(why)
    await officer.sees("ознаки злочину знято.", anywhere=True)


async def test_after_the_mark_the_number_is_typed_and_the_card_and_the_history_show_it(either_town: Town) -> None:
    both = await marked(either_town)
    await both.ivan.presses("№ ЄО, дата")
    await both.ivan.sees("Напишіть номер і дату")
    await both.ivan.says("12345 від 20.11.2026")
    await both.ivan.sees("КШ-2026-000001: номер ЄО записано.", anywhere=True)
    card = await both.ivan.sees("КШ-2026-000001 · Запитання", anywhere=True)
    assert "ЄО: № 12345, 20.11.2026" in card.text
    await opens_history(both.ivan)
    page = await both.ivan.sees("Змінено номер ЄО.")
    assert "ЄО: № 12345, 20.11.2026" in page.text
    for person_text in ("12345", "ЄО"):
        await both.olena.does_not_see(person_text, anywhere=True)
    assert await either_town.stored("select act, by_kind from audit where act = 'journal'") == [
        {"act": "journal", "by_kind": "officer"}
    ]


async def test_the_number_and_the_day_can_be_given_one_after_the_other(town: Town) -> None:
    both = await marked(town)
    await asks_for_entry(both.ivan)
    await both.ivan.says("№ 12345")
    await both.ivan.sees("Якого дня?")
    await both.ivan.says("завтра")
    await both.ivan.sees("Не схоже на номер ЄО.")
    await both.ivan.says("99.99.2026")
    await both.ivan.sees("Такої дати не може бути.")
    await both.ivan.presses("Сьогодні")
    await both.ivan.sees("номер ЄО записано.", anywhere=True)
    assert "ЄО: № 12345, 24.11.2026" in (await both.ivan.sees("КШ-2026-000001 · Запитання", anywhere=True)).text


async def test_the_number_can_be_changed_and_taken_out(town: Town) -> None:
    both = await marked(town)
    for number in ("1", "2"):
        await asks_for_entry(both.ivan)
        await both.ivan.says(f"{number} від 20.11.2026")
        await both.ivan.sees("номер ЄО записано.", anywhere=True)
    assert len(await town.stored("select case_id from case_journal")) == 1
    await asks_for_entry(both.ivan)
    assert "ЄО: № 2, 20.11.2026" in (await both.ivan.sees("Напишіть номер і дату")).text
    await both.ivan.presses("Прибрати номер")
    await both.ivan.sees("Номер ЄО прибрано.")
    assert await town.stored("select case_id from case_journal") == []
    assert "ЄО:" not in (await both.ivan.sees("КШ-2026-000001 · Запитання", anywhere=True)).text
    assert len(await town.stored("select id from case_events where what = 'journal'")) == 3


async def test_it_can_be_thought_better_of(town: Town) -> None:
    both = await marked(town)
    for way in ("press", "text"):
        await asks_for_entry(both.ivan)
        await (both.ivan.presses("Скасувати") if way == "press" else both.ivan.says("Скасувати"))
        await both.ivan.sees("Скасовано.")
    await both.ivan.forges(EntryToday(CaseId(1)).pack(), on=both.ivan.last)
    await town.settled()
    assert await town.stored("select case_id from case_journal") == []


async def test_without_signs_of_a_crime_there_is_no_number(town: Town) -> None:
    both = await talk(town)
    await opens_history(both.ivan)
    await both.ivan.presses("Ще дії")
    assert "№ ЄО, дата" not in (await both.ivan.sees("Що зробити зі зверненням?")).buttons
    await both.ivan.forges(WriteEntry(CaseId(1)).pack(), on=both.ivan.last)
    await town.settled()
    assert both.ivan.alerts[-1].startswith("Це вже неможливо")


async def test_the_number_may_come_after_the_end_of_the_case(town: Town) -> None:
    both = await marked(town)
    await both.ivan.presses("Закрити")
    await both.ivan.presses("Закрити без відповіді")
    await asks_for_entry(both.ivan)
    await both.ivan.says("12345 від 20.11.2026")
    await both.ivan.sees("номер ЄО записано.", anywhere=True)


# Taking the mark back.


async def test_signs_of_a_crime_are_taken_back_with_a_reason_that_only_the_desk_reads(either_town: Town) -> None:
    both = await marked(either_town)
    await unmarks(both.ivan)
    card = await both.ivan.sees("КШ-2026-000001 · Запитання", anywhere=True)
    assert "\nОзнаки злочину" not in card.text
    assert "Ознаки злочину" in card.buttons
    await opens_history(both.ivan)
    page = await both.ivan.sees("Знято ознаки злочину.")
    assert "Позначено не те звернення" in page.text
    for text in ("Позначено не те звернення", "ознак"):
        await both.olena.does_not_see(text, anywhere=True)
    assert await either_town.stored("select by_kind from audit where act = 'no_crime_signs'") == [
        {"by_kind": "officer"}
    ]


async def test_the_mark_stays_as_long_as_there_is_a_number_in_the_journal(town: Town) -> None:
    both = await marked(town)
    await asks_for_entry(both.ivan)
    await both.ivan.says("12345 від 20.11.2026")
    await both.ivan.sees("номер ЄО записано.", anywhere=True)
    await opens_more(both.ivan)
    assert "Зняти ознаки злочину" not in both.ivan.last.buttons
    await both.ivan.forges(UnmarkCrime(CaseId(1)).pack(), on=both.ivan.last)
    await town.settled()
    assert both.ivan.alerts[-1].startswith("Це вже неможливо")


async def test_without_a_reason_in_words_the_mark_stays_and_can_be_thought_better_of(town: Town) -> None:
    both = await marked(town)
    await opens_more(both.ivan)
    await both.ivan.presses("Зняти ознаки злочину")
    await both.ivan.sees("Чому ознак злочину немає?")
    await both.ivan.sends_sticker()
    await town.settled()
    await both.ivan.presses("Скасувати")
    await both.ivan.sees("Скасовано.")
    assert await town.stored("select id from cases where crime_signs") == [{"id": 1}]
    await both.ivan.says("Це вже не причина")
    await both.ivan.does_not_see("ознаки злочину знято", anywhere=True)


async def test_a_reply_to_the_question_is_the_reason_and_nothing_for_the_resident(town: Town) -> None:
    both = await marked(town)
    await opens_more(both.ivan)
    await both.ivan.presses("Зняти ознаки злочину")
    asked = await both.ivan.sees("Чому ознак злочину немає?")
    await both.ivan.says("Помилка", reply_to=asked)
    await both.ivan.sees("ознаки злочину знято.", anywhere=True)
    await both.olena.does_not_see("Помилка", anywhere=True)


async def test_only_the_desk_of_a_case_takes_its_mark_back(town: Town) -> None:
    both = await marked(town)
    maria = await town.officer("Марія Бондар", await town.area(FAR_AWAY))
    for person in (maria, both.olena):
        await person.forges(UnmarkCrime(CaseId(1)).pack(), on=person.last)
        await town.settled()
        assert person.alerts[-1] == "Тут нічого не знайдено."
    assert await town.stored("select id from cases where crime_signs") == [{"id": 1}]
