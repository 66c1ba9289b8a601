"""`python -m simulator story`, as `make story` runs it: it ends by itself or early, and says what went wrong."""

import asyncio
import os
import signal
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.domain.policy import KYIV
from simulator import Simulator
from simulator.demo.backstage import FollowingBot
from simulator.demo.clock import ShiftedClock, until_opening
from simulator.demo.process import TOKEN, DemoFailed, environment, log_in, working
from tests.process import ROOT

KEY_MOMENTS = (
    "лейтенант поліції Марія Шевченко (демо)",
    "Зателефонуйте 102",
    "▣ фото",
    "Надіслано: КШ-",
    "Звернення в роботі.",
    "👍",
    "Звернення закрито.",
    "Оцінка мешканця: 5 з 5.",
    "Наступний прийом: завтра, 16:00–19:00",
    "Отримають: 1 мешканець, 2 групи, 1 канал.",
    "група «Комишуваха: сусіди (демо)»",
    "форум «Комишуваха: форум (демо)», тема «Поліція»",
    "канал «Комишуваха онлайн (демо)»",
    "Мешканці: доставлено 1",
    "The clock goes on to the next day, 08:00",
    "Сьогодні, пʼятниця",
    "waiting: nothing; failed: nothing",
)


async def demo(folder: Path, *arguments: str) -> asyncio.subprocess.Process:
    """The demo as a process that keeps its files below `folder`."""
    env = {**os.environ, "TMPDIR": str(folder), "COLUMNS": "100", "NO_COLOR": "1"}
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "simulator", "story", *arguments, cwd=ROOT, env=env,
        stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
    )  # fmt: skip


def left_in(folder: Path) -> list[Path]:
    return list(folder.iterdir())


async def test_the_demo_plays_from_the_first_press_to_the_reminder_and_leaves_nothing(tmp_path: Path) -> None:
    child = await demo(tmp_path, "--fast")
    printed = (await child.communicate())[0].decode()
    assert child.returncode == 0, printed
    places = [printed.find(moment) for moment in KEY_MOMENTS]
    assert -1 not in places, printed
    assert places == sorted(places), printed
    assert not left_in(tmp_path)


def test_the_demo_is_played_on_a_thursday_morning_at_any_time_of_the_week() -> None:
    start = datetime(2026, 3, 27, 21, 30, tzinfo=UTC)  # the clocks go forward on the 29th
    for now in (start + timedelta(hours=hours) for hours in range(0, 24 * 7, 5)):
        shift = until_opening(now)
        assert f"{(now + shift).astimezone(KYIV):%a %H:%M}" == "Thu 10:00", now
        assert abs(shift) < timedelta(days=4), now  # an invitation of the machine's clock still holds


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


async def test_a_bot_that_cannot_run_is_reported_with_its_last_output(tmp_path: Path) -> None:
    clock = ShiftedClock()
    async with Simulator(clock) as telegram:
        telegram.bot(TOKEN, "hromada_bot")
        settings = environment(telegram, tmp_path, BOT_LOG_LEVEL="loud")
        with pytest.raises(DemoFailed, match="exit code 1"):
            async with working(FollowingBot(telegram, tmp_path, settings, clock=clock)):
                pass
    assert "BOT_LOG_LEVEL" in log_in(tmp_path).read_text()
