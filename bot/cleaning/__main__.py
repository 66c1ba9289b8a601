"""One file, cleaned: see `process`."""

import json
import resource
import sys
from pathlib import Path

from bot.cleaning import Uncleanable
from bot.cleaning.kinds import clean

LIMITS = {
    resource.RLIMIT_AS: 1024 * 1024**2,
    resource.RLIMIT_CPU: 30,
    resource.RLIMIT_FSIZE: 50 * 1024**2,
    resource.RLIMIT_CORE: 0,
}


def main(source: str, target: str) -> None:
    for kind, limit in LIMITS.items():
        resource.setrlimit(kind, (limit, limit))
    about: dict[str, int] = {}
    fault = None
    try:
        about = clean(Path(source), Path(target))
    except Uncleanable as error:
        fault = error.fault
    print(json.dumps({"fault": fault, "about": about}))


if __name__ == "__main__":
    main(*sys.argv[1:])
