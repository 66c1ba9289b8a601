"""Reads a workbook in a process of its own (`bot.confined`): `python -m bot.sheets SOURCE TARGET` writes what it has
read as JSON. One that needs too much memory or time has written nothing, and is broken.
"""

import asyncio
import json
from pathlib import Path

from bot.confined import Within, answer_of
from bot.sheets import Fault, Odd, OddCell, Workbook

CHILD = ("-m", "bot.sheets")


async def read(source: Path, target: Path, within: Within) -> Workbook:
    """`target` is used on the way, and gone afterwards. `within` limits the seconds it takes."""
    try:
        if not await answer_of(CHILD, source, target, within):
            return Workbook(fault=Fault.BROKEN)
        return await asyncio.to_thread(_workbook, target)
    finally:
        target.unlink(missing_ok=True)  # noqa: ASYNC240  # as fast as any call


def _workbook(written: Path) -> Workbook:
    content = json.loads(written.read_text())
    odd = [OddCell(each["sheet"], each["row"], each["column"], Odd(each["what"])) for each in content["odd"]]
    return Workbook(content["tables"], odd, Fault(content["fault"]) if content["fault"] else None)
