"""Office hours are set by their officer where they serve, and by a coordinator within their scope; nobody is shown a
place at which nobody receives."""

import pytest

from simulator import Person
from tests.stories.desk import dismisses
from tests.stories.posts import DNIPRO, FAR_AWAY
from tests.stories.reception import COUNCIL, opens_hours, village
from tests.town import KOMYSHUVAKHA, Town

ABSENT = "Тут нічого не знайдено."
HIS_PLACE = "с. Далеке, вул. Степова, 2"


async def serves_far_away_too(town: Town) -> Person:
    """Ivan of the village serves another oblast's community as well; its coordinator."""
    area = await town.area(FAR_AWAY)
    await town.stored(
        "insert into assignments(officer_id, area_id, since) values (1, :area, 0) returning id", area=area
    )
    return await town.coordinator("Дмитро", DNIPRO)


async def alert(town: Town, who: Person, data: str) -> str:
    """What a forged press is answered with, over the screen or by it."""
    alerts = len(who.alerts)
    await who.forges(data, on=who.last)
    await town.settled()
    return "".join(who.alerts[alerts:]) or who.last.text


# A coordinator.


async def adds_hours(town: Town, who: Person) -> None:
    """At a new place, by the form."""
    await who.forges("hn:1", on=who.last)
    await who.sees("Де прийом?")
    await who.presses("Нове місце")
    await who.sees("Напишіть адресу")
    await who.says(HIS_PLACE)
    await who.presses("Без точки на мапі")
    await who.presses("Пт")
    await who.presses("Далі ›")
    await who.says("10:00-11:00")
    await who.presses("Зберегти")
    await town.settled()


async def test_a_coordinator_sets_an_officers_hours_in_their_own_scope_alone(either_town: Town) -> None:
    town = either_town
    await village(town)
    dmytro = await serves_far_away_too(town)
    await adds_hours(town, dmytro)
    page = await dmytro.sees("Години прийому")
    assert HIS_PLACE in page.text
    assert COUNCIL not in page.text
    assert not [each for each in page.buttons if "09:00" in each]
    await dmytro.forges("hy:1:20261127", on=page)
    await dmytro.sees("10:00–11:00")


@pytest.mark.parametrize(
    "data", ["hu:1", "hx:1", "hb:closed:1:1:20261125", "hb:moved:1:1:20261125", "he:1", "hz:1", "hy:1:20261202"]
)
async def test_a_coordinator_sees_and_changes_no_hours_of_another_oblast(town: Town, data: str) -> None:
    ivan = (await village(town)).ivan
    await ivan.forges("hb:closed:1:1:20261125", on=ivan.last)
    await ivan.presses("Пропустити")
    await ivan.presses("Зберегти")
    await town.settled()
    dmytro = await serves_far_away_too(town)
    said = await alert(town, dmytro, data)
    assert said == ABSENT or (data.startswith("hy") and "09:00" not in said)
    await dmytro.does_not_see(COUNCIL, anywhere=True)
    assert await town.stored("select id from office_rules where removed_at is not null") == []
    assert await town.stored("select id from office_exceptions where removed_at is not null") == []
    assert await town.stored("select flow from dialogs") == []


async def test_a_coordinator_lets_an_officer_receive_nobody_at_a_place_of_another_oblast(town: Town) -> None:
    await village(town)
    dmytro = await serves_far_away_too(town)
    await dmytro.forges("hn:1", on=dmytro.last)
    form = await dmytro.sees("Де прийом?")
    assert COUNCIL not in form.buttons
    for data in ("hc:1", f"hl:{KOMYSHUVAKHA}", f"hk:{KOMYSHUVAKHA}"):
        assert await alert(town, dmytro, data) == ABSENT


# An officer.


async def test_an_officer_dismissed_meanwhile_keeps_nothing_of_their_form(town: Town) -> None:
    ivan = (await village(town)).ivan
    await opens_hours(ivan)
    await ivan.presses("Додати години")
    await ivan.presses(COUNCIL)
    await ivan.presses("Пт")
    await ivan.presses("Далі ›")
    await ivan.says("10:00-11:00")
    await ivan.sees("Перевірте")
    await dismisses(town, ivan)
    assert await alert(town, ivan, "hv") == ABSENT
    for data in ("hx:1", "hn:1", "hb:closed:1:1:20261125"):
        assert await alert(town, ivan, data) == ABSENT
    assert len(await town.stored("select id from office_rules where removed_at is null")) == 1


async def test_of_a_community_that_they_left_an_officer_sees_and_changes_nothing(town: Town) -> None:
    ivan = (await village(town)).ivan
    await ivan.forges("hb:closed:1:1:20261125", on=ivan.last)
    await ivan.presses("Пропустити")
    await ivan.presses("Зберегти")
    await town.settled()
    await serves_far_away_too(town)
    await town.stored("update assignments set until = 1 where area_id = 1 returning id")
    await opens_hours(ivan)
    assert not [each for each in ivan.buttons if "середа" in each]
    for data in ("hu:1", "hx:1", "he:1", "hz:1"):
        assert await alert(town, ivan, data) == ABSENT
    await ivan.does_not_see(COUNCIL)


# A resident.


async def test_a_place_where_nobody_receives_any_more_is_shown_on_no_map(town: Town) -> None:
    ivan = (await village(town)).ivan
    olena = await town.resident("Олена")
    await olena.says("графік")
    await olena.presses("Показати на мапі")
    await town.settled()
    assert "venue" in olena.last.fields
    await dismisses(town, ivan)
    assert await alert(town, olena, "hp:1") == ABSENT


async def test_nobody_is_reminded_of_what_is_not_shown_yet(town: Town) -> None:
    await village(town)
    olena = await town.resident("Олена")
    for data in ("hr:1-99991229:1:1", "hr:1-20270106:1:1"):
        assert await alert(town, olena, data) == ABSENT
    await alert(town, olena, "hr:1-20261223:1:1")
    assert await town.stored("select opening from opening_reminders") == [{"opening": "1-20261223"}]
