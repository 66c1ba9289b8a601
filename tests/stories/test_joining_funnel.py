"""The funnel as files: a picture, and a table with every community."""

from io import BytesIO

import pytest
from openpyxl import load_workbook
from PIL import Image

from bot.domain.communities import Enrolment
from bot.domain.ids import PersonId
from bot.storage import communities, joining
from bot.storage.transaction import Transaction
from simulator import Person
from tests.stories.joining import a_head, content_of, opens_joining
from tests.stories.posts import DNIPRO, FAR_AWAY
from tests.town import Town


async def opens_funnel(coordinator: Person) -> None:
    await coordinator.says("Координатор")
    await coordinator.presses("Як приєднуються громади")


async def far_away(town: Town, enrolment: Enrolment) -> None:
    """A community of another oblast has come to this step."""
    [person] = await town.stored("select min(id) as id from persons")

    async def add(tx: Transaction) -> None:
        await communities.add(tx, FAR_AWAY, DNIPRO, PersonId(int(str(person["id"]))))
        await joining.set_step(tx, FAR_AWAY, enrolment, None)

    await town.app.store.transact(add)


async def of_the_country(town: Town) -> Person:
    roman = await town.coordinator("Роман", DNIPRO)
    await town.stored(
        f"update parts set scope = 'country', scope_code = null where scope_code = '{DNIPRO}' returning id"
    )
    return roman


async def rows_of(town: Town, coordinator: Person) -> dict[str, list[tuple[object, ...]]]:
    """The sheets of the table that a coordinator gets."""
    await opens_funnel(coordinator)
    await coordinator.presses("Таблицею")
    await town.settled()
    book = load_workbook(BytesIO(content_of(coordinator, coordinator.last)))
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets}


async def test_the_table_says_of_each_community_where_it_is_since_when_and_whose_turn_it_is(
    either_town: Town,
) -> None:
    town = either_town
    olha, nadiia = await a_head(town)
    await nadiia.says("Рада громади")
    await nadiia.presses("Ми згодні")
    await town.passes(days=3)
    sheets = await rows_of(town, olha)
    assert ("Згодні", 1) in sheets["Кроки"]
    assert ("Запрошено", 0) in sheets["Кроки"]
    [head, row] = sheets["Громади"]
    assert head == ("Громада", "Район", "Область", "Крок", "З дати", "Днів", "Чий хід")
    assert row[:4] == ("Комишуваська селищна громада", "Запорізький", "Запорізька", "Згодні")
    assert str(row[4]).startswith("2026-11-24")
    assert row[5:] == (3, "координатор")


async def test_where_all_is_ready_it_is_the_coordinators_turn(town: Town) -> None:
    olha, nadiia = await a_head(town)
    await opens_joining(olha)
    await olha.presses("Записати меморандум")
    await olha.says("15/2 від 20.11.2026")
    assert (await rows_of(town, olha))["Громади"][1][6] == "громада"
    await nadiia.says("Рада громади")
    await nadiia.presses("Список готовності")
    for item in ("Кабінет", "Обладнання", "Житло", "Авто"):
        await nadiia.presses(f"· {item}")
        await nadiia.presses("Готово")
        await nadiia.presses("‹ Назад")
    assert (await rows_of(town, olha))["Громади"][1][6] == "координатор"


async def test_a_coordinator_gets_their_own_oblast_and_an_administrator_of_the_country_each_oblast(
    town: Town,
) -> None:
    olha, _ = await a_head(town)
    await far_away(town, Enrolment.ACTIVE)
    assert [row[2] for row in (await rows_of(town, olha))["Громади"][1:]] == ["Запорізька"]
    roman = await of_the_country(town)
    sheets = await rows_of(town, roman)
    assert sheets["Кроки"][0] == ("Крок", "Громад", "Дніпропетровська", "Запорізька")
    assert ("Працюють", 1, 1, 0) in sheets["Кроки"]
    assert [row[2] for row in sheets["Громади"][1:]] == ["Дніпропетровська", "Запорізька"]


@pytest.mark.parametrize("oblasts", [1, 2])
async def test_the_picture_is_shown_as_one(town: Town, oblasts: int) -> None:
    olha, _ = await a_head(town)
    await far_away(town, Enrolment.ACTIVE)
    reader = olha if oblasts == 1 else await of_the_country(town)
    await opens_funnel(reader)
    await reader.presses("Картинкою")
    await town.settled()
    shown = reader.last.fields["photo"][-1].file_id
    with Image.open(BytesIO(reader._bot.files.find(shown).content)) as picture:  # noqa: SLF001
        assert picture.format == "PNG"
        assert picture.width == 907
        assert (picture.height > 550) == (oblasts == 2)


async def test_who_coordinates_nothing_any_more_gets_no_file(town: Town) -> None:
    olha, _ = await a_head(town)
    await opens_funnel(olha)
    funnel = await olha.sees("Скільки громад на кожному кроці.")
    await town.stored("update parts set until = since where role = 'coordinator' returning id")
    await olha.presses("Таблицею", on=funnel)
    await town.settled()
    assert olha.alerts[-1] == "Тут нічого не знайдено."
    assert "document" not in olha.last.fields
