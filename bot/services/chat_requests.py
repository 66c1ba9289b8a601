"""A chat's own administrator, who works nowhere, asks a community's officer to link it.

Telegram is asked whether they administer it when they ask, and once more when the officer agrees. The officer learns
the chat's title and that its administrator asks, not who they are.
"""

from dataclasses import replace

from bot.domain.communities import Standing
from bot.domain.community_chats import (
    ASKED_FOR,
    UNASSIGNED_FOR,
    ChatAccepted,
    ChatAsked,
    ChatSeen,
    RequestAnswered,
    RequestEnd,
    RequestMade,
    RequestOver,
    RequestReplaced,
    RequestWaits,
    Unproven,
)
from bot.domain.ids import ChatId, PersonId
from bot.domain.letters import ChatAt, PersonAt, PlainText
from bot.domain.people import Actor
from bot.domain.refusals import NotFound, found
from bot.register import CommunityCode
from bot.services import community_chats, residents
from bot.storage import community_chats as stored
from bot.storage import people
from bot.storage.community_chats import CommunityChat, Request, RequestCard
from bot.storage.transaction import Transaction


async def ask(tx: Transaction, actor: Actor, chat_id: ChatId) -> None:
    """Ask Telegram whether the actor administers a chat that is unassigned. Raises NotFound."""
    await _unassigned(tx, chat_id)
    _look(tx, chat_id, ChatAsked(actor.person_id), actor)


async def _unassigned(tx: Transaction, chat_id: ChatId) -> CommunityChat:
    chat = await stored.by_id(tx, chat_id)
    if chat is None or chat.community is not None:
        raise NotFound
    return chat


async def let_in(tx: Transaction, chat_id: ChatId, by: int) -> None:
    """This account let the bot into a channel, where nothing is said of it. They are asked in private, as soon as the
    bot knows them.
    """
    actor = await people.actor(tx, by)
    if actor is None:
        await stored.note_let_in(tx, chat_id, by)
    else:
        await ask(tx, actor, chat_id)


async def ask_of_let_in(tx: Transaction, actor: Actor) -> None:
    """The bot knows a person now who may have let it into channels before."""
    for chat_id in await stored.take_let_in(tx, actor.person_id):
        await ask(tx, actor, chat_id)


def _look(tx: Transaction, chat_id: ChatId, letter: ChatAsked | ChatAccepted, actor: Actor) -> None:
    name = f"{type(letter).__name__}:{letter.person_id}"
    tx.outbox.tell(ChatAt(chat_id), letter, dedupe=name, asked=actor.asks_as)


async def asked(tx: Transaction, chat_id: ChatId, person_id: PersonId, seen: ChatSeen) -> Unproven | None:
    """What Telegram says of it. A person who works somewhere may assign the chat now; any other may ask.

    Raises NotFound.
    """
    await _unassigned(tx, chat_id)
    unproven = await community_chats.unproven_of(tx, person_id, seen)
    if unproven is not None:
        return unproven
    if await stored.communities_of(tx, person_id):
        await stored.keep(tx, chat_id, person_id)
    else:
        await _note_request(tx, chat_id, person_id)
    return None


async def _note_request(tx: Transaction, chat_id: ChatId, person_id: PersonId) -> None:
    """This administrator asks now. Another's request that an officer was asked today stays; an older one, and one that
    was not sent, is replaced. Both of them are told.
    """
    before = await stored.request_of(tx, chat_id)
    if before is not None and before.asked_by == person_id:
        return
    if before is not None and before.asked_of is not None and before.waits_until(tx.now) is not None:
        tx.outbox.tell(PersonAt(person_id), RequestWaits(chat_id))
        return
    if before is not None:
        tx.outbox.tell(PersonAt(before.asked_by), RequestReplaced(chat_id))
    await community_chats.end_request(tx, chat_id, RequestEnd.REPLACED)
    await stored.note_request(tx, chat_id, person_id)


async def own(tx: Transaction, person_id: PersonId, chat_id: ChatId) -> Request:
    """The request of this person. Raises NotFound."""
    return found(await stored.request_by(tx, chat_id, person_id))


async def answerable(tx: Transaction, person_id: PersonId, chat_id: ChatId) -> Request:
    """A request that this person may answer. Raises NotFound."""
    return found(await stored.request_to(tx, chat_id, person_id))


async def asked_persons(tx: Transaction, community: CommunityCode) -> list[PersonId]:
    """Who would be asked there: officers, else coordinators."""
    return await stored.asked_in(tx, community) if await residents.standing(tx, community) is Standing.JOINED else []


async def send(tx: Transaction, actor: Actor, chat_id: ChatId, community: CommunityCode) -> None:
    """Ask the officers of a community, once a day. Raises NotFound."""
    request = await own(tx, actor.person_id, chat_id)
    asked_there = await asked_persons(tx, community)
    if not asked_there or request.waits_until(tx.now) is not None:
        return
    await community_chats.end_request(tx, chat_id, RequestEnd.REPLACED)
    await stored.ask_of(tx, chat_id, community, stays_until=tx.now + ASKED_FOR - UNASSIGNED_FOR)
    for person_id in asked_there:
        tx.outbox.tell(PersonAt(person_id), RequestMade(chat_id), dedupe=f"request:{chat_id}")


async def note_card(tx: Transaction, chat_id: ChatId, person_id: PersonId, message_id: int) -> None:
    """The message that asks this person; it is changed once the request is answered, at once where it is already."""
    try:
        await answerable(tx, person_id, chat_id)
    except NotFound:
        tx.outbox.tell(PersonAt(person_id), RequestOver(chat_id, message_id, RequestEnd.VOID))
    else:
        await stored.note_card(tx, chat_id, RequestCard(person_id, message_id))


async def accept(tx: Transaction, actor: Actor, chat_id: ChatId) -> None:
    """Link the chat, once Telegram says again that the person who asks administers it. Raises NotFound."""
    request = await answerable(tx, actor.person_id, chat_id)
    _look(tx, request.chat_id, ChatAccepted(actor.person_id), actor)


async def accepted(tx: Transaction, chat_id: ChatId, person_id: PersonId, seen: ChatSeen) -> Unproven | None:
    """What Telegram says of it. Raises NotFound where the right to answer is gone, or it was answered."""
    request = await answerable(tx, person_id, chat_id)
    chat = await _unassigned(tx, chat_id)
    unproven = await community_chats.unproven_of(tx, request.asked_by, seen)
    if unproven is None:
        await stored.set_rights(tx, chat_id, seen.rights)
        await community_chats.assign(tx, await people.known(tx, person_id), chat, str(request.asked_of))
        _answer(tx, request, accepted=True)
    else:
        await community_chats.end_request(tx, chat_id, RequestEnd.VOID, person_id)
        await stored.drop_request(tx, chat_id)
        tx.outbox.tell(PersonAt(request.asked_by), PlainText("chat-request-unproven"))
    return unproven


async def turn_down(tx: Transaction, actor: Actor, chat_id: ChatId) -> None:
    """Raises NotFound."""
    request = await answerable(tx, actor.person_id, chat_id)
    await community_chats.end_request(tx, chat_id, RequestEnd.TURNED_DOWN, actor.person_id)
    await stored.drop_request(tx, chat_id)
    chat = await _unassigned(tx, chat_id)
    community_chats.note(tx, actor, "turn down", replace(chat, community=request.asked_of))
    _answer(tx, request, accepted=False)


def _answer(tx: Transaction, request: Request, *, accepted: bool) -> None:
    tx.outbox.tell(PersonAt(request.asked_by), RequestAnswered(request.chat_id, accepted))
