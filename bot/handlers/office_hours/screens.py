"""Screens of office hours: what residents see, and the pages on which an officer sets his."""

from collections.abc import Sequence
from datetime import date, timedelta

from bot.domain.communities import Standing
from bot.domain.ids import OfficerId, RuleId
from bot.domain.office_hours import EXCEPTIONS_AHEAD, Kind, Office, Opening, named, today
from bot.domain.officers import OfficerCard
from bot.domain.people import Actor
from bot.domain.refusals import NotFound, OldButton
from bot.domain.residents import Place, known_place
from bot.handlers import hotlines, hours
from bot.handlers.office_hours.buttons import (
    ChooseDay,
    DayPage,
    ExceptionPage,
    NewException,
    NewRule,
    OfficeHours,
    OtherDays,
    ReceptionHours,
    Remind,
    RemoveException,
    RemoveRule,
    RulePage,
    ShowPlace,
)
from bot.handlers.office_hours.draft import day_of, numbered
from bot.handlers.officers.buttons import MyPost, OfficerPage
from bot.handlers.places import codes, community_at, community_name, place_at
from bot.handlers.residents.buttons import FindCommunity, MyOfficer, home
from bot.services import office_hours
from bot.services.office_hours import Reception
from bot.storage import office_hours as stored
from bot.storage import officers, people, reminders, residents
from bot.telegram.buttons import Button
from bot.telegram.rendering import Addressee
from bot.telegram.screens import Label, Screen

SHOWN = 3  # openings after the next one
MOST_PLACES = 3  # that are shown on the map, the next one's among them
LABEL = 30  # signs of a place's name on a button
DAYS_IN_A_ROW = 4


# A resident's.


async def draw_hours(to: Addressee, button: ReceptionHours) -> Screen:
    actor, say = await people.known(to.tx, to.person_id), to.say
    place = place_at(to.register, button.community, button.settlement) if button.community else known_place(actor)
    if place is None:
        find: list[Label] = [(say("find-community-button"), FindCommunity())]
        lines = [say("my-officer-needs-community")]
        back: list[Label] = [(say("back-button"), home(actor))]
        return Screen(say("hours-title"), lines, buttons=[find, back])
    officer: list[Label] = [(say("menu-officer-button"), MyOfficer(*codes(place)))]
    ways: list[list[Label]] = [officer, [(say("back-button"), home(actor))]]
    if await residents.standing(to.tx, place.community) is Standing.OCCUPIED:
        numbers = hotlines.urgent(say, to.tx.policy, place.community)
        return Screen(say("occupied-title"), [say("occupied"), "", *numbers], buttons=ways)
    name = community_name(say, community_at(to.register, place.community))
    cards = await residents.officers_at(to.tx, place)
    if not cards:
        return Screen(say("hours-title"), [name, say("hours-nobody")], buttons=ways)
    return await draw_week(to, actor, place, cards, ways)


async def draw_week(
    to: Addressee, actor: Actor, place: Place, cards: Sequence[OfficerCard], ways: list[list[Label]]
) -> Screen:
    """An officer after another; of buttons to a place and of reminders, those of the next opening."""
    say, now = to.say, to.tx.now
    known = await office_hours.reception(to.tx, [card.id for card in cards], place.community)
    lines: list[str] = []
    for card in cards:
        lines += [""] if lines else []
        lines.append(say("my-officer-name", rank=say.rank(card.rank), name=card.name))
        lines += hours.full_lines(say, known.of(card.id), now)
    places, coming = places_of(known), [each for each in known.coming if each.takes_place]
    rows: list[list[Label]] = [
        [(say("hours-map-button"), ShowPlace(each.id))] for each in places[:1] if each.latitude is not None
    ]
    rows += await reminder_rows(to, remindable(to, actor, place, coming)[:1], other=False)
    if len(places) > 1 or len(coming) > 1:
        rows.append([(say("hours-other-days-button"), OtherDays(*codes(place)))])
    return Screen(say("hours-title"), lines, buttons=[*rows, *ways])


async def draw_other_days(to: Addressee, button: OtherDays) -> Screen:
    """What comes after the next opening, and the places besides its place."""
    actor, say = await people.known(to.tx, to.person_id), to.say
    place = place_at(to.register, button.community, button.settlement) if button.community else known_place(actor)
    if place is None:
        raise OldButton
    back: list[Label] = [(say("back-button"), ReceptionHours(*codes(place)))]
    cards = await residents.officers_at(to.tx, place)
    known = await office_hours.reception(to.tx, [card.id for card in cards], place.community)
    coming = [each for each in known.coming if each.takes_place][1 : SHOWN + 1]
    lines = [line for each in coming for line in hours.told(say, each, known.offices[each.office_id], to.tx.now)]
    rows = await reminder_rows(to, remindable(to, actor, place, coming), other=True)
    rows += [
        [(say("hours-place-button", place=shortened(office.title)), ShowPlace(office.id))]
        for office in places_of(known)[1:MOST_PLACES]
        if office.latitude is not None
    ]
    return Screen(say("hours-other-days-title"), lines or [say("hours-none-ahead")], buttons=[*rows, back])


def places_of(known: Reception) -> list[Office]:
    """Where people are received, soonest first."""
    coming = [each.office_id for each in known.coming if each.takes_place]
    return [known.offices[each] for each in dict.fromkeys([*coming, *(each.office_id for each in known.rules)])]


def shortened(title: str) -> str:
    return title if len(title) <= LABEL else f"{title[: LABEL - 1]}…"


def remindable(to: Addressee, actor: Actor, place: Place, coming: Sequence[Opening]) -> list[Opening]:
    """The openings of which this person can still be reminded: none where he or she does not live."""
    if not actor.has_consented or known_place(actor) != place:
        return []
    return [each for each in coming if office_hours.can_be_reminded(to.tx, each)]


async def reminder_rows(to: Addressee, openings: Sequence[Opening], *, other: bool) -> list[list[Label]]:
    asked = await reminders.asked_by(to.tx, to.person_id)
    rows: list[list[Label]] = []
    for each in openings:
        key = "hours-forget-button" if each.key in asked else "hours-remind-button"
        label = to.say(key, when=hours.start(to.say, each, to.tx.now))
        rows.append([(label, Remind(each.key, on=each.key not in asked, other=other))])
    return rows


# An officer's.


async def draw_office_hours(to: Addressee, button: OfficeHours) -> Screen:
    card = await office_hours.editable(to.tx, to.person_id, button.officer_id)
    communities = await office_hours.settable(to.tx, to.person_id, card.id)
    say, now = to.say, to.tx.now
    first = today(now)
    rules = [each for each in await stored.rules(to.tx, [card.id]) if each.community in communities]
    exceptions = await stored.exceptions(to.tx, [card.id], first, first + EXCEPTIONS_AHEAD)
    places = await stored.named_offices(to.tx, [each.office_id for each in rules])
    lines = [say("officer-who", rank=say.rank(card.rank), name=card.name)]
    lines += [hours.weekly_line(say, each, places[each.office_id], now) for each in rules] or [say("hours-empty")]
    if any([await stored.hides_hours(to.tx, each) for each in communities]):
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


async def draw_rule(to: Addressee, button: RulePage) -> Screen:
    rule = await office_hours.editable_rule(to.tx, to.person_id, button.rule_id)
    office = await stored.office(to.tx, rule.office_id)
    if office is None:
        raise NotFound
    lines = [hours.rule_words(to.say, rule, today(to.tx.now)), to.say("hours-at", place=office.title)]
    rows: list[list[Label]] = [
        [(to.say("hours-remove-button"), RemoveRule(rule.id))],
        [(to.say("back-button"), OfficeHours(rule.officer_id))],
    ]
    return Screen(to.say("hours-title"), lines, buttons=rows)


async def draw_exception(to: Addressee, button: ExceptionPage) -> Screen:
    exception = await office_hours.editable_exception(to.tx, to.person_id, button.exception_id)
    opening = await office_hours.opening(to.tx, exception.key)
    office = await stored.office(to.tx, opening.office_id) if opening is not None else None
    if opening is None or office is None:
        raise NotFound
    rows: list[list[Label]] = [
        [(to.say("hours-take-back-button"), RemoveException(exception.id))],
        [(to.say("back-button"), OfficeHours(exception.officer_id))],
    ]
    lines = hours.told_alone(to.say, opening, office, to.tx.now)
    return Screen(to.say("hours-title"), lines, buttons=rows)


async def settable_on(to: Addressee, card: OfficerCard, first: date, last: date) -> list[Opening]:
    """An officer's openings of some days, where this person may set them."""
    communities = await office_hours.settable(to.tx, to.person_id, card.id)
    return [each for each in await stored.timetable(to.tx, [card.id], first, last) if each.community in communities]


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
    places = await stored.named_offices(to.tx, [each.office_id for each in found])
    lines = [line for each in found for line in hours.told(say, each, places[each.office_id], to.tx.now)]
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
