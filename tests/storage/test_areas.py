"""Who serves a place: the query that every new case runs says what the rule of the domain says."""

import random

from bot.domain.area_checks import findings
from bot.domain.communities import Division, WholeAlready
from bot.domain.ids import AreaId
from bot.register import CommunityCode
from bot.storage import areas
from bot.storage.engine import Database
from bot.storage.transaction import Store, Transaction
from simulator.clock import MovedClock
from tests.town import KOMYSHUVAKHA, policy, resources

PLACES = [each.code for each in resources().register.community(KOMYSHUVAKHA).settlements][:5]


async def act(tx: Transaction, division: Division, chance: random.Random, ids: list[AreaId]) -> Division:
    """Something that a coordinator may do, done to both."""
    area, place = chance.choice(ids), chance.choice(PLACES)
    match chance.randrange(4):
        case 0:
            await areas.serve(tx, area, KOMYSHUVAKHA, place)
            return division.serving(area, place)
        case 1:
            await areas.leave(tx, area, place)
            return division.without(area, place)
        case 2:
            try:
                division = division.with_whole(area)
            except WholeAlready:
                return division
            await areas.leave_all(tx, area)
            await areas.set_whole(tx, area, True)
            return division
        case _:
            if len(ids) > 1:
                ids.remove(area)
                await areas.leave_all(tx, area)
                await areas.close(tx, area)
                division = division.closed(area)
            return division


async def test_the_query_and_the_rule_agree_on_who_serves_a_place(database: Database) -> None:
    async def many_changes(tx: Transaction) -> None:
        await tx.execute(
            "insert into communities(code, oblast, enrolment, enrolled_at) values (:code, '', 'active', 0)",
            code=KOMYSHUVAKHA,
        )
        chance = random.Random(7)  # noqa: S311  # the same changes in every run
        ids = [await areas.add(tx, CommunityCode(KOMYSHUVAKHA), f"Дільниця {number}") for number in range(8)]
        division = Division()
        for _ in range(60):
            division = await act(tx, division, chance, ids)
            assert await areas.division(tx, KOMYSHUVAKHA) == division
            unserved = {
                each.settlement for each in findings(PLACES, (await areas.portions(tx, [KOMYSHUVAKHA]))[KOMYSHUVAKHA])
            }
            assert {each for each in PLACES if await areas.serving(tx, KOMYSHUVAKHA, each) is None} == unserved - {None}
            for place in (*PLACES, None):
                assert await areas.serving(tx, KOMYSHUVAKHA, place) == division.area_of(place)

    await Store(database, MovedClock(), policy()).transact(many_changes)
