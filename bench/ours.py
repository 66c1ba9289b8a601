"""Ours, whole, as a process: `python -m bench.ours API_URL DATABASE [MESSAGES_PER_SECOND [KEYS]]`.

As `python -m bot run`, but for the pace, which is the one named, or none: settings allow none that would not be the
bottleneck here.
"""

import asyncio
import signal
import sys
import tempfile
from dataclasses import replace
from datetime import time
from pathlib import Path

from bot import logs
from bot.app import Resources, assembled, open_migrated
from bot.clock import SystemClock
from bot.domain.policy import DailySpan, Policy
from bot.settings import load_settings
from bot.storage.key_file import KeyFile
from bot.storage.open import database
from tests.keys import same_keys

TOKEN = "100:TOKEN"  # noqa: S105  # the simulator's
CONFIG = Path(__file__).parent.parent / "config.toml"


def paced(messages_per_second: float) -> Policy:
    """The project's own config.toml with this pace, and no night in which notices would wait."""
    policy = load_settings(CONFIG, {}).policy()
    pace = replace(policy.pace, messages_per_second=messages_per_second, chat_per_second=1e6, chat_burst=10**6)
    notices = replace(policy.notices, quiet=DailySpan(time(0), time(0)))
    cases = replace(policy.cases, folded_after=10**6)  # each message is counted
    erasure_list = Path(tempfile.gettempdir()) / "bench-erasures.txt"
    return replace(policy, pace=pace, notices=notices, cases=cases, erasure_list=erasure_list)


async def run(api_url: str, address: str, messages_per_second: str = "1e6", keys_file: str = "") -> None:
    stopping = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stopping.set)
    keys = KeyFile(Path(keys_file)).keys() if keys_file else same_keys()
    policy, store = paced(float(messages_per_second)), database(address, keys)
    try:
        await open_migrated(store)
        await store.hold()
        async with assembled(store, SystemClock(), policy, Resources.load(policy), api_url=api_url, token=TOKEN) as app:
            await app.run(stopping)
    finally:
        await store.close()


if __name__ == "__main__":
    logs.set_up("info", as_json=True)
    asyncio.run(run(*sys.argv[1:]))
