"""A comment on a rating comes to the desk as it is now, also where the officer who had the case has left."""

from bot.domain.ids import CaseId
from bot.handlers.cases.buttons import Answer, History
from simulator import Person
from tests.stories.absences import goes_away, opens_absence, two_officers
from tests.stories.cases import asks
from tests.stories.posts import ZAPORIZHZHIA
from tests.stories.test_dismissal import dismisses
from tests.town import Town

CASE = CaseId(1)
COMMENT = "А чому так довго?"


async def closed_by(town: Town, ivan: Person, words: str = "Яма біля школи") -> Person:
    """A resident whose case Ivan has answered and closed."""
    olena = await town.resident("Олена")
    await asks(olena, words)
    await ivan.presses("Відповісти", on=await ivan.sees(words))
    await ivan.says("Засипали")
    await olena.sees("Засипали")
    await ivan.presses("Закрити", on=await ivan.sees(words, anywhere=True))
    await olena.sees("Звернення закрито.")
    return olena


async def comments(olena: Person) -> None:
    await olena.presses("2")
    await olena.sees("Ваша оцінка")
    await olena.says(COMMENT)
    await olena.sees("Дякуємо")


async def test_while_the_officer_is_away_the_stand_in_reads_and_answers_it(either_town: Town) -> None:
    town = either_town
    ivan, maria = await two_officers(town)
    olena = await closed_by(town, ivan)
    await goes_away(ivan)
    await maria.does_not_see("КШ-2026-000001", anywhere=True)
    await comments(olena)
    await maria.sees(COMMENT)
    await ivan.does_not_see(COMMENT, anywhere=True)
    await maria.presses("Відповісти")
    await maria.sees("напишіть відповідь")
    await maria.says("Чекали на асфальт")
    await olena.sees("Чекали на асфальт")

    await opens_absence(ivan)
    await ivan.presses("Повернутися на службу зараз")
    await maria.does_not_see(COMMENT, anywhere=True)
    await ivan.forges(History(CASE).pack(), on=ivan.last)
    await ivan.sees(COMMENT)


async def test_of_a_dismissed_officer_the_coordinators_learn_of_it(either_town: Town) -> None:
    town = either_town
    ivan = await town.officer("Іван Петренко", await town.area())
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    olena = await closed_by(town, ivan)
    await dismisses(town, olha)
    await comments(olena)
    await olha.sees("КШ-2026-000001")
    await ivan.does_not_see(COMMENT, anywhere=True)
    await olha.forges(History(CASE).pack(), on=olha.last)
    await olha.sees(COMMENT)


async def test_the_next_officer_reads_what_was_written_since_and_no_other_case_that_has_ended(town: Town) -> None:
    area = await town.area()
    ivan, olha = await town.officer("Іван Петренко", area), await town.coordinator("Ольга", ZAPORIZHZHIA)
    before = await closed_by(town, ivan, "Ліхтар біля церкви")
    await comments(before)
    await ivan.sees(COMMENT)
    olena = await closed_by(town, ivan)
    await town.passes(minutes=1)
    await dismisses(town, olha)
    maria = await town.officer("Марія Коваль", area)
    await comments(olena)
    assert "КШ-2026-000002" in (await maria.sees(COMMENT)).text
    for button in (History(CASE), Answer(CASE)):
        await maria.forges(button.pack(), on=maria.last)
        await town.settled()
        assert maria.alerts[-1]
    await maria.does_not_see("Ліхтар біля церкви", anywhere=True)


async def test_a_rating_without_a_comment_opens_the_case_to_nobody(town: Town) -> None:
    ivan, maria = await two_officers(town)
    olena = await closed_by(town, ivan)
    await goes_away(ivan)
    await olena.presses("2")
    await olena.sees("Ваша оцінка")
    await maria.forges(History(CASE).pack(), on=maria.last)
    await town.settled()
    assert maria.alerts[-1]
    await maria.does_not_see("КШ-2026-000001", anywhere=True)
