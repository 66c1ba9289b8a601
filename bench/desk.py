"""What a desk costs: opening its lists, searching, taking a case, with 1,000 cases in the database and with many; each
press of a walk through a desk of 300; and searches that find nothing in a desk of 2,000.

A desk is as big in a small database as in a big one: there are more of them. Three bots are up, and take turns: one
with few cases, one with many, and a second one with few. What the two small ones differ by is the noise of the
measurement, printed next to the ratio. A ratio is of one turn, and the median of the turns counts, with the range that
holds it in 95 of 100 measurements. All else is one bot alone.

A size below 100,000 is a trial of a minute or two: two turns, and small desks. Its figures say nothing.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from statistics import median
from typing import TypeAlias

from rich.console import Console
from rich.table import Table

from bench.desk_presses import Pressed, walked
from bench.desks import OFFICERS, WHERE, Cost, Desks, Where, desks
from bench.press import p95
from bench.verdicts import at_most
from bot.domain.case_lists import Tab

DESK, WALKED_DESK, BIG_DESK = 250, 300, 2000  # cases
FEW = OFFICERS * DESK
RATIO, PRESS, CALLS, SEARCH = 1.05, 50, 3, 200  # must: many ÷ few; ms, p95; calls of Telegram; ms
ACTS: dict[str, Callable[[Desks, int], Awaitable[Cost]]] = {
    "open a list": Desks.lists,
    "search": Desks.found,
    "take a case": Desks.taken,
}


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is done. Of the `acts` of a turn a quarter is each officer's: half of their cases can be taken."""

    turns: int  # besides the first, in which everything is new
    acts: int
    walks: int
    searches: int
    big_desk: int


FULL, TRIAL = Plan(24, 20, 20, 40, BIG_DESK), Plan(2, 4, 1, 4, 100)
FULL_FROM = 100_000


@dataclass(frozen=True, slots=True)
class Turn:
    """What an act cost with few cases, with many, and with few in a second database."""

    few: Cost
    many: Cost
    again: Cost

    @property
    def ratio(self) -> float:
        return self.many.cpu / self.few.cpu

    @property
    def noise(self) -> float:
        return self.again.cpu / self.few.cpu


Turns: TypeAlias = dict[str, list[Turn]]


async def compared(where: Where, cases: int, plan: Plan) -> Turns:
    """Who goes first changes from turn to turn: A B C, B C A, C A B."""
    turns: Turns = {name: [] for name in ACTS}
    async with AsyncExitStack() as stack:
        bots = [await stack.enter_async_context(desks(where, size, DESK)) for size in (FEW, cases, FEW)]
        for turn in range(plan.turns + 1):
            for name, act in ACTS.items():
                costs: dict[int, Cost] = {}
                for at in range(len(bots)):
                    each = (at + turn) % len(bots)
                    costs[each] = await act(bots[each], plan.acts)
                turns[name].append(Turn(costs[0], costs[1], costs[2]))
    return {name: each[1:] for name, each in turns.items()}


@dataclass(frozen=True, slots=True)
class Searches:
    """Of a big desk: what a search that finds nothing costs, and how long another officer's presses take beside one."""

    found: Cost
    beside: Sequence[float]


async def searched(bot: Desks, count: int) -> Searches:
    found = await bot.found(count)
    searcher, other = bot.people.officers[0], bot.people.officers[1]
    page, beside = await bot.list_of(other), list[float]()
    for _ in range(count):
        own = await bot.list_of(searcher)
        search = asyncio.create_task(bot.searches(searcher, own))
        while not search.done():
            tab = (Tab.CLOSED, Tab.MINE)[len(beside) % 2]
            beside.append(await bot.opens(other, page, tab))
        await search
    return Searches(found, beside)


async def measure(console: Console, cases: int = 1_000_000) -> None:
    plan = FULL if cases >= FULL_FROM else TRIAL
    for name, where in WHERE.items():
        with console.status(f"desks of {DESK} on {name}: {FEW:,} cases and {cases:,}"):
            turns = await compared(where, cases, plan)
        console.print(table_of_turns(f"Desks of {DESK} cases, {name}: median of {plan.turns}", turns, cases))
        with console.status(f"a walk through a desk of {WALKED_DESK} on {name}"):
            async with desks(where, WALKED_DESK * OFFICERS, WALKED_DESK, record=True) as bot:
                presses = await walked(bot, plan.walks)
        console.print(table_of_presses(f"A desk of {WALKED_DESK} cases, {name}: {plan.walks} walks", presses))
        with console.status(f"searches in a desk of {plan.big_desk:,} on {name}"):
            async with desks(where, plan.big_desk * OFFICERS, plan.big_desk) as bot:
                found = await searched(bot, plan.searches)
        console.print(table_of_searches(f"A desk of {plan.big_desk:,} cases, {name}", found))


def table_of_turns(title: str, turns: Turns, cases: int) -> Table:
    columns = ("", f"CPU µs, {FEW:,} cases", f"{cases:,}", "ratio", "95 %", "noise", "must")
    table = Table(*columns, title=title)
    for act, each in turns.items():
        ratios = [turn.ratio for turn in each]
        lowest, highest = around_median(ratios)
        table.add_row(
            act,
            f"{median(turn.few.cpu for turn in each):,.0f}",
            f"{median(turn.many.cpu for turn in each):,.0f}",
            f"{median(ratios):.3f}",
            f"{lowest:.3f}–{highest:.3f}",
            f"{median(turn.noise for turn in each):.3f}",
            at_most(median(ratios), RATIO),
        )
    return table


def around_median(values: Sequence[float]) -> tuple[float, float]:
    """Between which two of the values the true median is, in 95 of 100 cases: of 24 the 7th and the 18th."""
    ordered, away = sorted(values), 0.98 * len(values) ** 0.5
    first = max(0, round(len(values) / 2 - away) - 1)
    return ordered[first], ordered[-1 - first]


def table_of_presses(title: str, presses: dict[str, Pressed]) -> Table:
    table = Table("", "p50 ms", "p95 ms", "must", "calls", "must", title=title)
    for name, each in presses.items():
        wait = p95_of(each.seconds)
        calls = max(each.calls)
        figures = (f"{median(each.seconds) * 1000:.1f}", f"{wait:.1f}", at_most(wait, PRESS))
        table.add_row(name, *figures, f"{calls}", at_most(calls, CALLS))
    return table


def table_of_searches(title: str, searches: Searches) -> Table:
    table = Table("", "CPU µs", "p95 ms", "must", title=title)
    wait, beside = p95_of(searches.found.seconds), p95_of(searches.beside)
    table.add_row("a search that finds nothing", f"{searches.found.cpu:,.0f}", f"{wait:.1f}", at_most(wait, SEARCH))
    table.add_row("another officer's list beside it", "", f"{beside:.1f}", at_most(beside, PRESS))
    return table


def p95_of(seconds: Sequence[float]) -> float:
    """In milliseconds; of a single value that one."""
    return (p95(seconds) if len(seconds) > 1 else seconds[0]) * 1000
