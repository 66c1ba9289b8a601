"""Quiet time: when an officer's telephone makes no sound for what the bot sends there, but for danger.

It is an officer's own, and holds back nothing: all comes at its time, and the clocks of cases run as ever.
"""

from dataclasses import dataclass
from datetime import datetime, time

from bot.domain.policy import DailySpan
from bot.domain.refusals import NotFound


@dataclass(frozen=True, slots=True)
class QuietTime:
    """Each day between two times, and once until a time; either may be missing."""

    begins: time | None = None
    ends: time | None = None
    until: datetime | None = None

    @property
    def daily(self) -> DailySpan | None:
        return DailySpan(self.begins, self.ends) if self.begins is not None and self.ends is not None else None

    def lasts_until(self, now: datetime) -> datetime | None:
        """Until when it is quiet now; None while it is not."""
        ends = [self.until] if self.until is not None and self.until > now else []
        if self.daily is not None and self.daily.holds(now):
            ends.append(self.daily.next_end(now))
        return max(ends, default=None)


def morning_after(now: datetime, kept: QuietTime, usual: DailySpan) -> datetime:
    """The next morning: when the officer's own night ends, else when that of all people does."""
    return (kept.daily or usual).next_end(now)


def daily_from(begins: int, lasts: int) -> tuple[time, time]:
    """From this full hour on, for so many hours. Raises NotFound for what is none of a day."""
    if not (0 <= begins < 24 and 0 < lasts < 24):
        raise NotFound
    return time(begins), time((begins + lasts) % 24)
