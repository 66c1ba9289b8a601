"""Name, telephone and settlement of a call or a visit are corrected until its person opens the case in the bot."""

import pytest

from bot.domain.ids import CaseId
from bot.handlers.walk_ins.buttons import CorrectCase, CorrectPerson, CorrectPlace, ForgetPerson, TakeCorrectPlace
from simulator import Person
from tests.stories.boards import binds, shown_on
from tests.stories.cases import asks
from tests.stories.test_claimed_answers import claims
from tests.stories.walk_ins import PLACE, records
from tests.town import KOMYSHUVAKHA, Town, resources

CARD = "КШ-2026-000001 · Крадіжка"
OTHER = "Новоіванівка"


@pytest.fixture
async def ivan(town: Town) -> Person:
    return await town.officer("Іван Петренко", await town.area())


async def corrects(ivan: Person) -> None:
    await ivan.presses("Ще дії", on=await ivan.sees(CARD, anywhere=True))
    await ivan.presses("Виправити дані")
    await ivan.sees("Що виправити?")


async def link(town: Town) -> tuple[object, object]:
    [row] = await town.stored("select name, phone from case_links")
    return row["name"], row["phone"]


async def events(town: Town) -> list[object]:
    return [row["what"] for row in await town.stored("select what from case_events order by id")]


async def test_a_wrong_digit_in_the_telephone_is_corrected(either_town: Town) -> None:
    town = either_town
    ivan = await town.officer("Іван Петренко", await town.area())
    await records(ivan)
    await corrects(ivan)
    await ivan.presses("Ім’я і телефон")
    await ivan.sees("Напишіть ім’я, телефон або обидва")
    await ivan.says("067 123 45 68")
    page = await ivan.sees("Що виправити?")
    assert "Ім’я: Марія Ткач" in page.text
    assert "Телефон: +380 67 123 45 68" in page.text
    assert "Телефон: +380 67 123 45 68" in (await ivan.sees(CARD, anywhere=True)).text
    assert (await events(town))[-1] == "correct"
    await ivan.presses("Історія", on=await ivan.sees(CARD, anywhere=True))
    await ivan.sees("Виправлено ім’я, телефон або місце.")


async def test_a_name_that_was_not_given_needs_the_word_of_the_person(town: Town, ivan: Person) -> None:
    await records(ivan, answer="Не погодилася: без імені")
    await corrects(ivan)
    await ivan.presses("Ім’я і телефон")
    await ivan.sees("Прочитайте людині вголос")
    assert await town.stored("select flow from dialogs") == []
    await ivan.presses("Людина погодилася")
    await ivan.sees("Напишіть ім’я, телефон або обидва")
    await ivan.says("Марія Ткач")
    await ivan.sees("Ім’я: Марія Ткач")
    [case] = await town.stored("select spoken_consent, anonymous from cases")
    assert case["spoken_consent"] is not None
    assert not case["anonymous"]


async def test_name_and_telephone_are_taken_out_as_the_person_asks(town: Town, ivan: Person) -> None:
    await records(ivan)
    await corrects(ivan)
    await ivan.presses("Прибрати ім’я і телефон")
    await ivan.sees("Прибрати ім’я і телефон назавжди?")
    await ivan.presses("Так, прибрати")
    await ivan.sees("Без імені")
    [row] = await town.stored("select name, phone from case_links")
    assert (row["name"], row["phone"]) == (None, None)
    [case] = await town.stored("select spoken_consent, anonymous from cases")
    assert case["spoken_consent"] is None
    assert case["anonymous"]
    assert "Марія" not in (await ivan.sees(CARD, anywhere=True)).text


async def test_the_settlement_is_corrected_on_the_board_too(town: Town, ivan: Person) -> None:
    group = await binds(town, ivan)
    await records(ivan)
    await corrects(ivan)
    await ivan.presses("Населений пункт")
    await ivan.sees("Напишіть назву населеного пункту")
    await ivan.says(OTHER)
    page = await ivan.sees("Що виправити?")
    assert f"Місце: {OTHER}" in page.text
    assert f"Місце: {OTHER}" in (await ivan.sees(CARD, anywhere=True)).text
    await town.settled()
    [line] = shown_on(group)
    assert OTHER in line
    assert PLACE not in line


async def test_what_is_no_name_and_no_telephone_changes_nothing(town: Town, ivan: Person) -> None:
    await records(ivan)
    before = await link(town)
    await corrects(ivan)
    await ivan.presses("Ім’я і телефон")
    await ivan.says("Вона просила передзвонити їй завтра після обіду, бо зараз на роботі")
    await ivan.sees("Не схоже на ім’я чи телефон")
    await ivan.presses("Скасувати")
    await ivan.sees("Що виправити?")
    assert await town.stored("select flow from dialogs") == []
    assert await link(town) == before


async def test_nothing_is_corrected_once_it_was_claimed_or_for_a_resident(town: Town, ivan: Person) -> None:
    await records(ivan)
    maria = await claims(town, ivan)
    await asks(await town.resident("Олена"), "Хто?")
    before = await town.stored("select name, phone from case_links order by case_id")
    place = resources().register.community(KOMYSHUVAKHA).settlements[0].code
    for case in (CaseId(1), CaseId(2)):
        for button in (
            CorrectCase(case),
            CorrectPerson(case, consented=True),
            CorrectPlace(case),
            ForgetPerson(case, sure=True),
            TakeCorrectPlace(case, place),
        ):
            await ivan.forges(button.pack(), on=ivan.last)
            await town.settled()
    assert await town.stored("select flow from dialogs where flow = 'walk-in-correct'") == []
    assert await town.stored("select name, phone from case_links order by case_id") == before
    assert "correct" not in await events(town)
    await maria.does_not_see("Виправлено", anywhere=True)
