"""Notices: seen before they are sent, in which shape and language they come, and to whom."""

from simulator.people import Part
from tests.stories.chats import binds
from tests.stories.notices import (
    EVACUATION,
    PHONE,
    WORDS,
    ZORIANE,
    aims_everywhere,
    one_officer,
    opens_form,
    previews,
    sends,
    two_communities,
    writes,
)
from tests.stories.posts import FAR_AWAY, ZAPORIZHZHIA, presses_one_that_begins
from tests.town import KOMYSHUVAKHA, Town, resources


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
    assert got.text.startswith("Phone fraud\nFrom: Police Captain Ivan Petrenko")
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
    await ivan.presses("✓ Також чати громади")
    await aims_everywhere(ivan)
    await ivan.presses("Без строку")
    await ivan.presses("Надіслати")
    await ivan.sees("Доставлено: 1")
    await group.does_not_see(WORDS, anywhere=True)
