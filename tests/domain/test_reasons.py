"""A reason is read by a resident: text, and short."""

import pytest

from bot.domain.reasons import REASON_ROOM, ReasonTooLong, ReasonUnwritten, checked_reason


def test_a_reason_is_stored_without_the_space_around_it() -> None:
    assert checked_reason("  Триває перевірка\n") == "Триває перевірка"


def test_a_reason_may_be_as_long_as_there_is_room() -> None:
    assert len(checked_reason("а" * REASON_ROOM)) == REASON_ROOM
    with pytest.raises(ReasonTooLong):
        checked_reason("а" * (REASON_ROOM + 1))


def test_a_reason_without_a_word_is_none() -> None:
    with pytest.raises(ReasonUnwritten):
        checked_reason(" \n ")
