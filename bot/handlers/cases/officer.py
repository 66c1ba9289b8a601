"""What is done at a case's desk: an officer's work, or the coordinator's who stands in.

What an officer writes finds its case in one of three ways: as a swiped reply on any message of the case, after
«Відповісти» (or «Запитати», «Відхилити»), or else by one press: `whose` keeps it in the dialog, albums whole, and asks
which case it answers.
"""

from dataclasses import replace

from telegram import Message

from bot.domain.bodies import Body, Kind
from bot.domain.case_dialogs import HoldingWords, WritingAnswer
from bot.domain.case_letters import PromptDone, WordsAgain
from bot.domain.cases import Act, CannotMove, Case, TakenByAnother
from bot.domain.desk import NoOpenCases, ReasonInWords, Tab, WhoseAsked, WordsWait
from bot.domain.dialogs import Written
from bot.domain.ids import CaseId
from bot.domain.letters import CoordinatorsOf, DeskMember
from bot.domain.refusals import NotFound, OldButton
from bot.handlers.cases.buttons import (
    Accept,
    Answer,
    AnswerWith,
    Ask,
    CancelWriting,
    Close,
    ConfirmClose,
    CrimeSigns,
    Decline,
    DeskCase,
    DeskList,
    History,
    LeaveIt,
    OfferAdvice,
    SendAdvice,
    ShowFiles,
    ThrowAway,
    Whose,
    Writing,
)
from bot.handlers.cases.history import files_on
from bot.handlers.cases.resident import CannotPassOn
from bot.services.cases import access, moves, talk
from bot.storage import audit, case_lists, dialogs, officers
from bot.storage import cases as stored
from bot.storage.copies import Found, add_copy
from bot.storage.office_hours import hides_hours
from bot.telegram.bodies import body_of
from bot.telegram.context import Context

# Presses on a card or a page of the history. A card is drawn anew by its letter, a page by `refresh`.


async def accept(context: Context, button: Accept) -> None:
    await moves.accept(context.tx, context.actor, button.case_id)
    context.answer(context.say("desk-accepted"))
    await refresh(context, button.case_id)


async def close(context: Context, button: Close) -> None:
    """End the case; where the resident's last words have no answer, after asking once."""
    case, _ = await access.desk_case(context.tx, context.actor, button.case_id)
    if case.is_unanswered and not button.sure:
        context.show(ConfirmClose(case.id), anew=True)
        return
    await moves.close(context.tx, context.actor, case.id)
    context.answer(context.say("desk-closed"))
    if button.sure:
        context.show(ConfirmClose(case.id))
    else:
        await refresh(context, case.id)


async def mark_crime_signs(context: Context, button: CrimeSigns) -> None:
    await moves.mark_crime_signs(context.tx, context.actor, button.case_id)
    context.show(OfferAdvice(button.case_id), anew=True)
    await refresh(context, button.case_id)


async def offer_advice(context: Context, button: OfferAdvice) -> None:
    await access.desk_case(context.tx, context.actor, button.case_id)
    context.show(button, anew=True)


async def send_advice(context: Context, button: SendAdvice) -> None:
    """The text about 102 and the station, in the resident's language, as words of the case."""
    case, seat = await access.desk_case(context.tx, context.actor, button.case_id)
    link = await stored.link(context.tx, case.id)
    if link is None:
        raise NotFound
    say = context.tools.texts.of(link.language)
    police = context.tx.policy.numbers_of(case.community)["police"]
    officer = await officers.public(context.tx, seat.officer_id) if seat.officer_id else None
    lines = [say("desk-crime-advice", police=police)]
    hidden = case.community is None or await hides_hours(context.tx, case.community)
    if officer is not None and officer.station and not hidden:
        lines.append(say("desk-crime-advice-station", station=officer.station))
    await moves.advise_of_crime(context.tx, context.actor, case.id, Body(Kind.TEXT, "\n".join(lines)))
    context.show(OfferAdvice(case.id))


async def refresh(context: Context, case_id: CaseId) -> None:
    """Draw the history anew where the press came from a page of it."""
    pressed = context.turn.pressed
    if pressed is None or pressed.message is None:
        return
    if await case_lists.is_page(context.tx, context.actor.chat_id, pressed.message.message_id):
        context.show(DeskCase(case_id))


# «Мої справи».


async def my_cases(context: Context) -> None:
    """The word or the key of the main menu."""
    await show_list(context, DeskList(Tab.MINE, 0, back=False))


async def show_list(context: Context, button: DeskList) -> None:
    if await case_lists.desk_of(context.tx, context.actor.person_id) is None:
        raise NotFound
    context.show(button)


async def open_history(context: Context, button: History) -> None:
    await audited(context, button.case_id)
    context.show(DeskCase(button.case_id), anew=True)


async def open_case(context: Context, button: DeskCase) -> None:
    await audited(context, button.case_id)
    context.show(button)


async def show_files(context: Context, button: ShowFiles) -> None:
    """The files of a page once more, as messages of their own."""
    case, seat = await audited(context, button.case_id)
    at_desk = DeskMember(case.id, seat.officer_id) if seat.officer_id else CoordinatorsOf(case.id)
    for message_id in await files_on(context.tx, context.say, case, button):
        context.tx.outbox.tell(at_desk, WordsAgain(message_id))


async def audited(context: Context, case_id: CaseId) -> tuple[Case, access.Seat]:
    """The case and the seat from which it was opened, which is written down. Raises NotFound, TakenByAnother."""
    case, seat = await access.desk_case(context.tx, context.actor, case_id)
    audit.write(context.tx, seat.name, "open", f"case:{case.id}")
    context.turn.facts["case"] = case.number or ""
    return case, seat


# Writing.


async def answer(context: Context, button: Answer) -> None:
    await expect(context, button.case_id, Act.ANSWER)


async def ask(context: Context, button: Ask) -> None:
    await expect(context, button.case_id, Act.ASK)


async def decline(context: Context, button: Decline) -> None:
    await expect(context, button.case_id, Act.DECLINE)


async def expect(context: Context, case_id: CaseId, act: Act) -> None:
    """The next message is for this case; so are the words that waited to be given to one."""
    case, _ = await access.desk_case(context.tx, context.actor, case_id)
    if not case.is_open:
        raise CannotMove
    if isinstance(waiting := context.actor.dialog, HoldingWords):
        if act is Act.DECLINE:
            raise WordsWait
        await give(context, waiting, case.id, act)
        context.answer(context.say("desk-given", number=case.number or ""))
        return
    await dialogs.begin(context.tx, context.actor, WritingAnswer(case.id, act))
    context.show(Writing(case.id, act), anew=True)


async def cancel_writing(context: Context, button: CancelWriting) -> None:
    dialog = context.actor.dialog
    if not isinstance(dialog, WritingAnswer) or dialog.case_id != button.case_id:
        raise OldButton
    await dialogs.end(context.tx, context.actor)
    context.show(button)


async def say(context: Context, message: Message, dialog: WritingAnswer) -> None:
    """What the pressed «Відповісти», «Запитати» or «Відхилити» waited for; an album is taken whole."""
    if not await expects(context, dialog, message.media_group_id):
        await whose(context, message)
        return
    written = written_in(message)
    if written.album is None:
        await dialogs.end(context.tx, context.actor)
    else:
        await dialogs.begin(context.tx, context.actor, replace(dialog, album=written.album))
    await pass_on(context, written, dialog.case_id, dialog.act)
    context.tell(PromptDone(dialog.case_id, said=True), once=f"prompt:{dialog.case_id}")


async def expects(context: Context, dialog: WritingAnswer, album: str | None) -> bool:
    """Whether the dialog's case takes this message: it does not once it ended, went to another, or has its album."""
    if dialog.album not in (None, album):
        return False
    try:
        case, _ = await access.desk_case(context.tx, context.actor, dialog.case_id)
    except (NotFound, TakenByAnother):
        return False
    return case.is_open


async def reply(context: Context, message: Message, found: Found) -> None:
    """A swiped reply on any message of a case answers it."""
    await pass_on(context, written_in(message), found.case_id, Act.ANSWER, found)


def written_in(message: Message) -> Written:
    body = body_of(message)
    if body is None:
        raise CannotPassOn
    return Written(message.message_id, body, message.media_group_id, message.date)


async def pass_on(context: Context, written: Written, case_id: CaseId, act: Act, found: Found | None = None) -> None:
    context.turn.facts["case_id"] = case_id
    if act is Act.DECLINE:
        if written.body.kind is not Kind.TEXT:
            raise ReasonInWords
        await moves.decline(context.tx, context.actor, case_id, written.body)
        return
    case, message_id = await talk.desk_says(
        context.tx,
        context.actor,
        case_id,
        act,
        written.body,
        written.sent_at,
        album=written.album,
        reply_to=found.case_message_id if found else None,
        said_as=written.message_id,
    )
    add_copy(context.tx, context.actor.chat_id, written.message_id, case.id, message_id)


# Words that are neither a reply nor awaited.


async def whose(context: Context, message: Message) -> None:
    """Keep what was written and ask which case it answers; more may follow. Raises NoOpenCases."""
    desk = await case_lists.desk_of(context.tx, context.actor.person_id)
    if desk is None or not await case_lists.page(context.tx, desk, Tab.OPEN, 0, 1):
        raise NoOpenCases
    written, before = written_in(message), context.actor.dialog
    waiting = before if isinstance(before, HoldingWords) else HoldingWords(())
    await dialogs.begin(context.tx, context.actor, replace(waiting, held=(*waiting.held, written)))
    if not (waiting.held and written.album is not None and waiting.held[-1].album == written.album):
        context.tell(WhoseAsked(), once="whose")


async def hold_more(context: Context, message: Message, dialog: HoldingWords) -> None:
    await whose(context, message)


def held_words(context: Context) -> HoldingWords:
    """What waits until its writer says which case it answers. Raises OldButton."""
    if not isinstance(context.actor.dialog, HoldingWords):
        raise OldButton
    return context.actor.dialog


async def page_whose(context: Context, button: Whose) -> None:
    held_words(context)
    context.show(button)


async def answer_with(context: Context, button: AnswerWith) -> None:
    """All that waits answers this case."""
    await give(context, held_words(context), button.case_id, Act.ANSWER)
    context.show(button)


async def give(context: Context, waiting: HoldingWords, case_id: CaseId, act: Act) -> None:
    await dialogs.let_go(context.tx, context.actor)
    for written in waiting.held:
        await pass_on(context, written, case_id, act)


async def throw_away(context: Context, button: ThrowAway) -> None:
    held_words(context)
    await dialogs.let_go(context.tx, context.actor)
    context.show(button)


async def throw_away_typed(context: Context, dialog: HoldingWords) -> bool:
    """The same in words."""
    await throw_away(context, ThrowAway())
    return True


async def leave_writing(context: Context, dialog: WritingAnswer) -> bool:
    """«Скасувати», typed: the answer is not written."""
    await dialogs.end(context.tx, context.actor)
    context.tell(PromptDone(dialog.case_id, said=False))
    context.show(LeaveIt())
    return True


async def edit_held(context: Context, message: Message, dialog: HoldingWords) -> bool:
    """Change what waits as its writer changed it; False when this message does not wait."""
    if not any(each.message_id == message.message_id for each in dialog.held):
        return False
    body = written_in(message).body
    held = [replace(each, body=body) if each.message_id == message.message_id else each for each in dialog.held]
    await dialogs.begin(context.tx, context.actor, replace(dialog, held=tuple(held)))
    return True
