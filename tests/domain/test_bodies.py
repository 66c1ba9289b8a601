"""What is kept of a message, and how it is sent on."""

from datetime import UTC, datetime

import pytest
from telegram import Chat, Dice, Location, Message, MessageEntity, Sticker, User, Venue

from bot.domain.bodies import Body, Entity, Kind, Place, beginning
from bot.telegram.bodies import album_calls, as_edit, body_of, calls_of
from bot.telegram.rich import Rich, units

USER = User(777, "Оксана", is_bot=False, username="oksana")


def message(**fields: object) -> Message:
    return Message(1, datetime(2026, 11, 24, tzinfo=UTC), Chat(777, "private"), from_user=USER, **fields)  # type: ignore[arg-type]  # any message's fields


def test_ways_to_an_account_are_left_out_and_formatting_stays() -> None:
    found = (
        MessageEntity(MessageEntity.TEXT_MENTION, 0, 4, user=USER),
        MessageEntity(MessageEntity.TEXT_LINK, 5, 4, url="TG://user?id=777"),
        MessageEntity(MessageEntity.TEXT_LINK, 5, 4, url="https://example.org"),
        MessageEntity(MessageEntity.BOLD, 0, 4),
        MessageEntity(MessageEntity.CUSTOM_EMOJI, 0, 1, custom_emoji_id="5"),
    )
    body = body_of(message(text="слово тут tg://user?id=777", entities=found))
    assert body is not None
    assert body.entities == (Entity("text_link", 5, 4, "https://example.org"), Entity("bold", 0, 4))
    assert "tg://" not in body.text
    assert len(body.text) == len("слово тут tg://user?id=777")


def test_a_named_place_keeps_its_name() -> None:
    where = Location(35.5, 47.7)
    body = body_of(message(location=where, venue=Venue(where, "Школа", "Шкільна, 1")))
    assert body == Body(Kind.LOCATION, place=Place(47.7, 35.5, "Школа", "Шкільна, 1"))


def test_a_game_of_dice_says_nothing() -> None:
    assert body_of(message(dice=Dice(3, "🎲"))) is None


@pytest.mark.parametrize("kind", list(Kind))
def test_only_what_the_promise_names_passes_without_a_name(kind: Kind) -> None:
    passes = {Kind.TEXT, Kind.PHOTO, Kind.VOICE, Kind.VIDEO_NOTE, Kind.LOCATION}
    assert Body(kind).tells_of_its_sender == (kind not in passes)


def test_a_sticker_is_a_file_of_its_own() -> None:
    sticker = Sticker("id", "unique", 512, 512, is_animated=False, is_video=False, type="regular")
    assert body_of(message(sticker=sticker)) == Body(Kind.STICKER, file_id="id", file_unique_id="unique")


def test_a_caption_that_does_not_fit_goes_before_its_file() -> None:
    body = Body(Kind.PHOTO, text="а" * 1020, file_id="f")
    words, photo = calls_of(Rich("КШ-2026-000001"), body, 5)
    assert words.params["text"] == f"КШ-2026-000001\n{body.text}"
    assert words.params["reply_parameters"] == {"message_id": 5, "allow_sending_without_reply": True}
    assert photo.params == {"photo": "f"}


def test_no_caption_of_an_album_is_cut() -> None:
    bodies = [Body(Kind.PHOTO, "а" * 1020, file_id="f"), Body(Kind.PHOTO, "б", file_id="g")]
    words, album = album_calls(Rich("КШ-2026-000001"), bodies)
    assert units(str(words.params["text"])) == 1035
    assert album.params["media"] == [
        {"type": "photo", "media": "f"},
        {"type": "photo", "media": "g", "caption": "б"},
    ]


def test_an_edit_says_what_a_send_would_have_said() -> None:
    [call] = calls_of(Rich("Ви"), Body(Kind.TEXT, "слово"), 3)
    edit = as_edit(call, Body(Kind.TEXT, "слово"), 9)
    assert edit is not None
    assert (edit.method, edit.params["message_id"], edit.params["text"]) == ("editMessageText", 9, "Ви\nслово")
    assert "reply_parameters" not in edit.params


def test_a_sticker_and_a_place_cannot_be_edited() -> None:
    for body in (Body(Kind.STICKER, file_id="f"), Body(Kind.LOCATION, place=Place(1, 2))):
        assert as_edit(calls_of(Rich(""), body, None)[0], body, 9) is None


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("", ""),
        ("Двері", "Двері"),
        ("  Двері\n\nне   зачиняються ", "Двері не зачиняються"),
        ("Двері не зачиняються, вікна теж", "Двері не зачиняються, вікна…"),
        ("Двері не зачиняються в хаті, теж", "Двері не зачиняються в хаті…"),
        ("Двері не зачиняються, зовсім не", "Двері не зачиняються, зовсім…"),
        ("а" * 31, "а" * 29 + "…"),
        ("а" * 30, "а" * 30),
        ("\u202eДвері\u2066", "Двері"),
        ("\u200b\u2060", ""),
    ],
)
def test_a_text_begins_on_one_line_cut_at_a_word(text: str, begins: str) -> None:
    assert beginning(text, 30) == begins
    assert len(begins) <= 30
