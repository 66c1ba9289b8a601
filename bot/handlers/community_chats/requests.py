"""How a chat's own administrator asks for an officer, and how the officer answers; both in private.

A link in the chat leads here. Nothing of the chat is shown before Telegram has named the person as its administrator.
"""

from collections.abc import Sequence

from bot.domain.community_chats import (
    ChatAccepted,
    ChatAsked,
    ChatSeen,
    RequestAnswered,
    RequestMade,
    RequestOver,
    RequestReplaced,
    RequestWaits,
    Unproven,
)
from bot.domain.ids import ChatId, id_in
from bot.domain.letters import PersonAt, PlainText
from bot.domain.refusals import NotFound, TextExpected
from bot.handlers.community_chats.buttons import (
    AcceptRequest,
    AskForOfficer,
    ChatPage,
    ChooseForRequest,
    FindForRequest,
    FoundForRequest,
    NotAdministrator,
    SendRequest,
    TurnDownRequest,
    WhoseChat,
)
from bot.handlers.community_chats.chat import tell
from bot.handlers.community_chats.dialogs import FindingForRequest
from bot.handlers.paging import PAGE, back
from bot.handlers.people.buttons import Menu
from bot.handlers.places import community_at, community_name
from bot.register import Community, CommunityCode
from bot.services import chat_requests
from bot.storage import community_chats as stored_community_chats
from bot.storage import dialogs, people
from bot.surface.buttons import Button
from bot.surface.context import Context
from bot.surface.incoming import PrivateMessage
from bot.surface.outgoing import Edit, Effect, Show
from bot.surface.rendering import Addressee, Sent
from bot.surface.screens import Label, Screen

# Who asks administers the chat.


async def arrive(context: Context, token: str) -> None:
    """The link of a chat. Raises NotFound."""
    chat_id = id_in(token)
    if chat_id is None:
        raise NotFound
    await ask(context, AskForOfficer(ChatId(chat_id)))


async def ask(context: Context, button: AskForOfficer) -> None:
    await chat_requests.ask(context.tx, context.actor, button.chat_id)
    context.show(button)


async def draw_asking(to: Addressee, button: AskForOfficer) -> Screen:
    return Screen(to.say("chat-request-title"), [to.say("chat-checking-administrator")], buttons=to_menu(to))


async def asked(to: Addressee, letter: ChatAsked, seen: ChatSeen) -> None:
    """Telegram's answer. An officer assigns the chat, any other chooses of which community an officer is asked for."""
    try:
        unproven = await chat_requests.asked(to.tx, to.chat_id, letter.person_id, seen)
    except NotFound:
        to.tx.outbox.tell(PersonAt(letter.person_id), PlainText(NotFound.key))
        return
    if unproven is not None:
        tell(to.tx, letter.person_id, NotAdministrator(to.chat_id, unproven))
    elif await stored_community_chats.request_by(to.tx, to.chat_id, letter.person_id) is not None:
        tell(to.tx, letter.person_id, ChooseForRequest(to.chat_id))
    elif await stored_community_chats.communities_of(to.tx, letter.person_id):
        tell(to.tx, letter.person_id, WhoseChat(to.chat_id, 0))


async def asking_failed(to: Addressee, letter: ChatAsked) -> None:
    tell(to.tx, letter.person_id, NotAdministrator(to.chat_id, Unproven.NOT_NAMED))


async def draw_not_administrator(to: Addressee, button: NotAdministrator) -> Screen:
    say, why = to.say, button.unproven
    rows: list[list[Label]] = [[(say("chat-check-again-button"), AskForOfficer(button.chat_id))], *to_menu(to)]
    return Screen(say("chat-not-bound-title"), [say(f"chat-{why}"), say(f"chat-{why}-do")], buttons=rows)


def to_menu(to: Addressee) -> list[list[Label]]:
    return [[(to.say("officer-to-menu-button"), Menu())]]


# Of which community.


async def look(context: Context, button: Button) -> None:
    """Show a screen, which checks the right to the request; a name is not asked for any more."""
    await dialogs.leave(context.tx, context.actor, FindingForRequest)
    context.show(button)


async def draw_choice(to: Addressee, button: ChooseForRequest) -> Screen:
    request = await chat_requests.own(to.tx, to.person_id, button.chat_id)
    say, lives_in = to.say, (await people.known(to.tx, to.person_id)).community
    own = [community_at(to.register, lives_in)] if lives_in is not None else []
    rows = choices(to, request.chat_id, own)
    rows.append([(say("chat-find-community-button"), FindForRequest(request.chat_id))])
    lines = [request.title, say("chat-request-explained"), say("chat-whose")]
    return Screen(say("chat-request-title"), lines, buttons=[*rows, *to_menu(to)])


def choices(to: Addressee, chat_id: ChatId, of: Sequence[Community]) -> list[list[Label]]:
    return [[(community_name(to.say, each), SendRequest(chat_id, each.code))] for each in of]


async def find(context: Context, button: FindForRequest) -> None:
    await chat_requests.own(context.tx, context.actor.person_id, button.chat_id)
    await dialogs.begin(context.tx, context.actor, FindingForRequest(button.chat_id))
    context.show(button)


async def draw_find(to: Addressee, button: FindForRequest) -> Screen:
    request = await chat_requests.own(to.tx, to.person_id, button.chat_id)
    rows = back(to, ChooseForRequest(request.chat_id))
    return Screen(to.say("chat-request-title"), [request.title, to.say("coordinator-find")], buttons=rows)


async def take_query(context: Context, message: PrivateMessage, dialog: FindingForRequest) -> None:
    if not message.text:
        raise TextExpected
    await dialogs.begin(context.tx, context.actor, FindingForRequest(dialog.chat_id, message.text))
    context.show(FoundForRequest(dialog.chat_id))


async def draw_found(to: Addressee, button: FoundForRequest) -> Screen:
    """What fits the typed name."""
    request = await chat_requests.own(to.tx, to.person_id, button.chat_id)
    typed = await dialogs.open_in(to.tx, to.person_id, to.chat_id, FindingForRequest, to.thread_id)
    found = [each.community for each in to.search.find(typed.query if typed else "")][:PAGE]
    lines = [request.title, to.say("chat-whose") if found else to.say("chat-request-found-nothing")]
    rows = [*choices(to, request.chat_id, found), *back(to, ChooseForRequest(request.chat_id))]
    return Screen(to.say("chat-request-title"), lines, buttons=rows)


async def send(context: Context, button: SendRequest) -> None:
    await chat_requests.send(context.tx, context.actor, button.chat_id, CommunityCode(button.community))
    await look(context, button)


async def draw_sent(to: Addressee, button: SendRequest) -> Screen:
    """Of which community an officer was asked; else why nobody was, or when it can be asked again."""
    request = await chat_requests.own(to.tx, to.person_id, button.chat_id)
    say, community = to.say, CommunityCode(request.asked_of or button.community)
    again = request.waits_until(to.tx.now)
    if request.asked_of is not None:
        said = say("chat-request-sent")
    elif again is not None and await chat_requests.asked_persons(to.tx, community):
        said = f"{say('chat-request-early')} {say('chat-request-again', time=say.datetime(again))}"
    else:
        said = say("chat-request-nobody")
    lines = [request.title, community_name(say, community_at(to.register, community)), said]
    rows = to_menu(to) if request.asked_of else back(to, ChooseForRequest(request.chat_id))
    return Screen(say("chat-request-title"), lines, buttons=rows)


async def render_waits(to: Addressee, letter: RequestWaits) -> Sequence[Effect]:
    """To an administrator whose colleague has asked already. Void where it is answered meanwhile."""
    request = await stored_community_chats.request_of(to.tx, letter.chat_id)
    again = request.waits_until(to.tx.now) if request is not None else None
    if request is None or request.asked_of is None or again is None:
        return []
    say = to.say
    lines = [
        say("chat-request-waits", title=request.title),
        community_name(say, community_at(to.register, request.asked_of)),
        say("chat-request-again", time=say.datetime(again)),
    ]
    return [Show(Screen(say("chat-request-title"), lines, buttons=to_menu(to)))]


async def render_replaced(to: Addressee, letter: RequestReplaced) -> Sequence[Effect]:
    chat = await stored_community_chats.by_id(to.tx, letter.chat_id)
    return [Show(Screen(lines=[to.say("chat-request-replaced", title=chat.title)]))] if chat is not None else []


# The officer answers.


async def render_made(to: Addressee, letter: RequestMade) -> Sequence[Effect]:
    try:
        request = await chat_requests.answerable(to.tx, to.person_id, letter.chat_id)
    except NotFound:
        return []
    say, community = to.say, community_at(to.register, str(request.asked_of))
    lines = [say("chat-request-made", title=request.title), community_name(say, community), say("chat-request-means")]
    rows: list[list[Label]] = [
        [(say("chat-request-accept-button"), AcceptRequest(request.chat_id))],
        [(say("chat-request-turn-down-button"), TurnDownRequest(request.chat_id))],
    ]
    return [Show(Screen(say("chat-request-title"), lines, buttons=rows))]


async def made_sent(to: Addressee, letter: RequestMade, sent: Sequence[Sent]) -> None:
    await chat_requests.note_card(to.tx, letter.chat_id, to.person_id, sent[0].message_id)


async def render_over(to: Addressee, letter: RequestOver) -> Sequence[Effect]:
    """The card as one that asks for nothing any more."""
    chat = await stored_community_chats.by_id(to.tx, letter.chat_id)
    lines = [to.say("chat-request-was-made", title=chat.title)] if chat is not None else []
    lines.append(to.say(f"chat-request-over-{letter.end}"))
    return [Edit(letter.message_id, Screen(to.say("chat-request-title"), lines))]


async def accept(context: Context, button: AcceptRequest) -> None:
    await chat_requests.accept(context.tx, context.actor, button.chat_id)
    context.show(button)


async def draw_accepting(to: Addressee, button: AcceptRequest) -> Screen:
    request = await chat_requests.answerable(to.tx, to.person_id, button.chat_id)
    return Screen(to.say("chat-request-title"), [request.title, to.say("chat-request-checking")], buttons=to_menu(to))


async def accepted(to: Addressee, letter: ChatAccepted, seen: ChatSeen) -> None:
    try:
        unproven = await chat_requests.accepted(to.tx, to.chat_id, letter.person_id, seen)
    except NotFound:  # another was faster, or the right to it is gone
        to.tx.outbox.tell(PersonAt(letter.person_id), PlainText(NotFound.key))
        return
    if unproven is None:
        tell(to.tx, letter.person_id, ChatPage(to.chat_id))
    else:
        to.tx.outbox.tell(PersonAt(letter.person_id), PlainText("chat-request-void"))


async def accepting_failed(to: Addressee, letter: ChatAccepted) -> None:
    to.tx.outbox.tell(PersonAt(letter.person_id), PlainText("chat-request-void"))


async def turn_down(context: Context, button: TurnDownRequest) -> None:
    await chat_requests.turn_down(context.tx, context.actor, button.chat_id)
    context.show(button)


async def draw_turned_down(to: Addressee, button: TurnDownRequest) -> Screen:
    return Screen(lines=[to.say("chat-request-turned-down")], buttons=to_menu(to))


async def render_answered(to: Addressee, letter: RequestAnswered) -> Sequence[Effect]:
    chat = await stored_community_chats.by_id(to.tx, letter.chat_id)
    if chat is None:
        return []
    key = "chat-request-was-accepted" if letter.accepted else "chat-request-was-not-accepted"
    return [Show(Screen(lines=[to.say(key, title=chat.title)]))]
