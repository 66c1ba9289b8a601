"""Whom a notice is for: areas or communities, settlements in them, groups and channels."""

from collections.abc import Sequence

from bot.domain.audience import NOWHERE_NAMED, NoticePlace
from bot.domain.notices import Notice
from bot.domain.refusals import Refusal
from bot.handlers.notices.buttons import (
    Audience,
    ChooseTime,
    TakeChats,
    TickAll,
    TickSettlement,
    TickUnit,
    UnitPage,
    WriteEnglish,
)
from bot.handlers.notices.dialogs import Step, WritingNotice
from bot.handlers.notices.form import draft_of, text_of, to_step, ways_out
from bot.handlers.paging import PAGE, page_of, turning
from bot.handlers.places import codes_in_order, community_at, community_name, settlement_at, settlement_name
from bot.register import Register, SettlementCode, ukrainian_key
from bot.services.notices import audience, drafts
from bot.services.notices.access import own_draft
from bot.services.notices.audience import Unit
from bot.storage import notices as stored_notices
from bot.storage import subscriptions as stored_subscriptions
from bot.surface.context import Context
from bot.surface.incoming import PrivateMessage
from bot.surface.rendering import Addressee
from bot.surface.screens import Label, Screen


class NoSuchPlace(Refusal):
    """None of the places that the author may speak to has such a name."""

    key = "notice-no-such-place"


async def choose_audience(context: Context, button: Audience) -> None:
    await to_step(context, Step.PLACES, button, button.notice_id)


async def draw_audience(to: Addressee, button: Audience) -> Screen:
    draft, say = await draft_of(to, button.notice_id), to.say
    units = await audience.units(to.tx, to.register, draft)
    units.sort(key=lambda each: (ukrainian_key(to.register.community(each.ground.community).name), each.area or ""))
    places = await stored_notices.places(to.tx, draft.id)
    rows: list[list[Label]] = [
        [(unit_label(to, each, places), UnitPage(draft.id, each.key, 0))] for each in page_of(units, button.page)
    ]
    rows += turning(
        to, len(units), button.page, Audience(draft.id, button.page - 1), Audience(draft.id, button.page + 1)
    )
    whole = bool(units) and all(each.ticked(places) == each.share for each in units)
    everything = say("notice-ticked-button", name=say("notice-everywhere")) if whole else say("notice-everywhere")
    chats = say("notice-chats-on-button") if draft.chats else say("notice-chats-off-button")
    rows.insert(0, [(everything, TickAll(draft.id))])
    rows.append([(chats, TakeChats(draft.id, not draft.chats))])
    lines = [say("notice-choose-audience")]
    if places:
        rows.append([(say("notice-ready-button"), ChooseTime(draft.id))])
        lines.append(await reach_line(to, draft))
    leave = ways_out(to, draft, WriteEnglish(draft.id))
    return Screen(say("notice-audience-title"), lines, buttons=[*rows, *leave])


def unit_name(to: Addressee, unit: Unit) -> str:
    community = community_at(to.register, unit.ground.community)
    if unit.area is None:
        return community_name(to.say, community)
    return to.say("notice-area", area=unit.area, community=to.say.place(community.name))


def unit_label(to: Addressee, unit: Unit, places: Sequence[NoticePlace]) -> str:
    name, ticked = unit_name(to, unit), unit.ticked(places)
    if ticked and ticked == unit.share:
        return to.say("notice-ticked-button", name=name)
    return to.say("notice-partly-button", name=name, count=len(ticked)) if ticked else name


async def tick_all(context: Context, button: TickAll) -> None:
    await audience.tick_all(context.tx, context.actor, context.tools.register, button.notice_id)
    context.show(Audience(button.notice_id, 0))


async def take_chats(context: Context, button: TakeChats) -> None:
    await drafts.set_chats(context.tx, context.actor, button.notice_id, button.chats)
    context.show(Audience(button.notice_id, 0))


async def reach_line(to: Addressee, draft: Notice) -> str:
    """«Отримають: 12 мешканців, 2 групи, 1 канал»."""
    reach, say = await stored_subscriptions.how_many(to.tx, draft.id), to.say
    whom = [say("notice-residents", count=reach.residents)]
    whom += [say("notice-groups", count=reach.groups)] if reach.groups else []
    whom += [say("notice-channels", count=reach.channels)] if reach.channels else []
    return say("notice-reach" if reach.exact else "notice-reach-about", whom=", ".join(whom))


# One area or community.


async def open_unit(context: Context, button: UnitPage) -> None:
    await to_step(context, Step.PLACES, button, button.notice_id)


async def draw_unit(to: Addressee, button: UnitPage) -> Screen:
    unit = await audience.unit(to.tx, to.register, to.person_id, button.notice_id, button.unit)
    say, ticked = to.say, unit.ticked(await stored_notices.places(to.tx, button.notice_id))
    settlements = in_order(to.register, unit)
    all_of_it = say("notice-all-of-it")
    whole = say("notice-ticked-button", name=all_of_it) if ticked == unit.share else all_of_it
    rows: list[list[Label]] = [[(whole, TickUnit(button.notice_id, unit.key, button.page))]]
    for each in page_of(settlements, button.page):
        name = settlement_name(say, settlement_at(to.register, each)) if each else say("notice-nowhere-named")
        label = say("notice-ticked-button", name=name) if each in ticked else name
        rows.append([(label, TickSettlement(button.notice_id, unit.key, each, button.page))])
    turn = (UnitPage(button.notice_id, unit.key, button.page + step) for step in (-1, 1))
    rows += turning(to, len(settlements), button.page, *turn)
    done: list[Label] = [(say("notice-ready-button"), Audience(button.notice_id, 0))]
    return Screen(unit_name(to, unit), [say("notice-tick")], buttons=[*rows, done])


def in_order(register: Register, unit: Unit) -> list[SettlementCode]:
    """The settlements of a unit as its pages list them."""
    ordered = [*codes_in_order(register, unit.ground.community), NOWHERE_NAMED]
    return [each for each in ordered if each in unit.share]


def page_of_settlement(register: Register, unit: Unit, settlement: SettlementCode | None) -> int:
    """The page on which a settlement is; the first one without."""
    return in_order(register, unit).index(settlement) // PAGE if settlement is not None else 0


async def tick_unit(context: Context, button: TickUnit) -> None:
    await audience.tick(
        context.tx, context.actor, context.tools.register, button.notice_id, button.unit, settlement=None
    )
    context.show(UnitPage(button.notice_id, button.unit, button.page))


async def tick_settlement(context: Context, button: TickSettlement) -> None:
    await audience.tick(
        context.tx, context.actor, context.tools.register, button.notice_id, button.unit, button.settlement
    )
    context.show(UnitPage(button.notice_id, button.unit, button.page))


async def find_place(context: Context, message: PrivateMessage, dialog: WritingNotice) -> None:
    """Open the area or community whose name, or a settlement's in it, was typed."""
    draft = await own_draft(context.tx, context.actor.person_id, dialog.notice_id)
    units = await audience.units(context.tx, context.tools.register, draft)
    within = {unit.ground.community for unit in units}
    for hit in context.tools.search.find(text_of(message), within=within):
        settlement = hit.settlement.code if hit.settlement else None
        for unit in units:
            if unit.has(hit.community.code, settlement):
                page = page_of_settlement(context.tools.register, unit, settlement)
                context.show(UnitPage(draft.id, unit.key, page))
                return
    raise NoSuchPlace
