"""«Тиша»: when an officer's telephone makes no sound."""

from collections.abc import Iterable
from datetime import datetime, time

from bot.domain.people import require_officer
from bot.domain.policy import KYIV
from bot.domain.quiet_times import QuietTime, daily_from, morning_after
from bot.domain.refusals import NotFound
from bot.handlers.officers.buttons import (
    AskQuietBegin,
    AskQuietEnd,
    EndQuiet,
    MyPost,
    QuietDaily,
    QuietPage,
    QuietUntilMorning,
)
from bot.handlers.paging import back
from bot.services import quiet_times
from bot.storage import officers
from bot.storage import quiet_times as stored
from bot.surface.context import Context
from bot.surface.rendering import Addressee
from bot.surface.screens import Label, Screen

HOURS = range(24)
IN_A_ROW = 6


async def look(context: Context, button: QuietPage | AskQuietBegin | AskQuietEnd) -> None:
    require_officer(context.actor)
    context.show(button)


async def until_morning(context: Context, button: QuietUntilMorning) -> None:
    await quiet_times.until_morning(context.tx, context.actor)
    context.show(QuietPage())


async def each_day(context: Context, button: QuietDaily) -> None:
    await quiet_times.each_day(context.tx, context.actor, button.begins, button.lasts)
    context.show(QuietPage())


async def end(context: Context, button: EndQuiet) -> None:
    await quiet_times.end(context.tx, context.actor)
    context.show(QuietPage())


async def draw_page(to: Addressee, button: QuietPage) -> Screen:
    await require_post(to)
    say, kept = to.say, await stored.of_person(to.tx, to.person_id)
    morning = morning_after(to.tx.now, kept, to.tx.policy.notices.quiet)
    rows: list[list[Label]] = [
        [(say("quiet-until-morning-button", time=of_day(morning)), QuietUntilMorning())],
        [(say("quiet-daily-button"), AskQuietBegin())],
    ]
    state = lines_of(to, kept)
    if state:
        rows.append([(say("quiet-end-button"), EndQuiet())])
    lines = [*(state or [say("quiet-none")]), say("quiet-means")]
    return Screen(say("quiet-title"), lines, buttons=[*rows, *back(to, MyPost())])


async def draw_begin(to: Addressee, button: AskQuietBegin) -> Screen:
    await require_post(to)
    rows = in_rows((shown(time(hour)), AskQuietEnd(hour)) for hour in HOURS)
    return Screen(to.say("quiet-begin-title"), buttons=[*rows, *back(to, QuietPage())])


async def draw_end(to: Addressee, button: AskQuietEnd) -> Screen:
    await require_post(to)
    rows = in_rows(
        (shown(daily_from(button.begins, lasts)[1]), QuietDaily(button.begins, lasts)) for lasts in HOURS if lasts
    )
    lines = [to.say("quiet-begins", time=shown(daily_from(button.begins, 1)[0]))]
    return Screen(to.say("quiet-last-title"), lines, buttons=[*rows, *back(to, AskQuietBegin())])


def lines_of(to: Addressee, kept: QuietTime) -> list[str]:
    """Until when it is quiet now, and when each day; none where neither is."""
    lines, until = [], kept.lasts_until(to.tx.now)
    if until is not None:
        lines.append(to.say("quiet-now", time=of_day(until)))
    if kept.daily is not None:
        lines.append(to.say("quiet-daily", begins=shown(kept.daily.begins), ends=shown(kept.daily.ends)))
    return lines


async def require_post(to: Addressee) -> None:
    """Raises NotFound for anyone who is not an officer now."""
    card = await officers.of_person(to.tx, to.person_id)
    if card is None or not await officers.posts(to.tx, card.id):
        raise NotFound


def of_day(at: datetime) -> str:
    return shown(at.astimezone(KYIV).time())


def shown(at: time) -> str:
    return f"{at:%H:%M}"


def in_rows(labels: Iterable[Label]) -> list[list[Label]]:
    given = list(labels)
    return [given[at : at + IN_A_ROW] for at in range(0, len(given), IN_A_ROW)]
