"""Migrations: numbered files of SQL, forward only. The database remembers the last one it has.

A database newer than the program is refused: an old program would write what the new schema does not expect.
"""

from pathlib import Path

from bot.storage.engine import Database, Session

DIRECTORY = Path(__file__).parent / "migrations"


class DatabaseIsNewer(Exception):
    """The database was migrated by a later version of this program."""


def migrations() -> list[tuple[int, Path]]:
    return sorted((int(path.name[:4]), path) for path in DIRECTORY.glob("[0-9]*.sql"))


async def version(session: Session) -> int:
    """The number of the last migration applied; 0 for an empty database."""
    await session.script("create table if not exists schema_version(number integer not null)")
    rows = await session.rows("select max(number) as number from schema_version", {})
    return int(rows[0]["number"] or 0)


async def pending(database: Database) -> list[str]:
    """The names of what `migrate` would apply. Raises DatabaseIsNewer."""
    has = await database.transact(version)
    _refuse_newer(has)
    return [path.stem for number, path in migrations() if number > has]


def _refuse_newer(has: int) -> None:
    newest = migrations()[-1][0]
    if has > newest:
        raise DatabaseIsNewer(f"the database has migration {has}, this program knows {newest}")


async def migrate(database: Database) -> list[str]:
    """Bring the database up to date, in one transaction; the names of what was applied. Raises DatabaseIsNewer."""

    async def apply(session: Session) -> list[str]:
        await session.lock_schema()
        has = await version(session)
        _refuse_newer(has)
        applied: list[str] = []
        for number, path in migrations():
            if number > has:
                await session.script(path.read_text(encoding="utf-8").replace("{identity}", database.identity))
                await session.rows("insert into schema_version(number) values (:number)", {"number": number})
                applied.append(path.stem)
        return applied

    return await database.transact(apply)
