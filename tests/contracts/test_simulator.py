"""The simulator is Telegram as far as a bot can tell: what it sends, edits, asks for and is refused."""

from datetime import timedelta

import aiohttp
import pytest
from telegram import (
    Bot,
    BotCommandScopeChat,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    InputMediaPhoto,
    MenuButtonCommands,
    MessageEntity,
    ReactionTypeEmoji,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
)
from telegram.error import BadRequest, Forbidden, InvalidToken

from simulator import Part, Person, Simulator
from simulator.clock import MovedClock
from tests.contracts.conftest import TOKEN

GO_ON = InlineKeyboardMarkup([[InlineKeyboardButton("Далі", callback_data="go:1")]])


async def test_the_bot_is_who_botfather_made_it(bot: Bot) -> None:
    assert (bot.id, bot.username) == (100, "kin_bot")


async def test_a_stranger_s_token_is_unauthorized(telegram: Simulator) -> None:
    with pytest.raises(InvalidToken):
        async with Bot("200:OTHER", base_url=f"{telegram.url}/bot"):
            pass


async def test_parameters_may_come_as_a_query_a_form_or_json(telegram: Simulator, olena: Person) -> None:
    url = f"{telegram.url}/bot{TOKEN}/sendMessage"
    async with aiohttp.ClientSession() as session:
        for how in (
            session.get(url, params={"chat_id": olena.id, "text": "query"}),
            session.post(url, data={"chat_id": olena.id, "text": "form"}),
            session.post(url, json={"chat_id": olena.id, "text": "json"}),
        ):
            async with how as answer:
                assert (await answer.json())["ok"]
    assert [bubble.text for bubble in olena.chat[1:]] == ["query", "form", "json"]


@pytest.mark.parametrize(
    ("method", "params", "description"),
    [
        ("sendMessage", {}, "parameter 'text': Field required"),
        ("sendMessage", {"text": "a", "texxt": "b"}, "parameter 'texxt': Extra inputs are not permitted"),
        ("sendMessage", {"text": "a", "protect_content": "perhaps"}, "parameter 'protect_content'"),
        ("sendMessage", {"text": "a", "reply_markup": '{"inline_keyboard":[[{"text":"b","data":"c"}]]}'}, "'data'"),
        ("sendMessage", {"text": "a", "reply_markup": "{"}, "parameter 'reply_markup'"),
        ("sendMessage", {"text": "a", "entities": '[{"type":"bold"}]'}, "can't parse MessageEntity"),
        ("sendMessage", {"text": "a", "entities": '[{"type":"bold","offset":"x","length":1}]'}, "can't parse"),
        ("sendMessage", {"text": "a", "reply_parameters": '{"message_id":1,"colour":"red"}'}, "unknown field 'colour'"),
        ("sendChatAction", {"action": "sleeping"}, "parameter 'action'"),
        ("sendMesage", {"text": "a"}, "does not know the method sendMesage"),
    ],
)
async def test_what_the_simulator_does_not_know_is_refused(
    telegram: Simulator, olena: Person, method: str, params: dict[str, str], description: str
) -> None:
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{telegram.url}/bot{TOKEN}/{method}", data={"chat_id": olena.id} | params) as answer,
    ):
        said = await answer.json()
    assert (answer.status, said["ok"], said["error_code"]) == (400, False, 400)
    assert description in said["description"]
    assert len(olena.chat) == 1


async def test_nobody_is_written_to_first(telegram: Simulator, bot: Bot) -> None:
    stranger = telegram.person("Степан")
    with pytest.raises(Forbidden, match="bot can't initiate conversation with a user"):
        await bot.send_message(stranger.id, "Добрий день")
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(42, "Добрий день")


async def test_who_blocked_the_bot_is_out_of_reach_until_he_unblocks_it(bot: Bot, olena: Person) -> None:
    await olena.blocks()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(olena.id, "Добрий день")
    await olena.unblocks()
    await bot.send_message(olena.id, "Добрий день")
    _, blocked, unblocked = await bot.get_updates()
    assert blocked.my_chat_member is not None
    assert unblocked.my_chat_member is not None
    assert (blocked.my_chat_member.new_chat_member.status, unblocked.my_chat_member.new_chat_member.status) == (
        "kicked",
        "member",
    )


async def test_lengths_are_counted_in_utf_16_units(bot: Bot, olena: Person) -> None:
    await bot.send_message(olena.id, "🙂" * 2048)
    with pytest.raises(BadRequest, match="Message is too long"):
        await bot.send_message(olena.id, "🙂" * 2048 + "!")
    await bot.send_photo(olena.id, b"photo", caption="🙂" * 512)
    with pytest.raises(BadRequest, match="Message caption is too long"):
        await bot.send_photo(olena.id, b"photo", caption="🙂" * 512 + "!")
    with pytest.raises(BadRequest, match="Message text is empty"):
        await bot.send_message(olena.id, " \n")


@pytest.mark.parametrize(("offset", "length"), [(0, 9), (-1, 2), (8, 1), (0, 0), (0, 7)])
async def test_an_entity_outside_of_its_text_is_refused(bot: Bot, olena: Person, offset: int, length: int) -> None:
    await bot.send_message(olena.id, "Слово 🙂", entities=[MessageEntity("bold", 0, 8)])
    with pytest.raises(BadRequest, match="Can't parse entities"):
        await bot.send_message(olena.id, "Слово 🙂", entities=[MessageEntity("bold", offset, length)])


async def test_callback_data_has_64_bytes_at_most(bot: Bot, olena: Person) -> None:
    def button(data: str) -> InlineKeyboardMarkup:
        return InlineKeyboardMarkup([[InlineKeyboardButton("Так", callback_data=data)]])

    await bot.send_message(olena.id, "Так?", reply_markup=button("я" * 32))
    with pytest.raises(BadRequest, match="Button_data_invalid"):
        await bot.send_message(olena.id, "Так?", reply_markup=button("я" * 32 + "!"))


async def test_a_reply_needs_its_message(bot: Bot, olena: Person) -> None:
    sent = await bot.send_message(olena.id, "Відповідь", reply_parameters=ReplyParameters(olena.last.id))
    assert sent.reply_to_message is not None
    assert sent.reply_to_message.text == "/start"
    with pytest.raises(BadRequest, match="Message to be replied not found"):
        await bot.send_message(olena.id, "Відповідь", reply_parameters=ReplyParameters(99))
    await bot.send_message(olena.id, "Все одно", reply_parameters=ReplyParameters(99, allow_sending_without_reply=True))
    assert olena.last.reply_to is None


async def test_a_file_may_be_sent_on_by_its_id_and_fetched(bot: Bot, olena: Person) -> None:
    sent = await bot.send_document(olena.id, b"words", filename="лист.txt", caption="Лист")
    assert sent.document is not None
    assert sent.document.file_name == "лист.txt"
    await bot.send_document(olena.id, sent.document.file_id)
    file = await bot.get_file(sent.document.file_id)
    assert bytes(await file.download_as_bytearray()) == b"words"
    with pytest.raises(BadRequest, match="Type of file mismatch"):
        await bot.send_photo(olena.id, sent.document.file_id)
    with pytest.raises(BadRequest, match="Wrong file identifier"):
        await bot.send_photo(olena.id, "nothing")


async def test_a_file_over_20_megabytes_cannot_be_fetched(bot: Bot, olena: Person) -> None:
    big = await olena.sends(Part("video", size=21 * 1024**2))
    assert big.message.video is not None
    with pytest.raises(BadRequest, match="File is too big"):
        await bot.get_file(big.message.video.file_id)


async def test_every_kind_can_be_sent(bot: Bot, olena: Person) -> None:
    await bot.send_photo(olena.id, b"a")
    await bot.send_video(olena.id, b"a", duration=3)
    await bot.send_animation(olena.id, b"a")
    await bot.send_voice(olena.id, b"a")
    await bot.send_audio(olena.id, b"a", title="Назва", performer="Хтось")
    await bot.send_document(olena.id, b"a")
    await bot.send_video_note(olena.id, b"a")
    await bot.send_sticker(olena.id, b"a")
    await bot.send_location(olena.id, 47.8, 35.1)
    await bot.send_venue(olena.id, 47.8, 35.1, "Станція", "вул. Степова, 1")
    await bot.send_contact(olena.id, "+380500000000", "Чергова частина")
    await bot.send_chat_action(olena.id, "typing")
    kinds = [
        "photo",
        "video",
        "animation",
        "voice",
        "audio",
        "document",
        "video_note",
        "sticker",
        "location",
        "venue",
        "contact",
    ]
    assert all(kind in bubble.fields for kind, bubble in zip(kinds, olena.chat[1:], strict=True))


async def test_an_album_has_two_to_ten_parts_of_kinds_that_go_together(bot: Bot, olena: Person) -> None:
    parts = await bot.send_media_group(olena.id, [InputMediaPhoto(b"a", caption="Перша"), InputMediaPhoto(b"b")])
    assert parts[0].media_group_id == parts[1].media_group_id is not None
    assert [bubble.text for bubble in olena.chat[1:]] == ["Перша", ""]
    photo = parts[0].photo[-1].file_id
    await bot.send_media_group(olena.id, [InputMediaPhoto(photo)] * 10)
    for wrong in ([InputMediaPhoto(photo)], [InputMediaPhoto(photo)] * 11):
        with pytest.raises(BadRequest, match="2-10 expected"):
            await bot.send_media_group(olena.id, wrong)
    with pytest.raises(BadRequest, match="can't be mixed"):
        await bot.send_media_group(olena.id, [InputMediaPhoto(photo), InputMediaDocument(b"a")])


async def test_a_copy_says_what_the_message_says_now_in_a_place_of_its_own(
    telegram: Simulator, bot: Bot, olena: Person
) -> None:
    forum = telegram.forum("Село")
    await forum.adds_bot(by=olena)
    said = await olena.sends_photo("Яма")
    await olena.edits(said, "Яма на дорозі")
    there = await bot.copy_message(forum.id, olena.id, said.id, message_thread_id=forum.topic("Поліція").id)
    back = await bot.copy_message(olena.id, forum.id, there.message_id)
    copy = olena.chat[-1].message
    assert (copy.message_id, copy.caption, copy.photo) == (back.message_id, "Яма на дорозі", said.message.photo)
    assert (copy.edit_date, copy.message_thread_id, copy.is_topic_message) == (None, None, None)


async def test_what_is_gone_or_nobody_said_cannot_be_copied(telegram: Simulator, bot: Bot, olena: Person) -> None:
    with pytest.raises(BadRequest, match=r"(?i)message to copy not found"):
        await bot.copy_message(olena.id, olena.id, 99)
    group = telegram.group("Сусіди")
    await group.adds_bot(by=olena)
    await group.becomes_supergroup()
    with pytest.raises(BadRequest, match=r"(?i)the message can't be copied"):
        await bot.copy_message(olena.id, group.id, group.chat[-1].id)


async def test_an_edit_changes_the_message_and_says_when_it_does_not(bot: Bot, olena: Person) -> None:
    sent = await bot.send_message(olena.id, "Раз", reply_markup=GO_ON)
    await sent.edit_text("Два", reply_markup=GO_ON)
    assert (olena.last.text, olena.last.buttons, olena.last.edited) == ("Два", ["Далі"], True)
    with pytest.raises(BadRequest, match="Message is not modified: specified new message content"):
        await sent.edit_text("Два", reply_markup=GO_ON)
    await sent.edit_text("Два")
    assert olena.last.buttons == []
    with pytest.raises(BadRequest, match="There is no caption in the message to edit"):
        await sent.edit_caption("Підпис")
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await bot.edit_message_text("Три", olena.id, 99)
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("Три", olena.id, 1)


async def test_a_caption_and_its_file_can_be_changed(bot: Bot, olena: Person) -> None:
    sent = await bot.send_photo(olena.id, b"a", caption="Раз")
    await sent.edit_caption("Два", caption_entities=[MessageEntity("bold", 0, 3)], reply_markup=GO_ON)
    assert (olena.last.text, olena.last.entities[0].type) == ("Два", "bold")
    await sent.edit_media(InputMediaDocument(b"b", filename="b.pdf", caption="Три"))
    assert olena.last.text == "Три"
    assert olena.last.message.document is not None
    assert not olena.last.message.photo
    with pytest.raises(BadRequest, match="There is no text in the message to edit"):
        await sent.edit_text("Чотири")


async def test_a_message_with_a_keyboard_cannot_be_edited(bot: Bot, olena: Person) -> None:
    sent = await bot.send_message(olena.id, "Меню", reply_markup=ReplyKeyboardMarkup([["Мій офіцер"]]))
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await sent.edit_text("Інше")
    sent = await bot.send_message(olena.id, "Так", reply_markup=GO_ON)
    with pytest.raises(BadRequest, match="Inline keyboard expected"):
        await bot.edit_message_text("Ні", olena.id, sent.message_id, reply_markup=ForceReply())  # type: ignore[arg-type]  # what Telegram refuses


async def test_a_keyboard_stays_until_it_is_removed(bot: Bot, olena: Person) -> None:
    await bot.send_message(olena.id, "Меню", reply_markup=ReplyKeyboardMarkup([["Мій офіцер"]]))
    await bot.send_message(olena.id, "Далі")
    assert olena.buttons == ["Мій офіцер"]
    await bot.send_message(olena.id, "Все", reply_markup=ReplyKeyboardRemove())
    assert olena.buttons == []


async def test_a_message_can_be_deleted_for_48_hours(bot: Bot, olena: Person, clock: MovedClock) -> None:
    first = await bot.send_message(olena.id, "Раз")
    second = await bot.send_message(olena.id, "Два")
    clock.advance(timedelta(hours=48))
    await first.delete()
    clock.advance(timedelta(hours=1))
    with pytest.raises(BadRequest, match="Message can't be deleted"):
        await second.delete()
    with pytest.raises(BadRequest, match="Message to delete not found"):
        await first.delete()
    assert [bubble.text for bubble in olena.chat] == ["/start", "Два"]


async def test_a_bot_reacts_with_one_emoji_that_telegram_knows(bot: Bot, olena: Person) -> None:
    await bot.set_message_reaction(olena.id, 1, "👍")
    assert olena.last.reactions == ["👍"]
    with pytest.raises(BadRequest, match="Reaction_invalid"):
        await bot.set_message_reaction(olena.id, 1, ReactionTypeEmoji("🧿"))
    await bot.set_message_reaction(olena.id, 1, None)
    assert olena.last.reactions == []
    with pytest.raises(BadRequest, match="Message to react not found"):
        await bot.set_message_reaction(olena.id, 99, "👍")


async def test_a_pressed_button_waits_for_its_answer_but_not_for_ever(
    bot: Bot, olena: Person, clock: MovedClock
) -> None:
    await bot.send_message(olena.id, "Так?", reply_markup=GO_ON)
    await olena.presses("Далі")
    await olena.presses("Далі")
    _, first, second = await bot.get_updates()
    assert olena.spinning == 2
    assert first.callback_query is not None
    assert second.callback_query is not None
    assert first.callback_query.data == "go:1"
    await first.callback_query.answer("Готово")
    assert (olena.alerts, olena.spinning) == (["Готово"], 1)
    clock.advance(timedelta(hours=1))
    with pytest.raises(BadRequest, match="Query is too old and response timeout expired or query id is invalid"):
        await second.callback_query.answer()


async def test_the_bot_s_profile_is_kept_by_language_and_scope(bot: Bot, olena: Person) -> None:
    await bot.set_my_commands([("start", "Почати")])
    await bot.set_my_commands([("start", "Begin")], scope=BotCommandScopeChat(olena.id), language_code="en")
    assert [command.description for command in await bot.get_my_commands()] == ["Почати"]
    in_her_chat = await bot.get_my_commands(scope=BotCommandScopeChat(olena.id), language_code="en")
    assert [command.description for command in in_her_chat] == ["Begin"]
    await bot.delete_my_commands()
    assert await bot.get_my_commands() == ()
    with pytest.raises(BadRequest, match="Bot_command_invalid"):
        await bot.set_my_commands([("Start", "Почати")])

    await bot.set_my_description("Опис")
    await bot.set_my_description("About", language_code="en")
    await bot.set_my_short_description("Коротко")
    assert (await bot.get_my_description("en")).description == "About"
    assert (await bot.get_my_description("pl")).description == "Опис"
    assert (await bot.get_my_short_description()).short_description == "Коротко"
    assert (await bot.get_chat_menu_button()).type == "default"
    await bot.set_chat_menu_button(menu_button=MenuButtonCommands())
    assert (await bot.get_chat_menu_button(olena.id)).type == "commands"


async def test_a_chat_tells_about_itself(bot: Bot, olena: Person) -> None:
    assert (await bot.get_chat(olena.id)).first_name == "Олена"
    assert (await bot.get_chat_member(olena.id, olena.id)).user.id == olena.id
    with pytest.raises(BadRequest):
        await bot.leave_chat(olena.id)
