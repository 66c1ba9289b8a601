"""A new case of a person whose other case an officer has paused: it does not come to that officer."""

from functools import partial

from bot.domain.ids import AreaId, CaseId, OfficerId
from bot.handlers.cases.buttons import History
from bot.handlers.queue.buttons import GiveCase
from bot.services import queue
from bot.storage import officers
from bot.storage.transaction import Transaction
from tests.stories.cases import asks
from tests.stories.pauses import paused, sees_nothing_of, two_officers
from tests.stories.posts import ZAPORIZHZHIA, presses_one_that_begins
from tests.stories.test_dismissal import dismisses
from tests.town import KOMYSHUVAKHA, Town


async def test_a_new_case_goes_to_a_colleague_while_an_officers_pause_lasts(either_town: Town) -> None:
    both, maria, olha = await two_officers(either_town)
    await asks(both.olena, "Анонімне питання")
    card = await maria.sees("Анонімне питання")
    assert card.text.splitlines()[1] == "Нове"
    await sees_nothing_of(both.ivan, "КШ-2026-000002", "Анонімне питання")
    await olha.does_not_see("КШ-2026-000002", anywhere=True)
    await both.olena.says("Мої звернення")
    await presses_one_that_begins(either_town, both.olena, "000002")
    await both.olena.sees("Звернення ще ніхто не взяв.")
    await maria.presses("Прийняти", on=card)
    await both.olena.sees("Відповідає: капітан поліції Марія Коваль.")
    await both.olena.says("Дякую", reply_to=await both.olena.sees("КШ-2026-000002", anywhere=True))
    await maria.sees("Дякую")
    await sees_nothing_of(both.ivan, "КШ-2026-000002", "Дякую")


async def test_a_colleague_who_answers_without_accepting_has_the_case(town: Town) -> None:
    both, maria, _ = await two_officers(town)
    await asks(both.olena, "Друге питання", "Олена Бондар")
    await maria.says("Відповідь", reply_to=await maria.sees("Друге питання"))
    await both.olena.sees("Відповідь")
    [case] = await town.stored("select status, officer_id from cases where number = 'КШ-2026-000002'")
    assert case == {"status": "answered", "officer_id": 2}


async def test_without_a_colleague_a_new_case_goes_to_the_coordinators(either_town: Town) -> None:
    olha = await either_town.coordinator("Ольга", ZAPORIZHZHIA)
    both = await paused(either_town)
    await asks(both.olena, "Друге питання")
    await olha.sees("КШ-2026-000002")
    await both.olena.sees("Далі координатор поліції прочитає")
    await sees_nothing_of(both.ivan, "КШ-2026-000002", "Друге питання")
    await both.ivan.forges(History(CaseId(2)).pack(), on=both.ivan.last)
    await either_town.settled()
    absent = both.ivan.alerts[-1:]
    await both.ivan.forges(History(CaseId(99)).pack(), on=both.ivan.last)
    await either_town.settled()
    assert both.ivan.alerts[-1:] == absent
    await either_town.passes(days=3)
    await both.ivan.does_not_see("КШ-2026-000002", anywhere=True)


async def test_a_coordinator_does_not_give_a_new_case_to_the_officer_who_paused(town: Town) -> None:
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    both = await paused(town)
    await asks(both.olena, "Друге питання")
    card = await olha.sees("КШ-2026-000002")
    await olha.presses("Передати офіцеру", on=card)
    await olha.sees("Зараз це звернення нікому передати.")
    await olha.forges(GiveCase(CaseId(2), OfficerId(1)).pack(), on=card)
    await sees_nothing_of(both.ivan, "КШ-2026-000002", "Друге питання")
    await town.passes(days=3)
    await olha.presses("Передати офіцеру", on=card)
    await olha.presses("капітан поліції Іван Петренко")
    await both.ivan.sees("Друге питання")


async def test_a_colleague_who_cannot_be_reached_gets_no_new_case(town: Town) -> None:
    both, maria, olha = await two_officers(town)
    await maria.blocks()
    await town.settled()
    await asks(both.olena, "Друге питання")
    await olha.sees("КШ-2026-000002")
    await sees_nothing_of(both.ivan, "КШ-2026-000002", "Друге питання")


async def test_a_colleagues_case_does_not_come_to_the_officer_who_has_paused_another(town: Town) -> None:
    both, maria, olha = await two_officers(town)
    await asks(both.olena, "Друге питання")
    await maria.presses("Прийняти", on=await maria.sees("Друге питання"))
    await dismisses(town, olha, "капітан поліції Марія Коваль")
    await sees_nothing_of(both.ivan, "КШ-2026-000002", "Друге питання")
    await olha.sees("До черги перейшло звернень: 1.", anywhere=True)


async def test_a_change_of_areas_does_not_bring_a_new_case_to_the_officer_who_paused(town: Town) -> None:
    both = await paused(town)
    await asks(both.olena, "Друге питання")
    await town.settled()
    await town.app.store.transact(partial(queue.readdress, community=KOMYSHUVAKHA))
    town.app.ring()
    await sees_nothing_of(both.ivan, "КШ-2026-000002", "Друге питання")


async def test_after_the_pause_and_for_other_people_cases_come_as_ever(town: Town) -> None:
    both, _, _ = await two_officers(town)
    await asks(await town.resident("Тарас"), "Питання Тараса")
    await both.ivan.sees("Питання Тараса")
    await town.passes(days=3)
    await asks(both.olena, "Після паузи")
    await both.ivan.sees("Після паузи")


async def test_who_takes_a_second_area_during_a_pause_does_not_find_the_other_case_there(either_town: Town) -> None:
    town = either_town
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    both = await paused(town)
    far = AreaId(2)
    await town.stored(
        """insert into areas(community, name, whole, created_at)
           values (:community, 'Друга', :whole, 0) returning id""",
        community=KOMYSHUVAKHA,
        whole=False,
    )
    await asks(both.olena, "Анонімне питання")
    await town.stored("update cases set area_id = :area where id = 2 returning id", area=far)
    await town.app.store.transact(partial(takes, officer=OfficerId(1), area=far))
    town.app.ring()
    await town.settled()
    await sees_nothing_of(both.ivan, "КШ-2026-000002", "Анонімне питання")
    await olha.sees("До черги перейшло звернень: 1.")


async def takes(tx: Transaction, officer: OfficerId, area: AreaId) -> None:
    await officers.assign(tx, officer, area)
    await queue.take_along(tx, area, officer)
