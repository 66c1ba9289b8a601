"""What the desk of a call or a visit reads and does instead, as nothing reaches its person that the officer does not
tell them.
"""

from bot.domain.cases import Case
from bot.handlers.walk_ins.buttons import HandAnswer
from bot.services import walk_ins
from bot.surface.rendering import Addressee
from bot.surface.screens import Label


def worded(case: Case, key: str) -> str:
    """The text of this key; until a call or a visit is claimed, the one that is true of it."""
    return f"walk-in-{key}" if case.unclaimed else key


async def hand_rows(to: Addressee, case: Case) -> list[list[Label]]:
    """The way to tell the person what was said to them, and how the case has ended."""
    if not await walk_ins.has_untold(to.tx, case):
        return []
    return [[(to.say("walk-in-hand-button"), HandAnswer(case.id))]]
