"""What a community has to have before its officer comes."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import time

from bot.domain.bodies import Body, Kind
from bot.domain.joining import (
    Item,
    OfficeShown,
    Partner,
    Readiness,
    WritingDetail,
)
from bot.domain.kyiv import moment
from bot.domain.letters import LetterClass
from bot.domain.refusals import NotFound
from bot.handlers.joining.buttons import (
    ItemPage,
    JoiningPage,
    ReadinessPage,
    SetReady,
    ShowOffice,
    TurnResponsible,
    WriteDetail,
)
from bot.handlers.joining.page import ask, cancel_row, look, words_of
from bot.handlers.paging import back
from bot.handlers.places import community_at, community_name
from bot.services import joining
from bot.storage import joining as stored
from bot.surface.context import Context
from bot.surface.incoming import PrivateMessage
from bot.surface.outgoing import NOTHING, Effect, Quote, Show
from bot.surface.rendering import Addressee
from bot.surface.screens import Label, Screen

NOON = time(12)


async def draw_list(to: Addressee, button: ReadinessPage) -> Screen:
    place = await joining.seen(to.tx, to.person_id, button.community)
    items = await stored.readiness_of(to.tx, place.code)
    rows: list[list[Label]] = [[(item_label(to, each), ItemPage(place.code, each.item))] for each in items]
    lines = [community_name(to.say, community_at(to.register, place.code)), to.say("readiness-explained")]
    return Screen(to.say("readiness-title"), lines, buttons=[*rows, *back(to, JoiningPage(place.code))])


def item_label(to: Addressee, readiness: Readiness) -> str:
    """«✓ Кабінет»."""
    return to.say("readiness-item", item=item_name(to, readiness.item), ready=str(readiness.ready_on is not None))


def item_name(to: Addressee, item: Item) -> str:
    return to.say(f"readiness-{item}")


async def draw_item(to: Addressee, button: ItemPage) -> Screen:
    place = await joining.seen(to.tx, to.person_id, button.community)
    found = await joining.readiness_item(to.tx, place.code, button.item)
    say, is_ready = to.say, found.ready_on is not None
    lines = [say("readiness-responsible", who=say(f"responsible-{found.responsible}"))]
    if found.detail:
        lines.append(found.detail)
    if found.ready_on is not None:
        by = say(f"partner-{found.by or Partner.COORDINATOR}")
        lines.append(say("readiness-since", date=say.date(moment(found.ready_on, NOON)), by=by))
    else:
        lines.append(say("readiness-not-yet"))
    tick = say("readiness-untick-button" if is_ready else "readiness-tick-button")
    rows: list[list[Label]] = [
        [(tick, SetReady(place.code, found.item, not is_ready))],
        [(say(f"readiness-detail-{found.item}-button"), WriteDetail(place.code, found.item))],
    ]
    if found.place is not None:
        rows.append([(say("readiness-map-button"), ShowOffice(place.code))])
    if place.side is Partner.COORDINATOR:
        rows.append([(say("readiness-responsible-button"), TurnResponsible(place.code, found.item))])
    return Screen(item_name(to, found.item), lines, buttons=[*rows, *back(to, ReadinessPage(place.code))])


async def set_ready(context: Context, button: SetReady) -> None:
    await joining.set_ready(context.tx, context.actor, button.community, button.item, on=button.on)
    await look(context, ItemPage(button.community, button.item))


async def turn_responsible(context: Context, button: TurnResponsible) -> None:
    await joining.turn_responsible(context.tx, context.actor, button.community, button.item)
    await look(context, ItemPage(button.community, button.item))


async def ask_detail(context: Context, button: WriteDetail) -> None:
    place = await joining.seen(context.tx, context.actor.person_id, button.community)
    await ask(context, WritingDetail(place.code, button.item), button)


async def draw_ask_detail(to: Addressee, button: WriteDetail) -> Screen:
    place = await joining.seen(to.tx, to.person_id, button.community)
    lines = [to.say(f"readiness-ask-{button.item}")]
    title, leave = item_name(to, button.item), ItemPage(place.code, button.item)
    return Screen(title, lines, buttons=cancel_row(to, leave))


async def take_detail(context: Context, message: PrivateMessage, dialog: WritingDetail) -> None:
    """Of the office, an address or a point on the map: each is kept beside the other."""
    point = message.body.place if message.body else None
    if point is not None and dialog.item is Item.OFFICE:
        await joining.set_place(context.tx, context.actor, dialog.community, point)
    else:
        await joining.set_detail(context.tx, context.actor, dialog.community, dialog.item, words_of(message))
    await look(context, ItemPage(dialog.community, dialog.item))


async def show_office(context: Context, button: ShowOffice) -> None:
    """It comes as a message of its own."""
    place = await joining.seen(context.tx, context.actor.person_id, button.community)
    if (await joining.readiness_item(context.tx, place.code, Item.OFFICE)).place is None:
        raise NotFound
    context.tx.outbox.tell(context.actor.here, OfficeShown(place.code), asked=LetterClass.OWN)


async def render_office(to: Addressee, letter: OfficeShown) -> Sequence[Effect]:
    """Void for a person who is of neither side any more."""
    try:
        place = await joining.seen(to.tx, to.person_id, letter.community)
    except NotFound:
        return []
    office = await joining.readiness_item(to.tx, place.code, Item.OFFICE)
    if office.place is None:
        return []
    address = office.detail or community_name(to.say, community_at(to.register, place.code))
    shown = replace(office.place, title=item_name(to, office.item), address=address)
    return [Show(Quote(NOTHING, [Body(Kind.LOCATION, place=shown)]))]
