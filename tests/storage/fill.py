"""A small database with something in nearly every table, kept as `filled/VERSION.json` for each released schema.

    python -m tests.storage.fill 0.1.0

plays a day in a village through the front door and writes the file. What was released stays: later migrations are tried
on it (test_upgrade.py). All people in it are made up.
"""

import asyncio
import json
import re
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.app import open_migrated
from bot.storage.engine import Database, Scalar, Session
from bot.storage.migrate import DIRECTORY, migrations
from bot.storage.sqlite import SqliteDatabase
from tests.keys import same_keys
from tests.stories.cases import asks, reports
from tests.stories.chats import binds
from tests.stories.notices import sends
from tests.stories.posts import ZAPORIZHZHIA, invited, takes_post
from tests.stories.reception import village
from tests.stories.test_queue import complains
from tests.town import Town, a_town

Rows = list[dict[str, Scalar]]

FILLED = Path(__file__).parent / "filled"
MADE_OF = "made of"
CANARY = "Слова, які мають пережити кожну зміну схеми."


def tables() -> list[str]:
    """In the order in which the first migration creates them: none refers to a later one."""
    return re.findall(r"^create table (\w+)", migrations("sqlite")[0].sql, flags=re.MULTILINE)


async def filled(town: Town) -> None:
    """A case answered, edited, closed and rated; one declined, one with signs of a crime, a complaint, and drafts; a
    notice in a group and to residents; office hours with a reminder; an invitation that waits.
    """
    place = await village(town)
    olena, petro = await town.resident("Олена"), await town.resident("Петро")
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await asks(olena, CANARY, name="Олена Коваль")
    await place.ivan.presses("Прийняти")
    await place.ivan.says("Дякую, перевірю.", reply_to=await place.ivan.sees(CANARY))
    await olena.sends_photo("Ось тут.")
    said = await olena.says("Біля школи")
    await olena.edits(said, "Біля школи, вранці")
    await town.settled()
    await place.ivan.reacts(await place.ivan.sees("вранці"), "👍")
    await place.ivan.presses("Закрити")
    await place.ivan.presses("Закрити без відповіді")
    await olena.sees("Оцініть")
    await olena.presses("5")
    await olena.says("Швидко і ввічливо.")
    await town.settled()
    await reports(petro, "Сусіди, шум, п’яні", "Музика вночі")
    await place.ivan.presses("Відхилити")
    await place.ivan.says("Це до селищної ради.")
    await asks(petro, "Хтось обікрав сарай")
    await place.ivan.presses("Ознаки злочину")
    await place.ivan.presses("Надіслати пораду про 102")
    await town.settled()
    await complains(petro, "Не прийшов на зустріч")
    await sends(place.ivan)
    await binds(place.ivan, town.telegram.group("Комишуваха"))
    await olena.presses("Запитати")
    await olena.says("Ще не надіслано")
    await takes_post(town, town.telegram.person("Марія"), await invited(town, olha), "Марія Бондар")
    await invited(town, olha)
    await town.settled()


async def dumped(database: Database) -> dict[str, Rows]:
    """All rows of every table that has some."""

    async def read(session: Session) -> dict[str, Rows]:
        found: dict[str, Rows] = {}
        for table in tables():
            rows = await session.rows(f"select * from {table}", {})
            found[table] = [dict(zip(row.keys(), row, strict=True)) for row in rows]  # type: ignore[attr-defined]  # SQLite's
        return {table: rows for table, rows in found.items() if rows}

    return await database.transact(read)


@asynccontextmanager
async def database_of_a_day() -> AsyncIterator[Database]:
    with TemporaryDirectory() as folder:
        database = SqliteDatabase(Path(folder) / "bot.sqlite3", same_keys())
        await open_migrated(database)
        async with a_town(database, Path(folder)) as town:
            await filled(town)
        yield database
        await database.close()


def files() -> dict[str, str]:
    """What each file of a migration holds, as a hash."""
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in sorted(DIRECTORY.glob("*.sql"))}


@dataclass(frozen=True, slots=True)
class Release:
    """What a released schema was made of, and a database of it."""

    files: dict[str, str]
    rows: dict[str, Rows]

    @classmethod
    def read(cls, version: str) -> "Release":
        found = json.loads((FILLED / f"{version}.json").read_text(encoding="utf-8"))
        return cls(found.pop(MADE_OF), found)


async def restored(database: Database, rows: dict[str, Rows]) -> None:
    """Put the rows into an empty database of the same schema. Of its keys it knows no more than the rows say."""

    async def insert(session: Session) -> None:
        await session.rows("delete from facts", {})
        for table, all_rows in rows.items():
            columns = list(all_rows[0])
            names, values = ", ".join(columns), ", ".join(f":{each}" for each in columns)
            sql = f"insert into {table}({names}) values ({values})"
            await session.many(sql, [typed(table, row) for row in all_rows])

    await database.transact(insert)


def typed(table: str, row: dict[str, Scalar]) -> dict[str, Scalar]:
    """SQLite keeps flags as numbers, PostgreSQL does not."""
    flags = flags_of(table)
    return {column: bool(value) if column in flags and value is not None else value for column, value in row.items()}


@cache
def flags_of(table: str) -> frozenset[str]:
    [definition] = re.findall(
        rf"^create table {table}\((.*?)\);", migrations("sqlite")[0].sql, re.MULTILINE | re.DOTALL
    )
    return frozenset(re.findall(r"(\w+) boolean", definition))


async def write(version: str) -> None:
    async with database_of_a_day() as database:
        rows = await dumped(database)
    FILLED.mkdir(exist_ok=True)
    content = {MADE_OF: files(), **rows}
    lines = [f"{json.dumps(name)}: {json.dumps(each, ensure_ascii=False)}" for name, each in content.items()]
    (FILLED / f"{version}.json").write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(write(sys.argv[1]))
