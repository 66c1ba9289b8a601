"""A person of the council asks the coordinators: a case that no officer sees."""

from bot.domain.joining import AskingCoordinator
from bot.domain.refusals import found
from bot.handlers.cases.buttons import EmergencyCard, Kept, OpenCase
from bot.handlers.joining.buttons import AskCoordinator, JoiningPage
from bot.handlers.joining.page import ask, cancel_row, words_body
from bot.handlers.places import community_at, community_name
from bot.services import councils
from bot.services.cases import emergencies
from bot.storage import council, dialogs
from bot.surface.context import Context
from bot.surface.incoming import PrivateMessage
from bot.surface.rendering import Addressee
from bot.surface.screens import Screen


async def ask_for_words(context: Context, button: AskCoordinator) -> None:
    member = await councils.of_own(context.tx, context.actor, button.community)
    await ask(context, AskingCoordinator(member.community), button)


async def draw_ask(to: Addressee, button: AskCoordinator) -> Screen:
    member = found(await council.member(to.tx, to.person_id, button.community))
    lines = [community_name(to.say, community_at(to.register, member.community)), to.say("council-ask-words")]
    return Screen(to.say("council-ask-title"), lines, buttons=cancel_row(to, JoiningPage(member.community)))


async def take(context: Context, message: PrivateMessage, dialog: AskingCoordinator) -> None:
    """The answer comes to the same chat; a reply to it goes on with the question. Where it mentions an emergency, the
    numbers to call come first.
    """
    body = words_body(message)
    case = await councils.ask(context.tx, context.actor, dialog.community, body, message.sent_at)
    context.turn.facts["case"] = case.number or ""
    danger = await emergencies.card_due(context.tx, context.actor, body)
    if danger is not None:
        context.show(EmergencyCard(danger, Kept.KEPT), as_new=True, urgent=True)
    await dialogs.end(context.tx, context.actor)
    context.show(OpenCase(case.id))
