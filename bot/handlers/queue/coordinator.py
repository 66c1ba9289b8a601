"""What a coordinator does with the queue: looks at it, and gives a case to an officer.

Reading, answering and declining a queued case are the desk's acts (`cases.officer`): a coordinator sits at it then.
"""

from bot.handlers.queue.buttons import GiveCase, GiveList, Queue, QueuedCase
from bot.services import queue
from bot.telegram.context import Context


async def look_at_case(context: Context, button: QueuedCase) -> None:
    await queue.queued_case(context.tx, context.actor, button.case_id)
    context.show(button)


async def choose_officer(context: Context, button: GiveList) -> None:
    """From the queue, or from the card of a case: there it comes as a message of its own, and the card stays."""
    await queue.queued_case(context.tx, context.actor, button.case_id)
    context.show(button, anew=True)


async def give(context: Context, button: GiveCase) -> None:
    case = await queue.give(context.tx, context.actor, button.case_id, button.officer_id)
    context.turn.facts["case"] = case.number or ""
    context.answer(context.say("queue-given"))
    context.show(Queue("", 0))
