"""Who can be reached: what follows when the bot cannot write into a person's chat any more, or can again.

Cases that are worked from a chat which the bot cannot write into are the coordinators' as well, until it can again.
Nobody loses anything by it: what was refused meanwhile is shown then (`missed`), as far as the cases are still theirs.
"""

import structlog

from bot.domain.ids import ChatId
from bot.domain.letters import PersonAt
from bot.domain.officers import PostUnreachable
from bot.services import chats, missed, queue
from bot.services.cases import pauses
from bot.storage import chats as stored_chats
from bot.storage import communities, officers, people
from bot.storage import queue as waiting
from bot.storage.transaction import Transaction

log = structlog.get_logger()


async def lost(tx: Transaction, chat_id: ChatId) -> None:
    """The bot cannot write into this chat any more: the coordinators are notified of areas that nobody serves now, and
    of the cases that are theirs.

    Of these none stays paused: nobody would be sent what comes.
    """
    if not await stored_chats.set_unreachable(tx, chat_id):
        return
    for post in await officers.unreached(tx, chat_id):
        for person_id in await officers.coordinators_of(tx, post.area_id):
            tx.outbox.tell(PersonAt(person_id), PostUnreachable(post.officer_id, post.area_id))
    fallen = await waiting.fallen(tx, chat_id)
    for case in fallen:
        await pauses.give_up(tx, case)
    queue.warn(tx, fallen)
    if await communities.coordinates_from(tx, chat_id):
        await sound_alarm(tx)


async def regained(tx: Transaction, chat_id: ChatId) -> None:
    """The bot can write into this chat again: the cases that are worked from it are not the coordinators' any more."""
    since = await stored_chats.unreachable_since(tx, chat_id)
    if since is None:
        return
    fallen = await waiting.fallen(tx, chat_id)
    await stored_chats.set_reachable(tx, chat_id)
    person = await people.of_chat(tx, chat_id)
    await missed.bring(tx, chat_id, person, fallen, since)
    if person is not None:
        await chats.clear(tx, person)
    for case in fallen:
        await queue.take_from_coordinators(tx, case)


async def sound_alarm(tx: Transaction) -> None:
    """Notify the operator of communities without a reachable coordinator: cases there may be visible to nobody."""
    if unwatched := await communities.unwatched(tx):
        log.error("no coordinator can be reached", communities=list(unwatched))
