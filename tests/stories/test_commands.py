"""The operator's commands: what they find, do, refuse and print."""

import asyncio
import json
import re
import shutil
from collections.abc import AsyncIterator
from importlib import import_module
from pathlib import Path

import pytest

from bot.clock import SystemClock
from bot.commands import common
from bot.storage.migrate import migrations
from simulator import Simulator
from simulator.accounts import Account
from simulator.clock import MovedClock
from tests.process import SECRET_TOKEN, a_bot, environment
from tests.stories.commands import PASSWORD, Env, carried_out, put, stored
from tests.stories.posts import ZAPORIZHZHIA, invited, proposes
from tests.town import KOMYSHUVAKHA, TOKEN, Town


@pytest.fixture
def file(migrated: Path, tmp_path: Path) -> Path:
    """A migrated database."""
    return Path(shutil.copy(migrated, tmp_path / "bot.sqlite3"))


@pytest.fixture
async def telegram() -> AsyncIterator[Simulator]:
    async with Simulator(MovedClock()) as simulator:
        yield simulator


@pytest.fixture
def bot(telegram: Simulator) -> Account:
    return a_bot(telegram)


@pytest.fixture
def env(telegram: Simulator, bot: Account, file: Path) -> Env:
    """Of a bot with which all is right."""
    return environment(
        telegram, file, BOT_CONTROLLER__NAME="Селищна рада", BOT_CONTROLLER__CONTACT="вул. Центральна, 1"
    )


# check


CHECK = import_module("bot.commands.check")  # in its package the command has the name


async def test_check_says_that_all_is_right(
    env: Env, bot: Account, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(CHECK, "has_ffmpeg", lambda: True)
    put(file, "insert into facts(key, value) values ('bot_id', ?)", str(bot.user.id))
    put(file, "insert into facts(key, value) values ('last_backup', ?)", SystemClock().now().isoformat())
    code, said = await carried_out("check", env=env)
    assert code == 0
    assert "it is the token of @hromada_bot" in said
    assert "the bot asks Telegram for them" in said
    assert "up to date" in said
    assert "it is @hromada_bot's" in said
    assert "wrong" not in said
    assert "note" not in said


@pytest.mark.parametrize(("here", "words"), [(True, "ffmpeg is here"), (False, "without ffmpeg video and audio")])
async def test_check_says_whether_video_can_be_cleaned(
    env: Env, monkeypatch: pytest.MonkeyPatch, *, here: bool, words: str
) -> None:
    monkeypatch.setattr(CHECK, "has_ffmpeg", lambda: here)
    assert words in (await carried_out("check", env=env))[1]


async def test_check_says_whether_the_borders_can_be_read(env: Env, tmp_path: Path) -> None:
    path = tmp_path / "borders.geojson"
    _, said = await carried_out("check", env={**env, "BOT_POLYGONS__PATH": str(path)})
    assert "No such file" in said
    ring = [[35.2, 47.5], [35.6, 47.5], [35.6, 47.9], [35.2, 47.5]]
    feature = {"id": KOMYSHUVAKHA, "geometry": {"type": "Polygon", "coordinates": [ring]}}
    path.write_text(json.dumps({"features": [feature]}), encoding="utf-8")
    _, said = await carried_out("check", env={**env, "BOT_POLYGONS__PATH": str(path)})
    assert "communities with borders: 1" in said
    assert "and 1458 more" in said


@pytest.mark.parametrize(
    ("wanted", "topics", "by_people", "code", "words"),
    [
        ("true", False, False, 1, "has not enabled topics for the bot"),
        ("true", True, False, 0, "in an officer's chat each case has one"),
        ("true", True, True, 0, "disallow that at @BotFather"),
        ("false", True, False, 0, "every private chat shows them, but no case has one"),
    ],
)
async def test_check_says_what_to_do_about_topics(
    env: Env, telegram: Simulator, wanted: str, code: int, words: str, *, topics: bool, by_people: bool
) -> None:
    telegram.bot(env["BOT_TOKEN"], "hromada_bot", topics=topics, by_people=by_people)
    ended, said = await carried_out("check", env={**env, "BOT_CASES__THREADS": wanted})
    assert ended == code
    assert words in said


async def test_check_names_the_placeholder_of_the_controller(env: Env) -> None:
    code, said = await carried_out("check", env={**env, "BOT_CONTROLLER__NAME": "", "BOT_CONTROLLER__CONTACT": ""})
    assert code == 1
    assert "[controller] name, contact: still the placeholder" in said


async def test_check_says_every_setting_that_is_wrong(env: Env) -> None:
    code, said = await carried_out("check", env={**env, "BOT_WEB_PORT": "door", "BOT_TOKEN": f"{SECRET_TOKEN}?"})
    assert code == 1
    assert "BOT_WEB_PORT: " in said
    assert "BOT_TOKEN: this does not look like a token" in said


async def test_check_of_a_config_that_is_not_there(env: Env, tmp_path: Path) -> None:
    code, said = await carried_out("check", "--config", str(tmp_path / "none.toml"), env=env)
    assert code == 1
    assert "there is no such file" in said


async def test_check_says_that_telegram_does_not_know_the_token(env: Env) -> None:
    code, said = await carried_out("check", env={**env, "BOT_TOKEN": "100:OTHER"})
    assert code == 1
    assert "Telegram does not know it" in said
    assert "OTHER" not in said


async def test_check_without_a_token_still_looks_at_the_database(env: Env) -> None:
    code, said = await carried_out("check", env={**env, "BOT_TOKEN": ""})
    assert code == 1
    assert "BOT_TOKEN: not set" in said
    assert "up to date" in said


async def test_check_says_that_telegram_does_not_answer(env: Env) -> None:
    code, said = await carried_out("check", env={**env, "BOT_API_URL": "http://127.0.0.1:1"})
    assert code == 1
    assert "no answer from http://127.0.0.1:1" in said


async def test_check_finds_the_database_of_another_bot(env: Env, file: Path) -> None:
    put(file, "insert into facts(key, value) values ('bot_id', '999')")
    code, said = await carried_out("check", env=env)
    assert code == 1
    assert "it belongs to bot 999, the token to bot 100" in said


async def test_check_makes_no_database(env: Env, tmp_path: Path) -> None:
    missing = tmp_path / "new" / "bot.sqlite3"
    code, said = await carried_out("check", env={**env, "BOT_DATABASE": f"sqlite:///{missing}"})
    assert code == 0
    assert "not there yet; the first start makes it" in said
    assert not missing.parent.exists()


async def test_check_says_what_run_will_apply(env: Env, tmp_path: Path) -> None:
    empty = tmp_path / "empty.sqlite3"
    put(empty, "create table schema_version(number integer not null)")
    code, said = await carried_out("check", env={**env, "BOT_DATABASE": f"sqlite:///{empty}"})
    assert code == 0
    assert "run applies: 0001_ground" in said


async def test_check_refuses_a_database_newer_than_the_program(env: Env, file: Path) -> None:
    put(file, "insert into schema_version(number, hash) values (9999, '')")
    code, said = await carried_out("check", env=env)
    assert code == 1
    assert "Use the newer program" in said


async def test_check_of_a_server_that_is_away_hides_its_password(env: Env) -> None:
    away = f"postgresql://bot:{PASSWORD}@127.0.0.1:1/hromada"
    code, said = await carried_out("check", env={**env, "BOT_DATABASE": away})
    assert code == 1
    assert "BOT_DATABASE: cannot be used" in said


async def test_check_notes_a_webhook_that_run_takes_away(env: Env, bot: Account) -> None:
    await bot.set_webhook("https://bot.example.org/hush-hook", None, 1)
    code, said = await carried_out("check", env=env)
    assert code == 0
    assert "a webhook is set, and none is in the settings: run takes it away" in said
    assert "hush-hook" not in said


@pytest.mark.parametrize(
    ("is_set", "found"),
    [
        ("", "no webhook is set yet: run sets it"),
        ("https://bot.example.org/old", "has another address: run sets it again"),
        ("https://bot.example.org/hook", "Telegram pushes them to the webhook in the settings"),
    ],
)
async def test_check_compares_the_webhook_with_the_settings(env: Env, bot: Account, is_set: str, found: str) -> None:
    await bot.set_webhook(is_set, None, 1)
    hook = {"BOT_WEBHOOK_URL": "https://bot.example.org/hook", "BOT_WEBHOOK_SECRET": "s" * 32}
    code, said = await carried_out("check", env={**env, **hook})
    assert code == 0
    assert found in said


async def test_check_notes_a_server_of_the_bot_api_to_which_messages_can_be_read(env: Env) -> None:
    code, said = await carried_out("check", env={**env, "BOT_API_URL": "http://0.0.0.0:1"})
    assert code == 1
    assert "the token and all messages are readable" in " ".join(said.split())
    _, said = await carried_out("check", env=env)  # the simulator's own: on this machine
    assert "readable" not in said


async def no_tls(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Answers as a server of PostgreSQL's without TLS does."""
    await reader.readexactly(8)  # the request for it
    writer.write(b"N")
    await reader.read()
    writer.close()
    await writer.wait_closed()


async def test_a_database_on_another_machine_is_not_spoken_to_without_tls(env: Env) -> None:
    async with await asyncio.start_server(no_tls, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        there = f"postgresql://bot:{PASSWORD}@0.0.0.0:{port}/bot"
        for command in ("check", "migrate"):
            code, said = await carried_out(command, env={**env, "BOT_DATABASE": there})
            assert code == 1
            assert "the server offers no TLS" in " ".join(said.split())
        code, said = await carried_out("check", env={**env, "BOT_DATABASE": f"{there}?sslmode=disable"})
        assert code == 1
        assert "BOT_DATABASE: its sslmode does not encrypt" in " ".join(said.split())
        code, said = await carried_out("migrate", env={**env, "BOT_DATABASE": f"{there}?sslmode=disable"})
        assert code == 2
        server.close()
        allowed = {**env, "BOT_DATABASE": f"{there}?sslmode=disable", "BOT_DATABASE_WITHOUT_TLS": "true"}
        _, said = await carried_out("check", env=allowed)
        assert "can be read on its way" in " ".join(said.split())


async def test_check_notes_that_nobody_checks_the_servers_certificate(env: Env) -> None:
    there = f"postgresql://bot:{PASSWORD}@0.0.0.0:1/bot"
    for mode, said_of_it in (("require", "no certificate is checked"), ("verify-full", "certificate is checked")):
        _, said = await carried_out("check", env={**env, "BOT_DATABASE": f"{there}?sslmode={mode}"})
        assert said_of_it in " ".join(said.split())


# migrate


async def test_migrate_makes_the_database_and_then_has_nothing_to_do(env: Env, tmp_path: Path) -> None:
    new = {**env, "BOT_DATABASE": f"sqlite:///{tmp_path / 'data' / 'bot.sqlite3'}"}
    all_of_them = ", ".join(each.name for each in migrations("sqlite"))
    assert await carried_out("migrate", env=new) == (0, f"Applied: {all_of_them}\n")
    assert await carried_out("migrate", env=new) == (0, "Nothing to do: the database is up to date.\n")


async def test_migrate_refuses_a_database_newer_than_the_program(env: Env, file: Path) -> None:
    put(file, "insert into schema_version(number, hash) values (9999, '')")
    code, said = await carried_out("migrate", env=env)
    assert code == 1
    assert "Use the newer program" in said


async def test_migrate_needs_no_token(env: Env) -> None:
    code, _ = await carried_out("migrate", env={**env, "BOT_TOKEN": ""})
    assert code == 0


# invite coordinator


@pytest.fixture
def town_env(town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Env:
    """Of the town's own bot, with commands that live by its clock."""
    monkeypatch.setattr(common, "SystemClock", lambda: town.clock)
    return environment(town.telegram, tmp_path / "bot.sqlite3", BOT_TOKEN=TOKEN)


@pytest.mark.parametrize(
    ("whom", "where"), [(["--oblast", ZAPORIZHZHIA], "Область: Запорізька"), (["--all"], "Уся країна")]
)
async def test_the_printed_link_and_the_operators_word_make_one_coordinator(
    town: Town, town_env: Env, whom: list[str], where: str
) -> None:
    code, said = await carried_out("invite", "coordinator", *whom, "--name", "Петро Бондар", env=town_env)
    link, note = said.splitlines()
    assert code == 0
    assert link.startswith("https://t.me/hromada_bot?start=i-")
    assert note.startswith("It works once, within 48 hours, and is shown only now.")
    assert (await carried_out("invite", "proposals", env=town_env))[1] == "Nobody waits to be confirmed.\n"

    petro, ivan = town.telegram.person("Петро", username="petro_b"), town.telegram.person("Іван")
    payload = link.partition("?start=")[2]
    await petro.starts(payload)
    await petro.sees(where)
    await petro.presses("Прийняти запрошення")
    waiting = await petro.sees("Адміністратор бота має підтвердити, що це Ви.")
    await ivan.starts(payload)
    await ivan.sees("Цим запрошенням уже скористалася інша людина.")

    for command in (["proposals"], ["confirm", "1", "--yes"]):
        code, said = await carried_out("invite", *command, env={**town_env, "COLUMNS": "200"})
        assert code == 0
        for part in ("Петро Бондар", "Telegram: Петро (@petro_b)"):
            assert part in said
        assert f"{said_code(said)[:3]} {said_code(said)[3:]}" in waiting.text
    town.app.ring()  # as within a minute
    await petro.sees("Ви координатор.")
    await petro.presses("Координатор")
    assert len(await town.stored("select id from parts")) == 1
    for again in ("confirm", "decline"):
        code, said = await carried_out("invite", again, "1", "--yes", env=town_env)
        assert code == 1
        assert "1: no such proposal waits. `invite proposals` lists those that do" in said
    acts = await town.stored("select by_kind, act from audit where subject_kind = 'invitation' order by id")
    assert [row["by_kind"] for row in acts] == ["operator", "coordinator", "operator"]


def said_code(said: str) -> str:
    found = re.search(r"\b\d{6}\b", said)
    assert found, said
    return found[0]


@pytest.mark.parametrize(("command", "answer", "is_declined"), [("confirm", "n", False), ("decline", "y", True)])
async def test_the_operator_is_shown_who_waits_and_asked(
    town: Town, town_env: Env, command: str, answer: str, is_declined: bool
) -> None:
    petro = town.telegram.person("Петро")
    _, said = await carried_out("invite", "coordinator", "--oblast", ZAPORIZHZHIA, env=town_env)
    await petro.starts(said.splitlines()[0].partition("?start=")[2])
    await petro.presses("Прийняти запрошення")
    await town.settled()
    code, said = await carried_out("invite", command, "1", env=town_env, answer=answer)
    assert "1: coordinator, Запорізька" in said
    assert "expected: nobody named" in said
    assert "who: Telegram: Петро" in said
    assert code == (0 if is_declined else 1)
    town.app.ring()  # as within a minute
    await town.settled()
    assert await town.stored("select id from parts") == []
    if is_declined:
        await petro.sees("Не підтверджено")
    else:
        await petro.does_not_see("Не підтверджено", anywhere=True)


async def test_the_operator_may_confirm_an_officer_where_no_coordinator_is_left(town: Town, town_env: Env) -> None:
    await town.area()
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    ivan = town.telegram.person("Іван")
    await proposes(ivan, await invited(town, olha))
    await town.stored("update parts set until = :now returning id", now=1)
    code, said = await carried_out("invite", "confirm", "1", "--yes", env=town_env)
    assert code == 0
    assert "1: officer, Комишуваська, Уся громада" in said
    assert "who: капітан поліції Іван Петренко, Telegram: Іван" in said
    town.app.ring()  # as within a minute
    await ivan.sees("Вас підтверджено")
    await olha.sees("На дільниці новий офіцер", anywhere=True)


async def test_an_oblast_that_the_register_does_not_have_is_reported_with_those_it_has(env: Env, file: Path) -> None:
    code, said = await carried_out("invite", "coordinator", "--oblast", "UA00", env=env)
    assert code == 1
    assert "the register has no oblast UA00" in said
    assert f"{ZAPORIZHZHIA}  Запорізька" in said
    assert stored(file, "select id from invitations") == []


@pytest.mark.parametrize("whom", [[], ["--oblast", ZAPORIZHZHIA, "--all"]])
async def test_a_coordinator_is_of_one_oblast_or_of_all(env: Env, whom: list[str]) -> None:
    code, said = await carried_out("invite", "coordinator", *whom, env=env)
    assert code == 1
    assert "Say which: --oblast CODE, or --all" in said


async def test_an_invitation_with_a_wrong_token_is_refused(env: Env, file: Path) -> None:
    code, said = await carried_out("invite", "coordinator", "--all", env={**env, "BOT_TOKEN": "100:OTHER"})
    assert code == 2
    assert "Telegram does not know this token" in said
    assert stored(file, "select id from invitations") == []


async def test_while_telegram_is_away_the_link_carries_the_name_it_last_said(env: Env, file: Path) -> None:
    away = {**env, "BOT_API_URL": "http://127.0.0.1:1"}
    code, said = await carried_out("invite", "coordinator", "--all", env=away)
    assert code == 1
    assert "its name for the link is not known" in said

    put(file, "insert into facts(key, value) values ('bot_username', 'hromada_bot')")
    code, said = await carried_out("invite", "coordinator", "--all", env=away)
    assert code == 0
    assert said.startswith("https://t.me/hromada_bot?start=i-")


async def test_check_names_the_communities_where_nobody_could_read_a_complaint(env: Env, file: Path) -> None:
    put(file, "insert into chats(id, transport, external_id, kind) values (1, 'telegram', '5', 'private')")
    put(file, "insert into persons(id, chat_id, language, created_at) values (1, 1, 'uk', 0)")
    put(
        file,
        "insert into communities(code, oblast, enrolment, enrolled_at) values (?, ?, 'active', 0)",
        KOMYSHUVAKHA,
        ZAPORIZHZHIA,
    )
    unread = "none is taken, for no coordinator could read one about an officer, in: Комишуваська"
    assert unread in " ".join((await carried_out("check", env=env))[1].split())
    put(
        file,
        """insert into parts(person_id, role, scope, scope_code, since) values (1, 'coordinator', 'oblast', ?, 0)""",
        ZAPORIZHZHIA,
    )
    assert "a coordinator could read a complaint" in " ".join((await carried_out("check", env=env))[1].split())
    put(file, "insert into areas(id, community, name, whole, created_at) values (1, ?, '', true, 0)", KOMYSHUVAKHA)
    put(file, "insert into officers(id, person_id, rank, name, position, created_at) values (1, 1, '', '', '', 0)")
    put(file, "insert into assignments(officer_id, area_id, since) values (1, 1, 0)")
    assert unread in " ".join((await carried_out("check", env=env))[1].split())


async def test_check_names_the_communities_where_no_coordinator_can_be_reached(env: Env, file: Path) -> None:
    async def found() -> str:
        return " ".join((await carried_out("check", env=env))[1].split())

    put(
        file,
        "insert into communities(code, oblast, enrolment, enrolled_at) values (?, ?, 'active', 0)",
        KOMYSHUVAKHA,
        ZAPORIZHZHIA,
    )
    nobody = f"none can be reached, so cases may be visible to nobody, in: {KOMYSHUVAKHA}"
    assert nobody in await found()
    put(file, "insert into chats(id, transport, external_id, kind) values (1, 'telegram', '5', 'private')")
    put(file, "insert into persons(id, chat_id, language, created_at) values (1, 1, 'uk', 0)")
    put(
        file,
        "insert into parts(person_id, role, scope, scope_code, since) values (1, 'coordinator', 'oblast', ?, 0)",
        ZAPORIZHZHIA,
    )
    assert "where residents may write, one can be reached" in await found()
    put(file, "update chats set unreachable_since = 0")
    assert nobody in await found()
