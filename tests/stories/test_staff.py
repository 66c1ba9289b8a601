"""Coordinators end and lock one another, and a lost telephone is locked: by a coordinator, or by a code on paper."""

import re

from bot.domain.ids import CaseId, PartId, PersonId
from bot.handlers.cases.buttons import History
from bot.handlers.staff.buttons import End, Lock
from simulator import Person
from tests.keys import hashed
from tests.stories.cases import asks
from tests.stories.posts import ZAPORIZHZHIA, invited, opens_area, takes_post
from tests.stories.test_complaints import of_the_country
from tests.stories.test_queue import opens_queue
from tests.town import Town

LOCKED = "Ваш службовий доступ заблоковано"


async def id_of(town: Town, person: Person) -> PersonId:
    [row] = await town.stored("select person_id from accounts where external_hash = :id", id=hashed(person.id))
    return PersonId(int(str(row["person_id"])))


async def part_of(town: Town, person: Person) -> PartId:
    [row] = await town.stored("select id from parts where person_id = :id", id=await id_of(town, person))
    return PartId(int(str(row["id"])))


async def opens_staff(coordinator: Person) -> None:
    await coordinator.says("Координатор")
    await coordinator.presses("Координатори і доступ")


async def test_a_coordinator_ends_another_whose_cases_wait_for_the_rest(either_town: Town) -> None:
    town = either_town
    await town.area()
    olha, petro = await town.coordinator("Ольга", ZAPORIZHZHIA), await town.coordinator("Петро", ZAPORIZHZHIA)
    nina = await of_the_country(town, "Ніна")
    link = await invited(town, petro)
    olena = await town.resident("Олена")
    await asks(olena, "Хто допоможе?")
    await petro.presses("Прийняти")
    await petro.sees("Хто допоможе?")
    await opens_staff(olha)
    await olha.presses("Запорізька · 24 листопада 2026 р.")
    await olha.presses("Припинити: Запорізька")
    await olha.sees("Звернення читатимуть інші координатори.")
    await olha.presses("Так, припинити")
    await petro.sees("Ви більше не координуєте: Запорізька.")
    await petro.does_not_see("Хто допоможе?", anywhere=True)
    await nina.sees("Повноваження координатора припинено")
    await nina.sees("До черги перейшло звернень: 1.")
    await opens_queue(nina, 1)
    await petro.forges(History(CaseId(1)).pack(), on=petro.last)
    await town.settled()
    assert "нічого не знайдено" in petro.alerts[-1]
    await town.telegram.person("Іван").starts(link)
    assert await town.stored("select id from invitations where confirmed_at is null and ended is null") == []


async def test_nobody_ends_or_locks_themselves(town: Town) -> None:
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await opens_staff(olha)
    await olha.sees("Інших координаторів тут немає")
    for button in (End(await part_of(town, olha)), Lock(await id_of(town, olha))):
        await olha.forges(button.pack(), on=olha.last)
        await town.settled()
        assert "Себе не можна" in olha.alerts[-1]


async def test_no_coordinator_ends_one_who_coordinates_more(town: Town) -> None:
    olha, nina = await town.coordinator("Ольга", ZAPORIZHZHIA), await of_the_country(town, "Ніна")
    await opens_staff(olha)
    await olha.sees("Інших координаторів тут немає")
    for button in (End(await part_of(town, nina)), Lock(await id_of(town, nina))):
        await olha.forges(button.pack(), on=olha.last)
        await town.settled()
        assert "нічого не знайдено" in olha.alerts[-1]
    await opens_staff(nina)
    await nina.presses("Запорізька · 24 листопада 2026 р.")
    await nina.presses("Заблокувати: загублено телефон")
    await nina.presses("Так, заблокувати")
    await olha.sees(LOCKED)


async def with_two_officers(town: Town) -> tuple[Person, Person, Person, Person]:
    """A resident whose case the first officer has, that officer, another of the area, and the coordinator."""
    area = await town.area()
    ivan, maria = await town.officer("Іван Петренко", area), await town.officer("Марія Коваль", area)
    olha, olena = await town.coordinator("Ольга", ZAPORIZHZHIA), await town.resident("Олена")
    await asks(olena, "Коли прийом?")
    await ivan.presses("Прийняти")
    return olena, ivan, maria, olha


async def test_an_officer_whose_telephone_is_lost_is_locked_in_two_presses(either_town: Town) -> None:
    town = either_town
    olena, ivan, maria, olha = await with_two_officers(town)
    await opens_area(town, olha)
    await olha.presses("капітан поліції Іван Петренко")
    await olha.presses("Заблокувати: загублено телефон")
    await olha.presses("Так, заблокувати")
    await ivan.sees(LOCKED)
    await ivan.does_not_see("Коли прийом?", anywhere=True)
    await maria.sees("Доступ офіцера заблоковано")
    await maria.sees("Коли прийом?")
    await olena.says("Дякую")
    await maria.sees("Дякую")
    await ivan.does_not_see("Дякую", anywhere=True)
    await ivan.says("Звернення")
    await town.settled()
    assert "Координатор" not in ivan.buttons
    await olha.presses("Розблокувати")
    await ivan.sees("Ваш службовий доступ знову відкрито.")
    await maria.sees("Доступ офіцера знову відкрито")
    await asks(await town.resident("Тарас"), "А в середу?")
    await ivan.sees("А в середу?")


async def test_the_code_on_paper_locks_its_owner_from_any_account(either_town: Town) -> None:
    town = either_town
    await town.area()
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    ivan = town.telegram.person("Іван")
    await takes_post(town, ivan, await invited(town, olha))
    code = code_in((await ivan.sees("Код на випадок", anywhere=True)).text)
    await asks(await town.resident("Олена"), "Хто тут?")
    await ivan.sees("Хто тут?")
    wife = town.telegram.person("Галина")
    await wife.starts()
    await wife.says("/lock")
    await wife.sees("Напишіть /lock і код")
    await wife.says("/lock ABCD-ABCD-ABCD-ABCD")
    await wife.sees("Такого коду немає")
    await wife.says(f"/lock {code.lower().replace('-', ' ')}")
    await wife.sees("Службовий доступ за цим кодом заблоковано")
    await ivan.does_not_see("Хто тут?", anywhere=True)
    await olha.sees("Доступ офіцера заблоковано")
    await opens_queue(olha, 1)
    await wife.says(f"/lock {code}")
    await wife.sees("Це вже зроблено.")
    assert code not in str(await town.stored("select letter, args from outbox"))


def code_in(text: str) -> str:
    found = re.search(r"[A-Z2-9]{4}(?:-[A-Z2-9]{4}){3}", text)
    assert found, text
    return found.group()


async def test_who_is_locked_takes_no_post(town: Town) -> None:
    _, ivan, _, olha = await with_two_officers(town)
    await olha.forges(Lock(await id_of(town, ivan)).pack(), on=olha.last)
    await ivan.sees(LOCKED)
    await ivan.starts(await invited(town, olha))
    await ivan.presses("Прийняти запрошення")
    await ivan.presses("Усе правильно, надіслати")
    await town.settled()
    assert "Службовий доступ цієї людини заблоковано" in ivan.alerts[-1]


async def test_a_second_press_on_lock_changes_nothing(town: Town) -> None:
    _, ivan, _, olha = await with_two_officers(town)
    button = Lock(await id_of(town, ivan)).pack()
    await olha.forges(button, on=olha.last)
    await ivan.sees(LOCKED)
    await olha.forges(button, on=olha.last)
    await town.settled()
    assert "Це вже зроблено" in olha.alerts[-1]
