"""The fixtures of all tests, and where tests write."""

import os
import shutil
import tempfile
from pathlib import Path

from hypothesis import settings

pytest_plugins = ["tests.postgres", "tests.keys", "tests.town"]

settings.register_profile("patient", deadline=None)  # a busy machine is no fault
settings.load_profile("patient")

MEMORY = Path("/dev/shm")  # noqa: S108  # each test has a folder of its own below it
ROOM = 2 * 1024**3  # bytes: far more than two workers have needed


def pytest_configure() -> None:
    """Have temporary files made in memory where there is room, unless TMPDIR names a place.

    A database of PostgreSQL is 500 files, and to make a file took 500 µs of CPU on a disk, 24 µs in memory.
    """
    if "TMPDIR" not in os.environ and roomy(MEMORY):
        os.environ["TMPDIR"] = tempfile.tempdir = str(MEMORY)


def roomy(place: Path) -> bool:
    """Whether programs may run there (PostgreSQL's may be copied there), and much can be written."""
    if not os.access(place, os.W_OK):
        return False
    return not os.statvfs(place).f_flag & os.ST_NOEXEC and shutil.disk_usage(place).free > ROOM
