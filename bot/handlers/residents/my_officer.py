"""The officers of a place, and waiting for one where there is none."""

from collections.abc import Sequence

from bot.domain.communities import Standing
from bot.domain.officers import OfficerCard
from bot.domain.people import Actor
from bot.domain.residents import OfficerHasCome, Place, known_place
from bot.handlers import hotlines, hours
from bot.handlers.away import notes
from bot.handlers.cases.buttons import NewQuestion, NewReport
from bot.handlers.office_hours.buttons import ReceptionHours
from bot.handlers.office_lines import office_lines, office_rows
from bot.handlers.people.buttons import Greeting, Menu
from bot.handlers.places import codes, community_at, place_at, place_lines
from bot.handlers.priorities.buttons import Plans
from bot.handlers.residents.buttons import FindCommunity, MyOfficer, StopWaiting, WaitForOfficer, home, missing_step
from bot.services import office_hours, offices, priorities, residents
from bot.services.office_hours import Reception
from bot.storage import local_facts
from bot.storage import people as stored_people
from bot.storage import residents as stored_residents
from bot.surface.context import Context
from bot.surface.outgoing import Effect, Show
from bot.surface.rendering import Addressee
from bot.surface.rich import Rich
from bot.surface.screens import Label, Screen


async def my_officer(context: Context) -> None:
    await looks_elsewhere(context)
    context.show(MyOfficer())


async def looks_elsewhere(context: Context) -> None:
    """A person with a community who looks at something else ends the search: the next message is for an officer."""
    if context.actor.community is not None:
        await residents.stop_searching(context.tx, context.actor)


def way_back(to: Addressee, actor: Actor) -> list[Label]:
    return [(to.say("back-button"), home(actor))]


async def draw_my_officer(to: Addressee, button: MyOfficer) -> Screen:
    """The officers of the place, with what everyone may know; where there are none, the numbers to call."""
    actor = await stored_people.known(to.tx, to.person_id)
    place = place_at(to.register, button.community, button.settlement) if button.community else known_place(actor)
    if place is None:
        find: list[Label] = [(to.say("find-community-button"), FindCommunity())]
        lines = [to.say("my-officer-needs-community")]
        return Screen(to.say("menu-officer-button"), lines, buttons=[find, way_back(to, actor)])
    match await residents.standing(to.tx, place.community):
        case Standing.OCCUPIED:
            return await draw_occupied(to, actor, place)
        case Standing.NOT_JOINED:
            return await draw_not_joined(to, actor, place)
        case Standing.JOINED:
            return await draw_officers(to, actor, place)


async def draw_officers(to: Addressee, actor: Actor, place: Place) -> Screen:
    cards = await stored_residents.officers_at(to.tx, place)
    writing: list[Label] = [
        (to.say("menu-report-button"), NewReport()),
        (to.say("menu-question-button"), NewQuestion()),
    ]
    if not actor.has_consented:
        writing = [(to.say("begin-writing-button"), Greeting(*codes(place)))]
    elif missing_step(actor) is not None:
        writing = [(to.say("find-community-button"), FindCommunity())]
    buttons = [way_back(to, actor)] if actor.works_as_officer else [writing, way_back(to, actor)]
    if not cards:
        lines = [*place_lines(to.say, to.register, place), "", to.say("no-officer"), *await urgent_lines(to, place)]
        return Screen(to.say("menu-officer-button"), lines, buttons=buttons)
    lines = place_lines(to.say, to.register, place)
    office = await offices.shown_at(to.tx, place)
    known = await office_hours.reception(to.tx, [card.id for card in cards], place.community)
    away = await notes(to, cards)
    stations = office is None  # the office says more
    told = [card_lines(to, card, known.of(card.id), away.get(card.id), station=stations) for card in cards]
    told += [office_lines(to.say, office)] if office is not None else []
    buttons.insert(0, [(to.say("hours-button"), ReceptionHours(*codes(place)))])
    if await priorities.shown_at(to.tx, place):
        buttons.insert(1, [(to.say("plans-button"), Plans(*codes(place)))])
    buttons[1:1] = office_rows(to.say, office) if office is not None else []
    return Screen(to.say("menu-officer-button"), lines, Rich("\n\n".join(map("\n".join, told))), buttons)


def card_lines(to: Addressee, card: OfficerCard, reception: Reception, away: str | None, *, station: bool) -> list[str]:
    """An officer as everyone may know them: what is not filled in is left out. `away`: that they are, or stand in.
    `station`: also where they are found.
    """
    say = to.say
    lines = [say("my-officer-name", rank=say.rank(card.rank), name=say.person(card.name))]
    lines += [away] if away is not None else []
    if card.position:
        lines.append(say(f"post-position-{card.position}"))
    if station and card.station and not reception.hides_place_of(card.id):
        lines.append(say("my-officer-station", station=say.place(card.station)))
    lines += hours.card_lines(say, reception, to.tx.now)
    if card.phone:
        lines.append(say("my-officer-phone", phone=say.phone(card.phone)))
    return lines


async def urgent_lines(to: Addressee, place: Place) -> list[str]:
    return hotlines.urgent(to.say, await local_facts.hotlines(to.tx, place.community))


async def draw_occupied(to: Addressee, actor: Actor, place: Place) -> Screen:
    """Advice and numbers; nobody is asked for anything."""
    say, known = to.say, await local_facts.hotlines(to.tx, place.community)
    numbers = [*hotlines.urgent(say, known), *hotlines.others(say, known)]
    another: list[Label] = [(say("change-community-button"), FindCommunity())]
    return Screen(say("occupied-title"), [say("occupied"), "", *numbers], buttons=[another, way_back(to, actor)])


# Where no officer works yet.


async def draw_not_joined(to: Addressee, actor: Actor, place: Place) -> Screen:
    say = to.say
    lines = [*place_lines(say, to.register, place), "", say("not-joined"), *await urgent_lines(to, place)]
    if await stored_residents.is_waiting(to.tx, actor.person_id, place.community):
        wish: list[Label] = [(say("stop-waiting-button"), StopWaiting())]
        lines += ["", say("waiting")]
    else:
        wish = [(say("wait-for-officer-button"), WaitForOfficer(place.community))]
    another: list[Label] = [(say("change-community-button"), FindCommunity())]
    return Screen(say("not-joined-title"), lines, buttons=[wish, another, way_back(to, actor)])


async def wait_for_officer(context: Context, button: WaitForOfficer) -> None:
    """Once is enough, however often it is pressed. What is kept about a person needs the consent.

    Where a chat is dangerous nothing is kept at all.
    """
    community = community_at(context.tools.register, button.community)
    if not context.actor.has_consented:
        context.show(Greeting(community.code))
        return
    if await residents.standing(context.tx, community.code) is Standing.OCCUPIED:
        context.show(MyOfficer(community.code))
        return
    await residents.wait_for_officer(context.tx, context.actor, community.code)
    context.show(button)


async def draw_waiting(to: Addressee, button: WaitForOfficer) -> Screen:
    say, actor = to.say, await stored_people.known(to.tx, to.person_id)
    buttons: list[list[Label]] = [[(say("stop-waiting-button"), StopWaiting())], way_back(to, actor)]
    return Screen(say("waiting-title"), [say("waiting")], buttons=buttons)


async def stop_waiting(context: Context, button: StopWaiting) -> None:
    await residents.stop_waiting(context.tx, context.actor)
    context.show(MyOfficer())


async def render_officer_has_come(to: Addressee, letter: OfficerHasCome) -> Sequence[Effect]:
    """Void for a person who has moved away meanwhile."""
    actor, say = await stored_people.known(to.tx, to.person_id), to.say
    if actor.community != letter.community:
        return []
    buttons: list[list[Label]] = [[(say("menu-officer-button"), MyOfficer())], [(say("back-button"), Menu())]]
    return [Show(Screen(say("officer-has-come-title"), [say("officer-has-come")], buttons=buttons))]
