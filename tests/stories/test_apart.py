"""«Кому це?» is asked of each thing that was written: what comes long after another is not taken for a part of it."""

import pytest

from bot.domain.ids import CaseId
from bot.handlers.cases.buttons import AnswerWith
from simulator import Person
from simulator.people import Part
from tests.stories.cases import Talk, asks, talk
from tests.stories.test_forwards import TARAS
from tests.town import Town

FIRST, SECOND = "КШ-2026-000001", "КШ-2026-000002"


@pytest.fixture
async def pair(either_town: Town) -> Talk:
    """Two cases are open."""
    people = await talk(either_town)
    await asks(people.olena, "А хто за дорогу?")
    return people


async def given(olena: Person, number: str, words: str) -> None:
    asked = await olena.sees(words, anywhere=True)
    await olena.presses(next(label for label in asked.buttons if label.startswith(number[-6:])), on=asked)
    await olena.sees(f"Передано до звернення: {number}", anywhere=True)


@pytest.mark.parametrize("reminded", [True, False])
async def test_what_a_resident_writes_long_after_is_asked_about_by_itself(
    either_town: Town, pair: Talk, reminded: bool
) -> None:
    olena, ivan = pair.olena, pair.ivan
    await olena.says("Ліхтар не горить")
    await olena.sees("Кому це?")
    await either_town.passes(minutes=9)
    await olena.says("Вже тиждень")
    await olena.sees("Ще не надіслано: «Ліхтар не горить» і ще 1 повідомлення.")
    await either_town.passes(minutes=11)
    await olena.says("Яма біля школи")
    await olena.sees("Ще не надіслано: «Яма біля школи».")
    if reminded:
        await either_town.passes(minutes=15)
    await given(olena, FIRST, "«Ліхтар не горить»")
    await ivan.does_not_see("Яма біля школи", anywhere=True)
    await given(olena, SECOND, "«Яма біля школи»")
    said = await either_town.stored("select case_id from case_messages order by id")
    assert [row["case_id"] for row in said] == [1, 2, 1, 1, 2]
    assert await either_town.stored("select id from cases where status = 'draft'") == []
    assert await either_town.stored("select flow from dialogs") == []


async def test_an_answer_about_one_thing_leaves_the_other_waiting(town: Town) -> None:
    people = await talk(town)
    await asks(people.olena, "А хто за дорогу?")
    olena = people.olena
    await olena.says("Ліхтар не горить")
    await olena.sees("Кому це?")
    await town.passes(minutes=11)
    await olena.says("Яма біля школи")
    await given(olena, SECOND, "надіслано: «Яма біля школи»")
    await olena.says("Вже тиждень")
    await olena.sees("Ще не надіслано: «Вже тиждень».")
    await olena.presses("Скасувати")
    await olena.sees("Скасовано. Нічого не надіслано.")
    await given(olena, FIRST, "«Ліхтар не горить»")
    assert await town.stored("select flow from dialogs") == []


async def test_what_an_officer_writes_long_after_is_asked_about_next(either_town: Town, pair: Talk) -> None:
    olena, ivan = pair.olena, pair.ivan
    said = await ivan.says("Ліхтар полагодять")
    await either_town.passes(minutes=11)
    await ivan.sends_album([Part("photo", "Яма"), Part("photo")])
    asked = await ivan.sees("Ще не надіслано: «Ліхтар полагодять»")
    assert "Про пізніші повідомлення бот запитає потім: 2" in asked.text
    await ivan.presses(f"{FIRST} · Запитання", on=asked)
    next_one = await ivan.sees("Ще не надіслано: «Яма» і ще 1 повідомлення.")
    await olena.sees("Ліхтар полагодять")
    await ivan.forges(AnswerWith(CaseId(1), said.id).pack(), on=asked)
    await either_town.settled()
    assert "вже не діє" in ivan.alerts[-1]
    await ivan.presses("Не надсилати", on=next_one)
    await ivan.sees("Не надіслано.")
    await olena.does_not_see("Яма", anywhere=True)
    assert await either_town.stored("select flow from dialogs") == []


async def test_two_things_are_not_given_to_a_case_by_its_answer_button(town: Town) -> None:
    people = await talk(town)
    card = await people.ivan.sees("Хто відповідає", anywhere=True)
    await people.ivan.says("Ліхтар полагодять")
    await town.passes(minutes=11)
    await people.ivan.says("Яма")
    await people.ivan.sees("бот запитає потім: 1")
    await people.ivan.presses("Відповісти", on=card)
    await town.settled()
    assert people.ivan.alerts[-1].startswith("Спершу оберіть")


async def test_what_was_forwarded_is_said_to_be_that(town: Town) -> None:
    people = await talk(town)
    await asks(people.olena, "А хто за дорогу?")
    await people.olena.forwards_from(TARAS, "Під’їзд затопило")
    await people.olena.sees("Ще не надіслано: «Під’їзд затопило» (переслане).")
    await people.ivan.forwards_from(TARAS, "Аварійна виїхала")
    await people.ivan.sees("Ще не надіслано: «Аварійна виїхала» (переслане)")
    await people.ivan.does_not_see(TARAS.first_name, anywhere=True)
