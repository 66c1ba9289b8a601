"""Screens of residents: finding the place, the officer who serves it, the settings."""

from bot.domain.communities import Standing
from bot.domain.languages import Language
from bot.domain.officers import OfficerCard
from bot.domain.people import Actor
from bot.domain.residents import Place, known_place
from bot.handlers import hotlines, hours
from bot.handlers.cases.buttons import NewQuestion, NewReport
from bot.handlers.office_hours.buttons import ReceptionHours
from bot.handlers.people.buttons import ChooseLanguage, Greeting
from bot.handlers.places import codes, place_at, place_lines
from bot.handlers.residents.buttons import (
    AskSettlement,
    CommunityChosen,
    FindCommunity,
    MyOfficer,
    Settings,
    StopWaiting,
    WaitForOfficer,
    home,
    missing_step,
)
from bot.handlers.subscriptions.buttons import LatestNotices, Topics
from bot.services import office_hours, residents
from bot.services.office_hours import Reception
from bot.storage import people
from bot.storage import residents as stored
from bot.telegram.rendering import Addressee
from bot.telegram.rich import Rich
from bot.telegram.screens import Label, Screen


def way_back(to: Addressee, actor: Actor) -> list[Label]:
    return [(to.say("back-button"), home(actor))]


async def draw_my_officer(to: Addressee, button: MyOfficer) -> Screen:
    """Who serves the place, with what everyone may know; where nobody does, the numbers to call."""
    actor = await people.known(to.tx, to.person_id)
    place = place_at(to.register, button.community, button.settlement) if button.community else known_place(actor)
    if place is None:
        find: list[Label] = [(to.say("find-community-button"), FindCommunity())]
        lines = [to.say("my-officer-needs-community")]
        return Screen(to.say("menu-officer-button"), lines, buttons=[find, way_back(to, actor)])
    match await residents.standing(to.tx, place.community):
        case Standing.OCCUPIED:
            return draw_occupied(to, actor, place)
        case Standing.NOT_JOINED:
            return await draw_not_joined(to, actor, place)
        case Standing.JOINED:
            return await draw_officers(to, actor, place)


async def draw_officers(to: Addressee, actor: Actor, place: Place) -> Screen:
    cards = await stored.officers_at(to.tx, place)
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
        lines = [*place_lines(to.say, to.register, place), "", to.say("no-officer"), *urgent_lines(to, place)]
        return Screen(to.say("menu-officer-button"), lines, buttons=buttons)
    lines = place_lines(to.say, to.register, place)
    known = await office_hours.reception(to.tx, [card.id for card in cards], place.community)
    body = "\n\n".join("\n".join(card_lines(to, card, known.of(card.id))) for card in cards)
    buttons.insert(0, [(to.say("hours-button"), ReceptionHours(*codes(place)))])
    return Screen(to.say("menu-officer-button"), lines, Rich(body), buttons)


def card_lines(to: Addressee, card: OfficerCard, reception: Reception) -> list[str]:
    """An officer as everyone may know him: what is not filled in is left out."""
    say = to.say
    lines = [say("my-officer-name", rank=say.rank(card.rank), name=card.name)]
    if card.position:
        lines.append(say(f"post-position-{card.position}"))
    if card.station and not reception.hidden:
        lines.append(say("my-officer-station", station=card.station))
    lines += hours.card_lines(say, reception, to.tx.now)
    if card.phone:
        lines.append(say("my-officer-phone", phone=say.phone(card.phone)))
    return lines


def urgent_lines(to: Addressee, place: Place) -> list[str]:
    return hotlines.urgent(to.say, to.tx.policy, place.community)


async def draw_not_joined(to: Addressee, actor: Actor, place: Place) -> Screen:
    say = to.say
    lines = [*place_lines(say, to.register, place), "", say("not-joined"), *urgent_lines(to, place)]
    if await stored.is_waiting(to.tx, actor.person_id, place.community):
        wish: list[Label] = [(say("stop-waiting-button"), StopWaiting())]
        lines += ["", say("waiting")]
    else:
        wish = [(say("wait-for-officer-button"), WaitForOfficer(place.community))]
    another: list[Label] = [(say("change-community-button"), FindCommunity())]
    return Screen(say("not-joined-title"), lines, buttons=[wish, another, way_back(to, actor)])


async def draw_waiting(to: Addressee, button: WaitForOfficer) -> Screen:
    say, actor = to.say, await people.known(to.tx, to.person_id)
    buttons: list[list[Label]] = [[(say("stop-waiting-button"), StopWaiting())], way_back(to, actor)]
    return Screen(say("waiting-title"), [say("waiting"), say("not-a-service-102")], buttons=buttons)


def draw_occupied(to: Addressee, actor: Actor, place: Place) -> Screen:
    """Advice and numbers; nobody is asked for anything."""
    say, policy = to.say, to.tx.policy
    numbers = [*urgent_lines(to, place), *hotlines.others(say, policy, place.community)]
    another: list[Label] = [(say("change-community-button"), FindCommunity())]
    return Screen(say("occupied-title"), [say("occupied"), "", *numbers], buttons=[another, way_back(to, actor)])


async def draw_chosen(to: Addressee, button: CommunityChosen) -> Screen:
    actor = await people.known(to.tx, to.person_id)
    place = known_place(actor)
    lines = place_lines(to.say, to.register, place) if place else [to.say("settings-no-community")]
    buttons: list[list[Label]] = [[(to.say("menu-officer-button"), MyOfficer())]]
    return Screen(to.say("community-chosen-title"), lines, buttons=buttons)


async def draw_settings(to: Addressee, button: Settings) -> Screen:
    say, actor = to.say, await people.known(to.tx, to.person_id)
    place = known_place(actor)
    lines = place_lines(say, to.register, place) if place else [say("settings-no-community")]
    change = "change-community-button" if place else "find-community-button"
    rows: list[list[Label]] = [[(say(change), FindCommunity())]]
    if place is not None and await residents.has_several_areas(to.tx, place.community):
        rows.append([(say("change-settlement-button"), AskSettlement(place.community, page=0, missed=False))])
    languages: list[Label] = [
        (say("language-button", language=each), ChooseLanguage(each, *codes(place))) for each in Language
    ]
    notices: list[list[Label]] = [
        [(say("topics-button"), Topics(0))],
        [(say("latest-notices-button"), LatestNotices(0))],
    ]
    return Screen(say("menu-settings-button"), lines, buttons=[*rows, *notices, languages, way_back(to, actor)])
