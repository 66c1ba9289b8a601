"""A file is cleaned in a process of its own: what becomes of that process becomes of no other."""

import asyncio
import os
from datetime import timedelta
from pathlib import Path

import pytest

from bot.cleaning import Fault
from bot.cleaning.process import Result, clean
from bot.confined import SECONDS
from simulator.clock import MovedClock
from tests import samples


@pytest.fixture
def clock() -> MovedClock:
    return MovedClock()


async def result_of(folder: Path, data: bytes, clock: MovedClock) -> tuple[Result, Path]:
    source, target = folder / "in", folder / "out"
    source.write_bytes(data)
    return await clean(source, target, clock.timeout), target


def is_child(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    monkeypatch.setattr("bot.cleaning.process.CHILD", ("-c", code))


async def test_a_file_is_cleaned_into_a_file_for_its_own_user(tmp_path: Path, clock: MovedClock) -> None:
    result, target = await result_of(tmp_path, samples.jpeg(), clock)
    assert result == Result()
    assert samples.tells(target.read_bytes()) == []
    assert target.stat().st_mode & 0o077 == 0


async def test_what_cannot_be_cleaned_leaves_nothing(tmp_path: Path, clock: MovedClock) -> None:
    result, target = await result_of(tmp_path, samples.pdf(password="a"), clock)
    assert result == Result(Fault.LOCKED)
    assert not target.exists()


async def test_the_child_knows_no_token(tmp_path: Path, clock: MovedClock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", "100:SECRET")
    is_child(monkeypatch, "import os, sys; open(sys.argv[2], 'w').write(str(dict(os.environ)))")
    source, target = tmp_path / "in", tmp_path / "out"
    monkeypatch.setattr("bot.cleaning.process.read", lambda _: Result())
    assert await clean(source, target, clock.timeout) == Result()
    assert "PATH" in target.read_text()
    assert "SECRET" not in target.read_text()


async def test_a_cleaner_that_hangs_is_ended(
    tmp_path: Path, clock: MovedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    began = tmp_path / "began"
    os.mkfifo(began)
    is_child(
        monkeypatch,
        f"open({str(began)!r}, 'w').close(); open(__import__('sys').argv[2], 'w'); input; __import__('signal').pause()",
    )
    cleaning = asyncio.create_task(result_of(tmp_path, b"", clock))
    await asyncio.to_thread(began.read_bytes)
    clock.advance(timedelta(seconds=SECONDS))
    result, target = await cleaning
    assert result == Result(Fault.BROKEN)
    assert not target.exists()


@pytest.mark.parametrize("code", ["bytearray(2_000_000_000)", "open(sys.argv[2], 'wb').write(bytes(60_000_000))"])
async def test_a_cleaner_that_takes_too_much_is_ended(
    tmp_path: Path, clock: MovedClock, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    is_child(monkeypatch, f"import sys; from bot.confined import limit; limit(); {code}; print('{{}}')")
    result, target = await result_of(tmp_path, b"", clock)
    assert result == Result(Fault.BROKEN)
    assert not target.exists()
