"""What happens in a group or channel itself. Nobody acts as a person there: what is asked is public and answered in
Ukrainian; what is to be decided is sent to a person in private.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.domain.communities import Standing
from bot.domain.community_chats import (
    Asked,
    ChatAnswer,
    ChatBound,
    ChatClaimed,
    ChatGreeting,
    ChatKind,
    ChatLeft,
    ChatLooked,
    ChatSeen,
    Unproven,
)
from bot.domain.ids import PersonId
from bot.domain.letters import ChatAt, Letter, PersonAt, PlainText
from bot.domain.officers import OfficerCard
from bot.domain.refusals import NotFound
from bot.handlers import hotlines, hours
from bot.handlers.away import notes
from bot.handlers.community_chats.buttons import AskThread, ChatPage, NotBound, WhoseChat, request_payload
from bot.handlers.places import community_at, community_name
from bot.register import CommunityCode
from bot.services import chat_requests, community_chats, office_hours, residents
from bot.services import officers as officer_services
from bot.storage import areas, local_facts, officers, people
from bot.storage import community_chats as stored_community_chats
from bot.storage.community_chats import CommunityChat
from bot.storage.transaction import Transaction
from bot.surface.buttons import Button
from bot.surface.context import Context
from bot.surface.incoming import ChatChanged, ChatCommand, ChatMoved
from bot.surface.links import link_to
from bot.surface.outgoing import Effect, Leave, Look, Show
from bot.surface.rendering import Addressee, Sent
from bot.surface.routes import OnChatCommand
from bot.surface.screens import Label, Link, Screen, ShowScreen

# What Telegram reports of the chat.


async def membership(context: Context, change: ChatChanged) -> None:
    """The bot was let in, given or refused rights, or removed."""
    chat = await community_chats.change_membership(context.tx, change.membership, change.by)
    if chat is not None and chat.keeper is not None:
        tell(context.tx, chat.keeper, WhoseChat(chat.chat_id, 0))
    elif chat is not None and is_silent(chat) and change.by is not None:
        await chat_requests.let_in(context.tx, chat.chat_id, change.by)


async def moved(context: Context, move: ChatMoved) -> None:
    await community_chats.move(context.tx, move.old_id, move.new_id)


def tell(tx: Transaction, person_id: PersonId, button: Button) -> None:
    """Show a person a screen in private."""
    tx.outbox.tell(PersonAt(person_id), ShowScreen(button.pack()), dedupe=button.pack())


# What Telegram answers when it is asked about the chat.


async def render_look(to: Addressee, letter: Letter) -> Sequence[Effect]:
    return [Look()]


async def looked(to: Addressee, letter: ChatLooked, seen: ChatSeen) -> None:
    await community_chats.looked(to.tx, to.chat_id, seen)
    if letter.asked_by is not None:
        tell(to.tx, letter.asked_by, ChatPage(to.chat_id))


async def look_failed(to: Addressee, letter: ChatLooked) -> None:
    await community_chats.gone(to.tx, to.chat_id)
    if letter.asked_by is not None:
        tell(to.tx, letter.asked_by, ChatPage(to.chat_id))


async def claim_looked(to: Addressee, letter: ChatClaimed, seen: ChatSeen) -> None:
    try:
        unproven = await community_chats.claimed(to.tx, to.chat_id, letter, seen)
    except NotFound:  # the right to it is gone, or another was faster
        to.tx.outbox.tell(PersonAt(letter.person_id), PlainText(NotFound.key))
        return
    refused = NotBound(to.chat_id, letter.community, unproven) if unproven is not None else None
    tell(to.tx, letter.person_id, refused or ChatPage(to.chat_id))


async def claim_failed(to: Addressee, letter: ChatClaimed) -> None:
    """The bot is there no more, so that nobody can be said to administer the chat."""
    tell(to.tx, letter.person_id, NotBound(to.chat_id, letter.community, Unproven.NOT_NAMED))


# Commands.


def answering(asked: Asked) -> OnChatCommand:
    """A command that asks for something public. One that waits to be answered is enough."""

    async def answer_it(context: Context, command: ChatCommand) -> None:
        chat = await stored_community_chats.at(context.tx, command.chat_id)
        if chat is not None and chat.can_post and not is_silent(chat):
            letter = ChatAnswer(asked, with_words=bool(command.words))
            name = f"{asked}:words" if command.words else asked
            context.tx.outbox.tell(ChatAt(chat.chat_id, command.thread_id), letter, dedupe=name)

    return answer_it


def is_silent(chat: CommunityChat) -> bool:
    """In a channel nothing is posted before it is a community's."""
    return chat.kind is ChatKind.CHANNEL and chat.community is None


async def here(context: Context, command: ChatCommand) -> None:
    """Where in a forum notices are to appear: the person who may decide it is asked in private."""
    chat = await stored_community_chats.at(context.tx, command.chat_id)
    if chat is None or chat.community is None or not command.is_forum:
        return
    person_id = await who_decides(context.tx, chat, command)
    if person_id is not None:
        tell(context.tx, person_id, AskThread(chat.chat_id, command.thread_id or 0))


async def who_decides(tx: Transaction, chat: CommunityChat, command: ChatCommand) -> PersonId | None:
    """The author, or the keeper for an administrator who stays anonymous, if the chat is that person's to change."""
    if command.as_chat:
        person_id = chat.keeper
    else:
        actor = await people.actor(tx, command.author_id) if command.author_id is not None else None
        person_id = actor.person_id if actor else None
    if person_id is None or await stored_community_chats.managed(tx, chat.chat_id, person_id) is None:
        return None
    return person_id


COMMANDS: Mapping[str, OnChatCommand] = {**{asked.value: answering(asked) for asked in Asked}, "here": here}


# What the bot says.


async def render_greeting(to: Addressee, letter: ChatGreeting) -> Sequence[Effect]:
    if await stored_community_chats.by_id(to.tx, to.chat_id) is None:
        return []  # it has become a board, or is left
    lines = [to.say("chat-greeting")]
    if letter.expected:
        return [Show(Screen(lines=lines))]
    return [Show(Screen(lines=[*lines, to.say("chat-let-in-by-nobody")], buttons=asking_for_officer(to)))]


def asking_for_officer(to: Addressee) -> list[list[Label]]:
    """The way of the chat's own administrator."""
    return [[(to.say("chat-ask-for-officer-button"), Link(link_to(to.bot_username, request_payload(to.chat_id))))]]


async def render_bound(to: Addressee, letter: ChatBound) -> Sequence[Effect]:
    chat = await stored_community_chats.by_id(to.tx, to.chat_id)
    if chat is None or chat.community is None:
        return []
    community = community_name(to.say, community_at(to.register, chat.community))
    return [Show(Screen(lines=[community, to.say("chat-bound", bot=to.bot_username), to.say("not-a-service-102")]))]


async def look_at_it(to: Addressee, letter: Letter) -> None:
    """A letter was refused: what the bot may do in the chat is not what was known."""
    community_chats.look(to.tx, to.chat_id)


async def render_left(to: Addressee, letter: ChatLeft) -> Sequence[Effect]:
    """Void where the chat has become a community's meanwhile, or is left already."""
    chat = await stored_community_chats.by_id(to.tx, to.chat_id)
    if chat is None or chat.community is not None:
        return []
    says = letter.says and chat.can_post and not is_silent(chat)
    return [Show(Screen(lines=[to.say("chat-leaving")])), Leave()] if says else [Leave()]


async def left_sent(to: Addressee, letter: ChatLeft, sent: Sequence[Sent]) -> None:
    await community_chats.left(to.tx, to.chat_id)


async def left_failed(to: Addressee, letter: ChatLeft) -> None:
    """Where the word was refused, it leaves without one; where that is refused, it is not there any more."""
    if letter.says:
        community_chats.say_farewell(to.tx, to.chat_id, says=False)
    else:
        await community_chats.left(to.tx, to.chat_id)


async def render_answer(to: Addressee, letter: ChatAnswer) -> Sequence[Effect]:
    chat = await stored_community_chats.by_id(to.tx, to.chat_id)
    if chat is None:
        return []
    shown = await answer(to, letter.asked, chat.community)
    if letter.with_words:
        shown = replace(shown, lines=[*shown.lines, "", to.say("chat-words-unread", bot=to.bot_username)])
    return [Show(shown)]


async def answer(to: Addressee, asked: Asked, community: CommunityCode | None) -> Screen:
    say = to.say
    if asked is Asked.HELP:
        return Screen(lines=[say("chat-greeting")])
    if asked is Asked.HOTLINES or (community and await residents.standing(to.tx, community) is Standing.OCCUPIED):
        known = await local_facts.hotlines(to.tx, community)
        numbers = [*hotlines.urgent(say, known), "", *hotlines.others(say, known)]
        return Screen(say("hotlines-title"), numbers)
    if community is None:
        return Screen(lines=[say("chat-nobodys")], buttons=asking_for_officer(to))
    title = say("chat-officer-title") if asked is Asked.OFFICER else say("chat-hours-title")
    return Screen(title, await of_areas(to, asked, community))


async def of_areas(to: Addressee, asked: Asked, community: CommunityCode) -> list[str]:
    """What is asked of each area's officers; the area is named where there are several."""
    divided = await areas.of_community(to.tx, community)
    lines: list[str] = []
    for area in divided:
        cards = await officers.public_involved(to.tx, area.id)
        lines += [to.say("chat-area", name=to.say.place(area.name))] if len(divided) > 1 else []
        away = await notes(to, cards)
        for card in cards:
            lines += await of_officer(to, asked, card, community)
            lines += [away[card.id]] if card.id in away else []
        lines += [] if cards else [to.say("chat-no-officer")]
    return lines or [to.say("chat-no-officer")]


async def of_officer(to: Addressee, asked: Asked, card: OfficerCard, community: CommunityCode) -> list[str]:
    say = to.say
    lines = [say("officer-who", rank=say.rank(card.rank), name=say.person(card.name))]
    if asked is Asked.HOURS:
        return [*lines, *await hours_of(to, card, community)]
    if card.phone:
        lines.append(say("my-officer-phone", phone=say.phone(card.phone)))
    if station := await officer_services.public_station(to.tx, card, community):
        lines.append(say("my-officer-station", station=say.place(station)))
    return lines


async def hours_of(to: Addressee, card: OfficerCard, community: CommunityCode) -> list[str]:
    """When an officer receives people."""
    reception = await office_hours.reception(to.tx, [card.id], community)
    return hours.full_lines(to.say, reception, to.tx.now)
