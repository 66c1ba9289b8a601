"""The acts on a community's groups and channels: letting the bot in, saying whose a chat is, choosing its topics.

What happens in a chat grants no rights. The person who let the bot in is notified in private, and names its community;
coordinators of the community and the officers who serve it change the rest, wherever they are.
"""

from dataclasses import replace

from bot.domain.community_chats import (
    AT_FIRST,
    UNASSIGNED_FOR,
    ChatBound,
    ChatGreeting,
    ChatKind,
    ChatLeft,
    ChatLost,
    Loss,
    Membership,
    loss_of,
)
from bot.domain.ids import ChatId, PersonId
from bot.domain.letters import ChatAt, PersonAt
from bot.domain.people import Actor
from bot.domain.refusals import NotFound
from bot.domain.subscriptions import Topic
from bot.register import CommunityCode
from bot.storage import audit, chats, people
from bot.storage import community_chats as stored_community_chats
from bot.storage.community_chats import CommunityChat
from bot.storage.transaction import Transaction

# What Telegram reports of a chat.


async def change_membership(tx: Transaction, seen: Membership, by: int | None) -> CommunityChat | None:
    """The bot was let in, given or refused rights, or removed, by this account (None: an anonymous administrator).

    The chat, where its keeper is to be asked whose it is.
    """
    before = await stored_community_chats.at(tx, seen.telegram_id)
    if not seen.inside:
        await _leave(tx, before)
        return None
    keeper = await _keeper(tx, by)
    chat_id = await stored_community_chats.note(tx, seen, keeper)
    if before is not None and before.community is not None:
        if before.can_post and not seen.can_post:
            _tell_keeper(tx, before, Loss.RIGHTS)
        elif before.can_pin and not seen.can_pin:
            _tell_keeper(tx, before, Loss.PINNING)
        return None
    if before is None and seen.can_post and seen.kind is not ChatKind.CHANNEL:
        tx.outbox.tell(ChatAt(chat_id), ChatGreeting(expected=keeper is not None))
    is_new_to_keeper = before is None or before.keeper != keeper
    return await stored_community_chats.by_id(tx, chat_id) if keeper is not None and is_new_to_keeper else None


async def _keeper(tx: Transaction, by: int | None) -> PersonId | None:
    """The person who may assign a chat: an officer or a coordinator, by the account that let the bot in."""
    actor = None if by is None else await people.actor(tx, by)
    if actor is None or not (actor.coordinates or actor.officer_id is not None):
        return None
    return actor.person_id


async def _leave(tx: Transaction, chat: CommunityChat | None) -> None:
    if chat is None:
        return
    if chat.community is None:
        await stored_community_chats.forget(tx, chat.chat_id)
        return
    await stored_community_chats.set_rights(tx, chat.chat_id, can_post=False, can_pin=False)
    if chat.can_post:
        _tell_keeper(tx, chat, Loss.REMOVED)


AT_ONCE = 100  # chats that are left in one transaction


async def leave_unassigned(tx: Transaction) -> bool:
    """Leave the chats that nobody has given to a community for a day; whether there are more."""
    await stored_community_chats.note_unassigned(tx)
    due = await stored_community_chats.take_unassigned(tx, tx.now - UNASSIGNED_FOR, AT_ONCE)
    for chat_id in due:
        say_farewell(tx, chat_id)
    return len(due) == AT_ONCE


def say_farewell(tx: Transaction, chat_id: ChatId, *, says: bool = True) -> None:
    """The bot leaves a chat, by a letter: what it was to say there is said before."""
    tx.outbox.tell(ChatAt(chat_id), ChatLeft(says), dedupe="leave")


async def left(tx: Transaction, chat_id: ChatId) -> None:
    """The bot is not in this chat any more, and nothing of it is kept."""
    await stored_community_chats.forget(tx, chat_id)


async def move(tx: Transaction, old: int, new: int) -> None:
    """A group goes on as a supergroup under another id at Telegram; whose it is stays."""
    chat = await stored_community_chats.at(tx, old)
    if chat is not None:
        await chats.move(tx, chat.chat_id, new)


async def lost(tx: Transaction, chat_id: ChatId, reason: str) -> None:
    """A delivery was refused in a chat: its keeper is notified once. `reason`: Telegram's own text."""
    chat = await stored_community_chats.by_id(tx, chat_id)
    if chat is None or chat.community is None or not chat.can_post:
        return
    loss = loss_of(reason)
    if loss is Loss.THREAD:
        await stored_community_chats.set_thread(tx, chat_id, None)
    else:
        await stored_community_chats.set_rights(tx, chat_id, can_post=False, can_pin=False)
    if loss is not Loss.THREAD or chat.thread_id is not None:
        _tell_keeper(tx, chat, loss)


def _tell_keeper(tx: Transaction, chat: CommunityChat, loss: Loss) -> None:
    if chat.keeper is not None:
        tx.outbox.tell(PersonAt(chat.keeper), ChatLost(chat.chat_id, loss))


# What its people do in private.


async def managed(tx: Transaction, person_id: PersonId, chat_id: ChatId) -> CommunityChat:
    """A chat that is this person's to change. Raises NotFound."""
    chat = await stored_community_chats.managed(tx, chat_id, person_id)
    if chat is None:
        raise NotFound
    return chat


async def bound(tx: Transaction, person_id: PersonId, chat_id: ChatId) -> CommunityChat:
    """The same for a community's chat. Raises NotFound, also while it is unassigned."""
    chat = await managed(tx, person_id, chat_id)
    if chat.community is None:
        raise NotFound
    return chat


async def unbound(tx: Transaction, person_id: PersonId, chat_id: ChatId) -> CommunityChat:
    """A chat that is unassigned yet, and that this person may assign. Raises NotFound."""
    chat = await managed(tx, person_id, chat_id)
    if chat.community is not None:
        raise NotFound
    return chat


async def of_community(tx: Transaction, person_id: PersonId, community: str) -> list[CommunityChat]:
    """A community's chats, for a person who works there. Raises NotFound."""
    if not await stored_community_chats.works_in(tx, community, person_id):
        raise NotFound
    return await stored_community_chats.of_community(tx, community)


async def bind(tx: Transaction, actor: Actor, chat_id: ChatId, community: str) -> None:
    """Assign a chat to a community in which the actor works. Raises NotFound."""
    chat = await unbound(tx, actor.person_id, chat_id)
    if not await stored_community_chats.works_in(tx, community, actor.person_id):
        raise NotFound
    await stored_community_chats.bind(tx, chat.chat_id, community, AT_FIRST)
    tx.outbox.tell(ChatAt(chat.chat_id), ChatBound())
    _note(tx, actor, f"bind to {community}", replace(chat, community=CommunityCode(community)))


async def decline(tx: Transaction, actor: Actor, chat_id: ChatId) -> None:
    """A chat is no community's: the bot leaves it. Raises NotFound."""
    chat = await unbound(tx, actor.person_id, chat_id)
    say_farewell(tx, chat.chat_id)
    _note(tx, actor, "leave", chat)


async def unbind(tx: Transaction, actor: Actor, chat_id: ChatId) -> str:
    """Take a chat from its community, which is returned. Raises NotFound."""
    chat = await bound(tx, actor.person_id, chat_id)
    await stored_community_chats.unbind(tx, chat.chat_id, actor.person_id)
    _note(tx, actor, f"unbind from {chat.community}", chat)
    return str(chat.community)


async def take_topic(tx: Transaction, actor: Actor, chat_id: ChatId, topic: Topic, *, taken: bool) -> None:
    """Whether notices about a topic go to a chat. Raises NotFound."""
    chat = await bound(tx, actor.person_id, chat_id)
    await stored_community_chats.set_topic(tx, chat.chat_id, topic, taken=taken)
    _note(tx, actor, f"{'take' if taken else 'leave'} {topic}", chat)


async def use_thread(tx: Transaction, actor: Actor, chat_id: ChatId, thread_id: int | None) -> None:
    """Where in a forum notices appear; None: in the general topic. Raises NotFound."""
    chat = await bound(tx, actor.person_id, chat_id)
    await stored_community_chats.set_thread(tx, chat.chat_id, thread_id)
    _note(tx, actor, f"use thread {thread_id or 'general'}", chat)


def _note(tx: Transaction, actor: Actor, act: str, chat: CommunityChat) -> None:
    by = audit.coordinator(actor.person_id) if actor.officer_id is None else audit.officer(actor.officer_id)
    audit.write(tx, by, act, "chat", chat.chat_id, chat.community)
