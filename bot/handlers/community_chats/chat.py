"""What happens in a group or channel itself. Nobody acts as a person there: what is asked is public and answered in
Ukrainian; what is to be decided is told to somebody in private.
"""

from collections.abc import Mapping, Sequence

from telegram import (
    Chat,
    ChatMember,
    ChatMemberAdministrator,
    ChatMemberBanned,
    ChatMemberLeft,
    ChatMemberRestricted,
    ChatMemberUpdated,
    Message,
)

from bot.domain.communities import Standing
from bot.domain.community_chats import Asked, ChatAnswer, ChatBound, ChatGreeting, ChatKind, Membership
from bot.domain.ids import PersonId
from bot.domain.letters import ChatAt, PersonAt
from bot.domain.officers import OfficerCard
from bot.handlers import hotlines, hours
from bot.handlers.community_chats.buttons import AskThread, WhoseChat
from bot.handlers.places import community_at, community_name
from bot.register import CommunityCode
from bot.services import community_chats, office_hours, residents
from bot.services import officers as officer_services
from bot.storage import areas, officers, people
from bot.storage import community_chats as stored_community_chats
from bot.storage.community_chats import CommunityChat
from bot.storage.transaction import Transaction
from bot.telegram.application import OnMessage
from bot.telegram.context import Context
from bot.telegram.rendering import Addressee
from bot.telegram.screens import Call, Screen, ShowScreen, calls_of

# What Telegram tells of the chat.


async def membership(context: Context, change: ChatMemberUpdated) -> None:
    """The bot was let in, given or refused rights, or removed."""
    by = None if change.from_user.is_bot else change.from_user.id  # an administrator who stays anonymous is a bot
    chat = await community_chats.change_membership(context.tx, seen_in(change), by)
    if chat is not None and chat.keeper is not None:
        tell(context.tx, chat.keeper, WhoseChat(chat.chat_id, 0))


async def moved(context: Context, message: Message) -> None:
    """Said twice: in the group that was, and in the supergroup that it is now."""
    old = message.migrate_from_chat_id or message.chat.id
    await community_chats.move(context.tx, old, message.migrate_to_chat_id or message.chat.id)


def seen_in(change: ChatMemberUpdated) -> Membership:
    chat, member = change.chat, change.new_chat_member
    kind = ChatKind.CHANNEL if chat.type == Chat.CHANNEL else ChatKind.FORUM if chat.is_forum else ChatKind.GROUP
    inside = not isinstance(member, ChatMemberLeft | ChatMemberBanned)
    return Membership(
        chat.id, kind, chat.title or "", inside, inside and can_post(kind, member), inside and can_pin(kind, member)
    )


def can_post(kind: ChatKind, member: ChatMember) -> bool:
    if kind is ChatKind.CHANNEL:
        return isinstance(member, ChatMemberAdministrator) and bool(member.can_post_messages)
    return not isinstance(member, ChatMemberRestricted) or member.can_send_messages


def can_pin(kind: ChatKind, member: ChatMember) -> bool:
    if not isinstance(member, ChatMemberAdministrator):
        return False
    return bool(member.can_edit_messages if kind is ChatKind.CHANNEL else member.can_pin_messages)


def tell(tx: Transaction, person_id: PersonId, button: WhoseChat | AskThread) -> None:
    """Show somebody a screen in private."""
    tx.outbox.tell(PersonAt(person_id), ShowScreen(button.pack()), dedupe=button.pack())


# Commands.


def answering(asked: Asked) -> OnMessage:
    """A command that asks for something public. One that waits to be answered is enough."""

    async def command(context: Context, message: Message) -> None:
        chat = await stored_community_chats.at(context.tx, message.chat.id)
        if chat is not None and chat.can_post and not is_silent(chat):
            context.tx.outbox.tell(ChatAt(chat.chat_id, thread_of(message)), ChatAnswer(asked), dedupe=asked)

    return command


def is_silent(chat: CommunityChat) -> bool:
    """In a channel nothing is posted before it is a community's."""
    return chat.kind is ChatKind.CHANNEL and chat.community is None


def thread_of(message: Message) -> int | None:
    """The forum's topic; a thread of replies is none."""
    return message.message_thread_id if message.is_topic_message else None


async def here(context: Context, message: Message) -> None:
    """Where in a forum notices are to appear: whoever may decide it is asked in private."""
    chat = await stored_community_chats.at(context.tx, message.chat.id)
    if chat is None or chat.community is None or not message.chat.is_forum:
        return
    person_id = await who_decides(context.tx, chat, message)
    if person_id is not None:
        tell(context.tx, person_id, AskThread(chat.chat_id, thread_of(message) or 0))


async def who_decides(tx: Transaction, chat: CommunityChat, message: Message) -> PersonId | None:
    """Who wrote it, or the keeper for an administrator who stays anonymous, if the chat is that person's to change."""
    if message.sender_chat is not None:
        person_id = chat.keeper if message.sender_chat.id == message.chat.id else None
    else:
        actor = await people.actor(tx, message.from_user.id) if message.from_user else None
        person_id = actor.person_id if actor else None
    if person_id is None or await stored_community_chats.managed(tx, chat.chat_id, person_id) is None:
        return None
    return person_id


COMMANDS: Mapping[str, OnMessage] = {**{asked.value: answering(asked) for asked in Asked}, "here": here}


# What the bot says.


async def render_greeting(to: Addressee, letter: ChatGreeting) -> Sequence[Call]:
    lines = [to.say("chat-greeting")]
    if not letter.expected:
        lines.append(to.say("chat-let-in-by-nobody"))
    return calls_of(Screen(lines=lines))


async def render_bound(to: Addressee, letter: ChatBound) -> Sequence[Call]:
    chat = await stored_community_chats.by_id(to.tx, to.chat_id)
    if chat is None or chat.community is None:
        return []
    community = community_name(to.say, community_at(to.register, chat.community))
    return calls_of(Screen(lines=[community, to.say("chat-bound", bot=to.bot_username), to.say("not-a-service-102")]))


async def bound_failed(to: Addressee, letter: ChatBound) -> None:
    await community_chats.lost(to.tx, to.chat_id, "")


async def render_answer(to: Addressee, letter: ChatAnswer) -> Sequence[Call]:
    chat = await stored_community_chats.by_id(to.tx, to.chat_id)
    if chat is None:
        return []
    return calls_of(await answer(to, letter.asked, chat.community))


async def answer(to: Addressee, asked: Asked, community: CommunityCode | None) -> Screen:
    say = to.say
    if asked is Asked.HELP:
        return Screen(lines=[say("chat-greeting")])
    if asked is Asked.HOTLINES or (community and await residents.standing(to.tx, community) is Standing.OCCUPIED):
        policy = to.tx.policy
        numbers = [*hotlines.urgent(say, policy, community), "", *hotlines.others(say, policy, community)]
        return Screen(say("hotlines-title"), numbers)
    if community is None:
        return Screen(lines=[say("chat-nobodys"), say("not-a-service-102")])
    title = say("chat-officer-title") if asked is Asked.OFFICER else say("chat-hours-title")
    return Screen(title, await of_areas(to, asked, community))


async def of_areas(to: Addressee, asked: Asked, community: CommunityCode) -> list[str]:
    """What is asked of each area's officers; the area is named where there are several."""
    divided = await areas.of_community(to.tx, community)
    lines: list[str] = []
    for area in divided:
        cards = await officers.public_of_area(to.tx, area.id)
        lines += [to.say("chat-area", name=area.name)] if len(divided) > 1 else []
        for card in cards:
            lines += await of_officer(to, asked, card, community)
        lines += [] if cards else [to.say("chat-no-officer")]
    return lines or [to.say("chat-no-officer")]


async def of_officer(to: Addressee, asked: Asked, card: OfficerCard, community: CommunityCode) -> list[str]:
    say = to.say
    lines = [say("officer-who", rank=say.rank(card.rank), name=card.name)]
    if asked is Asked.HOURS:
        return [*lines, *await hours_of(to, card, community)]
    if card.phone:
        lines.append(say("my-officer-phone", phone=say.phone(card.phone)))
    if station := await officer_services.station_told(to.tx, card, community):
        lines.append(say("my-officer-station", station=station))
    return lines


async def hours_of(to: Addressee, card: OfficerCard, community: CommunityCode) -> list[str]:
    """When an officer receives people."""
    reception = await office_hours.reception(to.tx, [card.id], community)
    return hours.full_lines(to.say, reception, to.tx.now)
