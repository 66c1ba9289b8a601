"""Setting an absence: from when, until when, the stand-in, a last look. What was chosen is in the buttons, so only
what is typed needs a dialog.
"""

from datetime import date

from bot.domain.absences import DAY, LENGTHS, TypingDays, TypingLastDay
from bot.domain.ids import OfficerId
from bot.domain.kyiv import today
from bot.domain.typed_times import dates_of
from bot.handlers.absences.buttons import (
    AbsencePage,
    AskFirstDay,
    AskLastDay,
    AskNewLastDay,
    CheckAbsence,
    ChooseStandIn,
    SaveAbsence,
    SetLastDay,
)
from bot.handlers.absences.page import day_range, look, officer_name, will_move_line
from bot.handlers.days import day_of, numbered
from bot.handlers.paging import PAGE, back, turning
from bot.services import absences
from bot.storage import absences as stored
from bot.storage import dialogs
from bot.surface.context import Context
from bot.surface.incoming import PrivateMessage
from bot.surface.rendering import Addressee
from bot.surface.screens import Label, Screen

NONE = OfficerId(0)


async def ask_first(context: Context, button: AskFirstDay) -> None:
    await absences.settable(context.tx, context.actor.person_id, button.officer_id)
    await dialogs.begin(context.tx, context.actor, TypingDays(button.officer_id, None))
    context.show(button)


async def draw_first(to: Addressee, button: AskFirstDay) -> Screen:
    await absences.settable(to.tx, to.person_id, button.officer_id)
    say, this_day = to.say, today(to.tx.now)
    rows: list[list[Label]] = [
        [
            (say("absence-today-button"), AskLastDay(button.officer_id, numbered(this_day))),
            (say("absence-tomorrow-button"), AskLastDay(button.officer_id, numbered(this_day + DAY))),
        ]
    ]
    return Screen(
        say("absence-first-title"), [say("absence-first")], buttons=[*rows, *back(to, AbsencePage(button.officer_id))]
    )


async def ask_last(context: Context, button: AskLastDay) -> None:
    await absences.settable(context.tx, context.actor.person_id, button.officer_id)
    await dialogs.begin(context.tx, context.actor, TypingDays(button.officer_id, day_of(button.day)))
    context.show(button)


async def draw_last(to: Addressee, button: AskLastDay) -> Screen:
    await absences.settable(to.tx, to.person_id, button.officer_id)
    say, first = to.say, day_of(button.day)
    lengths: list[Label] = [
        (
            say("days", count=days),
            ChooseStandIn(button.officer_id, button.day, numbered(first + (days - 1) * DAY), 0),
        )
        for days in LENGTHS
    ]
    lines = [say("absence-from", day=say.weekday(first)), say("absence-last")]
    return Screen(say("absence-last-title"), lines, buttons=[lengths, *back(to, AskFirstDay(button.officer_id))])


async def take_days(context: Context, message: PrivateMessage, dialog: TypingDays) -> None:
    """Both days, or one of them."""
    first, last = typed(message, dialog.first or today(context.tx.now))
    if dialog.first is not None and last is None:
        first, last = dialog.first, first
    if last is None:
        await ask_last(context, AskLastDay(dialog.officer_id, numbered(first)))
    else:
        await choose_stand_in(context, ChooseStandIn(dialog.officer_id, numbered(first), numbered(last), 0))


def typed(message: PrivateMessage, from_day: date) -> tuple[date, date | None]:
    """«з 1 до 14 травня», «14 травня», «до 14 травня». Raises NotDates."""
    text = message.text.strip()
    return dates_of(text[3:] if text.casefold().startswith("до ") else text, from_day)


async def choose_stand_in(context: Context, button: ChooseStandIn) -> None:
    first, last = day_of(button.day), day_of(button.last_day)
    await absences.checked(context.tx, context.actor.person_id, button.officer_id, first, last, None)
    await dialogs.leave(context.tx, context.actor, (TypingDays,))
    context.show(button)


async def draw_stand_ins(to: Addressee, button: ChooseStandIn) -> Screen:
    say, first, last = to.say, day_of(button.day), day_of(button.last_day)
    span = await absences.checked(to.tx, to.person_id, button.officer_id, first, last, None)
    page = max(button.page, 0)
    found = await stored.candidates(to.tx, button.officer_id, span, to.person_id, PAGE + 1, page * PAGE)
    rows: list[list[Label]] = [
        [
            (
                say("officer-who", rank=say.rank(card.rank), name=say.person(card.name)),
                CheckAbsence(button.officer_id, button.day, button.last_day, card.id),
            )
        ]
        for card in found[:PAGE]
    ]
    before, after = [ChooseStandIn(button.officer_id, button.day, button.last_day, at) for at in (page - 1, page + 1)]
    rows += turning(to, page * PAGE + len(found), page, before, after)
    rows.append([(say("absence-nobody-button"), CheckAbsence(button.officer_id, button.day, button.last_day, NONE))])
    lines = [day_range(say, span, to.tx.now), say("absence-stand-in" if found else "absence-no-candidates")]
    return Screen(
        say("absence-stand-in-title"), lines, buttons=[*rows, *back(to, AskLastDay(button.officer_id, button.day))]
    )


async def draw_check(to: Addressee, button: CheckAbsence) -> Screen:
    say, first, last = to.say, day_of(button.day), day_of(button.last_day)
    stand_in = button.stand_in or None
    span = await absences.checked(to.tx, to.person_id, button.officer_id, first, last, stand_in)
    lines = [await officer_name(to, button.officer_id), day_range(say, span, to.tx.now)]
    if stand_in is None:
        lines.append(say("absence-without-stand-in"))
    else:
        lines += [say("absence-stands-in", name=await officer_name(to, stand_in)), say("absence-means")]
    lines.append(await will_move_line(to, button.officer_id))
    if any(each.span.overlaps(span) for each in await stored.covered_by(to.tx, button.officer_id)):
        lines.append(say("absence-stands-in-too"))
    save = SaveAbsence(button.officer_id, button.day, button.last_day, button.stand_in)
    again = ChooseStandIn(button.officer_id, button.day, button.last_day, 0)
    return Screen(say("absence-check-title"), lines, buttons=[[(say("absence-save-button"), save)], *back(to, again)])


async def save(context: Context, button: SaveAbsence) -> None:
    first, last = day_of(button.day), day_of(button.last_day)
    await absences.set_absence(context.tx, context.actor, button.officer_id, first, last, button.stand_in or None)
    context.answer(context.say("absence-saved"))
    await look(context, AbsencePage(button.officer_id))


# Another last day.


async def ask_new_last(context: Context, button: AskNewLastDay) -> None:
    absence = await absences.changeable(context.tx, context.actor.person_id, button.absence_id)
    await dialogs.begin(context.tx, context.actor, TypingLastDay(absence.id))
    context.show(button)


async def draw_new_last(to: Addressee, button: AskNewLastDay) -> Screen:
    absence = await absences.changeable(to.tx, to.person_id, button.absence_id)
    say, last = to.say, absence.span.last_day
    longer: list[Label] = [
        (
            say("absence-longer-button", days=say("days", count=days)),
            SetLastDay(absence.id, numbered(last + days * DAY)),
        )
        for days in LENGTHS
    ]
    lines = [day_range(say, absence.span, to.tx.now), say("absence-new-last")]
    rows = [[each] for each in longer]
    return Screen(say("absence-new-last-title"), lines, buttons=[*rows, *back(to, AbsencePage(absence.officer_id))])


async def set_last(context: Context, button: SetLastDay) -> None:
    absence = await absences.set_last_day(context.tx, context.actor, button.absence_id, day_of(button.last_day))
    context.answer(context.say("absence-saved"))
    await look(context, AbsencePage(absence.officer_id))


async def take_last(context: Context, message: PrivateMessage, dialog: TypingLastDay) -> None:
    first, last = typed(message, today(context.tx.now))
    await set_last(context, SetLastDay(dialog.absence_id, numbered(last or first)))
