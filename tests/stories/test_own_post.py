"""Nobody changes their own post, and a complaint stays closed to who served there in the year before it, or since."""

from functools import partial

from bot.domain.ids import AreaId, CaseId, OfficerId
from bot.handlers.cases.buttons import History
from bot.handlers.communities.buttons import (
    AskCloseArea,
    CloseArea,
    Leave,
    MoveSettlement,
    Serve,
    ServeSome,
    ServeWhole,
)
from bot.handlers.officers.buttons import AskDismissal, Dismiss
from bot.handlers.queue.buttons import GiveCase
from bot.register import SettlementCode
from bot.storage import areas
from simulator import Person
from tests.keys import hashed
from tests.stories.cases import asks
from tests.stories.notices import ZORIANE
from tests.stories.posts import ZAPORIZHZHIA, invited, opens_area, takes_post
from tests.stories.test_complaints import of_the_country, serves
from tests.stories.test_dismissal import dismisses
from tests.stories.test_queue import complains, opens_queue
from tests.town import KOMYSHUVAKHA, Town

OWN = "капітан поліції Іван Петренко"
OWN_POST = "Зняти Вас або змінити чи закрити Вашу дільницю може інший координатор області чи координатор країни."


async def serving(town: Town) -> Person:
    """A coordinator who serves in the community as its only officer."""
    await town.area()
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await serves(town, olha)
    return olha


async def test_a_coordinator_cannot_dismiss_themselves_and_sees_who_can(either_town: Town) -> None:
    town = either_town
    olha = await serving(town)
    await opens_area(town, olha)
    await olha.presses(OWN)
    page = await olha.sees(OWN_POST)
    assert "Зняти з дільниці" not in page.buttons
    await olha.forges(Dismiss(OfficerId(1)).pack(), on=page)
    await town.settled()
    assert OWN_POST in olha.alerts[-1]
    await olha.forges(AskDismissal(OfficerId(1)).pack(), on=page)
    await town.settled()
    assert "Так, зняти" not in olha.buttons
    assert len(await town.stored("select id from assignments where until is null")) == 1


async def test_a_coordinator_cannot_close_an_area_that_they_serve(town: Town) -> None:
    olha = await serving(town)
    await opens_area(town, olha)
    page = await olha.sees(OWN_POST)
    assert "Закрити дільницю" not in page.buttons
    await olha.forges(CloseArea(AreaId(1)).pack(), on=page)
    await town.settled()
    assert OWN_POST in olha.alerts[-1]
    await olha.forges(AskCloseArea(AreaId(1)).pack(), on=page)
    await town.settled()
    assert "Так, закрити" not in olha.buttons
    assert await town.stored("select id from areas where closed_at is null")


async def test_a_coordinator_does_not_change_what_their_own_area_serves(town: Town) -> None:
    olha = await serving(town)
    await opens_area(town, olha)
    page = await olha.sees(OWN_POST)
    assert not {"Лише окремі населені пункти", "Населені пункти", "Обслуговує всю громаду"} & set(page.buttons)
    own = AreaId(1)
    for change in (
        ServeSome(own),
        ServeWhole(own),
        Serve(own, ZORIANE, 0),
        Leave(own, ZORIANE, 0),
        MoveSettlement(own, ZORIANE, 0),
    ):
        alerts = len(olha.alerts)
        await olha.forges(change.pack(), on=page)
        await town.settled()
        assert OWN_POST in olha.alerts[alerts]
    assert await town.stored("select whole from areas") == [{"whole": 1}]


async def test_no_settlement_moves_between_a_coordinators_own_area_and_another(town: Town) -> None:
    olha = await serving(town)
    other = await town.app.store.transact(partial(areas.add, community=KOMYSHUVAKHA, name="Північна"))
    await opens_area(town, olha)
    page = await olha.sees(OWN_POST)

    await olha.forges(Serve(other, ZORIANE, 0).pack(), on=page)
    await town.settled()
    assert OWN_POST in olha.alerts[-1]
    assert await town.stored("select * from area_settlements") == []

    await town.app.store.transact(
        partial(areas.serve, area_id=other, community=KOMYSHUVAKHA, settlement=SettlementCode(ZORIANE))
    )
    await olha.forges(Leave(other, ZORIANE, 0).pack(), on=page)
    await town.settled()
    assert len(olha.alerts) == 2
    assert OWN_POST in olha.alerts[-1]
    assert len(await town.stored("select * from area_settlements")) == 1


async def test_nobody_accepts_an_invitation_that_they_issued(either_town: Town) -> None:
    town = either_town
    await town.area()
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    payload = await invited(town, olha)
    await olha.starts(payload)
    await olha.sees("Це запрошення видали Ви.")
    assert "Прийняти запрошення" not in olha.buttons
    await takes_post(town, await town.resident("Іван"), payload)
    await town.settled()
    assert len(await town.stored("select id from assignments")) == 1


async def test_a_coordinator_gives_no_case_to_themselves(town: Town) -> None:
    olha = await serving(town)
    await town.stored("update areas set whole = :no returning id", no=0)
    await asks(await town.resident("Олена"), "Справа")
    await opens_queue(olha, 1)
    await olha.presses("КШ-2026-000001 · Запитання")
    await olha.presses("Передати офіцеру")
    page = await olha.sees("Іншого офіцера в цій громаді немає.")
    assert OWN not in page.buttons
    await olha.forges(GiveCase(CaseId(1), OfficerId(1)).pack(), on=page)
    await town.settled()
    assert "Собі звернення не передають" in olha.alerts[-1]
    assert await town.stored("select officer_id from cases") == [{"officer_id": None}]


async def test_another_coordinator_dismisses_and_the_complaint_stays_closed_to_the_former_officer(
    either_town: Town,
) -> None:
    town = either_town
    olha = await serving(town)
    nina = await of_the_country(town, "Ніна")
    await complains(await town.resident("Олена"), "Офіцерка спить")
    await town.passes(hours=1)
    await dismisses(town, nina)
    assert await town.stored("select id from assignments where until is null") == []
    await opens_queue(olha, 0)
    await olha.forges(History(CaseId(1)).pack(), on=olha.last)
    await town.settled()
    assert "нічого не знайдено" in olha.alerts[-1]
    await olha.does_not_see("КШ-2026-000001", anywhere=True)
    await opens_queue(nina, 1)


async def test_a_complaint_sent_a_year_after_the_post_has_ended_is_read_as_any(either_town: Town) -> None:
    town = either_town
    olha = await serving(town)
    nina = await of_the_country(town, "Ніна")
    await dismisses(town, nina)
    await town.passes(days=366)
    await complains(await town.resident("Олена"), "Офіцер спить")
    await olha.sees("КШ-2027-000001")
    await opens_queue(olha, 1)


async def test_an_officer_who_becomes_a_coordinator_later_does_not_read_it_either(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await complains(await town.resident("Олена"), "Офіцер спить")
    await town.passes(hours=1)
    await dismisses(town, olha)
    await town.stored(
        """insert into parts(person_id, role, scope, scope_code, since)
           select id, 'coordinator', 'oblast', :oblast, 0 from persons
            where id in (select person_id from accounts where external_hash = :id) returning id""",
        oblast=ZAPORIZHZHIA,
        id=hashed(ivan.id),
    )
    await opens_queue(ivan, 0)
    await opens_queue(olha, 1)


async def test_who_serves_after_a_complaint_does_not_read_it_when_the_post_is_over(town: Town) -> None:
    await town.area()
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    nina = await of_the_country(town, "Ніна")
    await complains(await town.resident("Олена"), "Офіцер спить")
    await serves(town, olha)
    await town.passes(hours=1)
    await dismisses(town, nina)
    await opens_queue(olha, 0)
    await opens_queue(nina, 1)
