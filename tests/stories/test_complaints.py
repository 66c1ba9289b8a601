"""A complaint about an officer is read by a coordinator whom it cannot be about, or it is not taken at all."""

from bot.domain.ids import CaseId
from bot.handlers.cases.buttons import CloseOwn, History, Reopen
from simulator import Person
from tests.keys import hashed
from tests.stories.cases import UNNAMED, asks
from tests.stories.posts import ZAPORIZHZHIA, invited, takes_post
from tests.stories.test_queue import complains, opens_queue
from tests.town import Town

CASE = CaseId(1)
UNREAD = "Скаргу на офіцера тут поки нікому прочитати"


async def of_the_country(town: Town, name: str) -> Person:
    """A coordinator of the whole country."""
    person = await town.coordinator(name, "")
    await town.stored(
        """update parts set scope = 'country', scope_code = null
            where person_id = (select person_id from accounts where external_hash = :id) returning id""",
        id=hashed(person.id),
    )
    return person


async def serves(town: Town, coordinator: Person) -> None:
    """The coordinator takes a post in their own community, to which another has invited them who has left since."""
    payload = await invited(town, coordinator)
    await town.stored("update invitations set issued_by = null returning id")
    await takes_post(town, coordinator, payload)
    await town.settled()


async def test_where_the_coordinator_is_an_officer_there_the_countrys_coordinator_reads_it(either_town: Town) -> None:
    town = either_town
    await town.area()
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    nina = await of_the_country(town, "Ніна")
    await serves(town, olha)
    olena = await town.resident("Олена")
    await complains(olena, "Офіцерка спить")
    await nina.sees("КШ-2026-000001")
    await opens_queue(nina, 1)
    await opens_queue(olha, 0)
    await nina.presses("Прийняти")
    await olena.sees("Відповідає координатор поліції області.")
    await nina.says("Звернення")
    assert "Відповісти: 1" in (await nina.sees("КШ-2026-000001 · Скарга на офіцера")).buttons
    await olha.does_not_see("КШ-2026", anywhere=True)


async def test_where_nobody_could_read_it_no_complaint_is_begun(either_town: Town) -> None:
    town = either_town
    await town.area()
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await serves(town, olha)
    olena = await town.resident("Олена")
    await olena.presses("Повідомити")
    await olena.presses("Скарга на офіцера")
    await town.settled()
    assert UNREAD in olena.alerts[-1]
    assert await town.stored("select id from cases") == []


async def test_where_nobody_could_read_it_no_draft_becomes_a_complaint(town: Town) -> None:
    await town.area()
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await serves(town, olha)
    olena = await town.resident("Олена")
    await olena.presses("Повідомити")
    await olena.presses("Крадіжка")
    await olena.says("Офіцерка спить")
    await olena.presses("‹ Назад")
    await olena.presses("Скарга на офіцера")
    await town.settled()
    assert UNREAD in olena.alerts[-1]
    assert await town.stored("select category from cases") == [{"category": "theft"}]


async def test_a_complaint_that_nobody_could_read_by_now_is_not_sent_and_stays_a_draft(town: Town) -> None:
    await town.area()
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    olena = await town.resident("Олена")
    await olena.presses("Повідомити")
    await olena.presses("Скарга на офіцера")
    await olena.says("Офіцерка спить")
    await olena.sees("Ще не надіслано: «Офіцерка спить»")
    await serves(town, olha)
    await olena.presses(UNNAMED)
    await town.settled()
    assert UNREAD in olena.alerts[-1]
    assert await town.stored("select status, number from cases") == [{"status": "draft", "number": None}]
    await olha.does_not_see("спить", anywhere=True)


async def taken(town: Town) -> tuple[Person, Person]:
    """A resident, and the coordinator who has taken their complaint."""
    await town.area()
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    olena = await town.resident("Олена")
    await complains(olena, "Офіцерка спить")
    await olha.presses("Прийняти")
    await olha.presses("Показати")
    await olha.sees("спить")
    return olena, olha


async def test_a_coordinator_who_becomes_an_officer_there_lets_go_of_the_complaint_they_had(either_town: Town) -> None:
    town = either_town
    olena, olha = await taken(town)
    nina = await of_the_country(town, "Ніна")
    await olena.says("І п’є")
    await olha.presses("Показати", on=await olha.sees("Нове повідомлення мешканця."))
    await olha.sees("І п’є")
    await serves(town, olha)
    await olena.sees("координатор, який вів Ваше звернення, більше не може цього робити")
    await olha.does_not_see("спить", anywhere=True)
    await olha.does_not_see("І п’є", anywhere=True)
    await olha.forges(History(CASE).pack(), on=olha.last)
    await town.settled()
    assert "нічого не знайдено" in olha.alerts[-1]
    await nina.sees("До черги перейшло звернень: 1.")
    await opens_queue(nina, 1)
    await nina.presses("КШ-2026-000001 · Скарга на офіцера")
    await nina.presses("Прочитати")
    await nina.sees("спить")


async def test_the_cards_of_the_other_coordinators_live_again_when_a_complaint_is_let_go(town: Town) -> None:
    await town.area()
    olha, petro = await town.coordinator("Ольга", ZAPORIZHZHIA), await town.coordinator("Петро", ZAPORIZHZHIA)
    await complains(await town.resident("Олена"), "Офіцерка спить")
    card = await petro.sees("КШ-2026-000001")
    await olha.presses("Прийняти")
    await town.settled()
    assert "Прийняти" not in card.buttons
    await serves(town, olha)
    assert "Прийняти" in card.buttons


async def test_a_resident_is_notified_when_nobody_is_left_to_read_a_complaint(town: Town) -> None:
    olena, olha = await taken(town)
    await complains(olena, "Ще одна скарга")
    await serves(town, olha)
    await olena.sees("КШ-2026-000001: зараз цю скаргу нікому прочитати.")
    await olena.sees("КШ-2026-000002: зараз цю скаргу нікому прочитати.")
    await olena.does_not_see("чекає на іншого")
    await olha.does_not_see("Нове\n", anywhere=True)
    await opens_queue(await of_the_country(town, "Ніна"), 2)


async def test_a_reopened_complaint_is_not_for_a_coordinator_who_serves_there_by_now(town: Town) -> None:
    olena, olha = await taken(town)
    nina = await of_the_country(town, "Ніна")
    await olena.forges(CloseOwn(CASE).pack(), on=olena.last)
    await serves(town, olha)
    await olha.does_not_see("спить", anywhere=True)
    await olena.forges(Reopen(CASE).pack(), on=olena.last)
    await nina.sees("До черги перейшло звернень: 1.")
    assert await town.stored("select status, coordinator_id from cases") == [{"status": "new", "coordinator_id": None}]


async def test_a_coordinator_of_other_places_keeps_their_cases_when_they_take_a_post(town: Town) -> None:
    await town.area()
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    olena = await town.resident("Олена")
    await olena.presses("Запитати")
    await olena.says("Звичайне запитання")
    await olena.presses(UNNAMED)
    await olha.presses("Прийняти")
    await olha.sees("Звичайне запитання")
    await serves(town, olha)
    await olha.sees("Звичайне запитання", anywhere=True)
    await olena.does_not_see("більше не може", anywhere=True)


async def test_a_complaint_in_hand_is_in_no_queue_and_not_overdue_there(either_town: Town) -> None:
    town = either_town
    await town.area()
    olha, petro = await town.coordinator("Ольга", ZAPORIZHZHIA), await town.coordinator("Петро", ZAPORIZHZHIA)
    await complains(await town.resident("Олена"), "Офіцер спить")
    await opens_queue(olha, 1)
    await olha.sees("Ці звернення ще ніхто не взяв.")
    card = await olha.sees("КШ-2026-000001\nНове", anywhere=True)
    await olha.presses("Прийняти", on=card)
    await town.passes(days=7)
    await opens_queue(petro, 0)
    await opens_queue(olha, 0)
    await olha.says("Звернення")
    await olha.sees("КШ-2026-000001 · Скарга на офіцера")
    await olha.presses("Закрити", on=card)
    await olha.presses("Закрити без відповіді")
    await opens_queue(petro, 1)
    page = await petro.sees("Ці звернення чекають на координатора.")
    assert "У роботі, чекає на Вашу згоду." in page.text
    assert "Прострочено!" not in page.text


async def test_a_coordinator_gives_a_case_that_they_took_to_an_officer_from_its_page(town: Town) -> None:
    area = await town.area()
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await asks(await town.resident("Олена"), "Хто тут?")
    await olha.presses("Прийняти")
    ivan = await town.officer("Іван Петренко", area)
    await olha.says("Звернення")
    await olha.presses("КШ-2026-000001 · Запитання")
    await olha.presses("Передати офіцеру", on=await olha.sees("Хто тут?"))
    await olha.presses("капітан поліції Іван Петренко")
    await ivan.sees("Хто тут?")
