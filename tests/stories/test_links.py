"""Links that lead to a community, an area or an office; and how often they are used."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.ids import OfficeId
from bot.domain.links import community_of_token, community_payload, office_of_token, office_payload
from bot.register import CommunityCode
from simulator import Person
from tests.stories.test_offices import opens_office, with_office
from tests.town import KOMYSHUVAKHA, Town


async def newcomer(town: Town, name: str, payload: str) -> Person:
    person = town.telegram.person(name)
    await person.starts(payload)
    await person.presses("Погоджуюся")
    await town.settled()
    return person


async def links_of(ivan: Person) -> str:
    await opens_office(ivan)
    await ivan.presses("Посилання для мешканців")
    return (await ivan.sees("їх можна друкувати")).text


async def test_each_link_leads_straight_to_the_community_and_is_counted(either_town: Town) -> None:
    town = either_town
    area, ivan = await with_office(town)
    [office] = await town.stored("select id from offices")
    payloads = [f"a-{area}", community_payload(KOMYSHUVAKHA), office_payload(OfficeId(int(str(office["id"]))))]
    for name, payload in zip(("Олена", "Тарас", "Оксана"), payloads, strict=True):
        await (await newcomer(town, name, payload)).does_not_see("Яка Ваша громада?", anywhere=True)
    assert await town.stored("select distinct community from residents") == [{"community": KOMYSHUVAKHA}]
    text = await links_of(ivan)
    assert [f"start={payload}\nПереходів сьогодні: 1, за 30 днів: 1, усього: 1" in text for payload in payloads] == [
        True
    ] * 3


async def test_uses_are_counted_by_day_and_name_nobody(town: Town) -> None:
    area, ivan = await with_office(town)
    await newcomer(town, "Олена", f"a-{area}")
    await town.passes(days=1)
    taras = await newcomer(town, "Тарас", f"a-{area}")
    await taras.starts(f"a-{area}")
    await town.passes(days=40)
    await newcomer(town, "Оксана", f"a-{area}")
    assert "Переходів сьогодні: 1, за 30 днів: 1, усього: 4" in await links_of(ivan)
    rows = await town.stored("select * from link_uses order by day")
    assert [sorted(row) for row in rows] == [["day", "kind", "subject", "uses"]] * 3
    assert [row["uses"] for row in rows] == [1, 2, 1]


@pytest.mark.parametrize("payload", ["m-00000000000000000", "m-23", "m-", "f-999", "f-", "m-80000000000093317"])
async def test_a_link_to_nothing_only_greets_and_counts_nothing(town: Town, payload: str) -> None:
    await town.area()
    olena = town.telegram.person("Олена")
    await olena.starts(payload)
    await olena.presses("Погоджуюся")
    await olena.sees("Яка Ваша громада?")
    assert await town.stored("select * from link_uses") == []


async def test_the_link_of_an_office_that_is_none_any_more_only_greets(town: Town) -> None:
    _, ivan = await with_office(town)
    await ivan.presses("Адреса")
    await ivan.presses("Кабінету більше немає")
    await ivan.sees("Адреси ще немає")
    olena = await newcomer(town, "Олена", "f-1")
    await olena.sees("Яка Ваша громада?")


async def test_a_link_to_a_community_that_does_not_take_part_says_so(town: Town) -> None:
    olena = await newcomer(town, "Олена", community_payload(KOMYSHUVAKHA))
    await olena.sees("Ваша громада ще не долучилася", anywhere=True)


@given(number=st.integers(0, 2**53), code=st.from_regex(r"UA[0-9]{17}", fullmatch=True))
def test_a_link_is_read_as_it_was_written(number: int, code: str) -> None:
    community, office = CommunityCode(code), OfficeId(number)
    assert community_of_token(community_payload(community).partition("-")[2]) == community
    assert office_of_token(office_payload(office).partition("-")[2]) == office
    assert len(community_payload(community)) <= 64
