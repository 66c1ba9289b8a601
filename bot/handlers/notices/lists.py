"""The way in for those who write notices, and the lists of what was written."""

from bot.domain.ids import NoticeId
from bot.domain.notices import Notice, Status
from bot.domain.refusals import NotFound
from bot.handlers.communities.buttons import CoordinatorHome
from bot.handlers.notices import form
from bot.handlers.notices.audience import nowhere
from bot.handlers.notices.broadcast import title
from bot.handlers.notices.buttons import ChooseTopic, NoticeList, NoticePage, NoticesHome, Side
from bot.handlers.paging import PAGE, back, turning
from bot.handlers.people.buttons import Menu
from bot.services.notices import audience
from bot.storage import notices as stored_notices
from bot.storage import people
from bot.surface.buttons import Button
from bot.surface.context import Context
from bot.surface.rendering import Addressee
from bot.surface.screens import Label, Screen


async def home(context: Context) -> None:
    """The label of the menu."""
    side = Side.OFFICER if context.actor.officer_id is not None else Side.COORDINATOR
    await show_home(context, NoticesHome(side))


async def show_home(context: Context, button: NoticesHome) -> None:
    form.require_side(context, button.side)
    await form.stop(context)
    context.show(button)


async def draw_home(to: Addressee, button: NoticesHome) -> Screen:
    actor, say = await people.known(to.tx, to.person_id), to.say
    if not (actor.officer_id if button.side is Side.OFFICER else actor.coordinates):
        raise NotFound
    officer_id = actor.officer_id if button.side is Side.OFFICER else None
    reaches = any(each.share for each in await audience.units_of(to.tx, to.register, actor.person_id, officer_id))
    lines = [say("notices-explained")] if reaches else [nowhere(to, officer_id)]
    rows: list[list[Label]] = [[(say("notice-mine-button"), NoticeList(button.side, others=False, page=0))]]
    if reaches:
        rows.insert(0, [(say("notice-new-button"), ChooseTopic(NoticeId(0), button.side))])
    if button.side is Side.COORDINATOR:
        rows.append([(say("notice-others-button"), NoticeList(button.side, others=True, page=0))])
    above: Button = CoordinatorHome() if button.side is Side.COORDINATOR else Menu()
    return Screen(say("notices-title"), lines, buttons=[*rows, *back(to, above)])


async def show_list(context: Context, button: NoticeList) -> None:
    form.require_side(context, button.side)
    context.show(button)


async def draw_list(to: Addressee, button: NoticeList) -> Screen:
    """One more than fits is read, to know whether there is a next page."""
    read = stored_notices.of_scope if button.others else stored_notices.of_author
    found = await read(to.tx, to.person_id, PAGE + 1, button.page * PAGE)
    rows: list[list[Label]] = [[(list_label(to, each), NoticePage(each.id))] for each in found[:PAGE]]
    pages = [NoticeList(button.side, button.others, button.page + step) for step in (-1, 1)]
    rows += turning(to, button.page * PAGE + len(found), button.page, *pages)
    lines = [] if found else [to.say("notices-none")]
    heading = to.say("notices-others-title") if button.others else to.say("notices-mine-title")
    return Screen(heading, lines, buttons=[*rows, *back(to, NoticesHome(button.side))])


def list_label(to: Addressee, notice: Notice) -> str:
    """«24 листопада · надіслано · Евакуація»: the day on which it was or will be sent; of a draft, when it was begun.

    It comes first, since a narrow telephone cuts the end of a label.
    """
    when = notice.sent_at or (notice.scheduled_at if notice.status is Status.WAITING else None) or notice.created_at
    day = to.say.short_day(when, to.tx.now)
    return to.say("notice-list-button", topic=title(to, notice), status=notice.status.value, day=day)
