"""The table of a period on a screen: its lines, and the way to other periods."""

from collections.abc import Iterator, Sequence
from datetime import date, time

from bot.domain.cases import Kind
from bot.domain.figures import LISTED, MEDIAN, REST, TOTAL, Shown
from bot.domain.kyiv import moment
from bot.handlers.figures.buttons import FiguresOf, FiguresPage, SendFigures
from bot.handlers.joining.buttons import JoiningPage
from bot.handlers.paging import back
from bot.handlers.places import community_at, community_name
from bot.services import figures
from bot.services.figures import Table
from bot.surface.context import Context
from bot.surface.rendering import Addressee
from bot.surface.screens import Label, Screen
from bot.texts import Say

OTHERS = ("closed", "good", "poor", "notices", "reach", "receptions")
HOUR, DAY = 60, 24 * 60  # minutes
NOON = time(12)


async def look(context: Context, button: FiguresPage | FiguresOf) -> None:
    """The screen checks the right to the place."""
    context.show(button)


async def draw(to: Addressee, button: FiguresPage | FiguresOf) -> Screen:
    period = button.period if isinstance(button, FiguresOf) else None
    table = await figures.read(to.tx, to.person_id, button.community, period)
    home = back(to, JoiningPage(button.community))
    if table is None:
        return Screen(to.say("figures-title"), [to.say("figures-none")], buttons=home)
    send: Label = (to.say("figures-send-button"), SendFigures(table.community, table.period.first.isoformat()))
    rows: list[list[Label]] = [*period_rows(to, table), [send]]
    return Screen(to.say("figures-title"), lines_of(to, table), buttons=[*rows, *home])


def period_rows(to: Addressee, table: Table) -> list[list[Label]]:
    row: list[Label] = []
    if table.earlier is not None:
        row.append((to.say("figures-earlier-button"), FiguresOf(table.community, table.earlier.isoformat())))
    if table.later is not None:
        row.append((to.say("figures-later-button"), FiguresOf(table.community, table.later.isoformat())))
    return [row] if row else []


def lines_of(to: Addressee, table: Table) -> list[str]:
    """As many as a message holds: a subject that is left out has none."""
    say = to.say
    lines = [
        say("figures-line", name=name, value=number(say, shown))
        for name, shown in subjects_of(say, table)
        if shown is not None
    ]
    lines += [say("figures-line", name=name, value=value) for name, value in others_of(say, table)]
    return [
        community_name(say, community_at(to.register, table.community)),
        *head_of(say, table),
        "",
        *lines,
        "",
        say("figures-left-out"),
    ]


def head_of(say: Say, table: Table) -> list[str]:
    """Which days they are of."""
    lines = [say("figures-period", first=day(say, table.period.first), last=day(say, table.period.last))]
    return lines + ([say("figures-since", date=day(say, table.since))] if table.since is not None else [])


def day(say: Say, of: date) -> str:
    return say.date(moment(of, NOON))


def subjects_of(say: Say, table: Table) -> Iterator[tuple[str, Shown | None]]:
    """Every line of cases: the subjects, and what has no line."""
    for each in LISTED:
        name = say(f"case-kind-{each}" if isinstance(each, Kind) else f"category-{each}")
        yield name, table.shown.get(each)
    yield say("figures-rest"), table.shown.get(REST)


def others_of(say: Say, table: Table) -> Sequence[tuple[str, str]]:
    """The other lines: all cases, the median, and what else was counted."""
    half = table.shown.get(MEDIAN)
    return [
        (say("figures-total"), number(say, table.shown.get(TOTAL))),
        (say("figures-median"), say("figures-left-out-sign") if half is None else within(say, half)),
        *[(say(f"figures-{name}"), number(say, table.shown.get(name))) for name in OTHERS],
    ]


def number(say: Say, shown: Shown | None) -> str:
    if shown is None:
        return say("figures-left-out-sign")
    return str(shown.value) if shown.exact else say("figures-at-least", count=shown.value)


def within(say: Say, half: Shown) -> str:
    """«до 4 годин»: the time as people say it."""
    if half.value < HOUR:
        taken = say("minutes", count=half.value)
    elif half.value <= DAY:
        taken = say("hours", count=half.value // HOUR)
    else:
        taken = say("days", count=half.value // DAY)
    return taken if half.exact else say("figures-longer", time=taken)
