"""The days on which offices work."""

from datetime import date, datetime, timedelta

from bot.domain.policy import KYIV


def is_working_day(day: date) -> bool:
    return day.weekday() < 5


def working_days_after(now: datetime, days: int) -> datetime:
    """The end of the office day (18:00 in Kyiv) `days` working days on. There are no public holidays in martial law."""
    day = now.astimezone(KYIV)
    while days > 0:
        day += timedelta(days=1)
        if is_working_day(day):
            days -= 1
    return day.replace(hour=18, minute=0, second=0, microsecond=0).astimezone(now.tzinfo)
