"""Whom a notice is for: areas or communities, settlements in them, groups and channels."""

from collections.abc import Sequence

from bot.domain.audience import NOWHERE_NAMED, NoticePlace
from bot.domain.ids import OfficerId
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

NAMED = 6  # places that the last check names


class NoSuchPlace(Refusal):
    """None of the places that the author may speak to has such a name."""

    key = "notice-no-such-place"


async def choose_audience(context: Context, button: Audience) -> None:
    await to_step(context, Step.PLACES, button, button.notice_id)


async def draw_audience(to: Addressee, button: Audience) -> Screen:
    draft, say = await draft_of(to, button.notice_id), to.say
    everything = await ordered_units(to, draft)
    units = [each for each in everything if each.share]
    title, leave = say("notice-audience-title"), ways_out(to, draft, WriteEnglish(draft.id))
    if not units:
        return Screen(title, [nowhere(to, draft.officer_id)], buttons=leave)
    places = await stored_notices.places(to.tx, draft.id)
    rows: list[list[Label]] = [
        [(unit_label(to, each, places), UnitPage(draft.id, each.key, 0))] for each in page_of(units, button.page)
    ]
    rows += turning(
        to, len(units), button.page, Audience(draft.id, button.page - 1), Audience(draft.id, button.page + 1)
    )
    everywhere = say("notice-everywhere")
    if all(each.is_whole(each.ticked(places)) for each in units):
        everywhere = say("notice-ticked-button", name=everywhere)
    chats = say("notice-chats-on-button") if draft.chats else say("notice-chats-off-button")
    rows.insert(0, [(everywhere, TickAll(draft.id))])
    rows.append([(chats, TakeChats(draft.id, not draft.chats))])
    lines = [say("notice-choose-audience")]
    lines += [say("notice-serves-nothing", area=unit_name(to, each)) for each in everything if not each.share]
    rows.append([(say("notice-ready-button"), ChooseTime(draft.id))])
    lines += [await reach_line(to, draft)] if places else []
    return Screen(title, lines, buttons=[*rows, *leave])


async def ordered_units(to: Addressee, notice: Notice) -> list[Unit]:
    """All that the author may speak to, as a Ukrainian dictionary sorts its communities."""
    units = await audience.units(to.tx, to.register, notice)
    name = {each.ground.community: community_at(to.register, each.ground.community).name for each in units}
    return sorted(units, key=lambda each: (ukrainian_key(name[each.ground.community]), each.area or ""))


def nowhere(to: Addressee, officer_id: OfficerId | None) -> str:
    """Why a notice would reach nobody, and who changes that."""
    return to.say("notice-nowhere" if officer_id is not None else "notice-no-communities")


def unit_name(to: Addressee, unit: Unit) -> str:
    community = community_at(to.register, unit.ground.community)
    if unit.area is None:
        return community_name(to.say, community)
    return to.say("notice-area", area=to.say.place(unit.area), community=to.say.place(community.name))


def unit_label(to: Addressee, unit: Unit, places: Sequence[NoticePlace]) -> str:
    name, ticked = unit_name(to, unit), unit.ticked(places)
    if unit.is_whole(ticked):
        return to.say("notice-ticked-button", name=name)
    return to.say("notice-partly-button", name=name, count=len(ticked)) if ticked else name


async def tick_all(context: Context, button: TickAll) -> None:
    await audience.tick_all(context.tx, context.actor, context.tools.register, button.notice_id)
    context.show(Audience(button.notice_id, 0))


async def take_chats(context: Context, button: TakeChats) -> None:
    await drafts.set_chats(context.tx, context.actor, button.notice_id, button.chats)
    context.show(Audience(button.notice_id, 0))


async def whom_lines(to: Addressee, notice: Notice) -> list[str]:
    """«Куди: Комишуваська селищна громада: с. Веселе, с. Зоряне.», and how many that is."""
    places, named = await stored_notices.places(to.tx, notice.id), list[str]()
    for unit in await ordered_units(to, notice):
        ticked = unit.ticked(places)
        if unit.is_whole(ticked):
            named.append(unit_name(to, unit))
        elif ticked:
            codes = [each for each in in_order(to.register, unit) if each in ticked]
            settlements = at_most(to, [place_name(to, each) for each in codes])
            named.append(to.say("notice-places-in", unit=unit_name(to, unit), settlements=", ".join(settlements)))
    where = to.say("notice-where", places="; ".join(at_most(to, named)))
    return [where, await reach_line(to, notice)]


def at_most(to: Addressee, names: Sequence[str]) -> list[str]:
    """The first of these names, and how many more there are."""
    left = len(names) - NAMED
    return [*names[:NAMED], *([to.say("notice-more-places", count=left)] if left > 0 else [])]


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
    whole = say("notice-ticked-button", name=all_of_it) if unit.is_whole(ticked) else all_of_it
    rows: list[list[Label]] = [[(whole, TickUnit(button.notice_id, unit.key, button.page))]]
    for each in page_of(settlements, button.page):
        name = place_name(to, each)
        label = say("notice-ticked-button", name=name) if each in ticked else name
        rows.append([(label, TickSettlement(button.notice_id, unit.key, each, button.page))])
    turn = (UnitPage(button.notice_id, unit.key, button.page + step) for step in (-1, 1))
    rows += turning(to, len(settlements), button.page, *turn)
    done: list[Label] = [(say("notice-ready-button"), Audience(button.notice_id, 0))]
    return Screen(unit_name(to, unit), [say("notice-tick")], buttons=[*rows, done])


def place_name(to: Addressee, code: SettlementCode) -> str:
    """A settlement, or those of its community who named none."""
    return settlement_name(to.say, settlement_at(to.register, code)) if code else to.say("notice-nowhere-named")


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
