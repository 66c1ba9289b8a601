"""What a resident does with office hours: looks when and where, and asks to be reminded."""

from collections import Counter
from collections.abc import Sequence

from bot.domain.bodies import Body, Kind
from bot.domain.bodies import Place as OnMap
from bot.domain.communities import Standing
from bot.domain.kyiv import today
from bot.domain.office_hours import Office, Opening, PlaceOnMap
from bot.domain.officers import OfficerCard
from bot.domain.people import Actor
from bot.domain.refusals import OldButton
from bot.domain.residents import Place, known_place
from bot.handlers import hotlines, hours
from bot.handlers.cases.buttons import NewQuestion
from bot.handlers.office_hours.buttons import OtherDays, ReceptionHours, Remind, ShowPlace
from bot.handlers.people.buttons import Greeting
from bot.handlers.places import codes, community_at, community_name, place_at
from bot.handlers.residents.buttons import FindCommunity, MyOfficer, home
from bot.services import office_hours
from bot.services.office_hours import Reception
from bot.storage import local_facts, people, residents
from bot.storage import office_hours as stored_office_hours
from bot.storage import reminders as stored_reminders
from bot.surface.context import Context
from bot.surface.outgoing import NOTHING, Effect, Quote, Show
from bot.surface.rendering import Addressee
from bot.surface.screens import Label, Screen

SHOWN = 3  # openings after the next one

MOST_PLACES = 3  # that are shown on the map, the next one's among them

LABEL = 30  # characters of a place's name on a button


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
        numbers = hotlines.urgent(say, await local_facts.hotlines(to.tx, place.community))
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
        lines.append(say("my-officer-name", rank=say.rank(card.rank), name=say.person(card.name)))
        lines += hours.full_lines(say, known.of(card.id), now)
    places, coming = places_of(known), [each for each in known.coming if each.takes_place]
    rows: list[list[Label]] = [
        [(say("hours-map-button"), ShowPlace(each.id))] for each in places[:1] if each.latitude is not None
    ]
    rows += await reminder_rows(to, remindable(to, actor, place, coming)[:1], other=False)
    if not coming:
        rows += ask_rows(to, actor, place)
    if len(places) > 1 or len(coming) > 1:
        rows.append([(say("hours-other-days-button"), OtherDays(*codes(place)))])
    return Screen(say("hours-title"), lines, buttons=[*rows, *ways])


def ask_rows(to: Addressee, actor: Actor, place: Place) -> list[list[Label]]:
    """The way to ask the officer when and where: of another place than one's own the question would go elsewhere."""
    if actor.works_as_officer or known_place(actor) not in (None, place):
        return []
    way = NewQuestion() if actor.has_consented else Greeting(*codes(place))
    return [[(to.say("hours-ask-button"), way)]]


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
    lines = [
        line for each in coming for line in hours.opening_lines(say, each, known.offices[each.office_id], to.tx.now)
    ]
    rows = await reminder_rows(to, remindable(to, actor, place, coming), other=True)
    rows += [
        [(say("hours-place-button", place=shortened(say.place(office.title))), ShowPlace(office.id))]
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


# On the map.


async def show_place(context: Context, button: ShowPlace) -> None:
    """It comes as a message of its own."""
    await office_hours.show_place(context.tx, context.actor, button.office_id)


async def render_place(to: Addressee, letter: PlaceOnMap) -> Sequence[Effect]:
    office = await stored_office_hours.office_in_use(to.tx, letter.office_id, today(to.tx.now))
    if office is None or office.latitude is None or office.longitude is None:
        return []
    place = OnMap(office.latitude, office.longitude, to.say("hours-venue"), to.say.place(office.title))
    return [Show(Quote(NOTHING, [Body(Kind.LOCATION, place=place)]))]


# Reminders.


def remindable(to: Addressee, actor: Actor, place: Place, coming: Sequence[Opening]) -> list[Opening]:
    """The openings of which this person can still be reminded: none where they do not live."""
    if not actor.has_consented or known_place(actor) != place:
        return []
    return [each for each in coming if office_hours.can_be_reminded(to.tx, each)]


async def reminder_rows(to: Addressee, openings: Sequence[Opening], *, other: bool) -> list[list[Label]]:
    """By their days; where two are on one day, with their times."""
    asked, days = await stored_reminders.asked_by(to.tx, to.person_id), Counter(each.day for each in openings)
    rows: list[list[Label]] = []
    for each in openings:
        act, at = "forget" if each.key in asked else "remind", "-at" if days[each.day] > 1 else ""
        values = {"time": to.say.time(each.start)} if at else {}
        label = to.say(f"hours-{act}{at}-button", day=hours.on_day(to.say, each, to.tx.now), **values)
        rows.append([(label, Remind(each.key, on=each.key not in asked, other=other))])
    return rows


async def remind(context: Context, button: Remind) -> None:
    """What is kept about a person needs the consent."""
    if not context.actor.has_consented:
        context.show(Greeting())
        return
    if button.on:
        at = await office_hours.ask_reminder(context.tx, context.actor, button.opening)
        context.answer(context.say("hours-remind-on", when=context.say.datetime(at)))
    else:
        await office_hours.forget_reminder(context.tx, context.actor, button.opening)
        context.answer(context.say("hours-remind-off"))
    context.show(OtherDays() if button.other else ReceptionHours())
