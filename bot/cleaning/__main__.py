"""One file, cleaned: see `process`."""

import json
import os
import resource
import sys
from contextlib import suppress
from pathlib import Path

from bot.cleaning import Uncleanable
from bot.cleaning.kinds import clean

LIMITS = {
    resource.RLIMIT_AS: 512 * 1024**2,
    resource.RLIMIT_CPU: 30,
    resource.RLIMIT_FSIZE: 50 * 1024**2,
    resource.RLIMIT_CORE: 0,
}


def limit() -> None:
    """This process and what it starts."""
    os.umask(0o077)
    with suppress(OSError):  # where memory runs out, the kernel ends this process before the bot
        Path("/proc/self/oom_score_adj").write_text("1000")
    for kind, most in LIMITS.items():
        resource.setrlimit(kind, (most, most))


def main(source: str, target: str) -> None:
    limit()
    about: dict[str, int] = {}
    fault = None
    try:
        about = clean(Path(source), Path(target))
    except Uncleanable as error:
        fault = error.fault
    print(json.dumps({"fault": fault, "about": about}))


if __name__ == "__main__":
    main(*sys.argv[1:])
