"""What ending and locking a person's access leaves behind: letters to those whom it concerns, the audit, no dialog."""

from structlog.testing import capture_logs

from bot.domain.ids import PartId
from bot.handlers.staff.buttons import End, Lock, Unlock
from simulator import Person
from tests.stories.cases import asks
from tests.stories.posts import DNIPRO, ZAPORIZHZHIA, invited, opens_area
from tests.stories.test_complaints import of_the_country
from tests.stories.test_staff import LOCKED, id_of, part_of
from tests.town import KOMYSHUVAKHA, Town

NOTHING = "Тут нічого не знайдено."


async def locks(town: Town, coordinator: Person, other: Person) -> None:
    await coordinator.forges(Lock(await id_of(town, other)).pack(), on=coordinator.last)
    await other.sees(LOCKED)


async def unlocks(town: Town, coordinator: Person, other: Person) -> None:
    await coordinator.forges(Unlock(await id_of(town, other)).pack(), on=coordinator.last)
    await town.settled()


async def audited(town: Town, act: str) -> list[tuple[object, object, object]]:
    """Who did it, to whom, and the oblast or the community in which it is listed."""
    rows = await town.stored(
        "select by_kind, subject_id, coalesce(oblast, community) as place from audit where act = :act order by id",
        act=act,
    )
    return [(row["by_kind"], row["subject_id"], row["place"]) for row in rows]


async def test_the_other_coordinators_are_told_of_a_lock_and_of_its_end(town: Town) -> None:
    await town.area()
    olha, petro = await town.coordinator("Ольга", ZAPORIZHZHIA), await town.coordinator("Петро", ZAPORIZHZHIA)
    nina = await of_the_country(town, "Ніна")
    await locks(town, nina, olha)
    await petro.sees("Доступ координатора заблоковано")
    await petro.says("меню")
    await unlocks(town, nina, olha)
    await petro.sees("Доступ координатора знову відкрито")
    await olha.sees("Ваш службовий доступ знову відкрито.")
    name = str(await id_of(town, olha))
    assert await audited(town, "lock") == [("coordinator", name, ZAPORIZHZHIA)]
    assert await audited(town, "unlock") == [("coordinator", name, ZAPORIZHZHIA)]


async def test_a_lock_and_an_end_are_written_down_where_they_hold(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area(KOMYSHUVAKHA))
    olha, nina = await town.coordinator("Ольга", ZAPORIZHZHIA), await of_the_country(town, "Ніна")
    await locks(town, olha, ivan)
    assert await audited(town, "lock") == [("coordinator", str(await id_of(town, ivan)), KOMYSHUVAKHA)]
    await nina.forges(End(await part_of(town, olha)).pack(), on=nina.last)
    await olha.sees("Ви більше не координуєте: Запорізька.")
    assert await audited(town, "end part") == [("coordinator", str(await id_of(town, olha)), ZAPORIZHZHIA)]


async def test_the_invitations_of_a_locked_coordinator_are_void(town: Town) -> None:
    await town.area()
    olha, nina = await town.coordinator("Ольга", ZAPORIZHZHIA), await of_the_country(town, "Ніна")
    link = await invited(town, olha)
    await locks(town, nina, olha)
    ivan = town.telegram.person("Іван")
    await ivan.starts(link)
    await ivan.does_not_see("Вас запрошують", anywhere=True)
    assert await town.stored("select id from invitations where ended is null") == []


async def test_what_a_coordinator_was_writing_is_not_taken_once_they_have_ended(town: Town) -> None:
    await town.area()
    olha, nina = await town.coordinator("Ольга", ZAPORIZHZHIA), await of_the_country(town, "Ніна")
    await opens_area(town, olha)
    await olha.presses("Запросити офіцера")
    await olha.sees("Кого Ви запрошуєте?")
    await nina.forges(End(await part_of(town, olha)).pack(), on=nina.last)
    await olha.sees("Ви більше не координуєте: Запорізька.")
    assert await town.stored("select * from dialogs") == []
    await olha.says("Іван Петренко")
    await town.settled()
    assert await town.stored("select id from invitations") == []


async def test_the_operator_hears_at_once_that_nobody_coordinates_a_place_any_more(town: Town) -> None:
    await town.area()
    olha, nina = await town.coordinator("Ольга", ZAPORIZHZHIA), await of_the_country(town, "Ніна")
    await locks(town, nina, olha)
    await nina.blocks()
    await town.settled()
    with capture_logs() as said:
        await unlocks(town, nina, olha)
        await locks(town, nina, olha)
    assert "no coordinator can be reached" in {line["event"] for line in said}


async def test_only_those_who_may_lock_may_unlock(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    olha, far_away = await town.coordinator("Ольга", ZAPORIZHZHIA), await town.coordinator("Далека", DNIPRO)
    olena = await town.resident("Олена")
    await locks(town, olha, ivan)
    for person in (far_away, olena, ivan):
        await unlocks(town, person, ivan)
        assert person.alerts[-1] == NOTHING or "Себе не можна" in person.alerts[-1]
    await asks(olena, "Коли прийом?")
    await ivan.does_not_see("Коли прийом?", anywhere=True)


async def test_whoever_is_not_locked_cannot_be_unlocked_and_a_part_that_never_was_cannot_end(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await unlocks(town, olha, ivan)
    assert olha.alerts[-1] == "Це вже зроблено."
    await olha.forges(End(PartId(999_999)).pack(), on=olha.last)
    await town.settled()
    assert olha.alerts[-1] == NOTHING


async def test_what_nobody_took_meanwhile_comes_to_an_officer_who_is_unlocked(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await locks(town, olha, ivan)
    await asks(await town.resident("Олена"), "Коли прийом?")
    await ivan.does_not_see("Коли прийом?", anywhere=True)
    await unlocks(town, olha, ivan)
    await ivan.sees("Коли прийом?")
