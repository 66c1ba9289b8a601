"""Takes out of files what tells who made them, where and when. Plain functions, which know nothing of the bot.

What a file is, is found in its bytes, never in its name. Pictures are cleaned without being decoded: the parts that
show the picture are kept as they are, all others are left out (`pictures`). So nothing is lost of it, and no bomb is
opened. What a cleaner does not know is not passed on: a kind of part that it does not keep by name is left out, and a
file that it cannot read is refused.

Cleaners meet files that are made to break them, so each file is cleaned in a process of its own (`process`), with
limits on its memory, its time and what it writes.
"""

from enum import StrEnum


class Fault(StrEnum):
    """Why a file cannot be cleaned."""

    UNKNOWN = "unknown"  # of no kind that is known here
    BROKEN = "broken"
    LOCKED = "locked"  # by a password


class Uncleanable(Exception):
    """There is nothing that may be passed on."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.value)
        self.fault = fault
