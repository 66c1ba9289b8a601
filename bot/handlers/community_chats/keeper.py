"""What officers and coordinators do with groups and channels, in their private chat."""

from telegram import Message

from bot.domain.refusals import WordsExpected
from bot.handlers.community_chats.buttons import (
    BindChat,
    ChatPage,
    ChatTopics,
    CommunityChats,
    FindForChat,
    FoundForChat,
    TakeTopic,
    UnbindChat,
    UseThread,
)
from bot.handlers.community_chats.dialogs import FindingForChat
from bot.services import community_chats
from bot.storage import dialogs
from bot.telegram.buttons import Button
from bot.telegram.context import Context


async def look(context: Context, button: Button) -> None:
    """Show a screen, which itself checks the right to the chat; what was being asked for is asked no more."""
    await dialogs.leave(context.tx, context.actor, FindingForChat)
    context.show(button)


async def find(context: Context, button: FindForChat) -> None:
    await community_chats.unbound(context.tx, context.actor.person_id, button.chat_id)
    await ask(context, FindingForChat(button.chat_id), button)


async def take_query(context: Context, message: Message, dialog: FindingForChat) -> None:
    if not message.text:
        raise WordsExpected
    await ask(context, FindingForChat(dialog.chat_id, message.text), FoundForChat(dialog.chat_id))


async def ask(context: Context, dialog: FindingForChat, button: Button) -> None:
    """Show a screen that a name may be typed at."""
    await dialogs.begin(context.tx, context.actor, dialog)
    context.show(button)


async def bind(context: Context, button: BindChat) -> None:
    await community_chats.bind(context.tx, context.actor, button.chat_id, button.community)
    await look(context, ChatPage(button.chat_id))


async def unbind(context: Context, button: UnbindChat) -> None:
    community = await community_chats.unbind(context.tx, context.actor, button.chat_id)
    context.answer(context.say("chat-unbound"))
    await look(context, CommunityChats(community))


async def take_topic(context: Context, button: TakeTopic) -> None:
    await community_chats.take_topic(context.tx, context.actor, button.chat_id, button.topic, taken=button.taken)
    context.show(ChatTopics(button.chat_id))


async def use_thread(context: Context, button: UseThread) -> None:
    await community_chats.use_thread(context.tx, context.actor, button.chat_id, button.thread_id or None)
    context.show(ChatPage(button.chat_id))
