"""Notices that were sent: followed while they go, corrected, taken back, and read."""

from bot.domain.subscriptions import Topic
from simulator.people import Part
from tests.stories.chats import binds
from tests.stories.notices import (
    DOMESTIC,
    MISSING,
    PHONE,
    WORDS,
    aims_everywhere,
    one_officer,
    opens_form,
    photos_of,
    previews,
    sends,
    status,
    subscribes,
    writes,
)
from tests.stories.posts import DNIPRO, FAR_AWAY, ZAPORIZHZHIA
from tests.town import Town


async def test_who_bound_a_group_is_notified_that_a_notice_did_not_get_there(town: Town) -> None:
    ivan = await one_officer(town)
    group = town.telegram.group("Комишуваха: новини")
    await binds(ivan, group)
    await town.passes(hours=12)  # at night, so that the group is planned before it is silenced
    await previews(ivan)
    await ivan.presses("Надіслати")
    await town.passes(seconds=5)
    await ivan.sees("Заплановано: 1")
    await group.silences_people()
    await town.passes(hours=10)
    await ivan.sees("Бот зараз не може писати сюди: «Комишуваха: новини».", anywhere=True)
    report = await ivan.sees("Звіт про сповіщення", anywhere=True)
    assert "Групи: чекають дозволу 1" in report.text


# While it goes, and after.


async def test_a_withdrawn_notice_goes_from_the_chats(town: Town) -> None:
    ivan, olena = await one_officer(town), await town.resident("Олена")
    await sends(ivan)
    await olena.sees(WORDS, anywhere=True)
    await ivan.presses("Відкликати")
    await ivan.presses("Так, відкликати")
    await ivan.sees("Відкликано")
    await olena.does_not_see(WORDS, anywhere=True)
    assert await status(town) == "withdrawn"


async def test_after_two_days_a_withdrawn_notice_says_so(town: Town) -> None:
    ivan, olena = await one_officer(town), await town.resident("Олена")
    await sends(ivan)
    await town.passes(hours=49)
    await ivan.presses("Відкликати")
    await ivan.presses("Так, відкликати")
    await olena.sees("Сповіщення відкликано.", anywhere=True)
    await olena.does_not_see(WORDS, anywhere=True)


async def test_a_correction_changes_what_was_delivered(town: Town) -> None:
    ivan, olena = await one_officer(town), await town.resident("Олена")
    await sends(ivan)
    got = await olena.sees(WORDS, anywhere=True)
    await ivan.presses("Виправити")
    typed = await ivan.says("Кажіть усим: код нікому!")
    await ivan.sees("Так побачать усі")
    await ivan.edits(typed, "Кажіть усім: код нікому!")
    await ivan.sees("Кажіть усім: код нікому!")
    await olena.does_not_see("Кажіть усім", anywhere=True)
    await ivan.presses("Надіслати виправлення")
    changed = await olena.sees("Кажіть усім: код нікому!", anywhere=True)
    assert changed.id == got.id
    assert "Виправлено: 24 листопада 2026 р., 10:00" in changed.text
    await ivan.sees("Звіт про сповіщення\nТелефонні шахраї\nВиправлення надіслано.", anywhere=True)
    await olena.does_not_see(WORDS, anywhere=True)


async def test_a_corrected_caption_keeps_its_photo_and_an_album_goes_whole(town: Town) -> None:
    ivan, olena = await one_officer(town), await town.resident("Олена")
    await opens_form(ivan)
    await ivan.presses(PHONE)
    await ivan.sends_album([Part("photo", WORDS), Part("photo")])
    await ivan.presses("Далі ›")
    await ivan.presses("Лише українською")
    await aims_everywhere(ivan)
    await ivan.presses("Без строку")
    await ivan.presses("Надіслати")
    before = len(olena.chat)
    await ivan.presses("Виправити")
    await ivan.says("Нові слова")
    await ivan.presses("Надіслати виправлення")
    await olena.sees("Нові слова", anywhere=True)
    assert len(olena.chat) == before + 3
    await ivan.presses("Відкликати")
    await ivan.presses("Так, відкликати")
    await town.settled()
    assert len(olena.chat) == before


async def test_a_paused_notice_waits_until_it_is_resumed(town: Town) -> None:
    ivan, olena = await one_officer(town), await town.resident("Олена")
    await town.passes(hours=12)
    await previews(ivan)
    await ivan.presses("Надіслати")
    await ivan.presses("Призупинити")
    await ivan.sees("Призупинено.")
    await town.passes(hours=10)
    await olena.does_not_see(WORDS, anywhere=True)
    await ivan.presses("Продовжити надсилання")
    await olena.sees(WORDS, anywhere=True)


async def test_who_was_found_is_shown_no_more(town: Town) -> None:
    ivan, olena = await one_officer(town), await town.resident("Олена")
    await opens_form(ivan)
    await ivan.presses(MISSING)
    await ivan.presses("Терміново")
    await ivan.sends_photo("Марійка, 7 років, синя куртка")
    await ivan.presses("Далі ›")
    await ivan.presses("Лише українською")
    await aims_everywhere(ivan)
    await ivan.presses("3 дні")
    await ivan.presses("Надіслати")
    await ivan.sees("Підтвердьте словом")
    await ivan.says("терміново")
    await olena.sees("Марійка", anywhere=True)
    await ivan.presses("Знайдено")
    await ivan.presses("Так, знайдено")
    await olena.sees("Людину знайдено.", anywhere=True)
    await olena.does_not_see("Марійка", anywhere=True)
    assert not photos_of(olena)
    before = len(photos_of(ivan))
    await ivan.says("Сповістити мешканців")
    await ivan.presses("Мої сповіщення")
    await ivan.presses("сьогодні · надіслано · Терміново: Розшук зниклих людей")
    await ivan.presses("Прочитати")
    await ivan.sees("Людину знайдено. Дякуємо")
    assert "photo" not in ivan.last.fields
    assert len(photos_of(ivan)) == before


async def test_after_two_days_a_grey_picture_takes_the_place_of_a_photo(town: Town) -> None:
    ivan, olena = await one_officer(town), await town.resident("Олена")
    await opens_form(ivan)
    await ivan.presses(MISSING)
    await ivan.presses("Звичайне")
    await ivan.sends_album([Part("photo", "Марійка, 7 років"), Part("photo")])
    await ivan.sees("Уже є: текст, фото (2)")
    await ivan.presses("Далі ›")
    await ivan.presses("Лише українською")
    await aims_everywhere(ivan)
    await ivan.presses("3 дні")
    await ivan.presses("Надіслати")
    await olena.sees("Марійка", anywhere=True)
    photos = photos_of(olena)
    await town.passes(hours=73)
    await olena.sees("Сповіщення відкликано.", anywhere=True)
    await olena.does_not_see("Марійка", anywhere=True)
    assert len(photos) == len(photos_of(olena)) == 2
    assert not photos & photos_of(olena)


async def test_a_search_that_is_over_goes_from_the_chats(town: Town) -> None:
    ivan, olena = await one_officer(town), await town.resident("Олена")
    await writes(ivan, MISSING, "Марійка, 7 років", urgent=False)
    await ivan.presses("Усюди, де я працюю")
    await ivan.presses("Готово")
    await ivan.presses("Зараз")
    await ivan.sees("розшук зникне з чатів")
    assert "Без строку" not in ivan.buttons
    await ivan.presses("1 день")
    await ivan.presses("Надіслати")
    await olena.sees("Марійка", anywhere=True)
    await town.passes(hours=25)
    await olena.does_not_see("Марійка", anywhere=True)
    assert await status(town) == "withdrawn"


async def test_a_coordinator_of_the_scope_takes_an_officers_notice_back(town: Town) -> None:
    ivan, olena = await one_officer(town), await town.resident("Олена")
    olha, dmytro = await town.coordinator("Ольга", ZAPORIZHZHIA), await town.coordinator("Дмитро", DNIPRO)
    await sends(ivan)
    await olena.sees(WORDS, anywhere=True)
    await olha.says("Сповістити мешканців")
    await olha.presses("Сповіщення інших")
    await olha.presses("сьогодні · надіслано · Телефонні шахраї")
    await olha.presses("Відкликати")
    await olha.presses("Так, відкликати")
    await olena.does_not_see(WORDS, anywhere=True)
    await ivan.sees("Відкликано", anywhere=True)
    await dmytro.says("Сповістити мешканців")
    await dmytro.presses("Сповіщення інших")
    await dmytro.sees("Сповіщень ще немає.")


async def test_two_coordinators_withdraw_at_once_and_the_second_sees_what_happened(town: Town) -> None:
    ivan, olena = await one_officer(town), await town.resident("Олена")
    olha, petro = await town.coordinator("Ольга", ZAPORIZHZHIA), await town.coordinator("Петро", ZAPORIZHZHIA)
    await sends(ivan)
    for person in (olha, petro):
        await person.says("Сповістити мешканців")
        await person.presses("Сповіщення інших")
        await person.presses("сьогодні · надіслано · Телефонні шахраї")
        await person.presses("Відкликати")
        await person.sees("Відкликати сповіщення?")
    for person in (olha, petro):
        [button] = [each for each in person.last.inline if each.text == "Так, відкликати"]
        await person.presses_button(person.last, button)
    await town.settled()
    assert "Зараз: відкликано" in petro.alerts[-1]
    await olena.does_not_see(WORDS, anywhere=True)
    [row] = await town.stored("select version from broadcasts")
    assert row["version"] == 2


async def test_who_has_blocked_the_bot_is_counted_as_unreachable(town: Town) -> None:
    ivan, olena, taras = await one_officer(town), await town.resident("Олена"), await town.resident("Тарас")
    await town.passes(hours=12)  # at night: planned before the bot is blocked
    await previews(ivan)
    await ivan.presses("Надіслати")
    await town.passes(seconds=5)
    await ivan.sees("Заплановано: 2")
    await taras.blocks()
    await town.passes(hours=10)
    await olena.sees(WORDS, anywhere=True)
    live = await ivan.sees("Доставлено: 1", anywhere=True)
    assert "Недоступні: 1" in live.text
    report = await ivan.sees("Звіт про сповіщення", anywhere=True)
    assert "Мешканці: доставлено 1, недоступні 1" in report.text


# What is discreet.


async def test_words_on_violence_at_home_come_when_they_are_opened(town: Town) -> None:
    ivan, olena, taras = await one_officer(town), await town.resident("Олена"), await town.resident("Тарас")
    far = await town.resident("Інна", FAR_AWAY)
    await subscribes(town, olena, Topic.DOMESTIC)
    await sends(ivan, DOMESTIC, "Куди звернутися: 15 47")
    push = await olena.sees("Є нове сповіщення для вас.", anywhere=True)
    assert "насильство" not in push.text.casefold()
    await olena.presses("Показати")
    await olena.sees("Куди звернутися: 15 47")
    await olena.presses("Сховати")
    await olena.does_not_see("Куди звернутися", anywhere=True)
    await taras.does_not_see("Є нове сповіщення", anywhere=True)
    [notice] = await town.stored("select id from notices")
    await far.forges(f"nop:{notice['id']}", on=far.last)
    await town.settled()
    assert "нічого не знайдено" in far.alerts[-1]
