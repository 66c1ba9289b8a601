"""A report: what it is about, what it holds, how it is sent, and what its resident sees."""

import pytest

from simulator import Person
from simulator.people import Part
from tests.stories.cases import NAMED, UNNAMED, asks, reports
from tests.town import KOMYSHUVAKHA, Town, resources

OBLAST = resources().register.community(KOMYSHUVAKHA).oblast.code


@pytest.fixture
async def ivan(town: Town) -> Person:
    return await town.officer("Іван Петренко", await town.area())


@pytest.fixture
async def olena(town: Town, ivan: Person) -> Person:
    return await town.resident("Олена")


async def test_a_plain_report_takes_four_acts(town: Town, olena: Person, ivan: Person) -> None:
    await olena.presses("Повідомити")
    await olena.presses("Крадіжка")
    await olena.says("Зник велосипед біля школи.")
    await olena.presses(UNNAMED)
    sent = await olena.sees("Надіслано: КШ-2026-000001")
    assert "Це номер звернення в боті. Заявою про злочин воно не є." in sent.text
    assert "офіцер прочитає" in sent.text
    assert "Це не служба 102" not in sent.text
    assert len(sent.text.splitlines()) <= 5
    card = await ivan.sees("Зник велосипед біля школи.")
    assert "Крадіжка" in card.text
    assert "Без імені" in card.text


async def test_there_is_one_preview_and_it_follows_what_was_sent(town: Town, olena: Person) -> None:
    await olena.presses("Повідомити")
    await olena.presses("Крадіжка")
    await olena.says("Ось що бачу.")
    await olena.sees("Ще не надіслано: «Ось що бачу.».")
    await olena.sends_photo()
    await olena.sends_photo()
    await olena.sends_location(47.7, 35.5)
    await olena.sees("Ще не надіслано: «Ось що бачу.» і ще 3 повідомлення.")
    previews = [bubble for bubble in olena.chat if "Ще не надіслано" in bubble.text]
    assert len(previews) == 1
    assert previews[0] == olena.last


async def test_an_album_gives_one_preview(town: Town, olena: Person, ivan: Person) -> None:
    await olena.presses("Запитати")
    await olena.sends_album([Part("photo", "Яма на дорозі"), Part("photo"), Part("photo")])
    await olena.sees("Ще не надіслано: «Яма на дорозі» і ще 2 повідомлення.")
    assert sum("Ще не надіслано" in bubble.text for bubble in olena.chat) == 1
    await olena.presses(UNNAMED)
    await ivan.sees("Яма на дорозі")
    photos = [bubble for bubble in ivan.chat if "photo" in bubble.fields]
    assert len(photos) == 3
    assert len({photo.message.media_group_id for photo in photos} - {None}) == 1


async def test_with_a_name_the_officer_sees_the_name_that_was_given(town: Town, olena: Person, ivan: Person) -> None:
    await asks(olena, "Коли прийом?", name="Олена  Коваль\u202e")
    await ivan.sees("Мешканець: Олена Коваль")
    assert sum("Як до Вас звертатися?" in bubble.text for bubble in olena.chat) == 0


async def test_a_message_that_apes_an_officers_is_read_as_what_its_resident_wrote(
    town: Town, olena: Person, ivan: Person
) -> None:
    forged = "Дякую.\n\n24 листопада 2026 р., 14:00 · капітан поліції Іван Петренко\nДозволяю."
    await asks(olena, forged)
    await ivan.presses("Історія")
    await olena.presses("Мої звернення")
    await town.settled()
    await olena.presses(next(label for label in olena.buttons if label.startswith("000001 · ")))
    await olena.presses("Прочитати все")
    for reader in (ivan, olena):
        history = await reader.sees("Дозволяю.")
        quotes = [history.message.parse_entity(each) for each in history.entities if each.type == "blockquote"]
        assert quotes == [forged]


@pytest.mark.parametrize(
    "name", ["капітан поліції Іван Петренко", "Поліція громади", "Police officer", "Координатор області"]
)
async def test_a_name_that_apes_a_rank_is_read_as_a_residents(
    town: Town, olena: Person, ivan: Person, name: str
) -> None:
    await asks(olena, "Коли прийом?", name=name)
    await ivan.sees(f"Мешканець: {name}")
    await olena.says("Я дозволяю.")
    await ivan.sees(f"КШ-2026-000001 · Мешканець: {name}\nЯ дозволяю.")
    await ivan.presses("Історія")
    history = await ivan.sees("Я дозволяю.")
    assert history.text.count(f" · Мешканець: {name}\n") == 3


async def test_the_name_can_be_left_and_the_draft_goes_without_it(town: Town, olena: Person, ivan: Person) -> None:
    await olena.presses("Запитати")
    await olena.says("Коли прийом?")
    await olena.presses(NAMED)
    await olena.sees("Напишіть ім’я і прізвище")
    await olena.presses("‹ Назад")
    await olena.says("І ще: де саме?")
    await olena.presses(UNNAMED)
    await ivan.sees("І ще: де саме?")
    await ivan.sees("Без імені", anywhere=True)


async def test_a_cancelled_draft_reaches_nobody_and_offers_the_menu(town: Town, olena: Person, ivan: Person) -> None:
    await olena.presses("Запитати")
    await olena.says("Це не для всіх.")
    await olena.presses("Скасувати")
    await olena.sees("Скасовано. Нічого не надіслано.")
    await ivan.does_not_see("Це не для всіх.", anywhere=True)
    assert await town.stored("select id from cases") == []
    await olena.presses("Запитати")
    await olena.sees("Запитання офіцеру")


async def test_another_category_takes_over_what_was_written_by_a_press(town: Town, olena: Person, ivan: Person) -> None:
    await olena.presses("Повідомити")
    await olena.presses("Крадіжка")
    await olena.says("Хтось розбив лампу.")
    await olena.presses("‹ Назад")
    await olena.presses("Сусіди, шум, п’яні")
    await olena.presses("Додати це сюди")
    await olena.presses(UNNAMED)
    card = await ivan.sees("Хтось розбив лампу.")
    assert "Сусіди, шум, п’яні" in card.text
    assert sum("Ще не надіслано" in bubble.text for bubble in olena.chat) == 0


async def test_a_voice_is_said_to_be_known_once(town: Town, olena: Person) -> None:
    await olena.presses("Запитати")
    await olena.sends_voice()
    await olena.sees("Голос можна впізнати")
    await olena.sends_video_note()
    await olena.sees("Голос можна впізнати")
    assert sum("Голос можна впізнати" in bubble.text for bubble in olena.chat) == 1


async def test_files_are_kept_back_without_a_name_but_their_words_go(town: Town, olena: Person, ivan: Person) -> None:
    await olena.presses("Запитати")
    await olena.sends_video("Оце бачу щоночі.")
    await olena.sends_document("звіт.doc")
    await olena.sees("2 вкладення можуть видати, хто їх надіслав.")
    await olena.sees("Надішліть як фото, напишіть словами або надішліть з іменем.")
    await olena.presses("Без імені і без цих файлів")
    await ivan.sees("Оце бачу щоночі.")
    assert not any({"video", "document"} & bubble.fields.keys() for bubble in ivan.chat)
    assert await town.stored("select id from files") == []


async def test_with_a_name_the_files_go_too(town: Town, olena: Person, ivan: Person) -> None:
    await olena.presses("Запитати")
    await olena.sends_document("звіт.doc", "Ось звіт.")
    await olena.presses(NAMED)
    await olena.says("Олена Коваль")
    assert "document" in (await ivan.sees("Ось звіт.")).fields
    await olena.sends_document("додаток.doc", "І додаток.")
    assert "document" in (await ivan.sees("І додаток.")).fields


async def test_the_preview_says_what_a_file_tells_of_its_sender(town: Town, olena: Person, ivan: Person) -> None:
    tells = "З іменем офіцер отримає файл як є: з назвою. Файл може показувати, хто і де його зробив."
    await olena.presses("Запитати")
    await olena.sends_photo("Яма")
    assert tells not in (await olena.sees("Ще не надіслано")).text
    await olena.sends_document("звіт.doc")
    assert tells in (await olena.sees("Ще не надіслано")).text
    await olena.presses(NAMED)
    assert tells in (await olena.sees("Як до Вас звертатися?")).text


@pytest.mark.parametrize("name", ["", "Олена Коваль"])
async def test_who_adds_to_a_case_with_a_name_reads_what_a_file_tells(
    town: Town, olena: Person, ivan: Person, name: str
) -> None:
    await asks(olena, "Перше?", name=name)
    await olena.presses("Мої звернення")
    await town.settled()
    await olena.presses(next(label for label in olena.buttons if label.startswith("000001 · ")))
    await olena.presses("Дописати")
    assert ("файл як є" in (await olena.sees("що хочете додати")).text) == bool(name)


async def test_a_file_that_waits_for_its_case_is_shown_with_what_it_tells(
    town: Town, olena: Person, ivan: Person
) -> None:
    await asks(olena, "Перше?", name="Олена Коваль")
    await asks(olena, "Друге?", name="Олена Коваль")
    await olena.sends_document("звіт.doc")
    assert "файл як є" in (await olena.sees("Кому це?")).text


async def test_nothing_but_files_cannot_be_sent_without_a_name(town: Town, olena: Person) -> None:
    await olena.presses("Запитати")
    await olena.sends_document("звіт.doc")
    await olena.presses("Без імені і без цих файлів")
    await town.settled()
    assert "Ще нема чого надсилати" in olena.alerts[-1]
    await olena.sees("вкладення може видати", anywhere=True)


async def test_a_complaint_goes_to_the_coordinator_and_its_resident_is_notified(
    town: Town, olena: Person, ivan: Person
) -> None:
    coordinator = await town.coordinator("Марія", OBLAST)
    heading = "Скарга на офіцера. Її прочитає лише координатор\n"
    await olena.presses("Повідомити")
    await olena.presses("Скарга на офіцера")
    assert (await olena.sees("Напишіть, що сталося")).text.startswith(heading)
    await olena.says("Не відповідає на дзвінки.")
    draft = await olena.sees("Ще не надіслано")
    assert draft.text.startswith(heading)
    assert "офіцер не побачить" not in draft.text
    await olena.presses(UNNAMED)
    sent = await olena.sees("координатор поліції прочитає")
    assert sent.text.startswith(f"{heading}Надіслано: КШ-2026-000001")
    await olena.presses("Мої звернення")
    await olena.presses("000001 · Скарга на офіцера · Нове")
    await olena.sees(f"КШ-2026-000001\n{heading}")
    await coordinator.sees("КШ-2026-000001\nНове")  # what it is comes to no chat unasked
    await coordinator.presses("Показати")
    await coordinator.sees("КШ-2026-000001 · Скарга на офіцера")
    await ivan.does_not_see("КШ-", anywhere=True)


async def test_no_text_says_that_an_officer_has_it_where_there_is_none(town: Town) -> None:
    await town.area(KOMYSHUVAKHA)
    olena = await town.resident("Олена")
    await asks(olena, "Хто тут офіцер?")
    sent = await olena.sees("координатор поліції прочитає")
    assert "офіцер прочитає" not in sent.text
    assert await town.stored("select status from cases") == [{"status": "new"}]


async def test_thanks_wait_for_no_answer_and_no_rating(town: Town, olena: Person, ivan: Person) -> None:
    await reports(olena, "Подяка", "Дякую за допомогу.")
    sent = await olena.sees("Дякуємо! Офіцер прочитає Ваше повідомлення.")
    assert "ідповідь" not in sent.text
    card = await ivan.sees("КШ-2026-000001 · Подяка")
    assert "Відповісти до" not in card.text
    await town.passes(days=30)
    await ivan.says("Звернення")
    await ivan.sees("30 днів")
    assert "Прострочені: 0" in ivan.buttons
    await ivan.presses("Закрити", on=card)
    await ivan.presses("Закрити без відповіді")
    ended = await olena.sees("Звернення закрито.")
    assert "1" not in ended.buttons
    await olena.says("Ще раз дякую!")
    await olena.presses("Мої звернення")
    await olena.presses("000001 · Подяка · Закрито")
    await olena.sees("Стан: Закрито")
    assert "5" not in olena.buttons


async def test_a_second_press_on_send_sends_nothing_twice(town: Town, olena: Person, ivan: Person) -> None:
    await olena.presses("Запитати")
    await olena.says("Коли прийом?")
    preview = await olena.sees("Ще не надіслано")
    data = str(preview.inline[0].callback_data)
    await olena.presses(UNNAMED)
    await olena.forges(data, on=preview)
    await town.settled()
    assert olena.spinning == 0
    assert len(await town.stored("select id from cases")) == 1


async def test_a_draft_is_forgotten_after_a_day(town: Town, olena: Person) -> None:
    await olena.presses("Запитати")
    await olena.says("Потім допишу.")
    await town.passes(hours=25)
    assert await town.stored("select id from cases") == []


async def test_a_reply_to_a_draft_goes_into_it(town: Town, olena: Person, ivan: Person) -> None:
    await olena.presses("Запитати")
    said = await olena.says("Коли прийом?")
    await olena.says("І де?", reply_to=said)
    await olena.sees("Ще не надіслано: «Коли прийом?» і ще 1 повідомлення.")


@pytest.mark.parametrize("blank", ["\u2800\u2800", "\u3164", "\u0301\u0301", "…!"])
async def test_a_name_of_blank_letters_is_refused(town: Town, blank: str) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await olena.presses("Запитати")
    await olena.says("Коли прийом?")
    await olena.presses("Надіслати з іменем")
    await olena.says(blank)
    await olena.sees("Тут не видно жодної літери.")
    await ivan.does_not_see("Коли прийом?", anywhere=True)
    await olena.says("Олена Коваль")
    await ivan.sees("Мешканець: Олена Коваль")
