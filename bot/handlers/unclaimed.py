"""What a desk reads of a case whose person is not in the bot: nothing reaches them that the officer does not tell."""

from bot.domain.cases import Case
from bot.handlers.walk_ins.buttons import HandAnswer
from bot.services import walk_ins
from bot.surface.rendering import Addressee
from bot.surface.screens import Label


def said_to(case: Case, read: str, told: str) -> str:
    """The text that says what becomes of what is written: a resident reads it, or the officer tells it."""
    return told if case.unclaimed else read


async def hand_rows(to: Addressee, case: Case) -> list[list[Label]]:
    """The way to tell the person what was said to them, and how the case has ended."""
    if not await walk_ins.has_untold(to.tx, case):
        return []
    return [[(to.say("walk-in-hand-button"), HandAnswer(case.id))]]
