"""The acts on a community's groups and channels: letting the bot in, saying whose a chat is, choosing its topics.

What happens in a chat grants no rights. The person who let the bot in is notified in private, and names its community,
which holds if Telegram names them among the chat's administrators; coordinators of the community and the officers who
serve it change the rest, wherever they are.

Telegram is asked by a letter to the chat (`Look`), which shows nothing there and brings back an answer.
"""

from dataclasses import replace

from bot.domain.community_chats import (
    AT_FIRST,
    LOOKED_AFTER,
    LOOKS,
    OUTSIDE,
    UNASSIGNED_FOR,
    ChatBound,
    ChatClaimed,
    ChatGreeting,
    ChatKind,
    ChatLeft,
    ChatLooked,
    ChatLost,
    ChatRegained,
    ChatSeen,
    Loss,
    Membership,
    Remedy,
    RequestEnd,
    RequestOver,
    Rights,
    Unproven,
    gain_between,
    loss_between,
    loss_of,
    remedy_for,
)
from bot.domain.ids import ChatId, PersonId
from bot.domain.letters import ChatAt, LetterClass, PersonAt
from bot.domain.people import Actor
from bot.domain.refusals import NotFound, found
from bot.domain.subscriptions import Topic
from bot.register import CommunityCode
from bot.services import boards
from bot.storage import audit, chats, deliveries, people
from bot.storage import community_chats as stored_community_chats
from bot.storage.community_chats import CommunityChat
from bot.storage.transaction import Transaction

# What Telegram reports of a chat.


async def change_membership(tx: Transaction, seen: Membership, by: int | None) -> CommunityChat | None:
    """The bot was let in, given or refused rights, or removed, by this account (None: an anonymous administrator).

    The chat, where a person is to be asked whose it is: its keeper, or the one who let the bot in.
    """
    if await boards.change_membership(tx, seen):
        return None
    before = await stored_community_chats.at(tx, seen.telegram_id)
    if not seen.rights.inside:
        await _leave(tx, before)
        return None
    keeper = await _keeper(tx, by)
    if before is not None and before.community is not None:
        await _change_rights(tx, before, seen)
        return None
    chat_id = await stored_community_chats.note(tx, seen, keeper)
    if keeper is not None and await boards.is_expected(tx, keeper):
        return None  # it is to be a board: its code comes next
    if before is None and seen.rights.can_post and seen.kind is not ChatKind.CHANNEL:
        tx.outbox.tell(ChatAt(chat_id), ChatGreeting(expected=keeper is not None))
    is_new = before is None or (keeper is not None and before.keeper != keeper)
    return await stored_community_chats.by_id(tx, chat_id) if is_new else None


async def _change_rights(tx: Transaction, before: CommunityChat, seen: Membership) -> None:
    """Of a community's chat. What is lost holds at once; for what is gained Telegram is asked: an update does not say
    what everybody in the chat may do.
    """
    now = replace(before.rights.both(seen.rights), inside=True)
    await stored_community_chats.note(tx, replace(seen, rights=now), None)
    await _tell_changes(tx, before, now)
    if now != seen.rights:
        look(tx, before.chat_id)


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
        await left(tx, chat.chat_id)
        return
    await _become(tx, chat, OUTSIDE)


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
    await end_request(tx, chat_id, RequestEnd.VOID)
    await stored_community_chats.forget(tx, chat_id)


async def move(tx: Transaction, old: int, new: int) -> None:
    """A group goes on as a supergroup under another id at Telegram; whose it is stays, and so does a board."""
    chat = await stored_community_chats.at(tx, old)
    chat_id = chat.chat_id if chat is not None else await boards.move(tx, old)
    if chat_id is not None:
        await chats.move(tx, chat_id, new)


# What the bot may do in a chat.


def look(tx: Transaction, chat_id: ChatId, asked_by: PersonId | None = None) -> None:
    """Ask Telegram what the bot may do in a chat."""
    asked = None if asked_by is None else LetterClass.OWN
    tx.outbox.tell(ChatAt(chat_id), ChatLooked(asked_by), dedupe=f"look:{asked_by or ''}", asked=asked)


async def look_again(tx: Transaction) -> bool:
    """Look at the chats that refused something a day ago; whether there are more."""
    due = await stored_community_chats.take_looks(tx, tx.now + LOOKED_AFTER, LOOKS, AT_ONCE)
    for chat_id in due:
        look(tx, chat_id)
    return len(due) == AT_ONCE


async def looked(tx: Transaction, chat_id: ChatId, seen: ChatSeen) -> None:
    """What Telegram answered. Where something is held the next try decides whether the bot may write again."""
    chat = await stored_community_chats.by_id(tx, chat_id)
    if chat is None:
        return
    held = seen.rights.can_post and await deliveries.release(tx, chat_id)
    await _become(tx, chat, replace(seen.rights, can_post=chat.can_post) if held else seen.rights)


async def gone(tx: Transaction, chat_id: ChatId) -> None:
    """Telegram shows the bot nothing of a chat: it is there no more."""
    await _leave(tx, await stored_community_chats.by_id(tx, chat_id))


async def refused(tx: Transaction, chat_id: ChatId, reason: str, thread_id: int | None, *, has_files: bool) -> Remedy:
    """A delivery was refused in a chat, in this topic; `reason`: Telegram's own text. What becomes of the delivery.

    Its keeper is notified once.
    """
    chat = await stored_community_chats.by_id(tx, chat_id)
    if chat is None or chat.community is None:
        return Remedy.NONE
    loss = loss_of(reason)
    remedy = remedy_for(loss, in_topic=thread_id is not None, has_files=has_files)
    if remedy is Remedy.GENERAL_TOPIC:
        if chat.thread_id == thread_id:
            await stored_community_chats.set_thread(tx, chat_id, None)
            _tell_keeper(tx, chat, ChatLost(chat_id, Loss.THREAD))
    elif loss is not None:
        await _become(tx, chat, chat.rights.without(loss))
    return remedy


async def arrived(tx: Transaction, chat_id: ChatId, *, with_files: bool) -> None:
    """A delivery was taken by a chat in which the bot could not do all."""
    chat = await stored_community_chats.by_id(tx, chat_id)
    if chat is None:
        return
    await _become(tx, chat, replace(chat.rights, inside=True, can_post=True, can_show=chat.can_show or with_files))
    await deliveries.release(tx, chat_id)


async def _become(tx: Transaction, chat: CommunityChat, rights: Rights) -> None:
    """The bot may do this in a chat from now on. What keeps it from showing a notice is looked at again."""
    if rights == chat.rights:
        return
    await stored_community_chats.set_rights(tx, chat.chat_id, rights)
    await _tell_changes(tx, chat, rights)


async def _tell_changes(tx: Transaction, chat: CommunityChat, rights: Rights) -> None:
    if chat.community is None:
        return
    loss, gain = loss_between(chat.rights, rights), gain_between(chat.rights, rights)
    if loss in (Loss.RIGHTS, Loss.FILES):
        await stored_community_chats.look_later(tx, chat.chat_id, tx.now + LOOKED_AFTER)
    if loss is not None:
        _tell_keeper(tx, chat, ChatLost(chat.chat_id, loss))
    elif gain is not None:
        _tell_keeper(tx, chat, ChatRegained(chat.chat_id, gain))


def _tell_keeper(tx: Transaction, chat: CommunityChat, letter: ChatLost | ChatRegained) -> None:
    if chat.keeper is not None:
        tx.outbox.tell(PersonAt(chat.keeper), letter)


# What its people do in private.


async def managed(tx: Transaction, person_id: PersonId, chat_id: ChatId) -> CommunityChat:
    """A chat that is this person's to change. Raises NotFound."""
    return found(await stored_community_chats.managed(tx, chat_id, person_id))


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


async def claim(tx: Transaction, actor: Actor, chat_id: ChatId, community: str) -> None:
    """Assign a chat to a community in which the actor works, once Telegram says that they administer it.

    Raises NotFound.
    """
    chat = await unbound(tx, actor.person_id, chat_id)
    if not await stored_community_chats.works_in(tx, community, actor.person_id):
        raise NotFound
    letter = ChatClaimed(actor.person_id, community)
    tx.outbox.tell(ChatAt(chat.chat_id), letter, dedupe=f"claim:{actor.person_id}", asked=LetterClass.OWN)


async def claimed(tx: Transaction, chat_id: ChatId, claim: ChatClaimed, seen: ChatSeen) -> Unproven | None:
    """Carry out a claim if Telegram says that it holds; else why not. Raises NotFound where the right to it is gone."""
    chat = await unbound(tx, claim.person_id, chat_id)
    if not await stored_community_chats.works_in(tx, claim.community, claim.person_id):
        raise NotFound
    await stored_community_chats.set_rights(tx, chat_id, seen.rights)
    unproven = await unproven_of(tx, claim.person_id, seen)
    if unproven is None:
        await assign(tx, await people.known(tx, claim.person_id), chat, claim.community)
    return unproven


async def unproven_of(tx: Transaction, person_id: PersonId, seen: ChatSeen) -> Unproven | None:
    """None where this person administers the chat."""
    if await people.is_among(tx, person_id, seen.administrators):
        return None
    return Unproven.NOT_ADMINISTRATOR if seen.all_named else Unproven.NOT_NAMED


async def assign(tx: Transaction, actor: Actor, chat: CommunityChat, community: str) -> None:
    """Give a chat to a community, whose right to it was checked."""
    await end_request(tx, chat.chat_id, RequestEnd.ACCEPTED, actor.person_id)
    await stored_community_chats.bind(tx, chat.chat_id, community, actor.person_id, AT_FIRST)
    tx.outbox.tell(ChatAt(chat.chat_id), ChatBound())
    note(tx, actor, f"bind to {community}", replace(chat, community=CommunityCode(community)))


async def end_request(tx: Transaction, chat_id: ChatId, end: RequestEnd, by: PersonId | None = None) -> None:
    """What was asked of officers for this chat is over: their cards say so, save that of the one who answered."""
    for card in await stored_community_chats.take_cards(tx, chat_id):
        if card.person_id != by:
            tx.outbox.tell(PersonAt(card.person_id), RequestOver(chat_id, card.message_id, end))


async def decline(tx: Transaction, actor: Actor, chat_id: ChatId) -> None:
    """A chat is no community's: the bot leaves it. Raises NotFound."""
    chat = await unbound(tx, actor.person_id, chat_id)
    say_farewell(tx, chat.chat_id)
    note(tx, actor, "leave", chat)


async def unbind(tx: Transaction, actor: Actor, chat_id: ChatId) -> str:
    """Take a chat from its community, which is returned. Raises NotFound."""
    chat = await bound(tx, actor.person_id, chat_id)
    await stored_community_chats.unbind(tx, chat.chat_id, actor.person_id)
    note(tx, actor, f"unbind from {chat.community}", chat)
    return str(chat.community)


async def check(tx: Transaction, actor: Actor, chat_id: ChatId) -> None:
    """Look at what the bot may do in a chat; the actor is shown the answer. Raises NotFound."""
    chat = await bound(tx, actor.person_id, chat_id)
    look(tx, chat.chat_id, actor.person_id)


async def take_topic(tx: Transaction, actor: Actor, chat_id: ChatId, topic: Topic, *, taken: bool) -> None:
    """Whether notices about a topic go to a chat. Raises NotFound."""
    chat = await bound(tx, actor.person_id, chat_id)
    await stored_community_chats.set_topic(tx, chat.chat_id, topic, taken=taken)
    note(tx, actor, f"{'take' if taken else 'leave'} {topic}", chat)


async def use_thread(tx: Transaction, actor: Actor, chat_id: ChatId, thread_id: int | None) -> None:
    """Where in a forum notices appear; None: in the general topic. Raises NotFound."""
    chat = await bound(tx, actor.person_id, chat_id)
    await stored_community_chats.set_thread(tx, chat.chat_id, thread_id)
    note(tx, actor, f"use thread {thread_id or 'general'}", chat)


def note(tx: Transaction, actor: Actor, act: str, chat: CommunityChat) -> None:
    by = audit.coordinator(actor.person_id) if actor.officer_id is None else audit.officer(actor.officer_id)
    audit.write(tx, by, act, "chat", chat.chat_id, chat.community)
