"""How long people wait at an everyday pace, 20 a second: for a message to come across, and for a pressed button."""

import asyncio
from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, replace
from datetime import datetime
from statistics import quantiles

from rich.console import Console
from rich.table import Table

from bench import relays
from bench.child import Child
from bench.crowd import Carried, Crowd, carried, mark_of, questions
from bench.database import on_sqlite
from bench.relay import SIZE
from bench.relays import Relay
from bench.verdicts import at_most
from bot.handlers.cases.buttons import NewReport
from simulator import Bubble, Person

RATE = 20
PRESS_MUST, PRESS_AIM = 50, 20  # ms, p95
RELAY_MUST, RELAY_AIM = 2, 1.2  # × plain, p95


@dataclass(frozen=True, slots=True)
class Presses:
    """Seconds from a press to the new screen."""

    p50: float
    p95: float


async def pressed(people: Crowd, child: Child, count: int) -> Presses:
    """Have residents press a button `RATE` times a second, each on a message of their own."""
    waiting: list[tuple[datetime, Bubble]] = []
    loop = asyncio.get_running_loop()
    began = loop.time()
    for at, person in zip(range(count), people.residents, strict=False):
        bubble = people.account.write(person.id, {"text": "…"})
        await asyncio.sleep(began + at / RATE - loop.time())
        waiting.append((people.telegram.clock.now(), bubble))
        await person.forges(NewReport().pack(), on=bubble)
    while not all(bubble.edited for _, bubble in waiting):
        await asyncio.sleep(0.02)
        child.check()
    delays = [(bubble.fields["edit_date"] - since).total_seconds() for since, bubble in waiting]
    cuts = quantiles(delays, n=100, method="inclusive")
    return Presses(cuts[49], cuts[94])


async def waited(people: Crowd, child: Child, residents: Sequence[Person], number: int = 0) -> list[float]:
    """Have each of these residents write once, `RATE` a second: seconds until the officer has it, of each message.

    A second call for the same residents takes another `number`.
    """
    loop = asyncio.get_running_loop()
    began = loop.time()
    had = {id(bubble) for bubble in people.received(people.officers)}
    for at, act in enumerate(questions(replace(people, residents=residents), 1, number)):
        await asyncio.sleep(began + at / RATE - loop.time())
        await act()
    while len(came := [each for each in people.received(people.officers) if id(each) not in had]) < len(residents):
        await asyncio.sleep(0.02)
        child.check()
    own = (bubble for person in residents for bubble in person.chat if not bubble.from_bot and "#" in bubble.text)
    said = {mark_of(bubble): bubble.date for bubble in own}
    return [(bubble.date - said[mark_of(bubble)]).total_seconds() for bubble in came]


def p95(delays: Sequence[float]) -> float:
    return quantiles(delays, n=100, method="inclusive")[94]


async def talked(people: Crowd, child: Child, residents: Sequence[Person]) -> float:
    """`waited`, p95."""
    return p95(await waited(people, child, residents))


async def both(relay: AbstractAsyncContextManager[Relay], count: int) -> tuple[Carried, Presses]:
    async with relay as working:
        people, child = working.people, working.child
        acts = questions(people, 1)[:count]
        return await carried(people, child, acts, people.officers, RATE), await pressed(people, child, count)


async def measure(console: Console, count: int = 300) -> None:
    with console.status(f"{RATE} a second: plain, ours"):
        plain, plain_presses = await both(relays.without_database("bench.plain", SIZE), count)
        ours, presses = await both(relays.ours(on_sqlite(), SIZE), count)
    table = Table("", "p50 ms", "p95 ms", "plain p95 ms", "measure", "must", "aim", title=f"At {RATE} a second")
    ratio, wait = ours.p95 / plain.p95, presses.p95 * 1000
    table.add_row(
        "a message to the other side",
        f"{ours.p50 * 1000:.1f}",
        f"{ours.p95 * 1000:.1f}",
        f"{plain.p95 * 1000:.1f}",
        f"{ratio:.2f} × plain",
        at_most(ratio, RELAY_MUST),
        at_most(ratio, RELAY_AIM),
    )
    table.add_row(
        "a press to the new screen",
        f"{presses.p50 * 1000:.1f}",
        f"{wait:.1f}",
        f"{plain_presses.p95 * 1000:.1f}",
        f"{wait:.1f} ms",
        at_most(wait, PRESS_MUST),
        at_most(wait, PRESS_AIM),
    )
    console.print(table)
