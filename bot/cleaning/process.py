"""Cleans a file in a process of its own (`bot.confined`): `python -m bot.cleaning SOURCE TARGET` answers in a line of
JSON.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bot.cleaning import Fault
from bot.confined import Within, answer_of

CHILD = ("-m", "bot.cleaning")


@dataclass(frozen=True, slots=True)
class Result:
    """What came of it. `about`: width, height and duration of a video."""

    fault: Fault | None = None
    about: Mapping[str, int] = field(default_factory=dict)


async def clean(source: Path, target: Path, within: Within) -> Result:
    """Write `source` cleaned to `target`, which is not there where that fails. `within` limits the seconds it takes."""
    result = Result(Fault.BROKEN)
    try:
        answer = await answer_of(CHILD, source, target, within)
        if answer is not None:
            result = read(answer)
    finally:
        if result.fault is not None:
            target.unlink(missing_ok=True)  # noqa: ASYNC240  # as fast as any call
    return result


def read(answer: bytes) -> Result:
    """A child that was ended by its limits has said nothing."""
    try:
        said = json.loads(answer)
    except ValueError:
        return Result(Fault.BROKEN)
    return Result(Fault(said["fault"]) if said["fault"] else None, said["about"])
