"""A relay as a process of its own: started, weighed from outside, ended."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
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

    def memory(self) -> float:
        """Resident, in MB."""
        status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
        return int(line.split()[1]) / 1024

    def check(self) -> None:
        if self.process.poll() is not None:
            raise RuntimeError(f"{self.process.args!r} ended with {self.process.returncode}")


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
