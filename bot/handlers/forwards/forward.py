"""Forwarding a case at its desk: to whom, what its resident reads, and whether the paper has gone."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.bodies import Body, Kind
from bot.domain.case_letters import PromptDone
from bot.domain.case_refusals import CannotMove, TakenByAnother
from bot.domain.cases import Case, Status
from bot.domain.forwards import Agency, ForwardDue, NamingAgency, agency_name, term_from
from bot.domain.ids import CaseId
from bot.domain.letters import PlainText
from bot.domain.refusals import NotFound, OldButton
from bot.handlers.cases.buttons import DeskCase, History, LeaveIt
from bot.handlers.forwards.buttons import CancelForward, Forward, ForwardTo, HandedOver, SendForward
from bot.handlers.paging import back
from bot.handlers.unclaimed import hand_rows, worded
from bot.services import forwards
from bot.services.cases import access
from bot.storage import dialogs
from bot.storage.copies import add_prompt
from bot.surface.context import Context
from bot.surface.incoming import PrivateMessage
from bot.surface.outgoing import Effect, Show
from bot.surface.rendering import Addressee, Sent
from bot.surface.screens import Label, Screen
from bot.texts import Say

# To whom?


async def choose(context: Context, button: Forward) -> None:
    """Of a forwarded case, what is left to do."""
    case, _ = await access.desk_case(context.tx, context.actor, button.case_id)
    if case.status is not Status.FORWARDED:
        await forwards.forwardable(context.tx, context.actor, case.id)
    await dialogs.leave(context.tx, context.actor, NamingAgency)
    context.show(button)


async def draw_agencies(to: Addressee, button: Forward) -> Screen:
    case = await access.seen_at_desk(to.tx, to.person_id, button.case_id)
    if case.status is Status.FORWARDED:
        return await forwarded_screen(to, case)
    rows: list[list[Label]] = [[(to.say(each.key), ForwardTo(case.id, each))] for each in Agency]
    return Screen(
        case.number or "", [to.say(worded(case, "forward-whom"))], buttons=[*rows, *back(to, DeskCase(case.id))]
    )


async def ask(context: Context, button: ForwardTo) -> None:
    case, _ = await forwards.forwardable(context.tx, context.actor, button.case_id)
    if button.agency is Agency.OTHER:
        await dialogs.begin(context.tx, context.actor, NamingAgency(case.id))
    context.show(button)


async def draw_ask(to: Addressee, button: ForwardTo) -> Screen:
    case = await access.seen_at_desk(to.tx, to.person_id, button.case_id)
    dialog = await dialogs.open_in(to.tx, to.person_id, to.chat_id, NamingAgency, to.thread_id)
    name = name_of(to.say, button.agency, dialog, case.id)
    if not name:
        cancel: list[Label] = [(to.say("cancel-button"), CancelForward(case.id))]
        return Screen(case.number or "", [to.say(worded(case, "forward-ask-name"))], buttons=[cancel])
    until = term_from(to.tx.now, to.tx.policy.cases.working_time)
    lines = [*told(to.say, name, until, to.tx.now), "", to.say(worded(case, "forward-ask"))]
    rows: list[list[Label]] = [[(to.say("forward-send-button"), SendForward(case.id, button.agency))]]
    return Screen(case.number or "", lines, buttons=[*rows, *back(to, Forward(case.id))])


def name_of(say: Say, agency: Agency, dialog: NamingAgency | None, case_id: CaseId) -> str:
    """The name of a body; of another one, as it was typed, empty before that."""
    if agency is not Agency.OTHER:
        return say(agency.key)
    return dialog.name if dialog is not None and dialog.case_id == case_id else ""


def told(say: Say, name: str, until: datetime, now: datetime) -> list[str]:
    """What the resident of a forwarded case reads: in one place, here and in the history."""
    return [say("forward-told-whom", name=name), say("forward-told-until", date=say.near_date(until, now))]


async def prompt_sent(to: Addressee, button: ForwardTo, sent: Sequence[Sent]) -> None:
    for each in sent if button.agency is Agency.OTHER else ():
        add_prompt(to.tx, to.chat_id, each.message_id, button.case_id, to.thread_id)


async def take_name(context: Context, message: PrivateMessage, dialog: NamingAgency) -> None:
    text = message.body.text if message.body is not None and message.body.kind is Kind.TEXT else ""
    name = agency_name(text)
    try:
        await forwards.forwardable(context.tx, context.actor, dialog.case_id)
    except (NotFound, TakenByAnother, CannotMove) as refusal:
        await dialogs.end(context.tx, context.actor)
        context.tell(PromptDone(dialog.case_id, said=False))
        context.tell(PlainText(refusal.key))
        return
    await dialogs.begin(context.tx, context.actor, NamingAgency(dialog.case_id, name))
    context.tell(PromptDone(dialog.case_id, said=True, says="forward-named"))
    context.show(ForwardTo(dialog.case_id, Agency.OTHER), as_new=True)


async def send(context: Context, button: SendForward) -> None:
    """The text is in the resident's language, and a message of the case."""
    case, _ = await forwards.forwardable(context.tx, context.actor, button.case_id)
    found = await forwards.beginning(context.tx, case)
    dialog = context.actor.dialog if isinstance(context.actor.dialog, NamingAgency) else None
    say = context.tools.texts.of(found.language)
    name = name_of(say, button.agency, dialog, case.id)
    if not name:
        raise OldButton
    text = "\n".join(told(say, name, found.until, context.tx.now))
    await forwards.forward(context.tx, context.actor, case.id, Body(Kind.TEXT, text))
    await dialogs.leave(context.tx, context.actor, NamingAgency)
    context.turn.facts["case"] = case.number or ""
    context.answer(context.say("forward-done"))
    context.show(Forward(case.id))


async def cancel(context: Context, button: CancelForward) -> None:
    dialog = context.actor.dialog
    if not isinstance(dialog, NamingAgency) or dialog.case_id != button.case_id:
        raise OldButton
    await dialogs.end(context.tx, context.actor)
    context.show(button)


async def draw_cancelled(to: Addressee, button: CancelForward) -> Screen:
    case = await access.seen_at_desk(to.tx, to.person_id, button.case_id)
    return Screen(lines=[to.say("cancelled")], buttons=[[(to.say("desk-history-button"), History(case.id))]])


async def leave_name(context: Context, dialog: NamingAgency) -> bool:
    """«Скасувати», typed: the case is not forwarded."""
    await dialogs.end(context.tx, context.actor)
    context.tell(PromptDone(dialog.case_id, said=False))
    context.show(LeaveIt())
    return True


# Has the paper gone?


async def forwarded_screen(to: Addressee, case: Case) -> Screen:
    say, until = to.say, await forwards.waits_until(to.tx, case)
    lines, rows = [say("case-status-forwarded")], await hand_rows(to, case)
    if rows:
        lines.append(say("walk-in-end-untold"))
    if until is not None:
        lines.append(say("forward-waits", date=say.near_date(until, to.tx.now)))
        rows.append([(say("forward-handed-button"), HandedOver(case.id))])
    else:
        lines.append(say("forward-handed"))
    rows.append([(say("desk-history-button"), History(case.id))])
    return Screen(case.number or "", lines, buttons=rows)


async def confirm(context: Context, button: HandedOver) -> None:
    await forwards.confirm(context.tx, context.actor, button.case_id)
    context.answer(context.say("forward-handed"))
    context.show(button)


async def draw_handed(to: Addressee, button: HandedOver) -> Screen:
    """The number alone: nothing is left to do, so who confirmed it in place of another has not the case any more."""
    case = await access.named(to.tx, button.case_id)
    if case is None:
        raise NotFound
    still_seen = await access.at_some_desk(to.tx, to.person_id, case.id)
    history: list[list[Label]] = [[(to.say("desk-history-button"), History(case.id))]] if still_seen else []
    return Screen(case.number or "", [to.say("forward-handed")], buttons=history)


async def render_due(to: Addressee, letter: ForwardDue) -> Sequence[Effect]:
    """Where nobody has confirmed it meanwhile, and the case was not reopened."""
    case = await access.case_for(to.tx, to.party, to.person_id, letter.case_id)
    if case is None or await forwards.waits_until(to.tx, case) is None:
        return []
    return [Show(await forwarded_screen(to, case))]
