"""What belongs to a community's way beside words: the memorandum's file, and the office on the map."""

from simulator import Person
from tests.stories.joining import a_head, opens_joining
from tests.town import Town


async def signs(olha: Person) -> None:
    """The memorandum is noted, and its page is open."""
    await opens_joining(olha)
    await olha.presses("Записати меморандум")
    await olha.says("15/2 від 20.11.2026")
    await olha.presses("Меморандум")


async def test_the_memorandums_file_is_opened_by_the_council_as_it_was_sent_and_can_be_replaced(
    either_town: Town,
) -> None:
    town = either_town
    olha, nadiia = await a_head(town)
    await signs(olha)
    await olha.sees("Файла ще немає.")
    await olha.presses("Додати файл")
    sent = await olha.sends_document("Меморандум.pdf")
    await olha.presses("Відкрити файл")
    shown = await olha.sees("Меморандум: 15/2, 20 листопада 2026 р.", anywhere=True)
    assert shown.fields["document"].file_id == sent.fields["document"].file_id
    await nadiia.says("Рада громади")
    await nadiia.presses("Меморандум")
    await town.settled()
    assert "Замінити файл" not in nadiia.buttons
    await nadiia.presses("Відкрити файл")
    await town.settled()
    assert nadiia.last.fields["document"].file_id == sent.fields["document"].file_id
    await olha.presses("Замінити файл")
    await olha.sends_photo()
    await nadiia.presses("Відкрити файл")
    await town.settled()
    assert "photo" in nadiia.last.fields
    assert len(await town.stored("select id from files")) == 1
    acts = [row["act"] for row in await town.stored("select act from audit order by id")]
    assert acts.count("attach memorandum") == 2


async def test_words_are_no_file_and_a_new_number_leaves_the_file(town: Town) -> None:
    olha, _ = await a_head(town)
    await signs(olha)
    await olha.presses("Додати файл")
    await olha.says("Ось він")
    await olha.sees("Тут потрібне фото або документ.")
    await olha.sends_photo()
    await olha.presses("Змінити номер і дату")
    await olha.says("16 від 21.11.2026")
    await olha.sees("Меморандум: 16, 21 листопада 2026 р.")
    await olha.presses("Меморандум")
    await olha.sees("Меморандум: 16, 21 листопада 2026 р.")
    assert "Відкрити файл" in olha.buttons


async def test_who_is_of_neither_side_opens_no_file(town: Town) -> None:
    olha, nadiia = await a_head(town)
    await signs(olha)
    await olha.presses("Додати файл")
    await olha.sends_photo()
    await nadiia.says("Рада громади")
    await nadiia.presses("Меморандум")
    page = await nadiia.sees("Меморандум: 15/2", anywhere=True)
    await opens_joining(olha)
    await olha.presses("Рада громади")
    await olha.presses("Надія Коваль")
    await olha.presses("Припинити повноваження")
    await olha.presses("Так, припинити")
    await nadiia.sees("Ви більше не представляєте громаду.")
    await nadiia.presses("Відкрити файл", on=page)
    await town.settled()
    assert nadiia.alerts[-1] == "Тут нічого не знайдено."
    assert not any("photo" in each.fields for each in nadiia.chat)


async def test_the_office_has_its_place_on_the_map_beside_its_address(either_town: Town) -> None:
    town = either_town
    _, nadiia = await a_head(town)
    await nadiia.says("Рада громади")
    await nadiia.presses("Список готовності")
    await nadiia.presses("· Кабінет")
    await town.settled()
    assert "На мапі" not in nadiia.buttons
    await nadiia.presses("Записати адресу або точку")
    await nadiia.says("с. Зоряне, вул. Миру, 1")
    for latitude in (47.71, 47.72):
        await nadiia.presses("Записати адресу або точку")
        await nadiia.sends_location(latitude, 35.5)
        await nadiia.sees("с. Зоряне, вул. Миру, 1")
    await nadiia.presses("На мапі")
    await town.settled()
    venue = nadiia.last.fields["venue"]
    assert (venue.location.latitude, venue.title, venue.address) == (47.72, "Кабінет", "с. Зоряне, вул. Миру, 1")


async def test_a_point_is_for_the_office_alone(town: Town) -> None:
    _, nadiia = await a_head(town)
    await nadiia.says("Рада громади")
    await nadiia.presses("Список готовності")
    await nadiia.presses("· Житло")
    await nadiia.presses("Записати, що є")
    await nadiia.sends_location(47.7, 35.5)
    await town.settled()
    assert await town.stored("select item from readiness where latitude is not null") == []
