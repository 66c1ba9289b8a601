"""Days in buttons: as a number, 20261125."""

from datetime import date

from bot.domain.refusals import OldButton


def numbered(day: date) -> int:
    return int(f"{day:%Y%m%d}")


def day_of(number: int) -> date:
    """Raises OldButton."""
    try:
        return date(number // 10_000, number // 100 % 100, number % 100)
    except (ValueError, OverflowError):
        raise OldButton from None
