"""What is done at a case's desk by a press, without text: by an officer, or by a coordinator in place of one.

A card is drawn again by its letter, a page of the history by `refresh`.
"""

from contextlib import suppress

from bot.domain.bodies import Body, Kind
from bot.domain.case_refusals import TakenByAnother
from bot.domain.cases import ENDED, Act, Case
from bot.domain.ids import CaseId
from bot.domain.refusals import NotFound
from bot.handlers.cases.buttons import (
    Accept,
    Close,
    CloseWith,
    ConfirmClose,
    CrimeSigns,
    DeskCase,
    History,
    LeaveIt,
    OfferAdvice,
    SendAdvice,
)
from bot.handlers.journal.buttons import WriteEntry
from bot.handlers.unclaimed import hand_rows
from bot.services.cases import access, complaints, crime, moves
from bot.storage import case_history, case_lists
from bot.storage.copies import count_behind
from bot.surface.context import Context
from bot.surface.rendering import Addressee
from bot.surface.screens import Label, Screen


async def accept(context: Context, button: Accept) -> None:
    await moves.accept(context.tx, context.actor, button.case_id)
    context.answer(context.say("desk-accepted"))
    await refresh(context, button.case_id)


async def close(context: Context, button: Close) -> None:
    """End the case; where the resident's last message has no answer, after asking once."""
    case, _ = await access.desk_case(context.tx, context.actor, button.case_id)
    if case.is_unanswered and not button.sure:
        context.show(ConfirmClose(case.id), as_new=True)
        return
    ended = await moves.close(context.tx, context.actor, case.id)
    context.answer(context.say("desk-closed" if ended else "complaint-ending-asked"))
    if button.sure:
        context.show(ConfirmClose(case.id))
    else:
        await refresh(context, case.id)


async def draw_confirm_close(to: Addressee, button: ConfirmClose) -> Screen:
    """Asks; and says so once the case has ended, or once a second coordinator is asked whether it may."""
    case = await access.seen_at_desk(to.tx, to.person_id, button.case_id)
    say, number = to.say, case.number or ""
    if case.status in ENDED:
        untold = await hand_rows(to, case)
        lines = [say("desk-has-ended", number=number), *([say("walk-in-end-untold")] if untold else [])]
        return Screen(lines=lines, buttons=[*untold, [(say("desk-history-button"), History(case.id))]])
    if await complaints.is_ending(to.tx, case):
        return Screen(number, [say("complaint-ending-asked")])
    lines = [say("desk-confirm-close", number=number)]
    if unseen := await count_behind(to.tx, case.id, to.chat_id):
        lines.append(say("desk-unseen", count=unseen))
    return Screen(
        lines=lines,
        buttons=[
            *close_with_rows(to, case),
            [(say("desk-confirm-close-button"), Close(case.id, sure=True))],
            [(say("no-button"), LeaveIt())],
        ],
    )


def close_with_rows(to: Addressee, case: Case) -> list[list[Label]]:
    """Of an open case whose resident can be told anything."""
    if not case.is_open or case.link_cut_at is not None or case.unclaimed:
        return []
    return [[(to.say("desk-close-with-button"), CloseWith(case.id))]]


# Signs of a crime.


async def mark_crime_signs(context: Context, button: CrimeSigns) -> None:
    case = await moves.mark_crime_signs(context.tx, context.actor, button.case_id)
    if not case.unclaimed:
        context.show(OfferAdvice(case.id), as_new=True)
    await refresh(context, button.case_id)


async def offer_advice(context: Context, button: OfferAdvice) -> None:
    await access.desk_case(context.tx, context.actor, button.case_id)
    context.show(button, as_new=True)


async def draw_offer_advice(to: Addressee, button: OfferAdvice) -> Screen:
    """Offers the text about 102 and the station, and says so once it was sent; and the number in the journal."""
    case = await access.seen_at_desk(to.tx, to.person_id, button.case_id)
    say, number = to.say, case.number or ""
    journal: list[Label] = [(say("journal-button"), WriteEntry(case.id))]
    if await case_history.has_happened(to.tx, case.id, Act.CRIME_ADVICE):
        key = "desk-kept" if await access.is_kept_back(to.tx, case.id) else "desk-advice-sent"
        return Screen(lines=[say(key, number=number)], buttons=[journal])
    return Screen(
        lines=[say("desk-offer-advice", number=number)],
        buttons=[
            [(say("desk-advice-button"), SendAdvice(case.id))],
            journal,
            [(say("desk-throw-away-button"), LeaveIt())],
        ],
    )


async def send_advice(context: Context, button: SendAdvice) -> None:
    """The text about 102 and the station, in the resident's language, as a message of the case."""
    advice = await crime.advice(context.tx, context.actor, button.case_id)
    say = context.tools.texts.of(advice.language)
    lines = [say("desk-crime-advice", police=advice.police)]
    if advice.station:
        lines.append(say("desk-crime-advice-station", station=say.place(advice.station)))
    await moves.advise_of_crime(context.tx, context.actor, button.case_id, Body(Kind.TEXT, "\n".join(lines)))
    context.show(OfferAdvice(button.case_id))


async def refresh(context: Context, case_id: CaseId) -> None:
    """Draw the history again where the press came from a page of it: as it is by now, which is a reading, too."""
    pressed = context.turn.pressed
    if pressed is not None and await case_lists.is_page(context.tx, context.actor.chat_id, pressed):
        with suppress(NotFound, TakenByAnother):  # then the page says so
            await access.open_case(context.tx, context.actor, case_id)
        context.show(DeskCase(case_id))
