"""What an officer does with their hours, or a coordinator for them: looks at them, takes some away. See `form`, too."""

from datetime import date, timedelta

from bot.domain.ids import OfficerId, RuleId
from bot.domain.kyiv import today
from bot.domain.office_hours import EXCEPTIONS_AHEAD, Kind, Opening, named
from bot.domain.officers import OfficerCard
from bot.domain.refusals import NotFound
from bot.handlers import hours
from bot.handlers.days import day_of, numbered
from bot.handlers.office_hours.buttons import (
    ChooseDay,
    DayPage,
    ExceptionPage,
    NewException,
    NewRule,
    OfficeHours,
    RemoveException,
    RemoveRule,
    RulePage,
)
from bot.handlers.office_hours.draft import HoursForm
from bot.handlers.officers.buttons import MyPost, OfficerPage
from bot.services import office_hours
from bot.storage import dialogs, officers
from bot.storage import office_hours as stored_office_hours
from bot.surface.buttons import Button
from bot.surface.context import Context
from bot.surface.rendering import Addressee
from bot.surface.screens import Label, Screen

DAYS_IN_A_ROW = 4


async def look(context: Context, button: Button) -> None:
    """Show a screen, and leave the form that was open. The screen itself checks the right to it."""
    await dialogs.leave(context.tx, context.actor, HoursForm)
    context.show(button)


async def draw_office_hours(to: Addressee, button: OfficeHours) -> Screen:
    card = await office_hours.editable(to.tx, to.person_id, button.officer_id)
    communities = await office_hours.settable(to.tx, to.person_id, card.id)
    say, now = to.say, to.tx.now
    first = today(now)
    rules = [each for each in await stored_office_hours.rules(to.tx, [card.id]) if each.community in communities]
    exceptions = await stored_office_hours.exceptions(to.tx, [card.id], first, first + EXCEPTIONS_AHEAD)
    places = await stored_office_hours.named_offices(to.tx, [each.office_id for each in rules])
    lines = [say("officer-who", rank=say.rank(card.rank), name=say.person(card.name))]
    lines += [hours.weekly_line(say, each, places[each.office_id], now) for each in rules] or [say("hours-empty")]
    if await office_hours.are_hidden(to.tx, communities):
        lines.append(say("hours-hidden"))
    rows: list[list[Label]] = [[(hours.rule_words(say, each, first), RulePage(each.id))] for each in rules]
    for exception in exceptions:
        opening = await office_hours.opening(to.tx, exception.key)
        if opening is not None and await office_hours.concerns(to.tx, exception, communities):
            label = say(f"hours-exception-{exception.kind}", when=hours.when(say, opening, now))
            rows.append([(label, ExceptionPage(exception.id))])
    rows.append([(say("hours-add-button"), NewRule(card.id)), (say("hours-change-button"), ChooseDay(card.id))])
    return Screen(say("hours-title"), lines, buttons=[*rows, [(say("back-button"), await page_of(to, card.id))]])


async def page_of(to: Addressee, officer_id: OfficerId) -> Button:
    own = await officers.of_person(to.tx, to.person_id)
    return MyPost() if own is not None and own.id == officer_id else OfficerPage(officer_id)


# What repeats.


async def draw_rule(to: Addressee, button: RulePage) -> Screen:
    rule = await office_hours.editable_rule(to.tx, to.person_id, button.rule_id)
    office = await stored_office_hours.office(to.tx, rule.office_id)
    if office is None:
        raise NotFound
    lines = [hours.rule_words(to.say, rule, today(to.tx.now)), to.say("hours-at", place=to.say.place(office.title))]
    rows: list[list[Label]] = [
        [(to.say("hours-remove-button"), RemoveRule(rule.id))],
        [(to.say("back-button"), OfficeHours(rule.officer_id))],
    ]
    return Screen(to.say("hours-title"), lines, buttons=rows)


async def remove_rule(context: Context, button: RemoveRule) -> None:
    officer_id = await office_hours.remove_rule(context.tx, context.actor, button.rule_id)
    context.answer(context.say("hours-removed"))
    context.show(OfficeHours(officer_id))


# What is otherwise on one day.


async def settable_on(to: Addressee, card: OfficerCard, first: date, last: date) -> list[Opening]:
    """An officer's openings of some days, where this person may set them."""
    communities = await office_hours.settable(to.tx, to.person_id, card.id)
    timetable = await stored_office_hours.timetable(to.tx, [card.id], first, last)
    return [each for each in timetable if each.community in communities]


async def draw_choose_day(to: Addressee, button: ChooseDay) -> Screen:
    """The next four weeks; days on which people are received are marked."""
    card = await office_hours.editable(to.tx, to.person_id, button.officer_id)
    say, first = to.say, today(to.tx.now)
    held = {each.day for each in await settable_on(to, card, first, first + EXCEPTIONS_AHEAD)}
    labels: list[Label] = []
    for number in range(EXCEPTIONS_AHEAD.days + 1):
        day = first + timedelta(days=number)
        key = "hours-held-day-button" if day in held else "hours-day-button"
        label = say(key, name=say.weekday_name(day.weekday()), date=f"{day:%d.%m}")
        labels.append((label, DayPage(card.id, numbered(day))))
    rows = [labels[at : at + DAYS_IN_A_ROW] for at in range(0, len(labels), DAYS_IN_A_ROW)]
    rows.append([(say("back-button"), OfficeHours(card.id))])
    return Screen(say("hours-choose-day-title"), [say("hours-choose-day")], buttons=rows)


async def draw_day(to: Addressee, button: DayPage) -> Screen:
    """What a day holds; what is as usual can be closed or moved, what is otherwise has a page of its own."""
    card = await office_hours.editable(to.tx, to.person_id, button.officer_id)
    say, day = to.say, day_of(button.day)
    found = await settable_on(to, card, day, day)
    places = await stored_office_hours.named_offices(to.tx, [each.office_id for each in found])
    lines = [line for each in found for line in hours.opening_lines(say, each, places[each.office_id], to.tx.now)]
    rows: list[list[Label]] = []
    for each in found:
        meant = named(each.key)
        if isinstance(meant, tuple) and each.kind is Kind.USUAL:
            at = hours.span(say, each)
            rows.append(
                [
                    (say("hours-close-button", span=at), NewException(Kind.CLOSED, card.id, meant[0], button.day)),
                    (say("hours-move-button", span=at), NewException(Kind.MOVED, card.id, meant[0], button.day)),
                ]
            )
    rows.append([(say("hours-extra-button"), NewException(Kind.EXTRA, card.id, RuleId(0), button.day))])
    rows.append([(say("back-button"), ChooseDay(card.id))])
    return Screen(say.weekday(day).capitalize(), lines or [say("hours-day-empty")], buttons=rows)


async def draw_exception(to: Addressee, button: ExceptionPage) -> Screen:
    exception = await office_hours.editable_exception(to.tx, to.person_id, button.exception_id)
    opening = await office_hours.opening(to.tx, exception.key)
    office = await stored_office_hours.office(to.tx, opening.office_id) if opening is not None else None
    if opening is None or office is None:
        raise NotFound
    rows: list[list[Label]] = [
        [(to.say("hours-take-back-button"), RemoveException(exception.id))],
        [(to.say("back-button"), OfficeHours(exception.officer_id))],
    ]
    lines = hours.single_opening_lines(to.say, opening, office, to.tx.now)
    return Screen(to.say("hours-title"), lines, buttons=rows)


async def remove_exception(context: Context, button: RemoveException) -> None:
    officer_id = await office_hours.remove_exception(context.tx, context.actor, button.exception_id)
    context.answer(context.say("hours-removed"))
    context.show(OfficeHours(officer_id))
