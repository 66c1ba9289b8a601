"""What broadcasts get of a turn: how much the pace leaves them, in which order they go, and what makes them wait."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from bot.domain.broadcasts import Lane
from bot.domain.ids import BroadcastId, ChatId, PersonId
from bot.domain.letters import ChatAt, Party, PersonAt
from bot.storage import broadcasts
from bot.storage.broadcasts import Recipient
from bot.storage.engine import Database, DatabaseUnavailable
from bot.storage.transaction import Store, Transaction
from bot.surface.outgoing import Effect
from bot.surface.rendering import Addressee
from bot.telegram.gateway import NoAnswer, NotSent
from bot.workers.deliveries import Deliveries
from bot.workers.flights import Flight, Slots
from bot.workers.pace import Paces
from simulator.clock import START, MovedClock
from tests.storage import village
from tests.stories.leaflets import Leaflet, Press
from tests.town import policy
from tests.workers.turns import TOOLS, Turns


class Printer(Press):
    """Cannot make a leaflet for some chats."""

    torn: Sequence[ChatId] = ()
    asked: Addressee | None = None  # for whom it was last shown

    def show(self, to: Addressee, content: str) -> Sequence[Effect]:
        self.asked = to
        if to.chat_id in self.torn:
            raise LookupError("a fault of the feature")
        return super().show(to, content)


@dataclass
class Post(Turns):
    """Broadcasts, and what takes from them."""

    STATES = "select state from deliveries order by chat_id"

    press: Printer
    deliveries: Deliveries

    def at_pace(self, per_second: float) -> None:
        self.paces = Paces(replace(policy().pace, messages_per_second=per_second))

    async def begin(self, chats: int, lane: Lane = Lane.ORDINARY, *, quiet: bool = False) -> BroadcastId:
        """One to so many chats of its own."""

        async def write(tx: Transaction) -> BroadcastId:
            broadcast_id = await broadcasts.begin(tx, Leaflet(1), lane, quiet=quiet)
            broadcast = await broadcasts.by_id(tx, broadcast_id) if broadcast_id else None
            assert broadcast is not None
            people = [await village.person(tx) for _ in range(chats)]
            rows = await tx.fetch_all(
                Recipient,
                """select id as position, chat_id, null as thread_id, null as area_id from persons
                    where id in (:people)""",
                people=people,
            )
            await broadcasts.plan(tx, broadcast, rows, None)
            self.deliveries.offered = await broadcasts.open_ones(tx)
            return broadcast.id

        return await self.store.transact(write)

    async def turn(self, flying: int = 0, *, free: int = 64, talk_held: bool = False) -> list[Flight]:
        async def take(tx: Transaction) -> list[Flight]:
            self.slots = Slots(tx, self.paces, free, set(), talk_held=talk_held)
            return await self.deliveries.take(self.slots, flying)

        return await self.store.transact(take)

    async def leave(self, flying: int = 0, *, free: int = 64, talk_held: bool = False) -> list[int]:
        """Of which broadcast each delivery is that leaves in a turn."""
        flights = await self.turn(flying, free=free, talk_held=talk_held)
        return [int(flight.post.facts["broadcast"]) for flight in flights]


@pytest.fixture
async def post(sqlite: Database) -> Post:
    clock, press = MovedClock(), Printer()
    deliveries = Deliveries(TOOLS, {Leaflet: press.renderer()})
    return Post(Store(sqlite, clock, policy()), clock, Paces(policy().pace), press, deliveries)


# Slots.


async def test_what_leaves_is_marked_and_its_chat_is_passed(post: Post) -> None:
    await post.begin(3)
    flights = await post.turn()
    assert [flight.post.facts for flight in flights] == [{"broadcast": 1, "chat": chat} for chat in (1, 2, 3)]
    assert await post.states() == ["sending"] * 3
    assert (post.seen.free, len(post.seen.passed), post.seen.void) == (61, 3, False)
    assert await post.turn() == []


async def test_the_worker_is_told_when_there_was_less_to_send_than_slots(post: Post) -> None:
    await post.begin(10)
    await post.turn(free=10)
    assert not post.deliveries.short
    await post.begin(9)
    await post.turn(free=10)
    assert post.deliveries.short


async def test_three_quarters_of_the_slots_are_the_most_that_broadcasts_have(post: Post) -> None:
    await post.begin(60)
    assert len(await post.turn()) == 48
    assert len(await post.turn(40)) == 8
    assert await post.turn(48) == []


async def test_no_more_leave_than_there_are_free_slots(post: Post) -> None:
    await post.begin(20)
    assert len(await post.turn(free=7)) == 7
    assert await post.turn(free=0) == []


async def test_urgent_ones_go_before_the_others(post: Post) -> None:
    ordinary, urgent = await post.begin(2), await post.begin(2, Lane.URGENT)
    assert await post.leave() == [urgent, urgent, ordinary, ordinary]


async def test_both_lanes_together_have_no_more_than_three_quarters(post: Post) -> None:
    ordinary, urgent = await post.begin(60), await post.begin(30, Lane.URGENT)
    assert await post.leave() == [urgent] * 30 + [ordinary] * 18


# The pace.


async def test_a_tenth_of_the_pace_is_the_most_that_leaves_at_a_time(post: Post) -> None:
    post.at_pace(30)
    await post.begin(10)
    assert len(await post.turn()) == 3
    assert post.look_again() == pytest.approx(1 / 30, abs=1e-5)
    assert not post.deliveries.short
    post.clock.advance(timedelta(seconds=0.2))
    assert len(await post.turn()) == 3


async def test_a_lane_that_waits_behind_another_has_a_tenth_kept_for_it(post: Post) -> None:
    post.at_pace(30)
    ordinary, urgent = await post.begin(10), await post.begin(10, Lane.URGENT)
    assert await post.leave() == [urgent] * 3 + [ordinary] * 3
    assert await post.leave() == []


async def test_where_talk_is_held_each_lane_has_what_is_kept_for_it_and_no_more(post: Post) -> None:
    post.at_pace(30)
    ordinary, urgent = await post.begin(10), await post.begin(10, Lane.URGENT)
    post.paces.over_all.use(START, 20)
    assert await post.leave(talk_held=True) == [urgent] * 3 + [ordinary] * 3
    assert await post.leave(talk_held=True) == []
    post.clock.advance(timedelta(seconds=0.5))
    assert await post.leave(talk_held=True) == [urgent, ordinary]


async def test_of_what_is_kept_only_what_left_is_used_up(post: Post) -> None:
    post.at_pace(30)
    await post.begin(1)
    assert len(await post.turn(talk_held=True)) == 1
    await post.begin(5)
    assert len(await post.turn(talk_held=True)) == 2


async def test_what_is_kept_is_not_more_than_the_pace_allows_at_all(post: Post) -> None:
    post.at_pace(30)
    await post.begin(10, Lane.URGENT)
    post.paces.over_all.use(START, 28)
    assert len(await post.turn(talk_held=True)) == 2


async def test_while_telegram_wants_the_whole_bot_to_wait_nothing_leaves(post: Post) -> None:
    await post.begin(1)
    post.paces.all_held = START + timedelta(seconds=7)
    assert await post.turn() == []
    assert post.look_again() == 7
    post.clock.advance(timedelta(seconds=7))
    assert len(await post.turn()) == 1


async def test_a_letter_of_several_messages_counts_as_such_and_the_last_may_be_too_long(post: Post) -> None:
    post.at_pace(30)
    post.press.more = "Листівка, далі"
    await post.begin(10)
    assert len(await post.turn()) == 2
    assert post.look_again() == pytest.approx(2 / 30, abs=1e-5), "four calls, one more than may leave at a time"
    post.clock.advance(timedelta(seconds=0.1))
    assert len(await post.turn()) == 1


async def test_a_letter_of_several_messages_that_just_fits_is_the_last(post: Post) -> None:
    post.at_pace(20)
    post.press.more = "Листівка, далі"
    await post.begin(10)
    assert len(await post.turn()) == 1


# Turns.


async def test_the_broadcasts_of_a_lane_take_turns(post: Post) -> None:
    post.at_pace(10)
    both = [await post.begin(3), await post.begin(3)]
    left = []
    for _ in range(4):
        left += await post.leave()
        post.clock.advance(timedelta(seconds=1))
    assert left == [*both[::-1], *both[::-1]]


async def test_the_broadcasts_of_a_lane_share_what_there_is(post: Post) -> None:
    one, two, three = [await post.begin(10) for _ in range(3)]
    left = await post.leave(free=8)
    assert sorted(map(left.count, (one, two, three))) == [2, 3, 3]


async def test_what_one_does_not_need_the_others_have(post: Post) -> None:
    one, two, three = await post.begin(10), await post.begin(1), await post.begin(10)
    left = await post.leave(free=9)
    assert sorted(map(left.count, (one, two, three))) == [1, 4, 4]


@pytest.mark.parametrize(
    ("change", "party", "person"),
    [
        ("update persons set language = 'uk'", PersonAt(PersonId(1)), 1),
        ("update persons set language = 'en'", PersonAt(PersonId(1)), 1),
        ("update persons set chat_id = null", ChatAt(ChatId(1), None), 0),
    ],
    ids=["uk", "en", "a chat of nobody"],
)
async def test_it_is_shown_for_whom_it_goes_to_in_their_language(
    post: Post, change: str, party: Party, person: int
) -> None:
    await post.begin(1)
    await post.store.transact(lambda tx: tx.execute(change))
    assert len(await post.turn()) == 1
    to = post.press.asked
    assert to is not None
    assert (to.party, to.person_id, to.chat_id) == (party, person, 1)
    assert (to.say("cancelled") == "Скасовано.") == ("'en'" not in change)


# What does not leave.


async def test_whom_it_is_no_longer_for_gets_nothing_and_a_slot_stays_free(post: Post) -> None:
    await post.begin(3)
    post.press.left_out = {ChatId(2)}
    assert len(await post.turn()) == 2
    assert await post.states() == ["sending", "void", "sending"]
    assert (post.seen.void, post.seen.free) == (True, 62)


async def test_what_is_for_nobody_any_more_is_void_where_it_was_not_told(post: Post) -> None:
    await post.begin(2)
    post.press.words = None
    assert await post.turn() == []
    assert await post.states() == ["void", "void"]


async def test_what_a_chat_has_of_one_that_is_for_nobody_any_more_is_still_known(post: Post) -> None:
    await post.begin(1)
    shown = "update deliveries set shown = 1, message_ids = '5 6'"
    await post.store.transact(lambda tx: tx.execute(shown))
    post.press.words = None
    assert await post.turn() == []
    assert await post.states() == ["delivered"]
    ids = "select message_ids from deliveries"
    assert await post.store.transact(lambda tx: tx.value(str, ids)) == "5 6"


async def test_what_cannot_be_made_for_one_chat_stops_no_other(post: Post) -> None:
    await post.begin(3)
    post.press.torn = [ChatId(2)]
    assert len(await post.turn()) == 2
    assert await post.states() == ["sending", "refused", "sending"]
    assert post.seen.void
    why = await post.store.transact(lambda tx: tx.value(str, "select error from deliveries where state = 'refused'"))
    assert "LookupError" in (why or "")


async def test_a_broadcast_that_cannot_be_read_rests_for_a_minute(post: Post) -> None:
    await post.begin(1)
    post.press.fails = True
    assert await post.turn() == []
    assert post.look_again() == 60
    post.press.fails = False
    post.clock.advance(timedelta(seconds=59))
    assert await post.turn() == []
    post.clock.advance(timedelta(seconds=1))
    assert len(await post.turn()) == 1


async def test_a_database_that_fails_is_no_fault_of_the_broadcast(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    async def fails(tx: Transaction, content: str, chats: Sequence[ChatId]) -> Mapping[ChatId, str]:
        raise DatabaseUnavailable

    await post.begin(1)
    renderer = replace(post.press.renderer(), entitled=fails)
    monkeypatch.setattr(post.deliveries, "renderers", {Leaflet: renderer})
    with pytest.raises(DatabaseUnavailable):
        await post.turn()


async def test_in_quiet_hours_only_those_leave_that_do_not_keep_them(post: Post) -> None:
    post.clock.advance(timedelta(hours=14))
    assert policy().notices.is_quiet(post.clock.now())
    await post.begin(1, quiet=True)
    assert await post.turn() == []
    wakes = policy().notices.quiet_ends(post.clock.now()) - post.clock.now()
    assert post.look_again() == wakes.total_seconds()
    loud = await post.begin(1)
    assert await post.leave() == [loud]
    post.clock.advance(wakes)
    assert len(await post.turn()) == 1


async def test_in_quiet_hours_their_end_is_waited_for_only_by_what_keeps_them(post: Post) -> None:
    post.clock.advance(timedelta(hours=14))
    await post.begin(1)
    assert len(await post.turn()) == 1
    assert post.look_again() is None


# While Telegram does not answer.


async def test_broadcasts_wait_longer_each_time_that_telegram_does_not_answer(post: Post) -> None:
    await post.begin(10)
    [flight] = await post.turn(free=1)
    flight.failure = NoAnswer("cut")
    for pause in (2, 4, 8, 16, 32, 60, 60):
        post.deliveries.landed(flight, post.clock.now())
        assert await post.turn(free=1) == []
        assert post.look_again() == pause
        post.clock.advance(timedelta(seconds=pause))
    [answered] = await post.turn(free=1)
    post.deliveries.landed(answered, post.clock.now())
    post.deliveries.landed(flight, post.clock.now())
    assert await post.turn(free=1) == []
    assert post.look_again() == 2


@pytest.mark.parametrize(("failure", "state"), [(NotSent("refused"), "waiting"), (NoAnswer("cut"), "unknown")])
async def test_an_ordinary_one_goes_again_only_where_it_certainly_did_not_leave(
    post: Post, failure: NoAnswer, state: str
) -> None:
    await post.begin(1)
    [flight] = await post.turn()

    async def fails(tx: Transaction) -> None:
        flight.post.unanswered(tx, flight, tx.now, failure)

    await post.store.transact(fails)
    assert await post.states() == [state]
