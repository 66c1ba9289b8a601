"""Ours, whole and without a pace, as a process: `python -m bench.ours API_URL DATABASE`.

As `python -m bot run`, but for the pace: settings allow none that would not be the bottleneck here.
"""

import asyncio
import signal
import sys
from dataclasses import replace
from pathlib import Path

from bot import logs
from bot.app import Words, assembled, opened
from bot.clock import SystemClock
from bot.domain.policy import Policy
from bot.settings import load_settings
from bot.storage.open import database

TOKEN = "100:TOKEN"  # noqa: S105  # the simulator's
CONFIG = Path(__file__).parent.parent / "config.toml"


def unpaced() -> Policy:
    """The project's own config.toml, with no pace to speak of."""
    policy = load_settings(CONFIG, {}).policy()
    pace = replace(policy.pace, messages_per_second=1e6, chat_per_second=1e6, chat_burst=10**6)
    return replace(policy, pace=pace)


async def run(api_url: str, address: str) -> None:
    stopping = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stopping.set)
    policy, store = unpaced(), database(address)
    try:
        await opened(store)
        await store.hold()
        async with assembled(store, SystemClock(), policy, Words.load(policy), api_url=api_url, token=TOKEN) as app:
            await app.run(stopping)
    finally:
        await store.close()


if __name__ == "__main__":
    logs.set_up("info", as_json=True)
    asyncio.run(run(*sys.argv[1:]))
