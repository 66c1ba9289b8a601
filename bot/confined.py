"""Work on a file from outside in a process of its own, which ends with the file: what breaks it breaks nothing else.

The child is a module of ours. It limits itself (`limit`) before it reads a byte, has no token in its environment and no
database, and prints its answer. One that takes too long is killed with all that it has started.
"""

import asyncio
import os
import resource
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager, suppress
from pathlib import Path

ROOT = Path(__file__).parent.parent
SECONDS = 60
PASSED_ON = ("PATH", "LD_LIBRARY_PATH", "LANG", "TZ")  # of the environment
LIMITS = {
    resource.RLIMIT_AS: 512 * 1024**2,
    resource.RLIMIT_CPU: 30,
    resource.RLIMIT_FSIZE: 50 * 1024**2,
    resource.RLIMIT_CORE: 0,
}

Within = Callable[[float], AbstractAsyncContextManager[object]]  # limits the seconds that something takes


async def answer_of(child: Sequence[str], source: Path, target: Path, within: Within) -> bytes | None:
    """What the child printed, given these arguments of Python and the two files; None where it took too long."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *child,
        str(source),
        str(target),
        cwd=ROOT,
        env={name: os.environ[name] for name in PASSED_ON if name in os.environ},
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        async with within(SECONDS):
            answer, _ = await process.communicate()
    except TimeoutError:
        return None
    finally:
        await _end(process)
    return answer


async def _end(process: asyncio.subprocess.Process) -> None:
    """With what it has started."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    await process.wait()


def limit() -> None:
    """This process and what it starts. Called in the child."""
    os.umask(0o077)
    with suppress(OSError):  # where memory runs out, the kernel ends this process before the bot
        Path("/proc/self/oom_score_adj").write_text("1000")
    for kind, most in LIMITS.items():
        resource.setrlimit(kind, (most, most))
