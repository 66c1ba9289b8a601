"""A queue that a dismissal made is closed for a while to the coordinator who dismissed, where others can read it."""

from bot.domain.ids import CaseId
from bot.handlers.cases.buttons import Accept, History
from bot.handlers.queue.buttons import GiveCase, QueuedCase
from simulator import Person
from tests.stories.cases import asks
from tests.stories.posts import ZAPORIZHZHIA, opens_area
from tests.stories.test_complaints import of_the_country
from tests.stories.test_dismissal import dismisses
from tests.stories.test_queue import opens_queue
from tests.stories.test_staff import opens_staff
from tests.town import Town

CASE = CaseId(1)
WITHHELD = "відкриється для Вас"


async def dismissed(town: Town, *words: str, others: bool = True) -> tuple[Person, Person | None, Person]:
    """Who dismissed the only officer, another coordinator, and the resident whose cases wait now."""
    ivan = await town.officer("Іван Петренко", await town.area())
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    petro = await town.coordinator("Петро", ZAPORIZHZHIA) if others else None
    olena = await town.resident("Олена")
    for each in words:
        await asks(olena, each)
        await ivan.presses("Прийняти")
    await dismisses(town, olha)
    return olha, petro, olena


async def cannot_read(town: Town, coordinator: Person, case: CaseId = CASE) -> None:
    for button in (History(case), QueuedCase(case), Accept(case), GiveCase(case, 1)):  # type: ignore[arg-type]
        await coordinator.forges(button.pack(), on=coordinator.last)
        await town.settled()
        assert "нічого не знайдено" in coordinator.alerts[-1]


async def test_who_dismissed_sees_how_many_and_from_when_and_others_see_them_at_once(either_town: Town) -> None:
    town = either_town
    olha, petro, _ = await dismissed(town, "Перше", "Друге")
    assert petro is not None
    await olha.sees("До черги перейшло звернень: 2.")
    await opens_queue(olha, 0)
    page = await olha.sees("Черга")
    assert "Звернень: 2. Це відкриється для Вас 27 листопада 2026 р., 10:00" in page.text
    assert "КШ-" not in page.text
    await cannot_read(town, olha)
    await opens_queue(petro, 2)
    await petro.presses("КШ-2026-000001 · Запитання")
    await petro.presses("Прочитати")
    await petro.sees("Перше")


async def test_after_the_delay_it_is_open_and_they_are_told(town: Town) -> None:
    olha, _, _ = await dismissed(town, "Перше")
    await town.passes(hours=71, minutes=59)
    await opens_queue(olha, 0)
    await town.passes(minutes=2)
    await olha.sees("До черги перейшло звернень: 1.")
    await opens_queue(olha, 1)
    await olha.does_not_see(WITHHELD)


async def test_where_there_is_no_other_it_is_not_closed(town: Town) -> None:
    olha, _, _ = await dismissed(town, "Перше", others=False)
    await opens_queue(olha, 1)
    await olha.presses("КШ-2026-000001 · Запитання")
    await olha.presses("Прочитати")
    await olha.sees("Перше")


async def test_when_the_others_cannot_be_reached_any_more_it_is_open(either_town: Town) -> None:
    olha, petro, _ = await dismissed(either_town, "Перше")
    assert petro is not None
    await petro.blocks()
    await either_town.settled()
    await opens_queue(olha, 1)


async def test_danger_is_open_to_all_at_once(town: Town) -> None:
    olha, _, _ = await dismissed(town, "Перше", "Чоловік б’є мене!")
    await opens_queue(olha, 1)
    assert "Звернень: 1." in (await olha.sees("Черга")).text
    await olha.presses("КШ-2026-000002 · Запитання")
    await cannot_read(town, olha)


async def test_a_new_word_of_its_resident_opens_it_and_that_is_noted(either_town: Town) -> None:
    town = either_town
    olha, _, olena = await dismissed(town, "Перше", "Друге")
    await olena.says("Допоможіть із першим", reply_to=await olena.sees("КШ-2026-000001", anywhere=True))
    await town.settled()
    await opens_queue(olha, 1)
    await olha.presses("КШ-2026-000001 · Запитання")
    await olha.presses("Прочитати")
    await olha.sees("Допоможіть із першим")
    await cannot_read(town, olha, CaseId(2))
    acts = await town.stored("select act, by_kind, subject_id from audit where act like '%withh%' order by id")
    assert [(row["act"], row["by_kind"], row["subject_id"]) for row in acts] == [
        ("withhold from coordinator:2", "coordinator", "1"),
        ("withhold from coordinator:2", "coordinator", "2"),
        ("open what was withheld", "resident", "1"),
    ]


async def test_a_new_case_is_open_to_all(town: Town) -> None:
    olha, _, olena = await dismissed(town, "Перше")
    await asks(olena, "Друге")
    await opens_queue(olha, 1)


async def test_a_coordinator_who_is_ended_leaves_a_queue_like_that(town: Town) -> None:
    await town.area()
    olha, petro = await town.coordinator("Ольга", ZAPORIZHZHIA), await town.coordinator("Петро", ZAPORIZHZHIA)
    nina = await of_the_country(town, "Ніна")
    olena = await town.resident("Олена")
    await asks(olena, "Хто допоможе?")
    await petro.presses("Прийняти")
    await town.settled()
    await opens_staff(olha)
    await olha.presses("Запорізька · 24 листопада 2026 р.")
    await olha.presses("Припинити: Запорізька")
    await olha.presses("Так, припинити")
    await town.settled()
    await opens_queue(olha, 0)
    await cannot_read(town, olha)
    await opens_queue(nina, 1)


async def test_an_officer_who_is_locked_leaves_a_queue_like_that(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    olha, petro = await town.coordinator("Ольга", ZAPORIZHZHIA), await town.coordinator("Петро", ZAPORIZHZHIA)
    await asks(await town.resident("Олена"), "Хто допоможе?")
    await ivan.presses("Прийняти")
    await opens_area(town, olha)
    await olha.presses("капітан поліції Іван Петренко")
    await olha.presses("Заблокувати: загублено телефон")
    await olha.presses("Так, заблокувати")
    await town.settled()
    await opens_queue(olha, 0)
    await cannot_read(town, olha)
    await opens_queue(petro, 1)
