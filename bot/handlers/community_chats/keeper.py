"""What officers and coordinators do with groups and channels, in their private chat."""

from collections.abc import Sequence

from bot.domain.community_chats import ChatKind, ChatLost, ChatRegained
from bot.domain.ids import ChatId
from bot.domain.refusals import TextExpected
from bot.domain.subscriptions import NOTICE_TOPICS, Topic
from bot.handlers.communities.buttons import CommunityPage
from bot.handlers.community_chats.buttons import (
    AskThread,
    BindChat,
    ChatPage,
    ChatTopics,
    CheckChat,
    CommunityChats,
    DeclineChat,
    FindForChat,
    FoundForChat,
    NotBound,
    TakeTopic,
    UnbindChat,
    UseThread,
    WhoseChat,
    request_payload,
)
from bot.handlers.community_chats.dialogs import FindingForChat
from bot.handlers.officers.buttons import PostMore
from bot.handlers.paging import PAGE, back, page_of, turning
from bot.handlers.people.buttons import Menu
from bot.handlers.places import community_at, community_name
from bot.handlers.topics import topic_name
from bot.register import Community, ukrainian_key
from bot.services import community_chats
from bot.storage import communities, dialogs, people
from bot.storage import community_chats as stored_community_chats
from bot.storage.community_chats import CommunityChat
from bot.surface.buttons import Button
from bot.surface.context import Context
from bot.surface.incoming import PrivateMessage
from bot.surface.links import link_to
from bot.surface.outgoing import Effect, Show
from bot.surface.rendering import Addressee, Sent
from bot.surface.screens import Label, Link, Screen


async def look(context: Context, button: Button) -> None:
    """Show a screen, which itself checks the right to the chat; what was being asked for is not asked any more."""
    await dialogs.leave(context.tx, context.actor, FindingForChat)
    context.show(button)


def state(to: Addressee, chat: CommunityChat) -> str:
    if not chat.inside:
        return to.say("chat-not-inside")
    if not chat.can_post:
        return to.say("chat-cannot-write")
    return to.say("chat-writes") if chat.can_show else to.say("chat-writes-text")


# To which community a chat belongs.


async def draw_whose(to: Addressee, button: WhoseChat) -> Screen:
    chat = await community_chats.unbound(to.tx, to.person_id, button.chat_id)
    say = to.say
    own = await own_communities(to)
    rows = binding(to, chat.chat_id, page_of(own, button.page))
    rows += turning(
        to, len(own), button.page, WhoseChat(chat.chat_id, button.page - 1), WhoseChat(chat.chat_id, button.page + 1)
    )
    if len(own) > PAGE:
        rows.append([(say("chat-find-community-button"), FindForChat(chat.chat_id))])
    lines = [say("chat-added", title=chat.title), say("chat-whose"), say("chat-left-after-a-day")]
    if not chat.can_post:
        lines.append(say("chat-give-rights"))
    rows.append([(say("chat-decline-button"), DeclineChat(chat.chat_id))])
    return Screen(say("chat-whose-title"), lines, buttons=[*rows, [(say("chat-later-button"), Menu())]])


async def whose_sent(to: Addressee, button: WhoseChat, sent: Sequence[Sent]) -> None:
    """The name of one may be typed at the list, unless its reader is in the middle of something."""
    actor = await people.known(to.tx, to.person_id)
    if actor.dialog is None and len(await own_communities(to)) > 1:
        await dialogs.begin(to.tx, actor, FindingForChat(button.chat_id))


async def own_communities(to: Addressee) -> list[Community]:
    """Where this person works, in the order of a dictionary."""
    own = [to.register.community(code) for code in await stored_community_chats.communities_of(to.tx, to.person_id)]
    return sorted(own, key=lambda each: ukrainian_key(each.name))


def binding(to: Addressee, chat_id: ChatId, of: Sequence[Community]) -> list[list[Label]]:
    return [[(community_name(to.say, each), BindChat(chat_id, each.code))] for each in of]


async def find(context: Context, button: FindForChat) -> None:
    await community_chats.unbound(context.tx, context.actor.person_id, button.chat_id)
    await ask(context, FindingForChat(button.chat_id), button)


async def draw_find(to: Addressee, button: FindForChat) -> Screen:
    chat = await community_chats.unbound(to.tx, to.person_id, button.chat_id)
    lines = [to.say("chat-added", title=chat.title), to.say("coordinator-find")]
    return Screen(to.say("chat-whose-title"), lines, buttons=back(to, WhoseChat(chat.chat_id, 0)))


async def take_query(context: Context, message: PrivateMessage, dialog: FindingForChat) -> None:
    if not message.text:
        raise TextExpected
    await ask(context, FindingForChat(dialog.chat_id, message.text), FoundForChat(dialog.chat_id))


async def draw_found(to: Addressee, button: FoundForChat) -> Screen:
    """What fits the typed name among the communities where this person works."""
    chat = await community_chats.unbound(to.tx, to.person_id, button.chat_id)
    asked = await dialogs.open_in(to.tx, to.person_id, to.chat_id, FindingForChat, to.thread_id)
    own = {each.code for each in await own_communities(to)}
    found = [each.community for each in to.search.find(asked.query if asked else "", within=own)]
    lines = [to.say("chat-added", title=chat.title), to.say("chat-whose") if found else to.say("chat-found-nothing")]
    rows = binding(to, chat.chat_id, found[:PAGE])
    return Screen(to.say("chat-whose-title"), lines, buttons=[*rows, *back(to, WhoseChat(chat.chat_id, 0))])


async def ask(context: Context, dialog: FindingForChat, button: Button) -> None:
    """Show a screen that a name may be typed at."""
    await dialogs.begin(context.tx, context.actor, dialog)
    context.show(button)


async def bind(context: Context, button: BindChat) -> None:
    await community_chats.claim(context.tx, context.actor, button.chat_id, button.community)
    await look(context, button)


async def draw_binding(to: Addressee, button: BindChat) -> Screen:
    chat = await community_chats.unbound(to.tx, to.person_id, button.chat_id)
    lines = [chat.title, to.say("chat-checking-administrator")]
    return Screen(to.say("chat-whose-title"), lines, buttons=back(to, WhoseChat(chat.chat_id, 0)))


async def draw_not_bound(to: Addressee, button: NotBound) -> Screen:
    chat = await community_chats.unbound(to.tx, to.person_id, button.chat_id)
    say, why = to.say, button.unproven
    rows: list[list[Label]] = [[(say("chat-check-again-button"), BindChat(chat.chat_id, button.community))]]
    link = link_to(to.bot_username, request_payload(chat.chat_id))
    lines = [chat.title, say(f"chat-{why}"), say(f"chat-{why}-do"), say("chat-not-bound-link", link=link)]
    return Screen(say("chat-not-bound-title"), lines, buttons=[*rows, *back(to, WhoseChat(chat.chat_id, 0))])


async def decline(context: Context, button: DeclineChat) -> None:
    await community_chats.decline(context.tx, context.actor, button.chat_id)
    await look(context, button)


async def draw_declined(to: Addressee, button: DeclineChat) -> Screen:
    return Screen(lines=[to.say("chat-declined")], buttons=[[(to.say("officer-to-menu-button"), Menu())]])


async def unbind(context: Context, button: UnbindChat) -> None:
    community = await community_chats.unbind(context.tx, context.actor, button.chat_id)
    context.answer(context.say("chat-unbound"))
    await look(context, CommunityChats(community))


# The chats of a community.


# What Telegram is to ask for when the bot is added by a link: to post, and to pin (in a channel, to edit).
GROUP_RIGHTS, CHANNEL_RIGHTS = "pin_messages", "post_messages+edit_messages"


async def draw_chats(to: Addressee, button: CommunityChats) -> Screen:
    bound = await community_chats.of_community(to.tx, to.person_id, button.community)
    say, community = to.say, community_at(to.register, button.community)
    rows: list[list[Label]] = [
        [(say("chat-button", title=chat.title, state=state(to, chat)), ChatPage(chat.chat_id))] for chat in bound
    ]
    rows += [
        [(say("chat-nobodys-button", title=chat.title), WhoseChat(chat.chat_id, 0))]
        for chat in await stored_community_chats.unbound_of(to.tx, to.person_id)
    ]
    lines = [community_name(say, community), say("chats-explained") if bound else say("chats-none"), say("chats-add")]
    coordinates = await communities.coordinated(to.tx, button.community, to.person_id) is not None
    way = CommunityPage(button.community) if coordinates else PostMore()
    return Screen(say("chats-title"), lines, buttons=[*rows, *adding(to), *back(to, way)])


def adding(to: Addressee) -> list[list[Label]]:
    """Links at which Telegram lets a person choose a group or a channel of their own."""
    bot = link_to(to.bot_username)
    return [
        [(to.say("chat-add-to-group-button"), Link(f"{bot}?startgroup&admin={GROUP_RIGHTS}"))],
        [(to.say("chat-add-to-channel-button"), Link(f"{bot}?startchannel&admin={CHANNEL_RIGHTS}"))],
    ]


async def draw_chat(to: Addressee, button: ChatPage) -> Screen:
    chat = await community_chats.bound(to.tx, to.person_id, button.chat_id)
    say, taken = to.say, await stored_community_chats.topics_of(to.tx, chat.chat_id)
    community = str(chat.community)
    lines = [chat.title, community_name(say, community_at(to.register, community))]
    lines.append(say("chat-state", state=state(to, chat)))
    lines.append(say("chat-pins") if chat.can_pin else say("chat-pins-not"))
    rows: list[list[Label]] = []
    if not chat.rights.suffice:
        lines.append(to_do(to, chat))
        rows.append([(say("chat-check-again-button"), CheckChat(chat.chat_id))])
    rows.append([(say("chat-topics-button", count=len(taken)), ChatTopics(chat.chat_id))])
    if chat.kind is ChatKind.FORUM:
        lines.append(say("chat-thread-is-chosen") if chat.thread_id else say("chat-thread-is-general"))
        lines.append(say("chat-thread-choose"))
    if chat.thread_id:
        rows.append([(say("chat-use-general-button"), UseThread(chat.chat_id, 0))])
    rows.append([(say("chat-unbind-button"), UnbindChat(chat.chat_id))])
    return Screen(say("chat-title"), lines, buttons=[*rows, *back(to, CommunityChats(community))])


def to_do(to: Addressee, chat: CommunityChat) -> str:
    """How the bot comes to do there what it cannot."""
    if not chat.inside:
        return to.say("chat-lost-removed-do")
    return to.say("chat-give-rights") if not chat.can_post else to.say("chat-lost-files-do")


async def check(context: Context, button: CheckChat) -> None:
    await community_chats.check(context.tx, context.actor, button.chat_id)
    context.show(button)


async def draw_checking(to: Addressee, button: CheckChat) -> Screen:
    chat = await community_chats.bound(to.tx, to.person_id, button.chat_id)
    lines = [chat.title, to.say("chat-checking-rights")]
    return Screen(to.say("chat-title"), lines, buttons=back(to, ChatPage(chat.chat_id)))


# Its topics of notices.


async def draw_topics(to: Addressee, button: ChatTopics) -> Screen:
    chat = await community_chats.bound(to.tx, to.person_id, button.chat_id)
    taken = await stored_community_chats.topics_of(to.tx, chat.chat_id)
    rows = [[topic_label(to, chat.chat_id, topic, topic in taken)] for topic in NOTICE_TOPICS]
    lines = [chat.title, to.say("chat-topics")]
    return Screen(to.say("chat-topics-title"), lines, buttons=[*rows, *back(to, ChatPage(chat.chat_id))])


def topic_label(to: Addressee, chat_id: ChatId, topic: Topic, taken: bool) -> Label:
    name = topic_name(to.say, topic)
    label = to.say("chat-topic-taken-button", name=name) if taken else name
    return label, TakeTopic(chat_id, topic, not taken)


async def take_topic(context: Context, button: TakeTopic) -> None:
    await community_chats.take_topic(context.tx, context.actor, button.chat_id, button.topic, taken=button.taken)
    context.show(ChatTopics(button.chat_id))


# A forum's topic.


async def draw_ask_thread(to: Addressee, button: AskThread) -> Screen:
    chat = await community_chats.bound(to.tx, to.person_id, button.chat_id)
    say = to.say
    question = say("chat-thread-here") if button.thread_id else say("chat-thread-general-here")
    rows: list[list[Label]] = [
        [(say("chat-use-thread-button"), UseThread(chat.chat_id, button.thread_id))],
        *back(to, ChatPage(chat.chat_id)),
    ]
    return Screen(say("chat-thread-title"), [chat.title, question], buttons=rows)


async def use_thread(context: Context, button: UseThread) -> None:
    await community_chats.use_thread(context.tx, context.actor, button.chat_id, button.thread_id or None)
    context.show(ChatPage(button.chat_id))


# What its keeper is sent.


async def render_lost(to: Addressee, letter: ChatLost) -> Sequence[Effect]:
    chat = await stored_community_chats.managed(to.tx, letter.chat_id, to.person_id)
    if chat is None or chat.community is None:
        return []
    say = to.say
    lines = [say(f"chat-lost-{letter.loss}", title=chat.title), say(f"chat-lost-{letter.loss}-do")]
    rows: list[list[Label]] = [[(say("chat-look-button"), ChatPage(chat.chat_id))]]
    if not chat.rights.suffice:
        rows.insert(0, [(say("chat-check-again-button"), CheckChat(chat.chat_id))])
    return [Show(Screen(lines=lines, buttons=rows))]


async def render_regained(to: Addressee, letter: ChatRegained) -> Sequence[Effect]:
    chat = await stored_community_chats.managed(to.tx, letter.chat_id, to.person_id)
    if chat is None or chat.community is None:
        return []
    say = to.say
    rows: list[list[Label]] = [[(say("chat-look-button"), ChatPage(chat.chat_id))]]
    return [Show(Screen(lines=[say(f"chat-regained-{letter.gain}", title=chat.title)], buttons=rows))]
