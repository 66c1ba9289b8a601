"""Groups, forums and channels at the simulator: who gets what, and what a bot is refused there."""

from datetime import timedelta

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Message, Update
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter

from simulator import Group, Part, Person, Simulator
from simulator.clock import MovedClock


@pytest.fixture
async def group(telegram: Simulator, olena: Person) -> Group:
    """The bot is a plain member."""
    group = telegram.group("Село")
    await group.adds_bot(by=olena)
    return group


async def fresh(bot: Bot) -> list[Update]:
    """What the bot has not confirmed yet."""
    updates = await bot.get_updates()
    if updates:
        await bot.get_updates(offset=updates[-1].update_id + 1)
    return list(updates)


async def received(bot: Bot) -> list[Message]:
    return [each.effective_message for each in await fresh(bot) if each.effective_message is not None]


async def test_the_bot_learns_who_added_it_what_it_may_do_and_who_removed_it(
    bot: Bot, telegram: Simulator, olena: Person
) -> None:
    await fresh(bot)
    group = telegram.group("Село")
    await group.adds_bot(by=olena)
    await group.promotes_bot(by=olena, can_pin=True)
    await group.demotes_bot()
    await group.removes_bot(by=olena)
    changes = [each.my_chat_member for each in await fresh(bot) if each.my_chat_member]
    assert [each.new_chat_member.status for each in changes] == ["member", "administrator", "member", "kicked"]
    assert [each.from_user.id == olena.id for each in changes] == [True, True, False, True]
    assert changes[2].from_user.is_bot  # an administrator who stays anonymous
    assert {each.chat.id for each in changes} == {group.id}


async def test_a_plain_member_gets_only_commands_and_replies_to_it(bot: Bot, group: Group, olena: Person) -> None:
    await bot.send_message(group.id, "Я тут")
    await fresh(bot)
    await olena.says("Привіт усім", in_=group)
    await olena.says("/officer@kin_bot", in_=group)
    await olena.says("/officer@another_bot", in_=group)
    await olena.says("Дякую", in_=group, reply_to=group.chat[0])
    assert [each.text for each in await received(bot)] == ["/officer@kin_bot", "Дякую"]


async def test_an_administrator_gets_everything(bot: Bot, group: Group, olena: Person) -> None:
    await group.promotes_bot(by=olena)
    await fresh(bot)
    await olena.says("Привіт усім", in_=group)
    assert [each.text for each in await received(bot)] == ["Привіт усім"]


async def test_who_is_not_in_a_chat_gets_nothing_and_writes_nothing(
    bot: Bot, telegram: Simulator, group: Group, olena: Person
) -> None:
    await fresh(bot)
    other = telegram.group("Місто")
    await olena.says("/officer", in_=other)
    assert await fresh(bot) == []
    with pytest.raises(Forbidden, match="bot is not a member of the group chat"):
        await bot.send_message(other.id, "Я тут")
    await group.removes_bot()
    with pytest.raises(Forbidden, match="bot was kicked from the group chat"):
        await bot.send_message(group.id, "Я тут")


async def test_where_only_administrators_write_a_plain_member_is_refused(bot: Bot, group: Group) -> None:
    await group.silences_people()
    with pytest.raises(BadRequest, match="Not enough rights to send text messages to the chat"):
        await bot.send_message(group.id, "Я тут")
    await group.promotes_bot()
    await bot.send_message(group.id, "Я тут")


async def test_slow_mode_makes_a_plain_member_wait(bot: Bot, group: Group, clock: MovedClock) -> None:
    await group.slows_down(timedelta(seconds=30))
    await bot.send_message(group.id, "Раз")
    with pytest.raises(RetryAfter):
        await bot.send_message(group.id, "Два")
    clock.advance(timedelta(seconds=30))
    await bot.send_message(group.id, "Два")


async def test_pinning_needs_the_right_to(bot: Bot, group: Group) -> None:
    sent = await bot.send_message(group.id, "Увага")
    with pytest.raises(BadRequest, match="Not enough rights to manage pinned messages in the chat"):
        await bot.pin_chat_message(group.id, sent.message_id)
    await group.promotes_bot(can_pin=True)
    await bot.pin_chat_message(group.id, sent.message_id)
    assert group.pinned == ["Увага"]
    await bot.unpin_chat_message(group.id, sent.message_id)
    assert group.pinned == []
    with pytest.raises(BadRequest, match="Message to unpin not found"):
        await bot.unpin_chat_message(group.id)


async def test_a_deleted_message_is_pinned_no_more(bot: Bot, group: Group) -> None:
    await group.promotes_bot(can_pin=True)
    sent = await bot.send_message(group.id, "Увага")
    await bot.pin_chat_message(group.id, sent.message_id)
    await bot.delete_message(group.id, sent.message_id)
    assert group.pinned == []


async def test_a_group_goes_on_as_a_supergroup_under_another_id(bot: Bot, group: Group) -> None:
    await fresh(bot)
    old = group.id
    await group.becomes_supergroup()
    said = await received(bot)
    assert [(each.chat.id, each.migrate_to_chat_id, each.migrate_from_chat_id) for each in said] == [
        (old, group.id, None), (group.id, None, old),
    ]  # fmt: skip
    with pytest.raises(ChatMigrated) as moved:
        await bot.send_message(old, "Я тут")
    assert moved.value.new_chat_id == group.id
    await bot.send_message(group.id, "Я тут")
    await group.sees("Я тут")


async def test_a_channel_posts_in_its_own_name_and_takes_posts_of_who_may_post(
    bot: Bot, telegram: Simulator, olena: Person
) -> None:
    channel = telegram.channel("Новини")
    await channel.adds_bot(by=olena, can_post=False)
    await fresh(bot)
    await channel.posts("Доброго ранку")
    [update] = await fresh(bot)
    post = update.channel_post
    assert post is not None
    assert (post.from_user, post.sender_chat and post.sender_chat.id) == (None, channel.id)
    with pytest.raises(BadRequest, match="Need administrator rights in the channel chat"):
        await bot.send_message(channel.id, "Я тут")
    await channel.promotes_bot(can_post=True)
    sent = await bot.send_message(channel.id, "Я тут")
    assert sent.from_user is None
    await bot.edit_message_text("І досі", channel.id, sent.message_id)
    with pytest.raises(BadRequest, match="Not enough rights to manage pinned messages"):
        await bot.pin_chat_message(channel.id, sent.message_id)


async def test_what_is_done_to_a_message_of_a_group_is_done_there(
    bot: Bot, telegram: Simulator, group: Group, olena: Person
) -> None:
    stepan = telegram.person("Степан")
    await group.promotes_bot()
    await bot.get_updates(allowed_updates=["message", "edited_message", "message_reaction", "callback_query"])
    go_on = InlineKeyboardMarkup([[InlineKeyboardButton("Далі", callback_data="go:1")]])
    await bot.send_message(group.id, "Так?", reply_markup=go_on)
    await fresh(bot)
    asked = group.last
    photo = await olena.sends(Part("photo", "Яма"), in_=group, reply_to=asked)
    await olena.edits(photo, "Велика яма")
    await stepan.reacts(asked, "👍")
    await stepan.presses_button(asked, asked.inline[0])
    sent, edited, reaction, pressed = await fresh(bot)
    assert {each.effective_chat.id for each in (sent, edited, reaction, pressed) if each.effective_chat} == {group.id}
    assert (photo.text, asked.reactions) == ("Велика яма", ["👍"])
    assert (stepan.spinning, olena.spinning) == (1, 0)
    assert pressed.callback_query is not None
    await pressed.callback_query.answer("Записано")
    assert (stepan.alerts, olena.alerts) == (["Записано"], [])  # nobody else in the group is shown it
    await olena.deletes(photo)
    assert [each.text for each in group.chat] == ["Так?"]
    assert len(olena.chat) == 1


async def test_a_plain_member_gets_no_photos_edits_and_reactions(bot: Bot, group: Group, olena: Person) -> None:
    await bot.get_updates(allowed_updates=["message", "edited_message", "message_reaction"])
    await fresh(bot)
    photo = await olena.sends(Part("photo", "Яма"), in_=group)
    await olena.edits(photo, "/officer Яма")
    await olena.reacts(photo, "👍")
    assert await fresh(bot) == []
    assert not photo.delivered
    answered = await olena.sends(Part("voice"), in_=group, reply_to=(await group.posts("/hours")))
    assert not answered.delivered


async def test_an_anonymous_administrator_stays_so(bot: Bot, group: Group) -> None:
    await fresh(bot)
    await group.posts("/officer")
    [said] = await received(bot)
    assert said.from_user is not None
    assert said.from_user.username == "GroupAnonymousBot"
    assert said.sender_chat is not None
    assert said.sender_chat.id == group.id


async def test_a_forum_s_topic_takes_messages_until_it_is_closed_or_deleted(
    bot: Bot, telegram: Simulator, olena: Person
) -> None:
    forum = telegram.forum("Село")
    await forum.adds_bot(by=olena)
    topic = forum.topic("Поліція")
    sent = await bot.send_message(forum.id, "Увага", message_thread_id=topic.id)
    assert (sent.message_thread_id, sent.is_topic_message, sent.chat.is_forum) == (topic.id, True, True)
    topic.closed = True
    with pytest.raises(BadRequest, match=r"(?i)topic_closed"):
        await bot.send_message(forum.id, "Увага", message_thread_id=topic.id)
    await forum.promotes_bot(can_manage_topics=True)
    await bot.send_message(forum.id, "Увага", message_thread_id=topic.id)
    await forum.deletes(topic)
    with pytest.raises(BadRequest, match="Message thread not found"):
        await bot.send_message(forum.id, "Увага", message_thread_id=topic.id)
    await bot.send_message(forum.id, "Увага")


async def test_the_bot_may_leave(bot: Bot, group: Group) -> None:
    assert (await bot.get_chat_member(group.id, bot.id)).status == "member"
    await bot.leave_chat(group.id)
    with pytest.raises(Forbidden, match="bot is not a member of the group chat"):
        await bot.get_chat_member(group.id, bot.id)


async def test_a_bot_is_named_the_administrators_who_do_not_hide_from_it(
    bot: Bot, telegram: Simulator, group: Group, olena: Person
) -> None:
    hidden = telegram.person("Тарас")
    group.has_administrator(hidden, anonymous=True)
    assert [each.user.id for each in await bot.get_chat_administrators(group.id)] == [olena.id]
    await group.promotes_bot()
    named = await bot.get_chat_administrators(group.id)
    assert [each.user.id for each in named] == [olena.id, hidden.id, bot.id]
    await group.removes_bot()
    with pytest.raises(Forbidden, match="bot was kicked from the group chat"):
        await bot.get_chat_administrators(group.id)


async def test_in_a_channel_only_an_administrator_is_named_the_others(
    bot: Bot, telegram: Simulator, olena: Person
) -> None:
    channel = telegram.channel("Село")
    await channel.adds_bot(by=olena)
    assert [each.user.id for each in await bot.get_chat_administrators(channel.id)] == [olena.id, bot.id]
    await channel.demotes_bot()
    with pytest.raises(BadRequest, match="Member list is inaccessible"):
        await bot.get_chat_administrators(channel.id)


async def test_a_chat_says_what_everybody_may_do_in_it(bot: Bot, group: Group) -> None:
    permissions = (await bot.get_chat(group.id)).permissions
    assert permissions is not None
    assert (permissions.can_send_messages, permissions.can_send_photos) == (True, True)
    await group.forbids_files()
    with pytest.raises(BadRequest, match="Not enough rights to send photos to the chat"):
        await bot.send_photo(group.id, b"a picture")
    permissions = (await bot.get_chat(group.id)).permissions
    assert permissions is not None
    assert (permissions.can_send_messages, permissions.can_send_photos) == (True, False)


async def test_a_deleted_group_refuses_everything(bot: Bot, group: Group) -> None:
    await group.goes()
    with pytest.raises(Forbidden, match="the group chat was deleted"):
        await bot.send_message(group.id, "Я тут")
