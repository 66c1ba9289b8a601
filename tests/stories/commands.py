"""What stories about commands share: how one is carried out, what must never be said, and the database as a file."""

import asyncio
import sqlite3
from collections.abc import Mapping
from pathlib import Path

from typer.testing import CliRunner

from bot.commands import cli
from bot.commands.common import explained
from tests.process import SECRET_TOKEN
from tests.town import TOKEN

Env = Mapping[str, str]

# Looked for wherever they must not be.
PASSWORD = "HUSH-PASSWORD"
WORDS = "Сусід б’є дружину на Садовій"
ACCOUNT = 500600700
OLENA = {"id": ACCOUNT, "is_bot": False, "first_name": "Олена", "username": "olena_k"}
PEOPLES = (WORDS, str(ACCOUNT), "Олена", "olena_k")


def outcome(arguments: tuple[str, ...], env: Env, answer: str | None) -> tuple[int, str]:
    result = CliRunner().invoke(cli, arguments, env=env, input=answer)
    if result.exception is None or isinstance(result.exception, SystemExit):
        return result.exit_code, result.output
    explanation = explained(result.exception)
    if explanation is None:
        raise result.exception
    return explanation.exit_code, result.output + explanation.line


async def carried_out(*arguments: str, env: Env, answer: str | None = None) -> tuple[int, str]:
    """Carry out a command, with `answer` typed in: its exit code, and all that it said.

    No secret is ever in it, and people's texts and accounts only where they are asked for.
    """
    # In a thread: a command runs a loop of its own, while the simulator answers on the test's.
    code, said = await asyncio.to_thread(outcome, arguments, env, answer)
    hushed = (SECRET_TOKEN, TOKEN, PASSWORD, *(() if "--with-text" in arguments else PEOPLES))
    assert not [each for each in hushed if each in said]
    return code, said


def put(file: Path, statement: str, *values: str | int) -> None:
    connection = sqlite3.connect(file)
    with connection:
        connection.execute(statement, values)
    connection.close()


def stored(file: Path, statement: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(file)
    try:
        return connection.execute(statement).fetchall()
    finally:
        connection.close()
