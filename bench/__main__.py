"""All measurements, or one: `python -m bench [NAME [SIZE]]`, where the name is one of MEASURES."""

import asyncio
import platform
import signal
import sys
from collections.abc import Awaitable, Callable
from typing import Any

from rich.console import Console

from bench import (
    broadcast,
    burst,
    danger,
    desk,
    directory,
    erase,
    flat,
    flood,
    press,
    relay,
    rotation,
    sealing,
    standby,
    start,
)

MEASURES: dict[str, Callable[..., Awaitable[None]]] = {
    "burst": burst.measure,
    "relay": relay.measure,
    "press": press.measure,
    "flat": flat.measure,
    "desk": desk.measure,
    "start": start.measure,
    "standby": standby.measure,
    "broadcast": broadcast.measure,
    "flood": flood.measure,
    "sealing": sealing.measure,
    "rotation": rotation.measure,
    "erase": erase.measure,
    "danger": danger.measure,
    "directory": directory.measure,
}


async def main(console: Console, names: list[str], *size: Any) -> None:  # noqa: ANN401  # each measure has its own
    console.print(f"{platform.machine()}, Python {platform.python_version()}")
    for name in names:
        await MEASURES[name](console, *size)


if __name__ == "__main__":
    chosen = sys.argv[1:2]
    if chosen and chosen[0] not in MEASURES:
        sys.exit(f"there is no measure {chosen[0]}: {', '.join(MEASURES)}")
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that the relays end, too
    asyncio.run(main(Console(), chosen or list(MEASURES), *map(int, sys.argv[2:3])))
