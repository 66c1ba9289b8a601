"""A folder for files that are being prepared: this process's own, readable for its own user alone, and removed with it.

A killed process leaves its folder behind. Each folder has a lock file that its process holds, so that the next one
finds out which folders are abandoned, and removes those.
"""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

LOCK = "lock"


def common_folder() -> Path:
    return Path(tempfile.gettempdir()) / f"hromada-bot-{os.getuid()}"


@contextmanager
def private_folder(common: Path | None = None) -> Iterator[Path]:
    """The folder, as long as it is needed. Raises PermissionError where another user has made the common one."""
    common = common or common_folder()
    common.mkdir(mode=0o700, parents=True, exist_ok=True)
    if common.is_symlink() or common.stat().st_uid != os.getuid():
        raise PermissionError(f"{common}: it is another user's")
    common.chmod(0o700)
    with ExitStack() as stack:
        with (common / LOCK).open("w") as coming:  # one process at a time looks around and makes its own
            fcntl.flock(coming, fcntl.LOCK_EX)
            _remove_abandoned(common)
            folder = Path(tempfile.mkdtemp(dir=common))
            stack.callback(shutil.rmtree, folder, ignore_errors=True)
            fcntl.flock(stack.enter_context((folder / LOCK).open("w")), fcntl.LOCK_EX)
        yield folder


def _remove_abandoned(common: Path) -> None:
    for folder in common.iterdir():
        try:
            with (folder / LOCK).open("a") as lock:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(folder)
        except OSError:
            continue  # its process is alive, or it is no folder
