"""An area gives its new cases to its officers in turn: each has an owner from the first moment on."""

import pytest

from bot.domain.ids import AreaId, CaseId
from bot.handlers.communities.buttons import ShareCases
from bot.handlers.transfers.buttons import TransferToArea
from bot.storage import areas
from bot.storage.transaction import Transaction
from simulator import Person
from tests.stories.absences import goes_away
from tests.stories.boards import binds, shown_on
from tests.stories.cases import asks, reports
from tests.stories.pauses import opens_history, pauses
from tests.stories.posts import ZAPORIZHZHIA, opens_area, presses_one_that_begins
from tests.stories.transfers import (
    MARIA,
    NEIGHBOUR_NAME,
    another_area,
    opens_transfer,
    says_word,
    to_neighbour,
    transfers,
)
from tests.stories.walk_ins import records
from tests.town import Town

IVAN, PETRO = "капітан поліції Іван Петренко", "капітан поліції Петро Бойко"
DANGER = "Він б’є мене!"


async def in_turn(town: Town, area: AreaId, *, on: bool = True) -> None:
    async def change(tx: Transaction) -> None:
        await areas.set_in_turn(tx, area, in_turn=on)

    await town.app.store.transact(change)


async def two_in_turn(town: Town) -> tuple[Person, Person]:
    area = await town.area()
    await in_turn(town, area)
    return await town.officer("Іван Петренко", area), await town.officer("Марія Коваль", area)


async def owners(town: Town) -> list[object]:
    return [row["officer_id"] for row in await town.stored("select officer_id from cases order by id")]


async def send(town: Town, count: int) -> None:
    for number in range(count):
        await asks(await town.resident(f"Мешканець {number}"), f"Запитання {number}")
    await town.settled()


async def test_a_new_case_is_the_next_officers_and_its_resident_reads_whose(either_town: Town) -> None:
    town = either_town
    ivan, maria = await two_in_turn(town)
    olena, taras = await town.resident("Олена"), await town.resident("Тарас")
    await asks(olena, "Хто відповідає за вулицю?")
    await olena.sees(f"Відповідає: {IVAN}.")
    await asks(taras, "Коли прийом?")
    await taras.sees(f"Відповідає: {MARIA}.")
    card = await ivan.sees("Хто відповідає за вулицю?")
    assert f"За чергою: {IVAN}" in card.text
    assert "Прийняти" not in card.buttons
    await maria.sees("Коли прийом?")
    await maria.does_not_see("Хто відповідає за вулицю?", anywhere=True)
    await ivan.does_not_see("Коли прийом?", anywhere=True)
    await opens_history(ivan)
    page = await ivan.sees(f"Передано за чергою: {IVAN}.")
    lines = page.text.splitlines()
    assert lines[lines.index(f"Передано за чергою: {IVAN}.") - 1].endswith(" · Бот")
    await olena.says("І ще")
    await ivan.sees("І ще")
    await maria.does_not_see("І ще", anywhere=True)
    assert len([each for each in olena.chat if "Відповідає" in each.text]) == 1


async def test_the_turns_go_round_and_a_newcomer_gets_one_of_them_and_no_flood(town: Town) -> None:
    await two_in_turn(town)
    await send(town, 5)
    assert await owners(town) == [1, 2, 1, 2, 1]
    await town.officer("Петро Бойко", AreaId(1))
    await send(town, 4)
    assert (await owners(town))[5:] == [3, 2, 1, 3]


async def test_who_blocks_the_bot_or_is_away_is_passed_over_and_not_given_what_they_missed(town: Town) -> None:
    ivan, maria = await two_in_turn(town)
    await town.officer("Петро Бойко", AreaId(1))
    await maria.blocks()
    await town.settled()
    await send(town, 3)
    assert await owners(town) == [1, 3, 1]
    await maria.unblocks()
    await town.settled()
    await send(town, 3)
    assert (await owners(town))[3:] == [2, 3, 1]
    await goes_away(ivan, stand_in=MARIA)
    await town.settled()
    before = len(await owners(town))
    await send(town, 2)
    assert 1 not in (await owners(town))[before:]


async def test_a_stand_in_has_the_turns_of_the_officer_who_is_away(town: Town) -> None:
    area = await town.area()
    await in_turn(town, area)
    ivan = await town.officer("Іван Петренко", area)
    maria = await town.officer("Марія Коваль", await another_area(town, "Друга"))
    await goes_away(ivan, stand_in=MARIA)
    olena = await town.resident("Олена")
    await asks(olena, "Коли прийом?")
    await olena.sees(f"Відповідає: {MARIA}.")
    await maria.sees("Коли прийом?", anywhere=True)


async def test_where_nobody_can_be_reached_it_waits_for_all_of_them_and_the_coordinators(town: Town) -> None:
    ivan, _ = await two_in_turn(town)
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    for officer in (ivan, _):
        await officer.blocks()
    await town.settled()
    await asks(await town.resident("Олена"), "Коли прийом?")
    assert await owners(town) == [None]
    await olha.sees("КШ-2026-000001", anywhere=True)


async def test_danger_is_seen_by_all_until_its_officer_opens_it(either_town: Town) -> None:
    town = either_town
    ivan, maria = await two_in_turn(town)
    olena = await town.resident("Олена")
    await asks(olena, DANGER)
    seen = await maria.sees(DANGER, anywhere=True)
    assert f"За чергою: {IVAN}" in seen.text
    assert "Видно всім офіцерам дільниці, доки його не відкрито." in seen.text
    await olena.says("Він має ніж!")
    await maria.sees("Він має ніж!", anywhere=True)
    await opens_history(maria)
    await maria.sees(DANGER)  # she reads it, and it waits for Ivan all the same
    assert await town.stored("select id from cases where unopened_since is not null and shared")
    await opens_history(ivan)
    await town.settled()
    assert await town.stored("select id from cases where unopened_since is not null or shared") == []
    await maria.does_not_see(DANGER, anywhere=True)
    await maria.sees("У роботі в іншого офіцера.", anywhere=True)
    await ivan.does_not_see("Видно всім офіцерам дільниці", anywhere=True)


async def test_a_colleague_takes_danger_that_its_officer_has_not_opened(town: Town) -> None:
    ivan, maria = await two_in_turn(town)
    olena = await town.resident("Олена")
    await asks(olena, DANGER)
    await maria.presses("Прийняти", on=await maria.sees(DANGER, anywhere=True))
    await olena.sees(f"Відповідає: {MARIA}.")
    await ivan.does_not_see(DANGER, anywhere=True)
    await maria.does_not_see("За чергою:", anywhere=True)
    assert await town.stored("select id from cases where unopened_since is not null or shared or by_turn") == []


async def test_danger_that_nobody_opens_sounds_the_alarm_all_the_same(town: Town) -> None:
    _, maria = await two_in_turn(town)
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await asks(await town.resident("Олена"), DANGER)
    await town.passes(minutes=16)
    await olha.sees("КШ-2026-000001", anywhere=True)
    await maria.presses("Прийняти", on=await maria.sees(DANGER, anywhere=True))
    await town.settled()
    assert await town.stored("select id from cases where alarmed_at is not null or unopened_since is not null") == []


async def test_who_has_paused_a_resident_is_passed_over_and_sees_nothing_of_their_danger(town: Town) -> None:
    ivan, maria = await two_in_turn(town)
    olena = await town.resident("Олена")
    await asks(olena, "Хто відповідає за вулицю?")
    await pauses(town, ivan)
    await asks(olena, DANGER)
    await maria.sees(DANGER, anywhere=True)
    await ivan.does_not_see(DANGER, anywhere=True)
    assert await owners(town) == [1, 2]


async def test_a_case_is_given_back_to_the_common_queue_with_a_few_words(either_town: Town) -> None:
    town = either_town
    ivan, maria = await two_in_turn(town)
    olena = await town.resident("Олена")
    await asks(olena, "Хто відповідає за вулицю?")
    await opens_transfer(ivan)
    await ivan.presses("Спільна черга дільниці")
    await ivan.sees("усім офіцерам дільниці")
    await says_word(town, ivan, "Не знаю вулиці")
    said = await maria.sees("Звернення передано Вам.")
    assert "Не знаю вулиці" in said.text
    await maria.sees("Хто відповідає за вулицю?", anywhere=True)
    assert "Прийняти" in (await ivan.sees("Хто відповідає за вулицю?", anywhere=True)).buttons
    await olena.sees("Ваше звернення передано іншим офіцерам.")
    await maria.presses("Прийняти", on=await maria.sees("Хто відповідає за вулицю?", anywhere=True))
    await olena.sees(f"Відповідає: {MARIA}.")
    await ivan.does_not_see("Хто відповідає за вулицю?", anywhere=True)
    await opens_history(maria)
    await maria.sees("Передано до спільної черги дільниці.")


async def test_there_is_no_common_queue_of_one(town: Town) -> None:
    area = await town.area()
    await in_turn(town, area)
    ivan = await town.officer("Іван Петренко", area)
    await asks(await town.resident("Олена"), "Коли прийом?")
    await opens_transfer_of(ivan)
    assert "Спільна черга дільниці" not in ivan.buttons
    await ivan.forges(TransferToArea(CaseId(1), area).pack(), on=ivan.last)
    await town.settled()
    assert ivan.alerts[-1] == "Тут нічого не знайдено."


async def opens_transfer_of(officer: Person) -> None:
    await opens_history(officer)
    await officer.presses("Ще дії")
    await officer.presses("Передати")
    await officer.sees("Зараз це звернення нікому передати.")


async def test_a_case_of_another_community_comes_in_turn_as_well(town: Town) -> None:
    area = await town.area()
    ivan = await town.officer("Іван Петренко", area)
    [there] = await to_neighbour(town, 1)
    maria, petro = await town.officer("Марія Коваль", there), await town.officer("Петро Бойко", there)
    await in_turn(town, there)
    group = await binds(town, petro)
    for person in ("Олена", "Тарас"):
        resident = await town.resident(person)
        await asks(resident, f"Пише {person}")
        await opens_transfer(ivan)
        await ivan.presses("Інша громада")
        await presses_one_that_begins(town, ivan, NEIGHBOUR_NAME)
        await says_word(town, ivan, "")
        assert len([each for each in resident.chat if "Відповідає" in each.text]) == 1
    await maria.sees("Пише Олена", anywhere=True)
    await petro.sees("Пише Тарас", anywhere=True)
    await maria.does_not_see("Пише Тарас", anywhere=True)
    assert [line.rpartition(" · ")[2] for line in shown_on(group)] == [f"веде: {MARIA}", f"веде: {PETRO}"]


async def test_a_call_that_a_colleague_wrote_down_is_given_in_turn(town: Town) -> None:
    area = await town.area()
    await in_turn(town, area)
    maria = await town.officer("Марія Коваль", area)
    ivan = await town.officer("Іван Петренко", await another_area(town, "Друга"))
    await records(ivan)
    await maria.sees(f"За чергою: {MARIA}", anywhere=True)


async def test_a_discreet_case_says_in_turn_and_nothing_of_what_it_is(town: Town) -> None:
    ivan, _ = await two_in_turn(town)
    await reports(await town.resident("Олена"), "Насильство вдома", "Прошу поради.")
    card = await ivan.sees(f"За чергою: {IVAN}")
    assert "Прошу поради." not in card.text


async def test_what_an_officer_had_goes_to_the_others_in_turn(town: Town) -> None:
    ivan, _ = await two_in_turn(town)
    await town.officer("Петро Бойко", AreaId(1))
    await send(town, 9)
    await goes_away(ivan, stand_in="Без заміщення")
    await town.settled()
    counts = {each: (await owners(town)).count(each) for each in (2, 3)}
    assert sorted(counts.values()) == [4, 5]


async def test_the_coordinator_sets_it_on_the_areas_screen_and_nothing_that_is_had_changes(town: Town) -> None:
    area = await town.area()
    ivan, maria = await town.officer("Іван Петренко", area), await town.officer("Марія Коваль", area)
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await asks(await town.resident("Олена"), "Чекає на всіх")
    await opens_area(town, olha)
    await olha.sees("Нові звернення бачать усі офіцери дільниці, бере перший.")
    await olha.presses("Розподіляти по черзі")
    await olha.sees("Нові звернення отримують офіцери дільниці по черзі.")
    for officer in (ivan, maria):
        await officer.sees("Нові звернення отримують офіцери дільниці по черзі.")
    assert await owners(town) == [None]
    await asks(await town.resident("Тарас"), "За чергою")
    assert await owners(town) == [None, 1]
    await olha.presses("Спільна черга")
    await olha.sees("бере перший")
    await asks(await town.resident("Ганна"), "Знову спільна")
    assert await owners(town) == [None, 1, None]
    assert f"За чергою: {IVAN}" in (await ivan.sees("КШ-2026-000002", anywhere=True)).text
    acts = [row["act"] for row in await town.stored("select act from audit where subject_kind = 'area' order by id")]
    assert acts == ["give in turn", "give to all"]


@pytest.mark.parametrize("who", ["officer", "elsewhere", "serves there"])
async def test_only_a_coordinator_who_does_not_serve_the_area_sets_it(town: Town, who: str) -> None:
    area = await town.area()
    person = await town.officer("Іван Петренко", area)
    if who == "elsewhere":
        person = await town.coordinator("Ольга", "UA80000000000093317")
    elif who == "serves there":

        async def both(tx: Transaction) -> None:
            await tx.execute(
                """insert into parts(person_id, role, scope, scope_code, since)
                   select person_id, 'coordinator', 'oblast', :oblast, :now from officers""",
                oblast=ZAPORIZHZHIA,
                now=tx.now,
            )

        await town.app.store.transact(both)
    await person.says("Меню")
    await person.forges(ShareCases(area, True).pack(), on=person.last)
    await town.settled()
    assert await town.stored("select id from areas where in_turn") == []


async def test_a_case_that_is_transferred_is_in_turn_no_more(town: Town) -> None:
    ivan, maria = await two_in_turn(town)
    await asks(await town.resident("Олена"), "Коли прийом?")
    await transfers(town, ivan)
    await maria.sees("Коли прийом?", anywhere=True)
    await maria.does_not_see("За чергою:", anywhere=True)
