"""One file, read: see `process`."""

import json
import sys
from dataclasses import asdict
from pathlib import Path

from bot.confined import limit
from bot.sheets.reading import read


def main(source: str, target: str) -> None:
    limit()
    workbook = read(Path(source))
    Path(target).write_text(json.dumps(asdict(workbook), ensure_ascii=False))
    print("read")


if __name__ == "__main__":
    main(*sys.argv[1:])
