"""«Відсутність»: an officer's absence as they and their coordinators see it, its end, and what all others are told."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.absences import Absence, AbsenceChanged, Change, Span, TypingDays, TypingLastDay
from bot.domain.ids import OfficerId
from bot.domain.refusals import NotFound
from bot.handlers.absences.buttons import AbsencePage, AskFirstDay, AskNewLastDay, EndAbsence, HoldHours
from bot.handlers.officers.buttons import MyPost, OfficerPage
from bot.handlers.paging import back
from bot.handlers.people.buttons import Menu
from bot.services import absences
from bot.storage import absence_cases, dialogs, officers, queue
from bot.storage import absences as stored
from bot.storage import office_hours as stored_office_hours
from bot.surface.context import Context
from bot.surface.outgoing import Effect, Show
from bot.surface.rendering import Addressee
from bot.surface.screens import Label, Screen
from bot.texts import Say


async def look(context: Context, button: AbsencePage) -> None:
    await absences.settable(context.tx, context.actor.person_id, button.officer_id)
    await dialogs.leave(context.tx, context.actor, (TypingDays, TypingLastDay))
    context.show(button)


async def draw_page(to: Addressee, button: AbsencePage) -> Screen:
    absence = await absences.settable(to.tx, to.person_id, button.officer_id)
    say, own = to.say, await officers.person_of(to.tx, button.officer_id) == to.person_id
    way_back = back(to, MyPost() if own else OfficerPage(button.officer_id))
    who = [] if own else [await officer_name(to, button.officer_id)]
    if absence is None:
        rows: list[list[Label]] = [[(say("absence-set-button"), AskFirstDay(button.officer_id))]]
        return Screen(say("absence-title"), [*who, say("absence-none")], buttons=[*rows, *way_back])
    end = "call-off" if absence.is_planned else "end-own" if own else "end"
    rows = [
        [(say(f"absence-{end}-button"), EndAbsence(absence.id))],
        [(say("absence-move-button"), AskNewLastDay(absence.id))],
    ]
    lines = [*who, *await lines_of(to, absence), *await moving_lines(to, absence)]
    return Screen(say("absence-title"), lines, buttons=[*rows, *way_back])


async def moving_lines(to: Addressee, absence: Absence) -> list[str]:
    """How many cases have gone to whom; before it begins, and until the last one has gone, how many will."""
    gone = [
        to.say("absence-lent", count=each.count, name=await lent_name(to, each.officer_id))
        for each in await absence_cases.lent_to(to.tx, absence.id)
    ]
    return [*gone, await will_move_line(to, absence.officer_id)] if absence.is_planned or absence.moving else gone


async def lent_name(to: Addressee, officer_id: OfficerId | None) -> str:
    return to.say("absence-coordinators") if officer_id is None else await officer_name(to, officer_id)


async def will_move_line(to: Addressee, officer_id: OfficerId) -> str:
    """The unassigned cases of the area, which its colleagues may see as well, are not counted."""
    return to.say("absence-will-move", count=await queue.open_of_officer(to.tx, officer_id))


async def lines_of(to: Addressee, absence: Absence) -> list[str]:
    """When it is, the stand-in, and who sees the cases otherwise."""
    lines = [day_range(to.say, absence.span, to.tx.now)]
    if absence.is_running:
        lines.append(to.say("absence-runs"))
    if absence.stand_in_id is None:
        return [*lines, to.say("absence-without-stand-in")]
    return [*lines, to.say("absence-stands-in", name=await officer_name(to, absence.stand_in_id))]


async def officer_name(to: Addressee, officer_id: OfficerId) -> str:
    card = await officers.public(to.tx, officer_id)
    if card is None:
        raise NotFound
    return to.say("officer-who", rank=to.say.rank(card.rank), name=to.say.person(card.name))


def day_range(say: Say, span: Span, now: datetime) -> str:
    first, last = say.near_date(span.since, now), say.near_date(span.last, now)
    return (
        say("absence-day", day=last) if span.first_day == span.last_day else say("absence-days", first=first, last=last)
    )


async def end(context: Context, button: EndAbsence) -> None:
    absence = await absences.end(context.tx, context.actor, button.absence_id)
    context.answer(context.say("absence-called-off" if absence.is_planned else "absence-ended"))
    await look(context, AbsencePage(absence.officer_id))


async def hold_hours(context: Context, button: HoldHours) -> None:
    await absences.hold_hours(context.tx, context.actor, button.absence_id, holds=button.holds)
    context.answer(context.say("absence-saved"))
    context.show(button)


async def draw_held_hours(to: Addressee, button: HoldHours) -> Screen:
    """What the stand-in has said of the hours, which they may take back."""
    absence = await stored.by_id(to.tx, button.absence_id)
    own = await officers.of_person(to.tx, to.person_id)
    if absence is None or own is None or absence.stand_in_id != own.id:
        raise NotFound
    said = "absence-hours-held" if absence.holds_hours else "absence-hours-cancelled"
    lines = [await officer_name(to, absence.officer_id), day_range(to.say, absence.span, to.tx.now), to.say(said)]
    rows: list[list[Label]] = [
        hours_row(to, absence, holds=not absence.holds_hours),
        [(to.say("officer-to-menu-button"), Menu())],
    ]
    return Screen(to.say("absence-hours-title"), lines, buttons=rows)


def hours_row(to: Addressee, absence: Absence, *, holds: bool) -> list[Label]:
    key = "absence-hold-button" if holds else "absence-hold-not-button"
    return [(to.say(key), HoldHours(absence.id, holds))]


# Letters.


async def render_changed(to: Addressee, letter: AbsenceChanged) -> Sequence[Effect]:
    """To the officer with the way to it, to the stand-in with what comes and when, to others with the days alone."""
    absence = await stored.by_id(to.tx, letter.absence_id)
    if absence is None:
        return []
    own = await officers.of_person(to.tx, to.person_id)
    role = "other" if own is None else role_of(absence, own.id)
    say, change = to.say, letter.change
    lines = [] if role == "own" else [await officer_name(to, absence.officer_id)]
    if change in (Change.SET, Change.MOVED, Change.BEGUN):
        lines += await lines_of(to, absence) if role != "stand-in" else [day_range(say, absence.span, to.tx.now)]
        lines.append(say(f"absence-tells-{role}"))
    else:
        lines.append(say(f"absence-{change.value.replace('_', '-')}-{role}"))
    rows: list[list[Label]] = [[(say("absence-button"), AbsencePage(absence.officer_id))]] if role == "own" else []
    if role == "stand-in" and change is Change.SET and await has_hours(to, absence):
        lines.append(say("absence-hours-ask"))
        rows = [hours_row(to, absence, holds=True)]
    title = say(f"absence-{change.value.replace('_', '-')}-title")
    return [Show(Screen(title, lines, buttons=rows or [[(say("officer-to-menu-button"), Menu())]]))]


def role_of(absence: Absence, officer_id: OfficerId) -> str:
    if officer_id == absence.officer_id:
        return "own"
    return "stand-in" if officer_id == absence.stand_in_id else "other"


async def has_hours(to: Addressee, absence: Absence) -> bool:
    """Whether people would be received on one of its days."""
    first, last = absence.span.first_day, absence.span.last_day
    return bool(await stored_office_hours.timetable(to.tx, [absence.officer_id], first, last))
