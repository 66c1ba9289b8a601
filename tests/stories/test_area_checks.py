"""The check of service areas: it leads a coordinator to gaps and overlaps, and says to the operator where they are."""

from functools import partial
from pathlib import Path

from bot.domain.ids import AreaId
from bot.storage import areas
from bot.storage.transaction import Transaction
from tests.process import environment
from tests.stories.commands import carried_out
from tests.stories.posts import DNIPRO, ZAPORIZHZHIA, opens_area, opens_community, presses_one_that_begins
from tests.stories.test_areas import PLACES, VILLAGE, makes_area
from tests.town import KOMYSHUVAKHA, Town

CHECK = "Перевірити дільниці: "


async def serves(tx: Transaction, area: AreaId, settlement: str) -> None:
    """By name, whichever other area does."""
    await tx.execute(
        "insert into area_settlements(settlement, area_id, community) values (:settlement, :area, :community)",
        settlement=settlement,
        area=area,
        community=KOMYSHUVAKHA,
    )


async def test_a_community_that_one_area_serves_has_nothing_to_check(town: Town) -> None:
    await town.area()
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await opens_community(olha)
    await olha.sees("Комишуваська селищна громада")
    assert not [each for each in olha.buttons if each.startswith(CHECK)]


async def test_gaps_are_listed_page_by_page_until_an_area_serves_the_rest(town: Town) -> None:
    await town.area()
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await opens_area(town, olha)
    await olha.presses("Лише окремі населені пункти")
    await olha.presses("‹ Назад")
    await olha.presses("‹ Назад")
    await olha.presses(f"{CHECK}{len(PLACES) + 2}")
    page = await olha.sees("Перевірка дільниць")
    assert "Немає дільниці на решту громади." in page.text
    assert "Дільниця Уся громада: нічого не обслуговує" in page.text
    seen = page.text
    await olha.presses("Далі ›")
    seen += (await olha.sees("Перевірка дільниць")).text
    assert all(f"{name}: не обслуговує жодна дільниця" in seen for name in PLACES)
    await olha.presses("‹ Назад")
    await olha.presses("Уся громада · офіцерів: 0")
    await olha.presses("Обслуговує всю громаду")
    await olha.sees("Обслуговує всю громаду, крім сіл")
    await olha.forges(f"ky:{KOMYSHUVAKHA}:1", on=olha.last)  # an old button
    await olha.sees("Зауважень немає.")


async def test_an_area_that_serves_nothing_is_named(town: Town) -> None:
    await town.area()
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await opens_community(olha)
    await makes_area(olha, "Північна")
    await olha.presses("‹ Назад")
    await presses_one_that_begins(town, olha, CHECK)
    assert "Дільниця Північна: нічого не обслуговує" in (await olha.sees("Перевірка дільниць")).text


async def test_a_settlement_of_two_areas_and_one_of_another_community_are_named(town: Town) -> None:
    first = await town.area()
    second = await town.app.store.transact(partial(areas.add, community=KOMYSHUVAKHA, name="Північна"))
    foreign = "UA00000000000000001"
    for area, settlement in ((first, PLACES[VILLAGE]), (second, PLACES[VILLAGE]), (second, foreign)):
        await town.app.store.transact(partial(serves, area=area, settlement=settlement))
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await opens_community(olha)
    await olha.presses(f"{CHECK}2")
    page = await olha.sees("Перевірка дільниць")
    assert f"с. {VILLAGE}: обслуговує кілька дільниць" in page.text
    assert f"{foreign}: у реєстрі це вже інша громада" in page.text


async def test_the_check_is_for_the_coordinators_of_the_place_alone(town: Town) -> None:
    await town.area()
    petro = await town.coordinator("Петро", DNIPRO)
    maria = await town.resident("Марія")
    for person in (petro, maria):
        await person.forges(f"ky:{KOMYSHUVAKHA}:0", on=person.last)
        await town.settled()
        assert "Перевірка дільниць" not in person.last.text


async def test_the_operators_check_names_communities_with_gaps(town: Town, tmp_path: Path) -> None:
    env = environment(None, tmp_path / "bot.sqlite3")
    area = await town.area()
    assert "one area serves each settlement" in (await carried_out("check", env=env))[1]
    await town.app.store.transact(partial(areas.set_whole, area_id=area, whole=False))
    said = " ".join((await carried_out("check", env=env))[1].split())
    assert f"Комишуваська ({KOMYSHUVAKHA}): without an area for the rest 1, areas that serve nothing 1" in said
