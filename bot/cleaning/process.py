"""Cleans a file in a process of its own, which ends with the file: what breaks it breaks nothing else.

The child (`python -m bot.cleaning SOURCE TARGET`) sets its own limits before it reads a byte, knows no token and no
database, and answers in a line of JSON. One that takes too long is killed with all that it has started.
"""

import asyncio
import json
import os
import signal
import sys
from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from bot.cleaning import Fault

ROOT = Path(__file__).parent.parent.parent
SECONDS = 60
CHILD = ("-m", "bot.cleaning")
PASSED_ON = ("PATH", "LD_LIBRARY_PATH", "LANG", "TZ")  # of the environment


@dataclass(frozen=True, slots=True)
class Result:
    """What came of it. `about`: width, height and duration of a video."""

    fault: Fault | None = None
    about: Mapping[str, int] = field(default_factory=dict)


async def clean(source: Path, target: Path, within: Callable[[float], AbstractAsyncContextManager[object]]) -> Result:
    """Write `source` cleaned to `target`, which is not there where that fails. `within` limits the seconds it takes."""
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        *CHILD,
        str(source),
        str(target),
        cwd=ROOT,
        env={name: os.environ[name] for name in PASSED_ON if name in os.environ},
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        start_new_session=True,
    )
    result = Result(Fault.BROKEN)
    try:
        async with within(SECONDS):
            answer, _ = await child.communicate()
        result = read(answer)
    except TimeoutError:
        pass
    finally:
        await end(child)
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


async def end(child: asyncio.subprocess.Process) -> None:
    """With what it has started."""
    with suppress(ProcessLookupError):
        os.killpg(child.pid, signal.SIGKILL)
    await child.wait()
