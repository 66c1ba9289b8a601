"""The bot as a process: how it starts, what it refuses, how it ends."""

import shutil
import signal
import socket
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from bot.clock import SystemClock
from simulator import Simulator
from tests.process import SECRET_TOKEN, a_bot, ended, environment, started
from tests.stories.posts import ZAPORIZHZHIA
from tests.town import KOMYSHUVAKHA


@pytest.fixture
async def telegram() -> AsyncIterator[Simulator]:
    async with Simulator(SystemClock()) as simulator:
        a_bot(simulator)
        yield simulator


@pytest.fixture
def file(migrated: Path, tmp_path: Path) -> Path:
    """A migrated database."""
    return Path(shutil.copy(migrated, tmp_path / "bot.sqlite3"))


def put(file: Path, statement: str) -> None:
    connection = sqlite3.connect(file)
    with connection:
        connection.execute(statement)
    connection.close()


def stored(file: Path, statement: str) -> object:
    connection = sqlite3.connect(file)
    try:
        return connection.execute(statement).fetchone()[0]
    finally:
        connection.close()


def made_in(folder: Path) -> list[Path]:
    return list(folder.iterdir())


async def refusal(env: dict[str, str]) -> tuple[int, str]:
    """The one line of a `run` that was refused, and its exit code. The token is never in it."""
    code, said = await ended("run", env=env)
    assert SECRET_TOKEN not in said
    *before, line = said.splitlines()
    assert all(each.startswith("{") for each in before), said  # the log, and no traceback
    return code, line


async def test_a_bot_serves_until_it_gets_a_signal_to_end(telegram: Simulator, tmp_path: Path) -> None:
    file = tmp_path / "data" / "bot.sqlite3"
    olena = telegram.person("Олена")
    async with started("run", env=environment(telegram, file)) as bot, aiohttp.ClientSession() as web:
        address = f"http://127.0.0.1:{await bot.port()}"
        await bot.logs("working")
        async with web.get(f"{address}/healthz") as health, web.get(f"{address}/readyz") as ready:
            assert (health.status, ready.status, await ready.text()) == (200, 200, "working\n")
        await olena.starts()
        await olena.sees("Доброго дня!")
        bot.signals(signal.SIGTERM)
        assert await bot.ends() == 0
    assert SECRET_TOKEN not in "\n".join(bot.said)
    assert stored(file, "select value from facts where key = 'working'") == "no"


async def test_readiness_names_the_communities_where_no_coordinator_can_be_reached(
    telegram: Simulator, file: Path
) -> None:
    put(
        file,
        f"insert into communities(code, oblast, enrolment, enrolled_at)"
        f" values ('{KOMYSHUVAKHA}', '{ZAPORIZHZHIA}', 'active', 0)",
    )
    async with started("run", env=environment(telegram, file)) as bot, aiohttp.ClientSession() as web:
        address = f"http://127.0.0.1:{await bot.port()}"
        await bot.logs("working")
        async with web.get(f"{address}/readyz") as ready:
            assert (ready.status, await ready.text()) == (
                200,
                f"working\nno coordinator can be reached: {KOMYSHUVAKHA}\n",
            )
        bot.signals(signal.SIGTERM)
        assert await bot.ends() == 0


async def test_a_bot_with_a_webhook_is_called_by_telegram_and_answers(telegram: Simulator, file: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    env = environment(
        telegram,
        file,
        BOT_WEB_PORT=str(port),
        BOT_WEBHOOK_URL=f"http://127.0.0.1:{port}/telegram",
        BOT_WEBHOOK_SECRET="a-secret-of-the-webhook",
    )
    async with started("run", env=env) as bot:
        await bot.logs("working")
        olena = telegram.person("Олена")
        await olena.starts()
        await olena.sees("Доброго дня!")
        assert not [request for request in telegram.requests if request.method == "getUpdates"]
        bot.signals(signal.SIGTERM)
        assert await bot.ends() == 0
    assert "a-secret-of-the-webhook" not in "\n".join(bot.said)


async def test_a_second_process_on_the_same_file_is_refused(telegram: Simulator, file: Path) -> None:
    async with started("run", env=environment(telegram, file)) as first:
        await first.logs("working")
        code, line = await refusal(environment(telegram, file))
    assert code == 1
    assert "another process works on it" in line


async def test_a_bot_waits_for_telegram_and_can_be_ended_meanwhile(telegram: Simulator, file: Path) -> None:
    env = environment(telegram, file, BOT_API_URL="http://127.0.0.1:1")
    async with started("run", env=env) as bot:
        await bot.logs("Telegram does not answer yet")
        bot.signals(signal.SIGINT)
        assert await bot.ends() == 0
    assert SECRET_TOKEN not in "\n".join(bot.said)


async def test_a_token_that_telegram_does_not_know_is_reported(telegram: Simulator, file: Path) -> None:
    code, line = await refusal(environment(telegram, file, BOT_TOKEN="100:OTHER"))
    assert code == 2
    assert "Telegram does not know this token" in line
    assert "OTHER" not in line


async def test_a_missing_token_is_reported_before_anything_is_made(tmp_path: Path) -> None:
    code, line = await refusal(environment(None, tmp_path / "bot.sqlite3", BOT_TOKEN=""))
    assert code == 2
    assert line.startswith("BOT_TOKEN: not set")
    assert not made_in(tmp_path)


async def test_a_database_that_cannot_be_opened_is_reported(telegram: Simulator, file: Path) -> None:
    code, line = await refusal(environment(telegram, file / "inside.sqlite3"))
    assert code == 1
    assert line.startswith("BOT_DATABASE: cannot be used")


async def test_a_file_that_is_no_database_is_reported(telegram: Simulator, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Шановна громадо! " * 100, encoding="utf-8")
    code, line = await refusal(environment(telegram, tmp_path / "letter.txt"))
    assert code == 1
    assert "file is not a database" in line


async def test_a_database_newer_than_the_program_is_refused(telegram: Simulator, file: Path) -> None:
    put(file, "insert into schema_version(number, hash) values (9999, '')")
    code, line = await refusal(environment(telegram, file))
    assert code == 1
    assert "Use the newer program" in line


async def test_the_database_of_another_bot_is_refused(telegram: Simulator, file: Path) -> None:
    put(file, "insert into facts(key, value) values ('bot_id', '999')")
    code, line = await refusal(environment(telegram, file))
    assert code == 2
    assert "belongs to bot 999" in line


async def test_a_taken_web_port_is_reported(telegram: Simulator, file: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        code, line = await refusal(environment(telegram, file, BOT_WEB_PORT=str(taken.getsockname()[1])))
    assert code == 1
    assert line.startswith("web_host, web_port:")


async def test_a_fault_of_the_program_is_reported_without_its_text(telegram: Simulator, file: Path) -> None:
    put(file, "drop table persons")
    async with started("run", env=environment(telegram, file)) as bot:
        await bot.logs("working")
        await telegram.person("Олена").starts(payload="hush")
        failed = await bot.logs("updates: a batch failed")
    assert "OperationalError" in str(failed["error"])
    assert "hush" not in "\n".join(bot.said)
