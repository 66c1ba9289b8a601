"""What the updates of a round will ask for first, read for all of them together: the sender, their open cases, and
the case of the message that they answer.

A query of its own for each update costs more than the reading. What was read ahead holds as long as nothing it was
made of has been written to since, by any update of the round; from then on each asks again.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.domain.cases import OwnCase
from bot.domain.ids import ChatId, PersonId
from bot.domain.people import SEEN_ONCE_IN, Actor
from bot.storage import cases, people
from bot.storage.copies import FOUND_TABLES, Found, all_found_at, found_at
from bot.storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Asking:
    """Whose update comes next, the message of the private chat that it answers, and its thread there, if any.
    Telegram's ids.
    """

    user_id: int
    answers: int | None
    thread_id: int | None = None


@dataclass(frozen=True, slots=True)
class Ahead:
    """Read for one round; asked by its updates, one after another."""

    tx: Transaction
    actors: dict[int, Actor]
    open_cases: dict[PersonId, list[OwnCase]]
    found: dict[tuple[ChatId, int], Found]

    async def actor(self, user_id: int, thread_id: int | None = None) -> Actor | None:
        """Who this account is now, in this thread; None for a stranger."""
        if self.tx.written & people.ACTOR_TABLES:
            return await people.actor(self.tx, user_id, thread_id)
        return self.actors.get(user_id)

    async def open_cases_of(self, person_id: PersonId) -> list[OwnCase]:
        """The person's open cases now, newest first."""
        if person_id not in self.open_cases or self.tx.written & cases.OPEN_CASE_TABLES:
            return (await cases.open_of(self.tx, [person_id]))[person_id]
        return self.open_cases[person_id]

    async def found_at(self, chat_id: ChatId, message_id: int) -> Found | None:
        """What a message that is answered belongs to."""
        if FOUND_TABLES & self.tx.written:
            return await found_at(self.tx, chat_id, message_id)
        return self.found.get((chat_id, message_id))


async def read_ahead(tx: Transaction, asking: Iterable[Asking]) -> Ahead:
    """For the next updates of these people. What was gathered is written first, for it may be asked for."""
    await tx.flush()
    asked = list(asking)
    answered = {each.user_id: each.answers for each in asked}
    in_chat = [each.user_id for each in asked if each.thread_id is None]
    actors = await people.actors(tx, in_chat) if in_chat else {}
    for each in asked:
        if each.thread_id is not None and (actor := await people.actor(tx, each.user_id, each.thread_id)) is not None:
            actors[each.user_id] = actor
    if seen := [each.person_id for each in actors.values() if tx.now - each.seen_at >= SEEN_ONCE_IN]:
        await people.note_seen(tx, seen)  # on which nothing hangs that was read
    tx.written.clear()
    pairs = [(actor.chat_id, message) for user, actor in actors.items() if (message := answered[user]) is not None]
    writing = [
        actor.person_id
        for user, actor in actors.items()
        if answered[user] is None and actor.dialog is None and not actor.works_as_officer
    ]
    return Ahead(
        tx,
        actors,
        await cases.open_of(tx, writing) if writing else {},
        await all_found_at(tx, pairs) if pairs else {},
    )
