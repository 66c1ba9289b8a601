"""Talk's turn: which letters leave, in which order, and what the pace holds up until when."""

from collections.abc import AsyncIterator, Collection
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain.ids import ChatId
from bot.domain.letters import Party, PersonAt, PlainText, ResidentOf
from bot.domain.residents import Place
from bot.handlers import THREADS
from bot.storage import residents
from bot.storage.engine import Database
from bot.storage.transaction import Store, Transaction
from bot.surface.outgoing import Effect, Show
from bot.surface.rendering import Addressee, Renderer
from bot.surface.screens import Screen
from bot.telegram.gateway import Gateway
from bot.telegram.transport import new_session
from bot.workers.flights import Slots
from bot.workers.pace import Paces
from bot.workers.preparation import Preparation
from bot.workers.talk import Talk
from bot.workers.threads import Threads
from simulator.clock import START, MovedClock
from tests.storage import village
from tests.town import KOMYSHUVAKHA, policy
from tests.workers.turns import TOOLS, Turns


async def render(to: Addressee, letter: PlainText) -> list[Effect]:
    """As many messages as the letter says; one that says nothing of the kind cannot be made."""
    return [Show(Screen(lines=[letter.key]))] * int(letter.key)


@dataclass
class Post(Turns):
    """An outbox, and the talk that takes from it. A chat is named by the place in which it came."""

    STATES = "select state from outbox order by id"

    talk: Talk

    async def people(self, count: int) -> list[PersonAt]:
        async def write(tx: Transaction) -> list[PersonAt]:
            return [PersonAt(await village.person(tx)) for _ in range(count)]

        return await self.store.transact(write)

    async def cases(self, of: PersonAt, count: int) -> list[ResidentOf]:
        """So many cases, whose letters come to one chat."""

        async def write(tx: Transaction) -> list[ResidentOf]:
            await residents.set_place(tx, of.person_id, Place(KOMYSHUVAKHA, None))
            return [ResidentOf(await village.case(tx, resident=of.person_id)) for _ in range(count)]

        return await self.store.transact(write)

    async def tell(self, *letters: tuple[Party, int | str], dedupe: str | None = None) -> None:
        async def write(tx: Transaction) -> None:
            for party, messages in letters:
                tx.outbox.tell(party, PlainText(str(messages)), dedupe=dedupe)

        await self.store.transact(write)

    async def turn(self, free: int = 64, passed: Collection[int] = (), *, careful: bool = False) -> list[int]:
        """What leaves, by the numbers of the letters in the order in which they were written. It stays in the outbox
        until it is settled.
        """

        async def take(tx: Transaction) -> list[int]:
            self.slots = Slots(tx, self.paces, free, {ChatId(each) for each in passed})
            return [flight.post.id for flight in await self.talk.take(self.slots, careful=careful)]

        return await self.store.transact(take)

    async def ends(self, *rows: int) -> None:
        for row in rows:
            await self.store.transact(lambda tx, row=row: tx.execute("delete from outbox where id = :id", id=row))  # type: ignore[misc]


def at_pace(post: Post, *, per_second: float = 10_000, chat_burst: int = 10_000) -> None:
    pace = replace(policy().pace, messages_per_second=per_second, chat_per_second=1, chat_burst=chat_burst)
    post.paces = Paces(pace)


@pytest.fixture
async def post(sqlite: Database, tmp_path: Path) -> AsyncIterator[Post]:
    clock = MovedClock()
    store = Store(sqlite, clock, policy())
    async with new_session() as session:
        preparation = Preparation(store, Gateway(session, "http://127.0.0.1", "1:A"), tmp_path, lambda: None)
        yield Post(
            store,
            clock,
            Paces(policy().pace),
            Talk(TOOLS, {PlainText: Renderer(render)}, preparation, Threads(THREADS, None)),
        )


# Slots and turns.


async def test_every_chat_that_waits_is_served_and_then_all_was_seen(post: Post) -> None:
    await post.tell(*((each, 1) for each in await post.people(3)))
    assert await post.turn() == [1, 2, 3]
    assert (post.seen.seen_all, post.seen.talk_held, post.seen.void, post.seen.next) == (True, False, False, None)
    assert post.seen.free == 61
    assert post.seen.passed == {1, 2, 3}


async def test_chats_take_turns_beginning_behind_the_last_that_was_served(post: Post) -> None:
    await post.tell(*((each, 1) for each in await post.people(3)))
    assert [await post.turn(1) for _ in range(4)] == [[1], [2], [3], [1]]
    assert not post.seen.seen_all


async def test_a_chat_that_is_passed_is_not_looked_at(post: Post) -> None:
    await post.tell(*((each, 1) for each in await post.people(3)))
    assert await post.turn(passed=[2]) == [1, 3]


async def test_without_a_slot_nothing_is_looked_at(post: Post) -> None:
    await post.tell(*((each, 1) for each in await post.people(1)))
    assert await post.turn(0) == []
    assert not post.seen.seen_all


async def test_letters_of_different_cases_share_a_turn_and_those_of_one_case_do_not(post: Post) -> None:
    [person] = await post.people(1)
    one, two = await post.cases(person, 2)
    await post.tell((one, 1), (two, 1), (one, 1))
    assert await post.turn() == [1, 2]


async def test_a_chat_with_many_letters_leaves_the_other_chats_their_slots(post: Post) -> None:
    busy, other = await post.people(2)
    await post.tell(*((case, 1) for case in await post.cases(busy, 6)), (other, 1))
    assert set(await post.turn(4)) >= {1, 7}


async def test_a_letter_that_waits_holds_back_those_behind_it(post: Post) -> None:
    [person] = await post.people(1)
    one, two = await post.cases(person, 2)
    await post.tell((one, 1), (two, 1))
    until = START + timedelta(seconds=7)
    await post.store.transact(lambda tx: tx.execute("update outbox set next_at = :at where id = 1", at=until))
    assert await post.turn() == []
    assert post.look_again() == 7
    post.clock.advance(timedelta(seconds=7))
    assert await post.turn() == [1, 2]
    assert post.look_again() is None


async def test_a_letter_that_waits_lets_those_before_it_leave(post: Post) -> None:
    [person] = await post.people(1)
    one, two = await post.cases(person, 2)
    await post.tell((one, 1), (two, 1))
    until = START + timedelta(seconds=7)
    await post.store.transact(lambda tx: tx.execute("update outbox set next_at = :at where id = 2", at=until))
    assert await post.turn() == [1]


async def test_chats_whose_letters_wait_leave_their_slots_to_others(post: Post) -> None:
    await post.tell(*((each, 1) for each in await post.people(4)))
    until = START + timedelta(seconds=7)
    await post.store.transact(lambda tx: tx.execute("update outbox set next_at = :at where id = 1", at=until))
    assert await post.turn(2) == [2, 3]


async def test_a_chat_that_was_looked_at_is_not_looked_at_again_in_the_same_turn(post: Post) -> None:
    await post.tell(*((each, 1) for each in await post.people(2)))
    until = START + timedelta(seconds=7)
    await post.store.transact(lambda tx: tx.execute("update outbox set next_at = :at where id = 1", at=until))
    assert await post.turn(2) == [2]


# What leaves is rendered and marked.


async def test_a_letter_that_says_nothing_is_gone_and_what_waits_behind_it_is_looked_at(post: Post) -> None:
    one, other = await post.people(2)
    await post.tell((one, 0), (other, 1))
    assert await post.turn() == [2]
    assert post.seen.void
    assert await post.states() == ["waiting"]


async def test_only_a_letter_that_a_newer_one_may_join_is_marked(post: Post) -> None:
    one, other = await post.people(2)
    await post.tell((one, 1))
    await post.tell((other, 1), dedupe="card")
    assert await post.turn() == [1, 2]
    assert await post.states() == ["waiting", "sending"]


async def test_what_cannot_be_made_fails_alone_where_care_is_taken(post: Post) -> None:
    one, other = await post.people(2)
    await post.tell((one, "nonsense"), (other, 1))
    with pytest.raises(ValueError, match="nonsense"):
        await post.turn()
    assert await post.turn(careful=True) == [2]


# The pace of the bot.


async def test_where_the_pace_is_used_up_talk_is_held_until_it_opens(post: Post) -> None:
    at_pace(post, per_second=2)
    await post.tell(*((each, 1) for each in await post.people(3)))
    assert await post.turn() == [1, 2]
    assert post.seen.talk_held
    await post.ends(1, 2)
    assert await post.turn() == []
    assert post.seen.talk_held
    assert post.look_again() == 0.5
    post.clock.advance(timedelta(seconds=0.5))
    assert await post.turn() == [3]
    assert not post.seen.talk_held


async def test_talk_that_just_fits_into_the_pace_is_not_held(post: Post) -> None:
    at_pace(post, per_second=2)
    await post.tell(*((each, 1) for each in await post.people(2)))
    assert await post.turn() == [1, 2]
    assert not post.seen.talk_held


async def test_what_the_pace_leaves_no_room_for_comes_after_the_other_chats(post: Post) -> None:
    at_pace(post, per_second=2)
    one, busy, other = await post.people(3)
    first, second = await post.cases(busy, 2)
    await post.tell((one, 1), (first, 1), (second, 1), (other, 1))
    assert await post.turn() == [1, 2]
    await post.ends(1, 2)
    post.clock.advance(timedelta(seconds=0.5))
    assert await post.turn() == [4]


async def test_a_letter_that_waits_anyway_is_not_held_by_the_pace(post: Post) -> None:
    at_pace(post, per_second=1)
    await post.tell(*((each, 1) for each in await post.people(2)))
    until = START + timedelta(seconds=7)
    await post.store.transact(lambda tx: tx.execute("update outbox set next_at = :at where id = 2", at=until))
    assert await post.turn() == [1]
    assert not post.seen.talk_held


async def test_while_telegram_wants_the_whole_bot_to_wait_nothing_leaves(post: Post) -> None:
    await post.tell(*((each, 1) for each in await post.people(1)))
    post.paces.all_held = START + timedelta(seconds=7)
    assert await post.turn() == []
    assert post.seen.talk_held
    assert post.look_again() == 7


async def test_without_letters_that_are_due_the_pace_holds_nothing(post: Post) -> None:
    await post.people(1)
    post.paces.all_held = START + timedelta(seconds=7)
    assert await post.turn() == []
    assert not post.seen.talk_held


async def test_a_long_letter_that_does_not_fit_is_the_next_to_leave(post: Post) -> None:
    at_pace(post, per_second=5)
    one, two, three = await post.people(3)
    await post.tell((one, 3), (two, 3), (three, 1))
    assert await post.turn() == [1], "the third would fit, and the second would never"
    assert post.seen.talk_held
    assert post.look_again() == pytest.approx(0.2)
    await post.ends(1)
    await post.tell((one, 3))
    post.clock.advance(timedelta(seconds=0.2))
    assert await post.turn() == [2]


# The pace of a chat.


async def test_a_chat_gets_as_many_letters_as_it_may_have_at_a_time(post: Post) -> None:
    at_pace(post, chat_burst=2)
    [person] = await post.people(1)
    await post.tell(*((case, 1) for case in await post.cases(person, 3)))
    assert await post.turn() == [1, 2]
    assert not post.seen.talk_held


async def test_a_letter_that_its_chat_has_no_room_for_holds_back_its_chat_alone(post: Post) -> None:
    at_pace(post, chat_burst=3)
    one, other = await post.people(2)
    await post.tell(*zip(await post.cases(one, 3), (2, 2, 1), strict=True), (other, 1))
    assert await post.turn() == [1, 4]
    assert not post.seen.talk_held
    assert post.look_again() == 1
