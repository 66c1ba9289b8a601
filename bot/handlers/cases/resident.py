"""What a resident does with cases: writes, previews, sends."""

from telegram import Message

from bot.domain.cases import Kind
from bot.domain.ids import CaseId
from bot.domain.refusals import NotFound
from bot.handlers.cases.buttons import (
    CancelDraft,
    ChooseCategory,
    NewQuestion,
    NewReport,
    Preview,
    SendNamed,
    SendUnnamed,
    SentCase,
)
from bot.services.cases import drafts, talk
from bot.storage import cases as stored
from bot.storage import dialogs
from bot.telegram.bodies import body_of
from bot.telegram.context import Context

FLOW, COLLECTING, NAMING = "draft", "collecting", "naming"
NAME_LIMIT = 100


class CannotPassOn(NotFound):
    """A poll, a game, a story: nothing the other side could be shown."""

    key = "case-cannot-pass-on"


async def choose_category(context: Context, button: NewReport) -> None:
    context.show(button)


async def begin_report(context: Context, button: ChooseCategory) -> None:
    await begin(context, Kind.REPORT, button)


async def begin_question(context: Context, button: NewQuestion) -> None:
    await begin(context, Kind.QUESTION, None)


async def begin(context: Context, kind: Kind, chosen: ChooseCategory | None) -> CaseId:
    """Open a draft, and a dialog that collects what comes next."""
    case_id = await drafts.begin(context.tx, context.actor, kind, chosen.category if chosen else None)
    await wait_for(context, COLLECTING, case_id)
    context.show(Preview(case_id))
    return case_id


async def wait_for(context: Context, step: str, case_id: CaseId) -> None:
    until = context.tx.now + context.tx.policy.cases.draft_kept
    await dialogs.begin(context.tx, context.actor, FLOW, step, {"case": case_id}, until)


async def collect(context: Context, message: Message) -> None:
    """The open draft takes what was sent, or the name that was asked for."""
    dialog = context.actor.dialog
    if dialog is None:
        raise NotFound
    case_id = CaseId(int(dialog.data["case"] or 0))
    if dialog.step == NAMING and message.text:
        await send(context, case_id, " ".join(message.text.split())[:NAME_LIMIT])
        return
    body = body_of(message)
    if body is None:
        raise CannotPassOn
    message_id = await drafts.add(context.tx, context.actor, case_id, body, message.date, message.media_group_id)
    stored.add_copy(context.tx, context.actor.chat_id, message.message_id, case_id, message_id)
    context.show(Preview(case_id))


async def send_unnamed(context: Context, button: SendUnnamed) -> None:
    await send(context, button.case_id, None)


async def ask_name(context: Context, button: SendNamed) -> None:
    await wait_for(context, NAMING, button.case_id)
    context.show(button)


async def send(context: Context, case_id: CaseId, name: str | None) -> None:
    case = await drafts.send(context.tx, context.actor, case_id, name)
    await dialogs.end(context.tx, context.actor)
    context.turn.facts["case"] = case.number or ""
    context.show(SentCase(case.id))


async def cancel(context: Context, button: CancelDraft) -> None:
    await drafts.cancel(context.tx, context.actor, button.case_id)
    await dialogs.end(context.tx, context.actor)
    context.show(button)


async def follow_up(context: Context, message: Message, case_id: CaseId, reply_to: stored.Found | None) -> None:
    """A message to one's own open case."""
    body = body_of(message)
    if body is None:
        raise CannotPassOn
    case, message_id = await talk.resident_says(
        context.tx,
        context.actor,
        case_id,
        body,
        message.date,
        album=message.media_group_id,
        reply_to=reply_to.case_message_id if reply_to else None,
    )
    stored.add_copy(context.tx, context.actor.chat_id, message.message_id, case.id, message_id)
    context.turn.facts["case"] = case.number or ""
