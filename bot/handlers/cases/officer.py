"""What is done at a case's desk: an officer's work, or the coordinator's who stands in."""

from telegram import Message

from bot.domain.bodies import Body
from bot.domain.cases import Act
from bot.domain.ids import CaseId
from bot.domain.refusals import NotFound
from bot.handlers.cases.buttons import Accept, Answer, Ask, Close, CrimeSigns, Decline
from bot.handlers.cases.resident import CannotPassOn
from bot.services.cases import access, moves, talk
from bot.storage import cases as stored
from bot.storage import dialogs
from bot.telegram.bodies import body_of
from bot.telegram.context import Context

FLOW = "desk"  # its steps are acts: the next message answers, asks, or gives the reason


async def accept(context: Context, button: Accept) -> None:
    await moves.accept(context.tx, context.actor, button.case_id)
    context.answer(context.say("desk-accepted"))


async def close(context: Context, button: Close) -> None:
    await moves.close(context.tx, context.actor, button.case_id)
    context.answer(context.say("desk-closed"))


async def mark_crime_signs(context: Context, button: CrimeSigns) -> None:
    await moves.mark_crime_signs(context.tx, context.actor, button.case_id)


async def answer(context: Context, button: Answer) -> None:
    await expect(context, button.case_id, Act.ANSWER)


async def ask(context: Context, button: Ask) -> None:
    await expect(context, button.case_id, Act.ASK)


async def decline(context: Context, button: Decline) -> None:
    await expect(context, button.case_id, Act.DECLINE)


async def expect(context: Context, case_id: CaseId, act: Act) -> None:
    """The next message is for this case."""
    case, _ = await access.desk_case(context.tx, context.actor, case_id)
    until = context.tx.now + context.tx.policy.cases.draft_kept
    await dialogs.begin(context.tx, context.actor, FLOW, act.value, {"case": case.id}, until)
    context.answer(context.say(f"desk-expects-{act}", number=case.number or ""))


async def say(context: Context, message: Message) -> None:
    """What the pressed «Відповісти», «Запитати» or «Відхилити» waited for."""
    dialog = context.actor.dialog
    if dialog is None:
        raise NotFound
    act, case_id = Act(dialog.step), CaseId(int(dialog.data["case"] or 0))
    if message.media_group_id is None:
        await dialogs.end(context.tx, context.actor)  # an album's other parts are still to come
    await pass_on(context, message, case_id, act, None)


async def reply(context: Context, message: Message, found: stored.Found) -> None:
    """A swiped reply on any message of a case answers it."""
    await pass_on(context, message, found.case_id, Act.ANSWER, found)


async def pass_on(context: Context, message: Message, case_id: CaseId, act: Act, found: stored.Found | None) -> None:
    body = body_of(message)
    if body is None:
        raise CannotPassOn
    context.turn.facts["case_id"] = case_id
    if act is Act.DECLINE:
        await moves.decline(context.tx, context.actor, case_id, Body(body.kind.TEXT, body.text, body.entities))
        return
    case, message_id = await talk.desk_says(
        context.tx,
        context.actor,
        case_id,
        act,
        body,
        message.date,
        album=message.media_group_id,
        reply_to=found.case_message_id if found else None,
    )
    stored.add_copy(context.tx, context.actor.chat_id, message.message_id, case.id, message_id)
