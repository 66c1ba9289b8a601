"""How a person becomes a resident: /start, a link, the consent; and how an officer changes sides.

Before a resident can write two things are needed, the consent and a community; `go_on` shows the one that is missing,
or the main menu. Reading needs neither.
"""

from bot.domain.case_dialogs import HoldingText
from bot.domain.communities import Standing
from bot.domain.letters import PlainText
from bot.domain.links import community_of_token
from bot.domain.people import Actor
from bot.domain.refusals import NotFound, OldButton
from bot.domain.residents import Place, known_place
from bot.domain.slips import ClaimingCase
from bot.domain.walk_ins import RecordingCase
from bot.handlers.people.buttons import Agree, Agreed, Greeting, Menu, NewConsent
from bot.handlers.places import codes, place_at
from bot.handlers.residents.buttons import (
    AsOfficer,
    AsResident,
    Candidate,
    FindCommunity,
    MyOfficer,
    WritesAsOfficer,
    home,
    missing_step,
)
from bot.handlers.residents.place import after_ready, ask, enter
from bot.handlers.slips.buttons import EnterCode
from bot.services import people, residents
from bot.surface.context import Context
from bot.surface.rendering import Addressee
from bot.surface.screens import Label, Screen


async def start(context: Context) -> None:
    """/start: a person who works here gets the menu of that work, any other the next step. It frees from whatever is
    open: messages that wait for a case are let go of, with a word.
    """
    say_what_goes(context)
    actor = await residents.leave_dialog(context.tx, context.actor)
    if actor.works_as_officer or actor.coordinates:
        context.show(Menu(), as_new=True)
    else:
        await begin_as_resident(context, actor)


def say_what_goes(context: Context) -> None:
    """Of what the open dialog holds, which ends with it."""
    if isinstance(context.actor.dialog, HoldingText):
        context.tell(PlainText("desk-words-dropped"))
    elif isinstance(context.actor.dialog, RecordingCase):
        context.tell(PlainText("walk-in-dropped"))


async def begin_as_resident(context: Context, actor: Actor) -> None:
    """An officer sees the keyboard first, which has the way back, also where a step is missing before the menu."""
    if actor.officer_id is not None and missing_step(actor) is not None:
        context.show(Menu(), as_new=True)
    await go_on(context, actor)


async def leave(context: Context) -> None:
    """Leave what was begun, with a word, for the main menu."""
    actor = await residents.leave_dialog(context.tx, context.actor)
    context.tell(PlainText("cancelled"))
    context.show(home(actor))


async def arrive(context: Context, token: str) -> None:
    """A link or QR code of an area."""
    await arrive_at(context, await residents.area_behind(context.tx, token))


async def arrive_in_community(context: Context, token: str) -> None:
    code = community_of_token(token)
    known = code is not None and code in {each.code for each in context.tools.register.communities}
    await arrive_at(context, await residents.community_behind(context.tx, code) if code and known else None)


async def arrive_at_office(context: Context, token: str) -> None:
    """It leads to the area whose office it is."""
    await arrive_at(context, await residents.office_behind(context.tx, token))


async def arrive_at(context: Context, place: Place | None) -> None:
    """It saves the question for the community, and gives no rights.

    Of an occupied one nothing is remembered.
    """
    actor = context.actor
    if place is None or actor.works_as_officer or actor.community == place.community:
        await start(context)
    elif await residents.standing(context.tx, place.community) is Standing.OCCUPIED:
        context.show(MyOfficer(*codes(place)))
    elif not actor.has_consented:
        await residents.remember(context.tx, actor, place)
        context.show(Greeting(*codes(place)))
    elif actor.community is None:
        await enter(context, actor, place)
    else:
        context.show(Candidate(*codes(place)))


async def agree(context: Context, button: Agree) -> None:
    """The text becomes a word of thanks; what comes next is below it. One that has changed is shown as it is now."""
    try:
        actor = await people.agree(context.tx, context.actor, button.version)
    except OldButton:
        context.answer(context.say("consent-changed"))
        again = context.actor.has_consented
        context.show(NewConsent() if again else Greeting(button.community, button.settlement))
        return
    context.show(Agreed())
    context.turn.pressed = None
    if isinstance(actor.dialog, ClaimingCase):
        context.show(EnterCode())
        return
    place = place_at(context.tools.register, button.community, button.settlement) if button.community else None
    place = place or known_place(actor)
    if actor.community is None and place is not None:
        await enter(context, actor, place)
    else:
        await go_on(context, actor)


async def go_on(context: Context, actor: Actor) -> None:
    """Show the step that is missing; when none is, the main menu with what waits to be sent."""
    missing = missing_step(actor)
    if isinstance(missing, FindCommunity):
        await ask(context, actor)
    elif missing is not None:
        context.show(missing)
    else:
        await after_ready(context, actor)


async def as_resident(context: Context) -> None:
    """«Я мешканець»: an officer writes as the resident they also are. Messages that waited for a case are dropped."""
    try:
        actor = await people.write_as_resident(context.tx, context.actor, as_resident=True)
    except NotFound:  # for any other person it says what is so already
        await start(context)
    else:
        say_what_goes(context)
        context.turn.pressed = None
        await begin_as_resident(context, actor)


async def as_officer(context: Context) -> None:
    """«Я офіцер»: back to the desk."""
    await people.write_as_resident(context.tx, context.actor, as_resident=False)
    context.show(Menu(), as_new=True)


async def press_as_resident(context: Context, button: AsResident) -> None:
    await as_resident(context)


async def press_as_officer(context: Context, button: AsOfficer) -> None:
    await as_officer(context)


async def draw_writes_as_officer(to: Addressee, button: WritesAsOfficer) -> Screen:
    """A resident's key was pressed at the desk: it may be of an old keyboard."""
    change: list[Label] = [(to.say("menu-as-resident-button"), AsResident())]
    return Screen(lines=[to.say("desk-writes-as-officer")], buttons=[change, [(to.say("back-button"), Menu())]])
