"""The reason that a person at a desk writes for what they decide: its resident reads it."""

from bot.domain.bodies import has_words
from bot.domain.refusals import Refusal

REASON_ROOM = 500  # characters


class ReasonUnwritten(Refusal):
    """The reason is read by the resident, and by coordinators."""

    key = "reason-in-words"


class ReasonTooLong(Refusal):
    """The reason fits on a screen with all else that is there."""

    key = "reason-too-long"


def checked_reason(text: str) -> str:
    """The reason as it is stored. Raises ReasonUnwritten, ReasonTooLong."""
    reason = text.strip()
    if not has_words(reason):
        raise ReasonUnwritten
    if len(reason) > REASON_ROOM:
        raise ReasonTooLong(limit=REASON_ROOM)
    return reason
