"""A later migration on a filled database of each release, on both engines: nothing in it is lost."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.storage.engine import Database, Session
from bot.storage.migrate import DIRECTORY, migrate
from bot.storage.postgres import PostgresDatabase
from bot.storage.sqlite import SqliteDatabase
from tests.keys import same_keys
from tests.postgres import PostgresServer
from tests.storage.fill import CANARY, FILLED, Release, files, restored, tables

REBUILDING = Path(__file__).parent / "migrations"  # of these tests alone


@pytest.fixture
def later(tmp_path: Path) -> Path:
    """The program's migrations, and one more that rebuilds `cases` and `persons`."""
    folder = tmp_path / "migrations"
    folder.mkdir()
    for path in [*DIRECTORY.glob("*.sql"), *REBUILDING.glob("*.sql")]:
        (folder / path.name).write_bytes(path.read_bytes())
    return folder


async def counted(database: Database) -> dict[str, int]:
    async def count(session: Session) -> dict[str, int]:
        return {table: len(await session.rows(f"select * from {table}", {})) for table in tables()}

    return await database.transact(count)


async def canary(database: Database) -> list[object]:
    """One row of a case with what refers to it, through every key between them."""
    sql = """select c.number, l.name, m.body, e.what, k.message_id, p.language, a.external_id
               from cases c join case_links l on l.case_id = c.id join case_messages m on m.case_id = c.id
               join case_events e on e.case_id = c.id and e.what = 'send' join copies k on k.case_message_id = m.id
               join persons p on p.id = l.person_id join accounts a on a.person_id = p.id
              where m.body like :said order by k.message_id"""

    async def read(session: Session) -> list[object]:
        return [tuple(row) for row in await session.rows(sql, {"said": f"%{CANARY}%"})]

    return await database.transact(read)


RELEASED = [path.stem for path in FILLED.glob("*.json")]


@pytest.mark.parametrize("version", RELEASED)
def test_a_released_migration_is_never_changed(version: str) -> None:
    now = files()
    assert {name: now.get(name) for name in Release.read(version).files} == Release.read(version).files


@pytest.mark.parametrize("version", RELEASED)
async def test_rebuilding_tables_that_others_refer_to_loses_nothing(
    database: Database, later: Path, version: str
) -> None:
    rows = Release.read(version).rows
    await restored(database, rows)
    before, bird = await counted(database), await canary(database)
    assert before == {table: len(rows.get(table, [])) for table in tables()}
    assert len(bird) > 0

    await database.close()  # as the next version of the program meets it
    await database.open()
    assert await migrate(database, later) == ["9001_rebuild"]
    await database.close()
    await database.open()
    assert (await counted(database), await canary(database)) == (before, bird)
    assert await migrate(database, later) == []

    async def rebuilt(session: Session) -> int:
        found = await session.rows("select id from cases where rebuilt = 'yes' and exists (select 1 from persons)", {})
        return len(found)

    assert await database.transact(rebuilt) == before["cases"]


@asynccontextmanager
async def empty_sqlite(request: pytest.FixtureRequest) -> AsyncIterator[Database]:
    folder: Path = request.getfixturevalue("tmp_path")
    yield SqliteDatabase(folder / "empty.sqlite3", same_keys())


@asynccontextmanager
async def empty_postgresql(request: pytest.FixtureRequest) -> AsyncIterator[Database]:
    server: PostgresServer = request.getfixturevalue("postgres")
    dsn = await server.create()
    yield PostgresDatabase(dsn, same_keys())
    await server.drop(dsn)


def up_to(folder: Path, number: int) -> Path:
    """The migrations of the program as far as this one."""
    made = folder / f"up_to_{number}"
    made.mkdir()
    for path in DIRECTORY.glob("*.sql"):
        if int(path.name.partition("_")[0]) <= number:
            (made / path.name).write_bytes(path.read_bytes())
    return made


@pytest.fixture(params=[empty_sqlite, empty_postgresql], ids=["sqlite", "postgresql"])
async def of_0_1_0(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Database]:
    """A filled database of the first release, with the schema that it had."""
    folder = up_to(tmp_path, 1)
    async with request.param(request) as database:
        await database.open()
        await migrate(database, folder)
        await restored(database, Release.read("0.1.0").rows)
        yield database
        await database.close()


async def test_consents_and_cases_of_the_first_release_are_of_the_first_text(of_0_1_0: Database) -> None:
    await migrate(of_0_1_0)

    async def read(session: Session) -> tuple[set[object], set[object]]:
        persons = await session.rows("select consent_version from persons where consented_at is not null", {})
        cases = await session.rows("select status, consent_version from cases", {})
        of_cases: set[object] = {(row["status"] == "draft", row["consent_version"]) for row in cases}
        return {row["consent_version"] for row in persons}, of_cases

    assert await of_0_1_0.transact(read) == ({1}, {(True, None), (False, 1)})


async def test_what_was_accepted_is_in_work_and_what_was_about_neighbours_about_noise(of_0_1_0: Database) -> None:
    async def read(session: Session) -> list[object]:
        cases = await session.rows("select status, category from cases where officer_id is not null order by id", {})
        return [(row["status"], row["category"]) for row in cases]

    async def about_neighbours(session: Session) -> None:
        await session.rows("update cases set category = 'neighbours' where status = 'accepted' returning id", {})

    await of_0_1_0.transact(about_neighbours)
    before = await of_0_1_0.transact(read)
    await migrate(of_0_1_0)
    assert ("accepted", "neighbours") in before
    assert await of_0_1_0.transact(read) == [
        ("in_work", "order") if each == ("accepted", "neighbours") else each for each in before
    ]


# One migration each, on rows of before it.


async def rows(database: Database, sql: str) -> list[tuple[object, ...]]:
    async def read(session: Session) -> list[tuple[object, ...]]:
        return [tuple(row) for row in await session.rows(sql, {})]

    return await database.transact(read)


async def test_an_answer_that_is_due_is_reminded_of_and_one_to_thanks_is_not(
    of_0_1_0: Database, tmp_path: Path
) -> None:
    await rows(
        of_0_1_0,
        """update cases set waits_for = 'officer', answer_due = 1000 + id, closed_at = null,
                  category = case when id = 2 then 'thanks' else category end
            where id in (1, 2) returning id""",
    )
    await migrate(of_0_1_0, up_to(tmp_path, 15))
    due = "select id, answer_remind_at, answer_reminded, overdue_told_at from cases where answer_remind_at is not null"
    assert (1, 1001, None, None) in await rows(of_0_1_0, due)
    assert 2 not in [row[0] for row in await rows(of_0_1_0, due)]
    assert set(await rows(of_0_1_0, "select unopened_since, alarmed_at from cases")) == {(None, None)}


async def test_what_was_begun_and_not_sent_is_reminded_of_from_when_it_was_touched(
    of_0_1_0: Database, tmp_path: Path
) -> None:
    await migrate(of_0_1_0, up_to(tmp_path, 15))
    await rows(of_0_1_0, "update notices set status = 'draft' returning id")
    await migrate(of_0_1_0, up_to(tmp_path, 16))
    cases = await rows(of_0_1_0, "select status = 'draft', unsent_remind_at = touched_at, unsent_reminded from cases")
    assert {(bool(draft), due is not None and bool(due), bool(said)) for draft, due, said in cases} == {
        (True, True, False),
        (False, False, False),
    }
    [(due, said)] = await rows(of_0_1_0, "select remind_at = touched_at, reminded from notices")
    assert (bool(due), bool(said)) == (True, False)
    assert set(await rows(of_0_1_0, "select remind_at from dialogs")) == {(None,)}


async def test_nobody_waits_for_an_answer_to_thanks(of_0_1_0: Database, tmp_path: Path) -> None:
    await migrate(of_0_1_0, up_to(tmp_path, 16))
    await rows(of_0_1_0, "update cases set answer_due = 1000 + id returning id")
    await rows(of_0_1_0, "update cases set category = 'thanks' where id = 2 returning id")
    await migrate(of_0_1_0, up_to(tmp_path, 17))
    assert [row[0] for row in await rows(of_0_1_0, "select id from cases where answer_due is null")] == [2]


async def test_everybody_is_shown_the_first_emergency_card(of_0_1_0: Database, tmp_path: Path) -> None:
    await migrate(of_0_1_0, up_to(tmp_path, 17))
    persons = await rows(of_0_1_0, "select id from persons order by id")
    await migrate(of_0_1_0, up_to(tmp_path, 18))
    assert await rows(of_0_1_0, "select * from emergency_cards") == []
    assert await rows(of_0_1_0, "select id from persons order by id") == persons


async def test_a_communitys_chat_that_could_not_be_written_to_is_looked_at_first(
    of_0_1_0: Database, tmp_path: Path
) -> None:
    await migrate(of_0_1_0, up_to(tmp_path, 18))
    chats = "select can_post, inside, can_show, look_at, looks, asked_by from community_chats"
    await rows(of_0_1_0, "update community_chats set can_post = false returning chat_id")
    await migrate(of_0_1_0, up_to(tmp_path, 19))
    [(post, inside, show, look_at, looks, asked_by)] = await rows(of_0_1_0, chats)
    assert (bool(post), bool(inside), bool(show), look_at, looks, asked_by) == (False, True, True, 0, 0, None)
    assert {bool(row[0]) for row in await rows(of_0_1_0, "select text_alone from deliveries")} == {False}


async def test_who_had_turned_on_receptions_has_the_reminders_of_all_hours(of_0_1_0: Database, tmp_path: Path) -> None:
    await migrate(of_0_1_0, up_to(tmp_path, 19))
    for person, topic, subscribed in ((1, "reception", True), (2, "reception", False), (3, "road", True)):
        await rows(
            of_0_1_0,
            f"""insert into subscriptions(person_id, topic, subscribed)
                values ({person}, '{topic}', {subscribed}) returning person_id""",
        )
    await migrate(of_0_1_0, up_to(tmp_path, 20))
    found = await rows(of_0_1_0, "select person_id, topic, subscribed from subscriptions order by person_id, topic")
    assert [(person, topic, bool(on)) for person, topic, on in found] == [
        (1, "hours", True),
        (1, "reception", True),
        (2, "reception", False),
        (3, "road", True),
    ]


async def test_people_who_chose_a_community_before_were_not_asked_for_the_settlement(
    of_0_1_0: Database, tmp_path: Path
) -> None:
    await migrate(of_0_1_0, up_to(tmp_path, 20))
    residents = await rows(of_0_1_0, "select person_id, community from residents order by person_id")
    await migrate(of_0_1_0, up_to(tmp_path, 21))
    after = "select person_id, community, settlement_asked_at from residents order by person_id"
    assert await rows(of_0_1_0, after) == [(*each, None) for each in residents]
    assert {row[0] for row in await rows(of_0_1_0, "select unreached_told_at from assignments")} == {None}
    assert len(residents) > 0


async def test_what_is_overdue_and_reminded_of_stays_so_and_nothing_old_is_due_to_be_resolved(
    of_0_1_0: Database, tmp_path: Path
) -> None:
    await migrate(of_0_1_0, up_to(tmp_path, 27))
    await rows(
        of_0_1_0,
        """update cases set waits_for = 'officer', answer_due = 1000 + id, answer_remind_at = 2000 + id,
                  closed_at = null where id = 1 returning id""",
    )
    await rows(of_0_1_0, "update cases set waits_for = null, answer_due = null where id <> 1 returning id")
    await migrate(of_0_1_0, up_to(tmp_path, 28))
    found = await rows(of_0_1_0, "select id, overdue_at, resolve_due from cases order by id")
    assert found[0] == (1, 1001, None)
    assert {row[1:] for row in found[1:]} == {(None, None)}
    assert await rows(of_0_1_0, "select remind_at from cases where id = 1") == [(2001,)]


async def test_a_community_that_had_no_officer_yet_is_chosen_and_nobody_is_reminded_of_it(
    of_0_1_0: Database, tmp_path: Path
) -> None:
    await migrate(of_0_1_0, up_to(tmp_path, 30))
    before = await rows(of_0_1_0, "select code, enrolment from communities order by code")
    await rows(
        of_0_1_0,
        """insert into communities(code, oblast, enrolment, enrolled_at)
           values ('UA23000000000000001', 'UA23000000000000000', 'preparing', 1000) returning code""",
    )
    await migrate(of_0_1_0, up_to(tmp_path, 31))
    after = "select code, enrolment, step_since, step_reminded, step_remind_at from communities order by code"
    assert await rows(of_0_1_0, after) == sorted(
        [*((*each, None, 0, None) for each in before), ("UA23000000000000001", "chosen", None, 0, None)]
    )
    assert await rows(of_0_1_0, "select id from joining_events") == []
