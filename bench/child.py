"""A relay as a process of its own: started, weighed from outside, ended."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Child:
    process: subprocess.Popen[bytes]

    def cpu(self) -> float:
        """Seconds of CPU so far, in the program and in the system, over all threads."""
        stat = Path(f"/proc/{self.process.pid}/stat").read_text(encoding="ascii")
        user, system = stat.rpartition(")")[2].split()[11:13]
        return (int(user) + int(system)) / TICKS

    def exact_cpu(self) -> float:
        """The same to the nanosecond, of threads that have not ended."""
        return exact_cpu(self.process.pid)

    def memory(self) -> float:
        """Resident, in MB."""
        status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
        return int(line.split()[1]) / 1024

    def check(self) -> None:
        if self.process.poll() is not None:
            raise RuntimeError(f"{self.process.args!r} ended with {self.process.returncode}")


def exact_cpu(pid: int) -> float:
    """Seconds of CPU that the threads of a process have used, those that have not ended; 0 where there is none."""
    spent = 0
    for thread in Path(f"/proc/{pid}/task").glob("*"):
        with suppress(OSError):  # it has ended meanwhile
            spent += int((thread / "schedstat").read_text(encoding="ascii").split()[0])
    return spent / 1e9


def children_of(pid: int) -> list[int]:
    """The processes that this one has started, as the kernel lists them."""
    lists = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(child) for each in lists for child in each.read_text(encoding="ascii").split()]


@contextmanager
def running(module: str, *args: str, log: Path | None = None) -> Iterator[Child]:
    """`python -m module args…` until the block ends; what it writes goes to `log`."""
    output = (log or Path(os.devnull)).open("wb")
    command = [sys.executable, "-m", module, *args]
    with output, subprocess.Popen(command, cwd=ROOT, stdout=output, stderr=output) as process:  # noqa: S603
        try:
            yield Child(process)
        finally:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
