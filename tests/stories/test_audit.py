"""Each reading is written down, what comes to a chat included. A resident learns how many people read their case."""

import pytest

from bot.services.audit import verify
from simulator import Person
from tests.stories.cases import UNNAMED, asks, talk
from tests.stories.posts import ZAPORIZHZHIA
from tests.stories.test_queue import opens_first
from tests.town import Town


async def received(town: Town) -> list[tuple[object, object]]:
    """By whom text of a case was received, in order."""
    rows = await town.stored(
        "select by_kind, by_id from audit where act = 'receive words' and subject_kind = 'case' order by id"
    )
    return [(row["by_kind"], row["by_id"]) for row in rows]


async def readers(resident: Person) -> str:
    """What a resident's own case says of how many people opened it."""
    await resident.presses("Мої звернення")
    listed = await resident.sees("Оберіть звернення")
    await resident.presses(next(each for each in listed.buttons if each.startswith("000001 · ")), on=listed)
    screen = await resident.sees("Стан: ")
    _, found, count = screen.text.partition("Звернення відкривали")
    return f"{found}{count}".partition("\n")[0]


async def test_each_text_that_comes_to_a_desk_is_written_down_once(either_town: Town) -> None:
    town = either_town
    case = await talk(town)
    assert await received(town) == [("officer", 1)]  # with the card
    await case.olena.says("Ще одне")
    await case.olena.sends_photo("І світлина")
    await case.ivan.sees("І світлина")
    assert await received(town) == [("officer", 1)] * 3
    said = await case.olena.says("Помилка")
    await case.ivan.sees("Помилка")
    await case.olena.edits(said, "Виправлено")
    await case.ivan.sees("Виправлено")
    assert await received(town) == [("officer", 1)] * 5
    await case.ivan.presses("Історія")
    await case.ivan.presses("Показати вкладення")
    await case.ivan.sees("І світлина")
    assert await received(town) == [("officer", 1)] * 6
    assert (await verify(town.app.store)).wrong is None


async def test_what_an_officer_writes_and_what_a_resident_gets_is_no_reading(town: Town) -> None:
    case = await talk(town)
    before = await received(town)
    await case.ivan.says("Дякую, перевірю.", reply_to=await case.ivan.sees("Хто відповідає"))
    await case.olena.sees("Дякую, перевірю.")
    await town.settled()
    assert await received(town) == before


async def test_every_officer_of_an_area_who_is_sent_a_case_has_received_it(town: Town) -> None:
    area = await town.area()
    await town.officer("Іван Петренко", area)
    maria = await town.officer("Марія Бондар", area)
    olena = await town.resident("Олена")
    await asks(olena, "Хто допоможе?")
    await maria.sees("Хто допоможе?")
    assert sorted(await received(town)) == [("officer", 1), ("officer", 2)]


async def test_danger_in_a_message_and_the_words_to_a_rating_are_readings(town: Town) -> None:
    case = await talk(town)
    before = len(await received(town))
    await case.olena.says("Він мене б’є")
    await case.ivan.sees("б’є")
    assert len(await received(town)) == before + 2  # the alert, and the message itself
    await case.ivan.presses("Закрити")
    await case.ivan.presses("Закрити без відповіді")
    await case.olena.presses("5")
    await case.olena.says("Швидко і ввічливо.")
    await case.ivan.sees("Швидко і ввічливо.")
    assert len(await received(town)) == before + 3


async def test_a_coordinator_who_takes_a_case_receives_its_text_with_the_card(town: Town) -> None:
    await town.area()
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    olena = await town.resident("Олена")
    await asks(olena, "Таємні слова")
    await opens_first(olha)
    assert (await received(town), await readers(olena)) == ([], "")
    await olha.presses("Прийняти")
    await olha.sees("Таємні слова")
    assert [kind for kind, _ in await received(town)] == ["coordinator"]
    await olena.says("Ще слова")
    await olha.sees("Ще слова")
    await town.settled()
    assert [kind for kind, _ in await received(town)] == ["coordinator"] * 2


@pytest.mark.parametrize("name", ["", "Олена Коваль"])
async def test_a_resident_sees_how_many_people_opened_their_case_and_not_who(either_town: Town, name: str) -> None:
    town = either_town
    area = await town.area()
    olena = await town.resident("Олена")
    await asks(olena, "Хто допоможе?", name)
    assert await readers(olena) == ""
    for count in ("1 особа", "2 особи", "3 особи"):
        await town.officer(f"Офіцер {count}", area)
        await olena.says("Ще одне")
        await town.settled()
        assert await readers(olena) == f"Звернення відкривали: {count}"
        await olena.does_not_see("Офіцер")


async def test_an_officer_who_is_a_coordinator_too_is_one_person(town: Town) -> None:
    case = await talk(town)
    await town.stored(
        """insert into parts(person_id, role, scope, scope_code, since)
           select person_id, 'coordinator', 'oblast', :oblast, 0 from officers""",
        oblast=ZAPORIZHZHIA,
    )
    await town.stored(
        """insert into audit(id, at, by_kind, by_id, act, subject_kind, subject_id)
           select max(a.id) + 1, 0, 'coordinator', max(o.person_id), 'open', 'case', '1' from audit a, officers o"""
    )
    assert await readers(case.olena) == "Звернення відкривали: 1 особа"


async def test_a_draft_is_read_by_nobody(town: Town) -> None:
    await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await olena.presses("Запитати")
    await olena.says("Ще не надіслано")
    await town.settled()
    assert await received(town) == []
    await olena.presses(UNNAMED)
    await olena.sees("Надіслано")
    assert len(await received(town)) == 1


async def test_a_page_that_is_drawn_again_after_an_act_is_a_reading_too(town: Town) -> None:
    case = await talk(town)
    await case.ivan.presses("Історія")
    await case.ivan.presses("Ознаки злочину", on=await case.ivan.sees("Надіслано."))
    await town.settled()
    acts = [row["act"] for row in await town.stored("select act from audit where by_kind = 'officer' order by id")]
    assert acts[-3:] == ["open", "crime_signs", "open"]


async def test_what_comes_without_its_text_is_read_only_when_it_is_opened(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await olena.presses("Повідомити")
    await olena.presses("Насильство вдома")
    await olena.presses("Зрозуміло, далі")
    await olena.says("Він мене вб’є")
    await olena.presses(UNNAMED)
    card = await ivan.sees("Терміново")
    await ivan.presses("Прийняти")
    await olena.says("Ще слова")
    await town.settled()
    opens = "select act from audit where act in ('open', 'receive words')"
    assert await town.stored(opens) == []
    await ivan.presses("Показати", on=card)
    await ivan.sees("Ще слова")
    assert await town.stored(opens) == [{"act": "open"}]
