"""When a hold ends: in the morning of a day in Kyiv, so many months on."""

from datetime import UTC, datetime

import pytest

from bot.domain.holds import months_after


@pytest.mark.parametrize(
    ("day", "months", "ends"),
    [
        (datetime(2026, 11, 24, 8, tzinfo=UTC), 3, datetime(2027, 2, 24, 7, tzinfo=UTC)),
        (datetime(2026, 11, 24, 8, tzinfo=UTC), 12, datetime(2027, 11, 24, 7, tzinfo=UTC)),
        (datetime(2026, 11, 24, 8, tzinfo=UTC), 36, datetime(2029, 11, 24, 7, tzinfo=UTC)),
        (datetime(2026, 11, 30, 8, tzinfo=UTC), 3, datetime(2027, 2, 28, 7, tzinfo=UTC)),  # there is no 30 February
        (datetime(2026, 12, 31, 22, 30, tzinfo=UTC), 3, datetime(2027, 4, 1, 6, tzinfo=UTC)),  # January in Kyiv; summer
    ],
)
def test_a_hold_ends_at_nine_in_kyiv_so_many_months_on(day: datetime, months: int, ends: datetime) -> None:
    assert months_after(day, months) == ends
