"""What a resident says of topics, and where he or she reads what was told."""

from collections.abc import Sequence

from bot.domain.residents import known_place
from bot.domain.subscriptions import Topic
from bot.handlers.people.buttons import Greeting
from bot.handlers.places import codes
from bot.handlers.subscriptions.buttons import LeaveAll, LeaveTopic, SetTopic, Topics, TurnTopic
from bot.handlers.subscriptions.screens import page_of
from bot.services import subscriptions
from bot.telegram.buttons import Button
from bot.telegram.context import Context


async def set_topic(context: Context, button: SetTopic) -> None:
    await turn(context, [button.topic], Topics(page_of(button.topic)), heard=button.heard)


async def turn_topic(context: Context, button: TurnTopic) -> None:
    await turn(context, [button.topic], button, heard=button.heard)


async def leave_all(context: Context, button: LeaveAll) -> None:
    await turn(context, list(Topic), button, heard=False)


async def turn(context: Context, topics: Sequence[Topic], screen: Button, *, heard: bool) -> None:
    """What is kept about somebody needs the consent."""
    if not context.actor.has_consented:
        context.show(Greeting(*codes(known_place(context.actor))))
        return
    await subscriptions.turn(context.tx, context.actor, topics, heard=heard)
    context.show(screen)


async def leave_topic(context: Context, button: LeaveTopic) -> None:
    """The way back is a message of its own. Asks for no consent: nobody has to agree to anything to be left alone."""
    await subscriptions.turn(context.tx, context.actor, [button.topic], heard=False)
    context.answer(context.say("topic-off-title"))
    context.show(TurnTopic(button.topic, heard=False), anew=True)
