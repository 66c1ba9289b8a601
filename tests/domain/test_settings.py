"""What can be set, what wins, and what an operator sees when a value is wrong."""

import re
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from bot.domain.cases import Category
from bot.domain.policy import (
    NEEDED_HOTLINES,
    Controller,
    DueTimes,
    InvitationPolicy,
    Policy,
    Retention,
    Term,
    WorkingTime,
)
from bot.register import CommunityKind
from bot.settings import Settings, WrongSettings, load_settings

KOMYSHUVAKHA = "UA23060090000082326"
CONFIG = Path("config.toml")
TOKEN = "123456789:AAE-hushhush"
ZORIA = "UA23060010000000001"


def load(**env: str) -> Settings:
    return load_settings(CONFIG, env)


def config(tmp_path: Path, *changes: tuple[str, str]) -> Path:
    """The project's config.toml with some of its lines changed."""
    text = CONFIG.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path = tmp_path / "config.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def policy() -> Policy:
    return load().policy()


def test_the_projects_own_config_is_right_and_says_what_the_defaults_say(tmp_path: Path) -> None:
    hotlines = re.findall(r"^\[\[hotlines\]\]$[^#\[]+", CONFIG.read_text(encoding="utf-8"), re.MULTILINE)
    bare = tmp_path / "bare.toml"
    bare.write_text("".join(hotlines), encoding="utf-8")
    assert load().model_dump(exclude={"community_kinds"}) == load_settings(bare, {}).model_dump(
        exclude={"community_kinds"}
    )


def test_an_empty_variable_counts_as_unset() -> None:
    assert load(BOT_WEBHOOK_URL="", BOT_WEB_PORT="").webhook_url is None


def test_the_environment_wins_over_the_file() -> None:
    settings = load(BOT_DATABASE="postgresql://bot@db/bot", BOT_PACE__PAID="true", BOT_WEB_PORT="9000")
    assert settings.database == "postgresql://bot@db/bot"
    assert settings.pace.paid
    assert settings.pace.messages_per_second == 30
    assert settings.web_port == 9000


def test_nothing_is_read_from_the_environment_but_what_was_handed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_WEB_PORT", "9000")
    assert load().web_port == 8080


def test_the_token_comes_from_the_environment_or_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text(f"{TOKEN}\n", encoding="utf-8")
    assert load(BOT_TOKEN=TOKEN).bot_token() == TOKEN
    assert load(BOT_TOKEN_FILE=str(file)).bot_token() == TOKEN
    with pytest.raises(WrongSettings, match="BOT_TOKEN: not set"):
        load().bot_token()
    with pytest.raises(WrongSettings, match="set one of them"):
        load(BOT_TOKEN=TOKEN, BOT_TOKEN_FILE=str(file))


def test_the_token_and_the_databases_password_are_never_shown() -> None:
    settings = load(BOT_TOKEN=TOKEN, BOT_DATABASE="postgresql://bot:hushhush@db/bot")
    assert "hushhush" not in repr(settings) + str(settings)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("BOT_TOKEN", "very secret"),
        ("BOT_TOKEN_FILE", "/no/such/secret"),
        ("BOT_API_URL", "secret.example.org"),
        ("BOT_DATABASE", "mysql://bot:secret@db/bot"),
        ("BOT_WEBHOOK_URL", "http://secret.example.org/telegram"),
        ("BOT_WEBHOOK_SECRET", "secret"),
        ("BOT_WEB_PORT", "secret"),
        ("BOT_LOG_LEVEL", "secret"),
        ("BOT_PACE__CHAT_BURST", "secret"),
        ("BOT_CASES__REOPEN_WITHIN_DAYS", "-1"),
    ],
)
def test_a_wrong_value_gets_a_line_with_its_name_and_an_example_but_not_the_value(name: str, value: str) -> None:
    with pytest.raises(WrongSettings) as wrong:
        load(**{name: value})
    (line,) = str(wrong.value).splitlines()
    assert re.fullmatch(rf"{name}: .+\. For example: .+", line)
    assert value not in line
    assert wrong.value.__cause__ is None


def test_all_wrong_values_are_reported_together(tmp_path: Path) -> None:
    path = config(
        tmp_path,
        ("reopen_within_days = 14 ", 'reopen_within_days = "two weeks" '),
        ('number = "102"', 'number = "call us"'),
        ("[community_kinds]", '[community_kinds]\nUA1 = "town"'),
    )
    with pytest.raises(WrongSettings) as wrong:
        load_settings(path, {"BOT_LOG_FORMAT": "xml"})
    names = [line.split(":")[0] for line in str(wrong.value).splitlines()]
    assert names[:3] == ["BOT_LOG_FORMAT", "[cases] reopen_within_days", "[hotlines] 0.number"]
    assert all(name.startswith("[community_kinds] UA1") for name in names[3:])
    assert names[3:]


def test_a_setting_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WrongSettings, match=r"\[pace\] speed: "):
        load_settings(config(tmp_path, ("paid = false", "speed = 3")), {})


def test_a_file_that_is_absent_or_not_toml_is_reported(tmp_path: Path) -> None:
    with pytest.raises(WrongSettings, match="no such file"):
        load_settings(tmp_path / "absent.toml", {})
    (tmp_path / "config.toml").write_text("web_port: 8080", encoding="utf-8")
    with pytest.raises(WrongSettings, match="line 1"):
        load_settings(tmp_path / "config.toml", {})


def test_a_whole_section_cannot_be_set_by_one_variable() -> None:
    with pytest.raises(WrongSettings, match="BOT_PACE__PAID"):
        load(BOT_PACE="fast")


def test_a_webhook_needs_its_secret() -> None:
    with pytest.raises(WrongSettings, match="BOT_WEBHOOK_SECRET: not set"):
        load(BOT_WEBHOOK_URL="https://bot.example.org/telegram")
    settings = load(BOT_WEBHOOK_URL="https://bot.example.org/telegram", BOT_WEBHOOK_SECRET="0123456789abcdef")
    assert settings.webhook_secret is not None


def test_the_numbers_that_the_emergency_cards_name_cannot_be_left_out(tmp_path: Path) -> None:
    with pytest.raises(WrongSettings, match=r"hotlines: .*ambulance"):
        load_settings(config(tmp_path, ('key = "ambulance"', 'key = "duty"')), {})


def test_the_policy_has_the_times_and_the_pace(policy: Policy) -> None:
    assert policy.cases.reopen_within == timedelta(days=14)
    assert policy.cases.album_waits == timedelta(seconds=1.5)
    assert policy.retention == Retention(
        refused=timedelta(days=7),
        set_aside=timedelta(days=30),
        words=timedelta(days=365),
        anonymous_files=timedelta(days=90),
        links=timedelta(days=372),
        strangers=timedelta(days=7),
        inactive=timedelta(days=730),
        deliveries=timedelta(days=730),
        invitations=timedelta(days=30),
        directories=timedelta(days=7),
        audit=timedelta(days=1095),
        at=time(3),
    )
    assert policy.invitations == InvitationPolicy(timedelta(hours=48), 3, council_valid=timedelta(days=60))
    assert policy.pace.messages_per_second == 30
    assert not policy.pace.paid


def test_the_type_of_a_community_can_be_put_right(tmp_path: Path) -> None:
    path = config(tmp_path, ("[community_kinds]", f'[community_kinds]\n{ZORIA} = "village"'))
    assert load_settings(path, {}).policy().community_kinds[ZORIA] is CommunityKind.VILLAGE


def test_the_operator_is_notified_that_the_data_controller_is_still_to_be_named(policy: Policy) -> None:
    (problem,) = policy.problems()
    assert "[controller]" in problem
    assert not replace(policy, controller=Controller("Рада", "вул. Миру, 1")).problems()
    assert replace(policy, controller=replace(policy.controller, name="Рада")).problems()


def test_only_the_services_that_answer_at_once_come_first(policy: Policy) -> None:
    urgent = [line.emergency for line in policy.hotlines]
    assert urgent == sorted(urgent, reverse=True)
    assert {line.key for line in policy.hotlines} >= NEEDED_HOTLINES


@pytest.mark.parametrize(
    ("name", "value", "complaint"),
    [
        ("BOT_RETENTION__LINKS_DAYS", "364", "links_days: less than words_days"),
        ("BOT_RETENTION__ANONYMOUS_FILES_DAYS", "14", "not longer than a case can be reopened"),
        ("BOT_CASES__REOPEN_WITHIN_DAYS", "90", "not longer than a case can be reopened"),
    ],
)
def test_a_case_is_not_erased_while_it_can_be_reopened_and_its_text_goes_first(
    name: str, value: str, complaint: str
) -> None:
    with pytest.raises(WrongSettings, match=complaint):
        load(**{name: value})


# Due times.


@pytest.mark.parametrize(
    ("line", "wrong", "name"),
    [
        ('domestic = { answer = "4h"', 'domestic = { answer = "4 hours"', "[due_times] domestic.answer"),
        ('domestic = { answer = "4h"', 'domestic = { answer = "none"', "[due_times] domestic.answer"),
        ('domestic = { answer = "4h"', "domestic = { answer = 4", "[due_times] domestic.answer"),
        ('domestic = { answer = "4h"', 'domestic = { answer = "0d"', "[due_times] domestic.answer"),
        ("domestic = {", "domestik = {", "[due_times] domestik"),
        ('usual = { answer = "3d", resolution = "20d" }', 'usual = { answer = "3d" }', "due_times"),
        ("[cases]", "[cases]\nanswer_in_working_days = 3", "[cases] answer_in_working_days"),
        ('"mon", ', '"monday", ', "[working_time] days.0"),
        ("begins = 09:00:00\nends = 18:00:00", "begins = 18:00:00\nends = 18:00:00", "[working_time] ends"),
        ("holidays = []", 'holidays = ["25 December"]', "[working_time] holidays.0"),
    ],
)
def test_a_wrong_due_time_gets_one_line_with_an_example(tmp_path: Path, line: str, wrong: str, name: str) -> None:
    with pytest.raises(WrongSettings) as found:
        load_settings(config(tmp_path, (line, wrong)), {})
    (said,) = str(found.value).splitlines()
    assert said.startswith(f"{name}: ")
    assert "For example: " in said


def test_what_a_category_leaves_out_is_as_usual(tmp_path: Path) -> None:
    path = config(tmp_path, ('domestic = { answer = "4h", resolution = "10d" }', 'road = { resolution = "none" }'))
    times = load_settings(path, {"BOT_DUE_TIMES__USUAL__ANSWER": "5d"}).policy().cases
    assert times.due_times_of("domestic") == DueTimes(Term(days=5), Term(days=20))
    assert times.due_times_of("road") == DueTimes(Term(days=5), None)


def test_every_category_that_waits_for_an_answer_may_have_times_of_its_own(tmp_path: Path) -> None:
    named = [category for category in Category if category.expects_answer]
    lines = "\n".join(f'{category} = {{ answer = "7h" }}' for category in named)
    path = tmp_path / "config.toml"
    text = CONFIG.read_text(encoding="utf-8")
    usual, after = text.index("domestic = {"), text.index("# When people are written to")
    path.write_text(f"{text[:usual]}{lines}\n{text[after:]}", encoding="utf-8")
    times = load_settings(path, {}).policy().cases
    assert all(times.due_times_of(category).answer == Term(hours=7) for category in named)


def test_offices_work_on_the_days_that_are_set(tmp_path: Path) -> None:
    path = config(tmp_path, ('"thu", "fri"]', '"thu", "sun"]'), ("holidays = []", "holidays = [2026-12-25]"))
    working = load_settings(path, {}).policy().cases.working_time
    assert working == WorkingTime(frozenset({0, 1, 2, 3, 6}), time(9), time(18), frozenset({date(2026, 12, 25)}))
