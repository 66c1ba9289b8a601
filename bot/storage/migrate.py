"""Migrations: numbered files of SQL, forward only, each applied once.

`0002_name.sql` is for both engines; where they differ, `0002_name.sqlite.sql` and `0002_name.postgres.sql` are next to
each other. `{identity}` in a file becomes the engine's self-numbering primary key. A migration may rebuild a table that
others refer to (`Database.alter`).

From version 0.1.0 on a file that was released is never changed: the database keeps a hash of each that it has, and one
whose hash differs is refused, because nobody can say what its tables look like. A database newer than the program is
refused, too: an old program would write what the new schema does not expect.
"""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from bot.storage.engine import Database, RawRow, Session

DIRECTORY = Path(__file__).parent / "migrations"


class DatabaseIsNewer(Exception):
    """The database was migrated by a later version of this program."""


class DatabaseDiffers(Exception):
    """The database was made by other migrations than those of this program."""


@dataclass(frozen=True, slots=True)
class Migration:
    number: int
    name: str
    sql: str

    @property
    def hash(self) -> str:
        return sha256(self.sql.encode()).hexdigest()


def migrations(dialect: str, directory: Path = DIRECTORY) -> list[Migration]:
    """Those for one engine, in order."""
    paths = [
        path
        for path in sorted(directory.glob("[0-9]*.sql"))
        if path.name.count(".") == 1 or path.name.endswith(f".{dialect}.sql")
    ]
    return [
        Migration(int(path.name[:4]), path.name.partition(".")[0], path.read_text(encoding="utf-8")) for path in paths
    ]


async def _pending(session: Session, known: list[Migration]) -> list[Migration]:
    """What the database does not have yet. Raises DatabaseIsNewer, DatabaseDiffers."""
    await session.script("create table if not exists schema_version(number integer primary key, hash text not null)")
    has = {int(row["number"] or 0): row for row in await session.rows("select * from schema_version", {})}
    newest = known[-1].number
    if max(has, default=0) > newest:
        raise DatabaseIsNewer(f"the database has migration {max(has)}, this program knows {newest}")
    for migration in known:
        if migration.number in has and _hash(has[migration.number]) != migration.hash:
            raise DatabaseDiffers(
                f"the database was made by another {migration.name} than this program has: "
                "it belongs to an unreleased version. Start with a new database, or use the program that made it"
            )
    return [migration for migration in known if migration.number not in has]


def _hash(row: RawRow) -> str:
    """Empty in a database older than the hashes."""
    try:
        return str(row["hash"])
    except (KeyError, IndexError):  # as the driver has it
        return ""


async def pending(database: Database) -> list[str]:
    """The names of what `migrate` would apply. Raises DatabaseIsNewer, DatabaseDiffers."""

    async def look(session: Session) -> list[str]:
        return [each.name for each in await _pending(session, migrations(database.dialect))]

    return await database.transact(look)


async def migrate(database: Database, directory: Path = DIRECTORY) -> list[str]:
    """Bring the database up to date, in one transaction; the names of what was applied.

    Raises DatabaseIsNewer, DatabaseDiffers, BrokenReferences.
    """

    async def apply(session: Session) -> list[str]:
        await session.lock_schema()
        missing = await _pending(session, migrations(database.dialect, directory))
        for migration in missing:
            await session.script(migration.sql.replace("{identity}", database.identity))
            await session.rows(
                "insert into schema_version(number, hash) values (:number, :hash)",
                {"number": migration.number, "hash": migration.hash},
            )
        return [migration.name for migration in missing]

    return await database.alter(apply)
