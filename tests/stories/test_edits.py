"""What is changed is changed on the other side too, and leaves a trace."""

from datetime import timedelta

import pytest

from simulator.faults import CutBefore, Slow
from simulator.people import Part
from tests.stories.cases import Talk, asks, talk
from tests.town import Town


@pytest.fixture
async def pair(town: Town) -> Talk:
    return await talk(town)


async def test_an_edit_changes_what_the_other_side_sees_both_ways(either_town: Town) -> None:
    pair = await talk(either_town)
    said = await pair.olena.says("Зустріч о п’ятій")
    got = await pair.ivan.sees("Зустріч о п’ятій")
    await pair.olena.edits(said, "Зустріч о шостій")
    await either_town.settled()
    assert "Зустріч о шостій\n(змінено)" in got.text
    answer = await pair.ivan.says("Буду", reply_to=got)
    seen = await pair.olena.sees("Буду")
    await pair.ivan.edits(answer, "Не буду")
    await either_town.settled()
    assert "Не буду\n(змінено)" in seen.text


async def test_the_first_text_changes_on_the_card(town: Town, pair: Talk) -> None:
    said = next(bubble for bubble in pair.olena.chat if bubble.text == "Хто відповідає за вулицю?")
    card = await pair.ivan.sees("Хто відповідає за вулицю?", anywhere=True)
    await pair.olena.edits(said, "Хто відповідає за нашу вулицю?")
    await town.settled()
    assert "Хто відповідає за нашу вулицю?" in card.text
    assert "(змінено)" in card.text


async def test_a_first_text_that_outgrows_the_card_is_sent_besides_it(town: Town, pair: Talk) -> None:
    said = next(bubble for bubble in pair.olena.chat if bubble.text == "Хто відповідає за вулицю?")
    await pair.olena.edits(said, "Довго. " + "слово " * 660 + "кінець.")
    await pair.ivan.sees("кінець.")


async def test_a_caption_and_its_photo_change(town: Town, pair: Talk) -> None:
    photo = await pair.olena.sends_photo("Лампа")
    await town.settled()
    got = pair.ivan.last
    await pair.olena.edits(photo, "Ліхтар")
    await town.settled()
    assert "Ліхтар\n(змінено)" in got.text
    other = pair.olena._content(Part("photo", "Інше фото"))  # noqa: SLF001  # Telegram lets a photo be replaced
    photo.change({**photo.fields, **other}, photo.mark)
    before = got.fields["photo"][-1].file_id
    pair.olena._send_update("edited_message", photo.message.to_dict())  # noqa: SLF001
    await town.settled()
    assert "Інше фото" in got.text
    assert got.fields["photo"][-1].file_id != before


async def test_an_edited_caption_keeps_its_file(town: Town, pair: Talk) -> None:
    photo = await pair.olena.sends_photo("Лампа")
    await town.settled()
    before = await town.stored("select id from files")
    await pair.olena.edits(photo, "Ліхтар")
    await pair.ivan.sees("Ліхтар")
    assert await town.stored("select id from files") == before


async def test_the_caption_of_a_video_can_be_edited_by_an_officer_and_where_a_name_is_given(town: Town) -> None:
    pair = await talk(town, "Олена Коваль")
    mine = await pair.olena.sends_video("Ось яма")
    got = await pair.ivan.sees("Ось яма")
    await pair.olena.edits(mine, "Ось дві ями")
    await pair.ivan.sees("Ось дві ями")
    await asks(pair.olena, "А без імені?")
    card = await pair.ivan.sees("А без імені?")
    for message, words in ((card, "Ось план"), (got, "Ось інший план")):
        answer = await pair.ivan.sends_video(words, reply_to=message)
        await pair.olena.sees(words)
        await pair.ivan.edits(answer, f"{words}, новий")
        await pair.olena.sees(f"{words}, новий")


async def test_a_long_text_that_shrinks_and_grows_again_leaves_nothing_stale(town: Town, pair: Talk) -> None:
    long = "Перше довге. " + "слово " * 676
    said = await pair.olena.says(long + "Старий хвіст.")
    await pair.ivan.sees("Старий хвіст.")
    await pair.olena.edits(said, "Коротко.")
    await pair.ivan.sees("Коротко.")
    await pair.ivan.does_not_see("Старий хвіст.", anywhere=True)
    await pair.olena.edits(said, long + "Новий хвіст.")
    await pair.ivan.sees("Новий хвіст.")
    await pair.ivan.does_not_see("Коротко.", anywhere=True)


def in_two(hour: str) -> str:
    """Too long for one message; both of its ends name the hour."""
    return f"О {hour}. " + "слово " * 700 + f"Отже, о {hour}."


async def test_an_edit_of_a_long_text_that_fails_half_way_is_finished(town: Town, pair: Talk) -> None:
    said = await pair.olena.says(in_two("п’ятій"))
    await town.settled()
    one, two = pair.ivan.chat[-2:]
    town.telegram.faults.add(
        CutBefore(), method="editMessageText", chat=pair.ivan.id, once=lambda: "шостій" in one.text
    )
    await pair.olena.edits(said, in_two("шостій"))
    await town.passes(minutes=1)
    assert "О шостій." in one.text
    assert "Отже, о шостій." in two.text


async def test_a_long_text_that_is_edited_between_its_two_messages_shows_nothing_old(town: Town, pair: Talk) -> None:
    before = len(pair.ivan.chat)
    town.telegram.faults.add(
        CutBefore(), method="sendMessage", chat=pair.ivan.id, once=lambda: len(pair.ivan.chat) > before
    )
    said = await pair.olena.says(in_two("п’ятій"))
    await town.settled()
    await pair.olena.edits(said, in_two("шостій"))
    await town.passes(minutes=1)
    one, two = pair.ivan.chat[before:]
    assert "О шостій." in one.text
    assert "Отже, о шостій." in two.text


async def test_an_edit_before_sending_is_sent_without_a_trace(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await olena.presses("Запитати")
    said = await olena.says("Коли приом?")
    await olena.edits(said, "Коли прийом?")
    await olena.presses("Надіслати без імені")
    card = await ivan.sees("Коли прийом?")
    assert "(змінено)" not in card.text


async def test_an_edit_while_the_message_is_on_its_way_is_not_lost(town: Town, pair: Talk) -> None:
    slow = town.telegram.faults.add(Slow(timedelta(seconds=10)), method="sendMessage")
    said = await pair.olena.says("Перша думка")
    await town.telegram.until(lambda: not slow.times)
    await pair.olena.edits(said, "Друга думка")
    await town.handled()
    assert await town.stored("select id from outbox where letter = 'EditedText'")
    town.clock.advance(timedelta(seconds=10))
    await town.settled()
    await pair.ivan.sees("Друга думка")
    await pair.ivan.does_not_see("Перша думка", anywhere=True)


async def test_an_edit_after_the_end_is_refused_with_a_message(town: Town, pair: Talk) -> None:
    said = await pair.olena.says("Добре")
    got = await pair.ivan.sees("Добре")
    await pair.olena.presses("Мої звернення")
    await pair.olena.sees("Оберіть звернення")
    await pair.olena.presses(next(label for label in pair.olena.buttons if label.startswith("000001")))
    await pair.olena.presses("Закрити")
    await pair.olena.presses("Так, закрити")
    await town.settled()
    await pair.olena.edits(said, "Погано")
    await pair.olena.sees("зміну не передано")
    assert "Погано" not in got.text


async def test_an_edit_in_a_case_that_is_the_residents_no_more_changes_nothing(town: Town, pair: Talk) -> None:
    said = await pair.olena.says("Добре")
    got = await pair.ivan.sees("Добре")
    await town.stored("delete from case_links")
    await pair.olena.edits(said, "Погано")
    await pair.olena.sees("нічого не знайдено")
    assert "Погано" not in got.text


async def test_edits_that_wait_to_be_shown_are_one(town: Town, pair: Talk) -> None:
    said = await pair.olena.says("Раз")
    await pair.ivan.sees("Раз")
    town.telegram.faults.add(CutBefore(), method="editMessageText", times=None)
    for words in ("Два", "Три"):
        await pair.olena.edits(said, words)
        await town.settled()
    assert len(await town.stored("select id from outbox where letter = 'EditedText'")) == 1
    assert [row["version"] for row in await town.stored("select version from case_messages order by id")] == [1, 3]


async def test_an_edit_cannot_make_a_file_of_words_that_have_no_name(town: Town, pair: Talk) -> None:
    photo = await pair.olena.sends_photo("Лампа")
    await pair.ivan.sees("Лампа")
    video = pair.olena._content(Part("video", "Відео", "v.mp4"))  # noqa: SLF001  # Telegram lets a photo become a video
    fields = {name: value for name, value in photo.fields.items() if name != "photo"}
    photo.change({**fields, **video}, photo.mark)
    pair.olena._send_update("edited_message", photo.message.to_dict())  # noqa: SLF001
    await pair.olena.sees("без імені не передаються")
    assert not any("video" in bubble.fields for bubble in pair.ivan.chat)


async def test_an_edit_that_changes_nothing_leaves_no_trace(town: Town, pair: Talk) -> None:
    said = await pair.olena.says("Дивіться тут")
    got = await pair.ivan.sees("Дивіться тут")
    await pair.olena.edits(said, "Дивіться тут")
    await town.settled()
    assert "(змінено)" not in got.text


# What was a wish.

MORE = "Довідка про доходи пропала, прошу допомогти"


async def test_a_wish_that_is_edited_into_more_is_asked_about_and_goes_to_nobody(either_town: Town) -> None:
    pair = await talk(either_town)
    said = await pair.olena.says("Довідка")
    await pair.olena.sees("Куди телефонувати")
    await pair.olena.edits(said, MORE)
    asked = await pair.olena.sees("Кому це?")
    await pair.ivan.does_not_see(MORE, anywhere=True)
    await pair.olena.presses(next(label for label in asked.buttons if label.startswith("000001")))
    await pair.ivan.sees(MORE)
    await pair.olena.edits(said, f"{MORE}!")
    await pair.ivan.sees(f"{MORE}!")


async def test_a_wish_that_is_edited_while_a_draft_is_open_is_a_part_of_it(town: Town) -> None:
    await town.area()
    olena = await town.resident("Олена")
    await olena.presses("Запитати")
    said = await olena.says("Мій офіцер")
    await olena.sees("Мій офіцер")
    await olena.edits(said, "Мій офіцер не відповідає")
    await olena.sees("Ще не надіслано: «Мій офіцер не відповідає».")


async def test_a_wish_that_is_edited_is_no_name_of_a_sender(town: Town) -> None:
    await town.area()
    olena = await town.resident("Олена")
    said = await olena.says("Довідка")
    await olena.presses("Запитати")
    await olena.says("Хто тут?")
    await olena.presses("Надіслати з іменем")
    await olena.edits(said, "Довідка пропала")
    await olena.sees("Ще не надіслано: «Довідка пропала».")
    assert await town.stored("select id from cases where status <> 'draft'") == []


@pytest.mark.parametrize("text", ["графік", "/help", "000001"])
async def test_a_wish_that_is_edited_into_another_is_not_carried_out_again(town: Town, pair: Talk, text: str) -> None:
    said = await pair.olena.says("Довідка")
    await pair.olena.sees("Куди телефонувати")
    before = len(pair.olena.chat)
    await pair.olena.edits(said, text)
    await town.settled()
    assert len(pair.olena.chat) == before


async def test_what_went_nowhere_long_ago_stays_so(town: Town, pair: Talk) -> None:
    said = await pair.olena.says("Довідка")
    await town.passes(hours=2)
    await pair.olena.edits(said, MORE)
    await town.settled()
    await pair.olena.does_not_see("Кому це?", anywhere=True)
