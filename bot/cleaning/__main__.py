"""One file, cleaned: see `process`."""

import json
import sys
from pathlib import Path

from bot.cleaning import Uncleanable
from bot.cleaning.kinds import clean
from bot.confined import limit


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
