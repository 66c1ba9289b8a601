"""What could not be handled or sent: the operator lists it, looks at it, has it tried again, or drops it."""

import json
import shutil
from pathlib import Path

import pytest

from bot.handlers import private
from bot.storage.rows import to_microseconds
from bot.surface.context import Context
from bot.surface.incoming import PrivateMessage
from bot.workers.updates import TRIES
from tests.process import environment
from tests.stories.commands import ACCOUNT, OLENA, PEOPLES, WORDS, Env, carried_out, put, stored
from tests.town import Town

ABSENT = "Nothing of that name is set aside"
MESSAGE = {"message_id": 7, "date": 1764000000, "from": OLENA, "text": WORDS}
UPDATE = json.dumps({"update_id": 41, "message": MESSAGE}, ensure_ascii=False)
WHEN = 1764000000_000000  # 2025-11-24 16:00 UTC


@pytest.fixture
def file(migrated: Path, tmp_path: Path) -> Path:
    """A migrated database."""
    return Path(shutil.copy(migrated, tmp_path / "bot.sqlite3"))


@pytest.fixture
def env(file: Path) -> Env:
    """Without a Telegram: these commands need none."""
    return environment(None, file)


@pytest.fixture
def aside(file: Path) -> Path:
    """A database with an update and a letter set aside: update:41, letter:17."""
    put(
        file,
        """insert into inbox(update_id, chat_id, state, attempts, received_at, body, error)
           values (41, ?, 'set_aside', 5, ?, ?, 'ZeroDivisionError < bot/x.py:1 [/reply]')""",
        ACCOUNT,
        WHEN,
        UPDATE,
    )
    put(
        file,
        """insert into outbox(id, recipient, chat_id, letter, args, class, turn, state, attempts, created_at, error)
           values (17, 'person:3', 1, 'PlainText', '{"key": "apology-press"}', 3, 0, 'refused', 1, ?,
                   '400 [Error]: no such chat')""",
        WHEN,
    )
    return file


@pytest.fixture
def here(town: Town, tmp_path: Path) -> Env:
    """Of the town's bot."""
    return environment(None, tmp_path / "bot.sqlite3")


async def test_nothing_set_aside_is_said_in_a_word(env: Env) -> None:
    assert await carried_out("set-aside", "list", env=env) == (0, "Nothing is set aside.\n")


async def test_check_counts_what_is_set_aside(env: Env, aside: Path) -> None:
    _, said = await carried_out("check", env=env)
    assert "updates: 1, letters: 1; see `python -m bot set-aside list`" in said


async def test_the_list_names_what_is_set_aside_and_why(env: Env, aside: Path) -> None:
    code, said = await carried_out("set-aside", "list", env=env)
    assert code == 0
    update, letter = (line for line in said.splitlines() if ":41" in line or ":17" in line)
    assert [cell.strip() for cell in update.split("│")[1:-1]] == [
        "update:41",
        "2025-11-24 16:00 UTC",
        "5",
        "update",
        "ZeroDivisionError < bot/x.py:1 [/reply]",
    ]
    assert "PlainText to person:3, refused" in letter
    assert "400 [Error]: no such chat" in letter


async def test_a_name_is_whole_on_a_narrow_screen(env: Env, file: Path) -> None:
    put(
        file,
        "insert into inbox(update_id, chat_id, state, received_at, body, error) values"
        " (500000041, 1, 'set_aside', 0, ?, ?)",
        UPDATE,
        "ZeroDivisionError < " + "bot/handlers/private.py:41 reply < " * 8,
    )
    _, said = await carried_out("set-aside", "list", env={**env, "COLUMNS": "60"})
    assert "update:500000041" in said


async def test_an_update_is_shown_without_texts_and_accounts(env: Env, aside: Path) -> None:
    code, said = await carried_out("set-aside", "show", "update:41", env=env)
    assert code == 0
    assert "since 2025-11-24 16:00 UTC, tries: 5\nZeroDivisionError" in said
    assert f'"text": "({len(WORDS)} characters)"' in said
    assert stored(aside, "select id from audit") == []


async def test_reading_the_text_of_an_update_is_audited(env: Env, aside: Path) -> None:
    code, said = await carried_out("set-aside", "show", "update:41", "--with-text", env=env)
    assert code == 0
    assert all(each in said for each in PEOPLES)
    assert stored(aside, "select by_kind, act, subject_kind, subject_id from audit") == [
        ("operator", "show text", "update", "41")
    ]


async def test_a_letter_is_shown_as_stored_for_it_holds_no_text(env: Env, aside: Path) -> None:
    code, said = await carried_out("set-aside", "show", "letter:17", env=env)
    assert code == 0
    assert "400 [Error]: no such chat" in said
    assert "PlainText to person:3" in said
    assert '"key": "apology-press"' in said


async def test_a_replayed_update_is_handled_at_last(town: Town, here: Env, monkeypatch: pytest.MonkeyPatch) -> None:
    async def unlucky(context: Context, message: PrivateMessage) -> None:
        raise ZeroDivisionError(WORDS)

    olena = town.telegram.person("Олена")
    await olena.starts()
    await town.settled()
    with monkeypatch.context() as broken:
        broken.setattr(private, "reply", unlucky)
        broken.setattr(private, "unplaced", unlucky)
        await olena.says(WORDS)
        for _ in range(TRIES):
            await town.passes(minutes=1)
    [row] = await town.stored("select update_id from inbox where state = 'set_aside'")
    name = f"update:{row['update_id']}"

    assert await carried_out("set-aside", "replay", name, env=here) == (0, f"{name} will be tried again.\n")
    town.app.ring()  # as the bot does each minute
    await town.settled()
    assert {"update_id": row["update_id"]} in await town.stored("select update_id from inbox where state = 'handled'")
    assert await carried_out("set-aside", "replay", name, env=here) == (1, ABSENT)
    [written] = await town.stored("select by_kind, act, subject_kind, subject_id from audit")
    assert [*written.values()] == ["operator", "replay", *name.split(":")]


async def test_a_replayed_letter_arrives(town: Town, here: Env) -> None:
    olena = town.telegram.person("Олена")
    await olena.starts()
    await town.settled()
    await town.stored(
        """insert into outbox(id, recipient, chat_id, letter, args, class, turn, state, attempts, created_at)
           select 17, 'person:' || id, chat_id, 'PlainText', '{"key": "apology-press"}', 3, 0, 'set_aside', 5, 0
             from persons"""
    )
    code, said = await carried_out("set-aside", "replay", "letter:17", env=here)
    assert (code, said) == (0, "letter:17 will be tried again.\n")
    town.app.ring()  # as the bot does each minute
    await olena.sees("Не вийшло. Спробуйте ще раз за хвилину.")
    assert await town.stored("select id from outbox") == []


@pytest.mark.parametrize(("name", "table"), [("update:41", "inbox"), ("letter:17", "outbox")])
async def test_a_drop_is_asked_about_and_is_for_ever(env: Env, aside: Path, name: str, table: str) -> None:
    count = f"select count(*) from {table}"
    code, said = await carried_out("set-aside", "drop", name, env=env, answer="n\n")
    assert code == 1
    assert f"{name} cannot be brought back. Drop it?" in said
    assert stored(aside, count) == [(1,)]

    code, said = await carried_out("set-aside", "drop", name, env=env, answer="y\n")
    assert code == 0
    assert said.endswith(f"{name} is dropped.\n")
    assert stored(aside, count) == [(0,)]
    assert stored(aside, "select by_kind, act, subject_kind, subject_id from audit") == [
        ("operator", "drop", *name.split(":"))
    ]


async def test_a_drop_that_is_sure_does_not_ask(env: Env, aside: Path) -> None:
    assert await carried_out("set-aside", "drop", "letter:17", "--yes", env=env) == (0, "letter:17 is dropped.\n")


@pytest.mark.parametrize("command", [["show"], ["show", "--with-text"], ["replay"], ["drop", "--yes"]])
@pytest.mark.parametrize("name", ["update:1", "letter:1"])
async def test_what_is_not_set_aside_is_reported(env: Env, aside: Path, command: list[str], name: str) -> None:
    assert await carried_out("set-aside", *command, name, env=env) == (1, ABSENT)
    assert stored(aside, "select id from audit") == []


@pytest.mark.parametrize("name", ["41", "update:", "update:x", "person:3", "update:²", "letter:" + "9" * 19])
async def test_what_is_no_name_is_reported_with_an_example(env: Env, name: str) -> None:
    error = f"{name}: not a name. For example: update:500000001, letter:17"
    assert await carried_out("set-aside", "show", name, env=env) == (1, error)


async def test_what_did_not_go_is_erased_in_time_and_nothing_else_is(either_town: Town) -> None:
    town = either_town
    await town.telegram.person("Олена").starts()
    await town.settled()
    now = to_microseconds(town.clock.now())
    for state in ("refused", "set_aside"):
        await town.stored(
            """insert into outbox(recipient, chat_id, letter, args, class, turn, state, created_at)
               select 'person:' || id, chat_id, 'PlainText', '{"key": "apology"}', 3, 0, cast(:state as text),
                      cast(:now as bigint)
                 from persons returning id""",
            state=state,
            now=now,
        )
    await town.stored(
        """insert into inbox(update_id, chat_id, state, received_at, body) values (41, 1, 'set_aside', :now, :body)
           returning update_id""",
        now=now,
        body=UPDATE,
    )

    async def kept() -> tuple[list[object], list[object]]:
        letters = await town.stored("select state from outbox order by state")
        updates = await town.stored("select update_id from inbox where state = 'set_aside'")
        return [row["state"] for row in letters], [row["update_id"] for row in updates]

    await town.passes(days=7)
    assert await kept() == (["refused", "set_aside"], [41])
    await town.passes(seconds=1)
    assert await kept() == (["set_aside"], [41])
    await town.passes(days=23, seconds=-1)
    assert await kept() == (["set_aside"], [41])
    await town.passes(seconds=1)
    assert await kept() == ([], [])
