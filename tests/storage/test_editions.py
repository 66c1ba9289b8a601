"""Every column that holds a code of the register is known to what moves a database to a new edition."""

from bot.storage import editions
from bot.storage.engine import Database, Session

# Its chain is never rewritten; what is in the others goes with the row that they name.
NOT_LISTED = {("audit", "community"), ("audit", "oblast")}
NAMES = ("settlement", "community", "oblast", "scope_code", "asked_of", "council")


async def test_no_column_with_a_code_is_forgotten(sqlite: Database) -> None:
    async def read(session: Session) -> set[tuple[str, str]]:
        tables = await session.rows("select name from sqlite_master where type = 'table'", {})
        return {
            (str(table["name"]), str(column["name"]))
            for table in tables
            for column in await session.rows(f"select name from pragma_table_info('{table['name']}')", {})
            if column["name"] in NAMES
        }

    listed = {
        (table, column)
        for columns in (editions.SETTLEMENTS, editions.COMMUNITIES, editions.OBLASTS)
        for table, column, _ in columns
    } - {("communities", "code"), ("link_uses", "subject")}
    assert await sqlite.read(read) == listed | NOT_LISTED
