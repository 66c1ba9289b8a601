"""Who cannot be reached works nothing alone: the coordinators see it, and nothing is lost when they can be again."""

from collections.abc import Mapping, Sequence

from structlog.testing import capture_logs

from simulator import Person
from tests.stories.cases import asks
from tests.stories.posts import ZAPORIZHZHIA
from tests.stories.test_queue import opens_queue
from tests.town import KOMYSHUVAKHA, Town

SURNAMED = "капітан поліції Марія Коваль"


async def of_an_officer_who_blocks(town: Town, words: str = "Прийняте") -> tuple[Person, Person, Person]:
    """The officer, who has accepted a case and has blocked the bot; a coordinator of the place, and its resident."""
    ivan = await town.officer("Іван Петренко", await town.area())
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    olena = await town.resident("Олена")
    await asks(olena, words)
    await ivan.presses("Прийняти")
    await town.settled()
    await ivan.blocks()
    return ivan, olha, olena


async def test_a_case_of_an_officer_who_blocked_the_bot_comes_to_the_coordinators(either_town: Town) -> None:
    town = either_town
    _, olha, olena = await of_an_officer_who_blocks(town)
    await olha.sees("До черги перейшло звернень: 1.")
    await asks(olena, "Ліхтар не горить")
    await olha.sees("КШ-2026-000002")
    await olha.does_not_see("Ліхтар", anywhere=True)
    await opens_queue(olha, 2)
    await olena.does_not_see("не вдалося передати", anywhere=True)


async def test_who_unblocks_the_bot_has_all_cases_again_with_what_came_meanwhile(either_town: Town) -> None:
    town = either_town
    ivan, olha, olena = await of_an_officer_who_blocks(town)
    await town.settled()
    await olena.says("Сказане тим часом")
    await town.settled()
    await ivan.unblocks()
    await ivan.sees("Сказане тим часом")
    await opens_queue(olha, 0)


async def test_a_coordinator_gives_the_case_of_an_unreachable_officer_to_another(town: Town) -> None:
    area = await town.area()
    ivan = await town.officer("Іван Петренко", area)
    maria = await town.officer("Марія Коваль", area)
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    olena = await town.resident("Олена")
    await asks(olena, "Хто відповідає?")
    await ivan.presses("Прийняти")
    await town.settled()
    await ivan.blocks()
    await opens_queue(olha, 1)
    await olha.presses("КШ-2026-000001 · Запитання")
    await olha.presses("Передати офіцеру")
    await olha.presses(SURNAMED)
    await maria.sees("Хто відповідає?")
    await olena.sees("Відповідає: капітан поліції Марія Коваль.")
    await ivan.unblocks()
    await ivan.sees("У роботі в іншого офіцера.", anywhere=True)


async def test_a_coordinator_who_answers_for_an_unreachable_officer_has_the_case(town: Town) -> None:
    ivan, olha, olena = await of_an_officer_who_blocks(town, "Хто відповідає?")
    await opens_queue(olha, 1)
    await olha.presses("КШ-2026-000001 · Запитання")
    await olha.presses("Відповісти")
    await olha.sees("напишіть відповідь")
    await olha.says("Відповідаю я.")
    await olena.sees("Відповідаю я.")
    [case] = await town.stored("select officer_id, coordinator_id is not null as taken from cases")
    assert (case["officer_id"], bool(case["taken"])) == (None, True)
    handed = "select officer_id, from_officer_id from case_events where what = 'accept' and by = 'coordinator'"
    assert await town.stored(handed) == [{"officer_id": None, "from_officer_id": 1}]
    await ivan.unblocks()
    await ivan.does_not_see("Відповідаю я.", anywhere=True)


BACK = "Офіцер знову приймає повідомлення бота"


async def test_the_coordinator_who_was_told_is_told_once_that_the_officer_is_back(either_town: Town) -> None:
    town = either_town
    ivan, olha, olena = await of_an_officer_who_blocks(town)
    await olha.sees("Офіцер не приймає повідомлень бота", anywhere=True)
    await asks(olena, "Нове")
    await town.passes(minutes=1)
    petro = await town.coordinator("Петро", ZAPORIZHZHIA)  # who was told nothing
    await ivan.unblocks()
    told = await olha.sees(BACK, anywhere=True)
    assert "капітан поліції Іван Петренко" in told.text
    assert "Знову в офіцера, а не в черзі: КШ-2026-000001, КШ-2026-000002" in told.text
    assert "Лишаються" not in told.text
    await ivan.says("/start")
    await town.settled()
    assert sum(BACK in each.text for each in olha.chat) == 1
    await petro.does_not_see(BACK, anywhere=True)


async def test_the_coordinator_is_told_what_stays_with_a_colleague_who_serves_meanwhile(town: Town) -> None:
    area = await town.area()
    ivan = await town.officer("Іван Петренко", area)
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    olena = await town.resident("Олена")
    for words in ("Перше", "Друге"):
        await asks(olena, words)
        await ivan.presses("Прийняти", on=await ivan.sees(words, anywhere=True))
        await town.settled()
    await ivan.blocks()
    await town.settled()
    await town.officer("Марія Коваль", area)
    await opens_queue(olha, 2)
    await olha.presses("КШ-2026-000001 · Запитання")
    await olha.presses("Передати офіцеру")
    await olha.presses(SURNAMED)
    await town.settled()
    await ivan.unblocks()
    told = await olha.sees(BACK, anywhere=True)
    assert "Знову в офіцера, а не в черзі: КШ-2026-000002" in told.text
    assert "Лишаються в тих, хто їх узяв: КШ-2026-000001" in told.text


async def test_where_a_colleague_always_served_no_coordinator_is_told_of_a_return(town: Town) -> None:
    area = await town.area()
    ivan = await town.officer("Іван Петренко", area)
    await town.officer("Марія Коваль", area)
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await ivan.blocks()
    await town.settled()
    await ivan.unblocks()
    await town.settled()
    await olha.does_not_see("повідомлення бота", anywhere=True)
    await olha.does_not_see("повідомлень бота", anywhere=True)


async def test_of_two_officers_who_cannot_be_reached_the_first_one_back_ends_it(town: Town) -> None:
    area = await town.area()
    ivan = await town.officer("Іван Петренко", area)
    maria = await town.officer("Марія Коваль", area)
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await maria.blocks()
    await town.settled()
    await ivan.blocks()
    await olha.sees("Офіцер не приймає повідомлень бота")
    await maria.unblocks()
    assert "Марія Коваль" in (await olha.sees(BACK)).text
    await ivan.unblocks()
    await town.settled()
    assert sum(BACK in each.text for each in olha.chat) == 1


async def test_the_operator_sees_where_no_coordinator_can_be_reached(town: Town) -> None:
    await town.area()
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    with capture_logs() as logs:
        await town.passes(minutes=1)
        assert alarms(logs) == []
        await olha.blocks()
        await town.settled()
        assert alarms(logs) == [[KOMYSHUVAKHA]]
        await town.passes(minutes=1)
        assert alarms(logs) == [[KOMYSHUVAKHA]] * 2
        await olha.unblocks()
        await town.passes(minutes=1)
        assert len(alarms(logs)) == 2


def alarms(logs: Sequence[Mapping[str, object]]) -> list[object]:
    """The communities that each alarm named."""
    found = [each for each in logs if each["event"] == "no coordinator can be reached"]
    assert all(each["log_level"] == "error" for each in found)
    return [each["communities"] for each in found]
