"""Notices: seen before they are sent, to whom they come and when, and what an urgent one needs."""

from simulator.people import Part
from tests.stories.chats import binds
from tests.stories.notices import (
    EVACUATION,
    MISSING,
    PHONE,
    WORDS,
    ZORIANE,
    aims_everywhere,
    oblast_wide,
    one_officer,
    opens_form,
    previews,
    sends,
    silent,
    status,
    two_communities,
    writes,
)
from tests.stories.posts import DNIPRO, FAR_AWAY, ZAPORIZHZHIA, presses_one_that_begins
from tests.town import KOMYSHUVAKHA, Town, resources

# Written and sent.


async def test_an_officer_notifies_the_residents_of_the_area_and_no_others(either_town: Town) -> None:
    town = either_town
    ivan = await one_officer(town)
    await town.area(FAR_AWAY)
    olena, taras, far = (
        await town.resident("Олена"),
        await town.resident("Тарас"),
        await town.resident("Інна", FAR_AWAY),
    )
    await sends(ivan)
    for person in (olena, taras):
        got = await person.sees(WORDS, anywhere=True)
        assert got.text.startswith("Телефонні шахраї\nПише: капітан поліції Іван Петренко")
        assert got.buttons == ["Запитати офіцера", f"Вимкнути тему «{PHONE}»"]
    await far.does_not_see(WORDS, anywhere=True)
    report = await ivan.sees("Звіт про сповіщення", anywhere=True)
    assert "Мешканці: доставлено 2" in report.text


async def test_the_report_counts_the_residents_of_each_area_where_there_are_several(town: Town) -> None:
    await two_communities(town)
    [other] = [each for each in await town.stored("select code from communities") if each["code"] != KOMYSHUVAKHA]
    await town.resident("Олена")
    await town.resident("Інна", str(other["code"]))
    lesia = await town.coordinator("Леся", ZAPORIZHZHIA)
    await sends(lesia)
    report = await lesia.sees("Звіт про сповіщення", anywhere=True)
    assert report.text.splitlines()[3:] == [
        "Мешканці: доставлено 2",
        "",
        "Мешканці, Уся громада: доставлено 1",
        "Мешканці, Уся громада: доставлено 1",
    ]


async def test_the_preview_is_what_is_received(town: Town) -> None:
    ivan, olena = await one_officer(town), await town.resident("Олена")
    summary = await previews(ivan)
    assert "Отримають: 1 мешканець." in summary.text
    assert "Піде відразу." in summary.text
    seen = await ivan.sees(WORDS)
    await ivan.presses("Надіслати")
    got = await olena.sees(WORDS, anywhere=True)
    assert (got.text, got.entities, got.buttons) == (seen.text, seen.entities, seen.buttons)


async def test_the_live_message_takes_the_place_of_the_summary(town: Town) -> None:
    ivan = await one_officer(town)
    await town.resident("Олена")
    summary = await previews(ivan)
    await ivan.presses("Надіслати")
    await ivan.sees("Доставлено: 1")
    live = next(each for each in ivan.chat if "Доставлено: 1" in each.text)
    assert live.id == summary.id
    assert "██████████ 100 %" in live.text


async def test_readers_of_english_get_the_english_text(town: Town) -> None:
    ivan, olena, john = await one_officer(town), await town.resident("Олена"), await town.resident("Джон")
    await john.says("Налаштування")
    await john.presses("English")
    await opens_form(ivan)
    await ivan.presses(PHONE)
    await ivan.says(WORDS)
    await ivan.presses("Далі ›")
    await ivan.says("Tell nobody the code.")
    await aims_everywhere(ivan)
    await ivan.presses("Без строку")
    await ivan.sees("Tell nobody the code.")
    await ivan.presses("Надіслати")
    got = await john.sees("Tell nobody the code.", anywhere=True)
    assert got.text.startswith("Phone fraud\nFrom: Police Captain Іван Петренко")
    await olena.sees(WORDS, anywhere=True)
    await olena.does_not_see("Tell nobody", anywhere=True)


async def test_a_photo_goes_with_its_text_as_one_message(town: Town) -> None:
    ivan, olena = await one_officer(town), await town.resident("Олена")
    await opens_form(ivan)
    await ivan.presses(PHONE)
    await ivan.sends_photo(WORDS)
    await ivan.sees("Уже є: текст, фото")
    await ivan.presses("Далі ›")
    await ivan.presses("Лише українською")
    await aims_everywhere(ivan)
    await ivan.presses("Без строку")
    await ivan.presses("Надіслати")
    got = await olena.sees(WORDS, anywhere=True)
    assert got.fields["photo"]
    assert got.buttons == ["Запитати офіцера", f"Вимкнути тему «{PHONE}»"]


async def test_an_album_follows_its_text(town: Town) -> None:
    ivan, olena = await one_officer(town), await town.resident("Олена")
    await opens_form(ivan)
    await ivan.presses(PHONE)
    await ivan.sends_album([Part("photo", WORDS), Part("photo"), Part("video")])
    await ivan.sees("Уже є: текст, фото (2), відео")
    await ivan.presses("Далі ›")
    await ivan.presses("Лише українською")
    await aims_everywhere(ivan)
    await ivan.presses("Без строку")
    await ivan.presses("Надіслати")
    got = await olena.sees(WORDS, anywhere=True)
    after = olena.chat[olena.chat.index(got) + 1 :]
    assert [next(kind for kind in ("photo", "video") if kind in each.fields) for each in after] == [
        "photo", "photo", "video",
    ]  # fmt: skip


async def test_only_ticked_settlements_get_it(town: Town) -> None:
    ivan = await one_officer(town)
    near, far, nowhere = (
        await town.resident("Олена", settlement=ZORIANE),
        await town.resident("Тарас", settlement="UA23060090010082325"),
        await town.resident("Інна"),
    )
    await writes(ivan)
    await ivan.says("йцукенгшщз")
    await ivan.sees("Серед Ваших місць такого не знайдено.")
    name = next(each.name for each in resources().register.community(KOMYSHUVAKHA).settlements if each.code == ZORIANE)
    await ivan.says(name)
    await ivan.sees("✓ означає")
    await presses_one_that_begins(town, ivan, f"с. {name}")
    await ivan.sees("✓ означає")
    await ivan.presses("Готово")
    await ivan.sees("Отримають: 1 мешканець.")
    await ivan.presses("Готово")
    await ivan.presses("Зараз")
    await ivan.presses("Без строку")
    await ivan.presses("Надіслати")
    await near.sees(WORDS, anywhere=True)
    for person in (far, nowhere):
        await person.does_not_see(WORDS, anywhere=True)


async def test_community_chats_get_it_and_pin_what_is_urgent(town: Town) -> None:
    ivan = await one_officer(town)
    group = town.telegram.group("Комишуваха: новини")
    await binds(ivan, group, can_pin=True)
    summary = await previews(ivan, EVACUATION, "Виїзд о 12:00 від школи.", urgent=True)
    assert "0 мешканців, 1 група." in summary.text
    await ivan.presses("Надіслати")
    await ivan.sees("Підтвердьте словом")
    await ivan.says("терміново")
    got = await group.sees("Виїзд о 12:00", anywhere=True)
    assert got.buttons == ["Запитати офіцера"]
    assert group.pinned == [got.text]


async def test_community_chats_may_be_left_out(town: Town) -> None:
    ivan = await one_officer(town)
    group = town.telegram.group("Комишуваха: новини")
    await binds(ivan, group)
    await town.resident("Олена")
    await writes(ivan)
    await ivan.presses("✓ Також групи й канали громади")
    await aims_everywhere(ivan)
    await ivan.presses("Без строку")
    await ivan.presses("Надіслати")
    await ivan.sees("Доставлено: 1")
    await group.does_not_see(WORDS, anywhere=True)


# When it goes.


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
    await ivan.says("завтра 09:00")
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


# Urgent ones.


async def test_an_urgent_notice_goes_only_after_the_word_is_typed(town: Town) -> None:
    ivan, olena = await one_officer(town), await town.resident("Олена")
    await previews(ivan, MISSING, "Зникла дитина", urgent=True)
    await ivan.presses("Надіслати")
    await ivan.says("так")
    await ivan.sees("напишіть слово, яке стоїть на екрані")
    await olena.does_not_see("Зникла", anywhere=True)
    await ivan.says("Терміново!")
    got = await olena.sees("Зникла дитина", anywhere=True)
    assert got.text.startswith("Терміново: Розшук зниклих людей")


async def test_a_topic_that_saves_no_lives_now_is_never_urgent(town: Town) -> None:
    ivan = await one_officer(town)
    await opens_form(ivan)
    await ivan.presses(PHONE)
    await ivan.sees("Надішліть текст українською")
    [row] = await town.stored("select id from notices")
    await ivan.forges(f"nu:{row['id']}:1", on=ivan.last)
    await town.settled()
    assert "нічого не знайдено" in ivan.alerts[-1]


async def test_an_urgent_notice_to_an_oblast_waits_for_a_second_coordinator(either_town: Town) -> None:
    town = either_town
    await two_communities(town)
    olena = await town.resident("Олена")
    olha, petro = await town.coordinator("Ольга", ZAPORIZHZHIA), await town.coordinator("Петро", ZAPORIZHZHIA)
    dmytro = await town.coordinator("Дмитро", DNIPRO)
    await oblast_wide(town, olha)
    await olha.sees("Чекає підтвердження другого координатора.")
    await olena.does_not_see("Виїзд", anywhere=True)
    await dmytro.does_not_see("Виїзд", anywhere=True)
    await petro.sees("Виїзд о 12:00", anywhere=True)
    [row] = await town.stored("select id, version from notices")
    for person, refusal in ((olha, "має підтвердити інша людина"), (dmytro, "нічого не знайдено")):
        await person.forges(f"nsc:{row['id']}:{row['version']}", on=person.last)
        await town.settled()
        assert refusal in person.alerts[-1]
    await petro.presses("Підтверджую, надіслати")
    await olena.sees("Виїзд о 12:00", anywhere=True)


async def test_of_two_who_let_a_notice_go_the_other_is_notified_how_it_was_corrected(town: Town) -> None:
    await two_communities(town)
    olena = await town.resident("Олена")
    olha, petro = await town.coordinator("Ольга", ZAPORIZHZHIA), await town.coordinator("Петро", ZAPORIZHZHIA)
    await oblast_wide(town, olha)
    await petro.presses("Підтверджую, надіслати")
    await olha.presses("Виправити")
    await olha.says("Виїзд о 13:00 від школи.")
    await olha.presses("Надіслати виправлення")
    await olena.sees("Виїзд о 13:00", anywhere=True)
    await petro.sees("Виїзд о 13:00", anywhere=True)
    correction = await petro.sees("Його виправили.")
    await petro.presses("Відкрити сповіщення", on=correction)
    await petro.presses("Відкликати")
    await petro.presses("Так, відкликати")
    await olena.does_not_see("Виїзд", anywhere=True)
    assert not [each for each in olha.chat if "Його виправили." in each.text]


async def test_leaving_out_a_village_does_not_spare_the_second_coordinator(town: Town) -> None:
    await two_communities(town)
    olena = await town.resident("Олена")
    olha, petro = await town.coordinator("Ольга", ZAPORIZHZHIA), await town.coordinator("Петро", ZAPORIZHZHIA)
    await writes(olha, EVACUATION, "Виїзд о 12:00 від школи.", urgent=True)
    await olha.presses("Усюди, де я працюю")
    await olha.says("Кирпотине")
    await olha.presses("✓ с-ще Кирпотине")
    await olha.presses("Готово")
    for label in ("Готово", "Зараз", "7 днів", "Надіслати"):
        await olha.presses(label)
    await olha.says("терміново")
    await petro.sees("Термінове на більшість громад області", anywhere=True)
    await olena.does_not_see("Виїзд", anywhere=True)


async def test_an_urgent_notice_to_half_of_the_communities_needs_no_second_coordinator(town: Town) -> None:
    await two_communities(town)
    olena = await town.resident("Олена")
    olha, petro = await town.coordinator("Ольга", ZAPORIZHZHIA), await town.coordinator("Петро", ZAPORIZHZHIA)
    await writes(olha, EVACUATION, "Виїзд о 12:00 від школи.", urgent=True)
    for label in ("Комишуваська селищна громада", "Усе разом", "Готово", "Готово", "Зараз", "7 днів", "Надіслати"):
        await olha.presses(label)
    await olha.says("терміново")
    await olena.sees("Виїзд о 12:00", anywhere=True)
    await petro.does_not_see("Виїзд", anywhere=True)


async def test_nobody_confirms_for_a_coordinator_who_is_one_no_more(town: Town) -> None:
    await two_communities(town)
    olena = await town.resident("Олена")
    olha, petro = await town.coordinator("Ольга", ZAPORIZHZHIA), await town.coordinator("Петро", ZAPORIZHZHIA)
    await oblast_wide(town, olha)
    await town.settled()
    await town.stored(
        "update parts set until = 1 where person_id in (select person_id from accounts where external_id = :id)"
        " returning id",
        id=str(olha.id),
    )
    await petro.presses("Підтверджую, надіслати")
    await olena.does_not_see("Виїзд", anywhere=True)
    assert "нічого не знайдено" in petro.alerts[-1]


async def test_of_two_second_coordinators_the_later_sees_what_happened(town: Town) -> None:
    await two_communities(town)
    olha, petro = await town.coordinator("Ольга", ZAPORIZHZHIA), await town.coordinator("Петро", ZAPORIZHZHIA)
    lesia = await town.coordinator("Леся", ZAPORIZHZHIA)
    await oblast_wide(town, olha)
    await petro.presses("Не надсилати")
    await olha.sees("Сповіщення не підтвердили.", anywhere=True)
    await lesia.presses("Підтверджую, надіслати")
    await town.settled()
    assert await status(town) == "draft"
    assert "нічого не знайдено" in lesia.alerts[-1]


async def test_two_confirm_at_the_same_time_and_it_goes_once(town: Town) -> None:
    await two_communities(town)
    olena = await town.resident("Олена")
    olha, petro = await town.coordinator("Ольга", ZAPORIZHZHIA), await town.coordinator("Петро", ZAPORIZHZHIA)
    lesia = await town.coordinator("Леся", ZAPORIZHZHIA)
    await oblast_wide(town, olha)
    await town.settled()
    for person in (petro, lesia):
        [button] = [each for each in person.last.inline if each.text == "Підтверджую, надіслати"]
        await person.presses_button(person.last, button)
    await town.settled()
    assert "Зараз: надіслано" in lesia.alerts[-1]
    assert len([each for each in olena.chat if "Виїзд" in each.text]) == 1


async def test_where_there_is_no_second_coordinator_the_word_is_enough(town: Town) -> None:
    await two_communities(town)
    olena, olha = await town.resident("Олена"), await town.coordinator("Ольга", ZAPORIZHZHIA)
    await oblast_wide(town, olha)
    got = await olena.sees("Виїзд о 12:00", anywhere=True)
    assert "Пише: поліція" in got.text
