"""The office of an area: said by its officer or a coordinator, found by residents."""

import pytest

from bot.domain.ids import AreaId
from bot.domain.offices import OfficePart
from bot.handlers.offices.buttons import AreaOffice, ByAppointment, EditOffice
from simulator import Person
from tests.stories.posts import ZAPORIZHZHIA
from tests.stories.reception import COUNCIL, village
from tests.town import Town

ADDRESS = "вул. Богдана Хмельницького, 38"


async def opens_office(officer: Person) -> None:
    await officer.says("Мій кабінет")
    await officer.presses("Ще: картка, чати, дошка")
    await officer.presses("Кабінет")
    await officer.sees("Кабінет дільниці")


async def with_office(town: Town) -> tuple[AreaId, Person]:
    area = await town.area()
    ivan = await town.officer("Іван Петренко", area)
    await opens_office(ivan)
    await ivan.presses("Адреса")
    await ivan.says(ADDRESS)
    await ivan.sees(f"Кабінет: {ADDRESS}")
    return area, ivan


async def card_of(town: Town, person: Person) -> str:
    await person.presses("Мій офіцер")
    await town.settled()
    return (await person.sees("Мій офіцер", anywhere=True)).text


async def test_an_officer_says_where_the_office_is_and_residents_find_it(town: Town) -> None:
    _, ivan = await with_office(town)
    await ivan.presses("Телефон")
    await ivan.says("061 123 45 67")
    await ivan.presses("Як знайти")
    await ivan.says("двері з двору")
    await ivan.presses("Місце на мапі")
    await ivan.sends_location(47.72, 35.52)
    await ivan.presses("Фото")
    await ivan.sends_photo("підпис")
    await ivan.sees("Мешканці бачать це")
    olena = await town.resident("Олена")
    text = await card_of(town, olena)
    assert f"Кабінет: {ADDRESS}\nЯк знайти: двері з двору\nТелефон кабінету: +380 61 123 45 67" in text
    await olena.presses("На мапі")
    place = await olena.sees("")
    assert (place.fields["venue"].location.latitude, place.fields["venue"].address) == (47.72, ADDRESS)
    await olena.presses("Фото кабінету")
    photo = await olena.sees(f"Кабінет: {ADDRESS}")
    assert "photo" in photo.fields
    assert "підпис" not in photo.text


async def test_a_coordinator_says_it_too_and_the_audit_tells_who_did(town: Town) -> None:
    area = await town.area()
    await town.officer("Іван Петренко", area)
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await olha.says("Координатор")
    await olha.forges(EditOffice(area, OfficePart.ADDRESS).pack(), on=olha.last)
    await olha.says(ADDRESS)
    await olha.presses("Лише за домовленістю")
    await olha.sees("Прийом лише за домовленістю")
    noted = await town.stored("select by_kind, act from audit where subject_kind = 'office' order by id")
    assert [tuple(each.values()) for each in noted] == [
        ("coordinator", "set title"),
        ("coordinator", "receive by appointment"),
    ]
    await olha.presses("‹ Назад")
    await olha.sees("Обслуговує всю громаду")


async def test_a_known_place_becomes_the_office_by_one_press(town: Town) -> None:
    there = await village(town)
    await opens_office(there.ivan)
    await there.ivan.presses(COUNCIL)
    await there.ivan.sees(f"Кабінет: {COUNCIL}")
    olena = await town.resident("Олена")
    assert f"Кабінет: {COUNCIL}" in await card_of(town, olena)


async def test_by_appointment_residents_read_neither_address_nor_hours(town: Town) -> None:
    there = await village(town)
    await opens_office(there.ivan)
    await there.ivan.presses(COUNCIL)
    await there.ivan.presses("Лише за домовленістю")
    await there.ivan.sees("Мешканці не бачать ні адреси, ні годин тут")
    await town.stored("update officers set station = 'таємна станція' returning id")
    olena = await town.resident("Олена")
    text = await card_of(town, olena)
    assert "Прийом за домовленістю" in text
    await olena.presses("Години прийому")
    text += (await olena.sees("Прийом за домовленістю")).text
    assert "Зоряне" not in text
    assert "таємна станція" not in text
    await town.passes(days=7)  # with all reminders
    await olena.does_not_see("Зоряне")
    await there.ivan.presses("Показувати адресу мешканцям")
    assert COUNCIL in await card_of(town, olena)


@pytest.mark.parametrize("mark", ["front", "occupied"])
async def test_near_the_front_no_resident_reads_the_address(town: Town, mark: str) -> None:
    _, ivan = await with_office(town)
    await ivan.presses("Місце на мапі")
    await ivan.sends_location(47.72, 35.52)
    olena = await town.resident("Олена")
    assert ADDRESS in await card_of(town, olena)
    await town.stored(f"update communities set {mark} = true returning code")
    assert ADDRESS not in await card_of(town, olena)
    await opens_office(ivan)
    page = await ivan.sees("мешканці бачать лише «за домовленістю»")
    assert "На мапі" not in page.buttons  # what residents are not shown is in no message of its own
    await olena.presses("На мапі")  # of the card above
    assert not [each for each in olena.chat if "venue" in each.fields]


async def test_what_is_not_asked_for_is_refused_and_asked_again(town: Town) -> None:
    _, ivan = await with_office(town)
    await ivan.presses("Фото")
    await ivan.sends_document("фото.jpg")
    await ivan.sees("Потрібне фото, надіслане як фото")
    await ivan.presses("Скасувати")
    await ivan.presses("Телефон")
    await ivan.says("зателефонуйте")
    await ivan.says("0611234567")
    await ivan.sees("Телефон кабінету: +380 61 123 45 67")
    await ivan.presses("Місце на мапі")
    await ivan.says("біля школи")
    await ivan.sees("Потрібне місце на мапі")


async def test_each_part_can_be_removed_and_a_removed_photo_is_kept_nowhere(town: Town) -> None:
    _, ivan = await with_office(town)
    await ivan.presses("Фото")
    await ivan.sends_photo("")
    await ivan.presses("Фото")
    await ivan.presses("Прибрати фото")
    await ivan.sees("Мешканці бачать це")
    assert await town.stored("select id from files") == []
    await ivan.presses("Адреса")
    await ivan.presses("Кабінету більше немає")
    await ivan.sees("Адреси ще немає")
    olena = await town.resident("Олена")
    assert "Кабінет:" not in await card_of(town, olena)


async def test_nobody_else_says_where_an_office_is(town: Town) -> None:
    area, _ = await with_office(town)
    other = await town.officer("Оксана Коваль", await town.area("UA23060030000037089"))
    far = await town.coordinator("Петро", "UA05000000000010236")
    olena = await town.resident("Олена")
    for person in (other, far, olena):
        for button in (AreaOffice(area), EditOffice(area, OfficePart.ADDRESS), ByAppointment(area, on=True)):
            await person.forges(button.pack(), on=person.last)
            await town.settled()
        await person.does_not_see(ADDRESS)
    assert await town.stored("select id from offices where by_appointment") == []
