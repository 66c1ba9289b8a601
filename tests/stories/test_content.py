"""Every kind of content goes both ways as it was sent; what cannot be passed on is refused immediately."""

from collections.abc import Mapping

import pytest
from telegram import Dice, Location, Venue

from simulator import Person
from simulator.faults import ServerError
from simulator.people import Part
from tests.stories.cases import Talk, asks, talk
from tests.town import Town

UNDELIVERED = "Відповідь не доставлено."
PARTS = {
    "photo": Part("photo", "Ось фото"),
    "video": Part("video", "Ось відео", "video.mp4"),
    "animation": Part("animation", "Ось анімація", "a.mp4"),
    "voice": Part("voice", "Ось голос"),
    "video_note": Part("video_note"),
    "audio": Part("audio", "Ось звук", "a.mp3", about={"title": "Назва", "performer": "Хтось"}),
    "document": Part("document", "Ось файл", "план.pdf"),
}


@pytest.fixture
async def pair(town: Town) -> Talk:
    return await talk(town, name="Олена Коваль")


def sends_raw(person: Person, fields: Mapping[str, object]) -> None:
    """What the simulated telephone has no act of its own for."""
    person._send(dict(fields))  # noqa: SLF001  # a kind of message that only these tests send


@pytest.mark.parametrize("kind", PARTS)
async def test_each_kind_goes_both_ways(town: Town, pair: Talk, kind: str) -> None:
    await pair.olena.sends(PARTS[kind])
    await town.settled()
    got = next(bubble for bubble in reversed(pair.ivan.chat) if kind in bubble.fields)
    assert PARTS[kind].caption in got.text
    await pair.ivan.sends(PARTS[kind], reply_to=got)
    await town.settled()
    back = next(bubble for bubble in reversed(pair.olena.chat) if bubble.from_bot and kind in bubble.fields)
    assert PARTS[kind].caption in back.text


async def test_a_place_and_a_named_place_arrive_as_such(town: Town, pair: Talk) -> None:
    await pair.olena.sends_location(47.71, 35.52)
    await town.settled()
    assert pair.ivan.last.fields["location"].latitude == 47.71
    where = Location(35.5, 47.7)
    sends_raw(pair.olena, {"location": where, "venue": Venue(where, "Школа", "вулиця Шкільна, 1")})
    await town.settled()
    venue = pair.ivan.last.fields["venue"]
    assert (venue.title, venue.address) == ("Школа", "вулиця Шкільна, 1")


def moves_on(person: Person) -> None:
    """Telegram reports each move of a live place as an edit, and the end of it as one without its period."""
    sent = next(bubble for bubble in reversed(person.chat) if "location" in bubble.fields)
    for place in (Location(36.0, 48.0, live_period=900), Location(36.5, 48.5)):
        sent.fields["location"] = place
        person._send_update("edited_message", sent.message.to_dict())  # noqa: SLF001


async def test_a_live_place_is_taken_once_and_not_followed(town: Town, pair: Talk) -> None:
    sends_raw(pair.olena, {"location": Location(35.5, 47.7, live_period=900)})
    await pair.olena.sees("Бот не стежить, куди Ви рухаєтеся.")
    got = pair.ivan.last
    assert "location" in got.fields
    before = len(pair.ivan.chat)
    moves_on(pair.olena)
    await town.settled()
    assert len(pair.ivan.chat) == before
    assert got.fields["location"].latitude == 47.7
    assert {row["version"] for row in await town.stored("select version from case_messages")} == {1}


async def test_a_live_place_in_a_draft_stays_where_it_was_first(town: Town, pair: Talk) -> None:
    await pair.olena.presses("Запитати")
    sends_raw(pair.olena, {"location": Location(35.5, 47.7, live_period=900)})
    await pair.olena.sees("Бот не стежить, куди Ви рухаєтеся.")
    moves_on(pair.olena)
    await pair.olena.presses("Надіслати без імені")
    await pair.olena.sees("Надіслано: КШ-")
    await town.settled()
    assert [each.fields["location"].latitude for each in pair.ivan.chat if "location" in each.fields] == [47.7]


async def test_an_officers_live_place_that_waits_for_its_case_is_not_followed(town: Town, pair: Talk) -> None:
    sends_raw(pair.ivan, {"location": Location(35.5, 47.7, live_period=900)})
    await pair.ivan.sees("Оберіть звернення")
    moves_on(pair.ivan)
    await pair.ivan.presses(next(label for label in pair.ivan.buttons if label.startswith("КШ-2026-000001")))
    await town.settled()
    assert pair.olena.last.fields["location"].latitude == 47.7


async def test_a_contact_goes_with_a_name_given(town: Town, pair: Talk) -> None:
    await pair.olena.sends_contact("+380611112233", "Голова вулиці")
    await town.settled()
    assert pair.ivan.last.fields["contact"].phone_number == "+380611112233"


async def test_what_cannot_be_passed_on_is_refused_immediately(town: Town, pair: Talk) -> None:
    before = len(pair.ivan.chat)
    sends_raw(pair.olena, {"dice": Dice(3, "🎲")})
    await pair.olena.sees("Такі повідомлення бот не передає.")
    assert len(pair.ivan.chat) == before


async def test_a_reply_keeps_what_it_answers(town: Town, pair: Talk) -> None:
    first = await pair.olena.says("Перше питання")
    await pair.olena.says("Друге питання")
    got = await pair.ivan.sees("Перше питання")
    await pair.ivan.says("Відповідь на перше", reply_to=got)
    answer = await pair.olena.sees("Відповідь на перше")
    assert answer.reply_to is not None
    assert answer.reply_to.id == first.id
    await pair.olena.says("Дякую", reply_to=answer)
    thanks = await pair.ivan.sees("Дякую")
    assert thanks.reply_to is not None
    assert thanks.reply_to.text == "Відповідь на перше"


async def test_a_long_text_comes_whole_in_pieces_cut_at_sentences(town: Town, pair: Talk) -> None:
    sentence = "Це одне довге речення про те, що сталося на нашій вулиці. "
    text = sentence * 75 + "Ось і все, що я бачила."
    await pair.olena.says(text)
    await town.settled()
    pieces = [bubble.text for bubble in pair.ivan.chat if "довге речення" in bubble.text]
    assert len(pieces) == 2
    assert " ".join(pieces).partition("\n")[2] == text
    assert pieces[0].endswith("вулиці.")


@pytest.mark.parametrize("text", ["🙂" * 2048, "<b>&lt;" * 500, "\u202eзворот " * 400, "*_`[" * 1000])
async def test_no_text_breaks_anything(town: Town, pair: Talk, text: str) -> None:
    await pair.olena.says(text)
    await town.settled()
    got = "".join(bubble.text for bubble in pair.ivan.chat[-3:])
    assert "".join(text.split()) in "".join(got.replace("КШ-2026-000001 · Мешканець: Олена Коваль", "").split())


async def test_a_long_first_text_is_not_cut_on_the_card(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await olena.presses("Запитати")
    await olena.says("Початок. " + "слово " * 670 + "кінець.")
    await olena.presses("Надіслати без імені")
    await ivan.sees("кінець.")
    await ivan.sees("Початок.")


@pytest.mark.parametrize(("length", "on_card"), [(1500, True), (1501, False)])
async def test_a_first_text_that_has_no_room_on_the_card_comes_beside_it(
    town: Town, length: int, on_card: bool
) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    await asks(await town.resident("Олена"), "я" * length)
    await ivan.sees("я" * length, anywhere=True)
    [card] = [bubble for bubble in ivan.chat if "Прийняти" in bubble.buttons]
    assert ("яя" in card.text) == on_card


async def test_a_caption_of_full_length_comes_whole(town: Town, pair: Talk) -> None:
    caption = "а" * 1000 + " кінець підпису"
    await pair.olena.sends_photo(caption)
    await pair.ivan.sees("кінець підпису")
    assert any("photo" in bubble.fields for bubble in pair.ivan.chat[-2:])


async def test_reactions_pass_both_ways_and_can_be_taken_back(town: Town, pair: Talk) -> None:
    said = await pair.olena.says("Лампу полагодили")
    got = await pair.ivan.sees("Лампу полагодили")
    await pair.ivan.reacts(got, "🔥")
    await town.settled()
    assert said.reactions == ["🔥"]
    await pair.ivan.reacts(got, None)
    await town.settled()
    assert said.reactions == ["✍"], "that it is stored is shown again"
    answer = await pair.ivan.says("Гарно", reply_to=got)
    seen = await pair.olena.sees("Гарно")
    await pair.olena.reacts(seen, "❤")
    await town.settled()
    assert answer.reactions == ["❤"]
    await pair.olena.reacts(seen, None)
    await town.settled()
    assert answer.reactions == ["👍"], "that it arrived is shown again"


async def test_a_reaction_on_a_draft_or_on_a_screen_reaches_nobody(town: Town, pair: Talk) -> None:
    await pair.olena.presses("Запитати")
    said = await pair.olena.says("Ще не надіслано нікому")
    await pair.olena.reacts(said, "❤")
    await pair.olena.reacts(await pair.olena.sees("Ще не надіслано"), "❤")
    await town.settled()
    assert not any("❤" in bubble.reactions for bubble in pair.ivan.chat)


async def test_a_message_to_an_ended_case_is_kept_and_does_not_reach_the_desk(town: Town, pair: Talk) -> None:
    said = await pair.olena.says("Все гаразд")
    await town.settled()
    await pair.olena.presses("Мої звернення")
    await pair.olena.sees("Оберіть звернення")
    await pair.olena.presses(next(label for label in pair.olena.buttons if label.startswith("000001")))
    await pair.olena.presses("Закрити")
    await pair.olena.presses("Так, закрити")
    await town.settled()
    await pair.olena.says("Ще слово", reply_to=said)
    await pair.olena.sees("вже закрито")
    await pair.ivan.does_not_see("Ще слово", anywhere=True)


async def test_a_resident_is_notified_when_the_officer_cannot_be_reached(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await ivan.blocks()
    await town.settled()
    await asks(olena, "Чи є хто?")
    await olena.sees("не вдалося передати", anywhere=True)


async def test_it_is_enough_that_one_of_two_officers_has_it(town: Town) -> None:
    area = await town.area()
    ivan = await town.officer("Іван Петренко", area)
    petro = await town.officer("Петро Іваненко", area)
    olena = await town.resident("Олена")
    await ivan.blocks()
    await town.settled()
    await asks(olena, "Чи є хто?")
    await petro.sees("Чи є хто?")
    await olena.says("Я біля школи.")
    await petro.sees("Я біля школи.")
    await olena.sends_album([Part("photo"), Part("photo", "Ось вона")])
    await town.passes(seconds=2)
    await petro.sees("Ось вона")
    await olena.does_not_see("не вдалося передати", anywhere=True)


async def test_an_answer_to_a_resident_who_blocked_the_bot_is_reported(town: Town, pair: Talk) -> None:
    got = await pair.ivan.sees("Хто відповідає за вулицю?", anywhere=True)
    await pair.olena.blocks()
    await town.settled()
    await pair.ivan.says("Відповідь у порожнечу", reply_to=got)
    await pair.ivan.sees("не вдалося передати")
    assert UNDELIVERED in got.text


async def test_the_card_says_so_though_telegram_has_not_reported_the_block(town: Town, pair: Talk) -> None:
    card = await pair.ivan.sees("Хто відповідає за вулицю?", anywhere=True)
    await pair.ivan.says("Відповім завтра.", reply_to=card)
    await pair.olena.sees("Відповім завтра.")
    town.telegram.faults.add(ServerError(403, html=False), method="sendMessage", chat=pair.olena.id)
    await pair.ivan.says("Відповідь у порожнечу", reply_to=card)
    await pair.ivan.sees("не вдалося передати")
    assert UNDELIVERED in card.text


async def test_the_card_says_so_until_the_next_answer(town: Town, pair: Talk) -> None:
    card = await pair.ivan.sees("Хто відповідає за вулицю?", anywhere=True)
    await pair.ivan.says("Відповім завтра.", reply_to=card)
    await pair.olena.blocks()
    await pair.ivan.says("Відповідь у порожнечу", reply_to=card)
    await town.settled()
    assert UNDELIVERED in card.text
    await pair.olena.unblocks()
    await town.passes(minutes=1)
    await pair.ivan.says("Міська рада.", reply_to=card)
    await pair.olena.sees("Міська рада.")
    assert UNDELIVERED not in card.text


async def test_a_reason_that_reached_nobody_is_reported(town: Town, pair: Talk) -> None:
    card = await pair.ivan.sees("Хто відповідає за вулицю?", anywhere=True)
    await pair.olena.blocks()
    await pair.ivan.presses("Відхилити")
    await pair.ivan.sees("напишіть причину")
    await pair.ivan.says("Це справа ради.")
    await pair.ivan.sees("не вдалося передати")
    assert UNDELIVERED in card.text
