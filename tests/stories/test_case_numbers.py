"""A case is opened by typing its number, and what is no number alone is a message."""

import pytest

from tests.stories.cases import asks, talk
from tests.stories.posts import FAR_AWAY, ZAPORIZHZHIA
from tests.town import Town

CASE = "КШ-2026-000001"


@pytest.mark.parametrize(
    "typed",
    [CASE, "кш 2026 1", "КШ2026000001", "KШ-2026-000001", "ksh-2026-000001", "№ 000001", "000001", "1", "2026 000001."],
)
async def test_an_officer_who_types_a_number_opens_the_case(town: Town, typed: str) -> None:
    people = await talk(town)
    await people.ivan.says(typed)
    page = await people.ivan.sees("Хто відповідає за вулицю?")
    assert "Відповісти" in page.buttons
    await people.ivan.does_not_see("Кому це?", anywhere=True)
    assert len(await town.stored("select id from case_messages")) == 1
    assert len(await town.stored("select id from audit where act = 'open'")) == 1


async def test_absent_and_forbidden_get_the_same_answer(town: Town) -> None:
    people = await talk(town)
    stranger = await town.officer("Марія Бондар", await town.area(FAR_AWAY))
    for person, number in ((stranger, CASE), (people.ivan, "КШ-2026-000007")):
        await person.says(number)
        await person.sees(f"{number}: такого звернення у Вас немає.")
    assert await town.stored("select flow from dialogs") == []


async def test_a_short_number_that_is_no_case_of_ones_own_and_a_number_in_a_text_are_messages(town: Town) -> None:
    people = await talk(town)
    for text in ("15", "Подивіться КШ-2026-000001", "0501234567", "12.05.2026"):
        await people.ivan.says(text)
        await people.ivan.sees("Кому це?")
        await people.ivan.presses("Не надсилати")


async def test_a_number_that_is_addressed_goes_where_it_is_addressed(town: Town) -> None:
    people = await talk(town)
    card = await people.ivan.sees("Хто відповідає", anywhere=True)
    await people.ivan.says("000001", reply_to=card)
    await people.olena.sees("000001")
    await people.ivan.presses("Запитати", on=card)
    await people.ivan.says("Який номер Вашого звернення?")
    await people.olena.sees("Який номер")
    await people.olena.says(CASE)
    await people.ivan.sees(CASE)
    assert len(await town.stored("select id from case_messages")) == 4


async def test_a_resident_opens_their_own_case_and_no_other(town: Town) -> None:
    people = await talk(town)
    petro = await town.resident("Петро")
    await asks(petro, "Коли прийом?")
    await petro.says("кш 2026 2")
    await petro.sees("Стан: ")
    await petro.says("2")  # may well be the number of a house
    await people.ivan.sees("2")
    await petro.says(CASE)
    await petro.does_not_see("Хто відповідає", anywhere=True)
    assert len(await town.stored("select id from case_messages")) == 4


async def test_a_coordinator_opens_what_they_may_work(town: Town) -> None:
    await town.area()
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await asks(await town.resident("Олена"), "Хто відповідає за вулицю?")
    await olha.says("000001")
    await olha.sees("Хто відповідає за вулицю?")
