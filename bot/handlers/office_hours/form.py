"""How hours are set, step by step: a rule, or what is otherwise on one day. What is refused leaves the form open.

A step is drawn from what the open dialog holds.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from datetime import time

from bot.domain.kyiv import today
from bot.domain.office_hours import (
    REASON_LIMIT,
    TITLE_LIMIT,
    Kind,
    NewOffice,
    NoDays,
    PointExpected,
    Repeat,
    check_curfew,
    one_line,
)
from bot.domain.officers import OfficerCard
from bot.domain.refusals import NotFound, OldButton, TextExpected
from bot.domain.typed_times import dates_of, hours_of, in_order
from bot.handlers import hours
from bot.handlers.days import day_of
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
from bot.handlers.office_hours.draft import Draft, HoursForm, drawn
from bot.handlers.places import community_at, community_name
from bot.register import CommunityCode
from bot.services import office_hours
from bot.storage import dialogs, local_facts
from bot.storage import office_hours as stored_office_hours
from bot.surface.context import Context
from bot.surface.incoming import PrivateMessage
from bot.surface.rendering import Addressee
from bot.surface.screens import Label, Screen

HALF_HOUR, IN_A_ROW = 30, 4

FIRST_START, LAST_START = 7 * 60, 20 * 60 + 30

LONGEST = 12 * 60

MOST_PLACES = 12

Asked = tuple[Sequence[str], list[list[Label]]]


async def ask(context: Context, draft: Draft, step: Step) -> None:
    await dialogs.begin(context.tx, context.actor, HoursForm(draft, step))
    context.show(FormStep(step))


def open_form(context: Context) -> Draft:
    """Raises OldButton."""
    dialog = context.actor.dialog
    if not isinstance(dialog, HoursForm):
        raise OldButton
    return dialog.draft


async def draw_step(to: Addressee, button: FormStep) -> Screen:
    draft, say = await drawn(to), to.say
    card = await office_hours.editable(to.tx, to.person_id, draft.officer_id)
    lines, rows = await ASKED[button.step](to, draft, card)
    before = draft.before(button.step)
    back: list[Label] = [(say("back-button"), FormStep(before))] if before is not None else []
    cancel: list[Label] = [(say("cancel-button"), OfficeHours(draft.officer_id))]
    return Screen(say(f"hours-ask-{button.step.name.lower()}-title"), lines, buttons=[*rows, [*back, *cancel]])


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


# Where.


async def ask_place(to: Addressee, draft: Draft, card: OfficerCard) -> Asked:
    say, communities = to.say, await office_hours.settable(to.tx, to.person_id, card.id)
    known = (await stored_office_hours.offices(to.tx, communities, today(to.tx.now)))[-MOST_PLACES:]
    rows: list[list[Label]] = [[(each.title[:60], ChoosePlace(each.id))] for each in known]
    for code in communities:
        name = community_name(say, community_at(to.register, code))
        if card.station and card.station not in [each.title for each in known]:
            rows.append([(say("hours-station-button", station=card.station[:50]), StationAsPlace(code))])
        label = say("hours-new-place-button") if len(communities) == 1 else say("hours-new-place-in-button", name=name)
        rows.append([(label, NewPlace(code))])
    return [say("hours-ask-place")], rows


async def choose_place(context: Context, button: ChoosePlace) -> None:
    draft = open_form(context)
    office = await stored_office_hours.office(context.tx, button.office_id)
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


async def ask_address(to: Addressee, draft: Draft, card: OfficerCard) -> Asked:
    return [to.say("hours-ask-address")], []


async def ask_point(to: Addressee, draft: Draft, card: OfficerCard) -> Asked:
    skip: list[Label] = [(to.say("hours-no-point-button"), SkipStep(Step.POINT))]
    return [*place_lines(to, draft.title), to.say("hours-ask-point")], [skip]


async def take_point(context: Context, draft: Draft, message: PrivateMessage) -> None:
    point = message.body.place if message.body else None
    if point is None:
        raise PointExpected
    draft = replace(draft, latitude=point.latitude, longitude=point.longitude)
    await ask(context, draft, draft.after(Step.POINT))


def place_lines(to: Addressee, title: str | None) -> list[str]:
    return [to.say("hours-at", place=title)] if title else []


# When.


async def ask_days(to: Addressee, draft: Draft, card: OfficerCard) -> Asked:
    say = to.say
    labels: list[Label] = []
    for day in range(7):
        on, name = bool(draft.days >> day & 1), say.weekday_name(day)
        labels.append((say("area-ticked-button", name=name) if on else name, SetDay(day, on=not on)))
    on_way: list[Label] = [(say("next-button"), SkipStep(Step.DAYS))]
    return [say("hours-ask-days")], [labels[:4], labels[4:], on_way]


async def set_day(context: Context, button: SetDay) -> None:
    draft, bit = open_form(context), 1 << (button.day % 7)
    days = draft.days | bit if button.on else draft.days & ~bit
    await ask(context, replace(draft, days=days), Step.DAYS)


async def ask_starts(to: Addressee, draft: Draft, card: OfficerCard) -> Asked:
    labels: list[Label] = [
        (clock(each), SetStart(each)) for each in range(FIRST_START, LAST_START + HALF_HOUR, HALF_HOUR)
    ]
    return [to.say("hours-ask-starts")], grid(labels)


async def set_start(context: Context, button: SetStart) -> None:
    draft = replace(open_form(context), starts=hour_of(button.minutes), ends=None)
    await ask(context, draft, Step.ENDS)


async def ask_ends(to: Addressee, draft: Draft, card: OfficerCard) -> Asked:
    starts = draft.starts or time(FIRST_START // 60)
    first = (starts.hour * 60 + starts.minute) // HALF_HOUR * HALF_HOUR + HALF_HOUR
    labels: list[Label] = [
        (clock(each), SetEnd(each)) for each in range(first, min(first + LONGEST, 24 * 60), HALF_HOUR)
    ]
    return [to.say("hours-ask-ends", starts=f"{starts:%H:%M}")], grid(labels)


async def set_end(context: Context, button: SetEnd) -> None:
    draft = open_form(context)
    if draft.starts is None:
        raise OldButton
    await set_hours(context, draft, draft.starts, hour_of(button.minutes))


async def set_hours(context: Context, draft: Draft, starts: time, ends: time) -> None:
    where = draft.where
    place = await stored_office_hours.office(context.tx, where) if isinstance(where, int) else where
    if place is None:
        raise OldButton
    check_curfew(*in_order(starts, ends), await local_facts.curfew(context.tx, place.community))
    await ask(context, replace(draft, starts=starts, ends=ends), draft.after(Step.ENDS))


def hour_of(minutes: int) -> time:
    """Raises OldButton."""
    if not 0 <= minutes < 24 * 60:
        raise OldButton
    return time(minutes // 60, minutes % 60)


def clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def grid(labels: list[Label]) -> list[list[Label]]:
    return [labels[at : at + IN_A_ROW] for at in range(0, len(labels), IN_A_ROW)]


async def ask_repeat(to: Addressee, draft: Draft, card: OfficerCard) -> Asked:
    rows: list[list[Label]] = [[(repeated(to, draft, each), SetRepeat(each))] for each in Repeat]
    return [to.say("hours-ask-repeat")], rows


def repeated(to: Addressee, draft: Draft, repeat: Repeat) -> str:
    """«Щотижня», «Сб: перша в місяці»."""
    if repeat is Repeat.EVERY:
        return to.say("hours-repeat-every")
    weekdays = draft.rule.weekdays
    names = ", ".join(to.say.weekday_name(day) for day in weekdays)
    return to.say("hours-repeat-button", days=names, which=hours.which_words(to.say, repeat, weekdays))


async def set_repeat(context: Context, button: SetRepeat) -> None:
    await ask(context, replace(open_form(context), repeat=button.repeat), Step.CHECK)


async def ask_dates(to: Addressee, draft: Draft, card: OfficerCard) -> Asked:
    skip: list[Label] = [(to.say("hours-no-dates-button"), SkipStep(Step.DATES))]
    return [to.say("hours-ask-dates")], [skip]


# Why, and what may be skipped.


async def ask_reason(to: Addressee, draft: Draft, card: OfficerCard) -> Asked:
    skip: list[Label] = [(to.say("skip-button"), SkipStep(Step.REASON))]
    return [to.say("hours-ask-reason")], [skip]


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


# What is written.


async def typed(context: Context, message: PrivateMessage, dialog: HoursForm) -> None:
    """The message that a step waited for; where it waits for a press, the step is shown again."""
    draft, step = dialog.draft, dialog.step
    if step is Step.POINT:
        await take_point(context, draft, message)
        return
    if step in (Step.PLACE, Step.DAYS, Step.REPEAT, Step.CHECK):
        await ask(context, draft, step)
        return
    if not message.text:
        raise TextExpected
    if step in (Step.STARTS, Step.ENDS):
        await set_hours(context, draft, *hours_of(message.text))
        return
    await take_text(context, draft, step, message.text)


async def take_text(context: Context, draft: Draft, step: Step, text: str) -> None:
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


# Keeping it.


async def check(to: Addressee, draft: Draft, card: OfficerCard) -> Asked:
    say = to.say
    title = None
    if draft.kind is not Kind.CLOSED:
        where = draft.where
        place = where if isinstance(where, NewOffice) else await stored_office_hours.office(to.tx, where)
        title = place.title if place is not None else None
    save: list[Label] = [(say("hours-save-button"), SaveHours())]
    if draft.kind is Kind.USUAL:
        words = hours.rule_words(say, draft.rule, today(to.tx.now))
        more: list[Label] = [
            (say("hours-repeat-change-button"), FormStep(Step.REPEAT)),
            (say("hours-dates-change-button"), FormStep(Step.DATES)),
        ]
        return [words, *place_lines(to, title), say("hours-ask-check")], [save, more]
    lines = [exception_words(to, draft), *place_lines(to, title)]
    if draft.reason:
        lines.append(say("hours-reason", reason=draft.reason))
    return [*lines, say("hours-ask-check")], [save]


def exception_words(to: Addressee, draft: Draft) -> str:
    """«середа, 25 листопада: прийому не буде»."""
    exception, say = draft.exception, to.say
    day = say.weekday(exception.day)
    if exception.starts is None or exception.ends is None:
        return say("hours-check-closed", day=day)
    return say(
        "hours-when",
        day=day,
        time=say("hours-span", starts=f"{exception.starts:%H:%M}", ends=f"{exception.ends:%H:%M}"),
    )


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


ASKED: Mapping[Step, Callable[[Addressee, Draft, OfficerCard], Awaitable[Asked]]] = {
    Step.PLACE: ask_place,
    Step.ADDRESS: ask_address,
    Step.POINT: ask_point,
    Step.DAYS: ask_days,
    Step.STARTS: ask_starts,
    Step.ENDS: ask_ends,
    Step.REPEAT: ask_repeat,
    Step.DATES: ask_dates,
    Step.REASON: ask_reason,
    Step.CHECK: check,
}
