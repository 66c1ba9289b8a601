"""The officer's plan for a half-year: written, read by the council, announced to residents, finished with a result."""

from datetime import UTC, datetime

from bot.domain.ids import AreaId, PriorityId
from bot.domain.people import CouncilPost
from bot.handlers.priorities.buttons import (
    AgreeToPriority,
    OwnPriority,
    Plan,
    Plans,
    ReadPriority,
    SetPriority,
    WithdrawPriority,
)
from bot.storage.transaction import Transaction
from simulator import Person
from tests.keys import hashed
from tests.stories.figures import of_council, until
from tests.town import KOMYSHUVAKHA, Town

PROBLEM = "водії перевищують швидкість біля школи"
FIRST = PriorityId(1)
JULY = datetime(2027, 7, 1, 7, tzinfo=UTC)  # ten in the morning in Kyiv


async def opens_priorities(officer: Person) -> None:
    await officer.says("Мій кабінет")
    await officer.presses("Ще: картка, чати, дошка")
    await officer.presses("Пріоритети")
    await officer.sees("Пріоритети дільниці")


async def writes(officer: Person, problem: str = PROBLEM, half: str = "Новий: I півріччя 2027") -> None:
    await opens_priorities(officer)
    await officer.presses(half)
    for words in (problem, "жодної ДТП із дітьми", "патруль о восьмій", "школа і рада"):
        await officer.sees("Не пишіть імен")
        await officer.says(words)
    await officer.sees("Разом із: школа і рада")


async def a_plan(town: Town) -> tuple[AreaId, Person]:
    area = await town.area()
    ivan = await town.officer("Іван Петренко", area)
    return area, ivan


async def subscribed(town: Town) -> Person:
    """A resident who reads what happens in the community."""
    olena = await town.resident("Олена")

    async def choose(tx: Transaction) -> None:
        await tx.execute(
            """insert into subscriptions(person_id, topic, subscribed)
               select person_id, 'community', :yes from accounts where external_hash = :id""",
            yes=True,
            id=hashed(olena.id),
        )

    await town.app.store.transact(choose)
    return olena


async def test_the_council_agrees_and_residents_read_the_plan_and_what_came_of_it(town: Town) -> None:
    _, ivan = await a_plan(town)
    nadiia, olena = await of_council(town), await subscribed(town)
    await writes(ivan, half="Новий: II півріччя 2026")
    assert "Оголосити мешканцям" not in ivan.last.buttons
    await ivan.presses("Надіслати раді громади")
    await nadiia.sees("Офіцер просить Вас прочитати")
    await nadiia.presses("Погоджено")
    await ivan.presses("Відкрити", on=await ivan.sees("Рада громади погодила пріоритет"))
    await ivan.presses("Оголосити мешканцям")
    await town.passes(minutes=2)
    await olena.sees("План офіцера: II півріччя 2026")
    await olena.sees(f"Проблема: {PROBLEM}")
    await olena.presses("Мій офіцер")
    await olena.presses("Плани офіцера")
    await olena.sees("(у роботі)")
    await olena.presses(PROBLEM)
    await olena.sees("Мета: жодної ДТП із дітьми")
    await opens_priorities(ivan)
    await ivan.presses(PROBLEM)
    await ivan.presses("Результат")
    await ivan.says("швидкість знизили")
    await ivan.presses("Оголосити результат")
    await town.passes(minutes=2)
    told = await olena.sees("План офіцера виконано")
    assert f"Ви сказали: {PROBLEM}\n\nМи зробили: швидкість знизили" in told.text


async def test_a_remark_of_the_council_reaches_the_officer_who_writes_it_again(town: Town) -> None:
    _, ivan = await a_plan(town)
    nadiia = await of_council(town)
    await writes(ivan)
    await ivan.presses("Надіслати раді громади")
    await nadiia.presses("Є зауваження", on=await nadiia.sees("Офіцер просить Вас прочитати"))
    await nadiia.says("додайте парк")
    await ivan.sees("Зауваження ради: додайте парк")
    await ivan.presses("Відкрити")
    await ivan.presses("Мета")
    await ivan.says("спокій у парку")
    await ivan.sees("Надішліть її раді громади")
    await nadiia.forges(AgreeToPriority(FIRST).pack(), on=nadiia.last)
    assert await statuses(town) == ["draft"]


async def test_what_the_council_does_not_answer_in_two_weeks_the_officer_announces_alone(town: Town) -> None:
    _, ivan = await a_plan(town)
    await of_council(town)
    await writes(ivan)
    await ivan.presses("Надіслати раді громади")
    await ivan.sees("Якщо відповіді не буде")
    await ivan.forges(SetPriority(FIRST).pack(), on=ivan.last)
    assert await statuses(town) == ["asked"]
    await town.passes(days=14)
    await ivan.forges(SetPriority(FIRST).pack(), on=ivan.last)
    assert await statuses(town) == ["current"]


async def test_where_nobody_is_of_the_council_the_officer_announces_it_at_once_and_once(town: Town) -> None:
    _, ivan = await a_plan(town)
    await writes(ivan)
    screen = ivan.last
    await ivan.presses("Оголосити мешканцям", on=screen)
    await ivan.forges(SetPriority(FIRST).pack(), on=ivan.last)
    await town.settled()
    assert len(await town.stored("select id from notices")) == 1


async def test_the_next_officer_of_the_area_is_asked_once_for_the_result(town: Town) -> None:
    area, ivan = await a_plan(town)
    await writes(ivan)
    await ivan.presses("Оголосити мешканцям")
    await town.settled()

    async def dismissed(tx: Transaction) -> None:
        await tx.execute("update assignments set until = :now", now=tx.now)

    await town.app.store.transact(dismissed)
    await ivan.forges(WithdrawPriority(FIRST).pack(), on=ivan.last)
    assert await statuses(town) == ["current"]
    await until(town, JULY)
    maria = await town.officer("Марія Шевчук", area)
    await town.passes(minutes=2)
    await maria.sees("Півріччя минуло: напишіть результат")
    await town.passes(days=1)
    asked = await town.stored("select result_asked_at from priorities where result_asked_at is not null")
    assert len(asked) == 1
    await maria.presses("Відкрити")
    await maria.presses("Результат")
    await maria.says("зробили")
    await maria.presses("Оголосити результат")
    assert await statuses(town) == ["done"]


async def test_an_area_has_five_in_a_half_year_and_one_that_is_withdrawn_makes_room(town: Town) -> None:
    _, ivan = await a_plan(town)
    for number in range(5):
        await writes(ivan, f"проблема {number}")
    await opens_priorities(ivan)
    assert "Новий: I півріччя 2027" not in ivan.last.buttons
    await ivan.presses("проблема 3")
    await ivan.presses("Вилучити пріоритет")
    await ivan.presses("Вилучити пріоритет")
    await ivan.sees("Пріоритети дільниці")
    assert "Новий: I півріччя 2027" in ivan.last.buttons
    assert len(await statuses(town)) == 4


async def test_a_draft_is_read_by_nobody_but_its_officers(town: Town) -> None:
    _, ivan = await a_plan(town)
    nadiia, olena = await of_council(town, post=CouncilPost.SECRETARY), await town.resident("Олена")
    await writes(ivan)
    await nadiia.forges(ReadPriority(FIRST).pack(), on=nadiia.last)
    await olena.forges(Plan(FIRST, "", "").pack(), on=olena.last)
    await olena.forges(OwnPriority(FIRST).pack(), on=olena.last)
    await town.settled()
    for person in (nadiia, olena):
        assert all(PROBLEM not in bubble.text for bubble in person.chat if bubble.from_bot)


async def statuses(town: Town) -> list[object]:
    await town.settled()
    return [row["status"] for row in await town.stored("select status from priorities order by id")]


async def test_under_occupation_an_old_button_shows_no_plans(town: Town) -> None:
    """What an officer means to do there would harm people."""
    _, ivan = await a_plan(town)
    olena = await town.resident("Олена")
    await writes(ivan, half="Новий: II півріччя 2026")
    await ivan.presses("Оголосити мешканцям")
    await olena.says("Мій офіцер")
    page = await olena.sees("Іван Петренко")
    await olena.presses("Плани офіцера")
    await olena.sees(PROBLEM)

    async def occupy(tx: Transaction) -> None:
        await tx.execute("update communities set occupied = :yes", yes=True)

    await town.app.store.transact(occupy)
    await olena.forges(Plan(FIRST, KOMYSHUVAKHA, "").pack(), on=page)
    await olena.forges(Plans(KOMYSHUVAKHA, "").pack(), on=page)
    shown = await olena.sees("Плани офіцера")
    assert PROBLEM not in shown.text
