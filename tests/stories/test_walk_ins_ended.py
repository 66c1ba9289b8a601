"""The end of a call or a visit is told to its person by the officer, however the case has ended."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from bot.domain.forwards import Agency
from bot.domain.ids import CaseId
from bot.handlers.forwards.buttons import Forward, SendForward
from bot.handlers.walk_ins.buttons import AnswerRead, HandAnswer
from simulator import Person
from tests.stories.ready_texts import writes_ready
from tests.stories.walk_ins import answers, records
from tests.town import Town

CASE = CaseId(1)
NAME = "КШ-2026-000001 · Крадіжка"


@pytest.fixture
async def ivan(town: Town) -> Person:
    ivan = await town.officer("Іван Петренко", await town.area())
    await records(ivan)
    return ivan


async def more(ivan: Person) -> list[str]:
    await ivan.presses("Ще дії", on=await ivan.sees(NAME, anywhere=True))
    await ivan.sees("Що зробити зі зверненням?")
    return ivan.last.buttons


async def tells(town: Town, ivan: Person, status: str) -> None:
    """From the screen that offers it."""
    await ivan.presses("Передати відповідь")
    await ivan.sees("Як людина")
    await ivan.presses("Сказано")
    await ivan.sees("людина вже отримала")
    [case] = await town.stored("select status, closed_at is not null as ended from cases")
    assert case == {"status": status, "ended": True}
    assert await town.stored("select id from case_events where what = 'read_out'")
    assert "Передати відповідь" not in await more(ivan)


async def test_one_that_is_forwarded_says_that_the_officer_tells_the_person(either_town: Town) -> None:
    town = either_town
    ivan = await town.officer("Іван Петренко", await town.area())
    await records(ivan)
    await more(ivan)
    await ivan.presses("За належністю")
    await ivan.sees("Скажіть людині, кому його передано.")
    await ivan.presses("Інший орган")
    await ivan.sees("Її треба буде сказати людині.")
    await ivan.says("Обласна інспекція праці")
    asked = await ivan.sees("Це треба буде сказати людині. Передати?")
    assert "Кому: Обласна інспекція праці." in asked.text
    await ivan.does_not_see("Мешканець прочитає", anywhere=True)
    await ivan.presses("Так, передати")
    await ivan.sees("Людина ще не знає, чим усе закінчилося.")
    await tells(town, ivan, "forwarded")
    await ivan.forges(Forward(CASE).pack(), on=ivan.last)
    await ivan.presses("Документи передано")
    await ivan.sees("Документи передано.")


async def test_one_that_is_declined_is_told_too(town: Town, ivan: Person) -> None:
    await ivan.presses("Відхилити", on=await ivan.sees(NAME, anywhere=True))
    await ivan.sees("Її треба буде сказати людині.")
    await ivan.says("Це до ради")
    await ivan.sees("Скажіть людині причину", anywhere=True)
    await tells(town, ivan, "declined")


async def test_one_that_is_closed_before_its_answer_was_told_is_told_after_it(town: Town, ivan: Person) -> None:
    await answers(ivan, "Приїду у середу")
    await ivan.presses("Закрити", on=await ivan.sees(NAME, anywhere=True))
    await ivan.presses("Закрити без відповіді")
    await tells(town, ivan, "closed")


async def test_what_is_printed_says_how_it_has_ended(town: Town, ivan: Person) -> None:
    await more(ivan)
    await ivan.forges(SendForward(CASE, Agency.COUNCIL).pack(), on=ivan.last)
    await ivan.presses("Передати відповідь")
    await ivan.presses("Надрукувати (PDF)")
    got = await ivan.sees("відповідь для друку", anywhere=True)
    content = ivan._bot.files.find(got.fields["document"].file_id).content  # noqa: SLF001
    text = "\n".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    assert "Ваше звернення передано за належністю." in text
    assert "Кому: Рада громади." in text


async def test_one_of_which_all_was_told_offers_nothing_and_is_marked_once(town: Town, ivan: Person) -> None:
    await answers(ivan, "Приїду у середу")
    await ivan.presses("Сказано")
    await ivan.sees("людина вже отримала")
    await ivan.presses("Закрити", on=await ivan.sees(NAME, anywhere=True))
    await town.settled()
    assert "Передати відповідь" not in await more(ivan)
    assert "Талон для мешканця" not in ivan.last.buttons
    for button in (HandAnswer(CASE), AnswerRead(CASE)):
        await ivan.forges(button.pack(), on=ivan.last)
        await town.settled()
    assert "Немає відповіді, яку треба передати" in ivan.alerts[-1]


async def test_it_is_merged_with_nothing(town: Town, ivan: Person) -> None:
    assert "Об’єднати" not in await more(ivan)


async def test_a_ready_answer_is_told_as_well(town: Town, ivan: Person) -> None:
    await writes_ready(ivan, "Ґанок", "Приїду у середу")
    await more(ivan)
    await ivan.presses("Готова відповідь")
    await ivan.presses("Ґанок")
    await ivan.sees("Це треба буде сказати їй:")
    await ivan.presses("Зберегти")
    await ivan.sees("Як людина її отримала?")
