"""What the desk of a call or a visit reads instead of that its resident gets or reads something in the bot."""

from bot.domain.cases import Case


def worded(case: Case, key: str) -> str:
    """The text of this key; until a call or a visit is claimed, the one that is true of it."""
    return f"walk-in-{key}" if case.unclaimed else key
