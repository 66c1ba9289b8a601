"""Merging cases: the number of the other one at a desk, and what its resident is asked."""

from collections.abc import Sequence

from bot.domain.bodies import Kind
from bot.domain.case_letters import PromptDone
from bot.domain.case_refusals import CannotMove, TakenByAnother
from bot.domain.cases import typed_number
from bot.domain.letters import PlainText
from bot.domain.merges import MergeAsked, MergeLapsed, NamingOther, NotANumber
from bot.domain.refusals import NotFound, OldButton
from bot.handlers.cases.buttons import History, LeaveIt, MyCases, OpenCase
from bot.handlers.merges.buttons import AgreeToMerge, CancelMerge, MergeWith, RefuseMerge
from bot.handlers.paging import back_row
from bot.services import merges
from bot.services.cases import access
from bot.storage import dialogs
from bot.storage.copies import add_prompt
from bot.surface.context import Context
from bot.surface.incoming import PrivateMessage
from bot.surface.outgoing import Effect, Show
from bot.surface.rendering import Addressee, Sent
from bot.surface.screens import Label, Screen

# At the desk.


async def ask_number(context: Context, button: MergeWith) -> None:
    case, _ = await merges.mergeable(context.tx, context.actor, button.case_id)
    await dialogs.begin(context.tx, context.actor, NamingOther(case.id))
    context.show(button)


async def draw_ask_number(to: Addressee, button: MergeWith) -> Screen:
    case = await access.seen_at_desk(to.tx, to.person_id, button.case_id)
    lines = [to.say("merge-ask-number"), to.say("merge-resident-confirms")]
    return Screen(case.number or "", lines, buttons=[[(to.say("cancel-button"), CancelMerge(case.id))]])


async def prompt_sent(to: Addressee, button: MergeWith, sent: Sequence[Sent]) -> None:
    for each in sent:
        add_prompt(to.tx, to.chat_id, each.message_id, button.case_id, to.thread_id)


async def take_number(context: Context, message: PrivateMessage, dialog: NamingOther) -> None:
    """Whatever the number is, the answer is the same."""
    text = message.body.text if message.body is not None and message.body.kind is Kind.TEXT else ""
    typed = typed_number(text, context.tx.now)
    if typed is None:
        raise NotANumber
    try:
        await merges.mergeable(context.tx, context.actor, dialog.case_id)
    except (NotFound, TakenByAnother, CannotMove) as refusal:
        await dialogs.end(context.tx, context.actor)
        context.tell(PromptDone(dialog.case_id, said=False))
        context.tell(PlainText(refusal.key))
        return
    await merges.propose(context.tx, context.actor, dialog.case_id, typed.numbers)
    await dialogs.end(context.tx, context.actor)
    context.tell(PromptDone(dialog.case_id, said=True, says="merge-asked"))


async def cancel(context: Context, button: CancelMerge) -> None:
    dialog = context.actor.dialog
    if not isinstance(dialog, NamingOther) or dialog.case_id != button.case_id:
        raise OldButton
    await dialogs.end(context.tx, context.actor)
    context.show(button)


async def draw_cancelled(to: Addressee, button: CancelMerge) -> Screen:
    case = await access.seen_at_desk(to.tx, to.person_id, button.case_id)
    return Screen(lines=[to.say("cancelled")], buttons=[[(to.say("desk-history-button"), History(case.id))]])


async def leave_number(context: Context, dialog: NamingOther) -> bool:
    """«Скасувати», typed."""
    await dialogs.end(context.tx, context.actor)
    context.tell(PromptDone(dialog.case_id, said=False))
    context.show(LeaveIt())
    return True


# For the resident.


async def render_asked(to: Addressee, letter: MergeAsked) -> Sequence[Effect]:
    try:
        case, other = await merges.asked(to.tx, to.person_id, letter.merge_id)
    except (NotFound, MergeLapsed):
        return []
    say = to.say
    lines = [say("merge-question", number=other.number or ""), say("merge-what-then")]
    rows: list[list[Label]] = [
        [(say("merge-yes-button"), AgreeToMerge(letter.merge_id))],
        [(say("merge-no-button"), RefuseMerge(letter.merge_id))],
    ]
    return [Show(Screen(case.number or "", lines, buttons=rows))]


async def agree(context: Context, button: AgreeToMerge) -> None:
    case = await merges.agree(context.tx, context.actor, button.merge_id)
    context.answer(context.say("merge-done"))
    context.show(OpenCase(case.id))


async def refuse(context: Context, button: RefuseMerge) -> None:
    await merges.refuse(context.tx, context.actor, button.merge_id)
    context.show(button)


async def draw_refused(to: Addressee, button: RefuseMerge) -> Screen:
    return Screen(lines=[to.say("merge-refused")], buttons=[back_row(to, MyCases(0))])
