"""People act and see as people with telephones do."""

import asyncio

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, KeyboardButton, ReplyKeyboardMarkup
from telegram.error import BadRequest

from simulator import Part, Person, Simulator


async def test_nobody_can_write_before_pressing_start(telegram: Simulator) -> None:
    with pytest.raises(AssertionError, match="has to press Start first"):
        await telegram.person("Степан").says("Добрий день")


async def test_a_deep_link_carries_its_payload(telegram: Simulator, bot: Bot) -> None:
    stepan = telegram.person("Степан", language_code="en", username="stepan")
    await stepan.starts("case-a_1")
    [update] = await bot.get_updates()
    assert update.message is not None
    assert update.message.text == "/start case-a_1"
    assert update.message.entities[0].type == "bot_command"
    assert update.effective_user is not None
    assert (update.effective_user.language_code, update.effective_user.username) == ("en", "stepan")
    with pytest.raises(AssertionError, match="payload"):
        await stepan.starts("з пробілом")


async def test_everything_that_people_send_reaches_the_bot(bot: Bot, olena: Person) -> None:
    await olena.says("Дивіться https://example.org", reply_to=olena.last)
    await olena.sends_photo("Фото")
    await olena.sends_video()
    await olena.sends_voice()
    await olena.sends_video_note()
    await olena.sends_audio("Назва", "Хтось")
    await olena.sends_document("лист.pdf")
    await olena.sends_sticker()
    await olena.sends_location(47.8, 35.1)
    await olena.sends_contact("+380500000000")
    album = await olena.sends_album([Part("photo", "Дві"), Part("video")])
    messages = [update.message for update in (await bot.get_updates())[1:]]
    kinds = [
        "text",
        "photo",
        "video",
        "voice",
        "video_note",
        "audio",
        "document",
        "sticker",
        "location",
        "contact",
        "photo",
        "video",
    ]
    assert all(getattr(message, kind) for message, kind in zip(messages, kinds, strict=True))
    assert messages[0] is not None
    assert messages[0].reply_to_message is not None
    assert messages[0].entities[0].type == "url"
    assert album[0].message.media_group_id == album[1].message.media_group_id is not None


async def test_people_edit_their_own_words_only(bot: Bot, olena: Person) -> None:
    said = await olena.says("Рас")
    await olena.edits(said, "Раз")
    update = (await bot.get_updates())[-1]
    assert update.edited_message is not None
    assert (update.edited_message.message_id, update.edited_message.text) == (said.id, "Раз")
    await bot.send_message(olena.id, "Так")
    with pytest.raises(AssertionError, match="cannot edit"):
        await olena.edits(olena.last, "Ні")


async def test_a_press_finds_the_newest_button_then_the_keyboard(bot: Bot, olena: Person) -> None:
    for number in (1, 2):
        button = InlineKeyboardButton("Далі", callback_data=f"go:{number}")
        await bot.send_message(olena.id, f"Екран {number}", reply_markup=InlineKeyboardMarkup([[button]]))
    await bot.send_message(olena.id, "Меню", reply_markup=ReplyKeyboardMarkup([["Мій офіцер"]]))
    await olena.presses("Далі")
    await olena.presses("Далі", on=olena.chat[1])
    await olena.presses("Мій офіцер")
    _, newest, older, typed = await bot.get_updates()
    assert newest.callback_query is not None
    assert older.callback_query is not None
    assert typed.message is not None
    assert (newest.callback_query.data, older.callback_query.data) == ("go:2", "go:1")
    assert typed.message.text == "Мій офіцер"
    with pytest.raises(AssertionError, match=r"no button «Назад»(?s:.*)\[Далі\](?s:.*)⟦Мій офіцер⟧"):
        await olena.presses("Назад")


async def test_a_button_with_a_deep_link_starts_the_bot(bot: Bot, olena: Person) -> None:
    link = InlineKeyboardButton("Запитати", url="https://t.me/kin_bot?start=ask-1")
    await bot.send_message(olena.id, "Офіцер", reply_markup=InlineKeyboardMarkup([[link]]))
    await olena.presses("Запитати")
    assert olena.last.text == "/start ask-1"


async def test_a_keyboard_may_ask_for_a_contact_or_a_place(bot: Bot, olena: Person) -> None:
    keys = [KeyboardButton("Номер", request_contact=True), KeyboardButton("Місце", request_location=True)]
    await bot.send_message(olena.id, "Де?", reply_markup=ReplyKeyboardMarkup([keys], one_time_keyboard=True))
    await olena.presses("Місце")
    assert olena.last.message.location is not None
    assert olena.buttons == []


async def test_who_sees_waits_for_what_is_not_there_yet(bot: Bot, olena: Person) -> None:
    seeing = asyncio.create_task(olena.sees("вітаю"))
    await asyncio.sleep(0)
    assert not seeing.done()
    sent = await bot.send_message(olena.id, "Олено, вітаю!")
    assert (await seeing).id == sent.message_id


async def test_only_what_came_or_changed_since_the_last_act_is_seen(
    telegram: Simulator, bot: Bot, olena: Person
) -> None:
    async def at_rest() -> None:
        pass

    telegram.settled = at_rest
    sent = await bot.send_message(olena.id, "Раз")
    await olena.sees("Раз")
    await olena.says("Далі")
    await olena.does_not_see("Раз")
    await olena.sees("Раз", anywhere=True)
    with pytest.raises(AssertionError, match="does not see «Раз»"):
        await olena.sees("Раз")
    await sent.edit_text("Раз і два")
    assert (await olena.sees("Раз")).edited
    with pytest.raises(AssertionError, match="Олена sees «два»"):
        await olena.does_not_see("два")


async def test_who_starts_again_unblocks_the_bot(bot: Bot, olena: Person) -> None:
    await olena.blocks()
    await olena.starts()
    kinds = ["my_chat_member" if update.my_chat_member else "message" for update in await bot.get_updates()]
    assert kinds == ["message", "my_chat_member", "my_chat_member", "message"]


async def test_a_deleted_message_is_gone_for_replies(bot: Bot, olena: Person) -> None:
    said = await olena.says("Раз")
    await olena.deletes(said)
    assert olena.last.text == "/start"


async def test_a_private_chat_has_topics_only_where_the_bot_lets_people_have_them(telegram: Simulator) -> None:
    olena = telegram.person("Олена")
    with pytest.raises(AssertionError, match="no topics in private chats"):
        await olena.opens_topic("КШ-1")
    account = telegram.bot("200:TOPICS", "topical_bot", topics=True)
    async with Bot("200:TOPICS", base_url=f"{telegram.url}/bot") as bot:
        taras = telegram.person("Тарас", bot=account)
        assert (await bot.get_me()).has_topics_enabled
        await taras.starts()
        topic = await taras.opens_topic("КШ-1")
        await taras.says("Ще одне", topic=topic)
        [_, update] = await bot.get_updates()
        assert update.message is not None
        assert (update.message.message_thread_id, update.message.is_topic_message) == (topic.id, True)
        sent = await bot.send_message(taras.id, "Дякую", message_thread_id=topic.id)
        assert sent.message_thread_id == topic.id
        with pytest.raises(BadRequest, match="Message thread not found"):
            await bot.send_message(taras.id, "Дякую", message_thread_id=topic.id + 1)


async def test_a_bot_makes_names_and_deletes_topics_in_a_private_chat(telegram: Simulator) -> None:
    account = telegram.bot("200:TOPICS", "topical_bot", topics=True, by_people=False)
    async with Bot("200:TOPICS", base_url=f"{telegram.url}/bot") as bot:
        taras = telegram.person("Тарас", bot=account)
        await taras.starts()
        assert not (await bot.get_me()).allows_users_to_create_topics
        with pytest.raises(AssertionError, match="no topics in private chats"):
            await taras.opens_topic("Моє")
        icons = {each.emoji: each.custom_emoji_id for each in await bot.get_forum_topic_icon_stickers()}
        made = await bot.create_forum_topic(taras.id, "КШ-1", icon_custom_emoji_id=icons["📝"])
        assert taras.last.fields["forum_topic_created"].name == "КШ-1"
        sent = await bot.send_message(taras.id, "Картка", message_thread_id=made.message_thread_id)
        assert sent.is_topic_message

        await bot.edit_forum_topic(taras.id, made.message_thread_id, "КШ-1 · Закрито", icons["✅"])
        assert list(taras.topics) == ["КШ-1 · Закрито"]
        for refused, match in (
            (bot.edit_forum_topic(taras.id, made.message_thread_id, "КШ-1 · Закрито", icons["✅"]), "not_modified"),
            (bot.edit_forum_topic(taras.id, made.message_thread_id + 1, "Інше"), "id_invalid"),
            (bot.create_forum_topic(taras.id, "КШ-2", icon_custom_emoji_id="1"), "Document_invalid"),
        ):
            with pytest.raises(BadRequest, match=f"(?i){match}"):
                await refused

        await bot.delete_forum_topic(taras.id, made.message_thread_id)
        assert taras.topics == {}
        assert [each.text for each in taras.chat] == ["/start"]
        with pytest.raises(BadRequest, match=r"(?i)id_invalid"):
            await bot.delete_forum_topic(taras.id, made.message_thread_id)


async def test_without_topics_a_private_chat_is_no_forum(bot: Bot, olena: Person) -> None:
    with pytest.raises(BadRequest, match=r"(?i)the chat is not a forum"):
        await bot.create_forum_topic(olena.id, "КШ-1")
    with pytest.raises(BadRequest, match=r"(?i)message thread not found"):
        await bot.send_message(olena.id, "Картка", message_thread_id=2)


async def test_a_telephone_can_be_drawn(bot: Bot, olena: Person) -> None:
    button = InlineKeyboardButton("Далі", callback_data="go")
    await bot.send_photo(olena.id, b"a", caption="Станція", reply_markup=InlineKeyboardMarkup([[button]]))
    await bot.send_message(olena.id, "Меню", reply_markup=ReplyKeyboardMarkup([["Мій офіцер"]]))
    await bot.set_message_reaction(olena.id, 1, "👍")
    assert [line.rstrip("─┐┤┘") for line in olena.screen().splitlines()] == [
        "┌─ Олена ",
        "│       ▸ /start 👍",
        "│ ◂ [photo]",
        "│ ◂ Станція",
        "│     [Далі]",
        "│ ◂ Меню",
        "├",
        "│ ⟦Мій офіцер⟧",
        "└",
    ]
