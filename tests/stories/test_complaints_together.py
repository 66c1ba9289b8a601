"""A complaint is kept from whom it may be about, and no coordinator ends one alone where a second may read it."""

from bot.domain.ids import CaseId, OfficerId
from bot.handlers.cases.buttons import AgreeToEnd, History, SetAbout
from simulator import Person
from tests.keys import hashed
from tests.stories.cases import UNNAMED
from tests.stories.posts import ZAPORIZHZHIA
from tests.stories.test_complaints import of_the_country
from tests.stories.test_queue import complains, opens_queue
from tests.town import Town

CASE = CaseId(1)
WAITS = "Чекає на згоду іншого координатора"
PROPOSED = "Координатор пропонує закрити цю скаргу"


async def left_days_ago(town: Town, name: str, days: int) -> Person:
    """A coordinator who left a post in the community so long ago."""
    person = await town.coordinator(name, ZAPORIZHZHIA)
    await town.officer("Іван Петренко", await town.area())
    await town.stored(
        """update officers set person_id = (select person_id from accounts where external_hash = :id) returning id""",
        id=hashed(person.id),
    )
    await town.stored("update assignments set until = :at returning id", at=days_ago(town, days))
    return person


def days_ago(town: Town, days: int) -> int:
    return int(town.clock.now().timestamp() * 1_000_000) - days * 86_400_000_000


async def test_who_served_there_within_a_year_before_a_complaint_never_reads_it(either_town: Town) -> None:
    town = either_town
    olha = await left_days_ago(town, "Ольга", 360)
    nina = await of_the_country(town, "Ніна")
    await complains(await town.resident("Олена"), "Офіцер брав гроші")
    await nina.sees("КШ-2026-000001")
    await opens_queue(nina, 1)
    await opens_queue(olha, 0)
    await olha.forges(History(CASE).pack(), on=olha.last)
    await town.settled()
    assert "нічого не знайдено" in olha.alerts[-1]
    await olha.does_not_see("КШ-2026", anywhere=True)
    await town.passes(days=30)
    await opens_queue(olha, 0)


async def test_who_left_more_than_a_year_before_it_may_read_it(town: Town) -> None:
    olha = await left_days_ago(town, "Ольга", 366)
    await complains(await town.resident("Олена"), "Офіцер брав гроші")
    await olha.sees("КШ-2026-000001")


async def test_where_only_who_served_there_within_a_year_coordinates_no_complaint_is_begun(town: Town) -> None:
    await left_days_ago(town, "Ольга", 10)
    olena = await town.resident("Олена")
    await olena.presses("Повідомити")
    await olena.presses("Скарга на офіцера")
    await town.settled()
    assert "поки нікому прочитати" in olena.alerts[-1]


async def names(resident: Person, whom: str) -> None:
    """Begin a complaint about somebody in particular."""
    await resident.presses("Повідомити")
    await resident.presses("Скарга на офіцера")
    await resident.presses("Про кого скарга")
    await resident.presses(whom)


async def test_an_officer_who_is_named_never_reads_it_wherever_they_go(town: Town) -> None:
    await town.officer("Іван Петренко", await town.area())
    olha, nina = await town.coordinator("Ольга", ZAPORIZHZHIA), await of_the_country(town, "Ніна")
    olena = await town.resident("Олена")
    await names(olena, "капітан поліції Іван Петренко")
    await olena.sees("Скарга на: капітан поліції Іван Петренко")
    await olena.says("Брав гроші")
    await olena.presses(UNNAMED)
    await olena.sees("Надіслано")
    await olha.presses("Показати", on=await olha.sees("КШ-2026-000001"))
    card = await olha.sees("Скарга на офіцера")
    assert "Скарга на: капітан поліції Іван Петренко" in card.text
    await nina.sees("КШ-2026-000001")
    await town.stored("update cases set about_person_id = :id returning id", id=await person_of(town, olha))
    await opens_queue(olha, 0)
    await opens_queue(nina, 1)


async def person_of(town: Town, person: Person) -> int:
    [row] = await town.stored("select person_id from accounts where external_hash = :id", id=hashed(person.id))
    return int(str(row["person_id"]))


async def test_a_complaint_about_the_coordinators_goes_to_the_countrys(either_town: Town) -> None:
    town = either_town
    await town.officer("Іван Петренко", await town.area())
    olha, nina = await town.coordinator("Ольга", ZAPORIZHZHIA), await of_the_country(town, "Ніна")
    olena = await town.resident("Олена")
    await names(olena, "Про координатора поліції")
    await olena.says("Координатор мовчить")
    await olena.presses(UNNAMED)
    await nina.presses("Показати", on=await nina.sees("КШ-2026-000001"))
    card = await nina.sees("Скарга на офіцера")
    assert "Скарга на координатора поліції" in card.text
    await opens_queue(olha, 0)
    await olha.does_not_see("КШ-2026", anywhere=True)


async def test_where_the_country_has_no_coordinator_none_about_the_coordinators_is_taken(town: Town) -> None:
    await town.officer("Іван Петренко", await town.area())
    await town.coordinator("Ольга", ZAPORIZHZHIA)
    olena = await town.resident("Олена")
    await names(olena, "Про координатора поліції")
    await town.settled()
    assert "поки нікому прочитати" in olena.alerts[-1]
    await olena.presses("Не називати")
    await olena.says("Офіцер спить")
    await olena.sees("Ще не надіслано: «Офіцер спить»")


async def test_a_forged_name_is_not_taken(town: Town) -> None:
    await town.officer("Іван Петренко", await town.area())
    await town.coordinator("Ольга", ZAPORIZHZHIA)
    olena = await town.resident("Олена")
    await names(olena, "Не називати")
    await olena.forges(SetAbout(CASE, OfficerId(77), coordinators=False).pack(), on=olena.last)
    await town.settled()
    assert "нічого не знайдено" in olena.alerts[-1]
    await olena.presses("‹ Назад")
    await olena.presses("Крадіжка")
    await olena.forges(SetAbout(CaseId(2), OfficerId(1), coordinators=False).pack(), on=olena.last)
    await town.settled()
    assert "нічого не знайдено" in olena.alerts[-1]


async def with_two_coordinators(town: Town) -> tuple[Person, Person, Person]:
    """A resident who complains, the coordinator who has taken it, and another."""
    await town.officer("Іван Петренко", await town.area())
    olha, petro = await town.coordinator("Ольга", ZAPORIZHZHIA), await town.coordinator("Петро", ZAPORIZHZHIA)
    olena = await town.resident("Олена")
    await complains(olena, "Офіцер спить")
    await olha.presses("Прийняти")
    await olha.presses("Показати")
    await olha.sees("спить")
    return olena, olha, petro


async def proposes_to_close(olha: Person) -> None:
    await olha.presses("Закрити")
    await olha.presses("Закрити без відповіді")
    await olha.sees(WAITS)


async def test_a_complaint_is_closed_only_when_a_second_coordinator_agrees(either_town: Town) -> None:
    town = either_town
    olena, olha, petro = await with_two_coordinators(town)
    await proposes_to_close(olha)
    await petro.sees(PROPOSED)
    await olena.does_not_see("закрито", anywhere=True)
    assert await statuses(town) == ["in_work"]
    await petro.presses("Прочитати")
    await petro.sees("спить")
    await olha.sees("скаргу вперше прочитав інший координатор")
    await petro.presses("Згоден")
    await petro.sees("КШ-2026-000001: скарга завершена.")
    await olena.sees("КШ-2026-000001")
    assert await statuses(town) == ["closed"]


async def statuses(town: Town) -> list[object]:
    return [row["status"] for row in await town.stored("select status from cases order by id")]


async def test_a_complaint_is_declined_with_the_reason_that_both_have_read(town: Town) -> None:
    olena, olha, petro = await with_two_coordinators(town)
    await olha.presses("Відхилити")
    await olha.says("Це не порушення")
    await olha.sees(WAITS)
    await petro.sees("Це не порушення")
    await olena.does_not_see("Це не порушення", anywhere=True)
    await petro.presses("Згоден")
    await olena.sees("Це не порушення")
    assert await statuses(town) == ["declined"]


async def test_a_second_coordinator_who_does_not_agree_keeps_it_open(town: Town) -> None:
    _, olha, petro = await with_two_coordinators(town)
    await proposes_to_close(olha)
    await petro.sees(PROPOSED)
    await petro.presses("Не згоден")
    await petro.sees("КШ-2026-000001: скарга лишається відкритою.")
    await olha.sees("інший координатор не згоден")
    assert await statuses(town) == ["in_work"]
    await petro.forges(AgreeToEnd(CASE).pack(), on=petro.last)
    await town.settled()
    assert await statuses(town) == ["in_work"]


async def test_what_is_said_meanwhile_makes_the_proposal_lapse(town: Town) -> None:
    olena, olha, petro = await with_two_coordinators(town)
    await proposes_to_close(olha)
    await petro.sees(PROPOSED)
    await town.passes(minutes=1)
    await olena.says("Він знову спить")
    await olha.sees("Нове повідомлення мешканця.")
    await petro.presses("Згоден")
    await town.settled()
    assert "Про це вже не питають" in petro.alerts[-1]
    assert await statuses(town) != ["closed"]


async def test_nobody_agrees_with_themselves_or_proposes_twice(town: Town) -> None:
    _, olha, petro = await with_two_coordinators(town)
    await proposes_to_close(olha)
    await olha.forges(AgreeToEnd(CASE).pack(), on=olha.last)
    await town.settled()
    assert "нічого не знайдено" in olha.alerts[-1]
    await olha.presses("Закрити")
    await olha.sees(WAITS)
    assert await statuses(town) == ["in_work"]
    assert len([1 for each in petro.chat if PROPOSED in each.text]) == 1


async def test_where_no_second_coordinator_may_read_it_one_ends_it_alone(town: Town) -> None:
    await town.officer("Іван Петренко", await town.area())
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    olena = await town.resident("Олена")
    await complains(olena, "Офіцер спить")
    await olha.presses("Прийняти")
    await olha.presses("Закрити")
    await olha.presses("Закрити без відповіді")
    await town.settled()
    assert await statuses(town) == ["closed"]


async def test_each_first_reading_is_told_to_the_others_once(town: Town) -> None:
    _, olha, petro = await with_two_coordinators(town)
    await olha.presses("Показати")
    await petro.sees("скаргу вперше прочитав інший координатор")
    await olha.presses("Показати")
    await town.settled()
    assert len([1 for each in petro.chat if "вперше прочитав" in each.text]) == 1
