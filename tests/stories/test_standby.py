"""Two processes on one PostgreSQL database: one works, the other is a standby and takes over."""

import signal

import aiohttp
import asyncpg

from bot.clock import SystemClock
from simulator import Simulator
from tests.postgres import PostgresServer
from tests.process import a_bot, environment, started

OTHERS_OUT = """select pg_terminate_backend(pid) from pg_stat_activity
                 where datname = current_database() and pid <> pg_backend_pid()"""


async def test_a_standby_takes_over_from_a_process_that_was_killed(postgres: PostgresServer) -> None:
    async with postgres.database() as dsn, Simulator(SystemClock()) as telegram:
        a_bot(telegram)
        env = environment(telegram, dsn)
        async with started("run", env=env) as first:
            await first.logs("working")
            async with started("run", env=env) as second, aiohttp.ClientSession() as web:
                port = await second.port()
                await second.logs("standing by: another process works")
                async with web.get(f"http://127.0.0.1:{port}/readyz") as ready:
                    assert await ready.text() == "standing by\n"
                first.signals(signal.SIGKILL)
                await second.logs("working")
                olena = telegram.person("Олена")
                await olena.starts()
                await olena.sees("Доброго дня!")
                second.signals(signal.SIGTERM)
                assert await second.ends() == 0


async def test_who_loses_the_connection_ends_its_work_and_connects_again(postgres: PostgresServer) -> None:
    async with postgres.database() as dsn, Simulator(SystemClock()) as telegram:
        a_bot(telegram)
        async with started("run", env=environment(telegram, dsn)) as bot:
            await bot.logs("working")
            connection = await asyncpg.connect(dsn)
            await connection.execute(OTHERS_OUT)
            await connection.close()
            await bot.logs("the database is gone; all work ends here")
            await bot.logs("working")
            bot.signals(signal.SIGTERM)
            assert await bot.ends() == 0
