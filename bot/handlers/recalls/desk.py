"""Taking back an answer at the desk, and out of the resident's chat."""

from collections.abc import Sequence

from bot.domain.bodies import Kind
from bot.domain.letters import CoordinatorsOf, DeskMember, PlainText
from bot.domain.recalls import AnswerRecalled
from bot.domain.refusals import NotFound
from bot.handlers.cases.buttons import History, LeaveIt
from bot.handlers.excerpts import is_discreet
from bot.handlers.recalls.buttons import ConfirmRecall, Recall
from bot.handlers.unclaimed import worded
from bot.services.cases import access, recalls
from bot.storage.copies import RECALLED, add_copy, copies_in, forget_copies
from bot.surface.context import Context
from bot.surface.outgoing import Effect, Held, Remove, Show
from bot.surface.rendering import Addressee, Sent
from bot.surface.rich import Rich
from bot.surface.screens import Screen


async def ask(context: Context, button: Recall) -> None:
    await recalls.recallable(context.tx, context.actor, button.case_id, button.message_id)
    context.show(button, as_new=True)


async def confirm(context: Context, button: ConfirmRecall) -> None:
    await recalls.recall(context.tx, context.actor, button.case_id, button.message_id)
    context.show(Recall(button.case_id, button.message_id))


async def draw(to: Addressee, button: Recall) -> Screen:
    case, message = await recalls.said_at_desk(to.tx, to.person_id, button.message_id)
    if case.id != button.case_id:
        raise NotFound
    number, history = case.number or "", (to.say("desk-history-button"), History(case.id))
    if message.recalled_at is not None:
        return Screen(number, [to.say(worded(case, "recall-done"))], buttons=[[history]])
    lines = [to.say(worded(case, "recall-ask"), time=to.say.datetime(message.sent_at))]
    if message.delivered_at is not None:
        lines.append(to.say("recall-may-be-read"))
    yes = (to.say("recall-yes-button"), ConfirmRecall(case.id, message.id))
    return Screen(number, lines, buttons=[[yes], [(to.say("no-button"), LeaveIt())]])


# Out of the resident's chat.


async def held_of(to: Addressee, letter: AnswerRecalled) -> list[Held]:
    """What the chat has of it: pieces, an album, what opens it."""
    parts = {part.id: part for part in await recalls.named(to.tx, letter.message_id)}
    case_id = next((part.case_id for part in parts.values()), None)
    if case_id is None or await access.case_for(to.tx, to.party, to.person_id, case_id) is None:
        return []
    held: list[Held] = []
    for copy in await copies_in(to.tx, case_id, to.chat_id):
        if copy.case_message_id in parts:
            kind = parts[copy.case_message_id].body.kind if copy.piece == 0 else Kind.TEXT
            held.append(Held(copy.message_id, copy.sent_at, kind, piece=copy.piece))
    return held


async def render_recalled(to: Addressee, letter: AnswerRecalled) -> Sequence[Effect]:
    """One that is too old by then says so instead."""
    held, gone = await held_of(to, letter), Rich(to.say("recalled-by-officer"))
    if not held:
        return []
    may_be_read = any(each.piece >= 0 for each in held)  # what only says that there is an answer shows none
    return [Remove(held, gone, gone, surely=True, then=await said_of(to, letter) if may_be_read else None)]


async def said_of(to: Addressee, letter: AnswerRecalled) -> Show | None:
    """What is said of it in its place; of a discreet case no more than when the answer came."""
    message = next(iter(await recalls.named(to.tx, letter.message_id)), None)
    case = await access.case_for(to.tx, to.party, to.person_id, message.case_id) if message is not None else None
    if message is None or case is None:
        return None
    if is_discreet(case):
        return Show(Screen(lines=[to.say("recalled-discreetly", number=case.number or "")]))
    return Show(Screen(case.number or "", [to.say("recalled-from-chat", time=to.say.datetime(message.sent_at))]))


async def recalled_sent(to: Addressee, letter: AnswerRecalled, sent: Sequence[Sent]) -> None:
    """An answer to what is said of it belongs to the case."""
    gone = [held.message_id for held in await held_of(to, letter)]
    await forget_copies(to.tx, to.chat_id, gone)
    for message in (await recalls.named(to.tx, letter.message_id))[:1]:
        for each in sent:
            if each.message_id not in gone:
                add_copy(to.tx, to.chat_id, each.message_id, message.case_id, None, piece=RECALLED)


async def recalled_failed(to: Addressee, letter: AnswerRecalled) -> None:
    """The person who took it back learns that it is still in the chat."""
    for message in (await recalls.named(to.tx, letter.message_id))[:1]:
        case = await access.named(to.tx, message.case_id)
        officer = message.officer_id
        desk = DeskMember(message.case_id, officer) if officer is not None else CoordinatorsOf(message.case_id)
        stays = PlainText("recall-stays", {"number": case.number or "" if case else ""})
        to.tx.outbox.tell(desk, stays, dedupe=f"{stays.key}:{message.id}")
