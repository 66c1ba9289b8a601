"""Why a case is paused: the reason that its resident reads."""

import pytest

from bot.domain.pauses import REASON_ROOM, PauseReasonIsNoText, PauseReasonTooLong, checked_reason


def test_a_reason_fills_its_room_and_no_more() -> None:
    assert checked_reason(f"  {'я' * REASON_ROOM}\n") == "я" * REASON_ROOM
    with pytest.raises(PauseReasonTooLong):
        checked_reason("я" * (REASON_ROOM + 1))


def test_a_reason_is_text() -> None:
    with pytest.raises(PauseReasonIsNoText):
        checked_reason(" \n")
