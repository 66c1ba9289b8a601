"""The demo by hand: the simulator and the bot as two processes, and the page of telephones until Ctrl-C."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path

from simulator.demo.backstage import FollowingBot
from simulator.demo.cast import POSTS, Cast, Chats, chats_are_bound, everyone_comes_in, everyone_opens_the_menu
from simulator.demo.clock import ShiftedClock, until_opening
from simulator.demo.process import TOKEN, environment, working
from simulator.demo.stage import Stage
from simulator.page import Table, serving
from simulator.server import Simulator


async def open_page(stage: Stage, folder: Path, port: int) -> None:
    """Serve the page for ever, the first telephones lying ready. Raises DemoFailed, AssertionError."""
    clock = ShiftedClock(until_opening(datetime.now(UTC)))
    async with Simulator(clock) as telegram:
        account = telegram.bot(TOKEN, "hromada_bot")
        following = FollowingBot(telegram, folder, environment(telegram, folder), clock=clock)
        async with working(following) as bot:
            telegram.settled = bot.settled
            cast = await everyone_comes_in(stage, bot)
            chats = await chats_are_bound(stage, bot, cast.officers[0])
            await everyone_opens_the_menu(cast)
            telegram.settled = None  # from here on nobody waits for a bot that may have been killed
            table = Table(telegram, account)
            lay(table, cast, chats)
            async with serving(table, bot, port) as address:
                stage.invites(address)
                await asyncio.Event().wait()


def lay(table: Table, cast: Cast, chats: Chats) -> None:
    """A resident who has not met the bot yet, the first officer, the coordinator; then the others, and the chats."""
    table.add_telephone("Олена")
    officers = list(zip(cast.officers, POSTS, strict=True))
    for officer, post in officers[:1]:
        table.put(officer, f"{post.rank}, {post.community} громада")
    table.put(cast.coordinator, "координаторка поліції області")
    for officer, post in officers[1:]:
        table.put(officer, f"{post.rank}, {post.community} громада")
    for group in (chats.group, chats.forum, chats.channel):
        table.put_group(group)
