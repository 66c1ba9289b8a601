"""Under which number the police registered the crime: noted at the desk, for the desk."""

from bot.domain.ids import CaseId
from bot.handlers.journal.buttons import EntryToday, WriteEntry
from simulator import Person
from tests.stories.cases import Talk, talk
from tests.stories.pauses import opens_history
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
