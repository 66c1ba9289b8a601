"""Taking signs of a crime back that were noted by mistake, with a reason for the history."""

from bot.domain.bodies import Kind
from bot.domain.case_letters import PromptDone
from bot.domain.case_refusals import CannotMove, TakenByAnother
from bot.domain.journal import WritingNoCrime
from bot.domain.letters import PlainText
from bot.domain.refusals import NotFound
from bot.handlers.journal.buttons import CancelEntry, UnmarkCrime
from bot.services import journal
from bot.services.cases import access
from bot.storage import dialogs
from bot.surface.context import Context
from bot.surface.incoming import PrivateMessage
from bot.surface.rendering import Addressee
from bot.surface.screens import Screen


async def ask(context: Context, button: UnmarkCrime) -> None:
    case, _ = await journal.unmarkable(context.tx, context.actor, button.case_id)
    await dialogs.begin(context.tx, context.actor, WritingNoCrime(case.id))
    context.show(button, as_new=True)


async def draw_ask(to: Addressee, button: UnmarkCrime) -> Screen:
    case = await access.seen_at_desk(to.tx, to.person_id, button.case_id)
    say = to.say
    lines = [say("unmark-crime-ask"), say("journal-for-desk")]
    return Screen(case.number or "", lines, buttons=[[(say("cancel-button"), CancelEntry(case.id))]])


async def take(context: Context, message: PrivateMessage, dialog: WritingNoCrime) -> None:
    """The reason. Raises NoteIsNoText."""
    why = message.body.text if message.body is not None and message.body.kind is Kind.TEXT else ""
    try:
        await journal.unmark(context.tx, context.actor, dialog.case_id, why)
    except (NotFound, TakenByAnother, CannotMove) as refusal:
        await dialogs.end(context.tx, context.actor)
        context.tell(PromptDone(dialog.case_id, said=False))
        context.tell(PlainText(refusal.key))
        return
    await dialogs.end(context.tx, context.actor)
    context.tell(PromptDone(dialog.case_id, said=True, says="unmark-crime-done"))
