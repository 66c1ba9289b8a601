"""Times as people's clocks in Ukraine show them. What is stored is UTC."""

from datetime import UTC, date, datetime, time

from bot.domain.policy import KYIV


def moment(day: date, of_day: time) -> datetime:
    """When people's clocks show a time. One that a day leaves out is taken as if they had not been put on yet; of one
    that comes twice, the first."""
    return datetime.combine(day, of_day, KYIV).astimezone(UTC)


def today(now: datetime) -> date:
    return now.astimezone(KYIV).date()
