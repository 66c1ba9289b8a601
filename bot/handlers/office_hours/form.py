"""How hours are set, step by step: a rule, or what is otherwise on one day. What is refused leaves the form open."""

from dataclasses import replace
from datetime import time

from telegram import Message

from bot.domain.office_hours import (
    REASON_LIMIT,
    TITLE_LIMIT,
    Kind,
    NoDays,
    PointExpected,
    check_curfew,
    dates_of,
    hours_of,
    in_order,
    one_line,
    today,
)
from bot.domain.refusals import NotFound, OldButton, WordsExpected
from bot.handlers.office_hours.buttons import (
    ChoosePlace,
    FormStep,
    NewException,
    NewPlace,
    NewRule,
    OfficeHours,
    SaveHours,
    SetDay,
    SetEnd,
    SetRepeat,
    SetStart,
    SkipStep,
    StationAsPlace,
    Step,
)
from bot.handlers.office_hours.draft import Draft, HoursForm, day_of
from bot.register import CommunityCode
from bot.services import office_hours
from bot.storage import dialogs
from bot.storage import office_hours as stored
from bot.telegram.context import Context


async def ask(context: Context, draft: Draft, step: Step) -> None:
    await dialogs.begin(context.tx, context.actor, HoursForm(draft, step))
    context.show(FormStep(step))


def open_form(context: Context) -> Draft:
    """Raises OldButton."""
    dialog = context.actor.dialog
    if not isinstance(dialog, HoursForm):
        raise OldButton
    return dialog.draft


# Opening it.


async def begin_rule(context: Context, button: NewRule) -> None:
    card = await office_hours.editable(context.tx, context.actor.person_id, button.officer_id)
    await ask(context, Draft(card.id, Kind.USUAL, today(context.tx.now)), Step.PLACE)


async def begin_exception(context: Context, button: NewException) -> None:
    card = await office_hours.editable(context.tx, context.actor.person_id, button.officer_id)
    day = day_of(button.day)
    draft = Draft(card.id, button.kind, today(context.tx.now), day=day)
    if button.kind is Kind.USUAL:
        raise OldButton
    if button.kind is not Kind.EXTRA:
        rule = await office_hours.rule_on(context.tx, context.actor.person_id, card.id, button.rule_id, day)
        draft = replace(draft, rule_id=rule.id)
    await ask(context, draft, draft.steps[0])


async def go_to(context: Context, button: FormStep) -> None:
    """Back, or to what is asked only when it is wanted."""
    await ask(context, open_form(context), button.step)


# What is chosen.


async def choose_place(context: Context, button: ChoosePlace) -> None:
    draft = open_form(context)
    office = await stored.office(context.tx, button.office_id)
    if office is None:
        raise NotFound
    await served_one(context, draft, office.community)
    await ask(context, draft.at_office(office.id), draft.after(Step.PLACE))


async def new_place(context: Context, button: NewPlace) -> None:
    draft = open_form(context)
    await ask(context, draft.at_new(await served_one(context, draft, button.community), None), Step.ADDRESS)


async def station_as_place(context: Context, button: StationAsPlace) -> None:
    draft = open_form(context)
    community = await served_one(context, draft, button.community)
    card = await office_hours.editable(context.tx, context.actor.person_id, draft.officer_id)
    if not card.station:
        raise OldButton
    await ask(context, draft.at_new(community, one_line(card.station, TITLE_LIMIT)), Step.POINT)


async def served_one(context: Context, draft: Draft, code: str) -> CommunityCode:
    """A community of those in which this person may set the hours of the form's officer. Raises NotFound."""
    settable = await office_hours.settable(context.tx, context.actor.person_id, draft.officer_id)
    found = [each for each in settable if each == code]
    if not found:
        raise NotFound
    return found[0]


async def set_day(context: Context, button: SetDay) -> None:
    draft, bit = open_form(context), 1 << (button.day % 7)
    days = draft.days | bit if button.on else draft.days & ~bit
    await ask(context, replace(draft, days=days), Step.DAYS)


async def set_start(context: Context, button: SetStart) -> None:
    draft = replace(open_form(context), starts=hour_of(button.minutes), ends=None)
    await ask(context, draft, Step.ENDS)


async def set_end(context: Context, button: SetEnd) -> None:
    draft = open_form(context)
    if draft.starts is None:
        raise OldButton
    await set_hours(context, draft, draft.starts, hour_of(button.minutes))


async def set_hours(context: Context, draft: Draft, starts: time, ends: time) -> None:
    where = draft.where
    place = await stored.office(context.tx, where) if isinstance(where, int) else where
    if place is None:
        raise OldButton
    check_curfew(*in_order(starts, ends), context.tx.policy.curfew_of(place.community))
    await ask(context, replace(draft, starts=starts, ends=ends), draft.after(Step.ENDS))


async def set_repeat(context: Context, button: SetRepeat) -> None:
    await ask(context, replace(open_form(context), repeat=button.repeat), Step.CHECK)


async def skip(context: Context, button: SkipStep) -> None:
    draft = open_form(context)
    match button.step:
        case Step.POINT:
            draft = replace(draft, latitude=None, longitude=None)
        case Step.REASON:
            draft = replace(draft, reason=None)
        case Step.DATES:
            draft = replace(draft, since=today(context.tx.now), until=None)
        case Step.DAYS if not draft.days:
            raise NoDays
    await ask(context, draft, draft.after(button.step))


def hour_of(minutes: int) -> time:
    """Raises OldButton."""
    if not 0 <= minutes < 24 * 60:
        raise OldButton
    return time(minutes // 60, minutes % 60)


# What is written.


async def typed(context: Context, message: Message, dialog: HoursForm) -> None:
    """The message that a step waited for; where it waits for a press, the step is shown again."""
    draft, step = dialog.draft, dialog.step
    if step is Step.POINT:
        await take_point(context, draft, message)
        return
    if step in (Step.PLACE, Step.DAYS, Step.REPEAT, Step.CHECK):
        await ask(context, draft, step)
        return
    if not message.text:
        raise WordsExpected
    if step in (Step.STARTS, Step.ENDS):
        await set_hours(context, draft, *hours_of(message.text))
        return
    await take_words(context, draft, step, message.text)


async def take_words(context: Context, draft: Draft, step: Step, text: str) -> None:
    """An address, a reason, the days from which and until which a rule holds."""
    if step is Step.ADDRESS:
        await ask(context, replace(draft, title=one_line(text, TITLE_LIMIT)), Step.POINT)
        return
    if step is Step.REASON:
        draft = replace(draft, reason=one_line(text, REASON_LIMIT))
    else:
        since, until = dates_of(text, today(context.tx.now))
        draft = replace(draft, since=since, until=until)
    await ask(context, draft, draft.after(step))


async def take_point(context: Context, draft: Draft, message: Message) -> None:
    if message.location is None:
        raise PointExpected
    point = message.location
    draft = replace(draft, latitude=point.latitude, longitude=point.longitude)
    await ask(context, draft, draft.after(Step.POINT))


# Keeping it.


async def save(context: Context, button: SaveHours) -> None:
    draft = open_form(context)
    if draft.kind is Kind.USUAL:
        await office_hours.add_rule(context.tx, context.actor, draft.rule, draft.where)
    else:
        where = None if draft.kind is Kind.CLOSED else draft.where
        await office_hours.add_exception(context.tx, context.actor, draft.exception, where)
    await dialogs.end(context.tx, context.actor)
    context.answer(context.say("hours-saved"))
    context.show(OfficeHours(draft.officer_id))
