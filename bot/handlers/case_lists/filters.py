"""«Фільтр»: what the cases of a list have in common. A filter that names what is not at one's desk finds nothing."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.case_lists import ALL, By, Filter, Tab
from bot.domain.cases import Category, Kind
from bot.domain.ids import AreaId
from bot.domain.refusals import NotFound
from bot.handlers.case_lists.buttons import DeskList, Narrow, NarrowBy, SearchCases, parts_of
from bot.handlers.paging import back, page_of, turning
from bot.register import SettlementCode, UnknownCode
from bot.storage import areas, case_lists, shown_lists
from bot.storage.case_lists import Desk
from bot.surface.context import Context
from bot.surface.rendering import Addressee, Sent
from bot.surface.screens import Label, Screen

TITLES = {
    By.SUBJECT: "case-lists-by-subject-button",
    By.SETTLEMENT: "case-lists-by-settlement-button",
    By.AREA: "case-lists-by-area-button",
}


async def desk_of(to: Addressee) -> Desk:
    """Raises NotFound."""
    desk = await case_lists.desk_of(to.tx, to.person_id)
    if desk is None:
        raise NotFound
    return desk


def set_or_none(narrowed: Filter) -> Filter | None:
    return None if narrowed == ALL else narrowed


async def look(context: Context, button: Narrow | NarrowBy) -> None:
    if await case_lists.desk_of(context.tx, context.actor.person_id) is None:
        raise NotFound
    context.show(button)


async def left(to: Addressee, button: Narrow | NarrowBy | SearchCases, sent: Sequence[Sent]) -> None:
    """This took the place of a list, and shows no words of a case."""
    for each in sent:
        shown_lists.forget_words(to.tx, to.chat_id, each.message_id)


def filter_row(to: Addressee, tab: Tab, narrowed: Filter) -> list[Label]:
    """The ways to the filter and to the search; from a narrowed list first back to all of it."""
    find: Label = (to.say("case-lists-search-button"), SearchCases())
    if narrowed != ALL:
        find = (to.say("case-lists-unfilter-button"), DeskList(tab, 0, back=False))
    return [(to.say("case-lists-filter-button"), Narrow(tab, *parts_of(narrowed))), find]


async def filter_lines(to: Addressee, desk: Desk, tab: Tab, narrowed: Filter) -> list[str]:
    """What narrows a list, in one line; none where nothing does."""
    said = [called(to, By.SUBJECT, narrowed.subject)] if narrowed.subject else []
    if narrowed.settlement:
        said.append(called(to, By.SETTLEMENT, narrowed.settlement))
    if narrowed.area:
        said.append((await names(to, desk, tab, By.AREA, narrowed)).get(str(narrowed.area), UNKNOWN))
    if narrowed.mine:
        said.append(to.say("case-lists-mine"))
    return [to.say("case-lists-filtered", by=", ".join(said))] if said else []


# What can be chosen.

UNKNOWN = "—"


def called(to: Addressee, by: By, value: str) -> str:
    """A category, a kind of case or a settlement by its name."""
    if by is By.SUBJECT:
        keys = {str(each): f"category-{each}" for each in Category} | {str(each): f"case-kind-{each}" for each in Kind}
        return to.say(keys[value]) if value in keys else UNKNOWN
    try:
        return to.say.place(to.register.settlement(value).name)
    except UnknownCode:
        return UNKNOWN


async def names(to: Addressee, desk: Desk, tab: Tab, by: By, narrowed: Filter) -> dict[str, str]:
    """What the cases of a list have in common, apart from what narrows it by the same, and how each is called."""
    shared = await case_lists.shared(to.tx, desk, tab, by, set_or_none(narrowed.without(by)))
    if by is not By.AREA:
        return {each.value: called(to, by, each.value) for each in shared}
    known = await areas.names(to.tx, [AreaId(int(each.value)) for each in shared])
    return {each.value: known.get(AreaId(int(each.value)), UNKNOWN) for each in shared}


def chosen(narrowed: Filter, by: By, value: str) -> Filter:
    match by:
        case By.SUBJECT:
            return replace(narrowed, subject=value)
        case By.SETTLEMENT:
            return replace(narrowed, settlement=SettlementCode(value))
        case By.AREA:
            return replace(narrowed, area=AreaId(int(value)))


async def draw_narrow(to: Addressee, button: Narrow) -> Screen:
    desk, tab, narrowed = await desk_of(to), button.tab, button.narrowed
    rows: list[list[Label]] = [
        [(to.say(TITLES[by]), NarrowBy(by, 0, tab, *parts_of(narrowed)))]
        for by in By
        if by is not By.AREA or len(await names(to, desk, tab, by, narrowed)) > 1
    ]
    whose = "case-lists-all-button" if narrowed.mine else "case-lists-mine-button"
    rows.append([(to.say(whose), DeskList(tab, 0, False, *parts_of(replace(narrowed, mine=not narrowed.mine))))])
    if narrowed != ALL:
        rows.append([(to.say("case-lists-unfilter-button"), DeskList(tab, 0, back=False))])
    lines = await filter_lines(to, desk, tab, narrowed) or [to.say("case-lists-not-filtered")]
    leave = back(to, DeskList(tab, 0, False, *parts_of(narrowed)))
    return Screen(to.say("case-lists-filter-title"), lines, buttons=[*rows, *leave])


async def draw_narrow_by(to: Addressee, button: NarrowBy) -> Screen:
    desk, by, tab, narrowed = await desk_of(to), button.by, button.tab, button.narrowed
    found = list((await names(to, desk, tab, by, narrowed)).items())
    rows: list[list[Label]] = [
        [(name, DeskList(tab, 0, False, *parts_of(chosen(narrowed, by, value))))]
        for value, name in page_of(found, button.page)
    ]
    rows += turning(
        to,
        len(found),
        button.page,
        NarrowBy(by, button.page - 1, tab, *parts_of(narrowed)),
        NarrowBy(by, button.page + 1, tab, *parts_of(narrowed)),
    )
    lines = [] if found else [to.say("desk-list-empty")]
    return Screen(to.say(TITLES[by]), lines, buttons=[*rows, *back(to, Narrow(tab, *parts_of(narrowed)))])
