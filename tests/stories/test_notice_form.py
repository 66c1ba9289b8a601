"""The form of a notice: its ways back, what it refuses, and that it is nobody else’s."""

from bot.domain.ids import OfficerId
from bot.register import CommunityCode
from bot.storage import areas, officers
from bot.storage.transaction import Transaction
from simulator import Person
from tests.stories.notices import MISSING, PHONE, WORDS, ZORIANE, one_officer, opens_form, previews, status, writes
from tests.stories.posts import DNIPRO
from tests.stories.test_community import second_area
from tests.town import KOMYSHUVAKHA, Town


async def test_every_step_leads_back_and_the_draft_survives_a_restart(town: Town) -> None:
    ivan = await one_officer(town)
    await previews(ivan, MISSING, "Марійка", urgent=True)
    await town.stops()
    town.starts()
    for title in ("Коли сповіщення застаріє?", "Коли надіслати", "Хто отримає", "Англійською, якщо бажаєте", MISSING,
                  "Це терміново?", "Про що сповістити?", "Сповіщення мешканцям"):  # fmt: skip
        await ivan.presses("‹ Назад")
        await ivan.sees(title)
    await ivan.presses("Мої сповіщення")
    await ivan.presses("сьогодні · чернетка · Терміново: Розшук зниклих людей")
    await ivan.presses("Переглянути й надіслати")
    await ivan.sees("Марійка")


async def test_a_cancelled_draft_is_gone_and_a_second_press_does_no_harm(town: Town) -> None:
    ivan = await one_officer(town)
    await writes(ivan)
    screen = await ivan.sees("Хто отримає")
    [button] = [each for each in screen.inline if each.text == "Скасувати"]
    await ivan.presses_button(screen, button)
    await ivan.presses_button(screen, button)
    await town.settled()
    assert not await town.stored("select id from notices")
    assert "нічого не знайдено" in ivan.alerts[-1]


async def test_the_word_cancel_throws_the_draft_away(town: Town) -> None:
    ivan = await one_officer(town)
    await writes(ivan)
    await ivan.says("Скасувати")
    await ivan.sees("Чернетку видалено.")
    assert not await town.stored("select id from notices")


async def test_a_second_press_of_send_sends_nothing_more(town: Town) -> None:
    ivan, olena = await one_officer(town), await town.resident("Олена")
    summary = await previews(ivan)
    [button] = [each for each in summary.inline if each.text == "Надіслати"]
    await ivan.presses_button(summary, button)
    await ivan.presses_button(summary, button)
    await town.settled()
    assert len([each for each in olena.chat if WORDS in each.text]) == 1
    assert "Зараз: надіслано" in ivan.alerts[-1]


async def test_what_was_changed_after_the_preview_is_not_sent_by_it(town: Town) -> None:
    ivan, olena = await one_officer(town), await town.resident("Олена")
    summary = await previews(ivan)
    [button] = [each for each in summary.inline if each.text == "Надіслати"]
    await ivan.presses("‹ Назад")
    await ivan.presses("1 день")
    await ivan.presses_button(summary, button)
    await olena.does_not_see(WORDS, anywhere=True)
    assert await status(town) == "draft"


async def test_what_the_author_changes_in_their_message_changes_in_the_draft(town: Town) -> None:
    ivan, olena = await one_officer(town), await town.resident("Олена")
    summary = await previews(ivan, text="Не кажіть код незнайомм.")
    [said] = [each for each in ivan.chat if each.text == "Не кажіть код незнайомм." and not each.from_bot]
    [button] = [each for each in summary.inline if each.text == "Надіслати"]
    await ivan.edits(said, WORDS)
    await ivan.sees(f"Телефонні шахраї\nУже є: текст.\nТекст: «{WORDS}»")
    await ivan.presses_button(summary, button)
    await olena.does_not_see("Не кажіть код", anywhere=True)
    for label in ("Далі ›", "Лише українською", "Готово", "Зараз", "7 днів", "Надіслати"):
        await ivan.presses(label)
    await olena.sees(WORDS, anywhere=True)


async def test_a_changed_caption_leaves_the_photo_and_changes_the_text(town: Town) -> None:
    ivan = await one_officer(town)
    await opens_form(ivan)
    await ivan.presses(PHONE)
    photo = await ivan.sends_photo("Не кажіть код незнайомм.")
    await ivan.edits(photo, WORDS)
    await ivan.sees(f"Уже є: текст, фото.\nТекст: «{WORDS}»")
    await ivan.presses("Далі ›")
    english = await ivan.says("Tell nobody the cod.")
    await ivan.edits(english, "Tell nobody the code.")
    await ivan.sees("Англійською, якщо бажаєте")
    bodies = [str(each["body"]) for each in await town.stored("select body from notice_texts order by language")]
    assert ["Tell nobody the code." in bodies[0], WORDS in bodies[1]] == [True, True]


async def test_the_author_of_a_notice_learns_that_a_file_keeps_its_name(town: Town) -> None:
    ivan = await one_officer(town)
    await opens_form(ivan)
    await ivan.presses(PHONE)
    await ivan.says(WORDS)
    assert "її побачать усі" not in (await ivan.sees("Уже є: текст.")).text
    await ivan.sends_document("Петренко.pdf")
    assert "Увага: файл іде зі своєю назвою, її побачать усі." in (await ivan.sees("Уже є: текст, файл.")).text


async def test_a_message_that_became_no_text_may_be_edited_freely(town: Town) -> None:
    ivan = await one_officer(town)
    old = await ivan.says("графік")
    await writes(ivan)
    await ivan.edits(old, "Інше")
    await ivan.presses("Усюди, де я працюю")
    [words] = await town.stored("select body from notice_texts")
    assert WORDS in str(words["body"])


async def test_a_draft_that_nobody_touches_is_swept_after_a_day(town: Town) -> None:
    ivan = await one_officer(town)
    await writes(ivan)
    await town.passes(hours=23)
    assert await town.stored("select id from notices")
    await town.passes(hours=2)
    assert not await town.stored("select id from notices")
    assert not await town.stored("select notice_id from notice_texts")


async def test_the_form_warns_of_what_should_not_be_said(town: Town) -> None:
    ivan = await one_officer(town)
    await opens_form(ivan)
    await ivan.presses("Орієнтування поліції")
    await ivan.sees("лише текст, який погодила пресслужба")
    await ivan.says("Після влучання розшукують свідка")
    await ivan.sees("ст. 114-2 КК")


async def test_text_typed_at_a_step_of_buttons_goes_nowhere(town: Town) -> None:
    ivan = await one_officer(town)
    await opens_form(ivan)
    await ivan.presses(MISSING)
    await ivan.sees("Це терміново?")
    await ivan.says("так")
    await ivan.sees("Натисніть одну з кнопок")


async def test_notices_are_nobodys_but_their_authors_and_coordinators(town: Town) -> None:
    area = await town.area()
    ivan, maria = await town.officer("Іван Петренко", area), await town.officer("Марія Коваль", area)
    olena, dmytro = await town.resident("Олена"), await town.coordinator("Дмитро", DNIPRO)
    await previews(ivan)
    [row] = await town.stored("select id from notices")
    number, unit = row["id"], str(area)
    draft = (
        f"nt:{number}:o", f"nk:{number}:o:road", f"ny:{number}", f"nu:{number}:1", f"nw:{number}", f"nz:{number}",
        f"ne:{number}", f"nf:{number}", f"na:{number}:0", f"nl:{number}", f"ni:{number}:{unit}:0",
        f"nb:{number}:{unit}:0", f"nj:{number}:{unit}:{ZORIANE}:0", f"nc:{number}:0", f"nm:{number}", f"nn:{number}:0",
        f"no:{number}", f"np:{number}:1", f"nv:{number}", f"ns:{number}:1", f"nx:{number}", f"ng:{number}",
    )  # fmt: skip
    sent = (
        f"ng:{number}", f"nq:{number}", f"nqr:{number}", f"nco:{number}:uk", f"nwa:{number}",
        f"nww:{number}", f"nfa:{number}", f"nff:{number}", f"ntb:{number}", f"nsc:{number}:1", f"nsd:{number}",
    )  # fmt: skip
    await forge(town, (olena, maria, dmytro), draft)
    await ivan.presses("Надіслати")
    await ivan.sees("Доставлено: 1")
    await forge(town, (olena, maria, dmytro), sent)
    await forge(town, (maria, dmytro), (f"nr:{number}",))  # residents of the place may read what was sent
    assert await status(town) == "sent"
    for data in ("nh:o", "nh:c", "nt:0:o", "nk:0:o:road", "nk:0:c:road"):
        await forge(town, (olena,), (data,))


async def forge(town: Town, people: tuple[Person, ...], buttons: tuple[str, ...]) -> None:
    for person in people:
        before = [each.text for each in person.chat]
        for data in buttons:
            await person.forges(data, on=person.last)
            await town.settled()
            assert "нічого не знайдено" in person.alerts[-1], data
        assert [each.text for each in person.chat] == before


async def test_a_search_ends_after_a_week_where_its_author_says_nothing_else(town: Town) -> None:
    ivan = await one_officer(town)
    await opens_form(ivan)
    await ivan.presses(MISSING)
    await town.settled()
    [notice] = await town.stored("select expires_at, created_at from notices")
    assert int(str(notice["expires_at"])) - int(str(notice["created_at"])) == 7 * 24 * 3600 * 1_000_000


# Whom it is for, and when it goes.


async def serving_nothing(town: Town) -> Person:
    """An officer whose area has no settlements yet."""
    await town.area()
    return await town.officer("Іван Петренко", await second_area(town))


async def test_an_officer_whose_area_serves_nothing_is_told_so_and_who_changes_it(either_town: Town) -> None:
    town = either_town
    ivan = await serving_nothing(town)
    await ivan.says("Сповістити мешканців")
    home = await ivan.sees(
        "Ваша дільниця ще не має сіл і міст, тож сповіщати нікого. Попросіть координатора додати їх."
    )
    assert "Нове сповіщення" not in home.buttons


async def test_nothing_is_ticked_where_an_area_lost_what_it_served_and_the_form_says_so(town: Town) -> None:
    await town.area()
    ivan = await town.officer("Іван Петренко", await second_area(town, ZORIANE))
    await writes(ivan)
    before = await ivan.sees("Хто отримає")

    async def loses(tx: Transaction) -> None:
        await tx.execute("delete from area_settlements")

    await town.app.store.transact(loses)
    await ivan.presses("Усюди, де я працюю", on=before)
    await town.settled()
    assert "ще не має сіл і міст" in ivan.alerts[-1]
    await ivan.presses("‹ Назад", on=before)
    await ivan.presses("Лише українською")
    screen = await ivan.sees("Ваша дільниця ще не має сіл і міст")
    assert screen.buttons == ["‹ Назад", "Скасувати"]


async def test_of_two_areas_the_one_that_serves_nothing_is_named_and_not_ticked(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())

    async def serves_another(tx: Transaction) -> None:
        await officers.assign(tx, OfficerId(1), await areas.add(tx, CommunityCode(KOMYSHUVAKHA), "Південна"))

    await town.app.store.transact(serves_another)
    await writes(ivan)
    screen = await ivan.sees("Ще без сіл і міст: Комишуваська · Південна. Їх додає координатор.")
    assert [each for each in screen.buttons if "Південна" in each] == []
    await ivan.presses("Усюди, де я працюю")
    screen = await ivan.sees("Отримають")
    assert screen.buttons[0] == "✓ Усюди, де я працюю"
    assert "Готово" in screen.buttons


async def test_who_has_chosen_nobody_is_told_so_by_the_button_that_leads_on(town: Town) -> None:
    ivan = await one_officer(town)
    await writes(ivan)
    await ivan.presses("Готово")
    await town.settled()
    assert ivan.alerts[-1] == "Спершу оберіть, хто отримає."
    await ivan.presses("Усюди, де я працюю")
    await ivan.presses("Готово")
    await ivan.sees("Коли надіслати")


async def test_the_last_check_names_the_places(town: Town) -> None:
    ivan = await one_officer(town)
    summary = await previews(ivan)
    assert "Куди: Комишуваська · Уся громада." in summary.text
    for _ in range(3):
        await ivan.presses("‹ Назад")
    await ivan.presses("✓ Усюди, де я працюю")
    for village in ("веселе", "новоіванівка"):
        await ivan.says(village)
        await ivan.presses(f"с. {village.capitalize()}")
    await ivan.presses("Готово")
    await ivan.presses("Готово")
    await ivan.presses("Зараз")
    await ivan.presses("7 днів")
    assert "Куди: Комишуваська · Уся громада (с. Веселе, с. Новоіванівка)." in (await ivan.sees("Перевірте")).text


async def test_the_list_shows_the_day_of_sending(town: Town) -> None:
    ivan = await one_officer(town)
    await writes(ivan)
    await ivan.presses("Усюди, де я працюю")
    await ivan.presses("Готово")
    await ivan.says("27.11 10:00")
    await ivan.presses("7 днів")
    await ivan.presses("Надіслати")
    await ivan.says("Сповістити мешканців")
    await ivan.presses("Мої сповіщення")
    assert "27 листопада · чекає · Телефонні шахраї" in (await ivan.sees("Мої сповіщення")).buttons
