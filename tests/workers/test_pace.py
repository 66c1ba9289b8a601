"""The pace: what is counted, and that no limit is ever passed, in whatever order letters come."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.broadcasts import Lane
from bot.domain.ids import ChatId
from bot.domain.policy import Pace
from bot.telegram.calls import Call
from bot.workers.pace import Cost, Limit, Paces, cost
from simulator.clock import START

ONE, OTHER, THIRD = ChatId(1), ChatId(2), ChatId(3)
MESSAGE = Cost(1, 1)
TEXT = Call("sendMessage", {})


def paces(per_second: float = 30, chat_burst: int = 3) -> Paces:
    return Paces(Pace(per_second, 1, chat_burst, 20, paid=False))


def later(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


# What is counted.


@pytest.mark.parametrize(
    ("calls", "counted"),
    [
        ([TEXT], Cost(1, 1)),
        ([TEXT, TEXT, TEXT], Cost(3, 3)),  # a long text in pieces
        ([Call("sendMediaGroup", {"media": [{}] * 10})], Cost(10, 10)),
        ([TEXT, Call("pinChatMessage", {})], Cost(1, 2)),
        ([Call("editMessageText", {})], Cost(0, 1)),
        ([Call("editMessageMedia", {"media": {"type": "photo", "media": "file"}})], Cost(0, 1)),
        ([Call("deleteMessage", {}), Call("setMessageReaction", {})], Cost(0, 2)),
        ([], Cost(0, 0)),
    ],
)
def test_what_telegram_counts_is_counted(calls: Sequence[Call], counted: Cost) -> None:
    assert cost(calls) == counted


def test_an_album_uses_up_as_much_of_a_chat_as_its_photos_one_by_one() -> None:
    together, alone = paces(), paces()
    together.use(ONE, "private", START, Cost(10, 10))
    for _ in range(10):
        alone.use(ONE, "private", START, MESSAGE)
    assert together.closed_chats(START) == alone.closed_chats(START) == {ONE: later(8)}
    assert together.over_all.room(START) == alone.over_all.room(START) == 20


def test_an_edit_uses_up_nothing_of_its_chat() -> None:
    made = paces(chat_burst=1)
    made.use(ONE, "private", START, Cost(0, 1))
    assert made.closed_chats(START) == {}
    assert made.over_all.room(START) == 29


def test_a_letter_waits_until_it_may_go_whole() -> None:
    made = paces()
    made.use(ONE, "private", START, MESSAGE)
    assert made.chat_opens_at(ONE, START, 2) <= START
    assert made.chat_opens_at(ONE, START, 3) == later(1)


def test_a_letter_larger_than_the_burst_goes_when_the_whole_burst_is_free() -> None:
    made = paces()
    made.use(ONE, "private", START, MESSAGE)
    assert made.chat_opens_at(ONE, START, 10) == later(1)


def test_what_is_left_of_the_burst_may_go_to_a_chat_now() -> None:
    made = paces(chat_burst=3)
    assert made.chat_room(ONE, "private", START) == 3
    made.use(ONE, "private", START, MESSAGE)
    assert made.chat_room(ONE, "private", START) == 2
    assert made.chat_room(OTHER, "private", START) == 3


def test_the_last_call_of_a_burst_goes_without_waiting() -> None:
    made = paces(per_second=30)
    made.over_all.use(START, 29)
    assert made.opens_at(START) <= START
    made.over_all.use(START)
    assert made.opens_at(START) > START


def test_at_less_than_one_a_second_one_may_go() -> None:
    made = paces(per_second=0.5)
    assert made.opens_at(START) <= START
    made.over_all.use(START)
    assert made.opens_at(START) == later(2)
    assert made.broadcast_burst == 1


def test_no_burst_into_a_group_is_larger_than_its_minute() -> None:
    made = paces(chat_burst=100)
    assert made.chat_room(ONE, "supergroup", START) == 20
    assert made.chat_room(ONE, "private", START) == 100


def test_chats_at_rest_are_forgotten() -> None:
    made = paces(chat_burst=3)
    made.use(ONE, "private", START, MESSAGE)
    made.too_fast(OTHER, START, 7)
    assert made.closed_chats(later(0.5)) == {OTHER: later(7)}
    assert (list(made.chats), list(made.held)) == ([ONE], [OTHER])
    assert made.closed_chats(later(7)) == {}
    assert (made.chats, made.held) == ({}, {})


ROUNDED = timedelta(milliseconds=1)
Moves = st.lists(st.tuples(st.floats(0, 5), st.integers(1, 4)), min_size=1, max_size=40)


@given(st.sampled_from([0.5, 1, 3, 30]), st.integers(4, 30), Moves)
def test_no_window_ever_holds_more_than_the_burst_and_what_has_grown_since(
    per_second: float, burst: int, moves: list[tuple[float, int]]
) -> None:
    """A sender that asks before each send, and sends as soon as it may."""
    limit, now, sent = Limit(per_second, burst), START, []
    for wait, count in moves:
        now = max(now + timedelta(seconds=wait), limit.opens_at(now + timedelta(seconds=wait), count))
        limit.use(now, count)
        sent.append((now, count))
    for first, (begin, _) in enumerate(sent):
        held = 0
        for at, count in sent[first:]:
            held += count
            assert held <= burst + per_second * (at - begin).total_seconds() + 1e-3


@given(st.sampled_from([0.5, 1, 3, 30]), st.integers(1, 30), Moves)
def test_room_is_how_many_may_go_one_by_one(per_second: float, burst: int, moves: list[tuple[float, int]]) -> None:
    limit, now = Limit(per_second, burst), START
    for wait, count in moves:
        now += timedelta(seconds=wait)
        limit.use(now, count)
    room = limit.room(now)
    for _ in range(room):
        assert limit.opens_at(now) <= now + ROUNDED
        limit.use(now)
    assert limit.opens_at(now) > now - ROUNDED


# 429.


def test_a_429_closes_its_chat_and_no_other() -> None:
    made = paces()
    made.too_fast(ONE, START, 7)
    assert made.closed_chats(START) == {ONE: later(7)}
    assert made.opens_at(START) <= START


def test_a_chat_that_is_closed_twice_opens_at_the_later_time() -> None:
    made = paces(chat_burst=1)
    made.use(ONE, "private", START, MESSAGE)
    made.use(OTHER, "private", START, Cost(10, 10))
    made.too_fast(ONE, START, 7)
    assert made.chat_opens_at(ONE, START, 1) == later(7)
    made.held[OTHER] = later(7)
    assert made.chat_opens_at(OTHER, START, 1) == later(10)
    assert made.closed_chats(START) == {ONE: later(7), OTHER: later(10)}


def test_two_chats_at_a_time_mean_that_the_bot_was_too_fast() -> None:
    made = paces()
    made.too_fast(ONE, START, 7)
    made.too_fast(OTHER, later(1), 9)
    assert made.opens_at(later(1)) == later(10)


def test_the_same_chat_twice_closes_nobody_else() -> None:
    made = paces()
    made.too_fast(ONE, START, 7)
    made.too_fast(ONE, later(1), 7)
    assert made.opens_at(later(1)) <= later(1)


def test_a_second_chat_after_the_first_is_open_again_closes_only_itself() -> None:
    made = paces()
    made.too_fast(ONE, START, 7)
    made.too_fast(OTHER, later(7), 7)
    assert made.opens_at(later(7)) <= later(7)


# Lanes.


def test_a_tenth_of_the_pace_is_kept_for_each_lane() -> None:
    made = paces(per_second=30)
    for lane in Lane:
        assert made.kept[lane].room(START) == 3
        made.kept[lane].use(START, 3)
        assert made.kept[lane].room(START) == 0
        assert made.kept[lane].room(later(0.5)) == 1
        assert made.kept[lane].room(later(1)) == 3


def test_what_one_lane_uses_is_not_taken_from_the_other() -> None:
    made = paces(per_second=30)
    made.kept[Lane.URGENT].use(START, 3)
    assert made.kept[Lane.ORDINARY].room(START) == 3


def test_broadcasts_leave_most_of_the_burst_to_talk() -> None:
    made = paces(per_second=30)
    made.over_all.use(START, 3)
    assert made.opens_at(START, burst=made.broadcast_burst) > START
    assert made.over_all.room(START, made.broadcast_burst) == 0
    assert made.opens_at(START, 27) <= START


def test_a_group_has_a_limit_of_its_own() -> None:
    made = paces()
    made.use(ONE, "private", START, Cost(4, 4))
    made.use(OTHER, "supergroup", START, Cost(4, 4))
    made.use(THIRD, "channel", START, Cost(2, 2))
    assert made.closed_chats(START) == {ONE: later(2), OTHER: later(6)}
