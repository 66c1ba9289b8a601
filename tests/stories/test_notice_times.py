"""When a notice goes: quiet hours, a time that was typed, and what can still happen before it."""

from tests.stories.notices import EVACUATION, MISSING, WORDS, one_officer, previews, sends, silent, status, writes
from tests.town import Town


async def test_an_ordinary_notice_written_at_night_waits_for_the_morning(town: Town) -> None:
    ivan, olena = await one_officer(town), await town.resident("Олена")
    await town.passes(hours=12)  # ten in the evening
    summary = await previews(ivan)
    assert "Тихі години. Піде: завтра, 08:00." in summary.text
    await ivan.presses("Надіслати")
    await ivan.sees("Тихі години. Піде: завтра, 08:00.")
    await olena.does_not_see(WORDS, anywhere=True)
    await town.passes(hours=10)
    await olena.sees(WORDS, anywhere=True)


async def test_an_urgent_notice_comes_at_night_without_a_sound_unless_people_have_to_leave(town: Town) -> None:
    ivan, olena = await one_officer(town), await town.resident("Олена")
    await town.passes(hours=12)
    await sends(ivan, MISSING, "Зникла дитина", urgent=True)
    await sends(ivan, EVACUATION, "Виїзд о шостій", urgent=True)
    assert silent(town, olena, "Зникла дитина")
    assert not silent(town, olena, "Виїзд о шостій")


async def test_a_notice_goes_at_the_hour_that_was_typed_and_once(town: Town) -> None:
    ivan, olena = await one_officer(town), await town.resident("Олена")
    await writes(ivan)
    await ivan.presses("Усюди, де я працюю")
    await ivan.presses("Готово")
    await ivan.says("колись")
    await ivan.sees("Не зрозуміло, коли.")
    await ivan.says("сьогодні о 8")
    await ivan.sees("Цей час уже минув: 24.11.2026, 08:00.")
    await ivan.says("завтра")
    await ivan.sees("О котрій годині?")
    await ivan.says("завтра о 9")
    await ivan.presses("Без строку")
    await ivan.sees("Піде: завтра, 09:00.")
    await ivan.presses("Надіслати")
    await ivan.sees("Чекає свого часу.")
    await town.passes(hours=22)
    await olena.does_not_see(WORDS, anywhere=True)
    await town.passes(hours=1)
    await town.passes(hours=1)
    assert [each.text for each in olena.chat if WORDS in each.text] != []
    assert len([each for each in olena.chat if WORDS in each.text]) == 1


async def test_what_waits_for_its_hour_can_be_taken_back(town: Town) -> None:
    ivan, olena = await one_officer(town), await town.resident("Олена")
    await writes(ivan)
    await ivan.presses("Усюди, де я працюю")
    await ivan.presses("Готово")
    await ivan.presses("завтра 09:00")
    await ivan.presses("Без строку")
    await ivan.presses("Надіслати")
    await ivan.presses("Повернути в чернетки")
    await ivan.sees("Чернетка, ще не надіслано.")
    assert await status(town) == "draft"
    await town.passes(hours=23)
    await olena.does_not_see(WORDS, anywhere=True)


async def test_who_was_dismissed_before_the_hour_sends_nothing(town: Town) -> None:
    ivan, olena = await one_officer(town), await town.resident("Олена")
    await writes(ivan)
    await ivan.presses("Усюди, де я працюю")
    await ivan.presses("Готово")
    await ivan.presses("завтра 09:00")
    await ivan.presses("Без строку")
    await ivan.presses("Надіслати")
    await ivan.sees("Чекає свого часу.")
    await town.stored("update assignments set until = 1 returning id")
    await town.passes(hours=23)
    assert await status(town) == "withdrawn"
    await olena.does_not_see(WORDS, anywhere=True)
    await ivan.sees("Ви вже не працюєте там", anywhere=True)


async def test_the_day_on_which_a_notice_ends_is_typed_as_people_say_it(town: Town) -> None:
    ivan = await one_officer(town)
    await writes(ivan)
    await ivan.presses("Усюди, де я працюю")
    await ivan.presses("Готово")
    await ivan.says("у п'ятницю о 10")
    await ivan.says("до 5 грудня")
    summary = await ivan.sees("Піде: ")
    assert "27 листопада" in summary.text
    assert "Діє до: 5 грудня 2026 р., 23:59." in summary.text
