"""«Закріпити»: a case that a person keeps first in their lists. The labels are behind «Ще дії» of the case."""

from bot.handlers.case_lists.buttons import Pin, Unpin
from bot.handlers.cases.buttons import MoreActs
from bot.services import case_lists
from bot.surface.context import Context


async def pin(context: Context, button: Pin) -> None:
    await case_lists.pin(context.tx, context.actor, button.case_id)
    context.answer(context.say("case-lists-is-pinned"))
    context.show(MoreActs(button.case_id))


async def unpin(context: Context, button: Unpin) -> None:
    await case_lists.unpin(context.tx, context.actor, button.case_id)
    context.answer(context.say("case-lists-is-unpinned"))
    context.show(MoreActs(button.case_id))
