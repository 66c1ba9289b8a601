"""Who can be reached: what follows when the bot cannot write into a person's chat any more, or can again.

Cases that are worked from a chat which the bot cannot write into are the coordinators' as well, until it can again.
Nobody loses anything by it: what was refused meanwhile is shown then (`missed`), as far as the cases are still theirs.
"""

import structlog

from bot.domain.ids import AreaId, CaseId, ChatId, PersonId
from bot.domain.letters import PersonAt
from bot.domain.officers import PostsReachable, PostUnreachable
from bot.services import chats, missed, queue
from bot.services.cases import pauses
from bot.storage import chats as stored_chats
from bot.storage import communities, officers, people
from bot.storage import queue as waiting
from bot.storage.officers import FoundAgain
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
        await officers.note_unreached(tx, post)
        for person_id in await officers.coordinators_of(tx, post.area_id):
            tx.outbox.tell(PersonAt(person_id), PostUnreachable(post.officer_id, post.area_id))
    fallen = await waiting.fallen(tx, chat_id)
    for case in fallen:
        await pauses.give_up(tx, case)
    queue.warn(tx, fallen)
    if await communities.coordinates_from(tx, chat_id):
        await sound_alarm(tx)


async def regained(tx: Transaction, chat_id: ChatId) -> None:
    """The bot can write into this chat again: the cases that are worked from it are not the coordinators' any more.

    Those who were told that their officer cannot be reached are told that it is over.
    """
    since = await stored_chats.unreachable_since(tx, chat_id)
    if since is None:
        return
    fallen = await waiting.fallen(tx, chat_id)
    await _tell_of_return(tx, chat_id, [case.id for case in fallen])
    await stored_chats.set_reachable(tx, chat_id)
    person = await people.of_chat(tx, chat_id)
    await missed.bring(tx, chat_id, person, fallen, since)
    if person is not None:
        await chats.clear(tx, person)
    for case in fallen:
        await queue.take_from_coordinators(tx, case)


async def _tell_of_return(tx: Transaction, chat_id: ChatId, fallen: list[CaseId]) -> None:
    """A letter to each coordinator who was told, about all areas of the officer. It names the cases that they saw."""
    over: dict[PersonId, list[FoundAgain]] = {}
    kept: dict[AreaId, list[CaseId]] = {}
    for found in await officers.take_found_again(tx, chat_id):
        kept[found.area_id] = await waiting.handed_on(tx, found.officer_id, found.area_id, found.told_at)
        for person_id in await officers.told_of(tx, found.area_id, found.told_at):
            over.setdefault(person_id, []).append(found)
    for person_id, posts in over.items():
        area_ids = tuple(post.area_id for post in posts)
        back = tuple(await waiting.shown_to(tx, person_id, fallen))
        taken = tuple(case_id for area_id in area_ids for case_id in kept[area_id])
        tx.outbox.tell(PersonAt(person_id), PostsReachable(posts[0].officer_id, area_ids, back, taken))


async def sound_alarm(tx: Transaction) -> None:
    """Notify the operator of communities without a reachable coordinator: cases there may be visible to nobody."""
    if unwatched := await communities.unwatched(tx):
        log.error("no coordinator can be reached", communities=list(unwatched))
