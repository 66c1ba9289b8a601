"""What officers and coordinators do with groups and channels, in their private chat."""

from telegram import Message

from bot.domain.ids import ChatId
from bot.domain.refusals import NotFound, WordsExpected
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
from bot.services import community_chats
from bot.storage import dialogs
from bot.telegram.buttons import Button
from bot.telegram.context import Context

FLOW, FIND = "community chat", "find"


async def look(context: Context, button: Button) -> None:
    """Show a screen, which itself checks the right to the chat; whatever was being asked for is asked no more."""
    if context.actor.dialog is not None and context.actor.dialog.flow == FLOW:
        await dialogs.end(context.tx, context.actor)
    context.show(button)


async def find(context: Context, button: FindForChat) -> None:
    await community_chats.unbound(context.tx, context.actor.person_id, button.chat_id)
    await ask(context, button.chat_id, "", button)


async def typed(context: Context, message: Message) -> None:
    """The name of a community."""
    dialog = context.actor.dialog
    if dialog is None:
        raise NotFound
    if not message.text:
        raise WordsExpected
    chat_id = ChatId(int(dialog.data.get("chat") or 0))
    await ask(context, chat_id, message.text, FoundForChat(chat_id))


async def ask(context: Context, chat_id: ChatId, query: str, button: Button) -> None:
    """Show a screen that a name may be typed at."""
    until = context.tx.now + context.tx.policy.cases.draft_kept
    await dialogs.begin(context.tx, context.actor, FLOW, FIND, {"chat": chat_id, "query": query}, until)
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
