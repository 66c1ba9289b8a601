"""An officer is away: another stands in, and what is still open comes back."""

from tests.stories.absences import goes_away, two_officers
from tests.stories.cases import asks
from tests.town import Town


async def test_open_cases_go_to_the_stand_in_and_come_back(either_town: Town) -> None:
    town = either_town
    ivan, maria = await two_officers(town)
    olena = await town.resident("Олена")
    await asks(olena, "Перше слово")
    await ivan.presses("Прийняти")
    await ivan.presses("Відповісти")
    await ivan.says("Моя відповідь")
    await olena.sees("Моя відповідь")

    await goes_away(ivan)
    await maria.sees("У ці дні заміщуєте Ви.")
    await maria.sees("Перше слово")
    await maria.sees("Моя відповідь")
    await olena.sees("Ваш офіцер відсутній до 7 грудня включно.")
    await olena.sees("Відповідає: майор поліції Марія Коваль.")
    await ivan.does_not_see("Перше слово", anywhere=True)

    await olena.says("Друге слово")
    await maria.sees("Друге слово")
    await ivan.does_not_see("Друге слово", anywhere=True)

    await town.passes(days=14)
    await ivan.sees("Ваші відкриті звернення знову у Вас.")
    await ivan.sees("Друге слово")
    await maria.sees("Заміщення завершено.")
    await maria.does_not_see("Друге слово", anywhere=True)
    await olena.sees("Ваш офіцер знову на службі.")
    await olena.says("Третє слово")
    await ivan.sees("Третє слово")
    await maria.does_not_see("Третє слово", anywhere=True)
    assert [row["status"] for row in await town.stored("select status from cases")] == ["in_work"]
