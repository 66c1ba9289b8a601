"""What of an absent officer's cases comes back, what stays, and what residents and coordinators are told of that."""

import pytest

from bot.domain.ids import OfficerId
from bot.storage import officers
from bot.storage.transaction import Transaction
from simulator import Person
from tests.keys import hashed
from tests.stories.absences import (
    MARIA,
    UNTIL,
    accepted,
    area_beside,
    comes_back,
    dismissed_from,
    goes_away,
    opens_absence,
    sets_absence,
    two_officers,
)
from tests.stories.cases import Talk, asks, closes, opens_case
from tests.stories.posts import ZAPORIZHZHIA, presses_one_that_begins
from tests.stories.test_complaints import of_the_country
from tests.stories.test_forwarding import forwarded
from tests.stories.test_queue import complains, opens_queue
from tests.stories.transfers import to_neighbour, transfers
from tests.town import Town

OLHA = "майор поліції Ольга Дорош"


async def serves_elsewhere(town: Town, person: Person) -> None:
    """A person gets a post in the neighbouring community."""
    [area] = await to_neighbour(town, 1)

    async def take(tx: Transaction) -> None:
        officer = OfficerId(
            await tx.insert(
                """insert into officers(person_id, rank, name, position, created_at)
                   select person_id, 'майор поліції', 'Ольга Дорош', 'pog', :now
                     from accounts where external_hash = :id returning id""",
                id=hashed(person.id),
                now=tx.now,
            )
        )
        await officers.open_desk(tx, officer)
        await officers.assign(tx, officer, area)

    await town.app.store.transact(take)


# A stand-in who is a coordinator.


async def test_a_coordinator_who_becomes_a_stand_in_lets_go_of_the_complaints_there(either_town: Town) -> None:
    town = either_town
    ivan = await town.officer("Іван Петренко", await town.area())
    olha, nina = await town.coordinator("Ольга", ZAPORIZHZHIA), await of_the_country(town, "Ніна")
    olena = await town.resident("Олена")
    await complains(olena, "Офіцер спить")
    await olha.presses("Прийняти")
    await olha.presses("Показати")
    await olha.sees("спить")
    await serves_elsewhere(town, olha)
    await nina.says("Координатор")
    await nina.presses("Громади: 2")
    await presses_one_that_begins(town, nina, "Комишуваська")
    await presses_one_that_begins(town, nina, "Уся громада")
    await nina.presses("капітан поліції Іван Петренко")
    await nina.presses("Відсутність")
    await sets_absence(nina, stand_in=OLHA)
    await olena.sees("координатор, який вів Ваше звернення, більше не може цього робити")
    await olha.does_not_see("спить", anywhere=True)
    await opens_queue(nina, 1)
    await nina.presses("КШ-2026-000001 · Скарга на офіцера")
    await nina.presses("Прочитати")
    await nina.sees("спить")
    await ivan.does_not_see("спить", anywhere=True)


# A case that is passed on while its officer is away.


async def test_a_case_reopened_while_its_officer_is_away_is_lent_and_comes_back(either_town: Town) -> None:
    town = either_town
    ivan, maria = await two_officers(town)
    olena = await accepted(town, ivan)
    await closes(Talk(olena, ivan))
    await goes_away(ivan)
    await olena.presses("Відкрити повторно")
    await olena.sees(UNTIL)
    await olena.sees("Відповідає: майор поліції Марія Коваль.")
    await maria.sees("Перше слово", anywhere=True)
    await town.passes(days=14)
    await ivan.sees("Перше слово", anywhere=True)
    await maria.does_not_see("Перше слово", anywhere=True)


async def test_a_forwarded_case_taken_up_again_while_its_officer_is_away_comes_back(town: Town) -> None:
    both = await forwarded(town)
    olena, ivan = both.olena, both.ivan
    maria = await town.officer("Марія Коваль", await area_beside(town), "майор поліції")
    await goes_away(ivan)
    await olena.says("Вони не відповіли", reply_to=await olena.sees("передано за належністю"))
    await olena.presses("Відкрити повторно")
    await maria.sees("Вони не відповіли", anywhere=True)
    await comes_back(ivan)
    await ivan.sees("Вони не відповіли", anywhere=True)
    await maria.does_not_see("Вони не відповіли", anywhere=True)


async def test_what_is_owed_stays_owed_when_a_stand_in_is_dismissed(town: Town) -> None:
    ivan, maria = await two_officers(town)
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    olena = await accepted(town, ivan)
    await ivan.presses("Відповісти")
    await ivan.says("У середу")
    await olena.sees("У середу")
    [before] = await town.stored("select status, waits_for, answer_due from cases")
    await goes_away(ivan)
    await dismissed_from(town, olha, "Друга дільниця", MARIA)
    assert await town.stored("select status, waits_for, answer_due from cases") == [before]
    await town.passes(days=14)
    assert await town.stored("select status, waits_for, answer_due from cases") == [before]
    await ivan.sees("Перше слово", anywhere=True)
    await maria.does_not_see("Перше слово", anywhere=True)


# What was decided stays.


async def test_what_a_coordinator_gives_to_the_stand_in_stays_there(town: Town) -> None:
    ivan, maria = await two_officers(town)
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    olena = await accepted(town, ivan)
    await maria.blocks()
    await town.settled()
    await goes_away(ivan)
    await opens_queue(olha, 1)
    await olha.presses("КШ-2026-000001 · Запитання")
    await olha.presses("Передати офіцеру")
    await olha.presses(MARIA)
    await town.settled()
    await maria.unblocks()
    await maria.sees("Перше слово", anywhere=True)
    await town.passes(days=14)
    await ivan.does_not_see("Перше слово", anywhere=True)
    await olena.says("Друге слово")
    await maria.sees("Друге слово")


async def test_what_the_stand_in_had_before_stays_theirs(town: Town) -> None:
    ivan, maria = await two_officers(town)
    olena = await accepted(town, ivan)
    await transfers(town, ivan, f"{MARIA} · Друга дільниця")
    await maria.sees("Перше слово", anywhere=True)
    await goes_away(ivan)
    await comes_back(ivan)
    await town.settled()
    await ivan.does_not_see("Перше слово", anywhere=True)
    await olena.says("Друге слово")
    await maria.sees("Друге слово")


async def test_what_the_stand_in_gives_to_another_stays_there(town: Town) -> None:
    area = await town.area()
    ivan, petro = await town.officer("Іван Петренко", area), await town.officer("Петро Бондар", area)
    maria = await town.officer("Марія Коваль", area, "майор поліції")
    olena = await accepted(town, ivan)
    await goes_away(ivan)
    await maria.sees("Перше слово", anywhere=True)
    await transfers(town, maria, "капітан поліції Петро Бондар")
    await comes_back(ivan)
    await olena.says("Друге слово")
    await petro.sees("Друге слово")
    await ivan.does_not_see("Друге слово", anywhere=True)


async def test_a_stand_in_of_two_goes_on_serving_for_the_second_when_the_first_is_back(town: Town) -> None:
    area = await town.area()
    ivan, petro = await town.officer("Іван Петренко", area), await town.officer("Петро Бондар", area)
    maria = await town.officer("Марія Коваль", await area_beside(town), "майор поліції")
    await goes_away(ivan)
    await goes_away(petro)
    await comes_back(ivan)
    await goes_away(ivan, stand_in="Без заміщення")
    olena = await town.resident("Олена")
    await asks(olena, "Нове питання")
    await maria.sees("Нове питання")


# Another last day.


async def test_residents_who_read_the_last_day_are_told_another_one_once(either_town: Town) -> None:
    town = either_town
    ivan, maria = await two_officers(town)
    olena = await accepted(town, ivan)
    taras = await town.resident("Тарас")
    await goes_away(ivan)
    await asks(taras, "Нове питання")
    await maria.presses("Прийняти")
    await olena.sees(UNTIL)
    for typed in ("до 20 грудня", "до 21 грудня"):
        await ivan.presses("Змінити останній день")
        await ivan.says(typed)
        await ivan.sees("24 листопада – 2")
    await town.passes(minutes=1)
    for resident in (olena, taras):
        await resident.sees("Ваш офіцер відсутній до 21 грудня включно.")
        assert sum("21 грудня" in bubble.text for bubble in resident.chat) == 1
        await resident.does_not_see("20 грудня", anywhere=True)


async def test_a_resident_who_opens_the_case_reads_the_new_last_day(town: Town) -> None:
    ivan, _ = await two_officers(town)
    olena = await accepted(town, ivan)
    await goes_away(ivan)
    await opens_case(Talk(olena, ivan))
    page = await olena.sees("Стан: ")
    assert UNTIL in page.text
    await ivan.presses("Змінити останній день")
    await ivan.says("до 20 грудня")
    await town.passes(minutes=1)
    [page] = [bubble for bubble in olena.chat if "Стан: " in bubble.text]
    assert "Ваш офіцер відсутній до 20 грудня включно." in page.text


async def test_of_a_discreet_case_another_last_day_is_not_said(town: Town) -> None:
    ivan, _ = await two_officers(town)
    olena = await town.resident("Олена")
    await olena.presses("Повідомити")
    await olena.presses("Насильство вдома")
    await olena.presses("Зрозуміло, далі")
    await olena.says("Прошу поради.")
    await olena.presses("Надіслати без імені")
    await ivan.presses("Прийняти")
    await town.settled()
    before = len(olena.chat)
    await goes_away(ivan)
    await ivan.presses("Змінити останній день")
    await ivan.says("до 20 грудня")
    await town.passes(minutes=1)
    assert len(olena.chat) == before


# How many.


@pytest.mark.parametrize(
    ("count", "will", "did"),
    [
        (0, "Прийнятих звернень немає.", ""),
        (1, "Перейде 1 прийняте звернення.", "Передано 1 звернення: майор поліції Марія Коваль"),
        (3, "Перейдуть 3 прийняті звернення.", "Передано 3 звернення: майор поліції Марія Коваль"),
    ],
)
async def test_the_page_says_how_many_cases_move_and_to_whom(town: Town, count: int, will: str, did: str) -> None:
    ivan, _ = await two_officers(town)
    olena = await town.resident("Олена")
    for number in range(count):
        await asks(olena, f"Питання {number}")
        await ivan.presses("Прийняти")
    await opens_absence(ivan)
    await ivan.presses("Вказати дні відсутності")
    await ivan.presses("Сьогодні")
    await ivan.presses("14 днів")
    await ivan.presses(MARIA)
    assert will in (await ivan.sees("Перевірте")).text
    await ivan.presses("Усе правильно, зберегти")
    page = await ivan.sees("Триває зараз.")
    assert did in page.text
    assert ("Передано" in page.text) is bool(did)
    assert "Перейд" not in page.text


# Many cases, a portion at a time.


async def test_many_cases_move_a_portion_at_a_time_and_each_is_seen_all_the_time(
    either_town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    town = either_town
    monkeypatch.setattr("bot.services.absence_cases.PORTION", 2)
    ivan, maria = await two_officers(town)
    olena = await town.resident("Олена")
    for number in range(5):
        await asks(olena, f"Питання {number}")
        await ivan.presses("Прийняти")
    await goes_away(ivan)
    assert {"Передано 2 звернення: майор поліції Марія Коваль", "Перейдуть 3 прийняті звернення."} <= {
        *ivan.last.text.splitlines()
    }
    await maria.does_not_see("До Вас перейшло", anywhere=True)
    assert await desks(town) == [2, 2, 1, 1, 1]
    await town.passes(minutes=1)
    await maria.sees("До Вас перейшло 5 звернень.")
    assert await desks(town) == [2] * 5
    await comes_back(ivan)
    await town.settled()
    assert await desks(town) == [1, 1, 2, 2, 2]
    await town.passes(minutes=1)
    await ivan.sees("До Вас перейшло 5 звернень.")
    assert await desks(town) == [1] * 5
    assert not await town.stored("select id from assignments where absence_id is not null and until is null")
    assert not await town.stored("select case_id from absence_cases")


async def test_one_who_is_back_before_all_cases_have_gone_has_all_of_them(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.services.absence_cases.PORTION", 2)
    ivan, maria = await two_officers(town)
    olena = await town.resident("Олена")
    for number in range(5):
        await asks(olena, f"Питання {number}")
        await ivan.presses("Прийняти")
    await goes_away(ivan)
    await comes_back(ivan)
    await town.passes(minutes=1)
    assert await desks(town) == [1] * 5
    await maria.does_not_see("Питання", anywhere=True)
    await olena.says("Ще слово", reply_to=await olena.sees("КШ-2026-000002", anywhere=True))
    await ivan.sees("Ще слово")


async def desks(town: Town) -> list[object]:
    """Which officer has each case."""
    return [row["officer_id"] for row in await town.stored("select officer_id from cases order by id")]
