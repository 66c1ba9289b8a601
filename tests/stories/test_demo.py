"""`python -m simulator`, as `make demo` runs it: it plays to its end, can be ended early, and says what went wrong."""

import asyncio
import os
import signal
import sys
from pathlib import Path

import pytest

from bot.clock import SystemClock
from simulator import Simulator
from simulator.demo.process import TOKEN, DemoFailed, log_in, running
from tests.process import ROOT

KEY_MOMENTS = (
    "лейтенант поліції Марія Шевченко (демо)",
    "Зателефонуйте 102",
    "▣ фото",
    "Надіслано: КШ-",
    "Звернення прийнято.",
    "👍",
    "Звернення закрито.",
    "Оцінка мешканця: 5 з 5.",
    "waiting: nothing; failed: nothing",
)


async def demo(folder: Path, *arguments: str) -> asyncio.subprocess.Process:
    """The demo as a process that keeps its files below `folder`."""
    env = {**os.environ, "TMPDIR": str(folder), "COLUMNS": "100", "NO_COLOR": "1"}
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "simulator", *arguments, cwd=ROOT, env=env,
        stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
    )  # fmt: skip


def left_in(folder: Path) -> list[Path]:
    return list(folder.iterdir())


async def test_the_demo_plays_a_case_from_the_first_press_to_the_rating_and_leaves_nothing(tmp_path: Path) -> None:
    child = await demo(tmp_path, "--fast")
    printed = (await child.communicate())[0].decode()
    assert child.returncode == 0, printed
    places = [printed.find(moment) for moment in KEY_MOMENTS]
    assert -1 not in places, printed
    assert places == sorted(places), printed
    assert not left_in(tmp_path)


async def test_the_demo_can_be_ended_early_and_leaves_nothing(tmp_path: Path) -> None:
    child = await demo(tmp_path)
    assert child.stdout is not None
    while "the bot runs" not in (await child.stdout.readline()).decode():
        assert not child.stdout.at_eof()
    child.send_signal(signal.SIGINT)
    rest = (await child.communicate())[0].decode()
    assert "Nothing is left behind." in rest
    assert "Traceback" not in rest
    assert child.returncode == 130
    assert not left_in(tmp_path)


async def test_a_bot_that_cannot_run_is_told_with_its_last_words(tmp_path: Path) -> None:
    async with Simulator(SystemClock()) as telegram:
        telegram.bot(TOKEN, "hromada_bot")
        with pytest.raises(DemoFailed, match="exit code 2"):
            async with running(telegram, tmp_path, BOT_LOG_LEVEL="loud"):
                pass
    assert "BOT_LOG_LEVEL" in log_in(tmp_path).read_text()
