"""What Telegram delivers as data of our own, and what is done in a chat as calls within Telegram's limits."""

from datetime import UTC, datetime, timedelta

import pytest
from telegram import (
    Chat,
    Contact,
    Dice,
    Location,
    Message,
    MessageEntity,
    MessageReactionUpdated,
    ReactionTypeCustomEmoji,
    ReactionTypeEmoji,
    Sticker,
    User,
    Venue,
)

from bot.domain.bodies import Body, Entity, File, Kind, Place, units
from bot.domain.ids import CaseId, CaseMessageId
from bot.domain.letters import ResidentOf
from bot.handlers.people.buttons import Greeting, Menu
from bot.storage.rows import adapter
from bot.surface.outgoing import (
    DELETABLE,
    NOTHING,
    Edit,
    Held,
    Pin,
    Quote,
    React,
    Remove,
    Revise,
    SetCommands,
    Show,
    Shown,
)
from bot.surface.rich import Rich
from bot.surface.screens import Screen
from bot.telegram import limits
from bot.telegram.calls import Call
from bot.telegram.incoming import private_message, reacted
from bot.telegram.outgoing import calls_of
from bot.workers.pace import messages_made

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
FRESH, OLD = NOW - DELETABLE + timedelta(seconds=1), NOW - DELETABLE
USER, BOT = User(777, "Оксана", is_bot=False, username="oksana"), User(100, "Бот", is_bot=True)
CHAT = Chat(777, "private")
NUMBER = Rich("КШ-2026-000001")
TEXT, PHOTO = Body(Kind.TEXT, "слово"), Body(Kind.PHOTO, "підпис", file=File(external_id="f"))


def message(**fields: object) -> Message:
    return Message(1, NOW, CHAT, **{"from_user": USER, **fields})  # type: ignore[arg-type]  # any message's fields


def body_of(**fields: object) -> Body | None:
    return private_message(message(**fields), BOT.id).body


def calls(*effects: Show | Edit | Revise | Remove | React | Pin | SetCommands) -> list[Call]:
    return calls_of(effects, NOW)


def methods(*effects: Show | Edit | Revise | Remove) -> list[str]:
    return [call.method for call in calls(*effects)]


def shown(number: int = 1) -> Shown:
    return Shown(CaseId(1), CaseMessageId(number), 2, ResidentOf(CaseId(1)))


# What arrives.


def test_ways_to_an_account_are_left_out_and_formatting_stays() -> None:
    found = (
        MessageEntity(MessageEntity.TEXT_MENTION, 0, 4, user=USER),
        MessageEntity(MessageEntity.TEXT_LINK, 5, 4, url="TG://user?id=777"),
        MessageEntity(MessageEntity.TEXT_LINK, 5, 4, url="https://example.org"),
        MessageEntity(MessageEntity.BOLD, 0, 4),
        MessageEntity(MessageEntity.CUSTOM_EMOJI, 0, 1, custom_emoji_id="5"),
    )
    body = body_of(text="слово тут tg://user?id=777", entities=found)
    assert body is not None
    assert body == Body(Kind.TEXT, "слово тут (https://example.org) tg.//user?id=777", (Entity("bold", 0, 4),))


def test_a_body_of_an_earlier_version_hides_no_address() -> None:
    stored = '{"kind":"text","text":"тут","entities":[{"type":"text_link","offset":0,"length":3,"url":"https://a.b"}]}'
    body: Body = adapter(Body).validate_json(stored)
    [call] = calls(Show(Quote(Rich(""), [body])))
    assert call.params == {**call.params, "text": "тут", "entities": []}


def test_a_named_place_keeps_its_name() -> None:
    where = Location(35.5, 47.7)
    body = body_of(location=where, venue=Venue(where, "Школа", "Шкільна, 1"))
    assert body == Body(Kind.LOCATION, place=Place(47.7, 35.5, "Школа", "Шкільна, 1"))


def test_a_place_that_moves_is_distinguished_from_one_that_stays() -> None:
    assert private_message(message(location=Location(35.5, 47.7, live_period=900)), BOT.id).live_place
    assert not private_message(message(location=Location(35.5, 47.7)), BOT.id).live_place


def test_a_game_of_dice_says_nothing() -> None:
    assert body_of(dice=Dice(3, "🎲")) is None


@pytest.mark.parametrize(("emoji", "body"), [("🌞", Body(Kind.STICKER, "🌞")), (None, None)])
def test_of_a_sticker_its_emoji_is_kept(emoji: str | None, body: Body | None) -> None:
    sticker = Sticker("id", "unique", 512, 512, False, False, "regular", emoji, set_name="by_oksana")
    assert body_of(sticker=sticker) == body


def test_a_sticker_of_an_earlier_version_is_not_sent() -> None:
    stored = Body(Kind.STICKER, file=File(external_id="f"))
    assert methods(Show(Quote(NUMBER, [stored]))) == ["sendMessage"]


def test_only_the_contact_of_the_account_that_sends_it_is_its_own() -> None:
    assert private_message(message(contact=Contact("380671234567", "Оксана", user_id=777)), BOT.id).own_contact
    assert not private_message(message(contact=Contact("380671234567", "Оксана", user_id=778)), BOT.id).own_contact


def test_an_answered_message_says_whether_it_is_the_bots() -> None:
    for author, by_bot in ((BOT, True), (USER, False)):
        answered = private_message(
            message(text="так", reply_to_message=message(text="що?", from_user=author)), BOT.id
        ).answered
        assert answered is not None
        assert (answered.by_bot, answered.text) == (by_bot, "що?")


@pytest.mark.parametrize(
    ("reactions", "emoji"),
    [
        ((ReactionTypeEmoji("👍"), ReactionTypeEmoji("🔥")), "🔥"),
        ((ReactionTypeEmoji("👍"), ReactionTypeCustomEmoji("5")), "👍"),
        ((ReactionTypeCustomEmoji("5"),), None),
        ((), ""),
    ],
)
def test_of_reactions_the_newest_that_the_bot_could_set_counts(
    reactions: tuple[ReactionTypeEmoji | ReactionTypeCustomEmoji, ...], emoji: str | None
) -> None:
    assert reacted(MessageReactionUpdated(CHAT, 1, NOW, (), reactions, user=USER)).emoji == emoji


# What is shown.


def test_a_screen_is_shown_in_place_where_one_message_holds_it() -> None:
    short, long = Screen(lines=["слово"]), Screen(lines=["а" * 4097])
    assert methods(Show(short)) == ["sendMessage"]
    assert methods(Show(short, in_place_of=9)) == ["editMessageText"]
    assert methods(Show(long, in_place_of=9)) == ["sendMessage", "sendMessage"]
    assert methods(Show(Screen(lines=["слово"], keyboard=[["Меню"]]), in_place_of=9)) == ["sendMessage"]


def test_what_is_not_to_be_shown_whole_is_one_message() -> None:
    long = Screen(lines=["а" * 5000], buttons=[[("Меню", Menu())]])
    [call] = calls(Show(long, whole=False))
    assert units(str(call.params["text"])) <= limits.TEXT
    assert "reply_markup" in call.params
    [edit] = calls(Edit(9, long))
    assert (edit.method, edit.params["text"], edit.may_fail) == ("editMessageText", call.params["text"], True)


def test_a_button_that_telegram_could_not_carry_is_refused() -> None:
    with pytest.raises(ValueError, match="64 bytes"):
        calls(Show(Screen(lines=["а"], buttons=[[("Так", Greeting("а" * 30, "б" * 30))]])))


def test_a_caption_that_does_not_fit_goes_before_its_file() -> None:
    body = Body(Kind.PHOTO, text="а" * 1020, file=File(external_id="f"))
    text, photo = calls(Show(Quote(NUMBER, [body]), reply_to=5, shows=[shown()]))
    assert text.params["text"] == f"{NUMBER.text}\n{body.text}"
    assert text.params["reply_parameters"] == {"message_id": 5, "allow_sending_without_reply": True}
    assert photo.params == {"photo": "f"}
    assert [each.piece for call in (text, photo) for each in call.shows] == [0, 1]


def test_no_caption_of_an_album_is_cut() -> None:
    bodies = [
        Body(Kind.PHOTO, "а" * 1020, file=File(external_id="f")),
        Body(Kind.PHOTO, "б", file=File(external_id="g")),
    ]
    text, album = calls(Show(Quote(NUMBER, bodies)))
    assert units(str(text.params["text"])) == 1035
    assert album.params["media"] == [
        {"type": "photo", "media": "f"},
        {"type": "photo", "media": "g", "caption": "б"},
    ]


def test_what_telegram_puts_into_no_album_together_goes_in_several() -> None:
    bodies = [Body(Kind.PHOTO, file=File(external_id="f"))] * 11 + [
        Body(Kind.DOCUMENT, file=File(external_id="d")),
        Body(Kind.VIDEO, file=File(external_id="v")),
    ]
    made = calls(Show(Quote(NUMBER, bodies), shows=[shown(number) for number in range(13)]))
    assert [call.method for call in made] == ["sendMediaGroup", "sendMediaGroup", "sendDocument"]
    assert [[each.case_message_id for each in call.shows] for call in made] == [[*range(10)], [10, 12], [11]]


def test_silence_is_for_every_message() -> None:
    made = calls(Show(Quote(NUMBER, [Body(Kind.PHOTO, "а" * 1020, file=File(external_id="f"))]), silent=True))
    assert [call.params["disable_notification"] for call in made] == [True, True]


# What is changed.


def test_a_revision_says_what_a_new_message_would_have_said() -> None:
    [edit] = calls(Revise([Held(9)], Quote(Rich("Ви"), [TEXT]), [shown()]))
    assert (edit.method, edit.params["message_id"], edit.params["text"]) == ("editMessageText", 9, "Ви\nслово")
    assert [each.method for each in edit.instead] == ["sendMessage"]
    assert [*edit.shows] == [shown()]


def test_a_revision_that_is_longer_answers_and_a_shorter_one_removes() -> None:
    long = Quote(NUMBER, [Body(Kind.TEXT, "а" * 5000)])
    edit, more = calls(Revise([Held(9)], long, [shown()]))
    assert (edit.method, more.method) == ("editMessageText", "sendMessage")
    assert more.params["reply_parameters"] == {"message_id": 9, "allow_sending_without_reply": True}
    edit, less = calls(Revise([Held(9), Held(10, piece=1)], Quote(NUMBER, [TEXT]), [shown()]))
    assert (less.method, less.params) == ("deleteMessage", {"message_id": 10})


def test_a_revised_photo_keeps_its_buttons() -> None:
    [edit] = calls(Revise([Held(9)], Quote(NUMBER, [PHOTO], [[("Сховати", Menu())]])))
    assert edit.method == "editMessageMedia"
    assert edit.params["reply_markup"] == {"inline_keyboard": [[{"text": "Сховати", "callback_data": Menu().pack()}]]}


def test_a_place_cannot_be_revised() -> None:
    assert calls(Revise([Held(9)], Quote(NOTHING, [Body(Kind.LOCATION, place=Place(1, 2))]))) == []


def test_the_text_below_a_file_is_its_caption() -> None:
    [edit] = calls(Edit(9, Screen(lines=["слово"]), below_file=True))
    assert (edit.method, edit.params) == ("editMessageCaption", {"message_id": 9, "caption": "слово"})


# What is removed.


@pytest.mark.parametrize("kind", [None, *Kind])
def test_what_may_still_be_deleted_is_deleted(kind: Kind | None) -> None:
    for sent_at in (FRESH, None):
        assert methods(Remove([Held(9, sent_at, kind)], Rich("нема"), pinned=True)) == ["deleteMessage"]


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        (Kind.TEXT, "нема", ["editMessageText"]),
        (Kind.PHOTO, "", ["editMessageMedia"]),
        (None, "нема", ["editMessageText", "editMessageCaption"]),
        (None, "", []),
    ],
)
def test_what_is_too_old_to_be_deleted_is_edited_away(kind: Kind | None, text: str, expected: list[str]) -> None:
    assert methods(Remove([Held(9, OLD, kind)], Rich(text))) == expected
    assert methods(Remove([Held(9, OLD, kind)], Rich(text), pinned=True)) == [*expected, "unpinChatMessage"]


def test_what_is_said_after_a_removal_depends_on_whether_all_could_go() -> None:
    then, otherwise = Show(Screen(lines=["зникло"])), Show(Screen(lines=["лишилось"]))
    for sent_at, said_after in ((FRESH, "зникло"), (OLD, "лишилось")):
        removal = Remove([Held(8, FRESH), Held(9, sent_at)], then=then, otherwise=otherwise)
        assert calls(removal)[-1].params["text"] == said_after


def test_an_edit_that_is_one_of_many_takes_as_long_as_a_message() -> None:
    for paced, messages in ((True, 1), (False, 0)):
        [call] = calls(Edit(9, Screen(lines=["слово"]), paced=paced))
        assert messages_made(call) == messages


# What is done besides.


def test_a_pin_is_of_the_message_before_it() -> None:
    [_, pin] = calls(Show(Screen(lines=["слово"])), Pin(silent=True))
    assert (pin.method, pin.of_last) == ("pinChatMessage", True)


def test_a_reaction_without_an_emoji_takes_the_last_one_back() -> None:
    [set_, taken] = calls(React(9, "👍"), React(9, ""))
    assert set_.params["reaction"] == [{"type": "emoji", "emoji": "👍"}]
    assert taken.params["reaction"] == []


def test_no_commands_of_its_own_leave_a_chat_those_of_all() -> None:
    [set_, deleted] = calls(SetCommands({"help": "Довідка"}), SetCommands({}))
    assert set_.params == {"commands": [{"command": "help", "description": "Довідка"}]}
    assert (deleted.method, set_.scoped, deleted.scoped) == ("deleteMyCommands", True, True)
