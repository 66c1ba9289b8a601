"""Whatever people do and Telegram brings, the laws of `scene` hold.

A few towns, the same each time; `make fuzz` makes many, other ones each time. What fails is not made smaller: the acts
are listed up to the one at which a law was broken, and hypothesis names the line that repeats it.
"""

import asyncio
import os
import shutil
import tempfile
from collections.abc import Callable, Coroutine
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, note, settings
from hypothesis import strategies as st

from bot.storage.engine import Database
from bot.storage.postgres import PostgresDatabase
from bot.storage.sqlite import SqliteDatabase
from tests.fuzz.acts import Act, acts
from tests.fuzz.scene import a_scene
from tests.keys import same_keys
from tests.postgres import PostgresServer

TOWNS = int(os.environ.get("FUZZ_TOWNS", "0"))  # 0: the few that are the same each time
FEW, FEWER = 4, 1  # on SQLite, on PostgreSQL

Test = Callable[..., None]


class Acts(tuple[Act, ...]):
    """What happens in a town. Notes list the acts: a report that writes all of them out again has too much to write."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"<{len(self)} acts>"


def towns(count: int) -> Callable[[Test], Test]:
    """What happens in so many towns."""

    def on(test: Test) -> Test:
        made = settings(
            max_examples=TOWNS or count,
            derandomize=not TOWNS,
            database=None,
            suppress_health_check=list(HealthCheck),
            phases=[Phase.generate],
            print_blob=True,
        )
        return made(given(what=st.lists(acts, min_size=20, max_size=60).map(Acts))(test))

    return on


async def happens(what: Acts, database: Database) -> None:
    await database.open()
    try:
        async with a_scene(database) as scene:
            for act in what:
                note(str(act))
                await act.do(scene)
                await scene.obey()
            await scene.ends()
    finally:
        await database.close()


def carried_out(work: Coroutine[None, None, None]) -> None:
    """In a loop of its own, for `given` runs a test many times."""
    asyncio.run(work)


@towns(FEW)
def test_whatever_happens_the_laws_hold(migrated: Path, what: Acts) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(shutil.copy(migrated, Path(folder) / "bot.sqlite3"))
        carried_out(happens(what, SqliteDatabase(file, same_keys())))


@towns(FEWER)
def test_whatever_happens_the_laws_hold_on_postgresql(
    postgres: PostgresServer, migrated_postgres: str, what: Acts
) -> None:
    async def there() -> None:
        async with postgres.database(migrated_postgres) as dsn:
            await happens(what, PostgresDatabase(dsn, same_keys()))

    carried_out(there())
