"""Notices are acted on by those who have the right at the moment of the press: not before a transfer, not after it."""

from simulator import Person
from tests.keys import hashed
from tests.stories.desk import dismisses
from tests.stories.notices import (
    MISSING,
    WORDS,
    ZORIANE,
    oblast_wide,
    one_officer,
    previews,
    sends,
    status,
    two_communities,
    writes,
)
from tests.stories.posts import ZAPORIZHZHIA
from tests.town import KOMYSHUVAKHA, Town

ABSENT = "Тут нічого не знайдено."
CHANGED = "Виїзду немає, усі лишаються."


async def another_area(town: Town) -> None:
    """A second area of the community takes Zoriane from the first, which serves all of it."""
    await town.stored(
        """insert into areas(community, name, whole, created_at) values (:code, 'Північна', false, 0) returning id""",
        code=KOMYSHUVAKHA,
    )
    await town.stored(
        """insert into area_settlements(settlement, area_id, community)
           select cast(:place as text), max(id), cast(:code as text) from areas returning area_id""",
        place=ZORIANE,
        code=KOMYSHUVAKHA,
    )


async def is_moved(town: Town) -> None:
    """The one officer serves another area of the same community from now on, and no longer their former one."""
    await another_area(town)
    await town.stored("update assignments set area_id = (select max(id) from areas) returning id")


async def finds_nothing(town: Town, who: Person, *pressed: str) -> None:
    for data in pressed:
        before = len(who.alerts)
        await who.forges(data, on=who.last)
        await town.settled()
        assert who.alerts[before:] == [ABSENT], data


async def waits_for_the_morning(author: Person) -> None:
    await writes(author)
    await author.presses("Усюди, де я працюю")
    await author.presses("Готово")
    await author.presses("завтра 09:00")
    await author.presses("Без строку")
    await author.presses("Надіслати")
    await author.sees("Чекає свого часу.")


async def ends_parts_of(town: Town, coordinator: Person) -> None:
    await town.stored(
        "update parts set until = 1 where person_id in (select person_id from accounts where external_hash = :id)"
        " returning id",
        id=hashed(coordinator.id),
    )


# An officer who was moved, or dismissed.


async def test_an_officer_moved_to_another_area_has_no_right_to_notices_of_the_former_one(either_town: Town) -> None:
    town = either_town
    ivan, olena = await one_officer(town), await town.resident("Олена")
    await sends(ivan)
    await olena.sees(WORDS, anywhere=True)
    await is_moved(town)
    await finds_nothing(town, ivan, "ng:1", "nr:1", "nq:1", "nqr:1", "nco:1:uk", "nwa:1", "nww:1", "ntb:1")
    await olena.sees(WORDS, anywhere=True)
    assert await status(town) == "sent"
    await ivan.says("Сповістити мешканців")
    await ivan.presses("Мої сповіщення")
    await ivan.sees("Сповіщень ще немає.")


async def test_who_was_moved_to_another_area_before_the_hour_sends_nothing(town: Town) -> None:
    ivan, olena = await one_officer(town), await town.resident("Олена")
    await waits_for_the_morning(ivan)
    await is_moved(town)
    await town.passes(hours=23)
    assert await status(town) == "withdrawn"
    await olena.does_not_see(WORDS, anywhere=True)
    await ivan.sees("Ви вже не працюєте там", anywhere=True)


async def test_the_last_press_of_who_was_moved_or_dismissed_meanwhile_sends_nothing(town: Town) -> None:
    ivan, olena = await one_officer(town), await town.resident("Олена")
    await previews(ivan)
    await is_moved(town)
    await ivan.presses("Надіслати")
    await town.settled()
    assert ivan.alerts == [ABSENT]
    await previews(ivan)
    await dismisses(town, ivan)
    await ivan.presses("Надіслати")
    await town.settled()
    assert ivan.alerts == [ABSENT, ABSENT]
    await olena.does_not_see(WORDS, anywhere=True)
    assert {str(row["status"]) for row in await town.stored("select status from notices")} == {"draft"}


async def test_a_settlement_that_was_given_away_meanwhile_is_ticked_no_more(town: Town) -> None:
    ivan = await one_officer(town)
    here, away = await town.resident("Олена"), await town.resident("Тарас", settlement=ZORIANE)
    await writes(ivan)
    await ivan.forges(f"nj:1:1:{ZORIANE}:0", on=ivan.last)
    await town.settled()
    await another_area(town)
    await ivan.forges("nj:1:1::0", on=ivan.last)
    await ivan.presses("Готово")
    await ivan.sees("Отримають: 1 мешканець.")
    await ivan.presses("Готово")
    await ivan.presses("Зараз")
    await ivan.presses("Без строку")
    await ivan.presses("Надіслати")
    await here.sees(WORDS, anywhere=True)
    await away.does_not_see(WORDS, anywhere=True)


async def test_the_word_of_who_was_dismissed_meanwhile_sends_nothing(town: Town) -> None:
    ivan, olena = await one_officer(town), await town.resident("Олена")
    await previews(ivan, MISSING, "Зникла дитина", urgent=True)
    await ivan.presses("Надіслати")
    await ivan.sees("Підтвердьте словом")
    await dismisses(town, ivan)
    await ivan.says("терміново")
    await ivan.sees(ABSENT)
    await olena.does_not_see("Зникла дитина", anywhere=True)
    assert await status(town) == "draft"


async def test_a_photo_of_who_was_dismissed_meanwhile_is_not_taken(town: Town) -> None:
    ivan = await one_officer(town)
    await ivan.says("Сповістити мешканців")
    await ivan.presses("Нове сповіщення")
    await ivan.presses("Телефонні шахраї")
    await ivan.sees("Надішліть текст українською")
    await dismisses(town, ivan)
    await ivan.sends_photo("Після звільнення")
    await ivan.sees(ABSENT)
    assert await town.stored("select * from notice_files") == []
    assert await town.stored("select * from notice_texts") == []


# A coordinator.


async def test_a_correction_of_who_coordinates_no_more_changes_nothing(town: Town) -> None:
    ivan, olena = await one_officer(town), await town.resident("Олена")
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await sends(ivan)
    await olha.forges("nco:1:uk", on=olha.last)
    await olha.sees("Виправлення")
    await olha.says("Інші слова")
    await olha.sees("Так побачать усі")
    await ends_parts_of(town, olha)
    await olha.presses("Надіслати виправлення")
    await town.settled()
    assert olha.alerts[-1] == ABSENT
    await olha.says("Ще інші слова")
    await olha.sees(ABSENT)
    await olena.sees(WORDS, anywhere=True)


async def test_a_second_coordinator_confirms_what_they_were_shown_and_nothing_else(town: Town) -> None:
    await two_communities(town)
    olena = await town.resident("Олена")
    olha, petro = await town.coordinator("Ольга", ZAPORIZHZHIA), await town.coordinator("Петро", ZAPORIZHZHIA)
    await oblast_wide(town, olha)
    shown = await petro.sees("Термінове на більшість громад області", anywhere=True)
    [confirm] = [each for each in shown.inline if each.text == "Підтверджую, надіслати"]
    await olha.presses("Повернути в чернетки")
    await olha.presses("Продовжити")
    await olha.says(CHANGED)
    await olha.forges("nv:1", on=olha.last)
    await olha.sees("Перевірте і надішліть")
    await olha.presses("Надіслати")
    await olha.sees("Підтвердьте словом")
    await olha.says("терміново")
    await petro.sees(CHANGED, anywhere=True)
    await petro.presses_button(shown, confirm)
    await town.settled()
    assert petro.alerts[-1].startswith("Ця кнопка вже не діє.")
    await olena.does_not_see(CHANGED, anywhere=True)
    assert await status(town) == "waiting"
    await petro.presses("Підтверджую, надіслати")
    await olena.sees(CHANGED, anywhere=True)


async def test_a_second_coordinator_who_is_one_no_more_confirms_nothing(town: Town) -> None:
    await two_communities(town)
    olena = await town.resident("Олена")
    olha, petro = await town.coordinator("Ольга", ZAPORIZHZHIA), await town.coordinator("Петро", ZAPORIZHZHIA)
    await oblast_wide(town, olha)
    await petro.sees("Термінове на більшість громад області", anywhere=True)
    await ends_parts_of(town, petro)
    for label in ("Підтверджую, надіслати", "Не надсилати"):
        await petro.presses(label)
        await town.settled()
        assert petro.alerts[-1] == ABSENT
    await olena.does_not_see("Виїзд", anywhere=True)
    assert await status(town) == "waiting"


# A resident.


async def test_a_button_that_is_out_of_range_is_as_absent_as_any_other(town: Town) -> None:
    ivan, olena = await one_officer(town), await town.resident("Олена")
    await previews(ivan)
    await finds_nothing(town, olena, f"nn:1:{2**53}", f"nn:99:{2**53}", f"np:1:{2**53}")
    for data in (f"nn:1:{2**53}", f"np:1:{2**53}"):
        await ivan.forges(data, on=ivan.last)
        await town.settled()
        assert ivan.alerts[-1].startswith("Ця кнопка вже не діє."), data
    assert await town.stored("select error from inbox where state = 'set_aside'") == []
